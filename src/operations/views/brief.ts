/** An object in one line. */
import { type ObjectBrief, objectIdOf } from '../../contract/index.ts';
import type { Process } from '../../objects/index.ts';
import { shortRepr } from './summary.ts';

export function briefOf(process: Process, ref: number): ObjectBrief {
  const { heap } = process;
  return {
    id: objectIdOf(heap.serialOf(ref)),
    type: heap.typeOf(ref).name,
    repr: shortRepr(process, ref),
  };
}
