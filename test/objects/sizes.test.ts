/** sys.getsizeof, measured on the six interpreters (FACTS 1 to 3). */
import { describe, expect, test } from 'vitest';
import { PYTHON_VERSIONS, type PythonVersion } from '../../src/heap/index.ts';
import {
  append,
  built,
  bytes,
  defineClass,
  dict,
  float,
  frozenset,
  getAttr,
  instance,
  int,
  type JsonOperation,
  list,
  lit,
  object,
  set,
  setAdd,
  setAttr,
  setItem,
  sizeOf,
  str,
  tuple,
  weakref,
} from '../support/ops.ts';
import { type Scenario, scenario } from '../support/scenario.ts';

const BEFORE_3_11 = ['3.8', '3.9', '3.10'];
const BEFORE_3_12 = [...BEFORE_3_11, '3.11'];
const NEW_BYTEARRAY = { op: 'new', type: 'bytearray', as: 'b' };

function sizes(s: Scenario, ...made: readonly JsonOperation[]): unknown[] {
  return made.map((operation) => {
    s.run(operation);
    return s.ask(sizeOf(String(operation['as'])));
  });
}

/** The sizes through which one object goes while something is done to it again and again. */
function steps(s: Scenario, name: string, times: number, change: (at: number) => JsonOperation): unknown[] {
  const seen = [s.ask(sizeOf(name))];
  for (let at = 0; at < times; at++) {
    s.run(change(at));
    const size = s.ask(sizeOf(name));
    if (size !== seen.at(-1)) seen.push(size);
  }
  return seen;
}

