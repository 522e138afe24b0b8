/**
 * A SyntaxError (or a kin of it) found before anything runs, with CPython's message and place.
 *
 * `line` and `offset` are the exception's `lineno` and `offset`: both count from 1. `endLine` and `endOffset` are
 * null before 3.10. `text` is the source line with its newline, as in the exception's `text`.
 */
import type { PythonVersion } from './language-profile.ts';
import { type SourceText, utf8Length } from './parse/source-text.ts';

export type FaultKind =
  | 'SyntaxError'
  | 'IndentationError'
  | 'TabError'
  | 'MemoryError'
  | 'RecursionError'
  | 'ValueError';

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
  /** Its caret stands below a character also where traceback.c counts bytes: the tokenizer found it. */
  readonly inCharacters: boolean;
  /** The parser stands behind the last line. */
  readonly atEnd: boolean;
  /** How it is told of a file, where that is another matter. */
  readonly ofFile?: Pick<SyntaxFault, 'line' | 'offset' | 'text'>;
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
export type FaultDetail = FaultPlace & {
  readonly exception?: FaultKind;
  readonly message: string;
  readonly unsupported?: boolean;
  readonly atEnd?: boolean;
  /** The line that the tokenizer had come to (3.10): a line before it is shown without its end, and holds no more than it has. */
  readonly readTo?: number;
  readonly text?: string;
  readonly ofFile?: Pick<SyntaxFault, 'line' | 'offset' | 'text'>;
};

export function makeFault(source: SourceText, detail: FaultDetail): SyntaxFault {
  const whole = source.lineText(detail.line);
  const passed = whole !== null && (detail.readTo ?? 0) > detail.line ? whole.replace(/\n$/, '') : null;
  const endOffset = detail.endOffset ?? null;
  return {
    exception: detail.exception ?? 'SyntaxError',
    message: detail.message,
    line: detail.line,
    offset: detail.offset,
    endLine: detail.endLine ?? null,
    endOffset: passed !== null && endOffset !== null ? Math.min(endOffset, passed.length + 1) : endOffset,
    text: detail.text ?? passed ?? whole,
    unsupported: detail.unsupported ?? false,
    inCharacters: false,
    atEnd: detail.atEnd ?? false,
    ...(detail.ofFile === undefined ? {} : { ofFile: detail.ofFile }),
  };
}

/** A fault that has no place: recursion and memory limits, null bytes. */
export function placelessFault(exception: FaultKind, message: string): SyntaxFault {
  return {
    exception,
    message,
    line: null,
    offset: null,
    endLine: null,
    endOffset: null,
    text: null,
    unsupported: false,
    inCharacters: true,
    atEnd: false,
  };
}

/**
 * The same fault in a file, which is read line by line: behind its last one the tokenizer holds no text, and so knows no column
 * (pegen.c:_PyPegen_raise_error, 3.10), or stands in a line of its own (up to 3.9).
 */
export function inFile(fault: SyntaxFault, python: PythonVersion): SyntaxFault {
  if (fault.ofFile !== undefined) return { ...fault, ...fault.ofFile, atEnd: true };
  if (!fault.atEnd || fault.line === null) return fault;
  const line = fault.line + 1;
  if (python === '3.8') {
    const message = 'unexpected EOF while parsing';
    return { ...fault, exception: 'SyntaxError', message, line, text: '' };
  }
  return python === '3.9' ? { ...fault, line, offset: 1, text: '' } : { ...fault, offset: 0 };
}

/**
 * The lines that the interpreter prints for an uncaught fault, without "Traceback" (pythonrun.c:print_error_text to
 * 3.12, traceback.py:_format_syntax_error in 3.13).
 */
export function formatSyntaxFault(fault: SyntaxFault, filename: string, python: PythonVersion): string {
  const head =
    fault.line === null ? '' : `  File "${filename}", line ${fault.line}\n${sourceAndCarets(fault, python)}`;
  const message = fault.message === '' ? '' : `: ${fault.message}`;
  return `${head}${fault.exception}${message}\n`;
}

function sourceAndCarets(fault: SyntaxFault, python: PythonVersion): string {
  if (fault.text === null) return '';
  const line = fault.text.replace(/\n$/, '');
  // traceback.py leaves tabs where they are, below as above.
  const shown = line.replace(python === '3.13' ? /^[ \f]+/ : /^[ \t\f]+/, '');
  if (shown === '' && !fault.atEnd) return '';
  const indent = Array.from(line).length - Array.from(shown).length;
  // An offset in the indentation (as of "unexpected indent") has no caret.
  if (fault.offset === null || fault.offset - 1 < indent) return `    ${shown}\n`;
  return `    ${shown}\n    ${caretLine(fault, { indent, shown: Array.from(shown), python })}`;
}

type Shown = { readonly indent: number; readonly shown: readonly string[]; readonly python: PythonVersion };

function caretLine(fault: SyntaxFault, { indent, shown, python }: Shown): string {
  const inPython = python === '3.13';
  const start = (fault.offset ?? 1) - 1 - indent;
  // Written in C, the range is only of a SyntaxError itself, and columns are bytes.
  const ranged = inPython || fault.exception === 'SyntaxError';
  const told = endColumn(fault, shown.length + indent);
  // traceback.py keeps to the line and its end.
  const beyond = inPython && told > Array.from(fault.text ?? '').length;
  const end = ranged ? (beyond ? shown.length + indent + 1 : told) - 1 - indent : 0;
  const columns = (upTo: number) =>
    inPython || fault.inCharacters
      ? upTo
      : utf8Length(shown.slice(0, upTo)) + Math.max(upTo - shown.length, 0);
  const width = Math.max(columns(Math.max(end, 0)) - columns(start), 1);
  const before = inPython ? shown.slice(0, start).map((one) => (/\s/.test(one) ? one : ' ')) : [];
  return `${before.join('').padEnd(columns(start))}${'^'.repeat(width)}\n`;
}

/** The end of a range that goes on in later lines is the end of this one. */
function endColumn(fault: SyntaxFault, lineLength: number): number {
  if (fault.endLine === null || fault.endOffset === null) return 0;
  return fault.endLine === fault.line ? fault.endOffset : lineLength + 1;
}
