/**
 * Leaving blocks early: `return`, `break` and `continue` undo each block that they leave, from the inside out
 * (compile.c:compiler_unwind_fblock_stack). Code for that is not protected by the handlers of the blocks left.
 */
import type { Span } from '../parse/ast-expressions.ts';
import { awaitTop } from './awaiting.ts';
import { compileBody } from './body.ts';
import type { Compiler } from './compiler.ts';
import { callExit, forget } from './handler-code.ts';
import { AWAITED, Op } from './opcodes.ts';
import { type FrameBlock, NOWHERE } from './unit.ts';

const LEAVES_GROUP = "'break', 'continue' and 'return' cannot appear in an except* block";

export type Loop = Extract<FrameBlock, { kind: 'while' | 'for' }>;
export type Leaving = {
  /** Whether a value on top of the stack is to survive. */
  readonly preserveTop: boolean;
  readonly at: Span;
  /** Where it is wrong to leave, when it is: a constant that is returned. */
  readonly constantAt?: Span;
  /** Stop at the innermost loop; `break` also undoes that. */
  readonly toLoop?: 'break' | 'continue';
};

/** Kinds of blocks that run code of theirs when they are left: what follows belongs to no line, from 3.11 on. */
const RUNS_CODE: ReadonlySet<FrameBlock['kind']> = new Set(['finallyTry', 'with']);

/** Emits the way out, then what `then` adds; afterwards the unit is as before, for the code that follows. */
export function unwindBlocks(
  c: Compiler,
  leaving: Leaving,
  then: (loop: Loop | null, at: Span) => void,
): void {
  const { unit } = c;
  const blocks = [...unit.blocks];
  const handlers = [...unit.handlers];
  let loop: Loop | null = null;
  let left = leaving;
  while (unit.blocks.length > 0 && loop === null) {
    const block = unit.blocks.pop() as FrameBlock;
    const isLoop = block.kind === 'while' || block.kind === 'for';
    if (isLoop && leaving.toLoop !== undefined) loop = block;
    if (!isLoop || leaving.toLoop !== 'continue') undo(c, block, left);
    if (c.profile.callHasSelfSlot && RUNS_CODE.has(block.kind)) left = { ...left, at: NOWHERE };
  }
  then(loop, left.at);
  unit.blocks.splice(0, unit.blocks.length, ...blocks);
  unit.handlers = handlers;
}

function undo(c: Compiler, block: FrameBlock, leaving: Leaving): void {
  const { unit } = c;
  const { at, preserveTop } = leaving;
  switch (block.kind) {
    case 'for':
    case 'popValue':
      return dropBelow(c, leaving);
    case 'try':
      return unit.popBlock(at);
    case 'finallyTry':
      unit.popBlock(at);
      if (preserveTop) unit.blocks.push({ kind: 'popValue' });
      compileBody(c, block.body);
      if (preserveTop) unit.blocks.pop();
      return;
    case 'finallyEnd':
      dropBelow(c, leaving);
      if (preserveTop) c.emit(Op.SWAP, 2, at);
      unit.popBlock(at);
      c.countOlder(-4, at);
      return c.emit(Op.POP_EXCEPT, 0, at);
    case 'with':
      return exitEarly(c, block, { ...leaving, at: c.profile.richErrors ? block.at : at });
    case 'groupHandler':
      return c.fail(LEAVES_GROUP, leaving.constantAt ?? at);
    case 'handlerCleanup':
      return undoHandler(c, block.name, leaving);
    default:
      return;
  }
}

function exitEarly(
  c: Compiler,
  { isAsync }: Extract<FrameBlock, { kind: 'with' }>,
  { preserveTop, at }: Leaving,
): void {
  c.unit.popBlock(at);
  if (preserveTop) c.emit(Op.SWAP, 2, at);
  callExit(c, at);
  if (isAsync) awaitTop(c, AWAITED.EXIT, at);
  c.emit(Op.POP_TOP, 0, at);
}

function dropBelow(c: Compiler, { preserveTop, at }: Leaving): void {
  if (preserveTop) c.emit(Op.SWAP, 2, at);
  c.emit(Op.POP_TOP, 0, at);
}

function undoHandler(c: Compiler, name: string | null, { preserveTop, at }: Leaving): void {
  const { unit } = c;
  if (name !== null) unit.popBlock(at);
  if (preserveTop) c.emit(Op.SWAP, 2, at);
  unit.popBlock(at);
  c.emit(Op.POP_EXCEPT, 0, at);
  c.countOlder(-2, at);
  if (name !== null) forget(c, name);
}
