/**
 * iter() and next(): the built-in iterators, generators, and `__iter__`, `__next__`, `__getitem__` (abstract.c, listobject.c, ...).
 *
 * A built-in iterator's fields are | what it goes through | ... |, its payload a mutable position. Other files add their iterators to
 * `vm.nexts` (by layout) and `vm.iters` (by layout of what is iterated).
 */
import {
  A,
  GC_HEAD_BYTES,
  KIND,
  SET_HEADER,
  SET_MASK,
  SET_SLOT,
  TABLE_ENTRIES_USED,
  TABLE_ENTRY,
  TABLE_HEADER,
} from '../../../heap/index.ts';
import { dicts, PythonRaise, points, strings } from '../../../objects/index.ts';
import { owning, type Steps } from '../calls/waiting.ts';
import type { PyType } from '../classes/class-table.ts';
import type { WaitingNext } from '../containers.ts';
import type { Interpreter } from '../interpreter.ts';
import { iterateByMethod, nextSteps } from './iteration-steps.ts';
import { pairOf } from './kept-pair.ts';
import { nextOfRange, rangeIterator } from './range-iteration.ts';
import { itemSteps } from './subscripts.ts';

const PLAIN_ITERATOR_BYTES = 32;
const SET_ITERATOR_BYTES = 48;
const DICT_ITERATOR_BYTES = 56;

export interface Position {
  at: number;
  readonly step: number;
  left: number;
  /** Entries that the iterator of a dict or set has yet to give (di->len, si->len). */
  yet?: number;
}

/** PyUnicode_IS_COMPACT_ASCII: a str of a subclass has its characters elsewhere. */
function isCompactAscii(vm: Interpreter, ref: number): boolean {
  return vm.heap.typeOf(ref) === vm.process.types.atoms.str && isAscii(vm.text(ref));
}

/** A new iterator over `of`: its only field, and a position in its payload; `left`: how many it has to give, where that is counted. */
export function newIterator(
  vm: Interpreter,
  name: string,
  of: number,
  bytes = PLAIN_ITERATOR_BYTES,
  left = -1,
): number {
  const iterator = vm.newFields(vm.classes.named(name).info, GC_HEAD_BYTES + bytes, [vm.own(of)]);
  const position: Position = left < 0 ? { at: 0, step: 1, left: 0 } : { at: 0, step: 1, left, yet: left };
  vm.heap.setPayload(iterator, position);
  return iterator;
}

export function iterate(vm: Interpreter, ref: number): number {
  const type = vm.classes.of(ref);
  const own = type.dict === 0 ? 0 : vm.overrideIn(type, '__iter__');
  if (own !== 0) return vm.finish(iterateByMethod(vm, ref, own));
  const info = type.native.info;
  const { list, tuple, dict, range, bytearray, atoms } = vm.process.types;
  switch (info) {
    case list:
      return newIterator(vm, 'list_iterator', ref);
    case tuple:
      return newIterator(vm, 'tuple_iterator', ref);
    case dict:
      return newDictIterator(vm, 'dict_keyiterator', ref);
    case range:
      return rangeIterator(vm, ref);
    case atoms.str:
      return newIterator(
        vm,
        vm.rules.asciiIterator && isCompactAscii(vm, ref) ? 'str_ascii_iterator' : 'str_iterator',
        ref,
      );
    case atoms.bytes:
      return newIterator(vm, 'bytes_iterator', ref);
    case bytearray:
      return newIterator(vm, 'bytearray_iterator', ref);
    default:
  }
  if (info.kind === KIND.DICT && vm.iters[info.id] === undefined)
    return newDictIterator(vm, 'dict_keyiterator', ref);
  // A struct sequence.
  if (info.kind === KIND.TUPLE) return newIterator(vm, 'tuple_iterator', ref);
  if (info.kind === KIND.SET)
    return newIterator(vm, 'set_iterator', ref, SET_ITERATOR_BYTES, vm.listSize(ref));
  return iterateOther(vm, ref, info.id, info.name);
}

function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
  return /^[\x00-\x7f]*$/.test(text);
}

