/**
 * Running a program: source to standard output, an exit status, and what an uncaught exception prints (pythonrun.c).
 * A Program can be run a slice at a time; `runProgram` runs it to its end. One program of a process runs after the other; where they do
 * not finish, each finds the names and modules that the ones before it left, as lines typed into an interpreter do.
 */

import type { Process } from '../../objects/index.ts';
import { type CompileOptions, compileSource } from '../compile-source.ts';
import { formatSyntaxFault, inFile } from '../syntax-fault.ts';
import { forgetHandled } from './exceptions/handled.ts';
import { type Budget, BudgetSpent, EXC, Thrown } from './exceptions/raise.ts';
import { exceptionLine, tracebackText } from './exceptions/traceback-text.ts';
import { syntaxWarningsText } from './exceptions/warnings.ts';
import { ENDS, type Frame, newFrame } from './frames/frame.ts';
import { SyntaxTree } from './frames/syntax-tree.ts';
import { type Budgets, DEFAULT_BUDGETS, type Interpreter } from './interpreter.ts';
import { finishProgram } from './start/finish.ts';
import { interpreterOf, mainNamespace, startInterpreter } from './start/lifetime.ts';
import { keepLast } from './start/module-end.ts';
import { seedFreeLists } from './start/start-up.ts';
import { flushAfterRun } from './start/stream-flushes.ts';
import type { StandardInput } from './surroundings.ts';
import { tellLast } from './texts/error-output.ts';

export interface ProgramOptions {
  readonly filename?: string;
  readonly argv?: readonly string[];
  readonly stdin?: string | StandardInput;
  readonly budgets?: Partial<Budgets>;
  /** Tell each line before it runs. */
  readonly lines?: boolean;
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

/** The status of a process that SIGINT has ended. */
const INTERRUPTED = 130;
/** And of one that could not flush sys.stdout or sys.stderr (Py_RunMain). */
const UNFLUSHED = 120;

export class Program {
  readonly vm: Interpreter;
  readonly #finishes: boolean;
  #exit = 0;
  #exception: ProgramResult['exception'] = null;
  #spent: Budget | null = null;
  #done = false;
  /** SystemExit ended it. */
  #exited = false;

  constructor(process: Process, source: string, options: ProgramOptions = {}) {
    this.vm = interpreterOf(process) ?? startInterpreter(process);
    this.#finishes = options.finishes ?? true;
    const { vm } = this;
    vm.begin({ ...DEFAULT_BUDGETS, ...options.budgets });
    vm.lines.watch(options.lines ?? false);
    vm.output.length = 0;
    vm.errorOutput.length = 0;
    vm.options = options;
    vm.stdinAt = 0;
    const filename = options.filename ?? '<string>';
    vm.sources.add(filename, source);
    this.#begin(source, filename);
  }

  #begin(source: string, filename: string): void {
    const { vm } = this;
    const { python } = vm.process.config;
    const compileOptions: CompileOptions = { python, filename, mode: 'exec' };
    const compiled = compileSource(source, compileOptions);
    vm.writeLast(syntaxWarningsText(compiled.warnings, filename, vm.sources));
    if (!compiled.ok) {
      const traceback = formatSyntaxFault(inFile(compiled.error, python), filename, python);
      vm.writeLast(traceback);
      this.#exception = { name: compiled.error.exception, message: compiled.error.message, traceback };
      this.#exit = 1;
      this.#end();
      return;
    }
    const isFirst = !vm.modules.has('__main__');
    const globals = mainNamespace(vm, filename);
    vm.moduleFrame = true;
    vm.codes.tree = new SyntaxTree(vm, compiled);
    const frame: Frame = newFrame(vm, vm.codes.loadParsed(compiled), globals);
    vm.moduleFrame = false;
    if (isFirst) seedFreeLists(vm);
    frame.ends = ENDS.ENTRY;
    vm.nativeDepth.counted = vm.rules.entryCounts;
    vm.pushFrame(frame);
  }

  /** Runs about `steps` instructions; true when the program has ended. */
  run(steps: number): boolean {
    if (this.#done) return true;
    try {
      if (!this.vm.step(steps)) return false;
      this.vm.decref(this.vm.result);
      this.#flush();
    } catch (error) {
      this.#failWithin(error);
    }
    this.vm.codes.tree?.goes();
    this.vm.codes.tree = null;
    if (this.#spent === null) this.#finish();
    this.#end();
    return true;
  }

  /**
   * What finalizers do at the end can still use up a budget. Whoever ran a program that is not the last one looks then whether a
   * collection waits, as after any call (3.12).
   */
  #finish(): void {
    try {
      if (this.#finishes) this.#exit = finishProgram(this.vm, this.#exited) ? this.#exit : UNFLUSHED;
      else this.vm.process.check();
    } catch (error) {
      if (!(error instanceof BudgetSpent)) throw error;
      this.#spent = error.budget;
    }
  }

  get ended(): boolean {
    return this.#done;
  }

  /** It stands before a line at which it was to stop. */
  get stopped(): boolean {
    return !this.#done && this.vm.lines.stopped;
  }

  /** How it ended, or how far it has come; what it printed is taken. */
  result(): ProgramResult {
    return {
      stdout: this.vm.output.splice(0).join(''),
      stderr: this.vm.errorOutput.splice(0).join(''),
      exit: this.#exit,
      exception: this.#exception,
      steps: this.vm.pace.own,
      spent: this.#spent,
    };
  }

  #end(): void {
    this.#done = true;
    this.vm.endOutput();
  }

  /** What is called to tell of an error can use up a budget, too. */
  #failWithin(error: unknown): void {
    try {
      if (error instanceof BudgetSpent) throw error;
      this.#fail(error);
    } catch (last) {
      if (!(last instanceof BudgetSpent)) throw last;
      this.#spent = last.budget;
      this.#exit = 1;
      forgetHandled(this.vm);
    }
  }

