import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstError, parseJson, parseLines } from '../../src/http/json-text.ts';

test('what JSON.parse takes, the scanner walks to its end', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom('', ' ', '\n\t'), (text, space) => {
      expect(firstError(space + text + space)).toBe(text.length + 2 * space.length);
    }),
  );
});

test('a broken text is broken where the scanner says, or ends too early', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.string({ maxLength: 2 }), (json, place, junk) => {
      const at = place % (json.length + 1);
      const text = json.slice(0, at) + junk + json.slice(at + 1);
      const parsed = parseJson(text);
      const found = firstError(text);
      if (parsed.ok) expect(found).toBe(text.length);
      expect(found).toBeLessThanOrEqual(text.length);
    }),
  );
});

test('the place of an error in a line is its place in the body', () => {
  expect(parseLines('{"a":1}\n{"b":}\n', 10)).toMatchObject({ fault: { values: { position: 13 } } });
  expect(parseLines('1\n\n  \n2', 10)).toEqual({ ok: true, value: [1, 2] });
  expect(parseLines('1\n2\n3', 2)).toMatchObject({ fault: { code: 'too_many_operations' } });
});
