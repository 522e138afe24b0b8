/**
 * enumerate, zip, map, filter, reversed, and what other built-in iterators have as methods (enumobject.c, bltinmodule.c, listobject.c).
 *
 *   enumerate | iterator | result |, payload: the next number      zip | iterators | result |, payload: strict
 *   map | iterators | function |      filter | iterator | function |      reversed, list_reverseiterator | sequence |, payload: the place
 * enumerate and zip give the same tuple again while nobody else holds it.
 */

import { REFCNT } from '../../../heap/index.ts';
import { ints, PythonRaise } from '../../../objects/index.ts';
import { asksToCall, calleeFrame, callSteps } from '../../eval/calls/call-steps.ts';
import { asksToConvert, converting } from '../../eval/calls/conversions.ts';
import { wrongKeyword } from '../../eval/calls/native-arguments.ts';
import { owning, type Steps } from '../../eval/calls/waiting.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import {
  type Keywords,
  type NativeDefinition,
  NO_KEYWORDS,
  resumable,
  type TypeDefinition,
} from '../../eval/native.ts';
import { newDictIterator, putWaiting } from '../../eval/operators/iteration.ts';
import {
  asksForNext,
  asksToIterate,
  iterSteps,
  nestedNextSteps,
  nextAtOnce,
} from '../../eval/operators/iteration-steps.ts';
import { nativeLength } from '../../eval/operators/lengths.ts';
import { answerSteps, truthSteps } from '../../eval/operators/truth.ts';
import { allocate, classArgument, newSizedInt } from '../allocate.ts';
import { indexValue, stepsPackedUpTo } from '../arguments.ts';
import { asksClass, ITERATOR } from './dunders.ts';
import { CLASS_GET_ITEM } from './generic-alias.ts';
import { HINTED_ITERATOR } from './iterator-hints.ts';
import { ITERATOR_STATES, REVERSED_STATE, reducedByClass, stateful } from './iterator-state.ts';
import { emptyTuple, fillTuple, refillTuple } from './list-fill.ts';

type Args = readonly number[];

const MANY = Number.MAX_SAFE_INTEGER;

/** An object of the class that was called, which takes the references of its fields over. `bytes`: tp_basicsize. */
function make(vm: Interpreter, ofClass: number, bytes: number, fields: Args): number {
  const made = allocate(vm, classArgument(vm, ofClass), bytes);
  vm.fillFields(made, fields);
  vm.heap.track(made);
  return made;
}

/** The kept tuple with these items, which are taken over, or a new one when somebody holds it. */
function again(vm: Interpreter, kept: number, items: Args): number {
  if (vm.heap.words[kept + REFCNT] !== 1) return vm.tupleOf(items);
  refillTuple(vm, vm.own(kept), items);
  return kept;
}

function nones(vm: Interpreter, count: number): number {
  const items: number[] = [];
  while (items.length < count) items.push(vm.process.none);
  return vm.newTuple(items);
}

/** enumerate_vectorcall: one name alone can but be the first's, of two each can be either's. */
function checkEnumerate(_vm: Interpreter, count: number, keywords: Keywords): void {
  const given = count + keywords.size;
  if (given === 1 || given === 2) {
    const known = given === 1 ? ['iterable'] : count === 1 ? ['start'] : ['iterable', 'start'];
    const wrong = [...keywords.keys()].find((name) => !known.includes(name));
    if (wrong === undefined) return;
    throw new PythonRaise('TypeError', `'${wrong}' is an invalid keyword argument for enumerate()`);
  }
  if (count === 0) throw new PythonRaise('TypeError', "enumerate() missing required argument 'iterable'");
  throw new PythonRaise('TypeError', `enumerate() takes at most 2 arguments (${given} given)`);
}

function* constructEnumerate(vm: Interpreter, [ofClass = 0, of = 0, start = 0]: Args): Steps {
  const read = (): ints.PyInt => (start === 0 ? 0 : indexValue(vm, start));
  const from = asksToConvert(vm, [start]) ? yield* converting(vm, read) : read();
  const made = allocate(vm, classArgument(vm, ofClass), vm.rules.typeSizes.enumerate[0]);
  vm.fillFields(made, [0, 0]);
  vm.heap.setPayload(made, from);
  try {
    vm.setField(made, 0, yield* iterSteps(vm, of));
  } catch (error) {
    vm.decref(made);
    throw error;
  }
  vm.setField(made, 1, nones(vm, 2));
  vm.heap.track(made);
  return made;
}

