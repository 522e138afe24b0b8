/**
 * Hash values: signed 64-bit integers as two int32 words, with the little arithmetic hashing needs.
 * Sets need the low word (the slot) and the whole (the perturbation); Python sees {@link hashToInt}.
 */
import { type PyInt, toPyInt } from './py-int.ts';

export interface Hash64 {
  readonly lo: number;
  readonly hi: number;
}

export function hash64(lo: number, hi: number): Hash64 {
  return { lo: lo | 0, hi: hi | 0 };
}

/** The hash as the int that hash() returns. */
export function hashToInt(hash: Hash64): PyInt {
  const { lo, hi } = hash;
  if (hi === lo >> 31) return lo;
  if (hi >= -0x200000 && hi < 0x200000) {
    const value = hi * 0x1_0000_0000 + (lo >>> 0);
    if (Number.isSafeInteger(value)) return value;
  }
  return toPyInt((BigInt(hi) << 32n) | BigInt(lo >>> 0));
}

/** The low 64 bits of an int, as a hash. */
export function hashFromBits(value: PyInt): Hash64 {
  if (typeof value === 'number' && value >= 0)
    return hash64(value % 0x1_0000_0000, Math.floor(value / 0x1_0000_0000));
  const bits = BigInt.asUintN(64, BigInt(value));
  return hash64(Number(bits & 0xffffffffn), Number(bits >> 32n));
}

/** What bound methods and others make of two hashes; -1 is never a hash. */
export function xorHashes(a: Hash64, b: Hash64): Hash64 {
  return avoidMinusOne(hash64(a.lo ^ b.lo, a.hi ^ b.hi));
}

/** -1 means an error in C: it becomes -2. */
export function avoidMinusOne(hash: Hash64): Hash64 {
  return hash.lo === -1 && hash.hi === -1 ? hash64(-2, -1) : hash;
}

/** The high word of the unsigned product of two 32-bit words; Math.imul gives the low one. */
export function multiplyHigh(a: number, b: number): number {
  const [aLow, aHigh] = [a & 0xffff, a >>> 16];
  const [bLow, bHigh] = [b & 0xffff, b >>> 16];
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const cross = aLow * bHigh + (middle & 0xffff);
  return (aHigh * bHigh + Math.floor(middle / 0x10000) + Math.floor(cross / 0x10000)) | 0;
}

/** a * b modulo 2**64. */
export function multiply64(a: Hash64, b: Hash64): Hash64 {
  const hi = multiplyHigh(a.lo, b.lo) + Math.imul(a.lo, b.hi) + Math.imul(a.hi, b.lo);
  return hash64(Math.imul(a.lo, b.lo), hi);
}

/** a + b modulo 2**64. */
export function add64(a: Hash64, b: Hash64): Hash64 {
  const low = (a.lo >>> 0) + (b.lo >>> 0);
  return hash64(low % 0x1_0000_0000, a.hi + b.hi + (low >= 0x1_0000_0000 ? 1 : 0));
}
