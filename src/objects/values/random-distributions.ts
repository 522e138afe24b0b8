/** The real distributions of random.py that take more than a line of it, drawn number for number in its order. */
import { floatModulo } from './float-arithmetic.ts';
import { exp, log, pow } from './libm.ts';
import { acos, cos, sin } from './libm-angles.ts';
import { valueError } from './python-raise.ts';
import type { ValueProfile } from './value-profile.ts';

const TWO_PI = 2 * Math.PI;
const NV_MAGIC = (4 * exp(-0.5)) / Math.sqrt(2);
const LOG4 = log(4);
const SG_MAGIC = 1 + log(4.5);

/** random.NV_MAGICCONST, LOG4, SG_MAGICCONST and TWOPI. */
export const CONSTANTS: readonly number[] = [NV_MAGIC, LOG4, SG_MAGIC, TWO_PI];

/** Where the numbers come from: a generator, or what a subclass of Random draws. */
export interface Draws {
  random(): number;
}

/** `mode` is null if there is none given. */
export function triangular(
  draws: Draws,
  bounds: { readonly low: number; readonly high: number; readonly mode: number | null },
): number {
  let { low, high } = bounds;
  let u = draws.random();
  if (bounds.mode !== null && high === low) return low;
  let c = bounds.mode === null ? 0.5 : (bounds.mode - low) / (high - low);
  if (u > c) {
    u = 1 - u;
    c = 1 - c;
    [low, high] = [high, low];
  }
  return low + (high - low) * Math.sqrt(u * c);
}

/** Kinderman and Monahan's ratio of uniform deviates. */
export function normalvariate(draws: Draws, mu: number, sigma: number): number {
  while (true) {
    const u1 = draws.random();
    const u2 = 1 - draws.random();
    const z = (NV_MAGIC * (u1 - 0.5)) / u2;
    if ((z * z) / 4 <= -log(u2)) return mu + z * sigma;
  }
}

/** Box and Muller's pair of deviates. */
export function gaussPair(draws: Draws): readonly [number, number] {
  const angle = draws.random() * TWO_PI;
  const radius = Math.sqrt(-2 * log(1 - draws.random()));
  return [cos(angle) * radius, sin(angle) * radius];
}

export function vonmisesvariate(draws: Draws, mu: number, kappa: number): number {
  if (kappa <= 1e-6) return TWO_PI * draws.random();
  const s = 0.5 / kappa;
  const r = s + Math.sqrt(1 + s * s);
  let z = 0;
  while (true) {
    z = cos(Math.PI * draws.random());
    const d = z / (r + z);
    const u2 = draws.random();
    if (u2 < 1 - d * d || u2 <= (1 - d) * exp(d)) break;
  }
  const q = 1 / r;
  const f = (q + z) / (1 + q * z);
  const turn = draws.random() > 0.5 ? mu + acos(f) : mu - acos(f);
  return floatModulo(turn, TWO_PI, '');
}

export function gammavariate(draws: Draws, alpha: number, beta: number): number {
  if (alpha <= 0 || beta <= 0) throw valueError('gammavariate: alpha and beta must be > 0.0');
  if (alpha > 1) return gammaAboveOne(draws, alpha) * beta;
  if (alpha === 1) return -log(1 - draws.random()) * beta;
  return gammaBelowOne(draws, alpha) * beta;
}

/** Cheng's algorithm. */
function gammaAboveOne(draws: Draws, alpha: number): number {
  const ainv = Math.sqrt(2 * alpha - 1);
  const bbb = alpha - LOG4;
  const ccc = alpha + ainv;
  while (true) {
    const u1 = draws.random();
    if (!(u1 > 1e-7 && u1 < 0.9999999)) continue;
    const u2 = 1 - draws.random();
    const v = log(u1 / (1 - u1)) / ainv;
    const x = alpha * exp(v);
    const z = u1 * u1 * u2;
    const r = bbb + ccc * v - x;
    if (r + SG_MAGIC - 4.5 * z >= 0 || r >= log(z)) return x;
  }
}

/** Ahrens and Dieter's algorithm. */
function gammaBelowOne(draws: Draws, alpha: number): number {
  while (true) {
    const b = (Math.E + alpha) / Math.E;
    const p = b * draws.random();
    const x = p <= 1 ? pow(p, 1 / alpha) : -log((b - p) / alpha);
    const u1 = draws.random();
    if (p > 1 ? u1 <= pow(x, alpha - 1) : u1 <= exp(-x)) return x;
  }
}

export function paretovariate(draws: Draws, alpha: number, profile: ValueProfile): number {
  const u = 1 - draws.random();
  return profile.paretoByNegativePower ? pow(u, -1 / alpha) : 1 / pow(u, 1 / alpha);
}

export function weibullvariate(draws: Draws, alpha: number, beta: number): number {
  return alpha * pow(-log(1 - draws.random()), 1 / beta);
}
