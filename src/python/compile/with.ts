/**
 * `with` (compile.c:compiler_with): the bound `__exit__` waits on the stack until the block ends.
 */
import type { Span } from '../parse/ast-expressions.ts';
import type { With } from '../parse/ast-statements.ts';
import { awaitTop } from './awaiting.ts';
import { compileBody } from './body.ts';
import type { Compiler } from './compiler.ts';
import { compileExpression } from './expressions.ts';
import { callExit, restoreAndReraise } from './handler-code.ts';
import { MARK } from './native/marks.ts';
import { AWAITED, Op } from './opcodes.ts';
import { storeTarget } from './targets.ts';
import { type Label, NOWHERE } from './unit.ts';

export function compileWith(c: Compiler, node: With, index = 0): void {
  const { unit } = c;
  const item = node.items[index];
  if (item === undefined) return compileBody(c, node.body);
  const at = c.profile.errors313 ? item.context.at : node.at;
  const [final, exit] = [unit.newLabel(), unit.newLabel()];
  if (node.isAsync && !unit.scope.isAsync) c.fail("'async with' outside async function", node.at);
  compileExpression(c, item.context);
  c.emit(node.isAsync ? Op.BEFORE_ASYNC_WITH : Op.BEFORE_WITH, 0, at);
  if (node.isAsync) awaitTop(c, AWAITED.ENTER, at);
  unit.setup(Op.SETUP_WITH, final, at);
  unit.beginBlock();
  c.pushBlock({ kind: 'with', at, isAsync: node.isAsync }, at);
  if (item.target === null) c.emit(Op.POP_TOP, 0, at);
  else storeTarget(c, item.target);
  compileWith(c, node, index + 1);
  unit.popBlock(node.isAsync && c.profile.errors312 ? at : NOWHERE);
  unit.blocks.pop();
  const after = c.profile.richErrors ? at : (unit.lastStatement ?? at);
  callExit(c, after);
  if (node.isAsync) awaitTop(c, AWAITED.EXIT, after);
  c.emit(Op.POP_TOP, 0, after);
  c.emit(Op.NOP, MARK.QUIET_JUMP, after);
  c.emit(Op.JUMP_FORWARD, exit, after);
  unit.place(final);
  compileExceptional(c, { at: after, isAsync: node.isAsync }, exit);
  unit.place(exit);
}

/** An exception left the block: exit is told, and a true answer ends the exception. */
function compileExceptional(
  c: Compiler,
  { at, isAsync }: { readonly at: Span; readonly isAsync: boolean },
  exit: number,
): void {
  const { unit } = c;
  const [cleanup, suppress] = [unit.newLabel(), unit.newLabel()];
  unit.setup(Op.SETUP_CLEANUP, cleanup, at, -1);
  c.emit(Op.PUSH_EXC_INFO, 0, at);
  c.emit(Op.WITH_EXCEPT_START, 0, at);
  if (isAsync) awaitTop(c, AWAITED.EXIT, at);
  c.emit(Op.POP_JUMP_IF_TRUE, suppress, at);
  c.emit(Op.RERAISE, 2, at);
  if (c.profile.cleansUpFirst) restoreUnprotected(c, cleanup);
  unit.place(suppress);
  c.emit(Op.POP_TOP, 0, at);
  unit.popBlock();
  c.emit(Op.POP_EXCEPT, 0, at);
  c.emit(Op.POP_TOP, 0, at);
  c.emit(Op.POP_TOP, 0, at);
  c.countOlder(-3, at);
  c.emit(Op.NOP, MARK.QUIET_JUMP, at);
  c.emit(Op.JUMP_FORWARD, exit, at);
  if (!c.profile.cleansUpFirst) restoreAndReraise(c, cleanup);
}

/** In the middle of what the handler protects. */
function restoreUnprotected(c: Compiler, cleanup: Label): void {
  const handler = c.unit.handlers.pop();
  restoreAndReraise(c, cleanup);
  if (handler !== undefined) c.unit.handlers.push(handler);
}
