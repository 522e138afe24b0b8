/**
 * Dicts of attributes, which share their keys with those of the other instances of a class while they can (PEP 412;
 * dictobject.c:new_dict_with_shared_keys, _PyObjectDict_SetItem).
 */
import {
  A,
  TABLE_ENTRIES_USED,
  TABLE_ENTRY,
  TABLE_GENERAL,
  TABLE_HEADER,
  TABLE_LOG2_SLOTS,
  TABLE_USABLE,
  usableOf,
} from '../heap/index.ts';
import * as dicts from './dict.ts';
import type { Process } from './process.ts';
import { type KeysHolder, SharedKeys } from './shared-keys.ts';
import * as split from './split-dict.ts';

/** A new dict, which shares the class's keys if it has any. */
export function newAttributeDict(process: Process, holder: KeysHolder): number {
  const keys = holder.sharedKeys;
  if (keys === null) return dicts.newDict(process);
  const capacity =
    process.profile.layout.attributes === 'dict' ? usableOf(keys.log2) : keys.size + keys.usable;
  const chunk = split.newValues(process, keys, capacity, 0);
  const dict = dicts.newDict(process);
  split.attach(process, dict, chunk, 0);
  return dict;
}

/** dict[key] = value; up to 3.10 what becomes of the shared keys when the dict leaves them is decided here. */
export function setInDict(
  process: Process,
  holder: KeysHolder,
  { dict, key, value }: { readonly dict: number; readonly key: number; readonly value: number },
): void {
  const keys = holder.sharedKeys;
  const shared =
    keys !== null &&
    process.profile.layout.attributes === 'dict' &&
    dicts.isSplit(process, dict) &&
    split.keysOf(process, process.heap.words[dict + A] as number) === keys;
  dicts.dictSet(process, dict, key, value);
  if (!shared || holder.sharedKeys !== keys || dicts.isSplit(process, dict)) return;
  holder.sharedKeys = keys.isShared(process) ? null : shareTable(process, dict);
  if (!keys.isShared(process)) keys.release(process);
}

/** del dict[key], false when it is not there; up to 3.10 the class shares its keys no longer. */
export function deleteInDict(process: Process, holder: KeysHolder, dict: number, key: number): boolean {
  const deleted = dicts.dictDelete(process, dict, key);
  if (process.profile.layout.attributes === 'dict') stopSharing(process, holder);
  return deleted;
}

/** A new class has keys for its instances' dicts (_PyDict_NewKeysForClass). */
export function giveKeys(process: Process, holder: KeysHolder): void {
  holder.sharedKeys = SharedKeys.ofClass(process);
  process.keyHolders.add(holder);
}

/** The class has died. */
export function dropKeys(process: Process, holder: KeysHolder): void {
  stopSharing(process, holder);
  process.keyHolders.delete(holder);
}

function stopSharing(process: Process, holder: KeysHolder): void {
  const keys = holder.sharedKeys;
  holder.sharedKeys = null;
  if (keys !== null && !keys.isShared(process)) keys.release(process);
}

/** make_keys_shared: the table that the only sharing dict has grown becomes the class's, its values move to an array. */
function shareTable(process: Process, dict: number): SharedKeys | null {
  const { heap } = process;
  const table = heap.words[dict + A] as number;
  const cells = heap.cells.words;
  if (cells[table + TABLE_GENERAL] !== 0) return null;
  const log2 = cells[table + TABLE_LOG2_SLOTS] as number;
  const pairs = dicts.dictEntries(process, dict);
  const names = pairs.map(([key]) => key);
  const usable = cells[table + TABLE_USABLE] as number;
  const keys = SharedKeys.restore(process, { names, log2, usable, table });
  const chunk = split.newValues(process, keys, usableOf(log2), 0);
  for (const [place, [, value]] of pairs.entries())
    heap.cells.words[chunk + split.VALUES_START + place] = value;
  forgetEntries(heap.cells.words, table);
  split.attach(process, dict, chunk, pairs.length);
  return keys;
}

/** The table belongs to the class now: its entries' references are the shared keys' and the values chunk's. */
function forgetEntries(cells: Int32Array, table: number): void {
  const first = table + TABLE_HEADER;
  cells.fill(0, first, first + (cells[table + TABLE_ENTRIES_USED] as number) * TABLE_ENTRY);
}
