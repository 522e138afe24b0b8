/**
 * A float as text in one of C's formats (pystrtod.c:PyOS_double_to_string and format_float_short):
 * what format() and % build on.
 */
import { type Decimal, fixedText, shortestDigits, significantDigits } from './float-digits.ts';
import { nonFiniteText } from './float-repr.ts';

export interface FloatTextOptions {
  /** 'r' is repr, which has no precision of its own. */
  readonly code: 'e' | 'f' | 'g' | 'r';
  readonly precision: number;
  /** Py_DTSF_ALT: always a point, and 'g' keeps its zeros. */
  readonly alternate: boolean;
  /** Py_DTSF_ADD_DOT_0: a result that would look like an int ends in '.0'. */
  readonly addDot0: boolean;
  /** Py_DTSF_NO_NEG_0 (3.11): what rounds to zero has no sign. */
  readonly noNegativeZero: boolean;
}

/** The text, with a '-' if negative and never a '+'. */
export function floatText(x: number, options: FloatTextOptions): string {
  if (!Number.isFinite(x)) return nonFiniteText(x);
  const body = unsignedText(Math.abs(x), options);
  const negative = x < 0 || Object.is(x, -0);
  if (!negative || (options.noNegativeZero && !/[1-9]/.test(body.replace(/e.*/, '')))) return body;
  return `-${body}`;
}

function unsignedText(size: number, options: FloatTextOptions): string {
  const { code, precision, alternate } = options;
  if (code === 'f') {
    const text = fixedText(size, precision);
    return alternate && precision === 0 ? `${text}.` : text;
  }
  if (code === 'e') return exponentText(significantDigits(size, precision + 1), alternate);
  return generalText(size, options);
}

function generalText(size: number, options: FloatTextOptions): string {
  const { code, alternate, addDot0 } = options;
  const precision = code === 'r' ? 17 : Math.max(1, options.precision);
  const decimal = code === 'r' ? shortestDigits(size) : significantDigits(size, precision);
  const digits = alternate && code === 'g' ? decimal.digits : decimal.digits.replace(/0+$/, '') || '0';
  const limit = code === 'r' ? 16 : precision - (addDot0 ? 1 : 0);
  if (decimal.point <= -4 || decimal.point > limit)
    return exponentText({ digits, point: decimal.point }, alternate);
  return plainText({ digits, point: decimal.point }, options);
}

/** Without an exponent: zeros as needed around the digits. */
function plainText(decimal: Decimal, options: FloatTextOptions): string {
  const { digits, point } = decimal;
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  const whole = digits.slice(0, point).padEnd(point, '0');
  const fraction = digits.slice(point);
  if (fraction !== '') return `${whole}.${fraction}`;
  if (options.addDot0) return `${whole}.0`;
  return options.alternate ? `${whole}.` : whole;
}

/** d.ddde+XX; the exponent has two digits at least. */
function exponentText(decimal: Decimal, alternate: boolean): string {
  const exponent = decimal.point - 1;
  const fraction = decimal.digits.slice(1);
  const mantissa =
    fraction === '' && !alternate ? decimal.digits.charAt(0) : `${decimal.digits.charAt(0)}.${fraction}`;
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
