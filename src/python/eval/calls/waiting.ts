/**
 * C code that waits for Python code, without a stack of ours: natives and instructions as `Steps`.
 *
 * Steps are a generator. To call Python code they put its frame on the stack and yield it; the loop runs it like any other frame, so that
 * the program can be paused in it, and sends them what it returned, or throws in what it raised. While they wait, the frame's `waiter`
 * holds them: they are the C frame between it and its caller.
 *
 *   Python frame  <- waiter: the steps of sorted() <-  frame of the key function     (vm.frame)
 *
 * What natives share is written as steps and called with `yield*`. C code that is not written so calls the same by `finishSteps`, which runs
 * the frames in a nested loop, where nothing can pause.
 * Always: when steps yield, the frame that they yield is on top.
 */
import { aboutAttribute } from '../exceptions/attribute-errors.ts';
import { droppingSteps } from '../frames/finalizing.ts';
import { ENDS, type Frame } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';

/** A frame on top, in which `error` is to be raised where it stands: a generator's, of which throw() was called. */
export class Raising {
  readonly frame: Frame;
  readonly error: unknown;

  constructor(frame: Frame, error: unknown) {
    this.frame = frame;
    this.error = error;
  }
}

/** Each yield answers what the frame returned or yielded, a new reference; `vm.yielded` says which. */
export type Steps<Result = number> = Generator<Frame | Raising, Result, number>;

/** What is done with the result, where the instruction goes on. */
export type Then<Result = number> = (vm: Interpreter, result: Result) => void;

/** Steps in the middle, and what counted when they began to wait. */
export interface Waiter {
  /** null: nothing is left but to drop the operands and to do `finish`. */
  readonly steps: Steps<unknown> | null;
  readonly operands: readonly number[];
  readonly finish: Then<never>;
  /** The attribute of the only operand that is read; null: something else is done. */
  readonly attribute: string | null;
  counted: number;
}

const NO_OPERANDS: readonly number[] = [];

/** Runs an instruction's steps as far as they come, and `finish` at their end: now, or when the frames that they wait for have ended. */
export function runSteps<Result>(vm: Interpreter, steps: Steps<Result>, finish: Then<Result>): void {
  const first = steps.next();
  if (first.done === true) finish(vm, first.value);
  else goOn(vm, { steps, operands: NO_OPERANDS, finish, attribute: null, counted: 0 }, first);
}

/** What waits for one frame. */
interface Awaiting {
  readonly operands: readonly number[];
  readonly attribute?: string;
  readonly finish: Then;
}

/** The same of an instruction whose result is what one Python function answers, whose frame is on top; its operands are dropped after it. */
export function awaitFrame(vm: Interpreter, frame: Frame, { operands, finish, attribute }: Awaiting): void {
  const refusal = enter(
    vm,
    { steps: null, operands, finish, attribute: attribute ?? null, counted: 0 },
    frame,
  );
  if (refusal === undefined) return;
  vm.dropAll(operands);
  throw refusal;
}

/** The frame that they waited for has ended with this value. */
export function resume(vm: Interpreter, waiter: Waiter, value: number): void {
  const { steps, operands, finish } = waiter;
  vm.nativeDepth.counted = waiter.counted;
  if (steps !== null) return goOn(vm, waiter, steps.next(value));
  vm.dropAll(operands);
  finish(vm, value as never);
}

/** The frame that they waited for was left by what was thrown. */
export function resumeByThrow(vm: Interpreter, waiter: Waiter, error: unknown): void {
  const { steps, operands, attribute } = waiter;
  vm.nativeDepth.counted = waiter.counted;
  if (steps !== null) return goOn(vm, waiter, steps.throw(error));
  const told = attribute === null ? error : aboutAttribute(vm, error, operands[0] as number, attribute);
  vm.dropAll(operands);
  throw told;
}

function goOn(vm: Interpreter, waiter: Waiter, reached: IteratorResult<Frame | Raising, unknown>): void {
  let step = reached;
  while (step.done !== true) {
    const { value } = step;
    const isRaising = value instanceof Raising;
    const refusal = enter(vm, waiter, isRaising ? value.frame : value);
    if (refusal === undefined) {
      if (isRaising) throw value.error;
      return;
    }
    step = (waiter.steps as Steps<unknown>).throw(refusal);
  }
  waiter.finish(vm, step.value as never);
}

/** The frame counts as what C code has called (interpreter.ts:runEntry), but takes none of our stack. What it cannot be entered for, if so. */
function enter(vm: Interpreter, waiter: Waiter, frame: Frame): unknown {
  const { nativeDepth, rules } = vm;
  const { counted } = nativeDepth;
  waiter.counted = counted;
  try {
    nativeDepth.check('NOTHING', rules.entryCounts);
  } catch (error) {
    vm.popFrame(frame);
    return error;
  }
  frame.ends = ENDS.WAITER;
  frame.waiter = waiter;
  frame.counted = nativeDepth.counted = counted + rules.entryCounts;
  return undefined;
}

/** Runs steps to their end at once, for C code that does not wait itself. */
export function finishSteps<Result>(vm: Interpreter, steps: Steps<Result>): Result {
  let step = steps.next();
  while (step.done !== true) {
    const { value } = step;
    let result: number;
    try {
      result = value instanceof Raising ? vm.runEntry(value.frame, value.error) : vm.runEntry(value);
    } catch (error) {
      step = steps.throw(error);
      continue;
    }
    step = steps.next(result);
  }
  return step.value;
}

/** Steps during which these references are owned: they are dropped at their end, however it comes. */
export function* owning<Result>(
  vm: Interpreter,
  owned: readonly number[],
  steps: Steps<Result>,
): Steps<Result> {
  try {
    return yield* steps;
  } finally {
    if (vm.lines.watched) yield* droppingSteps(vm, owned);
    else vm.dropAll(owned);
  }
}

/** The same for the operands of an instruction: an exception that is an object from the start is made before they go. */
export function* consumed<Result>(
  vm: Interpreter,
  operands: readonly number[],
  steps: Steps<Result>,
): Steps<Result> {
  try {
    return yield* steps;
  } catch (error) {
    throw vm.raised(error);
  } finally {
    if (vm.lines.watched) yield* droppingSteps(vm, operands);
    else vm.dropAll(operands);
  }
}
