/**
 * Source text to tokens (Parser/tokenizer.c and, for f-strings, its 3.12 `tok_get_fstring_mode`).
 *
 * The whole source is read at once. A lexical error ends the list with one ERRORTOKEN of empty text, whose fault is in
 * `fault`: the parser meets it only if nothing before it is wrong, as CPython does, which reads one token at a time.
 *
 * Always: brackets in `#open` are those that the tokens so far opened and did not close.
 */
import type { LanguageProfile } from '../language-profile.ts';
import type { FaultDetail, SyntaxFault } from '../syntax-fault.ts';
import { makeFault } from '../syntax-fault.ts';
import { ReadingWarnings } from '../syntax-warning.ts';
import type { Span } from './ast-expressions.ts';
import { FstringScanner } from './fstring-scanner.ts';
import { Indentation } from './indentation.ts';
import { LexicalError } from './lexical-error.ts';
import { scanNumber } from './number-scanner.ts';
import type { SourceText } from './source-text.ts';
import { scanString, stringPrefixLength } from './string-scanner.ts';
import type { Token, TokenType } from './token.ts';
import { isKeyword, operatorAt } from './token.ts';

const MAX_LEVEL = 200;
const NAME = /[A-Za-z0-9_\u0080-\u{10ffff}]*/uy;
const NAME_START = /[A-Za-z_\u0080-\u{10ffff}]/u;
const CLOSERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

export type OpenBracket = { readonly bracket: string; readonly line: number; readonly col: number };

export function neverClosed({ bracket, line, col }: OpenBracket): FaultDetail {
  return {
    message: `'${bracket}' was never closed`,
    line,
    offset: col + 1,
    endLine: line,
    endOffset: 0,
  };
}

export class Tokenizer {
  readonly source: SourceText;
  readonly text: string;
  readonly profile: LanguageProfile;
  readonly tokens: Token[] = [];
  fault: SyntaxFault | null = null;
  /** Whether a mistake that the parser finds before it comes to `fault` gives way to it. */
  faultFirst = false;
  readonly warnings = new ReadingWarnings();
  /** Brackets still open where the list ends. */
  readonly open: OpenBracket[] = [];
  pos = 0;
  line = 1;
  /** Where a comment on this line begins, which is where CPython's NEWLINE behind it does. */
  #comment: number | null = null;
  readonly #indentation = new Indentation();
  readonly #fstrings: FstringScanner;

  constructor(source: SourceText, profile: LanguageProfile) {
    this.source = source;
    this.text = source.text;
    this.profile = profile;
    this.#fstrings = new FstringScanner(this);
  }

  /** Reads everything; afterwards `tokens` ends with END, or with an ERRORTOKEN if `fault` is set. */
  run(): void {
    try {
      while (this.#line());
      this.#finish();
    } catch (error) {
      if (!(error instanceof LexicalError)) throw error;
      this.fault = this.#asTold(makeFault(this.source, error.detail), error.noted);
      this.faultFirst = !error.noted;
      this.push('ERRORTOKEN', this.pos, this.pos, '');
    }
  }

  /** What the tokenizer itself raises has the line without its end (tokenizer.c:syntaxerror), what it only notes (E_EOLS ...) has not. */
  #asTold(fault: SyntaxFault, noted: boolean): SyntaxFault {
    const inCharacters = this.profile.richErrors || !/^(?:EOL|EOF|unexpected)/.test(fault.message);
    const isNoted = noted || !inCharacters || fault.message === 'invalid character in identifier';
    const own = !isNoted && fault.exception === 'SyntaxError';
    const text = own ? (fault.text?.replace(/\n$/, '') ?? null) : fault.text;
    return { ...fault, text, inCharacters };
  }

  /** The 1-based count of characters from the start of `line` to `offset`: what a fault at `cur` reports. */
  offsetAt(offset: number, line = this.line): number {
    return this.source.column(line, offset);
  }

  fail(message: string, at: number = this.pos, exception: FaultDetail['exception'] = 'SyntaxError'): never {
    const offset = this.offsetAt(at);
    const end = this.profile.richErrors ? { endLine: this.line, endOffset: offset } : {};
    throw new LexicalError({ exception, message, line: this.line, offset, ...end });
  }

  /** A fault whose 1-based offsets are counted from the two given places. */
  failRange(message: string, from: number, to: number): never {
    throw new LexicalError({
      message,
      line: this.line,
      offset: this.offsetAt(from),
      endLine: this.line,
      endOffset: this.offsetAt(to),
    });
  }

  push(type: TokenType, start: number, end: number, text: string, value = ''): void {
    this.pushSpan(type, { start, end, text, value, at: this.source.span(start, end) });
  }

