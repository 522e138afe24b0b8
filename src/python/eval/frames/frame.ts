/**
 * Frames: what runs. Its slots are counted references; a slot at or below 0 is empty, or an instruction's number (`lasti`).
 *
 * Up to 3.10 every running function has a frame object (a block that its code keeps for the next call) and the caller's stack keeps
 * its arguments until the call has returned; from 3.11 the arguments move into the frame, and a frame object is made only when
 * a traceback or sys._getframe asks for one (frameobject.c, frame.c:take_ownership).
 * A frame object's fields are | back | function | locals dict | slot ... |; they are empty while the frame runs.
 */

import { A, B, GC_HEAD_BYTES, REFCNT } from '../../../heap/index.ts';
import type { Waiter } from '../calls/waiting.ts';
import type { Handled } from '../exceptions/handled.ts';
import type { Interpreter } from '../interpreter.ts';
import type { CodeRuntime } from './code-runtime.ts';

/** What becomes of the value when a frame ends. */
export const ENDS = { PUSH: 0, ENTRY: 1, FOR_ITER: 2, SEND: 3, WAITER: 4 } as const;
export type Ends = (typeof ENDS)[keyof typeof ENDS];

/** Called with the result when a frame has ended, 0 after an exception; what it returns is pushed instead. Owns both. */
export type AtEnd = (vm: Interpreter, result: number, frame: Frame) => number;

export interface Frame {
  readonly runtime: CodeRuntime;
  slots: number[];
  sp: number;
  /** The next instruction. */
  ip: number;
  /** Borrowed. */
  globals: number;
  /** The namespace of a class body or module, 0 in functions; owned. */
  locals: number;
  /** The function that runs, owned from 3.11. */
  func: number;
  back: Frame | null;
  /** Its frame object, owned; 0 while there is none. */
  object: number;
  /** The generator whose frame this is, borrowed; 0 for others. */
  generator: number;
  /** Where the caller's stack is cut when this frame has ended, -1 where nothing is left there. */
  cut: number;
  ends: Ends;
  atEnd: AtEnd | null;
  /** The C code that waits for it (waiting.ts), where it ends so. */
  waiter: Waiter | null;
  /** Of `__init__` that a class call entered (init-calls.ts), 0 in others: the object, and the tuple of the call; owned by the call. */
  made: number;
  tuple: number;
  /** Native calls that counted when it went on the stack (native-depth.ts). */
  counted: number;
  /** A generator's: it runs now; the exception that it was handling when it was suspended, owned. */
  running: boolean;
  savedHandled: Handled | null;
  /** Its instruction that a line was looked for at last, -1 before the first (lines.ts). */
  seenIp: number;
}

export const FRAME_BACK = 0;
export const FRAME_FUNC = 1;
export const FRAME_LOCALS = 2;
export const FRAME_SLOTS = 3;

const ZEROS = Array.from({ length: 64 }, () => 0);

/** A copy of a piece of an array without holes has none either, and is made at once. */
export function emptySlots(count: number): number[] {
  return count <= ZEROS.length ? ZEROS.slice(0, count) : Array.from({ length: count }, () => 0);
}

/** A frame for this code, with empty slots: one that has ended, or a new one. Up to 3.10 its object is made now. */
export function newFrame(vm: Interpreter, runtime: CodeRuntime, globals: number): Frame {
  const spare = runtime.spareFrame;
  if (spare === null) return freshFrame(vm, runtime, globals);
  runtime.spareFrame = spare.back;
  spare.back = null;
  spare.sp = runtime.stackBase;
  spare.ip = 0;
  spare.seenIp = -1;
  spare.globals = globals;
  return spare;
}

/**
 * The frame has ended, holds nothing and was never more than a call (no generator's, no `atEnd`, no `cut`, no object): the next call may
 * have it as it is. Nobody may look at it any more.
 */
export function spareFrame(frame: Frame): void {
  const { runtime } = frame;
  frame.back = runtime.spareFrame;
  runtime.spareFrame = frame;
}

