/**
 * Finalizers, the end of generators, and callbacks of weak references: Python code that deallocation calls.
 *
 * Where an instruction ends with dropping a reference, what dies by that stops for them (dealloc.ts:deallocLast), and they are waited for as
 * what any other C code calls (waiting.ts). In the middle of C code they run in a nested loop. Exceptions in them cannot go anywhere: they
 * are printed (PyErr_WriteUnraisable).
 */
import {
  type Callback,
  type CollectorPhase,
  type DueCode,
  type DueCodes,
  EV,
  runNow,
} from '../../../heap/index.ts';
import { asksToCall, callSteps, specialSteps } from '../calls/call-steps.ts';
import { runSteps, type Steps, type Then } from '../calls/waiting.ts';
import { BudgetSpent, consuming } from '../exceptions/raise.ts';
import { unraisable } from '../exceptions/unraisable.ts';
import { warn } from '../exceptions/warnings.ts';
import type { Interpreter } from '../interpreter.ts';
import {
  type Native,
  type NativeDefinition,
  type NativeSteps,
  type NativeTraits,
  steppable,
} from '../native.ts';
import { isTracing } from '../texts/text-writer.ts';
import { type Frame, leaveFrame } from './frame.ts';
import { closeSteps, finishClosed } from './generator-throw.ts';
import { hasStarted, isResumable } from './generators.ts';

/** An instruction ends with dropping this reference: true when Python code is to run first, whose frame is on top then. */
export function waitsFor(vm: Interpreter, ref: number): boolean {
  if (!vm.heap.dealloc.decrefLast(ref)) return false;
  awaitDue(vm, nothing);
  return true;
}

/** What was done while `dealloc.open` has ended, and the instruction ends with dropping these, where they are not 0. */
export function waitsAfter(vm: Interpreter, a: number, b: number, c = 0): boolean {
  const { dealloc } = vm.heap;
  dealloc.open = false;
  if (dealloc.stopped) {
    runSteps(vm, droppingSteps(vm, [a, b, c]), nothing);
    return true;
  }
  vm.heap.decref(a);
  if (b !== 0) vm.heap.decref(b);
  if (c !== 0) vm.heap.decref(c);
  return false;
}

const nothing = (): void => {};

/** What ends an instruction, and may wait for what it drops last (Deallocator.dropLast); the operands go after it. */
export function atEnd(vm: Interpreter, act: () => void, operands: readonly number[] = []): void {
  const { dealloc } = vm.heap;
  dealloc.open = true;
  try {
    act();
  } catch (error) {
    dealloc.open = false;
    return consuming(vm, operands, () => {
      throw error;
    });
  }
  dealloc.open = false;
  if (dealloc.stopped) runSteps(vm, droppingSteps(vm, operands), nothing);
  else dropLast(vm, operands);
}

/** Runs what is due now, and then what the instruction still has to do. */
export function awaitDue(vm: Interpreter, then: Then<void>): void {
  runSteps(vm, dueSteps(vm), then);
}

/** The references are dropped, one after the other, and then the instruction ends. */
export function dropLast(vm: Interpreter, refs: readonly number[], then: Then<void> = nothing): void {
  const { dealloc } = vm.heap;
  for (let at = 0; at < refs.length; at++) {
    const ref = refs[at] as number;
    if (ref > 0 && dealloc.decrefLast(ref)) return runSteps(vm, droppingSteps(vm, refs.slice(at + 1)), then);
  }
  then(vm);
}

/** Runs what is due now, and drops these after it. */
export function* droppingSteps(vm: Interpreter, refs: readonly number[]): Steps<void> {
  yield* dueSteps(vm);
  for (const ref of refs) if (ref > 0 && vm.heap.dealloc.decrefLast(ref)) yield* dueSteps(vm);
}

/** Does what ends with dropping references: what dies by that is waited for, here or by whoever does it as the last thing. */
export function* endingSteps<Result>(vm: Interpreter, act: () => Result): Steps<Result> {
  if (vm.heap.dealloc.open) return act();
  const result = whileOpen(vm, act);
  yield* dueSteps(vm);
  return result;
}

/** What is dropped last in it may stop for Python code (dueSteps). */
export function whileOpen<Result>(vm: Interpreter, act: () => Result): Result {
  const { dealloc } = vm.heap;
  dealloc.open = true;
  try {
    return act();
  } catch (error) {
    // What raises after it has dropped something cannot wait.
    for (let stop = dealloc.takeStop(); stop !== null; stop = dealloc.goOn(stop))
      runNow(vm.heap.hooks, stop.due);
    throw error;
  } finally {
    dealloc.open = false;
  }
}

/** A native that ends with dropping references. */
export function ending(call: Native, traits: NativeTraits = {}): NativeDefinition {
  const steps: NativeSteps = (vm, args, keywords) => endingSteps(vm, () => call(vm, args, keywords));
  return steppable(call, steps, traits);
}

/** Runs what a deallocation has stopped for, and goes on with it to its end. */
export function* dueSteps(vm: Interpreter): Steps<void> {
  const { dealloc } = vm.heap;
  for (let stop = dealloc.takeStop(); stop !== null; stop = dealloc.goOn(stop))
    yield* codeSteps(vm, stop.due);
}

