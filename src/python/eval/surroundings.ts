/**
 * What stands around the frames that run: modules, what was given to the program, the ends of its streams, sources for tracebacks.
 */

import type { TypeInfo } from '../../heap/index.ts';
import { type hash64s, type PythonClass, PythonRaise } from '../../objects/index.ts';
import type { Conversions } from './calls/conversions.ts';
import type { Steps } from './calls/waiting.ts';
import type { PyType } from './classes/class-table.ts';
import type { PatternKind } from './classes/pattern-kinds.ts';
import { Sources } from './exceptions/sources.ts';
import type { Unraisable } from './exceptions/unraisable.ts';
import type { CodeRuntime, CodeTable } from './frames/code-runtime.ts';
import type { Frame } from './frames/frame.ts';
import type { Interpreter } from './interpreter.ts';
import type { Exporter } from './operators/exports.ts';
import type { KeyAnswers } from './operators/key-questions.ts';
import { Protocols } from './protocols.ts';
import { flushText } from './texts/text-output.ts';

/** What runs at the end of a program. */
export interface ExitAction {
  run(): void;
  /** Lets go of the function and its arguments. */
  drop(): void;
}

/** How long the free lists became at once, as free-lists-left.ts writes it. */
export interface LeftInFreeLists {
  /** The module that was imported; '': the interpreter started. */
  readonly module: string;
  readonly lengths: string;
}

export interface ProgramSettings {
  readonly filename?: string;
  readonly argv?: readonly string[];
  readonly stdin?: string | StandardInput;
}

/** Where input comes from when it is not known beforehand; a line ends with its newline, '' is the end. */
export interface StandardInput {
  readLine(): string;
  readAll(): string;
}

export abstract class Surroundings extends Protocols {
  abstract readonly codes: CodeTable;
  /** Every module that was made, by name; borrowed from `sys.modules`, and never given back: modules lie outside the heap. */
  readonly modules = new Map<string, number>();
  /** Classes of programs that match as sequences or mappings by themselves (pattern-kinds.ts). */
  readonly patternKinds = new Map<PyType, PatternKind>();
  /** The dict `sys.modules`, which says what `import` finds. */
  modulesDict = 0;

  unboundLocal(frame: Frame, arg: number): never {
    const name = frame.runtime.code.varNames[arg] as string;
    throw new PythonRaise('UnboundLocalError', this.process.profile.messages.unboundLocal.replace('%', name));
  }

  isSubclass(type: PyType, base: PyType): boolean {
    return this.classes.isSubclass(type, base);
  }

  /** Value of a name in the module `builtins`; borrowed, 0 for none. */
  builtin(name: string): number {
    return this.builtinsDict === 0 ? 0 : this.readDict(this.builtinsDict, name);
  }

  builtinsDict = 0;
  options: ProgramSettings = {};
  /** How much of standard input has been read. */
  stdinAt = 0;
  /** The next line of standard input with its newline; '' at the end. */
  readLine(): string {
    const { stdin = '' } = this.options;
    if (typeof stdin !== 'string') return stdin.readLine();
    const end = stdin.indexOf('\n', this.stdinAt);
    return this.#take(stdin, end < 0 ? stdin.length : end + 1);
  }

  readRest(): string {
    const { stdin = '' } = this.options;
    return typeof stdin === 'string' ? this.#take(stdin, stdin.length) : stdin.readAll();
  }

