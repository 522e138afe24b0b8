/**
 * f-strings as versions before 3.12 read them (string_parser.c:fstring_find_expr): the literal is one token, each
 * expression is cut out of its text by counting brackets and quotes and parsed apart, with messages of its own.
 */
import { strConst } from '../constant.ts';
import type { SyntaxFault } from '../syntax-fault.ts';
import { FaultSignal } from '../syntax-fault.ts';
import type { Expr, FormattedValue, JoinedStr, Span } from './ast-expressions.ts';
import type { Cursor } from './cursor.ts';
import { parseFieldExpression } from './field-expression.ts';
import type { Part } from './string-parts.ts';
import { appendPart, fieldParts, raiseAfterStrings, unescape } from './string-parts.ts';
import type { Token } from './token.ts';

type Parts = { readonly kind: 'parts'; readonly parts: readonly Part[]; readonly at: Span };
export type FstringInside = { readonly inside: string; readonly raw: boolean; readonly offset: number };

export function parseFstringText(p: Cursor, token: Token, literal: FstringInside): Parts {
  const scan = new FstringText(p, token, literal);
  const parts = scan.parts(0);
  return { kind: 'parts', parts, at: token.at };
}

const CLOSER: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

class FstringText {
  readonly #p: Cursor;
  readonly #token: Token;
  readonly #literal: FstringInside;
  #at = 0;

  constructor(p: Cursor, token: Token, literal: FstringInside) {
    this.#p = p;
    this.#token = token;
    this.#literal = literal;
  }

  #fail(message: string): never {
    return raiseAfterStrings(this.#p, `f-string${message}`, this.#token.at);
  }

