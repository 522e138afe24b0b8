/**
 * Running a program: source to standard output, an exit status, and what an uncaught exception prints (pythonrun.c).
 * A Program can be run a slice at a time; `runProgram` runs it to its end.
 */
import type { Process } from '../../objects/index.ts';
import { PROGRAM_INSTALLATION } from '../builtins/table.ts';
import { type CompileOptions, compileSource } from '../compile-source.ts';
import { formatSyntaxFault } from '../syntax-fault.ts';
import { finishProgram } from './finish.ts';
import { ENDS, type Frame, newFrame } from './frame.ts';
import { installHooks } from './hooks.ts';
import { install, newModule } from './install.ts';
import { type Budgets, DEFAULT_BUDGETS, Interpreter } from './interpreter.ts';
import { type Budget, BudgetSpent, EXC, Thrown } from './raise.ts';
import { seedFreeLists } from './start-up.ts';
import { flushText } from './text-output.ts';
import { exceptionLine, type SourceLines, tracebackText } from './traceback-text.ts';

export interface ProgramOptions {
  readonly filename?: string;
  readonly argv?: readonly string[];
  readonly stdin?: string;
  readonly budgets?: Partial<Budgets>;
  /** false: the names stay for the next program, as in an interactive interpreter. */
  readonly finishes?: boolean;
}

export interface ProgramResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
  /** Class and text of the exception that ended it. */
  readonly exception: { readonly name: string; readonly message: string; readonly traceback: string } | null;
  readonly steps: number;
  /** The budget that ran out. */
  readonly spent: Budget | null;
}

class Sources implements SourceLines {
  readonly #lines = new Map<string, string[]>();

  add(filename: string, source: string): void {
    this.#lines.set(filename, source.split('\n'));
  }

  line(filename: string, number: number): string | undefined {
    return this.#lines.get(filename)?.[number - 1];
  }
}

export class Program {
  readonly vm: Interpreter;
  readonly #sources = new Sources();
  readonly #finishes: boolean;
  readonly #restoreHooks: () => void;
  #stderr = '';
  #exit = 0;
  #exception: ProgramResult['exception'] = null;
  #spent: Budget | null = null;
  #done = false;

  constructor(process: Process, source: string, options: ProgramOptions = {}) {
    this.vm = new Interpreter(process, { ...DEFAULT_BUDGETS, ...options.budgets });
    this.#finishes = options.finishes ?? true;
    this.vm.options = options;
    this.vm.describeException = (exception) => tracebackText(this.vm, exception, this.#sources);
    this.#restoreHooks = installHooks(this.vm);
    install(this.vm, PROGRAM_INSTALLATION);
    if (this.#finishes) seedFreeLists(this.vm);
    const filename = options.filename ?? '<string>';
    this.#sources.add(filename, source);
    this.vm.sources = this.#sources;
    this.#begin(source, filename);
  }

  #begin(source: string, filename: string): void {
    const { vm } = this;
    const compileOptions: CompileOptions = { python: vm.process.config.python, filename, mode: 'exec' };
    const compiled = compileSource(source, compileOptions);
    if (!compiled.ok) {
      this.#stderr = formatSyntaxFault(compiled.error, filename, vm.process.config.python);
      this.#exception = {
        name: compiled.error.exception,
        message: compiled.error.message,
        traceback: this.#stderr,
      };
      this.#exit = 1;
      this.#end();
      return;
    }
    const main = newModule(vm, '__main__');
    const globals = vm.field(main, 0);
    vm.put(globals, '__annotations__', vm.newDict());
    vm.put(globals, '__builtins__', vm.own(vm.modules.get('builtins') as number));
    vm.put(globals, '__file__', vm.newStr(filename));
    vm.put(globals, '__cached__', vm.none());
    vm.moduleFrame = true;
    const frame: Frame = newFrame(vm, vm.codes.load(compiled.code), globals);
    vm.moduleFrame = false;
    frame.ends = ENDS.ENTRY;
    vm.pushFrame(frame);
  }

  /** Runs about `steps` instructions; true when the program has ended. */
  run(steps: number): boolean {
    if (this.#done) return true;
    try {
      if (!this.vm.step(steps)) return false;
      this.vm.decref(this.vm.result);
    } catch (error) {
      this.#fail(error);
    }
    if (this.#finishes && this.#spent === null) this.#finish();
    this.#end();
    return true;
  }

  /** What finalizers do at the end can still use up a budget. */
  #finish(): void {
    try {
      finishProgram(this.vm);
    } catch (error) {
      if (!(error instanceof BudgetSpent)) throw error;
      this.#spent = error.budget;
    }
  }

  result(): ProgramResult {
    return {
      stdout: this.vm.output.join(''),
      stderr: this.vm.errorOutput.join('') + this.#stderr,
      exit: this.#exit,
      exception: this.#exception,
      steps: this.vm.steps,
      spent: this.#spent,
    };
  }

  #end(): void {
    this.#done = true;
    flushText(this.vm);
    this.#restoreHooks();
  }

  #fail(error: unknown): void {
    if (error instanceof BudgetSpent) {
      this.#spent = error.budget;
      this.#exit = 1;
      return;
    }
    if (!(error instanceof Thrown)) throw error;
    const { vm } = this;
    const { exception } = error;
    if (vm.isInstanceOf(exception, 'SystemExit')) {
      this.#exit = this.#exitStatus(exception);
    } else {
      const traceback = tracebackText(vm, exception, this.#sources);
      this.#stderr = traceback;
      this.#exit = 1;
      const last = exceptionLine(vm, exception).trimEnd();
      const name = vm.typeName(exception);
      this.#exception = {
        name,
        message: last.startsWith(`${name}: `) ? last.slice(name.length + 2) : '',
        traceback,
      };
    }
    vm.decref(exception);
  }

  /** sys.exit(x): a number is the status, nothing is 0, anything else is printed and 1. */
  #exitStatus(exception: number): number {
    const { vm } = this;
    const code = vm.field(exception, EXC.A);
    if (code === 0 || vm.isNone(code)) return 0;
    if (vm.isInt(code)) return Number(vm.int(code)) & 255;
    this.#stderr = `${vm.str(code)}\n`;
    return 1;
  }
}

/** Runs a program to its end. */
export function runProgram(process: Process, source: string, options: ProgramOptions = {}): ProgramResult {
  const program = new Program(process, source, options);
  while (!program.run(1_000_000));
  return program.result();
}