  #take(stdin: string, end: number): string {
    const taken = stdin.slice(this.stdinAt, end);
    this.stdinAt = end;
    return taken;
  }

  readonly sources = new Sources();
  /** What Python code has answered to the look for a key that is under way (key-questions.ts). */
  keyAnswers: KeyAnswers | null = null;
  /** Of C code that turns its arguments into numbers, and can be left for that (calls/conversions.ts). */
  conversions: Conversions | null = null;
  /** What `__hash__` answered last, by its object. */
  readonly answeredHashes = new Map<number, hash64s.Hash64>();
  /** Classes that operations defined. */
  readonly adopted = new Set<PythonClass>();
  /** Those of them that the next program is to find by name. */
  readonly nameless: PythonClass[] = [];
  /** gc.callbacks, when there are any. */
  collecting: ((phase: 'start' | 'stop', generation: number, collected: number) => Steps<void>) | null = null;
  /** Hashes of classes written in TypeScript, by layout. */
  /** Whose buffers views can look into, by layout. */
  readonly exporters: (Exporter | undefined)[] = [];
  readonly hashers: (((vm: Interpreter, ref: number) => hash64s.Hash64 | null) | undefined)[] = [];
  /** A program, or a statement that ran Python code, is over: nothing that it wrote waits any more. */
  endOutput(): void {
    flushText(this.vm);
    this.showPrinted();
  }

  /** What atexit registered. */
  readonly exitActions: ExitAction[] = [];

  /** An exception whose hook has ended the process; it is never let go. 0: none. */
  heldByHook = 0;

  /** What the last of them raised (up to 3.9); owned, 0 for nothing. */
  exitError = 0;

  /** Last to first; what they hold is let go when all have run, with what was registered meanwhile (atexit_callfuncs). The error is owned. */
  atExit(): number {
    for (const action of this.exitActions.toReversed()) if (this.exitActions.includes(action)) action.run();
    for (const action of this.exitActions.splice(0)) action.drop();
    const failed = this.exitError;
    this.exitError = 0;
    return failed;
  }

  /** The program's replacement of a hook of sys; borrowed, 0 for none. */
  sysHook: (name: string) => number = () => 0;
  /** What the program has put in place of sys.stderr, or None where it took it away; borrowed, 0 for none. */
  replacedError: () => number = () => 0;
  /** A sys.UnraisableHookArgs. */
  unraisableInfo: (told: Unraisable) => number = () => 0;

  /** Text of an exception with its traceback. */
  describeException: (exception: number) => string = () => '';
  describeUnraisable: (exception: number) => readonly string[] = () => [];

  /** The layout of what a function with these flags makes when it is called. */
  resumableInfo: (flags: number) => TypeInfo = () => this.vm.classes.named('generator').info;
  /** What an asynchronous generator yields (owned), so that it is told from what it awaits (_PyAsyncGenValueWrapperNew). */
  wrapYielded: (value: number) => number = (value) => value;

  generatorName(generator: number): string {
    const { code, qualname } = this.heap.payload(generator) as { code: number; qualname?: string };
    return qualname ?? (this.codes.all[code] as CodeRuntime).code.qualname;
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

  /** What `sys.modules` has under this name, borrowed, mostly a module; made when it is first asked for. 0: there is none. */
  importModule(name: string): number {
    const known = this.readDict(this.modulesDict, name);
    return known === 0 ? this.makeModule(this.vm, name) : known;
  }

  /** sys.modules is empty and sys.meta_path None: the end has begun (finalize_modules). */
  modulesGone = false;
  /** The functions, classes and constants of builtins as they were made, without what the streams and `site` add; borrowed. */
  readonly firstBuiltins = new Map<string, number>();

  /** Whether a module is being imported, and what imports did to the free lists so far (start-up.ts). */
  readonly imports = {
    running: false,
    /** Modules of CPython's that were loaded since the start, with what they import; and those that the program asked for, in order. */
    loaded: new Set<string>(),
    order: [] as string[],
    /** The newest object while the program has done nothing but import. */
    newest: 0,
    /** What a script has to be told yet. */
    left: [] as LeftInFreeLists[],
  };

  /** The first and the last serial of what start-up and each import made, in order. */
  readonly madeAside: (readonly [first: number, last: number])[] = [];

  /** Set by whoever starts the program: makes and registers a module, 0 when it does not exist. */
  makeModule: (vm: Interpreter, name: string) => number = () => 0;
}
