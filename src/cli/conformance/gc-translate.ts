/**
 * From the steps of vectors to the operations that clients use. Most steps are operations already; those that only vectors
 * use are put together here from public ones, or answered by looking at the process.
 */
import { A, GENERATION_HEADS, PERMANENT_HEAD } from '../../heap/index.ts';
import type { Process } from '../../objects/index.ts';
import type { GcStep } from './gc-format.ts';
import { refcount } from './gc-observe.ts';

export type Operation = Readonly<Record<string, unknown>> & { readonly op: string };

/** Operations with other fields, or under another name, than the step. */
const TRANSLATED: Readonly<Partial<Record<string, (step: GcStep) => Operation>>> = {
  new: (step) => (step.how === undefined ? plain(step) : { op: 'run', source: String(step.python) }),
  eval: (step) => ({ op: 'run', source: String(step.python) }),
  repeat: (step) => ({ ...plain(step), ops: (step.ops ?? []).map(toOperation) }),
};

export function toOperation(step: GcStep): Operation {
  return TRANSLATED[step.op]?.(step) ?? plain(step);
}

function plain(step: GcStep): Operation {
  const { python: _, expect: __, ...operation } = step;
  return operation;
}

/** Questions that only vectors ask, answered by looking: they are no operations, so nothing can happen meanwhile. */
export const LOOKED_UP: Readonly<Partial<Record<string, (process: Process, step: GcStep) => unknown>>> = {
  alive: (process, step) => process.heap.words[process.lookup(String(step.weakref)) + A] !== 0,
  immortal: (process, step) => refcount(process, process.lookup(String(step.of))) === 'immortal',
  generation: (process, step) => generationOf(process, process.lookup(String(step.of))),
  'gc.long_lived': ({ heap: { collector } }) => [collector.longLivedTotal, collector.longLivedPending],
};

function generationOf(process: Process, ref: number): number | 'permanent' | null {
  const { collector } = process.heap;
  if (!process.heap.isTracked(ref)) return null;
  const generation = GENERATION_HEADS.findIndex((head) => collector.list(head).includes(ref));
  if (generation >= 0) return generation;
  return collector.list(PERMANENT_HEAD).includes(ref) ? 'permanent' : null;
}
