/**
 * Methods of bytes and bytearray (stringlib, bytes_methods.c). Searching, splitting and padding are those of
 * str over the bytes as latin-1 text, so only what knows letters is here: ASCII's, whatever the locale.
 */
import { valueError } from './python-raise.ts';

/** The bytes as text, one character each, for the functions of str-find, str-split and str-pad. */
export function bytesToLatin1(bytes: Uint8Array): string {
  const CHUNK = 8192;
  let s = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    s += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return s;
}

export function latin1ToBytes(s: string): Uint8Array {
  const bytes = new Uint8Array(s.length);
  for (let at = 0; at < s.length; at++) bytes[at] = s.charCodeAt(at);
  return bytes;
}

const isUpper = (byte: number): boolean => byte >= 65 && byte <= 90;
const isLower = (byte: number): boolean => byte >= 97 && byte <= 122;
const isLetter = (byte: number): boolean => isUpper(byte) || isLower(byte);
const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;
const isSpace = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);

export function bytesUpper(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => (isLower(byte) ? byte - 32 : byte));
}

export function bytesLower(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => (isUpper(byte) ? byte + 32 : byte));
}

export function bytesSwapcase(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => (isLetter(byte) ? byte ^ 32 : byte));
}

export function bytesCapitalize(bytes: Uint8Array): Uint8Array {
  const result = bytesLower(bytes);
  result.set(bytesUpper(bytes.slice(0, 1)));
  return result;
}

export function bytesTitle(bytes: Uint8Array): Uint8Array {
  let inWord = false;
  return bytes.map((byte) => {
    const cased = isLetter(byte);
    const result = !cased ? byte : inWord ? byte | 32 : byte & ~32;
    inWord = cased;
    return result;
  });
}

export type BytesQuestion =
  | 'isalnum'
  | 'isalpha'
  | 'isascii'
  | 'isdigit'
  | 'isspace'
  | 'islower'
  | 'isupper'
  | 'istitle';

const EVERY: Readonly<Record<string, (byte: number) => boolean>> = {
  isalnum: (byte) => isLetter(byte) || isDigit(byte),
  isalpha: isLetter,
  isdigit: isDigit,
  isspace: isSpace,
};

/** bytes_methods.c: _Py_bytes_isalnum and the rest. */
export function bytesAsk(bytes: Uint8Array, question: BytesQuestion): boolean {
  if (question === 'isascii') return bytes.every((byte) => byte < 128);
  if (question === 'islower') return bytes.some(isLower) && !bytes.some(isUpper);
  if (question === 'isupper') return bytes.some(isUpper) && !bytes.some(isLower);
  if (question === 'istitle')
    return bytes.some(isLetter) && bytesTitle(bytes).every((byte, i) => byte === bytes[i]);
  return bytes.length > 0 && bytes.every(EVERY[question] as (byte: number) => boolean);
}

/** bytes.hex(separator, group): a positive group counts from the right, a negative one from the left. */
export function bytesHex(bytes: Uint8Array, separator: string, group: number): string {
  const pairs = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'));
  if (separator === '' || group === 0) return pairs.join('');
  const size = Math.abs(group);
  const first = group > 0 ? pairs.length % size : 0;
  const groups = first > 0 ? [pairs.slice(0, first).join('')] : [];
  for (let at = first; at < pairs.length; at += size) groups.push(pairs.slice(at, at + size).join(''));
  return groups.join(separator);
}

/** bytesobject.c:_PyBytes_FromHex: white space is skipped between bytes, not inside one. */
export function bytesFromHex(text: string): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (isSpace(text.charCodeAt(at))) continue;
    const pair = text.slice(at, at + 2);
    if (!/^[0-9a-fA-F]{2}$/.test(pair)) {
      const wrong = /^[0-9a-fA-F]/.test(pair) ? at + 1 : at;
      throw valueError(`non-hexadecimal number found in fromhex() arg at position ${wrong}`);
    }
    bytes.push(Number.parseInt(pair, 16));
    at++;
  }
  return Uint8Array.from(bytes);
}

/** bytes.translate(table, delete). */
export function bytesTranslate(bytes: Uint8Array, table: Uint8Array | null, remove: Uint8Array): Uint8Array {
  if (table !== null && table.length !== 256)
    throw valueError('translation table must be 256 characters long');
  const kept = remove.length === 0 ? bytes : bytes.filter((byte) => !remove.includes(byte));
  return table === null ? Uint8Array.from(kept) : kept.map((byte) => table[byte] as number);
}

/** bytes.maketrans(from, to). */
export function bytesMakeTranslation(from: Uint8Array, to: Uint8Array): Uint8Array {
  if (from.length !== to.length) throw valueError('maketrans arguments must have same length');
  const table = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  from.forEach((byte, i) => {
    table[byte] = to[i] as number;
  });
  return table;
}

/** bytes comparison: -1, 0 or 1. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const difference = (a[at] as number) - (b[at] as number);
    if (difference !== 0) return Math.sign(difference);
  }
  return Math.sign(a.length - b.length);
}
