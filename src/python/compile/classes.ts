/**
 * Classes (compile.c:compiler_class): a function of no arguments whose locals become the class namespace, called by
 * `__build_class__`.
 */
import { intConst, strConst, tupleConst } from '../constant.ts';
import type { Span } from '../parse/ast-expressions.ts';
import type { ClassDef } from '../parse/ast-statements.ts';
import { compileModuleBody } from './body.ts';
import { compileArguments } from './calls.ts';
import type { Compiler } from './compiler.ts';
import { compileExpression } from './expressions.ts';
import { decoratorCallAt, lastSpan } from './functions.ts';
import { Op } from './opcodes.ts';

export function compileClass(c: Compiler, node: ClassDef): void {
  const { at, decorators } = node;
  for (const decorator of decorators) compileExpression(c, decorator);
  const firstLine = decorators[0]?.at.line ?? at.line;
  const unit = c.enter(node, { name: node.name, firstLine });
  const head: Span = { line: firstLine, col: 0, endLine: firstLine, endCol: 0 };
  c.name('__name__', 'load', head);
  c.name('__module__', 'store', head);
  c.loadConst(strConst(unit.qualname), head);
  c.name('__qualname__', 'store', head);
  if (c.profile.staticAttributes) {
    c.loadConst(intConst(firstLine), head);
    c.name('__firstlineno__', 'store', head);
  }
  compileModuleBody(c, node.body);
  const end = lastSpan(node.body, at);
  if (c.profile.staticAttributes) {
    c.loadConst(tupleConst([...unit.staticAttributes].map(strConst)), end);
    c.name('__static_attributes__', 'store', end);
  }
  classCell(c, end);
  const code = c.leave();
  buildClass(c, node, code);
}

/** Hands the cell of `__class__` to `type.__new__`, if a method needs it. */
function classCell(c: Compiler, at: Span): void {
  if (!c.unit.scope.needsClassCell) return c.returnNone(at);
  c.emit(Op.LOAD_CLOSURE, c.cellIndex('__class__'), at);
  c.emit(Op.COPY, 1, at);
  c.name('__classcell__', 'store', at);
  c.emit(Op.RETURN_VALUE, 0, at);
}

function buildClass(c: Compiler, node: ClassDef, code: ReturnType<Compiler['leave']>): void {
  const { at } = node;
  c.emit(Op.LOAD_BUILD_CLASS, 0, at);
  c.emit(Op.PUSH_NULL, 0, at);
  c.makeClosure(code, 0, at, node.name);
  c.loadConst(strConst(node.name), at);
  compileArguments(c, { args: node.bases, keywords: node.keywords }, { pushed: 2, at });
  for (const decorator of [...node.decorators].toReversed())
    c.emit(Op.CALL, 0, decoratorCallAt(c, decorator, at));
  c.name(node.name, 'store', at);
}
