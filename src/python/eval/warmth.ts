/**
 * Which instructions have run often enough to be specialised (specialize.c): in 3.11 when their code is quickened, which its eighth beginning
 * or jump back brings about; from 3.12 when they run for the second time (adaptive_counter_warmup).
 */
import type { Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';

const MOST_COUNTED = 255;

/** Counts that the instruction that runs now runs; is it specialised? */
export function warmsUp(vm: Interpreter, { runtime, ip }: Frame): boolean {
  const site = ip - 1;
  runtime.warm ??= new Uint8Array(runtime.ops.length / 2);
  const before = runtime.warm[site] as number;
  if (before < MOST_COUNTED) runtime.warm[site] = before + 1;
  return before >= vm.rules.coldRuns;
}
