/**
 * Giving back what containers keep beside their header: item arrays, keys tables, values arrays, set tables.
 * How they grow and are searched is the objects room's business (objects/dict, objects/attributes).
 */
import { EV } from './event-codes.ts';
import type { Heap } from './heap.ts';
import {
  A,
  EMBEDDED,
  LIST_ALLOCATED,
  LIST_BLOCK,
  LIST_ITEMS,
  META,
  REFCNT,
  SET_BLOCK,
  SET_HEADER,
  SET_MASK,
  SET_SLOT,
  SPLIT,
  TABLE_BLOCK,
  TABLE_ENTRY,
  TABLE_GENERAL,
  TABLE_HEADER,
  TABLE_INDEX,
  TABLE_LOG2_SLOTS,
  VALUES_BLOCK,
  VALUES_CAPACITY,
  VALUES_HEADER,
  VALUES_KEYS,
} from './layout.ts';

/** Entries that a table of `1 << log2Slots` slots can take (dictobject.c:USABLE_FRACTION). */
export function usableOf(log2Slots: number): number {
  return Math.floor((1 << (log2Slots + 1)) / 3);
}

export function dictTableCells(log2Slots: number): number {
  return TABLE_HEADER + usableOf(log2Slots) * TABLE_ENTRY;
}

/** What keys tables are called in events. */
export function symbolOfKeys({ freeLists, ring }: Heap): number {
  if (freeLists.dictKeysSymbol < 0) freeLists.dictKeysSymbol = ring.symbol('dict keys');
  return freeLists.dictKeysSymbol;
}

/** A table of 8 slots goes to the free list of keys tables while that has room (dictobject.c:free_keys_object). */
export function freeDictTable(heap: Heap, chunk: number): void {
  const cells = heap.cells.words;
  const log2 = cells[chunk + TABLE_LOG2_SLOTS] as number;
  const block = cells[chunk + TABLE_BLOCK] as number;
  const index = cells[chunk + TABLE_INDEX] as number;
  const { dictKeys, dictKeysOf } = heap.profile.freeLists;
  const keepable = dictKeysOf === 'any' || cells[chunk + TABLE_GENERAL] === 0;
  if (log2 === 3 && keepable && heap.freeLists.dictKeys.length < dictKeys) {
    heap.freeLists.dictKeys.push(block);
    heap.ring.emit(EV.FREE_LIST_PUSHED, symbolOfKeys(heap), heap.freeLists.dictKeys.length, 0);
  } else {
    heap.memory.free(block);
  }
  if (index !== 0) heap.cells.free(index, 1 << log2);
  heap.cells.free(chunk, dictTableCells(log2));
}

/** Cells of a values chunk: from 3.11 each value has a place in the insertion order, too. */
export function valuesCells(heap: Heap, capacity: number): number {
  return VALUES_HEADER + (heap.profile.layout.attributes === 'dict' ? capacity : capacity * 2);
}

/** The references in it are dropped already or went elsewhere. */
export function freeValues(heap: Heap, chunk: number): void {
  const block = heap.cells.words[chunk + VALUES_BLOCK] as number;
  const keys = heap.cells.words[chunk + VALUES_KEYS] as number;
  if (block !== EMBEDDED) heap.memory.free(block);
  heap.cells.free(chunk, valuesCells(heap, heap.cells.words[chunk + VALUES_CAPACITY] as number));
  const left = (heap.sharers[keys] ?? 0) - 1;
  heap.sharers[keys] = left;
  if (left === 0) heap.hooks.keysUnshared(keys);
}

/** Bytes of a values array beside its instance: order bytes, two words of sizes, a pointer a value (dictobject.c:init_inline_values). */
export function valuesBytes(heap: Heap, capacity: number): number {
  const { attributes } = heap.profile.layout;
  if (attributes === 'dict') return capacity * 8;
  if (attributes === 'values') return ((capacity + 2 + 7) & ~7) + capacity * 8;
  return ((capacity + 7) & ~7) + (capacity + 1) * 8;
}

/** A dict that outlives its instance, or is to be its own (`always`), takes the values out of the instance's block (dictobject.c:_PyDict_DetachFromObject, 3.13). */
export function detachValues(heap: Heap, dict: number, always = false): void {
  const chunk = heap.words[dict + A] as number;
  if (((heap.words[dict + META] as number) & SPLIT) === 0) return;
  if (!always && heap.words[dict + REFCNT] === 1) return;
  if (heap.cells.words[chunk + VALUES_BLOCK] !== EMBEDDED) return;
  const capacity = heap.cells.words[chunk + VALUES_CAPACITY] as number;
  heap.cells.words[chunk + VALUES_BLOCK] = heap.memory.alloc(valuesBytes(heap, capacity));
}

/** The item array of a list; its references are dropped. */
export function freeListItems(heap: Heap, chunk: number): void {
  const cells = heap.cells.words;
  heap.memory.free(cells[chunk + LIST_BLOCK] as number);
  heap.cells.free(chunk, LIST_ITEMS + (cells[chunk + LIST_ALLOCATED] as number));
}

/** What a dict keeps its entries in: a table of its own, or values under shared keys. */
export function freeDictStorage(heap: Heap, dict: number, chunk: number): void {
  if (((heap.words[dict + META] as number) & SPLIT) === 0) freeDictTable(heap, chunk);
  else freeValues(heap, chunk);
}

/** The table of a set; one of 8 slots lies in the header and has no block. */
export function freeSetTable(heap: Heap, chunk: number): void {
  const cells = heap.cells.words;
  const block = cells[chunk + SET_BLOCK] as number;
  if (block !== 0) heap.memory.free(block);
  heap.cells.free(chunk, SET_HEADER + ((cells[chunk + SET_MASK] as number) + 1) * SET_SLOT);
}
