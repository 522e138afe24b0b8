import { expect, test } from 'vitest';
import { type SessionList, type SessionResource, sessionResource } from '../../src/contract/index.ts';
import { testServer } from '../support/server.ts';

test('a session is created, read, changed and deleted', async () => {
  const server = await testServer();

  const created = await server.call<SessionResource>('POST', '/v1/sessions', {
    python: '3.12',
    label: 'mine',
  });
  const { id } = created.body;
  expect(created.status).toBe(201);
  expect(created.headers.get('location')).toBe(`/v1/sessions/${id}`);
  expect(created.headers.get('etag')).toBe('"0"');
  expect(sessionResource.parse(created.body)).toMatchObject({
    python: '3.12',
    release: '3.12.1',
    label: 'mine',
    seq: 0,
    offset: 0,
    settings: { python: '3.12', gc: { enabled: true } },
    links: { self: `/v1/sessions/${id}` },
  });

  const read = await server.call('GET', `/v1/sessions/${id}`);
  expect(read.body).toMatchObject({ id, label: 'mine' });

  const patched = await server.call<SessionResource>('PATCH', `/v1/sessions/${id}`, {
    label: 'ours',
    ttl_seconds: null,
  });
  expect(patched.body).toMatchObject({ label: 'ours', ttl_seconds: null, expires_at: null });

  expect((await server.call('DELETE', `/v1/sessions/${id}`)).status).toBe(204);
  expect(await server.call('GET', `/v1/sessions/${id}`)).toMatchObject({
    status: 404,
    body: { code: 'no_such_session' },
  });
});

test('a session without a body has every default', async () => {
  const server = await testServer();

  const created = await server.call<SessionResource>('POST', '/v1/sessions');

  expect(created).toMatchObject({ status: 201, body: { python: '3.9', release: '3.9.18' } });
});

test('sessions are listed page by page', async () => {
  const server = await testServer();
  const ids = [];
  for (let index = 0; index < 5; index++) ids.push((await server.session()).id);

  const seen: string[] = [];
  let path = '/v1/sessions?limit=2';
  for (let page = 0; page < 3; page++) {
    const { body } = await server.call<SessionList>('GET', path);
    seen.push(...body.sessions.map(({ id }) => id));
    path = `/v1/sessions?limit=2&cursor=${body.next}`;
    expect(body.next === null).toBe(page === 2);
  }

  expect(seen.toSorted()).toEqual(ids.toSorted());
});

test('a change can be made conditional on where the session stands', async () => {
  const server = await testServer();
  const { id } = await server.session();
  await server.apply(id, [{ op: 'new', type: 'list', as: 'a' }]);
  const path = `/v1/sessions/${id}`;

  expect(await server.call('PATCH', path, { label: 'x' }, { 'if-match': '"0"' })).toMatchObject({
    status: 412,
    body: { code: 'stale_tag' },
  });
  expect((await server.call('PATCH', path, { label: 'x' }, { 'if-match': 'W/"1"' })).status).toBe(412);
  expect((await server.call('PATCH', path, { label: 'x' }, { 'if-match': 'nonsense' })).status).toBe(400);
  expect((await server.call('PATCH', path, { label: 'x' }, { 'if-match': '"7", "1"' })).status).toBe(200);
  expect((await server.call('DELETE', path, undefined, { 'if-match': '*' })).status).toBe(204);
});

test('a server holds so many sessions and no more', async () => {
  const server = await testServer({ HEAPLAB_MAX_SESSIONS: '1' });
  await server.session();

  const refused = await server.call('POST', '/v1/sessions', {});

  expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_sessions' } });
  expect(refused.headers.get('retry-after')).toBe('60');
});

test('limits can be asked for, but not wider than the server has them', async () => {
  const server = await testServer({ HEAPLAB_MAX_OBJECTS: '100' });

  expect(await server.session({ limits: { objects: 50 } })).toMatchObject({
    settings: { limits: { objects: 50 } },
  });
  expect(await server.call('POST', '/v1/sessions', { limits: { objects: 101 } })).toMatchObject({
    status: 422,
    body: { code: 'limit_too_high', errors: [{ pointer: '/limits/objects' }] },
  });
});

test.each([
  ['../'],
  ['%2e%2e'],
  ['%00'],
  ['s_'],
  ['__proto__'],
  ['s_00000000000000000000'],
  ['x'.repeat(500)],
])('there is no session %s', async (id) => {
  const server = await testServer();

  const answer = await server.call('GET', `/v1/sessions/${id.replace('../', '..%2f')}`);

  expect(answer.status).toBe(404);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
});
