/**
 * Text of ints: repr, bin, oct, hex, int('...', base), and the limit on digits that came with the
 * security releases of 2022 (sys.set_int_max_str_digits; 4300 by default, 0 switches it off).
 */
import { intDigitCount, type PyInt, toPyInt } from './py-int.ts';
import { type PythonRaise, valueError } from './python-raise.ts';
import { strRepr, truncatedRepr } from './str-repr.ts';
import { asciiNumberText, stripAscii } from './unicode-digits.ts';
import type { ValueProfile } from './value-profile.ts';

export const DEFAULT_DIGIT_LIMIT = 4300;

/** How an interpreter reads and writes ints: its version and its digit limit. */
export interface IntTextRules {
  readonly profile: ValueProfile;
  readonly digitLimit: number;
  /** Told before so much is done as going through so many bytes is. */
  readonly work?: (nbytes: number) => void;
}

/** Bytes that a digit of an int's text is worth, as it is looked at several times. */
const CHARACTER_BYTES = 4;
const DECIMALS_A_DIGIT = 30 * Math.log10(2);
/** What writing decimals takes besides reading them. */
const WRITING = 2;

/** From decimals to digits of 30 bits, or back: less than each with each. */
function conversionBytes(digits: number): number {
  return 4 * digits ** 1.5;
}

/** longobject.c:long_to_decimal_string. */
export function intRepr(value: PyInt, rules: IntTextRules): string {
  if (typeof value === 'number') return String(value);
  const { digitLimit } = rules;
  const size = intDigitCount(value);
  // Far beyond the limit nothing is converted.
  if (digitLimit > 0 && (size - 1) * DECIMALS_A_DIGIT > digitLimit + 1)
    throw valueError(tooManyDigits(rules, null));
  rules.work?.(WRITING * conversionBytes(size));
  const text = value.toString();
  const digits = value < 0n ? text.length - 1 : text.length;
  if (digitLimit > 0 && digits > digitLimit) throw valueError(tooManyDigits(rules, null));
  return text;
}

function tooManyDigits(rules: IntTextRules, digits: number | null): string {
  const { digitLimit, profile } = rules;
  const found = digits === null ? '' : `: value has ${digits} digits`;
  const limit = profile.digitLimitNames ? `${digitLimit} digits` : String(digitLimit);
  const advice = 'use sys.set_int_max_str_digits() to increase the limit';
  return `Exceeds the limit (${limit}) for integer string conversion${found}; ${advice}`;
}

/** hex(), oct() and bin(), for the bases 16, 8 and 2. */
export function intPrefixed(value: PyInt, base: 2 | 8 | 16): string {
  const prefix = base === 16 ? '0x' : base === 8 ? '0o' : '0b';
  return value < 0 ? `-${prefix}${value.toString(base).slice(1)}` : prefix + value.toString(base);
}

/** longobject.c:PyLong_FromUnicodeObject: int(text, base). `base` has been checked by {@link checkBase}. */
export function parseIntText(text: string, base: number, rules: IntTextRules): PyInt {
  const value = readInt(asciiNumberText(text, rules.profile), base, rules);
  if (value === null) throw invalidLiteral(base, strRepr(text, rules.profile));
  return value;
}

/** longobject.c:_PyLong_FromBytes: int(bytes, base), whose text `latin1` is. */
export function parseIntBytes(
  latin1: string,
  repr: string,
  given: { readonly base: number; readonly rules: IntTextRules },
): PyInt {
  const value = readInt(stripAscii(latin1), given.base, given.rules);
  if (value === null) throw invalidLiteral(given.base, repr);
  return value;
}

function invalidLiteral(base: number, repr: string): PythonRaise {
  return valueError(`invalid literal for int() with base ${base}: ${truncatedRepr(repr, 200)}`);
}

/** longobject.c:long_new_impl: the bases that int() takes. */
export function checkBase(base: PyInt): number {
  if ((base !== 0 && base < 2) || base > 36) throw valueError('int() base must be >= 2 and <= 36, or 0');
  return Number(base);
}

const PREFIX_BASES: Readonly<Record<string, number>> = { x: 16, o: 8, b: 2 };

/** longobject.c:PyLong_FromString for stripped ASCII text; null if it is no int in that base. */
export function readInt(text: string, base: number, rules: IntTextRules): PyInt | null {
  rules.work?.(CHARACTER_BYTES * text.length);
  const signed = /^[+-]/.test(text);
  const negative = signed && text.startsWith('-');
  let body = signed ? text.slice(1) : text;
  let radix = base;
  const prefixed = /^0([xob])_?/i.exec(body);
  const prefixBase = PREFIX_BASES[(prefixed?.[1] ?? '').toLowerCase()];
  if (prefixed !== null && (base === 0 || base === prefixBase)) {
    radix = prefixBase as number;
    body = body.slice(prefixed[0].length);
  } else if (base === 0) {
    radix = 10;
  }
  if (!/^[0-9a-z]+(?:_[0-9a-z]+)*$/i.test(body)) return null;
  const digits = body.includes('_') ? body.replaceAll('_', '') : body;
  if (!hasOnlyDigits(digits, radix)) return null;
  checkDigits(digits, radix, rules);
  if ((radix & (radix - 1)) !== 0) rules.work?.(conversionBytes(digits.length / DECIMALS_A_DIGIT));
  // In source code, which base 0 imitates, an old octal like 010 is refused.
  if (base === 0 && radix === 10 && /^0+[1-9]/.test(digits)) return null;
  return digitsToInt(digits, radix, negative);
}

function hasOnlyDigits(digits: string, radix: number): boolean {
  for (const digit of digits) if (Number.parseInt(digit, 36) >= radix) return false;
  return true;
}

function checkDigits(digits: string, radix: number, rules: IntTextRules): void {
  const { digitLimit } = rules;
  const powerOfTwo = (radix & (radix - 1)) === 0;
  if (!powerOfTwo && digitLimit > 0 && digits.length > digitLimit)
    throw valueError(tooManyDigits(rules, digits.length));
}

function digitsToInt(digits: string, radix: number, negative: boolean): PyInt {
  const small = Number.parseInt(digits, radix);
  if (digits.length <= 10 || Number.isSafeInteger(small)) return negative ? 0 - small : small;
  const size = readBig(digits, radix);
  return toPyInt(negative ? -size : size);
}

function readBig(digits: string, radix: number): bigint {
  if (radix === 10) return BigInt(digits);
  if (radix === 16) return BigInt(`0x${digits}`);
  if (radix === 8) return BigInt(`0o${digits}`);
  if (radix === 2) return BigInt(`0b${digits}`);
  return combineDigits(digits, BigInt(radix));
}

/** Joins blocks of digits pairwise, so that long texts do not take quadratic time. */
function combineDigits(digits: string, radix: bigint): bigint {
  const BLOCK = 8;
  let values: bigint[] = [];
  for (let end = digits.length; end > 0; end -= BLOCK) {
    values.push(BigInt(Number.parseInt(digits.slice(Math.max(0, end - BLOCK), end), Number(radix))));
  }
  for (let unit = radix ** BigInt(BLOCK); values.length > 1; unit *= unit) {
    const pairs: bigint[] = [];
    for (let i = 0; i < values.length; i += 2)
      pairs.push((values[i] as bigint) + (values[i + 1] ?? 0n) * unit);
    values = pairs;
  }
  return values[0] ?? 0n;
}
