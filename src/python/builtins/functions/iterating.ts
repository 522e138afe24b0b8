/** len, iter, next, all, any, sum, sorted (bltinmodule.c). */

import { ints, mathSums, PythonRaise } from '../../../objects/index.ts';
import { callSteps, specialSteps } from '../../eval/calls/call-steps.ts';
import { owning, type Steps } from '../../eval/calls/waiting.ts';
import { ENDS } from '../../eval/frames/frame.ts';
import { resumeGenerator } from '../../eval/frames/generators.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import {
  type Asks,
  directNative,
  type Keywords,
  type NativeDefinition,
  type NativeSteps,
  resumable,
  waitingWhere,
} from '../../eval/native.ts';
import { isIterator } from '../../eval/operators/iteration.ts';
import { asksForNext, iterSteps, nextAtOnce, nextSteps } from '../../eval/operators/iteration-steps.ts';
import { lengthSteps } from '../../eval/operators/lengths.ts';
import { asksMethods, binarySteps } from '../../eval/operators/operators.ts';
import { answerSteps } from '../../eval/operators/truth.ts';
import { newSizedInt } from '../allocate.ts';
import { newCallableIterator } from '../types/callable-iterator.ts';
import { asksClass, isOfProgram } from '../types/dunders.ts';
import { answer } from '../types/generator.ts';
import { listSteps } from '../types/list-fill.ts';
import { areAlike } from '../types/list-sort.ts';
import { EXTREMES } from './extremes.ts';
import { holdsSummableInts, isPlainSequence, sumOfInts } from './plain-items.ts';

type Args = readonly number[];

function* iter(vm: Interpreter, [of = 0, sentinel]: Args): Steps {
  if (sentinel === undefined) return yield* iterSteps(vm, of);
  return newCallableIterator(vm, of, sentinel);
}

function* next(vm: Interpreter, [iterator = 0, otherwise]: Args): Steps {
  if (!isIterator(vm, iterator))
    throw new PythonRaise('TypeError', `'${vm.typeName(iterator)}' object is not an iterator`);
  if (otherwise !== undefined) {
    vm.tick();
    return (yield* nextSteps(vm, iterator)) || vm.own(otherwise);
  }
  const own = vm.override(iterator, '__next__');
  if (own !== 0) return yield* specialSteps(vm, own, iterator);
  if (vm.infoOf(iterator).name === 'generator') {
    const frame = resumeGenerator(vm, iterator, vm.none(), ENDS.ENTRY);
    const value = frame === null ? vm.none() : yield frame;
    return answer(vm, { value, yielded: frame !== null && vm.yielded });
  }
  vm.tick();
  const item = yield* nextSteps(vm, iterator);
  if (item === 0) vm.raise('StopIteration', []);
  return item;
}

/** Whether some item is true (or false): the first one decides. */
function deciding(by: boolean): NativeSteps {
  return function* (vm, [iterable = 0]) {
    const iterator = yield* iterSteps(vm, iterable);
    try {
      for (;;) {
        vm.tick();
        let item = nextAtOnce(vm, iterator);
        if (item < 0) item = yield* nextSteps(vm, iterator);
        if (item === 0) return vm.bool(!by);
        vm.tick();
        if ((yield* answerSteps(vm, item)) === by) return vm.bool(by);
      }
    } finally {
      vm.decref(iterator);
    }
  };
}

function* sum(vm: Interpreter, [iterable = 0, start = 0]: Args): Steps {
  const summing = new Summing(vm, yield* iterSteps(vm, iterable));
  try {
    if (start !== 0) refuseTexts(vm, start);
    return yield* summing.run(start === 0 ? vm.newInt(0) : vm.own(start));
  } finally {
    summing.letGo();
  }
}

function refuseTexts(vm: Interpreter, start: number): void {
  const what = vm.isStr(start)
    ? ['strings', "''"]
    : vm.isBytes(start)
      ? ['bytes', "b''"]
      : vm.infoOf(start).name === 'bytearray'
        ? ['bytearray', "b''"]
        : null;
  if (what !== null)
    throw new PythonRaise('TypeError', `sum() can't sum ${what[0]} [use ${what[1]}.join(seq) instead]`);
}

interface Ended {
  readonly done: boolean;
  readonly result: number;
}

/** builtin_sum_impl: ints in a C long, then floats in a C double, then objects; each goes on where the one before gave up. */
class Summing {
  readonly #vm: Interpreter;
  /** Owned; it goes before the result of a sum of numbers is made. */
  #iterator: number;
  constructor(vm: Interpreter, iterator: number) {
    this.#vm = vm;
    this.#iterator = iterator;
  }

  letGo(): void {
    const iterator = this.#iterator;
    this.#iterator = 0;
    if (iterator !== 0) this.#vm.decref(iterator);
  }

  /** Takes the reference of the start over. */
  *run(start: number): Steps {
    const vm = this.#vm;
    const { atoms, float } = vm.process.types;
    let result = start;
    if (vm.heap.typeOf(result) === atoms.int) {
      const ended = yield* this.#ints(result);
      if (ended.done) return ended.result;
      result = ended.result;
    }
    if (vm.heap.typeOf(result) === float) {
      const ended = yield* this.#floats(result);
      if (ended.done) return ended.result;
      result = ended.result;
    }
    return yield* this.#objects(result);
  }

