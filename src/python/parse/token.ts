/**
 * Tokens as CPython's tokenizer makes them (Parser/tokenizer.c), with INDENT, DEDENT and NEWLINE, and from 3.12 the
 * three tokens of f-strings.
 *
 * `text` is what the parser compares: the exact text of names, keywords, numbers, strings and operators, and '' for all
 * others, so `token.text === 'if'` is true of the keyword alone. `value` is the text of an FSTRING_MIDDLE.
 */
import type { Span } from './ast-expressions.ts';

export type TokenType =
  | 'NAME'
  | 'KEYWORD'
  | 'NUMBER'
  | 'STRING'
  | 'OP'
  | 'NEWLINE'
  | 'INDENT'
  | 'DEDENT'
  | 'FSTRING_START'
  | 'FSTRING_MIDDLE'
  | 'FSTRING_END'
  | 'ERRORTOKEN'
  | 'END';

export type Token = {
  readonly type: TokenType;
  readonly text: string;
  readonly value: string;
  readonly at: Span;
  readonly start: number;
  readonly end: number;
  /** How many brackets are open behind the token. */
  readonly level: number;
};

const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global ' +
    'if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

export function isKeyword(text: string): boolean {
  return KEYWORDS.has(text);
}

export const SOFT_KEYWORDS: ReadonlySet<string> = new Set(['match', 'case', '_']);

/** The longest operators first, as the tokenizer matches them. */
const THREE = new Set(['**=', '//=', '>>=', '<<=', '...']);
const TWO = new Set('!= == <= >= <> += -= *= /= %= &= |= ^= @= ** // << >> -> :='.split(' '));
const ONE = new Set('( ) [ ] { } : , ; + - * / | & < > = . % ~ ^ @'.split(' '));

export function operatorAt(text: string, at: number): string | null {
  const three = text.slice(at, at + 3);
  if (THREE.has(three)) return three;
  const two = three.slice(0, 2);
  if (TWO.has(two)) return two;
  const one = three.slice(0, 1);
  return ONE.has(one) ? one : null;
}
