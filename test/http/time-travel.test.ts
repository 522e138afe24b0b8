/** Any past moment of a session, by `?at=SEQ`. */
import { expect, test } from 'vitest';
import type { SessionResource } from '../../src/contract/index.ts';
import { ROUTES } from '../../src/http/index.ts';
import { type EventsPage, type TestServer, testServer } from '../support/server.ts';

const list = (name: string, items: readonly string[] = []) => ({ op: 'new', type: 'list', as: name, items });
const snapshot = { op: 'tracemalloc.take_snapshot' };
const HISTORY = [
  [list('a'), { op: 'tracemalloc.start' }, snapshot, snapshot],
  [list('b', ['a']), list('c', ['a', 'b']), { op: 'append', list: 'a', item: 'c' }],
  [{ op: 'unbind', name: 'nope' }],
  [
    { op: 'unbind', name: 'a' },
    { op: 'unbind', name: 'b' },
  ],
  [{ op: 'gc.collect' }, { op: 'mark', label: 'end' }],
];

interface Seen {
  readonly status: number;
  readonly etag: string | null;
  readonly body: unknown;
}

/** The path of every question about a session, with names that exist from the first operation on. */
async function questions(server: TestServer, id: string): Promise<string[]> {
  const { body } = await server.call<{ address: string }>('GET', `/v1/sessions/${id}/objects/1`);
  const pool = `0x${(BigInt(body.address) - (BigInt(body.address) % 4096n)).toString(16)}`;
  const values: Record<string, string> = {
    id,
    object: '1',
    generation: '0',
    arena: '0',
    address: pool,
    snapshot: '1',
    other: '2',
  };
  return ROUTES.filter(
    ({ method, path, query }) =>
      method === 'GET' && path.startsWith('/v1/sessions/{id}') && query?.shape['at'] !== undefined,
  ).map(({ path }) => path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? ''));
}

async function ask(server: TestServer, path: string): Promise<Seen> {
  const { status, headers, body } = await server.call<unknown>('GET', path);
  return { status, etag: headers.get('etag'), body };
}

/** What changes by itself is not of the moment. */
const timeless = (seen: Seen): Seen =>
  JSON.parse(JSON.stringify(seen, (key, value: unknown) => (key === 'expires_at' ? 0 : value))) as Seen;

test('there is no question about a session that cannot be asked about the past', () => {
  const questions = ROUTES.filter(
    ({ method, path }) => method === 'GET' && path.startsWith('/v1/sessions/{id}'),
  );

  expect(questions.filter(({ query }) => query?.shape['at'] === undefined).map(({ path }) => path)).toEqual(
    [],
  );
});

test('every question about a session can be asked about every past moment, and is answered as it was then', async () => {
  const server = await testServer();
  const { id } = await server.session({ python: '3.12' });
  const first = await server.apply(id, HISTORY[0] ?? []);
  // A program that waits would refuse this history: its past is asked about in programs.test.ts.
  const paths = (await questions(server, id)).filter((path) => !path.endsWith('/programs/current'));
  const then = new Map<number, Seen[]>();
  const askAll = async (suffix: string) =>
    (await Promise.all(paths.map((path) => ask(server, path + suffix)))).map(timeless);
  then.set(first.seq, await askAll(''));
  for (const operations of HISTORY.slice(1)) {
    const { seq } = await server.apply(id, operations);
    then.set(seq, await askAll(''));
  }

  expect(paths.length).toBeGreaterThan(14);
  for (const [seq, seen] of then) {
    expect(seen.map(({ etag }) => etag)).toEqual(paths.map(() => `"${seq}"`));
    expect(await askAll(`?at=${seq}`)).toEqual(seen);
  }
});

test('a moment that has not come is not found, and one that cannot be is refused', async () => {
  const server = await testServer();
  const { id } = await server.session();
  await server.apply(id, HISTORY[0] ?? []);

  for (const path of await questions(server, id)) {
    expect(await server.call('GET', `${path}?at=99`)).toMatchObject({
      status: 404,
      body: { code: 'no_such_moment' },
    });
    expect((await server.call('GET', `${path}?at=-1`)).status).toBe(400);
  }
});

test('events can be read up to a moment, page by page, with the offsets that were sent live', async () => {
  const server = await testServer();
  const { id } = await server.session({ limits: { events_kept: 64 } });
  const subscriber = await server.subscriber(id);
  subscriber.send({ type: 'subscribe' });
  await subscriber.next('subscribed');
  const positions = [];
  for (const operations of HISTORY) positions.push(await server.apply(id, operations));
  const live = await subscriber.eventsUntil(positions.at(-1)?.offset ?? 0);

  for (const { seq, offset } of positions.slice(2)) {
    const events = [];
    let path = `/v1/sessions/${id}/events?at=${seq}&limit=7`;
    for (
      let next: string | null = '';
      next !== null;
      path = `/v1/sessions/${id}/events?at=${seq}&limit=7&cursor=${next}`
    ) {
      const { body } = await server.call<EventsPage>('GET', path);
      events.push(...body.events);
      next = body.next;
    }
    expect(events).toEqual(live.filter((event) => event.offset <= offset));
  }
});

test('readers of a long past do not hold up the present', async () => {
  const server = await testServer();
  const { id } = await server.session();
  await server.apply(id, [list('a')]);
  for (let turn = 0; turn < 4; turn++) {
    await server.apply(id, [{ op: 'repeat', times: 24_000, ops: [list('x', ['a'])] }, list(`b${turn}`)]);
  }
  const { seq } = (await server.call<SessionResource>('GET', `/v1/sessions/${id}`)).body;

  const done: string[] = [];
  const past = Array.from({ length: 6 }, async (_, index) => {
    const answer = await server.call('GET', `/v1/sessions/${id}/memory?at=${seq - 1 - index}`);
    done.push('past');
    return answer.status;
  });
  const waits: number[] = [];
  while (!done.includes('past')) {
    const started = performance.now();
    await server.apply(id, [list('now')]);
    waits.push(performance.now() - started);
    done.push('now');
  }

  expect(await Promise.all(past)).toEqual(past.map(() => 200));
  expect(done.indexOf('past')).toBeGreaterThan(2);
  // A slice is about a millisecond, and so many replays run at once; the bound is generous for slow machines.
  expect(waits.toSorted((one, other) => one - other)[Math.floor(waits.length / 2)]).toBeLessThan(200);
});
