/** io.StringIO: its methods and its call (stringio.c). What it holds is text-buffer.ts's. */
import { GC_HEAD_BYTES } from '../../../heap/index.ts';
import { PythonRaise } from '../../../objects/index.ts';
import { allocate, classArgument, newSizedInt } from '../../builtins/allocate.ts';
import { sizeValue } from '../../builtins/arguments.ts';
import { inTheClass } from '../../builtins/types/dunders.ts';
import type { PyType } from '../../eval/classes/class-table.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type NativeDefinition, native } from '../../eval/native.ts';
import { type ModuleType, moduleType } from '../define-type.ts';
import { IO_BASE, NEXT, openSelf, placeInt, sizeOrNone, TEXT_BASE, whenceOf } from './bases.ts';
import { LINE_ENDING, TextBuffer } from './text-buffer.ts';

type Args = readonly number[];

const NEWLINES = ['', '\n', '\r', '\r\n'];
/** PY_SSIZE_T_MAX, or the next smaller float. */
const MAX_SSIZE = 2 ** 63 - 1024;
const CHARACTER_BYTES = 4;
/** PY_SIZE_MAX / sizeof(Py_UCS4) */
const MOST_CHARACTERS = 2 ** 62;
const CLOSED = 'I/O operation on closed file';

/** Of a stream that is open. */
function bufferOf(vm: Interpreter, self: number): TextBuffer {
  const buffer = vm.heap.annexes.of(self) as TextBuffer;
  if (!buffer.isBegun) throw new PythonRaise('ValueError', 'I/O operation on uninitialized object');
  if (buffer.isClosed) throw new PythonRaise('ValueError', CLOSED);
  return buffer;
}

function newStream(vm: Interpreter, type: PyType): number {
  const self = allocate(vm, type, vm.rules.typeSizes.StringIO[0]);
  vm.fillFields(self, []);
  const buffer = vm.heap.annexes.add(self, new TextBuffer(vm.process, vm.rules.stringStreamsJoin));
  vm.heap.track(self);
  buffer.begin();
  return self;
}

function newlineOf(vm: Interpreter, given: number): string | null {
  if (given === 0) return '\n';
  if (vm.isNone(given)) return null;
  if (!vm.isStr(given))
    throw new PythonRaise('TypeError', `newline must be str or None, not ${vm.typeName(given)}`);
  const newline = vm.text(given);
  if (!NEWLINES.includes(newline))
    throw new PythonRaise('ValueError', `illegal newline value: ${vm.repr(given)}`);
  return newline;
}

function begin(vm: Interpreter, self: number, value: number, given: number): void {
  const newline = newlineOf(vm, given);
  if (value !== 0 && !vm.isNone(value) && !vm.isStr(value))
    throw new PythonRaise('TypeError', `initial_value must be str or None, not ${vm.typeName(value)}`);
  const buffer = vm.heap.annexes.of(self) as TextBuffer;
  vm.dropAll(buffer.restart(newline).filter((ref) => ref !== 0));
  if (newline !== null) buffer.refs[LINE_ENDING] = vm.newStr(newline);
  const text = value === 0 || vm.isNone(value) ? '' : vm.text(value);
  if (text === '') buffer.accumulate();
  else {
    buffer.hold();
    put(vm, buffer, value);
    buffer.position = 0;
  }
  buffer.isBegun = true;
}

/** write_str: line endings are translated first. */
function put(vm: Interpreter, buffer: TextBuffer, str: number): void {
  const given = vm.text(str);
  if (!buffer.isAccumulating || buffer.position !== buffer.size) checkRoom(vm, buffer, given.length);
  const text = translated(given, buffer.newline);
  if (text === given) {
    buffer.write(str, text);
    return;
  }
  const made = vm.newStr(text);
  vm.guard(made, () => buffer.write(made, text));
}

/** write_str, resize_buffer: of places that are characters of four bytes, as many as there are up to where it ends. */
function checkRoom(vm: Interpreter, { position, size }: TextBuffer, length: number): void {
  const end = position + length;
  if (end > MAX_SSIZE) throw new PythonRaise('OverflowError', 'new position too large');
  if (end >= MOST_CHARACTERS) throw new PythonRaise('OverflowError', 'new buffer size too large');
  vm.roomFor(CHARACTER_BYTES * end);
  vm.goThrough(Math.max(end, size));
}

function translated(text: string, newline: string | null): string {
  if (newline === null) return text.replace(/\r\n?/g, '\n');
  return newline.startsWith('\r') ? text.replaceAll('\n', newline) : text;
}

const makesEmpty = (vm: Interpreter, type: number): number => newStream(vm, classArgument(vm, type));

function construct(vm: Interpreter, [ofClass = 0, value = 0, newline = 0]: Args): number {
  const type = classArgument(vm, ofClass);
  const self = newStream(vm, type);
  return inTheClass(vm, self, () => begin(vm, self, value, newline));
}

function init(vm: Interpreter, [self = 0, value = 0, newline = 0]: Args): number {
  begin(vm, self, value, newline);
  return vm.none();
}

function write(vm: Interpreter, [self = 0, str = 0]: Args): number {
  const opened = vm.heap.annexes.of(self) as TextBuffer;
  if (opened.isBegun && !vm.isStr(str))
    throw new PythonRaise('TypeError', `string argument expected, got '${vm.typeName(str)}'`);
  const buffer = bufferOf(vm, self);
  const text = vm.text(str);
  vm.goThrough(text.length);
  if (text !== '') put(vm, buffer, str);
  return newSizedInt(vm, text === '' ? 0 : vm.length(str));
}

