/**
 * Running operations one after another, in slices: between two slices the caller may let others have their turn.
 *
 * Operations are lowered when they are reached. A loop is run here, with a frame of its own, so that ten million iterations
 * are as interruptible as ten million operations; so is a program, between any two of its instructions. The batch ends at the first Python exception, whose operation answers with
 * the error; a fault (a limit that was met) leaves the process inside an operation: it must be thrown away.
 */
import { type Fault, fault, type OperationResult } from '../contract/index.ts';
import * as heapRoom from '../heap/index.ts';
import { newInt, type Process, PythonRaise, raiseAndHandle } from '../objects/index.ts';
import { Abandoned, BudgetSpent, DEFAULT_BUDGETS, MAX_SOURCE_LENGTH, Thrown } from '../python/index.ts';
import { binder } from './binding.ts';
import { answers, type Inner, type Loop, type LoopFrame } from './loops.ts';
import { objectId } from './object-id.ts';
import { checkProgram, checkTurn, type ProgramBudgets, ProgramRun, waitingProgram } from './program-run.ts';
import { asRaised, beginStatement, spentInStatement, takePrinted, takeThrown } from './python-effects.ts';
import { verbNamed } from './table.ts';
import type { Action, Operation, Outcome, Verb } from './verb.ts';

// A local copy is folded into the machine code; an imported constant is loaded at every use.
const { EV } = heapRoom;

export interface ExecutionLimits {
  readonly objects: number;
  readonly heapBytes: number;
  readonly repeatIterations: number;
  /** Of each program; left out: as the evaluator has them. */
  readonly program?: Pick<ProgramBudgets, 'steps' | 'outputCharacters' | 'heapBytes'> & {
    readonly sourceCharacters: number;
  };
}

export interface ExecutionOptions {
  /** The session's number before the first of these operations. */
  readonly seq: number;
  readonly limits: ExecutionLimits;
  /** Steps that a program may take where it cannot pause, inside a built-in function that calls back. */
  readonly unpausedSteps?: number;
}

const MOST_ANSWERS = 200_000;
const CHECK_LIMITS_EVERY = 1024;
/** A program's instruction takes about an eighth of the time that an operation in a loop takes. */
const INSTRUCTIONS_A_STEP = 8;

export class Execution {
  readonly results: OperationResult[] = [];
  /** The limit that was met; set, the process is no longer fit for use, unless it is `untouched`. */
  fault: Fault | undefined;
  untouched = false;
  /** The last operation is a program that has run its part and is to go on: it has no result yet. */
  suspended = false;
  /** A program went on for too long where it could not pause; the process is no longer fit for use. */
  abandoned = false;
  readonly #process: Process;
  readonly #operations: Operation[];
  readonly #unpausedSteps: number;
  readonly #limits: ExecutionLimits;
  readonly #out: Outcome = { object: 0, value: undefined, reported: undefined };
  readonly #loops: LoopFrame[] = [];
  #program: ProgramRun | null = null;
  #interrupted = false;
  #seq: number;
  #next = 0;
  #answers = 0;
  #sinceCheck = 0;
  #steps = 0;
  #done = false;

  constructor(process: Process, operations: readonly Operation[], options: ExecutionOptions) {
    this.#process = process;
    this.#operations = [...operations];
    this.#limits = options.limits;
    this.#unpausedSteps = options.unpausedSteps ?? Number.POSITIVE_INFINITY;
    this.#seq = options.seq;
  }

  /** Runs about `maxSteps` operations, those inside loops counted; true when the batch has ended. */
  run(maxSteps: number): boolean {
    let left = maxSteps;
    while (left > 0 && !this.#done) {
      try {
        left = this.#advance(left);
      } catch (thrown) {
        this.#caught(thrown);
      }
    }
    this.#steps += maxSteps - left;
    return this.#done;
  }

  /** Operations that ran so far, those inside loops counted. */
  get steps(): number {
    return this.#steps;
  }

  /** The operations, as they have to be run to do the same again. */
  get operations(): readonly Operation[] {
    return this.#operations;
  }

