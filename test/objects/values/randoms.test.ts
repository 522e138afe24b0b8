import { expect, test } from 'vitest';
import { utf8Bytes } from '../../../src/objects/values/codec.ts';
import { MersenneTwister, seedFromBytes } from '../../../src/objects/values/mersenne.ts';
import * as distributions from '../../../src/objects/values/random-distributions.ts';
import * as draws from '../../../src/objects/values/random-draws.ts';
import { caseCount, mismatches, type Subject } from './fixture.ts';

type Seed = number | bigint | string | Uint8Array;

function twisterOf(seed: Seed): MersenneTwister {
  if (typeof seed === 'string') return new MersenneTwister(seedFromBytes(utf8Bytes(seed)));
  return new MersenneTwister(seed instanceof Uint8Array ? seedFromBytes(seed) : seed);
}

const times = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, draw);

function swapped(twister: MersenneTwister, count: number): number[] {
  const items = Array.from({ length: count }, (_, i) => i);
  const swaps = draws.shuffleSwaps(twister, count);
  for (let at = 0; at < swaps.length; at += 2) {
    const [i, j] = [swaps[at] as number, swaps[at + 1] as number];
    [items[i], items[j]] = [items[j] as number, items[i] as number];
  }
  return items;
}

test('numbers, positions and orders are drawn as random.py draws them', () => {
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
    randrange: (profile, seed, start, stop, step) => {
      const twister = twisterOf(seed);
      return times(4, () =>
        draws.randrange(twister, { start, stop: stop ?? null, step: step ?? 1 }, profile),
      );
    },
    randint: (profile, seed, a, b) =>
      draws.randrange(twisterOf(seed), { start: a, stop: b + 1, step: 1 }, profile),
    shuffle: (_, seed, n) => swapped(twisterOf(seed), n),
    sample: (_, seed, n, k) => draws.samplePositions(twisterOf(seed), n, k),
    choice: (_, seed, n) => {
      const twister = twisterOf(seed);
      return times(5, () => draws.choicePosition(twister, n));
    },
    choices: (_, seed, n, k) => draws.choicesPositions(twisterOf(seed), n, k),
    weighted: (profile, seed, weights, k) => {
      let sum = 0;
      const cumulative = weights.map((weight: number) => (sum += weight));
      return draws.weightedPositions(twisterOf(seed), cumulative, k, profile);
    },
    uniform: (_, seed, a, b) => distributions.uniform(twisterOf(seed), a, b),
    triangular: (_, seed, low, high, mode) =>
      distributions.triangular(twisterOf(seed), { low, high, mode: mode ?? null }),
  };

  expect(mismatches('randoms', subjects)).toEqual([]);
});

test('real distributions are those of random.py, but for the last bit of about one in a thousand', () => {
  const subjects: Record<string, Subject> = {
    gauss: (_, seed, mu, sigma) => {
      const [twister, source] = [twisterOf(seed), new distributions.GaussSource()];
      return times(3, () => source.gauss(twister, mu, sigma));
    },
    normalvariate: (_, seed, mu, sigma) => distributions.normalvariate(twisterOf(seed), mu, sigma),
    lognormvariate: (_, seed, mu, sigma) => distributions.lognormvariate(twisterOf(seed), mu, sigma),
    expovariate: (_, seed, rate) => distributions.expovariate(twisterOf(seed), rate),
    vonmisesvariate: (_, seed, mu, kappa) => distributions.vonmisesvariate(twisterOf(seed), mu, kappa),
    gammavariate: (_, seed, a, b) => distributions.gammavariate(twisterOf(seed), a, b),
    betavariate: (_, seed, a, b) => distributions.betavariate(twisterOf(seed), a, b),
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
