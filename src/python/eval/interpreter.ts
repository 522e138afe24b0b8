/**
 * The Interpreter (`vm`): runs frames, one instruction at a time, on an explicit stack.
 *
 * A Python function that Python code calls is a frame on the stack, never a JavaScript call. A native that calls back
 * (`vm.call`) runs a nested loop; how deep those nest is limited, and so is the number of frames: RecursionError.
 * Between two instructions of the outermost loop the program can be paused (`step`). A budget that runs out throws
 * BudgetSpent, which no Python code can catch.
 * Always: a value slot of a running frame is one counted reference; `frame` is the frame on top.
 */
import { type hash64s, type Process, PythonRaise } from '../../objects/index.ts';
import { type Budgets, DEFAULT_BUDGETS } from './budgets.ts';
import { callObject, construct, instantiate } from './calls.ts';
import { ClassTable, type PyType } from './class-table.ts';
import { type CodeRuntime, CodeTable } from './code-runtime.ts';
import { defineBuiltinClasses } from './define-types.ts';
import { dispatch, PAUSED } from './dispatch.ts';
import { cutStack, ENDS, type Frame, leaveFrame } from './frame.ts';
import { endGenerator, makeGenerator, suspendGenerator } from './generators.ts';
import type { Keywords, NativeDefinition } from './native.ts';
import { NO_KEYWORDS } from './native.ts';
import { Protocols } from './protocols.ts';
import { BudgetSpent, unwind } from './raise.ts';

export { type Budgets, DEFAULT_BUDGETS };

/** A handled exception, and the one that was handled outside of the generator that runs (exc_info). */
export interface Handled {
  exception: number;
  readonly outer: Handled | null;
}

export interface ProgramSettings {
  readonly filename?: string;
  readonly argv?: readonly string[];
  readonly stdin?: string;
}

const SLICE = 4096;

export class Interpreter extends Protocols {
  readonly codes: CodeTable;
  readonly budgets: Budgets;
  /** The frame that runs. */
  frame: Frame | null = null;
  depth = 0;
  nested = 0;
  recursionLimit: number;
  handled: Handled = { exception: 0, outer: null };
  /** Instructions run so far. */
  steps = 0;
  /** True when the last entry frame ended by a yield. */
  yielded = false;
  /** Frame objects of running frames, and what is left of ended ones that somebody holds. */
  readonly frameOf = new Map<number, Frame>();
  /** Bytes that blocks of frames were made with (Py_SIZE of a dead frame), where frames are objects from the start. */
  readonly frameRoom = new Map<number, number>();
  readonly endedFrames = new Map<number, { runtime: CodeRuntime; ip: number; globals: number }>();
  /** Suspended generators: their frames. */
  readonly generatorFrames = new Map<number, Frame>();
  readonly natives: NativeDefinition[] = [];
  readonly nativeNames: string[] = [];
  readonly modules = new Map<string, number>();
  readonly framesAreObjects: boolean;
  /** 3.12+: CALL, RESUME and JUMP_BACKWARD look whether a collection waits. */
  readonly checks: boolean;
  /** Instructions until budgets are looked at again. */
  fuel = SLICE;
  #sliceEnd = SLICE;
  /** Ids of the layouts that the loop asks for. */
  readonly intId: number;
  readonly floatId: number;
  readonly rangeIteratorId: number;
  readonly functionId: number;
  readonly methodDescriptorId: number;
  readonly builtinFunctionId: number;

  constructor(process: Process, budgets: Budgets) {
    super(process, new ClassTable(process.heap, (dict, name) => this.readDict(dict, name)));
    this.budgets = budgets;
    this.recursionLimit = budgets.recursion;
    this.framesAreObjects = process.profile.freeLists.frame > 0;
    this.checks = process.profile.collector.runs === 'at_checks';
    defineBuiltinClasses(process, this.classes);
    this.intId = process.types.atoms.int.id;
    this.floatId = process.types.float.id;
    this.functionId = process.types.function.id;
    this.methodDescriptorId = this.classes.named('method_descriptor').info.id;
    this.builtinFunctionId = this.classes.named('builtin_function_or_method').info.id;
    this.rangeIteratorId = this.classes.named('range_iterator').info.id;
    this.codes = new CodeTable(process, this.classes.named('code').info);
  }

