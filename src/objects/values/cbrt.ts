/**
 * cbrt as glibc's generic double version computes it, to the last bit: a polynomial for the root of a fraction from one half to one, one
 * step of Halley's method, and a factor for what is left of the exponent. Math.cbrt rounds better: cbrt(27) is a little more than 3 there.
 */
import { frexp, ldexp } from './float-bits.ts';

/** From the highest power down; each is what the product so far is taken from. */
const COEFFICIENTS = [
  0.14526389938548637, 0.7849323449766392, 1.8346927748361308, 2.4469312256353444, 2.114994941673713,
  1.508191937815849,
];
const CONSTANT = 0.35489576504391984;
const ROOT = 1.2599210498948732;
const ROOT_SQUARED = 1.5874010519681996;
/** By the rest of the exponent after division by three, from -2 on. */
const FACTORS = [1 / ROOT_SQUARED, 1 / ROOT, 1, ROOT, ROOT_SQUARED];

export function cbrt(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const { mantissa: fraction, exponent } = frexp(Math.abs(x));
  const [highest = 0, ...others] = COEFFICIENTS;
  const slope = others.reduce((sum, coefficient) => coefficient - sum * fraction, highest);
  const guess = CONSTANT + slope * fraction;
  const cube = guess * guess * guess;
  const factor = FACTORS[2 + (exponent % 3)] as number;
  const root = ((guess * (cube + 2 * fraction)) / (2 * cube + fraction)) * factor;
  return ldexp(x > 0 ? root : -root, Math.trunc(exponent / 3));
}
