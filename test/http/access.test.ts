/** The file of keys, rates, quotas, and pages of other origins. */
import { describe, expect, test } from 'vitest';
import type { SessionResource } from '../../src/contract/index.ts';
import { KeyFileError, loadKeys, makeKey } from '../../src/http/index.ts';
import { bearer, testKeys } from '../support/keys.ts';
import { testServer } from '../support/server.ts';

const NOW_MS = 1_800_000_000_000;

describe('the file of keys', () => {
  const sound = makeKey({ id: 'a', owner: 'o', scopes: ['read'] }).entry;

  test.each<[string, string | readonly object[], string[]]>([
    ['no JSON', '[{]', ['character 2: unexpected "]"']],
    ['no list', '{}', ['the file: Invalid input: expected array, received object']],
    ['nothing', [], ['the file: there are no keys']],
    [
      'wrong fields',
      [sound, { ...sound, id: 'b c', sha256: 'XYZ', scopes: [], key: 'secret', expires_at: 'soon' }],
      ['/1/id', '/1/sha256', '/1/scopes', '/1/expires_at', '/1'],
    ],
    [
      'wrong limits',
      [{ ...sound, limits: { sessions: -1, requests_per_minute: 0, mood: 1 } }],
      ['/0/limits/sessions', '/0/limits/requests_per_minute', '/0/limits'],
    ],
    ['one entry twice', [sound, sound], ['/1/id: the same as /0/id', '/1/sha256: the same as /0/sha256']],
  ])('with %s is refused, and every fault has its place', async (_what, content, places) => {
    const { path, write } = await testKeys();
    await write(content);

    const refused: unknown = await loadKeys(path).catch((error: unknown) => error);

    expect(refused).toBeInstanceOf(KeyFileError);
    const errors = refused instanceof KeyFileError ? refused.errors : [];
    expect(errors).toHaveLength(places.length);
    for (const [index, place] of places.entries()) {
      expect(errors[index]?.startsWith(place.includes(':') ? place : `${place}: `), errors.join('\n')).toBe(
        true,
      );
    }
    await expect(testServer({ HEAPLAB_API_KEYS_FILE: path })).rejects.toThrow(KeyFileError);
  });

  test('that is missing is an error with its name', async () => {
    await expect(loadKeys('/nowhere/keys.json')).rejects.toThrow('/nowhere/keys.json');
  });

  test('never holds a key', () => {
    const { key, entry } = makeKey({ id: 'a', owner: 'o', scopes: ['read'] });

    expect(key).toMatch(/^hl_[\w-]{43}$/);
    expect(JSON.stringify(entry)).not.toContain(key);
    expect(makeKey({ id: 'a', owner: 'o', scopes: ['read'] }).key).not.toBe(key);
  });

  test('can change while the server runs, and one that is wrong changes nothing', async () => {
    const { path, keys, entries, write } = await testKeys();
    const server = await testServer({ HEAPLAB_API_KEYS_FILE: path });
    const status = async (kind: 'reader' | 'writer') =>
      (await server.call('GET', '/v1/sessions', undefined, bearer(keys[kind]))).status;

    await write([entries.reader]);
    await server.reloadKeys();
    expect([await status('reader'), await status('writer')]).toEqual([200, 401]);

    await write('[');
    await server.reloadKeys();
    expect([await status('reader'), await status('writer')]).toEqual([200, 401]);

    await write([entries.reader, entries.writer]);
    await server.reloadKeys();
    expect([await status('reader'), await status('writer')]).toEqual([200, 200]);
  });

  test('says when a key expires, to the millisecond', async () => {
    const { path, keys, entries, write } = await testKeys();
    await write([{ ...entries.reader, expires_at: new Date(NOW_MS).toISOString() }]);
    let now = NOW_MS - 1;
    const server = await testServer({ HEAPLAB_API_KEYS_FILE: path }, { clock: { now: () => now } });
    const status = async () =>
      (await server.call('GET', '/v1/sessions', undefined, bearer(keys.reader))).status;

    expect(await status()).toBe(200);
    now++;
    expect(await status()).toBe(401);
  });
});

