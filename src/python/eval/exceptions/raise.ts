/**
 * Exceptions: their objects, how they travel through frames, and the tracebacks that they collect (errors.c, ceval.c, traceback.c).
 *
 *   an exception's fields   | dict | args | traceback | cause | context | a | b |    payload: { suppress, nameFrom }
 *   a traceback's fields    | next | frame |                                            payload: the instruction's number
 */

import { GC_HEAD_BYTES } from '../../../heap/index.ts';
import { PythonRaise } from '../../../objects/index.ts';
import type { Steps } from '../calls/waiting.ts';
import { addedBytes, groupBytes } from '../classes/added-bytes.ts';
import type { PyType } from '../classes/class-table.ts';
import { currentLine, type Frame, frameObject } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';
import { topmostHandled } from './handled.ts';

export const EXC = { DICT: 0, ARGS: 1, TRACEBACK: 2, CAUSE: 3, CONTEXT: 4, A: 5, B: 6 } as const;
const EXC_FIELDS = 7;
export const TB = { NEXT: 0, FRAME: 1 } as const;
const TRACEBACK_BYTES = 40;
/** A Python exception on its way: it owns the exception object. */
export class Thrown {
  readonly exception: number;
  constructor(exception: number) {
    this.exception = exception;
  }
}

export type Budget = 'steps' | 'memory' | 'objects' | 'output' | 'lost';

/** A budget ran out: the program ends here, whatever it would catch. */
export class BudgetSpent {
  readonly budget: Budget;
  constructor(budget: Budget) {
    this.budget = budget;
  }
}

export interface TracebackPlace {
  /** Number of the instruction, and the line it is on. */
  readonly at: number;
  readonly line: number;
}

/** What all exceptions of a class have in common. */
export interface ExceptionTraits {
  readonly bytes: number;
  /** Its first argument is an attribute, too (StopIteration_init, SystemExit_init). */
  readonly keepsFirst: boolean;
  /** Of several it keeps the tuple. */
  readonly keepsSeveral: boolean;
}

/** null: its objects are no exceptions. */
function traitsOf(vm: Interpreter, type: PyType): ExceptionTraits | null {
  if (type.exception !== undefined) return type.exception;
  const names = type.mro.map(({ native }) => native.name);
  const traits = {
    bytes: bytesOf(vm, type),
    keepsFirst: names.includes('StopIteration') || names.includes('SystemExit'),
    keepsSeveral: names.includes('SystemExit'),
  };
  type.exception = names.includes('BaseException') ? traits : null;
  return type.exception;
}

export function exceptionBytes(vm: Interpreter, type: PyType): number {
  return traitsOf(vm, type)?.bytes ?? bytesOf(vm, type);
}

function bytesOf(vm: Interpreter, type: PyType): number {
  const more: { readonly [name: string]: number } = vm.rules.exceptionFieldBytes;
  const fields = type.mro.reduce((sum, one) => sum + (one.dict === 0 ? (more[one.name] ?? 0) : 0), 0);
  const { body, front } = groupBytes(vm, type);
  return GC_HEAD_BYTES + vm.rules.exceptionBytes + fields + body + front + addedBytes(vm, type);
}

/**
 * An exception of this class with these borrowed arguments (BaseException_new); no `__init__` is run. It keeps the tuple of a call,
 * where there is one.
 */
export function newException(vm: Interpreter, type: PyType, args: readonly number[], tuple = 0): number {
  const exception = vm.heap.newGcObject(type.info, exceptionBytes(vm, type));
  vm.emptyFields(exception, EXC_FIELDS);
  vm.setField(exception, EXC.ARGS, tuple === 0 ? vm.newTuple(args) : vm.own(tuple));
  const kept = keptArgument(vm, type, args, exception);
  if (kept !== 0) vm.setField(exception, EXC.A, vm.own(kept));
  vm.heap.track(exception);
  return exception;
}

/** What is `value` of a StopIteration and `code` of a SystemExit: the first argument, or several as they are (SystemExit_init). Borrowed. */
function keptArgument(vm: Interpreter, type: PyType, args: readonly number[], exception: number): number {
  const traits = traitsOf(vm, type);
  if (args.length === 0 || traits?.keepsFirst !== true) return 0;
  return args.length > 1 && traits.keepsSeveral ? vm.field(exception, EXC.ARGS) : (args[0] as number);
}

/** The class whose instances travel: does this class derive from BaseException? */
export function isExceptionClass(vm: Interpreter, type: PyType): boolean {
  return traitsOf(vm, type) !== null;
}

export function isException(vm: Interpreter, ref: number): boolean {
  return isExceptionClass(vm, vm.classes.of(ref));
}

