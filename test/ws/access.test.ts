/** Who may watch, where keys are in use: by a header, or by the first frame. */
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import type { SessionResource } from '../../src/contract/index.ts';
import { DEFAULT_TIMING } from '../../src/ws/index.ts';
import { bearer, type KeyKind, type TestKeys, testKeys } from '../support/keys.ts';
import { type TestServer, TestSubscriber, testServer } from '../support/server.ts';

interface Scene {
  readonly server: TestServer;
  readonly keys: TestKeys;
  /** Of alice. */
  readonly id: string;
  readonly open: (headers?: Record<string, string>, session?: string) => TestSubscriber;
  /** The status that an upgrade is refused with. */
  readonly refusal: (headers?: Record<string, string>, session?: string) => Promise<unknown>;
}

async function scene(timing: Partial<typeof DEFAULT_TIMING> = {}): Promise<Scene> {
  const keys = await testKeys();
  const env = { HEAPLAB_API_KEYS_FILE: keys.path };
  const server = await testServer(env, { timing: { ...DEFAULT_TIMING, ...timing } });
  const made = await server.call<SessionResource>('POST', '/v1/sessions', {}, bearer(keys.keys.writer));
  const { id } = made.body;
  const socket = (headers: Record<string, string>, session: string): WebSocket => {
    const address = `${server.url.replace('http', 'ws')}/v1/sessions/${session.includes('?') ? session : `${session}/events`}`;
    const opened = new WebSocket(address, 'heaplab.v1', { headers });
    onTestFinished(() => opened.terminate());
    return opened;
  };
  return {
    server,
    keys,
    id,
    open: (headers = {}, session = id) => new TestSubscriber(socket(headers, session)),
    refusal: async (headers = {}, session = id) =>
      new Promise((resolve) => {
        const refused = socket(headers, session);
        refused.on('unexpected-response', (_request, response) => resolve(response.statusCode));
        refused.on('error', () => undefined);
        refused.on('open', () => resolve('opened'));
      }),
  };
}

/** Opens without a key and sends a frame as soon as that is possible. */
async function knock(
  { open }: Scene,
  frame: object | string | Buffer,
  session?: string,
): Promise<TestSubscriber> {
  const subscriber = open({}, session);
  await new Promise((resolve) => subscriber.socket.once('open', resolve));
  if (Buffer.isBuffer(frame)) subscriber.socket.send(frame);
  else subscriber.send(frame);
  return subscriber;
}

test.each(['reader', 'writer', 'admin'] as const)('a %s watches with its key in a header', async (kind) => {
  const { open, keys } = await scene();

  expect(await open(bearer(keys.keys[kind])).next('hello')).toMatchObject({ position: { offset: 0 } });
});

test.each(['reader', 'writer', 'admin'] as const)(
  'a %s watches with its key in the first frame',
  async (kind) => {
    const stage = await scene();

    const subscriber = await knock(stage, { type: 'auth', token: stage.keys.keys[kind] });
    await subscriber.next('hello');
    subscriber.send({ type: 'subscribe' });

    expect(await subscriber.next('subscribed')).toMatchObject({ recovered: false });
  },
);

test.each<[string, KeyKind | 'unknown', number]>([
  ['an unknown key', 'unknown', 401],
  ['an expired key', 'expired', 401],
  ['a stranger', 'stranger', 404],
])('%s in a header is refused while it is HTTP', async (_who, kind, status) => {
  const { refusal, keys } = await scene();

  expect(await refusal(bearer(kind === 'unknown' ? 'hl_nobody' : keys.keys[kind]))).toBe(status);
});

test.each<[string, (keys: TestKeys) => object | string | Buffer, number, string]>([
  ['an unknown key', () => ({ type: 'auth', token: 'hl_nobody' }), 4401, 'key_refused'],
  ['an expired key', ({ keys }) => ({ type: 'auth', token: keys.expired }), 4401, 'key_refused'],
  ['a stranger', ({ keys }) => ({ type: 'auth', token: keys.stranger }), 4404, 'no_such_session'],
  ['another frame', () => ({ type: 'subscribe' }), 4401, 'key_required'],
  ['no frame of the protocol', () => '[', 4401, 'key_required'],
  ['bytes', () => Buffer.from([1, 2]), 4401, 'key_required'],
])('%s as the first frame is told why and closed', async (_who, frame, code, reason) => {
  const stage = await scene();

  const subscriber = await knock(stage, frame(stage.keys));

  expect(await subscriber.next('error')).toMatchObject({ problem: { code: reason } });
  expect(await subscriber.closing()).toEqual({ code, reason });
});

test('who has no key learns nothing about sessions', async () => {
  const stage = await scene();
  const nobody = { type: 'auth', token: 'hl_nobody' };

  const [real, none] = [await knock(stage, nobody), await knock(stage, nobody, 's_00000000000000000000')];

  expect(await real.closing()).toEqual(await none.closing());
  expect(real.frames).toEqual(none.frames);
});

test('a stranger who knocks hears of a session what he hears of none', async () => {
  const stage = await scene();
  const stranger = { type: 'auth', token: stage.keys.keys.stranger };

  const [real, none] = [await knock(stage, stranger), await knock(stage, stranger, 's_00000000000000000000')];

  expect(await real.closing()).toEqual(await none.closing());
  const told = (subscriber: TestSubscriber, id: string) =>
    JSON.stringify(subscriber.frames).replaceAll(id, 'ID');
  expect(told(real, stage.id)).toBe(told(none, 's_00000000000000000000'));
});

test('a key must come within its time', async () => {
  const { open } = await scene({ authTimeoutMs: 50 });

  expect(await open().closing()).toEqual({ code: 4401, reason: 'key_required' });
});

test('a key in the URL is not a key', async () => {
  const { open, server, keys, id } = await scene({ authTimeoutMs: 50 });
  const { writer } = keys.keys;

  expect((await open({}, `${id}/events?token=${writer}`).closing()).code).toBe(4401);
  expect((await server.call('GET', `/v1/sessions?token=${writer}`)).status).toBe(401);
});

test('a stream ends when its key does', async () => {
  const stage = await scene();
  const { keys, server, open } = stage;
  const reader = open(bearer(keys.keys.reader));
  const writer = await knock(stage, { type: 'auth', token: keys.keys.writer });
  await reader.next('hello');
  await writer.next('hello');

  await keys.write([keys.entries.writer]);
  await server.reloadKeys();

  expect(await reader.next('goodbye')).toMatchObject({ code: 4401, reconnect: 'no' });
  expect(await reader.closing()).toEqual({ code: 4401, reason: 'key_refused' });
  writer.send({ type: 'ping' });
  await writer.next('pong');
});

test('a server that stops ends those that still wait to show a key', async () => {
  const { open, server } = await scene();
  const waiting = open();
  await new Promise((resolve) => waiting.socket.once('open', resolve));

  await server.stop();

  expect((await waiting.closing()).code).toBe(1012);
});

test('without keys, pages of other origins cannot watch', async () => {
  const server = await testServer();
  const { id } = await server.session();
  const status = async (origin: string) =>
    new Promise((resolve) => {
      const address = `${server.url.replace('http', 'ws')}/v1/sessions/${id}/events`;
      const socket = new WebSocket(address, 'heaplab.v1', { origin });
      onTestFinished(() => socket.terminate());
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
      socket.on('error', () => undefined);
      socket.on('open', () => resolve('opened'));
    });

  expect(await status('https://evil.example')).toBe(403);
  expect(await status('null')).toBe(403);
  expect(await status('http://localhost:5173')).toBe('opened');
});