  override get vm(): Interpreter {
    return this;
  }

  /** Calls anything callable and returns its result, a new reference. */
  override call(callable: number, args: readonly number[], keywords: Keywords = NO_KEYWORDS): number {
    return callObject(this, callable, { args, keywords });
  }

  /** type.__call__ of a class. */
  instantiate(type: PyType, args: readonly number[], keywords: Keywords = NO_KEYWORDS): number {
    return instantiate(this, type, { args, keywords });
  }

  /** The built-in part of `__new__`. */
  constructNative(type: PyType, args: readonly number[], keywords: Keywords = NO_KEYWORDS): number {
    return construct(this, type, { args, keywords });
  }

  /** C.__dict__ */
  mappingProxy(type: PyType): number {
    const info = this.classes.named('mappingproxy').info;
    if (type.dict !== 0) return this.newFields(info, 40, [this.own(type.dict)]);
    const dict = this.newDict();
    for (const [name, value] of type.natives) this.put(dict, name, this.own(value));
    return this.newFields(info, 40, [dict]);
  }

  pushFrame(frame: Frame): void {
    if (this.depth >= this.recursionLimit) this.tooDeep(frame);
    frame.back = this.frame;
    this.frame = frame;
    this.depth++;
  }

  /** Runs the frame on top to its end; its result, a new reference. The frame is marked as an entry. */
  runEntry(frame: Frame, pending?: unknown): number {
    frame.ends = ENDS.ENTRY;
    if (this.nested >= this.budgets.nesting) {
      this.popFrame(frame);
      this.recursionError();
    }
    this.nested++;
    try {
      return this.#loop(pending);
    } finally {
      this.nested--;
    }
  }

  /** Goes on with the outermost frame for about `steps` instructions; true when it has ended. */
  step(steps: number): boolean {
    this.fuel = Math.min(steps, SLICE);
    this.#sliceEnd = this.steps + steps;
    return this.#loop(undefined) !== PAUSED;
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
    this.frame = frame.back;
    this.depth--;
    if (frame.generator !== 0) endGenerator(this, frame);
    else leaveFrame(this, frame);
    this.#cutCaller(frame);
    const value = frame.atEnd === null ? result : frame.atEnd(this, result);
    this.yielded = false;
    if (frame.ends === ENDS.ENTRY) {
      this.result = value;
      return true;
    }
    const caller = this.frame as Frame;
    if (frame.ends === ENDS.PUSH) caller.slots[caller.sp++] = value;
    else this.#exhausted(caller, frame.ends, value);
    return false;
  }

  result = 0;

