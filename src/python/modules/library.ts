/**
 * Library modules whose source is Python: run once, when they are first imported, in a namespace of their own.
 *
 * What an import allocates in a real process depends on cached bytecode and on what start-up has imported already, so here it
 * leaves the collector's counters, and tracemalloc's, as they were: a program's figures begin with the program's own objects.
 */
import { PythonRaise } from '../../objects/index.ts';
import type { CodeObject } from '../compile/code-object.ts';
import { type CompileOptions, compileSource } from '../compile-source.ts';
import { newFrame } from '../eval/frame.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import type { ModuleDefinition, NativeDefinition } from '../eval/native.ts';

/** Where library modules seem to lie. */
export function libraryFile(vm: Interpreter, name: string): string {
  return `/usr/lib/python3.${vm.minor}/${name.replaceAll('.', '/')}.py`;
}

export interface LibraryParts {
  readonly functions?: Readonly<Record<string, NativeDefinition>>;
  readonly values?: Readonly<Record<string, (vm: Interpreter) => number>>;
  /** Its lines lie where CPython's lie (lib/placed.ts): they can be shown. */
  readonly placed?: boolean;
}

/** A module in Python, with natives that its source may use. */
export function library(name: string, source: string, parts: LibraryParts = {}): ModuleDefinition {
  const run = (vm: Interpreter): number => {
    const file = libraryFile(vm, name);
    const globals = vm.field(vm.modules.get(name) as number, 0);
    vm.put(globals, '__builtins__', vm.own(vm.modules.get('builtins') as number));
    if (parts.placed === true) vm.sources.add(file, source);
    quietly(vm, () => runSource(vm, source, { filename: file, globals }));
    return vm.newStr(file);
  };
  return { name, functions: parts.functions ?? {}, values: { ...parts.values, __file__: run } };
}

interface SourcePlace {
  readonly filename: string;
  /** Borrowed. */
  readonly globals: number;
}

/** Compiled once for all processes: nobody writes into a code object, by version and file. */
const compiledFiles = new Map<string, CodeObject>();

/** Runs a module's statements in its namespace. */
function runSource(vm: Interpreter, source: string, place: SourcePlace): void {
  const { filename, globals } = place;
  const { python } = vm.process.config;
  const key = `${python} ${filename}`;
  const code = compiledFiles.get(key) ?? compiled(source, { python, filename, mode: 'exec' });
  compiledFiles.set(key, code);
  const frame = newFrame(vm, vm.codes.load(code), globals);
  vm.pushFrame(frame);
  vm.decref(vm.runEntry(frame));
}

function compiled(source: string, options: CompileOptions): CodeObject {
  const result = compileSource(source, options);
  if (result.ok) return result.code;
  const { message, line } = result.error;
  throw new PythonRaise('SyntaxError', `${message} (${options.filename}, line ${line})`);
}

/** Runs what is no part of the program's own figures. */
export function quietly(vm: Interpreter, use: () => void): void {
  const { collector, memory } = vm.heap;
  const { enabled, scheduled } = collector;
  const counts = [...collector.counts];
  const resume = memory.tracemalloc.pause();
  collector.enabled = false;
  try {
    use();
  } finally {
    collector.enabled = enabled;
    collector.scheduled = scheduled;
    collector.counts.splice(0, 3, ...counts);
    resume();
  }
}
