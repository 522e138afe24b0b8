/**
 * How what was thrown finds its handler (ceval.c, exception_unwind).
 *
 * Up to 3.11 what C code raises is a class and what it is to be called with until a handler wants an object (_PyErr_NormalizeException):
 * the frames that it leaves before that are gone when the object is made. It is an object at once when another exception is being
 * handled, which becomes its context (_PyErr_SetObject), or when it keeps what it is about (3.10).
 */
import { PythonRaise } from '../../../objects/index.ts';
import { CodeFlag, type ExceptionEntry } from '../../compile/code-object.ts';
import { Op } from '../../compile/opcodes.ts';
import { resumeByThrow, runSteps, type Waiter } from '../calls/waiting.ts';
import { dueSteps } from '../frames/finalizing.ts';
import { cutStack, ENDS, type Frame } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';
import {
  addTraceback,
  argumentsOf,
  BudgetSpent,
  EXC,
  exceptionOf,
  newException,
  newTraceback,
  staysRaw,
  Thrown,
  type Unmade,
} from './raise.ts';

/** An exception on its way through frames. */
class Raised implements Unmade {
  readonly #vm: Interpreter;
  #exception = 0;
  /** While it is no object yet: what was raised, its traceback so far, and the tuple that its class will be called with, if there is one. */
  #error: PythonRaise | null = null;
  #traceback = 0;
  #tuple = 0;

  constructor(vm: Interpreter, error: Thrown | PythonRaise) {
    this.#vm = vm;
    if (error instanceof Thrown || !staysRaw(vm, error)) {
      this.#exception = exceptionOf(vm, error);
      return;
    }
    this.#error = error;
    const details = vm.raiseDetails.get(error);
    if (details === undefined) return;
    // The key is in a tuple of its own from the start (_PyErr_SetKeyError).
    this.#tuple = vm.newTuple(details);
    vm.dropAll(details);
  }

  get isMade(): boolean {
    return this.#error === null;
  }

  get className(): string {
    return this.#error?.exception ?? '';
  }