  pushSpan(type: TokenType, token: Omit<Token, 'type' | 'level'>): void {
    this.tokens.push({ type, level: this.open.length, ...token });
  }

  #finish(): void {
    const last = this.source.lineText(this.source.lineCount) ?? '';
    const line = Math.max(this.source.lineCount, 1);
    const col = Array.from(last).length - 1;
    const at: Span = { line, col, endLine: line, endCol: -2 };
    const end = this.text.length;
    if (this.open.length === 0) {
      for (let depth = this.#indentation.depth; depth > 0; depth--)
        this.pushSpan('DEDENT', { at, start: end, end, text: '', value: '' });
    }
    this.pushSpan('END', { at, start: end, end, text: '', value: '' });
  }

  /** One logical line with its INDENT or DEDENTs; false at the end of the text. */
  #line(): boolean {
    if (this.pos >= this.text.length) return false;
    const before = this.tokens.length;
    const start = this.pos;
    const lineNumber = this.line;
    const blank = this.#skipBlank();
    if (blank) return true;
    this.#indent(start, lineNumber);
    while (this.#token());
    return this.tokens.length > before || this.pos < this.text.length;
  }

  /** Passes a line of only white space and comment. */
  #skipBlank(): boolean {
    let at = this.pos;
    while (this.#isSpace(at)) at++;
    if (this.text[at] === '#') while (at < this.text.length && this.text[at] !== '\n') at++;
    if (at >= this.text.length) {
      this.pos = at;
      return true;
    }
    if (this.text[at] !== '\n') return false;
    this.pos = at + 1;
    this.line++;
    return true;
  }

