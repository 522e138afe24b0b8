/** How the server runs: whether it lives, is ready, what it counts, and how it stops. */
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { type TestServer, testServer } from '../support/server.ts';
import { BreakableJournal, DISK_FULL } from '../support/sessions.ts';

const LIST = { op: 'new', type: 'list', as: 'a' };

async function metric(server: TestServer, name: string): Promise<number> {
  const { body } = await server.call<string>('GET', '/metrics');
  const line = body.split('\n').find((one) => one.startsWith(`${name} `));
  if (line === undefined) throw new Error(`no metric ${name}`);
  return Number(line.split(' ')[1]);
}

test('a server whose journal fails lives and is not ready, and is again when the journal is', async () => {
  const journal = new BreakableJournal();
  const server = await testServer({}, { journal });
  const status = async (path: string) => (await server.call('GET', path)).status;

  journal.broken = DISK_FULL;
  expect([await status('/livez'), await status('/readyz')]).toEqual([200, 507]);
  journal.broken = undefined;
  expect([await status('/livez'), await status('/readyz')]).toEqual([200, 200]);
});

test('asking whether it lives never touches the journal', async () => {
  const journal = new BreakableJournal();
  const asked: string[] = [];
  const watched = new Proxy(journal, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (...values: unknown[]): unknown => {
        asked.push(String(name));
        return Reflect.apply(member, target, values);
      };
    },
  });
  const server = await testServer({}, { journal: watched });
  asked.length = 0;

  await server.call('GET', '/livez');
  expect(asked).toEqual([]);
  await server.call('GET', '/readyz');
  expect(asked).toEqual(['check']);
});

test('what happens is counted', async () => {
  const server = await testServer();
  const { id } = await server.session();
  const subscriber = await server.subscriber(id);
  subscriber.send({ type: 'subscribe' });
  await subscriber.next('subscribed');
  const { offset } = await server.apply(id, [LIST, { op: 'gc.collect' }, { op: 'gc.collect' }]);
  await subscriber.eventsUntil(offset);

  expect(await metric(server, 'heaplab_operations_total')).toBe(3);
  expect(await metric(server, 'heaplab_events_total')).toBe(offset);
  expect(await metric(server, 'heaplab_collections_total{generation="2"}')).toBe(2);
  expect(await metric(server, 'heaplab_events_sent_total')).toBe(offset);
  expect(await metric(server, 'heaplab_sessions')).toBe(1);
  expect(await metric(server, 'heaplab_sessions_loaded')).toBe(1);
  expect(await metric(server, 'heaplab_subscribers')).toBe(1);
  expect(await metric(server, 'heaplab_journal_seconds_count{call="append"}')).toBe(1);
});

test('what the journal could not do is counted', async () => {
  const journal = new BreakableJournal();
  const server = await testServer({}, { journal });
  const { id } = await server.session();

  journal.broken = DISK_FULL;
  const refused = await server.call('POST', `/v1/sessions/${id}/operations`, LIST);
  journal.broken = undefined;

  expect(refused.status).toBe(507);
  expect(await metric(server, 'heaplab_journal_failures_total{call="append"}')).toBe(1);
});

test('no metric has a label that grows with what clients do', async () => {
  const server = await testServer();
  const { id } = await server.session();
  for (const path of [`/v1/sessions/${id}`, '/nope/1', '/nope/2', `/v1/sessions/${id}/objects/%231`]) {
    await server.call('GET', path);
  }

  const { body } = await server.call<string>('GET', '/metrics');

  expect(body).not.toContain(id);
  expect(body).not.toContain('nope');
});

test('what is under way is answered before the server stops, and its connection closed', async () => {
  const server = await testServer();
  const { id } = await server.session();
  const { hostname, port } = new URL(server.url);
  const body = JSON.stringify(LIST);
  let received = '';
  const socket = connect(Number(port), hostname);
  socket.on('data', (chunk) => (received += chunk.toString()));
  socket.write(
    `POST /v1/sessions/${id}/operations HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`,
  );
  await new Promise((resolve) => setTimeout(resolve, 50));

  const stopped = server.stop();
  socket.write(body);
  await Promise.all([stopped, new Promise((resolve) => socket.once('close', resolve))]);

  expect(received).toContain('HTTP/1.1 200');
  expect(received.toLowerCase()).toContain('connection: close');
  await expect(fetch(`${server.url}/livez`)).rejects.toThrow('fetch failed');
});

test('a client that never finishes its request does not keep the server from stopping', async () => {
  const server = await testServer({}, { drainMs: 100 });
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.write(
    'POST /v1/sessions HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n',
  );
  await new Promise((resolve) => setTimeout(resolve, 50));
  const start = performance.now();

  await server.stop();

  expect(performance.now() - start).toBeLessThan(3_000);
});
