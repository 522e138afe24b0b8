/** Operations on objects that only programs make, and what real interpreters answer to the same statements. */
import { expect, test } from 'vitest';
import type { OperationResult } from '../../src/contract/index.ts';
import { PYTHON_VERSIONS } from '../../src/heap/index.ts';
import { Execution, type Operation } from '../../src/operations/index.ts';
import { WIDE_LIMITS } from '../support/laws.ts';
import { program, runAll } from '../support/programs.ts';

const CLASSES = program([
  'from collections import defaultdict, deque',
  'class Thing:',
  '    kind = "thing"',
  '    def __getitem__(self, key): print("get", key); return [key]',
  '    def __setitem__(self, key, value): print("set", key, value)',
  '    def __delitem__(self, key): print("delete", key)',
  '    def __setattr__(self, name, value): print("store", name, value)',
  '    def __delattr__(self, name): print("remove", name)',
  '    def pop(self, at=-1): print("pop", at); return self',
  'class Items(list): pass',
  'class Names(set): pass',
  'thing, items, names = Thing(), Items([1]), Names()',
  'queue, groups, counts = deque([1, 2]), defaultdict(list), {1: "one"}',
  'data = bytearray(b"ab")',
]);
const LOOK = program([
  'print(items, names, queue, dict(groups), counts, sorted(globals().keys() & {"got"}))',
]);

/** What the operation printed, and the exception that it raised, after the classes; then what there is. */
function after(...operations: Operation[]): unknown[] {
  const { results, outcomes } = runAll([CLASSES, ...operations, LOOK]);
  return [...results.slice(1, -1).map((one) => one.printed ?? one.error), outcomes[1]?.stdout];
}

test('items, attributes and methods are those of the classes of programs', () => {
  expect(
    after(
      { op: 'get_item', of: 'thing', key: 'k', as: 'got' },
      { op: 'set_item', of: 'thing', key: 1, value: { literal: 2 } },
      { op: 'del_item', of: 'thing', key: 'k' },
      { op: 'set_attr', of: 'thing', name: 'x', value: { literal: 3 } },
      { op: 'del_attr', of: 'thing', name: 'x' },
      { op: 'pop', list: 'thing', index: 4 },
    ),
  ).toEqual([
    'get k\n',
    'set 1 2\n',
    'delete k\n',
    'store x 3\n',
    'remove x\n',
    'pop 4\n',
    "[1] Names() deque([1, 2]) {} {1: 'one'} ['got']\n",
  ]);
});

test('containers of other types than list, dict and set do what their methods do', () => {
  expect(
    after(
      { op: 'append', list: 'items', item: { literal: 5 } },
      { op: 'insert', list: 'items', index: 0, item: { literal: 6 } },
      { op: 'extend', list: 'items', items: 'queue' },
      { op: 'remove', list: 'items', item: { literal: 1 } },
      { op: 'set_add', set: 'names', item: { literal: 7 } },
      { op: 'set_discard', set: 'names', item: { literal: 8 } },
      { op: 'append', list: 'queue', item: { literal: 9 } },
      { op: 'get_item', of: 'groups', key: 'new', as: 'got' },
      { op: 'pop', list: 'counts', index: 1, as: 'got' },
      { op: 'get_item', of: 'data', key: 1, as: 'got' },
    ).at(-1),
  ).toBe("[6, 5, 1, 2] Names({7}) deque([1, 2, 9]) {'new': []} {} ['got']\n");
  expect(after({ op: 'clear', of: 'queue' }, { op: 'clear', of: 'items' }).at(-1)).toBe(
    "[] Names() deque([]) {} {1: 'one'} []\n",
  );
});

test('what such an object cannot do is told as Python tells it', () => {
  const error = (operation: Operation): unknown => runAll([CLASSES, operation]).results[1]?.error;

  expect(error({ op: 'pop', list: 'counts', index: 2 })).toEqual({ exception: 'KeyError', message: '2' });
  expect(error({ op: 'append', list: 'names', item: { literal: 1 } })).toEqual({
    exception: 'AttributeError',
    message: "'Names' object has no attribute 'append'",
  });
  // The method is looked up before its argument, which is an error, too.
  expect(error({ op: 'extend', list: 'names', items: 'counts[7]' })).toEqual({
    exception: 'AttributeError',
    message: "'Names' object has no attribute 'extend'",
  });
});

test('an error that names its object does not keep it', () => {
  const { process } = runAll([CLASSES]);
  const run = (operation: Operation): OperationResult | undefined => {
    const execution = new Execution(process, [operation], { seq: 1, limits: WIDE_LIMITS });
    while (!execution.run(1_000)) {
      // The next slice.
    }
    return execution.results[0];
  };

  expect(run({ op: 'get_attr', of: 'queue', name: 'missing', as: 'got' })?.error?.message).toBe(
    "'collections.deque' object has no attribute 'missing'",
  );
  expect(run({ op: 'sys.getrefcount', of: 'queue' })?.value).toBe(1);
});

test('an exception that the interpreter raises leaves the frame of the statement, as one of the operations does', () => {
  const counted = (python: '3.10' | '3.12'): unknown => {
    const { process } = runAll([program(['']), { op: 'new', type: 'list', as: 'o' }], { python });
    const missing: Operation = { op: 'get_attr', of: 'o', name: 'missing', as: 'got' };
    const execution = new Execution(process, [missing], { seq: 2, limits: WIDE_LIMITS });
    while (!execution.run(1_000)) {
      // The next slice.
    }
    return process.heap.collector.counts[0];
  };

  expect([counted('3.12'), counted('3.10')]).toEqual([1, 0]);
});

test('a set is discarded as the frozenset of its items', () => {
  const { results } = runAll([
    { op: 'new', type: 'frozenset', as: 'f', items: [{ literal: 1 }] },
    { op: 'new', type: 'set', as: 's', items: ['f'] },
    { op: 'new', type: 'set', as: 't', items: [{ literal: 1 }] },
    { op: 'sys.getrefcount', of: 'f' },
    { op: 'set_discard', set: 's', item: 't' },
    { op: 'set_discard', set: 's', item: 's' },
    { op: 'sys.getrefcount', of: 'f' },
  ]);

  expect(results.map(({ error, value }) => error ?? value ?? null)).toEqual([
    null,
    null,
    null,
    2,
    null,
    null,
    1,
  ]);
});

test('a byte of a bytearray is an item of it, in every version and without a program', () => {
  for (const python of PYTHON_VERSIONS) {
    const { results } = runAll(
      [
        { op: 'new', type: 'bytearray', length: 2, as: 'data' },
        { op: 'get_item', of: 'data', key: 1, as: 'byte' },
        { op: 'get_item', of: 'data', key: 2, as: 'byte' },
      ],
      { python },
    );
    expect([results[1]?.seq, results[2]?.error]).toEqual([
      2,
      { exception: 'IndexError', message: 'bytearray index out of range' },
    ]);
  }
});
