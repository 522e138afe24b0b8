/**
 * Doing a recording's steps with whatever allocator is at hand, and saying in text where the two differ.
 *
 * The allocator under test is known by {@link AllocatorUnderTest} only, so the same comparison runs over the heap itself
 * and over the public operations mem.alloc, mem.realloc and mem.free.
 */
import { PymallocCheck } from './pymalloc-check.ts';
import {
  expandSteps,
  type MeasuredStats,
  type PymallocVector,
  STEP_MALLOC,
  STEP_REALLOC,
} from './pymalloc-vector.ts';

export interface AllocatorUnderTest {
  /** Gives the block's place (pymalloc-vector.ts). `id` names the block from then on. */
  malloc(id: number, size: number): number;
  /** The same; an id that is not live is allocated. */
  realloc(id: number, size: number): number;
  /** An id that is not live is nothing to free. */
  free(id: number): void;
  /** Hands over what happened since the last call, in order, with the fields of the recordings' events. */
  takeEvents(visit: (kind: string, ...fields: (number | string)[]) => void): void;
  /** All the figures and lists that a recording may ask for, by their names there. */
  stats(): MeasuredStats;
}

/**
 * Does every step of the recording with `target` and compares; returns the differences, none when it conforms.
 * `afterStep` is called with each step's index once it has been compared.
 */
export function runVector(
  vector: PymallocVector,
  target: AllocatorUnderTest,
  afterStep: (step: number) => void = () => {},
): string[] {
  const check = new PymallocCheck(vector);
  const steps = expandSteps(vector.steps);
  let step = -1;
  const visit = (kind: string, ...fields: (number | string)[]) => check.happened(step, kind, fields);
  if (check.wantsStats(step)) check.measured(step, target.stats());
  for (let at = 0; at < steps.length; at += 3) {
    step++;
    const kind = steps[at] as number;
    const id = steps[at + 1] as number;
    const size = steps[at + 2] as number;
    if (kind === STEP_MALLOC) check.placed(step, target.malloc(id, size));
    else if (kind === STEP_REALLOC) check.placed(step, target.realloc(id, size));
    else target.free(id);
    target.takeEvents(visit);
    check.finished(step);
    if (check.wantsStats(step)) check.measured(step, target.stats());
    afterStep(step);
  }
  return check.differences();
}
