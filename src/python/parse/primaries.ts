/**
 * Primaries: an atom and the attributes, calls and subscripts after it. Calls' arguments are in `arguments.ts`,
 * displays and comprehensions in `displays.ts`.
 */
import type { ConstValue } from '../constant.ts';
import { ELLIPSIS, FALSE, NONE, TRUE } from '../constant.ts';
import { parseArguments } from './arguments.ts';
import type { Expr, Span } from './ast-expressions.ts';
import type { Cursor } from './cursor.ts';
import { parseBraces, parseBrackets, parseParentheses } from './displays.ts';
import { parseExpression, parseNamedExpression, parseStarred, startsExpression } from './expressions.ts';
import { isTooLong, MAX_DECIMAL_DIGITS, numberValue } from './number-literal.ts';
import { parseStrings } from './string-literal.ts';
import type { Token } from './token.ts';

const KEYWORD_CONSTANTS: Readonly<Record<string, ConstValue>> = {
  None: NONE,
  True: TRUE,
  False: FALSE,
  '...': ELLIPSIS,
};

/** How many attributes, calls and subscripts may follow one another. */
const MAX_CHAIN = 600;

export function parsePrimary(p: Cursor): Expr {
  const start = p.glance().at;
  let node = parseAtom(p);
  for (let links = 0; ; links++) {
    const { text, type } = p.peek();
    if (type !== 'OP' || (text !== '.' && text !== '(' && text !== '[')) return node;
    if (links >= MAX_CHAIN) p.tooDeep();
    const value = node;
    const longer = p.attempt(() => parseTrailer(p, { value, start }, text));
    if (longer === null) return node;
    node = longer;
  }
}

function parseTrailer(
  p: Cursor,
  { value, start }: { readonly value: Expr; readonly start: Span },
  text: string,
): Expr {
  if (text === '.') {
    p.index++;
    const attr = p.expectType('NAME').text;
    return { kind: 'Attribute', at: p.spanFrom(start), value, attr };
  }
  if (text === '(') {
    const { args, keywords } = parseArguments(p);
    return { kind: 'Call', at: p.spanFrom(start), func: value, args, keywords };
  }
  p.index++;
  const index = parseSlices(p);
  p.expect(']');
  return { kind: 'Subscript', at: p.spanFrom(start), value, index };
}

/** slices: one, or a tuple if there is a comma. */
function parseSlices(p: Cursor): Expr {
  const start = p.glance().at;
  const first = parseSlice(p);
  if (!p.is(',') && first.kind !== 'Starred') return first;
  const items = [first];
  while (p.accept(',')) {
    if (p.is(']')) break;
    items.push(parseSlice(p));
  }
  return { kind: 'Tuple', at: p.spanFrom(start), items };
}

function parseSlice(p: Cursor): Expr {
  const start = p.peek();
  if (p.profile.starInIndex && p.is('*')) return parseStarred(p);
  let lower: Expr | null = null;
  if (!p.is(':')) {
    lower = p.profile.unparenthesisedSetWalrus ? parseNamedExpression(p) : parseExpression(p);
    if (!p.is(':')) return lower;
  }
  p.expect(':');
  const upper = startsExpression(p.peek()) ? parseExpression(p) : null;
  const step = p.accept(':') && startsExpression(p.peek()) ? parseExpression(p) : null;
  return { kind: 'Slice', at: p.spanFrom(start.at), lower, upper, step };
}

function parseAtom(p: Cursor): Expr {
  const token = p.peek();
  switch (token.type) {
    case 'NAME':
      p.index++;
      return { kind: 'Name', at: token.at, id: token.text };
    case 'NUMBER':
      return parseNumber(p, token);
    case 'STRING':
    case 'FSTRING_START':
      return parseStrings(p);
    default:
      return parseBracketed(p, token);
  }
}

function parseNumber(p: Cursor, token: Token): Expr {
  p.index++;
  if (isTooLong(token.text)) {
    const digits = token.text.replaceAll('_', '').length;
    const limit = `Exceeds the limit (${MAX_DECIMAL_DIGITS} digits) for integer string conversion`;
    const message = `${limit}: value has ${digits} digits; use sys.set_int_max_str_digits() to increase the limit`;
    p.raise(
      `${message} - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.`,
      token.at,
    );
  }
  return { kind: 'Constant', at: token.at, value: numberValue(token.text) };
}

function parseBracketed(p: Cursor, token: Token): Expr {
  const value = KEYWORD_CONSTANTS[token.text];
  if (value !== undefined) {
    p.index++;
    return { kind: 'Constant', at: token.at, value };
  }
  if (token.text === '(') return parseParentheses(p);
  if (token.text === '[') return parseBrackets(p);
  if (token.text === '{') return parseBraces(p);
  return p.fail();
}
