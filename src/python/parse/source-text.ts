/**
 * The text of a program as the tokenizer reads it: line ends are `\n`, a final one is added if missing
 * (tokenizer.c:translate_newlines), a byte order mark is dropped.
 *
 * Offsets into `text` are UTF-16; positions that leave the parser are (line from 1, column from 0) in code points.
 */
import type { Span } from './ast-expressions.ts';

const SURROGATE = /[\ud800-\udfff]/;
const BEYOND_ASCII = /[\u0080-\uffff]/;

export class SourceText {
  readonly text: string;
  /** The last line had no newline. */
  readonly endsOpen: boolean;
  readonly #lineStarts: number[] = [0];
  readonly #hasAstral: boolean;
  readonly #isAscii: boolean;

  readonly #shift: { readonly line: number; readonly col: number };

  /**
   * `shift` moves every span that is made: the text is then a part of a larger one that begins there. `asItIs`: no newline is added, as
   * for an expression that is evaluated.
   */
  constructor(
    raw: string,
    shift: { readonly line: number; readonly col: number } = { line: 0, col: 0 },
    ends: 'line' | 'asItIs' = 'line',
  ) {
    this.#shift = shift;
    const unmarked = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
    const lines = unmarked.replace(/\r\n?/g, '\n');
    this.endsOpen = !lines.endsWith('\n');
    this.text = ends === 'asItIs' || lines.endsWith('\n') || lines === '' ? lines : `${lines}\n`;
    for (let at = this.text.indexOf('\n'); at !== -1; at = this.text.indexOf('\n', at + 1))
      this.#lineStarts.push(at + 1);
    if (!this.text.endsWith('\n') && this.text !== '') this.#lineStarts.push(this.text.length);
    this.#hasAstral = SURROGATE.test(this.text);
    this.#isAscii = !BEYOND_ASCII.test(this.text);
  }

  get lineCount(): number {
    return this.#lineStarts.length - 1;
  }

  /** The offset at which a line begins; the end of the text for lines past the last. */
  lineStart(line: number): number {
    return this.#lineStarts[line - 1] ?? this.text.length;
  }

  lineAt(offset: number): number {
    let low = 0;
    // The end of a text without a newline is on its last line.
    let high = this.#lineStarts.length - (this.text === '' || this.text.endsWith('\n') ? 1 : 2);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** The column, in code points, of an offset on a known line. */
  column(line: number, offset: number): number {
    const start = this.lineStart(line);
    if (!this.#hasAstral) return offset - start;
    return Array.from(this.text.slice(start, offset)).length;
  }

  span(start: number, end: number): Span {
    const line = this.lineAt(start);
    const endLine = this.lineAt(end);
    const col = this.column(line, start) + (line === 1 ? this.#shift.col : 0);
    const endCol = this.column(endLine, end) + (endLine === 1 ? this.#shift.col : 0);
    return { line: line + this.#shift.line, col, endLine: endLine + this.#shift.line, endCol };
  }

  /** A line with its newline, or null past the end. */
  lineText(line: number): string | null {
    if (line < 1 || line > this.lineCount) return null;
    return this.text.slice(this.lineStart(line), this.lineStart(line + 1));
  }

  /** The source between two positions given in code points. */
  slice(span: Span): string {
    return this.text.slice(this.offsetOf(span.line, span.col), this.offsetOf(span.endLine, span.endCol));
  }

  /** A column as CPython keeps it, in bytes of UTF-8. */
  byteColumn(line: number, column: number): number {
    if (this.#isAscii || column <= 0) return column;
    const start = this.lineStart(line);
    return utf8Length(this.text.slice(start, this.offsetOf(line, column)));
  }

  offsetOf(line: number, column: number): number {
    const start = this.lineStart(line);
    if (!this.#hasAstral) return start + column;
    let offset = start;
    for (let i = 0; i < column; i++) offset += (this.text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
    return offset;
  }
}

/** Bytes of UTF-8. */
export function utf8Length(characters: Iterable<string>): number {
  let bytes = 0;
  for (const character of characters) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
