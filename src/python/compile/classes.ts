/**
 * Classes (compile.c:compiler_class): a function of no arguments whose locals become the class namespace, called by
 * `__build_class__`.
 */
import { intConst, strConst, tupleConst } from '../constant.ts';
import type { Expr, Span } from '../parse/ast-expressions.ts';
import type { ClassDef } from '../parse/ast-statements.ts';
import { compileModuleBody } from './body.ts';
import { compileArguments } from './calls.ts';
import type { CodeObject } from './code-object.ts';
import type { Compiler } from './compiler.ts';
import { compileExpression } from './expressions.ts';
import { decoratorCallAt, lastSpan } from './functions.ts';
import { INTRINSIC_1, Op } from './opcodes.ts';
import { beginGenericCall, enterTypeParams } from './type-params.ts';

export function compileClass(c: Compiler, node: ClassDef): void {
  const { at, decorators } = node;
  for (const decorator of decorators) compileExpression(c, decorator);
  const firstLine = decorators[0]?.at.line ?? at.line;
  if (node.typeParams.length > 0) compileGeneric(c, node, firstLine);
  else buildClass(c, node, compileClassBody(c, node, firstLine), node.bases);
  for (const decorator of [...decorators].toReversed()) c.emit(Op.CALL, 0, decoratorCallAt(c, decorator, at));
  c.name(node.name, 'store', at);
}

/** A function that makes the type parameters, and the class with one base more: Generic of them. */
function compileGeneric(c: Compiler, node: ClassDef, firstLine: number): void {
  const { at } = node;
  const call = beginGenericCall(c, at);
  enterTypeParams(c, node, { firstLine, given: 0 });
  c.name('.type_params', 'store', at);
  const code = compileClassBody(c, node, firstLine);
  const generic = { kind: 'Name', at, id: '.generic_base' } as const;
  buildClass(c, node, code, [...node.bases, generic]);
  call(0);
}

function compileClassBody(c: Compiler, node: ClassDef, firstLine: number): CodeObject {
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
  if (node.typeParams.length > 0) {
    c.name('.type_params', 'load', head);
    c.name('__type_params__', 'store', head);
  }
  if (unit.scope.needsClassDict) {
    c.emit(Op.LOAD_LOCALS, 0, head);
    c.emit(Op.STORE_DEREF, c.cellIndex('__classdict__'), head);
  }
  compileModuleBody(c, node.body, head);
  const end = lastSpan(node.body, node.at);
  if (c.profile.staticAttributes) {
    // Sorted, so that a compilation does not depend on hashes (compile.c:compiler_class_body, 3.13).
    c.markLineless(end);
    c.loadConst(tupleConst([...unit.staticAttributes].sort().map(strConst)), end);
    c.markLineless(end);
    c.name('__static_attributes__', 'store', end);
  }
  if (unit.scope.needsClassDict) {
    c.emitLineless(Op.LOAD_CLOSURE, c.cellIndex('__classdict__'), end);
    c.markLineless(end);
    c.name('__classdictcell__', 'store', end);
  }
  classCell(c, end);
  return c.leave();
}

/** Hands the cell of `__class__` to `type.__new__`, if a method needs it. */
function classCell(c: Compiler, at: Span): void {
  if (!c.unit.scope.needsClassCell) {
    c.markLineless(at);
    c.loadNone(at);
    return c.emitLineless(Op.RETURN_VALUE, 0, at);
  }
  c.emitLineless(Op.LOAD_CLOSURE, c.cellIndex('__class__'), at);
  c.emitLineless(Op.COPY, 1, at);
  c.markLineless(at);
  c.name('__classcell__', 'store', at);
  c.emitLineless(Op.RETURN_VALUE, 0, at);
}

function buildClass(c: Compiler, node: ClassDef, code: CodeObject, bases: readonly Expr[]): void {
  const { at } = node;
  c.emit(Op.LOAD_BUILD_CLASS, 0, at);
  c.emit(Op.PUSH_NULL, 0, at);
  c.makeClosure(code, 0, at, node.name);
  c.loadConst(strConst(node.name), at);
  if (node.typeParams.length > 0) {
    c.name('.type_params', 'load', at);
    c.emit(Op.CALL_INTRINSIC_1, INTRINSIC_1.SUBSCRIPT_GENERIC, at);
    c.name('.generic_base', 'store', at);
  }
  compileArguments(c, { args: bases, keywords: node.keywords }, { pushed: 2, at });
}
