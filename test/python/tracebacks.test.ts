/** What python writes to standard error when a program fails or warns, recorded from real interpreters (fixtures/*.json). */
import { describe, expect, test } from 'vitest';
import { createProcess } from '../../src/operations/index.ts';
import { runProgram } from '../../src/python/index.ts';
import mistakes from './fixtures/mistakes.json' with { type: 'json' };
import tracebacks from './fixtures/tracebacks.json' with { type: 'json' };
import warnings from './fixtures/warnings.json' with { type: 'json' };

const VERSIONS = ['3.9', '3.11', '3.12', '3.13'] as const;
const cases = Object.entries({ ...tracebacks, ...warnings, ...mistakes }).flatMap(
  ([name, { source, stderr }]) =>
    VERSIONS.map((version) => ({ name, version, source, stderr: stderr[version] })),
);

describe('a program that fails or warns says what python says', () => {
  test.each(cases)('$name in $version', ({ version, source, stderr }) => {
    const result = runProgram(createProcess({ python: version, keptEvents: 1 << 10 }), source, {
      filename: '/programs/p.py',
      budgets: { steps: 1_000_000 },
    });
    expect(result.stderr.replaceAll(/0x[0-9a-f]{6,}/g, '0x')).toBe(stderr);
  });
});
