/** print and input (bltinmodule.c). Standard output is collected by the interpreter. */

import { PythonRaise, strings } from '../../../objects/index.ts';
import { asksToCall, callSteps } from '../../eval/calls/call-steps.ts';
import { wrongKeyword } from '../../eval/calls/native-arguments.ts';
import { consumed, type Steps } from '../../eval/calls/waiting.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type Keywords, type NativeDefinition, native, resumable } from '../../eval/native.ts';
import { asksForText, strSteps } from '../../eval/texts/text.ts';
import { during } from '../../eval/texts/text-writer.ts';
import { standardStream } from '../../modules/streams.ts';
import { OPEN } from './opening.ts';

const PRINT_KEYWORDS = ['sep', 'end', 'file', 'flush'];

const printed = new WeakSet<Interpreter>();

/** What a first print leaves, and what passes in it: the names of its keywords, or of what it looks up. */
function printFirst(vm: Interpreter): void {
  if (printed.has(vm)) return;
  printed.add(vm);
  if (vm.rules.printKeepsKeywords) {
    vm.newTuple(PRINT_KEYWORDS.map((name) => vm.process.internName(name)));
    for (const name of PRINT_KEYWORDS) passName(vm, name);
  }
  if (vm.rules.namesAtUse) for (const name of ['stdout', 'write']) passName(vm, name);
}

function passName(vm: Interpreter, name: string): void {
  during(vm, strings.strBytes(vm.process, name), () => 0);
}

function* print(vm: Interpreter, args: readonly number[], keywords: Keywords): Steps {
  printFirst(vm);
  if (!vm.rules.printPacks || args.length === 0) return yield* printAll(vm, args, keywords);
  return yield* consumed(vm, [vm.newTuple(args)], printAll(vm, args, keywords));
}

function* printAll(vm: Interpreter, args: readonly number[], keywords: Keywords): Steps {
  for (const name of keywords.keys()) {
    if (PRINT_KEYWORDS.includes(name)) continue;
    throw wrongKeyword(vm, 'print', name, PRINT_KEYWORDS);
  }
  const file = keywords.get('file');
  const target = file !== undefined && !vm.isNone(file) ? file : currentOutput(vm);
  if (vm.isNone(target)) return vm.none();
  const separator = joiner(vm, keywords, 'sep', ' ');
  const end = joiner(vm, keywords, 'end', '\n');
  for (const [at, arg] of args.entries()) {
    if (at > 0) yield* writeObject(vm, target, separator);
    yield* writeObject(vm, target, arg);
  }
  yield* writeObject(vm, target, end);
  const flush = keywords.get('flush');
  if (flush !== undefined && vm.truth(flush)) vm.decref(vm.callMethod(target, 'flush'));
  return vm.none();
}

/** PyFile_WriteObject: the file's `write` is looked up before the text is made. */
function* writeObject(vm: Interpreter, target: number, value: number): Steps<void> {
  const writer = vm.getAttr(target, 'write');
  let text = 0;
  try {
    text = asksForText(vm, value) ? yield* strSteps(vm, value) : vm.strObject(value);
    vm.decref(asksToCall(vm, writer) ? yield* callSteps(vm, writer, [text]) : vm.call(writer, [text]));
  } finally {
    vm.dropAll([text, writer]);
  }
}

/** Borrowed: what was given, or the shared str of `otherwise`. */
function joiner(vm: Interpreter, keywords: Keywords, name: string, otherwise: string): number {
  const given = keywords.get(name);
  if (given === undefined || vm.isNone(given)) return vm.process.sharedStr(otherwise);
  if (vm.isStr(given)) return given;
  throw new PythonRaise('TypeError', `${name} must be None or a string, not ${vm.typeName(given)}`);
}

/** What sys.stdout is now; borrowed. */
function currentOutput(vm: Interpreter): number {
  const sys = vm.modules.get('sys');
  if (sys === undefined) return standardStream(vm, 'stdout');
  const stdout = vm.readDict(vm.field(sys, 0), 'stdout');
  if (stdout === 0) throw new PythonRaise('RuntimeError', 'lost sys.stdout');
  return stdout;
}

function input(vm: Interpreter, [prompt]: readonly number[]): number {
  const target = currentOutput(vm);
  if (vm.isNone(target)) throw new PythonRaise('RuntimeError', 'input(): lost sys.stdout');
  if (prompt !== undefined) vm.finish(writeObject(vm, target, prompt));
  vm.showPrinted();
  const line = vm.readLine();
  if (line === '') throw new PythonRaise('EOFError' as PythonRaise['exception'], 'EOF when reading a line');
  return vm.newStr(line.replace(/\r?\n$|\r$/, ''));
}

export const PRINTING: Readonly<Record<string, NativeDefinition>> = {
  print: resumable(print, { args: [0, Number.MAX_SAFE_INTEGER], anyKeywords: true }),
  input: native(input, { args: [0, 1] }),
  open: OPEN,
};
