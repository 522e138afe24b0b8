/**
 * Python's int as a JavaScript number where it is a safe integer, and as a bigint beyond.
 * Always: typeof value === 'number' exactly when |value| < 2**53, and never -0. So equal ints are
 * always `===`, and `<` between any two of them (or with a float) is exact, as JavaScript compares
 * numbers and bigints by their mathematical values.
 * Text is int-text.ts's business, bytes are int-bytes.ts's.
 */
import { overflowError, PythonRaise, valueError, zeroDivisionError } from './python-raise.ts';

export type PyInt = number | bigint;

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);
/** An int of more bits (ten million digits) is refused as one for which there is no memory: with larger ones no operation ends soon. */
export const MAX_BITS = 2 ** 25;

/** Brings a bigint into the canonical form. */
export function toPyInt(value: bigint): PyInt {
  return value <= MAX_SAFE && value >= -MAX_SAFE ? Number(value) : value;
}

/** Brings an integral JavaScript number of any size into the canonical form. */
export function integralToPyInt(value: number): PyInt {
  return Number.isSafeInteger(value) ? value + 0 : BigInt(value);
}

/** longobject.c:long_add. */
export function intAdd(a: PyInt, b: PyInt): PyInt {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return toPyInt(BigInt(a) + BigInt(b));
}

/** longobject.c:long_sub. */
export function intSubtract(a: PyInt, b: PyInt): PyInt {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return toPyInt(BigInt(a) - BigInt(b));
}

/** longobject.c:long_mul. A rounded product below 2**53 was exact. */
export function intMultiply(a: PyInt, b: PyInt): PyInt {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product + 0;
  }
  if (intBitLength(a) + intBitLength(b) > MAX_BITS) throw new PythonRaise('MemoryError', '');
  return toPyInt(BigInt(a) * BigInt(b));
}

export function intNegate(a: PyInt): PyInt {
  return typeof a === 'number' ? 0 - a : -a;
}

export function intAbs(a: PyInt): PyInt {
  return a < 0 ? intNegate(a) : a;
}

/** longobject.c:long_invert: -(a + 1). */
export function intInvert(a: PyInt): PyInt {
  return intSubtract(-1, a);
}

/** -1, 0 or 1. Also right between an int and a float that is not nan (floatobject.c:float_richcompare). */
export function intCompare(a: PyInt, b: PyInt): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * longobject.c:l_divmod: the quotient is floored, the remainder has the divisor's sign.
 * Always: a === quotient * b + remainder. Throws on a zero divisor with `message`.
 */
export function intDivmod(a: PyInt, b: PyInt, message: string): [PyInt, PyInt] {
  if (b === 0) throw zeroDivisionError(message);
  if (typeof a === 'number' && typeof b === 'number') {
    const remainder = a % b;
    const quotient = (a - remainder) / b;
    if (remainder !== 0 && remainder < 0 !== b < 0) return [quotient - 1 + 0, remainder + b];
    return [quotient + 0, remainder + 0];
  }
  const [left, right] = [BigInt(a), BigInt(b)];
  const [quotient, remainder] = [left / right, left % right];
  if (remainder !== 0n && remainder < 0n !== right < 0n)
    return [toPyInt(quotient - 1n), toPyInt(remainder + right)];
  return [toPyInt(quotient), toPyInt(remainder)];
}

/** a // b. */
export function intFloorDivide(a: PyInt, b: PyInt, message: string): PyInt {
  return intDivmod(a, b, message)[0];
}

/** a % b. */
export function intModulo(a: PyInt, b: PyInt, message: string): PyInt {
  return intDivmod(a, b, message)[1];
}

/** How many bits `base ** exponent` will have at most: what a budget asks before the work is done. */
export function intPowerBits(base: PyInt, exponent: PyInt): number {
  const bits = intBitLength(base);
  return bits <= 1 && base !== -1 && base !== 1 ? bits : bits * Number(exponent);
}

/** longobject.c:long_pow without a modulus, for an exponent of 0 or more. */
export function intPower(base: PyInt, exponent: PyInt): PyInt {
  if (exponent === 0) return 1;
  if (base === 0 || base === 1) return base;
  if (base === -1) return intModulo(exponent, 2, '') === 0 ? 1 : -1;
  if (intPowerBits(base, exponent) > MAX_BITS) throw new PythonRaise('MemoryError', '');
  const small = typeof base === 'number' ? smallPower(base, Number(exponent)) : null;
  return small ?? toPyInt(BigInt(base) ** BigInt(exponent));
}

function smallPower(base: number, exponent: number): number | null {
  let result = 1;
  for (let i = 0; i < exponent; i++) {
    result *= base;
    if (!Number.isSafeInteger(result)) return null;
  }
  return result;
}

