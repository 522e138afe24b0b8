/**
 * OSError (exceptions.c: OSError_new, OSError_init): with an errno and a text it becomes the class that stands for the errno.
 */

import { PythonRaise } from '../../../objects/index.ts';
import type { PyType } from '../../eval/classes/class-table.ts';
import { OS_ERROR } from '../../eval/exceptions/exception-fields.ts';
import { numbersOf } from '../../eval/exceptions/filling.ts';
import { bareException, EXC, fillException, newException } from '../../eval/exceptions/raise.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type GetSet, type Keywords, native, type TypeDefinition } from '../../eval/native.ts';
import { baseExceptionStr } from '../../eval/texts/exception-text.ts';
import { isFilledElsewhere, kept, keptNumber } from './exception-values.ts';

/** Numbers of Linux. */
const CLASS_OF_ERRNO: { readonly [errno: number]: string } = {
  1: 'PermissionError',
  2: 'FileNotFoundError',
  3: 'ProcessLookupError',
  4: 'InterruptedError',
  10: 'ChildProcessError',
  11: 'BlockingIOError',
  13: 'PermissionError',
  17: 'FileExistsError',
  32: 'BrokenPipeError',
  103: 'ConnectionAbortedError',
  104: 'ConnectionResetError',
  108: 'BrokenPipeError',
  111: 'ConnectionRefusedError',
  20: 'NotADirectoryError',
  21: 'IsADirectoryError',
  110: 'TimeoutError',
};

/** Does its `__init__` look at the arguments? It does where the class has one of its own and no `__new__` (oserror_use_init). */
function usesInit(vm: Interpreter, type: PyType): boolean {
  return isFilledElsewhere(vm, type) && vm.overrideIn(type, '__new__') === 0;
}

function construct(vm: Interpreter, [ofClass = 0, ...given]: readonly number[], keywords: Keywords): number {
  const called = vm.classes.forObject(ofClass) ?? vm.classes.named('OSError');
  const tuple = vm.takeTuple();
  if (usesInit(vm, called)) return bareException(vm, called, []);
  checkKeywords(called, keywords);
  const told = given.length >= 2 && given.length <= 5;
  const [errno = 0] = given;
  const special =
    told && called.name === 'OSError' && vm.isInt(errno) ? CLASS_OF_ERRNO[Number(vm.int(errno))] : undefined;
  return newException(vm, special === undefined ? called : vm.classes.named(special), given, tuple);
}

function init(vm: Interpreter, [self = 0, ...given]: readonly number[], keywords: Keywords): number {
  const type = vm.classes.of(self);
  const tuple = vm.takeTuple();
  if (!usesInit(vm, type)) return vm.none();
  checkKeywords(type, keywords);
  vm.setField(self, EXC.ARGS, tuple === 0 ? vm.newTuple(given) : vm.own(tuple));
  fillException(vm, self, given);
  return vm.none();
}

function checkKeywords({ name }: PyType, keywords: Keywords): void {
  if (keywords.size > 0) throw new PythonRaise('TypeError', `${name}() takes no keyword arguments`);
}

/** OSError_str: errno and text with the filenames, or what every exception says. */
function text(vm: Interpreter, [self = 0]: readonly number[]): number {
  const [errno = 0, strerror = 0, filename = 0, filename2 = 0] = Object.values(OS_ERROR).map((place) =>
    vm.field(self, place),
  );
  if (filename === 0 && (errno === 0 || strerror === 0)) return baseExceptionStr(vm, self);
  const said = (value: number): string => (value === 0 ? 'None' : vm.str(value));
  const head = `[Errno ${said(errno)}] ${said(strerror)}`;
  const second = filename2 === 0 ? '' : ` -> ${vm.repr(filename2)}`;
  return vm.newStr(filename === 0 ? head : `${head}: ${vm.repr(filename)}${second}`);
}

const WRITTEN = keptNumber('written');

/** What a BlockingIOError has written; it may be missing (OSError_written_get). */
const CHARACTERS_WRITTEN: GetSet = {
  get: (vm, self) => WRITTEN.get(vm, isWritten(vm, self)),
  set: (vm, self, value) => WRITTEN.set?.(vm, self, value),
  delete: (vm, self) =>
    vm.heap.setPayload(isWritten(vm, self), { ...numbersOf(vm, self), written: undefined }),
};

function isWritten(vm: Interpreter, self: number): number {
  if (numbersOf(vm, self).written === undefined)
    throw new PythonRaise('AttributeError', 'characters_written');
  return self;
}

export const OS_ERROR_TYPE: TypeDefinition = {
  name: 'OSError',
  construct: native(construct, { args: [0, Number.MAX_SAFE_INTEGER], anyKeywords: true }),
  getsets: {
    errno: kept(OS_ERROR.ERRNO),
    strerror: kept(OS_ERROR.STRERROR),
    filename: kept(OS_ERROR.FILENAME),
    filename2: kept(OS_ERROR.FILENAME2),
    characters_written: CHARACTERS_WRITTEN,
  },
  methods: {
    __init__: native(init, { args: [0, Number.MAX_SAFE_INTEGER], anyKeywords: true }),
    __str__: native(text),
  },
};
