/** Which objects the collector knows of, and when it stops looking at tuples and dicts (FACTS 5). */
import { expect, test } from 'vitest';
import {
  built,
  bytes,
  clear,
  collect,
  defineClass,
  dict,
  float,
  frozenset,
  generation,
  instance,
  int,
  isTracked,
  list,
  lit,
  object,
  set,
  setItem,
  str,
  tuple,
  unbind,
  weakref,
} from '../support/ops.ts';
import { scenario } from '../support/scenario.ts';

test('containers, instances and weak references are tracked from birth, atoms never', () => {
  const s = scenario();
  s.run(defineClass('Node'), defineClass('Empty', { slots: [] }));
  s.run(
    list('l'),
    set('se'),
    frozenset('f', lit(1)),
    instance('n'),
    instance('e', 'Empty'),
    weakref('n', 'w'),
    tuple('t', 'l'),
  );
  s.run(int('i', 1000), float('x', 0.5), str('st', 'two words'), bytes('b', 'ab'), object('o'), dict('d'));
  s.run({ op: 'new', type: 'bytearray', as: 'ba' }, { op: 'new', type: 'range', as: 'r' }, tuple('empty'));

  expect(s.asks(...['l', 'se', 'f', 'n', 'e', 'w', 't'].map(isTracked))).toEqual(Array(7).fill(true));
  expect(s.asks(...['i', 'x', 'st', 'b', 'o', 'd', 'ba', 'r', 'empty'].map(isTracked))).toEqual(
    Array(9).fill(false),
  );
});

test('a tuple of atoms is tracked until a collection sees it', () => {
  const s = scenario();
  s.run(tuple('t', lit(1), lit('a')));
  expect(s.ask(isTracked('t'))).toBe(true);

  s.run(collect(0));

  expect(s.ask(isTracked('t'))).toBe(false);
  expect(s.recent.types()).not.toContain('gc.found');
  expect(s.events.ofType('object.untracked').ids()).toEqual(['#1']);
});

test('a tuple that holds a list stays tracked', () => {
  const s = scenario();
  s.run(list('l'), tuple('t', 'l'), collect(0));

  expect(s.ask(generation('t'))).toBe(1);
});

test('nested tuples are given up together when the inner ones are looked at first', () => {
  const s = scenario();
  s.run(tuple('inner', lit(1)), tuple('outer', 'inner'), collect(0));

  expect(s.asks(isTracked('inner'), isTracked('outer'))).toEqual([false, false]);
});

test('an outer tuple that is looked at first waits for the next collection', () => {
  const s = scenario();
  // Reached late, the inner one stands behind the outer one in the list.
  s.run(tuple('inner', lit(1)), tuple('outer', 'inner'), unbind('inner'), collect(0));
  const first = s.asks(isTracked('outer[0]'), isTracked('outer'));
  s.run(collect(1));

  expect([first, s.asks(isTracked('outer[0]'), isTracked('outer'))]).toEqual([
    [false, true],
    [false, false],
  ]);
});

test('a dict is tracked when it first holds something that can be part of a cycle', () => {
  const s = scenario();
  s.run(dict('d', ['a', lit(1)]), list('l'));
  expect(s.ask(isTracked('d'))).toBe(false);

  s.run(setItem('d', 'b', 'l'));

  expect(s.ask(isTracked('d'))).toBe(true);
  expect(s.recent.ofType('object.tracked').ids()).toEqual(['#1']);
});

test('an untracked dict counts as something that can be part of a cycle, an untracked tuple does not', () => {
  const s = scenario();
  s.run(tuple('t', lit(1)), collect(0), dict('inner'), dict('a'), dict('b'));

  s.run(setItem('a', 'k', 'inner'), setItem('b', 'k', 't'));

  expect(s.asks(isTracked('a'), isTracked('b'))).toEqual([true, false]);
});

test('only a full collection gives a dict up, and neither deletion nor clear() does', () => {
  const s = scenario();
  s.run(list('l'), dict('d', ['k', 'l']), setItem('d', 'k', lit(1)), collect(1));
  expect(s.ask(isTracked('d'))).toBe(true);
  s.run(clear('d'));
  expect(s.ask(isTracked('d'))).toBe(true);

  s.run(collect(2));

  expect(s.ask(isTracked('d'))).toBe(false);
});

test('a dict that is tracked again starts in the youngest generation', () => {
  const s = scenario();
  s.run(list('l'), dict('d', ['k', 'l']), setItem('d', 'k', lit(1)), collect(2));

  s.run(setItem('d', 'k', 'l'));

  expect(s.asks(generation('d'), generation('l'))).toEqual([0, 2]);
});

test('(1, 2) built from a range is tracked like any other tuple', () => {
  const s = scenario();
  s.run(built('tuple', 't', 'tuple(range)', 3));

  expect(s.ask(isTracked('t'))).toBe(true);
});
