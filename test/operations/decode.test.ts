/** From JSON to operations: what is refused, where, and why. */
import { describe, expect, test } from 'vitest';
import { decodeOperation, OPERATIONS, operationSchema, spellOperation } from '../../src/operations/index.ts';
import { append, list, repeat } from '../support/ops.ts';

function problem(json: unknown): string {
  const decoded = decodeOperation(json);
  return decoded.ok ? 'none' : `${decoded.problem.path || '/'}: ${decoded.problem.words.en}`;
}

const deep = (levels: number): object =>
  levels === 0 ? { op: 'gc.enable' } : { op: 'repeat', times: 1, ops: [deep(levels - 1)] };

describe('what is no operation is refused with its place', () => {
  test.each([
    ['nothing', undefined, '/: must be an object'],
    ['null', null, '/: must be an object'],
    ['a text', 'new', '/: must be an object'],
    ['an array', [], '/: must be an object'],
    ['no name', {}, '/op: must be the name of an operation'],
    ['a name that is no text', { op: 7 }, '/op: must be the name of an operation'],
    ['an unknown name', { op: 'explode' }, '/op: there is no operation "explode"'],
    ['a name of the language', { op: 'constructor' }, '/op: there is no operation "constructor"'],
    ['__proto__', { op: '__proto__' }, '/op: there is no operation "__proto__"'],
    ['a name that is no identifier', { op: 'unbind', name: '1a' }, '/name: must be a Python identifier'],
    [
      'a reference that is none',
      append('a b', 'x'),
      '/list: must be a name, an id like "#12" or a path like "a[0]", "d[\'k\']", "n.next"',
    ],
    [
      'a list of too few thresholds',
      { op: 'gc.set_threshold', thresholds: [] },
      '/thresholds: Too small: expected array to have >=1 items',
    ],
    [
      'a threshold below 0',
      { op: 'gc.set_threshold', thresholds: [1, -1] },
      '/thresholds/1: Too small: expected number to be >=0',
    ],
    [
      'a type that is not made',
      { op: 'new', type: 'module', as: 'm' },
      expect.stringMatching(/^\/type: Invalid option/),
    ],
    [
      'an instance without class',
      { op: 'new', type: 'instance', as: 'm' },
      '/class: names the class of an instance',
    ],
    [
      'an int without value',
      { op: 'new', type: 'int', as: 'i' },
      '/value: must be an integer, a large one as a string of digits',
    ],
    [
      'an int with a fraction',
      { op: 'new', type: 'int', as: 'i', value: 0.5 },
      '/value: must be an integer, a large one as a string of digits',
    ],
    ['a float of letters', { op: 'new', type: 'float', as: 'f', value: 'x' }, '/value: must be a number'],
    [
      'a text with half a surrogate pair',
      { op: 'new', type: 'str', as: 's', value: '\ud800' },
      '/value: must not have lone surrogates',
    ],
    [
      'bytes beyond a byte',
      { op: 'new', type: 'bytes', as: 'b', value: '\u0100' },
      '/value: must have no character above U+00FF: each is a byte',
    ],
    [
      'a literal list',
      { op: 'new', type: 'list', as: 'l', literal: true },
      '/literal: goes with int, float, str and bytes',
    ],
    [
      'a way that builds something else',
      { op: 'new', type: 'set', as: 's', how: 'sorted', length: 1 },
      '/how: does not build a set',
    ],
    [
      'a way without length',
      { op: 'new', type: 'list', as: 'l', how: 'sorted' },
      '/length: says how many items',
    ],
    [
      'a loop that nests too deep',
      deep(9),
      '/ops/0/ops/0/ops/0/ops/0/ops/0/ops/0/ops/0/ops/0: loops nest at most 8 deep',
    ],
    ['a new unit in a loop', repeat(1, { op: 'compile_unit' }), '/ops/0/op: a loop is one code object'],
    [
      'a mistake in a loop',
      repeat(1, list('a'), append('a', '')),
      expect.stringMatching(/^\/ops\/1\/item: /),
    ],
    ['an empty loop', { op: 'repeat', times: 1, ops: [] }, expect.stringMatching(/^\/ops: Too small/)],
    [
      'a loop that runs backwards',
      { op: 'repeat', times: -1, ops: [{ op: 'gc.enable' }] },
      expect.stringMatching(/^\/times: Too small/),
    ],
  ])('%s', (_, json, message) => {
    expect(problem(json)).toEqual(message);
  });
});

