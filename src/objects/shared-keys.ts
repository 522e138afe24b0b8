/**
 * The attribute names that the instances of a class share (PEP 412; dictobject.c:_PyDict_NewKeysForClass).
 *
 * Up to 3.10 a table of 8 slots that can be shared while every instance stores the same names in the same order;
 * from 3.11 room for 30 names, one fewer with every instance made, never fewer than the names in use plus one.
 * Always: names never leave while anybody uses the keys; each name is a reference that the keys hold.
 */
import { freeDictTable, invariant, usableOf } from '../heap/index.ts';
import { newTable, tableIn } from './dict.ts';
import { equalKeys } from './equality.ts';
import type { Process } from './process.ts';
import { SMALLEST_LOG2, tableBytes } from './table-bytes.ts';

const LARGEST_SHARED = 30;

/** Who has keys for its instances' dicts: a class. Null when there are none, or none any more. */
export interface KeysHolder {
  sharedKeys: SharedKeys | null;
}

export interface SharedKeysState {
  readonly names: readonly number[];
  readonly log2: number;
  readonly usable: number;
  readonly table: number;
}

export class SharedKeys {
  readonly id: number;
  readonly log2: number;
  usable: number;
  /**
   * Up to 3.10: the chunk of their table, which a class made by Python code has from its birth, and which may have been a dict's own
   * (make_keys_shared). 0: none of the heap's blocks, as in classes that there were before the session.
   */
  table: number;
  readonly #names: number[];
  readonly #places = new Map<number, number>();

  private constructor(id: number, state: SharedKeysState) {
    this.id = id;
    this.log2 = state.log2;
    this.usable = state.usable;
    this.table = state.table;
    this.#names = [];
    for (const name of state.names) this.#note(name);
  }

  /** The keys of a new class. */
  static ofClass(process: Process): SharedKeys {
    const usable = process.profile.layout.attributes === 'dict' ? usableOf(3) : LARGEST_SHARED;
    return SharedKeys.restore(process, { names: [], log2: 3, usable, table: 0 });
  }

  static restore(process: Process, state: SharedKeysState): SharedKeys {
    const keys = new SharedKeys(process.sharedKeys.length, state);
    process.sharedKeys.push(keys);
    return keys;
  }

  get size(): number {
    return this.#names.length;
  }

  at(place: number): number {
    return this.#names[place] as number;
  }

  /** Place of a name, -1 when no instance has stored it. Interned names are found at once. */
  find(process: Process, key: number): number {
    const place = this.#places.get(key);
    if (place !== undefined) return place;
    if (process.heap.typeOf(key) !== process.types.atoms.str) return -1;
    return this.#names.findIndex((name) => equalKeys(process, name, key));
  }

  /** Adds a name; there is room for it. */
  add(process: Process, key: number): number {
    invariant(this.usable > 0, 'shared keys have room for the name that is added');
    this.usable--;
    process.heap.incref(key);
    this.#note(key);
    return this.#names.length - 1;
  }

  /** Do instances or dicts keep values under these keys? */
  isShared(process: Process): boolean {
    return (process.heap.sharers[this.id] ?? 0) > 0;
  }

  /** The class has turned to other keys and a single dict is left (dk_refcnt == 1). */
  isOwnedByOneDict(process: Process): boolean {
    return process.heap.sharers[this.id] === 1 && !process.offersKeys(this);
  }

  /** Their class is made by Python code, and gives them a table (_PyDict_NewKeysForClass). */
  takeTable(process: Process): void {
    if (process.profile.layout.attributes === 'dict') this.table = newTable(process, this.log2, false);
  }

  /** Nobody uses the keys any more: the names go, and the table. */
  release(process: Process): void {
    for (const name of this.#names.splice(0)) process.heap.decref(name);
    this.#places.clear();
    if (this.table !== 0) freeDictTable(process.heap, this.table);
    else if (process.profile.layout.attributes === 'dict') freeEarlierTable(process);
    this.table = 0;
  }

  /** Every name, each one a reference that these keys hold. */
  get names(): readonly number[] {
    return this.#names;
  }

  save(): SharedKeysState {
    const { log2, usable, table } = this;
    return { names: [...this.#names], log2, usable, table };
  }

  #note(name: number): void {
    this.#places.set(name, this.#names.length);
    this.#names.push(name);
  }
}

/** A table from before the session becomes a block of the heap where a dict may get it: in the free list, untraced. */
function freeEarlierTable(process: Process): void {
  const { heap } = process;
  const resume = heap.memory.tracemalloc.pause();
  const block = heap.memory.alloc(tableBytes(process, SMALLEST_LOG2, false));
  resume();
  freeDictTable(heap, tableIn(process, block, { log2: SMALLEST_LOG2, general: false }));
}
