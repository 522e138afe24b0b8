/**
 * Iterators over ranges, and items and slices of ranges, whose numbers may be of any size (rangeobject.c). Numbers that JavaScript counts
 * exactly go on as they are, so that a loop can read the place by itself; others as PyInts.
 *
 *   payload: { at, step, left, length } and, where one of them is large, `large` with its place and step
 */
import * as heapRoom from '../../../heap/index.ts';
import { ints, PythonRaise } from '../../../objects/index.ts';
import type { Interpreter } from '../interpreter.ts';
import { askedIndex } from './subscripts.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const { META, TYPE_MASK } = heapRoom;

export interface RangePlace {
  at: number;
  readonly step: number;
  left: number;
  /** Numbers at the start. */
  readonly length: ints.PyInt;
  readonly large?: { at: ints.PyInt; readonly start: ints.PyInt; readonly step: ints.PyInt };
}

interface RangeNumbers {
  readonly start: ints.PyInt;
  readonly step: ints.PyInt;
  readonly length: ints.PyInt;
}

const LONG_MAX = 2n ** 63n - 1n;

const fitsLong = (value: ints.PyInt): boolean =>
  typeof value === 'number' || (value <= LONG_MAX && value >= -LONG_MAX - 1n);

export function rangeNumbers(vm: Interpreter, range: number): RangeNumbers {
  return {
    start: vm.int(vm.field(range, 0)),
    step: vm.int(vm.field(range, 2)),
    length: vm.int(vm.field(range, 3)),
  };
}

/** start + place * step */
export function rangeNumber({ start, step }: RangeNumbers, place: ints.PyInt): ints.PyInt {
  return ints.intAdd(start, ints.intMultiply(step, place));
}

/** range_iter */
export function rangeIterator(vm: Interpreter, range: number): number {
  const stop = vm.int(vm.field(range, 1));
  return newRangeIterator(vm, rangeNumbers(vm, range), [stop]);
}

/** range_reverse: the same iterator the other way round. */
export function reversedRange(vm: Interpreter, range: number): number {
  const numbers = rangeNumbers(vm, range);
  const last = rangeNumber(numbers, ints.intSubtract(numbers.length, 1));
  const before = ints.intSubtract(numbers.start, numbers.step);
  const step = ints.intSubtract(0, numbers.step);
  return newRangeIterator(vm, { ...numbers, start: last, step }, [vm.int(vm.field(range, 1)), before]);
}

/** `beside`: what else must fit a C long for the iterator to count in C. */
function newRangeIterator(vm: Interpreter, numbers: RangeNumbers, beside: readonly ints.PyInt[]): number {
  const { start, step, length } = numbers;
  const isLong = !(fitsLong(start) && fitsLong(step) && beside.every(fitsLong));
  const info = vm.classes.named(isLong ? 'longrange_iterator' : 'range_iterator').info;
  const iterator = vm.heap.newObject(info, vm.heap.memory.alloc(vm.rules.typeSizes.range_iterator[0]));
  const isSmall =
    typeof start === 'number' && typeof step === 'number' && typeof rangeNumber(numbers, length) === 'number';
  const place: RangePlace = { at: Number(start), step: Number(step), left: Number(length), length };
  const payload: RangePlace = isSmall ? place : { ...place, large: { at: start, start, step } };
  vm.heap.setPayload(iterator, payload);
  return iterator;
}

function placeOf(vm: Interpreter, iterator: number): RangePlace {
  return vm.heap.payload(iterator) as RangePlace;
}

export function nextOfRange(vm: Interpreter, iterator: number): number {
  const place = placeOf(vm, iterator);
  if (place.left <= 0) return 0;
  place.left--;
  const { large } = place;
  if (large !== undefined) {
    const value = large.at;
    large.at = ints.intAdd(value, large.step);
    return vm.newInt(value);
  }
  const value = place.at;
  place.at += place.step;
  return vm.newInt(value);
}

/**
 * rangeiter_reduce: the range to go through and the place in it, new references. From 3.12 on the iterator forgets what it has given,
 * and the place is None.
 */
