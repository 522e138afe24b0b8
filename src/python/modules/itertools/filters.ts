/** chain, accumulate, compress, dropwhile, takewhile, filterfalse, starmap, islice, batched, as itertoolsmodule.c has them. */

import { PythonRaise } from '../../../objects/index.ts';
import { sizeValue } from '../../builtins/arguments.ts';
import { CLASS_GET_ITEM } from '../../builtins/types/generic-alias.ts';
import { callSteps } from '../../eval/calls/call-steps.ts';
import { asksToConvert, converting } from '../../eval/calls/conversions.ts';
import { owning, type Steps } from '../../eval/calls/waiting.ts';
import { Thrown, whatCSees } from '../../eval/exceptions/raise.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { native } from '../../eval/native.ts';
import { collectSteps, iterSteps, nestedNextSteps, waiting } from '../../eval/operators/iteration-steps.ts';
import { binarySteps } from '../../eval/operators/operators.ts';
import { answerSteps, truthSteps } from '../../eval/operators/truth.ts';
import { ANY } from '../define-type.ts';
import { type Args, holdsFor, type IteratorSpec, newIterator } from './iterator-type.ts';
import { ACCUMULATE_STATE, CHAIN_STATE, copied, reducedFields, SLICE_STATE, WITH_FLAG } from './states.ts';
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

function* nextChain(vm: Interpreter, self: number): Steps {
  for (;;) {
    const source = vm.field(self, 0);
    if (source === 0) return 0;
    if (vm.field(self, 1) === 0) {
      vm.tick();
      const iterable = yield* nestedNextSteps(vm, source);
      if (iterable === 0) {
        vm.setField(self, 0, 0);
        return 0;
      }
      vm.setField(self, 1, yield* owning(vm, [iterable], iterSteps(vm, iterable)));
    }
    const item = yield* nestedNextSteps(vm, vm.field(self, 1));
    if (item !== 0) return item;
    vm.setField(self, 1, 0);
  }
}

/** accumulate: | function | iterator | total | initial |, None for no initial value. */
const ACCUMULATE = { FUNC: 0, ITERATOR: 1, TOTAL: 2, INITIAL: 3 } as const;

function* constructAccumulate(
  vm: Interpreter,
  [ofClass = 0, iterable = 0, func = 0, initial = 0]: Args,
): Steps {
  const iterator = yield* iterSteps(vm, iterable);
  const held = func === 0 || vm.isNone(func) ? 0 : vm.own(func);
  const first = vm.own(initial || vm.process.none);
  return newIterator(vm, ofClass, vm.rules.typeSizes.accumulate[0], [held, iterator, 0, first]);
}

function* nextAccumulate(vm: Interpreter, self: number): Steps {
  const initial = vm.field(self, ACCUMULATE.INITIAL);
  if (!vm.isNone(initial)) {
    vm.setField(self, ACCUMULATE.TOTAL, vm.own(initial));
    vm.setField(self, ACCUMULATE.INITIAL, vm.none());
    return vm.own(vm.field(self, ACCUMULATE.TOTAL));
  }
  const item = yield* nestedNextSteps(vm, vm.field(self, ACCUMULATE.ITERATOR));
  if (item === 0) return 0;
  const total = vm.field(self, ACCUMULATE.TOTAL);
  if (total === 0) {
    vm.setField(self, ACCUMULATE.TOTAL, vm.own(item));
    return item;
  }
  const func = vm.field(self, ACCUMULATE.FUNC);
  const sum = yield* owning(
    vm,
    [item],
    func === 0 ? binarySteps(vm, total, item, '+') : callSteps(vm, func, [total, item]),
  );
  vm.setField(self, ACCUMULATE.TOTAL, vm.own(sum));
  return sum;
}

function* nextCompress(vm: Interpreter, self: number): Steps {
  for (;;) {
    vm.tick();
    const datum = yield* nestedNextSteps(vm, vm.field(self, 0));
    if (datum === 0) return 0;
    const selector = yield* nestedNextSteps(vm, vm.field(self, 1));
    if (selector === 0) {
      vm.decref(datum);
      return 0;
    }
    if (yield* answerSteps(vm, selector)) return datum;
    vm.decref(datum);
  }
}

/** Is the item to be kept? It is dropped when the question raises. */
function* asked(vm: Interpreter, item: number, ask: Steps<boolean>): Steps<boolean> {
  try {
    return yield* ask;
  } catch (error) {
    vm.decref(item);
    throw error;
  }
}

/** | function | iterator | */
function constructWithFunction(bytes: number): IteratorSpec['construct'] {
  return {
    *steps(vm, [ofClass = 0, func = 0, iterable = 0]) {
      const iterator = yield* iterSteps(vm, iterable);
      const made = newIterator(vm, ofClass, bytes, [vm.own(func), iterator]);
      vm.heap.setPayload(made, { done: false });
      return made;
    },
  };
}

function* nextDropWhile(vm: Interpreter, self: number): Steps {
  const state = vm.heap.payload(self) as { done: boolean };
  const iterator = vm.field(self, 1);
  for (
    let item = yield* nestedNextSteps(vm, iterator);
    item !== 0;
    item = yield* nestedNextSteps(vm, iterator)
  ) {
    if (state.done) return item;
    vm.tick();
    if (!(yield* asked(vm, item, holdsFor(vm, vm.field(self, 0), item)))) {
      state.done = true;
      return item;
    }
    vm.decref(item);
  }
  return 0;
}

