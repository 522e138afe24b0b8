/**
 * Hashes of numbers, None, addresses and collections, the same in every build of 64 bits.
 * Numbers that are equal hash equal: all are taken modulo the prime 2**61 - 1 (pyhash.c, "numeric types").
 * The hash of str and bytes, which depends on a key, is siphash.ts's.
 */
import { integerMantissa } from './float-bits.ts';
import { add64, avoidMinusOne, type Hash64, hash64, hashFromBits, multiply64 } from './hash64.ts';
import type { PyInt } from './py-int.ts';
import type { ValueProfile } from './value-profile.ts';

const MODULUS = (1n << 61n) - 1n;
const INFINITY_HASH = 314159;

function signedHash(size: bigint, negative: boolean): Hash64 {
  const value = negative ? -size : size;
  return hashFromBits(value === -1n ? -2n : value);
}

/** The low 32 bits of it. */
export function lowIntHash(value: number): number {
  return value === -1 ? -2 : value | 0;
}

/** longobject.c:long_hash. Every safe integer is its own hash, save -1. */
export function intHash(value: PyInt): Hash64 {
  if (typeof value === 'number') {
    const high = value / 0x1_0000_0000;
    return hash64(lowIntHash(value), value >= 0 ? high : Math.floor(high));
  }
  return value < 0n ? signedHash(-value % MODULUS, true) : signedHash(value % MODULUS, false);
}

/** pyhash.c:_Py_HashDouble. nan hashes to 0 up to 3.9, to `nanHash`, its address's hash, since 3.10. */
export function floatHash(x: number, nanHash: Hash64): Hash64 {
  if (Number.isSafeInteger(x)) return intHash(x + 0);
  if (Number.isNaN(x)) return nanHash;
  if (!Number.isFinite(x)) return intHash(x < 0 ? -INFINITY_HASH : INFINITY_HASH);
  const { mantissa, exponent } = integerMantissa(x);
  const turns = BigInt(((exponent % 61) + 61) % 61);
  const size = mantissa < 0n ? -mantissa : mantissa;
  return signedHash((size << turns) % MODULUS, mantissa < 0n);
}

/** complexobject.c:complex_hash, from the hashes of both parts. */
export function complexHash(real: Hash64, imaginary: Hash64): Hash64 {
  return avoidMinusOne(add64(real, multiply64(imaginary, hash64(1000003, 0))));
}

/** pyhash.c:_Py_HashPointer: the address turned right by four bits. */
export function pointerHash(address: number): Hash64 {
  const high = Math.floor(address / 0x1_0000_0000);
  const low = address % 0x1_0000_0000;
  return avoidMinusOne(hash64((low >>> 4) | (high << 28), (high >>> 4) | (low << 28)));
}

/** hash(None): a constant since 3.12 (object.c:none_hash), its address's hash before. */
export function noneHash(address: number, profile: ValueProfile): Hash64 {
  return profile.noneHashIsConstant ? hash64(0xfca86420, 0) : pointerHash(address);
}

const P1 = hashFromBits(11400714785074694791n);
const P2 = hashFromBits(14029467366897019727n);
const P5 = hashFromBits(2870177450012600261n);
const MINUS_ONE_INSTEAD = hash64(1546275796, 0);

/** tupleobject.c:tuplehash (3.8): xxHash over the items' hashes. */
export function tupleHash(items: readonly Hash64[]): Hash64 {
  const mixed = mixLanes(items);
  const length = hash64(items.length ^ P5.lo ^ 3527539, P5.hi);
  return mixedHash(add64(mixed, length));
}

/** sliceobject.c:slicehash (3.12): as a tuple of start, stop and step, without the length. */
export function sliceHash(start: Hash64, stop: Hash64, step: Hash64): Hash64 {
  return mixedHash(mixLanes([start, stop, step]));
}

function mixLanes(items: readonly Hash64[]): Hash64 {
  let mixed = P5;
  for (const item of items) {
    const { lo, hi } = add64(mixed, multiply64(item, P2));
    mixed = multiply64(hash64((lo << 31) | (hi >>> 1), (hi << 31) | (lo >>> 1)), P1);
  }
  return mixed;
}

function mixedHash(hash: Hash64): Hash64 {
  return hash.lo === -1 && hash.hi === -1 ? MINUS_ONE_INSTEAD : hash;
}

/** rangeobject.c:range_hash hashes the tuple (length, start, step); null stands for None. */
export function rangeHashParts(
  length: PyInt,
  start: PyInt,
  step: PyInt,
): readonly [PyInt, PyInt | null, PyInt | null] {
  if (length === 0) return [0, null, null];
  return length === 1 ? [1, start, null] : [length, start, step];
}

const SHUFFLE = hash64(3644798167, 0);

/** setobject.c:_shuffle_bits. */
function shuffleBits(hash: Hash64): Hash64 {
  const lo = hash.lo ^ 89869747 ^ (hash.lo << 16);
  const hi = hash.hi ^ ((hash.hi << 16) | (hash.lo >>> 16));
  return multiply64(hash64(lo, hi), SHUFFLE);
}

/** setobject.c:frozenset_hash: the order of the items does not matter, nor do empty slots. */
export function frozensetHash(items: readonly Hash64[]): Hash64 {
  let lo = 0;
  let hi = 0;
  for (const item of items) {
    const shuffled = shuffleBits(item);
    lo ^= shuffled.lo;
    hi ^= shuffled.hi;
  }
  const size = multiply64(hash64(items.length + 1, 0), hash64(1927868237, 0));
  return disperse(hash64(lo ^ size.lo, hi ^ size.hi));
}

function disperse(hash: Hash64): Hash64 {
  const { lo, hi } = hash;
  const by11 = { lo: (lo >>> 11) | (hi << 21), hi: hi >>> 11 };
  const by25 = { lo: (lo >>> 25) | (hi << 7), hi: hi >>> 25 };
  const mixed = hash64(lo ^ by11.lo ^ by25.lo, hi ^ by11.hi ^ by25.hi);
  const spread = add64(multiply64(mixed, hash64(69069, 0)), hash64(907133923, 0));
  return spread.lo === -1 && spread.hi === -1 ? hash64(590923713, 0) : spread;
}