/** longobject.c:long_pow with a modulus: a negative exponent takes the modular inverse first (3.8). */
export function intPowerModulo(base: PyInt, exponent: PyInt, modulus: PyInt): PyInt {
  if (modulus === 0) throw valueError('pow() 3rd argument cannot be 0');
  const size = BigInt(intAbs(modulus));
  if (size === 1n) return 0;
  let power = BigInt(exponent);
  let factor = ((BigInt(base) % size) + size) % size;
  if (power < 0n) {
    factor = modularInverse(factor, size);
    power = -power;
  }
  const result = positivePowerModulo(factor, power, size);
  return toPyInt(modulus < 0 && result !== 0n ? result - size : result);
}

function positivePowerModulo(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const bits = exponent.toString(2);
  let result = 1n;
  for (const bit of bits) {
    result = (result * result) % modulus;
    if (bit === '1') result = (result * base) % modulus;
  }
  return result;
}

/** longobject.c:long_invmod, the extended Euclidean algorithm. */
function modularInverse(value: bigint, modulus: bigint): bigint {
  let [a, n, b, c] = [value, modulus, 1n, 0n];
  while (n !== 0n) {
    const quotient = a / n;
    [a, n] = [n, a - quotient * n];
    [b, c] = [c, b - quotient * c];
  }
  if (a !== 1n) throw valueError('base is not invertible for the given modulus');
  return b < 0n ? b + modulus : b;
}

/** longobject.c:long_lshift. */
export function intShiftLeft(a: PyInt, count: PyInt): PyInt {
  if (count < 0) throw valueError('negative shift count');
  if (a === 0) return 0;
  if (typeof a === 'number' && count <= 53) {
    const shifted = a * 2 ** Number(count);
    if (Number.isSafeInteger(shifted)) return shifted;
  }
  if (count > 30 * 2 ** 60) throw overflowError('too many digits in integer');
  if (BigInt(count) + BigInt(intBitLength(a)) > BigInt(MAX_BITS)) throw new PythonRaise('MemoryError', '');
  return toPyInt(BigInt(a) << BigInt(count));
}

/** longobject.c:long_rshift: rounds towards minus infinity. */
export function intShiftRight(a: PyInt, count: PyInt): PyInt {
  if (count < 0) throw valueError('negative shift count');
  if (typeof a === 'number') return count > 53 ? (a < 0 ? -1 : 0) : Math.floor(a / 2 ** Number(count)) + 0;
  if (count > MAX_BITS) return a < 0 ? -1 : 0;
  return toPyInt(a >> BigInt(count));
}

/** longobject.c:long_bitwise, for each of the three operators. */
export function intAnd(a: PyInt, b: PyInt): PyInt {
  if (a === (Number(a) | 0) && b === (Number(b) | 0)) return a & b;
  return toPyInt(BigInt(a) & BigInt(b));
}

export function intOr(a: PyInt, b: PyInt): PyInt {
  if (a === (Number(a) | 0) && b === (Number(b) | 0)) return a | b;
  return toPyInt(BigInt(a) | BigInt(b));
}

export function intXor(a: PyInt, b: PyInt): PyInt {
  if (a === (Number(a) | 0) && b === (Number(b) | 0)) return a ^ b;
  return toPyInt(BigInt(a) ^ BigInt(b));
}

/** longobject.c:_PyLong_NumBits, of the absolute value. */
export function intBitLength(a: PyInt): number {
  if (typeof a === 'number') {
    const size = Math.abs(a);
    const high = Math.floor(size / 2 ** 32);
    return high === 0 ? 32 - Math.clz32(size) : 64 - Math.clz32(high);
  }
  const hex = (a < 0n ? -a : a).toString(16);
  return hex.length * 4 - (Math.clz32(Number.parseInt(hex.charAt(0), 16)) - 28);
}

/** int.bit_count (3.10), of the absolute value. */
export function intBitCount(a: PyInt): number {
  let count = 0;
  for (const digit of BigInt(intAbs(a)).toString(2)) if (digit === '1') count++;
  return count;
}

/** How many 30-bit digits the int has: what sys.getsizeof counts. */
export function intDigitCount(a: PyInt): number {
  return Math.ceil(intBitLength(a) / 30);
}

/** longobject.c:long_round: round(a, -k) goes to the nearest multiple of 10**k, ties to the even one. */
export function intRound(a: PyInt, digits: PyInt): PyInt {
  if (digits >= 0 || a === 0) return a;
  if (-Number(digits) > intBitLength(a)) return 0;
  const unit = 10n ** -BigInt(digits);
  const value = BigInt(a);
  const remainder = ((value % unit) + unit) % unit;
  const floor = value - remainder;
  const twice = remainder * 2n;
  const up = twice > unit || (twice === unit && (floor / unit) % 2n !== 0n);
  return toPyInt(up ? floor + unit : floor);
}
