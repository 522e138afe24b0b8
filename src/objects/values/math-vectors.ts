/** math.hypot, math.dist and the parts of math that need more than one rounding to be exact. */
import { twoProduct } from './double-double.ts';
import { floatIntegerRatio, frexp, integerMantissa, ldexp, ratioToFloat } from './float-bits.ts';
import { atan2 } from './libm-angles.ts';
import { overflowError, valueError } from './python-raise.ts';
import type { ValueProfile } from './value-profile.ts';

/** mathmodule.c:vector_norm with its special cases; `values` may have any sign. */
export function mathHypot(values: readonly number[], profile: ValueProfile): number {
  const sizes = values.map(Math.abs);
  if (sizes.includes(Number.POSITIVE_INFINITY)) return Number.POSITIVE_INFINITY;
  if (sizes.some(Number.isNaN)) return Number.NaN;
  const max = sizes.reduce((most, size) => Math.max(most, size), 0);
  if (max === 0 || sizes.length <= 1) return max;
  return profile.exactHypot ? exactHypot(sizes) : compensatedHypot(sizes, max);
}

/** math.dist. */
export function mathDist(p: readonly number[], q: readonly number[], profile: ValueProfile): number {
  return mathHypot(
    p.map((x, i) => Math.abs(x - (q[i] as number))),
    profile,
  );
}

/** Rounded correctly, as that of 3.10 and later is in all but the rarest cases. */
export function exactHypot(values: readonly number[]): number {
  const max = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (max === 0) return 0;
  const shift = frexp(max).exponent;
  const BITS = 120;
  let sum = 0n;
  for (const value of values) {
    const { mantissa, exponent } = integerMantissa(value);
    const at = BigInt(exponent - shift + BITS);
    const scaled = at >= 0n ? mantissa << at : mantissa >> -at;
    sum += scaled * scaled;
  }
  return ldexp(rootToFloat(sum), shift - BITS);
}

/** The square root of a large int, rounded to odd first so that the last rounding is right. */
function rootToFloat(n: bigint): number {
  let root = BigInt(Math.floor(Math.sqrt(Number(n))));
  for (let i = 0; i < 4; i++) root = (root + n / root) >> 1n;
  while (root * root > n) root--;
  while ((root + 1n) * (root + 1n) <= n) root++;
  return Number(root * root === n ? root : root | 1n);
}

/** 3.8 and 3.9: squares of the scaled sizes, summed as by Neumaier. */
function compensatedHypot(sizes: readonly number[], max: number): number {
  let sum = 1;
  let fraction = 0;
  for (const size of sizes) {
    const scaled = size / max;
    const square = scaled * scaled;
    const before = sum;
    sum += square;
    fraction += before - sum + square;
  }
  return max * Math.sqrt(sum - 1 + fraction);
}

/** math.remainder (mathmodule.c:m_remainder): the IEEE 754 remainder, exact. */
export function mathRemainder(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (!Number.isFinite(x) || y === 0) throw valueError('math domain error');
  if (!Number.isFinite(y)) return x;
  const [absX, absY] = [Math.abs(x), Math.abs(y)];
  const rest = absX % absY;
  const complement = absY - rest;
  let result = rest < complement ? rest : -complement;
  if (rest === complement) result = rest - 2 * ((0.5 * (absX - rest)) % absY);
  return Object.is(x, -0) || x < 0 ? -result : result;
}

/** math.ulp (3.9). */
export function mathUlp(x: number): number {
  if (Number.isNaN(x)) return x;
  const size = Math.abs(x);
  if (!Number.isFinite(size)) return size;
  const next = mathNextAfter(size, Number.POSITIVE_INFINITY);
  return Number.isFinite(next) ? next - size : size - mathNextAfter(size, 0);
}

const scratch = new DataView(new ArrayBuffer(8));

/** math.nextafter (3.9) by one step. */
export function mathNextAfter(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  scratch.setFloat64(0, x);
  const away = y > x === x > 0;
  scratch.setBigInt64(0, scratch.getBigInt64(0) + (away ? 1n : -1n));
  return scratch.getFloat64(0);
}

export { atan2 as mathAtan2 };

/** x * y as two floats without loss, or null where that may not be. */
export function exactProduct(x: number, y: number): readonly number[] | null {
  const size = Math.abs(x * y);
  if (size === 0) return [x * y];
  if (!(size > 1e-250 && size < 1e300) || Math.max(Math.abs(x), Math.abs(y)) > 1e290) return null;
  const { high, low } = twoProduct(x, y);
  return [high, low];
}

/** math.fma (3.13): x * y + z, rounded once. */
export function mathFma(x: number, y: number, z: number): number {
  const plain = x * y + z;
  if ([x, y, z].some((one) => !Number.isFinite(one))) {
    if (Number.isNaN(plain) && ![x, y, z].some(Number.isNaN)) throw valueError('invalid operation in fma');
    return plain;
  }
  const [a, b, c] = [x, y, z].map((one) => floatIntegerRatio(one).map(BigInt) as [bigint, bigint]) as [
    [bigint, bigint],
    [bigint, bigint],
    [bigint, bigint],
  ];
  const numerator = a[0] * b[0] * c[1] + c[0] * a[1] * b[1];
  if (numerator === 0n) return z === 0 ? (x * y === 0 ? plain : 0) : 0;
  const result = ratioToFloat(numerator, a[1] * b[1] * c[1]);
  if (!Number.isFinite(result)) throw overflowError('overflow in fma');
  return result;
}
