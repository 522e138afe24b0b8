/** What never reaches a route, or should not: every refusal is problem details. */
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { problem } from '../../src/contract/index.ts';
import { type TestServer, testServer } from '../support/server.ts';

/** Sends bytes as they stand and gives back everything that comes until the server hangs up. */
async function raw(server: TestServer, bytes: string | Buffer): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(server.url);
  const answer = await new Promise<string>((resolve, reject) => {
    let received = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.on('data', (chunk) => (received += chunk.toString()));
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
    socket.setTimeout(5_000, () => socket.destroy());
  });
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), body };
}

test.each([
  ['GET', '/nope', 404, 'no_such_route'],
  ['GET', '/v1', 404, 'no_such_route'],
  ['GET', '/v1/sessions/', 404, 'no_such_route'],
  ['PUT', '/v1/sessions', 405, 'method_not_allowed'],
  ['DELETE', '/livez', 405, 'method_not_allowed'],
  ['POST', '/openapi.json', 405, 'method_not_allowed'],
  ['GET', '/v1/sessions/%ff', 400, 'bad_url'],
  ['GET', '/v1/sessions/%', 400, 'bad_url'],
  ['GET', '/v1/sessions?nope=1', 400, 'invalid_query'],
  ['GET', '/v1/sessions?limit=1&limit=2', 400, 'invalid_query'],
  ['GET', '/v1/sessions?limit=0', 400, 'invalid_query'],
  ['GET', '/v1/sessions?limit=1e3', 400, 'invalid_query'],
  ['GET', '/v1/sessions?__proto__=1', 400, 'invalid_query'],
  ['GET', '/v1/sessions?cursor=abc', 400, 'invalid_cursor'],
])('%s %s is refused with %i %s', async (method, path, status, code) => {
  const server = await testServer();

  const answer = await server.call(method, path);

  expect(answer.status).toBe(status);
  expect(problem.parse(answer.body).code).toBe(code);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(answer.headers.get('x-request-id')).toBe(answer.body.request_id);
});

test('a wrong method is told the right ones, and OPTIONS lists them', async () => {
  const server = await testServer();

  expect((await server.call('PUT', '/v1/sessions')).headers.get('allow')).toBe('GET, HEAD, OPTIONS, POST');
  const options = await server.call('OPTIONS', '/v1/sessions');
  expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS, POST']);
});

test('HEAD answers as GET does, without the body', async () => {
  const server = await testServer();
  const { id } = await server.session();

  const head = await server.call('HEAD', `/v1/sessions/${id}`);

  expect([head.status, head.headers.get('etag'), head.body]).toEqual([200, '"0"', '']);
});

test.each([
  ['{"python":', 10],
  ['{"python": 3.9,}', 15],
  ['{\'python\': "3.9"}', 1],
  ['[1, 2', 5],
  ['nul', 0],
  ['{"a": 01}', 7],
  ['{"a": "\n"}', 6],
  ['{} {}', 3],
  ['{"__proto__": {"x": 1}}', 1],
  ['{"\\u005f_proto__": 1}', 1],
])('%s is refused with the place of its error', async (text, at) => {
  const server = await testServer();

  const answer = await server.call('POST', '/v1/sessions', text);

  expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_json' } });
  expect(answer.body.detail).toContain(`character ${at}:`);
});

test('the last of duplicate keys counts, as JSON.parse has it, and nothing else happens', async () => {
  const server = await testServer();

  const answer = await server.call('POST', '/v1/sessions', '{"label":"a","label":"b"}');

  expect(answer).toMatchObject({ status: 201, body: { label: 'b' } });
});

test('deep nesting is refused like anything else', async () => {
  const server = await testServer();
  const deep = '['.repeat(200_000) + ']'.repeat(200_000);

  const refused = await server.call('POST', '/v1/sessions', deep);
  expect(refused).toMatchObject({ status: 400, body: { code: 'invalid_json' } });
  expect(refused.body.detail).toContain('character 1000: nested deeper than 1000');
  const shallower = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  expect((await server.call('POST', '/v1/sessions', shallower)).status).toBe(422);
  expect((await server.call('POST', '/v1/sessions', '['.repeat(200_000))).status).toBe(400);
});

