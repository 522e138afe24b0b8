/**
 * Library modules whose source is Python: run once, when they are first imported, in a namespace of their own.
 */
import { dicts, PythonRaise } from '../../objects/index.ts';
import type { CodeObject } from '../compile/code-object.ts';
import { type CompileOptions, compileSource } from '../compile-source.ts';
import { newFrame } from '../eval/frames/frame.ts';
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
  /** Names that came with a version, `Class.method` among them: they are taken away again where a program runs an older one. */
  readonly since?: Readonly<Record<string, number>>;
}

/** A module in Python, with natives that its source may use. */
export function library(name: string, source: string, parts: LibraryParts = {}): ModuleDefinition {
  const run = (vm: Interpreter): number => {
    const file = libraryFile(vm, name);
    const globals = vm.field(vm.modules.get(name) as number, 0);
    vm.put(globals, '__builtins__', vm.own(vm.modules.get('builtins') as number));
    if (parts.placed === true) vm.sources.add(file, source);
    runSource(vm, source, { filename: file, globals });
    for (const [name, minor] of Object.entries(parts.since ?? {}))
      if (vm.minor < minor) takeAway(vm, globals, name);
    return vm.newStr(file);
  };
  return { name, functions: parts.functions ?? {}, values: { ...parts.values, __file__: run } };
}

function takeAway(vm: Interpreter, globals: number, name: string): void {
  const [owner = '', member] = name.split('.');
  if (member === undefined) dicts.dictDelete(vm.process, globals, vm.process.internName(owner));
  else vm.delAttr(vm.readDict(globals, owner), member);
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
