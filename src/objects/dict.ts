/**
 * Dicts with a keys table of their own: entries in insertion order and an index to find them (dictobject.c).
 *
 *   table chunk | log2 slots | usable | entries used | block | general | index | hash key value | hash key value | ...
 *
 * Always: B = entries whose key is not 0; entries used + usable = usableOf(log2 slots); deleting gives no usable entry back.
 * The size in bytes of the table is CPython's; how an entry is found is ours: small tables are scanned, larger ones have an
 * index of entry numbers + 1 with linear probing (a dict shows no trace of its probing order).
 * Dicts that share their keys with a class are split-dict.ts's.
 */
import {
  A,
  B,
  dictTableCells,
  EV,
  freeDictTable,
  freeValues,
  META,
  mayBeTracked,
  OUTSIDE,
  SPLIT,
  symbolOfKeys,
  TABLE_BLOCK,
  TABLE_ENTRIES_USED,
  TABLE_ENTRY,
  TABLE_GENERAL,
  TABLE_HEADER,
  TABLE_INDEX,
  TABLE_LOG2_SLOTS,
  TABLE_USABLE,
  usableOf,
  WATCHED,
} from '../heap/index.ts';
import { find, putEntry } from './dict-entries.ts';
import { hashOf } from './hash.ts';
import { maySeeReferences, whileHeld } from './held-keys.ts';
import type { Process } from './process.ts';
import * as split from './split-dict.ts';
import { log2AtLeast, SMALLEST_LOG2, tableBytes } from './table-bytes.ts';
import { PythonRaise } from './values/python-raise.ts';

const DICT_BYTES = 64;

/** `{}`: an untracked dict without a table (PyDict_New). */
export function newDict(process: Process): number {
  const { heap, types } = process;
  const block = heap.freeLists.dict.pop();
  if (block === undefined) return newFreshDict(process);
  heap.ring.emit(EV.FREE_LIST_POPPED, heap.symbolOfType(types.dict), heap.freeLists.dict.length, 0);
  return heap.newObject(types.dict, block);
}

/** The same, not from the free list. */
export function newFreshDict(process: Process): number {
  return process.heap.newGcObject(process.types.dict, DICT_BYTES);
}

/** dict() called as a type: up to 3.9 it owns a table of 8 slots from the start (dict_new). */
export function callDict(process: Process): number {
  const dict = newDict(process);
  if (process.profile.growth.dictCallOwnsTable)
    process.heap.words[dict + A] = newTable(process, SMALLEST_LOG2, false);
  return dict;
}

/** A dict with room for `entries` entries (_PyDict_NewPresized), as displays of constant keys make it. */
export function newPresizedDict(process: Process, entries: number, general: boolean): number {
  const dict = newDict(process);
  if (entries <= usableOf(SMALLEST_LOG2) && process.profile.growth.dictPresizeSkipsSmall) return dict;
  const log2 = log2AtLeast(process, Math.floor((entries * 3 + 1) / 2));
  process.heap.words[dict + A] = newTable(process, log2, general);
  return dict;
}

export function dictSize(process: Process, dict: number): number {
  return process.heap.words[dict + B] as number;
}

/** Borrowed value of `key`, 0 when it is not there. */
export function dictGet(process: Process, dict: number, key: number): number {
  return valueOf(process, dict, key, hashOf(process, key));
}

function valueOf(process: Process, dict: number, key: number, hash: number): number {
  if (isSplit(process, dict)) return split.get(process, dict, key);
  const chunk = process.heap.words[dict + A] as number;
  if (chunk === 0) return 0;
  const entry = find(process, chunk, key, hash);
  return entry === 0 ? 0 : (process.heap.cells.words[entry + 2] as number);
}

/** d[key] = value (PyDict_SetItem): new references to both are counted; an old value is dropped after. */
export function dictSet(process: Process, dict: number, key: number, value: number): void {
  if (!maySeeReferences(process, key)) return setHashed(process, dict, key, value, hashOf(process, key));
  const hash = process.profile.growth.dictHoldsHashed
    ? whileHeld(process, key, () => hashOf(process, key))
    : hashOf(process, key);
  whileHeld(process, key, () => setHashed(process, dict, key, value, hash));
}

/** The same of a key that is exactly a str. */
export function dictSetNamed(process: Process, dict: number, key: number, value: number): void {
  setHashed(process, dict, key, value, hashOf(process, key));
}

