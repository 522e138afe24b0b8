import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkProgram, programCases } from '../../../src/cli/conformance/program-check.ts';

const folder = fileURLToPath(new URL('programs', import.meta.url));
const cases = programCases(folder).map((one) => [`${one.name} in ${one.version}`, one] as const);

describe('every statement makes and keeps as many objects as python does', () => {
  test('every program was recorded in four versions', () => {
    expect(cases.length).toBe(5 * 4);
  });

  test.each(cases)('%s', (_, one) => {
    expect(checkProgram(one)).toBe(null);
  });
});
