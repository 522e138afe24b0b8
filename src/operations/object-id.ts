/** How answers name an object: its public id. */
import type { Process } from '../objects/index.ts';

export function objectId(process: Process, ref: number): string {
  return `#${process.heap.serialOf(ref)}`;
}
