/** The lines that a program tells of and stops at are those that sys.settrace tells of in the interpreter (fixtures/lines/record.py). */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createProcess, Execution, type Operation } from '../../src/operations/index.ts';

const LIMITS = { objects: 1e6, heapBytes: 1e9, repeatIterations: 1e6 };
const FOLDER = new URL('fixtures/lines/', import.meta.url);
const VERSIONS = ['3.11', '3.12', '3.13'] as const;

const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');

/** The places at which a program stops that goes on line by line. */
function stops(python: (typeof VERSIONS)[number], source: string): string[] {
  const process = createProcess({ python, keptEvents: 16 });
  const found: string[] = [];
  const go = (operation: Operation): boolean => {
    const execution = new Execution(process, [operation], { seq: 0, limits: LIMITS });
    while (!execution.run(10_000)) {
      // The next slice.
    }
    const outcome = execution.results[0]?.value as
      | { at: { line: number; function: string } | null }
      | undefined;
    const at = outcome?.at ?? null;
    if (at !== null) found.push(`${at.function} ${at.line}`);
    return at !== null;
  };
  for (let goes = go({ op: 'run', source, pause: true }); goes; ) goes = go({ op: 'program.step', to: 'in' });
  return found;
}

test.each(VERSIONS.flatMap((python) => [[python, 'statements'] as const, [python, 'handlers'] as const]))(
  'in %s the %s of a program begin their lines where the interpreter begins them',
  (python, name) => {
    expect(stops(python, read(`${name}.py`))).toEqual(read(`${name}.${python}.txt`).trimEnd().split('\n'));
  },
  60_000,
);
