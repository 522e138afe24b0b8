/** Dicts out of dicts: copies, and updates from another one (PyDict_Copy, dict_merge). */

import {
  A,
  freeDictTable,
  freeValues,
  TABLE_ENTRIES_USED,
  TABLE_GENERAL,
  TABLE_LOG2_SLOTS,
  usableOf,
  VALUES_CAPACITY,
} from '../heap/index.ts';
import {
  combine,
  dictEntries,
  dictSet,
  dictSize,
  isSplit,
  newDict,
  newFreshDict,
  newTable,
  resizeTable,
  tableIn,
} from './dict.ts';
import { whileHeld } from './held-keys.ts';
import type { Process } from './process.ts';
import * as split from './split-dict.ts';
import { withStoredHashes } from './stored-hashes.ts';
import { log2AtLeast, SMALLEST_LOG2, tableBytes } from './table-bytes.ts';

/**
 * dict.copy (PyDict_Copy): of values over shared keys another array over the same keys, else the same table when at least two thirds
 * of it are in use, else one made to measure.
 */
export function copyDict(process: Process, dict: number): number {
  const used = dictSize(process, dict);
  if (used === 0) return newDict(process);
  const pairs = dictEntries(process, dict);
  const copy = isSplit(process, dict) ? splitCopy(process, dict) : tableCopy(process, dict, used);
  withStoredHashes(process, dict, () => {
    for (const [key, value] of pairs) dictSet(process, copy, key, value);
  });
  return copy;
}

/** An empty dict with room for all values of another one that shares its keys; it does not come from the free list. */
function splitCopy(process: Process, dict: number): number {
  const { heap } = process;
  const chunk = heap.words[dict + A] as number;
  const capacity = heap.cells.words[chunk + VALUES_CAPACITY] as number;
  const values = split.newValues(process, split.keysOf(process, chunk), capacity, 0);
  const copy = newFreshDict(process);
  split.attach(process, copy, values, 0);
  return copy;
}

function tableCopy(process: Process, dict: number, used: number): number {
  const { heap } = process;
  const cells = heap.cells.words;
  const chunk = heap.words[dict + A] as number;
  const general = cells[chunk + TABLE_GENERAL] !== 0;
  const copy = newDict(process);
  if (used >= Math.floor(((cells[chunk + TABLE_ENTRIES_USED] as number) * 2) / 3)) {
    cloneTable(process, copy, cells[chunk + TABLE_LOG2_SLOTS] as number, general);
  } else {
    heap.words[copy + A] = newTable(process, log2AtLeast(process, Math.floor((used * 3 + 1) / 2)), general);
  }
  return copy;
}

/** clone_combined_dict_keys: the keys' block comes from malloc, not from the free list. */
function cloneTable(process: Process, dict: number, log2: number, general: boolean): void {
  const { heap } = process;
  const block = heap.memory.alloc(tableBytes(process, log2, general));
  heap.words[dict + A] = tableIn(process, block, { log2, general });
}

/** Is it without gaps, and in no larger a table than it needs? */
function isClean(process: Process, dict: number): boolean {
  const { cells, words } = process.heap;
  const chunk = words[dict + A] as number;
  if (chunk === 0 || isSplit(process, dict)) return false;
  const used = dictSize(process, dict);
  const log2 = cells.words[chunk + TABLE_LOG2_SLOTS] as number;
  return (
    used > 0 &&
    used === cells.words[chunk + TABLE_ENTRIES_USED] &&
    (log2 === SMALLEST_LOG2 || usableOf(log2 - 1) < used)
  );
}

/** Has it room for keys that are not str? Tables that instances share have not. */
function hasGeneralTable(process: Process, dict: number): boolean {
  const { cells, words } = process.heap;
  return !isSplit(process, dict) && cells.words[(words[dict + A] as number) + TABLE_GENERAL] !== 0;
}

/** A table like the other's in place of whatever the empty dict has (dict_merge). */
function takeTableLike(process: Process, dict: number, other: number): void {
  const { heap } = process;
  const cells = heap.cells.words;
  const table = heap.words[other + A] as number;
  const wasSplit = isSplit(process, dict);
  const old = heap.words[dict + A] as number;
  if (wasSplit) split.takeValues(process, dict);
  cloneTable(process, dict, cells[table + TABLE_LOG2_SLOTS] as number, cells[table + TABLE_GENERAL] !== 0);
  if (wasSplit) freeValues(heap, old);
  else if (old !== 0) freeDictTable(heap, old);
}

/** Does the dict take a copy of the other's whole table? */
function takesTable(process: Process, dict: number, other: number): boolean {
  if (dictSize(process, dict) > 0 || !isClean(process, other)) return false;
  switch (process.profile.growth.dictMergeClones) {
    case 'never':
      return false;
    case 'unshared':
      return !isSplit(process, dict);
    default:
      return true;
  }
}

/** One resize ahead where the table is too small for all of the other's entries (dict_merge). */
function makeRoom(process: Process, dict: number, other: number): void {
  const { heap } = process;
  const more = dictSize(process, other);
  const chunk = heap.words[dict + A] as number;
  const isShared = isSplit(process, dict);
  if (chunk !== 0) {
    const slots = isShared
      ? split.log2Slots(process, dict)
      : (heap.cells.words[chunk + TABLE_LOG2_SLOTS] as number);
    if (usableOf(slots) >= more) return;
  }
  const log2 = log2AtLeast(process, Math.floor(((dictSize(process, dict) + more) * 3 + 1) / 2));
  const general = hasGeneralTable(process, other);
  if (chunk === 0) heap.words[dict + A] = newTable(process, log2, general);
  else if (isShared) combine(process, dict, log2, general);
  else resizeTable(process, dict, log2, general || heap.cells.words[chunk + TABLE_GENERAL] !== 0);
}

/** d.update(other) of another dict. */
export function mergeDict(process: Process, dict: number, other: number): void {
  if (dict === other || dictSize(process, other) === 0) return;
  if (takesTable(process, dict, other)) takeTableLike(process, dict, other);
  else makeRoom(process, dict, other);
  withStoredHashes(process, other, () => {
    for (const [key, value] of dictEntries(process, other))
      whileHeld(process, key, () => dictSet(process, dict, key, value));
  });
}
