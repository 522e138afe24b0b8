import { expect, test } from 'vitest';
import { frexp } from '../../../src/objects/values/float-bits.ts';
import { atan2 } from '../../../src/objects/values/libm-angles.ts';
import * as functions from '../../../src/objects/values/math-functions.ts';
import * as integers from '../../../src/objects/values/math-integers.ts';
import { FloatSum, mathFsum } from '../../../src/objects/values/math-sums.ts';
import * as vectors from '../../../src/objects/values/math-vectors.ts';
import { type ValueProfile, valueProfile } from '../../../src/objects/values/value-profile.ts';
import { caseCount, mismatches, type Subject } from './fixture.ts';

/** Functions that 3.8 does not have. */
const isSince39 = (profile: ValueProfile): boolean => profile !== valueProfile(8);

test('functions of ints are exact', () => {
  const subjects: Record<string, Subject> = {
    gcd: (_, a, b) => integers.mathGcd(a, b),
    lcm: (profile, a, b) => (isSince39(profile) ? integers.mathLcm(a, b) : null),
    isqrt: (_, n) => integers.mathIsqrt(n),
    comb: (_, n, k) => integers.mathComb(n, k),
    perm: (_, n, k) => integers.mathPerm(n, k),
    factorial: (_, n) => integers.mathFactorial(n),
  };

  expect(mismatches('maths', subjects)).toEqual([]);
});

test('sums, remainders and roundings are those of CPython to the last bit', () => {
  const subjects: Record<string, Subject> = {
    fsum: (_, ...xs) => mathFsum(xs),
    sum: (profile, ...xs) => {
      const sum = new FloatSum(0, profile);
      for (const x of xs) sum.add(x);
      return sum.total;
    },
    remainder: (_, x, y) => domain(vectors.mathRemainder(x, y), x, y),
    fmod: (_, x, y) => functions.mathFmod(x, y),
    ulp: (profile, x) => (isSince39(profile) ? vectors.mathUlp(x) : null),
    nextafter: (profile, x, y) => (isSince39(profile) ? vectors.mathNextAfter(x, y) : null),
    copysign: (_, x, y) => functions.mathCopysign(x, y),
    floor: (_, x) => functions.mathToInt(x, 'floor'),
    ceil: (_, x) => functions.mathToInt(x, 'ceil'),
    trunc: (_, x) => functions.mathToInt(x, 'trunc'),
    modf: (_, x) => functions.mathModf(x),
    frexp: (_, x) => [frexp(x).mantissa, frexp(x).exponent],
    ldexp: (_, x, n) => functions.mathLdexp(x, n),
    isclose: (_, a, b) => functions.mathIsClose(a, b, { relative: 1e-9, absolute: 0 }),
  };

  expect(mismatches('maths', subjects)).toEqual([]);
});

function domain(result: number, x: number, y: number): number | string {
  return Number.isNaN(result) && !Number.isNaN(x) && !Number.isNaN(y)
    ? 'ValueError: math domain error'
    : result;
}

test('lengths of vectors are rounded as CPython rounds them', () => {
  const subjects: Record<string, Subject> = {
    hypot: (profile, ...xs) => vectors.mathHypot(xs, profile),
    dist: (profile, p, q) => vectors.mathDist(p, q, profile),
  };

  expect(mismatches('maths', subjects)).toEqual([]);
});

test('elementary functions agree with glibc but for about one result in a thousand, and always in their errors', () => {
  const subjects: Record<string, Subject> = {
    log: (_, x) => functions.mathLogFloat(x, 'e'),
    log2: (_, x) => functions.mathLogFloat(x, '2'),
    log10: (_, x) => functions.mathLogFloat(x, '10'),
    logint: (_, n) => functions.mathLogInt(n, 'e'),
    log2int: (_, n) => functions.mathLogInt(n, '2'),
    log10int: (_, n) => functions.mathLogInt(n, '10'),
    pow: (_, x, y) => functions.mathPow(x, y),
    atan2: (_, y, x) => atan2(y, x),
    'one.degrees': (_, x) => functions.mathDegrees(x),
    'one.radians': (_, x) => functions.mathRadians(x),
  };
  const names = [
    'acos',
    'asin',
    'atan',
    'atanh',
    'cos',
    'fabs',
    'log1p',
    'sin',
    'sqrt',
    'tan',
    'tanh',
    'cosh',
    'exp',
    'expm1',
    'sinh',
    'asinh',
    'acosh',
  ];
  for (const name of names) subjects[`one.${name}`] = (_, x) => functions.mathOne(name, x);
  const total = Object.keys(subjects).reduce((sum, name) => sum + 6 * caseCount('maths', name), 0);

  const found = mismatches('maths', subjects, { tagFloats: false, all: true });

  expect(found.filter((line) => line.includes('Error'))).toEqual([]);
  expect(found.length / total).toBeLessThan(0.003);
});