  #isSpace(at: number): boolean {
    const c = this.text.charCodeAt(at);
    return c === 32 || c === 9 || c === 12;
  }

  #indent(start: number, line: number): void {
    while (this.#isSpace(this.pos)) this.pos++;
    const change = this.#indentation.measure(this.text.slice(start, this.pos));
    const width = this.pos - start;
    const at: Span = { line, col: width - 1, endLine: line, endCol: -2 };
    const token = { at, start: this.pos, end: this.pos, text: '', value: '' };
    if (change.problem !== null) this.#indentationFault(change.problem, line);
    if (change.steps > 0) this.pushSpan('INDENT', token);
    for (let i = change.steps; i < 0; i++) this.pushSpan('DEDENT', token);
  }

  #indentationFault(problem: 'tabs' | 'deep' | 'dedent', line: number): never {
    const rich = this.profile.richErrors;
    const length = Array.from(this.source.lineText(line) ?? '').length;
    if (problem === 'tabs') {
      const message = 'inconsistent use of tabs and spaces in indentation';
      const end = rich ? { endLine: line, endOffset: 0 } : {};
      const offset = this.profile.oldParser ? length : 1;
      throw new LexicalError({ exception: 'TabError', message, line, offset, ...end }, true);
    }
    const end = rich ? { endLine: line, endOffset: problem === 'deep' ? 0 : -1 } : {};
    const message =
      problem === 'deep'
        ? 'too many levels of indentation'
        : 'unindent does not match any outer indentation level';
    const offset = problem === 'deep' ? 1 : length;
    throw new LexicalError({ exception: 'IndentationError', message, line, offset, ...end }, true);
  }

  /** One token of a logical line; false after its NEWLINE. */
  #token(): boolean {
    if (this.#fstrings.inText()) {
      this.#fstrings.scanText();
      return true;
    }
    this.#skipInside();
    if (this.pos >= this.text.length) return false;
    const c = this.text[this.pos] ?? '';
    if (c === '\n') return this.#newline();
    if (this.#fstrings.atFieldEnd(c)) return true;
    const prefix = stringPrefixLength(this.text, this.pos);
    if (prefix >= 0) return this.#string(prefix);
    if (/[0-9]/.test(c) || (c === '.' && /[0-9]/.test(this.text[this.pos + 1] ?? ''))) return this.#number();
    if (NAME_START.test(String.fromCodePoint(this.text.codePointAt(this.pos) ?? 0))) return this.#name();
    return this.#operator();
  }

  #skipInside(): void {
    for (;;) {
      while (this.#isSpace(this.pos)) this.pos++;
      const c = this.text[this.pos];
      if (c === '#') {
        this.#comment = this.pos;
        while (this.pos < this.text.length && this.text[this.pos] !== '\n') this.pos++;
      } else if (c === '\\') {
        this.#continuation();
      } else if (c === '\n' && this.open.length > 0) {
        this.#advanceLine();
      } else {
        return;
      }
    }
  }

  #advanceLine(): void {
    this.#comment = null;
    this.pos++;
    this.line++;
  }

  #continuation(): void {
    const { line, profile } = this;
    if (this.text[this.pos + 1] !== '\n') {
      this.pos += 2;
      const message = 'unexpected character after line continuation character';
      const end = profile.richErrors ? { endLine: line, endOffset: 0 } : {};
      throw new LexicalError({ message, line, offset: this.offsetAt(this.pos), ...end }, true);
    }
    if (this.pos + 2 >= this.text.length) {
      const opened = this.open.at(-1);
      if (opened !== undefined && profile.richErrors) throw new LexicalError(neverClosed(opened), true);
      const message = 'unexpected EOF while parsing';
      const end = profile.richErrors ? { endLine: line, endOffset: -1 } : {};
      throw new LexicalError({ message, line, offset: this.offsetAt(this.pos + 2), ...end }, true);
    }
    this.pos += 1;
    this.#advanceLine();
  }

  #newline(): false {
    const start = this.pos;
    const ends = this.source.column(this.line, start);
    const endCol = this.profile.errors312 ? ends + 1 : ends;
    const { oldParser } = this.profile;
    const col = this.#comment === null || oldParser ? ends : this.source.column(this.line, this.#comment);
    const at: Span = { line: this.line, col, endLine: this.line, endCol };
    this.#advanceLine();
    this.pushSpan('NEWLINE', { at, start, end: this.pos, text: '', value: '' });
    return false;
  }

  #name(): true {
    const start = this.pos;
    NAME.lastIndex = start;
    const raw = NAME.exec(this.text)?.[0] ?? '';
    this.pos = start + raw.length;
    this.#verifyIdentifier(raw, start);
    const name = /^[\x00-\x7f]*$/.test(raw) ? raw : raw.normalize('NFKC');
    this.push(isKeyword(name) ? 'KEYWORD' : 'NAME', start, this.pos, name);
    return true;
  }

  /** tokenizer.c:verify_identifier: the first character that no identifier may have. */
  #verifyIdentifier(raw: string, start: number): void {
    let at = start;
    for (const character of raw) {
      const allowed = at === start ? /[\p{ID_Start}_]/u : /[\p{ID_Continue}_]/u;
      at += character.length;
      if (!allowed.test(character) && !allowed.test(character.normalize('NFKC')))
        this.#invalidCharacter(character, at);
    }
  }

  #invalidCharacter(character: string, end: number): never {
    this.pos = end;
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    if (this.profile.oldParser) this.fail('invalid character in identifier');
    if (/[\p{C}\p{Z}]/u.test(character)) this.fail(`invalid non-printable character U+${code}`);
    this.fail(`invalid character '${character}' (U+${code})`);
  }

  #number(): true {
    const start = this.pos;
    this.pos = scanNumber(this, start);
    this.push('NUMBER', start, this.pos, this.text.slice(start, this.pos));
    return true;
  }

  #string(prefixLength: number): true {
    const start = this.pos;
    const prefix = this.text.slice(start, start + prefixLength).toLowerCase();
    if (prefix.includes('f') && this.profile.fstringGrammar) {
      this.#fstrings.begin(start, prefixLength);
      return true;
    }
    this.pos = scanString(this, start, prefixLength);
    this.push('STRING', start, this.pos, this.text.slice(start, this.pos));
    this.line = this.source.lineAt(this.pos);
    return true;
  }

  /** Whether this quote is the one of an f-string whose field is not closed yet. */
  quoteOfOpenField(quote: string): boolean {
    return this.#fstrings.quoteOfOpenField(quote);
  }

  #operator(): true {
    const start = this.pos;
    const operator = operatorAt(this.text, start);
    if (operator === null) {
      this.pos++;
      this.push('ERRORTOKEN', start, this.pos, this.text.slice(start, this.pos));
      return true;
    }
    this.pos += this.#fstrings.operatorLength(operator);
    const text = operator.slice(0, this.pos - start);
    if ('([{'.includes(text)) this.openBracket(text, start);
    if (')]}'.includes(text)) this.#closeBracket(text);
    this.push('OP', start, this.pos, text);
    if (text === ':') this.#fstrings.colon();
    return true;
  }

  openBracket(bracket: string, start: number): void {
    if (this.open.length >= MAX_LEVEL) this.fail('too many nested parentheses', start + 1);
    this.open.push({ bracket, line: this.line, col: this.source.column(this.line, start) });
  }

  #closeBracket(bracket: string): void {
    const opened = this.open.pop();
    if (opened === undefined) this.fail(`unmatched '${bracket}'`);
    if (opened.bracket === CLOSERS[bracket]) return;
    if (this.#fstrings.unmatched(opened, bracket)) this.fail(`f-string: unmatched '${bracket}'`);
    const where = opened.line === this.line ? '' : ` on line ${opened.line}`;
    this.fail(
      `closing parenthesis '${bracket}' does not match opening parenthesis '${opened.bracket}'${where}`,
    );
  }
}
