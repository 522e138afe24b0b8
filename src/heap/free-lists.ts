/**
 * Headers of dead objects that CPython keeps for the next object of the same type (FACTS 4).
 *
 * Only memory blocks wait here, last in first out; the dead object's record is gone. A block that waits still counts as in
 * use in its pool, and gc.get_count() does not notice its going and coming: count[0] sees only real allocations.
 * Always: each list's length is at most its limit in the profile.
 */
import type { FreeListProfile } from './profile.ts';

export interface FreeListsState {
  readonly list: readonly number[];
  readonly dict: readonly number[];
  readonly dictKeys: readonly number[];
  readonly float: readonly number[];
  readonly frame: readonly number[];
  readonly slice: readonly number[];
  readonly tuples: readonly (readonly number[])[];
}

const LONGEST_KEPT_TUPLE = 20;

export class FreeLists {
  readonly list: number[] = [];
  readonly dict: number[] = [];
  readonly dictKeys: number[] = [];
  /** The symbol of what they are called in events; below 0: none has named them yet. */
  dictKeysSymbol = -1;
  readonly float: number[] = [];
  readonly frame: number[] = [];
  /** At most one, which no collection gives back (sliceobject.c: slice_cache). */
  readonly slice: number[] = [];
  readonly tuples: number[][] = Array.from({ length: LONGEST_KEPT_TUPLE + 1 }, () => []);
  readonly #limits: FreeListProfile;

  constructor(limits: FreeListProfile) {
    this.#limits = limits;
  }

  /** A kept block for a tuple of `length` items, 0 when there is none. */
  takeTuple(length: number): number {
    if (length === 0 || length >= this.#limits.tupleTakeBelow) return 0;
    return (this.tuples[length] as number[]).pop() ?? 0;
  }

  /** Keeps the block of a dead tuple; false when its list is full or its length is not kept. */
  keepTuple(length: number, block: number): boolean {
    if (length === 0 || length >= this.#limits.tuplePutBelow) return false;
    const kept = this.tuples[length] as number[];
    if (kept.length >= this.#limits.tupleEach) return false;
    kept.push(block);
    return true;
  }

  /**
   * Puts what is kept aside while something works that must neither use nor change it. Gives what ends that:
   * blocks that were kept meanwhile are freed.
   */
  setAside(free: (block: number) => void): () => void {
    const { list, dict, dictKeys, float, slice, frame, tuples } = this;
    const lists = [list, dict, dictKeys, float, slice, frame, ...tuples];
    const aside = lists.map((kept) => kept.splice(0));
    return () => {
      for (const [at, kept] of lists.entries()) {
        for (const block of kept.splice(0)) free(block);
        kept.push(...(aside[at] as number[]));
      }
    };
  }

  save(): FreeListsState {
    const { list, dict, dictKeys, float, frame, slice, tuples } = this;
    return structuredCopy({ list, dict, dictKeys, float, frame, slice, tuples });
  }

  restore(state: FreeListsState): void {
    this.dictKeysSymbol = -1;
    for (const name of ['list', 'dict', 'dictKeys', 'float', 'frame', 'slice'] as const) {
      this[name].splice(0, this[name].length, ...state[name]);
    }
    for (const [length, kept] of this.tuples.entries())
      kept.splice(0, kept.length, ...(state.tuples[length] ?? []));
  }
}

function structuredCopy(state: FreeListsState): FreeListsState {
  return {
    list: [...state.list],
    dict: [...state.dict],
    dictKeys: [...state.dictKeys],
    float: [...state.float],
    frame: [...state.frame],
    slice: [...state.slice],
    tuples: state.tuples.map((kept) => [...kept]),
  };
}
