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

const FILTERED = `import tracemalloc
tracemalloc.start(5)
def leaf(size):
    return bytearray(size)
kept = [leaf(1000), leaf(2000)]
other = [bytearray(3000)]
taken = tracemalloc.take_snapshot()
F = tracemalloc.Filter
for filters in ([F(True, '*p.py', 4)], [F(True, '*p.p?', 5, True)], [F(False, '*p.py', 4), F(False, '*[!x]tracemalloc.py')],
                [F(True, '*p.py'), F(False, '*', 6)], [F(False, 'nothing[')]):
    for one in taken.filter_traces(filters).statistics('lineno'):
        print(one)
    print()
`;

const FILTERS = [
  'include=*p.py:4',
  'include=*p.p?:5&all_frames=true',
  'exclude=*p.py:4,*[!x]tracemalloc.py',
  'include=*p.py&exclude=*:6',
  'exclude=nothing[',
];

test('filters keep the traces that Filter keeps', async () => {
  const server = await testServer();
  const { id } = await server.session({ python: '3.12' });
  const run = await server.call<{ stdout: string }>('POST', `/v1/sessions/${id}/programs`, {
    source: FILTERED,
    filename: '/p.py',
  });

  const answers = await Promise.all(
    FILTERS.map((query) =>
      server.call<TraceStatisticsView>(
        'GET',
        `/v1/sessions/${id}/tracemalloc/snapshots/1/statistics?by=lineno&${encodeURI(query)}`,
      ),
    ),
  );

  const texts = answers.map(({ body }) => body.statistics.map(({ text }) => `${text}\n`).join(''));
  expect(texts.map((text) => `${text}\n`).join('')).toBe(run.body.stdout);
  expect(texts[0]).toContain('/p.py:4: size=3');
});

test('a comparison is filtered, too, and a pattern of many stars takes no time', async () => {
  const server = await testServer();
  const { id } = await server.session();
  const filename = 'a'.repeat(200);
  const source =
    'import tracemalloc\ntracemalloc.start()\ns = tracemalloc.take_snapshot()\nx = [[]]\ntracemalloc.take_snapshot()\n';
  await server.apply(id, [{ op: 'run', source, filename }]);
  const compare = (query: string) =>
    server.call<TraceComparisonView>(
      'GET',
      `/v1/sessions/${id}/tracemalloc/snapshots/2/compare/1?${encodeURI(query)}`,
    );

  const [four, stars] = [await compare('include=a*:4'), await compare(`include=${'*a'.repeat(99)}b`)];

  expect(four.body.statistics.map(({ traceback }) => traceback)).toEqual([[{ filename, lineno: 4 }]]);
  expect(stars.body.total).toBe(0);
});
