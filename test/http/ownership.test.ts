/**
 * Every route of the table for every kind of caller, made from the table: a new route is in here before anybody thinks of it.
 *
 *   no key, a key that nobody has, one that has expired: 401; a scope too narrow: 403; somebody else's session: 404, in the words
 *   for one that never was; the rest is let in, whatever the route then says.
 */
import { expect, test } from 'vitest';
import { problem, type SessionResource } from '../../src/contract/index.ts';
import { accessTo, ROUTES } from '../../src/http/index.ts';
import { bearer, type KeyKind, type TestKeys, testKeys } from '../support/keys.ts';
import { type TestServer, testServer } from '../support/server.ts';

const CALLERS = ['none', 'unknown', 'expired', 'reader', 'writer', 'stranger', 'admin'] as const;
type Caller = (typeof CALLERS)[number];
type Route = (typeof ROUTES)[number];

const RANK = { open: 0, read: 1, write: 2, admin: 3 } as const;
const SCOPES = { reader: 'read', writer: 'write', stranger: 'write', admin: 'admin' } as const;
const NO_SESSION = 's_00000000000000000000';

/** Beside the table. */
const PLAIN = [
  { method: 'GET', path: '/metrics', access: 'admin' },
  { method: 'GET', path: '/openapi.json', access: 'open' },
  { method: 'GET', path: '/asyncapi.json', access: 'open' },
  { method: 'GET', path: '/docs', access: 'open' },
] as const;

/** `let in`, or how it is refused. */
function expected(access: keyof typeof RANK, path: string, caller: Caller): string {
  if (access === 'open') return 'let in';
  if (caller === 'none') return '401 key_required';
  if (caller === 'unknown' || caller === 'expired') return '401 key_refused';
  if (RANK[SCOPES[caller]] < RANK[access]) return '403 scope_lacking';
  return caller === 'stranger' && path.includes('{id}') ? '404 no_such_session' : 'let in';
}

function headersOf(caller: Caller, { keys }: TestKeys): Record<string, string> {
  if (caller === 'none') return {};
  return bearer(caller === 'unknown' ? 'hl_nobody' : keys[caller]);
}

const VALUES: Record<string, string> = { object: '%231', generation: '0', arena: '0', address: '0x10' };

function pathOf(path: string, id: string): string {
  return path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => (name === 'id' ? id : (VALUES[name] ?? '1')));
}

/** What the route says to a caller who may not, or to one who may. */
async function ask(server: TestServer, route: Pick<Route, 'method' | 'path'>, id: string, headers: object) {
  const body = route.method === 'GET' || route.method === 'DELETE' ? undefined : '{}';
  return server.call(route.method, pathOf(route.path, id), body, headers as Record<string, string>);
}

const GUARDS = new Set([
  'key_required',
  'key_refused',
  'scope_lacking',
  'no_such_session',
  'too_many_requests',
]);

async function verdict(
  server: TestServer,
  route: Pick<Route, 'method' | 'path'>,
  id: string,
  headers: object,
) {
  const { status, body } = await ask(server, route, id, headers);
  return GUARDS.has(body.code) ? `${status} ${body.code}` : 'let in';
}

async function aliceSession(server: TestServer, { keys }: TestKeys): Promise<string> {
  const made = await server.call<SessionResource>('POST', '/v1/sessions', {}, bearer(keys.writer));
  return made.body.id;
}

test('every route answers every kind of caller as documented', async () => {
  const keys = await testKeys();
  const server = await testServer({ HEAPLAB_API_KEYS_FILE: keys.path });
  const table = [...ROUTES.map((route) => ({ ...route, access: accessTo(route) })), ...PLAIN];
  const wrong: string[] = [];

  for (const route of table) {
    for (const caller of CALLERS) {
      const id = await aliceSession(server, keys);
      const said = await verdict(server, route, id, headersOf(caller, keys));
      const wanted = expected(route.access, route.path, caller);
      if (said !== wanted) wrong.push(`${caller}: ${route.method} ${route.path}: ${said}, not ${wanted}`);
      await server.call('DELETE', `/v1/sessions/${id}`, undefined, bearer(keys.keys.admin));
    }
  }

  expect(wrong).toEqual([]);
  expect(table.length * CALLERS.length).toBeGreaterThan(180);
}, 60_000);