function* nextTakeWhile(vm: Interpreter, self: number): Steps {
  const state = vm.heap.payload(self) as { done: boolean };
  if (state.done) return 0;
  const item = yield* nestedNextSteps(vm, vm.field(self, 1));
  if (item === 0) return 0;
  if (yield* asked(vm, item, holdsFor(vm, vm.field(self, 0), item))) return item;
  vm.decref(item);
  state.done = true;
  return 0;
}

function* nextFilterFalse(vm: Interpreter, self: number): Steps {
  const func = vm.field(self, 0);
  const plain = vm.isNone(func) || func === vm.classes.named('bool').ref;
  const iterator = vm.field(self, 1);
  for (
    let item = yield* nestedNextSteps(vm, iterator);
    item !== 0;
    item = yield* nestedNextSteps(vm, iterator)
  ) {
    vm.tick();
    const ask = plain ? truthSteps(vm, item) : holdsFor(vm, func, item);
    if (!(yield* asked(vm, item, ask))) return item;
    vm.decref(item);
  }
  return 0;
}

function* nextStarMap(vm: Interpreter, self: number): Steps {
  const item = yield* nestedNextSteps(vm, vm.field(self, 1));
  if (item === 0) return 0;
  return yield* owning(vm, [item], callWith(vm, vm.field(self, 0), item));
}

function* callWith(vm: Interpreter, func: number, iterable: number): Steps {
  const args = yield* collectSteps(vm, iterable);
  return yield* owning(vm, args, callSteps(vm, func, args));
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

function sliceBounds(vm: Interpreter, bounds: Args): Omit<Slice, 'at'> {
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
  return { wanted: start, stop, step };
}

function* constructISlice(vm: Interpreter, [ofClass = 0, iterable = 0, ...bounds]: Args): Steps {
  const read = (): Omit<Slice, 'at'> => sliceBounds(vm, bounds);
  const wanted = asksToConvert(vm, bounds) ? yield* converting(vm, read) : read();
  const made = newIterator(vm, ofClass, ISLICE_BYTES, [yield* iterSteps(vm, iterable)]);
  const slice: Slice = { at: 0, ...wanted };
  vm.heap.setPayload(made, slice);
  return made;
}

/** At its end it lets the iterator go, and so it does where that fails. */
function* nextISlice(vm: Interpreter, self: number): Steps {
  try {
    return yield* nextOfSlice(vm, self);
  } catch (error) {
    const raised = whatCSees(vm, error);
    if (raised instanceof Thrown || raised instanceof PythonRaise) letGo(vm, self);
    throw raised;
  }
}

function* nextOfSlice(vm: Interpreter, self: number): Steps {
  const iterator = vm.field(self, 0);
  const slice = vm.heap.payload(self) as Slice;
  if (iterator === 0) return 0;
  while (slice.at < Math.min(slice.wanted, slice.stop)) {
    vm.tick();
    const item = yield* nestedNextSteps(vm, iterator);
    if (item === 0) return letGo(vm, self);
    vm.decref(item);
    slice.at++;
  }
  if (slice.at >= slice.stop) return letGo(vm, self);
  const item = yield* nestedNextSteps(vm, iterator);
  if (item === 0) return letGo(vm, self);
  slice.at++;
  slice.wanted = Math.min(slice.wanted + slice.step, slice.stop);
  return item;
}

export function letGo(vm: Interpreter, self: number): 0 {
  vm.setField(self, 0, 0);
  return 0;
}

const two = { args: [2, 2] } as const;

export const FILTERS: readonly IteratorSpec[] = [
  {
    name: 'chain',
    bytes: () => SMALL_BYTES,
    construct: constructChain,
    takes: { args: ANY },
    next: waiting(nextChain),
    methods: CHAIN_STATE,
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
    construct: { steps: constructAccumulate },
    takes: { args: [1, 3], keywords: ['iterable', 'func', '*', 'initial'] },
    next: waiting(nextAccumulate),
    methods: ACCUMULATE_STATE,
  },
  {
    name: 'compress',
    bytes: () => SMALL_BYTES,
    construct: {
      *steps(vm, [ofClass = 0, data = 0, selectors = 0]) {
        const iterators = [yield* iterSteps(vm, data), yield* iterSteps(vm, selectors)];
        return newIterator(vm, ofClass, SMALL_BYTES, iterators);
      },
    },
    takes: { args: [2, 2], keywords: ['data', 'selectors'] },
    next: waiting(nextCompress),
    methods: copied(reducedFields(0, 1)),
  },
  {
    name: 'dropwhile',
    bytes: () => WITH_FLAG_BYTES,
    construct: constructWithFunction(WITH_FLAG_BYTES),
    takes: two,
    next: waiting(nextDropWhile),
    methods: WITH_FLAG,
  },
  {
    name: 'takewhile',
    bytes: () => WITH_FLAG_BYTES,
    construct: constructWithFunction(WITH_FLAG_BYTES),
    takes: two,
    next: waiting(nextTakeWhile),
    methods: WITH_FLAG,
  },
  {
    name: 'filterfalse',
    bytes: () => SMALL_BYTES,
    construct: constructWithFunction(SMALL_BYTES),
    takes: two,
    next: waiting(nextFilterFalse),
    methods: copied(reducedFields(0, 1)),
  },
  {
    name: 'starmap',
    bytes: () => SMALL_BYTES,
    construct: constructWithFunction(SMALL_BYTES),
    takes: two,
    next: waiting(nextStarMap),
    methods: copied(reducedFields(0, 1)),
  },
  {
    name: 'islice',
    bytes: () => ISLICE_BYTES,
    construct: { steps: constructISlice },
    takes: { args: [2, 4] },
    next: waiting(nextISlice),
    methods: SLICE_STATE,
  },
  LONGEST,
];
