/**
 * The Interpreter (`vm`): runs frames, one instruction at a time, on an explicit stack.
 *
 * A Python function that Python code calls is a frame on the stack, never a JavaScript call. A native that calls back
 * is written in steps, between which the frames run that it waits for (waiting.ts); one that is not, and calls `vm.call`, runs a nested
 * loop. How deep those nest is limited, and so is the number of frames: RecursionError.
 * Between two instructions of the outermost loop the program can be paused (`step`). A budget that runs out throws
 * BudgetSpent, which no Python code can catch.
 * Always: a value slot of a running frame is one counted reference; `frame` is the frame on top.
 */

import { CollectionDue } from '../../heap/index.ts';
import type { Process } from '../../objects/index.ts';
import { type Budgets, DEFAULT_BUDGETS } from './budgets.ts';
import { callObject, construct, instantiate } from './calls/calls.ts';
import { NativeDepth, ROOM } from './calls/native-depth.ts';
import { finishSteps, resume, runSteps, type Steps, type Waiter } from './calls/waiting.ts';
import { dictOfBuiltIn } from './classes/built-in-views.ts';
import type { PyType } from './classes/class-table.ts';
import { defineBuiltinClasses } from './classes/define-types.ts';
import { classTableOf } from './classes/method-cache.ts';
import { type Handled, nothingHandled } from './exceptions/handled.ts';
import { unwind } from './exceptions/unwinding.ts';
import { type CodeRuntime, CodeTable } from './frames/code-runtime.ts';
import { leavingSteps, waitsFor } from './frames/finalizing.ts';
import { cutStack, ENDS, type Frame, leaveFrame, recycleFrame } from './frames/frame.ts';
import { endGenerator, makeGenerator, refuseFrame, suspendGenerator } from './frames/generators.ts';
import { collectFirst } from './instructions/allocating.ts';
import { dispatch, PAUSED } from './instructions/dispatch.ts';
import { Lines } from './instructions/lines.ts';
import { countRun } from './instructions/opcache.ts';
import type { CallPlan, Keywords, NativeDefinition } from './native.ts';
import { NO_KEYWORDS } from './native.ts';
import { Exports } from './operators/exports.ts';
import { Pace } from './pace.ts';
import { StartObjects } from './start/start-objects.ts';
import { Surroundings } from './surroundings.ts';

export { type Budgets, DEFAULT_BUDGETS };

/** Bytes that a native goes through for nothing. */
const WORTH_COUNTING = 512;

export class Interpreter extends Surroundings {
  readonly codes: CodeTable;
  budgets: Budgets;
  readonly pace = new Pace(this);
  readonly lines = new Lines(this);
  /** The frame that runs. */
  frame: Frame | null = null;
  depth = 0;
  nested = 0;
  readonly nativeDepth = new NativeDepth(this);
  recursionLimit: number;
  handled: Handled;
  /** True when the last entry frame ended by a yield. */
  yielded = false;
  result = 0;
  escaping: unknown = undefined;
  /** Frame objects of running frames, and what is left of ended ones that somebody holds. */
  readonly frameOf = new Map<number, Frame>();
  /** Bytes that blocks of frames were made with (Py_SIZE of a dead frame), where frames are objects from the start. */
  readonly frameRoom = new Map<number, number>();
  readonly endedFrames = new Map<number, { runtime: CodeRuntime; ip: number; globals: number }>();
  /** Suspended generators: their frames. */
  readonly generatorFrames = new Map<number, Frame>();
  /** Those of generators that were closed before they began, while something knows the frame. */
  readonly closedFrames = new Map<number, Frame>();
  readonly exports = new Exports(this);
  readonly startObjects = new StartObjects(this);
  readonly natives: NativeDefinition[] = [];
  /** The plan of each. */
  readonly callPlans: CallPlan[] = [];
  readonly nativeNames: string[] = [];
  readonly framesAreObjects: boolean;
  /** Code that runs often gets caches (opcache.ts). */
  readonly cachesByRuns: boolean;
  /** 3.12+: CALL, RESUME and JUMP_BACKWARD look whether a collection waits. */
  readonly checks: boolean;
  /** Instructions that may run before the pace is asked again. */
  fuel = 0;
  /** Ids of the layouts that the loop asks for. */
  readonly intId: number;
  readonly floatId: number;
  readonly boolId: number;
  readonly listId: number;
  readonly tupleId: number;
  readonly dictId: number;
  readonly setId: number;
  readonly strId: number;
  readonly rangeIteratorId: number;
  readonly listIteratorId: number;
  readonly tupleIteratorId: number;
  readonly functionId: number;
  readonly methodDescriptorId: number;
  readonly builtinFunctionId: number;

