/** generator.throw and generator.close, which go into what `yield from` waits on first (genobject.c:_gen_throw, gen_close). */
import { PythonRaise } from '../../../objects/index.ts';
import { Op } from '../../compile/opcodes.ts';
import { callSteps } from '../calls/call-steps.ts';
import { owning, Raising, type Steps } from '../calls/waiting.ts';
import { linkContext, Thrown } from '../exceptions/raise.ts';
import type { Interpreter } from '../interpreter.ts';
import { ENDS, type Frame } from './frame.ts';
import {
  hasStarted,
  isDelegate,
  kindName,
  type Outcome,
  resumeGenerator,
  showToCollector,
} from './generators.ts';

/** Where a generator waits in `yield from`: what it passes everything on to, borrowed; 0 elsewhere (_PyGen_yf). */
export function delegateOf(frame: Frame): number {
  if (frame.running || frame.ip < 2) return 0;
  return frame.runtime.ops[(frame.ip - 2) * 2] === Op.SEND ? (frame.slots[frame.sp - 1] as number) : 0;
}

/**
 * generator.throw: the exception (owned) is raised where the generator waits, or where its delegate does. `given` is what a delegate that
 * is no generator gets, borrowed.
 */
export function* throwSteps(
  vm: Interpreter,
  generator: number,
  exception: number,
  given = [exception],
): Steps<Outcome> {
  const frame = vm.generatorFrames.get(generator);
  const delegate = frame === undefined ? 0 : delegateOf(frame);
  if (frame === undefined || delegate === 0) return yield* throwHere(vm, generator, exception);
  // aclose and athrow throw it into what an asynchronous generator awaits (_gen_throw with close_on_genexit 0).
  const closes = vm.infoOf(generator).name !== 'async_generator';
  if (closes && vm.isInstanceOf(exception, 'GeneratorExit')) {
    const failed = yield* closeDelegate(vm, frame, delegate);
    return yield* throwHere(vm, generator, failed || exception, exception);
  }
  const isGenerator = isDelegate(vm.infoOf(delegate));
  const method = isGenerator ? 0 : vm.findAttr(delegate, 'throw');
  if (!isGenerator && method === 0) return yield* throwHere(vm, generator, exception);
  vm.incref(delegate);
  frame.running = true;
  let outcome: Outcome | undefined;
  let failure: unknown;
  try {
    outcome = isGenerator
      ? yield* throwSteps(vm, delegate, exception, given)
      : { value: yield* callSteps(vm, method, given), yielded: true };
  } catch (error) {
    failure = error;
  } finally {
    frame.running = false;
    if (!isGenerator) vm.dropAll([method, exception]);
    vm.decref(delegate);
  }
  return outcome === undefined
    ? yield* afterFailure(vm, generator, failure)
    : yield* afterDelegate(vm, frame, outcome);
}

/** The same at once. */
export function throwInto(vm: Interpreter, generator: number, exception: number, given?: number[]): Outcome {
  return vm.finish(throwSteps(vm, generator, exception, given));
}

/** The delegate has yielded, which passes through, or returned: its value is that of the `yield from`. */
function* afterDelegate(vm: Interpreter, frame: Frame, outcome: Outcome): Steps<Outcome> {
  if (outcome.yielded) return outcome;
  frame.ip = frame.runtime.ops[(frame.ip - 2) * 2 + 1] as number;
  const value = yield resumeGenerator(vm, frame.generator, outcome.value, ENDS.ENTRY) as Frame;
  return { value, yielded: vm.yielded };
}

function* afterFailure(vm: Interpreter, generator: number, error: unknown): Steps<Outcome> {
  const frame = vm.generatorFrames.get(generator) as Frame;
  if (vm.stops(error)) return yield* afterDelegate(vm, frame, { value: vm.stopValue, yielded: false });
  return yield* throwHere(vm, generator, vm.caught(error));
}

/** Raises the exception (owned) in the generator itself; `instead` is one that it stands for, which goes. */
function* throwHere(
  vm: Interpreter,
  generator: number,
  exception: number,
  instead = exception,
): Steps<Outcome> {
  if (instead !== exception) vm.decref(instead);
  const resumed = resumedFor(vm, generator, exception);
  if (resumed === null) throw new Thrown(exception);
  if (vm.rules.throwsChain && vm.handled.exception !== 0) linkContext(vm, exception);
  const value = yield new Raising(resumed, new Thrown(exception));
  return { value, yielded: vm.yielded };
}

/** The exception (owned) goes where the generator cannot be resumed. */
function resumedFor(vm: Interpreter, generator: number, exception: number): Frame | null {
  try {
    return resumeGenerator(vm, generator, 0, ENDS.ENTRY);
  } catch (error) {
    vm.decref(exception);
    throw error;
  }
}

