/**
 * math.erf and math.erfc as C's library has them: Sun's rational approximations on four intervals of |x|, whose polynomials glibc
 * evaluates in groups of two powers, so that the last bits agree.
 */

import { floatBits, floatFromBits } from './float-bits.ts';
import { exp } from './libm.ts';

type Coefficients = readonly number[];

/** erf(1), short of bits, and 2/sqrt(pi) - 1. */
const ERF_OF_ONE = 8.45062911510467529297e-1;
const EFX = 1.28379167095512586316e-1;

const BELOW_084: readonly [Coefficients, Coefficients] = [
  [
    1.28379167095512558561e-1, -3.2504210724700149937e-1, -2.84817495755985104766e-2,
    -5.77027029648944159157e-3, -2.37630166566501626084e-5,
  ],
  [
    1, 3.97917223959155352819e-1, 6.50222499887672944485e-2, 5.08130628187576562776e-3,
    1.32494738004321644526e-4, -3.9602282787753681232e-6,
  ],
];
const BELOW_125: readonly [Coefficients, Coefficients] = [
  [
    -2.36211856075265944077e-3, 4.14856118683748331666e-1, -3.72207876035701323847e-1,
    3.18346619901161753674e-1, -1.10894694282396677476e-1, 3.54783043256182359371e-2,
    -2.166375594868790843e-3,
  ],
  [
    1, 1.06420880400844228286e-1, 5.40397917702171048937e-1, 7.18286544141962662868e-2,
    1.26171219808761642112e-1, 1.36370839120290507362e-2, 1.1984499846799107417e-2,
  ],
];
const BELOW_286: readonly [Coefficients, Coefficients] = [
  [
    -9.86494403484714822705e-3, -6.93858572707181764372e-1, -1.05586262253232909814e1,
    -6.23753324503260060396e1, -1.62396669462573470355e2, -1.84605092906711035994e2,
    -8.12874355063065934246e1, -9.81432934416914548592,
  ],
  [
    1, 1.96512716674392571292e1, 1.376577541435190426e2, 4.34565877475229228821e2, 6.45387271733267880336e2,
    4.29008140027567833386e2, 1.08635005541779435134e2, 6.57024977031928170135, -6.04244152148580987438e-2,
  ],
];
const ABOVE_286: readonly [Coefficients, Coefficients] = [
  [
    -9.86494292470009928597e-3, -7.99283237680523006574e-1, -1.77579549177547519889e1,
    -1.60636384855821916062e2, -6.37566443368389627722e2, -1.02509513161107724954e3,
    -4.83519191608651397019e2,
  ],
  [
    1, 3.03380607434824582924e1, 3.25792512996573918826e2, 1.53672958608443695994e3, 3.19985821950859553908e3,
    2.55305040643316442583e3, 4.74528541206955367215e2, -2.24409524465858183362e1,
  ],
];

/** (c0 + c1 x) + x^2 (c2 + c3 x) + x^4 (c4 + c5 x) ... */
function polynomial(coefficients: Coefficients, x: number): number {
  const square = x * x;
  let sum = 0;
  let power = 1;
  for (let at = 0; at < coefficients.length; at += 2) {
    const low = coefficients[at] as number;
    const pair = at + 1 < coefficients.length ? low + x * (coefficients[at + 1] as number) : low;
    sum = at === 0 ? pair : sum + power * pair;
    power = at === 0 ? square : at === 2 ? square * square : power * square;
  }
  return sum;
}

function quotient([top, bottom]: readonly [Coefficients, Coefficients], x: number): number {
  return polynomial(top, x) / polynomial(bottom, x);
}

/** 1 - erf(|x|) from 1.25 on: exp(-x*x) in two factors, the first of a number whose square is exact. */
function tail(x: number): number {
  const s = 1 / (x * x);
  const ratio = quotient(x < 1 / 0.35 ? BELOW_286 : ABOVE_286, s);
  const z = floatFromBits((floatBits(x) >> 32n) << 32n);
  return (exp(-z * z - 0.5625) * exp((z - x) * (z + x) + ratio)) / x;
}

export function mathErf(x: number): number {
  if (Number.isNaN(x)) return x;
  const size = Math.abs(x);
  const sign = x < 0 ? -1 : 1;
  if (size < 2 ** -28) return x + EFX * x;
  if (size < 0.84375) return x + x * quotient(BELOW_084, x * x);
  if (size < 1.25) return sign * (ERF_OF_ONE + quotient(BELOW_125, size - 1));
  return size >= 6 ? sign : sign * (1 - tail(size));
}

export function mathErfc(x: number): number {
  if (Number.isNaN(x)) return x;
  const size = Math.abs(x);
  if (size < 2 ** -56) return 1 - x;
  if (size < 0.84375) {
    const part = x * quotient(BELOW_084, x * x);
    return x < 0.25 ? 1 - (x + part) : 0.5 - (part + (x - 0.5));
  }
  if (size < 1.25) {
    const ratio = quotient(BELOW_125, size - 1);
    return x > 0 ? 1 - ERF_OF_ONE - ratio : 1 + (ERF_OF_ONE + ratio);
  }
  if (x < -6) return 2;
  if (size >= 28) return 0;
  return x > 0 ? tail(size) : 2 - tail(size);
}
