/**
 * Containers built in ways whose growth differs: `list(range(n))` is not `[*range(n)]` (FACTS 2, 3).
 *
 * Each way performs what CPython performs for that expression: which call makes the container, whether it is presized from a
 * length or a guess, and which path adds the items. The items are the ints from 0, or None.
 */

import { newTuple } from '../heap/index.ts';
import { callDict, dictSet, newDict } from './dict.ts';
import { copyDict } from './dict-copies.ts';
import { constantList, dictDisplay as displayOfDict } from './displays.ts';
import { append, extend, listItems, makeRoom, newList, newListOf, resize, setCapacity } from './list.ts';
import { newInt } from './numbers.ts';
import type { Process } from './process.ts';
import { newSet, setAdd, setMerge } from './set.ts';
import { callBytearray, newStr } from './strings.ts';
import { intPower } from './values/py-int.ts';
import { PythonRaise } from './values/python-raise.ts';

type Builder = (process: Process, length: number) => number;

/** list_extend's guess for an iterable without a length (PyObject_LengthHint's default). */
const GUESSED_LENGTH = 8;

/** Calls `use` with each int from 0 and drops the reference that the iteration held. */
function forEachInt(process: Process, length: number, use: (item: number) => void): void {
  for (let value = 0; value < length; value++) {
    const item = newInt(process, value);
    use(item);
    process.heap.decref(item);
  }
}

function nones(process: Process, length: number): number[] {
  return Array.from({ length }, () => process.none);
}

function ints(process: Process, length: number): number[] {
  return Array.from({ length }, (_, value) => newInt(process, value));
}

function drop(process: Process, refs: readonly number[]): void {
  for (const ref of refs) process.heap.decref(ref);
}

function listOfInts(process: Process, length: number): number {
  const items = ints(process, length);
  const list = newListOf(process, items);
  drop(process, items);
  return list;
}

/** list(x) or sorted(x) of something that knows its length: exact up to 3.9, from 3.10 as extending an empty list. */
function listOfSized(process: Process, length: number): number {
  const list = newList(process);
  if (length === 0) return list;
  const { growth } = process.profile;
  setCapacity(process, list, growth.listOfSized === 'exact' ? length : (length + 1) & ~1);
  forEachInt(process, length, (item) => append(process, list, item));
  return list;
}

/** sorted(x): a list extended from the iterable, whose order is then changed in place (PySequence_List). */
function sortedList(process: Process, length: number): number {
  const list = newList(process);
  if (length === 0) return list;
  makeRoom(process, list, length);
  forEachInt(process, length, (item) => append(process, list, item));
  return list;
}

/** list(generator): room for a guess first, growth by append, and the rest given back at the end (list_extend). */
function listOfGenerator(process: Process, length: number): number {
  const list = newList(process);
  makeRoom(process, list, GUESSED_LENGTH);
  forEachInt(process, length, (item) => append(process, list, item));
  resize(process, list, length);
  return list;
}

function comprehension(process: Process, length: number): number {
  const list = newList(process);
  forEachInt(process, length, (item) => append(process, list, item));
  return list;
}

function constantDisplay(process: Process, length: number): number {
  return constantList(process, nones(process, length));
}

/** [*x] and x[:] + ... of a list of this length. */
function unpacked(process: Process, length: number): number {
  const source = listOfInts(process, length);
  const list = newList(process);
  extend(process, list, listItems(process, source));
  process.heap.decref(source);
  return list;
}

function setOfRange(process: Process, length: number): number {
  const set = newSet(process, process.types.set);
  forEachInt(process, length, (item) => setAdd(process, set, item));
  return set;
}

function setCopy(process: Process, length: number): number {
  const source = setOfRange(process, length);
  const set = newSet(process, process.types.set);
  setMerge(process, set, source);
  process.heap.decref(source);
  return set;
}

/** A set display of three or more constants is merged from a constant frozenset from 3.9 on. */
function setDisplay(process: Process, length: number): number {
  if (length < 3 || process.profile.growth.constantDisplay === 'exact') return setOfRange(process, length);
  return setCopy(process, length);
}

function frozensetOfRange(process: Process, length: number): number {
  if (length === 0 && process.profile.calls.emptyFrozensetShared) return process.emptyFrozenset();
  const set = newSet(process, process.types.frozenset);
  forEachInt(process, length, (item) => setAdd(process, set, item));
  return set;
}

function fillDict(process: Process, dict: number, length: number): number {
  forEachInt(process, length, (item) => dictSet(process, dict, item, process.none));
  return dict;
}

function dictDisplay(process: Process, length: number): number {
  const keys = Array.from({ length }, (_, at) => [process.internName(`k${at}`), process.none] as const);
  return displayOfDict(process, keys);
}

function dictCopy(process: Process, length: number): number {
  const source = dictDisplay(process, length);
  const copy = copyDict(process, source);
  process.heap.decref(source);
  return copy;
}

function tupleOf(process: Process, items: readonly number[]): number {
  return items.length === 0 ? process.emptyTuple() : newTuple(process.heap, items);
}

function tupleOfRange(process: Process, length: number): number {
  const items = ints(process, length);
  const tuple = tupleOf(process, items);
  drop(process, items);
  return tuple;
}

function repeated(text: string): Builder {
  return (process, length) => newStr(process, text.repeat(length));
}

/** The ways by name; each name is the Python expression it stands for, in words. */
export const WAYS: { readonly [how: string]: Builder } = {
  'list(range)': listOfSized,
  'list(list)': (process, length) => copyOfList(process, length),
  'list(tuple)': (process, length) => copyOfList(process, length),
  'list(generator)': listOfGenerator,
  'list comprehension': comprehension,
  'list literal': constantDisplay,
  sorted: sortedList,
  unpack: unpacked,
  slice: listOfInts,
  concat: listOfInts,
  multiply: (process, length) => newListOf(process, nones(process, length)),
  'set(range)': setOfRange,
  'set(list)': setOfRange,
  'set comprehension': setOfRange,
  'set literal': setDisplay,
  'set(set)': setCopy,
  'set.copy': setCopy,
  'frozenset(range)': frozensetOfRange,
  'dict literal': dictDisplay,
  'dict comprehension': (process, length) => fillDict(process, newDict(process), length),
  'dict.fromkeys(range)': (process, length) => fillDict(process, callDict(process), length),
  'dict.copy': dictCopy,
  'dict(dict)': (process, length) => (length === 0 ? callDict(process) : dictCopy(process, length)),
  'tuple literal': (process, length) => tupleOf(process, nones(process, length)),
  'tuple(range)': tupleOfRange,
  'int 2**': (process, length) => newInt(process, intPower(2, length)),
  bytearray: callBytearray,
  'str ascii': repeated('a'),
  'str latin1': repeated('\u00e9'),
  'str ucs2': repeated('\u20ac'),
  'str ucs4': repeated('\u{1f600}'),
};

/** list(x) of a list or tuple: as long as it is up to 3.9, from 3.10 as extending an empty list. */
function copyOfList(process: Process, length: number): number {
  const source = listOfInts(process, length);
  const items = listItems(process, source);
  const list = newList(process);
  if (process.profile.growth.listOfSized === 'exact' && length > 0) {
    setCapacity(process, list, length);
    for (const item of items) append(process, list, item);
  } else {
    extend(process, list, items);
  }
  process.heap.decref(source);
  return list;
}

/** The container that this way builds; a new reference for the caller. */
export function build(process: Process, how: string, length: number): number {
  const builder = WAYS[how];
  if (builder === undefined) throw new PythonRaise('ValueError', `unknown way to build: ${how}`);
  return builder(process, length);
}
