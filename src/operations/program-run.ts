/**
 * One program on its way: it can be run in slices, interrupted between two of them, and go on step by step, each step an operation.
 *
 * Where an interrupt came is noted in the operation, so that whoever runs it again has it at the same instruction.
 * Always: the program that waits for its next step is the only one of its process.
 */
import {
  type Fault,
  fault,
  type PROGRAM_FAULTS,
  type ProgramOutcome,
  type ProgramPlace,
} from '../contract/index.ts';
import { EV } from '../heap/index.ts';
import type { Process } from '../objects/index.ts';
import { Program, type ProgramBudget, pausedFrames, type StopsAt } from '../python/index.ts';
import type { Operation } from './verb.ts';

export interface ProgramBudgets {
  readonly steps: number;
  readonly outputCharacters: number;
  readonly heapBytes: number;
  readonly objects: number;
}

type SpentBudget = NonNullable<ProgramOutcome['fault']>;

const FAULT_OF: Readonly<Record<ProgramBudget, (typeof PROGRAM_FAULTS)[number]>> = {
  steps: 'program_steps_spent',
  output: 'program_output_spent',
  memory: 'program_heap_spent',
  objects: 'program_objects_spent',
  lost: 'program_lost',
};

const LIMIT_OF: Readonly<Partial<Record<ProgramBudget, keyof ProgramBudgets>>> = {
  steps: 'steps',
  output: 'outputCharacters',
  memory: 'heapBytes',
  objects: 'objects',
};

/** The fields of a `run`, which its schema has checked. */
interface RunFields {
  readonly source: string;
  readonly filename?: string;
  readonly argv?: readonly string[];
  readonly stdin?: string;
  readonly lines?: boolean;
  readonly pause?: boolean;
  readonly limits?: AskedLimits;
  readonly interrupt_at?: readonly number[];
  readonly part?: number;
}

interface AskedLimits {
  readonly steps?: number;
  readonly output_characters?: number;
  readonly heap_bytes?: number;
  readonly objects?: number;
}

/** The fields of a `program.step`, and of a `program.continue`. */
interface StepFields {
  readonly lost?: boolean;
  readonly to?: 'in' | 'over' | 'out' | 'line' | 'end';
  readonly line?: number;
  readonly filename?: string;
  readonly interrupt?: boolean;
}

const waiting = new WeakMap<Process, ProgramRun>();

/** The program that is paused. */
export function waitingProgram(process: Process): ProgramRun | undefined {
  return waiting.get(process);
}

/** Is there a program of which the next part has not been run? */
export function isUnfinished(process: Process): boolean {
  return waiting.get(process)?.suspended ?? false;
}

function fieldsOf(operation: Operation): RunFields {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- decoded by the schema of the verb.
  return operation as unknown as RunFields;
}

/** The fault that says which budget has run out. */
export function faultOf(spent: ProgramBudget, budgets: ProgramBudgets): SpentBudget {
  const limit = LIMIT_OF[spent];
  return { code: FAULT_OF[spent], ...(limit === undefined ? {} : { maximum: budgets[limit] }) };
}

/** null: this operation can be applied now, as far as programs go. */
export function checkTurn(process: Process, op: string, question: boolean): Fault | null {
  const paused = waiting.has(process);
  const goesOn = op === 'program.continue';
  if (goesOn || op === 'program.step')
    return paused && goesOn === isUnfinished(process) ? null : fault('no_program');
  return paused && !question ? fault('program_paused') : null;
}

/** null: it can be run. */
export function checkProgram(operation: Operation, maximum: number, budgets: ProgramBudgets): Fault | null {
  const { source, limits = {} } = fieldsOf(operation);
  if (source.length > maximum) return fault('program_too_long', { maximum });
  const asked = askedBudgets(limits);
  for (const [name, key] of LIMIT_NAMES) {
    if ((asked[key] ?? 0) > budgets[key])
      return fault('limit_too_high', { limit: name, maximum: budgets[key] });
  }
  return null;
}

const LIMIT_NAMES = [
  ['steps', 'steps'],
  ['output_characters', 'outputCharacters'],
  ['heap_bytes', 'heapBytes'],
  ['objects', 'objects'],
] as const satisfies readonly (readonly [keyof AskedLimits, keyof ProgramBudgets])[];

function askedBudgets(limits: AskedLimits): Partial<ProgramBudgets> {
  const named = LIMIT_NAMES.map(([name, key]) => [key, limits[name]] as const);
  return Object.fromEntries(named.filter(([, value]) => value !== undefined));
}

export class ProgramRun {
  readonly #process: Process;
  readonly #budgets: ProgramBudgets;
  readonly #program: Program;
  #operation: Operation;
  #name = 'run';

