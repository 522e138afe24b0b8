/**
 * Patterns of `case` (the grammar's `patterns` to `class_pattern`).
 */
import { FALSE, NONE, TRUE } from '../constant.ts';
import type { Expr } from './ast-expressions.ts';
import { spanning } from './ast-expressions.ts';
import type { MatchStar, Pattern } from './ast-patterns.ts';
import type { Cursor } from './cursor.ts';
import { parseExpression } from './expressions.ts';
import { numberValue } from './number-literal.ts';
import { parseStrings } from './string-literal.ts';
import type { Token } from './token.ts';

/** patterns: one, or a sequence without brackets. */
export function parseOpenPattern(p: Cursor): Pattern {
  const start = p.glance().at;
  const first = p.is('*') ? parseStarPattern(p) : parseAsPattern(p);
  if (!p.is(',')) return first.kind === 'MatchStar' ? p.fail() : first;
  const patterns = [first];
  while (p.accept(',')) {
    if (p.is(':') || p.is('if')) break;
    patterns.push(parseMaybeStar(p));
  }
  return { kind: 'MatchSequence', at: p.spanFrom(start), patterns };
}

function parseMaybeStar(p: Cursor): Pattern {
  return p.is('*') ? parseStarPattern(p) : parseAsPattern(p);
}

function parseStarPattern(p: Cursor): MatchStar {
  const star = p.expect('*');
  const name = p.expectType('NAME').text;
  return { kind: 'MatchStar', at: p.spanFrom(star.at), name: name === '_' ? null : name };
}

function parseAsPattern(p: Cursor): Pattern {
  return p.nested(() => {
    const start = p.glance().at;
    const pattern = parseOrPattern(p);
    if (!p.accept('as')) return pattern;
    const target = p.peek();
    if (p.diagnosing) invalidAs(p, target);
    const name = p.expectType('NAME').text;
    if (name === '_' || ['.', '(', '='].includes(p.peek().text)) p.fail();
    return { kind: 'MatchAs', at: p.spanFrom(start), pattern, name };
  });
}

function invalidAs(p: Cursor, target: Token): void {
  if (target.text === '_') p.raise("cannot use '_' as a target", target.at);
  if (target.type === 'NAME') return;
  const node = p.probe(() => parseExpression(p));
  if (node !== null) p.raise('invalid pattern target', node.at);
}

function parseOrPattern(p: Cursor): Pattern {
  const start = p.glance().at;
  const first = parseClosedPattern(p);
  if (!p.is('|')) return first;
  const patterns = [first];
  while (p.accept('|')) patterns.push(parseClosedPattern(p));
  return { kind: 'MatchOr', at: p.spanFrom(start), patterns };
}

function parseClosedPattern(p: Cursor): Pattern {
  const token = p.peek();
  if (token.type === 'NUMBER' || token.text === '-') return parseNumberPattern(p);
  if (token.type === 'STRING' || token.type === 'FSTRING_START') return parseStringPattern(p);
  if (token.type === 'NAME') return parseNamePattern(p);
  switch (token.text) {
    case 'None':
    case 'True':
    case 'False':
      return { kind: 'MatchSingleton', at: token.at, value: parseSingleton(p) };
    case '(':
      return parseGroup(p);
    case '[':
      return parseSequence(p);
    case '{':
      return parseMapping(p);
    default:
      return p.fail();
  }
}

function parseSingleton(p: Cursor): Expr {
  const { at, text } = p.next();
  const value = text === 'None' ? NONE : text === 'True' ? TRUE : FALSE;
  return { kind: 'Constant', at, value };
}

function parseNumberPattern(p: Cursor): Pattern {
  const value = parseNumber(p);
  return { kind: 'MatchValue', at: value.at, value };
}

/** `[-] NUMBER [('+' | '-') NUMBER]`, the second imaginary. */
function parseNumber(p: Cursor): Expr {
  const real = parseSignedNumber(p);
  const op = p.peek().text;
  if (op !== '+' && op !== '-') return real;
  p.index++;
  const token = p.expectType('NUMBER');
  const right: Expr = { kind: 'Constant', at: token.at, value: numberValue(token.text) };
  if (right.value.type !== 'complex') p.raise('imaginary number required in complex literal', token.at);
  return { kind: 'BinOp', at: spanning(real.at, token.at), left: real, op, right };
}

