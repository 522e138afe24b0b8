/** chain, accumulate, compress, dropwhile, takewhile, filterfalse, starmap, islice, pairwise, batched, as itertoolsmodule.c has them. */

import { PythonRaise } from '../../../objects/index.ts';
import { sizeValue } from '../../builtins/arguments.ts';
import { CLASS_GET_ITEM } from '../../builtins/types/generic-alias.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { native } from '../../eval/native.ts';
import { ANY } from '../define-type.ts';
import { type Args, holdsFor, type IteratorSpec, newIterator, renewed } from './iterator-type.ts';
import { LONGEST } from './zip-longest.ts';

const SMALL_BYTES = 32;
const WITH_FLAG_BYTES = 40;
const ISLICE_BYTES = 56;

/** chain: | iterables | active | */
function newChain(vm: Interpreter, ofClass: number, source: number): number {
  return newIterator(vm, ofClass, SMALL_BYTES, [source, 0]);
}

/** It goes through the tuple that it was called with. */
function constructChain(vm: Interpreter, [ofClass = 0, ...iterables]: Args): number {
  const given = vm.callTuple;
  return vm.guard(given === 0 ? vm.newTuple(iterables) : vm.own(given), (tuple) =>
    newChain(vm, ofClass, vm.iter(tuple)),
  );
}

function nextChain(vm: Interpreter, self: number): number {
  for (;;) {
    const source = vm.field(self, 0);
    if (source === 0) return 0;
    if (vm.field(self, 1) === 0) {
      const iterable = vm.next(source);
      if (iterable === 0) {
        vm.setField(self, 0, 0);
        return 0;
      }
      vm.guard(iterable, () => vm.setField(self, 1, vm.iter(iterable)));
    }
    const item = vm.next(vm.field(self, 1));
    if (item !== 0) return item;
    vm.setField(self, 1, 0);
  }
}

/** accumulate: | function | iterator | total | initial |, None for no initial value. */
const ACCUMULATE = { FUNC: 0, ITERATOR: 1, TOTAL: 2, INITIAL: 3 } as const;

function constructAccumulate(
  vm: Interpreter,
  [ofClass = 0, iterable = 0, func = 0, initial = 0]: Args,
): number {
  const iterator = vm.iter(iterable);
  const held = func === 0 || vm.isNone(func) ? 0 : vm.own(func);
  const first = vm.own(initial || vm.process.none);
  return newIterator(vm, ofClass, vm.rules.typeSizes.accumulate[0], [held, iterator, 0, first]);
}

function nextAccumulate(vm: Interpreter, self: number): number {
  const initial = vm.field(self, ACCUMULATE.INITIAL);
  if (!vm.isNone(initial)) {
    vm.setField(self, ACCUMULATE.TOTAL, vm.own(initial));
    vm.setField(self, ACCUMULATE.INITIAL, vm.none());
    return vm.own(vm.field(self, ACCUMULATE.TOTAL));
  }
  const item = vm.next(vm.field(self, ACCUMULATE.ITERATOR));
  if (item === 0) return 0;
  const total = vm.field(self, ACCUMULATE.TOTAL);
  if (total === 0) {
    vm.setField(self, ACCUMULATE.TOTAL, vm.own(item));
    return item;
  }
  const func = vm.field(self, ACCUMULATE.FUNC);
  const sum = vm.guard(item, () => (func === 0 ? vm.binary(total, item, '+') : vm.call(func, [total, item])));
  vm.setField(self, ACCUMULATE.TOTAL, vm.own(sum));
  return sum;
}

function nextCompress(vm: Interpreter, self: number): number {
  for (;;) {
    const datum = vm.next(vm.field(self, 0));
    if (datum === 0) return 0;
    const selector = vm.next(vm.field(self, 1));
    if (selector === 0) {
      vm.decref(datum);
      return 0;
    }
    if (vm.guard(selector, () => vm.truth(selector))) return datum;
    vm.decref(datum);
  }
}

/** Is the item to be kept? It is dropped when the question raises. */
function asked(vm: Interpreter, item: number, ask: () => boolean): boolean {
  try {
    return ask();
  } catch (error) {
    vm.decref(item);
    throw error;
  }
}

/** | function | iterator | */
function constructWithFunction(bytes: number): IteratorSpec['construct'] {
  return (vm, [ofClass = 0, func = 0, iterable = 0]) => {
    const made = newIterator(vm, ofClass, bytes, [vm.own(func), vm.iter(iterable)]);
    vm.heap.setPayload(made, { done: false });
    return made;
  };
}

