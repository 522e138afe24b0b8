/** When collections happen and what they find: counters, thresholds, generations, orders (FACTS 6, 7). */
import { describe, expect, test } from 'vitest';
import { PYTHON_VERSIONS } from '../../src/heap/index.ts';
import {
  append,
  call,
  collect,
  defineClass,
  defineFunction,
  generation,
  getCount,
  getObjects,
  getStats,
  instance,
  type JsonOperation,
  list,
  plain,
  repeat,
  returns,
  setAttr,
  setThreshold,
  unbind,
} from '../support/ops.ts';
import { type Scenario, scenario } from '../support/scenario.ts';

/** Two lists that hold each other and have no names. */
const CYCLE: readonly JsonOperation[] = [
  list('a'),
  list('b', 'a'),
  append('a', 'b'),
  unbind('a'),
  unbind('b'),
];

function started(s: Scenario): unknown[] {
  return s.recent.ofType('gc.started').field('generation');
}

test('the first counter rises with blocks for gc objects and not with others', () => {
  const s = scenario();
  s.run(
    list('a'),
    { op: 'new', type: 'int', as: 'i', value: 1000 },
    { op: 'new', type: 'float', as: 'f', value: 0.5 },
  );

  expect(s.ask(getCount)).toEqual([1, 0, 0]);
});

test('an object that goes to a free list leaves the counter as it is, one whose block is freed lowers it', () => {
  const s = scenario();
  s.run(defineClass('Node'), list('a'), unbind('a'));
  const afterList = s.ask(getCount);
  s.run(instance('n'));
  const withInstance = s.ask(getCount);
  s.run(unbind('n'));

  expect([afterList, withInstance, s.ask(getCount)]).toEqual([
    [1, 0, 0],
    [2, 0, 0],
    [1, 0, 0],
  ]);
});

describe('the moment of an automatic collection', () => {
  test.each(['3.8', '3.9', '3.10', '3.11'] as const)(
    'Python %s collects inside the 701st allocation',
    (python) => {
      const s = scenario({ python, check: 'end' });
      s.run(list('l'), ...Array.from({ length: 699 }, () => list('l', 'l')));
      expect([started(s), s.ask(getCount)]).toEqual([[], [700, 0, 0]]);

      s.run(list('last'));

      expect([started(s), s.ask(getCount)]).toEqual([[0], [0, 1, 0]]);
      // The new object was counted but not tracked yet, so it is not examined.
      expect(s.ask(generation('last'))).toBe(0);
      expect(s.ask(generation('l'))).toBe(1);
    },
  );

  test('Python 3.12 remembers that a collection is due and looks where a call ends', () => {
    const s = scenario({ python: '3.12', check: 'end' });
    s.run(defineClass('Node'), list('l'), repeat(699, list('l', 'l')));
    s.run(list('last'));
    expect([s.recent.ofType('gc.scheduled').length, started(s), s.ask(getCount)]).toEqual([
      1,
      [],
      [701, 0, 0],
    ]);

    s.run(list('after'), { op: 'bind', name: 'b', to: 'l' }, unbind('b'));
    expect([started(s), s.ask(getCount)]).toEqual([[], [702, 0, 0]]);

    s.run(instance('n'));
    expect([started(s), s.ask(getCount)]).toEqual([[0], [0, 1, 0]]);
    expect([s.ask(generation('last')), s.ask(generation('n'))]).toEqual([1, 1]);
  });

  test('Python 3.13 waits for 2000', () => {
    const s = scenario({ python: '3.13', check: 'end' });
    s.run(list('l'), repeat(1999, list('l', 'l')));
    expect([started(s), s.ask(getCount)]).toEqual([[], [2000, 0, 0]]);

    s.run(list('l', 'l'), list('l', 'l'), plain('gc.isenabled'), append('l', 'l'));

    expect(started(s)).toEqual([0]);
  });

  test('the jump back of a loop is such a place, and so is the entry of a function', () => {
    const s = scenario({ python: '3.12', check: 'end' });
    s.run(setThreshold(3, 10, 10), defineFunction('f'));
    s.run(list('l'), list('l', 'l'), list('l', 'l'), list('l', 'l'));
    expect(started(s)).toEqual([]);
    s.run(call('f'));
    expect(started(s)).toEqual([0]);
    s.run(returns());

    s.run(repeat(2, list('l', 'l'), list('l', 'l'), list('l', 'l'), list('l', 'l')));
    expect(started(s)).toEqual([0, 0]);
  });

  test('a new code object begins at such a place', () => {
    const s = scenario({ python: '3.12', check: 'end' });
    s.run(setThreshold(2, 10, 10), list('l'), list('l', 'l'), list('l', 'l'));
    expect(started(s)).toEqual([]);

    s.run(plain('compile_unit'));

    expect(started(s)).toEqual([0]);
  });

  test('a collection that waits still runs after gc.disable() in 3.12 and no longer in 3.13', () => {
    const runs = (['3.12', '3.13'] as const).map((python) => {
      const s = scenario({ python });
      s.run(setThreshold(2, 10, 10), list('l'), list('l', 'l'), list('l', 'l'));
      s.run(plain('gc.disable'));
      return started(s);
    });

    expect(runs).toEqual([[0], []]);
  });
});