  drop(): void {
    const vm = this.#vm;
    for (const ref of [this.#tuple, this.#traceback]) if (ref !== 0) vm.decref(ref);
    this.#tuple = 0;
    this.#traceback = 0;
  }

  /** PyTraceBack_Here; what is C code in CPython leaves no entry. */
  leaveTrace(frame: Frame): void {
    if (frame.runtime.isUnseen) return;
    if (this.#error === null) addTraceback(this.#vm, this.#exception, frame);
    else this.#traceback = newTraceback(this.#vm, this.#traceback, frame);
  }

  /** The exception object, owned by the caller. */
  normalized(): number {
    const error = this.#error;
    if (error === null) return this.#exception;
    const vm = this.#vm;
    const type = vm.classes.named(error.exception);
    if (this.#tuple === 0) {
      const args = argumentsOf(vm, error);
      this.#exception = newException(vm, type, args);
      vm.dropAll(args);
    } else {
      this.#exception = newException(vm, type, vm.process.tupleItems(this.#tuple), this.#tuple);
      vm.decref(this.#tuple);
    }
    vm.setField(this.#exception, EXC.TRACEBACK, this.#traceback);
    this.#error = null;
    return this.#exception;
  }

  /** It leaves a generator, which no StopIteration may. */
  endGenerator(flags: number): void {
    const kind = (flags & CodeFlag.COROUTINE) !== 0 ? 'coroutine' : 'generator';
    const isAsync = (flags & CodeFlag.ASYNC_GENERATOR) !== 0;
    if (isAsync) this.#stopped('StopAsyncIteration', 'async generator');
    this.#stopped('StopIteration', isAsync ? 'async generator' : kind);
  }

  #stopped(name: 'StopIteration' | 'StopAsyncIteration', kind: string): void {
    const stop = this.#vm.classes.named(name);
    if (this.#error !== null && !this.#vm.classes.named(this.#error.exception).mro.includes(stop)) return;
    if (!this.#vm.isInstanceOf(this.normalized(), name)) return;
    this.#exception = stoppedWrongly(this.#vm, this.#exception, `${kind} raised ${name}`);
  }
}

/**
 * Finds the handler of what was thrown, leaving frames on the way; C code that waits for one of them may handle it as well, or raise something
 * else. False when the frame that entered this loop ends by it: then `vm.escaping` is to be thrown on.
 */
export function unwind(vm: Interpreter, thrown: unknown): boolean {
  let error = thrown;
  for (;;) {
    const left = leaveFrames(vm, error);
    if (left === HANDLED) return true;
    if (left === null) return false;
    if (left instanceof RaisedMeanwhile) {
      error = left.error;
      vm.nativeDepth.counted = (vm.frame as Frame).counted;
      continue;
    }
    try {
      resumeByThrow(vm, left, vm.escaping);
      return true;
    } catch (next) {
      error = next;
      vm.nativeDepth.counted = (vm.frame as Frame).counted;
    }
  }
}

/** An exception that goes on its way through the frame on top, after Python code that was due on it. */
class Unwinding {
  readonly raised: Raised;
  readonly error: unknown;

  constructor(raised: Raised, error: unknown) {
    this.raised = raised;
    this.error = error;
  }
}

/** Raised in a frame that has come on top meanwhile: GeneratorExit, in a generator that is closed. */
class RaisedMeanwhile {
  readonly error: unknown;

  constructor(error: unknown) {
    this.error = error;
  }
}

/** Cuts the stack for the handler, or for the end of the frame; null, or what is to happen first where Python code is due by that. */
function waitsForStack(
  vm: Interpreter,
  frame: Frame,
  raised: Raised,
  error: unknown,
): typeof HANDLED | RaisedMeanwhile | null {
  const depth = frame.runtime.stackBase + (handlerAt(frame)?.depth ?? 0);
  while (frame.sp > depth) {
    const value = frame.slots[--frame.sp] as number;
    frame.slots[frame.sp] = 0;
    if (value <= 0 || !vm.heap.dealloc.decrefLast(value)) continue;
    let isLater = false;
    try {
      runSteps(vm, dueSteps(vm), () => {
        if (isLater) throw new Unwinding(raised, error);
      });
    } catch (other) {
      return new RaisedMeanwhile(other);
    } finally {
      isLater = true;
    }
    if (vm.frame !== frame) return HANDLED;
  }
  return null;
}

/** `leaveFrames` has come to a handler, or to Python code that is due before it goes on. */
const HANDLED = 'handled';

type Left = typeof HANDLED | Waiter | RaisedMeanwhile | null;

/** Leaves frames up to a handler, to C code that waits for the last one, or to the one that entered this loop: null. */
function leaveFrames(vm: Interpreter, thrown: unknown): Left {
  if (thrown instanceof Unwinding) return leaveFramesOf(vm, thrown.raised, thrown.error, true);
  const error = isTooLong(thrown) ? new PythonRaise('MemoryError', '') : thrown;
  const spent = error instanceof BudgetSpent;
  if (!spent && !(error instanceof Thrown) && !(error instanceof PythonRaise)) {
    vm.escaping = error;
    return null;
  }
  return leaveFramesOf(vm, spent ? null : raisedOf(vm, error), error, false);
}

/** One that has left frames already, for C code that waited for them, may be no object yet. */
function raisedOf(vm: Interpreter, error: Thrown | PythonRaise): Raised {
  const unmade = error instanceof Thrown ? error.unmade : null;
  return unmade instanceof Raised ? unmade : new Raised(vm, error);
}

/** @param isTraced the frame on top is in the traceback already */
function leaveFramesOf(vm: Interpreter, raised: Raised | null, error: unknown, isTraced: boolean): Left {
  for (let isKnown = isTraced; ; isKnown = false) {
    const frame = vm.frame as Frame;
    if (raised !== null) {
      if (!isKnown && !isReraise(frame, error)) raised.leaveTrace(frame);
      const waits = vm.lines.watched ? waitsForStack(vm, frame, raised, error) : null;
      if (waits !== null) return waits;
      if (enterHandler(vm, frame, raised)) return HANDLED;
      // What finalizers see is still this frame (exception_unwind: "Pop remaining stack entries").
      cutStack(vm, frame, frame.runtime.stackBase);
    }
    const { ends, atEnd, generator, waiter } = frame;
    vm.popFrame(frame);
    if (generator !== 0) raised?.endGenerator(frame.runtime.code.flags);
    if (atEnd !== null) atEnd(vm, 0, frame);
    if (ends !== ENDS.ENTRY && ends !== ENDS.WAITER) continue;
    vm.escaping = raised === null ? error : new Thrown(raised.isMade ? raised.normalized() : raised);
    return ends === ENDS.ENTRY ? null : waiter;
  }
}

/**
 * An instruction raises: on to the handler at once, where a frame of this loop has one. Throwing would bring it to `unwind` as well
 * (interpreter.ts:#loop), and cost more than the rest of raising.
 */
export function raiseHere(vm: Interpreter, thrown: Thrown): void {
  if (!isHandled(vm)) throw thrown;
  vm.nativeDepth.counted = (vm.frame as Frame).counted;
  unwind(vm, thrown);
}

/** Will `unwind` find a handler before the frame ends that entered this loop? */
function isHandled(vm: Interpreter): boolean {
  for (let frame = vm.frame as Frame; ; frame = frame.back as Frame) {
    if (handlerAt(frame) !== null) return true;
    if (frame.ends === ENDS.ENTRY) return false;
  }
}

/** A text longer than any that JavaScript has, the same limit on every machine. */
function isTooLong(thrown: unknown): boolean {
  return thrown instanceof RangeError && thrown.message === 'Invalid string length';
}

/** A generator raised StopIteration (owned), which its caller would take for its end: RuntimeError from it (PEP 479). */
function stoppedWrongly(vm: Interpreter, stop: number, words: string): number {
  const text = vm.newStr(words);
  const exception = vm.guard(text, () => newException(vm, vm.classes.named('RuntimeError'), [text]));
  vm.setField(exception, EXC.CAUSE, stop);
  vm.setField(exception, EXC.CONTEXT, vm.own(stop));
  vm.heap.setPayload(exception, { suppress: true });
  return exception;
}

/** RERAISE keeps the traceback as it is, and so does a `raise` without an exception, where one is being handled (do_raise). */
function isReraise(frame: Frame, error: unknown): boolean {
  if (frame.ip === 0) return false;
  const { ops } = frame.runtime;
  const op = ops[(frame.ip - 1) * 2];
  if (op === Op.RERAISE || op === Op.END_ASYNC_FOR) return true;
  return op === Op.RAISE_VARARGS && ops[(frame.ip - 1) * 2 + 1] === 0 && error instanceof Thrown;
}

/** The entry of the exception table for the instruction that runs, null for none. */
function handlerAt({ runtime, ip }: Frame): ExceptionEntry | null {
  const at = ip - 1;
  for (const entry of runtime.code.exceptionTable) if (at >= entry.start && at < entry.end) return entry;
  return null;
}

function enterHandler(vm: Interpreter, frame: Frame, raised: Raised): boolean {
  const entry = handlerAt(frame);
  if (entry === null) return false;
  cutStack(vm, frame, frame.runtime.stackBase + entry.depth);
  if (entry.lasti) frame.slots[frame.sp++] = -frame.ip;
  const exception = raised.normalized();
  frame.slots[frame.sp++] = exception;
  frame.ip = entry.target;
  return true;
}
