/** Every verb does what its statement does: the happy path of each. */
import { describe, expect, test } from 'vitest';
import { PYTHON_VERSIONS } from '../../src/heap/index.ts';
import { OPERATIONS } from '../../src/operations/index.ts';
import {
  append,
  bind,
  built,
  bytes,
  call,
  clear,
  collect,
  defineClass,
  defineFunction,
  delAttr,
  delItem,
  dict,
  extend,
  float,
  generation,
  getAttr,
  getItem,
  insert,
  instance,
  int,
  intern,
  isTracked,
  type JsonOperation,
  list,
  lit,
  object,
  plain,
  pop,
  refcount,
  referents,
  referrers,
  remove,
  returns,
  same,
  set,
  setAdd,
  setAttr,
  setDebug,
  setDiscard,
  setItem,
  setThreshold,
  sizeOf,
  str,
  tuple,
  unbind,
  weakref,
} from '../support/ops.ts';
import { type Scenario, scenario } from '../support/scenario.ts';

/** The ids of the items of a list, which its traversal visits from the last to the first (list_traverse). */
function items(s: Scenario, of: string): unknown {
  return (s.ask(referents(of)) as string[]).toReversed();
}

describe('lists', () => {
  function threeLists(): Scenario {
    const s = scenario();
    s.run(list('x'), list('y'), list('z'), list('l', 'x', 'y'));
    return s;
  }

  test.each<[string, JsonOperation, string[]]>([
    ['append', append('l', 'z'), ['#1', '#2', '#3']],
    ['insert at the front', insert('l', 0, 'z'), ['#3', '#1', '#2']],
    ['insert before the last', insert('l', -1, 'z'), ['#1', '#3', '#2']],
    ['insert far beyond the end', insert('l', 99, 'z'), ['#1', '#2', '#3']],
    ['insert far before the front', insert('l', -99, 'z'), ['#3', '#1', '#2']],
    ['extend by itself', extend('l', 'l'), ['#1', '#2', '#1', '#2']],
    ['pop', pop('l'), ['#1']],
    ['pop the first', pop('l', 0), ['#2']],
    ['remove', remove('l', 'x'), ['#2']],
    ['set an item', setItem('l', -1, 'z'), ['#1', '#3']],
    ['delete an item', delItem('l', 0), ['#2']],
    ['clear', clear('l'), []],
  ])('%s', (_, operation, after) => {
    const s = threeLists();

    s.run(operation);

    expect(items(s, 'l')).toEqual(after);
  });

  test('extend takes tuples, sets and the keys of dicts', () => {
    const s = threeLists();
    s.run(tuple('t', 'z'), set('se', lit(1)), dict('d', [2, 'z']));

    s.run(extend('l', 't'), extend('l', 'se'), extend('l', 'd'));

    expect(items(s, 'l')).toEqual(['#1', '#2', '#3', s.id('l[3]'), s.id('l[4]')]);
    expect(s.asks(same('l[3]', lit(1)), same('l[4]', lit(2)))).toEqual([true, true]);
  });

  test('extend takes the characters of a str', () => {
    const s = threeLists();

    s.run(str('text', 'aé漢'), extend('l', 'text'));

    expect(items(s, 'l')).toHaveLength(5);
    expect(s.asks(same('l[2]', lit('a')), same('l[3]', lit('é')))).toEqual([true, true]);
  });

  test('pop gives the item to a name', () => {
    const s = threeLists();

    const [result] = s.run(pop('l', 0, 'taken'));

    expect(result).toMatchObject({ object: '#1' });
    expect(s.asks(same('taken', 'x'), refcount('x'))).toEqual([true, 2]);
  });

  test('an item is read from either end', () => {
    const s = threeLists();
    s.run(getItem('l', 0, 'a'), getItem('l', -1, 'b'));

    expect(s.asks(same('a', 'x'), same('b', 'y'), same('l[1]', 'y'))).toEqual([true, true, true]);
  });
});

