/**
 * os, psutil, atexit: what a program may know of the machine. The process is the simulated one, and there are no files and no environment.
 */
import { PythonRaise } from '../../objects/index.ts';
import { isCallable } from '../builtins/types/callable-iterator.ts';
import { BudgetSpent, Thrown } from '../eval/exceptions/raise.ts';
import { unraisable } from '../eval/exceptions/unraisable.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { type ModuleDefinition, type NativeDefinition, native } from '../eval/native.ts';
import type { ExitAction } from '../eval/surroundings.ts';
import { tellError } from '../eval/texts/error-output.ts';
import { ANY, type ModuleType, moduleType } from './define-type.ts';
import { FSPATH, GETCWD, PATH_VALUES } from './os-path.ts';

const PID = 4242;
/** What an interpreter has resident before it runs anything. */
const RESIDENT_AT_START = 9 * 1024 * 1024;
const MAPPED_AT_START = 20 * 1024 * 1024;

const MEMORY_INFO: ModuleType = {
  name: 'pmem',
  module: 'psutil',
  traits: { gc: false },
  getsets: {
    rss: { get: (vm, self) => vm.newInt((vm.heap.payload(self) as { rss: number }).rss) },
    vms: { get: (vm, self) => vm.newInt((vm.heap.payload(self) as { rss: number }).rss + MAPPED_AT_START) },
  },
  methods: {
    __repr__: native((vm, [self]) =>
      vm.newStr(`pmem(rss=${(vm.heap.payload(self as number) as { rss: number }).rss})`),
    ),
  },
};

function memoryInfo(vm: Interpreter): number {
  const rss = RESIDENT_AT_START + vm.heap.memory.residentBytes().total;
  const info = vm.newFields(moduleType(vm, MEMORY_INFO).info, 64, [0]);
  vm.heap.setPayload(info, { rss });
  return info;
}

const PROCESS: ModuleType = {
  name: 'Process',
  module: 'psutil',
  construct: native(
    (vm, [, pid = 0]) => {
      if (pid !== 0 && !vm.isNone(pid) && vm.index(pid) !== PID)
        throw new PythonRaise('ValueError', `psutil knows only this process, ${PID}`);
      return vm.newFields(moduleType(vm, PROCESS).info, 16 + 48, [0]);
    },
    { args: [0, 1], keywords: ['pid'] },
  ),
  methods: {
    memory_info: native(memoryInfo),
    memory_full_info: native(memoryInfo),
    name: native((vm) => vm.newStr('python3')),
  },
  getsets: { pid: { get: (vm) => vm.newInt(PID) } },
};

export const PSUTIL: ModuleDefinition = {
  name: 'psutil',
  values: { Process: (vm) => vm.own(moduleType(vm, PROCESS).ref) },
};

function refused(what: string): NativeDefinition {
  return native(
    (vm) => {
      return vm.raise('OSError', [
        vm.newStr(`${what} is not supported: a program here has no files, processes or environment`),
      ]);
    },
    { args: ANY, anyKeywords: true },
  );
}

const NOT_HERE = [
  'system',
  'popen',
  'listdir',
  'remove',
  'unlink',
  'mkdir',
  'makedirs',
  'rmdir',
  'rename',
  'open',
  'fork',
  'kill',
  'walk',
  'stat',
  'getenv',
  'putenv',
  'chdir',
  '_exit',
];

export const OS: ModuleDefinition = {
  name: 'os',
  functions: {
    getpid: native((vm) => vm.newInt(PID)),
    getcwd: GETCWD,
    cpu_count: native((vm) => vm.newInt(1)),
    fspath: FSPATH,
    ...Object.fromEntries(NOT_HERE.map((name) => [name, refused(`os.${name}`)])),
  },
  values: {
    path: (vm) => vm.own(vm.importModule('os.path')),
    ...PATH_VALUES,
    linesep: (vm) => vm.newStr('\n'),
    name: (vm) => vm.newStr('posix'),
  },
};

/** A function that atexit registered, with its arguments. */
class Registered implements ExitAction {
  readonly func: number;
  readonly #vm: Interpreter;
  readonly #args: readonly number[];
  readonly #keywords: ReadonlyMap<string, number>;

  constructor(vm: Interpreter, args: readonly number[], keywords: ReadonlyMap<string, number>) {
    this.#vm = vm;
    [this.func = 0, ...this.#args] = args;
    this.#keywords = new Map(keywords);
    for (const one of [...args, ...keywords.values()]) vm.incref(one);
  }

  run(): void {
    try {
      this.#vm.decref(this.#vm.call(this.func, this.#args, this.#keywords));
    } catch (error) {
      atExitFailed(this.#vm, error, this.func);
    }
  }

  drop(): void {
    this.#vm.dropAll([this.func, ...this.#args, ...this.#keywords.values()]);
  }
}

/** Its place stays (atexit_delete_cb). */
const UNREGISTERED: ExitAction = { run: () => undefined, drop: () => undefined };

/** Up to 3.9 the exception, but for SystemExit, is displayed as if it had ended the program, and the last one is kept; then it is unraisable (atexitmodule.c). */
function atExitFailed(vm: Interpreter, error: unknown, func: number): void {
  switch (vm.process.profile.messages.atExit) {
    case 'display': {
      if (error instanceof BudgetSpent) throw error;
      const exception = vm.caught(error);
      vm.dropAll([vm.exitError]);
      vm.exitError = exception;
      if (vm.isInstanceOf(exception, 'SystemExit')) return;
      return tellError(vm, [
        'Error in atexit._run_exitfuncs:\n',
        ...vm.describeException(exception).split(/(?<=\n)/),
      ]);
    }
    case 'object':
      return unraisable(vm, error, func, 'Exception ignored in atexit callback');
    default:
      return unraisable(vm, error, 0, `Exception ignored in atexit callback ${vm.repr(func)}`);
  }
}

export const ATEXIT: ModuleDefinition = {
  name: 'atexit',
  functions: {
    register: native(
      (vm, args, keywords) => {
        if (args.length === 0)
          throw new PythonRaise('TypeError', 'register() takes at least 1 argument (0 given)');
        if (!isCallable(vm, args[0] as number))
          throw new PythonRaise('TypeError', 'the first argument must be callable');
        vm.exitActions.push(new Registered(vm, args, keywords));
        return vm.own(args[0] as number);
      },
      { args: ANY, anyKeywords: true, packs: true },
    ),
    unregister: native(
      (vm, [func]) => {
        for (let at = vm.exitActions.length - 1; at >= 0; at--) {
          const action = vm.exitActions[at];
          if (!(action instanceof Registered) || !vm.equal(action.func, func as number)) continue;
          vm.exitActions[at] = UNREGISTERED;
          action.drop();
        }
        return vm.none();
      },
      { args: [1, 1] },
    ),
    _ncallbacks: native((vm) => vm.newInt(vm.exitActions.length)),
    _clear: native((vm) => {
      for (const action of vm.exitActions.splice(0)) action.drop();
      return vm.none();
    }),
    _run_exitfuncs: native((vm) => {
      const failed = vm.atExit();
      if (failed !== 0) throw new Thrown(failed);
      return vm.none();
    }),
  },
};