describe('rates', () => {
  test('a key has its quota a minute, gets it back bit by bit, and is told so on every answer', async () => {
    const { path, keys } = await testKeys({ requests_per_minute: 3 });
    let now = NOW_MS;
    const server = await testServer({ HEAPLAB_API_KEYS_FILE: path }, { clock: { now: () => now } });
    const ask = async (kind: 'reader' | 'writer' = 'reader') => {
      const { status, headers } = await server.call('GET', '/v1/sessions', undefined, bearer(keys[kind]));
      return [status, headers.get('ratelimit'), headers.get('retry-after')];
    };

    expect(await ask()).toEqual([200, '"requests";r=2;t=20', null]);
    expect(await ask()).toEqual([200, '"requests";r=1;t=40', null]);
    expect(await ask()).toEqual([200, '"requests";r=0;t=60', null]);
    expect(await ask()).toEqual([429, '"requests";r=0;t=60', '20']);
    expect(await ask('writer')).toEqual([200, '"requests";r=2;t=20', null]);
    now += 19_999;
    expect((await ask())[0]).toBe(429);
    now += 1;
    expect(await ask()).toEqual([200, '"requests";r=0;t=60', null]);
    now += 3_600_000;
    expect(await ask()).toEqual([200, '"requests";r=2;t=20', null]);
  });

  test('a refusal names the quota, in problem details', async () => {
    const { path, keys } = await testKeys({ requests_per_minute: 1 });
    const server = await testServer({ HEAPLAB_API_KEYS_FILE: path }, { clock: { now: () => NOW_MS } });
    const ask = async () => server.call('POST', '/v1/sessions', {}, bearer(keys.writer));

    await ask();
    const refused = await ask();

    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
    expect(refused.body.detail).toContain('1 requests a minute');
    expect(refused.headers.get('ratelimit-policy')).toBe('"requests";q=1;w=60');
  });

  test('without keys it is the address that is counted, and who watches the server is not', async () => {
    const env = { HEAPLAB_ADDRESS_REQUESTS_PER_MINUTE: '2' };
    const server = await testServer(env, { clock: { now: () => NOW_MS } });
    const ask = async (path: string) => (await server.call('GET', path)).status;

    expect([await ask('/v1/sessions'), await ask('/nope'), await ask('/v1/sessions')]).toEqual([
      200, 404, 429,
    ]);
    expect([await ask('/livez'), await ask('/readyz'), await ask('/metrics')]).toEqual([200, 200, 200]);
  });

  test('an owner may have so many sessions, by the key or by the server', async () => {
    const { path, keys, entries, write } = await testKeys();
    await write([{ ...entries.writer, limits: { sessions: 1 } }, entries.stranger]);
    const server = await testServer({ HEAPLAB_API_KEYS_FILE: path, HEAPLAB_MAX_SESSIONS_PER_OWNER: '2' });
    const create = async (kind: 'writer' | 'stranger') =>
      server.call<SessionResource>('POST', '/v1/sessions', {}, bearer(keys[kind]));
    const statuses = async (...kinds: ('writer' | 'stranger')[]) =>
      (await Promise.all(kinds.map(create)))
        .map(({ status }) => status)
        .toSorted((one, other) => one - other);

    expect(await statuses('writer', 'writer', 'writer')).toEqual([201, 429, 429]);
    expect(await statuses('stranger', 'stranger', 'stranger')).toEqual([201, 201, 429]);

    const refused = await create('writer');
    expect(refused).toMatchObject({ body: { code: 'session_quota_reached' } });
    expect(refused.headers.get('retry-after')).toBe('60');
  });
});

describe('pages of other origins', () => {
  const page = 'https://app.example';
  const preflight = { origin: page, 'access-control-request-method': 'PATCH' };

  test('get nothing unless they are named', async () => {
    const server = await testServer();

    const read = await server.call('GET', '/v1/sessions', undefined, { origin: page });
    const change = await server.call('POST', '/v1/sessions', undefined, { origin: page });
    const asked = await server.call('OPTIONS', '/v1/sessions', undefined, preflight);

    for (const { headers } of [read, change, asked]) {
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
    expect(change).toMatchObject({ status: 403, body: { code: 'origin_refused' } });
    expect((await server.call('POST', '/v1/sessions', {}, { origin: 'http://localhost:5173' })).status).toBe(
      201,
    );
  });

  test('that are named may call, and see our headers, also where they are refused', async () => {
    const { path } = await testKeys();
    const env = { HEAPLAB_API_KEYS_FILE: path, HEAPLAB_CORS_ORIGINS: `${page},https://b.example` };
    const server = await testServer(env);

    const asked = await server.call('OPTIONS', '/v1/sessions/s_1', undefined, preflight);
    const refused = await server.call('GET', '/v1/sessions', undefined, { origin: page });
    const stranger = await server.call('GET', '/v1/sessions', undefined, { origin: 'https://c.example' });

    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, page]);
    expect(asked.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(asked.headers.get('access-control-allow-methods')).toContain('PATCH');
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, page]);
    expect(refused.headers.get('access-control-expose-headers')).toContain('ratelimit');
    expect(refused.headers.get('vary')?.toLowerCase()).toBe('origin, accept-language');
    expect(stranger.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('do not change what OPTIONS says to others', async () => {
    const server = await testServer({ HEAPLAB_CORS_ORIGINS: '*' });

    const options = await server.call('OPTIONS', '/v1/sessions');

    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS, POST']);
  });
});
