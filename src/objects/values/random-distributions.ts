/** The real distributions of random.py, drawn number for number in its order. */
import { floatModulo } from './float-arithmetic.ts';
import { exp, log, pow } from './libm.ts';
import { acos, cos, sin } from './libm-angles.ts';
import type { MersenneTwister } from './mersenne.ts';
import { valueError } from './python-raise.ts';
import type { ValueProfile } from './value-profile.ts';

const TWO_PI = 2 * Math.PI;
const NV_MAGIC = (4 * exp(-0.5)) / Math.sqrt(2);
const LOG4 = log(4);
const SG_MAGIC = 1 + log(4.5);

/** a + (b - a) * random(). */
export function uniform(twister: MersenneTwister, a: number, b: number): number {
  return a + (b - a) * twister.random();
}

/** `mode` is null if there is none given. */
export function triangular(
  twister: MersenneTwister,
  bounds: { readonly low: number; readonly high: number; readonly mode: number | null },
): number {
  let { low, high } = bounds;
  let u = twister.random();
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
export function normalvariate(twister: MersenneTwister, mu: number, sigma: number): number {
  while (true) {
    const u1 = twister.random();
    const u2 = 1 - twister.random();
    const z = (NV_MAGIC * (u1 - 0.5)) / u2;
    if ((z * z) / 4 <= -log(u2)) return mu + z * sigma;
  }
}

/** Box and Muller's pair; the second of it waits in `gaussNext` for the next call. */
export class GaussSource {
  gaussNext: number | null = null;

  gauss(twister: MersenneTwister, mu: number, sigma: number): number {
    const waiting = this.gaussNext;
    this.gaussNext = null;
    if (waiting !== null) return mu + waiting * sigma;
    const angle = twister.random() * TWO_PI;
    const radius = Math.sqrt(-2 * log(1 - twister.random()));
    this.gaussNext = sin(angle) * radius;
    return mu + cos(angle) * radius * sigma;
  }
}

export function lognormvariate(twister: MersenneTwister, mu: number, sigma: number): number {
  return exp(normalvariate(twister, mu, sigma));
}

/** A zero rate is the caller's ZeroDivisionError. */
export function expovariate(twister: MersenneTwister, rate: number): number {
  return -log(1 - twister.random()) / rate;
}

export function vonmisesvariate(twister: MersenneTwister, mu: number, kappa: number): number {
  if (kappa <= 1e-6) return TWO_PI * twister.random();
  const s = 0.5 / kappa;
  const r = s + Math.sqrt(1 + s * s);
  let z = 0;
  while (true) {
    z = cos(Math.PI * twister.random());
    const d = z / (r + z);
    const u2 = twister.random();
    if (u2 < 1 - d * d || u2 <= (1 - d) * exp(d)) break;
  }
  const q = 1 / r;
  const f = (q + z) / (1 + q * z);
  const turn = twister.random() > 0.5 ? mu + acos(f) : mu - acos(f);
  return floatModulo(turn, TWO_PI, '');
}

export function gammavariate(twister: MersenneTwister, alpha: number, beta: number): number {
  if (alpha <= 0 || beta <= 0) throw valueError('gammavariate: alpha and beta must be > 0.0');
  if (alpha > 1) return gammaAboveOne(twister, alpha) * beta;
  if (alpha === 1) return -log(1 - twister.random()) * beta;
  return gammaBelowOne(twister, alpha) * beta;
}

/** Cheng's algorithm. */
function gammaAboveOne(twister: MersenneTwister, alpha: number): number {
  const ainv = Math.sqrt(2 * alpha - 1);
  const bbb = alpha - LOG4;
  const ccc = alpha + ainv;
  while (true) {
    const u1 = twister.random();
    if (!(u1 > 1e-7 && u1 < 0.9999999)) continue;
    const u2 = 1 - twister.random();
    const v = log(u1 / (1 - u1)) / ainv;
    const x = alpha * exp(v);
    const z = u1 * u1 * u2;
    const r = bbb + ccc * v - x;
    if (r + SG_MAGIC - 4.5 * z >= 0 || r >= log(z)) return x;
  }
}

/** Ahrens and Dieter's algorithm. */
function gammaBelowOne(twister: MersenneTwister, alpha: number): number {
  while (true) {
    const b = (Math.E + alpha) / Math.E;
    const p = b * twister.random();
    const x = p <= 1 ? pow(p, 1 / alpha) : -log((b - p) / alpha);
    const u1 = twister.random();
    if (p > 1 ? u1 <= pow(x, alpha - 1) : u1 <= exp(-x)) return x;
  }
}

export function betavariate(twister: MersenneTwister, alpha: number, beta: number): number {
  const y = gammavariate(twister, alpha, 1);
  return y === 0 ? 0 : y / (y + gammavariate(twister, beta, 1));
}

export function paretovariate(twister: MersenneTwister, alpha: number, profile: ValueProfile): number {
  const u = 1 - twister.random();
  return profile.paretoByNegativePower ? pow(u, -1 / alpha) : 1 / pow(u, 1 / alpha);
}

export function weibullvariate(twister: MersenneTwister, alpha: number, beta: number): number {
  return alpha * pow(-log(1 - twister.random()), 1 / beta);
}