  #fail(error: unknown): void {
    if (!(error instanceof Thrown)) throw error;
    const { vm } = this;
    const { exception } = error;
    this.#flush();
    if (vm.isInstanceOf(exception, 'SystemExit')) {
      this.#exited = true;
      return this.#leave(exception);
    }
    const traceback = tracebackText(vm, exception, vm.sources);
    if (this.#finishes) keepLast(vm, exception);
    this.#display(exception, traceback);
    if (!this.#exited) this.#exit = vm.isInstanceOf(exception, 'KeyboardInterrupt') ? INTERRUPTED : 1;
    const last = exceptionLine(vm, exception).trimEnd();
    const name = vm.typeName(exception);
    this.#exception = {
      name,
      message: `\n${last}`.split(`\n${name}: `).at(1) ?? '',
      traceback,
    };
    vm.decref(exception);
  }

  #flush(): void {
    if (this.#finishes) flushAfterRun(this.vm);
  }

  /** The traceback to standard error, or the exception to what the program put in place of sys.excepthook (_PyErr_PrintEx). */
  #display(exception: number, traceback: string): void {
    const { vm } = this;
    const hook = vm.sysHook('excepthook');
    const missing = this.#lacksHook() ? 'sys.excepthook is missing\n' : '';
    if (hook === 0) return tellLast(vm, missing + traceback);
    const about = [
      vm.typeOf(exception).ref,
      exception,
      vm.field(exception, EXC.TRACEBACK) || vm.process.none,
    ];
    try {
      vm.decref(vm.call(hook, about));
    } catch (error) {
      if (error instanceof BudgetSpent) throw error;
      const second = vm.caught(error);
      if (vm.isInstanceOf(second, 'SystemExit')) return this.#leaveFromHook(exception, second);
      const why = vm.guard(second, () => vm.describeException(second));
      tellLast(vm, `Error in sys.excepthook:\n${why}\nOriginal exception was:\n${traceback}`);
    }
  }

  /** The process ends while the exception that the hook was told of is in use (pythonrun.c:handle_system_exit). */
  #leaveFromHook(exception: number, exit: number): void {
    this.vm.heldByHook = this.vm.own(exception);
    this.#exited = true;
    this.#leave(exit);
  }

  /** The program has deleted it. */
  #lacksHook(): boolean {
    const sys = this.vm.modules.get('sys');
    return sys !== undefined && this.vm.readDict(this.vm.field(sys, 0), 'excepthook') === 0;
  }

  /**
   * The code takes the exception's place; the traceback, where it is a thing of its own, stays until the end
   * (pythonrun.c:_Py_HandleSystemExit).
   */
  #leave(exception: number): void {
    const { vm } = this;
    const code = this.#codeOf(exception);
    const traceback = vm.rules.raisedIsOne ? 0 : vm.field(exception, EXC.TRACEBACK);
    if (traceback !== 0) vm.incref(traceback);
    vm.decref(exception);
    this.#exit = this.#exitStatus(code);
    vm.dropAll([code, traceback]);
  }

  /** A new reference to its attribute, or to the exception itself where that cannot be read. */
  #codeOf(exception: number): number {
    const { vm } = this;
    try {
      return vm.getAttr(exception, 'code');
    } catch (error) {
      if (error instanceof BudgetSpent) throw error;
      vm.decref(vm.caught(error));
      return vm.own(exception);
    }
  }

  /** sys.exit(x): a number is the status (-1 where it is too large for a C long: PyLong_AsLong), nothing is 0, anything else is printed and 1. */
  #exitStatus(code: number): number {
    const { vm } = this;
    if (vm.isNone(code)) return 0;
    if (vm.isInt(code)) {
      const value = BigInt(vm.int(code));
      const isLong = BigInt.asIntN(64, value) === value;
      if (!isLong) tellLast(vm, vm.words.exitOverflow);
      return isLong ? Number(BigInt.asUintN(8, value)) : 255;
    }
    const text = `${vm.str(code)}\n`;
    // Where there is no sys.stderr, C's is left.
    if (vm.isNone(vm.replacedError())) vm.writeLast(text);
    else tellLast(vm, text);
    return 1;
  }
}

/** Runs a program to its end. */
export function runProgram(process: Process, source: string, options: ProgramOptions = {}): ProgramResult {
  const program = new Program(process, source, options);
  while (!program.run(1_000_000));
  return program.result();
}
