/**
 * What the `__init__` of some built-in exceptions makes of the arguments, beside keeping them (exceptions.c: StopIteration_init,
 * SystemExit_init, OSError_init, ImportError_init, SyntaxError_init, UnicodeEncodeError_init and its like).
 */
import { PythonRaise } from '../../../objects/index.ts';
import { bytesOf } from '../../builtins/arguments.ts';
import { tupleFrom } from '../../builtins/types/list-fill.ts';
import type { Interpreter } from '../interpreter.ts';
import {
  EXC,
  IMPORT_ERROR,
  OS_ERROR,
  STOP_ITERATION,
  SYNTAX_ERROR,
  SYSTEM_EXIT,
  UNICODE_ERROR,
} from './exception-fields.ts';

type Args = readonly number[];

/** `exception` keeps its arguments already. */
export type Fill = (vm: Interpreter, exception: number, args: Args) => void;

/** Plain numbers of an exception, in its payload. */
export interface ExceptionNumbers {
  readonly start?: number;
  readonly end?: number;
  readonly written?: number;
}

export function numbersOf(vm: Interpreter, exception: number): ExceptionNumbers {
  return (vm.heap.payload(exception) as ExceptionNumbers | undefined) ?? {};
}

export function setNumbers(vm: Interpreter, exception: number, numbers: ExceptionNumbers): void {
  vm.heap.setPayload(exception, { ...numbersOf(vm, exception), ...numbers });
}

function keep(vm: Interpreter, exception: number, place: number, value: number): void {
  vm.setField(exception, place, vm.own(value));
}

function stopIteration(vm: Interpreter, exception: number, args: Args): void {
  keep(vm, exception, STOP_ITERATION.VALUE, args[0] ?? vm.process.none);
}

function systemExit(vm: Interpreter, exception: number, args: Args): void {
  const [first = 0] = args;
  if (first !== 0)
    keep(vm, exception, SYSTEM_EXIT.CODE, args.length > 1 ? vm.field(exception, EXC.ARGS) : first);
}

function importError(vm: Interpreter, exception: number, args: Args): void {
  const [msg = 0] = args;
  if (args.length === 1) keep(vm, exception, IMPORT_ERROR.MSG, msg);
}

/** oserror_parse_args, oserror_init: of two to five arguments the first filename is none of `args`. */
function osError(vm: Interpreter, exception: number, args: Args): void {
  if (args.length < 2 || args.length > 5) return;
  const [errno = 0, strerror = 0, filename = 0, , filename2 = 0] = args;
  keep(vm, exception, OS_ERROR.ERRNO, errno);
  keep(vm, exception, OS_ERROR.STRERROR, strerror);
  if (filename === 0 || vm.isNone(filename)) return;
  if (vm.isInstanceOf(exception, 'BlockingIOError') && vm.isInt(filename)) {
    setNumbers(vm, exception, { written: Number(vm.int(filename)) });
    return;
  }
  keep(vm, exception, OS_ERROR.FILENAME, filename);
  if (filename2 !== 0 && !vm.isNone(filename2)) keep(vm, exception, OS_ERROR.FILENAME2, filename2);
  vm.setField(exception, EXC.ARGS, vm.newTuple(args.slice(0, 2)));
}

const PLACE_FIELDS = [
  SYNTAX_ERROR.FILENAME,
  SYNTAX_ERROR.LINENO,
  SYNTAX_ERROR.OFFSET,
  SYNTAX_ERROR.TEXT,
  SYNTAX_ERROR.END_LINENO,
  SYNTAX_ERROR.END_OFFSET,
];

function syntaxError(vm: Interpreter, exception: number, args: Args): void {
  const [msg = 0, place = 0] = args;
  if (msg !== 0) keep(vm, exception, SYNTAX_ERROR.MSG, msg);
  if (args.length !== 2) return;
  const items = tupleFrom(vm, place);
  vm.guard(items, () => {
    const count = vm.listSize(items);
    checkPlace(vm, count);
    for (let at = 0; at < count; at++) keep(vm, exception, PLACE_FIELDS[at] as number, vm.itemAt(items, at));
  });
}

/** The second argument: file, line, offset, text, and from 3.10 line and offset of the end. */
function checkPlace(vm: Interpreter, count: number): void {
  const { syntaxErrorsHaveEnds } = vm.rules;
  if (count === 4 || (syntaxErrorsHaveEnds && count === 6)) return;
  if (!syntaxErrorsHaveEnds) throw new PythonRaise('IndexError', 'tuple index out of range');
  if (count === 5)
    throw new PythonRaise('TypeError', 'end_offset must be provided when end_lineno is provided');
  const bound = count < 4 ? 'at least 4 arguments' : 'at most 6 arguments';
  throw new PythonRaise('TypeError', `function takes ${bound} (${count} given)`);
}

/** What an argument has to be, by its place: U a str, O bytes or what can be taken for them, n a number (PyArg_ParseTuple). */
function unicodeError(format: string, fields: readonly (number | 'start' | 'end')[]): Fill {
  return (vm, exception, args) => {
    if (args.length !== format.length)
      throw new PythonRaise(
        'TypeError',
        `function takes exactly ${format.length} arguments (${args.length} given)`,
      );
    for (const [at, argument] of args.entries()) checkArgument(vm, format[at] as string, at, argument);
    for (const [at, argument] of args.entries()) {
      const field = fields[at] as number | 'start' | 'end';
      if (typeof field === 'string') setNumbers(vm, exception, { [field]: Number(vm.int(argument)) });
      else if (format[at] !== 'O' || vm.isBytes(argument)) keep(vm, exception, field, argument);
      else vm.setField(exception, field, vm.newBytes(bytesOf(vm, argument) as Uint8Array));
    }
  };
}

function checkArgument(vm: Interpreter, kind: string, at: number, argument: number): void {
  const name = vm.typeName(argument);
  if (kind === 'U' && !vm.isStr(argument))
    throw new PythonRaise('TypeError', `argument ${at + 1} must be str, not ${name}`);
  if (kind === 'n' && !vm.isInt(argument))
    throw new PythonRaise('TypeError', `'${name}' object cannot be interpreted as an integer`);
  if (kind === 'O' && bytesOf(vm, argument) === null)
    throw new PythonRaise('TypeError', `a bytes-like object is required, not '${name}'`);
}

const { ENCODING, OBJECT, REASON } = UNICODE_ERROR;

/** By the name of the built-in class. */
export const FILLS: ReadonlyMap<string, Fill> = new Map(
  Object.entries({
    StopIteration: stopIteration,
    SystemExit: systemExit,
    ImportError: importError,
    OSError: osError,
    SyntaxError: syntaxError,
    UnicodeEncodeError: unicodeError('UUnnU', [ENCODING, OBJECT, 'start', 'end', REASON]),
    UnicodeDecodeError: unicodeError('UOnnU', [ENCODING, OBJECT, 'start', 'end', REASON]),
    UnicodeTranslateError: unicodeError('UnnU', [OBJECT, 'start', 'end', REASON]),
  }),
);
