/**
 * Tuples, as far as the heap itself makes them: argument tuples and the list of callbacks of a dying object.
 * What Python code does with tuples is the objects room's business.
 */

import * as codes from './event-codes.ts';
import type { Heap } from './heap.ts';
import * as layout from './layout.ts';
import { GC_HEAD_BYTES } from './layout.ts';
import type { TypeInfo } from './type-info.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const { A, B, KIND, RELEASE } = layout;
const { EV } = codes;

const TUPLE_BASIC_BYTES = 24;

export function defineTupleType(heap: Heap): TypeInfo {
  return heap.types.defineBuiltin({
    name: 'tuple',
    kind: KIND.TUPLE,
    release: RELEASE.TUPLE,
    gc: true,
    trashcan: true,
    clearable: false,
    weakrefs: false,
    finalizer: false,
    object: 0,
    slotCount: 0,
  });
}

/** Bytes of the block of a tuple of `length` items, the GC head included. */
export function tupleBytes(length: number): number {
  return GC_HEAD_BYTES + TUPLE_BASIC_BYTES + 8 * length;
}

/**
 * A tracked tuple of `items` (at least one; 0 leaves its place empty), each of which gains a reference (tupleobject.c:PyTuple_New, _PyTuple_FromArray).
 * From the free list when that has one of this length; otherwise a new block, which may run a collection up to 3.11.
 */
export function newTuple(heap: Heap, items: readonly number[]): number {
  return newTupleFrom(heap, items, 0, items.length);
}

/** The same of the items from `start` up to `end`, as they lie on a stack of values. */
export function newTupleFrom(heap: Heap, items: readonly number[], start: number, end: number): number {
  const length = end - start;
  const kept = heap.freeLists.takeTuple(length);
  const type = heap.tupleType;
  if (kept !== 0) {
    const left = (heap.freeLists.tuples[length] as number[]).length;
    heap.ring.emit(EV.FREE_LIST_POPPED, heap.symbolOfType(type), left, 0);
  }
  const tuple = kept !== 0 ? heap.newObject(type, kept) : heap.newGcObject(type, tupleBytes(length));
  const chunk = heap.cells.alloc(length);
  heap.words[tuple + A] = chunk;
  heap.words[tuple + B] = length;
  const serial = heap.serialOf(tuple);
  const cells = heap.cells.words;
  for (let at = 0; at < length; at++) {
    const item = items[start + at] as number;
    cells[chunk + at] = item;
    if (item !== 0) heap.addReference(item, serial);
  }
  heap.track(tuple);
  return tuple;
}
