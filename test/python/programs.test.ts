import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkProgram, programCases } from '../../src/cli/conformance/program-check.ts';

const FOLDERS = ['listings', 'programs'].map((name) =>
  fileURLToPath(new URL(`../conformance/${name}`, import.meta.url)),
);

const cases = FOLDERS.flatMap(programCases).map((one) => [`${one.name} in ${one.version}`, one] as const);

describe('a program prints what python prints', () => {
  test('all recordings are here', () => {
    expect(cases.length).toBe((13 + 45) * 4);
  });

  test.each(cases)('%s', (_, one) => {
    expect(checkProgram(one)).toBe(null);
  });
});
