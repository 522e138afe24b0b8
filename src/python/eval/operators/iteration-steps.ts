/**
 * iter() and next() in steps (waiting.ts): what is iterated may be a generator, or have methods of the program's; so may what a built-in
 * iterator goes through or calls.
 */
import { PythonRaise } from '../../../objects/index.ts';
import { specialFrame, specialSteps } from '../calls/call-steps.ts';
import { ROOM } from '../calls/native-depth.ts';
import type { Steps } from '../calls/waiting.ts';
import type { PyType } from '../classes/class-table.ts';
import type { WaitingNext } from '../containers.ts';
import { topmostHandled } from '../exceptions/handled.ts';
import { isException } from '../exceptions/raise.ts';
import { ENDS } from '../frames/frame.ts';
import { resumeGenerator, sendSteps } from '../frames/generators.ts';
import type { Interpreter } from '../interpreter.ts';
import { isIterator, iterate } from './iteration.ts';

/** iter() in steps. */
export function* iterSteps(vm: Interpreter, ref: number): Steps {
  const own = vm.override(ref, '__iter__');
  return own === 0 ? iterate(vm, ref) : yield* iterateByMethod(vm, ref, own);
}

/** The same, where C code puts words of its own in place of whatever TypeError comes (PySequence_Fast and others). */
export function* iterOrSteps(vm: Interpreter, ref: number, words: string): Steps {
  try {
    return yield* iterSteps(vm, ref);
  } catch (error) {
    if (vm.catches(error, 'TypeError')) throw new PythonRaise('TypeError', words);
    throw error;
  }
}

export function* iterateByMethod(vm: Interpreter, ref: number, method: number): Steps {
  if (vm.isNone(method)) throw new PythonRaise('TypeError', `'${vm.typeName(ref)}' object is not iterable`);
  const iterator = yield* specialSteps(vm, method, ref);
  if (isIterator(vm, iterator)) return iterator;
  const name = vm.typeName(iterator);
  vm.decref(iterator);
  throw new PythonRaise('TypeError', `iter() returned non-iterator of type '${name}'`);
}

/** Iterators of iterators of iterators may ask somebody: it is not found out whether they do. */
const DEEP = 8;

/** Does Python code say what the next item is: a generator, a method, or what a built-in iterator goes through or calls? */
export function asksForNext(vm: Interpreter, iterator: number, nested = 0): boolean {
  const { id } = vm.heap.typeOf(iterator);
  if (vm.nexts[id] === undefined || nested > DEEP) return true;
  return vm.waitingNexts[id]?.waits(vm, iterator, nested) === true;
}

/** Is Python code asked for what is in it: by its `__iter__`, or by what its iterator is? */
export function asksToIterate(vm: Interpreter, ref: number): boolean {
  if (vm.classes.of(ref).dict !== 0) return true;
  const { id, name } = vm.heap.typeOf(ref);
  return name === 'generator' || vm.waitingNexts[id]?.waits(vm, ref, 0) === true;
}

/** nextItem where no Python code is asked; -1: `nextSteps` has to say it, and nothing has happened. */
export function nextAtOnce(vm: Interpreter, iterator: number): number {
  const { id } = vm.heap.typeOf(iterator);
  const known = vm.nexts[id];
  return known === undefined || vm.waitingNexts[id]?.waits(vm, iterator, 0) === true
    ? -1
    : known(vm, iterator);
}

/** nextItem in steps: those of whoever knows, without another generator around them. */
export function nextSteps(vm: Interpreter, iterator: number): Steps {
  const type = vm.classes.of(iterator);
  const own = type.dict === 0 ? 0 : vm.overrideIn(type, '__next__');
  if (own !== 0) return nextByMethod(vm, iterator, own);
  const { info } = type.native;
  return vm.waitingNexts[info.id]?.steps(vm, iterator) ?? nextByLayout(vm, iterator, type);
}

function* nextByLayout(vm: Interpreter, iterator: number, { native: { info } }: PyType): Steps {
  const known = vm.nexts[info.id];
  if (known !== undefined) return known(vm, iterator);
  if (info.name === 'generator') {
    const frame = resumeGenerator(vm, iterator, vm.none(), ENDS.ENTRY);
    if (frame === null) return 0;
    const value = yield frame;
    if (vm.yielded) return value;
    dropReturned(vm, value);
    return 0;
  }
  const method = vm.special(iterator, '__next__');
  if (method !== 0) return yield* nextByMethod(vm, iterator, method);
  throw new PythonRaise('TypeError', `'${vm.typeName(iterator)}' object is not an iterator`);
}