  constructor(process: Process, budgets: Budgets) {
    super(
      process,
      classTableOf(process, (dict, name) => this.readDict(dict, name)),
    );
    this.budgets = budgets;
    this.recursionLimit = budgets.recursion;
    this.framesAreObjects = process.profile.freeLists.frame > 0;
    this.cachesByRuns = this.rules.cachedOps.length > 0;
    this.handled = nothingHandled(this, null);
    this.checks = process.profile.collector.runs === 'at_checks';
    defineBuiltinClasses(process, this.classes);
    this.intId = process.types.atoms.int.id;
    this.floatId = process.types.float.id;
    this.boolId = process.types.atoms.bool.id;
    this.listId = process.types.list.id;
    this.tupleId = process.types.tuple.id;
    this.dictId = process.types.dict.id;
    this.setId = process.types.set.id;
    this.strId = process.types.atoms.str.id;
    this.functionId = process.types.function.id;
    this.methodDescriptorId = this.classes.named('method_descriptor').info.id;
    this.builtinFunctionId = this.classes.named('builtin_function_or_method').info.id;
    this.rangeIteratorId = this.classes.named('range_iterator').info.id;
    this.listIteratorId = this.classes.named('list_iterator').info.id;
    this.tupleIteratorId = this.classes.named('tuple_iterator').info.id;
    this.codes = new CodeTable(process, this.classes.named('code').info, {
      coldBeginnings: this.rules.coldBeginnings,
      basicBytes: this.rules.typeSizes.code[0],
      older: this.rules.olderCode,
    });
  }

  override get vm(): Interpreter {
    return this;
  }

  /** Calls anything callable and returns its result, a new reference. */
  override call(callable: number, args: readonly number[], keywords: Keywords = NO_KEYWORDS): number {
    return callObject(this, callable, { args, keywords });
  }

  /** Runs the steps of C code to their end at once; who waits itself delegates to them instead (`yield*`). */
  finish<Result>(steps: Steps<Result>): Result {
    return finishSteps(this, steps);
  }

  /** type.__call__ of a class. */
  instantiate(type: PyType, args: readonly number[], keywords: Keywords = NO_KEYWORDS): number {
    const tuple = this.takeTuple();
    return instantiate(this, type, { args, keywords, tuple }, true);
  }

  /** The built-in part of `__new__`. */
  constructNative(type: PyType, args: readonly number[], keywords: Keywords = NO_KEYWORDS): number {
    return construct(this, type, { args, keywords });
  }

  /** C.__dict__ */
  mappingProxy(type: PyType): number {
    const { info } = this.classes.named('mappingproxy');
    const dict = type.dict === 0 ? dictOfBuiltIn(this, type) : type.dict;
    return this.newFields(info, 40, [this.own(dict)]);
  }

  pushFrame(frame: Frame): void {
    const { nativeDepth } = this;
    if (this.depth + nativeDepth.besideFrames >= this.recursionLimit) refuseFrame(this, frame);
    this.takeTuple();
    frame.back = this.frame;
    frame.counted = nativeDepth.counted;
    this.frame = frame;
    this.depth++;
    if (this.cachesByRuns) countRun(this, frame);
  }

  /** Runs the frame on top to its end; its result, a new reference. The frame is marked as an entry. */
  runEntry(frame: Frame, pending?: unknown): number {
    frame.ends = ENDS.ENTRY;
    this.heap.dealloc.open = false;
    const { nativeDepth, keyAnswers, conversions } = this;
    const { counted, room } = nativeDepth;
    try {
      nativeDepth.check('NOTHING', this.rules.entryCounts, ROOM.ENTRY);
    } catch (error) {
      this.popFrame(frame);
      throw error;
    }
    nativeDepth.room = room + ROOM.ENTRY;
    this.keyAnswers = null;
    conversions?.touch();
    this.conversions = null;
    frame.counted = nativeDepth.counted = counted + this.rules.entryCounts;
    this.nested++;
    try {
      return this.#loop(pending);
    } finally {
      this.nested--;
      this.keyAnswers = keyAnswers;
      this.conversions = conversions;
      nativeDepth.counted = counted;
      nativeDepth.room = room;
    }
  }

  /** Goes on with the outermost frame for about `steps` instructions; true when it has ended. */
  step(steps: number): boolean {
    this.#settle();
    this.pace.pauseIn(steps);
    return this.#loop(undefined) !== PAUSED;
  }

  /** Instructions run so far, and rounds of loops inside natives. */
  get steps(): number {
    return this.pace.steps - this.fuel;
  }

  /** What runs from now on has these budgets of its own. */
  begin(budgets: Budgets): void {
    this.#settle();
    this.budgets = budgets;
    this.written = 0;
    this.lines.watch(false);
    this.pace.begin();
  }

