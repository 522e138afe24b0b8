/**
 * Generators: a frame that waits (genobject.c).
 *
 * While it waits, what its slots hold also stands in the fields of the generator (3.11+: | function | slot ... |) or of its frame object
 * (up to 3.10), so that the collector sees it; while it runs these fields are empty. An exception that it is handling meanwhile is in the
 * generator's annex (gi_exc_state).
 */

import { A, Annex, B, GC_HEAD_BYTES } from '../../../heap/index.ts';
import { PythonRaise } from '../../../objects/index.ts';
import { SUSPENDS } from '../../compile/code-object.ts';
import { Op } from '../../compile/opcodes.ts';
import type { Steps } from '../calls/waiting.ts';
import { nothingHandled, ownedBy } from '../exceptions/handled.ts';
import type { Interpreter } from '../interpreter.ts';
import {
  cutStack,
  ENDS,
  type Ends,
  emptySlots,
  FRAME_SLOTS,
  type Frame,
  frameSlots,
  leaveFrame,
} from './frame.ts';

/** What runs bit by bit on this mechanism, by the names of its layouts. */
const RESUMABLE: ReadonlySet<string> = new Set(['generator', 'coroutine', 'async_generator']);

export function isResumable({ name }: { readonly name: string }): boolean {
  return RESUMABLE.has(name);
}

/** `yield from` and `await` go right into these. */
export function isDelegate({ name }: { readonly name: string }): boolean {
  return name === 'generator' || name === 'coroutine';
}

/** As messages call it. */
export function kindName(vm: Interpreter, generator: number): string {
  return vm.infoOf(generator).name.replace('_', ' ');
}

/** RETURN_GENERATOR: the frame on top becomes a generator's and waits at its start; the generator, a new reference. */
export function makeGenerator(vm: Interpreter, frame: Frame): number {
  const { heap } = vm;
  const { runtime } = frame;
  const info = vm.resumableInfo(runtime.code.flags);
  const own = generatorBytes(vm, info.name);
  const embedded = vm.framesAreObjects ? 0 : 8 * frameSlots(vm, runtime);
  const generator = heap.newGcObject(info, GC_HEAD_BYTES + own + embedded);
  heap.setPayload(generator, { code: runtime.id });
  const room = emptySlots(runtime.slotCount);
  if (vm.framesAreObjects) {
    vm.fillFields(generator, [frame.object]);
    vm.fillFields(frame.object, [0, 0, 0, ...room]);
  } else {
    vm.fillFields(generator, [0, ...room]);
  }
  frame.generator = generator;
  heap.track(generator);
  if (vm.framesAreObjects) heap.track(frame.object);
  vm.generatorFrames.set(generator, frame);
  showToCollector(vm, frame);
  return generator;
}

/** Without the collector's head, and without the frame. */
export function generatorBytes(vm: Interpreter, kind: string): number {
  return vm.rules.typeSizes[kind as 'generator' | 'coroutine' | 'async_generator'][0];
}

/** The slots of a waiting frame into the fields that the collector looks at. */
export function showToCollector(vm: Interpreter, frame: Frame): void {
  const { heap } = vm;
  const cells = heap.cells.words;
  const start = fieldsOf(vm, frame);
  for (let at = 0; at < frame.sp; at++) {
    const value = frame.slots[at] as number;
    cells[start + at] = value > 0 ? value : 0;
  }
  if (!vm.framesAreObjects) cells[start - 1] = frame.func;
}

function unmirror(vm: Interpreter, frame: Frame): void {
  const start = fieldsOf(vm, frame);
  vm.heap.cells.words.fill(0, start - (vm.framesAreObjects ? 0 : 1), start + frame.runtime.slotCount);
}

function fieldsOf(vm: Interpreter, frame: Frame): number {
  const holder = vm.framesAreObjects ? frame.object : frame.generator;
  return (vm.heap.words[holder + A] as number) + (vm.framesAreObjects ? FRAME_SLOTS : 1);
}

