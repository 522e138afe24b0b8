/**
 * A SyntaxError (or a kin of it) found before anything runs, with CPython's message and place.
 *
 * `line` and `offset` are the exception's `lineno` and `offset`: both count from 1. `endLine` and `endOffset` are
 * null before 3.10. `text` is the source line with its newline, as in the exception's `text`.
 */
import type { SourceText } from './parse/source-text.ts';

export type FaultKind = 'SyntaxError' | 'IndentationError' | 'TabError' | 'MemoryError' | 'RecursionError' | 'ValueError';

export type SyntaxFault = {
  readonly exception: FaultKind;
  readonly message: string;
  readonly line: number | null;
  readonly offset: number | null;
  readonly endLine: number | null;
  readonly endOffset: number | null;
  readonly text: string | null;
  /** True when the construct is legal Python that this front end does not support. */
  readonly unsupported: boolean;
};

/** Thrown inside the room, caught at its door (`compileSource`): nothing else ever catches it to go on. */
export class FaultSignal extends Error {
  readonly fault: SyntaxFault;
  constructor(fault: SyntaxFault) {
    super(fault.message);
    this.fault = fault;
  }
}

export type FaultPlace = {
  readonly line: number;
  readonly offset: number;
  readonly endLine?: number | null;
  readonly endOffset?: number | null;
};

/** Where, what and of which class: all that a fault says besides the source line. */
export type FaultDetail = FaultPlace & { readonly exception?: FaultKind; readonly message: string; readonly unsupported?: boolean };

export function makeFault(source: SourceText, detail: FaultDetail): SyntaxFault {
  return {
    exception: detail.exception ?? 'SyntaxError',
    message: detail.message,
    line: detail.line,
    offset: detail.offset,
    endLine: detail.endLine ?? null,
    endOffset: detail.endOffset ?? null,
    text: source.lineText(detail.line),
    unsupported: detail.unsupported ?? false,
  };
}

/** A fault that has no place: recursion and memory limits, null bytes. */
export function placelessFault(exception: FaultKind, message: string): SyntaxFault {
  return { exception, message, line: null, offset: null, endLine: null, endOffset: null, text: null, unsupported: false };
}

/**
 * The lines that the interpreter prints for an uncaught fault, without "Traceback" (pythonrun.c:print_error_text to
 * 3.9, traceback.py:_format_syntax_error from 3.10: with a range underlined by several carets).
 */
export function formatSyntaxFault(fault: SyntaxFault, filename: string): string {
  const head = fault.line === null ? '' : `  File "${filename}", line ${fault.line}\n${sourceAndCarets(fault)}`;
  return `${head}${fault.exception}: ${fault.message}\n`;
}

function sourceAndCarets(fault: SyntaxFault): string {
  if (fault.text === null) return '';
  const line = fault.text.replace(/\n$/, '');
  const stripped = line.replace(/^[ \t\f]+/, '');
  if (stripped.trim() === '' && fault.text.trim() === '') return '';
  const shown = stripped.replace(/[ \t\f]+$/, '');
  if (fault.offset === null || fault.offset < 0) return `    ${shown}\n`;
  const indent = Array.from(line).length - Array.from(stripped).length;
  return `    ${shown}\n    ${caretLine(fault, indent, Array.from(stripped))}`;
}

function caretLine(fault: SyntaxFault, indent: number, characters: readonly string[]): string {
  const offset = fault.offset ?? 1;
  let end = fault.endLine === fault.line || fault.endLine === null ? (fault.endOffset ?? offset) : characters.length + indent + 1;
  if (end === 0 || end <= offset) end = offset + 1;
  const column = Math.max(offset - 1 - indent, 0);
  const width = Math.max(end - 1 - indent - column, 1);
  const padding = characters.slice(0, column).map((c) => (/\s/.test(c) ? c : ' ')).join('').padEnd(column, ' ');
  return `${padding}${'^'.repeat(width)}\n`;
}
