/** Requests that are sent more than once, and writers that mind what they saw. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { NamesView, Receipt, SessionList, SessionResource } from '../../src/contract/index.ts';
import { SqliteJournal } from '../../src/journal/index.ts';
import { type TestServer, testServer } from '../support/server.ts';

const A = { op: 'new', type: 'list', as: 'a' };
const GROW = { op: 'append', list: 'a', item: 'a' };

const keyed = (server: TestServer, id: string, key: string, operations: readonly object[], extra = {}) =>
  server.call<Receipt>(
    'POST',
    `/v1/sessions/${id}/operations`,
    { operations, ...extra },
    key === '' ? {} : { 'idempotency-key': key },
  );

async function directory(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'heaplab-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

test('a request that is sent twice under one key is carried out once and answered twice', async () => {
  const server = await testServer();
  const { id } = await server.session();

  const first = await keyed(server, id, 'k-1', [A, { op: 'sys.getrefcount', of: 'a' }]);
  const second = await keyed(server, id, 'k-1', [A, { op: 'sys.getrefcount', of: 'a' }]);
  const third = await keyed(server, id, 'k-2', [A]);

  expect(first.status).toBe(200);
  expect(first.headers.get('idempotency-replayed')).toBeNull();
  expect(second).toMatchObject({ status: 200, body: first.body });
  expect(second.headers.get('idempotency-replayed')).toBe('true');
  expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
  expect(third.body.seq).toBe(3);
});

test('another request under the same key is refused and does nothing', async () => {
  const server = await testServer();
  const { id } = await server.session();
  await keyed(server, id, 'mine', [A]);

  const otherBody = await keyed(server, id, 'mine', [A, A]);
  const otherQuery = await server.call(
    'POST',
    `/v1/sessions/${id}/operations?on_error=stop`,
    { operations: [A] },
    { 'idempotency-key': 'mine' },
  );

  expect(otherBody).toMatchObject({ status: 422, body: { code: 'key_reused' } });
  expect(otherQuery).toMatchObject({ status: 422, body: { code: 'key_reused' } });
  expect((await server.call<SessionResource>('GET', `/v1/sessions/${id}`)).body.seq).toBe(1);
});

test('a retry that comes while the first still runs is told to come back, and then gets its answer', async () => {
  const server = await testServer();
  const { id } = await server.session();
  const batch = [A, { op: 'repeat', times: 300_000, ops: [A] }];

  const running = keyed(server, id, 'slow', batch);
  await expect.poll(async () => (await keyed(server, id, 'slow', batch)).status, { interval: 1 }).toBe(409);
  const early = await keyed(server, id, 'slow', batch);
  const first = await running;
  const late = await keyed(server, id, 'slow', batch);

  expect(early).toMatchObject({ status: 409, body: { code: 'request_in_progress' } });
  expect(early.headers.get('retry-after')).toBe('1');
  expect(late.body).toEqual(first.body);
  expect(first.body.seq).toBe(2);
});

test('what was refused did nothing, so its key stays free', async () => {
  const server = await testServer();
  const { id } = await server.session();

  const refused = await keyed(server, id, 'k', [{ op: 'nonsense' }]);
  const mended = await keyed(server, id, 'k', [A]);

  expect(refused.status).toBe(422);
  expect(mended).toMatchObject({ status: 200, body: { seq: 1 } });
});

test('a batch that raised, or was rolled back, is answered the same again', async () => {
  const server = await testServer();
  const { id } = await server.session();
  const batch = [A, { op: 'unbind', name: 'nope' }];

  const stopped = await keyed(server, id, 'stop', batch);
  const rolled = await keyed(server, id, 'roll', batch, { on_error: 'rollback' });
  await keyed(server, id, 'later', [A]);

  expect((await keyed(server, id, 'stop', batch)).body).toEqual(stopped.body);
  expect((await keyed(server, id, 'roll', batch, { on_error: 'rollback' })).body).toEqual(rolled.body);
  expect(stopped.body).toMatchObject({ failed: 1, seq: 1 });
  expect(rolled.body).toMatchObject({ rolled_back: true, seq: 1 });
});

test('a retry is answered as the first was although its tag is stale now, not least by the first', async () => {
  const server = await testServer();
  const { id } = await server.session();
  const send = () =>
    server.call<Receipt>('POST', `/v1/sessions/${id}/operations`, A, {
      'idempotency-key': 'k',
      'if-match': '"0"',
    });

  const [first, retry] = [await send(), await send()];

  expect([first.status, retry.status]).toEqual([200, 200]);
  expect(retry.body).toEqual(first.body);
});

test('one key makes one session, and keys of one session are not those of another', async () => {
  const server = await testServer();
  const create = (body: object, key: string) =>
    server.call<SessionResource>('POST', '/v1/sessions', body, { 'idempotency-key': key });

  const [first, again] = [await create({ label: 'x' }, 'k'), await create({ label: 'x' }, 'k')];
  const passing = await create({ ephemeral: true }, 'e');
  const other = await create({ ephemeral: true }, 'k');

  expect(again).toMatchObject({ status: 201, body: first.body });
  expect(again.headers.get('location')).toBe(`/v1/sessions/${first.body.id}`);
  expect(other.status).toBe(422);
  expect((await create({ ephemeral: true }, 'e')).body).toEqual(passing.body);
  expect((await server.call<SessionList>('GET', '/v1/sessions')).body.sessions).toHaveLength(2);
  for (const { body } of [first, passing]) expect((await keyed(server, body.id, 'k', [A])).body.seq).toBe(1);
});

test.each(['', ' ', 'a b', '"unfinished', 'x'.repeat(256), 'é'])('%j is no key', async (key) => {
  const server = await testServer();
  const { id } = await server.session();

  const answer = await server.call('POST', `/v1/sessions/${id}/operations`, A, { 'idempotency-key': key });

  expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_header' } });
});

test('keys are remembered over a restart, for batches and for sessions', async () => {
  const path = await directory();
  const first = await testServer({}, { journal: await SqliteJournal.open({ directory: path }) });
  const create = (server: TestServer) =>
    server.call<SessionResource>('POST', '/v1/sessions', { python: '3.12' }, { 'idempotency-key': '"s"' });
  const session = await create(first);
  const receipt = await keyed(first, session.body.id, 'k', [A, GROW]);
  const rolled = await keyed(first, session.body.id, 'r', [{ op: 'unbind', name: 'no' }], {
    on_error: 'rollback',
  });
  await first.stop();

  const second = await testServer({}, { journal: await SqliteJournal.open({ directory: path }) });
  const { id } = session.body;

  expect((await create(second)).body).toEqual(session.body);
  expect((await keyed(second, id, 'k', [A, GROW])).body).toEqual(receipt.body);
  expect((await keyed(second, id, 'k', [A])).status).toBe(422);
  expect(
    (await keyed(second, id, 'r', [{ op: 'unbind', name: 'no' }], { on_error: 'rollback' })).body,
  ).toEqual(rolled.body);
  expect((await second.call<SessionResource>('GET', `/v1/sessions/${id}`)).body.seq).toBe(2);
});

test('among 50 writers that saw the same moment exactly one succeeds, round after round', async () => {
  const server = await testServer();
  const { id } = await server.session();
  await server.apply(id, [A]);

  for (let seq = 1; seq <= 5; seq++) {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        server.call(
          'POST',
          `/v1/sessions/${id}/operations`,
          { op: 'new', type: 'list', as: `w${index}` },
          { 'if-match': `"${seq}"` },
        ),
      ),
    );
    const count = (wanted: number) => answers.filter(({ status }) => status === wanted).length;
    expect([count(200), count(412)]).toEqual([1, 49]);
  }

  const names = await server.call<NamesView>('GET', `/v1/sessions/${id}/names`);
  expect((await server.call<SessionResource>('GET', `/v1/sessions/${id}`)).body.seq).toBe(6);
  expect(names.body.frames[0]?.names.length).toBeLessThanOrEqual(6);
});