describe.each(PYTHON_VERSIONS)('Python %s', (python: PythonVersion) => {
  test('numbers', () => {
    const s = scenario({ python });
    const ints = sizes(
      s,
      ...[0, 1, 2 ** 30 - 1, 2 ** 30].map((value) => int('i', value)),
      int('i', `${2n ** 60n}`),
      int('i', `${2n ** 100n}`),
    );

    expect(ints).toEqual([BEFORE_3_11.includes(python) ? 24 : 28, 28, 28, 32, 36, 40]);
    expect(sizes(s, float('f', 0.5), object('o'))).toEqual([24, 16]);
    expect(
      sizes(
        s,
        { op: 'new', type: 'complex', as: 'c', value: 1 },
        { op: 'new', type: 'range', as: 'r', length: 3 },
      ),
    ).toEqual([32, 48]);
  });

  test('texts: one, two or four bytes a character, by the widest', () => {
    const s = scenario({ python });
    const wide = BEFORE_3_12.includes(python) ? 0 : -16;
    const ascii = BEFORE_3_12.includes(python) ? 0 : -8;

    const texts = ['', 'a', 'ab', '\xe9\xe9', '\u20ac', '\u{1f600}', 'a'.repeat(100), '\u20ac'.repeat(100)];

    expect(sizes(s, ...texts.map((text) => str('t', text)))).toEqual([
      ...[49, 50, 51].map((size) => size + ascii),
      ...[75, 76, 80].map((size) => size + wide),
      149 + ascii,
      274 + wide,
    ]);
    expect(sizes(s, ...['', 'a', 'abc'].map((text) => bytes('b', text)))).toEqual([33, 34, 36]);
  });

  test('a list that grows by append', () => {
    const s = scenario({ python });
    s.run(list('l'));

    const capacities = steps(s, 'l', 100, () => append('l', lit(null))).map(
      (size) => (Number(size) - 56) / 8,
    );

    expect(capacities).toEqual(
      python === '3.8'
        ? [0, 4, 8, 16, 25, 35, 46, 58, 72, 88, 106]
        : [0, 4, 8, 16, 24, 32, 40, 52, 64, 76, 92, 108],
    );
  });

  test('a bytearray that grows by append', () => {
    const s = scenario({ python });
    s.run(NEW_BYTEARRAY);

    expect(steps(s, 'b', 40, () => append('b', lit(1)))).toEqual([56, 58, 61, 64, 68, 75, 83, 92, 102]);
  });

  test('a dict of str keys, and one of ints', () => {
    const s = scenario({ python });
    s.run(dict('d'), dict('e'));

    const ofStr = steps(s, 'd', 100, (at) => setItem('d', `k${at}`, lit(null)));
    const ofInt = steps(s, 'e', 100, (at) => setItem('e', at, lit(null)));

    const old = [64, 232, 360, 640, 1176, 2272, 4696];
    expect(ofStr).toEqual(BEFORE_3_11.includes(python) ? old : [64, 184, 272, 464, 832, 1584, 3328]);
    expect(ofInt).toEqual(BEFORE_3_11.includes(python) ? old : [64, 224, 352, 632, 1168, 2264, 4688]);
  });

  test('a set that grows one by one', () => {
    const s = scenario({ python });
    s.run(set('s'));

    expect(steps(s, 's', 100, (at) => setAdd('s', lit(at)))).toEqual([216, 728, 2264, 8408]);
  });

  test('instances, with and without slots, and the dict of their attributes', () => {
    const s = scenario({ python });
    s.run(
      defineClass('Node'),
      defineClass('Slots', { slots: ['a', 'b'] }),
      defineClass('Empty', { slots: [] }),
    );
    s.run(defineClass('Mixed', { bases: ['Slots'] }));

    const made = sizes(s, ...['Slots', 'Empty', 'Mixed', 'Node'].map((of) => instance('n', of)));
    s.run(setAttr('n', 'x', lit(1)), getAttr('n', '__dict__', 'd'));

    expect(made).toEqual(python === '3.11' ? [48, 32, 72, 56] : [48, 32, 64, 48]);
    expect(s.ask(sizeOf('d'))).toBe(BEFORE_3_11.includes(python) ? 104 : 296);
  });

  test('displays and calls build containers of their own sizes', () => {
    const s = scenario({ python });
    s.run(defineClass('Node'), instance('n'));

    const lists = sizes(
      s,
      list('l'),
      list('l', 'n'),
      list('l', 'n', 'n', 'n'),
      built('list', 'l', 'list literal', 3),
      built('list', 'l', 'list(range)', 3),
      built('list', 'l', 'list comprehension', 3),
      built('list', 'l', 'multiply', 3),
    );
    const literal = { '3.8': 80, '3.9': 120 }[python as string] ?? 88;
    const called = python === '3.8' || python === '3.9' ? 80 : 88;

    expect(lists).toEqual([56, 64, 80, literal, called, 88, 80]);
    expect(sizes(s, tuple('t'), tuple('t', 'n'), tuple('t', 'n', 'n', 'n'))).toEqual([40, 48, 64]);
    expect(sizes(s, set('s'), frozenset('s'), set('s', lit(1), lit(2), lit(3)))).toEqual([216, 216, 216]);
    expect(sizes(s, dict('d'), dict('d', ['a', 'n']), dict('d', [1, 'n']))).toEqual(
      BEFORE_3_11.includes(python) ? [64, 232, 232] : [64, 184, 224],
    );
  });

  test('weak references, functions and classes', () => {
    const s = scenario({ python });
    s.run(defineClass('Node'), defineClass('Slots', { slots: ['a'] }), instance('n'), weakref('n', 'w'));

    const later = { '3.10': 1072, '3.11': 1688, '3.12': 1704, '3.13': 1712 };
    expect(s.ask(sizeOf('w'))).toBe(BEFORE_3_11.includes(python) ? 72 : 80);
    expect(s.ask(sizeOf('Node'))).toBe(new Map<string, number>(Object.entries(later)).get(python) ?? 1064);
    expect(s.ask(sizeOf('Slots'))).toBe(
      { '3.8': 896, '3.9': 896, '3.10': 904, '3.11': 920, '3.12': 936, '3.13': 944 }[python],
    );
  });
});

test('a list shrinks when it is less than half full, and clear() gives all room back', () => {
  const s = scenario({ python: '3.12' });
  s.run(built('list', 'l', 'multiply', 40));

  const seen = steps(s, 'l', 39, () => ({ op: 'pop', list: 'l' }));
  s.run({ op: 'clear', of: 'l' });

  expect(seen).toEqual([376, 248, 184, 152, 120, 88]);
  expect(s.ask(sizeOf('l'))).toBe(56);
});

test('deleting from a dict or a set gives nothing back, clear() does', () => {
  const s = scenario({ python: '3.12' });
  s.run(dict('d'), set('s'));
  for (let at = 0; at < 20; at++) s.run(setItem('d', at, lit(null)), setAdd('s', lit(at)));
  const full = s.asks(sizeOf('d'), sizeOf('s'));
  for (let at = 0; at < 20; at++)
    s.run({ op: 'del_item', of: 'd', key: at }, { op: 'set_discard', set: 's', item: lit(at) });

  expect(s.asks(sizeOf('d'), sizeOf('s'))).toEqual(full);
  s.run({ op: 'clear', of: 'd' }, { op: 'clear', of: 's' });
  expect(s.asks(sizeOf('d'), sizeOf('s'))).toEqual([64, 216]);
});
