/**
 * Sets and frozensets: 8 slots inside the header, a table of its own beyond (setobject.c).
 *
 *   table chunk | mask | fill | block | low hash, high hash, key | ...        key 0: unused, -1: dummy
 *
 * The probing is CPython's, because iteration follows the table: up to LINEAR_PROBES neighbours, then a jump by the hash's
 * next bits. Always: B = keys in use <= fill = keys + dummies; fill * 5 < mask * 3 + 5 after every insertion.
 */

import {
  A,
  B,
  SET_BLOCK,
  SET_DUMMY,
  SET_FILL,
  SET_HEADER,
  SET_MASK,
  SET_SLOT,
  type TypeInfo,
} from '../heap/index.ts';
import { equalKeys } from './equality.ts';
import { hash64Of } from './hash.ts';
import { maySeeReferences, whileHeld } from './held-keys.ts';
import type { Process } from './process.ts';
import { withStoredHashes } from './stored-hashes.ts';
import type { Hash64 } from './values/hash64.ts';

const SET_BYTES = 216;
const TABLE_SLOT_BYTES = 16;
const SMALL_TABLE = 8;
const LINEAR_PROBES = 9;
const PERTURB_SHIFT = 5;

/** An empty set or frozenset, tracked (make_new_set). */
export function newSet(process: Process, type: TypeInfo): number {
  const set = process.heap.newGcObject(type, SET_BYTES);
  process.heap.track(set);
  return set;
}

export function setSize(process: Process, set: number): number {
  return process.heap.words[set + B] as number;
}

/** Borrowed keys in table order. */
export function setItems(process: Process, set: number): number[] {
  const { heap } = process;
  const chunk = heap.words[set + A] as number;
  const keys: number[] = [];
  if (chunk === 0) return keys;
  const slots = (heap.cells.words[chunk + SET_MASK] as number) + 1;
  for (let slot = 0; slot < slots; slot++) {
    const key = heap.cells.words[chunk + SET_HEADER + slot * SET_SLOT + 2] as number;
    if (key > 0) keys.push(key);
  }
  return keys;
}

/** The hashes of the keys, which lie in the table. */
export function setHashes(process: Process, set: number): Hash64[] {
  const { heap } = process;
  const chunk = heap.words[set + A] as number;
  const hashes: Hash64[] = [];
  if (chunk === 0) return hashes;
  const end = chunk + SET_HEADER + ((heap.cells.words[chunk + SET_MASK] as number) + 1) * SET_SLOT;
  for (let at = chunk + SET_HEADER; at < end; at += SET_SLOT) {
    if ((heap.cells.words[at + 2] as number) <= 0) continue;
    hashes.push({ lo: heap.cells.words[at] as number, hi: heap.cells.words[at + 1] as number });
  }
  return hashes;
}

export function setHas(process: Process, set: number, key: number): boolean {
  const hash = hash64Of(process, key);
  const chunk = process.heap.words[set + A] as number;
  return chunk !== 0 && (process.heap.cells.words[probe(process, chunk, key, hash) + 2] as number) > 0;
}

/** set.add (set_add_entry); false when an equal key was there. */
export function setAdd(process: Process, set: number, key: number): boolean {
  const { heap } = process;
  const hash = hash64Of(process, key);
  if (heap.words[set + A] === 0) heap.words[set + A] = newTable(process, SMALL_TABLE, 0);
  const chunk = heap.words[set + A] as number;
  const takesDummy = process.profile.growth.setReusesDummies;
  const slot = maySeeReferences(process, key)
    ? whileHeld(process, key, () => probe(process, chunk, key, hash, takesDummy))
    : probe(process, chunk, key, hash, takesDummy);
  const cells = heap.cells.words;
  if ((cells[slot + 2] as number) > 0) return false;
  const reused = cells[slot + 2] === SET_DUMMY;
  const fill = (cells[chunk + SET_FILL] as number) + (reused ? 0 : 1);
  const used = (heap.words[set + B] as number) + 1;
  writeSlot(cells, slot, key, hash);
  cells[chunk + SET_FILL] = fill;
  heap.words[set + B] = used;
  heap.addReference(key, heap.serialOf(set));
  if (reused) return true;
  if (fill * 5 >= (cells[chunk + SET_MASK] as number) * 3)
    resizeSet(process, set, used > 50000 ? used * 2 : used * 4);
  return true;
}

