/**
 * tp_clear: an object that stays alive drops all that it holds.
 *
 * The container is emptied first and its old contents dropped after, so whatever a finalizer sees in between is an empty
 * container, never a half-emptied one (listobject.c:_list_clear, dictobject.c:PyDict_Clear, setobject.c:set_clear_internal).
 */
import type { Heap } from './heap.ts';
import * as layout from './layout.ts';
import { detachValues, freeDictTable, freeValues } from './tables.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const {
  A,
  B,
  EMBEDDED,
  HAS_ANNEX,
  KIND,
  LIST_ALLOCATED,
  LIST_BLOCK,
  LIST_ITEMS,
  META,
  SET_BLOCK,
  SET_HEADER,
  SET_MASK,
  SET_SLOT,
  SPLIT,
  TABLE_ENTRIES_USED,
  TABLE_ENTRY,
  TABLE_HEADER,
  VALUES_BLOCK,
  VALUES_CAPACITY,
  VALUES_HEADER,
  VALUES_ORDER_USED,
} = layout;

/** tp_clear. */
export function clearObject(heap: Heap, ref: number): void {
  if (((heap.words[ref + META] as number) & HAS_ANNEX) !== 0) clearAnnex(heap, ref);
  clearContents(heap, ref);
}

/** What the class's own `clear` method empties; `waits`: what dies by that may wait (dealloc.ts:dropEach). */
export function clearContents(heap: Heap, ref: number, waits = false): void {
  switch (heap.typeOf(ref).kind) {
    case KIND.LIST:
      return clearList(heap, ref, waits);
    case KIND.DICT:
      return clearDict(heap, ref, waits);
    case KIND.SET:
      return clearSet(heap, ref, waits);
    case KIND.INSTANCE:
      return clearInstance(heap, ref);
    case KIND.FIELDS:
      return clearRun(heap, ref, heap.words[ref + A] as number, heap.words[ref + B] as number);
    case KIND.WEAKREF:
      return clearWeakref(heap, ref);
    default:
  }
}

/** All references are out before the first is dropped. */
function clearAnnex(heap: Heap, ref: number): void {
  const taken: number[] = [];
  for (let child = heap.annexes.take(ref); child !== 0; child = heap.annexes.take(ref)) taken.push(child);
  for (const child of taken) heap.dropReference(child, heap.serialOf(ref));
}

function clearList(heap: Heap, ref: number, waits: boolean): void {
  const chunk = heap.words[ref + A] as number;
  const size = heap.words[ref + B] as number;
  if (chunk === 0) return;
  heap.words[ref + A] = 0;
  heap.words[ref + B] = 0;
  const holder = heap.serialOf(ref);
  if (waits) {
    const items = heap.cells.toArray(chunk + LIST_ITEMS, size).filter((item) => item !== 0);
    return heap.dealloc.dropEach(items.toReversed(), holder, () => freeItems(heap, chunk));
  }
  for (let at = size - 1; at >= 0; at--) {
    const item = heap.cells.words[chunk + LIST_ITEMS + at] as number;
    if (item !== 0) heap.dropReference(item, holder);
  }
  freeItems(heap, chunk);
}

function freeItems(heap: Heap, chunk: number): void {
  heap.memory.free(heap.cells.words[chunk + LIST_BLOCK] as number);
  heap.cells.free(chunk, LIST_ITEMS + (heap.cells.words[chunk + LIST_ALLOCATED] as number));
}

