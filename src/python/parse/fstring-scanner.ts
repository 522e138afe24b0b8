/**
 * The f-string modes of the tokenizer (PEP 701, 3.12: tokenizer.c:tok_get_fstring_mode).
 *
 * A literal alternates between text (FSTRING_MIDDLE tokens) and replacement fields (ordinary tokens). The scanner keeps
 * a stack, since a field may hold another f-string, with the same quotes even.
 *
 *   f"a{b:>{c}}d"   FSTRING_START MIDDLE { NAME : MIDDLE { NAME } } MIDDLE FSTRING_END
 */
import { quoteAt } from './string-scanner.ts';
import type { OpenBracket, Tokenizer } from './tokenizer.ts';

/** MAX_EXPR_NESTING: so many fields may stand in the specifications of each other. */
const MAX_NESTING = 3;

type Literal = {
  readonly start: number;
  readonly startLine: number;
  readonly quote: string;
  readonly raw: boolean;
  /** Whether text comes next rather than tokens of a field. */
  text: boolean;
  /** The bracket depth just inside each open field, and whether its format specification has begun. */
  readonly fields: { readonly depth: number; spec: boolean }[];
};

export class FstringScanner {
  readonly #tokenizer: Tokenizer;
  readonly #stack: Literal[] = [];

  constructor(tokenizer: Tokenizer) {
    this.#tokenizer = tokenizer;
  }

  begin(start: number, prefixLength: number): void {
    const t = this.#tokenizer;
    const quote = quoteAt(t.text, start + prefixLength);
    const raw = t.text
      .slice(start, start + prefixLength)
      .toLowerCase()
      .includes('r');
    t.pos = start + prefixLength + quote.length;
    t.push('FSTRING_START', start, t.pos, t.text.slice(start, t.pos));
    this.#stack.push({ start, startLine: t.line, quote, raw, text: true, fields: [] });
  }

  inText(): boolean {
    return this.#stack.at(-1)?.text ?? false;
  }

  /** Reads text up to a field, the end of the specification, or the closing quote. */
  scanText(): void {
    const literal = this.#stack.at(-1);
    if (literal === undefined) return;
    const t = this.#tokenizer;
    const start = t.pos;
    const field = literal.fields.at(-1);
    const value = this.#readMiddle(literal, field !== undefined);
    if (value !== '') t.push('FSTRING_MIDDLE', start, t.pos, '', value);
    t.line = t.source.lineAt(t.pos);
    if (t.text.startsWith(literal.quote, t.pos)) return this.#end(literal);
    literal.text = false;
    if (t.text[t.pos] === '{') this.#openField(literal);
  }