/** gen_close_iter: the exception that it raised, owned; 0 for none. */
function* closeDelegate(vm: Interpreter, frame: Frame, delegate: number): Steps {
  vm.incref(delegate);
  frame.running = true;
  try {
    if (isDelegate(vm.infoOf(delegate))) vm.decref(yield* closeSteps(vm, delegate));
    else yield* closeByMethod(vm, delegate);
    return 0;
  } catch (error) {
    return vm.caught(error);
  } finally {
    frame.running = false;
    vm.decref(delegate);
  }
}

function* closeByMethod(vm: Interpreter, delegate: number): Steps<void> {
  const method = vm.findAttr(delegate, 'close');
  if (method !== 0) vm.decref(yield* owning(vm, [method], callSteps(vm, method, [])));
}

/**
 * Nothing in the generator can notice that it is closed. One that has not begun counts as ended and keeps its variables for as long as
 * it lives; one that waits drops them at once.
 */
function endsUnnoticed(vm: Interpreter, frame: Frame): boolean {
  const { closeUnstarted, closeEndsOutsideTry } = vm.process.profile.frames;
  if (frame.running) return false;
  if (!hasStarted(frame)) {
    if (closeUnstarted !== 'marks') return false;
    markClosed(vm, frame);
    return true;
  }
  if (!closeEndsOutsideTry || isInTry(frame) || delegateOf(frame) !== 0) return false;
  dropVariables(vm, frame);
  markClosed(vm, frame);
  return true;
}

/** It counts as ended, but its frame is left only when the generator dies: what nobody has looked at goes with the fields of that. */
function markClosed(vm: Interpreter, frame: Frame): void {
  if (frame.object !== 0 || frame.locals !== 0) vm.closedFrames.set(frame.generator, frame);
  vm.generatorFrames.delete(frame.generator);
}

/** Does a `try` or `with` look at what is raised where the frame stands? */
function isInTry({ ip, runtime }: Frame): boolean {
  const at = ip - 1;
  return runtime.code.exceptionTable.some(({ start, end }) => at >= start && at < end);
}

/** Up to 3.11 an exception that no handler looks at is a class only, no object (_PyErr_NormalizeException). */
function newExit(vm: Interpreter, frame: Frame): number {
  const isMade = vm.rules.exceptionsAlwaysMade || isInTry(frame) || delegateOf(frame) !== 0;
  const resume = isMade ? () => {} : vm.heap.memory.tracemalloc.pause();
  const exit = vm.newExceptionNamed('GeneratorExit', []);
  resume();
  return exit;
}

/** Nobody gets the variables, even who holds the frame object (3.13's _PyFrame_ClearLocals in gen_close). */
function dropVariables(vm: Interpreter, frame: Frame): void {
  const values = frame.slots.slice(0, frame.sp);
  frame.slots.fill(0, 0, frame.sp);
  showToCollector(vm, frame);
  frame.sp = frame.runtime.stackBase;
  const { locals } = frame;
  frame.locals = 0;
  vm.dropAll([...values.filter((value) => value > 0), locals]);
}

function dropFrame(vm: Interpreter, { generator }: Frame): void {
  vm.popFrame(resumeGenerator(vm, generator, 0, ENDS.ENTRY) as Frame);
}

/** A generator dies that was closed before it began, if its frame has still to be left (gen_dealloc). */
export function finishClosed(vm: Interpreter, generator: number): void {
  const frame = vm.closedFrames.get(generator);
  if (frame === undefined) return;
  vm.closedFrames.delete(generator);
  vm.generatorFrames.set(generator, frame);
  dropFrame(vm, frame);
}

/** generator.close and the finalizer of a waiting generator (gen_close). */
export function* closeSteps(vm: Interpreter, generator: number): Steps {
  const frame = vm.generatorFrames.get(generator);
  if (frame === undefined) return vm.none();
  const delegate = delegateOf(frame);
  if (endsUnnoticed(vm, frame)) return vm.none();
  const failed = delegate === 0 ? 0 : yield* closeDelegate(vm, frame, delegate);
  const raised = failed || newExit(vm, frame);
  try {
    const { value, yielded } = yield* throwHere(vm, generator, raised);
    if (!yielded && vm.rules.closeReturns) return value;
    vm.decref(value);
    if (yielded) throw new PythonRaise('RuntimeError', `${kindName(vm, generator)} ignored GeneratorExit`);
  } catch (error) {
    if (!vm.catches(error, 'GeneratorExit') && !vm.catches(error, 'StopIteration')) throw error;
  }
  return vm.none();
}
