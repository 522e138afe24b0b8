/**
 * Python functions and their frames (funcobject.c, frameobject.c, ceval.c).
 *
 * Up to 3.10 a running function has a frame object that holds its locals: the first call allocates it and the function's code
 * keeps it for the next call; a nested call of the same function takes one from the free list or allocates another. A frame
 * takes part in the trashcan like any container, so deep in a cascade its locals live longer. From 3.11 frames lie on the
 * interpreter's own stack and are no objects. A live frame is in none of the collector's lists.
 */
import { A, B, EV, GC_HEAD_BYTES } from '../heap/index.ts';
import type { Process } from './process.ts';

export interface PythonFunction {
  readonly name: string;
  readonly parameters: readonly string[];
  /** Block of the frame that the code object keeps (co_zombieframe), 0 when there is none or it is in use. */
  keptFrame: number;
  /** Nobody holds the code any more: a frame that outlived it was the last to, and takes its block along. */
  isGone?: boolean;
}

export interface Frame {
  readonly function: PythonFunction;
  /** The frame object, 0 from 3.11. */
  readonly object: number;
  /** From 3.11: the frame object that a traceback has made of this call, 0 when none has. */
  traced: number;
  /** From 3.11: the values of the parameters, 0 for a deleted one; each a counted reference. */
  readonly values: number[];
  /** References that the caller's stack keeps while the function runs (up to 3.10), in the order of the arguments. */
  readonly stack: readonly number[];
  /** Number of the operation that called: where tracemalloc says that this frame was called from. */
  readonly calledAt: number;
}

const POINTER_BYTES = 8;
const STACK_SLOTS = 2;

/**
 * Enters a function: arguments become locals. A Python caller's stack keeps its own references up to 3.10; C callers
 * (finalizers, callbacks) lend theirs.
 */
export function enter(
  process: Process,
  called: PythonFunction,
  args: readonly number[],
  caller: 'Python' | 'C',
): Frame {
  const { heap, profile } = process;
  const stack = caller === 'Python' && profile.calls.stackKeepsArguments ? args : [];
  for (const arg of stack) heap.addReference(arg, 0);
  const object = profile.freeLists.frame > 0 ? newFrame(process, called, args) : 0;
  if (object === 0) for (const arg of args) heap.addReference(arg, 0);
  const { seq: calledAt } = heap.ring;
  return { function: called, object, traced: 0, values: object === 0 ? [...args] : [], stack, calledAt };
}

/** Leaves a function: its locals are dropped first to last, then the caller's stack last to first (call_function). */
export function leave(process: Process, frame: Frame): void {
  const { heap } = process;
  if (frame.object !== 0) heap.decref(frame.object);
  if (frame.traced !== 0) heap.decref(frame.traced);
  for (const value of frame.values.splice(0)) if (value !== 0) heap.dropReference(value, 0);
  for (const value of frame.stack.toReversed()) heap.dropReference(value, 0);
}

/** Borrowed value of a parameter of the running function, 0 when it was deleted or is none. */
export function localOf(process: Process, frame: Frame, name: string): number {
  const at = frame.function.parameters.indexOf(name);
  return at < 0 ? 0 : readLocal(process, frame, at);
}

/** Puts a value (0: none) into a parameter's place and returns what was there; counts nothing. */
export function exchangeLocal(process: Process, frame: Frame, name: string, value: number): number {
  const at = frame.function.parameters.indexOf(name);
  const old = readLocal(process, frame, at);
  if (frame.object === 0) frame.values[at] = value;
  else process.heap.cells.words[(process.heap.words[frame.object + A] as number) + at] = value;
  return old;
}

/** [name, value] of each parameter that is bound. */
export function localsOf(process: Process, frame: Frame): [string, number][] {
  const bound: [string, number][] = [];
  for (const [at, name] of frame.function.parameters.entries()) {
    const value = readLocal(process, frame, at);
    if (value !== 0) bound.push([name, value]);
  }
  return bound;
}

function readLocal(process: Process, frame: Frame, at: number): number {
  if (frame.object === 0) return frame.values[at] ?? 0;
  return process.heap.cells.words[(process.heap.words[frame.object + A] as number) + at] as number;
}

/** What a traceback makes of running code that has no frame object yet; untracked while the code runs. */
export function newTracedFrame(process: Process, locals: number): number {
  const { heap, profile, types } = process;
  const bytes = GC_HEAD_BYTES + profile.layout.frame + POINTER_BYTES * (locals + STACK_SLOTS);
  return heap.newGcObject(types.frame, bytes);
}

/** The kept frame of the code, one from the free list, or a new one; the arguments in its first places. */
function newFrame(process: Process, called: PythonFunction, args: readonly number[]): number {
  const { heap, types } = process;
  const frame = heap.newFrom(types.frame, takeKept(process, called), frameBytes(process, called));
  process.frameOwners.set(frame, called);
  const chunk = args.length === 0 ? 0 : heap.cells.alloc(args.length);
  heap.words[frame + A] = chunk;
  heap.words[frame + B] = args.length;
  const serial = heap.serialOf(frame);
  for (const [at, arg] of args.entries()) {
    heap.cells.words[chunk + at] = arg;
    heap.addReference(arg, serial);
  }
  return frame;
}

/** A block that waits for the next frame, 0 when none does (frameobject.c:_PyFrame_New_NoTrack). */
function takeKept(process: Process, called: PythonFunction): number {
  const { heap, types } = process;
  if (called.keptFrame !== 0) {
    const kept = called.keptFrame;
    called.keptFrame = 0;
    return kept;
  }
  const kept = heap.freeLists.frame.pop();
  if (kept === undefined) return 0;
  heap.ring.emit(EV.FREE_LIST_POPPED, heap.symbolOfType(types.frame), heap.freeLists.frame.length, 0);
  return kept;
}

/** A dead frame: its code keeps the block when it keeps none yet; false leaves it to the free list (frame_dealloc). */
export function keepFrame(process: Process, frame: number): boolean {
  const owner = process.frameOwners.get(frame);
  process.frameOwners.delete(frame);
  if (owner === undefined || owner.keptFrame !== 0) return false;
  owner.keptFrame = process.heap.blockOf(frame);
  if (owner.isGone === true) freeKeptFrame(process, owner);
  return true;
}

/** The code dies, and with it the block that it keeps (code_dealloc). */
export function freeKeptFrame({ heap }: Process, owner: PythonFunction): void {
  const { keptFrame } = owner;
  owner.keptFrame = 0;
  if (keptFrame === 0) return;
  heap.collector.noteFree();
  heap.memory.free(keptFrame);
}

function frameBytes(process: Process, called: PythonFunction): number {
  const slots = called.parameters.length + STACK_SLOTS;
  return GC_HEAD_BYTES + process.profile.layout.frame + POINTER_BYTES * slots;
}
