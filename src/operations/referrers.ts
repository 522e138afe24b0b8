/** Who refers to an object, as gc.get_referrers sees it (gcmodule.c:gc_referrers_for): tracked objects, generation by generation. */
import { GENERATION_HEADS, traverse } from '../heap/index.ts';
import type { Process } from '../objects/index.ts';

export function referrersOf(process: Process, target: number): number[] {
  const found: number[] = [];
  for (const head of GENERATION_HEADS) {
    for (const ref of process.heap.collector.list(head)) {
      let refers = false;
      traverse(process.heap, ref, (child) => {
        refers ||= child === target;
      });
      if (refers) found.push(ref);
    }
  }
  return found;
}
