/**
 * The hash of str and bytes (pyhash.c: siphash24, siphash13) and its key (bootstrap_hash.c).
 * 64-bit words are pairs of int32, so nothing is allocated but the answer.
 */

import { type Hash64, hash64 } from './hash64.ts';
import { strBuffer } from './str-kind.ts';
import type { ValueProfile } from './value-profile.ts';

export interface HashKey {
  readonly k0: Hash64;
  readonly k1: Hash64;
}

/**
 * bootstrap_hash.c:_Py_HashRandomization_Init: PYTHONHASHSEED=0 gives a key of zeros, any other seed
 * the first 16 bytes of its linear congruential generator (lcg_urandom).
 */
export function hashKey(seed: number): HashKey {
  const bytes = new DataView(new ArrayBuffer(16));
  const count = seed === 0 ? 0 : 16;
  for (let i = 0, state = seed; i < count; i++) {
    state = (Math.imul(state, 214013) + 2531011) | 0;
    bytes.setUint8(i, (state >>> 16) & 0xff);
  }
  const word = (at: number): Hash64 => hash64(bytes.getInt32(at, true), bytes.getInt32(at + 4, true));
  return { k0: word(0), k1: word(8) };
}

/** v0 to v3, low word before high word. */
const state = new Int32Array(8);

/** v[a] += v[b]. */
function add(a: number, b: number): void {
  const low = ((state[a] as number) >>> 0) + ((state[b] as number) >>> 0);
  state[a] = low;
  state[a + 1] = (state[a + 1] as number) + (state[b + 1] as number) + (low > 0xffffffff ? 1 : 0);
}

/** v[a] = rotl(v[a], count) ^ v[b]. */
function rotateXor(a: number, count: number, b: number): void {
  let [low, high] = [state[a] as number, state[a + 1] as number];
  if (count >= 32) [low, high] = [high, low];
  const by = count & 31;
  if (by !== 0) [low, high] = [(low << by) | (high >>> (32 - by)), (high << by) | (low >>> (32 - by))];
  state[a] = low ^ (state[b] as number);
  state[a + 1] = high ^ (state[b + 1] as number);
}

/** v[a] = rotl(v[a], 32). */
function swap(a: number): void {
  const low = state[a] as number;
  state[a] = state[a + 1] as number;
  state[a + 1] = low;
}

function rounds(count: number): void {
  for (let i = 0; i < count; i++) {
    add(0, 2);
    add(4, 6);
    rotateXor(2, 13, 0);
    rotateXor(6, 16, 4);
    swap(0);
    add(4, 2);
    add(0, 6);
    rotateXor(2, 17, 4);
    rotateXor(6, 21, 0);
    swap(4);
  }
}

function start(key: HashKey): void {
  const { k0, k1 } = key;
  state[0] = k0.lo ^ 0x70736575;
  state[1] = k0.hi ^ 0x736f6d65;
  state[2] = k1.lo ^ 0x6e646f6d;
  state[3] = k1.hi ^ 0x646f7261;
  state[4] = k0.lo ^ 0x6e657261;
  state[5] = k0.hi ^ 0x6c796765;
  state[6] = k1.lo ^ 0x79746573;
  state[7] = k1.hi ^ 0x74656462;
}

function absorb(low: number, high: number, count: number): void {
  state[6] = (state[6] as number) ^ low;
  state[7] = (state[7] as number) ^ high;
  rounds(count);
  state[0] = (state[0] as number) ^ low;
  state[1] = (state[1] as number) ^ high;
}

function finish(count: number): Hash64 {
  state[4] = (state[4] as number) ^ 0xff;
  rounds(count);
  const word = (at: number): number =>
    (state[at] as number) ^ (state[at + 2] as number) ^ (state[at + 4] as number) ^ (state[at + 6] as number);
  const [lo, hi] = [word(0), word(1)];
  return lo === -1 && hi === -1 ? hash64(-2, -1) : hash64(lo, hi);
}

/** A byte `read` gives, or 0 past the end: four make an int32, little-endian. */
function wordAt(read: (at: number) => number, at: number, length: number): number {
  let word = 0;
  for (let i = 0; i < 4 && at + i < length; i++) word |= read(at + i) << (8 * i);
  return word;
}

/** pyhash.c:_Py_HashBytes; `length` bytes that `read` gives. */
function hashRead(
  read: (at: number) => number,
  length: number,
  given: { readonly key: HashKey; readonly profile: ValueProfile },
): Hash64 {
  if (length === 0) return hash64(0, 0);
  const { word, end } = given.profile.sipRounds;
  start(given.key);
  const whole = length - (length % 8);
  for (let at = 0; at < whole; at += 8) absorb(wordAt(read, at, length), wordAt(read, at + 4, length), word);
  absorb(wordAt(read, whole, length), wordAt(read, whole + 4, length) | (length << 24), word);
  return finish(end);
}

/** hash(b) of bytes. */
export function bytesHash(bytes: Uint8Array, key: HashKey, profile: ValueProfile): Hash64 {
  return hashRead((at) => bytes[at] as number, bytes.length, { key, profile });
}

const ONE_BYTE = /^[\0-\xff]*$/;

/** unicodeobject.c:unicode_hash: over the characters as stored in 1, 2 or 4 bytes each. */
export function strHash(s: string, key: HashKey, profile: ValueProfile): Hash64 {
  if (ONE_BYTE.test(s)) return hashRead((at) => s.charCodeAt(at), s.length, { key, profile });
  return bytesHash(strBuffer(s), key, profile);
}