/** The same for one that was more than a call; `slots`, which it had until it ended, are empty. */
export function recycleFrame(frame: Frame, slots: number[]): void {
  frame.slots = slots;
  frame.cut = -1;
  frame.ends = ENDS.PUSH;
  frame.atEnd = null;
  frame.waiter = null;
  frame.made = 0;
  spareFrame(frame);
}

function freshFrame(vm: Interpreter, runtime: CodeRuntime, globals: number): Frame {
  return {
    runtime,
    slots: emptySlots(runtime.slotCount),
    sp: runtime.stackBase,
    ip: 0,
    globals,
    locals: 0,
    func: 0,
    back: null,
    object: frameFromStart(vm, runtime),
    generator: 0,
    cut: -1,
    ends: ENDS.PUSH,
    atEnd: null,
    waiter: null,
    made: 0,
    tuple: 0,
    counted: 0,
    running: false,
    savedHandled: null,
    seenIp: -1,
  };
}

function frameFromStart(vm: Interpreter, runtime: CodeRuntime): number {
  if (!vm.framesAreObjects) return 0;
  return vm.moduleFrame ? vm.heap.newOutside(vm.process.types.frame, 1) : newFrameObject(vm, runtime);
}

export function frameBytes(vm: Interpreter, runtime: CodeRuntime): number {
  return GC_HEAD_BYTES + vm.process.profile.layout.frame + 8 * frameSlots(vm, runtime);
}

/** Places of a frame in CPython: from 3.11 a parameter that is a cell has one place, not two (co_nlocalsplus). */
export function frameSlots(vm: Interpreter, { stackBase, code }: CodeRuntime): number {
  const shared = vm.framesAreObjects ? 0 : code.cellToArg.filter((arg) => arg >= 0).length;
  return stackBase - shared + code.coStackSize;
}

/** The block that the code keeps, one from the free list, or a new one (_PyFrame_New_NoTrack); not tracked while it runs. */
function newFrameObject(vm: Interpreter, runtime: CodeRuntime): number {
  if (!runtime.isUnseen) return seenFrameObject(vm, runtime);
  const resume = vm.heap.memory.tracemalloc.pause();
  try {
    return seenFrameObject(vm, runtime);
  } finally {
    resume();
  }
}

function seenFrameObject(vm: Interpreter, runtime: CodeRuntime): number {
  const { heap, process } = vm;
  let kept = runtime.keptFrame;
  if (kept !== 0) runtime.keptFrame = 0;
  else kept = frameWithRoom(vm, frameBytes(vm, runtime));
  const object = heap.newFrom(process.types.frame, kept, frameBytes(vm, runtime));
  if (kept === 0) vm.frameRoom.set(heap.blockOf(object), frameBytes(vm, runtime));
  process.frameOwners.set(object, runtime);
  return object;
}

/** A frame of the free list; one that is too small is made larger (PyObject_GC_Resize). */
function frameWithRoom(vm: Interpreter, bytes: number): number {
  const { memory, freeLists } = vm.heap;
  const kept = freeLists.frame.pop() ?? 0;
  if (kept === 0 || (vm.frameRoom.get(kept) ?? memory.sizeOf(kept)) >= bytes) return kept;
  const larger = memory.realloc(kept, bytes);
  vm.frameRoom.set(larger, bytes);
  return larger;
}

/** The frame's object; from 3.11 made when first asked for (_PyFrame_MakeAndSetFrameObject). Borrowed. */
export function frameObject(vm: Interpreter, frame: Frame): number {
  const { heap, process } = vm;
  if (frame.object === 0) frame.object = heap.newGcObject(process.types.frame, frameBytes(vm, frame.runtime));
  vm.frameOf.set(frame.object, frame);
  return frame.object;
}

/**
 * The frame has ended: its locals are dropped first to last, unless its object outlives it and takes them. True where that is the `last` thing
 * an instruction does and Python code is due now (dealloc.ts): after it, this is called again for what is left.
 */
