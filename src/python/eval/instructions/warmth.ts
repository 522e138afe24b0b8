/**
 * Which instructions have run often enough to be specialised (specialize.c): in 3.11 all of a code object that has begun and jumped back
 * eight times, which quickens it; from 3.12 each when it runs for the second time (adaptive_counter_warmup).
 */
import { Op } from '../../compile/opcodes.ts';
import type { Frame } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';

const MOST_COUNTED = 255;
const CONDITIONAL: ReadonlySet<number> = new Set([
  Op.POP_JUMP_IF_FALSE,
  Op.POP_JUMP_IF_TRUE,
  Op.POP_JUMP_IF_NONE,
  Op.POP_JUMP_IF_NOT_NONE,
]);

/** Counts that the instruction that runs now runs; is it specialised? */
export function warmsUp(vm: Interpreter, { runtime, ip }: Frame): boolean {
  if (runtime.untilWarm > 0) return false;
  const site = ip - 1;
  runtime.warm ??= new Uint8Array(runtime.ops.length / 2);
  const before = runtime.warm[site] as number;
  if (before < MOST_COUNTED) runtime.warm[site] = before + 1;
  return before >= vm.rules.coldRuns;
}

/**
 * The frame stands behind a JUMP_BACKWARD. Where it ends a while loop whose test stands at the bottom as well as at the top, it is one
 * instruction with that test in CPython (POP_JUMP_BACKWARD_IF_TRUE), which does not count.
 */
export function jumpsBack({ runtime, ip }: Frame): void {
  const { ops } = runtime;
  const [bottom, top] = [(ip - 2) * 2, ((ops[ip * 2 - 1] as number) - 1) * 2];
  const isTest = CONDITIONAL.has(ops[bottom] as number) && ops[bottom] === ops[top];
  if (!isTest || ops[bottom + 1] !== ops[top + 1]) runtime.untilWarm--;
}