/** The generator's frame on top waits again, after a yield. */
export function suspendGenerator(vm: Interpreter, frame: Frame): void {
  frame.running = false;
  frame.savedHandled = !vm.handled.begun ? null : { ...vm.handled, outer: null };
  if (vm.handled.outer !== null) vm.handled = vm.handled.outer;
  showToCollector(vm, frame);
  if (frame.savedHandled === null) return;
  const held = ownedBy(frame.savedHandled);
  if (held.length > 0) vm.heap.annexes.add(frame.generator, new Annex([0, ...held]));
}

/** The generator has returned or raised: its frame is gone for good. True as `leaveFrame` says it. */
export function endGenerator(vm: Interpreter, frame: Frame, last = false): boolean {
  const { generator } = frame;
  vm.generatorFrames.delete(generator);
  if (vm.handled.outer !== null) vm.handled = vm.handled.outer;
  frame.running = false;
  frame.generator = 0;
  if (!vm.process.profile.frames.generatorsKeepBack) frame.back = null;
  if (vm.framesAreObjects) {
    // The generator's reference to its frame is what leaveFrame drops.
    const chunk = vm.heap.words[generator + A] as number;
    vm.heap.cells.words[chunk] = 0;
    const fields = vm.heap.words[frame.object + A] as number;
    if (fields !== 0) vm.heap.cells.free(fields, vm.heap.words[frame.object + B] as number);
    vm.heap.words[frame.object + A] = 0;
    vm.heap.words[frame.object + B] = 0;
  }
  return leaveFrame(vm, frame, last);
}

/** Puts the generator's frame on top with `value` (owned) sent to it; false when it has ended already. */
export function resumeGenerator(vm: Interpreter, generator: number, value: number, ends: Ends): Frame | null {
  const frame = vm.generatorFrames.get(generator);
  if (frame === undefined) {
    if (value !== 0) vm.decref(value);
    if (vm.infoOf(generator).name !== 'coroutine') return null;
    throw new PythonRaise('RuntimeError', 'cannot reuse already awaited coroutine');
  }
  if (frame.running) {
    if (value !== 0) vm.decref(value);
    throw new PythonRaise('ValueError', `${kindName(vm, generator)} already executing`);
  }
  unmirror(vm, frame);
  if (value !== 0) frame.slots[frame.sp++] = value;
  frame.running = true;
  frame.ends = ends;
  const saved = frame.savedHandled;
  vm.handled = saved === null ? nothingHandled(vm, vm.handled) : { ...saved, outer: vm.handled };
  frame.savedHandled = null;
  if (saved !== null) vm.heap.annexes.release(generator);
  vm.pushFrame(frame);
  return frame;
}

/** What a generator has come to: what it yielded or returned, a new reference. */
export interface Outcome {
  readonly value: number;
  readonly yielded: boolean;
}

/** Runs the generator until it yields or ends, with `value` (owned) sent to it. */
export function* sendSteps(vm: Interpreter, generator: number, value: number): Steps<Outcome> {
  const frame = vm.generatorFrames.get(generator);
  if (frame !== undefined && !hasStarted(frame) && !vm.isNone(value)) {
    vm.decref(value);
    const words = `can't send non-None value to a just-started ${kindName(vm, generator)}`;
    throw new PythonRaise('TypeError', words);
  }
  const resumed = resumeGenerator(vm, generator, value, ENDS.ENTRY);
  if (resumed === null) return { value: vm.none(), yielded: false };
  const result = yield resumed;
  return { value: result, yielded: vm.yielded };
}

/** The same at once. */
export function sendTo(vm: Interpreter, generator: number, value: number): Outcome {
  return vm.finish(sendSteps(vm, generator, value));
}

export function hasStarted(frame: Frame): boolean {
  return frame.runtime.ops[(frame.ip - 1) * 2] !== Op.RETURN_GENERATOR;
}

/** Too many frames: the one that was to be pushed goes first. */
export function refuseFrame(vm: Interpreter, frame: Frame): void {
  // Up to 3.10 the call of a generator function makes its generator, and runs nothing (_PyEval_EvalCode).
  const { code } = frame.runtime;
  if (vm.framesAreObjects && (code.flags & SUSPENDS) !== 0 && frame.generator === 0) return;
  cutStack(vm, frame, frame.runtime.stackBase);
  if (frame.generator !== 0) endGenerator(vm, frame);
  else leaveFrame(vm, frame);
  vm.recursionError();
}