  constructor(process: Process, operation: Operation, budgets: ProgramBudgets) {
    this.#process = process;
    this.#operation = operation;
    const { source, filename = 'main.py', argv, stdin, limits = {}, ...rest } = fieldsOf(operation);
    this.#budgets = { ...budgets, ...askedBudgets(limits) };
    const { ring } = process.heap;
    ring.emit(EV.PROGRAM_STARTED, ring.symbol(filename), 0, 0);
    this.#program = new Program(process, source, {
      filename,
      argv: argv ?? [filename],
      stdin: stdin ?? '',
      lines: rest.lines ?? true,
      budgets: this.#budgets,
      finishes: false,
    });
    this.#limit();
    if (rest.pause === true) this.#program.vm.lines.stopAt(() => true);
  }

  /** Goes on from where it waits. */
  resume(operation: Operation): void {
    this.#operation = operation;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- decoded by the schema of the verb.
    const step = operation as unknown as StepFields;
    const { pace, lines } = this.#program.vm;
    if (operation.op === 'program.step') {
      this.#name = operation.op;
      lines.stopAt(this.#stopRule(step));
    }
    this.#limit();
    if (step.lost === true) pace.lose();
    if (step.interrupt === true) pace.interruptAt(pace.instruction);
  }

  #limit(): void {
    const { pace } = this.#program.vm;
    const { interrupt_at: interrupts = [], part = Number.POSITIVE_INFINITY } = fieldsOf(this.#operation);
    for (const instruction of interrupts) pace.interruptAt(instruction);
    pace.suspendIn(part);
  }

  /** It has run the part that it was to run, and is to go on. */
  get suspended(): boolean {
    return !this.#program.ended && !this.#program.stopped && this.#program.vm.pace.suspended;
  }

  #stopRule({ to = 'in', line = 0, filename = this.place?.filename }: StepFields): StopsAt | null {
    const { vm } = this.#program;
    const { depth } = vm;
    if (to === 'in') return () => true;
    if (to === 'over') return () => vm.depth <= depth;
    if (to === 'out') return () => vm.depth < depth;
    if (to === 'line') return (frame, at) => at === line && frame.runtime.code.filename === filename;
    return null;
  }

  /** Where it is paused. */
  get place(): ProgramPlace | null {
    if (!this.#program.stopped) return null;
    const frames = pausedFrames(this.#process);
    const { filename = '', line = 1, function: name = '' } = frames.at(-1) ?? {};
    return { filename, line, function: name, depth: frames.length - 1 };
  }

  /** The operation of which it is a part. */
  get name(): string {
    return this.#name;
  }

  /** As it has to be run to do the same again. */
  get operation(): Operation {
    return this.#operation;
  }

  /**
   * Runs about so many instructions; true when the program has ended, or stands where it was to stop. Where it cannot pause, it runs
   * `unpaused` of them at most.
   */
  run(instructions: number, unpaused: number): boolean {
    this.#program.vm.pace.abandonIn(unpaused);
    return this.#program.run(instructions) || this.#program.stopped || this.suspended;
  }

  /** Ctrl-C, between two slices. */
  interrupt(): void {
    const { pace } = this.#program.vm;
    const { instruction } = pace;
    const before = fieldsOf(this.#operation).interrupt_at ?? [];
    pace.interruptAt(instruction);
    this.#operation = { ...this.#operation, interrupt_at: [...before, instruction] };
  }

  get steps(): number {
    return this.#program.vm.pace.own;
  }

  /** It waits for its next part; nothing is said. */
  suspend(): void {
    waiting.set(this.#process, this);
  }

  /** Says how it ended, or where it waits. */
  end(): ProgramOutcome {
    const at = this.place;
    if (at !== null) return this.#wait(at);
    waiting.delete(this.#process);
    const { spent, ...rest } = this.#program.result();
    const met = spent === null ? null : faultOf(spent, this.#budgets);
    const { ring } = this.#process.heap;
    const exception = rest.exception === null ? 0 : 1 + ring.symbol(rest.exception.name);
    ring.emit(EV.PROGRAM_ENDED, rest.exit, exception, met === null ? 0 : 1 + ring.symbol(met.code));
    return { state: 'ended', at: null, ...rest, fault: met };
  }

  #wait(at: ProgramPlace): ProgramOutcome {
    waiting.set(this.#process, this);
    this.#program.vm.showPrinted();
    const { stdout, stderr, steps } = this.#program.result();
    return { state: 'paused', at, stdout, stderr, exit: null, exception: null, steps, fault: null };
  }
}