/** set.discard: leaves a dummy (set_discard_entry); false when it was not there. */
export function setDiscard(process: Process, set: number, key: number): boolean {
  const { heap } = process;
  const hash = hash64Of(process, key);
  const chunk = heap.words[set + A] as number;
  if (chunk === 0) return false;
  const slot = probe(process, chunk, key, hash);
  if ((heap.cells.words[slot + 2] as number) <= 0) return false;
  discardSlot(process, set, slot);
  return true;
}

/** A set has no hash: a frozenset of its keys is looked for in its place (set_discard). */
export function setDiscardSet(process: Process, set: number, key: number): boolean {
  const frozen = newSet(process, process.types.frozenset);
  setMerge(process, frozen, key);
  const found = setDiscard(process, set, frozen);
  process.heap.decref(frozen);
  return found;
}

/** The key in this slot of the table goes. */
export function discardSlot(process: Process, set: number, slot: number): void {
  const { heap } = process;
  const found = heap.cells.words[slot + 2] as number;
  heap.cells.words[slot] = -1;
  heap.cells.words[slot + 1] = -1;
  heap.cells.words[slot + 2] = SET_DUMMY;
  heap.words[set + B] = (heap.words[set + B] as number) - 1;
  heap.dealloc.dropLast(found, heap.serialOf(set));
}

/** Room for so many more keys at once; gives how many places were in use before. */
export function setMakeRoom(process: Process, set: number, more: number): number {
  const { heap } = process;
  if (heap.words[set + A] === 0) heap.words[set + A] = newTable(process, SMALL_TABLE, 0);
  const cells = heap.cells.words;
  const chunk = heap.words[set + A] as number;
  const fill = cells[chunk + SET_FILL] as number;
  if ((fill + more) * 5 >= (cells[chunk + SET_MASK] as number) * 3)
    resizeSet(process, set, (setSize(process, set) + more) * 2);
  return fill;
}

/** Adds all keys of another set: presized when that would fill three fifths (set_merge). */
export function setMerge(process: Process, set: number, other: number): void {
  if (mergesAtOnce(process, set, other)) return;
  withStoredHashes(process, other, () => {
    for (const key of setItems(process, other)) setAdd(process, set, key);
  });
}

/** Adds them where no key has to be looked for; false: there is room for them, and they are to be added one by one. */
export function mergesAtOnce(process: Process, set: number, other: number): boolean {
  const more = setSize(process, other);
  if (more === 0 || set === other) return true;
  const fill = setMakeRoom(process, set, more);
  if (fill !== 0 || !sameTable(process, set, other)) return false;
  copyTable(process, set, other);
  return true;
}

/** Discards all keys of another set. */
export function setSubtract(process: Process, set: number, other: number): void {
  if (set === other) return clearSet(process, set);
  everyKey(process, other, (key) => {
    setDiscard(process, set, key);
    return true;
  });
  dropDummies(process, set);
}

export function clearSet(process: Process, set: number): void {
  process.heap.dealloc.clear(set);
}

export function equalSets(process: Process, a: number, b: number): boolean {
  return (
    setSize(process, a) === setSize(process, b) && everyKey(process, a, (key) => setHas(process, b, key))
  );
}

/** Whether all keys pass: each is held meanwhile, and its hash is the one in the table (set_next). */
export function everyKey(process: Process, set: number, test: (key: number) => boolean): boolean {
  return withStoredHashes(process, set, () =>
    setItems(process, set).every((key) => whileHeld(process, key, () => test(key))),
  );
}

export function setSizeof(process: Process, set: number): number {
  const chunk = process.heap.words[set + A] as number;
  if (chunk === 0 || process.heap.cells.words[chunk + SET_BLOCK] === 0) return SET_BYTES;
  return SET_BYTES + TABLE_SLOT_BYTES * ((process.heap.cells.words[chunk + SET_MASK] as number) + 1);
}

/** After the keys of another set were discarded: more than a quarter dummies go (set_difference_update_internal). */
export function dropDummies(process: Process, set: number): void {
  const { words } = process.heap;
  const chunk = words[set + A] as number;
  if (chunk === 0) return;
  const cells = process.heap.cells.words;
  const used = words[set + B] as number;
  const dummies = (cells[chunk + SET_FILL] as number) - used;
  if (dummies > (cells[chunk + SET_MASK] as number) >> 2)
    resizeSet(process, set, used > 50000 ? used * 2 : used * 4);
}

