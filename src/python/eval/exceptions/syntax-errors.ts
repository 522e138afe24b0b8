/** SyntaxError objects (exceptions.c: SyntaxError_init): what is found in a text that is compiled, and how python prints it. */
import { type FaultKind, formatSyntaxFault, type SyntaxFault } from '../../syntax-fault.ts';
import type { Interpreter } from '../interpreter.ts';
import { SYNTAX_ERROR } from './exception-fields.ts';
import { newException } from './raise.ts';

/** What its fields say, where they are texts and numbers. */
export interface SyntaxDetails {
  readonly msg: string | null;
  readonly filename: string | null;
  readonly lineno: number | null;
  readonly offset: number | null;
  readonly text: string | null;
  readonly endLineno: number | null;
  readonly endOffset: number | null;
}

export function syntaxDetails(vm: Interpreter, exception: number): SyntaxDetails {
  const field = (at: number): number => vm.field(exception, at);
  const text = (ref: number): string | null => (ref !== 0 && vm.isStr(ref) ? vm.text(ref) : null);
  const number = (ref: number): number | null => (ref !== 0 && vm.isInt(ref) ? Number(vm.int(ref)) : null);
  const msg = field(SYNTAX_ERROR.MSG);
  return {
    msg: msg === 0 ? null : vm.str(msg),
    filename: text(field(SYNTAX_ERROR.FILENAME)),
    lineno: number(field(SYNTAX_ERROR.LINENO)),
    offset: number(field(SYNTAX_ERROR.OFFSET)),
    text: text(field(SYNTAX_ERROR.TEXT)),
    endLineno: number(field(SYNTAX_ERROR.END_LINENO)),
    endOffset: number(field(SYNTAX_ERROR.END_OFFSET)),
  };
}

/** What was found in a text that was compiled; a new exception. */
export function syntaxException(vm: Interpreter, fault: SyntaxFault, filename: string): number {
  const { exception, message, line, offset, text, endLine, endOffset } = fault;
  const type = vm.classes.named(exception);
  const msg = vm.newStr(message);
  if (line === null) return vm.guard(msg, () => newException(vm, type, message === '' ? [] : [msg]));
  const numbers = [line, offset ?? 0].map((value) => vm.newInt(value));
  const ends = vm.rules.syntaxErrorsHaveEnds
    ? [endLine ?? 0, endOffset ?? 0].map((value) => vm.newInt(value))
    : [];
  const shown = text === null ? vm.none() : vm.newStr(text);
  const place = vm.tupleOf([vm.newStr(filename), ...numbers, shown, ...ends]);
  const made = newException(vm, type, [msg, place]);
  vm.dropAll([msg, place]);
  return made;
}

/** How python prints it: with the line, and carets; null where it knows no line. */
export function syntaxErrorText(vm: Interpreter, exception: number): string | null {
  const details = syntaxDetails(vm, exception);
  if (details.lineno === null) return null;
  const type = vm.classes.of(exception);
  const name = type.module === 'builtins' ? type.qualname : `${type.module}.${type.qualname}`;
  const fault: SyntaxFault = {
    exception: name as FaultKind,
    message: details.msg ?? 'None',
    line: details.lineno,
    offset: details.offset,
    // traceback.py takes a line of the end that is not known for another one.
    endLine: details.endLineno ?? (vm.rules.tracebackPlace === 'block' ? -1 : null),
    endOffset: details.endOffset ?? 0,
    text: details.text,
    unsupported: false,
    inCharacters: true,
    atEnd: false,
  };
  return formatSyntaxFault(fault, details.filename ?? '<string>', vm.process.config.python);
}
