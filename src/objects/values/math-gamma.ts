/** math.gamma and math.lgamma (mathmodule.c: m_tgamma, m_lgamma): Lanczos' sum with g = 6.0246..., kept apart from its large factors. */
import { exp, log, pow } from './libm.ts';
import { cos, sin } from './libm-angles.ts';
import { overflowError, valueError } from './python-raise.ts';

const G = 6.02468004077673;
const G_MINUS_HALF = 5.52468004077673;
const LOG_PI = 1.1447298858494002;
const DOMAIN = 'math domain error';
const RANGE = 'math range error';

/** Of the sum's numerator and denominator, which is x(x+1)...(x+11), from the constant up. */
const NUMERATOR: readonly number[] = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.03721, 6039542586.352028,
  1439720407.3117216, 248874557.86205417, 31426415.585400194, 2876370.6289353725, 186056.26539522348,
  8071.672002365816, 210.82427775157936, 2.5066282746310002,
];
const DENOMINATOR: readonly number[] = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
];

/** Powers of x for small x, of 1/x for large: neither may overflow. */
function lanczosSum(x: number): number {
  let [num, den] = [0, 0];
  for (let step = 0; step < NUMERATOR.length; step++) {
    const at = x < 5 ? NUMERATOR.length - 1 - step : step;
    num = (x < 5 ? num * x : num / x) + (NUMERATOR[at] as number);
    den = (x < 5 ? den * x : den / x) + (DENOMINATOR[at] as number);
  }
  return num / den;
}

/** sin(pi * x) for x >= 0, without loss for large x. */
function sinPi(x: number): number {
  const y = x % 2;
  switch (Math.round(2 * y)) {
    case 0:
      return sin(Math.PI * y);
    case 1:
      return cos(Math.PI * (y - 0.5));
    case 2:
      return sin(Math.PI * (1 - y));
    case 3:
      return -cos(Math.PI * (y - 1.5));
    default:
      return sin(Math.PI * (y - 2));
  }
}

function finite(x: number): number {
  if (Number.isFinite(x)) return x;
  throw overflowError(RANGE);
}

function factorial(n: number): number {
  let product = 1;
  for (let i = 2; i <= n; i++) product *= i;
  return product;
}

export function mathGamma(x: number): number {
  if (Number.isNaN(x) || x === Number.POSITIVE_INFINITY) return x;
  const whole = Number.isInteger(x);
  if (x === Number.NEGATIVE_INFINITY || (whole && x <= 0)) throw valueError(DOMAIN);
  if (whole && x <= 23) return factorial(x - 1);
  const size = Math.abs(x);
  if (size < 1e-20) return finite(1 / x);
  if (size > 200) return x < 0 ? 0 / -sinPi(size) : finite(Number.POSITIVE_INFINITY);
  return finite(lanczosGamma(x, size));
}

/** pow(y, size - 1/2) would overflow for large sizes: it is applied in two halves. */
function lanczosGamma(x: number, size: number): number {
  const y = size + G_MINUS_HALF;
  const lost = size > G_MINUS_HALF ? y - size - G_MINUS_HALF : y - G_MINUS_HALF - size;
  const correction = (lost * G) / y;
  const halves = size < 140 ? [pow(y, size - 0.5)] : Array<number>(2).fill(pow(y, size / 2 - 0.25));
  if (x > 0) {
    const r = lanczosSum(size) / exp(y);
    return halves.reduce((product, half) => product * half, r + correction * r);
  }
  const r = ((-Math.PI / sinPi(size) / size) * exp(y)) / lanczosSum(size);
  return halves.reduce((quotient, half) => quotient / half, r - correction * r);
}

export function mathLgamma(x: number): number {
  if (Number.isNaN(x)) return x;
  if (!Number.isFinite(x)) return Number.POSITIVE_INFINITY;
  if (Number.isInteger(x) && x <= 2) {
    if (x <= 0) throw valueError(DOMAIN);
    return 0;
  }
  const size = Math.abs(x);
  if (size < 1e-20) return -log(size);
  const r = log(lanczosSum(size)) - G + (size - 0.5) * (log(size + G - 0.5) - 1);
  return finite(x < 0 ? LOG_PI - log(Math.abs(sinPi(size))) - log(size) - r : r);
}
