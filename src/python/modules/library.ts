/**
 * Library modules whose source is Python: run once, when they are first imported, in a namespace of their own.
 */
import { atVersion, type Minor, type Since } from '../../heap/index.ts';
import { dicts, PythonRaise } from '../../objects/index.ts';
import type { CodeObject } from '../compile/code-object.ts';
import { compileSource } from '../compile-source.ts';
import { type RuleValue, sourceRulesOf } from '../dialect-sources.ts';
import { newFrame } from '../eval/frames/frame.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import type { ModuleDefinition, NativeDefinition } from '../eval/native.ts';
import { fileOfCode, fileOfModule } from '../eval/start/module-places.ts';
import { withShownLines } from './library-lines.ts';

export interface LibraryParts {
  readonly functions?: Readonly<Record<string, NativeDefinition>>;
  readonly values?: Readonly<Record<string, (vm: Interpreter) => number>>;
  /** More values, by the version that brought them. */
  readonly newerValues?: ModuleDefinition['newerValues'] & object;
  /** Its lines lie where CPython's lie (lib/placed.ts): they can be shown. */
  readonly placed?: boolean;
  /** Names that came with a version, `Class.method` among them: they are taken away again where a program runs an older one. */
  readonly since?: Readonly<Record<string, number>>;
}

/** A module in Python, which may be another text since a version, with natives that its source may use. */
export function library(
  name: string,
  text: string | Since<string>,
  parts: LibraryParts = {},
): ModuleDefinition {
  const run = (vm: Interpreter): number => {
    const file = fileOfCode(vm, name);
    const source = typeof text === 'string' ? text : atVersion({ text }, vm.minor).text;
    const globals = vm.field(vm.modules.get(name) as number, 0);
    vm.put(globals, '__builtins__', vm.own(vm.modules.get('builtins') as number));
    if (parts.placed === true) vm.sources.add(file, ruled(source, vm.minor));
    runSource(vm, source, { module: name, globals });
    for (const [name, minor] of Object.entries(parts.since ?? {}))
      if (vm.minor < minor) takeAway(vm, globals, name);
    return vm.newStr(fileOfModule(vm, name) ?? file);
  };
  const { functions = {}, newerValues = {} } = parts;
  return { name, functions, newerValues, values: { ...parts.values, __file__: run } };
}

function takeAway(vm: Interpreter, globals: number, name: string): void {
  const [owner = '', member] = name.split('.');
  if (member === undefined) dicts.dictDelete(vm.process, globals, vm.process.internName(owner));
  else vm.delAttr(vm.readDict(globals, owner), member);
}

interface SourcePlace {
  readonly module: string;
  /** Borrowed. */
  readonly globals: number;
}

/** Compiled once for all processes: nobody writes into a code object, by version and module. */
const compiledFiles = new Map<string, CodeObject>();

/** Runs a module's statements in its namespace. */
function runSource(vm: Interpreter, source: string, place: SourcePlace): void {
  const { module, globals } = place;
  const { python } = vm.process.config;
  const key = `${python} ${module}`;
  const code = compiledFiles.get(key) ?? compiled(vm, source, module);
  compiledFiles.set(key, code);
  const frame = newFrame(vm, vm.codes.load(code), globals);
  vm.pushFrame(frame);
  vm.decref(vm.runEntry(frame));
}

/** Rules of the dialect stand in a source as `RULE.name`; their values are put there. */
function ruled(source: string, minor: Minor): string {
  const rules: Readonly<Record<string, RuleValue>> = sourceRulesOf(minor);
  return source.replace(/\bRULE\.(\w+)/g, (_, name: string) => {
    const value = rules[name];
    if (value === undefined) throw new Error(`no rule ${name}`);
    return literal(value);
  });
}

/** As Python writes it: what JSON writes otherwise are truth values. */
function literal(value: RuleValue): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return JSON.stringify(value);
}

function compiled(vm: Interpreter, source: string, module: string): CodeObject {
  const filename = fileOfCode(vm, module);
  const { python } = vm.process.config;
  const result = compileSource(ruled(source, vm.minor), { python, filename, mode: 'exec' });
  if (result.ok) return withShownLines(result.code, source, module, vm.minor);
  const { message, line } = result.error;
  throw new PythonRaise('SyntaxError', `${message} (${filename}, line ${line})`);
}