function* codeSteps(vm: Interpreter, due: DueCode): Steps<void> {
  if (due.what === 'finalizer') yield* finalizerSteps(vm, due.ref);
  else if (due.what === 'callback') yield* callbackSteps(vm, due);
  else yield* phaseSteps(vm, due);
}

/** A collection, with the Python code that it calls. */
export function* collectionSteps(vm: Interpreter, collection: DueCodes<number>): Steps {
  const { hooks } = vm.heap;
  let next = collection.next();
  for (; next.done !== true; next = collection.next()) {
    if (hooks.waitsFor(next.value)) yield* codeSteps(vm, next.value);
    else runNow(hooks, next.value);
  }
  return next.value;
}

/** Where the evaluator looks whether a collection waits (3.12+): true when Python code that it calls is on top. */
export function collectionWaits(vm: Interpreter): boolean {
  const { collector } = vm.heap;
  const waiting = collector.scheduled ? collector.takeWaiting() : null;
  if (waiting === null) return false;
  const { frame } = vm;
  runSteps(vm, collectionSteps(vm, waiting), nothing);
  return vm.frame !== frame;
}

/** A frame is left in the middle of which Python code was due. */
export function* leavingSteps(vm: Interpreter, frame: Frame): Steps<void> {
  do yield* dueSteps(vm);
  while (leaveFrame(vm, frame, true));
}

/** Is there Python code to wait for? */
export function dueCodeAsksPython(vm: Interpreter, due: DueCode): boolean {
  if (vm.pace.ending) return false;
  if (due.what === 'phase') return vm.collecting !== null;
  if (due.what === 'callback') return asksToCall(vm, due.callback);
  const type = vm.classes.of(due.ref);
  if (!isResumable(type.native)) return true;
  const frame = vm.generatorFrames.get(due.ref);
  return frame !== undefined && hasStarted(frame);
}

/** What runs in the middle of a deallocation or a collection must not end it: a budget that runs out there ends the program at its next
 * instruction, and until then no Python code runs.
 */
function* contained(vm: Interpreter, steps: Steps<void>): Steps<void> {
  if (vm.pace.ending) return;
  try {
    yield* steps;
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
    vm.halt();
  }
}

/** tp_finalize: `__del__` (slot_tp_finalize), or the end of a generator. */
export function* finalizerSteps(vm: Interpreter, ref: number): Steps<void> {
  const type = vm.classes.of(ref);
  if (isResumable(type.native)) return yield* generatorSteps(vm, ref);
  const method = vm.classes.lookup(type, '__del__');
  if (method !== 0) yield* contained(vm, delSteps(vm, method, ref));
}

function* delSteps(vm: Interpreter, method: number, ref: number): Steps<void> {
  vm.heap.ring.emit(EV.OBJECT_FINALIZED, vm.heap.serialOf(ref), 0, 0);
  vm.incref(method);
  try {
    vm.decref(yield* specialSteps(vm, method, ref));
  } catch (error) {
    unraisable(vm, error, method);
  } finally {
    vm.decref(method);
  }
}

function* generatorSteps(vm: Interpreter, ref: number): Steps<void> {
  const frame = vm.generatorFrames.get(ref) ?? vm.closedFrames.get(ref);
  if (frame === undefined) return;
  if (!vm.pace.ending) return yield* contained(vm, closingSteps(vm, ref, hasStarted(frame)));
  vm.generatorFrames.delete(ref);
  vm.closedFrames.delete(ref);
}

function* closingSteps(vm: Interpreter, ref: number, started: boolean): Steps<void> {
  try {
    if (!started) warnUnawaited(vm, ref);
    vm.decref(yield* closeSteps(vm, ref));
    finishClosed(vm, ref);
  } catch (error) {
    unraisable(vm, error, ref);
  }
}

/** _PyErr_WarnUnawaitedCoroutine */
function warnUnawaited(vm: Interpreter, ref: number): void {
  if (vm.infoOf(ref).name !== 'coroutine') return;
  const more = isTracing(vm) ? '' : UNAWAITED_HINT;
  warn(vm, 'RuntimeWarning', `coroutine '${vm.generatorName(ref)}' was never awaited`, more);
}

const UNAWAITED_HINT = 'RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n';

/** handle_callback */
export function* callbackSteps(vm: Interpreter, called: Callback): Steps<void> {
  yield* contained(vm, calledBack(vm, called));
}

function* calledBack(vm: Interpreter, { weakref, callback }: Callback): Steps<void> {
  vm.heap.ring.emit(EV.WEAKREF_CALLED, vm.heap.serialOf(weakref), 0, 0);
  try {
    vm.decref(yield* callSteps(vm, callback, [weakref]));
  } catch (error) {
    unraisable(vm, error, callback);
  }
}

/** gc.callbacks */
export function* phaseSteps(vm: Interpreter, { phase, generation, collected }: CollectorPhase): Steps<void> {
  if (vm.collecting !== null) yield* contained(vm, vm.collecting(phase, generation, collected));
}
