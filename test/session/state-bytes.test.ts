import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeState, encodeState, StateFormatError, stateHash, stateOf } from '../../src/session/index.ts';
import { apply, link, list, testSessions, times, valueOf } from '../support/sessions.ts';

const lone = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
});
const leaf = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double(),
  fc.bigInt(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
  fc.string(),
  lone,
  fc.uint8Array(),
  fc.int32Array(),
  fc.float64Array(),
  fc.uint16Array(),
);
const state = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value')),
    fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
    fc.dictionary(fc.string(), tie('value'), { noNullPrototype: true }),
  ),
})).value;

test('whatever can be saved comes back as it was, and equal values have equal bytes', () => {
  fc.assert(
    fc.property(state, (value) => {
      const bytes = encodeState(value);

      expect(decodeState(bytes)).toStrictEqual(value);
      expect(encodeState(structuredClone(value))).toEqual(bytes);
    }),
    { numRuns: 500 },
  );
});

test('what is not plain is refused, and so are bytes that are no state', () => {
  for (const value of [new Map(), () => 1, Symbol('a'), new Date(), { a: new Set() }]) {
    expect(() => encodeState(value)).toThrow(StateFormatError);
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (noise) => {
      try {
        decodeState(Uint8Array.from([1, ...noise]));
      } catch (error) {
        expect(error).toBeInstanceOf(StateFormatError);
      }
    }),
  );
});

test('a cut state is refused wherever it is cut', () => {
  const bytes = encodeState({ a: [1, 2.5, 'text', 1n, undefined, undefined], b: new Int32Array(5), c: 'ǎ' });

  for (let length = 0; length < bytes.length; length++) {
    expect(() => decodeState(bytes.slice(0, length))).toThrow(StateFormatError);
  }
});

test('the state of a process comes back whole, and its hash tells processes apart', async () => {
  const { create } = testSessions();
  const [one, same, other] = [await create(), await create(), await create()];
  for (const session of [one, same]) await apply(session, [list('a'), times(500, link('a'))]);
  await apply(other, [list('a'), times(501, link('a'))]);
  const read = async (session: typeof one) =>
    valueOf(
      await session.read((process) => ({ ok: true, value: [stateHash(process), stateOf(process)] as const })),
    );

  const [hash, saved] = await read(one);

  expect(decodeState(encodeState(saved))).toStrictEqual(saved);
  expect((await read(same))[0]).toBe(hash);
  expect((await read(other))[0]).not.toBe(hash);
});
