/**
 * SyntaxError objects (exceptions.c: SyntaxError_init, SyntaxError_str): where the mistake is comes with the arguments and is kept as it
 * was then.
 */
import { type FaultKind, formatSyntaxFault, type SyntaxFault } from '../../syntax-fault.ts';
import type { Interpreter } from '../interpreter.ts';
import { newException } from './raise.ts';

export interface SyntaxDetails {
  readonly msg: string | null;
  readonly filename: string | null;
  readonly lineno: number | null;
  readonly offset: number | null;
  readonly text: string | null;
  readonly end_lineno: number | null;
  readonly end_offset: number | null;
}

const NOTHING: SyntaxDetails = {
  msg: null,
  filename: null,
  lineno: null,
  offset: null,
  text: null,
  end_lineno: null,
  end_offset: null,
};

export function syntaxDetails(vm: Interpreter, exception: number): SyntaxDetails {
  return (vm.heap.payload(exception) as { syntax?: SyntaxDetails } | undefined)?.syntax ?? NOTHING;
}

export function setSyntaxDetails(vm: Interpreter, exception: number, syntax: SyntaxDetails): void {
  vm.heap.setPayload(exception, { ...(vm.heap.payload(exception) as object | undefined), syntax });
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
  setSyntaxDetails(vm, made, {
    msg: message,
    filename,
    lineno: line,
    offset,
    text,
    end_lineno: vm.rules.syntaxErrorsHaveEnds ? endLine : null,
    end_offset: vm.rules.syntaxErrorsHaveEnds ? endOffset : null,
  });
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
    endLine: details.end_lineno ?? (vm.rules.tracebackPlace === 'block' ? -1 : null),
    endOffset: details.end_offset ?? 0,
    text: details.text,
    unsupported: false,
    inCharacters: true,
    atEnd: false,
  };
  return formatSyntaxFault(fault, details.filename ?? '<string>', vm.process.config.python);
}
