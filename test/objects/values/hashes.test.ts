import { expect, test } from 'vitest';
import * as hash from '../../../src/objects/values/hash.ts';
import { type Hash64, hash64, hashToInt } from '../../../src/objects/values/hash64.ts';
import type { PyInt } from '../../../src/objects/values/py-int.ts';
import { bytesHash, hashKey, strHash } from '../../../src/objects/values/siphash.ts';
import { mismatches, type Subject } from './fixture.ts';

const ZERO = hash64(0, 0);
const KEY = hashKey(0);
const intHashes = (items: readonly PyInt[]): Hash64[] => items.map(hash.intHash);

test('numbers, texts and collections hash as in CPython', () => {
  const subjects: Record<string, Subject> = {
    'hash.int': (_, a) => hashToInt(hash.intHash(a)),
    'hash.float': (_, x) => hashToInt(hash.floatHash(x, ZERO)),
    'hash.complex': (_, z) =>
      hashToInt(hash.complexHash(hash.floatHash(z.re, ZERO), hash.floatHash(z.im, ZERO))),
    'hash.str': (profile, s) => hashToInt(strHash(s, KEY, profile)),
    'hash.bytes': (profile, b) => hashToInt(bytesHash(b, KEY, profile)),
    'hash.tuple': (_, ...items) => hashToInt(hash.tupleHash(intHashes(items))),
    'hash.nested': (_, ...items) => {
      const inner = hash.tupleHash(intHashes(items));
      return hashToInt(hash.tupleHash([inner, hash.tupleHash([inner, hash.intHash(1)])]));
    },
    'hash.frozenset': (_, ...items) => hashToInt(hash.frozensetHash(intHashes([...new Set(items)]))),
    'hash.none': (profile) => (profile.noneHashIsConstant ? hashToInt(hash.noneHash(16, profile)) : 0),
    'hash.slice': (profile, a, b, c) =>
      profile.sliceHashes ? hashToInt(hash.sliceHash(hash.intHash(a), hash.intHash(b), hash.intHash(c))) : 0,
    'hash.range': (_, a, b, c) => {
      const parts = hash.rangeHashParts(Math.ceil((b - a) / c), a, c);
      return parts.includes(null) ? null : hashToInt(hash.tupleHash(intHashes([...parts] as PyInt[])));
    },
  };

  expect(mismatches('hashes', subjects)).toEqual([]);
});

test('PYTHONHASHSEED makes the key that CPython makes of it', () => {
  const subjects: Record<string, Subject> = {
    'hash.seeded': (profile, seed, s) => hashToInt(strHash(s, hashKey(seed), profile)),
  };

  expect(mismatches('hashes', subjects)).toEqual([]);
});

test('an address hashes to itself turned right by four bits', () => {
  expect(hashToInt(hash.pointerHash(0x7f1234567890))).toBe(0x7f123456789);
  expect(hashToInt(hash.pointerHash(0x18))).toBe(-0x7fffffffffffffffn);
});
