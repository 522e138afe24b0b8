/** A paused program stops in whatever Python code C code calls. */
import { expect, test } from 'vitest';
import type { PythonVersion } from '../../src/heap/index.ts';
import { createProcess, Execution } from '../../src/operations/index.ts';
import { COLLECTED_BETWEEN, COLLECTED_IN_ALLOCATIONS, DROPS } from './stepping-drops.ts';
import * as INSIDE from './stepping-inside.ts';
import { PLACES } from './stepping-places.ts';

const LIMITS = { objects: 1e6, heapBytes: 1e9, repeatIterations: 1e6 };

/** The place where a program stops that is to stop at the line with `#T`; how it ended, where it does not. */
function placeOf(python: PythonVersion, source: string): unknown {
  const line = source.split('\n').findIndex((one) => one.includes('#T')) + 1;
  const execution = new Execution(
    createProcess({ python, keptEvents: 1024 }),
    [
      { op: 'run', source: `${source}\n`, pause: true },
      { op: 'program.step', to: 'line', line },
    ],
    { seq: 0, limits: LIMITS },
  );
  while (!execution.run(10_000));
  const answer = execution.results[1]?.value as { at: { line: number } | null } | undefined;
  return answer?.at?.line === line ? null : (answer ?? execution.results[0]);
}

const OLD: ReadonlySet<string> = new Set(['match __eq__']);

test.each(['3.9', '3.12'] as const)(
  'in %s a program stops wherever C code calls Python code',
  (python) => {
    const places = [...PLACES, ...DROPS].filter(([name]) => python !== '3.9' || !OLD.has(name));
    const missed = places.map(([name, source]) => [name, placeOf(python, source)]);

    expect(missed.filter(([, place]) => place !== null)).toEqual([]);
  },
  120_000,
);

test.each(['3.12', '3.13'] as const)(
  'in %s it stops in what a collection between instructions calls',
  (python) => {
    expect(placeOf(python, COLLECTED_BETWEEN)).toBeNull();
  },
);

/** Of these the older version has nothing. */
const NEWER: ReadonlySet<string> = new Set(['BISECT_KEYS', 'EVALUATED']);

test.each(['3.9', '3.12'] as const)(
  'in %s a program stops in what C code calls in the middle of what it does',
  (python) => {
    const groups = Object.entries(INSIDE).filter(([group]) => python !== '3.9' || !NEWER.has(group));
    const places = groups.flatMap(([, group]) => group);
    const missed = places.map(([name, source]) => [name, placeOf(python, source)]);

    expect(missed.filter(([, place]) => place !== null)).toEqual([]);
  },
  120_000,
);

test.each(['3.9', '3.11'] as const)(
  'in %s it stops in what a collection in an allocation calls',
  (python) => {
    const missed = COLLECTED_IN_ALLOCATIONS.map(([name, source]) => [name, placeOf(python, source)]);

    expect(missed.filter(([, place]) => place !== null)).toEqual([]);
  },
);

test('exec runs lines of its own, each of which a step comes to', () => {
  const execution = new Execution(
    createProcess({ python: '3.12', keptEvents: 1024 }),
    [
      { op: 'run', source: 'exec("x = 1\\ny = x + 1")\nprint(y)\n', pause: true },
      { op: 'program.step', to: 'in' },
      { op: 'program.step', to: 'in' },
      { op: 'program.step', to: 'in' },
    ],
    { seq: 0, limits: LIMITS },
  );
  while (!execution.run(10_000));
  const places = execution.results.map(
    ({ value }) => (value as { at: { filename: string; line: number } }).at,
  );

  expect(places.map(({ filename, line }) => `${filename}:${line}`)).toEqual([
    'main.py:1',
    '<string>:1',
    '<string>:2',
    'main.py:2',
  ]);
});