/** The smallest power of two above `wanted`, keys put in anew in table order, dummies left out (set_table_resize). */
function resizeSet(process: Process, set: number, wanted: number): void {
  const { heap } = process;
  let slots = SMALL_TABLE;
  while (slots <= wanted) slots *= 2;
  const old = heap.words[set + A] as number;
  const block = slots === SMALL_TABLE ? 0 : heap.memory.alloc(slots * TABLE_SLOT_BYTES);
  const chunk = newTable(process, slots, block);
  const cells = heap.cells.words;
  const oldSlots = (cells[old + SET_MASK] as number) + 1;
  for (let slot = 0; slot < oldSlots; slot++) {
    const from = old + SET_HEADER + slot * SET_SLOT;
    if ((cells[from + 2] as number) <= 0) continue;
    const to = cleanSlot(cells, chunk, cells[from] as number, cells[from + 1] as number);
    cells.copyWithin(to, from, from + SET_SLOT);
  }
  cells[chunk + SET_FILL] = heap.words[set + B] as number;
  heap.words[set + A] = chunk;
  const oldBlock = cells[old + SET_BLOCK] as number;
  if (oldBlock !== 0) heap.memory.free(oldBlock);
  heap.cells.free(old, SET_HEADER + oldSlots * SET_SLOT);
}

/**
 * The slot that holds `key`, or the unused slot where the search ends (set_lookkey); with `takeDummy` the last dummy passed on
 * the way, if any, in place of that (set_add_entry).
 */
function probe(process: Process, chunk: number, key: number, hash: Hash64, takeDummy = false): number {
  const cells = process.heap.cells.words;
  const mask = cells[chunk + SET_MASK] as number;
  let low = hash.lo;
  let high = hash.hi;
  let at = low & mask;
  let dummy = 0;
  for (;;) {
    const last = at + LINEAR_PROBES <= mask ? at + LINEAR_PROBES : at;
    for (let slot = at; slot <= last; slot++) {
      const cell = chunk + SET_HEADER + slot * SET_SLOT;
      const found = cells[cell + 2] as number;
      if (found === 0) return dummy === 0 ? cell : dummy;
      if (found === SET_DUMMY && takeDummy) dummy = cell;
      if (
        found > 0 &&
        cells[cell] === hash.lo &&
        cells[cell + 1] === hash.hi &&
        equalKeys(process, found, key)
      )
        return cell;
    }
    low = (low >>> PERTURB_SHIFT) | (high << (32 - PERTURB_SHIFT));
    high >>>= PERTURB_SHIFT;
    at = (Math.imul(at, 5) + 1 + low) & mask;
  }
}

/** The unused slot for a key that is not there (set_insert_clean). */
function cleanSlot(cells: Int32Array, chunk: number, lo: number, hi: number): number {
  const mask = cells[chunk + SET_MASK] as number;
  let low = lo;
  let high = hi;
  let at = low & mask;
  for (;;) {
    const last = at + LINEAR_PROBES <= mask ? at + LINEAR_PROBES : at;
    for (let slot = at; slot <= last; slot++) {
      const cell = chunk + SET_HEADER + slot * SET_SLOT;
      if (cells[cell + 2] === 0) return cell;
    }
    low = (low >>> PERTURB_SHIFT) | (high << (32 - PERTURB_SHIFT));
    high >>>= PERTURB_SHIFT;
    at = (Math.imul(at, 5) + 1 + low) & mask;
  }
}

function writeSlot(cells: Int32Array, cell: number, key: number, hash: Hash64): void {
  cells[cell] = hash.lo;
  cells[cell + 1] = hash.hi;
  cells[cell + 2] = key;
}

function newTable(process: Process, slots: number, block: number): number {
  const chunk = process.heap.cells.alloc(SET_HEADER + slots * SET_SLOT);
  process.heap.cells.words[chunk + SET_MASK] = slots - 1;
  process.heap.cells.words[chunk + SET_BLOCK] = block;
  return chunk;
}

function sameTable(process: Process, set: number, other: number): boolean {
  const cells = process.heap.cells.words;
  const from = process.heap.words[other + A] as number;
  const to = process.heap.words[set + A] as number;
  return (
    cells[from + SET_MASK] === cells[to + SET_MASK] && cells[from + SET_FILL] === setSize(process, other)
  );
}

function copyTable(process: Process, set: number, other: number): void {
  const { heap } = process;
  const from = heap.words[other + A] as number;
  const to = heap.words[set + A] as number;
  const slots = (heap.cells.words[from + SET_MASK] as number) + 1;
  heap.cells.words.copyWithin(to + SET_HEADER, from + SET_HEADER, from + SET_HEADER + slots * SET_SLOT);
  heap.cells.words[to + SET_FILL] = setSize(process, other);
  heap.words[set + B] = setSize(process, other);
  const serial = heap.serialOf(set);
  for (const key of setItems(process, set)) heap.addReference(key, serial);
}
