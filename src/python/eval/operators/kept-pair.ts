/**
 * The tuple that an iterator over a dict's items keeps in its second field and gives again while nobody else holds it
 * (dictiter_iternextitem, dictreviter_iternext, odictiter_iternext).
 */
import { A, REFCNT } from '../../../heap/index.ts';
import type { Interpreter } from '../interpreter.ts';

const KEPT = 1;

/** The tuple of an entry, which is borrowed: the kept one, or a new one. */
export function pairOf(vm: Interpreter, iterator: number, entry: readonly [number, number]): number {
  const { heap } = vm;
  const kept = vm.field(iterator, KEPT);
  if (heap.words[kept + REFCNT] !== 1) return vm.newTuple(entry);
  const chunk = heap.words[kept + A] as number;
  const cells = heap.cells.words;
  const key = cells[chunk] as number;
  const value = cells[chunk + 1] as number;
  cells[chunk] = vm.own(entry[0]);
  cells[chunk + 1] = vm.own(entry[1]);
  heap.incref(kept);
  if (!heap.isTracked(kept)) heap.track(kept);
  vm.decref(key);
  vm.decref(value);
  return kept;
}
