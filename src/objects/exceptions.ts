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
import type { PythonRaise } from './values/python-raise.ts';

const EXCEPTION_BYTES = 72;
const TRACEBACK_BYTES = 40;

/** Makes the exception that `raised` stands for, and drops it as `except ...: pass` does. */
export function raiseAndHandle(process: Process, raised: PythonRaise): void {
  const { heap, types } = process;
  const message = newStr(process, raised.message);
  const args = newTuple(heap, [message]);
  heap.decref(message);
  const exception = heap.newGcObject(types.exception, GC_HEAD_BYTES + EXCEPTION_BYTES);
  const fields = heap.cells.alloc(1);
  heap.cells.words[fields] = args;
  heap.words[exception + A] = fields;
  heap.words[exception + B] = 1;
  heap.track(exception);
  if (process.argumentsOfRaise !== 0) heap.decref(process.argumentsOfRaise);
  process.argumentsOfRaise = 0;
  if (process.profile.calls.tracebackMakesFrame) traceFrame(process);
  heap.decref(heap.newGcObject(types.traceback, GC_HEAD_BYTES + TRACEBACK_BYTES));
  heap.decref(exception);
  if (process.profile.calls.handlerJumpsBack) process.check();
}

function traceFrame(process: Process): void {
  const running = process.frames.at(-1);
  if (running === undefined) process.constants.frame ||= newTracedFrame(process, 0);
  else running.traced ||= newTracedFrame(process, running.function.parameters.length);
}
