/**
 * C's elementary functions, rounded correctly but for one case in billions. The glibc that CPython was
 * recorded with errs a few hundredths of an ulp beyond that: about one result in a thousand differs in
 * its last bit. JavaScript's own functions differ from glibc's in up to one of six.
 * Functions that glibc computes as JavaScript engines do (sinh, expm1, log1p, atanh) are not here.
 * Domain errors are the callers' business: nan comes back as nan.
 */
import {
  type DoubleDouble,
  dd,
  ddAdd,
  ddDivide,
  ddMultiply,
  ddScale,
  INVERSE_FACTORIALS,
  twoSum,
} from './double-double.ts';
import { frexp, ldexp } from './float-bits.ts';

/** ln 2 in three parts; products of the first two with ints below 2**11 are exact. */
const LN2_PARTS = [0.69314718036912381649, 1.90821492927058770002e-10] as const;
export const LN2: DoubleDouble = { high: Math.LN2, low: 2.3190468138462996e-17 };
/** What the first two parts miss of ln 2. */
const LN2_REST = LN2.high - LN2_PARTS[0] - LN2_PARTS[1] + LN2.low;

const SQUARINGS = 8;

/** e**x for |x| < 746, as a double-double times 2**exponent. */
export function expParts(x: DoubleDouble): { readonly value: DoubleDouble; readonly exponent: number } {
  const exponent = Math.round(x.high / Math.LN2);
  const first = twoSum(x.high, -exponent * LN2_PARTS[0]);
  const second = ddAdd(first, dd(-exponent * LN2_PARTS[1]));
  const reduced = ddAdd(second, ddAdd(dd(x.low), dd(-exponent * LN2_REST)));
  const small = ddScale(reduced, 2 ** -SQUARINGS);
  let sum = dd(0);
  for (let n = 9; n >= 1; n--) sum = ddMultiply(ddAdd(sum, INVERSE_FACTORIALS[n] as DoubleDouble), small);
  // (1 + s)**2 - 1 = 2s + s*s, so that nothing is lost beside the one.
  for (let i = 0; i < SQUARINGS; i++) sum = ddAdd(ddScale(sum, 2), ddMultiply(sum, sum));
  return { value: ddAdd(dd(1), sum), exponent };
}

/** C's exp. */
export function exp(x: number): number {
  if (!(x < 709.8)) return x > 709.8 ? Number.POSITIVE_INFINITY : x;
  if (x < -746) return 0;
  return joined(expParts(dd(x)));
}

function joined(parts: { readonly value: DoubleDouble; readonly exponent: number }): number {
  const { value, exponent } = parts;
  if (exponent > -1020) return ldexp(value.high + value.low, exponent);
  return subnormal(value, exponent);
}

/** Rounds once where the result has fewer than 53 bits: what falls off is weighed as a whole. */
function subnormal(value: DoubleDouble, exponent: number): number {
  const unit = 2 ** (-1074 - exponent);
  const whole = Math.floor(value.high / unit);
  const rest = value.high - whole * unit + value.low - unit / 2;
  const up = rest > 0 || (rest === 0 && whole % 2 === 1);
  return (up ? whole + 1 : whole) * 2 ** -1074;
}

/** ln x for finite x > 0. */
export function logDouble(x: number): DoubleDouble {
  const distance = x - 1;
  if (Math.abs(distance) < 0.05) return logNearOne(distance);
  const guess = Math.log(x);
  const { value, exponent } = expParts(dd(-guess));
  const scaled = scaledProduct(x, value, exponent);
  const rest = ddAdd(scaled, dd(-1));
  const correction = ddAdd(rest, ddScale(ddMultiply(rest, rest), -0.5));
  return ddAdd(dd(guess), correction);
}

function scaledProduct(x: number, value: DoubleDouble, exponent: number): DoubleDouble {
  const half = Math.trunc(exponent / 2);
  const scaled = x * 2 ** half * 2 ** (exponent - half);
  return ddMultiply(dd(scaled), value);
}

/** 2 artanh(d / (2 + d)) by its series; `d` is exact. */
function logNearOne(d: number): DoubleDouble {
  if (d === 0) return dd(0);
  const s = ddDivide(dd(d), twoSum(2, d));
  const square = ddMultiply(s, s);
  let sum = dd(0);
  for (let n = 25; n >= 3; n -= 2) sum = ddMultiply(ddAdd(sum, ddDivide(dd(1), dd(n))), square);
  return ddScale(ddAdd(s, ddMultiply(s, sum)), 2);
}

/** C's log. */
export function log(x: number): number {
  if (!(x > 0) || x === Number.POSITIVE_INFINITY) return Math.log(x);
  const result = logDouble(x);
  return result.high + result.low;
}

/** C's log2; exact for powers of two. */
export function log2(x: number): number {
  if (!(x > 0) || x === Number.POSITIVE_INFINITY) return Math.log2(x);
  const result = ddDivide(logDouble(x), LN2);
  return result.high + result.low;
}

const LOG10_2_HIGH = 3.01029995663611771306e-1;
const LOG10_2_LOW = 3.69423907715893078616e-13;

/** C's log10, by glibc's own formula over log (e_log10.c), which is not rounded correctly. */
export function log10(x: number): number {
  if (!(x > 0) || x === Number.POSITIVE_INFINITY) return Math.log10(x);
  const exponent = frexp(x).exponent - 1;
  const whole = exponent + (exponent < 0 ? 1 : 0);
  const rest = Math.LOG10E * log(ldexp(x, -whole));
  return whole * LOG10_2_LOW + rest + whole * LOG10_2_HIGH;
}

/** C's pow; special values are those of IEEE 754, which JavaScript shares but for 1 and -1. */
export function pow(x: number, y: number): number {
  if (x === 1 || y === 0) return 1;
  if (x === -1 && !Number.isFinite(y) && !Number.isNaN(y)) return 1;
  if (!Number.isFinite(x) || !Number.isFinite(y) || x === 0 || (x < 0 && !Number.isInteger(y))) return x ** y;
  const size = exactPower(Math.abs(x), y) ?? generalPower(Math.abs(x), y);
  return x < 0 && Math.abs(y % 2) === 1 ? -size : size;
}

/** Small integral powers whose every step is exact; null otherwise. */
function exactPower(x: number, y: number): number | null {
  if (y === 1) return x;
  if (y === 2) return x * x;
  if (y === 0.5) return Math.sqrt(x);
  if (!(y > 0 && y <= 64 && Number.isInteger(y) && Number.isInteger(x))) return null;
  let result = 1;
  for (let i = 0; i < y; i++) {
    result *= x;
    if (result > Number.MAX_SAFE_INTEGER) return null;
  }
  return result;
}

function generalPower(x: number, y: number): number {
  const rough = Math.log(x) * y;
  if (rough > 720) return Number.POSITIVE_INFINITY;
  if (rough < -760) return 0;
  const logarithm = Math.abs(y) > 2 ** 900 ? dd(rough) : ddMultiply(logDouble(x), dd(y));
  return joined(expParts(logarithm));
}
