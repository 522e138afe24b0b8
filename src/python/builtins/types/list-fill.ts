/**
 * Filling lists and tuples from any iterable: how much room is made first, and when it is given back
 * (listobject.c:list_extend, abstract.c:PySequence_Tuple, PyObject_LengthHint).
 */
import { A, B, BLOCK, newTuple, tupleBytes } from '../../../heap/index.ts';
import { lists, PythonRaise, points, sets } from '../../../objects/index.ts';
import { boundSteps } from '../../eval/calls/call-steps.ts';
import { owning, type Steps } from '../../eval/calls/waiting.ts';
import { countItems } from '../../eval/effort.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import type { Position } from '../../eval/operators/iteration.ts';
import { iterOrSteps, iterSteps, nextAtOnce, nextSteps } from '../../eval/operators/iteration-steps.ts';
import { lengthOrNone, lengthSteps, nativeLength } from '../../eval/operators/lengths.ts';

const LIST_GUESS = 8;
const TUPLE_GUESS = 10;

/** Built-in iterators that have no `__length_hint__`. */
const WITHOUT_HINT = new Set(['callable_iterator', 'odict_iterator', 'arrayiterator']);

/** Items that a built-in iterator has left, as its own `__length_hint__` counts them; -1 when it cannot tell. */
export function itemsLeft(vm: Interpreter, iterator: number): number {
  const { name } = vm.infoOf(iterator);
  if (!(name.endsWith('iterator') || name === 'reversed') || WITHOUT_HINT.has(name)) return -1;
  const place = vm.heap.payload(iterator) as Readonly<Position> | undefined;
  if (place === undefined) return -1;
  const countsItself = name.endsWith('range_iterator') || name.startsWith('_deque');
  if (countsItself) return Math.max(0, place.left);
  const of = vm.field(iterator, 0);
  if (of === 0) return 0;
  if (name === 'list_reverseiterator') return Math.max(0, place.at + 1);
  // reversed_len: the sequence may have become shorter.
  if (name === 'reversed') return vm.length(of) < place.at + 1 ? 0 : Math.max(0, place.at + 1);
  // dictiter_len, setiter_len: none after a change.
  if (place.yet !== undefined) return place.left === nativeLength(vm, of) ? place.yet : 0;
  const length = name === 'iterator' ? lengthOrNone(vm, of) : nativeLength(vm, of);
  const at = vm.isStr(of) ? points.pointIndex(vm.text(of), place.at) : place.at;
  return length < 0 ? -1 : Math.max(0, length - at);
}

/** Bytes that x86-64 gives a process to address: what asks for more gets none, however much memory there is. */
const ADDRESS_SPACE_BYTES = 2 ** 47;

/** So many pointers, or bytes. */
export function addressable(count: number): number {
  if (8 * count >= ADDRESS_SPACE_BYTES) throw new PythonRaise('MemoryError', '');
  return count;
}

/** PyObject_LengthHint. */
export function lengthHint(vm: Interpreter, source: number, otherwise: number): number {
  const length = lengthOrNone(vm, source);
  if (length >= 0) return length;
  const left = itemsLeft(vm, source);
  if (left >= 0) {
    vm.whileBound(source, '__length_hint__', () => vm.decref(vm.newInt(left)));
    return left;
  }
  const method = vm.special(source, '__length_hint__');
  if (method === 0) return otherwise;
  const { conversions } = vm;
  const hint =
    conversions === null
      ? hintFrom(vm, () => vm.callBound(method, source))
      : conversions.ask(source, '__length_hint__', () => hintAsked(vm, method, source));
  return hint ?? otherwise;
}

/** The same where it is waited for. */
function* hintSteps(vm: Interpreter, source: number, otherwise: number): Steps {
  if (vm.override(source, '__len__') !== 0) return yield* lengthSteps(vm, source);
  const method = lengthOrNone(vm, source) < 0 ? vm.override(source, '__length_hint__') : 0;
  if (method === 0) return lengthHint(vm, source, otherwise);
  return (yield* hintAsked(vm, method, source)) ?? otherwise;
}

function* hintAsked(vm: Interpreter, method: number, source: number): Steps<number | null> {
  let raised: unknown;
  let answer = 0;
  try {
    answer = yield* boundSteps(vm, method, source);
  } catch (error) {
    raised = error;
  }
  return hintFrom(vm, () => {
    if (answer === 0) throw raised;
    return answer;
  });
}

