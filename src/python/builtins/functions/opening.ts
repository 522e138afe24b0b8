/** open (_iomodule.c): the only file is the program's own source, for reading; it is handed over as a text in memory (lib/io.ts). */
import { codecs, PythonRaise } from '../../../objects/index.ts';
import { Thrown } from '../../eval/exceptions/raise.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type NativeDefinition, native } from '../../eval/native.ts';
import { strArgument } from '../arguments.ts';

const READING = ['r', 'rt'];
const READING_BYTES = ['rb', 'br'];

/** The text of a source that runs here; null for anything else. */
function sourceText(vm: Interpreter, filename: string): string | null {
  const lines: string[] = [];
  for (;;) {
    const line = vm.sources?.line(filename, lines.length + 1);
    if (line === undefined) break;
    lines.push(line);
  }
  return lines.length === 0 ? null : lines.join('\n');
}

/** What stands for a path: a text or bytes, or a descriptor that is open already. */
function checkPath(vm: Interpreter, file: number): void {
  if (vm.isStr(file) && vm.text(file).includes('\0'))
    throw new PythonRaise('ValueError', 'embedded null byte');
  if (vm.isStr(file) || vm.isBytes(file) || vm.isInt(file) || vm.special(file, '__fspath__') !== 0) return;
  throw new PythonRaise('TypeError', `expected str, bytes or os.PathLike object, not ${vm.typeName(file)}`);
}

/** _io_open_impl: what a mode may be made of. */
function checkMode(mode: string, encodes: boolean): void {
  const has = (letter: string): boolean => mode.includes(letter);
  const main = ['x', 'r', 'w', 'a'].filter(has).length;
  if (!/^[xrwatb+]*$/.test(mode) || /(.).*\1/.test(mode))
    throw new PythonRaise('ValueError', `invalid mode: '${mode}'`);
  if (has('t') && has('b')) throw new PythonRaise('ValueError', "can't have text and binary mode at once");
  if (main > 1) throw new PythonRaise('ValueError', 'must have exactly one of create/read/write/append mode');
  if (has('b') && encodes)
    throw new PythonRaise('ValueError', "binary mode doesn't take an encoding argument");
  if (main === 0)
    throw new PythonRaise(
      'ValueError',
      'Must have exactly one of create/read/write/append mode and at most one plus',
    );
}

/** There are no files but the sources. */
function notFound(vm: Interpreter, file: number): unknown {
  const args = [vm.newInt(2), vm.newStr('No such file or directory'), vm.own(file)];
  try {
    return new Thrown(vm.call(vm.classes.named('OSError').ref, args));
  } finally {
    vm.dropAll(args);
  }
}

function open(vm: Interpreter, [file = 0, given = 0, , encoding = 0]: readonly number[]): number {
  const mode = given === 0 ? 'r' : strArgument(vm, given, "open() argument 'mode'");
  checkPath(vm, file);
  checkMode(mode, encoding !== 0 && !vm.isNone(encoding));
  const isRead = [...READING, ...READING_BYTES].includes(mode);
  const text = vm.isStr(file) && isRead ? sourceText(vm, vm.text(file)) : null;
  if (text === null && vm.isStr(file) && isRead) throw notFound(vm, file);
  if (text !== null && READING_BYTES.includes(mode)) return newReader(vm, file, text);
  if (text === null) {
    const message = `open(${vm.repr(file)}) is not supported: a program here has no files but its own source, to be read`;
    throw new PythonRaise('OSError' as PythonRaise['exception'], message);
  }
  // What the file holds of it is no block of CPython's: those of its own follow.
  const resume = vm.heap.memory.tracemalloc.pause();
  let made: number;
  try {
    made = newWrapper(vm, [file, mode, encoding || vm.process.none], text);
  } finally {
    resume();
  }
  return holdParts(vm, made);
}

function newWrapper(
  vm: Interpreter,
  [file, mode, encoding]: readonly [number, string, number],
  text: string,
): number {
  const shown = vm.isNone(encoding) ? vm.newStr('UTF-8') : vm.own(encoding);
  const wrapper = vm.readDict(vm.field(vm.importModule('io'), 0), 'TextIOWrapper');
  const args = [vm.own(file), vm.newStr(text), vm.newStr(mode), shown];
  try {
    return vm.call(wrapper, args);
  } finally {
    vm.dropAll(args);
  }
}

/** A BufferedReader, which reads the source's bytes. */
function newReader(vm: Interpreter, file: number, text: string): number {
  const reader = vm.readDict(vm.field(vm.importModule('io'), 0), 'BufferedReader');
  const args = [vm.own(file), vm.newBytes(codecs.utf8Bytes(text)), vm.newStr('rb')];
  try {
    return vm.call(reader, args);
  } finally {
    vm.dropAll(args);
  }
}

/** os.path.getsize: bytes of a source that runs here. */
export function sizeOfSource(vm: Interpreter, file: number): number {
  checkPath(vm, file);
  const text = vm.isStr(file) ? sourceText(vm, vm.text(file)) : null;
  if (text === null) throw notFound(vm, file);
  return vm.newInt(codecs.utf8Bytes(text).length);
}

const BUFFER_BYTES = 4096;
const BYTES_HEADER_BYTES = 33;
const TWO_DIGITS_BYTES = 32;

/** Files that each program has opened: every decoder leaves less room for attributes in the next one (init_inline_values). */
const opened = new WeakMap<Interpreter, number>();
const MOST_SHRUNK = 200;

/** Something of this size that stands for a part of an open file. */
function part(vm: Interpreter, size: number): number {
  if (size === TWO_DIGITS_BYTES) return vm.newInt(2 ** 30);
  return vm.newBytes(new Uint8Array(size - BYTES_HEADER_BYTES));
}

/** The blocks of FileIO, BufferedReader, TextIOWrapper and their decoder, which live as long as the file, and the buffer, until it is closed. */
function holdParts(vm: Interpreter, file: number): number {
  const { tracemalloc } = vm.heap.memory;
  const before = opened.get(vm) ?? 0;
  opened.set(vm, before + 1);
  if (!tracemalloc.tracing) return file;
  const { sizes, decoder, name } = vm.rules.fileParts;
  // The name under which the decoder is asked for stays behind, in the cache of attributes.
  part(vm, name);
  const shrunk = decoder === 0 ? [] : [Math.max(decoder - 8 * before, decoder - MOST_SHRUNK)];
  const parts = [...sizes, ...shrunk].map((size) => part(vm, size));
  const buffer = part(vm, BUFFER_BYTES);
  const resume = tracemalloc.pause();
  const tuple = vm.newTuple(parts);
  try {
    vm.setAttr(file, '_parts', tuple);
    vm.setAttr(file, '_buffer', buffer);
  } finally {
    resume();
    vm.dropAll([tuple, buffer, ...parts]);
  }
  return file;
}

const PARAMETERS = ['file', 'mode', 'buffering', 'encoding', 'errors', 'newline', 'closefd', 'opener'];

export const OPEN: NativeDefinition = native(open, { args: [1, 8], keywords: PARAMETERS });
