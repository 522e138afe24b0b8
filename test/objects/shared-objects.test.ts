/** Objects that exist once, objects that never die, and literals that are one object (FACTS 10, 11). */
import { describe, expect, test } from 'vitest';
import { PYTHON_VERSIONS } from '../../src/heap/index.ts';
import {
  bind,
  built,
  bytes,
  defineClass,
  float,
  frozenset,
  int,
  intern,
  list,
  lit,
  literal,
  plain,
  refcount,
  same,
  str,
  tuple,
  unbind,
} from '../support/ops.ts';
import { scenario } from '../support/scenario.ts';

describe.each(PYTHON_VERSIONS)('Python %s', (python) => {
  test('which objects are immortal', () => {
    const s = scenario({ python });
    s.run(
      defineClass('Node'),
      bind('none', lit(null)),
      bind('yes', lit(true)),
      bind('small', lit(5)),
      int('big', 1000),
    );
    s.run(
      bind('one', lit('a')),
      bind('empty', lit('')),
      bind('word', lit('hello_x')),
      bind('text', lit('two words')),
    );
    s.run(str('made', 'two words1'), intern('made', 'interned'), bind('half', lit(0.5)));
    s.run(literal('bytes', 'b1', 'a'), literal('bytes', 'b0', ''), tuple('unit'), bind('dots', 'Ellipsis'));
    const names = [
      'none',
      'yes',
      'small',
      'one',
      'empty',
      'b1',
      'b0',
      'unit',
      'dots',
      'word',
      'interned',
      'big',
      'text',
      'half',
      'Node',
    ];

    const immortal = names.filter((of) => s.ask({ op: 'immortal', of }));

    const singletons = names.slice(0, 9);
    const expected = { '3.12': [...singletons, 'word', 'interned'], '3.13': singletons };
    expect(immortal).toEqual(new Map<string, string[]>(Object.entries(expected)).get(python) ?? []);
  });

  test('small ints are one object from -5 to 256', () => {
    const s = scenario({ python });
    const identities = [-6, -5, 0, 256, 257].map((value) => {
      s.run(int('a', value), int('b', value));
      return s.ask(same('a', 'b'));
    });

    expect(identities).toEqual([false, true, true, true, false]);
  });

  test('so are texts and bytes of at most one character of Latin-1', () => {
    const s = scenario({ python });
    const texts = ['', 'a', '\xff', '\u0100', 'ab'].map((value) => {
      s.run(str('a', value), str('b', value));
      return s.ask(same('a', 'b'));
    });
    const byteStrings = ['', 'a', 'ab'].map((value) => {
      s.run(bytes('a', value), bytes('b', value));
      return s.ask(same('a', 'b'));
    });

    expect(texts).toEqual([true, true, true, false, false]);
    expect(byteStrings).toEqual([true, true, false]);
  });

  test('() is one object, and frozenset() up to 3.9', () => {
    const s = scenario({ python });
    s.run(tuple('t'), tuple('u'), frozenset('f'), frozenset('g'), built('tuple', 'v', 'tuple(range)', 0));

    expect(s.asks(same('t', 'u'), same('t', 'v'))).toEqual([true, true]);
    expect(s.ask(same('f', 'g'))).toBe(python === '3.8' || python === '3.9');
  });

  test('equal literals of one code object are one object, and those of the next are others', () => {
    const s = scenario({ python });
    s.run(
      literal('float', 'a', 0.5),
      literal('float', 'b', 0.5),
      literal('int', 'i', 1000),
      literal('int', 'j', 1000),
    );
    const within = s.asks(same('a', 'b'), same('i', 'j'));
    s.run(plain('compile_unit'), literal('float', 'c', 0.5), literal('str', 'k', 'word'));
    s.run(plain('compile_unit'), literal('str', 'l', 'word'), literal('str', 'm', 'two words'));
    s.run(plain('compile_unit'), literal('str', 'n', 'two words'));

    expect([within, s.ask(same('a', 'c'))]).toEqual([[true, true], false]);
    // Text that looks like an identifier is interned by the compiler.
    expect(s.asks(same('k', 'l'), same('m', 'n'))).toEqual([true, false]);
  });

  test('0.0 and -0.0 are two constants, and 1 and 1.0 and True are three', () => {
    const s = scenario({ python });

    expect(s.asks(same(lit(-0), lit(-0)), same(lit(-0), lit(0)), same(lit(1), lit(true)))).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('sys.intern makes equal texts one object', () => {
    const s = scenario({ python });
    s.run(str('a', 'some text'), str('b', 'some text'));
    expect(s.ask(same('a', 'b'))).toBe(false);

    s.run(intern('a', 'x'), intern('b', 'y'));

    expect(s.asks(same('x', 'y'), same('a', 'x'), same('b', 'y'))).toEqual([true, true, false]);
  });
});

test.each(['3.9', '3.13'] as const)('Python %s forgets an interned text that died', (python) => {
  const s = scenario({ python });
  s.run(str('a', 'some text'), intern('a', 'x'), unbind('a'), unbind('x'));
  expect(s.recent.types()).toContain('object.deallocated');

  s.run(str('b', 'some text'), intern('b', 'y'));

  expect(s.asks(same('b', 'y'), refcount('b'))).toEqual([true, 2]);
});

test('an immortal object is counted by nobody', () => {
  const s = scenario({ python: '3.12' });
  s.run(list('l', lit(null), lit(5)), bind('n', lit(null)));

  expect(s.run(refcount('n'))[0]).toMatchObject({ value: 'immortal', reported: 4294967295 });
  expect(s.events.ofType('reference.added')).toHaveLength(0);
});

test('a fresh float is another object each time', () => {
  const s = scenario();
  s.run(float('a', 0.5), float('b', 0.5));

  expect(s.ask(same('a', 'b'))).toBe(false);
});