  *#ints(start: number): Steps<Ended> {
    const vm = this.#vm;
    const { atoms } = vm.process.types;
    let total = vm.int(start);
    vm.decref(start);
    for (;;) {
      vm.tick();
      vm.tick();
      let item = nextAtOnce(vm, this.#iterator);
      if (item < 0) item = yield* nextSteps(vm, this.#iterator);
      if (item === 0) {
        this.letGo();
        return { done: true, result: this.#total(total) };
      }
      const info = vm.heap.typeOf(item);
      if (typeof total === 'number' && (info === atoms.int || info === atoms.bool)) {
        total = ints.intAdd(total, vm.int(item));
        vm.decref(item);
        continue;
      }
      return { done: false, result: yield* this.#add(this.#total(total), item) };
    }
  }

  #total(total: ints.PyInt): number {
    return this.#vm.rules.sumIsSized ? newSizedInt(this.#vm, total) : this.#vm.newInt(total);
  }

  *#floats(start: number): Steps<Ended> {
    const vm = this.#vm;
    const { float, atoms } = vm.process.types;
    const total = new mathSums.FloatSum(vm.heap.number(start), vm.process.values);
    vm.decref(start);
    for (;;) {
      vm.tick();
      vm.tick();
      let item = nextAtOnce(vm, this.#iterator);
      if (item < 0) item = yield* nextSteps(vm, this.#iterator);
      if (item === 0) {
        this.letGo();
        return { done: true, result: vm.newFloat(total.total) };
      }
      const info = vm.heap.typeOf(item);
      const value = info === atoms.int || info === atoms.bool ? vm.int(item) : null;
      if (info === float) total.add(vm.heap.number(item));
      else if (typeof value === 'number') total.addInt(value);
      else return { done: false, result: yield* this.#add(vm.newFloat(total.total), item) };
      vm.decref(item);
    }
  }

  *#objects(start: number): Steps {
    let result = start;
    for (;;) {
      const item = yield* this.#next(result);
      if (item === 0) return result;
      result = yield* this.#add(result, item);
    }
  }

  *#next(held: number): Steps {
    try {
      this.#vm.tick();
      return yield* nextSteps(this.#vm, this.#iterator);
    } catch (error) {
      this.#vm.decref(held);
      throw error;
    }
  }

  /** Takes both references over. */
  *#add(a: number, b: number): Steps {
    const vm = this.#vm;
    try {
      return asksMethods(vm, a, b) ? yield* binarySteps(vm, a, b, '+') : vm.binary(a, b, '+');
    } finally {
      vm.decref(a);
      vm.decref(b);
    }
  }
}

/** Only a range is longer than what JavaScript counts exactly; a length beyond Py_ssize_t is refused. */
function* lenSteps(vm: Interpreter, [of = 0]: Args): Steps {
  return newSizedInt(vm, yield* lengthSteps(vm, of));
}

function len(vm: Interpreter, of: number): number {
  if (vm.heap.typeOf(of) !== vm.process.types.range) return newSizedInt(vm, vm.length(of));
  const length = vm.int(vm.field(of, 3));
  if (length > MOST_ITEMS) return vm.index(vm.field(of, 3));
  return typeof length === 'number' ? newSizedInt(vm, length) : vm.newInt(length);
}

/** sorted: a list of the items, and its method sort, which is looked up and bound (builtin_sorted). */
function* sorted(vm: Interpreter, args: Args, keywords: Keywords): Steps {
  const [iterable = 0] = args;
  if (args.length !== 1) throw new PythonRaise('TypeError', `sorted expected 1 argument, got ${args.length}`);
  const list = yield* listSteps(vm, iterable);
  try {
    const sort = vm.getAttr(list, 'sort');
    vm.decref(yield* owning(vm, [sort], callSteps(vm, sort, [], keywords)));
  } catch (error) {
    vm.decref(list);
    throw error;
  }
  return list;
}

/** The same of numbers, or of str: nobody is asked. */
function sortedAtOnce(vm: Interpreter, [iterable = 0]: Args): number {
  const list = vm.finish(listSteps(vm, iterable));
  try {
    const sort = vm.getAttr(list, 'sort');
    vm.decref(vm.guard(sort, () => vm.call(sort, [])));
  } catch (error) {
    vm.decref(list);
    throw error;
  }
  return list;
}

const asksForOrder: Asks = (vm, args, keywords) => {
  const [of = 0] = args;
  return keywords.size > 0 || args.length !== 1 || !isPlainSequence(vm, of) || !areAlike(vm, vm.items(of));
};

/** PY_SSIZE_T_MAX */
const MOST_ITEMS = 2n ** 63n - 1n;
const MANY = Number.MAX_SAFE_INTEGER;

export const ITERATING: Readonly<Record<string, NativeDefinition>> = {
  len: directNative(len, {
    args: [1, 1],
    quietWhenWarm: true,
    steps: lenSteps,
    directAsks: isOfProgram,
  }),
  iter: resumable(iter, { args: [1, 2], asks: asksClass }),
  next: resumable(next, { args: [1, 2], asks: (vm, [of = 0]) => asksForNext(vm, of) }),
  all: resumable(deciding(false), { args: [1, 1] }),
  any: resumable(deciding(true), { args: [1, 1] }),
  sum: waitingWhere(
    {
      asks: (vm, [of = 0, start = 0]) => start !== 0 || !holdsSummableInts(vm, of),
      steps: sum,
      atOnce: (vm, [of = 0]) => sumOfInts(vm, of),
    },
    { args: [1, 2], keywords: ['iterable', 'start'] },
  ),
  ...EXTREMES,
  sorted: waitingWhere(
    { asks: asksForOrder, steps: sorted, atOnce: sortedAtOnce },
    { args: [0, MANY], anyKeywords: true },
  ),
};
