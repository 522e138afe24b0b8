/** io.BytesIO: its methods and its call (bytesio.c). What it holds is byte-buffer.ts's. */
import { GC_HEAD_BYTES } from '../../../heap/index.ts';
import { PythonRaise } from '../../../objects/index.ts';
import { allocate, classArgument, newSizedInt } from '../../builtins/allocate.ts';
import { bytesLike, sizeValue } from '../../builtins/arguments.ts';
import { inTheClass } from '../../builtins/types/dunders.ts';
import { OWN_SIZEOF } from '../../builtins/types/sizing.ts';
import type { PyType } from '../../eval/classes/class-table.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { answersNone, type NativeDefinition, native } from '../../eval/native.ts';
import { type ModuleType, moduleType } from '../define-type.ts';
import { BUFFERED_BASE, IO_BASE, NEXT, openSelf, placeInt, sizeOrNone, whenceOf } from './bases.ts';
import { ByteBuffer } from './byte-buffer.ts';
import { checkExports, isLookedAt, viewOfStream } from './bytes-io-buffer.ts';

type Args = readonly number[];

const LINE_FEED = 10;
/** PY_SSIZE_T_MAX, which is the next smaller float: there is no position between the two. */
const MAX_SSIZE = 2 ** 63 - 1024;

function stateOf(vm: Interpreter, self: number): ByteBuffer {
  return vm.heap.annexes.of(self) as ByteBuffer;
}

/** Of a stream that is open. */
function bufferOf(vm: Interpreter, self: number): ByteBuffer {
  const buffer = stateOf(vm, self);
  if (buffer.isClosed) throw new PythonRaise('ValueError', 'I/O operation on closed file.');
  return buffer;
}

function newStream(vm: Interpreter, type: PyType): number {
  const self = allocate(vm, type, vm.rules.typeSizes.BytesIO[0]);
  vm.fillFields(self, []);
  const buffer = vm.heap.annexes.add(self, new ByteBuffer(vm.process, vm.rules.bytesStreamsShowBuffer));
  vm.heap.track(self);
  buffer.begin();
  return self;
}

function begin(vm: Interpreter, self: number, value: number): void {
  const buffer = stateOf(vm, self);
  checkExports(vm, buffer);
  buffer.empty();
  if (value === 0 || vm.isNone(value)) return;
  if (vm.infoOf(value) === vm.process.types.atoms.bytes && vm.typeOf(value).dict === 0) buffer.adopt(value);
  else buffer.write(bytesLike(vm, value));
  buffer.position = 0;
}

const makesEmpty = (vm: Interpreter, type: number): number => newStream(vm, classArgument(vm, type));

function construct(vm: Interpreter, [ofClass = 0, value = 0]: Args): number {
  const type = classArgument(vm, ofClass);
  const self = newStream(vm, type);
  return inTheClass(vm, self, () => begin(vm, self, value));
}

function write(vm: Interpreter, [self = 0, given = 0]: Args): number {
  const buffer = bufferOf(vm, self);
  const part = bytesLike(vm, given);
  vm.goThrough(part.length);
  checkExports(vm, buffer);
  if (part.length > 0) {
    const end = buffer.position + part.length;
    if (end > MAX_SSIZE) throw new PythonRaise('OverflowError', 'new buffer size too large');
    vm.roomFor(end);
    buffer.write(part);
  }
  return newSizedInt(vm, part.length);
}

function readBytes(vm: Interpreter, buffer: ByteBuffer, size: number): number {
  const left = Math.max(0, buffer.length - buffer.position);
  const count = size < 0 || size > left ? left : size;
  vm.goThrough(count);
  const start = buffer.position;
  buffer.position += count;
  const isWhole = count > 1 && start === 0 && count === buffer.length && buffer.isExact;
  if (isWhole && !isLookedAt(vm, buffer)) return buffer.whole();
  return vm.newBytes(buffer.data.slice(start, start + count));
}

function read(vm: Interpreter, [self = 0, given = 0]: Args): number {
  return readBytes(vm, bufferOf(vm, self), sizeOrNone(vm, given, -1));
}

/** scan_eol */
function lineLength({ data, position }: ByteBuffer, size: number): number {
  const left = Math.max(0, data.length - position);
  const most = size < 0 || size > left ? left : size;
  const found = data.indexOf(LINE_FEED, position);
  return found < 0 ? most : Math.min(most, found + 1 - position);
}

