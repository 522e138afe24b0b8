/**
 * Escape sequences of string and bytes literals (unicodeobject.c:_PyUnicode_DecodeUnicodeEscape, bytesobject.c).
 *
 * Unknown escapes keep their backslash; the first of each literal is warned of.
 */

import { characterNames, type ValueProfile } from '../../objects/index.ts';

/** `unsupported`: legal perhaps, but there are no names of characters here. */
export type EscapeProblem = { readonly problem: string; readonly unsupported?: true };

const SIMPLE: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\n': '',
};
const HEX_LENGTH: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const SHORT_MESSAGE: Readonly<Record<string, string>> = {
  x: 'truncated \\xXX escape',
  u: 'truncated \\uXXXX escape',
  U: 'truncated \\UXXXXXXXX escape',
};

const ESCAPE = /\\([0-7]{1,3}|[\s\S])/gu;

/**
 * The first escape sequence of a literal that is none, or an octal one past a byte; null if there is none. What follows a backslash
 * and is not ASCII does not count: the backslash is then doubled before the codec sees it.
 */
export function firstInvalidEscape(raw: string, isText: boolean): string | null {
  for (const [whole, what = ''] of raw.matchAll(ESCAPE)) {
    if (/^[0-7]/.test(what)) {
      if (Number.parseInt(what, 8) > 0xff) return whole;
    } else if (SIMPLE[what] === undefined && what !== 'x' && what < '\x80') {
      if (!isText || !/[uUN]/.test(what)) return whole;
    }
  }
  return null;
}

/** The text of a str literal's inside, or what is wrong with it in the words of the codec. */
export function decodeUnicodeEscapes(raw: string, profile: ValueProfile): string | EscapeProblem {
  if (!raw.includes('\\')) return raw;
  let out = '';
  let at = 0;
  while (at < raw.length) {
    const next = raw.indexOf('\\', at);
    if (next === -1) return out + raw.slice(at);
    out += raw.slice(at, next);
    const decoded = decodeOne(raw, next, profile);
    if ('problem' in decoded) return decoded;
    out += decoded.text;
    at = decoded.end;
  }
  return out;
}

type Decoded = { readonly text: string; readonly end: number };

function decodeOne(raw: string, at: number, profile: ValueProfile): Decoded | EscapeProblem {
  const c = raw[at + 1];
  // Only a field of an f-string cuts a text off behind a backslash.
  if (c === undefined) return { text: '\\', end: at + 1 };
  const simple = SIMPLE[c];
  if (simple !== undefined) return { text: simple, end: at + 2 };
  if (/[0-7]/.test(c)) return octal(raw, at);
  const length = HEX_LENGTH[c];
  if (length !== undefined) return hexadecimal(raw, at, length);
  if (c === 'N') return named(raw, at, profile);
  return { text: `\\${c}`, end: at + 2 };
}

function octal(raw: string, at: number): Decoded {
  const digits = /^[0-7]{1,3}/.exec(raw.slice(at + 1, at + 4))?.[0] ?? '0';
  return { text: String.fromCodePoint(Number.parseInt(digits, 8)), end: at + 1 + digits.length };
}

function hexadecimal(raw: string, at: number, length: number): Decoded | EscapeProblem {
  const wanted = raw.slice(at + 2, at + 2 + length);
  const digits = /^[0-9a-fA-F]*/.exec(wanted)?.[0] ?? '';
  if (digits.length < length)
    return unicodeProblem(raw, at, at + 1 + digits.length, SHORT_MESSAGE[raw[at + 1] ?? ''] ?? '');
  const code = Number.parseInt(digits, 16);
  if (code > 0x10ffff) return unicodeProblem(raw, at, at + 1 + length, 'illegal Unicode character');
  return { text: String.fromCodePoint(code), end: at + 2 + length };
}

/** A name is all up to the brace that closes, whatever it is. */
function named(raw: string, at: number, profile: ValueProfile): Decoded | EscapeProblem {
  const opens = raw[at + 2] === '{';
  const close = opens ? raw.indexOf('}', at) : -1;
  const name = raw.slice(at + 3, close);
  if (close === -1 || name === '') {
    const end = close === -1 && opens ? raw.length - 1 : at + (opens ? 2 : 1);
    return unicodeProblem(raw, at, end, 'malformed \\N character escape');
  }
  const point = characterNames.characterNamed(name, profile);
  if (point === null) return { problem: `the character name \\N{${name}}`, unsupported: true };
  if (point === undefined) return unicodeProblem(raw, at, close, 'unknown Unicode character name');
  return { text: String.fromCodePoint(point), end: close + 1 };
}

/** Positions count the UTF-8-and-escapes buffer that CPython decodes: each non-ASCII character is `\UXXXXXXXX` there. */
function unicodeProblem(raw: string, from: number, to: number, what: string): EscapeProblem {
  const position = bufferLength(raw.slice(0, from));
  const end = position + bufferLength(raw.slice(from, to + 1)) - 1;
  const where =
    end === position ? `byte 0x5c in position ${position}` : `bytes in position ${position}-${end}`;
  return { problem: `(unicode error) 'unicodeescape' codec can't decode ${where}: ${what}` };
}

function bufferLength(text: string): number {
  let length = 0;
  for (const c of text) length += (c.codePointAt(0) ?? 0) < 128 ? 1 : 10;
  return length;
}

/** The bytes of a bytes literal's inside, which is ASCII. */
export function decodeByteEscapes(raw: string): Uint8Array | EscapeProblem {
  const out: number[] = [];
  let at = 0;
  while (at < raw.length) {
    const c = raw[at + 1];
    if (raw[at] !== '\\' || c === undefined) {
      out.push(raw.charCodeAt(at++));
      continue;
    }
    const simple = SIMPLE[c];
    const hex = /^[0-9a-fA-F]{2}/.exec(raw.slice(at + 2, at + 4))?.[0];
    if (c === 'x' && hex === undefined)
      return { problem: `(value error) invalid \\x escape at position ${at}` };
    if (simple !== undefined) {
      if (simple !== '') out.push(simple.charCodeAt(0));
      at += 2;
    } else if (c === 'x' && hex !== undefined) {
      out.push(Number.parseInt(hex, 16));
      at += 4;
    } else if (/[0-7]/.test(c)) {
      const digits = octal(raw, at);
      out.push((digits.text.codePointAt(0) ?? 0) & 0xff);
      at = digits.end;
    } else {
      out.push(0x5c, c.charCodeAt(0));
      at += 2;
    }
  }
  return Uint8Array.from(out);
}