function nextDropWhile(vm: Interpreter, self: number): number {
  const state = vm.heap.payload(self) as { done: boolean };
  const iterator = vm.field(self, 1);
  for (let item = vm.next(iterator); item !== 0; item = vm.next(iterator)) {
    if (state.done) return item;
    if (!asked(vm, item, () => holdsFor(vm, vm.field(self, 0), item))) {
      state.done = true;
      return item;
    }
    vm.decref(item);
  }
  return 0;
}

function nextTakeWhile(vm: Interpreter, self: number): number {
  const state = vm.heap.payload(self) as { done: boolean };
  if (state.done) return 0;
  const item = vm.next(vm.field(self, 1));
  if (item === 0) return 0;
  if (asked(vm, item, () => holdsFor(vm, vm.field(self, 0), item))) return item;
  vm.decref(item);
  state.done = true;
  return 0;
}

function nextFilterFalse(vm: Interpreter, self: number): number {
  const func = vm.field(self, 0);
  const plain = vm.isNone(func) || func === vm.classes.named('bool').ref;
  const iterator = vm.field(self, 1);
  for (let item = vm.next(iterator); item !== 0; item = vm.next(iterator)) {
    vm.tick();
    if (!asked(vm, item, () => (plain ? vm.truth(item) : holdsFor(vm, func, item)))) return item;
    vm.decref(item);
  }
  return 0;
}

function nextStarMap(vm: Interpreter, self: number): number {
  const item = vm.next(vm.field(self, 1));
  if (item === 0) return 0;
  return vm.guard(item, () => {
    const args = vm.collect(item);
    try {
      return vm.call(vm.field(self, 0), args);
    } finally {
      vm.dropAll(args);
    }
  });
}

interface Slice {
  at: number;
  wanted: number;
  readonly stop: number;
  readonly step: number;
}

const SLICE_WORDS = {
  stop: 'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.',
  bounds: 'Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.',
  step: 'Step for islice() must be a positive integer or None.',
};

function sliceNumber(vm: Interpreter, ref: number, otherwise: number, message: string): number {
  if (ref === 0 || vm.isNone(ref)) return otherwise;
  if (!vm.isInt(ref) && vm.special(ref, '__index__') === 0) throw new PythonRaise('ValueError', message);
  const value = sizeValue(vm, ref);
  if (value < 0) throw new PythonRaise('ValueError', message);
  return value;
}

function constructISlice(vm: Interpreter, [ofClass = 0, iterable = 0, ...bounds]: Args): number {
  const [first = 0, second = 0, third = 0] = bounds;
  const alone = bounds.length === 1;
  const stop = sliceNumber(
    vm,
    alone ? first : second,
    Number.POSITIVE_INFINITY,
    alone ? SLICE_WORDS.stop : SLICE_WORDS.bounds,
  );
  const start = alone ? 0 : sliceNumber(vm, first, 0, SLICE_WORDS.bounds);
  const step = sliceNumber(vm, third, 1, SLICE_WORDS.step);
  if (step < 1) throw new PythonRaise('ValueError', SLICE_WORDS.step);
  const made = newIterator(vm, ofClass, ISLICE_BYTES, [vm.iter(iterable)]);
  const slice: Slice = { at: 0, wanted: start, stop, step };
  vm.heap.setPayload(made, slice);
  return made;
}

/** At its end it lets the iterator go. */
function nextISlice(vm: Interpreter, self: number): number {
  const iterator = vm.field(self, 0);
  const slice = vm.heap.payload(self) as Slice;
  if (iterator === 0) return 0;
  while (slice.at < Math.min(slice.wanted, slice.stop)) {
    vm.tick();
    const item = vm.next(iterator);
    if (item === 0) return letGo(vm, self);
    vm.decref(item);
    slice.at++;
  }
  if (slice.at >= slice.stop) return letGo(vm, self);
  const item = vm.next(iterator);
  if (item === 0) return letGo(vm, self);
  slice.at++;
  slice.wanted = Math.min(slice.wanted + slice.step, slice.stop);
  return item;
}

function letGo(vm: Interpreter, self: number): 0 {
  vm.setField(self, 0, 0);
  return 0;
}

/** pairwise: | iterator | old | result | */
function nextPairwise(vm: Interpreter, self: number): number {
  const iterator = vm.field(self, 0);
  if (iterator === 0) return 0;
  if (vm.field(self, 1) === 0) vm.setField(self, 1, vm.next(iterator));
  const item = vm.field(self, 1) === 0 ? 0 : vm.next(iterator);
  if (item === 0) {
    vm.setField(self, 1, 0);
    return letGo(vm, self);
  }
  const pair = [vm.field(self, 1), item];
  const tuple = vm.rules.pairwiseKeepsResult ? renewed(vm, self, 2, pair) : vm.newTuple(pair);
  vm.setField(self, 1, item);
  return tuple;
}

