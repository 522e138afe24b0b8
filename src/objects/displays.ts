/**
 * Displays of values that lie on the stack: `[x, y]`, `(x, y)`, `{x, y}`, `{'k': x}` (compile.c, ceval.c BUILD_*).
 * A long display is built piecemeal from 3.10 on, so a long list grows by appending and a long tuple goes through a list.
 */
import { newTuple } from '../heap/index.ts';
import { dictSet, newDict, newPresizedDict } from './dict.ts';
import { append, newList, newListOf } from './list.ts';
import type { Process } from './process.ts';
import { newSet, setAdd } from './set.ts';

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

/** `{x, y}`; an unhashable item ends the half-built set. */
export function setDisplay(process: Process, items: readonly number[]): number {
  const set = newSet(process, process.types.set);
  release(process, set, () => {
    for (const item of items) setAdd(process, set, item);
  });
  return set;
}

/** `{k: v, ...}`: presized unless it is built piecemeal. */
export function dictDisplay(process: Process, entries: readonly (readonly [number, number])[]): number {
  const { str } = process.types.atoms;
  const general = entries.some(([key]) => process.heap.typeOf(key) !== str);
  const piecemeal = entries.length * 2 > process.profile.growth.displayStackLimit;
  const dict =
    entries.length === 0 || piecemeal ? newDict(process) : newPresizedDict(process, entries.length, general);
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
  const set = newSet(process, types.frozenset);
  release(process, set, () => {
    const iterator = process.newIterator(tuple);
    for (const item of items) setAdd(process, set, item);
    heap.decref(iterator);
  });
  if (args !== 0) heap.decref(args);
  heap.decref(tuple);
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
