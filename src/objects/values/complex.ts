/** Arithmetic and text of complex numbers (complexobject.c). */
import { floatPower } from './float-arithmetic.ts';
import { floatRepr, nonFiniteText, readFloat } from './float-repr.ts';
import { exp, log } from './libm.ts';
import { atan2, cos, sin } from './libm-angles.ts';
import { exactHypot } from './math-vectors.ts';
import { overflowError, valueError, zeroDivisionError } from './python-raise.ts';
import { strRepr } from './str-repr.ts';
import { asciiNumberText } from './unicode-digits.ts';
import type { ValueProfile } from './value-profile.ts';

export interface Complex {
  readonly re: number;
  readonly im: number;
}

export function complexAdd(a: Complex, b: Complex): Complex {
  return { re: a.re + b.re, im: a.im + b.im };
}

export function complexSubtract(a: Complex, b: Complex): Complex {
  return { re: a.re - b.re, im: a.im - b.im };
}

/** complexobject.c:_Py_c_prod. */
export function complexMultiply(a: Complex, b: Complex): Complex {
  return { re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re };
}

/** complexobject.c:_Py_c_quot divides by the larger part of the divisor first. */
export function complexDivide(a: Complex, b: Complex): Complex {
  const [sizeRe, sizeIm] = [Math.abs(b.re), Math.abs(b.im)];
  if (sizeRe === 0 && sizeIm === 0) throw zeroDivisionError('complex division by zero');
  if (sizeRe >= sizeIm) {
    const ratio = b.im / b.re;
    const divisor = b.re + b.im * ratio;
    return { re: (a.re + a.im * ratio) / divisor, im: (a.im - a.re * ratio) / divisor };
  }
  if (sizeIm >= sizeRe) {
    const ratio = b.re / b.im;
    const divisor = b.re * ratio + b.im;
    return { re: (a.re * ratio + a.im) / divisor, im: (a.im * ratio - a.re) / divisor };
  }
  return { re: Number.NaN, im: Number.NaN };
}

/** abs(z) (complexobject.c:_Py_c_abs): C's hypot. */
export function complexAbs(z: Complex): number {
  if (!Number.isFinite(z.re) || !Number.isFinite(z.im)) return Math.hypot(z.re, z.im);
  const size = exactHypot([z.re, z.im]);
  if (!Number.isFinite(size)) throw overflowError('absolute value too large');
  return size;
}

const ZERO_POWER = '0.0 to a negative or complex power';

/** complexobject.c:complex_pow: small integral exponents multiply, others go through polar coordinates. */
export function complexPower(a: Complex, b: Complex): Complex {
  const integral = b.im === 0 && Number.isInteger(b.re) && Math.abs(b.re) <= 100;
  const power = integral ? integerPower(a, b.re) : polarPower(a, b);
  if (!Number.isFinite(power.re) || !Number.isFinite(power.im)) throw overflowError('complex exponentiation');
  return power;
}

function integerPower(base: Complex, exponent: number): Complex {
  if (exponent > 0) return positivePower(base, exponent);
  if (exponent === 0) return { re: 1, im: 0 };
  if (base.re === 0 && base.im === 0) throw zeroDivisionError(ZERO_POWER);
  return complexDivide({ re: 1, im: 0 }, positivePower(base, -exponent));
}

function positivePower(base: Complex, exponent: number): Complex {
  let result: Complex = { re: 1, im: 0 };
  let factor = base;
  for (let mask = 1; mask > 0 && exponent >= mask; mask <<= 1) {
    if ((exponent & mask) !== 0) result = complexMultiply(result, factor);
    factor = complexMultiply(factor, factor);
  }
  return result;
}

function polarPower(a: Complex, b: Complex): Complex {
  if (b.re === 0 && b.im === 0) return { re: 1, im: 0 };
  if (a.re === 0 && a.im === 0) {
    if (b.im !== 0 || b.re < 0) throw zeroDivisionError(ZERO_POWER);
    return { re: 0, im: 0 };
  }
  const size = exactHypot([a.re, a.im]);
  const angle = atan2(a.im, a.re);
  let length = floatPower(size, b.re);
  let phase = angle * b.re;
  if (b.im !== 0) {
    length /= exp(angle * b.im);
    phase += b.im * log(size);
  }
  return { re: length * cos(phase), im: length * sin(phase) };
}

/** A part of a repr: as repr(float), but without '.0'. */
export function complexPart(x: number): string {
  if (!Number.isFinite(x)) return nonFiniteText(x);
  const text = floatRepr(x);
  return text.endsWith('.0') ? text.slice(0, -2) : text;
}

/** complexobject.c:complex_repr: no real part and no parentheses where the real part is +0. */
export function complexRepr(z: Complex): string {
  if (Object.is(z.re, 0)) return `${complexPart(z.im)}j`;
  const im = complexPart(z.im);
  return `(${complexPart(z.re)}${im.startsWith('-') ? '' : '+'}${im}j)`;
}

const NUMBER = '(?:(?:[0-9_]+(?:\\.[0-9_]*)?|\\.[0-9_]+)(?:e[+-]?[0-9_]+)?|inf(?:inity)?|nan)';
const BOTH = new RegExp(`^([+-]?${NUMBER})([+-](?:${NUMBER})?)j$`, 'i');
const IMAGINARY = new RegExp(`^([+-]?(?:${NUMBER})?)j$`, 'i');

/** complexobject.c:complex_subtype_from_string. */
export function parseComplexText(text: string, profile: ValueProfile): Complex {
  if (/__|_$|(?<![0-9])_|_(?![0-9])/.test(text)) {
    throw valueError(`could not convert string to complex: ${strRepr(text, profile)}`);
  }
  let body = asciiNumberText(text, profile);
  if (body.startsWith('(') && body.endsWith(')')) body = body.slice(1, -1).trim();
  const both = BOTH.exec(body);
  const imaginary = both === null ? IMAGINARY.exec(body) : null;
  const re = both !== null ? readFloat(both[1] as string) : imaginary !== null ? 0 : readFloat(body);
  const im =
    both !== null ? readUnit(both[2] as string) : imaginary !== null ? readUnit(imaginary[1] as string) : 0;
  if (re === null || im === null) throw valueError('complex() arg is a malformed string');
  return { re, im };
}

/** The factor before j: a sign alone means 1. */
function readUnit(text: string): number | null {
  if (text === '' || text === '+') return 1;
  return text === '-' ? -1 : readFloat(text);
}
