/** C's trigonometric functions and their inverses, rounded correctly: see libm.ts. */
import {
  type DoubleDouble,
  dd,
  ddAdd,
  ddDivide,
  ddMultiply,
  ddNegate,
  ddScale,
  ddSqrt,
  INVERSE_FACTORIALS,
  twoSum,
} from './double-double.ts';
import { integerMantissa } from './float-bits.ts';

const HALF_PI: DoubleDouble = { high: 1.5707963267948966, low: 6.123233995736766e-17 };
const PI: DoubleDouble = ddScale(HALF_PI, 2);
/** pi / 2 in pieces of 33 bits: products with ints below 2**20 are exact. */
const PI_PIECES = [
  1.57079632673412561417, 6.0771005063039659766e-11, 2.0222662487111664558e-21, 8.47842766036889956997e-32,
];

/** An angle less than pi / 4 in size, and how many quarter turns were taken off (modulo 4). */
interface Reduced {
  readonly angle: DoubleDouble;
  readonly quarter: number;
}

function reduce(x: number): Reduced {
  if (Math.abs(x) < 0.785) return { angle: dd(x), quarter: 0 };
  const turns = Math.round(x / HALF_PI.high);
  if (Math.abs(turns) >= 2 ** 20) return reduceLarge(x);
  let angle = dd(x);
  for (const piece of PI_PIECES) angle = ddAdd(angle, dd(-turns * piece));
  return { angle, quarter: ((turns % 4) + 4) % 4 };
}

const PI_BITS = 1280n;
let halfPiBits = 0n;

/** pi / 2 * 2**1280 by Machin's formula: 16 artan(1/5) - 4 artan(1/239) = pi. */
function halfPiScaled(): bigint {
  if (halfPiBits !== 0n) return halfPiBits;
  const arctangent = (n: bigint): bigint => {
    let term = (1n << (PI_BITS + 32n)) / n;
    let sum = 0n;
    for (let k = 1n; term !== 0n; k += 2n) {
      sum += k % 4n === 1n ? term / k : -(term / k);
      term /= n * n;
    }
    return sum;
  };
  halfPiBits = (8n * arctangent(5n) - 2n * arctangent(239n)) >> 32n;
  return halfPiBits;
}

/** Exact reduction of angles beyond 2**20 quarter turns, with as much of pi as the largest double needs. */
function reduceLarge(x: number): Reduced {
  const { mantissa, exponent } = integerMantissa(x);
  const half = halfPiScaled();
  const scaled = mantissa << (PI_BITS + BigInt(exponent));
  const twice = 2n * scaled + half;
  const turns = floorDivide(twice, 2n * half);
  const rest = (scaled - turns * half) >> (PI_BITS - 640n);
  const high = Number(rest);
  const low = Number(rest - BigInt(high));
  return { angle: dd(high * 2 ** -640, low * 2 ** -640), quarter: Number(((turns % 4n) + 4n) % 4n) };
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

/** The series of sine (odd) or cosine (even) for a small angle. */
function series(angle: DoubleDouble, odd: boolean): DoubleDouble {
  const square = ddNegate(ddMultiply(angle, angle));
  let sum = dd(0);
  for (let n = odd ? 27 : 26; n >= 2; n -= 2)
    sum = ddMultiply(ddAdd(sum, INVERSE_FACTORIALS[n] as DoubleDouble), square);
  return odd ? ddAdd(angle, ddMultiply(angle, sum)) : ddAdd(dd(1), sum);
}

function sineDouble({ angle, quarter }: Reduced): DoubleDouble {
  const value = series(angle, quarter % 2 === 0);
  return quarter >= 2 ? ddNegate(value) : value;
}

function turned(reduced: Reduced): Reduced {
  return { angle: reduced.angle, quarter: (reduced.quarter + 1) % 4 };
}

/** C's sin. */
export function sin(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return Math.sin(x);
  const result = sineDouble(reduce(x));
  return result.high + result.low;
}

/** C's cos. */
export function cos(x: number): number {
  if (!Number.isFinite(x)) return Number.NaN;
  const result = sineDouble(turned(reduce(x)));
  return result.high + result.low;
}

/** C's tan. */
export function tan(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return Math.tan(x);
  const reduced = reduce(x);
  const result = ddDivide(sineDouble(reduced), sineDouble(turned(reduced)));
  return result.high + result.low;
}

/** One step of Newton's method from an angle that is nearly that of the point (x, y). */
function angleOf(guess: number, y: DoubleDouble, x: DoubleDouble): DoubleDouble {
  const reduced = reduce(guess);
  const sine = sineDouble(reduced);
  const cosine = sineDouble(turned(reduced));
  const across = ddAdd(ddMultiply(y, cosine), ddNegate(ddMultiply(x, sine)));
  const along = ddAdd(ddMultiply(x, cosine), ddMultiply(y, sine));
  return ddAdd(dd(guess), ddDivide(across, along));
}

/** C's atan. */
export function atan(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return Math.atan(x);
  const size = Math.abs(x);
  if (size < 2 ** -30) return Math.atan(x);
  const result = size > 2 ** 60 ? ddAdd(HALF_PI, dd(-1 / size)) : angleOf(Math.atan(size), dd(size), dd(1));
  const value = result.high + result.low;
  return x < 0 ? -value : value;
}

/** C's atan2. */
export function atan2(y: number, x: number): number {
  const guess = Math.atan2(y, x);
  if (x === 0 || y === 0 || !Number.isFinite(x) || !Number.isFinite(y) || guess === 0) return guess;
  const scale = 2 ** -Math.round(Math.log2(Math.max(Math.abs(x), Math.abs(y))) / 2);
  const [scaledY, scaledX] = [y * scale * scale, x * scale * scale];
  if (Math.abs(scaledY) < 2 ** -500 || Math.abs(scaledX) < 2 ** -500) return guess;
  const result = angleOf(guess, dd(scaledY), dd(scaledX));
  return result.high + result.low;
}

/** asin of a double-double of at most 0.75 in size. */
function asinDouble(x: DoubleDouble): DoubleDouble {
  const guess = Math.asin(x.high);
  const reduced = reduce(guess);
  const rest = ddAdd(x, ddNegate(sineDouble(reduced)));
  return ddAdd(dd(guess), ddDivide(rest, sineDouble(turned(reduced))));
}

/** acos of |x|: near 1 by the half angle, which keeps all digits. */
function acosSize(size: number): DoubleDouble {
  if (size <= 0.75) return ddAdd(HALF_PI, ddNegate(asinDouble(dd(size))));
  return ddScale(asinDouble(ddSqrt(ddScale(twoSum(1, -size), 0.5))), 2);
}

/** C's asin. */
export function asin(x: number): number {
  const size = Math.abs(x);
  if (!(size < 1) || size < 2 ** -30) return Math.asin(x);
  const result = size <= 0.75 ? asinDouble(dd(size)) : ddAdd(HALF_PI, ddNegate(acosSize(size)));
  const value = result.high + result.low;
  return x < 0 ? -value : value;
}

/** C's acos. */
export function acos(x: number): number {
  if (!(Math.abs(x) < 1)) return Math.acos(x);
  const positive = acosSize(Math.abs(x));
  const result = x < 0 ? ddAdd(PI, ddNegate(positive)) : positive;
  return result.high + result.low;
}
