/**
 * math's real functions with their errors (mathmodule.c: math_1, math_2 and the m_ functions): a domain
 * error for what has no value, an overflow where finite arguments leave the finite numbers.
 */

import { cbrt } from './cbrt.ts';
import { floatToInt, ldexp } from './float-bits.ts';
import * as libm from './libm.ts';
import * as angles from './libm-angles.ts';
import * as hyperbolic from './libm-hyperbolic.ts';
import { intBitLength, type PyInt } from './py-int.ts';
import { overflowError, valueError } from './python-raise.ts';

const DOMAIN = 'math domain error';
const RANGE = 'math range error';

type Real = (x: number) => number;

/** Functions of one argument that may not overflow: an infinite result is a domain error. */
const BOUNDED: Readonly<Record<string, Real>> = {
  acos: angles.acos,
  acosh: hyperbolic.acosh,
  asin: angles.asin,
  asinh: hyperbolic.asinh,
  atan: angles.atan,
  atanh: Math.atanh,
  cos: angles.cos,
  fabs: Math.abs,
  log1p: Math.log1p,
  sin: angles.sin,
  sqrt: Math.sqrt,
  tan: angles.tan,
  tanh: hyperbolic.tanh,
  cbrt,
};

/** Those that may. */
const UNBOUNDED: Readonly<Record<string, Real>> = {
  cosh: hyperbolic.cosh,
  exp: libm.exp,
  exp2: (x) => libm.pow(2, x),
  expm1: Math.expm1,
  sinh: Math.sinh,
};

/** Whether math has a function of this name here. */
export function isMathFunction(name: string): boolean {
  return Object.hasOwn(BOUNDED, name) || Object.hasOwn(UNBOUNDED, name);
}

/** mathmodule.c:math_1. */
export function mathOne(name: string, x: number): number {
  const overflows = Object.hasOwn(UNBOUNDED, name);
  const result = ((overflows ? UNBOUNDED[name] : BOUNDED[name]) as Real)(x);
  if (Number.isNaN(result) && !Number.isNaN(x)) throw valueError(DOMAIN);
  if (!Number.isFinite(result) && Number.isFinite(x))
    throw overflows ? overflowError(RANGE) : valueError(DOMAIN);
  return result;
}

/** mathmodule.c:math_pow_impl. */
export function mathPow(x: number, y: number): number {
  const result = libm.pow(x, y);
  if (Number.isNaN(result) && !Number.isNaN(x) && !Number.isNaN(y)) throw valueError(DOMAIN);
  if (!Number.isFinite(result) && !Number.isNaN(result) && Number.isFinite(x) && Number.isFinite(y)) {
    throw x === 0 ? valueError(DOMAIN) : overflowError(RANGE);
  }
  return result;
}

/** math.fmod. */
export function mathFmod(x: number, y: number): number {
  const result = x % y;
  if (Number.isNaN(result) && !Number.isNaN(x) && !Number.isNaN(y)) throw valueError(DOMAIN);
  return result;
}

export type LogBase = 'e' | '2' | '10';

const LOGS: Readonly<Record<LogBase, Real>> = { e: libm.log, '2': libm.log2, '10': libm.log10 };

/** mathmodule.c:loghelper for a float. */
export function mathLogFloat(x: number, base: LogBase): number {
  if (Number.isNaN(x)) return x;
  if (!(x > 0)) throw valueError(DOMAIN);
  return LOGS[base](x);
}

/** mathmodule.c:loghelper for an int: one too large for a float is taken as mantissa and exponent. */
export function mathLogInt(n: PyInt, base: LogBase): number {
  if (n <= 0) throw valueError(DOMAIN);
  const x = Number(n);
  if (Number.isFinite(x)) return LOGS[base](x);
  const bits = intBitLength(n);
  const mantissa = Number((BigInt(n) << 64n) >> BigInt(bits)) / 2 ** 64;
  return LOGS[base](mantissa) + LOGS[base](2) * bits;
}

/** math.ldexp. */
export function mathLdexp(x: number, exponent: PyInt): number {
  const result = ldexp(x, exponent > 10000 ? 10000 : exponent < -10000 ? -10000 : Number(exponent));
  if (!Number.isFinite(result) && Number.isFinite(x)) throw overflowError(RANGE);
  return result;
}

/** math.floor, math.ceil and math.trunc of a float. */
export function mathToInt(x: number, direction: 'floor' | 'ceil' | 'trunc'): PyInt {
  return floatToInt(Math[direction](x));
}

/** math.modf: both parts have the sign of x. */
export function mathModf(x: number): [number, number] {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? [x, x] : [x > 0 ? 0 : -0, x];
  const whole = Math.trunc(x);
  const part = x - whole;
  return [part === 0 && (x < 0 || Object.is(x, -0)) ? -0 : part, whole];
}

/** math.copysign. */
export function mathCopysign(x: number, y: number): number {
  const negative = y < 0 || Object.is(y, -0);
  return negative ? -Math.abs(x) : Math.abs(x);
}

export interface Closeness {
  readonly relative: number;
  readonly absolute: number;
}

/** math.isclose. */
export function mathIsClose(a: number, b: number, { relative, absolute }: Closeness): boolean {
  if (relative < 0 || absolute < 0) throw valueError('tolerances must be non-negative');
  if (a === b) return true;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  const difference = Math.abs(b - a);
  return (
    difference <= Math.abs(relative * b) || difference <= Math.abs(relative * a) || difference <= absolute
  );
}

const DEGREES = Math.PI / 180;

export function mathRadians(x: number): number {
  return x * DEGREES;
}

export function mathDegrees(x: number): number {
  return x * (180 / Math.PI);
}
