/**
 * Exceptions: their objects, how they travel through frames, and the tracebacks that they collect (errors.c, ceval.c, traceback.c).
 *
 *   an exception's fields   | dict | args | traceback | cause | context | those of its class |    payload: { suppress, start, end, written }
 *   a traceback's fields    | next | frame |                                            payload: the instruction's number
 */

import { GC_HEAD_BYTES } from '../../../heap/index.ts';
import { PythonRaise, type UnicodeErrorDetails } from '../../../objects/index.ts';
import type { Steps } from '../calls/waiting.ts';
import { addedBytes, groupBytes } from '../classes/added-bytes.ts';
import type { PyType } from '../classes/class-table.ts';
import { currentLine, type Frame, frameObject } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';
import { ATTRIBUTE_ERROR, EXC, EXCEPTION_FIELDS, NAME_ERROR, OWN_FIELDS } from './exception-fields.ts';
import { FILLS, type Fill } from './filling.ts';
import { topmostHandled } from './handled.ts';

export { EXC };
export const TB = { NEXT: 0, FRAME: 1 } as const;
const TRACEBACK_BYTES = 40;

/** Up to 3.11: what C code has raised, which has left frames and is no object yet. */
export interface Unmade {
  readonly className: string;
  /** Makes the object (_PyErr_NormalizeException). */
  normalized(): number;
  drop(): void;
}

/** A Python exception on its way: it owns the exception object, or what is to become one when somebody looks. */
export class Thrown {
  #exception = 0;
  #unmade: Unmade | null = null;

  constructor(exception: number | Unmade) {
    if (typeof exception === 'number') this.#exception = exception;
    else this.#unmade = exception;
  }

  get unmade(): Unmade | null {
    return this.#unmade;
  }

  get exception(): number {
    const unmade = this.#unmade;
    if (unmade === null) return this.#exception;
    this.#unmade = null;
    this.#exception = unmade.normalized();
    return this.#exception;
  }
}

/** Is it an instance of this built-in class? Looking makes no object. */
export function isThrownOf(vm: Interpreter, thrown: Thrown, className: string): boolean {
  const { unmade } = thrown;
  if (unmade === null) return vm.isInstanceOf(thrown.exception, className);
  return vm.classes.named(unmade.className).mro.includes(vm.classes.named(className));
}

/** It is handled by C code, which clears it (PyErr_Clear). */
export function dropThrown(vm: Interpreter, thrown: Thrown): void {
  if (thrown.unmade === null) vm.heap.decref(thrown.exception);
  else thrown.unmade.drop();
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
  /** What its `__init__` puts into the fields of its class; null: nothing. */
  readonly fill: Fill | null;
}

/** null: its objects are no exceptions. */
function traitsOf(vm: Interpreter, type: PyType): ExceptionTraits | null {
  if (type.exception !== undefined) return type.exception;
  const names = type.mro.map(({ native }) => native.name);
  const own = names.find((name) => OWN_FIELDS.has(name)) ?? '';
  const traits = {
    bytes: bytesOf(vm, type),
    fill: FILLS.get(own) ?? null,
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
 * An exception of this class with these borrowed arguments and all that its built-in class makes of them. No `__init__` of a program is run.
 * It keeps the tuple of a call, where there is one.
 */
export function newException(vm: Interpreter, type: PyType, args: readonly number[], tuple = 0): number {
  const exception = bareException(vm, type, args, tuple);
  const fill = traitsOf(vm, type)?.fill ?? null;
  if (fill !== null) filled(vm, exception, () => fill(vm, exception, args));
  return exception;
}

function filled(vm: Interpreter, exception: number, fill: () => void): void {
  try {
    fill();
  } catch (error) {
    vm.decref(exception);
    throw error;
  }
}

/** What `__new__` makes: it has its arguments, and the fields of its class are empty (BaseException_new). */
export function bareException(vm: Interpreter, type: PyType, args: readonly number[], tuple = 0): number {
  const exception = vm.heap.newGcObject(type.info, exceptionBytes(vm, type));
  vm.emptyFields(exception, EXCEPTION_FIELDS);
  vm.setField(exception, EXC.ARGS, tuple === 0 ? vm.newTuple(args) : vm.own(tuple));
  vm.heap.track(exception);
  return exception;
}

/** What `__init__` of its built-in class does to one that has its arguments. */
export function fillException(vm: Interpreter, exception: number, args: readonly number[]): void {
  traitsOf(vm, vm.classes.of(exception))?.fill?.(vm, exception, args);
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
    const isAttribute = error.exception === 'AttributeError';
    const name = subject.key === 0 ? vm.name(subject.name) : subject.key;
    vm.setField(exception, isAttribute ? ATTRIBUTE_ERROR.NAME : NAME_ERROR.NAME, name);
    if (isAttribute) vm.setField(exception, ATTRIBUTE_ERROR.OBJ, subject.object);
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
  const details = vm.raiseDetails.get(error);
  if (details !== undefined) return details;
  if (error.unicode !== null) return unicodeArguments(vm, error.unicode);
  if (error.errno !== null) return [vm.newInt(error.errno), vm.newStr(message)];
  return message === '' ? [] : [vm.newStr(message)];
}

/** What a UnicodeError of a codec is called with (make_encode_exception, make_decode_exception). `object`: what was to be encoded, borrowed. */
export function unicodeArguments(vm: Interpreter, details: UnicodeErrorDetails, object = 0): number[] {
  const { encoding, object: given, start, end, reason } = details;
  const made = (): number => (typeof given === 'string' ? vm.newStr(given) : vm.newBytes(given));
  return [
    vm.newStr(encoding),
    object === 0 ? made() : vm.own(object),
    vm.newInt(start),
    vm.newInt(end),
    vm.newStr(reason),
  ];
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