test.each([
  ['text/plain', {}],
  ['application/xml', {}],
  ['application/json', { 'content-encoding': 'gzip' }],
])('a body of type %s %j is not taken', async (type, headers) => {
  const server = await testServer();

  const answer = await server.call('POST', '/v1/sessions', '{}', { 'content-type': type, ...headers });

  expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported_media_type' } });
});

test('a body that is not UTF-8 is not JSON', async () => {
  const server = await testServer();
  const head =
    'POST /v1/sessions HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n';

  const answer = await raw(server, Buffer.concat([Buffer.from(head), Buffer.from([0xff, 0xfe])]));

  expect(answer.status).toBe(400);
  expect(answer.body).toContain('invalid_json');
});

test.each([
  ['nonsense', 'HELLO\r\n\r\n', 400],
  ['a header without a colon', 'GET / HTTP/1.1\r\nhost\r\n\r\n', 400],
  [
    'two lengths',
    'POST /v1/sessions HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
    400,
  ],
  ['endless headers', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(70_000)}\r\n\r\n`, 431],
  ['no host', 'GET / HTTP/1.1\r\nconnection: close\r\n\r\n', 400],
])('%s is answered with problem details, too', async (_what, bytes, status) => {
  const server = await testServer();

  const answer = await raw(server, bytes);

  expect(answer.status).toBe(status);
  expect(problem.safeParse(JSON.parse(answer.body)).success).toBe(true);
  expect((await server.call('GET', '/livez')).status).toBe(200);
});

test('a sane request id is kept, another one is not', async () => {
  const server = await testServer();
  const asked = async (id: string) =>
    (await server.call('GET', '/livez', undefined, { 'x-request-id': id })).headers.get('x-request-id');

  expect(await asked('trace-1.2:3')).toBe('trace-1.2:3');
  expect(await asked('not sane')).not.toBe('not sane');
  expect(await asked('x'.repeat(200))).toMatch(/^[0-9a-f-]{36}$/);
});

test('problems are told in the language that was asked for', async () => {
  const server = await testServer();

  const answer = await server.call('GET', '/nope', undefined, { 'accept-language': 'zh-CN' });

  expect(answer.body).toMatchObject({ title: '路由不存在', code: 'no_such_route' });
  expect(answer.headers.get('content-language')).toBe('zh');
});

test('an upgrade that nobody takes is refused while it is HTTP', async () => {
  const server = await testServer();
  const { id } = await server.session();
  const upgrade = (path: string, more = '') =>
    raw(
      server,
      `GET ${path} HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n${more}\r\n`,
    );
  const protocol = 'sec-websocket-protocol: heaplab.v1\r\n';

  expect((await upgrade('/livez', protocol)).body).toContain('upgrade_refused');
  expect((await upgrade(`/v1/sessions/${id}/events`)).body).toContain('upgrade_refused');
  expect((await upgrade('/v1/sessions/s_00000000000000000000/events', protocol)).status).toBe(404);
  expect((await upgrade('/nope', protocol)).status).toBe(404);
});

test('an upgrade to something else is ignored, as HTTP allows', async () => {
  const server = await testServer();

  const answer = await raw(
    server,
    'GET /livez HTTP/1.1\r\nhost: x\r\nupgrade: h2c\r\nconnection: Upgrade, close\r\n\r\n',
  );

  expect(answer.status).toBe(200);
});

test('the server tells how it is', async () => {
  const server = await testServer();
  await server.session();
  await server.call('GET', '/v1/sessions/s_00000000000000000000');

  expect((await server.call('GET', '/livez')).body).toEqual({ status: 'ok' });
  expect((await server.call('GET', '/readyz')).body).toEqual({ status: 'ok' });
  const metrics = (await server.call<string>('GET', '/metrics')).body;
  expect(metrics).toContain('heaplab_sessions 1');
  expect(metrics).toContain(
    'heaplab_http_requests_total{method="GET",route="/v1/sessions/:id",status="404"} 1',
  );
});

test('no answer, not even a refusal, may be run, framed or guessed by a browser', async () => {
  const server = await testServer();

  for (const path of ['/livez', '/v1/sessions', '/nope']) {
    const { headers } = await server.call('GET', path);
    expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
  }
});
