/** tracemalloc over HTTP: operations and programs record into the same tables, and any past moment can be asked for. */
import { expect, test } from 'vitest';
import type {
  TraceComparisonView,
  TracemallocView,
  TraceSnapshotsView,
  TraceStatisticsView,
} from '../../src/contract/index.ts';
import { list, lit, plain } from '../support/ops.ts';
import { testServer } from '../support/server.ts';

const PROGRAM = `import tracemalloc
kept = [bytearray(10_000) for _ in range(3)]
tracemalloc.take_snapshot()
`;

test('snapshots of operations and of programs are listed, grouped and compared', async () => {
  const server = await testServer();
  const { id } = await server.session();
  const read = <View extends object>(path: string) =>
    server.call<View>('GET', `/v1/sessions/${id}/tracemalloc${path}`);
  await server.apply(id, [
    plain('tracemalloc.start'),
    list('a', lit(1)),
    plain('tracemalloc.take_snapshot'),
    { op: 'run', source: PROGRAM, filename: 'p.py' },
  ]);

  const snapshots = await read<TraceSnapshotsView>('/snapshots');
  expect(snapshots.body.snapshots.map(({ snapshot, seq }) => [snapshot, seq])).toEqual([
    [1, 3],
    [2, 4],
  ]);

  const lines = await read<TraceStatisticsView>('/snapshots/2/statistics?by=lineno&limit=1');
  expect(lines.body.statistics.map(({ traceback }) => traceback)).toEqual([
    [{ filename: 'p.py', lineno: 2 }],
  ]);
  const files = await read<TraceStatisticsView>('/snapshots/2/statistics?by=filename&cumulative=true');
  expect(files.body.statistics.map(({ traceback }) => traceback[0]?.filename)).toContain('<session>');

  const compared = await read<TraceComparisonView>('/snapshots/2/compare/1?by=lineno');
  expect(compared.body.statistics[0]).toMatchObject({ traceback: [{ filename: 'p.py', lineno: 2 }] });
  expect(compared.body.statistics[0]?.size_diff).toBeGreaterThan(3000);
});

test('the past shows what was recorded then', async () => {
  const server = await testServer();
  const { id } = await server.session();
  await server.apply(id, [plain('tracemalloc.start'), list('a', lit(1)), plain('tracemalloc.stop')]);

  const now = await server.call<TracemallocView>('GET', `/v1/sessions/${id}/tracemalloc`);
  const then = await server.call<TracemallocView>('GET', `/v1/sessions/${id}/tracemalloc?at=2`);

  expect([now.body.tracing, now.body.blocks]).toEqual([false, 0]);
  expect([then.body.tracing, then.body.blocks, then.body.top[0]?.traceback]).toEqual([
    true,
    2,
    [{ filename: '<session>', lineno: 2 }],
  ]);
});

test('a snapshot that nobody took is not found', async () => {
  const server = await testServer();
  const { id } = await server.session();

  const answers = await Promise.all(
    ['snapshots/1/statistics', 'snapshots/x/statistics', 'snapshots/1/compare/2'].map((path) =>
      server.call<{ code: string }>('GET', `/v1/sessions/${id}/tracemalloc/${path}`),
    ),
  );

  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
});