export function leaveFrame(vm: Interpreter, frame: Frame, last = false): boolean {
  return dropOwn(vm, frame, last) || (last && frame.cut >= 0 && cutCaller(vm, frame.cut));
}

/** What the caller's stack keeps for the call goes after the frame. */
function cutCaller(vm: Interpreter, depth: number): boolean {
  const caller = vm.frame as Frame;
  while (caller.sp > depth) {
    const value = caller.slots[--caller.sp] as number;
    caller.slots[caller.sp] = 0;
    if (value > 0 && vm.heap.dealloc.decrefLast(value)) return true;
  }
  return false;
}

function dropOwn(vm: Interpreter, frame: Frame, last: boolean): boolean {
  const { heap } = vm;
  const { object, slots, runtime } = frame;
  if (object !== 0) {
    frame.object = 0;
    if (vm.framesAreObjects || (heap.words[object + REFCNT] as number) > 1) {
      takeOwnership(vm, frame, object);
      if (drop(vm, object, last)) return true;
      release(vm, frame);
      return false;
    }
    vm.frameOf.delete(object);
    heap.decref(object);
  }
  for (let at = 0; at < runtime.stackBase; at++) {
    const value = slots[at] as number;
    if (value === 0) continue;
    slots[at] = 0;
    if (drop(vm, value, last)) return true;
  }
  release(vm, frame);
  return false;
}

function drop({ heap }: Interpreter, ref: number, last: boolean): boolean {
  if (last) return heap.dealloc.decrefLast(ref);
  heap.decref(ref);
  return false;
}

/** Locals move into the frame object's fields; it is tracked if somebody else holds it, and dies like any container if not. */
function takeOwnership(vm: Interpreter, frame: Frame, object: number): void {
  const { heap } = vm;
  const shared = (heap.words[object + REFCNT] as number) > 1;
  const { stackBase } = frame.runtime;
  const length = FRAME_SLOTS + stackBase;
  const back = shared && frame.back !== null ? frameObject(vm, frame.back) : 0;
  const chunk = heap.cells.alloc(length);
  const cells = heap.cells.words;
  if (back !== 0) heap.incref(back);
  cells[chunk + FRAME_BACK] = back;
  for (let at = 0; at < stackBase; at++) {
    cells[chunk + FRAME_SLOTS + at] = frame.slots[at] as number;
    frame.slots[at] = 0;
  }
  cells[chunk + FRAME_LOCALS] = frame.locals;
  frame.locals = 0;
  cells[chunk + FRAME_FUNC] = frame.func;
  frame.func = 0;
  heap.words[object + A] = chunk;
  heap.words[object + B] = length;
  if (shared) {
    if (!heap.isTracked(object)) heap.track(object);
    vm.endedFrames.set(object, { runtime: frame.runtime, ip: frame.ip, globals: frame.globals });
  }
  vm.frameOf.delete(object);
}

function release(vm: Interpreter, frame: Frame): void {
  const { locals, func } = frame;
  frame.locals = 0;
  frame.func = 0;
  if (locals !== 0) vm.heap.decref(locals);
  if (func !== 0) vm.heap.decref(func);
  frame.slots = EMPTY;
}

const EMPTY: number[] = [];

/** Drops the value stack down to `depth`, last to first. */
export function cutStack(vm: Interpreter, frame: Frame, depth: number): void {
  const { slots } = frame;
  while (frame.sp > depth) {
    const value = slots[--frame.sp] as number;
    slots[frame.sp] = 0;
    if (value > 0) vm.heap.decref(value);
  }
}

/** Line of the instruction that runs; of the next one when it has not begun. */
export function currentLine(frame: { readonly runtime: CodeRuntime; readonly ip: number }): number {
  const { code } = frame.runtime;
  for (let at = Math.max(frame.ip - 1, 0); at >= 0; at--) {
    const line = code.positions[at * 4] as number;
    if (line > 0) return line;
  }
  return code.firstLine;
}
