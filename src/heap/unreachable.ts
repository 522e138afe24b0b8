/**
 * What a collection would find now, found without one: trial deletion on numbers of its own (gcmodule.c:deduce_unreachable).
 *
 * Nothing in the heap changes and nothing is emitted. The order is the collector's: the list of the generation, then the
 * younger ones from 0 upwards, as gc_collect_main merges them; what was given up too early leaves no trace in it.
 */
import type { Heap } from './heap.ts';
import { NEXT, RECORD_SHIFT, REFCNT } from './layout.ts';
import { GENERATION_HEADS } from './list-heads.ts';
import { traverse } from './traverse.ts';

const NOT_COLLECTING = -1;

/** The objects of `generation` and the younger ones that are held only by each other. */
export function findUnreachable(heap: Heap, generation: number): number[] {
  const young = mergedLists(heap, generation);
  const left = new Int32Array((heap.top >> RECORD_SHIFT) + 1).fill(NOT_COLLECTING);
  for (const ref of young) left[ref >> RECORD_SHIFT] = heap.words[ref + REFCNT] as number;
  const subtract = (child: number): void => {
    const count = left[child >> RECORD_SHIFT] as number;
    if (count > 0) left[child >> RECORD_SHIFT] = count - 1;
  };
  for (const ref of young) traverse(heap, ref, subtract);
  reach(heap, young, left);
  return young.filter((ref) => left[ref >> RECORD_SHIFT] === 0);
}

function mergedLists(heap: Heap, generation: number): number[] {
  const refs: number[] = [];
  for (let at = -1; at < generation; at++) {
    const head = GENERATION_HEADS[at < 0 ? generation : at] as number;
    for (let ref = heap.words[head + NEXT] as number; ref !== head; ref = heap.words[ref + NEXT] as number) {
      refs.push(ref);
    }
  }
  return refs;
}

/** Takes out of the judgement whatever is held from outside, and all that it leads to. */
function reach(heap: Heap, young: readonly number[], left: Int32Array): void {
  const waiting: number[] = [];
  const visit = (child: number): void => {
    if ((left[child >> RECORD_SHIFT] as number) < 0) return;
    left[child >> RECORD_SHIFT] = NOT_COLLECTING;
    waiting.push(child);
  };
  for (const ref of young) {
    if ((left[ref >> RECORD_SHIFT] as number) > 0) visit(ref);
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) traverse(heap, next, visit);
  }
}
