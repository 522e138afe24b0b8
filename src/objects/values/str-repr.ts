/** repr and ascii of str and bytes (unicodeobject.c:unicode_repr, bytesobject.c:PyBytes_Repr). */
import { codePointLength, unitIndex } from './code-points.ts';
import { isPrintable } from './unicode-properties.ts';
import type { ValueProfile } from './value-profile.ts';

const PLAIN = /^[ !#-&(-[\]-~]*$/;

/** Double quotes only where the text has single ones and no double ones. */
function quoteFor(text: string): string {
  return text.includes("'") && !text.includes('"') ? '"' : "'";
}

/** repr(s) of a str. */
export function strRepr(s: string, profile: ValueProfile): string {
  if (PLAIN.test(s)) return `'${s}'`;
  const quote = quoteFor(s);
  let body = '';
  for (const character of s)
    body += escapeCharacter(character, quote, (point) => isPrintable(point, profile));
  return quote + body + quote;
}

/** ascii(s) of a str: everything beyond ASCII is escaped. */
export function strAscii(s: string): string {
  if (PLAIN.test(s)) return `'${s}'`;
  const quote = quoteFor(s);
  let body = '';
  for (const character of s) body += escapeCharacter(character, quote, (point) => point >= 32 && point < 127);
  return quote + body + quote;
}

/** ascii() of any object: its repr with everything beyond ASCII escaped. */
export function asciiFromRepr(repr: string): string {
  return repr.replace(/[^\0-\x7f]/gu, (character) => escapePoint(character.codePointAt(0) as number));
}

function escapeCharacter(character: string, quote: string, shows: (point: number) => boolean): string {
  if (character === quote || character === '\\') return `\\${character}`;
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (character === '\t') return '\\t';
  const point = character.codePointAt(0) as number;
  return shows(point) ? character : escapePoint(point);
}

/** \xhh, \uhhhh or \Uhhhhhhhh, the shortest that fits. */
export function escapePoint(point: number): string {
  if (point < 0x100) return `\\x${point.toString(16).padStart(2, '0')}`;
  if (point < 0x10000) return `\\u${point.toString(16).padStart(4, '0')}`;
  return `\\U${point.toString(16).padStart(8, '0')}`;
}

/** repr(b) of bytes. bytearray puts its name and parentheses around it. */
export function bytesRepr(bytes: Uint8Array): string {
  const quote = bytes.includes(39) && !bytes.includes(34) ? '"' : "'";
  let body = '';
  for (const byte of bytes) {
    body += escapeCharacter(String.fromCharCode(byte), quote, (point) => point >= 32 && point < 127);
  }
  return `b${quote}${body}${quote}`;
}

/** What stands between the parentheses of a bytearray: there an apostrophe is escaped whatever the quotes (bytearray_repr). */
export function bytearrayRepr(bytes: Uint8Array): string {
  const repr = bytesRepr(bytes);
  return repr.startsWith("b'") ? repr : repr.replaceAll("'", "\\'");
}

/** '%.200R' and the like: the repr cut after `limit` characters. */
export function truncatedRepr(repr: string, limit: number): string {
  return codePointLength(repr) <= limit ? repr : repr.slice(0, unitIndex(repr, limit));
}
