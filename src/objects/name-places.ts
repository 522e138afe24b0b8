/**
 * Where a dict keeps a name, found again where it was found last: what CPython's inline caches of LOAD_GLOBAL and LOAD_ATTR do.
 *
 * A hint is the number of an entry. It is right when that entry is in use and its key is the very object that is looked for; whether the
 * dict has changed since does not matter. Dicts whose keys belong to a class are instance attributes' business.
 */
import * as heapRoom from '../heap/index.ts';
import { dictSet, isSplit, maintainTracking } from './dict.ts';
import { entryOf } from './dict-entries.ts';
import type { Process } from './process.ts';
import type { SharedKeys } from './shared-keys.ts';
import { storeValue } from './split-dict.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const {
  A,
  META,
  SERIAL,
  TABLE_ENTRIES_USED,
  TABLE_ENTRY,
  TABLE_HEADER,
  VALUES_HEADER,
  VALUES_KEYS,
  WATCHED,
} = heapRoom;

/** Cell offset of the value stored under an interned name, 0 when it is not there. `hints[site]` is where it was, and is set. */
export function valueCell(
  process: Process,
  dict: number,
  key: number,
  hints: Int32Array,
  site: number,
): number {
  const { words, cells } = process.heap;
  const chunk = words[dict + A] as number;
  if (chunk === 0 || isSplit(process, dict)) return 0;
  const hint = Math.max(hints[site] as number, 0);
  const at = chunk + TABLE_HEADER + hint * TABLE_ENTRY;
  if (hint < (cells.words[chunk + TABLE_ENTRIES_USED] as number) && cells.words[at + 1] === key)
    return at + 2;
  const found = entryOf(process, chunk, key);
  if (found === 0) return 0;
  hints[site] = (found - chunk - TABLE_HEADER) / TABLE_ENTRY;
  return found + 2;
}

/**
 * Which names a dict was found not to have, by their number in the code that looks for them: `dicts[name]` lacks it as long as
 * `process.watchedKeys` is still `since[name]` (the dict watchers of 3.12).
 */
export interface Absences {
  readonly dicts: Int32Array;
  readonly since: Int32Array;
}

/** Is it known that the dict lacks the name? A dict that took the place of the one that was watched is not watched. */
export function isAbsent(process: Process, dict: number, { dicts, since }: Absences, name: number): boolean {
  if (dicts[name] !== dict || since[name] !== process.watchedKeys) return false;
  return ((process.heap.words[dict + META] as number) & WATCHED) !== 0;
}

/** The dict has just been found to lack the name. */
export function noteAbsent(process: Process, dict: number, { dicts, since }: Absences, name: number): void {
  const { words } = process.heap;
  if (isSplit(process, dict)) return;
  if (((words[dict + META] as number) & WATCHED) === 0) {
    words[dict + META] = (words[dict + META] as number) | WATCHED;
    process.watchedKeys++;
  }
  dicts[name] = dict;
  since[name] = process.watchedKeys;
}

/** dict[name] = value as dictSet does it, the place known by a hint. */
export function storeByName(
  process: Process,
  dict: number,
  key: number,
  value: number,
  hints: Int32Array,
  site: number,
): void {
  const cell = valueCell(process, dict, key, hints, site);
  if (cell === 0) return dictSet(process, dict, key, value);
  const { heap } = process;
  maintainTracking(process, dict, key, value);
  const old = heap.cells.words[cell] as number;
  const serial = heap.serialOf(dict);
  heap.addReference(value, serial);
  heap.cells.words[cell] = value;
  heap.dealloc.dropLast(old, serial);
}

/**
 * Where the keys that instances of a class share have a name: `cell` cells after the start of the values, or, where that is 0, nowhere as
 * long as there are `size` of them. Names are only ever added and never move, and no keys get the id of others, so a place stays right.
 */
export interface SharedPlace {
  keys: SharedKeys | null;
  /** Their id, -1 while there are none. */
  keysId: number;
  cell: number;
  size: number;
}

/** What an instruction remembers of a name: its place among shared keys, and in a dict of the instance's own by `hints[site]`. */
export interface NameMemory extends SharedPlace {
  readonly hints: Int32Array;
  readonly site: number;
}

/** Borrowed value that an instance keeps under an interned name which is no slot, 0 when it keeps none. */
export function instanceValue(process: Process, instance: number, key: number, memory: NameMemory): number {
  const { words, cells } = process.heap;
  const a = words[instance + A] as number;
  if (a === 0) return 0;
  const cell = a > 0 ? sharedCell(process, a, key, memory) : dictCell(process, -a, key, memory);
  return cell === 0 ? 0 : (cells.words[cell] as number);
}

function dictCell(process: Process, dict: number, key: number, memory: NameMemory): number {
  return isSplit(process, dict)
    ? sharedCell(process, process.heap.words[dict + A] as number, key, memory)
    : valueCell(process, dict, key, memory.hints, memory.site);
}

/**
 * instance.name = value (instances.setNamed) where it is known where the value goes: among its own values, or in place of one in a dict
 * that shares keys; false where it is not, and nothing has happened.
 */
export function storeInstanceValue(
  process: Process,
  instance: number,
  key: number,
  value: number,
  shared: SharedPlace,
): boolean {
  const { heap } = process;
  const a = heap.words[instance + A] as number;
  if (a > 0) {
    const place = sharedCell(process, a, key, shared) - a - VALUES_HEADER;
    if (place < 0) return false;
    storeValue(process, a, place, value, heap.words[instance + SERIAL] as number);
    return true;
  }
  if (a === 0 || !isSplit(process, -a) || process.profile.layout.attributes !== 'dict') return false;
  const cell = sharedCell(process, heap.words[-a + A] as number, key, shared);
  if (cell === 0 || heap.cells.words[cell] === 0) return false;
  maintainTracking(process, -a, key, value);
  const chunk = heap.words[-a + A] as number;
  storeValue(process, chunk, cell - chunk - VALUES_HEADER, value, heap.words[-a + SERIAL] as number);
  return true;
}

/** Cell of a values chunk, 0 where the keys do not have the name. */
function sharedCell(process: Process, chunk: number, key: number, shared: SharedPlace): number {
  const id = process.heap.cells.words[chunk + VALUES_KEYS] as number;
  if (id !== shared.keysId || (shared.cell === 0 && shared.keys?.size !== shared.size))
    learn(process, id, key, shared);
  return shared.cell === 0 ? 0 : chunk + shared.cell;
}

function learn(process: Process, id: number, key: number, shared: SharedPlace): void {
  const keys = process.sharedKeys[id] as SharedKeys;
  const place = keys.find(process, key);
  shared.keys = keys;
  shared.keysId = id;
  shared.cell = place < 0 ? 0 : VALUES_HEADER + place;
  shared.size = keys.size;
}
