/** Objects that existed before the session, or that stand for what does (code): they take none of the heap's memory, and have no block. */
import type { Heap } from './heap.ts';

/** Nobody can reach one any more: nothing else happens on the heap, but whoever made it may hold what belongs to it. */
export function forgetOutside(heap: Heap, ref: number): void {
  heap.untrack(ref);
  heap.hooks.outsideDied(ref);
}