/**
 * The same for iterators that go through others. What is nested takes room of our stack while it runs, and none while it waits; CPython
 * counts no such calls, and breaks where its stack ends.
 */
export function nestedNextSteps(vm: Interpreter, iterator: number): Steps {
  const steps = nextSteps(vm, iterator);
  return vm.waitingNexts[vm.heap.typeOf(iterator).id] === undefined ? steps : inRoom(vm, steps);
}

function* inRoom(vm: Interpreter, steps: Steps): Steps {
  const { nativeDepth } = vm;
  nativeDepth.takeRoom(ROOM.ITERATOR);
  try {
    let step = steps.next();
    while (step.done !== true) {
      nativeDepth.giveRoom(ROOM.ITERATOR);
      let answer = 0;
      try {
        answer = yield step.value;
      } catch (error) {
        nativeDepth.room += ROOM.ITERATOR;
        step = steps.throw(error);
        continue;
      }
      nativeDepth.room += ROOM.ITERATOR;
      step = steps.next(answer);
    }
    return step.value;
  } finally {
    nativeDepth.giveRoom(ROOM.ITERATOR);
  }
}

/** The next item of any iterator; StopIteration goes through. */
export function* nextOrStopSteps(vm: Interpreter, iterator: number): Steps {
  const own = vm.override(iterator, '__next__');
  if (own !== 0) return yield* specialSteps(vm, own, iterator);
  if (vm.infoOf(iterator).name === 'generator') {
    const { value, yielded } = yield* sendSteps(vm, iterator, vm.none());
    if (yielded) return value;
    if (vm.isNone(value)) vm.decref(value);
    else vm.raise('StopIteration', [value]);
  }
  vm.tick();
  const item = yield* nextSteps(vm, iterator);
  if (item !== 0) return item;
  throw new PythonRaise('StopIteration' as PythonRaise['exception'], '');
}

function* nextByMethod(vm: Interpreter, iterator: number, method: number): Steps {
  try {
    const frame = specialFrame(vm, method, iterator);
    return frame === null ? yield* specialSteps(vm, method, iterator) : yield frame;
  } catch (error) {
    if (vm.catches(error, 'StopIteration')) return 0;
    throw error;
  }
}

/** Always asks: what it goes through may be anything. */
export function waiting(steps: WaitingNext['steps']): WaitingNext {
  return { waits: () => true, steps };
}

/** All items, new references, in steps. */
export function* collectSteps(vm: Interpreter, iterable: number): Steps<number[]> {
  const items: number[] = [];
  try {
    yield* eachSteps(vm, iterable, (item) => void items.push(vm.own(item)));
  } catch (error) {
    vm.dropAll(items);
    throw error;
  }
  return items;
}

/** `use` with each item, which is borrowed and dropped after, in steps. */
export function* eachSteps(
  vm: Interpreter,
  iterable: number,
  use: (item: number) => Steps<unknown> | undefined | void,
): Steps<void> {
  const iterator = yield* iterSteps(vm, iterable);
  try {
    for (;;) {
      vm.tick();
      let item = nextAtOnce(vm, iterator);
      if (item < 0) item = yield* nextSteps(vm, iterator);
      if (item === 0) return;
      try {
        const steps = use(item);
        if (steps !== undefined) yield* steps;
      } finally {
        vm.decref(item);
      }
    }
  } finally {
    vm.decref(iterator);
  }
}

/**
 * C code asks a generator for an item, and it returns a value: a StopIteration comes and goes (gen_iternext, PyIter_Next), an object where
 * exceptions are, where the value could be taken for arguments, and where another exception is handled (_PyGen_SetStopIterationValue).
 */
function dropReturned(vm: Interpreter, value: number): void {
  const { rules, process } = vm;
  const isObject =
    rules.raisesObjects ||
    topmostHandled(vm) !== 0 ||
    vm.infoOf(value) === process.types.tuple ||
    isException(vm, value);
  if (!vm.isNone(value) && isObject) vm.decref(vm.newExceptionNamed('StopIteration', [value]));
  vm.decref(value);
}
