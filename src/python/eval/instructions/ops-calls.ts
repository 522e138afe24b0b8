/**
 * CALL and its kin. What is called from here on the stack: | callable | self or NULL | argument ... |
 */
import { PythonRaise } from '../../../objects/index.ts';
import { tupleSteps } from '../../builtins/types/list-fill.ts';
import { CodeFlag } from '../../compile/code-object.ts';
import type { Arguments } from '../calls/arguments.ts';
import { objectSteps, otherSteps } from '../calls/call-steps.ts';
import { callNative, callObject, enterFunction, keywordsFrom } from '../calls/calls.ts';
import { classAtOnce, classSteps } from '../calls/class-calls.ts';
import { asksToConvert } from '../calls/conversions.ts';
import { METHOD, planOf } from '../calls/functions.ts';
import { enterInit, quickInit } from '../calls/init-calls.ts';
import { runSteps, type Steps } from '../calls/waiting.ts';
import type { PyType } from '../classes/class-table.ts';
import type { CodeRuntime } from '../frames/code-runtime.ts';
import type { AtEnd, Frame } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';
import { type Keywords, NO_KEYWORDS } from '../native.ts';
import { endCall, endWith, turnOperands } from './ending-calls.ts';
import type { OpTable } from './handlers.ts';
import { peek, pop, push } from './ops-names.ts';
import { quickClass, quickNative, stepsOf, stepsOfClass, WAITS } from './quick-natives.ts';
import { warmsUp } from './warmth.ts';

function call(vm: Interpreter, frame: Frame, count: number): void {
  const base = frame.sp - count - 2;
  try {
    callPlain(vm, frame, base, count);
  } catch (error) {
    turnOperands(vm, frame, base, error);
    throw error;
  }
}

/** Steps of a call, as it. */
function* turning(vm: Interpreter, frame: Frame, base: number, steps: Steps): Steps {
  try {
    return yield* steps;
  } catch (error) {
    turnOperands(vm, frame, base, error);
    throw error;
  }
}

function callPlain(vm: Interpreter, frame: Frame, base: number, count: number): void {
  const callable = frame.slots[base] as number;
  const site = frame.ip - 1;
  let result = quickNative(vm, frame, base);
  let type: PyType | undefined;
  if (result === 0) {
    type = vm.classes.forObject(callable);
    if (type !== undefined && quickInit(vm, frame, type, base)) return;
    if (type !== undefined) result = quickClass(vm, frame, type, base);
  }
  if (result === WAITS) {
    const { steps, counted } =
      type === undefined ? stepsOf(vm, frame, base) : stepsOfClass(vm, frame, type, base);
    return runSteps(vm, turning(vm, frame, base, steps), (_vm, value) => {
      vm.nativeDepth.counted = counted;
      endCall(vm, frame, base, site, value);
    });
  }
  if (result !== 0) endCall(vm, frame, base, site, result);
  else callStack(vm, frame, base, frame.slots.slice(frame.sp - count, frame.sp), NO_KEYWORDS);
}

/** CALL_KW: the last arguments have the names in the tuple on top. */
function callKw(vm: Interpreter, frame: Frame, count: number): void {
  const names = pop(frame);
  const base = frame.sp - count - 2;
  const named = vm.listSize(names);
  const args = frame.slots.slice(frame.sp - count, frame.sp - named);
  const keywords = keywordsFrom(vm, names, frame.slots.slice(frame.sp - named, frame.sp));
  try {
    callStack(vm, frame, base, args, keywords);
  } catch (error) {
    turnOperands(vm, frame, base, error);
    throw error;
  } finally {
    vm.decref(names);
  }
}

/** Arguments that move (3.11): what no parameter takes goes before anything is said of it (ceval.c:initialize_locals). */
function dropExcess(
  vm: Interpreter,
  frame: Frame,
  func: number,
  { args, keywords }: Arguments,
  base: number,
): void {
  if (vm.framesAreObjects) return;
  const { code } = vm.codes.all[vm.heap.payload(func) as number] as CodeRuntime;
  if (args.length <= code.argCount || (code.flags & CodeFlag.VARARGS) !== 0) return;
  const end = frame.sp - keywords.size;
  for (let at = Math.max(base + 1, end - args.length + code.argCount); at < end; at++) {
    const value = frame.slots[at] as number;
    frame.slots[at] = 0;
    if (value !== 0) vm.decref(value);
  }
}