function readline(vm: Interpreter, [self = 0, given = 0]: Args): number {
  const buffer = bufferOf(vm, self);
  return readBytes(vm, buffer, lineLength(buffer, sizeOrNone(vm, given, -1)));
}

function nextLine(vm: Interpreter, self: number): number {
  const buffer = bufferOf(vm, self);
  const length = lineLength(buffer, -1);
  return length === 0 ? 0 : readBytes(vm, buffer, length);
}

function readinto(vm: Interpreter, [self = 0, target = 0]: Args): number {
  const buffer = bufferOf(vm, self);
  const room = bytesLike(vm, target).length;
  const part = buffer.data.slice(buffer.position, buffer.position + room);
  const bytes = vm.newBytes(part);
  vm.guard(bytes, () => {
    const place = vm.newSlice([vm.newInt(0), vm.newInt(part.length), vm.none()]);
    vm.guard(place, () => vm.decref(vm.callMethod(target, '__setitem__', [place, bytes])));
  });
  buffer.position += part.length;
  return newSizedInt(vm, part.length);
}

function seek(vm: Interpreter, [self = 0, given = 0, whence = 0]: Args): number {
  const buffer = bufferOf(vm, self);
  const offset = sizeValue(vm, given);
  const from = whenceOf(vm, whence, 'invalid');
  if (offset < 0 && from === 0) throw new PythonRaise('ValueError', `negative seek value ${offset}`);
  const base = [0, buffer.position, buffer.length][from] as number;
  if (offset > 0 && base + offset > MAX_SSIZE && from !== 0)
    throw new PythonRaise('OverflowError', 'new position too large');
  buffer.position = Math.max(0, base + offset);
  return placeInt(vm, buffer.position);
}

function truncate(vm: Interpreter, [self = 0, given = 0]: Args): number {
  const buffer = bufferOf(vm, self);
  checkExports(vm, buffer);
  const size = sizeOrNone(vm, given, buffer.position);
  if (size < 0) throw new PythonRaise('ValueError', `negative size value ${size}`);
  if (size < buffer.length) buffer.truncate(size);
  return placeInt(vm, size);
}

const open = (answer: (vm: Interpreter, buffer: ByteBuffer) => number): NativeDefinition =>
  native((vm, [self = 0]) => answer(vm, bufferOf(vm, self)));
const yes = open((vm) => vm.bool(true));
const PARAMETERS = { args: [0, 1], keywords: ['initial_bytes'] } as const;
const SIZE = { args: [0, 1] } as const;

export const BYTES_IO: ModuleType = {
  name: 'BytesIO',
  module: '_io',
  base: '_io._BufferedIOBase',
  heapSince: 12,
  traits: { weakrefs: true },
  construct: native(construct, { ...PARAMETERS, makesEmpty }),
  methods: {
    __init__: native(
      answersNone((vm, [self = 0, value = 0]) => begin(vm, self, value)),
      PARAMETERS,
    ),
    __next__: NEXT,
    __sizeof__: OWN_SIZEOF,
    write: native(write, { args: [1, 1] }),
    getvalue: open((vm, buffer) => buffer.whole(isLookedAt(vm, buffer))),
    getbuffer: native((vm, [self = 0]) => {
      bufferOf(vm, self);
      return viewOfStream(vm, self);
    }),
    read: native(read, SIZE),
    read1: native(read, SIZE),
    readinto: native(readinto, { args: [1, 1] }),
    readline: native(readline, SIZE),
    tell: open((vm, buffer) => placeInt(vm, buffer.position)),
    seek: native(seek, { args: [1, 2] }),
    truncate: native(truncate, SIZE),
    close: native(
      answersNone((vm, [self = 0]) => {
        const buffer = stateOf(vm, self);
        checkExports(vm, buffer);
        buffer.isClosed = true;
        buffer.empty();
        buffer.resize(0);
      }),
    ),
    readable: yes,
    writable: yes,
    seekable: yes,
  },
  getsets: { closed: { get: (vm, self) => vm.bool(stateOf(vm, self).isClosed) } },
  next: nextLine,
  bytes: (vm, ref) => {
    const buffer = stateOf(vm, ref);
    return GC_HEAD_BYTES + vm.rules.typeSizes.BytesIO[0] + (buffer.isShared ? 0 : buffer.objectBytes);
  },
  setup: (vm, type) => {
    vm.iters[type.info.id] = openSelf;
  },
};

export function bytesIO(vm: Interpreter): number {
  for (const base of [IO_BASE, BUFFERED_BASE]) moduleType(vm, base);
  return vm.own(moduleType(vm, BYTES_IO).ref);
}
