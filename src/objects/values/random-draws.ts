/**
 * What random.py draws from a generator: ints below a bound, shuffles, samples and choices by index, and the
 * real distributions in random-distributions.ts. Items never come here: positions do.
 */
import { log } from './libm.ts';
import type { MersenneTwister } from './mersenne.ts';
import { intAdd, intBitLength, intFloorDivide, intMultiply, intSubtract, type PyInt } from './py-int.ts';
import { valueError } from './python-raise.ts';
import type { ValueProfile } from './value-profile.ts';

/** random.py:_randbelow_with_getrandbits: as many bits as n has, again until they are below it. */
export function randbelow(twister: MersenneTwister, n: PyInt, profile: ValueProfile): PyInt {
  if (n === 0) return 0;
  const bits = intBitLength(n);
  while (true) {
    const drawn = twister.getrandbits(bits, profile);
    if (drawn < n) return drawn;
  }
}

/** The same for the positions of a list. */
function position(twister: MersenneTwister, n: number): number {
  const shift = Math.clz32(n);
  while (true) {
    const drawn = twister.next32() >>> shift;
    if (drawn < n) return drawn;
  }
}

/** A bound that randrange was given. `stop` is null if it was given one argument only. */
export interface RandRange {
  readonly start: PyInt;
  readonly stop: PyInt | null;
  readonly step: PyInt;
}

/** random.py:randrange for ints. */
export function randrange(twister: MersenneTwister, range: RandRange, profile: ValueProfile): PyInt {
  const { start, stop, step } = range;
  if (stop === null) {
    if (start > 0) return randbelow(twister, start, profile);
    throw valueError('empty range for randrange()');
  }
  const width = intSubtract(stop, start);
  if (step === 1) {
    if (width > 0) return intAdd(start, randbelow(twister, width, profile));
    throw valueError(emptyRange(range, profile, width));
  }
  if (step === 0) throw valueError('zero step for randrange()');
  const count = intFloorDivide(intAdd(width, intAdd(step, step > 0 ? -1 : 1)), step, '');
  if (count <= 0) throw valueError(emptyRange(range, profile, null));
  return intAdd(start, intMultiply(step, randbelow(twister, count, profile)));
}

function emptyRange({ start, stop, step }: RandRange, profile: ValueProfile, width: PyInt | null): string {
  if (profile.quotesEmptyRange)
    return `empty range in randrange(${start}, ${stop}${width === null ? `, ${step}` : ''})`;
  return width === null
    ? 'empty range for randrange()'
    : `empty range for randrange() (${start}, ${stop}, ${width})`;
}

/** random.py:choice: a position among `count`. An empty sequence is the caller's IndexError. */
export function choicePosition(twister: MersenneTwister, count: number): number {
  return position(twister, count);
}

/** random.py:shuffle: which swaps are made, in order, as pairs in one array. */
export function shuffleSwaps(twister: MersenneTwister, count: number): Int32Array {
  const swaps = new Int32Array(Math.max(0, 2 * (count - 1)));
  for (let i = count - 1, at = 0; i > 0; i--) {
    swaps[at++] = i;
    swaps[at++] = position(twister, i + 1);
  }
  return swaps;
}

/** random.py:sample: the positions chosen, in order; a pool for small populations, a set of seen ones for large. */
export function samplePositions(twister: MersenneTwister, count: number, size: number): number[] {
  if (size < 0 || size > count) throw valueError('Sample larger than population or is negative');
  const setSize = size > 5 ? 21 + 4 ** Math.ceil(log(size * 3) / log(4)) : 21;
  return count <= setSize ? samplePool(twister, count, size) : sampleSeen(twister, count, size);
}

function samplePool(twister: MersenneTwister, count: number, size: number): number[] {
  const pool = Array.from({ length: count }, (_, i) => i);
  return Array.from({ length: size }, (_, i) => {
    const at = position(twister, count - i);
    const chosen = pool[at] as number;
    pool[at] = pool[count - i - 1] as number;
    return chosen;
  });
}

function sampleSeen(twister: MersenneTwister, count: number, size: number): number[] {
  const seen = new Set<number>();
  while (seen.size < size) seen.add(position(twister, count));
  return [...seen];
}

/** random.py:choices without weights: `size` positions among `count`. */
export function choicesPositions(twister: MersenneTwister, count: number, size: number): number[] {
  return Array.from({ length: size }, () => Math.floor(twister.random() * count));
}

/** random.py:choices with weights, already summed up, as floats. */
export function weightedPositions(
  twister: MersenneTwister,
  cumulative: readonly number[],
  size: number,
  profile: ValueProfile,
): number[] {
  const total = cumulative.at(-1) as number;
  if (!(total > 0) && profile.checksWeights) throw valueError('Total of weights must be greater than zero');
  if (!Number.isFinite(total) && profile.checksWeights) throw valueError('Total of weights must be finite');
  return Array.from({ length: size }, () =>
    bisectRight(cumulative, twister.random() * total, cumulative.length - 1),
  );
}

/** bisect.bisect_right with a high bound. */
function bisectRight(values: readonly number[], x: number, high: number): number {
  let low = 0;
  let end = high;
  while (low < end) {
    const middle = (low + end) >> 1;
    if (x < (values[middle] as number)) end = middle;
    else low = middle + 1;
  }
  return low;
}