function callStack(
  vm: Interpreter,
  frame: Frame,
  base: number,
  positional: readonly number[],
  keywords: Keywords,
): void {
  const callable = frame.slots[base] as number;
  const self = frame.slots[base + 1] as number;
  const args = self === 0 ? positional : [self, ...positional];
  const info = vm.heap.typeOf(callable);
  if (info === vm.process.types.function) {
    dropExcess(vm, frame, callable, { args, keywords }, base);
    return enterFunction(vm, frame, callable, { args, keywords }, base);
  }
  if (info.name === 'method') {
    const func = vm.field(callable, METHOD.FUNC);
    if (vm.heap.typeOf(func) === vm.process.types.function) {
      const bound = [vm.field(callable, METHOD.SELF), ...args];
      // `__exit__`, whose first argument is where `self` would be, is called by method_vectorcall.
      const keeps = vm.framesAreObjects || self !== 0;
      if (!keeps) dropExcess(vm, frame, func, { args: bound, keywords }, base);
      return enterFunction(vm, frame, func, { args: bound, keywords }, base, { keeps });
    }
  }
  const asClass = vm.classes.forObject(callable);
  if (asClass !== undefined && asClass.dict !== 0 && enterInit(vm, frame, asClass, { args, keywords }, base))
    return;
  const site = frame.ip - 1;
  if (vm.rules.strCallPacks === 'cold' && asClass?.info === vm.process.types.atoms.str) {
    const isWarm = vm.checks ? hasRun(frame, site) : warmsUp(vm, frame);
    vm.warmCall = isWarm && args.length === 1 && keywords.size === 0;
  }
  const given = { args, keywords, byInstruction: true };
  if (isNative(info.name) && planOf(vm, callable).steps === null && !asksToConvert(vm, args)) {
    const result =
      info.name === 'method_descriptor'
        ? callNative(vm, callable, given, 1)
        : callObject(vm, callable, given);
    return endCall(vm, frame, base, site, result);
  }
  const made = asClass === undefined ? 0 : classAtOnce(vm, asClass, { args, keywords });
  if (made !== 0) return endCall(vm, frame, base, site, made);
  const steps =
    asClass === undefined ? otherSteps(vm, callable, given) : classSteps(vm, asClass, { args, keywords });
  runSteps(vm, turning(vm, frame, base, steps), (_vm, result) => endCall(vm, frame, base, site, result));
}

function isNative(layout: string): boolean {
  return layout === 'builtin_function_or_method' || layout === 'method_descriptor';
}

function hasRun({ runtime }: Frame, site: number): boolean {
  return runtime.warm !== null && runtime.warm[site] !== 0;
}

/** f(*args, **kwargs): up to 3.11 the tuple and the dict live until the call has ended. */
function callFunctionEx(vm: Interpreter, frame: Frame, arg: number): void {
  const dict = (arg & 1) !== 0 ? pop(frame) : 0;
  const positional = pop(frame);
  if (vm.isTuple(positional)) return callUnpacked(vm, frame, positional, dict);
  runSteps(vm, tupleFrom(vm, frame, positional, dict), (_vm, tuple) => callUnpacked(vm, frame, tuple, dict));
}

/** Takes both over; `dict` may be 0. */
function callUnpacked(vm: Interpreter, frame: Frame, positional: number, dict: number): void {
  const base = frame.sp - 2;
  const callable = peek(frame, 2);
  const keywords = keywordsOf(vm, dict, () => vm.dropAll(dict === 0 ? [positional] : [positional, dict]));
  const args = vm.items(positional);
  const given = { args, keywords, tuple: positional, ...(dict === 0 ? {} : { dict }) };
  const drop = (): void => {
    vm.decref(positional);
    if (dict !== 0) vm.decref(dict);
  };
  const func = vm.heap.typeOf(callable).name === 'method' ? vm.field(callable, METHOD.FUNC) : callable;
  if (vm.heap.typeOf(func) !== vm.process.types.function) {
    return runSteps(vm, droppingAfter(vm, objectSteps(vm, callable, given), drop), (_vm, result) => {
      endWith(vm, frame, base, result, vm.checks);
    });
  }
  enterUnpacked(vm, frame, func, { args, keywords }, base, drop);
}

