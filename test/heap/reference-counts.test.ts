/** Reference counts, and the order in which objects die when one reaches zero (FACTS 8, 10). */
import { describe, expect, test } from 'vitest';
import { PYTHON_VERSIONS } from '../../src/heap/index.ts';
import {
  append,
  bind,
  defineClass,
  dict,
  instance,
  list,
  lit,
  refcount,
  repeat,
  set,
  setAttr,
  setItem,
  tuple,
  unbind,
} from '../support/ops.ts';
import { type Scenario, scenario } from '../support/scenario.ts';

test('two lists that hold each other outlive their names until the collector runs', () => {
  const { heap, events } = scenario({ python: '3.12' });
  const [a, b] = [heap.list(), heap.list()];
  heap.append(a, b);
  heap.append(b, a);

  heap.decref(a);
  heap.decref(b);
  expect([heap.refcnt(a), heap.refcnt(b)]).toEqual([1, 1]);

  expect(heap.collect({ generation: 0 })).toEqual({ collected: 2, uncollectable: 0 });
  // Clearing `a` drops the last reference to `b`, so `b` goes first (gc.c:delete_garbage).
  expect(events.ofType('object.deallocated').ids()).toEqual([b, a]);
});

test('names, items, keys, values and attributes each hold one reference', () => {
  const s = scenario();
  s.run(defineClass('Node'), list('a'));

  const counts = [
    s.ask(refcount('a')),
    ...[
      bind('b', 'a'),
      list('l', 'a', 'a'),
      dict('d', ['k', 'a']),
      instance('n'),
      setAttr('n', 'x', 'a'),
      tuple('t', 'a'),
      unbind('b'),
      unbind('l'),
      setItem('d', 'k', lit(null)),
      setAttr('n', 'x', lit(1)),
      unbind('t'),
    ].map((step) => {
      s.run(step);
      return s.ask(refcount('a'));
    }),
  ];

  expect(counts).toEqual([1, 2, 4, 5, 5, 6, 7, 6, 4, 3, 2, 1]);
});

test('what Python reports counts the argument of getrefcount, too', () => {
  const s = scenario();
  s.run(list('a'));

  expect(s.run(refcount('a'))).toEqual([{ seq: 2, value: 1, reported: 2 }]);
});

test('binding a name anew stores the new value before it drops the old one', () => {
  const s = scenario();
  s.run(list('a'));

  s.run(list('a'));

  const types = s.recent.types().filter((type) => /^(object|name|reference)\./.test(type));
  expect(types).toEqual(['object.allocated', 'name.bound', 'reference.dropped', 'object.deallocated']);
  expect(s.recent.ofType('object.deallocated').ids()).toEqual(['#1']);
});

describe('an order of death', () => {
  function threeLists(s: Scenario): void {
    s.run(list('x'), list('y'), list('z'));
  }

  function dropNames(s: Scenario): void {
    s.run(unbind('x'), unbind('y'), unbind('z'));
  }

  test.each(['list', 'tuple'])('a %s drops its items from the last to the first', (type) => {
    const s = scenario();
    threeLists(s);
    s.run(type === 'list' ? list('all', 'x', 'y', 'z') : tuple('all', 'x', 'y', 'z'));
    dropNames(s);

    expect(s.deaths(unbind('all'))).toEqual(['#3', '#2', '#1', '#4']);
  });

  test('a dict drops its entries in the order of their insertion', () => {
    const s = scenario();
    threeLists(s);
    s.run(dict('all', ['z', 'z'], ['x', 'x'], ['y', 'y']));
    dropNames(s);

    expect(s.deaths(unbind('all'))).toEqual(['#3', '#1', '#2', '#4']);
  });

  test('a dict that lost an entry and got it again drops it last', () => {
    const s = scenario();
    threeLists(s);
    s.run(
      dict('all', ['x', 'x'], ['y', 'y']),
      { op: 'del_item', of: 'all', key: 'x' },
      setItem('all', 'x', 'x'),
    );
    dropNames(s);

    expect(s.deaths(unbind('all'))).toEqual(['#2', '#1', '#4']);
  });

  test('slots are dropped in alphabetical order, those of a subclass before those of its base', () => {
    const s = scenario();
    s.run(
      defineClass('Base', { slots: ['b', 'a'] }),
      defineClass('Sub', { bases: ['Base'], slots: ['d', 'c'] }),
    );
    s.run(instance('n', 'Sub'), list('a'), list('b'), list('c'), list('d'));
    for (const name of ['b', 'd', 'a', 'c']) s.run(setAttr('n', name, name), unbind(name));

    expect(s.deaths(unbind('n'))).toEqual(['#4', '#5', '#2', '#3', '#1']);
  });

  test.each(PYTHON_VERSIONS)('Python %s drops attributes in an order of its own', (python) => {
    const s = scenario({ python });
    s.run(
      defineClass('Node'),
      instance('first'),
      setAttr('first', 'x', lit(1)),
      setAttr('first', 'y', lit(2)),
    );
    s.run(instance('n'), list('a'), list('b'), setAttr('n', 'y', 'a'), setAttr('n', 'x', 'b'));
    const [a, b] = [s.id('a'), s.id('b')];
    s.run(unbind('a'), unbind('b'));

    const lists = s.deaths(unbind('n')).filter((id) => id === a || id === b);

    // Up to 3.10 in the order of this instance, from 3.11 in that of the class's shared keys.
    expect(lists).toEqual(['3.8', '3.9', '3.10'].includes(python) ? [a, b] : [b, a]);
  });

  test('a set drops its keys before it dies itself', () => {
    const s = scenario();
    s.run(defineClass('Node'), instance('n'), set('s', lit(1), 'n'), unbind('n'));

    expect(s.deaths(unbind('s'))).toEqual(['#1', '#2']);
  });
});

describe('the trashcan', () => {
  /** A chain of lists, each in the next; the outermost is `a`. */
  function chain(s: Scenario, length: number): void {
    s.run(list('a'), repeat(length - 1, list('a', 'a')));
  }

  test.each(['3.8', '3.9', '3.10', '3.11', '3.12'] as const)(
    'Python %s puts off what is nested deeper than 50',
    (python) => {
      const s = scenario({ python });
      chain(s, 60);
      const outermostFirst = s.events.all().born('list').toReversed();

      const deaths = s.deaths(unbind('a'));

      // The 51st waits; the 50 around it finish, innermost first, and then the rest die in the same way.
      expect(deaths).toEqual([
        ...outermostFirst.slice(0, 50).toReversed(),
        ...outermostFirst.slice(50).toReversed(),
      ]);
    },
  );

  test('Python 3.13 lets 60 nested lists die from the inside out', () => {
    const s = scenario({ python: '3.13' });
    chain(s, 60);
    const innermostFirst = s.events.all().born('list');

    expect(s.deaths(unbind('a'))).toEqual(innermostFirst);
  });
});

test('a list that holds itself is not freed by its name', () => {
  const s = scenario();
  s.run(list('a'), append('a', 'a'));

  expect(s.deaths(unbind('a'))).toEqual([]);
  expect(s.deaths({ op: 'gc.collect' })).toEqual(['#1']);
});
