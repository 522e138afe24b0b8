/** The program that is paused, frame by frame. */
import { type Outcome, objectIdOf, type ProgramView, refuse } from '../../contract/index.ts';
import type { Process } from '../../objects/index.ts';
import { pausedFrames } from '../../python/index.ts';
import { waitingProgram } from '../program-run.ts';
import { shortRepr } from './summary.ts';

export function programView(process: Process): Outcome<ProgramView> {
  const program = waitingProgram(process);
  const at = program?.place ?? null;
  if (program === undefined || at === null) return refuse('no_program');
  const frames = pausedFrames(process).map(({ names, ...frame }) => ({
    ...frame,
    names: names.map(([name, value]) => ({
      name,
      object: objectIdOf(process.heap.serialOf(value)),
      type: process.heap.typeOf(value).name,
      repr: shortRepr(process, value),
    })),
  }));
  return { ok: true, value: { at, steps: program.steps, frames } };
}
