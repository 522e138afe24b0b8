/** Journals as text, over HTTP. */
import { expect, test } from 'vitest';
import type { Problem, SessionResource } from '../../src/contract/index.ts';
import { journalLine } from '../../src/http/journal-lines.ts';
import { type TestServer, testServer } from '../support/server.ts';

const NDJSON = { 'content-type': 'application/x-ndjson' };

async function filled(server: TestServer): Promise<SessionResource> {
  const session = await server.session({ python: '3.11', label: 'origin' });
  // As text, since JSON.stringify() knows no -0.
  const operations = `{"operations": [
    {"op": "new", "type": "list", "as": "a"},
    {"op": "append", "list": "a", "item": {"literal": -0}},
    {"op": "append", "list": "a", "item": "a"}
  ]}`;
  expect(await server.call('POST', `/v1/sessions/${session.id}/operations`, operations)).toMatchObject({
    status: 200,
  });
  await server.apply(session.id, [
    { op: 'unbind', name: 'a' },
    { op: 'unbind', name: 'a' },
  ]);
  return session;
}

async function exported(server: TestServer, path: string): Promise<string> {
  const answer = await server.call<string>('GET', path);
  expect(answer.status).toBe(200);
  return answer.body;
}

const importing = async (server: TestServer, text: string, headers = {}) =>
  server.call<SessionResource & Problem>('POST', '/v1/sessions', text, { ...NDJSON, ...headers });

test('a journal that is exported can be imported, on another server too, and the copy answers the same', async () => {
  const [one, two] = [await testServer(), await testServer()];
  const { id } = await filled(one);
  const text = await exported(one, `/v1/sessions/${id}/journal`);
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => journalLine.parse(JSON.parse(line)));
  expect(lines.map(({ line }) => line)).toEqual(['header', 'batch', 'batch', 'end']);

  const created = await importing(two, text);

  expect(created.status).toBe(201);
  expect(created.headers.get('location')).toBe(`/v1/sessions/${created.body.id}`);
  expect(created.body).toMatchObject({ python: '3.11', label: 'origin', seq: 4 });
  for (const view of ['names', 'memory', 'gc', 'objects']) {
    const [here, there] = [
      await one.call<{ position: unknown }>('GET', `/v1/sessions/${id}/${view}`),
      await two.call<{ position: unknown }>('GET', `/v1/sessions/${created.body.id}/${view}`),
    ];
    expect({ ...there.body, position: 0 }, view).toEqual({ ...here.body, position: 0 });
  }
  const again = await exported(two, `/v1/sessions/${created.body.id}/journal`);
  expect(again.split('\n').slice(1)).toEqual(text.split('\n').slice(1));
});

/** Leaves what programs alone leave: deques, arrays, caches, slots, suspended generators, exceptions; and prints of it. */
const PROGRAM = `
import array, collections, functools, itertools
class Slotted:
    __slots__ = ("x",)
class Items(list):
    pass
one, items = Slotted(), Items([1])
one.x, items.note = items, one
queue = collections.deque([one, 2], 5)
numbers = array.array("d", [1.5, 2.5])
ordered = collections.OrderedDict(a=1)
counts = collections.defaultdict(int, a=1)
pairs = itertools.permutations([1, 2, 3])
next(pairs)
@functools.lru_cache
def cached(n):
    return [n]
cached(1)
def numbered():
    yield from queue
held = numbered()
next(held)
try:
    one.y
except AttributeError as error:
    kept = error
`;

test.for(['3.9', '3.13'])(
  'a journal with programs is imported in %s, one that is paused among them',
  async (python) => {
    const [one, two] = [await testServer(), await testServer()];
    const { id } = await one.session({ python });
    await one.call('POST', `/v1/sessions/${id}/programs`, { source: PROGRAM });
    await one.call('POST', `/v1/sessions/${id}/programs`, {
      source: 'x = 1\nprint(queue, numbers)',
      pause: true,
    });

    const created = await importing(two, await exported(one, `/v1/sessions/${id}/journal`));
    const ends = [
      await one.call<{ stdout: string }>('POST', `/v1/sessions/${id}/programs/current/step`, { to: 'end' }),
      await two.call<{ stdout: string }>('POST', `/v1/sessions/${created.body.id}/programs/current/step`, {
        to: 'end',
      }),
    ].map(({ body }) => body.stdout);

    expect(created.status).toBe(201);
    expect(ends[0]).toContain("array('d', [1.5, 2.5])");
    expect(ends[1]).toBe(ends[0]);
  },
);

test('a journal up to a past moment has that moment as its end', async () => {
  const server = await testServer();
  const { id } = await filled(server);

  const text = await exported(server, `/v1/sessions/${id}/journal?at=2`);
  const created = await importing(server, text);

  expect(created.body).toMatchObject({ seq: 2 });
  expect(await server.call('GET', `/v1/sessions/${id}/journal?at=99`)).toMatchObject({
    status: 404,
    body: { code: 'no_such_moment' },
  });
});

test('a journal that is cut, changed or not one at all is refused with what is wrong', async () => {
  const server = await testServer();
  const { id } = await filled(server);
  const text = await exported(server, `/v1/sessions/${id}/journal`);
  const lines = text.trimEnd().split('\n');
  const before = await server.call<{ sessions: unknown[] }>('GET', '/v1/sessions');

  const answers = [
    '',
    '{}',
    lines.slice(0, -1).join('\n'),
    lines.slice(1).join('\n'),
    lines.toSpliced(1, 1).join('\n'),
    text.replace('"applied":3', '"applied":2'),
    text.replace('"literal":-0', '"literal":0'),
    text.replace('"op":"append"', '"op":"prepend"'),
    text.replace('"python":"3.11"', '"python":"3.12"'),
    text.slice(0, -5),
  ];
  const codes = [];
  for (const answer of answers) codes.push((await importing(server, answer)).body.code);

  expect(codes).toEqual([
    'invalid_body',
    'invalid_body',
    'invalid_body',
    'invalid_body',
    'journal_mismatch',
    'journal_mismatch',
    'journal_mismatch',
    'invalid_operation',
    'journal_mismatch',
    'invalid_json',
  ]);
  expect((await server.call<{ sessions: unknown[] }>('GET', '/v1/sessions')).body.sessions).toHaveLength(
    before.body.sessions.length,
  );
});

test('a journal is imported once under one key', async () => {
  const server = await testServer();
  const { id } = await filled(server);
  const text = await exported(server, `/v1/sessions/${id}/journal`);
  const headers = { 'idempotency-key': 'import-1' };

  const [first, second] = [await importing(server, text, headers), await importing(server, text, headers)];

  expect(first.body).toEqual(second.body);
  expect(second.headers.get('idempotency-replayed')).toBe('true');
});