/** The same of a key and a value whose references the dict takes over (_PyDict_SetItem_Take2), where it does. */
export function dictSetTaken(process: Process, dict: number, key: number, value: number): void {
  if (process.profile.growth.dictHoldsHashed) setHashed(process, dict, key, value, hashOf(process, key));
  else dictSet(process, dict, key, value);
}

/** insertdict */
function setHashed(process: Process, dict: number, key: number, value: number, hash: number): void {
  maintainTracking(process, dict, key, value);
  if (isSplit(process, dict)) {
    if (split.set(process, dict, key, value)) return;
    combine(process, dict, growthLog2(process, dict), !isStr(process, key));
  }
  const entry = find(process, tableFor(process, dict, key), key, hash);
  if (entry !== 0) replaceValue(process, dict, entry, value);
  else insertNew(process, dict, key, value, hash);
}

/** dict.setdefault: the key is looked for once. Borrowed. */
export function dictSetDefault(process: Process, dict: number, key: number, value: number): number {
  const hash = hashOf(process, key);
  const found = valueOf(process, dict, key, hash);
  if (found !== 0) return found;
  maintainTracking(process, dict, key, value);
  if (isSplit(process, dict)) {
    if (split.set(process, dict, key, value)) return value;
    combine(process, dict, growthLog2(process, dict), !isStr(process, key));
  }
  tableFor(process, dict, key);
  insertNew(process, dict, key, value, hash);
  return value;
}

/** The dict's table, made for this first key where there is none. */
function tableFor(process: Process, dict: number, key: number): number {
  const { words } = process.heap;
  if (words[dict + A] === 0) words[dict + A] = newTable(process, SMALLEST_LOG2, !isStr(process, key));
  return process.heap.words[dict + A] as number;
}

/** dict.pop: the value with a reference of the caller's, 0 when the key is not there. */
export function dictTake(process: Process, dict: number, key: number): number {
  const { heap } = process;
  const chunk = heap.words[dict + A] as number;
  if (isSplit(process, dict)) {
    const value = dictGet(process, dict, key);
    if (value !== 0) heap.incref(value);
    if (value !== 0) dictDelete(process, dict, key);
    return value;
  }
  const hash = hashOf(process, key);
  const entry = chunk === 0 ? 0 : find(process, chunk, key, hash);
  if (entry === 0) return 0;
  const value = heap.cells.words[entry + 2] as number;
  heap.incref(value);
  removeEntry(process, dict, entry);
  return value;
}

/** del d[key]: false when it is not there. The table keeps its size. */
export function dictDelete(process: Process, dict: number, key: number): boolean {
  const { heap } = process;
  const hash = hashOf(process, key);
  if (isSplit(process, dict)) {
    const removed = split.remove(process, dict, key);
    if (removed !== 'combine') return removed;
    combine(process, dict, split.log2Slots(process, dict), false);
  }
  const chunk = heap.words[dict + A] as number;
  const entry = chunk === 0 ? 0 : find(process, chunk, key, hash);
  if (entry === 0) return false;
  removeEntry(process, dict, entry);
  return true;
}

function removeEntry(process: Process, dict: number, entry: number): void {
  const { heap } = process;
  const cells = heap.cells.words;
  const oldKey = cells[entry + 1] as number;
  const oldValue = cells[entry + 2] as number;
  cells[entry + 1] = 0;
  cells[entry + 2] = 0;
  heap.words[dict + B] = (heap.words[dict + B] as number) - 1;
  const serial = heap.serialOf(dict);
  heap.dropReference(oldKey, serial);
  heap.dealloc.dropLast(oldValue, serial);
}

/** What dict.popitem takes away: the last entry, whose place is free again; a table of its own comes before. */
export function dictDeleteLast(process: Process, dict: number, key: number): void {
  const { heap } = process;
  if (isSplit(process, dict)) combine(process, dict, split.log2Slots(process, dict), false);
  dictDelete(process, dict, key);
  const chunk = heap.words[dict + A] as number;
  const { words } = heap.cells;
  let used = words[chunk + TABLE_ENTRIES_USED] as number;
  while (used > 0 && words[chunk + TABLE_HEADER + (used - 1) * TABLE_ENTRY + 1] === 0) used--;
  words[chunk + TABLE_ENTRIES_USED] = used;
}

