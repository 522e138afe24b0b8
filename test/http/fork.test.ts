/** Forks: new sessions that begin as another one stood. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { SessionResource } from '../../src/contract/index.ts';
import { SqliteJournal } from '../../src/journal/index.ts';
import { stateHash } from '../../src/session/index.ts';
import { type EventsPage, type TestServer, testServer } from '../support/server.ts';

const list = (name: string, items: readonly string[] = []) => ({ op: 'new', type: 'list', as: name, items });
const HISTORY = [
  [list('a')],
  [list('b', ['a']), list('c', ['a', 'b']), { op: 'append', list: 'a', item: 'c' }],
  [{ op: 'unbind', name: 'nope' }],
  [
    { op: 'unbind', name: 'a' },
    { op: 'unbind', name: 'b' },
  ],
  [{ op: 'unbind', name: 'c' }, { op: 'gc.collect' }],
];

const fork = (server: TestServer, id: string, body: object = {}, headers: Record<string, string> = {}) =>
  server.call<SessionResource>('POST', `/v1/sessions/${id}/fork`, body, headers);

/** What a session is, beside its names. */
async function essence(server: TestServer, id: string, at = ''): Promise<unknown> {
  const paths = ['names', 'objects', 'gc', 'memory', 'memory/arenas', 'events?limit=10000'];
  const answers = await Promise.all(
    paths.map((path) => {
      const glue = path.includes('?') ? '&' : '?';
      return server.call<{ position: object }>(
        'GET',
        `/v1/sessions/${id}/${path}${at === '' ? '' : `${glue}at=${at}`}`,
      );
    }),
  );
  return answers.map(({ status, body }) => ({ status, body: { ...body, position: null } }));
}

async function hashOf(server: TestServer, id: string): Promise<string> {
  const found = server.registry.find(id);
  if (!found.ok) throw new Error(found.fault.code);
  const hashed = await found.value.read((process) => ({ ok: true, value: stateHash(process) }));
  if (!hashed.ok) throw new Error(hashed.fault.code);
  return hashed.value;
}

async function directory(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'heaplab-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

test('a session can be forked at any moment, also inside a batch, and the fork is what it was then', async () => {
  const server = await testServer();
  const { id, epoch } = await server.session({ python: '3.12', label: 'trunk' });
  for (const operations of HISTORY) await server.apply(id, operations);

  for (let at = 0; at <= 8; at++) {
    const made = await fork(server, id, { at });
    expect(made).toMatchObject({
      status: 201,
      body: { seq: at, label: 'trunk', python: '3.12', forked_from: { session: id, seq: at } },
    });
    expect(made.headers.get('location')).toBe(`/v1/sessions/${made.body.id}`);
    expect(made.headers.get('etag')).toBe(`"${at}"`);
    expect([made.body.id, made.body.epoch]).not.toContain(epoch);
    expect(await essence(server, made.body.id)).toEqual(await essence(server, id, String(at)));
  }
  expect((await fork(server, id, { at: 9 })).body).toMatchObject({ code: 'no_such_moment' });
});

test('a fork and its trunk go their own ways, in every byte, and both remember their common past', async () => {
  const server = await testServer();
  const { id } = await server.session();
  for (const operations of HISTORY.slice(0, 2)) await server.apply(id, operations);

  const { body: branch } = await fork(server, id, { label: 'branch', ttl_seconds: null });
  const same = await hashOf(server, id);
  expect(await hashOf(server, branch.id)).toBe(same);
  await server.apply(branch.id, [list('mine')]);
  expect(await hashOf(server, id)).toBe(same);
  await server.apply(id, [list('theirs')]);

  expect(branch).toMatchObject({ label: 'branch', ttl_seconds: null, expires_at: null });
  expect(await essence(server, branch.id, '3')).toEqual(await essence(server, id, '3'));
  const events = async (session: string) =>
    (await server.call<EventsPage>('GET', `/v1/sessions/${session}/events?limit=10000`)).body.events;
  const [ours, theirs] = [await events(branch.id), await events(id)];
  expect(ours.slice(0, branch.offset)).toEqual(theirs.slice(0, branch.offset));
  const names = (all: readonly object[]) => all.flatMap((event) => ('name' in event ? [event.name] : []));
  expect(names(ours)).toEqual(['a', 'b', 'c', 'mine']);
  expect(names(theirs)).toEqual(['a', 'b', 'c', 'theirs']);
});

test('a fork outlives its trunk and a restart, and forks of forks theirs', async () => {
  const path = await directory();
  const first = await testServer({}, { journal: await SqliteJournal.open({ directory: path }) });
  const { id } = await first.session();
  for (const operations of HISTORY) await first.apply(id, operations);
  const one = (await fork(first, id, { at: 3 })).body;
  await first.apply(one.id, [list('one')]);
  const two = (await fork(first, one.id, { at: 2 })).body;
  const three = (await fork(first, one.id)).body;
  const before = await Promise.all([two, three].map(async (session) => essence(first, session.id)));
  await first.call('DELETE', `/v1/sessions/${id}`);
  await first.call('DELETE', `/v1/sessions/${one.id}`);
  await first.stop();

  const second = await testServer({}, { journal: await SqliteJournal.open({ directory: path }) });

  expect(await Promise.all([two, three].map(async (session) => essence(second, session.id)))).toEqual(before);
  expect((await second.apply(three.id, [list('three')])).seq).toBe(5);
  expect((await second.call<SessionResource>('GET', `/v1/sessions/${three.id}`)).body.forked_from).toEqual({
    session: one.id,
    seq: 4,
  });
});

test('one key makes one fork', async () => {
  const server = await testServer();
  const { id } = await server.session();
  await server.apply(id, HISTORY[0] ?? []);

  const [first, again] = [
    await fork(server, id, { at: 1 }, { 'idempotency-key': 'f' }),
    await fork(server, id, { at: 1 }, { 'idempotency-key': 'f' }),
  ];

  expect(again.body).toEqual(first.body);
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect((await fork(server, id, { at: 0 }, { 'idempotency-key': 'f' })).body).toMatchObject({
    code: 'key_reused',
  });
  expect(server.registry.count).toBe(2);
});

test('an ephemeral session can be forked, and forks count as sessions', async () => {
  const server = await testServer({ HEAPLAB_MAX_SESSIONS: '2' });
  const { id } = await server.session({ ephemeral: true });
  await server.apply(id, HISTORY[0] ?? []);

  expect((await fork(server, id)).body).toMatchObject({ seq: 1, settings: { ephemeral: true } });
  expect((await fork(server, id)).body).toMatchObject({ code: 'too_many_sessions' });
});

test('forking a long history takes no longer than loading its newest snapshot', async () => {
  const path = await directory();
  const server = await testServer({}, { journal: await SqliteJournal.open({ directory: path }) });
  const { id } = await server.session();
  await server.apply(id, [list('a')]);
  for (let turn = 0; turn < 10; turn++) {
    await server.apply(id, [{ op: 'repeat', times: 100_000, ops: [list('x', ['a'])] }]);
  }
  const timed = async (session: string): Promise<number> => {
    const started = performance.now();
    const { body } = await fork(server, session);
    await server.apply(body.id, [list('first')]);
    return performance.now() - started;
  };

  await timed(id);
  const short = await timed((await server.session()).id);
  const long = Math.min(await timed(id), await timed(id), await timed(id));

  // Replaying it would take about a second.
  expect(long).toBeLessThan(150 + 10 * short);
});
