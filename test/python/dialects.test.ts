/** Words of versions of which no programs are recorded. */
import { expect, test } from 'vitest';
import { createProcess } from '../../src/operations/index.ts';
import { runProgram } from '../../src/python/index.ts';

test('3.10 says of an empty iterable that it is none of sequences alone', () => {
  const source =
    'import functools\ntry:\n    functools.reduce(max, [])\nexcept TypeError as e:\n    print(e)\n';

  const said = (['3.9', '3.10'] as const).map(
    (python) => runProgram(createProcess({ python, keptEvents: 16 }), source).stdout,
  );

  expect(said).toEqual([
    'reduce() of empty sequence with no initial value\n',
    'reduce() of empty iterable with no initial value\n',
  ]);
});
