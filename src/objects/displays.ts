/**
 * Displays of values that lie on the stack: `[x, y]`, `(x, y)`, `{x, y}`, `{'k': x}` (compile.c, ceval.c BUILD_*).
 * A long display is built piecemeal from 3.10 on, so a long list grows by appending and a long tuple goes through a list.
 */
import { newTuple } from '../heap/index.ts';
import { dictSet, newDict, newPresizedDict } from './dict.ts';
import { mergeDict } from './dict-copies.ts';
import { append, extend, newList, newListOf } from './list.ts';
import type { Process } from './process.ts';
import { newSet, setAdd, setMakeRoom } from './set.ts';

/** From so many on a display of nothing but constants is one constant itself (compile.c:starunpack_helper, 3.9). */
const FEWEST_CONSTANTS = 3;

export function listDisplay(process: Process, items: readonly number[]): number {
  if (items.length <= process.profile.growth.displayStackLimit) return newListOf(process, items);
  const list = newList(process);
  for (const item of items) append(process, list, item);
  return list;
}

export function tupleDisplay(process: Process, items: readonly number[]): number {
  if (items.length === 0) return process.emptyTuple();
  if (items.length <= process.profile.growth.displayStackLimit) return newTuple(process.heap, items);
  const list = listDisplay(process, items);
  const tuple = newTuple(process.heap, items);
  process.heap.decref(list);
  return tuple;
}

/** `[1, 2, 3]` of constants: an empty list, extended from their tuple. */
export function constantList(process: Process, items: readonly number[]): number {
  if (!isOneConstant(process, items)) return listDisplay(process, items);
  const list = newList(process);
  extend(process, list, items);
  return list;
}

/** `{1, 2, 3}` of constants: an empty set that takes room for all of their frozenset. */
export function constantSet(process: Process, items: readonly number[]): number {
  if (!isOneConstant(process, items)) return setDisplay(process, items);
  const set = newSet(process, process.types.set);
  setMakeRoom(process, set, items.length);
  for (const item of items) setAdd(process, set, item);
  return set;
}

function isOneConstant({ profile }: Process, items: readonly number[]): boolean {
  return items.length >= FEWEST_CONSTANTS && profile.growth.constantDisplay === 'extend';
}

/** `{x, y}`; an unhashable item ends the half-built set. */
export function setDisplay(process: Process, items: readonly number[]): number {
  const set = newSet(process, process.types.set);
  release(process, set, () => {
    for (const item of items) setAdd(process, set, item);
  });
  return set;
}

/**
 * `{k: v, ...}`. Too many entries for the stack are split: each part is a dict of its own, and all parts but the first are
 * merged into it and dropped (compile.c:compiler_dict, compiler_subdict).
 */
export function dictDisplay(process: Process, entries: readonly (readonly [number, number])[]): number {
  const mostOnStack = Math.floor(process.profile.growth.displayStackLimit / 2);
  const partLength = mostOnStack + 2;
  if (entries.length < partLength) return dictPart(process, entries);
  const dict = dictPart(process, entries.slice(0, partLength));
  release(process, dict, () => {
    for (let from = partLength; from < entries.length; from += partLength) {
      const part = dictPart(process, entries.slice(from, from + partLength));
      mergeDict(process, dict, part);
      process.heap.decref(part);
    }
  });
  return dict;
}

/** One part: presized, or, when it is itself too long for the stack, built entry by entry (MAP_ADD). */
function dictPart(process: Process, entries: readonly (readonly [number, number])[]): number {
  const { str } = process.types.atoms;
  const general = entries.some(([key]) => process.heap.typeOf(key) !== str);
  const piecemeal = entries.length * 2 > process.profile.growth.displayStackLimit;
  const presized = entries.length > 0 && !piecemeal;
  const dict = presized ? newPresizedDict(process, entries.length, general) : newDict(process);
  release(process, dict, () => {
    for (const [key, value] of entries) dictSet(process, dict, key, value);
  });
  return dict;
}

/** frozenset((x, y)): a tuple of the items, the call (in 3.8 through a tuple of arguments), an iterator over the tuple. */
export function callFrozenset(process: Process, items: readonly number[]): number {
  const { heap, profile, types } = process;
  if (items.length === 0) {
    return profile.calls.emptyFrozensetShared ? process.emptyFrozenset() : newSet(process, types.frozenset);
  }
  const tuple = newTuple(heap, items);
  const args = profile.calls.tupleCalls.includes('frozenset') ? newTuple(heap, [tuple]) : 0;
  try {
    return frozensetOf(process, tuple, items);
  } finally {
    if (args !== 0) heap.decref(args);
    heap.decref(tuple);
  }
}

/** Filled through an iterator, which goes before the half-built set when an item is unhashable (set_update_internal). */
function frozensetOf(process: Process, tuple: number, items: readonly number[]): number {
  const set = newSet(process, process.types.frozenset);
  release(process, set, () => {
    const iterator = process.newIterator(tuple);
    try {
      for (const item of items) setAdd(process, set, item);
    } finally {
      process.heap.decref(iterator);
    }
  });
  return set;
}

/** Runs `build`; when it raises, the object under construction is dropped and the exception goes on. */
function release(process: Process, made: number, build: () => void): void {
  try {
    build();
  } catch (raised) {
    process.heap.decref(made);
    throw raised;
  }
}
