/**
 * Where a dict keeps a name, found again where it was found last: what CPython's inline caches of LOAD_GLOBAL and LOAD_ATTR do.
 *
 * A hint is the number of an entry. It is right when that entry is in use and its key is the very object that is looked for; whether the
 * dict has changed since does not matter. Dicts whose keys belong to a class are instance attributes' business.
 */
import * as heapRoom from '../heap/index.ts';
import { dictSet, entryOf, isSplit, maintainTracking } from './dict.ts';
import type { Process } from './process.ts';
import type { SharedKeys } from './shared-keys.ts';
import * as split from './split-dict.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const { A, TABLE_ENTRIES_USED, TABLE_ENTRY, TABLE_HEADER } = heapRoom;

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
  heap.dropReference(old, serial);
}

/** Borrowed value that an instance keeps under an interned name which is no slot, 0 when it keeps none. */
export function instanceValue(
  process: Process,
  instance: number,
  key: number,
  hints: Int32Array,
  site: number,
): number {
  const { words, cells } = process.heap;
  const a = words[instance + A] as number;
  if (a === 0) return 0;
  const cell = a > 0 ? sharedCell(process, a, key, hints, site) : dictCell(process, -a, key, hints, site);
  return cell === 0 ? 0 : (cells.words[cell] as number);
}

function dictCell(process: Process, dict: number, key: number, hints: Int32Array, site: number): number {
  return isSplit(process, dict)
    ? sharedCell(process, process.heap.words[dict + A] as number, key, hints, site)
    : valueCell(process, dict, key, hints, site);
}

/** instance.name = value where the instance has a value of this name (instances.setNamed); false where it has none. */
export function replaceInstanceValue(
  process: Process,
  instance: number,
  key: number,
  value: number,
  hints: Int32Array,
  site: number,
): boolean {
  const { heap } = process;
  const a = heap.words[instance + A] as number;
  let holder = instance;
  if (a <= 0) {
    if (a === 0 || !isSplit(process, -a) || process.profile.layout.attributes !== 'dict') return false;
    holder = -a;
  }
  const chunk = a > 0 ? a : (heap.words[holder + A] as number);
  const cell = sharedCell(process, chunk, key, hints, site);
  const old = cell === 0 ? 0 : (heap.cells.words[cell] as number);
  if (old === 0) return false;
  if (a < 0) maintainTracking(process, holder, key, value);
  const serial = heap.serialOf(holder);
  heap.addReference(value, serial);
  heap.cells.words[cell] = value;
  heap.dropReference(old, serial);
  return true;
}

/**
 * Cell of a values chunk, 0 where the keys do not have the name; a hint is a place among the shared keys, or says that these keys, with so
 * many names, did not have it.
 */
function sharedCell(process: Process, chunk: number, key: number, hints: Int32Array, site: number): number {
  const keys = split.keysOf(process, chunk);
  let place = hints[site] as number;
  if (place < 0) {
    if (place === missOf(keys)) return 0;
    place = 0;
  }
  if (place >= keys.size || keys.at(place) !== key) {
    place = keys.find(process, key);
    hints[site] = place < 0 ? missOf(keys) : place;
    if (place < 0) return 0;
  }
  return chunk + split.VALUES_START + place;
}

/** Names are only ever added, so as long as the number is the same, what was not there is not there. */
function missOf(keys: SharedKeys): number {
  return keys.size < MOST_NAMES && keys.id < MOST_KEYS ? -1 - keys.size - keys.id * MOST_NAMES : 0;
}

const MOST_NAMES = 1 << 12;
const MOST_KEYS = 1 << 18;
