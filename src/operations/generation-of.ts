/** Which list of the collector an object is in. */
import { GENERATION_HEADS, NEXT, PERMANENT_HEAD } from '../heap/index.ts';
import type { Process } from '../objects/index.ts';

/** Walks the list to its head, which names it. */
export function generationOf(process: Process, ref: number): number | 'permanent' | null {
  const { words } = process.heap;
  if (words[ref + NEXT] === 0) return null;
  let at = ref;
  while (at > PERMANENT_HEAD) at = words[at + NEXT] as number;
  const generation = (GENERATION_HEADS as readonly number[]).indexOf(at);
  return generation < 0 ? 'permanent' : generation;
}