/** What `__length_hint__` answers; null where it does not know, or raises TypeError (PyObject_LengthHint). */
function hintFrom(vm: Interpreter, ask: () => number): number | null {
  let answer: number;
  try {
    answer = ask();
  } catch (error) {
    if (vm.catches(error, 'TypeError')) return null;
    throw error;
  }
  return vm.guard(answer, () => {
    if (vm.isNotImplemented(answer)) return null;
    if (!vm.isInt(answer))
      throw new PythonRaise('TypeError', `__length_hint__ must be an integer, not ${vm.typeName(answer)}`);
    const hint = vm.index(answer);
    if (hint >= 0) return hint;
    throw new PythonRaise('ValueError', '__length_hint__() should return >= 0');
  });
}

/** From 3.13 sets, dicts and their views are copied without an iterator; null for all others. */
function itemsWithoutIterator(vm: Interpreter, source: number): number[] | null {
  const type = vm.classes.of(source);
  if (!vm.rules.copiesWithoutIterator || type.dict !== 0) return null;
  const info = vm.heap.typeOf(source);
  const { dict, set, frozenset } = vm.process.types;
  if (info === set || info === frozenset)
    return sets.setItems(vm.process, source).map((item) => vm.own(item));
  if (info === dict) return vm.entries(source).map(([key]) => vm.own(key));
  if (type.name === 'dict_keys') return vm.entries(vm.field(source, 0)).map(([key]) => vm.own(key));
  if (type.name === 'dict_values') return vm.entries(vm.field(source, 0)).map(([, value]) => vm.own(value));
  if (type.name === 'dict_items') return vm.entries(vm.field(source, 0)).map((pair) => vm.newTuple(pair));
  return null;
}

/** list.extend. */
export function extendList(vm: Interpreter, list: number, source: number): void {
  if (!extendsAtOnce(vm, list, source)) vm.finish(extendByIterator(vm, list, source));
}

/** The same in steps. */
export function* extendSteps(vm: Interpreter, list: number, source: number): Steps<void> {
  if (!extendsAtOnce(vm, list, source)) yield* extendByIterator(vm, list, source);
}

/** Without an iterator; false: this needs one, and nothing has happened. */
function extendsAtOnce(vm: Interpreter, list: number, source: number): boolean {
  const { process } = vm;
  const info = vm.heap.typeOf(source);
  if (info === process.types.list || info === process.types.tuple || source === list) {
    countItems(vm, vm.listSize(source));
    lists.extend(process, list, vm.items(source));
    return true;
  }
  const copied = itemsWithoutIterator(vm, source);
  if (copied === null) return false;
  countItems(vm, copied.length);
  extendResized(vm, list, copied);
  vm.dropAll(copied);
  return true;
}

function* extendByIterator(vm: Interpreter, list: number, source: number): Steps<void> {
  const { process } = vm;
  const iterator = yield* iterSteps(vm, source);
  try {
    const guess = vm.lines.watched
      ? yield* hintSteps(vm, source, LIST_GUESS)
      : lengthHint(vm, source, LIST_GUESS);
    lists.makeRoom(process, list, addressable(guess));
    for (;;) {
      vm.tick();
      let item = nextAtOnce(vm, iterator);
      if (item < 0) item = yield* nextSteps(vm, iterator);
      if (item === 0) break;
      vm.tick();
      lists.append(process, list, item);
      vm.decref(item);
    }
    const size = lists.listSize(process, list);
    if (size < lists.listAllocated(process, list)) lists.resize(process, list, size);
  } finally {
    vm.decref(iterator);
  }
}

/** list_extend_set and its like: one list_resize, even for an empty list. */
function extendResized(vm: Interpreter, list: number, items: readonly number[]): void {
  if (items.length === 0) return;
  const size = lists.listSize(vm.process, list);
  lists.resize(vm.process, list, size + items.length);
  vm.heap.words[list + B] = size;
  for (const item of items) lists.append(vm.process, list, item);
}

/** list(source) into an empty list; up to 3.9 what has a length gets an array of exactly that length (list___init__). */
export function* fillSteps(vm: Interpreter, list: number, source: number): Steps<void> {
  if (vm.process.profile.growth.listOfSized === 'exact') {
    const asks = vm.lines.watched && vm.override(source, '__len__') !== 0;
    const length = addressable(asks ? yield* lengthSteps(vm, source) : lengthOrNone(vm, source));
    if (length > 0 && vm.heap.words[list + A] === 0) lists.setCapacity(vm.process, list, length);
  }
  yield* extendSteps(vm, list, source);
}

/** A new plain list of the items, in steps. */
export function* listSteps(vm: Interpreter, source: number): Steps {
  const list = vm.newList();
  try {
    yield* extendSteps(vm, list, source);
  } catch (error) {
    vm.decref(list);
    throw error;
  }
  return list;
}

/** PySequence_List of a container of these items, which may be gone through in a way of its own. */
export function listOfItems(vm: Interpreter, ref: number, items: readonly number[]): number {
  const iterates = vm.override(ref, '__iter__') !== 0 || vm.override(ref, '__len__') !== 0;
  return iterates ? vm.finish(listSteps(vm, ref)) : vm.newList(items);
}