function parseSignedNumber(p: Cursor): Expr {
  const minus = p.is('-') ? p.next() : null;
  const token = p.expectType('NUMBER');
  const operand: Expr = { kind: 'Constant', at: token.at, value: numberValue(token.text) };
  return minus === null ? operand : { kind: 'UnaryOp', at: spanning(minus.at, token.at), op: '-', operand };
}

function parseStringPattern(p: Cursor): Pattern {
  const value = parseStrings(p);
  if (value.kind === 'JoinedStr') p.raise('patterns may only match literals and attribute lookups', value.at);
  return { kind: 'MatchValue', at: value.at, value };
}

/** A capture, the wildcard, a dotted value, or a class pattern. */
function parseNamePattern(p: Cursor): Pattern {
  const token = p.next();
  let value: Expr = { kind: 'Name', at: token.at, id: token.text };
  while (p.accept('.')) {
    const attr = p.expectType('NAME').text;
    value = { kind: 'Attribute', at: p.spanFrom(token.at), value, attr };
  }
  if (p.is('(')) return parseClassPattern(p, value);
  if (value.kind === 'Attribute') return { kind: 'MatchValue', at: value.at, value };
  return { kind: 'MatchAs', at: token.at, pattern: null, name: token.text === '_' ? null : token.text };
}

function parseClassPattern(p: Cursor, cls: Expr): Pattern {
  p.expect('(');
  const patterns: Pattern[] = [];
  const kwdAttrs: string[] = [];
  const kwdPatterns: Pattern[] = [];
  while (!p.is(')')) {
    if (p.peek().type === 'NAME' && p.glance(1).text === '=') {
      kwdAttrs.push(p.next().text);
      p.next();
      kwdPatterns.push(parseAsPattern(p));
    } else {
      const pattern = parseAsPattern(p);
      if (kwdAttrs.length > 0) positionalAfterKeyword(p, pattern);
      patterns.push(pattern);
    }
    if (!p.accept(',')) break;
  }
  p.expect(')');
  return { kind: 'MatchClass', at: p.spanFrom(cls.at), cls, patterns, kwdAttrs, kwdPatterns };
}

function positionalAfterKeyword(p: Cursor, pattern: Pattern): never {
  if (!p.diagnosing) p.fail();
  return p.raise('positional patterns follow keyword patterns', pattern.at);
}

/** A pattern in parentheses, or a sequence: decided by what follows the first. */
function parseGroup(p: Cursor): Pattern {
  const open = p.next();
  if (p.accept(')')) return { kind: 'MatchSequence', at: p.spanFrom(open.at), patterns: [] };
  const first = parseMaybeStar(p);
  if (first.kind !== 'MatchStar' && p.accept(')')) return first;
  const patterns = [first];
  if (!p.is(',')) p.fail();
  while (p.accept(',') && !p.is(')')) patterns.push(parseMaybeStar(p));
  p.expect(')');
  return { kind: 'MatchSequence', at: p.spanFrom(open.at), patterns };
}

function parseSequence(p: Cursor): Pattern {
  const open = p.next();
  const patterns: Pattern[] = [];
  while (!p.is(']')) {
    patterns.push(parseMaybeStar(p));
    if (!p.accept(',')) break;
  }
  p.expect(']');
  return { kind: 'MatchSequence', at: p.spanFrom(open.at), patterns };
}

function parseMapping(p: Cursor): Pattern {
  const open = p.next();
  const keys: Expr[] = [];
  const patterns: Pattern[] = [];
  let rest: string | null = null;
  while (!p.is('}')) {
    if (rest !== null) p.fail();
    if (p.accept('**')) {
      rest = p.expectType('NAME').text;
      if (rest === '_') p.fail();
    } else {
      keys.push(parseMappingKey(p));
      p.expect(':');
      patterns.push(parseAsPattern(p));
    }
    if (!p.accept(',')) break;
  }
  p.expect('}');
  return { kind: 'MatchMapping', at: p.spanFrom(open.at), keys, patterns, rest };
}

function parseMappingKey(p: Cursor): Expr {
  const pattern = parseClosedPattern(p);
  if (pattern.kind !== 'MatchValue' && pattern.kind !== 'MatchSingleton') return p.fail();
  return pattern.value;
}
