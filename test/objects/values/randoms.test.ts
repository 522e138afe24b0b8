import { expect, test } from 'vitest';
import { utf8Bytes } from '../../../src/objects/values/codec.ts';
import { MersenneTwister, seedFromBytes } from '../../../src/objects/values/mersenne.ts';
import * as distributions from '../../../src/objects/values/random-distributions.ts';
import { caseCount, mismatches, type Subject } from './fixture.ts';

type Seed = number | bigint | string | Uint8Array;

function twisterOf(seed: Seed): MersenneTwister {
  if (typeof seed === 'string') return new MersenneTwister(seedFromBytes(utf8Bytes(seed)));
  return new MersenneTwister(seed instanceof Uint8Array ? seedFromBytes(seed) : seed);
}

const times = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, draw);

test('numbers are drawn as random.py draws them', () => {
  const subjects: Record<string, Subject> = {
    random: (_, seed) => {
      const twister = twisterOf(seed);
      return times(5, () => twister.random());
    },
    far: (_, seed, n) => {
      const twister = twisterOf(seed);
      return times(n, () => twister.random()).slice(-2);
    },
    getrandbits: (profile, seed, k) => {
      const twister = twisterOf(seed);
      return times(3, () => twister.getrandbits(k, profile));
    },
    triangular: (_, seed, low, high, mode) =>
      distributions.triangular(twisterOf(seed), { low, high, mode: mode ?? null }),
  };

  expect(mismatches('randoms', subjects)).toEqual([]);
});

test('real distributions are those of random.py, but for the last bit of about one in a thousand', () => {
  const subjects: Record<string, Subject> = {
    gauss: (_, seed, mu, sigma) => {
      const twister = twisterOf(seed);
      const [first, second, third] = [
        distributions.gaussPair(twister),
        distributions.gaussPair(twister),
      ].flat();
      return [first, second, third].map((one) => mu + (one as number) * sigma);
    },
    normalvariate: (_, seed, mu, sigma) => distributions.normalvariate(twisterOf(seed), mu, sigma),
    vonmisesvariate: (_, seed, mu, kappa) => distributions.vonmisesvariate(twisterOf(seed), mu, kappa),
    gammavariate: (_, seed, a, b) => distributions.gammavariate(twisterOf(seed), a, b),
    paretovariate: (profile, seed, a) => distributions.paretovariate(twisterOf(seed), a, profile),
    weibullvariate: (_, seed, a, b) => distributions.weibullvariate(twisterOf(seed), a, b),
  };
  const total = Object.keys(subjects).reduce((sum, name) => sum + 6 * caseCount('randoms', name), 0);

  const found = mismatches('randoms', subjects, { tagFloats: false, all: true });

  expect(found.length / total).toBeLessThan(0.005);
});

test('a restored generator goes on where the saved one was', () => {
  const twister = new MersenneTwister(5);
  twister.random();
  const state = twister.save();
  const expected = times(700, () => twister.random());

  const other = new MersenneTwister(0);
  other.restore(state);

  expect(times(700, () => other.random())).toEqual(expected);
});