function nextEnumerate(vm: Interpreter, iterator: number): number {
  return numbered(vm, iterator, vm.next(vm.field(iterator, 0)));
}

function* enumerateSteps(vm: Interpreter, iterator: number): Steps {
  vm.tick();
  return numbered(vm, iterator, yield* nestedNextSteps(vm, vm.field(iterator, 0)));
}

/** The item, which is taken over, with its number; 0 at the end. */
function numbered(vm: Interpreter, iterator: number, item: number): number {
  if (item === 0) return 0;
  const at = vm.heap.payload(iterator) as ints.PyInt;
  vm.heap.setPayload(iterator, ints.intAdd(at, 1));
  return again(vm, vm.field(iterator, 1), [newSizedInt(vm, at), item]);
}

/** A tuple of an iterator over each; the tuple goes when one cannot be iterated. */
function* iteratorsOver(vm: Interpreter, iterables: Args): Steps {
  const tuple = emptyTuple(vm, iterables.length);
  try {
    for (const [at, one] of iterables.entries()) fillTuple(vm, tuple, at, yield* iterSteps(vm, one));
  } catch (error) {
    // The exception is there before the tuple goes.
    const raised = vm.raised(error);
    vm.decref(tuple);
    throw raised;
  }
  return tuple;
}

function* constructZip(vm: Interpreter, [ofClass = 0, ...iterables]: Args, keywords: Keywords): Steps {
  const isAsked = vm.rules.zipStrict || vm.classes.forObject(ofClass)?.dict === 0;
  for (const name of isAsked ? keywords.keys() : []) {
    if (!vm.rules.zipStrict) throw new PythonRaise('TypeError', 'zip() takes no keyword arguments');
    if (name !== 'strict') throw wrongKeyword(vm, 'zip', name, ['strict']);
  }
  const strict = keywords.get('strict');
  const iterators = yield* iteratorsOver(vm, iterables);
  const made = make(vm, ofClass, vm.rules.typeSizes.zip[0], [iterators, nones(vm, iterables.length)]);
  vm.heap.setPayload(made, strict !== undefined && vm.truth(strict));
  return made;
}

/** zip_next: a new tuple is made before the items are fetched, so also when there are none left. */
function* zipSteps(vm: Interpreter, iterator: number): Steps {
  const iterators = vm.field(iterator, 0);
  const count = vm.listSize(iterators);
  if (count === 0) return 0;
  const kept = vm.field(iterator, 1);
  const reuses = vm.heap.words[kept + REFCNT] === 1;
  const fresh = reuses ? 0 : emptyTuple(vm, count);
  const items: number[] = [];
  try {
    while (items.length < count) {
      vm.tick();
      const from = vm.itemAt(iterators, items.length);
      let item = nextAtOnce(vm, from);
      if (item < 0) item = yield* nestedNextSteps(vm, from);
      if (item !== 0) {
        items.push(item);
        continue;
      }
      if (vm.heap.payload(iterator) === true) yield* checkLengths(vm, iterators, items.length);
      vm.dropAll([...items, fresh]);
      return 0;
    }
  } catch (error) {
    vm.dropAll([...items, fresh]);
    throw error;
  }
  if (reuses) return again(vm, kept, items);
  for (const [at, item] of items.entries()) fillTuple(vm, fresh, at, item);
  return fresh;
}

/** zip(strict=True): argument `ended` ended first; the others must have ended too. */
function* checkLengths(vm: Interpreter, iterators: number, ended: number): Steps<void> {
  const argument = (at: number): string =>
    at === 0 ? 'argument 1' : at === 1 ? 'argument 1' : `arguments 1-${at}`;
  if (ended > 0)
    throw new PythonRaise('ValueError', `zip() argument ${ended + 1} is shorter than ${argument(ended)}`);
  for (let at = 1; at < vm.listSize(iterators); at++) {
    vm.tick();
    const item = yield* nestedNextSteps(vm, vm.itemAt(iterators, at));
    if (item === 0) continue;
    vm.decref(item);
    throw new PythonRaise('ValueError', `zip() argument ${at + 1} is longer than ${argument(at)}`);
  }
}

function* constructMap(vm: Interpreter, [ofClass = 0, func = 0, ...iterables]: Args): Steps {
  if (iterables.length === 0) throw new PythonRaise('TypeError', 'map() must have at least two arguments.');
  return make(vm, ofClass, 32, [yield* iteratorsOver(vm, iterables), vm.own(func)]);
}