/** The exception object of whatever was thrown; owned by the caller. Bugs and spent budgets go on as they are. */
export function exceptionOf(vm: Interpreter, error: unknown): number {
  if (error instanceof Thrown) return error.exception;
  if (!(error instanceof PythonRaise)) throw error;
  const args = argumentsOf(vm, error);
  const exception = newException(vm, vm.classes.named(error.exception), args);
  vm.dropAll(args);
  const subject = vm.raiseSubjects.get(error);
  if (subject !== undefined) {
    vm.setField(exception, EXC.A, vm.name(subject.name));
    vm.setField(exception, EXC.B, subject.object);
  }
  linkContext(vm, exception);
  return exception;
}

/** Is it a class and what that is to be called with until a handler looks, or an object at once (_PyErr_SetObject)? */
export function staysRaw(vm: Interpreter, error: PythonRaise): boolean {
  if (vm.rules.raisesObjects || error.unicode !== null || topmostHandled(vm) !== 0) return false;
  if (vm.raiseSubjects.has(error)) return false;
  return error.exception === 'KeyError' || !vm.raiseDetails.has(error);
}

/** What C code sees of what was thrown, which it is going to drop: the objects that are made for it are made here. */
export function whatCSees(vm: Interpreter, error: unknown): unknown {
  if (!(error instanceof PythonRaise)) return error;
  if (!staysRaw(vm, error)) return new Thrown(exceptionOf(vm, error));
  const key = error.exception === 'KeyError' ? vm.raiseDetails.get(error) : undefined;
  if (key !== undefined) vm.decref(vm.newTuple(key));
  return error;
}

/** Runs what an instruction does to its operands and drops them; what it raises is an object by then (3.12). */
export function consuming<T>(vm: Interpreter, operands: readonly number[], use: () => T): T {
  try {
    return use();
  } catch (error) {
    const isRaw = error instanceof PythonRaise && vm.rules.raisesObjects;
    throw isRaw ? new Thrown(exceptionOf(vm, error)) : error;
  } finally {
    vm.dropAll(operands);
  }
}

/** The same in steps. */
export function* consumingSteps<Result>(
  vm: Interpreter,
  operands: readonly number[],
  steps: Steps<Result>,
): Steps<Result> {
  let result: Result;
  try {
    result = yield* steps;
  } catch (error) {
    return consuming(vm, operands, () => {
      throw error;
    });
  }
  vm.dropAll(operands);
  return result;
}

/** What the exception's class is called with; owned by the caller. */
export function argumentsOf(vm: Interpreter, error: PythonRaise): readonly number[] {
  const { message } = error;
  if (message === KEPT_MESSAGE) return [vm.name(message)];
  return vm.raiseDetails.get(error) ?? (message === '' ? [] : [vm.newStr(message)]);
}

/** One str for all of them, which the interpreter keeps (listobject.c: indexerr). */
const KEPT_MESSAGE = 'list index out of range';

/** One exception of a chain counts as much as reading so many bytes. */
const LINK_BYTES = 64;

/** The exception that is being handled becomes the context of a new one; a chain never becomes a circle (_PyErr_SetObject). */
export function linkContext(vm: Interpreter, exception: number): void {
  const handled = topmostHandled(vm);
  if (handled === 0 || handled === exception) return;
  // A program can have made a circle of its own: it is gone through once.
  const seen = new Set<number>();
  for (let at = handled; at !== 0 && !seen.has(at); ) {
    seen.add(at);
    const context = vm.field(at, EXC.CONTEXT);
    if (context === exception) {
      vm.setField(at, EXC.CONTEXT, 0);
      break;
    }
    at = context;
  }
  vm.setField(exception, EXC.CONTEXT, vm.own(handled));
  vm.goThrough(LINK_BYTES * seen.size);
}

/** PyTraceBack_Here: one more entry, outermost first. */
export function addTraceback(vm: Interpreter, exception: number, frame: Frame): void {
  const next = vm.field(exception, EXC.TRACEBACK);
  vm.setField(exception, EXC.TRACEBACK, newTraceback(vm, next === 0 ? 0 : vm.own(next), frame));
}

/** @param next the entry of the frame that this one called, taken over; 0 for none */
export function newTraceback(vm: Interpreter, next: number, frame: Frame): number {
  const object = vm.own(frameObject(vm, frame));
  const traceback = vm.newFields(vm.process.types.traceback, GC_HEAD_BYTES + TRACEBACK_BYTES, [next, object]);
  const place: TracebackPlace = { at: Math.max(frame.ip - 1, 0), line: currentLine(frame) };
  vm.heap.setPayload(traceback, place);
  return traceback;
}