/** Borrowed [key, value] pairs in order: that of the table, or the one that an OrderedDict keeps. */
export function dictEntries(process: Process, dict: number): [number, number][] {
  if (isSplit(process, dict)) return split.entries(process, dict);
  const { heap } = process;
  const order = heap.annexes.of(dict)?.order();
  if (order !== undefined) return order.map((key) => [key, dictGet(process, dict, key)]);
  const chunk = heap.words[dict + A] as number;
  const pairs: [number, number][] = [];
  if (chunk === 0) return pairs;
  const cells = heap.cells.words;
  for (let entry = 0; entry < (cells[chunk + TABLE_ENTRIES_USED] as number); entry++) {
    const at = chunk + TABLE_HEADER + entry * TABLE_ENTRY;
    if (cells[at + 1] !== 0) pairs.push([cells[at + 1] as number, cells[at + 2] as number]);
  }
  return pairs;
}

export function clearDict(process: Process, dict: number): void {
  process.heap.dealloc.clear(dict);
}

/** getsizeof: the header and the table of its own, or the values when the keys are the class's (_PyDict_SizeOf). */
export function dictSizeof(process: Process, dict: number): number {
  const chunk = process.heap.words[dict + A] as number;
  if (chunk === 0) return DICT_BYTES;
  if (isSplit(process, dict)) return DICT_BYTES + split.sizeofValues(process, dict);
  const cells = process.heap.cells.words;
  return (
    DICT_BYTES +
    tableBytes(process, cells[chunk + TABLE_LOG2_SLOTS] as number, cells[chunk + TABLE_GENERAL] !== 0)
  );
}

/** A table of its own in place of keys shared with the class, with room for `log2` slots (dictresize on a split table). */
export function combine(process: Process, dict: number, log2: number, general: boolean): void {
  const { heap } = process;
  const pairs = split.entries(process, dict);
  const chunk = newTable(process, log2, general);
  const values = split.takeValues(process, dict);
  heap.words[dict + A] = chunk;
  const serial = heap.serialOf(dict);
  for (const [key, value] of pairs) {
    heap.addReference(key, serial);
    putEntry(process, chunk, key, value, hashOf(process, key));
  }
  freeValues(heap, values);
}

/** Tracks the dict, unless it comes from outside, as soon as it holds something that may be part of a cycle (MAINTAIN_TRACKING). */
export function maintainTracking(process: Process, dict: number, key: number, value: number): void {
  const { heap } = process;
  if (heap.isTracked(dict) || ((heap.words[dict + META] as number) & OUTSIDE) !== 0) return;
  if (!mayBeTracked(heap, value) && !mayBeTracked(heap, key)) return;
  heap.track(dict);
  heap.ring.emit(EV.OBJECT_TRACKED, heap.serialOf(dict), 0, 0);
}

/** The dict's table becomes one that only this dict's entries fill, dummies left out (dictresize). */
export function resizeTable(process: Process, dict: number, log2: number, general: boolean): void {
  const { heap } = process;
  const old = heap.words[dict + A] as number;
  const chunk = newTable(process, log2, general);
  const used = heap.cells.words[old + TABLE_ENTRIES_USED] as number;
  for (let entry = 0; entry < used; entry++) {
    const cells = heap.cells.words;
    const at = old + TABLE_HEADER + entry * TABLE_ENTRY;
    if (cells[at + 1] === 0) continue;
    putEntry(process, chunk, cells[at + 1] as number, cells[at + 2] as number, cells[at] as number);
  }
  heap.words[dict + A] = chunk;
  freeDictTable(heap, old);
}

export function isSplit(process: Process, dict: number): boolean {
  return ((process.heap.words[dict + META] as number) & SPLIT) !== 0;
}

export function isStr(process: Process, ref: number): boolean {
  return process.heap.typeOf(ref) === process.types.atoms.str;
}

function growthLog2(process: Process, dict: number): number {
  return log2AtLeast(process, (process.heap.words[dict + B] as number) * 3);
}

function insertNew(process: Process, dict: number, key: number, value: number, hash: number): void {
  const { heap } = process;
  let chunk = heap.words[dict + A] as number;
  const turnsGeneral = heap.cells.words[chunk + TABLE_GENERAL] === 0 && !isStr(process, key);
  const entriesWiden = process.profile.layout.dictStrEntry !== 24;
  if (heap.cells.words[chunk + TABLE_USABLE] === 0 || (turnsGeneral && entriesWiden)) {
    const general = turnsGeneral || heap.cells.words[chunk + TABLE_GENERAL] !== 0;
    resizeTable(process, dict, growthLog2(process, dict), general);
    chunk = heap.words[dict + A] as number;
  } else if (turnsGeneral) {
    heap.cells.words[chunk + TABLE_GENERAL] = 1;
  }
  putEntry(process, chunk, key, value, hash);
  if (((heap.words[dict + META] as number) & WATCHED) !== 0) process.watchedKeys++;
  heap.words[dict + B] = (heap.words[dict + B] as number) + 1;
  const serial = heap.serialOf(dict);
  heap.addReference(key, serial);
  heap.addReference(value, serial);
}

