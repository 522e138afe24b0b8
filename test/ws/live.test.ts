/** Live streams over real sockets. */
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { DEFAULT_TIMING } from '../../src/ws/index.ts';
import { testServer } from '../support/server.ts';

const A = { op: 'new', type: 'list', as: 'a' };
const offsets = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

test('a subscriber sees every event of every operation, in order, as they happen', async () => {
  const server = await testServer();
  const session = await server.session();
  const subscriber = await server.subscriber(session.id);
  subscriber.send({ type: 'subscribe' });
  await subscriber.next('subscribed');

  await server.apply(session.id, [A]);
  const { offset, seq } = await server.apply(session.id, [{ ...A, as: 'b' }]);
  const events = await subscriber.eventsUntil(offset);

  expect(events.map((event) => event.offset)).toEqual(offsets(1, offset));
  expect(events.at(-1)).toMatchObject({ type: 'operation.applied', seq });
});

test('a subscriber of some topics sees only them, and hears by bookmarks how far it has come', async () => {
  const server = await testServer({}, { timing: { ...DEFAULT_TIMING, bookmarkIntervalMs: 10 } });
  const session = await server.session();
  const subscriber = await server.subscriber(session.id);
  subscriber.send({ type: 'subscribe', topics: ['mark'] });
  await subscriber.next('subscribed');

  const { offset } = await server.apply(session.id, [A]);
  const bookmark = await subscriber.next('bookmark');
  await server.apply(session.id, [{ op: 'mark', label: 'here' }]);

  expect(bookmark.position).toEqual({ epoch: session.epoch, offset });
});

test('a subscriber that comes back gets exactly what it missed, also what the ring has lost', async () => {
  const server = await testServer();
  const session = await server.session({ limits: { events_kept: 64 } });
  const first = await server.subscriber(session.id);
  first.send({ type: 'subscribe' });
  await first.next('subscribed');
  const { offset: seen } = await server.apply(session.id, [A]);
  const { position } = await first.next('events');
  first.socket.terminate();

  const { offset } = await server.apply(session.id, [{ op: 'repeat', times: 500, ops: [A] }]);
  const second = await server.subscriber(session.id);
  second.send({ type: 'subscribe', since: position });
  const subscribed = await second.next('subscribed');
  const events = await second.eventsUntil(offset);

  expect(subscribed).toMatchObject({ recovered: true, position: { offset: seen } });
  expect(events.map((event) => event.offset)).toEqual(offsets(seen + 1, offset));
});

test('who watches the collector alone sees a loop of any length, however small the ring', async () => {
  const server = await testServer({}, { timing: { ...DEFAULT_TIMING, bookmarkIntervalMs: 10 } });
  const { id } = await server.session({ python: '3.9', limits: { events_kept: 64, recovery_events: 64 } });
  const subscriber = await server.subscriber(id);
  subscriber.send({ type: 'subscribe', topics: ['gc'] });
  await subscriber.next('subscribed');

  const kept = { op: 'new', type: 'list', as: 'a', items: ['a'] };
  await server.apply(id, [A, { op: 'repeat', times: 20_000, ops: [kept] }, { op: 'gc.collect' }]);
  const { offset } = await server.apply(id, [{ op: 'gc.freeze' }]);
  const events = await subscriber.eventsUntil(offset - 1);

  const started = events.filter(({ type }) => type === 'gc.started').length;
  expect(started).toBeGreaterThan(20);
  expect(events.filter(({ type }) => type === 'gc.finished')).toHaveLength(started);
});

test('a view and the stream from its position leave no gap', async () => {
  const server = await testServer();
  const { id } = await server.session();
  const subscriber = await server.subscriber(id);
  await server.apply(id, [A]);
  const view = await server.call<{ position: { epoch: string; offset: number } }>(
    'GET',
    `/v1/sessions/${id}/names`,
  );
  const { epoch, offset } = view.body.position;

  await server.apply(id, [{ ...A, as: 'b' }]);
  subscriber.send({ type: 'subscribe', since: { epoch, offset } });
  const { offset: last } = await server.apply(id, [{ ...A, as: 'c' }]);

  const events = await subscriber.eventsUntil(last);
  expect(events.map((event) => event.offset)).toEqual(offsets(offset + 1, last));
});

test('what was too far behind is said to be lost, and never silently', async () => {
  const server = await testServer();
  const { id, epoch } = await server.session({ limits: { recovery_events: 10 } });
  const { offset } = await server.apply(id, [A, A, A, A, A, A, A, A]);
  const subscriber = await server.subscriber(id);

  subscriber.send({ type: 'subscribe', since: { epoch, offset: 0 } });

  expect(await subscriber.next('subscribed')).toMatchObject({
    recovered: false,
    reason: 'too_far_behind',
    position: { epoch, offset },
  });
});

