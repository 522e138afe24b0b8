/**
 * Adjacent string literals to one expression (Parser/string_parser.c, action_helpers.c:_PyPegen_concatenate_strings).
 *
 * Without replacement fields the result is a Constant; with an f-string among them a JoinedStr, in which neighbouring
 * texts are one Constant and empty texts are dropped.
 */
import type { ConstValue } from '../constant.ts';
import { strConst } from '../constant.ts';
import type { Expr, Span } from './ast-expressions.ts';
import type { Cursor } from './cursor.ts';
import { parseFstringText } from './fstring-text.ts';
import { parseFstringTokens } from './fstring-tokens.ts';
import { decodeByteEscapes } from './string-escapes.ts';
import type { Part } from './string-parts.ts';
import { appendPart, raiseAfterStrings, raiseDecoding, unescape, warnOfEscapes } from './string-parts.ts';
import { quoteAt, stringPrefixLength } from './string-scanner.ts';
import type { Token } from './token.ts';

type Piece =
  | { readonly kind: 'bytes'; readonly value: Uint8Array; readonly at: Span }
  | { readonly kind: 'text'; readonly value: string; readonly at: Span }
  | { readonly kind: 'parts'; readonly parts: readonly Part[]; readonly at: Span };

export function parseStrings(p: Cursor): Expr {
  const first = p.peek();
  const pieces: Piece[] = [];
  while (p.isType('STRING') || p.isType('FSTRING_START')) pieces.push(parsePiece(p));
  const at = p.spanFrom(first.at);
  if (pieces.some((piece) => piece.kind === 'bytes')) return joinBytes(p, pieces, { first, at });
  return joinText(pieces, at, p.profile.fstringGrammar ? null : at);
}

function parsePiece(p: Cursor): Piece {
  if (p.isType('FSTRING_START')) return parseFstringTokens(p);
  const token = p.next();
  const prefixLength = stringPrefixLength(token.text, 0);
  const prefix = token.text.slice(0, prefixLength).toLowerCase();
  const quotes = quoteAt(token.text, prefixLength).length;
  const inside = token.text.slice(prefixLength + quotes, -quotes);
  const raw = prefix.includes('r');
  if (prefix.includes('b')) return { kind: 'bytes', value: bytesOf(p, token, { inside, raw }), at: token.at };
  if (!raw) warnOfEscapes(p, token, { text: inside, line: token.at.line, offset: token.end, isText: true });
  if (prefix.includes('f')) return parseFstringText(p, token, { inside, raw, offset: prefixLength + quotes });
  return { kind: 'text', value: raw ? inside : unescape(p, inside, token.at), at: token.at };
}

function bytesOf(
  p: Cursor,
  token: Token,
  literal: { readonly inside: string; readonly raw: boolean },
): Uint8Array {
  if (/[^\x00-\x7f]/.test(literal.inside)) {
    const dot = p.profile.richErrors ? '' : '.';
    const message = `bytes can only contain ASCII literal characters${dot}`;
    if (p.profile.errors311) p.raise(message, token.at);
    raiseAfterStrings(p, message, token.at);
  }
  if (literal.raw) return Uint8Array.from(literal.inside, (c) => c.charCodeAt(0));
  const { inside: text } = literal;
  warnOfEscapes(p, token, { text, line: token.at.line, offset: token.end, isText: false });
  const bytes = decodeByteEscapes(text);
  if ('problem' in bytes) return raiseDecoding(p, bytes.problem, token.at);
  return bytes;
}

function joinBytes(
  p: Cursor,
  pieces: readonly Piece[],
  where: { readonly first: Token; readonly at: Span },
): Expr {
  const bytes: number[] = [];
  for (const piece of pieces) {
    if (piece.kind !== 'bytes') {
      const message = 'cannot mix bytes and nonbytes literals';
      if (p.profile.fstringGrammar) p.raiseHere(message);
      raiseAfterStrings(p, message, where.first.at);
    }
    for (const byte of piece.value) bytes.push(byte);
  }
  return { kind: 'Constant', at: where.at, value: { type: 'bytes', value: Uint8Array.from(bytes) } };
}

/** @param everywhere where all parts are, before 3.12: they are made when all adjacent literals have been read */
function joinText(pieces: readonly Piece[], at: Span, everywhere: Span | null): Expr {
  if (pieces.every((piece) => piece.kind === 'text')) {
    const value: ConstValue = strConst(
      pieces.map((piece) => (piece.kind === 'text' ? piece.value : '')).join(''),
    );
    return { kind: 'Constant', at, value };
  }
  const parts: Part[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'parts') for (const part of piece.parts) appendPart(parts, part);
    if (piece.kind === 'text')
      appendPart(parts, { kind: 'Constant', at: piece.at, value: strConst(piece.value) });
  }
  const values = everywhere === null ? parts : parts.map((part) => placedAt(part, everywhere));
  return { kind: 'JoinedStr', at, values };
}

function placedAt(part: Part, at: Span): Part {
  if (part.kind === 'Constant') return { ...part, at };
  const { spec } = part;
  const values = spec?.values.map((one) => placedAt(one, at));
  return { ...part, at, spec: spec === null || values === undefined ? null : { ...spec, at, values } };
}
