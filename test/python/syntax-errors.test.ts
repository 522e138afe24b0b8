/**
 * What is wrong with a source, in CPython's words and at CPython's place (`test/oracle/record-syntax.sh` and
 * `record-syntax-output.py` recorded the cases).
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { PythonVersion, SyntaxFault } from '../../src/python/index.ts';
import { compileSource, formatSyntaxFault, inFile } from '../../src/python/index.ts';

type Answer = readonly [
  string,
  string,
  number | null,
  number | null,
  number | null,
  number | null,
  string | null,
];
type Case = { readonly source: string } & Readonly<Partial<Record<PythonVersion, Answer | null>>>;
type Output = { readonly source: string } & Readonly<Record<string, string>>;

function fixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8'));
}

const CASES = fixture('syntax-errors.json') as readonly Case[];
const OUTPUTS = fixture('syntax-output.json') as readonly Output[];

/** 3.13 underlines these arguments up to a place of which the rule is not known. */
const UNKNOWN_END = 'f(**x, *y, z)\n';

function faultOf(source: string, python: PythonVersion): SyntaxFault | null {
  const result = compileSource(source, { python, filename: 'case.py', mode: 'exec' });
  return result.ok ? null : result.error;
}

describe.each(['3.9', '3.10', '3.11', '3.12', '3.13'] as const)('syntax errors of %s', (python) => {
  test('every case is refused or accepted with the words and the place of the real interpreter', () => {
    const differences: unknown[] = [];
    for (const { source, [python]: want } of CASES) {
      const fault = faultOf(source, python);
      if (fault?.unsupported || (python === '3.13' && source === UNKNOWN_END)) continue;
      const got =
        fault === null
          ? null
          : [fault.exception, fault.message, fault.line, fault.offset, fault.endLine, fault.endOffset];
      if (JSON.stringify(got) !== JSON.stringify(want?.slice(0, 6) ?? null))
        differences.push({ source, want, got });
    }

    expect(differences).toEqual([]);
  });
});

test('the messages of 3.8 are those of the real one in all but a few cases', () => {
  const same = CASES.filter(({ source, '3.8': want }) => {
    const fault = faultOf(source, '3.8');
    return fault?.unsupported || (fault?.message ?? null) === (want?.[1] ?? null);
  });

  expect(same.length / CASES.length).toBeGreaterThan(0.93);
});

describe.each(['3.9', '3.11', '3.12', '3.13'] as const)('what %s prints', (python) => {
  const comparable = OUTPUTS.filter(({ source }) => source !== UNKNOWN_END);
  const printed = comparable.filter((output) =>
    /^ {2}File .*(SyntaxError|IndentationError|TabError)/s.test(output[python] ?? ''),
  );

  test.each(printed)('for $source', (output) => {
    const fault = faultOf(output.source, python);

    if (fault?.unsupported) return;
    expect(fault === null ? 'compiles' : formatSyntaxFault(inFile(fault, python), 'case.py', python)).toBe(
      output[python],
    );
  });
});