describe('dicts and sets', () => {
  test('a dict takes, gives, replaces and loses values', () => {
    const s = scenario();
    s.run(list('x'), list('y'), dict('d', ['k', 'x'], [7, 'y']));

    s.run(getItem('d', 'k', 'a'), setItem('d', 'k', 'y'), setItem('d', { var: 'key' }, 'x'));
    expect(s.asks(same('a', 'x'), same("d['k']", 'y'), same('d[7]', 'y'))).toEqual([true, true, true]);
    s.run(delItem('d', 'k'), int('key', 1000), setItem('d', { var: 'key' }, 'x'), getItem('d', 1000, 'b'));

    expect(s.ask(same('b', 'x'))).toBe(true);
    expect(items(s, 'd')).toHaveLength(4);
    s.run(clear('d'));
    expect(items(s, 'd')).toEqual([]);
  });

  test('keys that are equal are one key: 1, 1.0 and True', () => {
    const s = scenario();
    s.run(
      list('x'),
      list('y'),
      dict('d', [1, 'x'], [true, 'y']),
      float('one', 1),
      getItem('d', { var: 'one' }, 'a'),
    );

    expect(s.ask(same('a', 'y'))).toBe(true);
    expect(s.ask(refcount('x'))).toBe(1);
  });

  test('a set takes and loses keys', () => {
    const s = scenario();
    s.run(defineClass('Node'), instance('n'), set('s'), setAdd('s', 'n'), setAdd('s', 'n'));
    expect(s.ask(refcount('n'))).toBe(2);

    s.run(setDiscard('s', 'n'), setDiscard('s', 'n'));

    expect(s.ask(refcount('n'))).toBe(1);
    s.run(setAdd('s', 'n'), clear('s'));
    expect(s.ask(refcount('n'))).toBe(1);
  });
});

describe('subscripts', () => {
  test('a character, a byte and a number of a range are objects', () => {
    const s = scenario();
    s.run(str('t', 'a\u20ac\u{1f40d}'), bytes('b', 'abc'), {
      op: 'new',
      type: 'range',
      as: 'r',
      length: 1000,
    });
    s.run(
      getItem('t', 0, 'c0'),
      getItem('t', 1, 'c1'),
      getItem('t', -1, 'c2'),
      getItem('b', 1, 'byte'),
      getItem('r', -1, 'n'),
    );

    expect(
      s.asks(same('c0', lit('a')), same('byte', lit(98)), sizeOf('c1'), sizeOf('c2'), sizeOf('n')),
    ).toEqual([true, true, 76, 80, 28]);
    expect(s.asks(refcount('c1'), refcount('n'))).toEqual([1, 1]);
  });
});

describe('attributes', () => {
  test.each(PYTHON_VERSIONS)(
    'Python %s: stored, read, replaced, deleted, with and without slots',
    (python) => {
      const s = scenario({ python });
      s.run(defineClass('Node'), defineClass('Slots', { slots: ['x'] }), list('a'), list('b'));
      for (const of of ['Node', 'Slots']) {
        s.run(instance('n', of), setAttr('n', 'x', 'a'), setAttr('n', 'x', 'b'), getAttr('n', 'x', 'v'));
        expect(s.asks(same('v', 'b'), same('n.x', 'b'), refcount('a'), refcount('b'))).toEqual([
          true,
          true,
          1,
          3,
        ]);
        s.run(delAttr('n', 'x'), unbind('v'));
        expect(s.ask(refcount('b'))).toBe(1);
      }
    },
  );
});

