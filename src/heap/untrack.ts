/**
 * What the collector stops tracking because it can be part of no cycle (FACTS 5).
 *
 * An object "may be tracked" when it is a gc object, except an exact tuple that is itself untracked; a dict counts as may be
 * tracked even while it is not (gcmodule.c, objimpl.h: _PyObject_GC_MAY_BE_TRACKED). Tuples and dicts of a subclass stay
 * tracked (PyTuple_CheckExact, PyDict_CheckExact); only the exact types go back to the free list of tuples or dicts, which
 * tells them here.
 */
import * as codes from './event-codes.ts';
import type { Heap } from './heap.ts';
import * as layout from './layout.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const {
  A,
  B,
  META,
  NEXT,
  RELEASE,
  SPLIT,
  STATIC_CLASS,
  TABLE_ENTRIES_USED,
  TABLE_ENTRY,
  TABLE_GENERAL,
  TABLE_HEADER,
  VALUES_CAPACITY,
  VALUES_HEADER,
} = layout;
const { EV } = codes;

export function mayBeTracked(heap: Heap, ref: number): boolean {
  const type = heap.typeOf(ref);
  if (!type.gc || ((heap.words[ref + META] as number) & STATIC_CLASS) !== 0) return false;
  return type.release !== RELEASE.TUPLE || heap.isTracked(ref);
}

/** Every exact tuple of the list, in list order, whose items can all be untracked (tupleobject.c:_PyTuple_MaybeUntrack). Returns how many were. */
export function untrackTuples(heap: Heap, head: number): number {
  const words = heap.words;
  let untracked = 0;
  for (let ref = words[head + NEXT] as number; ref !== head; ) {
    const next = words[ref + NEXT] as number;
    if (
      heap.typeOf(ref).release === RELEASE.TUPLE &&
      runIsAtomic(heap, words[ref + A] as number, words[ref + B] as number)
    ) {
      leave(heap, ref);
      untracked++;
    }
    ref = next;
  }
  return untracked;
}

/** Every exact dict of the list none of whose values (or keys that are no str) may be tracked (dictobject.c:_PyDict_MaybeUntrack). Returns how many were. */
export function untrackDicts(heap: Heap, head: number): number {
  const words = heap.words;
  let untracked = 0;
  for (let ref = words[head + NEXT] as number; ref !== head; ) {
    const next = words[ref + NEXT] as number;
    if (heap.typeOf(ref).release === RELEASE.DICT && dictIsAtomic(heap, ref)) {
      leave(heap, ref);
      untracked++;
    }
    ref = next;
  }
  return untracked;
}

function leave(heap: Heap, ref: number): void {
  heap.untrack(ref);
  heap.ring.emit(EV.OBJECT_UNTRACKED, heap.serialOf(ref), 0, 0);
}

function runIsAtomic(heap: Heap, start: number, length: number): boolean {
  const cells = heap.cells.words;
  for (let at = start; at < start + length; at++) {
    const item = cells[at] as number;
    if (item === 0 || mayBeTracked(heap, item)) return false;
  }
  return true;
}

function dictIsAtomic(heap: Heap, ref: number): boolean {
  const chunk = heap.words[ref + A] as number;
  if (chunk === 0) return true;
  const cells = heap.cells.words;
  if (((heap.words[ref + META] as number) & SPLIT) !== 0) {
    const end = chunk + VALUES_HEADER + (cells[chunk + VALUES_CAPACITY] as number);
    for (let at = chunk + VALUES_HEADER; at < end; at++) {
      const value = cells[at] as number;
      if (value !== 0 && mayBeTracked(heap, value)) return false;
    }
    return true;
  }
  const general = cells[chunk + TABLE_GENERAL] !== 0;
  const end = chunk + TABLE_HEADER + (cells[chunk + TABLE_ENTRIES_USED] as number) * TABLE_ENTRY;
  for (let at = chunk + TABLE_HEADER; at < end; at += TABLE_ENTRY) {
    const key = cells[at + 1] as number;
    if (key === 0) continue;
    if (mayBeTracked(heap, cells[at + 2] as number)) return false;
    if (general && mayBeTracked(heap, key)) return false;
  }
  return true;
}
