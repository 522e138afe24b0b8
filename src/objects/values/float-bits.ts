/**
 * A double taken apart and put together exactly: mantissa and exponent, conversion from and to
 * ints and ratios of ints, each rounded once (to nearest, ties to even) as CPython does.
 */
import { intBitLength, integralToPyInt, type PyInt, toPyInt } from './py-int.ts';
import { overflowError, valueError, zeroDivisionError } from './python-raise.ts';

const scratch = new DataView(new ArrayBuffer(8));

/** math.frexp: x === mantissa * 2**exponent with 0.5 <= |mantissa| < 1, or x itself where there is none. */
export function frexp(x: number): { readonly mantissa: number; readonly exponent: number } {
  if (x === 0 || !Number.isFinite(x)) return { mantissa: x, exponent: 0 };
  scratch.setFloat64(0, x);
  let high = scratch.getInt32(0);
  let bias = 1022;
  if (((high >>> 20) & 0x7ff) === 0) {
    scratch.setFloat64(0, x * 2 ** 64);
    high = scratch.getInt32(0);
    bias += 64;
  }
  const exponent = ((high >>> 20) & 0x7ff) - bias;
  scratch.setInt32(0, (high & ~0x7ff00000) | (1022 << 20));
  return { mantissa: scratch.getFloat64(0), exponent };
}

/** C's ldexp, rounding once even where the result is subnormal. */
export function ldexp(x: number, exponent: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  if (exponent > 2200) return x * Number.POSITIVE_INFINITY;
  if (exponent < -2200) return x < 0 ? -0 : 0;
  const parts = frexp(x);
  const target = parts.exponent + exponent;
  if (target > 1024) return x < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (target > -1021) return scaleNormal(parts.mantissa, target);
  return scaleNormal(parts.mantissa, target + 1060 > -1021 ? target + 1060 : -1000) * 2 ** -1060;
}

function scaleNormal(mantissa: number, exponent: number): number {
  return exponent > 0 ? mantissa * 2 * 2 ** (exponent - 1) : mantissa * 2 ** exponent;
}

/** x as an odd (or zero) integer times a power of two: the exact value, for finite x. */
export function integerMantissa(x: number): { readonly mantissa: bigint; readonly exponent: number } {
  const parts = frexp(x);
  let mantissa = parts.mantissa * 2 ** 53;
  let exponent = parts.exponent - 53;
  if (mantissa === 0) return { mantissa: 0n, exponent: 0 };
  while (mantissa % 2 === 0) {
    mantissa /= 2;
    exponent++;
  }
  return { mantissa: BigInt(mantissa), exponent };
}

/** floatobject.c:float_as_integer_ratio. */
export function floatIntegerRatio(x: number): [PyInt, PyInt] {
  if (Number.isNaN(x)) throw valueError('cannot convert NaN to integer ratio');
  if (!Number.isFinite(x)) throw overflowError('cannot convert Infinity to integer ratio');
  const { mantissa, exponent } = integerMantissa(x);
  if (exponent >= 0) return [toPyInt(mantissa << BigInt(exponent)), 1];
  return [toPyInt(mantissa), toPyInt(1n << BigInt(-exponent))];
}

/** longobject.c:PyLong_FromDouble, the checks that int(), math.floor and round share. `x` is integral already. */
export function floatToInt(x: number): PyInt {
  if (Number.isNaN(x)) throw valueError('cannot convert float NaN to integer');
  if (!Number.isFinite(x)) throw overflowError('cannot convert float infinity to integer');
  return integralToPyInt(Math.trunc(x));
}

/** longobject.c:PyLong_AsDouble. */
export function intToFloat(a: PyInt): number {
  const value = Number(a);
  if (!Number.isFinite(value)) throw overflowError('int too large to convert to float');
  return value;
}

/** longobject.c:long_true_divide: the quotient of the exact values, rounded once. */
export function intTrueDivide(a: PyInt, b: PyInt, message: string): number {
  if (b === 0) throw zeroDivisionError(message);
  if (typeof a === 'number' && typeof b === 'number') return a / b;
  const quotient = ratioToFloat(BigInt(a), BigInt(b));
  if (!Number.isFinite(quotient)) throw overflowError('integer division result too large for a float');
  return quotient;
}

/** The double nearest to numerator / denominator (ties to even); infinite where it is too large. */
export function ratioToFloat(numerator: bigint, denominator: bigint): number {
  const negative = numerator < 0n !== denominator < 0n;
  const top = numerator < 0n ? -numerator : numerator;
  const bottom = denominator < 0n ? -denominator : denominator;
  if (top === 0n) return negative ? -0 : 0;
  const scale = intBitLength(top) - intBitLength(bottom);
  const shift = Math.max(-1074, scale - 55) - 2;
  const [dividend, divisor] = shift < 0 ? [top << BigInt(-shift), bottom] : [top, bottom << BigInt(shift)];
  const sticky = dividend % divisor === 0n ? 0n : 1n;
  const value = roundedScale((dividend / divisor) | sticky, shift);
  return negative ? -value : value;
}

/** bits * 2**shift rounded once; `bits` carries a sticky last bit. */
function roundedScale(bits: bigint, shift: number): number {
  const length = bits.toString(2).length;
  const keep = Math.min(53, length + shift + 1074);
  const drop = BigInt(Math.max(0, length - keep));
  const kept = bits >> drop;
  const rest = bits - (kept << drop);
  const half = drop === 0n ? 1n : 1n << (drop - 1n);
  const up = drop > 0n && (rest > half || (rest === half && (kept & 1n) === 1n));
  const exponent = shift + Number(drop);
  const mantissa = Number(up ? kept + 1n : kept);
  return exponent < -1022 ? mantissa * 2 ** -1022 * 2 ** (exponent + 1022) : ldexp(mantissa, exponent);
}

/** struct.pack('<d', x) as an unsigned 64-bit integer. */
export function floatBits(x: number): bigint {
  scratch.setFloat64(0, x);
  return scratch.getBigUint64(0);
}

/** The double with these 64 bits. */
export function floatFromBits(bits: bigint): number {
  scratch.setBigUint64(0, bits);
  return scratch.getFloat64(0);
}
