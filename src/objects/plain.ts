/** Objects that hold nothing of their own: object(), and range with its three numbers (typeobject.c, rangeobject.c). */
import { A, B } from '../heap/index.ts';
import type { Process } from './process.ts';

const OBJECT_BYTES = 16;
const RANGE_BYTES = 48;
const RANGE_FIELDS = 4;

export function newPlainObject(process: Process): number {
  return process.heap.newObject(process.types.atoms.object, process.heap.memory.alloc(OBJECT_BYTES));
}

/** range(start, stop, step); the references to the numbers and to the length are stolen. */
export function newRange(process: Process, numbers: readonly [number, number, number, number]): number {
  const { heap, types } = process;
  const range = heap.newObject(types.range, heap.memory.alloc(RANGE_BYTES));
  const chunk = heap.cells.alloc(RANGE_FIELDS);
  const { words } = heap.cells;
  for (let at = 0; at < RANGE_FIELDS; at++) words[chunk + at] = numbers[at] as number;
  heap.words[range + A] = chunk;
  heap.words[range + B] = RANGE_FIELDS;
  return range;
}
