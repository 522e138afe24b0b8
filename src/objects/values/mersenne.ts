/**
 * The Mersenne Twister MT19937 as random.Random has it (_randommodule.c): seeding by init_by_array, doubles of
 * 53 bits, and bits of any number. What Python's own random.py makes of it is in python/lib/random.ts, and random-distributions.ts.
 */
import { intFromBytes } from './int-bytes.ts';
import { intAbs, MAX_BITS, type PyInt, toPyInt } from './py-int.ts';
import { PythonRaise, valueError } from './python-raise.ts';
import { sha512 } from './sha512.ts';
import type { ValueProfile } from './value-profile.ts';

const N = 624;
const M = 397;

/** What getstate() shows: 624 words and the index of the next. */
export interface TwisterState {
  readonly words: Uint32Array;
  readonly index: number;
}

export class MersenneTwister {
  readonly #words = new Uint32Array(N);
  #index = N;

  /** A generator as `_random.Random(seed)` makes it: see {@link seed}. */
  constructor(seed: PyInt) {
    this.seed(seed);
  }

  save(): TwisterState {
    return { words: this.#words.slice(), index: this.#index };
  }

  restore(state: TwisterState): void {
    this.#words.set(state.words);
    this.#index = state.index;
  }

  /** _randommodule.c:random_seed: the absolute value, as 32-bit words from the lowest on. */
  seed(seed: PyInt): void {
    const key: number[] = [];
    for (let rest = BigInt(intAbs(seed)); rest > 0n; rest >>= 32n) key.push(Number(rest & 0xffffffffn));
    this.#initByArray(key.length === 0 ? [0] : key);
  }

  #initGenrand(seed: number): void {
    const words = this.#words;
    words[0] = seed;
    for (let i = 1; i < N; i++) {
      const last = words[i - 1] as number;
      words[i] = Math.imul(1812433253, last ^ (last >>> 30)) + i;
    }
    this.#index = N;
  }

  #initByArray(key: readonly number[]): void {
    const words = this.#words;
    this.#initGenrand(19650218);
    let i = 1;
    const step = (factor: number): number => {
      const last = words[i - 1] as number;
      return (words[i] as number) ^ Math.imul(last ^ (last >>> 30), factor);
    };
    const advance = (): void => {
      if (++i < N) return;
      words[0] = words[N - 1] as number;
      i = 1;
    };
    for (let k = 0, j = 0; k < Math.max(N, key.length); k++, j = (j + 1) % key.length) {
      words[i] = step(1664525) + (key[j] as number) + j;
      advance();
    }
    for (let k = 0; k < N - 1; k++) {
      words[i] = step(1566083941) - i;
      advance();
    }
    words[0] = 0x80000000;
  }

  #twist(): void {
    const words = this.#words;
    for (let i = 0; i < N; i++) {
      const y = ((words[i] as number) & 0x80000000) | ((words[(i + 1) % N] as number) & 0x7fffffff);
      words[i] = (words[(i + M) % N] as number) ^ (y >>> 1) ^ ((y & 1) === 0 ? 0 : 0x9908b0df);
    }
    this.#index = 0;
  }

  /** The next 32 bits, as an unsigned number (genrand_uint32). */
  next32(): number {
    if (this.#index >= N) this.#twist();
    let y = this.#words[this.#index++] as number;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  /** random(): 53 bits in [0, 1). */
  random(): number {
    const a = this.next32() >>> 5;
    const b = this.next32() >>> 6;
    return (a * 67108864 + b) / 9007199254740992;
  }

  /** getrandbits(k): the lowest word is drawn first. Up to 3.8 k must be positive. */
  getrandbits(k: number, profile: ValueProfile): PyInt {
    if (k < 0 || (k === 0 && !profile.drawsNoBits)) {
      throw valueError(
        `number of bits must be ${profile.drawsNoBits ? 'non-negative' : 'greater than zero'}`,
      );
    }
    if (k === 0) return 0;
    if (k <= 32) return this.next32() >>> (32 - k);
    if (k > MAX_BITS) throw new PythonRaise('MemoryError', '');
    const words: string[] = [];
    for (let at = 0; at < k; at += 32) {
      const word = this.next32() >>> (32 - Math.min(32, k - at));
      words.push(word.toString(16).padStart(8, '0'));
    }
    return toPyInt(BigInt(`0x${words.toReversed().join('')}`));
  }
}

/** random.py:Random.seed, version 2, for the bytes of a str, bytes or bytearray: an int made of them and their SHA-512. */
export function seedFromBytes(bytes: Uint8Array): PyInt {
  const joined = new Uint8Array(bytes.length + 64);
  joined.set(bytes);
  joined.set(sha512(bytes), bytes.length);
  return intFromBytes(joined, 'big', false);
}
