import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkProgram, programCases } from '../../src/cli/conformance/program-check.ts';

const FOLDERS = ['listings', 'programs'].map((name) =>
  fileURLToPath(new URL(`../conformance/${name}`, import.meta.url)),
);

/** Programs that do not print yet what python prints: the list only ever gets shorter. */
const waiting = new Set(
  JSON.parse(readFileSync(new URL('programs-waiting.json', import.meta.url), 'utf8')) as string[],
);

const cases = FOLDERS.flatMap(programCases).map((one) => [`${one.name} in ${one.version}`, one] as const);

describe('a program prints what python prints', () => {
  test('all recordings are here', () => {
    expect(cases.length).toBe((13 + 45) * 4);
  });

  test.each(cases.filter(([label]) => !waiting.has(label)))('%s', (_, one) => {
    expect(checkProgram(one)).toBe(null);
  });

  test('the list of those that do not yet names none that does, and nothing else', () => {
    const labels = new Map<string, unknown>(cases);
    const unknown = [...waiting].filter((label) => !labels.has(label));
    expect(unknown).toEqual([]);
  });
});