export function reducedRange(vm: Interpreter, iterator: number): readonly [number, number] {
  const place = placeOf(vm, iterator);
  const step = place.large?.step ?? place.step;
  const given = numbersGiven(place);
  const at = place.large?.at ?? place.at;
  const start = ints.intSubtract(at, ints.intMultiply(step, given));
  const stop = ints.intAdd(start, ints.intMultiply(step, place.length));
  if (vm.rules.rangeIteratorsForget) return [vm.newRange(at, stop, step), vm.none()];
  return [vm.newRange(start, stop, step), vm.newInt(given)];
}

function numbersGiven({ large, length, left }: RangePlace): ints.PyInt {
  if (large === undefined) return ints.intSubtract(length, left);
  return ints.intFloorDivide(ints.intSubtract(large.at, large.start), large.step, '');
}

/** rangeiter_setstate: to a place counted from the start; from 3.12 on from where it is. */
export function moveRange(vm: Interpreter, iterator: number, to: ints.PyInt): void {
  const place = placeOf(vm, iterator);
  const given = numbersGiven(place);
  const from = vm.rules.rangeIteratorsForget ? given : 0;
  const wanted = ints.intAdd(from, to < 0 ? 0 : to);
  const by = ints.intSubtract(wanted > place.length ? place.length : wanted, given);
  place.left -= Number(by);
  if (place.large === undefined) place.at += Number(by) * place.step;
  else place.large.at = ints.intAdd(place.large.at, ints.intMultiply(place.large.step, by));
}

/** Where a range iterator is, for the loop to go on by itself; null for every other iterator, and for large numbers. */
export function rangePosition(vm: Interpreter, iterator: number): RangePlace | null {
  if (((vm.heap.words[iterator + META] as number) & TYPE_MASK) !== vm.rangeIteratorId) return null;
  const place = placeOf(vm, iterator);
  return place.large === undefined ? place : null;
}

/** range[key] (range_subscript): a number, or the range of a slice. */
export function rangeItem(vm: Interpreter, range: number, key: number): number {
  if (vm.infoOf(key).name === 'slice') return rangeSlice(vm, range, key);
  const numbers = rangeNumbers(vm, range);
  const given = indexNumber(
    vm,
    key,
    () => `range indices must be integers or slices, not ${vm.typeName(key)}`,
  );
  const place = given < 0 ? ints.intAdd(given, numbers.length) : given;
  if (place < 0 || place >= numbers.length)
    throw new PythonRaise('IndexError', 'range object index out of range');
  return vm.newInt(rangeNumber(numbers, place));
}

/** An int of any size, of what has `__index__`. */
function indexNumber(vm: Interpreter, ref: number, words: () => string): ints.PyInt {
  if (vm.isInt(ref)) return vm.int(ref);
  const method = vm.special(ref, '__index__');
  if (method === 0) throw new PythonRaise('TypeError', words());
  return askedIndex(vm, method, ref);
}

/** compute_slice */
function rangeSlice(vm: Interpreter, range: number, slice: number): number {
  const numbers = rangeNumbers(vm, range);
  const { start, stop, step } = longSlice(vm, slice, numbers.length);
  return vm.newRange(
    rangeNumber(numbers, start),
    rangeNumber(numbers, stop),
    ints.intMultiply(numbers.step, step),
  );
}

interface LongSlice {
  readonly start: ints.PyInt;
  readonly stop: ints.PyInt;
  readonly step: ints.PyInt;
}

/** sliceobject.c:_PySlice_GetLongIndices: the parts of a slice within a length of any size. */
export function longSlice(vm: Interpreter, slice: number, length: ints.PyInt): LongSlice {
  const part = (at: number): ints.PyInt | null => {
    const ref = vm.field(slice, at);
    if (ref === 0 || vm.isNone(ref)) return null;
    return indexNumber(vm, ref, () => 'slice indices must be integers or None or have an __index__ method');
  };
  const step = part(2) ?? 1;
  if (step === 0) throw new PythonRaise('ValueError', 'slice step cannot be zero');
  const low = step < 0 ? -1 : 0;
  const high = step < 0 ? ints.intSubtract(length, 1) : length;
  const within = (given: ints.PyInt | null, otherwise: ints.PyInt): ints.PyInt => {
    if (given === null) return otherwise;
    const place = given < 0 ? ints.intAdd(given, length) : given;
    if (place < low) return low;
    return place > high ? high : place;
  };
  return {
    start: within(part(0), step < 0 ? high : low),
    stop: within(part(1), step < 0 ? low : high),
    step,
  };
}