function replaceValue(process: Process, dict: number, entry: number, value: number): void {
  const { heap } = process;
  const old = heap.cells.words[entry + 2] as number;
  const serial = heap.serialOf(dict);
  heap.addReference(value, serial);
  heap.cells.words[entry + 2] = value;
  heap.dealloc.dropLast(old, serial);
}

/** Borrowed key of the entry that an equal one finds, 0 for none. */
export function storedKey(process: Process, dict: number, key: number): number {
  const chunk = process.heap.words[dict + A] as number;
  const entry = chunk === 0 ? 0 : find(process, chunk, key, hashOf(process, key));
  return entry === 0 ? 0 : (process.heap.cells.words[entry + 1] as number);
}

/** log2 of the slots of a dict's table, 0 without one. */
export function tableLog2(process: Process, dict: number): number {
  const chunk = process.heap.words[dict + A] as number;
  return chunk === 0 ? 0 : (process.heap.cells.words[chunk + TABLE_LOG2_SLOTS] as number);
}

/** An empty table; one of 8 slots may come from the free list of tables (new_keys_object). */
export function newTable(process: Process, log2: number, general: boolean): number {
  const { heap, profile } = process;
  const keepable = profile.freeLists.dictKeysOf === 'any' || !general;
  const kept = log2 === SMALLEST_LOG2 && keepable ? heap.freeLists.dictKeys.pop() : undefined;
  if (kept !== undefined) {
    heap.ring.emit(EV.FREE_LIST_POPPED, symbolOfKeys(heap), heap.freeLists.dictKeys.length, 0);
  }
  return tableIn(process, kept ?? heap.memory.alloc(tableBytes(process, log2, general)), { log2, general });
}

export function tableIn(process: Process, block: number, shape: { log2: number; general: boolean }): number {
  const { log2, general } = shape;
  const { heap } = process;
  const index = log2 === SMALLEST_LOG2 ? 0 : heap.cells.alloc(1 << log2);
  const chunk = heap.cells.alloc(dictTableCells(log2));
  const cells = heap.cells.words;
  cells[chunk + TABLE_LOG2_SLOTS] = log2;
  cells[chunk + TABLE_USABLE] = usableOf(log2);
  cells[chunk + TABLE_BLOCK] = block;
  cells[chunk + TABLE_GENERAL] = general ? 1 : 0;
  cells[chunk + TABLE_INDEX] = index;
  return chunk;
}

/** A table, no block of the program's, in which so many entries of keys that nobody asks for stand already, as growing made it. */
export function occupyTable(process: Process, dict: number, entries: number): void {
  giveRoom(process, dict, entries);
  takeRoom(process, dict, entries);
}

/** Before a key enters such a dict: a full table grows with all its entries, and those that nobody asks for stand in the new one, too. */
export function growOccupied(process: Process, dict: number, entries: number): void {
  const { cells, words } = process.heap;
  if (cells.words[(words[dict + A] as number) + TABLE_USABLE] !== 0) return;
  resizeTable(process, dict, log2AtLeast(process, ((words[dict + B] as number) + entries) * 3), true);
  takeRoom(process, dict, entries);
}

function takeRoom({ heap }: Process, dict: number, entries: number): void {
  const at = (heap.words[dict + A] as number) + TABLE_USABLE;
  heap.cells.words[at] = (heap.cells.words[at] as number) - entries;
}

/** An empty table, no block of the program's, for so many entries. */
export function giveRoom(process: Process, dict: number, entries: number): void {
  let log2 = SMALLEST_LOG2;
  while (usableOf(log2) < entries) log2 = log2AtLeast(process, usableOf(log2) * 3);
  process.heap.words[dict + A] = tableIn(process, 0, { log2, general: true });
}

/** KeyError with the key's repr, as d[key] raises it. */
export function keyError(process: Process, key: number): PythonRaise {
  return new PythonRaise('KeyError', process.repr(key));
}