interface Batch {
  readonly size: number;
  readonly strict: boolean;
}

function constructBatched(vm: Interpreter, [ofClass = 0, iterable = 0, n = 0, strict = 0]: Args): number {
  if (strict !== 0 && !vm.rules.batchedIsStrict)
    throw new PythonRaise('TypeError', 'batched() takes at most 2 arguments (3 given)');
  const size = sizeValue(vm, n);
  if (size < 1) throw new PythonRaise('ValueError', 'n must be at least one');
  const made = newIterator(vm, ofClass, vm.rules.typeSizes.batched[0], [vm.iter(iterable)]);
  const batch: Batch = { size, strict: strict !== 0 && vm.truth(strict) };
  vm.heap.setPayload(made, batch);
  return made;
}

function nextBatched(vm: Interpreter, self: number): number {
  const iterator = vm.field(self, 0);
  if (iterator === 0) return 0;
  const { size, strict } = vm.heap.payload(self) as Batch;
  const items: number[] = [];
  for (let item = vm.next(iterator); item !== 0; item = items.length < size ? vm.next(iterator) : 0) {
    vm.tick();
    items.push(item);
  }
  if (items.length < size) letGo(vm, self);
  if (items.length === 0) return 0;
  if (items.length === size || !strict) return vm.tupleOf(items);
  vm.dropAll(items);
  throw new PythonRaise('ValueError', 'batched(): incomplete batch');
}

const two = { args: [2, 2] } as const;

export const FILTERS: readonly IteratorSpec[] = [
  {
    name: 'chain',
    bytes: () => SMALL_BYTES,
    construct: constructChain,
    takes: { args: ANY },
    next: nextChain,
    classMethods: {
      from_iterable: native((vm, [ofClass = 0, iterable = 0]) => newChain(vm, ofClass, vm.iter(iterable)), {
        args: [1, 1],
      }),
      __class_getitem__: CLASS_GET_ITEM,
    },
    since: { __class_getitem__: 9 },
  },
  {
    name: 'accumulate',
    bytes: (vm) => vm.rules.typeSizes.accumulate[0],
    construct: constructAccumulate,
    takes: { args: [1, 3], keywords: ['iterable', 'func', '*', 'initial'] },
    next: nextAccumulate,
  },
  {
    name: 'compress',
    bytes: () => SMALL_BYTES,
    construct: (vm, [ofClass = 0, data = 0, selectors = 0]) =>
      newIterator(vm, ofClass, SMALL_BYTES, [vm.iter(data), vm.iter(selectors)]),
    takes: { args: [2, 2], keywords: ['data', 'selectors'] },
    next: nextCompress,
  },
  {
    name: 'dropwhile',
    bytes: () => WITH_FLAG_BYTES,
    construct: constructWithFunction(WITH_FLAG_BYTES),
    takes: two,
    next: nextDropWhile,
  },
  {
    name: 'takewhile',
    bytes: () => WITH_FLAG_BYTES,
    construct: constructWithFunction(WITH_FLAG_BYTES),
    takes: two,
    next: nextTakeWhile,
  },
  {
    name: 'filterfalse',
    bytes: () => SMALL_BYTES,
    construct: constructWithFunction(SMALL_BYTES),
    takes: two,
    next: nextFilterFalse,
  },
  {
    name: 'starmap',
    bytes: () => SMALL_BYTES,
    construct: constructWithFunction(SMALL_BYTES),
    takes: two,
    next: nextStarMap,
  },
  {
    name: 'islice',
    bytes: () => ISLICE_BYTES,
    construct: constructISlice,
    takes: { args: [2, 4] },
    next: nextISlice,
  },
  LONGEST,
];

export const PAIRWISE: IteratorSpec = {
  name: 'pairwise',
  bytes: (vm) => vm.rules.typeSizes.pairwise[0],
  construct: (vm, [ofClass = 0, iterable = 0]) =>
    newIterator(vm, ofClass, vm.rules.typeSizes.pairwise[0], [
      vm.iter(iterable),
      0,
      vm.rules.pairwiseKeepsResult ? vm.newTuple([vm.process.none, vm.process.none]) : 0,
    ]),
  takes: { args: [1, 1] },
  next: nextPairwise,
};

export const BATCHED: IteratorSpec = {
  name: 'batched',
  bytes: (vm) => vm.rules.typeSizes.batched[0],
  construct: constructBatched,
  takes: { args: [2, 3], keywords: ['iterable', 'n', '*', 'strict'] },
  next: nextBatched,
};
