/**
 * f-strings whose fields the tokenizer has already split (PEP 701, 3.12): the grammar's `fstring` rules and the
 * messages of `invalid_replacement_field`.
 */
import { strConst } from '../constant.ts';
import type { Expr, FormattedValue, JoinedStr, Span } from './ast-expressions.ts';
import type { Cursor } from './cursor.ts';
import { parseAnnotatedRhs } from './expressions.ts';
import { decodeUnicodeEscapes, type EscapeProblem } from './string-escapes.ts';
import type { Part } from './string-parts.ts';
import { appendPart, fieldParts, raiseProblem, unescape, warnOfEscapes } from './string-parts.ts';
import type { Token } from './token.ts';

type Parts = { readonly kind: 'parts'; readonly parts: readonly Part[]; readonly at: Span };

interface Text {
  readonly token: Token;
  readonly text: string;
}

/** The tokenizer has warned of these. */
const ESCAPED_BRACE = /\\[{}]/g;

/** What a field shares with the texts around it. */
interface Around {
  readonly raw: boolean;
  readonly decode: (text: string, at: Span) => string;
  /** Left out in a specification, where the text of `{x=}` is not decoded. */
  readonly ofDebugText?: (text: string) => void;
}

/** The action of the whole literal decodes its texts: what is wrong with one is said of the closing quote. */
export function parseFstringTokens(p: Cursor): Parts {
  const start = p.next();
  const raw = start.text.toLowerCase().includes('r');
  const parts: Part[] = [];
  const texts: Text[] = [];
  let problem: EscapeProblem | null = null;
  const decode = (text: string): string => {
    const decoded = decodeUnicodeEscapes(text, p.profile.characters);
    if (typeof decoded === 'string') return decoded;
    problem ??= decoded;
    return '';
  };
  while (!p.isType('FSTRING_END')) {
    const token = p.peek();
    if (token.type === 'FSTRING_MIDDLE') texts.push({ token, text: token.value });
    const ofDebugText = (text: string): void => {
      texts.push({ token, text: text.replaceAll(ESCAPED_BRACE, '') });
    };
    parseMiddle(p, parts, { raw, decode, ofDebugText });
  }
  const { at, end } = p.next();
  if (!raw)
    for (const { token, text } of texts)
      warnOfEscapes(p, token, { text, line: at.line, offset: end, isText: true });
  if (problem !== null) raiseProblem(p, problem, at);
  return { kind: 'parts', parts, at: p.spanFrom(start.at) };
}

function parseMiddle(p: Cursor, parts: Part[], around: Around): void {
  if (p.isType('FSTRING_MIDDLE')) {
    const token = p.next();
    const text = around.raw ? token.value : around.decode(token.value, token.at);
    appendPart(parts, { kind: 'Constant', at: token.at, value: strConst(text) });
    return;
  }
  const field = p.nested(() => parseField(p, around));
  for (const part of field) appendPart(parts, part);
}

/** The text of `{x=}` is decoded as the texts around it are (_PyPegen_decode_fstring_part). */
function parseField(p: Cursor, around: Around): readonly Part[] {
  const { raw, ofDebugText } = around;
  const open = p.expect('{');
  const value = parseValue(p);
  const equals = p.is('=') ? p.next() : null;
  const debugText = equals === null ? null : p.source.text.slice(open.end, p.glance().start);
  const { line: endLine, col: endCol } = p.glance().at;
  const debugAt = { ...open.at, col: open.at.endCol, endLine, endCol };
  if (p.diagnosing) afterValue(p, equals !== null);
  const conversion = parseConversion(p);
  const spec = p.accept(':') ? parseSpec(p, raw) : null;
  if (p.diagnosing && !p.is('}')) p.raise(closingMessage(conversion !== '', spec), p.peek().at);
  p.expect('}');
  const field: FormattedValue = { kind: 'FormattedValue', at: p.spanFrom(open.at), value, conversion, spec };
  if (debugText === null || raw || ofDebugText === undefined) return fieldParts(field, debugText, debugAt);
  ofDebugText(debugText);
  return fieldParts(field, around.decode(debugText, open.at), debugAt);
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
    parseMiddle(p, parts, { raw, decode: (text, where) => unescape(p, text, where) });
  }
  if (p.profile.emptySpecTail && parts.at(-1)?.kind === 'FormattedValue') {
    const { endLine, endCol } = p.previous().at;
    const end = { line: endLine, col: endCol, endLine, endCol };
    parts.push({ kind: 'Constant', at: end, value: strConst('') });
  }
  return { kind: 'JoinedStr', at: p.spanFrom(start), values: parts };
}
