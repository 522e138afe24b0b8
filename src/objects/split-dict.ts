/**
 * Dicts whose keys belong to a class (PEP 412): the dict or the instance keeps only an array of values.
 *
 *   values chunk | block | capacity | shared keys' id | order used | value ... | place in insertion order ... (3.11+)
 *
 * Up to 3.10 values are stored in the order of the class's keys or the dict gets a table of its own; from 3.11 each instance
 * remembers its own order beside the values (dictobject.c:insertdict, _PyDictValues_AddToInsertionOrder).
 */
import {
  A,
  B,
  EMBEDDED,
  META,
  SPLIT,
  VALUES_BLOCK,
  VALUES_CAPACITY,
  VALUES_HEADER,
  VALUES_KEYS,
  VALUES_ORDER_USED,
  valuesBytes,
  valuesCells,
} from '../heap/index.ts';
import type { Process } from './process.ts';
import type { SharedKeys } from './shared-keys.ts';
import { tableBytes } from './table-bytes.ts';

const LARGEST_LOG2 = 6;

/** Cells of a values chunk before the first value. */
export const VALUES_START = VALUES_HEADER;

/** A values chunk for `keys` with room for `capacity` values; `block` is where they lie, 0 to allocate one. */
export function newValues(process: Process, keys: SharedKeys, capacity: number, block: number): number {
  const { heap } = process;
  const memory = block !== 0 ? block : heap.memory.alloc(valuesBytes(heap, capacity));
  const chunk = heap.cells.alloc(valuesCells(heap, capacity));
  const cells = heap.cells.words;
  cells[chunk + VALUES_BLOCK] = memory;
  cells[chunk + VALUES_CAPACITY] = capacity;
  cells[chunk + VALUES_KEYS] = keys.id;
  heap.sharers[keys.id] = (heap.sharers[keys.id] ?? 0) + 1;
  return chunk;
}

export function keysOf(process: Process, chunk: number): SharedKeys {
  return process.sharedKeys[process.heap.cells.words[chunk + VALUES_KEYS] as number] as SharedKeys;
}

/** Makes `dict` one that keeps its values in `chunk`. */
export function attach(process: Process, dict: number, chunk: number, used: number): void {
  const { heap } = process;
  heap.words[dict + A] = chunk;
  heap.words[dict + B] = used;
  heap.words[dict + META] = (heap.words[dict + META] as number) | SPLIT;
}

export function get(process: Process, dict: number, key: number): number {
  const chunk = process.heap.words[dict + A] as number;
  const place = keysOf(process, chunk).find(process, key);
  return place < 0 ? 0 : (process.heap.cells.words[chunk + VALUES_HEADER + place] as number);
}

/** Stores and counts; false when this dict cannot go on sharing keys. */
export function set(process: Process, dict: number, key: number, value: number): boolean {
  const { heap } = process;
  const chunk = heap.words[dict + A] as number;
  const keys = keysOf(process, chunk);
  if (heap.typeOf(key) !== process.types.atoms.str) return false;
  let place = keys.find(process, key);
  const used = heap.words[dict + B] as number;
  const fresh = place < 0 || heap.cells.words[chunk + VALUES_HEADER + place] === 0;
  if (fresh && process.profile.layout.attributes === 'dict' && used !== (place < 0 ? keys.size : place))
    return false;
  if (place < 0) {
    if (keys.usable <= 0) return false;
    place = keys.add(process, key);
  }
  if (fresh) heap.words[dict + B] = used + 1;
  storeValue(process, chunk, place, value, heap.serialOf(dict));
  return true;
}

/** true: removed; false: not there; 'combine': up to 3.10 a shared table takes no deletion. */
export function remove(process: Process, dict: number, key: number): boolean | 'combine' {
  const { heap } = process;
  const chunk = heap.words[dict + A] as number;
  const place = keysOf(process, chunk).find(process, key);
  if (place < 0 || heap.cells.words[chunk + VALUES_HEADER + place] === 0) return false;
  if (process.profile.layout.attributes === 'dict') return 'combine';
  heap.words[dict + B] = (heap.words[dict + B] as number) - 1;
  dropValue(process, chunk, place, heap.serialOf(dict));
  return true;
}