test.each(OPERATIONS.map(({ op }) => op))('%s refuses a field that it does not know', (op) => {
  expect(problem({ op, surprise: 1 })).not.toBe('none');
});

test('loops may nest eight deep', () => {
  expect(problem(deep(8))).toBe('none');
});

test('defaults are filled in, so replay does not depend on later ones', () => {
  expect(decodeOperation({ op: 'gc.collect' })).toEqual({
    ok: true,
    operation: { op: 'gc.collect', generation: 2 },
  });
  expect(decodeOperation({ op: 'call', function: 'f' })).toEqual({
    ok: true,
    operation: { op: 'call', function: 'f', args: [] },
  });
});

test('the schema of all operations accepts what the decoder accepts', () => {
  expect(operationSchema.safeParse(list('a')).success).toBe(true);
  expect(operationSchema.safeParse({ op: 'explode' }).success).toBe(false);
});

test.each([
  ["d['it''s']", false],
  ["d['it\\'s']", true],
  ['d["k"]', true],
  ['d["k\\\\"]', true],
  ['a[0][-1].x.y', true],
  ['#12.next', true],
  ['#-3', true],
  ['#0', false],
  ['a[0', false],
  ['a[99999999999]', false],
  ['a.', false],
  ['.a', false],
  ['gc.garbage[0]', true],
  ['größe', true],
  [`a${'.x'.repeat(600)}`, false],
])('the reference %s: %s', (text, fine) => {
  expect(decodeOperation({ op: 'clear', of: text }).ok).toBe(fine);
});

describe('an operation is a Python statement', () => {
  test.each([
    [list('a', 'b', { literal: 'x' }), "a = [b, 'x']"],
    [{ op: 'new', type: 'tuple', as: 't', items: ['a'] }, 't = (a,)'],
    [{ op: 'new', type: 'set', as: 's' }, 's = set()'],
    [{ op: 'new', type: 'set', as: 's', items: [{ literal: 1 }] }, 's = {1}'],
    [{ op: 'new', type: 'frozenset', as: 's', items: ['a'] }, 's = frozenset((a,))'],
    [
      {
        op: 'new',
        type: 'dict',
        as: 'd',
        entries: [
          ['k', 'a'],
          [{ var: 'n' }, { literal: null }],
        ],
      },
      "d = {'k': a, n: None}",
    ],
    [{ op: 'new', type: 'int', as: 'i', value: -1000 }, 'i = zero - 1000'],
    [{ op: 'new', type: 'float', as: 'f', value: 2 }, 'f = zero + 2.0'],
    [{ op: 'new', type: 'str', as: 's', value: 'é' }, "s = b'\\xc3\\xa9'.decode()"],
    [{ op: 'new', type: 'bytes', as: 's', value: 'a' }, "s = 'a'.encode('latin-1')"],
    [{ op: 'new', type: 'instance', as: 'n', class: 'Node' }, 'n = Node()'],
    [{ op: 'new', type: 'list', as: 'l', how: 'sorted', length: 3 }, 'l = sorted(range(3))'],
    [{ op: 'bind', name: 'a', to: "d['k']" }, "a = d['k']"],
    [{ op: 'set_item', of: 'd', key: 'k', value: { literal: -0 } }, "d['k'] = -0.0"],
    [{ op: 'del_item', of: 'l', key: -1 }, 'del l[-1]'],
    [{ op: 'set_attr', of: 'n', name: 'x', value: '#3' }, 'n.x = objects[3]'],
    [{ op: 'pop', list: 'l', as: 'x' }, 'x = l.pop()'],
    [
      { op: 'define_class', as: 'N', slots: ['a'], finalizer: 'noop' },
      "class N:\n    __slots__ = ('a',)\n    def __del__(self):\n        pass",
    ],
    [{ op: 'gc.set_debug', flags: ['STATS', 'LEAK'] }, 'gc.set_debug(gc.DEBUG_STATS | gc.DEBUG_LEAK)'],
    [{ op: 'sys.getrefcount', of: 'a' }, 'sys.getrefcount(a) - 1'],
    [
      repeat(3, list('a'), repeat(2, append('a', 'i'))),
      'for i in range(3):\n    a = []\n    for i in range(2):\n        a.append(i)',
    ],
  ])('%j', (json, python) => {
    const decoded = decodeOperation(json);

    expect(decoded.ok && spellOperation(decoded.operation)).toBe(python);
  });
});