function* mapSteps(vm: Interpreter, iterator: number): Steps {
  const iterators = vm.field(iterator, 0);
  const items: number[] = [];
  try {
    for (let at = 0; at < vm.listSize(iterators); at++) {
      vm.tick();
      const from = vm.itemAt(iterators, at);
      let item = nextAtOnce(vm, from);
      if (item < 0) item = yield* nestedNextSteps(vm, from);
      if (item === 0) return 0;
      items.push(item);
    }
    const func = vm.field(iterator, 1);
    const frame = calleeFrame(vm, func, { args: items, keywords: NO_KEYWORDS });
    return frame === null ? yield* callSteps(vm, func, items) : yield frame;
  } finally {
    vm.dropAll(items);
  }
}

function* constructFilter(vm: Interpreter, [ofClass = 0, func = 0, iterable = 0]: Args): Steps {
  return make(vm, ofClass, 32, [yield* iterSteps(vm, iterable), vm.own(func)]);
}

function* filterSteps(vm: Interpreter, iterator: number): Steps {
  const func = vm.field(iterator, 1);
  const plain = vm.isNone(func) || func === vm.classes.named('bool').ref;
  const from = vm.field(iterator, 0);
  for (;;) {
    vm.tick();
    let item = nextAtOnce(vm, from);
    if (item < 0) item = yield* nestedNextSteps(vm, from);
    if (item === 0) return 0;
    vm.tick();
    if (yield* passes(vm, item, plain ? 0 : func)) return item;
    vm.decref(item);
  }
}

function* passes(vm: Interpreter, item: number, func: number): Steps<boolean> {
  try {
    if (func === 0) return yield* truthSteps(vm, item);
    return yield* answerSteps(vm, yield* callSteps(vm, func, [item]));
  } catch (error) {
    vm.decref(item);
    throw error;
  }
}

/** reversed(x): `__reversed__`, an iterator of lists and dicts of their own, or one by length and index. */
function* constructReversed(vm: Interpreter, [ofClass = 0, of = 0]: Args): Steps {
  const own = vm.override(of, '__reversed__');
  if (own !== 0 && vm.isNone(own)) throw notReversible(vm, of);
  if (own !== 0) {
    const bound = vm.bind(own, of);
    return yield* owning(vm, [bound], callSteps(vm, bound, []));
  }
  if (vm.isList(of)) return vm.whileBound(of, '__reversed__', () => reverseIterator(vm, of));
  if (vm.isDict(of) && vm.infoOf(of).name === 'dict')
    return vm.whileBound(of, '__reversed__', () => newDictIterator(vm, 'dict_reversekeyiterator', of));
  const method = vm.special(of, '__reversed__');
  if (method !== 0) return vm.callBound(method, of);
  if (vm.isDict(of) || vm.special(of, '__getitem__') === 0) throw notReversible(vm, of);
  // PySequence_Size says what a class without __len__ lacks.
  if (vm.special(of, '__len__') === 0) vm.length(of);
  const length = vm.length(of);
  return newReversed(vm, make(vm, ofClass, 32, [vm.own(of)]), length);
}

function notReversible(vm: Interpreter, of: number): PythonRaise {
  return new PythonRaise('TypeError', `'${vm.typeName(of)}' object is not reversible`);
}

/** list___reversed___impl */
export function reverseIterator(vm: Interpreter, list: number): number {
  const { ref } = vm.classes.named('list_reverseiterator');
  return newReversed(vm, make(vm, ref, 32, [vm.own(list)]), nativeLength(vm, list));
}

function newReversed(vm: Interpreter, made: number, length: number): number {
  vm.heap.setPayload(made, { at: length - 1, step: -1, left: 0 });
  return made;
}

/** Until 3.12 an iterator at its end lets the list go. */
function nextReversedList(vm: Interpreter, iterator: number): number {
  const list = vm.field(iterator, 0);
  if (list === 0) return 0;
  const place = vm.heap.payload(iterator) as { at: number };
  if (place.at >= 0 && place.at < vm.listSize(list)) return vm.own(vm.itemAt(list, place.at--));
  place.at = -1;
  if (vm.rules.reversedLetsGo) vm.setField(iterator, 0, 0);
  return 0;
}

function nextReversed(vm: Interpreter, iterator: number): number {
  const of = vm.field(iterator, 0);
  if (of === 0) return 0;
  const place = vm.heap.payload(iterator) as { at: number };
  if (place.at >= 0) {
    try {
      return vm.guard(vm.newInt(place.at), (index) => {
        const item = vm.getItem(of, index);
        place.at--;
        return item;
      });
    } catch (error) {
      if (!vm.catches(error, 'IndexError') && !vm.catches(error, 'StopIteration')) throw error;
    }
  }
  place.at = -1;
  vm.setField(iterator, 0, 0);
  return 0;
}

