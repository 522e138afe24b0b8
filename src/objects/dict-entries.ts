/** Entries of a dict's table: how one is found, and written (dict.ts says how a table is laid out). */
import {
  TABLE_ENTRIES_USED,
  TABLE_ENTRY,
  TABLE_HEADER,
  TABLE_INDEX,
  TABLE_LOG2_SLOTS,
  TABLE_USABLE,
} from '../heap/index.ts';
import { equalKeys } from './equality.ts';
import { hashOf } from './hash.ts';
import type { Process } from './process.ts';

/** Cell offset of the entry of an interned name in this table, 0 when there is none. */
export function entryOf(process: Process, chunk: number, name: number): number {
  return find(process, chunk, name, hashOf(process, name));
}

/** Where the next place is that a key is looked for: by ever more of its hash, as in dictobject.c, so that runs of ints make no long ways. */
const PERTURB_SHIFT = 5;

/** Cell offset of the entry with this key, 0 when there is none. */
export function find(process: Process, chunk: number, key: number, hash: number): number {
  const cells = process.heap.cells.words;
  const index = cells[chunk + TABLE_INDEX] as number;
  if (index === 0) {
    const end = chunk + TABLE_HEADER + (cells[chunk + TABLE_ENTRIES_USED] as number) * TABLE_ENTRY;
    for (let at = chunk + TABLE_HEADER; at < end; at += TABLE_ENTRY) {
      if (cells[at] === hash && cells[at + 1] !== 0 && equalKeys(process, cells[at + 1] as number, key))
        return at;
    }
    return 0;
  }
  const mask = (1 << (cells[chunk + TABLE_LOG2_SLOTS] as number)) - 1;
  let perturb = hash >>> 0;
  for (let slot = hash & mask; ; slot = (Math.imul(slot, 5) + perturb + 1) & mask) {
    perturb >>>= PERTURB_SHIFT;
    const entry = cells[index + slot] as number;
    if (entry === 0) return 0;
    const at = chunk + TABLE_HEADER + (entry - 1) * TABLE_ENTRY;
    if (cells[at] === hash && cells[at + 1] !== 0 && equalKeys(process, cells[at + 1] as number, key))
      return at;
  }
}

/** Writes the next entry; there is room for it. Counts nothing. */
export function putEntry(process: Process, chunk: number, key: number, value: number, hash: number): void {
  const cells = process.heap.cells.words;
  const entry = cells[chunk + TABLE_ENTRIES_USED] as number;
  const at = chunk + TABLE_HEADER + entry * TABLE_ENTRY;
  cells[at] = hash;
  cells[at + 1] = key;
  cells[at + 2] = value;
  cells[chunk + TABLE_ENTRIES_USED] = entry + 1;
  cells[chunk + TABLE_USABLE] = (cells[chunk + TABLE_USABLE] as number) - 1;
  const index = cells[chunk + TABLE_INDEX] as number;
  if (index === 0) return;
  const mask = (1 << (cells[chunk + TABLE_LOG2_SLOTS] as number)) - 1;
  let slot = hash & mask;
  let perturb = hash >>> 0;
  while (cells[index + slot] !== 0) {
    perturb >>>= PERTURB_SHIFT;
    slot = (Math.imul(slot, 5) + perturb + 1) & mask;
  }
  cells[index + slot] = entry + 1;
}
