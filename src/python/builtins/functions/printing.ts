/** print, input and open (bltinmodule.c). Standard output is collected by the interpreter; there are no files. */
import { PythonRaise } from '../../../objects/index.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type Keywords, type NativeDefinition, native } from '../../eval/native.ts';

const PRINT_KEYWORDS = ['sep', 'end', 'file', 'flush'];

/** How much of standard input each interpreter has read. */
const inputRead = new WeakMap<Interpreter, number>();

function print(vm: Interpreter, args: readonly number[], keywords: Keywords): number {
  for (const name of keywords.keys()) {
    if (PRINT_KEYWORDS.includes(name)) continue;
    throw new PythonRaise('TypeError', vm.words.wrongKeyword(name, 'print'));
  }
  const write = writerTo(vm, keywords.get('file'));
  const separator = joiner(vm, keywords, 'sep', ' ');
  const end = joiner(vm, keywords, 'end', '\n');
  for (const [at, arg] of args.entries()) {
    if (at > 0) write(separator);
    write(vm.str(arg));
  }
  write(end);
  return vm.none();
}

function joiner(vm: Interpreter, keywords: Keywords, name: string, otherwise: string): string {
  const given = keywords.get(name);
  if (given === undefined || vm.isNone(given)) return otherwise;
  if (vm.isStr(given)) return vm.text(given);
  throw new PythonRaise('TypeError', `${name} must be None or a string, not ${vm.typeName(given)}`);
}

/** The file that was named, or what sys.stdout is now. */
function writerTo(vm: Interpreter, file: number | undefined): (text: string) => void {
  const named = file !== undefined && !vm.isNone(file) ? file : standardOutput(vm);
  if (named === 0) return (text) => vm.write(text);
  return (text) => {
    if (text === '') return;
    const str = vm.newStr(text);
    vm.decref(vm.guard(str, () => vm.callMethod(named, 'write', [str])));
  };
}

/** Borrowed sys.stdout when a program has put something else there; 0 for the real one. */
function standardOutput(vm: Interpreter): number {
  const sys = vm.modules.get('sys');
  if (sys === undefined) return 0;
  const stdout = vm.readDict(vm.field(sys, 0), 'stdout');
  if (stdout === 0 || vm.isNone(stdout)) return 0;
  return vm.infoOf(stdout).name === 'TextIOWrapper' ? 0 : stdout;
}

function input(vm: Interpreter, [prompt]: readonly number[]): number {
  if (prompt !== undefined) vm.write(vm.str(prompt));
  const stdin = vm.options.stdin ?? '';
  const from = inputRead.get(vm) ?? 0;
  if (from >= stdin.length)
    throw new PythonRaise('EOFError' as PythonRaise['exception'], 'EOF when reading a line');
  const end = stdin.indexOf('\n', from);
  inputRead.set(vm, end < 0 ? stdin.length : end + 1);
  return vm.newStr(stdin.slice(from, end < 0 ? stdin.length : end).replace(/\r$/, ''));
}

function open(vm: Interpreter, [file = 0]: readonly number[]): number {
  const name = file !== 0 && vm.isStr(file) ? vm.repr(file) : 'a file';
  throw new PythonRaise(
    'OSError' as PythonRaise['exception'],
    `open(${name}) is not supported: a program here has no files`,
  );
}

export const PRINTING: Readonly<Record<string, NativeDefinition>> = {
  print: native(print, { args: [0, Number.MAX_SAFE_INTEGER], anyKeywords: true }),
  input: native(input, { args: [0, 1] }),
  open: native(open, { args: [1, 8], anyKeywords: true }),
};
