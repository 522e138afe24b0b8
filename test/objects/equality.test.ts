/** What equals what, as list.remove and the keys of dicts and sets ask it. */
import { describe, expect, test } from 'vitest';
import type { PythonVersion } from '../../src/heap/index.ts';
import {
  append,
  bind,
  built,
  defineClass,
  dict,
  frozenset,
  getItem,
  instance,
  type JsonOperation,
  list,
  lit,
  object,
  remove,
  repeat,
  same,
  set,
  setAdd,
  setItem,
  tuple,
  weakref,
} from '../support/ops.ts';
import { scenario } from '../support/scenario.ts';

const complex = (as: string, value: number): JsonOperation => ({ op: 'new', type: 'complex', as, value });
const range = (as: string, length: number): JsonOperation => ({ op: 'new', type: 'range', as, length });

const EQUAL: readonly [string, JsonOperation, JsonOperation, boolean][] = [
  ['two empty dicts', dict('a'), dict('b'), true],
  [
    'dicts of equal entries in another order',
    dict('a', [1, lit(2)], ['k', lit(3)]),
    dict('b', ['k', lit(3)], [1, lit(2)]),
    true,
  ],
  ['dicts of other values', dict('a', ['k', lit(1)]), dict('b', ['k', lit(2)]), false],
  ['dicts of other keys', dict('a', ['k', lit(1)]), dict('b', ['l', lit(1)]), false],
  ['1 and 1.0', bind('a', lit(1)), bind('b', lit(1.0)), true],
  ['1 and True', bind('a', lit(1)), bind('b', lit(true)), true],
  ['1 and 1+0j', bind('a', lit(1)), complex('b', 1), true],
  ['1.5 and 2.5+0j', bind('a', lit(1.5)), complex('b', 2.5), false],
  ['2**60 as int and float', built('int', 'a', 'int 2**', 60), bind('b', lit(2 ** 60)), true],
  ['a list and a tuple', list('a', lit(1)), tuple('b', lit(1)), false],
  ['lists of equal items', list('a', lit(1)), list('b', lit(true)), true],
  ['lists of other lengths', list('a', lit(1)), list('b', lit(1), lit(1)), false],
  ['a set and a frozenset', set('a', lit(1)), frozenset('b', lit(1)), true],
  ['ranges of the same numbers', range('a', 3), range('b', 3), true],
  ['ranges of other numbers', range('a', 3), range('b', 4), false],
  ['two objects', object('a'), object('b'), false],
  ['a text and None', bind('a', lit('None')), bind('b', lit(null)), false],
];

test.each(EQUAL)('%s', (_, a, b, equal) => {
  const s = scenario();
  s.run(a, b, list('l', 'a'));

  const [result] = s.run(remove('l', 'b'));

  expect(result?.error?.message).toBe(equal ? undefined : 'list.remove(x): x not in list');
});

test('instances equal themselves alone, and weak references equal as their objects do', () => {
  const s = scenario();
  s.run(
    defineClass('Node'),
    instance('n'),
    instance('m'),
    weakref('n', 'w', true),
    weakref('n', 'v', true),
    weakref('m', 'u'),
  );
  s.run(dict('d'), setItem('d', { var: 'w' }, lit(1)));

  expect(s.run(getItem('d', { var: 'v' }, 'x'))[0]?.error).toBeUndefined();
  expect(s.run(getItem('d', { var: 'u' }, 'x'))[0]?.error?.exception).toBe('KeyError');
  s.run(list('l', 'n'));
  expect(s.raises(remove('l', 'm'))).toBe('ValueError: list.remove(x): x not in list');
});

test('a weak reference remembers the hash of its object, or never had one', () => {
  const s = scenario();
  s.run(defineClass('Node'), instance('n'), weakref('n', 'w', true), weakref('n', 'v'), set('s', 'w'));
  s.run({ op: 'unbind', name: 'n' });

  expect(s.run(setAdd('s', 'w'))[0]?.error).toBeUndefined();
  expect(s.raises(setAdd('s', 'v'))).toBe('TypeError: weak object has gone away');
});

test('the hash of a weak reference to something unhashable is none', () => {
  const s = scenario();
  s.run(set('a'), weakref('a', 'w'), set('s'));

  expect(s.raises(setAdd('s', 'w'))).toBe("TypeError: unhashable type: 'set'");
});

test('equal tuples are one key, and equal frozensets', () => {
  const s = scenario();
  s.run(
    tuple('t', lit(1), lit('k')),
    tuple('u', lit(1), lit('k')),
    dict('d', [{ var: 't' }, lit(7)]),
    getItem('d', { var: 'u' }, 'x'),
  );
  s.run(frozenset('f', lit(1)), frozenset('g', lit(1)), set('s', 'f'), setAdd('s', 'g'));

  expect(s.ask(same('x', lit(7)))).toBe(true);
  expect(s.ask({ op: 'gc.get_referents', of: 's' })).toHaveLength(1);
});

describe('nested deeper than Python compares', () => {
  /** Two equal towers of tuples: `a` in the list `l`, and `b`. */
  function compareTowers(python: PythonVersion, height: number): string {
    const s = scenario({ python, check: 'end', snapshots: 1 });
    s.run(
      object('o'),
      tuple('a', 'o'),
      repeat(height - 1, tuple('a', 'a')),
      tuple('b', 'o'),
      repeat(height - 1, tuple('b', 'b')),
    );
    s.run(dict('d', [{ var: 'a' }, lit(1)]));
    const [result] = s.run(getItem('d', { var: 'b' }, 'x'));
    return result?.error === undefined ? 'equal' : `${result.error.exception}: ${result.error.message}`;
  }

  test.each([
    ['3.8', 999],
    ['3.11', 999],
    ['3.12', 1498],
    ['3.13', 9999],
  ] as const)('Python %s compares %i levels', (python, height) => {
    expect(compareTowers(python, height)).toBe('equal');
    expect(compareTowers(python, height + 1)).toBe(
      'RecursionError: maximum recursion depth exceeded in comparison',
    );
  });

  test('a list that holds itself is compared until there is no more room', () => {
    const s = scenario({ python: '3.12' });
    s.run(list('a'), append('a', 'a'), list('b'), append('b', 'b'), list('l', 'a'));

    expect(s.raises(remove('l', 'b'))).toBe('RecursionError: maximum recursion depth exceeded in comparison');
  });

  test('a tower of a hundred thousand tuples has a hash', () => {
    const s = scenario({ python: '3.12', check: 'end', snapshots: 1 });
    s.run(tuple('t', lit(null)), repeat(100_000, tuple('t', 't')), set('s'));

    expect(s.run(setAdd('s', 't'))[0]?.error).toBeUndefined();
  });
});
