/**
 * Asynchronous generators (genobject.c: PyAsyncGen_Type). What they yield is wrapped, so that who drives them tells it from what they
 * await: a wrapped value ends the awaiting of `__anext__()`, anything else is passed on.
 */

import { PythonRaise } from '../../../objects/index.ts';
import { resumableBytes } from '../../eval/classes/object-sizes.ts';
import { Thrown } from '../../eval/exceptions/raise.ts';
import { throwInto } from '../../eval/frames/generator-throw.ts';
import { type Outcome, sendTo } from '../../eval/frames/generators.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { native } from '../../eval/native.ts';
import { type ModuleType, moduleType } from '../../modules/define-type.ts';
import { packedUpTo } from '../arguments.ts';
import { aboutItself, reprAs } from './about-generators.ts';
import { awaitableType } from './awaitable-type.ts';
import { answer, exceptionGiven } from './generator.ts';
import { CLASS_GET_ITEM } from './generic-alias.ts';

type Args = readonly number[];

const WRAPPED_BYTES = 16 + 24;
const AWAITABLE_BYTES = 16 + 40;

/** What stands beside the code of a generator. */
interface Progress {
  readonly code: number;
  readonly closed?: boolean;
  /** Somebody awaits one of its steps. */
  readonly running?: boolean;
}

type State = 'new' | 'awaited' | 'closed';

const progressOf = (vm: Interpreter, generator: number): Progress => vm.heap.payload(generator) as Progress;

function note(vm: Interpreter, generator: number, change: Partial<Progress>): void {
  vm.heap.setPayload(generator, { ...progressOf(vm, generator), ...change });
}

const WRAPPED: ModuleType = {
  name: 'async_generator_wrapped_value',
  module: 'builtins',
  typeName: 'async_generator_wrapped_value',
  bytes: () => WRAPPED_BYTES,
};

/** Takes the value over. */
export function wrapYielded(vm: Interpreter, value: number): number {
  return vm.newFields(moduleType(vm, WRAPPED).info, WRAPPED_BYTES, [value]);
}

function isWrapped(vm: Interpreter, ref: number): boolean {
  return vm.infoOf(ref).name === WRAPPED.name;
}

/** async_gen_unwrap_value: what it awaits; StopIteration with what it yields, StopAsyncIteration at its end. */
function unwrapped(vm: Interpreter, generator: number, run: () => Outcome): number {
  const { value, yielded } = told(vm, generator, run);
  if (!yielded) {
    vm.decref(value);
    note(vm, generator, { closed: true, running: false });
    return vm.raise('StopAsyncIteration', []);
  }
  if (!isWrapped(vm, value)) return value;
  note(vm, generator, { running: false });
  return vm.guard(value, () => answer(vm, { value: vm.own(vm.field(value, 0)), yielded: false }));
}

/** Runs a part of it; an exception that leaves it is noted. */
function told(vm: Interpreter, generator: number, run: () => Outcome): Outcome {
  try {
    return run();
  } catch (error) {
    const exception = vm.caught(error);
    const closed = isEnd(vm, exception) || progressOf(vm, generator).closed === true;
    note(vm, generator, { closed, running: false });
    throw new Thrown(exception);
  }
}

function isEnd(vm: Interpreter, exception: number): boolean {
  return vm.isInstanceOf(exception, 'StopAsyncIteration') || vm.isInstanceOf(exception, 'GeneratorExit');
}

function runtimeError(words: string): PythonRaise {
  return new PythonRaise('RuntimeError', words);
}

interface Awaitable {
  readonly state: State;
}

const stateOf = (vm: Interpreter, self: number): State => (vm.heap.payload(self) as Awaitable).state;

function enter(vm: Interpreter, self: number, state: State): void {
  vm.heap.setPayload(self, { state } satisfies Awaitable);
}

/** The awaitable is over when its step raises, whatever that is. */
function stepped(vm: Interpreter, self: number, step: () => number): number {
  try {
    return step();
  } catch (error) {
    enter(vm, self, 'closed');
    throw error;
  }
}

function beginStep(vm: Interpreter, self: number, called: string): void {
  const generator = vm.field(self, 0);
  if (progressOf(vm, generator).running === true) {
    enter(vm, self, 'closed');
    throw runtimeError(`${called}: asynchronous generator is already running`);
  }
  enter(vm, self, 'awaited');
  note(vm, generator, { running: true });
}

const ASEND_REUSED = 'cannot reuse already awaited __anext__()/asend()';

/** | generator | value to send | */
function sendStep(vm: Interpreter, [self = 0, value = 0]: Args): number {
  const generator = vm.field(self, 0);
  const state = stateOf(vm, self);
  if (state === 'closed') throw runtimeError(ASEND_REUSED);
  const sent = state === 'new' && vm.isNone(value) ? vm.field(self, 1) : value;
  if (state === 'new') beginStep(vm, self, 'anext()');
  return stepped(vm, self, () => unwrapped(vm, generator, () => sendTo(vm, generator, vm.own(sent))));
}