test('names are bound, read and deleted; classes and constants have names from the start', () => {
  const s = scenario();
  s.run(defineClass('Node'), list('a'), bind('b', 'a'), bind('c', 'Node'), bind('n', lit(null)), unbind('a'));

  expect(s.asks(refcount('b'), same('c', 'Node'), same('n', lit(null)))).toEqual([1, true, true]);
  expect(s.id('b')).toBe('#1');
  expect(s.id('c')).toMatch(/^#-\d+$/);
});

test('questions about the collector', () => {
  const s = scenario();
  s.run(list('a'), tuple('t', 'a'), setThreshold(500, 5), setDebug('STATS'), plain('gc.disable'));

  expect(
    s.asks(...['gc.get_threshold', 'gc.get_debug', 'gc.isenabled', 'gc.get_freeze_count'].map(plain)),
  ).toEqual([[500, 5, 10], 1, false, 0]);
  expect(
    s.asks(isTracked('a'), generation('a'), referrers('a'), referents('t'), { op: 'gc.get_objects' }),
  ).toEqual([true, 0, ['#2'], ['#1'], ['#1', '#2']]);
  s.run(setDebug());
});

test('an id is the address that reading by id leads to', () => {
  const s = scenario();
  s.run(list('a'), append('#1', lit(7)));

  expect(s.ask({ op: 'id', of: 'a' })).toMatch(/^0x[0-9a-f]+$/);
  expect(s.asks(same('#1', 'a'), same('a[0]', lit(7)))).toEqual([true, true]);
});

test('the address of a dead list is the next list’s', () => {
  const s = scenario();
  s.run(list('a'));
  const first = s.ask({ op: 'id', of: 'a' });
  s.run(unbind('a'), list('b'));

  expect(s.ask({ op: 'id', of: 'b' })).toBe(first);
  expect(s.id('b')).toBe('#2');
});

test('a mark is an event and nothing else', () => {
  const s = scenario();
  s.run({ op: 'mark', label: 'half time' });

  expect(s.recent.types()).toEqual(['mark.placed', 'operation.applied']);
  expect(s.recent.field('label')[0]).toBe('half time');
});

/** One good example of each verb, after a prelude that makes what they need. */
const EXAMPLES: readonly JsonOperation[] = [
  object('o'),
  defineClass('K'),
  defineFunction('g'),
  bind('b', 'l'),
  unbind('b'),
  append('l', lit(1)),
  insert('l', 0, lit(2)),
  extend('l', 't'),
  pop('l'),
  remove('l', lit(2)),
  setItem('d', 'k', 'l'),
  getItem('d', 'k', 'v'),
  delItem('d', 'k'),
  clear('l'),
  setAdd('s', lit(1)),
  setDiscard('s', lit(1)),
  setAttr('n', 'x', 'l'),
  getAttr('n', 'x', 'v'),
  delAttr('n', 'x'),
  call('f', 'l'),
  returns('p', 'v'),
  weakref('n', 'w'),
  { op: 'deref', weakref: 'w', as: 'm' },
  intern('st', 'st'),
  ...['compile_unit', 'gc.enable', 'gc.disable', 'gc.freeze', 'gc.unfreeze'].map(plain),
  collect(),
  setThreshold(700),
  setDebug(),
  { op: 'repeat', times: 2, ops: [list('r')] },
  { op: 'mark', label: 'x' },
  { op: 'mem.alloc', as: 'x', bytes: 16 },
  { op: 'mem.realloc', of: 'x', bytes: 32 },
  { op: 'mem.free', of: 'x' },
  ...['sys.getrefcount', 'sys.getsizeof', 'id', 'generation', 'immortal'].map((op) => ({ op, of: 'l' })),
  ...['gc.is_tracked', 'gc.is_finalized', 'gc.get_referents', 'gc.get_referrers'].map((op) => ({
    op,
    of: 'l',
  })),
  ...[
    'get_count',
    'get_threshold',
    'get_stats',
    'get_debug',
    'get_freeze_count',
    'isenabled',
    'garbage',
    'long_lived',
  ].map((name) => plain(`gc.${name}`)),
  { op: 'is', a: 'l', b: 'l' },
  { op: 'alive', weakref: 'w' },
  { op: 'gc.get_objects', generation: 0 },
  ...['start', 'take_snapshot', 'reset_peak', 'clear_traces'].map((name) => plain(`tracemalloc.${name}`)),
  ...['is_tracing', 'get_traced_memory', 'get_traceback_limit', 'get_tracemalloc_memory'].map((name) =>
    plain(`tracemalloc.${name}`),
  ),
  { op: 'tracemalloc.get_object_traceback', of: 'l' },
  plain('tracemalloc.stop'),
];

test.each(PYTHON_VERSIONS)(
  'Python %s: every verb there is has been tried, and questions change nothing',
  (python) => {
    const s = scenario({ python });
    s.run(
      defineClass('N'),
      defineFunction('f', 'p'),
      list('l'),
      tuple('t', lit(1), lit(2)),
      dict('d'),
      set('s'),
    );
    s.run(instance('n', 'N'), built('str', 'st', 'str ascii', 5));

    for (const example of EXAMPLES) {
      const [result] = s.run(example);
      expect([example.op, result?.error]).toEqual([example.op, undefined]);
      const verb = OPERATIONS.find(({ op }) => op === example.op);
      if (verb?.question === true)
        expect([example.op, ...s.recent.types()]).toEqual([example.op, 'operation.applied']);
    }

    // Programs have files of their own: run.test.ts and those beside it.
    const tried = new Set(EXAMPLES.map(({ op }) => op).concat('new', 'run'));
    expect(
      OPERATIONS.filter(({ op }) => !tried.has(op) && !op.startsWith('program.')).map(({ op }) => op),
    ).toEqual([]);
  },
);

describe('displays of nothing but literals', () => {
  const three = [lit(1), lit(2), lit(3)];

  test('a tuple is a fresh one all the same', () => {
    const s = scenario({ python: '3.12' });
    s.run(tuple('t', ...three), tuple('u', ...three));

    expect(s.ask({ op: 'is', a: 't', b: 'u' })).toBe(false);
    expect(s.ask({ op: 'gc.is_tracked', of: 't' })).toBe(true);
  });

  test.each([
    ['3.8', 80],
    ['3.9', 120],
    ['3.12', 88],
  ] as const)('a list of three is extended from one from 3.9 on: Python %s', (python, bytes) => {
    const s = scenario({ python });
    s.run(list('l', ...three));

    expect(s.ask({ op: 'sys.getsizeof', of: 'l' })).toBe(bytes);
  });
});