function iterateOther(vm: Interpreter, ref: number, id: number, name: string): number {
  const known = vm.iters[id];
  if (known !== undefined) return known(vm, ref);
  if (vm.nexts[id] !== undefined || name === 'generator') return vm.own(ref);
  const views: { [view: string]: string } = {
    dict_keys: 'dict_keyiterator',
    dict_values: 'dict_valueiterator',
    dict_items: 'dict_itemiterator',
  };
  if (views[name] !== undefined) return newDictIterator(vm, views[name], vm.field(ref, 0));
  const method = vm.special(ref, '__iter__');
  if (method !== 0) return vm.finish(iterateByMethod(vm, ref, method));
  if (vm.special(ref, '__getitem__') !== 0 && !vm.subscriptedOnly.has(id))
    return newIterator(vm, 'iterator', ref);
  throw new PythonRaise('TypeError', `'${vm.typeName(ref)}' object is not iterable`);
}

export function isIterator(vm: Interpreter, ref: number): boolean {
  const info = vm.infoOf(ref);
  return vm.nexts[info.id] !== undefined || info.name === 'generator' || vm.special(ref, '__next__') !== 0;
}

/** The next item, a new reference; 0 at the end. */
export function nextItem(vm: Interpreter, iterator: number): number {
  const known = vm.nexts[vm.heap.typeOf(iterator).id];
  return known === undefined ? vm.finish(nextSteps(vm, iterator)) : known(vm, iterator);
}

function position(vm: Interpreter, iterator: number): Position {
  return vm.heap.payload(iterator) as Position;
}

/** The end was reached: the iterator lets go of what it went through. */
export function exhaust(vm: Interpreter, iterator: number): 0 {
  const cell = vm.heap.words[iterator + A] as number;
  const { words } = vm.heap.cells;
  const of = words[cell] as number;
  words[cell] = 0;
  if (of !== 0) vm.heap.dealloc.dropFree(of);
  return 0;
}

function nextOfSequence(vm: Interpreter, iterator: number): number {
  const of = vm.field(iterator, 0);
  if (of === 0) return 0;
  const place = position(vm, iterator);
  if (place.at >= vm.listSize(of)) return exhaust(vm, iterator);
  return vm.own(vm.itemAt(of, place.at++));
}

function nextOfStr(vm: Interpreter, iterator: number): number {
  const of = vm.field(iterator, 0);
  if (of === 0) return 0;
  const place = position(vm, iterator);
  const text = vm.text(of);
  if (place.at >= text.length) return exhaust(vm, iterator);
  const length = points.unitsAt(text, place.at);
  place.at += length;
  return vm.newStr(text.slice(place.at - length, place.at));
}

function nextOfBytes(vm: Interpreter, iterator: number): number {
  const of = vm.field(iterator, 0);
  if (of === 0) return 0;
  const place = position(vm, iterator);
  const isBytes = vm.isBytes(of);
  const length = isBytes ? vm.bytes(of).length : strings.bytearrayLength(vm.process, of);
  if (place.at >= length) return exhaust(vm, iterator);
  const at = place.at++;
  return vm.newInt(isBytes ? (vm.bytes(of)[at] as number) : (vm.bytearrayBytes(of)[at] as number));
}

function nextOfSet(vm: Interpreter, iterator: number): number {
  const of = vm.field(iterator, 0);
  if (of === 0) return 0;
  const place = position(vm, iterator);
  if (place.left !== vm.listSize(of)) {
    place.left = -1;
    throw new PythonRaise('RuntimeError', 'Set changed size during iteration');
  }
  const chunk = vm.heap.words[of + A] as number;
  const cells = vm.heap.cells.words;
  const slots = chunk === 0 ? 0 : (cells[chunk + SET_MASK] as number) + 1;
  while (place.at < slots) {
    const key = cells[chunk + SET_HEADER + place.at++ * SET_SLOT + 2] as number;
    if (key > 0) {
      place.yet = (place.yet as number) - 1;
      return vm.own(key);
    }
  }
  return exhaust(vm, iterator);
}

/** dict_keyiterator and its like: | dict | result tuple (items only) |. */
export function newDictIterator(vm: Interpreter, name: string, dict: number): number {
  const iterator = vm.newFields(vm.classes.named(name).info, GC_HEAD_BYTES + DICT_ITERATOR_BYTES, [
    vm.own(dict),
    0,
  ]);
  if (name.includes('item')) vm.setField(iterator, 1, vm.newTuple([vm.process.none, vm.process.none]));
  const size = vm.listSize(dict);
  const place: Position = { at: 0, step: 1, left: size, yet: size };
  vm.heap.setPayload(iterator, place);
  return iterator;
}