/** Writes a value into its place and drops the one that was there. */
export function storeValue(
  process: Process,
  chunk: number,
  place: number,
  value: number,
  holder: number,
): void {
  const { heap } = process;
  const cell = chunk + VALUES_HEADER + place;
  const old = heap.cells.words[cell] as number;
  heap.addReference(value, holder);
  heap.cells.words[cell] = value;
  if (old !== 0) heap.dealloc.dropLast(old, holder);
  else if (process.profile.layout.attributes !== 'dict') noteOrder(process, chunk, place);
}

export function dropValue(process: Process, chunk: number, place: number, holder: number): void {
  const { heap } = process;
  const cell = chunk + VALUES_HEADER + place;
  const old = heap.cells.words[cell] as number;
  heap.cells.words[cell] = 0;
  forgetOrder(process, chunk, place);
  heap.dealloc.dropLast(old, holder);
}

/** Borrowed [key, value] pairs of a values chunk in the order in which a dict over it iterates. */
export function pairsOf(process: Process, chunk: number): [number, number][] {
  const cells = process.heap.cells.words;
  const keys = keysOf(process, chunk);
  const capacity = cells[chunk + VALUES_CAPACITY] as number;
  const pairs: [number, number][] = [];
  if (process.profile.layout.attributes === 'dict') {
    for (let place = 0; place < Math.min(capacity, keys.size); place++) {
      const value = cells[chunk + VALUES_HEADER + place] as number;
      if (value !== 0) pairs.push([keys.at(place), value]);
    }
    return pairs;
  }
  for (let at = 0; at < (cells[chunk + VALUES_ORDER_USED] as number); at++) {
    const place = cells[chunk + VALUES_HEADER + capacity + at] as number;
    pairs.push([keys.at(place), cells[chunk + VALUES_HEADER + place] as number]);
  }
  return pairs;
}

export function entries(process: Process, dict: number): [number, number][] {
  return pairsOf(process, process.heap.words[dict + A] as number);
}

/** DK_LOG_SIZE of the shared keys: from 3.11 there is room for all that a class may ever have (NEXT_LOG2_KEYS_MAX_SIZE). */
export function log2Slots(process: Process, dict: number): number {
  if (process.profile.layout.attributes !== 'dict') return LARGEST_LOG2;
  return keysOf(process, process.heap.words[dict + A] as number).log2;
}

/**
 * Bytes that getsizeof(dict) counts beside the header (_PyDict_SizeOf): the values, from 3.11 as many as the shared keys have
 * room for now, and the keys themselves once this dict is the last that uses them.
 */
export function sizeofValues(process: Process, dict: number): number {
  const chunk = process.heap.words[dict + A] as number;
  const { attributes } = process.profile.layout;
  const keys = keysOf(process, chunk);
  if (attributes === 'dict') {
    const values = 8 * (process.heap.cells.words[chunk + VALUES_CAPACITY] as number);
    return values + (keys.isOwnedByOneDict(process) ? tableBytes(process, keys.log2, false) : 0);
  }
  return 8 * (keys.size + keys.usable);
}

/** The dict is no longer split; its values chunk is returned, its references still in it. */
export function takeValues(process: Process, dict: number): number {
  const { heap } = process;
  const chunk = heap.words[dict + A] as number;
  heap.words[dict + META] = (heap.words[dict + META] as number) & ~SPLIT;
  return chunk;
}

export function isEmbedded(process: Process, chunk: number): boolean {
  return process.heap.cells.words[chunk + VALUES_BLOCK] === EMBEDDED;
}

function noteOrder(process: Process, chunk: number, place: number): void {
  const cells = process.heap.cells.words;
  const used = cells[chunk + VALUES_ORDER_USED] as number;
  cells[chunk + VALUES_HEADER + (cells[chunk + VALUES_CAPACITY] as number) + used] = place;
  cells[chunk + VALUES_ORDER_USED] = used + 1;
}

function forgetOrder(process: Process, chunk: number, place: number): void {
  const cells = process.heap.cells.words;
  const first = chunk + VALUES_HEADER + (cells[chunk + VALUES_CAPACITY] as number);
  const used = cells[chunk + VALUES_ORDER_USED] as number;
  const at = cells.subarray(first, first + used).indexOf(place);
  cells.copyWithin(first + at, first + at + 1, first + used);
  cells[chunk + VALUES_ORDER_USED] = used - 1;
}
