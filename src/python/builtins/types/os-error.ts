/**
 * OSError (exceptions.c: oserror_parse_args, OSError_new): with an errno and a text it becomes the class that stands for the errno. The
 * first filename is kept in field A, the second in field B, and neither is in `args`.
 */

import { EXC, newException } from '../../eval/exceptions/raise.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type NativeDefinition, native, type TypeDefinition } from '../../eval/native.ts';
import { argument, kept } from './exception-values.ts';

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

function construct(vm: Interpreter, [ofClass = 0, ...given]: readonly number[]): number {
  const called = vm.classes.forObject(ofClass) ?? vm.classes.named('OSError');
  const told = given.length >= 2 && given.length <= 5;
  const [errno = 0, , filename = 0, , filename2 = 0] = given;
  const special =
    told && called.name === 'OSError' && vm.isInt(errno) ? CLASS_OF_ERRNO[Number(vm.int(errno))] : undefined;
  const type = special === undefined ? called : vm.classes.named(special);
  const hasFile = told && filename !== 0 && !vm.isNone(filename);
  const tuple = hasFile ? 0 : vm.callTuple;
  vm.callTuple = 0;
  const made = newException(vm, type, hasFile ? given.slice(0, 2) : given, tuple);
  if (!hasFile) return made;
  vm.setField(made, EXC.A, vm.own(filename));
  if (filename2 !== 0 && !vm.isNone(filename2)) vm.setField(made, EXC.B, vm.own(filename2));
  return made;
}

/** OSError_str: errno and text with the filenames, or what every exception says. */
function text(vm: Interpreter, [self = 0]: readonly number[]): number {
  const args = vm.field(self, EXC.ARGS);
  const size = vm.listSize(args);
  if (size < 2 || size > 5)
    return vm.newStr(size === 1 ? vm.str(vm.itemAt(args, 0)) : size === 0 ? '' : vm.repr(args));
  const head = `[Errno ${vm.str(vm.itemAt(args, 0))}] ${vm.str(vm.itemAt(args, 1))}`;
  const [filename, filename2] = [vm.field(self, EXC.A), vm.field(self, EXC.B)];
  const second = filename2 === 0 ? '' : ` -> ${vm.repr(filename2)}`;
  return vm.newStr(filename === 0 ? head : `${head}: ${vm.repr(filename)}${second}`);
}

const METHODS: Readonly<Record<string, NativeDefinition>> = { __str__: native(text) };

export const OS_ERROR: TypeDefinition = {
  name: 'OSError',
  construct: native(construct, { args: [0, Number.MAX_SAFE_INTEGER] }),
  getsets: {
    errno: argument(0, 2),
    strerror: argument(1, 2),
    filename: kept(EXC.A),
    filename2: kept(EXC.B),
  },
  methods: METHODS,
};