  #char(ahead = 0): string {
    return this.#literal.inside[this.#at + ahead] ?? '';
  }

  /** Texts and fields up to the end, or up to the `}` that ends a specification. */
  parts(depth: number): readonly Part[] {
    const parts: Part[] = [];
    for (;;) {
      const text = this.#text(depth);
      appendPart(parts, { kind: 'Constant', at: this.#token.at, value: strConst(text) });
      if (this.#char() !== '{') return parts;
      for (const part of this.#field(depth)) appendPart(parts, part);
    }
  }

  #text(depth: number): string {
    const { inside, raw } = this.#literal;
    let value = '';
    while (this.#at < inside.length) {
      const c = this.#char();
      if (c === '\\' && !raw) {
        value += this.#escape();
      } else if (c === '{' || c === '}') {
        if (depth > 0) break;
        if (this.#char(1) !== c) {
          if (c === '}') this.#fail(": single '}' is not allowed");
          break;
        }
        value += c;
        this.#at += 2;
      } else {
        value += c;
        this.#at++;
      }
    }
    return raw ? value : unescape(this.#p, value, this.#token.at);
  }

  #escape(): string {
    const start = this.#at;
    const { inside } = this.#literal;
    const next = this.#char(1);
    if (next === 'N' && this.#char(2) === '{') this.#at = this.#afterName(start);
    else if (next === '{' || next === '}') this.#at = start + 1;
    // What follows an N is not looked at.
    else this.#at = Math.min(start + (next === 'N' ? 3 : 2), inside.length);
    return inside.slice(start, this.#at);
  }

  /** fstring_find_literal looks for the end of a name, or of everything. */
  #afterName(start: number): number {
    const { inside } = this.#literal;
    const close = inside.indexOf('}', start);
    return close === -1 ? inside.length : close + 1;
  }

  #field(depth: number): readonly Part[] {
    if (depth >= 2) this.#fail(': expressions nested too deeply');
    this.#at++;
    const start = this.#at;
    this.#skipExpression();
    const end = this.#at;
    const before = this.#char();
    if (before === '') this.#fail(": expecting '}'");
    const value = this.#expression(start, end, before);
    const debugText = this.#debugText(start);
    const conversion = this.#conversion();
    const spec = this.#spec(depth);
    if (this.#char() !== '}') this.#fail(": expecting '}'");
    this.#at++;
    const field: FormattedValue = { kind: 'FormattedValue', at: this.#token.at, value, conversion, spec };
    return fieldParts(field, debugText);
  }

  #debugText(start: number): string | null {
    if (this.#char() !== '=') return null;
    this.#at++;
    while (/\s/.test(this.#char())) this.#at++;
    if (this.#char() === '') this.#fail(": expecting '}'");
    return this.#literal.inside.slice(start, this.#at);
  }

  #conversion(): FormattedValue['conversion'] {
    if (this.#char() !== '!') return '';
    const c = this.#char(1);
    this.#at += 2;
    if (c === 's' || c === 'r' || c === 'a') {
      if (this.#char() === '') this.#fail(": expecting '}'");
      return c;
    }
    return this.#fail(": invalid conversion character: expected 's', 'r', or 'a'");
  }

  #spec(depth: number): JoinedStr | null {
    if (this.#char() !== ':') return null;
    this.#at++;
    return { kind: 'JoinedStr', at: this.#token.at, values: this.parts(depth + 1) };
  }

  /** Moves to the character that ends the expression: `}`, `!`, `:` or `=` outside of brackets and strings. */
  #skipExpression(): void {
    const open: string[] = [];
    let quote = '';
    for (; this.#at < this.#literal.inside.length; this.#at++) {
      const c = this.#char();
      if (c === '\\') this.#fail(' expression part cannot include a backslash');
      if (quote !== '') {
        if (!this.#literal.inside.startsWith(quote, this.#at)) continue;
        this.#at += quote.length - 1;
        quote = '';
      } else if (c === "'" || c === '"') {
        quote = this.#literal.inside.startsWith(c.repeat(3), this.#at) ? c.repeat(3) : c;
        this.#at += quote.length - 1;
      } else if ('([{'.includes(c)) {
        if (open.length >= 200) this.#fail(': too many nested parenthesis');
        open.push(c);
      } else if (c === '#') {
        this.#fail(" expression part cannot include '#'");
      } else if (open.length === 0 && this.#endsExpression(c)) {
        return;
      } else if (')]}'.includes(c)) {
        this.#close(open, c);
      }
    }
    if (quote !== '') this.#fail(': unterminated string');
    const unclosed = open.at(-1);
    if (unclosed !== undefined) this.#fail(`: unmatched '${unclosed}'`);
  }

  /** Passes comparison operators that contain `=` or `!`. True if `c` ends the expression. */
  #endsExpression(c: string): boolean {
    if (!'!:=<>}'.includes(c)) return false;
    if (this.#char(1) === '=' && '!=<>'.includes(c)) {
      this.#at++;
      return false;
    }
    return c !== '<' && c !== '>';
  }

  #close(open: string[], c: string): void {
    const opened = open.pop();
    if (opened === undefined) this.#fail(`: unmatched '${c}'`);
    if (CLOSER[opened] !== c)
      this.#fail(`: closing parenthesis '${c}' does not match opening parenthesis '${opened}'`);
  }

  #expression(start: number, end: number, before: string): Expr {
    const { inside, offset } = this.#literal;
    if (/^\s*$/.test(inside.slice(start, end))) {
      const required = this.#p.profile.errors311 && (before === '!' || before === ':' || before === '=');
      this.#fail(required ? `: expression required before '${before}'` : ': empty expression not allowed');
    }
    const from = this.#token.start + offset + start;
    try {
      return parseFieldExpression(this.#p, from, from + (end - start));
    } catch (error) {
      if (!(error instanceof FaultSignal)) throw error;
      throw new FaultSignal(inFstring(error.fault));
    }
  }
}

function inFstring(fault: SyntaxFault): SyntaxFault {
  const parserMade =
    fault.exception === 'SyntaxError' && !fault.message.startsWith('f-string') && !fault.unsupported;
  return parserMade ? { ...fault, message: `f-string: ${fault.message}` } : fault;
}