test.each(PYTHON_VERSIONS)(
  'Python %s: nothing is collected while the collector is disabled or its threshold is 0',
  (python) => {
    const s = scenario({ python, check: 'end' });

    s.run(plain('gc.disable'), repeat(3000, ...CYCLE));
    expect(started(s)).toEqual([]);
    s.run(setThreshold(0), plain('gc.enable'), repeat(100, ...CYCLE));
    expect(started(s)).toEqual([]);

    expect(s.ask(collect())).toBe(6200);
  },
);

test('a collection of the second generation comes when the first one has been collected often enough', () => {
  const s = scenario();
  s.run(setThreshold(2, 3, 3), list('l'));

  s.run(repeat(40, list('l', 'l')));

  // Every third list is collected inside its allocation; after more than three of those the next generation's turn comes.
  expect(started(s)).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
});

test('a full collection waits until the newcomers are more than a quarter of the old', () => {
  const s = scenario({ check: 'end' });
  s.run(list('all'), repeat(400, list('x'), append('all', 'x')), collect());
  expect(s.ask(plain('gc.long_lived'))).toEqual([401, 0]);
  s.run(setThreshold(10, 1, 1));

  s.run(repeat(200, list('x'), append('all', 'x')));
  const generations = started(s);
  const [total, pending] = s.ask(plain('gc.long_lived')) as [number, number];

  expect(generations.filter((one) => one === 2)).toHaveLength(1);
  expect(generations.indexOf(2)).toBeGreaterThan(6);
  expect(total).toBeGreaterThan(500);
  expect(pending).toBeLessThan(total / 4);
});

test('survivors move on, generation by generation', () => {
  const s = scenario();
  s.run(list('a'));

  const path = [0, 0, 1, 2].map((of) => {
    s.run(collect(of));
    return s.ask(generation('a'));
  });

  expect(path).toEqual([1, 1, 2, 2]);
});

test('what is reached late stands behind what was reached at once', () => {
  const s = scenario();
  s.run(list('a'), list('b', 'a'), list('c', 'b'), unbind('a'), unbind('b'));

  s.run(collect(0));

  expect(s.ask(getObjects(1))).toEqual(['#3', '#2', '#1']);
});

test('the younger generations join the end of the older one, the youngest first', () => {
  const s = scenario();
  s.run(list('old'), collect(1), list('middle'), collect(0), list('young'));

  s.run(collect(2));

  expect(s.ask(getObjects(2))).toEqual(['#1', '#3', '#2']);
});

test('a cycle is cleared from its first object on, which dies when the last reference to it goes', () => {
  const s = scenario();
  s.run(defineClass('Node'), instance('a'), instance('b'), instance('c'));
  s.run(setAttr('a', 'next', 'b'), setAttr('b', 'next', 'c'), setAttr('c', 'next', 'a'));
  s.run(unbind('a'), unbind('b'), unbind('c'));

  expect(s.ask(collect())).toBe(6);
  expect(s.recent.ofType('gc.found').ids()).toHaveLength(6);
});

test.each([
  ['3.8', 4],
  ['3.9', 4],
  ['3.10', 4],
  ['3.11', 2],
  ['3.12', 2],
  ['3.13', 2],
] as const)(
  'Python %s finds %i objects in a pair of instances: dicts of attributes count while they exist',
  (python, found) => {
    const s = scenario({ python });
    s.run(defineClass('Node'), instance('a'), instance('b'), setAttr('a', 'x', 'b'), setAttr('b', 'x', 'a'));
    s.run(unbind('a'), unbind('b'));

    expect(s.ask(collect())).toBe(found);
  },
);

test('objects that garbage alone holds die with it and are not counted unless they are tracked', () => {
  const s = scenario();
  s.run(
    list('a'),
    { op: 'new', type: 'float', as: 'f', value: 0.5 },
    append('a', 'f'),
    append('a', 'a'),
    unbind('f'),
    unbind('a'),
  );

  expect(s.ask(collect())).toBe(1);
  expect(s.recent.ofType('object.deallocated').ids()).toEqual(['#2', '#1']);
});

test('a full collection empties the free lists and lowers the counter for each gc object in them', () => {
  const s = scenario();
  s.run(list('a'), list('b'), list('c'), unbind('a'), unbind('b'));
  expect(s.ask(getCount)).toEqual([3, 0, 0]);

  s.run(collect(1));
  expect(s.recent.ofType('free_list.cleared')).toHaveLength(0);
  s.run(list('d'), unbind('d'), collect(2));

  expect(s.recent.ofType('free_list.cleared').field('count')).toEqual([2]);
});

test('statistics add up over collections', () => {
  const s = scenario();
  s.run(...CYCLE, collect(0), ...CYCLE, collect(2), collect(2));

  expect(s.ask(getStats)).toEqual([
    { collections: 1, collected: 2, uncollectable: 0 },
    { collections: 0, collected: 0, uncollectable: 0 },
    { collections: 2, collected: 2, uncollectable: 0 },
  ]);
});

test('collecting a generation raises the counter of the next and clears those up to it', () => {
  const s = scenario();
  s.run(list('a'));

  const counts = [0, 0, 1, 2].map((of) => {
    s.run(collect(of));
    return s.ask(getCount);
  });

  expect(counts).toEqual([
    [0, 1, 0],
    [0, 2, 0],
    [0, 0, 1],
    [0, 0, 0],
  ]);
});
