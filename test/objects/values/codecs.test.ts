import { expect, test } from 'vitest';
import { decodeBytes, encodeText } from '../../../src/objects/values/codec.ts';
import { mismatches, type Subject } from './fixture.ts';

test("texts are encoded and bytes decoded with CPython's errors and handlers", () => {
  const subjects: Record<string, Subject> = {
    encode: (profile, s, encoding, errors) => encodeText(s, { encoding, errors, profile }),
    decode: (profile, b, encoding, errors) => decodeBytes(b, { encoding, errors, profile }),
  };

  expect(mismatches('codecs', subjects)).toEqual([]);
});