  /** Ctrl-C for the program that runs, or for the next one of the batch. Between two slices. */
  interrupt(): void {
    if (this.#program === null) this.#interrupted = true;
    else this.#program.interrupt();
  }

  #advance(left: number): number {
    if (this.#program !== null) return this.#runProgram(this.#program, left);
    return this.#loops.length > 0 ? this.#runLoops(left) : this.#runNext(left);
  }

  #caught(caught: unknown): void {
    const thrown = asRaised(this.#process, caught);
    const isPython = thrown instanceof PythonRaise || thrown instanceof Thrown;
    const { heap } = this.#process;
    if (isPython) for (const frame of this.#loops.splice(0).toReversed()) heap.decref(frame.iterator);
    if (thrown instanceof PythonRaise) {
      raiseAndHandle(this.#process, thrown);
      this.#fail(thrown);
    } else if (thrown instanceof Thrown) {
      this.#fail(takeThrown(this.#process, thrown));
    } else if (thrown instanceof Abandoned) {
      this.abandoned = true;
      this.#done = true;
    } else if (!(thrown instanceof BudgetSpent)) {
      throw thrown;
    }
    this.#checkSpent();
  }

  #runProgram(program: ProgramRun, left: number): number {
    if (this.#interrupted) program.interrupt();
    this.#interrupted = false;
    const before = program.steps;
    const ended = program.run(left * INSTRUCTIONS_A_STEP, this.#unpausedSteps);
    const used = Math.ceil((program.steps - before) / INSTRUCTIONS_A_STEP);
    if (!ended) return left - Math.max(used, 1);
    this.#program = null;
    this.#operations[this.#next] = program.operation;
    if (program.suspended) {
      program.suspend();
      this.suspended = true;
      this.#done = true;
      return left - used;
    }
    this.#clearOut();
    this.#finish(program.name, program.end());
    return left - used - 1;
  }

  #beginProgram(operation: Operation): void {
    const budgets = this.#budgets();
    const refused = checkProgram(
      operation,
      this.#limits.program?.sourceCharacters ?? MAX_SOURCE_LENGTH,
      budgets,
    );
    if (refused === null) this.#program = new ProgramRun(this.#process, operation, budgets);
    else this.#refuse(refused);
  }

  #resumeProgram(operation: Operation): void {
    const program = waitingProgram(this.#process) ?? null;
    program?.resume(operation);
    this.#program = program;
  }

  /** Before the first operation of a batch has done anything, the process is as it was. */
  #refuse(refused: Fault): void {
    this.untouched = this.results.length === 0;
    this.#meet(refused);
  }

  /** What a program may use; in a statement, the finalizers and other methods that it calls. */
  #budgets(): ProgramBudgets {
    const { objects, program } = this.#limits;
    const { steps, outputCharacters, heapBytes } = program ?? DEFAULT_BUDGETS;
    return { steps, outputCharacters, heapBytes, objects };
  }

  #runNext(left: number): number {
    const operation = this.#operations[this.#next];
    if (operation === undefined) {
      this.#done = true;
      return left;
    }
    this.#process.heap.ring.seq = this.#seq + 1;
    const verb = verbNamed(operation.op) as Verb;
    const refused = checkTurn(this.#process, operation.op, verb.question);
    if (refused !== null) this.#refuse(refused);
    else if (operation.op === 'run') this.#beginProgram(operation);
    else if (operation.op.startsWith('program.')) this.#resumeProgram(operation);
    else return this.#runStatement(operation, verb, left);
    return left - 1;
  }

  #runStatement(operation: Operation, verb: Verb, left: number): number {
    if (waitingProgram(this.#process) === undefined) beginStatement(this.#process, this.#budgets());
    if (operation.op === 'repeat') {
      const loop = this.#lowerLoop(operation, 1);
      if (this.fault === undefined) this.#enter(loop);
      return left - 1;
    }
    this.#clearOut();
    verb.compile(operation, this.#process)(this.#out);
    this.#finish(operation.op, this.#out.value);
    this.#checkLimits();
    return left - 1;
  }

  /** Runs inside the innermost loop until it ends, another begins, or the slice is used up. */
  #runLoops(maxSteps: number): number {
    const frame = this.#loops.at(-1) as LoopFrame;
    const { body, times } = frame.loop;
    const { ring } = this.#process.heap;
    let left = maxSteps;
    while (left > 0) {
      if (frame.at === body.length) {
        this.#process.check();
        frame.iteration++;
        if (frame.iteration === times) {
          this.#leave(frame);
          return left;
        }
        this.#bindIndex(frame);
      }
      const inner = body[frame.at] as Inner;
      left--;
      if (inner.loop !== null) {
        this.#enter(inner.loop);
        return left;
      }
      if (inner.question) {
        this.#clearOut();
        (inner.action as Action)(this.#out);
        this.#answer(frame, this.#out.value);
      } else {
        (inner.action as Action)(this.#out);
      }
      frame.at++;
      ring.emit(EV.OPERATION_APPLIED, inner.symbol, 0, 0);
      if (++this.#sinceCheck >= CHECK_LIMITS_EVERY && this.#checkLimits()) return 0;
    }
    return left;
  }

  /** range(times) is called, its iterator made; nothing more happens when there is nothing to count. */
  #enter(loop: Loop): void {
    const process = this.#process;
    const args = process.profile.calls.tupleCalls.includes('range') ? process.argumentTuple(1) : 0;
    const range = process.callRange(loop.times);
    if (args !== 0) process.heap.decref(args);
    process.check();
    const iterator = process.rangeIterator(range);
    const frame: LoopFrame = {
      loop,
      iterator,
      iteration: 0,
      at: 0,
      answers: loop.body.map((one) => (answers(one) ? [] : null)),
    };
    this.#loops.push(frame);
    if (loop.times === 0) this.#leave(frame);
    else this.#bindIndex(frame);
  }

  #bindIndex(frame: LoopFrame): void {
    frame.at = 0;
    frame.loop.bindIndex(newInt(this.#process, frame.iteration));
  }

  #leave(frame: LoopFrame): void {
    this.#loops.pop();
    this.#process.heap.decref(frame.iterator);
    const value = frame.answers.some((one) => one !== null) ? frame.answers : undefined;
    const outer = this.#loops.at(-1);
    if (outer === undefined) {
      this.#clearOut();
      this.#finish('repeat', value);
      this.#checkLimits();
      return;
    }
    outer.answers[outer.at]?.push(value);
    outer.at++;
    this.#process.heap.ring.emit(EV.OPERATION_APPLIED, this.#process.heap.ring.symbol('repeat'), 0, 0);
  }

  #answer(frame: LoopFrame, value: unknown): void {
    this.#answers++;
    if (this.#answers > MOST_ANSWERS) this.#meet(fault('value_too_large', { maximum: MOST_ANSWERS }));
    frame.answers[frame.at]?.push(value);
  }

  #lowerLoop(operation: Operation, outerTimes: number): Loop {
    const times = operation.times as number;
    const total = outerTimes * Math.max(times, 1);
    if (total > this.#limits.repeatIterations) {
      this.#meet(fault('too_many_iterations', { maximum: this.#limits.repeatIterations }));
    }
    const { ring } = this.#process.heap;
    const body = (operation.ops as readonly Operation[]).map((inner): Inner => {
      const verb = verbNamed(inner.op) as Verb;
      const symbol = ring.symbol(inner.op);
      if (inner.op === 'repeat')
        return { symbol, question: false, action: null, loop: this.#lowerLoop(inner, total) };
      return { symbol, question: verb.question, action: verb.compile(inner, this.#process), loop: null };
    });
    const bindIndex = binder(this.#process, (operation.index as string | undefined) ?? 'i');
    return { times: this.fault === undefined ? times : 0, bindIndex, body };
  }

  #finish(op: string, value: unknown): void {
    const { heap } = this.#process;
    const ofProgram =
      waitingProgram(this.#process) !== undefined || op === 'run' || op.startsWith('program.');
    const printed = ofProgram ? '' : takePrinted(this.#process);
    heap.ring.emit(EV.OPERATION_APPLIED, heap.ring.symbol(op), 0, 0);
    this.#seq++;
    this.#next++;
    const { object, reported } = this.#out;
    this.results.push({
      seq: this.#seq,
      ...(object === 0 || !heap.isObject(object) ? {} : { object: objectId(this.#process, object) }),
      ...(value === undefined ? {} : { value }),
      ...(reported === undefined ? {} : { reported }),
      ...(printed === '' ? {} : { printed }),
    });
    if (this.#next === this.#operations.length) this.#done = true;
  }

  /** The exception has propagated out of all loops. */
  #fail(raised: { readonly exception: string; readonly message: string }): void {
    const { heap } = this.#process;
    const printed = takePrinted(this.#process);
    const op = (this.#operations[this.#next] as Operation).op;
    const { ring } = heap;
    ring.emit(
      EV.OPERATION_FAILED,
      ring.symbol(op),
      ring.symbol(raised.exception),
      ring.symbol(raised.message),
    );
    this.results.push({
      error: { exception: raised.exception, message: raised.message },
      ...(printed === '' ? {} : { printed }),
    });
    this.#done = true;
  }

  #clearOut(): void {
    this.#out.object = 0;
    this.#out.value = undefined;
    this.#out.reported = undefined;
  }

  /** Python code that a statement called has used up its budget: the heap is in the middle of the statement. */
  #checkSpent(): void {
    const spent = spentInStatement(this.#process, this.#budgets());
    if (spent !== null) this.#meet(spent);
  }

  /** True when a limit was met. */
  #checkLimits(): boolean {
    this.#sinceCheck = 0;
    this.#checkSpent();
    const { heap } = this.#process;
    if (heap.liveObjects > this.#limits.objects)
      this.#meet(fault('too_many_objects', { maximum: this.#limits.objects }));
    else if (heap.memory.residentBytes().total > this.#limits.heapBytes) {
      this.#meet(fault('heap_too_large', { maximum: this.#limits.heapBytes }));
    }
    return this.fault !== undefined;
  }

  #meet(met: Fault): void {
    this.fault ??= met;
    this.#done = true;
  }
}
