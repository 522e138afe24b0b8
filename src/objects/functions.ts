/**
 * Python functions and their frames (funcobject.c, frameobject.c, ceval.c).
 *
 * Up to 3.10 a running function has a frame object: the first call allocates it and the function's code keeps it for the
 * next call; a nested call of the same function takes one from the free list or allocates another. From 3.11 frames lie on
 * the interpreter's own stack and are no objects. A live frame is in none of the collector's lists.
 */
import { A, EV } from '../heap/index.ts';
import type { Process } from './process.ts';

export interface PythonFunction {
  readonly name: string;
  readonly parameters: readonly string[];
  /** Block of the frame that the code object keeps (co_zombieframe), 0 when there is none or it is in use. */
  keptFrame: number;
}

export interface Frame {
  readonly function: PythonFunction;
  /** The frame object, 0 from 3.11. */
  readonly object: number;
  /** Values of the parameters by name; a deleted one is gone. Each is a counted reference. */
  readonly locals: Map<string, number>;
  /** References that the caller's stack keeps while the function runs (up to 3.10), in the order of the arguments. */
  readonly stack: readonly number[];
}

const GC_HEAD_BYTES = 16;
const POINTER_BYTES = 8;
const STACK_SLOTS = 2;

/**
 * Enters a function: arguments become locals. A Python caller's stack keeps its own references up to 3.10; C callers
 * (finalizers, callbacks) lend theirs.
 */
export function enter(process: Process, called: PythonFunction, args: readonly number[], caller: 'Python' | 'C'): Frame {
  const { heap, profile } = process;
  for (const arg of args) heap.addReference(arg, 0);
  const object = profile.freeLists.frame > 0 ? newFrame(process, called) : 0;
  const stack = caller === 'Python' && profile.calls.stackKeepsArguments ? args : [];
  for (const arg of stack) heap.addReference(arg, 0);
  const locals = new Map<string, number>();
  for (const [at, name] of called.parameters.entries()) if (at < args.length) locals.set(name, args[at] as number);
  return { function: called, object, locals, stack };
}

/** Leaves a function: its locals are dropped first to last, then the caller's stack last to first (call_function). */
export function leave(process: Process, frame: Frame): void {
  const { heap } = process;
  for (const value of [...frame.locals.values()]) heap.dropReference(value, 0);
  frame.locals.clear();
  if (frame.object !== 0) releaseFrame(process, frame);
  for (const value of [...frame.stack].reverse()) heap.dropReference(value, 0);
}

function newFrame(process: Process, called: PythonFunction): number {
  const { heap, types } = process;
  if (called.keptFrame !== 0) {
    const frame = heap.newObject(types.frame, called.keptFrame);
    called.keptFrame = 0;
    return frame;
  }
  const kept = heap.freeLists.frame.pop();
  if (kept !== undefined) {
    heap.ring.emit(EV.FREE_LIST_POPPED, heap.symbolOfType(types.frame), heap.freeLists.frame.length, 0);
    return heap.newObject(types.frame, kept);
  }
  return heap.newGcObject(types.frame, frameBytes(process, called));
}

/** frame_dealloc: the code keeps one frame, the free list the others. */
function releaseFrame(process: Process, frame: Frame): void {
  const { heap } = process;
  if (frame.function.keptFrame !== 0) {
    heap.decref(frame.object);
    return;
  }
  frame.function.keptFrame = heap.blockOf(frame.object);
  heap.ring.emit(EV.OBJECT_DEALLOCATED, heap.serialOf(frame.object), heap.symbolOfType(process.types.frame), 0);
  heap.words[frame.object + A] = 0;
  heap.releaseRecord(frame.object);
}

function frameBytes(process: Process, called: PythonFunction): number {
  const slots = called.parameters.length + STACK_SLOTS;
  return GC_HEAD_BYTES + process.profile.layout.frame + POINTER_BYTES * slots;
}