  /** Ends the literal, even within a specification: the brace of its field then stays open. */
  #end(literal: Literal): void {
    const t = this.#tokenizer;
    const start = t.pos;
    t.pos += literal.quote.length;
    t.push('FSTRING_END', start, t.pos, literal.quote);
    this.#stack.pop();
  }

  #openField(literal: Literal): void {
    const t = this.#tokenizer;
    if (literal.fields.length >= MAX_NESTING) t.fail('f-string: expressions nested too deeply');
    t.openBracket('{', t.pos);
    t.push('OP', t.pos, t.pos + 1, '{');
    t.pos++;
    literal.fields.push({ depth: t.open.length, spec: false });
  }

  /** The raw text, doubled braces made single outside of specifications. */
  #readMiddle(literal: Literal, inSpec: boolean): string {
    const t = this.#tokenizer;
    let value = '';
    let named = false;
    for (;;) {
      const c = t.text[t.pos];
      if (c === undefined) this.#unterminated(literal);
      if (t.text.startsWith(literal.quote, t.pos)) {
        return value;
      }
      if (c === '\n' && literal.quote.length === 1) {
        if (inSpec) return value;
        this.#unterminated(literal);
      }
      if (c === '}' && named) {
        named = false;
        value += c;
        t.pos++;
        continue;
      }
      if (c === '{' || c === '}') {
        if (inSpec || (t.text[t.pos + 1] !== c && c === '{')) return value;
        if (t.text[t.pos + 1] !== c) t.fail("f-string: single '}' is not allowed", t.pos + 1);
        value += c;
        t.pos += 2;
        continue;
      }
      const read = this.#readCharacter(literal.raw);
      named ||= read.length > 2;
      value += read;
    }
  }

  /** One character, or an escape as it stands (`\N{` whole, so that its brace opens no field). */
  #readCharacter(raw: boolean): string {
    const t = this.#tokenizer;
    const start = t.pos;
    const next = t.text[start + 1];
    if (t.text[start] === '\\' && !raw && (next === '{' || next === '}')) this.#warnOfBrace(next);
    if (t.text[start] !== '\\' || next === undefined || next === '{' || next === '}') {
      t.pos = start + 1;
      return t.text.slice(start, t.pos);
    }
    const named = !raw && next === 'N' && t.text[start + 2] === '{';
    t.pos = start + (named ? 3 : 2);
    return t.text.slice(start, t.pos);
  }

  /** `\\{` opens a field all the same. */
  #warnOfBrace(brace: string): void {
    const { warnings, pos, text, source } = this.#tokenizer;
    const message = `invalid escape sequence '\\${brace}'`;
    warnings.add(pos, pos, { line: source.lineAt(Math.min(pos, text.length)), message });
  }

  #unterminated(literal: Literal): never {
    const t = this.#tokenizer;
    const detected = t.text[t.pos] === undefined ? t.source.lineCount : t.source.lineAt(t.pos);
    const kind = literal.quote.length === 3 ? 'triple-quoted f-string' : 'f-string';
    t.line = literal.startLine;
    return t.fail(`unterminated ${kind} literal (detected at line ${detected})`, literal.start + 1);
  }

  /**
   * Inside a field, at its own depth, `}` ends it and `!` starts a conversion. True when a token was made.
   */
  atFieldEnd(c: string): boolean {
    const literal = this.#stack.at(-1);
    const field = literal?.fields.at(-1);
    if (literal === undefined || field === undefined) return false;
    const t = this.#tokenizer;
    if (t.open.length !== field.depth) return false;
    if (c === '}') {
      t.push('OP', t.pos, t.pos + 1, '}');
      t.pos++;
      t.open.pop();
      literal.fields.pop();
      literal.text = literal.fields.length === 0 || (literal.fields.at(-1)?.spec ?? false);
      return true;
    }
    if (c !== '!' || t.text[t.pos + 1] === '=') return false;
    t.push('OP', t.pos, t.pos + 1, '!');
    t.pos++;
    return true;
  }

  /** Whether an unterminated string with this quote really is the end of a literal whose field is open. */
  quoteOfOpenField(quote: string): boolean {
    const literal = this.#stack.at(-1);
    return literal !== undefined && literal.fields.length > 0 && literal.quote === quote;
  }

  /** At the depth of a field, `:=` is a colon and `!=` stays whole. */
  operatorLength(operator: string): number {
    const field = this.#stack.at(-1)?.fields.at(-1);
    const atField = field !== undefined && this.#tokenizer.open.length === field.depth;
    return atField && operator === ':=' ? 1 : operator.length;
  }

  /** A colon at the depth of the field starts the format specification. */
  colon(): void {
    const literal = this.#stack.at(-1);
    const field = literal?.fields.at(-1);
    if (literal === undefined || field === undefined || this.#tokenizer.open.length !== field.depth) return;
    field.spec = true;
    literal.text = true;
  }

  /** Whether a wrong closing bracket meets the brace of a field rather than a bracket of its expression. */
  unmatched(opened: OpenBracket, bracket: string): boolean {
    return this.#stack.length > 0 && opened.bracket === '{' && bracket !== '}';
  }
}