/** The entry that the iterator comes to; null at its end. */
function nextEntry(vm: Interpreter, iterator: number): readonly [number, number] | null {
  const dict = vm.field(iterator, 0);
  if (dict === 0) return null;
  const place = position(vm, iterator);
  if (place.left !== vm.listSize(dict)) {
    place.left = -1;
    throw new PythonRaise('RuntimeError', 'dictionary changed size during iteration');
  }
  if (dicts.isSplit(vm.process, dict)) {
    const pair = dicts.dictEntries(vm.process, dict)[place.at++];
    if (pair !== undefined) return expected(vm, iterator, place, pair);
    exhaust(vm, iterator);
    return null;
  }
  const chunk = vm.heap.words[dict + A] as number;
  const cells = vm.heap.cells.words;
  const used = chunk === 0 ? 0 : (cells[chunk + TABLE_ENTRIES_USED] as number);
  while (place.at < used) {
    const at = chunk + TABLE_HEADER + place.at++ * TABLE_ENTRY;
    if (cells[at + 1] !== 0)
      return expected(vm, iterator, place, [cells[at + 1] as number, cells[at + 2] as number]);
  }
  exhaust(vm, iterator);
  return null;
}

type Entry = readonly [number, number];

/** As many entries as at the start, but others came after those that went (dictiter_iternextkey). */
function expected(vm: Interpreter, iterator: number, place: Position, entry: Entry): Entry {
  if (place.yet === 0) {
    exhaust(vm, iterator);
    throw new PythonRaise('RuntimeError', 'dictionary keys changed during iteration');
  }
  place.yet = (place.yet as number) - 1;
  return entry;
}

/** `__getitem__` with 0, 1, 2 ... */
function* byIndexSteps(vm: Interpreter, iterator: number): Steps {
  const of = vm.field(iterator, 0);
  if (of === 0) return 0;
  const place = position(vm, iterator);
  try {
    const index = vm.newInt(place.at++);
    return yield* owning(vm, [index], itemSteps(vm, of, index));
  } catch (error) {
    if (vm.catches(error, 'IndexError') || vm.catches(error, 'StopIteration')) return exhaust(vm, iterator);
    throw error;
  }
}

/** Fills `vm.nexts` with the iterators of this file. */
export function installIterators(vm: Interpreter): void {
  const put = (name: string, next: (vm: Interpreter, iterator: number) => number): void => {
    vm.nexts[vm.classes.named(name).info.id] = next;
  };
  put('list_iterator', nextOfSequence);
  put('tuple_iterator', nextOfSequence);
  put('str_iterator', nextOfStr);
  put('str_ascii_iterator', nextOfStr);
  put('bytes_iterator', nextOfBytes);
  put('bytearray_iterator', nextOfBytes);
  put('set_iterator', nextOfSet);
  put('range_iterator', nextOfRange);
  put('longrange_iterator', nextOfRange);
  putWaiting(vm, vm.classes.named('iterator'), { waits: () => true, steps: byIndexSteps });
  put('dict_keyiterator', (interpreter, it) => ownOrEnd(interpreter, nextEntry(interpreter, it)?.[0]));
  put('dict_valueiterator', (interpreter, it) => ownOrEnd(interpreter, nextEntry(interpreter, it)?.[1]));
  put('dict_itemiterator', (interpreter, it) => {
    const entry = nextEntry(interpreter, it);
    return entry === null ? 0 : pairOf(interpreter, it, entry);
  });
}

/** An iterator that may ask Python code; C code that does not wait has the whole of it at once. */
export function putWaiting(vm: Interpreter, { info: { id } }: PyType, next: WaitingNext): void {
  vm.waitingNexts[id] = next;
  vm.nexts[id] = (interpreter, iterator) => interpreter.finish(next.steps(interpreter, iterator));
}

function ownOrEnd(vm: Interpreter, ref: number | undefined): number {
  return ref === undefined ? 0 : vm.own(ref);
}