export function installIterators(vm: Interpreter): void {
  const put = (name: string, next: (vm: Interpreter, iterator: number) => number): void => {
    vm.nexts[vm.classes.named(name).info.id] = next;
  };
  putWaiting(vm, vm.classes.named('enumerate'), {
    waits: (it, iterator, nested) => asksForNext(it, it.field(iterator, 0), nested + 1),
    steps: enumerateSteps,
  });
  put('enumerate', nextEnumerate);
  putWaiting(vm, vm.classes.named('zip'), {
    waits: (it, iterator, nested) => asksOneOf(it, it.field(iterator, 0), nested),
    steps: zipSteps,
  });
  putWaiting(vm, vm.classes.named('map'), {
    waits: (it, iterator, nested) =>
      asksToCall(it, it.field(iterator, 1)) || asksOneOf(it, it.field(iterator, 0), nested),
    steps: mapSteps,
  });
  putWaiting(vm, vm.classes.named('filter'), { waits: () => true, steps: filterSteps });
  put('reversed', nextReversed);
  put('list_reverseiterator', nextReversedList);
}

/** One of the iterators in a tuple asks Python code for its next item. */
function asksOneOf(vm: Interpreter, iterators: number, nested: number): boolean {
  for (let at = 0; at < vm.listSize(iterators); at++)
    if (asksForNext(vm, vm.itemAt(iterators, at), nested + 1)) return true;
  return false;
}

const ownField = (vm: Interpreter, self: number, at: number): number => vm.own(vm.field(self, at));
const ownIterators = (vm: Interpreter, self: number): number[] =>
  vm.items(vm.field(self, 0)).map((one) => vm.own(one));

const ENUMERATE_STATE = stateful((vm, self) =>
  reducedByClass(vm, self, [ownField(vm, self, 0), vm.newInt(vm.heap.payload(self) as ints.PyInt)]),
);
const ZIP_STATE = stateful(
  (vm, self) =>
    reducedByClass(vm, self, ownIterators(vm, self), vm.heap.payload(self) === true ? vm.bool(true) : 0),
  (vm, self, state) => vm.heap.setPayload(self, vm.truth(state)),
);
const MAP_STATE = stateful((vm, self) =>
  reducedByClass(vm, self, [ownField(vm, self, 1), ...ownIterators(vm, self)]),
);
const FILTER_STATE = stateful((vm, self) =>
  reducedByClass(vm, self, [ownField(vm, self, 1), ownField(vm, self, 0)]),
);

const define = (
  name: string,
  state: TypeDefinition['methods'],
  construct: NativeDefinition,
): TypeDefinition => ({ name, methods: { ...ITERATOR, ...state }, construct });

export const ITERATOR_TYPES: readonly TypeDefinition[] = [
  ...Object.entries(ITERATOR_STATES).map(([name, state]) => ({
    name,
    methods: { ...HINTED_ITERATOR, ...state },
  })),
  {
    ...define(
      'enumerate',
      ENUMERATE_STATE,
      resumable(stepsPackedUpTo(10, constructEnumerate), {
        args: [1, 2],
        keywords: ['iterable', 'start'],
        vectorcall: checkEnumerate,
        asks: (vm, [, of = 0, start = 0]) =>
          (of !== 0 && asksToIterate(vm, of)) || asksToConvert(vm, [start]),
      }),
    ),
    classMethods: { __class_getitem__: CLASS_GET_ITEM },
  },
  define(
    'zip',
    ZIP_STATE,
    resumable(constructZip, { args: [0, MANY], anyKeywords: true, throughTuple: true, asks: asksClass }),
  ),
  define('map', MAP_STATE, resumable(stepsPackedUpTo(9, constructMap), { args: [0, MANY], asks: asksClass })),
  define(
    'filter',
    FILTER_STATE,
    resumable(stepsPackedUpTo(9, constructFilter), { args: [2, 2], asks: asksClass }),
  ),
  {
    ...define(
      'reversed',
      REVERSED_STATE,
      resumable(stepsPackedUpTo(9, constructReversed), { args: [1, 1], asks: asksClass }),
    ),
    methods: { ...HINTED_ITERATOR, ...REVERSED_STATE },
  },
];