test('nothing tells a session of another owner from one that never was', async () => {
  const keys = await testKeys();
  const server = await testServer({ HEAPLAB_API_KEYS_FILE: keys.path });
  const id = await aliceSession(server, keys);
  const headers = { ...bearer(keys.keys.stranger), 'x-request-id': 'same' };

  for (const route of ROUTES.filter(({ path }) => path.includes('{id}'))) {
    for (const body of [undefined, '{}', '{"nope":1}', '{', '[]']) {
      if (route.method === 'GET' && body !== undefined) continue;
      for (const query of ['', '?nope=1', '?at=1']) {
        const asked = async (session: string) => {
          const path = pathOf(route.path, session) + query;
          const {
            status,
            body: answer,
            headers: sent,
          } = await server.call(route.method, path, body, headers);
          const told = JSON.stringify(answer).replaceAll(session, 'ID');
          return [status, told, [...sent.keys()].toSorted().join()];
        };
        expect(await asked(id), `${route.method} ${route.path} ${body}`).toEqual(await asked(NO_SESSION));
        expect((await asked(id))[0]).toBe(404);
      }
    }
  }
});

test('what a route makes belongs to whoever asked for it', async () => {
  const keys = await testKeys();
  const server = await testServer({ HEAPLAB_API_KEYS_FILE: keys.path });
  const makers = ROUTES.filter(({ status, answer }) => status === 201 && answer?.meta()?.id === 'Session');
  const seen = async (id: string, kind: KeyKind) =>
    (await server.call('GET', `/v1/sessions/${id}`, undefined, bearer(keys.keys[kind]))).status;

  for (const route of makers) {
    const id = await aliceSession(server, keys);
    const made = await server.call<SessionResource>(
      route.method,
      pathOf(route.path, id),
      {},
      bearer(keys.keys.writer),
    );
    expect(made, route.path).toMatchObject({ status: 201, body: { owner: 'alice' } });
    expect(await seen(made.body.id, 'reader')).toBe(200);
    expect(await seen(made.body.id, 'stranger')).toBe(404);
    expect(await seen(made.body.id, 'admin')).toBe(200);
  }
  expect(makers.length).toBeGreaterThan(0);
});

test('each owner sees the own sessions in the list, and an admin all', async () => {
  const keys = await testKeys();
  const server = await testServer({ HEAPLAB_API_KEYS_FILE: keys.path });
  const alices = [await aliceSession(server, keys), await aliceSession(server, keys)];
  const bobs = (await server.call<SessionResource>('POST', '/v1/sessions', {}, bearer(keys.keys.stranger)))
    .body.id;

  const listed = async (kind: KeyKind) => {
    const { body } = await server.call<{ sessions: SessionResource[] }>(
      'GET',
      '/v1/sessions',
      undefined,
      bearer(keys.keys[kind]),
    );
    return body.sessions.map(({ id }) => id).toSorted();
  };

  expect(await listed('reader')).toEqual(alices.toSorted());
  expect(await listed('stranger')).toEqual([bobs]);
  expect(await listed('admin')).toEqual([...alices, bobs].toSorted());
});

test('a request key of one owner is nothing to another', async () => {
  const keys = await testKeys();
  const server = await testServer({ HEAPLAB_API_KEYS_FILE: keys.path });
  const create = async (kind: KeyKind) =>
    server.call<SessionResource>(
      'POST',
      '/v1/sessions',
      {},
      {
        ...bearer(keys.keys[kind]),
        'idempotency-key': 'the-same',
      },
    );

  const [first, again, other] = [await create('writer'), await create('writer'), await create('stranger')];

  expect(again.body.id).toBe(first.body.id);
  expect(other.status).toBe(201);
  expect(other.body.id).not.toBe(first.body.id);
});

test('refusals say how to come in, in both languages', async () => {
  const keys = await testKeys();
  const server = await testServer({ HEAPLAB_API_KEYS_FILE: keys.path });
  const ask401 = async (headers: Record<string, string>) =>
    server.call('GET', '/v1/sessions', undefined, headers);

  const none = await ask401({ 'accept-language': 'zh' });
  const wrong = await ask401(bearer('hl_nobody'));
  const basic = await ask401({ authorization: 'Basic YTpi' });
  const narrow = await server.call('POST', '/v1/sessions', {}, bearer(keys.keys.reader));

  expect(none).toMatchObject({ status: 401, body: { code: 'key_required', title: '需要密钥' } });
  expect(none.headers.get('www-authenticate')).toBe('Bearer realm="heaplab"');
  expect(wrong.headers.get('www-authenticate')).toBe('Bearer realm="heaplab", error="invalid_token"');
  expect(basic).toMatchObject({ status: 401, body: { code: 'key_required' } });
  expect(narrow.headers.get('www-authenticate')).toBe(
    'Bearer realm="heaplab", error="insufficient_scope", scope="write"',
  );
  for (const { body } of [none, wrong, basic, narrow]) expect(problem.safeParse(body).success).toBe(true);
});
