/** tracemalloc as operations: a session is a file whose lines are its operations. Every scenario proves replay and snapshots, too. */
import { expect, test } from 'vitest';
import {
  traceComparisonView,
  tracemallocView,
  traceSnapshotsView,
  traceStatisticsView,
} from '../../src/operations/index.ts';
import {
  bind,
  call,
  defineClass,
  defineFunction,
  instance,
  list,
  lit,
  plain,
  returns,
  unbind,
} from '../support/ops.ts';
import { scenario } from '../support/scenario.ts';

const ask = (name: string) => plain(`tracemalloc.${name}`);
const BY_LINE = { by: 'lineno', cumulative: false, limit: 100 } as const;

test('a block belongs to the operation that allocated it', () => {
  const s = scenario({ python: '3.12' });
  s.run(ask('start'), list('a', lit(1), lit(2)), unbind('a'), list('b', lit(1)));

  expect(s.ask(ask('get_traced_memory'))).toEqual([64, 72]);
  expect(s.ask({ op: 'tracemalloc.get_object_traceback', of: 'b' })).toEqual([
    { filename: '<session>', lineno: 4 },
  ]);
  expect(tracemallocView(s.process).top.map(({ text }) => text)).toEqual([
    '<session>:4: size=64 B, count=2, average=32 B',
  ]);
});

test('inside a function the calls are the frames further out', () => {
  const s = scenario({ python: '3.12' });
  s.run({ op: 'tracemalloc.start', nframe: 5 }, defineFunction('f', 'p'), list('a'));
  s.run(call('f', 'a'), list('inner'));

  expect(s.ask({ op: 'tracemalloc.get_object_traceback', of: 'inner' })).toEqual([
    { filename: '<session>', lineno: 4 },
    { filename: '<session>', lineno: 5 },
  ]);
  s.run(returns());
});

test('snapshots are compared as Snapshot.compare_to does, and outlive tracing', () => {
  const s = scenario({ python: '3.12' });
  s.run(ask('start'), list('a', lit(1)), ask('take_snapshot'), unbind('a'), list('b'), list('c'));
  const taken = s.ask(ask('take_snapshot'));
  s.run(ask('stop'));

  expect(taken).toEqual({ snapshot: 2, blocks: 2, bytes: 112 });
  expect(traceSnapshotsView(s.process).snapshots.map(({ seq, bytes }) => [seq, bytes])).toEqual([
    [3, 64],
    [7, 112],
  ]);
  const differences = traceComparisonView(s.process, [2, 1], BY_LINE)?.statistics;
  expect(differences?.map(({ text }) => text)).toEqual([
    '<session>:2: size=0 B (-64 B), count=0 (-2)',
    '<session>:6: size=56 B (+56 B), count=1 (+1), average=56 B',
    '<session>:5: size=56 B (+56 B), count=1 (+1), average=56 B',
  ]);
  expect(traceStatisticsView(s.process, 3, BY_LINE)).toBeUndefined();
});

test('nothing is recorded before start and after stop', () => {
  const s = scenario({ python: '3.9' });
  s.run(list('a'));
  const refused = s.run(ask('take_snapshot'))[0];
  s.run(ask('start'), list('b'), ask('stop'), bind('c', 'b'));

  expect(refused?.error?.exception).toBe('RuntimeError');
  expect(s.ask(ask('is_tracing'))).toBe(false);
  expect(s.ask(ask('get_traced_memory'))).toEqual([0, 0]);
  expect(s.ask({ op: 'tracemalloc.get_object_traceback', of: 'b' })).toBeNull();
});

test('the peak begins again where it is reset', () => {
  const s = scenario({ python: '3.12' });
  s.run(ask('start'), list('a', lit(1)), unbind('a'));
  const [, before] = s.ask(ask('get_traced_memory')) as [number, number];
  s.run(ask('reset_peak'));

  expect([before, s.ask(ask('get_traced_memory'))]).toEqual([64, [56, 56]]);
  s.run(ask('clear_traces'));
  expect(s.ask(ask('get_traced_memory'))).toEqual([0, 0]);
});

test('an instance with a dict is not found by its block in 3.11 alone', () => {
  for (const [python, found] of [
    ['3.9', [{ filename: '<session>', lineno: 3 }]],
    ['3.11', null],
    ['3.12', [{ filename: '<session>', lineno: 3 }]],
  ] as const) {
    const s = scenario({ python });
    s.run(defineClass('Node'), ask('start'), instance('n', 'Node'));

    expect(s.ask({ op: 'tracemalloc.get_object_traceback', of: 'n' })).toEqual(found);
  }
});
