/** The parts of an f-string, and the decoding that all string literals share. */
import { strConst } from '../constant.ts';
import type { Constant, FormattedValue, Span } from './ast-expressions.ts';
import { spanning } from './ast-expressions.ts';
import type { Cursor } from './cursor.ts';
import { decodeUnicodeEscapes, type EscapeProblem, firstInvalidEscape } from './string-escapes.ts';
import type { Token } from './token.ts';

export type Part = Constant | FormattedValue;

export function unescape(p: Cursor, inside: string, at: Span): string {
  const text = decodeUnicodeEscapes(inside, p.profile.characters);
  if (typeof text === 'string') return text;
  return raiseProblem(p, text, at);
}

export function raiseProblem(p: Cursor, { problem, unsupported }: EscapeProblem, at: Span): never {
  return unsupported ? p.refuse(problem, at) : raiseDecoding(p, problem, at);
}

/** Some text between quotes: CPython warns of it on `line`, when it has read up to `offset`. */
type Quoted = {
  readonly text: string;
  readonly line: number;
  readonly offset: number;
  readonly isText: boolean;
};

/** From 3.12; before, it is a DeprecationWarning, which is not shown. */
export function warnOfEscapes(p: Cursor, token: Token, { text, line, offset, isText }: Quoted): void {
  if (!p.profile.warnsOfEscapes) return;
  const escape = firstInvalidEscape(text, isText);
  if (escape === null) return;
  const kind = /[0-7]/.test(escape) ? 'octal escape' : 'escape';
  p.warn(token, offset, { line, message: `invalid ${kind} sequence '${escape}'` });
}

/** Before 3.12 decoding happens when all adjacent literals are read, and errors point at the token after them. */
export function raiseDecoding(p: Cursor, message: string, at: Span): never {
  if (p.profile.fstringGrammar) p.raise(message, at);
  return raiseAfterStrings(p, message, at);
}

/** At the first token after the adjacent literals, where versions before 3.12 stand when they decode. */
export function raiseAfterStrings(p: Cursor, message: string, from: Span): never {
  void from;
  while (p.isType('STRING')) p.index++;
  const { at } = p.peek();
  return p.raise(message, at, { ...at, endLine: at.line, endCol: Math.max(at.endCol, at.col) });
}

/** Adds a part, joining texts that meet and leaving empty ones out. */
export function appendPart(parts: Part[], part: Part): void {
  if (part.kind === 'FormattedValue') {
    parts.push(part);
    return;
  }
  const text = part.value.type === 'str' ? part.value.value : '';
  if (text === '') return;
  const last = parts.at(-1);
  if (last?.kind === 'Constant' && last.value.type === 'str') {
    parts[parts.length - 1] = {
      kind: 'Constant',
      at: spanning(last.at, part.at),
      value: strConst(last.value.value + text),
    };
    return;
  }
  parts.push(part);
}

/** What a field of an f-string contributes: the text of `{x=}` and the value itself. */
export function fieldParts(
  field: FormattedValue,
  debugText: string | null,
  debugAt = field.at,
): readonly Part[] {
  if (debugText === null) return [field];
  const conversion = field.conversion === '' && field.spec === null ? 'r' : field.conversion;
  return [
    { kind: 'Constant', at: debugAt, value: strConst(debugText) },
    { ...field, conversion },
  ];
}
