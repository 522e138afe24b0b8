/**
 * math.erf and math.erfc as C's library has them: Sun's rational approximations on four intervals of |x|, whose polynomials glibc
 * evaluates in groups of two powers, so that the last bits agree.
 */

import { floatBits, floatFromBits } from './float-bits.ts';
import { exp } from './libm.ts';

type Coefficients = readonly number[];

/** erf(1), short of bits, and 2/sqrt(pi) - 1. */
const ERF_OF_ONE = 0.8450629115104675;
const EFX = 0.1283791670955126;

const BELOW_084: readonly [Coefficients, Coefficients] = [
  [
    0.12837916709551256, -0.3250421072470015, -0.02848174957559851, -0.005770270296489442,
    -2.3763016656650163e-5,
  ],
  [
    1, 0.39791722395915535, 0.0650222499887673, 0.005081306281875766, 0.00013249473800432164,
    -3.960228278775368e-6,
  ],
];
const BELOW_125: readonly [Coefficients, Coefficients] = [
  [
    -0.0023621185607526594, 0.41485611868374833, -0.3722078760357013, 0.31834661990116175,
    -0.11089469428239668, 0.035478304325618236, -0.002166375594868791,
  ],
  [
    1, 0.10642088040084423, 0.540397917702171, 0.07182865441419627, 0.12617121980876164, 0.01363708391202905,
    0.011984499846799107,
  ],
];
const BELOW_286: readonly [Coefficients, Coefficients] = [
  [
    -0.009864944034847148, -0.6938585727071818, -10.558626225323291, -62.375332450326006, -162.39666946257347,
    -184.60509290671104, -81.2874355063066, -9.814329344169145,
  ],
  [
    1, 19.651271667439257, 137.65775414351904, 434.56587747522923, 645.3872717332679, 429.00814002756783,
    108.63500554177944, 6.570249770319282, -0.0604244152148581,
  ],
];
const ABOVE_286: readonly [Coefficients, Coefficients] = [
  [
    -0.0098649429247001, -0.799283237680523, -17.757954917754752, -160.63638485582192, -637.5664433683896,
    -1025.0951316110772, -483.5191916086514,
  ],
  [
    1, 30.33806074348246, 325.7925129965739, 1536.729586084437, 3199.8582195085955, 2553.0504064331644,
    474.52854120695537, -22.44095244658582,
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
