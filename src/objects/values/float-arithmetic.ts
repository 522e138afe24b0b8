/** Float arithmetic where C and JavaScript differ or CPython raises (floatobject.c). */
import { pow } from './libm.ts';
import { outOfRange, zeroDivisionError } from './python-raise.ts';

/** a / b. */
export function floatDivide(a: number, b: number, message: string): number {
  if (b === 0) throw zeroDivisionError(message);
  return a / b;
}

/** floatobject.c:_float_div_mod: a floored quotient, and a remainder with the divisor's sign. */
export function floatDivmod(a: number, b: number, message: string): [number, number] {
  if (b === 0) throw zeroDivisionError(message);
  let remainder = a % b;
  let quotient = (a - remainder) / b;
  if (remainder !== 0) {
    if (b < 0 !== remainder < 0) {
      remainder += b;
      quotient -= 1;
    }
  } else remainder = b < 0 ? -0 : 0;
  if (quotient === 0) return [a / b < 0 || Object.is(a / b, -0) ? -0 : 0, remainder];
  const floor = Math.floor(quotient);
  return [quotient - floor > 0.5 ? floor + 1 : floor, remainder];
}

/** a % b (floatobject.c:float_rem). */
export function floatModulo(a: number, b: number, message: string): number {
  return floatDivmod(a, b, message)[1];
}

/** a // b (floatobject.c:float_floor_div). */
export function floatFloorDivide(a: number, b: number, message: string): number {
  return floatDivmod(a, b, message)[0];
}

/**
 * floatobject.c:float_pow. A negative base with a fractional exponent is complex in Python: the caller
 * asks {@link powerIsComplex} first.
 */
export function floatPower(a: number, b: number): number {
  if (b === 0 || a === 1) return 1;
  if (Number.isNaN(a)) return a;
  if (Number.isNaN(b)) return b;
  if (!Number.isFinite(b)) return infinitePower(Math.abs(a), b);
  if (a === 0 && b < 0) throw zeroDivisionError('0.0 cannot be raised to a negative power');
  const power = pow(a, b);
  if (!Number.isFinite(power) && Number.isFinite(a)) throw outOfRange();
  return power;
}

function infinitePower(size: number, b: number): number {
  if (size === 1) return 1;
  return b > 0 === size > 1 ? Number.POSITIVE_INFINITY : 0;
}

/** Whether a ** b leaves the real numbers. */
export function powerIsComplex(a: number, b: number): boolean {
  return a < 0 && Number.isFinite(a) && Number.isFinite(b) && !Number.isInteger(b);
}