test('a batch that is rolled back or refused is never seen', async () => {
  const server = await testServer();
  const { id } = await server.session({ limits: { objects: 20 } });
  const subscriber = await server.subscriber(id);
  subscriber.send({ type: 'subscribe' });
  await subscriber.next('subscribed');

  await server.apply(id, [A, { op: 'unbind', name: 'nope' }], { on_error: 'rollback' });
  await server.apply(id, [A, { op: 'repeat', times: 300, ops: [{ ...A, items: ['a'] }] }]);
  const { offset } = await server.apply(id, [A]);
  const events = await subscriber.eventsUntil(offset);

  expect(events.map((event) => event.offset)).toEqual(offsets(1, offset));
  expect(events.every(({ seq }) => seq === 1)).toBe(true);
});

test('so many subscribers and no more', async () => {
  const server = await testServer();
  const { id } = await server.session({ limits: { subscribers: 1 } });
  await server.subscriber(id);

  const refused = new WebSocket(`${server.url.replace('http', 'ws')}/v1/sessions/${id}/events`, 'heaplab.v1');
  const status = await new Promise((resolve) => {
    refused.on('unexpected-response', (_request, response) => resolve(response.statusCode));
    refused.on('error', () => undefined);
  });

  expect(status).toBe(429);
});

test('deleting a session ends its streams with 4410', async () => {
  const server = await testServer();
  const { id } = await server.session();
  const subscriber = await server.subscriber(id);

  await server.call('DELETE', `/v1/sessions/${id}`);

  expect(await subscriber.next('goodbye')).toMatchObject({ code: 4410, reconnect: 'no' });
  expect(await subscriber.closing()).toEqual({ code: 4410, reason: 'session_deleted' });
});

test('a server that stops ends its streams with 1012', async () => {
  const server = await testServer();
  const { id } = await server.session();
  const subscriber = await server.subscriber(id);

  await server.stop();

  expect(await subscriber.closing()).toEqual({ code: 1012, reason: 'restarting' });
});

test('a frame that is too large ends the stream with 1009, a binary one with 1003', async () => {
  const server = await testServer({ HEAPLAB_MAX_FRAME_BYTES: '100' });
  const { id } = await server.session();
  const [large, binary] = [await server.subscriber(id), await server.subscriber(id)];

  large.send('x'.repeat(101));
  binary.socket.send(Buffer.from([1]));

  expect((await large.closing()).code).toBe(1009);
  expect((await binary.closing()).code).toBe(1003);
});

test('a client that answers no pings is given up', async () => {
  const timing = { ...DEFAULT_TIMING, pingIntervalMs: 100, pongTimeoutMs: 100 };
  const server = await testServer({}, { timing });
  const { id } = await server.session();
  const address = `${server.url.replace('http', 'ws')}/v1/sessions/${id}/events`;
  const mute = new WebSocket(address, 'heaplab.v1', { autoPong: false });

  const code = await new Promise((resolve) => mute.on('close', resolve));

  expect(code).toBe(4408);
});

test('a subscriber that reads nothing is closed while the others are served', async () => {
  const timing = { ...DEFAULT_TIMING, stallTimeoutMs: 300 };
  const server = await testServer({ HEAPLAB_SOCKET_BUFFER_BYTES: '20000' }, { timing });
  const { id } = await server.session();
  const healthy = await server.subscriber(id);
  healthy.send({ type: 'subscribe', topics: ['operation'] });
  const frozen = await frozenSubscriber(server.url, id);

  let last = 0;
  for (let round = 0; round < 20; round++) {
    last = (await server.apply(id, [{ op: 'repeat', times: 3_000, ops: [A] }])).offset;
  }
  await healthy.eventsUntil(last - 1_000);

  const metrics = async () => (await server.call<string>('GET', '/metrics')).body;
  await expect.poll(metrics, { timeout: 15_000 }).toContain('heaplab_subscribers 1');
  frozen.destroy();
}, 60_000);

/** A socket that subscribes and then reads nothing more. */
async function frozenSubscriber(url: string, id: string): Promise<ReturnType<typeof connect>> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const frame = Buffer.from('{"type":"subscribe"}');
  const masked = Buffer.concat([Buffer.from([0x81, 0x80 | frame.length, 0, 0, 0, 0]), frame]);
  const head = [
    `GET /v1/sessions/${id}/events HTTP/1.1`,
    'host: x',
    'upgrade: websocket',
    'connection: Upgrade',
    'sec-websocket-version: 13',
    'sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==',
    'sec-websocket-protocol: heaplab.v1',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  await new Promise((resolve) => socket.once('data', resolve));
  socket.pause();
  socket.write(masked);
  return socket;
}
