/**
 * Parentheses, brackets and braces as atoms: groups, tuples, lists, sets, dictionaries and comprehensions, and the
 * mistakes of invalid_group, invalid_comprehension and invalid_double_starred_kvpairs.
 */
import type { Expr, Span } from './ast-expressions.ts';
import { parseComprehensionClauses, startsClauses } from './comprehension-clauses.ts';
import type { Cursor } from './cursor.ts';
import {
  parseBitwiseOr,
  parseExpression,
  parseNamedExpression,
  parseStarNamedExpression,
  parseStarred,
  parseYield,
  startsExpression,
} from './expressions.ts';
import type { Token } from './token.ts';

const TARGET_HINT = 'did you forget parentheses around the comprehension target?';

export function parseParentheses(p: Cursor): Expr {
  const open = p.expect('(');
  if (p.accept(')')) return { kind: 'Tuple', at: p.spanFrom(open.at), items: [] };
  if (p.is('yield')) {
    const value = parseYield(p);
    p.expect(')');
    return value;
  }
  if (p.is('**') && p.diagnosingRich) doubleStarGroup(p);
  lookAtStarred(p, true);
  const first = parseStarNamedExpression(p);
  if (startsClauses(p)) return parseComprehension(p, { open, first, close: ')', kind: 'GeneratorExp' });
  if (p.is(',')) return parseItems(p, { open, first, close: ')', kind: 'Tuple' });
  p.expect(')');
  return first.kind === 'Starred' ? p.fail() : first;
}

/** invalid_comprehension and invalid_group read `*` and a whole expression, whatever is wrong with it; what stands in a group is told. */
function lookAtStarred(p: Cursor, inGroup = false): void {
  if (!p.diagnosing || !p.is('*')) return;
  const { index } = p;
  const star = p.next();
  const value = p.attempt(() => parseExpression(p));
  if (inGroup && value !== null && p.is(')'))
    p.raise(`${p.profile.richErrors ? 'cannot' : "can't"} use starred expression here`, star.at, value.at);
  p.index = index;
}

function doubleStarGroup(p: Cursor): void {
  const stars = p.peek();
  const index = p.index;
  p.index++;
  const value = p.attempt(() => parseExpression(p));
  if (value !== null && p.is(')')) p.raise('cannot use double starred expression here', stars.at);
  p.index = index;
}

type Opened = { readonly open: Token; readonly first: Expr; readonly close: string };

function parseComprehension(
  p: Cursor,
  opened: Opened & { readonly kind: 'ListComp' | 'SetComp' | 'GeneratorExp' },
): Expr {
  const { open, first, close, kind } = opened;
  const generators = parseComprehensionClauses(p);
  if (first.kind === 'Starred') {
    if (!p.diagnosing) p.fail();
    p.raise('iterable unpacking cannot be used in comprehension', first.at);
  }
  p.expect(close);
  return { kind, at: p.spanFrom(open.at), element: first, generators };
}

function parseItems(p: Cursor, opened: Opened & { readonly kind: 'Tuple' | 'List' | 'Set' }): Expr {
  const { open, first, close, kind } = opened;
  const items = [first];
  while (p.accept(',')) {
    if (p.is(close)) break;
    if (p.diagnosingRich && close !== ')' && startsClauses(p)) targetHint(p, first.at, p.previous().at);
    items.push(parseStarNamedExpression(p));
  }
  if (p.diagnosingRich && close !== ')' && startsClauses(p) && items.length > 1)
    targetHint(p, first.at, (items.at(-1) ?? first).at);
  p.expect(close);
  return { kind, at: p.spanFrom(open.at), items };
}

function targetHint(p: Cursor, from: Span, to: Span): void {
  const clauses = p.attempt(() => parseComprehensionClauses(p));
  if (clauses !== null) p.raise(TARGET_HINT, from, to);
}

export function parseBrackets(p: Cursor): Expr {
  const open = p.expect('[');
  if (p.accept(']')) return { kind: 'List', at: p.spanFrom(open.at), items: [] };
  lookAtStarred(p);
  const first = parseStarNamedExpression(p);
  if (startsClauses(p)) return parseComprehension(p, { open, first, close: ']', kind: 'ListComp' });
  return parseItems(p, { open, first, close: ']', kind: 'List' });
}

