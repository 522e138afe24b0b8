/** `target: annotation = value` (compile.c:compiler_annassign). */
import { strConst } from '../constant.ts';
import type { Expr } from '../parse/ast-expressions.ts';
import type { AnnAssign } from '../parse/ast-statements.ts';
import type { Compiler } from './compiler.ts';
import { compileExpression } from './expressions.ts';
import { compileAnnotation } from './functions.ts';
import { Op } from './opcodes.ts';
import { storeTarget } from './targets.ts';

export function compileAnnotated(c: Compiler, node: AnnAssign): void {
  const { target, annotation, at } = node;
  if (node.value !== null) {
    compileExpression(c, node.value);
    storeTarget(c, target);
  }
  const evaluated = !c.unit.scope.isFunction;
  if (target.kind === 'Name') {
    if (!evaluated) return;
    if (!node.simple) return evaluateAndDrop(c, annotation);
    compileAnnotation(c, annotation);
    c.name('__annotations__', 'load', at);
    c.loadConst(strConst(c.mangled(target.id)), at);
    return c.emit(Op.STORE_SUBSCR, 0, at);
  }
  if (node.value === null) evaluateTarget(c, target);
  if (evaluated) evaluateAndDrop(c, annotation);
}

function evaluateAndDrop(c: Compiler, node: Expr): void {
  if (c.futureAnnotations) return;
  compileExpression(c, node);
  c.emit(Op.POP_TOP, 0, node.at);
}

/** Without a value the parts of the target are still evaluated. */
function evaluateTarget(c: Compiler, target: Expr): void {
  const drop = (node: Expr) => {
    compileExpression(c, node);
    c.emit(Op.POP_TOP, 0, node.at);
  };
  if (target.kind === 'Attribute') drop(target.value);
  if (target.kind !== 'Subscript') return;
  drop(target.value);
  drop(target.index);
}
