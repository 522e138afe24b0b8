/**
 * `try` with `except*` (compile.c:compiler_try_star_except, 3.11).
 *
 * While the handlers run, the stack holds | previous | the group | a list of what they raised | what is left of the group |. At the end
 * PREP_RERAISE_STAR makes one exception of the list, or None.
 */
import type { ExceptHandler, Try } from '../parse/ast-statements.ts';
import { compileBody } from './body.ts';
import type { Compiler } from './compiler.ts';
import { compileExpression } from './expressions.ts';
import { forget, restoreAndReraise } from './handler-code.ts';
import { Op } from './opcodes.ts';
import type { Label } from './unit.ts';

export function compileTryStar(c: Compiler, node: Try): void {
  const { unit } = c;
  const { at } = node;
  const [except, orelse, end] = [unit.newLabel(), unit.newLabel(), unit.newLabel()];
  const cleanup = unit.newLabel();
  unit.setup(Op.SETUP_FINALLY, except, at);
  c.pushBlock({ kind: 'try' }, at);
  compileBody(c, node.body);
  unit.blocks.pop();
  unit.popBlock();
  c.emitLineless(Op.JUMP_FORWARD, orelse, at);

  unit.place(except);
  unit.setup(Op.SETUP_CLEANUP, cleanup, at);
  c.emitLineless(Op.PUSH_EXC_INFO, 0, at);
  c.pushBlock({ kind: 'groupHandler' }, at);
  c.emit(Op.BUILD_LIST, 0, at);
  c.emit(Op.COPY, 2, at);
  for (const handler of node.handlers) compileHandler(c, handler);
  c.emit(Op.LIST_APPEND, 1, at);
  unit.blocks.pop();
  raiseWhatIsLeft(c, node, end);
  restoreAndReraise(c, cleanup);

  unit.place(orelse);
  compileBody(c, node.orelse);
  unit.place(end);
}

/** Leaves what does not match on the stack, and what the handler raises in the list. */
function compileHandler(c: Compiler, handler: ExceptHandler): void {
  const { unit } = c;
  const { at, name } = handler;
  const [noMatch, next, failed] = [unit.newLabel(), unit.newLabel(), unit.newLabel()];
  if (handler.type !== null) compileExpression(c, handler.type);
  c.emit(Op.CHECK_EG_MATCH, 0, at);
  c.emit(Op.COPY, 1, at);
  c.emit(Op.POP_JUMP_IF_NONE, noMatch, at);
  if (name === null) c.emit(Op.POP_TOP, 0, at);
  else c.name(name, 'store', at);
  unit.setup(Op.SETUP_CLEANUP, failed, at);
  c.pushBlock({ kind: 'handlerCleanup', name }, at);
  compileBody(c, handler.body);
  unit.blocks.pop();
  unit.popBlock();
  if (name !== null) forget(c, name);
  c.emit(Op.JUMP_FORWARD, next, at);

  unit.place(failed);
  if (name !== null) forget(c, name);
  c.emit(Op.LIST_APPEND, 3, at);
  c.emit(Op.POP_TOP, 0, at);
  c.emit(Op.JUMP_FORWARD, next, at);

  unit.place(noMatch);
  c.emit(Op.POP_TOP, 0, at);
  unit.place(next);
}

/** The handled exception is what it was before, on both ways: neither is protected any more. */
function raiseWhatIsLeft(c: Compiler, { at }: Try, end: Label): void {
  const { unit } = c;
  const reraise = unit.newLabel();
  c.emit(Op.PREP_RERAISE_STAR, 0, at);
  c.emit(Op.COPY, 1, at);
  c.emit(Op.POP_JUMP_IF_NOT_NONE, reraise, at);
  c.emit(Op.POP_TOP, 0, at);
  unit.popBlock();
  c.emit(Op.POP_EXCEPT, 0, at);
  c.emit(Op.JUMP_FORWARD, end, at);
  unit.place(reraise);
  c.emit(Op.SWAP, 2, at);
  c.emit(Op.POP_EXCEPT, 0, at);
  c.emit(Op.RERAISE, 0, at);
}