export function parseBraces(p: Cursor): Expr {
  const open = p.expect('{');
  if (p.accept('}')) return { kind: 'Dict', at: p.spanFrom(open.at), keys: [], values: [] };
  if (p.is('**')) return parseDict(p, open, null);
  lookAtStarred(p);
  if (p.is('*')) return parseSet(p, open, parseStar(p));
  const walrus = p.profile.unparenthesisedSetWalrus && p.peek().type === 'NAME' && p.glance(1).text === ':=';
  const first = walrus || p.diagnosing ? firstOfBraces(p) : parseExpression(p);
  if (p.is(':')) return parseDict(p, open, first);
  return parseSet(p, open, first);
}

function firstOfBraces(p: Cursor): Expr {
  return p.profile.unparenthesisedSetWalrus ? parseNamedExpression(p) : parseExpression(p);
}

function parseStar(p: Cursor): Expr {
  if (p.profile.errors313 && p.diagnosing && ['}', ','].includes(p.glance(1).text))
    p.raise('Invalid star expression', p.glance(1).at);
  return parseStarred(p);
}

function parseSet(p: Cursor, open: Token, first: Expr): Expr {
  if (startsClauses(p)) return parseComprehension(p, { open, first, close: '}', kind: 'SetComp' });
  return parseItems(p, { open, first, close: '}', kind: 'Set' });
}

/** `first` is the key already read, or null at a `**`. */
function parseDict(p: Cursor, open: Token, first: Expr | null): Expr {
  const keys: (Expr | null)[] = [];
  const values: Expr[] = [];
  let key = first;
  for (;;) {
    if (key === null) unpacking(p, keys, values);
    else {
      keys.push(key);
      values.push(parseDictValue(p));
    }
    if (key !== null && startsClauses(p)) {
      if (keys.length > 1) p.fail();
      return dictComprehension(p, open, { key, value: values[0] as Expr });
    }
    if (!p.accept(',') || p.is('}')) break;
    key = p.is('**') ? null : parseDictKey(p);
  }
  p.expect('}');
  return { kind: 'Dict', at: p.spanFrom(open.at), keys, values };
}

function dictComprehension(
  p: Cursor,
  open: Token,
  entry: { readonly key: Expr; readonly value: Expr },
): Expr {
  const generators = parseComprehensionClauses(p);
  p.expect('}');
  return { kind: 'DictComp', at: p.spanFrom(open.at), ...entry, generators };
}

function unpacking(p: Cursor, keys: (Expr | null)[], values: Expr[]): void {
  const stars = p.expect('**');
  const value = parseBitwiseOr(p);
  if (startsClauses(p) && p.diagnosing && keys.length === 0)
    p.raise('dict unpacking cannot be used in dict comprehension', stars.at);
  keys.push(null);
  values.push(value);
}

/** A key after the first. Where its colon is missing, that is what CPython reports, rather than a missing comma. */
function parseDictKey(p: Cursor): Expr {
  const off = p.commaChecksOff;
  p.commaChecksOff = true;
  const key = parseExpression(p);
  p.commaChecksOff = off;
  if (p.diagnosingRich && !p.is(':')) {
    const { endLine, endCol } = key.at;
    p.raiseAt({
      message: "':' expected after dictionary key",
      line: key.at.line,
      offset: endCol,
      endLine,
      endOffset: 0,
    });
  }
  return key;
}

function parseDictValue(p: Cursor): Expr {
  const colon = p.expect(':');
  if (p.diagnosingRich) {
    if (p.is('}') || p.is(',')) p.raise("expression expected after dictionary key and ':'", colon.at);
    if (p.is('*')) starredValue(p);
  }
  if (!startsExpression(p.peek())) p.fail();
  return parseExpression(p);
}

function starredValue(p: Cursor): void {
  const star = p.peek();
  const index = p.index;
  p.index++;
  const value = p.attempt(() => parseBitwiseOr(p));
  if (value !== null) p.raise('cannot use a starred expression in a dictionary value', star.at, value.at);
  p.index = index;
}
