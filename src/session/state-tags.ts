/** What the bytes of a saved state are made of; see state-bytes.ts. A change here needs another version. */

export const STATE_VERSION = 1;

export const TAG = {
  UNDEFINED: 0,
  NULL: 1,
  FALSE: 2,
  TRUE: 3,
  /** Zigzag, seven bits a byte. */
  INTEGER: 4,
  /** Eight bytes, little-endian, as all that follow. */
  DOUBLE: 5,
  LATIN1: 6,
  UTF16: 7,
  /** A string in hexadecimal. */
  BIGINT: 8,
  ARRAY: 9,
  /** In an array: so many times undefined. */
  GAP: 10,
  /** An array of numbers, four bytes each. */
  INTEGERS: 11,
  OBJECT: 12,
  TYPED_ARRAY: 13,
} as const;

/** The number of a kind is its place in this list. */
export const ARRAY_KINDS = [
  Uint8Array,
  Int8Array,
  Uint16Array,
  Int16Array,
  Uint32Array,
  Int32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
] as const;

/** Bytes that are no state, or a value that is none. */
export class StateFormatError extends Error {
  override readonly name = 'StateFormatError';
}
