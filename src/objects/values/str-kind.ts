/**
 * How CPython stores a string (PEP 393): by its largest code point, in 1, 2 or 4 bytes a character,
 * ASCII apart because its header is smaller.
 */
import { hasSurrogates, toCodePoints } from './code-points.ts';

export type StrKind = 'ascii' | 'latin1' | 'ucs2' | 'ucs4';

const NON_ASCII = /[^\0-\x7f]/;
const NON_LATIN1 = /[^\0-\xff]/;
const ASTRAL = /[\ud800-\udbff][\udc00-\udfff]/;

/** So long a text is gone through as fast by hand; to begin with a pattern costs more than to look at some characters. */
const SHORT = 24;

function isAscii(s: string): boolean {
  if (s.length > SHORT) return !NON_ASCII.test(s);
  let all = 0;
  for (let at = 0; at < s.length; at++) all |= s.charCodeAt(at);
  return all < 0x80;
}

/** unicodeobject.c:PyUnicode_New's choice. */
export function strKind(s: string): StrKind {
  if (isAscii(s)) return 'ascii';
  if (!NON_LATIN1.test(s)) return 'latin1';
  return ASTRAL.test(s) ? 'ucs4' : 'ucs2';
}

/** Bytes a character takes. */
export function kindBytes(kind: StrKind): 1 | 2 | 4 {
  if (kind === 'ucs4') return 4;
  return kind === 'ucs2' ? 2 : 1;
}

/** The largest code point; 0 for the empty string. */
export function maxCodePoint(s: string): number {
  let max = 0;
  for (let at = 0; at < s.length; at++) {
    const point = s.codePointAt(at) as number;
    if (point > 0xffff) at++;
    if (point > max) max = point;
  }
  return max;
}

/** The characters as CPython lays them out in memory, little-endian: what str hashes are made of. */
export function strBuffer(s: string): Uint8Array {
  const size = kindBytes(strKind(s));
  if (size === 1) return Uint8Array.from(s, (character) => character.charCodeAt(0));
  const points = hasSurrogates(s) ? toCodePoints(s) : Array.from(s, (character) => character.charCodeAt(0));
  const bytes = new Uint8Array(points.length * size);
  const view = new DataView(bytes.buffer);
  points.forEach((point, i) => {
    if (size === 2) view.setUint16(2 * i, point, true);
    else view.setUint32(4 * i, point, true);
  });
  return bytes;
}
