/** Traces of the area `sizes`: values built in one of many ways, each followed by the question how large it is. */
import type { GcStep } from '../../src/cli/conformance/gc-format.ts';
import type { Random } from './random.ts';
import { step } from './spelling.ts';

interface Way {
  readonly type: string;
  readonly how: string;
  readonly most: number;
  readonly source: (length: number) => string;
}

const repeated = (part: string, length: number): string => Array(length).fill(part).join(', ');
const entries = (length: number): string => Array.from({ length }, (_, i) => `'k${i}': None`).join(', ');
const tupleOf = (length: number): string =>
  `(${'None, '.repeat(length)})`.replace(/, \)$/, length === 1 ? ',)' : ')');
const numbers = (length: number): string => Array.from({ length }, (_, i) => i).join(', ');

const WAYS: readonly Way[] = [
  { type: 'list', how: 'list(range)', most: 300, source: (n) => `list(range(${n}))` },
  { type: 'list', how: 'list(list)', most: 200, source: (n) => `list([${repeated('None', n)}])` },
  { type: 'list', how: 'list(generator)', most: 300, source: (n) => `list(x for x in range(${n}))` },
  { type: 'list', how: 'multiply', most: 300, source: (n) => `[None] * ${n}` },
  { type: 'list', how: 'slice', most: 200, source: (n) => `[${repeated('None', n)}][:]` },
  { type: 'list', how: 'sorted', most: 300, source: (n) => `sorted(range(${n}))` },
  { type: 'list', how: 'list(tuple)', most: 200, source: (n) => `list(${tupleOf(n)})` },
  { type: 'list', how: 'list comprehension', most: 300, source: (n) => `[x for x in range(${n})]` },
  { type: 'list', how: 'list literal', most: 200, source: (n) => `[${repeated('None', n)}]` },
  { type: 'tuple', how: 'tuple literal', most: 200, source: tupleOf },
  { type: 'set', how: 'set comprehension', most: 300, source: (n) => `{x for x in range(${n})}` },
  { type: 'set', how: 'set(set)', most: 300, source: (n) => `set(set(range(${n})))` },
  { type: 'dict', how: 'dict(dict)', most: 300, source: (n) => `dict({${entries(n)}})` },
  { type: 'str', how: 'str latin1', most: 2000, source: (n) => `'\\xe9' * ${n}` },
  { type: 'tuple', how: 'tuple(range)', most: 300, source: (n) => `tuple(range(${n}))` },
  { type: 'dict', how: 'dict comprehension', most: 700, source: (n) => `{x: None for x in range(${n})}` },
  { type: 'dict', how: 'dict.copy', most: 400, source: (n) => `{${entries(n)}}.copy()` },
  { type: 'dict', how: 'dict.fromkeys(range)', most: 700, source: (n) => `dict.fromkeys(range(${n}))` },
  { type: 'dict', how: 'dict literal', most: 400, source: (n) => `{${entries(n)}}` },
  { type: 'set', how: 'set(range)', most: 700, source: (n) => `set(range(${n}))` },
  { type: 'set', how: 'set.copy', most: 700, source: (n) => `set(range(${n})).copy()` },
  { type: 'set', how: 'set(list)', most: 300, source: (n) => `set([${numbers(n)}])` },
  { type: 'frozenset', how: 'frozenset(range)', most: 700, source: (n) => `frozenset(range(${n}))` },
  { type: 'bytearray', how: 'bytearray', most: 2000, source: (n) => `bytearray(${n})` },
  { type: 'int', how: 'int 2**', most: 1200, source: (n) => `2 ** ${n}` },
  { type: 'str', how: 'str ascii', most: 2000, source: (n) => `'a' * ${n}` },
  { type: 'str', how: 'str ucs2', most: 2000, source: (n) => `'\\u20ac' * ${n}` },
  { type: 'str', how: 'str ucs4', most: 2000, source: (n) => `'\\U0001f600' * ${n}` },
];

export function sizesTrace(random: Random): GcStep[] {
  const steps: GcStep[] = [];
  for (let i = 0; i < 12; i++) {
    const { type, how, most, source } = random.pick(WAYS);
    const length = random.between(0, random.chance(60) ? 40 : most);
    const { python, op } = step('new', { type, as: 'x', how, source: source(length) });
    steps.push({ op, type, as: 'x', how, length, python: python ?? '' }, step('sys.getsizeof', { of: 'x' }));
  }
  return [...steps, ...grown(random)];
}

/** A list, bytearray, dict or set that grows step by step. */
function grown(random: Random): GcStep[] {
  const times = random.between(3, 120);
  const size = step('sys.getsizeof', { of: 'x' });
  const number = step('new', { type: 'int', as: 'n', value: 9_999_999 });
  const loop = (inner: GcStep): GcStep => step('repeat', { times, index: 'i', ops: [inner, size] });
  switch (random.between(1, 3)) {
    case 1:
      return [
        number,
        step('new', { type: 'list', as: 'x', items: [] }),
        loop(step('append', { list: 'x', item: 'n' })),
      ];
    case 2: {
      const empty = {
        op: 'new',
        type: 'bytearray',
        as: 'x',
        how: 'bytearray',
        length: 0,
        python: 'x = bytearray(0)',
      };
      return [empty, loop(step('byte_append', { of: 'x' }))];
    }
    default: {
      const keys = Array.from({ length: times }, (_, i) => (random.chance(95) ? `k${i}` : i));
      const sets = keys.flatMap((key) => [step('set_item', { of: 'x', key, value: 'n' }), size]);
      return [number, step('new', { type: 'dict', as: 'x', entries: [] }), ...sets];
    }
  }
}
