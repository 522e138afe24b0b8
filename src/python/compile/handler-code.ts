/** Short runs of instructions that several kinds of blocks end with. */
import type { Span } from '../parse/ast-expressions.ts';
import type { Compiler } from './compiler.ts';
import { Op } from './opcodes.ts';
import { type Label, NOWHERE } from './unit.ts';

/** Calls exit with three Nones; its result is left. */
export function callExit(c: Compiler, at: Span): void {
  for (let i = 0; i < 3; i++) c.loadNone(at);
  c.emit(Op.CALL, 2, at);
}

/** An exception inside a handler: the handled exception is what it was, and the new one goes on. */
export function restoreAndReraise(c: Compiler, cleanup: Label, at = NOWHERE): void {
  c.unit.place(cleanup);
  c.emit(Op.COPY, 3, at);
  c.emit(Op.POP_EXCEPT, 0, at);
  c.emit(Op.RERAISE, 1, at);
}

/** `except ... as name` unbinds the name at its end. */
export function forget(c: Compiler, name: string): void {
  c.loadNone(NOWHERE);
  c.name(name, 'store', NOWHERE);
  c.name(name, 'delete', NOWHERE);
}
