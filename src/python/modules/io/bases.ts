/** What streams in memory have from their bases (iobase.c, textio.c, bufferedio.c), and what a stream asks of its arguments. */
import { PythonRaise } from '../../../objects/index.ts';
import { newSizedInt } from '../../builtins/allocate.ts';
import { indexValue, sizeValue } from '../../builtins/arguments.ts';
import { Thrown } from '../../eval/exceptions/raise.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { answersNone, type NativeDefinition, native } from '../../eval/native.ts';
import type { ModuleType } from '../define-type.ts';

const ONE = { args: [1, 1] } as const;
const MOST_ONE = { args: [0, 1] } as const;

/** io.UnsupportedOperation of what a stream has no such thing of. */
function unsupported(name: string): NativeDefinition {
  return native(
    (vm) => {
      const type = vm.readDict(vm.field(vm.modules.get('io') as number, 0), 'UnsupportedOperation');
      const words = vm.newStr(name);
      throw new Thrown(vm.guard(words, () => vm.call(type, [words])));
    },
    { args: [0, 2] },
  );
}

/** _Py_convert_optional_to_ssize_t */
export function sizeOrNone(vm: Interpreter, size: number, otherwise: number): number {
  if (size === 0 || vm.isNone(size)) return otherwise;
  if (!vm.isInt(size) && vm.special(size, '__index__') === 0)
    throw new PythonRaise('TypeError', `argument should be integer or None, not '${vm.typeName(size)}'`);
  return sizeValue(vm, size);
}

const LAST_PLACE = 2n ** 63n - 1n;

/** A place in a stream as an int: of places that no stream comes to, about the place. */
export function placeInt(vm: Interpreter, place: number): number {
  if (Number.isSafeInteger(place)) return newSizedInt(vm, place);
  const about = BigInt(place);
  return newSizedInt(vm, about > LAST_PLACE ? LAST_PLACE : about);
}

/** iobase_check_closed: what `closed` says. */
function checkOpen(vm: Interpreter, self: number): void {
  const isClosed = vm.getAttr(self, 'closed');
  if (vm.guard(isClosed, () => vm.truth(isClosed)))
    throw new PythonRaise('ValueError', 'I/O operation on closed file.');
}

/** The stream itself, where it is open. */
export function openSelf(vm: Interpreter, self: number): number {
  checkOpen(vm, self);
  return vm.own(self);
}

const itself = native((vm, [self = 0]) => openSelf(vm, self));

const never = native((vm, [self = 0]) => {
  checkOpen(vm, self);
  return vm.bool(false);
});

const truth = (answer: boolean): NativeDefinition => native((vm) => vm.bool(answer));

/** All lines, or as many as have more than `hint` characters together. */
function readlines(vm: Interpreter, [self = 0, hint = 0]: readonly number[]): number {
  const most = sizeOrNone(vm, hint, -1);
  const lines: number[] = [];
  const iterator = vm.iter(self);
  try {
    for (let length = 0, line = vm.next(iterator); line !== 0; line = vm.next(iterator)) {
      lines.push(line);
      length += vm.length(line);
      if (most > 0 && length > most) break;
    }
    return vm.newList(lines);
  } finally {
    vm.dropAll([...lines, iterator]);
  }
}

function writelines(vm: Interpreter, [self = 0, given = 0]: readonly number[]): void {
  checkOpen(vm, self);
  const iterator = vm.iter(given);
  vm.guard(iterator, () => {
    for (let line = vm.next(iterator); line !== 0; line = vm.next(iterator)) {
      const part = line;
      vm.guard(part, () => vm.decref(vm.callMethod(self, 'write', [part])));
    }
  });
}

export const IO_BASE: ModuleType = {
  name: '_IOBase',
  module: '_io',
  hasDict: true,
  traits: { weakrefs: true },
  methods: {
    __iter__: itself,
    __enter__: itself,
    __exit__: native((vm, [self = 0]) => vm.callMethod(self, 'close'), {
      args: [0, Number.MAX_SAFE_INTEGER],
      packs: true,
    }),
    flush: native((vm) => vm.none()),
    isatty: never,
    seekable: truth(false),
    readable: truth(false),
    writable: truth(false),
    readlines: native(readlines, MOST_ONE),
    writelines: native(answersNone(writelines), ONE),
    fileno: unsupported('fileno'),
    seek: unsupported('seek'),
    truncate: unsupported('truncate'),
  },
};

export const TEXT_BASE: ModuleType = {
  name: '_TextIOBase',
  module: '_io',
  base: '_io._IOBase',
  traits: { weakrefs: true },
  methods: {
    detach: unsupported('detach'),
    read: unsupported('read'),
    readline: unsupported('readline'),
    write: unsupported('write'),
  },
  getsets: {
    encoding: { get: (vm) => vm.none() },
    newlines: { get: (vm) => vm.none() },
    errors: { get: (vm) => vm.none() },
  },
};

export const BUFFERED_BASE: ModuleType = {
  name: '_BufferedIOBase',
  module: '_io',
  base: '_io._IOBase',
  traits: { weakrefs: true },
  methods: { detach: unsupported('detach'), read: unsupported('read'), write: unsupported('write') },
};

/** `__next__` of a stream with lines of its own. */
export const NEXT = native((vm, [self = 0]) => vm.next(self) || vm.raise('StopIteration', []));

/** Where `seek` goes by its second argument, and what it says of others. */
export function whenceOf(vm: Interpreter, whence: number, word: string): number {
  const value = whence === 0 ? 0 : Number(indexValue(vm, whence));
  if (value < 0 || value > 2)
    throw new PythonRaise('ValueError', `${word} whence (${value}, should be 0, 1 or 2)`);
  return value;
}
