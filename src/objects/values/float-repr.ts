/**
 * Text of floats: repr, float('...') and round(x, n).
 * repr is the shortest decimal that reads back as the same double (pystrtod.c:format_float_short, 'r').
 */

import { floatToInt } from './float-bits.ts';
import { exactDecimal, fixedText } from './float-digits.ts';
import { type PyInt } from './py-int.ts';
import { overflowError, valueError } from './python-raise.ts';
import { strRepr, truncatedRepr } from './str-repr.ts';
import { asciiNumberText, stripAscii } from './unicode-digits.ts';
import type { ValueProfile } from './value-profile.ts';

/** floatobject.c:float_repr. Exponents are used from 1e16 up and below 1e-4. */
export function floatRepr(x: number): string {
  const size = Math.abs(x);
  if (size < 1e16 && size >= 1e-4) return Number.isInteger(x) ? `${x}.0` : String(x);
  if (x === 0) return Object.is(x, -0) ? '-0.0' : '0.0';
  if (!Number.isFinite(x)) return nonFiniteText(x);
  const text = x.toExponential();
  const mark = text.indexOf('e') + 1;
  const exponent = text.slice(mark + 1);
  return text.slice(0, mark + 1) + (exponent.length < 2 ? `0${exponent}` : exponent);
}

/** 'inf', '-inf' or 'nan'. */
export function nonFiniteText(x: number): string {
  if (Number.isNaN(x)) return 'nan';
  return x < 0 ? '-inf' : 'inf';
}

const FLOAT_TEXT =
  /^[+-]?(?:(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+(?:_\d+)*)?|inf(?:inity)?|nan)$/i;

/** floatobject.c:PyFloat_FromString for a str. */
export function parseFloatText(text: string, profile: ValueProfile): number {
  const number = asciiNumberText(text, profile);
  const value = readFloat(number);
  if (value !== null) return value;
  const shown = number === '' && profile.quotesEmptyFloat ? "''" : strRepr(text, profile);
  throw valueError(`could not convert string to float: ${shown}`);
}

/** The same for bytes, whose text `latin1` is. Up to 3.9 the message told what was left of blank ones, nothing, without a b. */
export function parseFloatBytes(latin1: string, repr: string, profile: ValueProfile): number {
  const text = stripAscii(latin1);
  const value = readFloat(text);
  if (value !== null) return value;
  const shown = text === '' && profile.quotesEmptyFloat ? "''" : repr;
  throw valueError(`could not convert string to float: ${truncatedRepr(shown, 200)}`);
}

/** A literal or text in ASCII without white space around; null if it is no float. */
export function readFloat(text: string): number | null {
  if (!FLOAT_TEXT.test(text)) return null;
  const plain = text.includes('_') ? text.replaceAll('_', '') : text;
  const value = Number(plain);
  if (!Number.isNaN(value)) return value;
  const named = plain.replace(/^[+-]/, '').toLowerCase();
  if (named === 'nan') return Number.NaN;
  return plain.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** floatobject.c:float___round___impl without ndigits: to the nearest int, ties to even. */
export function floatRoundToInt(x: number): PyInt {
  return floatToInt(roundHalfEven(x));
}

/** C's rint in the default mode. */
export function roundHalfEven(x: number): number {
  if (!Number.isFinite(x) || Number.isInteger(x)) return x;
  const floor = Math.floor(x);
  const difference = x - floor;
  if (difference === 0.5) return floor % 2 === 0 ? floor : floor + 1;
  return difference < 0.5 ? floor : floor + 1;
}

const MAX_PLACES = 323;
const MIN_PLACES = -308;

/** floatobject.c:double_round: the decimal value is rounded exactly, then read back. */
export function floatRound(x: number, digits: PyInt): number {
  if (!Number.isFinite(x) || digits > MAX_PLACES) return x;
  if (digits < MIN_PLACES) return 0 * x;
  const places = Number(digits);
  const size = Math.abs(x);
  const rounded = places >= 0 ? Number(fixedText(size, places)) : roundWhole(size, -places);
  if (!Number.isFinite(rounded)) throw overflowError('rounded value too large to represent');
  return x < 0 || Object.is(x, -0) ? -rounded : rounded;
}

function roundWhole(size: number, zeros: number): number {
  const { digits, point } = exactDecimal(size);
  const count = point - zeros;
  if (count < 0) return 0;
  const kept = count === 0 ? '0' : digits.slice(0, count).padEnd(count, '0');
  const rest = digits.slice(count);
  const half = `5${'0'.repeat(Math.max(0, rest.length - 1))}`;
  const up = rest !== '' && (rest > half || (rest === half && (kept.charCodeAt(kept.length - 1) & 1) === 1));
  const whole = up ? BigInt(kept) + 1n : BigInt(kept);
  return Number(`${whole}e${zeros}`);
}