  #settle(): void {
    this.pace.settle(this.fuel);
    this.fuel = 0;
  }

  /** Takes the frame on top away, with what it holds. */
  popFrame(frame: Frame): void {
    this.frame = frame.back;
    this.depth--;
    cutStack(this, frame, frame.runtime.stackBase);
    if (frame.generator !== 0) endGenerator(this, frame);
    else leaveFrame(this, frame);
    this.#cutCaller(frame);
  }

  /** A frame returns: its result goes where the frame says. True when the loop that entered it ends. */
  returnFrom(frame: Frame, result: number): boolean {
    const { slots } = frame;
    const isKnown = frame.object !== 0 || frame.generator !== 0;
    const last = frame.ends !== ENDS.ENTRY;
    this.frame = frame.back;
    this.depth--;
    const waits = frame.generator === 0 ? leaveFrame(this, frame, last) : endGenerator(this, frame, last);
    const known = isKnown ? null : slots;
    return waits ? this.#returnLater(frame, result, known) : this.#deliver(frame, result, known);
  }

  /** A local of the frame has a finalizer, which runs first. */
  #returnLater(frame: Frame, result: number, slots: number[] | null): boolean {
    runSteps(this, leavingSteps(this, frame), () => this.#deliver(frame, result, slots));
    return false;
  }

  /** @param slots with which the next call may have the frame; null where somebody knows it */
  #deliver(frame: Frame, result: number, slots: number[] | null): boolean {
    const { ends, waiter } = frame;
    this.#cutCaller(frame);
    const value = frame.atEnd === null ? result : frame.atEnd(this, result, frame);
    if (slots !== null) recycleFrame(frame, slots);
    this.yielded = false;
    if (ends === ENDS.ENTRY) {
      this.result = value;
      return true;
    }
    const caller = this.frame as Frame;
    if (ends === ENDS.PUSH) caller.slots[caller.sp++] = value;
    else if (ends === ENDS.WAITER) resume(this, waiter as Waiter, value);
    else this.#exhausted(caller, ends, value);
    return false;
  }

  /** The generator that FOR_ITER or SEND went into has returned. */
  #exhausted(caller: Frame, ends: number, value: number): void {
    const target = caller.runtime.ops[(caller.ip - 1) * 2 + 1] as number;
    caller.ip = target;
    if (ends === ENDS.SEND) {
      caller.slots[caller.sp++] = value;
      return;
    }
    this.heap.decref(value);
    const iterator = caller.slots[--caller.sp] as number;
    caller.slots[caller.sp] = 0;
    waitsFor(this, iterator);
  }

  #cutCaller(frame: Frame): void {
    if (frame.cut >= 0 && this.frame !== null) cutStack(this, this.frame, frame.cut);
  }

  #loop(pending: unknown): number {
    let raised = pending;
    for (;;) {
      if (raised !== undefined && !unwind(this, raised)) throw this.escaping;
      try {
        return dispatch(this);
      } catch (error) {
        this.nativeDepth.counted = (this.frame as Frame).counted;
        this.heap.collector.trial = null;
        raised = error instanceof CollectionDue ? collectFirst(this, error) : error;
      }
    }
  }

  /** The frame on top becomes a generator's; its caller gets the generator. */
  returnGenerator(frame: Frame): boolean {
    this.frame = frame.back;
    this.depth--;
    frame.back = null;
    const { ends, atEnd, waiter } = frame;
    const generator = makeGenerator(this, frame);
    this.#cutCaller(frame);
    frame.cut = -1;
    frame.atEnd = null;
    frame.waiter = null;
    const value = atEnd === null ? generator : atEnd(this, generator, frame);
    if (ends === ENDS.ENTRY) {
      this.result = value;
      return true;
    }
    if (ends === ENDS.WAITER) {
      resume(this, waiter as Waiter, value);
      return false;
    }
    const caller = this.frame as Frame;
    caller.slots[caller.sp++] = value;
    return false;
  }

  /** The generator's frame on top is suspended; its value goes to whoever resumed it. */
  yieldFrom(frame: Frame): boolean {
    const value = frame.slots[--frame.sp] as number;
    frame.slots[frame.sp] = 0;
    suspendGenerator(this, frame);
    this.frame = frame.back;
    this.depth--;
    frame.back = null;
    this.yielded = true;
    if (frame.ends === ENDS.ENTRY) {
      this.result = value;
      return true;
    }
    if (frame.ends === ENDS.WAITER) {
      const { waiter } = frame;
      frame.waiter = null;
      resume(this, waiter as Waiter, value);
      return false;
    }
    const caller = this.frame as Frame;
    caller.slots[caller.sp++] = value;
    return false;
  }

  /** A round of a loop inside a native: it counts as a step, so that no native runs without end. */
  tick(): void {
    this.pace.round(this.fuel);
  }

  /** A native goes through so many bytes at once: from some thousands on they count as steps. */
  override goThrough(nbytes: number): void {
    if (nbytes >= WORTH_COUNTING) this.pace.work(nbytes, this.fuel);
  }

  /** The instructions that were granted have run; true when the program is to pause before the one that is next. */
  refuel(): boolean {
    this.pace.settle(this.fuel + 1);
    this.fuel = 0;
    const granted = this.#grant();
    if (granted === 0) return true;
    if (this.lines.watched && this.lines.reached(this.frame as Frame)) {
      this.heap.collector.trial = null;
      this.pace.settle(granted);
      return true;
    }
    this.fuel = granted;
    return false;
  }

  /** What is thrown here is thrown by the instruction that is next. */
  #grant(): number {
    try {
      return this.pace.grant();
    } catch (error) {
      (this.frame as Frame).ip++;
      throw error;
    }
  }

  /** The next instruction asks the pace first. */
  halt(): void {
    this.#settle();
    this.pace.urge();
  }

  /** The frame that is made is the module's: it was there before the program, whatever the version. */
  moduleFrame = false;
}