/** PySequence_Fast: a list or tuple as it is, of anything else the list that its iterator fills; a new reference. */
export function fastSequence(vm: Interpreter, source: number, words: string): number {
  return vm.finish(sequenceSteps(vm, source, words));
}

/** The same in steps. */
export function* sequenceSteps(vm: Interpreter, source: number, words: string): Steps {
  const info = vm.heap.typeOf(source);
  if (info === vm.process.types.list || info === vm.process.types.tuple) return vm.own(source);
  const iterator = yield* iterOrSteps(vm, source, words);
  return yield* owning(vm, [iterator], listSteps(vm, iterator));
}

/** PySequence_Tuple: exact tuples are themselves, everything but lists goes through an iterator into a tuple of guessed length. */
export function tupleFrom(vm: Interpreter, source: number): number {
  return vm.finish(tupleSteps(vm, source));
}

/** The same in steps. */
export function* tupleSteps(vm: Interpreter, source: number): Steps {
  const info = vm.heap.typeOf(source);
  if (info === vm.process.types.tuple) return vm.own(source);
  if (info === vm.process.types.list) {
    countItems(vm, vm.listSize(source));
    return vm.newTuple(vm.items(source));
  }
  const iterator = yield* iterSteps(vm, source);
  const items: number[] = [];
  try {
    const guess = vm.lines.watched
      ? yield* hintSteps(vm, source, TUPLE_GUESS)
      : lengthHint(vm, source, TUPLE_GUESS);
    vm.roomFor(8 * guess);
    let room = guess === 0 ? 0 : emptyTuple(vm, guess);
    let size = guess;
    for (;;) {
      vm.tick();
      let item = nextAtOnce(vm, iterator);
      if (item < 0) item = yield* nextSteps(vm, iterator);
      if (item === 0) break;
      vm.tick();
      if (items.length >= size) {
        const grown = size + 10 + ((size + 10) >> 2);
        if (room === 0) room = emptyTuple(vm, grown);
        else resizeTuple(vm, room, size, grown);
        size = grown;
      }
      items.push(item);
    }
    return finishTuple(vm, room, size, items);
  } finally {
    vm.dropAll(items);
    vm.decref(iterator);
  }
}

/** A tuple with empty places (PyTuple_New). */
export function emptyTuple(vm: Interpreter, length: number): number {
  return length === 0
    ? vm.newTuple([])
    : newTuple(
        vm.heap,
        Array.from({ length }, () => 0),
      );
}

/** Puts an item into an empty place, taking its reference over. */
export function fillTuple(vm: Interpreter, tuple: number, at: number, item: number): void {
  vm.heap.cells.words[(vm.heap.words[tuple + A] as number) + at] = item;
}

/** Other items for a tuple that nobody else sees, taking their references over; the collector may have untracked it (bpo-42536). */
export function refillTuple(vm: Interpreter, tuple: number, items: readonly number[]): void {
  const { heap } = vm;
  const chunk = heap.words[tuple + A] as number;
  const { words } = heap.cells;
  const old: number[] = [];
  for (let at = 0; at < items.length; at++) {
    old.push(words[chunk + at] as number);
    words[chunk + at] = items[at] as number;
  }
  vm.dropAll(old);
  if (!heap.isTracked(tuple)) heap.track(tuple);
}

/** _PyTuple_Resize to the number of items, which the tuple counts for itself. */
export function finishTuple(vm: Interpreter, room: number, guess: number, items: readonly number[]): number {
  const { heap } = vm;
  if (room === 0) return vm.newTuple([]);
  if (items.length === 0 && vm.rules.resizedToEmptyTuple) {
    vm.decref(room);
    return vm.newTuple([]);
  }
  if (items.length !== guess) resizeTuple(vm, room, guess, items.length);
  const chunk = heap.words[room + A] as number;
  const serial = heap.serialOf(room);
  for (const [at, item] of items.entries()) {
    heap.cells.words[chunk + at] = item;
    heap.addReference(item, serial);
  }
  return room;
}

function resizeTuple(vm: Interpreter, tuple: number, from: number, to: number): void {
  const { heap } = vm;
  heap.untrack(tuple);
  heap.words[tuple + BLOCK] = heap.memory.realloc(heap.blockOf(tuple), tupleBytes(to));
  heap.words[tuple + A] = resizedCells(vm, heap.words[tuple + A] as number, [from, to]);
  heap.words[tuple + B] = to;
  heap.track(tuple);
}

function resizedCells(vm: Interpreter, chunk: number, [from, to]: readonly [number, number]): number {
  const { cells } = vm.heap;
  if (to > 0) return cells.resize(chunk, from, to);
  cells.free(chunk, from);
  return 0;
}
