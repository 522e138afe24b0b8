/**
 * The end of a call of C code or of a class: what was on the stack for it goes, and its result is pushed.
 *
 * 3.12+: it ends with a look at the eval breaker, unless the instruction was specialised for a function that does not look
 * (`quietWhenWarm`), which happens when it runs for the second time (specialize.c, adaptive_counter_warmup).
 */
import * as heapRoom from '../../../heap/index.ts';
import { PythonRaise } from '../../../objects/index.ts';
import { planOf } from '../calls/functions.ts';
import { runSteps } from '../calls/waiting.ts';
import { Thrown } from '../exceptions/raise.ts';
import { collectionWaits, droppingSteps } from '../frames/finalizing.ts';
import type { Frame } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';
import { push } from './ops-names.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const { META, TYPE_MASK } = heapRoom;

/** A call site has run so often that it is specialised. */
export const SPECIALISED = 2;

/** C code or a class was called: what was on the stack for it makes room for the result. `site`: the place of the instruction. */
export function endCall(vm: Interpreter, frame: Frame, base: number, site: number, result: number): void {
  endWith(vm, frame, base, result, vm.checks && !isQuiet(vm, frame, site, frame.slots[base] as number));
}

/** The same where it is known whether it `checks` the eval breaker. */
export function endWith(vm: Interpreter, frame: Frame, base: number, result: number, checks: boolean): void {
  const left = dropCall(vm, frame, base);
  if (left !== null) return endLater(vm, frame, left, { result, checks });
  frame.slots[base] = result;
  frame.sp = base + 1;
  if (checks) collectionWaits(vm);
}

/** What was on the stack for the call had a finalizer, which runs before the rest is dropped. */
function endLater(
  vm: Interpreter,
  frame: Frame,
  left: readonly number[],
  { result, checks }: { readonly result: number; readonly checks: boolean },
): void {
  runSteps(vm, droppingSteps(vm, left), () => {
    push(frame, result);
    if (checks) collectionWaits(vm);
  });
}

/**
 * The callable goes first, then the arguments in order (3.11+); up to 3.10 all from the top down. Where Python code is due by that: what is left.
 */
function dropCall(vm: Interpreter, frame: Frame, base: number): number[] | null {
  const { slots, sp } = frame;
  const { dealloc } = vm.heap;
  const step = vm.framesAreObjects ? -1 : 1;
  frame.sp = base;
  for (let at = step < 0 ? sp - 1 : base; at >= base && at < sp; at += step) {
    const value = slots[at] as number;
    slots[at] = 0;
    if (value > 0 && dealloc.decrefLast(value)) return takeRest(slots, at + step, step < 0 ? base : sp);
  }
  return null;
}

/** From `at` to `end`, which is before it where they go down. */
function takeRest(slots: number[], at: number, end: number): number[] {
  const [low, high] = at < end ? [at, end] : [end, at + 1];
  const taken = slots.slice(low, high);
  slots.fill(0, low, high);
  return at < end ? taken : taken.toReversed();
}

/** A call site that runs again is specialised: some callees do not look at the eval breaker then. */
function isQuiet(vm: Interpreter, frame: Frame, site: number, callable: number): boolean {
  const { runtime } = frame;
  runtime.warm ??= new Uint8Array(runtime.ops.length / 2);
  const runs = runtime.warm[site] as number;
  if (runs < SPECIALISED) runtime.warm[site] = runs + 1;
  if (runs === 0) return false;
  const id = (vm.heap.words[callable + META] as number) & TYPE_MASK;
  if (id === vm.methodDescriptorId || id === vm.builtinFunctionId) return planOf(vm, callable).quietWhenWarm;
  return vm.classes.forObject(callable)?.name === 'type';
}

/** The frames that errors have found so already. */
const turned = new WeakMap<object, Frame>();

/**
 * A call that fails drops what is called and the arguments in their order, too (3.11), a function of Python's own after the arguments: the
 * stack, which is cut from the top down, is turned over for that.
 */
export function turnOperands(vm: Interpreter, frame: Frame, base: number, error: unknown): void {
  if (vm.framesAreObjects || frame.sp <= base) return;
  if (!(error instanceof Thrown || error instanceof PythonRaise) || turned.get(error) === frame) return;
  turned.set(error, frame);
  const { slots, sp } = frame;
  const isFunction = vm.heap.typeOf(slots[base] as number) === vm.process.types.function;
  const operands = slots.slice(isFunction ? base + 1 : base, sp).toReversed();
  for (const [at, operand] of operands.entries()) slots[sp - operands.length + at] = operand;
}