function getvalue(vm: Interpreter, [self = 0]: Args): number {
  const buffer = bufferOf(vm, self);
  vm.goThrough(buffer.size);
  return buffer.isAccumulating ? buffer.whole() : vm.newStr(buffer.text);
}

function read(vm: Interpreter, [self = 0, given = 0]: Args): number {
  const buffer = bufferOf(vm, self);
  const size = sizeOrNone(vm, given, -1);
  const left = Math.max(0, buffer.size - buffer.position);
  const count = size < 0 || size > left ? left : size;
  vm.goThrough(count);
  if (buffer.isAccumulating && buffer.position === 0 && count === buffer.size) {
    buffer.position = buffer.size;
    return buffer.whole();
  }
  return taken(vm, buffer, count);
}

function taken(vm: Interpreter, buffer: TextBuffer, count: number): number {
  buffer.realize();
  const text = buffer.slice(buffer.position, count);
  buffer.position += count;
  return vm.newStr(text);
}

/** _stringio_readline */
function readLine(vm: Interpreter, buffer: TextBuffer, limit: number): number {
  buffer.realize();
  const left = Math.max(0, buffer.size - buffer.position);
  if (left === 0) return vm.newStr('');
  const most = limit < 0 || limit > left ? left : limit;
  return taken(vm, buffer, Math.min(most, buffer.lineLength() || most));
}

function readline(vm: Interpreter, [self = 0, given = 0]: Args): number {
  const buffer = bufferOf(vm, self);
  return readLine(vm, buffer, sizeOrNone(vm, given, -1));
}

/** The next line; a subclass may have its own readline. */
function nextLine(vm: Interpreter, self: number): number {
  const buffer = bufferOf(vm, self);
  const line = vm.typeOf(self).dict === 0 ? readLine(vm, buffer, -1) : vm.callMethod(self, 'readline');
  if (!vm.isStr(line))
    return vm.guard(line, () => {
      return vm.raise('OSError', [
        vm.newStr(`readline() should have returned a str object, not '${vm.typeName(line)}'`),
      ]);
    });
  if (vm.text(line) !== '') return line;
  vm.decref(line);
  return 0;
}

function seek(vm: Interpreter, [self = 0, given = 0, whence = 0]: Args): number {
  const buffer = bufferOf(vm, self);
  const position = sizeValue(vm, given);
  const from = whenceOf(vm, whence, 'Invalid');
  if (position < 0 && from === 0) throw new PythonRaise('ValueError', `Negative seek position ${position}`);
  if (from !== 0 && position !== 0)
    return vm.raise('OSError', [vm.newStr("Can't do nonzero cur-relative seeks")]);
  if (from === 0) buffer.position = position;
  else if (from === 2) buffer.position = buffer.size;
  return placeInt(vm, buffer.position);
}

function truncate(vm: Interpreter, [self = 0, given = 0]: Args): number {
  const buffer = bufferOf(vm, self);
  const size = sizeOrNone(vm, given, buffer.position);
  if (size < 0) throw new PythonRaise('ValueError', `Negative size value ${size}`);
  if (size < buffer.size) buffer.truncate(size);
  return placeInt(vm, size);
}

function close(vm: Interpreter, [self = 0]: Args): number {
  const buffer = vm.heap.annexes.of(self) as TextBuffer;
  vm.dropAll(buffer.close().filter((ref) => ref !== 0));
  return vm.none();
}

const open = (answer: (vm: Interpreter, buffer: TextBuffer) => number): NativeDefinition =>
  native((vm, [self = 0]) => answer(vm, bufferOf(vm, self)));
const yes = open((vm) => vm.bool(true));
const PARAMETERS = { args: [0, 2], keywords: ['initial_value', 'newline'] } as const;
const SIZE = { args: [0, 1] } as const;

export const STRING_IO: ModuleType = {
  name: 'StringIO',
  module: '_io',
  base: '_io._TextIOBase',
  heapSince: 12,
  traits: { weakrefs: true },
  construct: native(construct, { ...PARAMETERS, makesEmpty }),
  methods: {
    __init__: native(init, PARAMETERS),
    __next__: NEXT,
    write: native(write, { args: [1, 1] }),
    getvalue: native(getvalue),
    read: native(read, SIZE),
    readline: native(readline, SIZE),
    tell: open((vm, buffer) => placeInt(vm, buffer.position)),
    seek: native(seek, { args: [1, 2] }),
    truncate: native(truncate, SIZE),
    close: native(close),
    readable: yes,
    writable: yes,
    seekable: yes,
  },
  getsets: {
    closed: { get: (vm, self) => vm.bool((vm.heap.annexes.of(self) as TextBuffer).isClosed) },
    line_buffering: { get: (vm, self) => vm.bool(bufferOf(vm, self) === null) },
    newlines: { get: (vm) => vm.none() },
  },
  next: nextLine,
  bytes: (vm) => GC_HEAD_BYTES + vm.rules.typeSizes.StringIO[0],
  setup: (vm, type) => {
    vm.iters[type.info.id] = openSelf;
  },
};

export function stringIO(vm: Interpreter): number {
  for (const base of [IO_BASE, TEXT_BASE]) moduleType(vm, base);
  return vm.own(moduleType(vm, STRING_IO).ref);
}
