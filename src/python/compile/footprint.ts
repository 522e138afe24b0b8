/**
 * What the compiler of CPython makes of containers on its way, as steps that can be done again on a heap: tables of symbols, tables of the units,
 * keys of constants, and the tuples that code objects keep. All but the last die with the compilation, but not their memory: it
 * lies in the free lists afterwards, where a program that compiled a text finds it (gc.get_count(), tracemalloc).
 *
 * Objects are numbered in the order in which they are made. What they hold does not matter, only how much of it there is: names and
 * numbers stand in for it, and no table is filled further than the smallest one goes.
 */

/** Each step is three numbers: what is done, and to which objects or how large. */
export const STEP = { DICT: 0, LIST: 1, SET: 2, TUPLE: 3, PUT_NAME: 4, PUT: 5, HOLD: 6, DROP: 7 } as const;

/** An object that is none of the collector's. */
export const NO_CONTAINER = -1;

/** One entry more than the smallest table of a dict has room for: its larger table is no matter of free lists. */
const MOST_ENTRIES = 6;

export class Footprint {
  readonly steps: number[] = [];
  readonly #entries = new Map<number, number>();
  /** Dicts whose keys are names. */
  readonly #named = new Set<number>();
  #made = 0;

  dict(entries = 0): number {
    const dict = this.#make(STEP.DICT, 0);
    this.put(dict, entries);
    return dict;
  }

  namesDict(entries = 0): number {
    const dict = this.#make(STEP.DICT, 0);
    this.#named.add(dict);
    this.put(dict, entries);
    return dict;
  }

  list(): number {
    return this.#make(STEP.LIST, 0);
  }

  /** A list that is gone when its maker returns. */
  passingList(): void {
    this.drop(this.list());
  }

  set(): number {
    return this.#make(STEP.SET, 0);
  }

  /** The empty tuple is made once and for all. */
  tuple(size: number): number {
    return size === 0 ? NO_CONTAINER : this.#make(STEP.TUPLE, size);
  }

  /** A tuple of these, of which `items` are counted objects that it holds. */
  tupleOf(size: number, items: readonly number[]): number {
    const tuple = this.tuple(size);
    for (const item of items) this.hold(tuple, item);
    return tuple;
  }

  /** @param isText whether the keys are strs: a table of others is larger, also where one of strs turns into it (3.11) */
  put(dict: number, entries = 1, isText = this.#named.has(dict)): void {
    if (dict === NO_CONTAINER) return;
    const before = this.#entries.get(dict) ?? 0;
    const after = Math.min(before + entries, MOST_ENTRIES);
    this.#entries.set(dict, after);
    const step = isText ? STEP.PUT_NAME : STEP.PUT;
    for (let count = before; count < after; count++) this.#step(step, dict, count);
  }

  /** The tuple takes a reference of its own. */
  hold(tuple: number, item: number): void {
    if (item !== NO_CONTAINER) this.#step(STEP.HOLD, tuple, item);
  }

  drop(object: number): void {
    if (object !== NO_CONTAINER) this.#step(STEP.DROP, object, 0);
  }

  #make(kind: number, size: number): number {
    this.#step(kind, size, 0);
    return this.#made++;
  }

  #step(what: number, a: number, b: number): void {
    this.steps.push(what, a, b);
  }
}