function clearDict(heap: Heap, ref: number, waits: boolean): void {
  const chunk = heap.words[ref + A] as number;
  if (chunk === 0) return;
  const holder = heap.serialOf(ref);
  const split = ((heap.words[ref + META] as number) & SPLIT) !== 0;
  if (split && heap.cells.words[chunk + VALUES_BLOCK] === EMBEDDED) {
    heap.words[ref + B] = 0;
    clearValues(heap, holder, chunk);
    return;
  }
  heap.words[ref + A] = 0;
  heap.words[ref + B] = 0;
  heap.words[ref + META] = (heap.words[ref + META] as number) & ~SPLIT;
  if (split) {
    clearValues(heap, holder, chunk);
    freeValues(heap, chunk);
    return;
  }
  const used = heap.cells.words[chunk + TABLE_ENTRIES_USED] as number;
  if (waits) {
    const refs = heap.cells.toArray(chunk + TABLE_HEADER, used * TABLE_ENTRY);
    const held = refs.filter((one, at) => at % TABLE_ENTRY !== 0 && one !== 0);
    return heap.dealloc.dropEach(held, holder, () => freeDictTable(heap, chunk));
  }
  for (let entry = 0; entry < used; entry++) {
    const at = chunk + TABLE_HEADER + entry * TABLE_ENTRY;
    const key = heap.cells.words[at + 1] as number;
    if (key === 0) continue;
    heap.dropReference(key, holder);
    heap.dropReference(heap.cells.words[at + 2] as number, holder);
  }
  freeDictTable(heap, chunk);
}

function clearSet(heap: Heap, ref: number, waits: boolean): void {
  const chunk = heap.words[ref + A] as number;
  if (chunk === 0) return;
  heap.words[ref + A] = 0;
  heap.words[ref + B] = 0;
  const holder = heap.serialOf(ref);
  const slots = (heap.cells.words[chunk + SET_MASK] as number) + 1;
  if (waits) {
    const cells = heap.cells.toArray(chunk + SET_HEADER, slots * SET_SLOT);
    const keys = cells.filter((one, at) => at % SET_SLOT === 2 && one > 0);
    return heap.dealloc.dropEach(keys, holder, () => freeSet(heap, chunk, slots));
  }
  for (let slot = 0; slot < slots; slot++) {
    const key = heap.cells.words[chunk + SET_HEADER + slot * SET_SLOT + 2] as number;
    if (key > 0) heap.dropReference(key, holder);
  }
  freeSet(heap, chunk, slots);
}

function freeSet(heap: Heap, chunk: number, slots: number): void {
  const block = heap.cells.words[chunk + SET_BLOCK] as number;
  if (block !== 0) heap.memory.free(block);
  heap.cells.free(chunk, SET_HEADER + slots * SET_SLOT);
}

/** Slots, then values or the dict (typeobject.c:subtype_clear). */
function clearInstance(heap: Heap, ref: number): void {
  clearRun(heap, ref, heap.words[ref + B] as number, heap.typeOf(ref).slotCount);
  const a = heap.words[ref + A] as number;
  if (a > 0) clearValues(heap, heap.serialOf(ref), a);
  if (a >= 0) return;
  heap.words[ref + A] = 0;
  detachValues(heap, -a);
  heap.dropReference(-a, heap.serialOf(ref));
}

function clearValues(heap: Heap, holder: number, chunk: number): void {
  const capacity = heap.cells.words[chunk + VALUES_CAPACITY] as number;
  heap.cells.words[chunk + VALUES_ORDER_USED] = 0;
  for (let at = chunk + VALUES_HEADER; at < chunk + VALUES_HEADER + capacity; at++) {
    const value = heap.cells.words[at] as number;
    heap.cells.words[at] = 0;
    if (value !== 0) heap.dropReference(value, holder);
  }
}

function clearRun(heap: Heap, ref: number, start: number, length: number): void {
  const holder = heap.serialOf(ref);
  for (let at = start; at < start + length; at++) {
    const value = heap.cells.words[at] as number;
    heap.cells.words[at] = 0;
    if (value !== 0) heap.dropReference(value, holder);
  }
}

function clearWeakref(heap: Heap, ref: number): void {
  heap.weakrefs.unlink(ref);
  const callback = heap.words[ref + B] as number;
  heap.words[ref + B] = 0;
  if (callback !== 0) heap.dropReference(callback, heap.serialOf(ref));
}
