/**
 * C's hyperbolic functions whose formulas in glibc are not those of JavaScript engines, or are over its own log: cosh, tanh, asinh and
 * acosh (e_cosh.c, s_tanh.c, s_asinh.c, e_acosh.c). Where each formula begins decides the last bit.
 */
import { exp, LN2, log } from './libm.ts';

export function cosh(x: number): number {
  const size = Math.abs(x);
  if (size < 0.5 * LN2.high) {
    const t = Math.expm1(size);
    const w = 1 + t;
    return size < 2 ** -55 ? w : 1 + (t * t) / (w + w);
  }
  if (size < 22) {
    const t = exp(size);
    return 0.5 * t + 0.5 / t;
  }
  if (size < 709.78) return 0.5 * exp(size);
  const half = exp(0.5 * size);
  return 0.5 * half * half;
}

export function tanh(x: number): number {
  const size = Math.abs(x);
  if (!(size >= 2 ** -55)) return x;
  const result = tanhOf(size);
  return x < 0 ? -result : result;
}

function tanhOf(size: number): number {
  if (size >= 22) return 1;
  if (size >= 1) return 1 - 2 / (Math.expm1(2 * size) + 2);
  const t = Math.expm1(-2 * size);
  return -t / (t + 2);
}

export function asinh(x: number): number {
  const size = Math.abs(x);
  if (!(size >= 2 ** -28) || size === Number.POSITIVE_INFINITY) return x;
  const result = asinhOf(size);
  return x < 0 ? -result : result;
}

function asinhOf(size: number): number {
  if (size > 2 ** 28) return log(size) + LN2.high;
  const square = size * size;
  if (size > 2) return log(2 * size + 1 / (Math.sqrt(square + 1) + size));
  return Math.log1p(size + square / (1 + Math.sqrt(1 + square)));
}

export function acosh(x: number): number {
  if (!(x > 1)) return x === 1 ? 0 : Number.NaN;
  if (x >= 2 ** 28) return x === Number.POSITIVE_INFINITY ? x : log(x) + LN2.high;
  if (x > 2) return log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
  const t = x - 1;
  return Math.log1p(t + Math.sqrt(2 * t + t * t));
}
