/**
 * What raising and handling an exception leaves behind in the heap (errors.c, traceback.c).
 *
 * The exception, its one-element args tuple, the message and the traceback are made and, once handled, dropped: what remains
 * is their blocks in free lists. From 3.11 the traceback also makes a frame object of the code that runs, which lives as long as the
 * function or unit does (frameobject.c:_PyFrame_MakeAndSetFrameObject). In 3.12 the end of a handler jumps back, which is a
 * place where a collection that waits is run.
 */
import { A, B, GC_HEAD_BYTES, newTuple } from '../heap/index.ts';
import { newTracedFrame } from './functions.ts';
import type { Process } from './process.ts';
import { newStr } from './strings.ts';
import { PythonRaise } from './values/python-raise.ts';

const EXCEPTION_BYTES = 72;
const TRACEBACK_BYTES = 40;

/** Raised by a call whose tuple of arguments lives until the exception is an object. */
export class RaiseInCall extends PythonRaise {
  /** Owned. */
  readonly args: number;

  constructor(args: number, exception: PythonRaise['exception'], message: string) {
    super(exception, message);
    this.args = args;
  }
}

/**
 * Makes the exception that `raised` stands for, and drops it as `except ...: pass` does. Up to 3.11 the traceback comes first: the exception
 * is an object when a handler looks (PyErr_NormalizeException), but for the arguments of a KeyError (_PyErr_SetKeyError).
 */
export function raiseAndHandle(process: Process, raised: PythonRaise): void {
  const { heap, profile } = process;
  if (profile.calls.raisesObjects) {
    const exception = newException(process, newArgs(process, raised));
    if (raised instanceof RaiseInCall) heap.decref(raised.args);
    const traceback = newTraceback(process);
    heap.decref(traceback);
    heap.decref(exception);
  } else {
    const args = raised.exception === 'KeyError' ? newArgs(process, raised) : 0;
    const traceback = newTraceback(process);
    const exception = newException(process, args === 0 ? newArgs(process, raised) : args);
    heap.decref(traceback);
    heap.decref(exception);
  }
  if (profile.calls.handlerJumpsBack) process.check();
}

/** The same of an exception that is an object already: `except` looks at it and drops it. Takes it over. */
export function handle(process: Process, exception: number, look: () => void): void {
  const traceback = newTraceback(process);
  look();
  process.heap.decref(traceback);
  process.heap.decref(exception);
  if (process.profile.calls.handlerJumpsBack) process.check();
}

function newArgs(process: Process, raised: PythonRaise): number {
  const message = newStr(process, raised.message);
  const args = newTuple(process.heap, [message]);
  process.heap.decref(message);
  return args;
}

/** Takes over the arguments. */
function newException({ heap, types }: Process, args: number): number {
  const exception = heap.newGcObject(types.exception, GC_HEAD_BYTES + EXCEPTION_BYTES);
  const fields = heap.cells.alloc(1);
  heap.cells.words[fields] = args;
  heap.words[exception + A] = fields;
  heap.words[exception + B] = 1;
  heap.track(exception);
  return exception;
}

/** PyTraceBack_Here */
function newTraceback(process: Process): number {
  const { heap, types, profile } = process;
  if (profile.calls.tracebackMakesFrame) traceFrame(process);
  const traceback = heap.newGcObject(types.traceback, GC_HEAD_BYTES + TRACEBACK_BYTES);
  heap.track(traceback);
  return traceback;
}

function traceFrame(process: Process): void {
  const running = process.frames.at(-1);
  if (running === undefined) process.constants.frame ||= newTracedFrame(process, 0);
  else running.traced ||= newTracedFrame(process, running.function.parameters.length);
}
