/**
 * f-strings whose fields the tokenizer has already split (PEP 701, 3.12): the grammar's `fstring` rules and the
 * messages of `invalid_replacement_field`.
 */
import { strConst } from '../constant.ts';
import type { Expr, FormattedValue, JoinedStr, Span } from './ast-expressions.ts';
import type { Cursor } from './cursor.ts';
import { parseAnnotatedRhs } from './expressions.ts';
import type { Part } from './string-parts.ts';
import { appendPart, fieldParts, unescape, warnOfEscapes } from './string-parts.ts';
import type { Token } from './token.ts';

type Parts = { readonly kind: 'parts'; readonly parts: readonly Part[]; readonly at: Span };

interface Text {
  readonly token: Token;
  readonly text: string;
}

/** The tokenizer has warned of these. */
const ESCAPED_BRACE = /\\[{}]/g;

export function parseFstringTokens(p: Cursor): Parts {
  const start = p.next();
  const raw = start.text.toLowerCase().includes('r');
  const parts: Part[] = [];
  const texts: Text[] = [];
  while (!p.isType('FSTRING_END')) {
    const token = p.peek();
    if (token.type === 'FSTRING_MIDDLE') texts.push({ token, text: token.value });
    parseMiddle(p, parts, raw, (text) => texts.push({ token, text: text.replaceAll(ESCAPED_BRACE, '') }));
  }
  const { at, end } = p.next();
  // The action of the whole literal decodes its texts, and calls their line that of the closing quote.
  if (!raw)
    for (const { token, text } of texts)
      warnOfEscapes(p, token, { text, line: at.line, offset: end, isText: true });
  return { kind: 'parts', parts, at: p.spanFrom(start.at) };
}

/**
 * @param ofDebugText is told the text of `{x=}`, which is decoded as the texts around it are (_PyPegen_decode_fstring_part); left out in a
 * specification, where it is not
 */
function parseMiddle(p: Cursor, parts: Part[], raw: boolean, ofDebugText?: (text: string) => void): void {
  if (p.isType('FSTRING_MIDDLE')) {
    const token = p.next();
    const text = raw ? token.value : unescape(p, token.value, token.at);
    appendPart(parts, { kind: 'Constant', at: token.at, value: strConst(text) });
    return;
  }
  const field = p.nested(() => parseField(p, raw, ofDebugText));
  for (const part of field) appendPart(parts, part);
}

function parseField(p: Cursor, raw: boolean, ofDebugText?: (text: string) => void): readonly Part[] {
  const open = p.expect('{');
  const value = parseValue(p);
  const equals = p.is('=') ? p.next() : null;
  const debugText = equals === null ? null : p.source.text.slice(open.end, p.glance().start);
  if (p.diagnosing) afterValue(p, equals !== null);
  const conversion = parseConversion(p);
  const spec = p.accept(':') ? parseSpec(p, raw) : null;
  if (p.diagnosing && !p.is('}')) p.raise(closingMessage(conversion !== '', spec), p.peek().at);
  p.expect('}');
  const field: FormattedValue = { kind: 'FormattedValue', at: p.spanFrom(open.at), value, conversion, spec };
  if (debugText === null || raw || ofDebugText === undefined) return fieldParts(field, debugText);
  ofDebugText(debugText);
  return fieldParts(field, unescape(p, debugText, open.at));
}

function parseValue(p: Cursor): Expr {
  const token = p.peek();
  if (p.diagnosing && ['=', '!', ':', '}'].includes(token.text)) {
    p.raise(`f-string: valid expression required before '${token.text}'`, token.at);
  }
  const index = p.index;
  const value = p.attempt(() => parseAnnotatedRhs(p));
  if (value !== null) return value;
  p.index = index;
  if (p.diagnosing) p.raise("f-string: expecting a valid expression after '{'", p.peek().at);
  return p.fail();
}

function afterValue(p: Cursor, debug: boolean): void {
  const token = p.peek();
  if (['!', ':', '}'].includes(token.text)) return;
  p.raise(`f-string: expecting ${debug ? '' : "'=', or "}'!', or ':', or '}'`, token.at);
}

function closingMessage(converted: boolean, spec: JoinedStr | null): string {
  if (spec !== null) return "f-string: expecting '}', or format specs";
  return converted ? "f-string: expecting ':' or '}'" : "f-string: expecting '}'";
}

function parseConversion(p: Cursor): FormattedValue['conversion'] {
  if (!p.accept('!')) return '';
  const token = p.peek();
  if (token.text === ':' || token.text === '}') p.raise('f-string: missing conversion character', token.at);
  if (token.type !== 'NAME') p.raise('f-string: invalid conversion character', token.at);
  if (token.start !== p.previous().end)
    // The misspelling is CPython's.
    p.raise(
      'f-string: conversion type must come right after the exclamanation mark',
      p.previous().at,
      token.at,
    );
  p.next();
  const name = token.text;
  if (name === 's' || name === 'r' || name === 'a') return name;
  return p.raise(`f-string: invalid conversion character '${name}': expected 's', 'r', or 'a'`, token.at);
}

function parseSpec(p: Cursor, raw: boolean): JoinedStr {
  const start = p.previous().at;
  const parts: Part[] = [];
  while (p.isType('FSTRING_MIDDLE') || p.is('{')) {
    const { value, at, end } = p.peek();
    if (p.isType('FSTRING_MIDDLE') && !raw)
      warnOfEscapes(p, p.peek(), { text: value, line: at.line, offset: end, isText: true });
    parseMiddle(p, parts, raw);
  }
  if (p.profile.emptySpecTail && parts.at(-1)?.kind === 'FormattedValue') {
    parts.push({ kind: 'Constant', at: p.previous().at, value: strConst('') });
  }
  const from = { ...start, line: start.endLine, col: start.endCol };
  return { kind: 'JoinedStr', at: p.spanFrom(from), values: parts };
}
