/** Attributes of `super()` (compile.c:can_optimize_super_call, load_args_for_super). */
import type { Attribute, Call } from '../parse/ast-expressions.ts';
import type { Compiler } from './compiler.ts';
import { attributeAt, compileExpression } from './expressions.ts';
import { Op } from './opcodes.ts';

/** 3.12: `super().name` and `super(C, x).name` need no super object (compile.c:can_optimize_super_call). */
export function isSuperMethod(c: Compiler, node: Attribute): boolean {
  if (!c.profile.superAttribute || node.value.kind !== 'Call') return false;
  const { func, args, keywords } = node.value;
  if (func.kind !== 'Name' || func.id !== 'super' || keywords.length > 0) return false;
  const { scope } = c.unit;
  // The name must not occur outside of functions, were it only to be read.
  if (!scope.isFunction || c.binding('super') !== 'globalImplicit' || c.top.use('super') !== 0) return false;
  if (args.length === 2) return !args.some((arg) => arg.kind === 'Starred');
  if (args.length !== 0 || c.unit.argCount === 0) return false;
  return c.binding('__class__') === 'free';
}

export function compileSuper(c: Compiler, node: Attribute, op: number): void {
  const call = node.value as Call;
  compileExpression(c, call.func);
  if (call.args.length === 2) {
    for (const arg of call.args) compileExpression(c, arg);
  } else {
    c.emit(Op.LOAD_DEREF, c.cellIndex('__class__'), call.at);
    const self = c.unit.scope.parameters[0] ?? '';
    if (c.unit.cellVars.indexOf(self) >= 0) c.emit(Op.LOAD_DEREF, c.cellIndex(self), call.at);
    else c.emit(Op.LOAD_FAST, 0, call.at);
  }
  const name = c.unit.names.add(c.mangled(node.attr));
  c.emit(op, name * 2 + (call.args.length === 2 ? 1 : 0), attributeAt(c, node.at, node.attr));
}

/** Loads the attribute that way if it can be; false if it cannot. */
export function compileSuperAttribute(c: Compiler, node: Attribute): boolean {
  if (!isSuperMethod(c, node)) return false;
  compileSuper(c, node, Op.LOAD_SUPER_ATTR);
  return true;
}