/** The tuple and the dict go after the call; an exception that is an object from the start is made before that. */
function* droppingAfter(vm: Interpreter, call: Steps, drop: () => void): Steps {
  try {
    return yield* call;
  } catch (error) {
    throw vm.raised(error);
  } finally {
    drop();
  }
}

function enterUnpacked(
  vm: Interpreter,
  frame: Frame,
  func: number,
  given: { args: number[]; keywords: Keywords },
  base: number,
  drop: () => void,
): void {
  const callable = frame.slots[base] as number;
  // A bound method is called by C code.
  const moves = vm.rules.unpackedCallMoves && callable === func;
  const keeps = vm.framesAreObjects || callable !== func;
  const args = callable === func ? given.args : [vm.field(callable, METHOD.SELF), ...given.args];
  // Up to 3.11 keywords are unpacked into an array of references of its own (_PyStack_UnpackDict).
  const unpacked =
    moves || given.keywords.size === 0 ? [] : [...args, ...given.keywords.values()].map((one) => vm.own(one));
  const held = vm.own(func);
  // The keywords' names come in a tuple; where the call is inlined it goes as soon as the parameters have their values.
  const names = [...given.keywords.keys()].map((name) => vm.process.internName(name));
  const { memory } = vm.heap;
  const array = names.length === 0 ? 0 : memory.alloc(8 * (1 + args.length + names.length));
  const tuple = names.length === 0 ? 0 : vm.newTuple(names);
  const release = (): void => {
    memory.free(array);
    if (tuple !== 0) vm.decref(tuple);
    vm.dropAll(unpacked);
    drop();
  };
  try {
    const atEnd: AtEnd | null = moves ? null : (_vm, result) => (release(), result);
    enterFunction(vm, frame, func, { ...given, args }, base, { atEnd, keeps });
  } catch (error) {
    const raised = vm.raised(error);
    release();
    vm.decref(held);
    throw raised;
  }
  if (moves) release();
  vm.decref(held);
}

/** The keys are in a tuple already when one of them is found to be no str (_PyStack_UnpackDict); `dropped` is for that case. */
function keywordsOf(vm: Interpreter, dict: number, dropped: () => void): ReadonlyMap<string, number> {
  const keywords = new Map<string, number>();
  if (dict === 0) return keywords;
  const entries = vm.entries(dict);
  if (entries.every(([key]) => vm.isStr(key))) {
    for (const [key, value] of entries) keywords.set(vm.text(key), value);
    return keywords;
  }
  const names = vm.newTuple(entries.map(([key]) => key));
  const raised = vm.raised(new PythonRaise('TypeError', 'keywords must be strings'));
  vm.decref(names);
  dropped();
  throw raised;
}

function* tupleFrom(vm: Interpreter, frame: Frame, iterable: number, dict: number): Steps {
  try {
    if (!vm.isIterable(iterable)) {
      const label = vm.callLabel(peek(frame, 2));
      throw new PythonRaise(
        'TypeError',
        `${label} argument after * must be an iterable, not ${vm.typeName(iterable)}`,
      );
    }
    return yield* tupleSteps(vm, iterable);
  } catch (error) {
    if (dict !== 0) vm.decref(dict);
    throw error;
  } finally {
    vm.decref(iterable);
  }
}

export const CALL_OPS: OpTable = {
  CALL: call,
  CALL_KW: callKw,
  CALL_FUNCTION_EX: callFunctionEx,
  LOAD_BUILD_CLASS: (vm, frame) => push(frame, vm.own(vm.builtin('__build_class__'))),
  LOAD_ASSERTION_ERROR: (vm, frame) => push(frame, vm.own(vm.classes.named('AssertionError').ref)),
  PRINT_EXPR: (vm, frame) => {
    const value = pop(frame);
    vm.guard(value, () => vm.decref(vm.callMethod(vm.importModule('sys'), 'displayhook', [value])));
  },
};
