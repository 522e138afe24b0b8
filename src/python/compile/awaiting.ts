/** `await`, `async for`, and what they share with `yield from` (compile.c:compiler_async_for, ADD_YIELD_FROM). */
import type { Await, Span } from '../parse/ast-expressions.ts';
import type { For } from '../parse/ast-statements.ts';
import { compileBody } from './body.ts';
import type { Compiler } from './compiler.ts';
import { compileExpression } from './expressions.ts';
import { AWAITED, Op } from './opcodes.ts';
import { storeTarget } from './targets.ts';
import type { Label } from './unit.ts';

/** Passes on all that the iterator on the stack yields; its result takes its place. */
export function delegate(c: Compiler, at: Span): void {
  c.loadNone(at);
  // 3.12: a handler here finds the exception on top of both.
  const cleanup = c.profile.errors312 ? 1 : 0;
  const send = c.unit.newLabel();
  const end = c.unit.newLabel();
  c.unit.place(send);
  c.emit(Op.SEND, end, at);
  c.unit.emit(Op.YIELD_VALUE, 0, at, cleanup);
  c.unit.emit(Op.RESUME, 2, at, -cleanup);
  c.emit(Op.JUMP_BACKWARD, send, at);
  c.unit.place(end);
  c.emit(Op.END_SEND, 0, at);
}

/** Awaits what is on the stack. */
export function awaitTop(c: Compiler, what: number, at: Span): void {
  c.emit(Op.GET_AWAITABLE, what, at);
  delegate(c, at);
}

export function compileAwait(c: Compiler, node: Await): void {
  const { scope } = c.unit;
  if (!scope.isFunction) c.fail("'await' outside function", node.at);
  if (!scope.isAsync && scope.comprehension === null) c.fail("'await' outside async function", node.at);
  compileExpression(c, node.value);
  awaitTop(c, AWAITED.OPERAND, node.at);
}

/** The next item of the asynchronous iterator on the stack, on top of it; at its end and after an error `failed` goes on. */
export function nextAwaited(c: Compiler, failed: Label, at: Span): void {
  c.unit.setup(Op.SETUP_FINALLY, failed, at);
  c.emit(Op.GET_ANEXT, 0, at);
  delegate(c, at);
  c.unit.popBlock();
}

export function compileAsyncFor(c: Compiler, node: For): void {
  const { unit } = c;
  if (!unit.scope.isAsync) c.fail("'async for' outside async function", node.at);
  const [start, exit, failed] = [unit.newLabel(), unit.newLabel(), unit.newLabel()];
  const { at } = node;
  compileExpression(c, node.iter);
  c.emit(Op.GET_AITER, 0, c.profile.errors313 ? node.iter.at : at);
  c.pushBlock({ kind: 'for', start, exit }, node.at);
  unit.place(start);
  nextAwaited(c, failed, at);
  storeTarget(c, node.target);
  compileBody(c, node.body);
  c.emitLineless(Op.JUMP_BACKWARD, start, at);
  unit.blocks.pop();
  unit.place(failed);
  c.emit(Op.END_ASYNC_FOR, 0, node.iter.at);
  compileBody(c, node.orelse);
  unit.place(exit);
}
