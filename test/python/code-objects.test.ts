/**
 * Code objects of all listings, programs and of `sources/`, compared with those that the real interpreters make of
 * them (`test/oracle/record-code.sh`).
 */
import { describe, expect, test } from 'vitest';
import type { PythonVersion } from '../../src/python/index.ts';
import { compileSource } from '../../src/python/index.ts';
import type { Encoded, RecordedCode } from './code-fixture.ts';
import { ourCodes, programs, recordedCodes } from './code-fixture.ts';

const SOURCES = programs();

function compiled(file: string, python: PythonVersion): readonly RecordedCode[] {
  const result = compileSource(SOURCES.get(file) ?? '', { python, filename: 'program.py', mode: 'exec' });
  if (!result.ok) throw new Error(`${file}: ${result.error.message}`);
  return ourCodes(result.code);
}

/** __static_attributes__ (3.13) comes out of a set of strings, so its order is that of random hashes. */
function withoutOrderOfNames(constants: readonly Encoded[]): readonly string[] {
  const texts = constants.map(([type, value]) => {
    const names =
      type === 'tuple' &&
      Array.isArray(value) &&
      value.every((item) => Array.isArray(item) && item[0] === 'str');
    return JSON.stringify(
      names ? [type, value.map((item) => JSON.stringify(item)).toSorted()] : [type, value],
    );
  });
  return [...new Set(texts)];
}

/** Events in an order of their own: CPython moves the code of handlers to the end. */
function inOrder(events: RecordedCode['events'], length: number): readonly string[] {
  return events.map((event) => JSON.stringify(event.slice(0, length))).toSorted();
}

function kinds(events: RecordedCode['events']): string {
  return inOrder(events, 1).join('');
}

describe.each(['3.9', '3.10', '3.11', '3.12', '3.13'] as const)('code objects of %s', (python) => {
  const recorded = recordedCodes(python);
  const files = [...recorded.keys()];

  test('source that this version cannot compile is refused', () => {
    const refused = files.filter((file) => recorded.get(file) === null);

    const accepted = refused.filter(
      (file) => compileSource(SOURCES.get(file) ?? '', { python, filename: '', mode: 'exec' }).ok,
    );

    expect(accepted).toEqual([]);
  });

  test.each(files.filter((file) => recorded.get(file) !== null))(
    '%s has the names, constants and sizes of the real ones',
    (file) => {
      const theirs = recorded.get(file) ?? [];

      const ours = compiled(file, python);

      expect(ours.map(({ name }) => name)).toEqual(theirs.map(({ name }) => name));
      for (const [i, want] of theirs.entries()) {
        const got = ours[i] as RecordedCode;
        const simplify =
          python === '3.13' ? withoutOrderOfNames : (constants: readonly Encoded[]) => constants;
        expect({
          ...got,
          qualname: want.qualname === null ? null : got.qualname,
          constants: simplify(got.constants),
          events: [],
        }).toEqual({
          ...want,
          constants: simplify(want.constants),
          events: [],
        });
      }
    },
  );

  test('nearly all instructions have the extent that the real ones have', () => {
    let same = 0;
    let all = 0;
    const parts = python === '3.9' || python === '3.10' ? 2 : 5;
    for (const [file, theirs] of recorded) {
      if (theirs === null) continue;
      const ours = compiled(file, python);
      for (const [i, want] of theirs.entries()) {
        const got = ours[i] as RecordedCode;
        // Versions repeat and drop code of `finally`, dead branches and small exits differently.
        if (kinds(got.events) !== kinds(want.events)) continue;
        const wanted = inOrder(want.events, parts);
        same += inOrder(got.events, parts).filter((event, place) => event === wanted[place]).length;
        all += wanted.length;
      }
    }

    expect(all).toBeGreaterThan(3000);
    expect(same / all).toBeGreaterThan(0.999);
  });
});