  /** The generator that FOR_ITER or SEND went into has returned. */
  #exhausted(caller: Frame, ends: number, value: number): void {
    const target = caller.runtime.ops[(caller.ip - 1) * 2 + 1] as number;
    caller.ip = target;
    if (ends === ENDS.SEND) {
      caller.slots[caller.sp++] = value;
      return;
    }
    this.heap.decref(value);
    cutStack(this, caller, caller.sp - 1);
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
        raised = error;
      }
    }
  }

  escaping: unknown = undefined;

  /** The frame on top becomes a generator's; its caller gets the generator. */
  returnGenerator(frame: Frame): boolean {
    this.frame = frame.back;
    this.depth--;
    frame.back = null;
    const { ends, atEnd } = frame;
    const generator = makeGenerator(this, frame);
    this.#cutCaller(frame);
    frame.cut = -1;
    frame.atEnd = null;
    const value = atEnd === null ? generator : atEnd(this, generator);
    if (ends === ENDS.ENTRY) {
      this.result = value;
      return true;
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
    const caller = this.frame as Frame;
    caller.slots[caller.sp++] = value;
    return false;
  }

  /** A round of a loop inside a native: it counts as a step, so that no native runs without end. */
  tick(): void {
    if ((++this.steps & (SLICE - 1)) === 0) this.#checkBudgets();
  }

  #checkBudgets(): void {
    if (this.steps > this.budgets.steps) throw new BudgetSpent('steps');
    if (this.heap.memory.residentBytes().total > this.budgets.heapBytes) throw new BudgetSpent('memory');
  }

  /** A slice of steps is used up: budgets are looked at; true when the program is to pause. */
  refuel(): boolean {
    this.steps += SLICE;
    this.fuel = SLICE;
    this.#checkBudgets();
    return this.nested === 0 && this.steps >= this.#sliceEnd;
  }

  /** Value of a name in the module `builtins`; borrowed, 0 for none. */
  builtin(name: string): number {
    return this.builtinsDict === 0 ? 0 : this.readDict(this.builtinsDict, name);
  }

  builtinsDict = 0;
  /** The frame that is made is the module's: it was there before the program, whatever the version. */
  moduleFrame = false;
  options: ProgramSettings = {};
  sources: { line(filename: string, number: number): string | undefined } | null = null;
  /** gc.callbacks, when there are any. */
  collecting:
    | ((phase: 'start' | 'stop', generation: number, collected: number, uncollectable: number) => void)
    | null = null;
  /** Hashes of classes written in TypeScript, by layout. */
  readonly hashers: (((vm: Interpreter, ref: number) => hash64s.Hash64 | null) | undefined)[] = [];
  /** What atexit registered, run last to first. */
  readonly exitActions: (() => void)[] = [];

  atExit(): void {
    for (let action = this.exitActions.pop(); action !== undefined; action = this.exitActions.pop()) action();
  }

  /** sys.unraisablehook's default: what happened goes to standard error. */
  reportUnraisable(exception: number, where: string): void {
    this.errorOutput.push(`${where}\n`, this.describeException(exception));
  }

  /** Text of an exception with its traceback. */
  describeException: (exception: number) => string = () => '';

  unboundLocal(frame: Frame, arg: number): never {
    const name = frame.runtime.code.varNames[arg] as string;
    throw new PythonRaise('UnboundLocalError', this.process.profile.messages.unboundLocal.replace('%', name));
  }

  /** Too many frames: the one that was to be pushed goes first. */
  tooDeep(frame: Frame): never {
    cutStack(this, frame, frame.runtime.stackBase);
    if (frame.generator === 0) leaveFrame(this, frame);
    this.recursionError(this.words.tooDeep);
  }

  generatorName(generator: number): string {
    const { code } = this.heap.payload(generator) as { code: number };
    return (this.codes.all[code] as CodeRuntime).code.qualname;
  }

  /** What is called as error messages name it: `module.f()` (_PyObject_FunctionStr). */
  callLabel(callable: number): string {
    const qualname = this.findAttr(callable, '__qualname__');
    if (qualname === 0) return this.str(callable);
    const module = this.findAttr(callable, '__module__');
    const place = module === 0 || !this.isStr(module) ? '' : this.text(module);
    const label = `${place === '' || place === 'builtins' ? '' : `${place}.`}${this.str(qualname)}()`;
    this.dropAll([qualname, module]);
    return label;
  }

  /** The module of this name, borrowed; made when it is first asked for. 0: there is none. */
  importModule(name: string): number {
    const known = this.modules.get(name);
    if (known !== undefined) return known;
    return this.makeModule(this, name);
  }

  /** Set by whoever starts the program: makes and registers a module, 0 when it does not exist. */
  makeModule: (vm: Interpreter, name: string) => number = () => 0;

  isSubclass(type: PyType, base: PyType): boolean {
    return this.classes.isSubclass(type, base);
  }
}