function throwStep(vm: Interpreter, [self = 0, ...given]: Args): number {
  const generator = vm.field(self, 0);
  if (stateOf(vm, self) === 'closed') throw runtimeError(ASEND_REUSED);
  const exception = exceptionGiven(vm, given);
  return stepped(vm, self, () => unwrapped(vm, generator, () => throwInto(vm, generator, exception, given)));
}

const ATHROW_REUSED = 'cannot reuse already awaited aclose()/athrow()';
const NOT_STARTED = "can't send non-None value to a just-started coroutine";

/** | generator | arguments of athrow, or nothing: aclose | */
function sendThrow(vm: Interpreter, [self = 0, value = 0]: Args): number {
  const generator = vm.field(self, 0);
  const given = vm.field(self, 1);
  const state = stateOf(vm, self);
  if (state === 'closed') throw runtimeError(ATHROW_REUSED);
  if (!vm.generatorFrames.has(generator)) {
    enter(vm, self, 'closed');
    return answer(vm, { value: vm.none(), yielded: false });
  }
  if (state === 'awaited')
    return stepped(vm, self, () => closedOr(vm, self, () => sendTo(vm, generator, vm.own(value))));
  return stepped(vm, self, () => {
    if (progressOf(vm, generator).closed === true) return vm.raise('StopAsyncIteration', []);
    if (!vm.isNone(value)) throw runtimeError(NOT_STARTED);
    beginStep(vm, self, given === 0 ? 'aclose()' : 'athrow()');
    if (given === 0) note(vm, generator, { closed: true });
    const args = given === 0 ? [vm.classes.named('GeneratorExit').ref] : vm.items(given);
    const exception = exceptionGiven(vm, args);
    return closedOr(vm, self, () => throwInto(vm, generator, exception, args));
  });
}

/** A step of athrow, or of aclose: that ends well where the generator ends, and nothing may be yielded any more. */
function closedOr(vm: Interpreter, self: number, run: () => Outcome): number {
  const generator = vm.field(self, 0);
  if (vm.field(self, 1) !== 0) return unwrapped(vm, generator, run);
  try {
    const { value, yielded } = told(vm, generator, run);
    if (yielded && !isWrapped(vm, value)) return value;
    vm.decref(value);
    note(vm, generator, { running: false });
    if (yielded) throw runtimeError('async generator ignored GeneratorExit');
  } catch (error) {
    if (!vm.catches(error, 'StopAsyncIteration') && !vm.catches(error, 'GeneratorExit')) throw error;
  }
  return answer(vm, { value: vm.none(), yielded: false });
}

function throwThrow(vm: Interpreter, [self = 0, ...given]: Args): number {
  const generator = vm.field(self, 0);
  if (stateOf(vm, self) === 'closed') throw runtimeError(ATHROW_REUSED);
  const exception = exceptionGiven(vm, given);
  return stepped(vm, self, () => closedOr(vm, self, () => throwInto(vm, generator, exception, given)));
}

function stepType(
  name: string,
  send: (vm: Interpreter, args: Args) => number,
  raise: (vm: Interpreter, args: Args) => number,
): ModuleType {
  return awaitableType(name, {
    bytes: AWAITABLE_BYTES,
    send,
    throw: native(packedUpTo(10, raise), { args: [1, 3] }),
    close: native((vm, [self = 0]) => {
      enter(vm, self, 'closed');
      return vm.none();
    }),
  });
}

const ASEND = stepType('async_generator_asend', sendStep, throwStep);
const ATHROW = stepType('async_generator_athrow', sendThrow, throwThrow);

/** The second field is taken over; 0 for none. */
function newAwaitable(vm: Interpreter, spec: ModuleType, [generator = 0, second = 0]: Args): number {
  const made = vm.newFields(moduleType(vm, spec).info, AWAITABLE_BYTES, [vm.own(generator), second]);
  enter(vm, made, 'new');
  return made;
}

export const ASYNC_GENERATOR: ModuleType = {
  name: 'async_generator',
  module: 'builtins',
  typeName: 'async_generator',
  traits: { weakrefs: true, finalizer: true, clearable: false },
  bytes: resumableBytes,
  methods: {
    __aiter__: native((vm, [self = 0]) => vm.own(self)),
    __anext__: native((vm, [self = 0]) => newAwaitable(vm, ASEND, [self, vm.none()])),
    asend: native((vm, [self = 0, value = 0]) => newAwaitable(vm, ASEND, [self, vm.own(value)]), {
      args: [1, 1],
    }),
    athrow: native((vm, [self = 0, ...given]) => newAwaitable(vm, ATHROW, [self, vm.newTuple(given)]), {
      args: [1, 3],
      packs: true,
    }),
    aclose: native((vm, [self = 0]) => newAwaitable(vm, ATHROW, [self])),
    __repr__: reprAs('async_generator'),
  },
  getsets: aboutItself('ag', 'ag_await'),
  classMethods: { __class_getitem__: CLASS_GET_ITEM },
  since: { ag_suspended: 12, __class_getitem__: 9 },
};
