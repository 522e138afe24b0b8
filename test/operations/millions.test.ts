/** Heaps of millions: built, collected and dropped without a deep stack, and within seconds. */
import { expect, test } from 'vitest';
import {
  append,
  collect,
  defineClass,
  getCount,
  instance,
  list,
  lit,
  plain,
  repeat,
  setAttr,
  tuple,
  unbind,
} from '../support/ops.ts';
import { scenario } from '../support/scenario.ts';

const MILLION = 1_000_000;
/** Replay alone proves the laws here: a snapshot of millions takes longer than the scenario. */
const LARGE = { check: 'end', snapshots: 0 } as const;

test('a chain of a million instances dies link by link', () => {
  const s = scenario({ python: '3.12', ...LARGE });
  s.run(defineClass('Node'), plain('gc.disable'), instance('head'));
  s.run(
    repeat(MILLION - 1, instance('n'), setAttr('n', 'next', 'head'), { op: 'bind', name: 'head', to: 'n' }),
    unbind('n'),
  );
  expect(s.process.heap.liveObjects).toBeGreaterThan(MILLION);

  s.run(unbind('head'), unbind('i'));

  expect(s.process.heap.liveObjects).toBe(0);
  expect(s.ask(getCount)).toEqual([0, 0, 0]);
});

test('a million pairs of lists that hold each other are found in one collection', () => {
  const s = scenario({ python: '3.9', ...LARGE });
  s.run(plain('gc.disable'));
  s.run(repeat(MILLION, list('a'), list('b', 'a'), append('a', 'b')), unbind('a'), unbind('b'), unbind('i'));

  expect(s.ask(collect())).toBe(2 * MILLION);

  expect(s.process.heap.liveObjects).toBe(0);
});

test.each(['3.8', '3.12', '3.13'] as const)(
  'Python %s: a nest of a hundred thousand tuples is built, collected and dropped',
  (python) => {
    const s = scenario({ python, check: 'end', snapshots: 1 });
    s.run(tuple('t', lit(null)), repeat(100_000, tuple('t', 't')), list('l', 't'), append('l', 'l'));

    s.run(unbind('t'), unbind('l'), unbind('i'), collect());

    expect(s.process.heap.liveObjects).toBe(0);
  },
);
