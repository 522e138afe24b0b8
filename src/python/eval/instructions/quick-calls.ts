/**
 * The call of a Python function that takes its arguments by place: they go from the caller's stack into the slots of the new frame
 * (CALL_PY_EXACT_ARGS). From 3.11 they move; up to 3.10 the caller's stack keeps its own until the call has ended.
 */
import * as heapRoom from '../../../heap/index.ts';
import { Op } from '../../compile/opcodes.ts';
import { FN } from '../calls/functions.ts';
import { runSteps } from '../calls/waiting.ts';
import { leavingSteps } from '../frames/finalizing.ts';
import type { Frame } from '../frames/frame.ts';
import * as frames from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';

// Local copies are folded into the machine code; what is imported is loaded at every use.
const { A, META, TYPE_MASK } = heapRoom;
const { newFrame, recycleFrame, spareFrame } = frames;
const { CLOSURE, GLOBALS } = FN;
const { PUSH } = frames.ENDS;
/** RESUME with the argument 0, as packed-code.ts packs it. */
const RESUME_AT_START = Op.RESUME;

/** False: this is no such call, and nothing has happened. */
export function quickCall(vm: Interpreter, frame: Frame, count: number): boolean {
  const { heap } = vm;
  const { words } = heap;
  const { slots, sp } = frame;
  const base = sp - count - 2;
  const func = slots[base] as number;
  if (((words[func + META] as number) & TYPE_MASK) !== vm.functionId) return false;
  const runtime = vm.codes.all[heap.payload(func) as number] as Frame['runtime'];
  const first = slots[base + 1] === 0 ? base + 2 : base + 1;
  if (runtime.plainCount !== sp - first) return false;
  const fields = words[func + A] as number;
  const cells = heap.cells.words;
  const closure = cells[fields + CLOSURE] as number;
  const callee = newFrame(vm, runtime, cells[fields + GLOBALS] as number);
  if (vm.framesAreObjects) lend(vm, frame, first, callee);
  else {
    for (let at = first; at < sp; at++) {
      callee.slots[at - first] = slots[at] as number;
      slots[at] = 0;
    }
  }
  if (closure !== 0) bindClosure(vm, closure, callee);
  if (vm.framesAreObjects) callee.cut = base;
  else {
    // The caller's reference to the function becomes the frame's.
    callee.func = func;
    slots[base] = 0;
    frame.sp = base;
  }
  vm.pushFrame(callee);
  return true;
}

/** A function's first instruction, which does nothing but where it looks whether a collection waits; it has been granted. */
export function skipResume(vm: Interpreter): void {
  const callee = vm.frame as Frame;
  if (callee.runtime.packed[0] !== RESUME_AT_START) return;
  if (callee.runtime.untilWarm > 0) callee.runtime.untilWarm--;
  callee.ip = 1;
  vm.fuel--;
}

function lend(vm: Interpreter, frame: Frame, first: number, callee: Frame): void {
  const { slots, sp } = frame;
  for (let at = first; at < sp; at++) callee.slots[at - first] = vm.own(slots[at] as number);
}

export function bindClosure(vm: Interpreter, closure: number, callee: Frame): void {
  const { runtime, slots } = callee;
  const free = runtime.localCount + runtime.code.cellVars.length;
  for (let at = 0; at < runtime.code.freeVars.length; at++) slots[free + at] = vm.own(vm.itemAt(closure, at));
}

/** A plain call, or one of `__init__`, returns to the frame that made it; false: this frame is more, and nothing has happened (interpreter.ts:returnFrom). */
export function quickReturn(vm: Interpreter, frame: Frame, result: number): boolean {
  const { heap } = vm;
  const { dealloc } = heap;
  const { slots, runtime, back, func, atEnd } = frame;
  if (back === null || frame.ends !== PUSH || frame.cut >= 0) return false;
  if (atEnd !== null && frame.made === 0) return false;
  if (frame.object !== 0 || frame.generator !== 0 || frame.locals !== 0) return false;
  vm.frame = back;
  vm.depth--;
  for (let at = 0; at < runtime.stackBase; at++) {
    const value = slots[at] as number;
    if (value === 0) continue;
    slots[at] = 0;
    if (dealloc.decrefLast(value)) {
      returnLater(vm, frame, back, result);
      return true;
    }
  }
  frame.func = 0;
  if (func !== 0) heap.decref(func);
  deliver(vm, frame, back, result);
  return true;
}

/** A local has a finalizer, which runs first. */
function returnLater(vm: Interpreter, frame: Frame, back: Frame, result: number): void {
  const { slots } = frame;
  runSteps(vm, leavingSteps(vm, frame), () => {
    frame.slots = slots;
    deliver(vm, frame, back, result);
  });
}

function deliver(vm: Interpreter, frame: Frame, back: Frame, result: number): void {
  vm.yielded = false;
  if (frame.atEnd === null) {
    back.slots[back.sp++] = result;
    return spareFrame(frame);
  }
  const made = frame.atEnd(vm, result, frame);
  back.slots[back.sp++] = made;
  recycleFrame(frame, frame.slots);
}
