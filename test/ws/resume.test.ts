/**
 * Subscribers that leave and come back, that are slow, and that are many.
 *
 * Small by default; `RESUME=full npm test -- test/ws/resume.test.ts` is 500 sockets cut 20 times each, 100 frozen ones and 200
 * sessions at once.
 */
import { once } from 'node:events';
import { expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { HeapEvent, NamesView, Receipt, SessionResource } from '../../src/contract/index.ts';
import { SqliteJournal } from '../../src/journal/index.ts';
import { temporaryDirectory } from '../support/directories.ts';
import { Random, runSeed } from '../support/random.ts';
import { eventsHash, ReturningSubscriber } from '../support/returning-subscriber.ts';
import { type EventsPage, type TestServer, testServer } from '../support/server.ts';
import { ServerProcess } from '../support/server-process.ts';

const FULL = process.env['RESUME'] === 'full';
const SOCKETS = FULL ? 500 : 25;
const CUTS = FULL ? 20 : 6;
const FROZEN = FULL ? 100 : 12;
const SESSIONS = FULL ? 200 : 30;
/** Until the buffers of the operating system are full a socket still takes what nobody reads. */
const FILLING_MS = FULL ? 5_000 : 2_500;
vi.setConfig({ testTimeout: FULL ? 300_000 : 60_000 });

const list = (name: string) => ({ op: 'new', type: 'list', as: name });
const address = (server: TestServer, id: string) =>
  `${server.url.replace('http', 'ws')}/v1/sessions/${id}/events`;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Every event of a session, from the journal. */
async function journalled(server: TestServer, id: string): Promise<HeapEvent[]> {
  const events: HeapEvent[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const cursor: string = next === '' ? '' : `&cursor=${next}`;
    const { body } = await server.call<EventsPage>('GET', `/v1/sessions/${id}/events?limit=10000${cursor}`);
    events.push(...body.events);
    next = body.next;
  }
  return events;
}

test('sockets that are cut at random while events flow see each event once, in the end', async () => {
  const random = new Random(runSeed());
  const server = await testServer();
  const { id, epoch } = await server.session();
  const subscribers = Array.from(
    { length: SOCKETS },
    () => new ReturningSubscriber(() => address(server, id), { epoch, offset: 0 }),
  );
  onTestFinished(() => subscribers.forEach((subscriber) => subscriber.stop()));
  for (const subscriber of subscribers) subscriber.start();

  let cuts = 0;
  while (cuts < SOCKETS * CUTS) {
    await server.apply(id, [list('a'), { op: 'append', list: 'a', item: 'a' }, { op: 'unbind', name: 'a' }]);
    for (let burst = random.below(SOCKETS / 2); burst > 0; burst--)
      cuts += Number(random.pick(subscribers).cut());
    await pause(random.below(10));
  }
  const { offset } = await server.apply(id, [{ op: 'gc.collect' }]);
  await Promise.all(subscribers.map((subscriber) => subscriber.reaches(offset)));

  const events = await journalled(server, id);
  expect(events).toHaveLength(offset);
  expect(subscribers.flatMap(({ complaints }) => complaints)).toEqual([]);
  expect(new Set(subscribers.map(({ hash }) => hash))).toEqual(new Set([eventsHash(events)]));
  expect(subscribers.reduce((sum, { returns }) => sum + returns, 0)).toBeGreaterThanOrEqual(SOCKETS * CUTS);
});

test('subscribers that come back after a restart, all at once, get exactly what they missed', async () => {
  const path = temporaryDirectory();
  const first = await testServer({}, { journal: await SqliteJournal.open({ directory: path }) });
  const { id, epoch } = await first.session();
  let server = first;
  const subscribers = Array.from(
    { length: SOCKETS },
    () => new ReturningSubscriber(() => address(server, id), { epoch, offset: 0 }),
  );
  onTestFinished(() => subscribers.forEach((subscriber) => subscriber.stop()));
  for (const [index, subscriber] of subscribers.entries()) {
    if (index % 2 === 0) subscriber.start();
    if (index % 20 === 0) await first.apply(id, [list('a'), { op: 'repeat', times: 50, ops: [list('b')] }]);
  }
  await first.stop();

  server = await testServer({}, { journal: await SqliteJournal.open({ directory: path }) });
  // Those that were never there before come too: the whole history is what they missed.
  for (const [index, subscriber] of subscribers.entries()) if (index % 2 === 1) subscriber.start();
  const { offset } = await server.apply(id, [list('c')]);
  await Promise.all(subscribers.map((subscriber) => subscriber.reaches(offset)));

  expect(subscribers.flatMap(({ complaints }) => complaints)).toEqual([]);
  const events = await journalled(server, id);
  expect(new Set(subscribers.map(({ hash }) => hash))).toEqual(new Set([eventsHash(events)]));
  expect(subscribers.flatMap(({ closes }) => closes).every((code) => code === 1012 || code === 1006)).toBe(
    true,
  );
});

test('a subscriber of a session that was dropped from memory resumes, and sees what comes then', async () => {
  const server = await testServer();
  const { id, epoch } = await server.session();
  const { offset: seen } = await server.apply(id, [list('a')]);
  await server.apply(id, [list('b')]);
  const found = server.registry.find(id);
  if (!found.ok) throw new Error(found.fault.code);
  await found.value.unload();
  expect(found.value.inMemory).toBe(false);

  const subscriber = await server.subscriber(id);
  subscriber.send({ type: 'subscribe', since: { epoch, offset: seen } });
  expect(await subscriber.next('subscribed')).toMatchObject({ recovered: true });
  const { offset } = await server.apply(id, [list('c')]);

  const events = await subscriber.eventsUntil(offset);
  expect(events).toEqual((await journalled(server, id)).slice(seen));
});

test('a position of another epoch, or of a future that never came, is not recovered, with the reason', async () => {
  const server = await testServer();
  const { id, epoch } = await server.session();
  const { offset } = await server.apply(id, [list('a')]);
  const ask = async (since: object) => {
    const subscriber = await server.subscriber(id);
    subscriber.send({ type: 'subscribe', since });
    return subscriber.next('subscribed');
  };

  expect(await ask({ epoch: 'e_000000000000', offset })).toMatchObject({
    recovered: false,
    reason: 'other_epoch',
    position: { epoch, offset },
  });
  expect(await ask({ epoch, offset: offset + 1 })).toMatchObject({
    recovered: false,
    reason: 'in_the_future',
  });
  expect(await ask({ epoch, offset })).toMatchObject({ recovered: true, position: { epoch, offset } });
});

test('views and the streams from their positions leave no gap, whenever they are taken', async () => {
  const random = new Random(runSeed());
  const server = await testServer();
  const { id } = await server.session();
  let last = 0;
  const writing = (async () => {
    for (let index = 0; index < 60; index++) last = (await server.apply(id, [list(`n${index}`)])).offset;
  })();

  const watchers = await Promise.all(
    Array.from({ length: 10 }, async () => {
      await pause(random.below(60));
      const { body } = await server.call<NamesView & { position: { epoch: string; offset: number } }>(
        'GET',
        `/v1/sessions/${id}/names`,
      );
      const subscriber = await server.subscriber(id);
      subscriber.send({
        type: 'subscribe',
        since: { epoch: body.position.epoch, offset: body.position.offset },
      });
      return {
        names: (body.frames[0]?.names ?? []).map(({ name }) => name),
        from: body.position.offset,
        subscriber,
      };
    }),
  );
  await writing;

  for (const { names, from, subscriber } of watchers) {
    const events = from < last ? await subscriber.eventsUntil(last) : [];
    expect(events.map(({ offset }) => offset)).toEqual(
      Array.from({ length: last - from }, (_, index) => from + 1 + index),
    );
    const bound = events.flatMap((event) => (event.type === 'name.bound' ? [event.name] : []));
    expect([...names, ...bound]).toEqual(Array.from({ length: 60 }, (_, index) => `n${index}`));
  }
});

test('frozen subscribers take little memory, are closed within 5 s, and disturb nobody', async () => {
  const server = await ServerProcess.start({ HEAPLAB_JOURNAL: 'memory' });
  onTestFinished(() => server.kill());
  const post = async <T>(path: string, body: object): Promise<T> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await answer.json()) as T;
  };
  const { id, epoch } = await post<SessionResource>('/v1/sessions', {});
  const stream = `${server.url.replace('http', 'ws')}/v1/sessions/${id}/events`;
  const healthy = new ReturningSubscriber(() => stream, { epoch, offset: 0 });
  healthy.start();
  onTestFinished(() => healthy.stop());
  const work = { operations: [{ op: 'repeat', times: 1_000, ops: [list('x')] }] };
  const round = async (): Promise<number> => {
    const { offset } = await post<Receipt>(`/v1/sessions/${id}/operations`, work);
    await healthy.reaches(offset);
    return offset;
  };
  // What the work itself takes is taken before.
  for (let index = 0; index < 60; index++) await round();
  const frozen = Array.from({ length: FROZEN }, () => new WebSocket(stream, 'heaplab.v1'));
  onTestFinished(() => frozen.forEach((socket) => socket.terminate()));
  await Promise.all(frozen.map((socket) => once(socket, 'message')));
  for (const socket of frozen) {
    socket.send('{"type":"subscribe"}');
    await once(socket, 'message');
    socket.pause();
  }
  expect(await server.metric('heaplab_subscribers')).toBe(FROZEN + 1);

  const before = await server.metric('process_resident_memory_bytes');
  let peak = Number.NEGATIVE_INFINITY;
  const started = performance.now();
  while ((await server.metric('heaplab_subscribers')) > 1 && performance.now() - started < 30_000) {
    for (let index = 0; index < 10; index++) await round();
    peak = Math.max(peak, (await server.metric('process_resident_memory_bytes')) - before);
  }
  const closedMs = performance.now() - started;

  const grown = Math.round(peak / 1e6);
  const base = Math.round(before / 1e6);
  console.log(`${FROZEN} frozen: ${grown} MB more than ${base}, all closed after ${Math.round(closedMs)} ms`);
  expect(closedMs).toBeLessThan(5_000 + FILLING_MS);
  expect(grown).toBeLessThan(150);
  expect([healthy.complaints, healthy.returns]).toEqual([[], 0]);
});

test('sessions that are used at random, side by side, share no byte, address or event', async () => {
  const random = new Random(runSeed());
  const server = await testServer();
  const sessions = await Promise.all(
    Array.from({ length: SESSIONS }, async (_, index) => {
      const { id, epoch } = await server.session({
        seed: index,
        python: random.pick(['3.8', '3.9', '3.11', '3.12']),
      });
      const subscriber = new ReturningSubscriber(() => address(server, id), { epoch, offset: 0 });
      subscriber.start();
      return { id, index, subscriber, batches: [] as object[][] };
    }),
  );
  onTestFinished(() => sessions.forEach(({ subscriber }) => subscriber.stop()));

  const waiting: Promise<unknown>[] = [];
  for (let step = 0; step < SESSIONS * 10; step++) {
    const session = random.pick(sessions);
    const label = `s${session.index}_${session.batches.length}`;
    const batch = [
      { op: 'new', type: 'list', as: label },
      { op: 'repeat', times: random.below(30), ops: [list(`${label}_x`)] },
      { op: 'mark', label },
    ];
    session.batches.push(batch);
    waiting.push(server.apply(session.id, batch));
    if (random.chance(0.2)) session.subscriber.cut();
    if (random.chance(0.1)) {
      const found = server.registry.find(random.pick(sessions).id);
      if (found.ok) waiting.push(found.value.unload());
    }
    if (waiting.length > 20) await Promise.all(waiting.splice(0));
  }
  await Promise.all(waiting);

  const alone = await testServer();
  for (const { id, index, subscriber, batches } of sessions) {
    const { body } = await server.call<{ settings: { python: string } }>('GET', `/v1/sessions/${id}`);
    const twin = await alone.session({ seed: index, python: body.settings.python });
    for (const batch of batches) await alone.apply(twin.id, batch);
    const events = await journalled(server, id);
    await subscriber.reaches(events.length);
    const memory = async (of: TestServer, session: string) => {
      const answers = await Promise.all(
        ['memory', 'memory/arenas', 'objects?limit=1000', 'gc'].map((path) =>
          of.call<{ position: object }>('GET', `/v1/sessions/${session}/${path}`),
        ),
      );
      return answers.map(({ body }) => ({ ...body, position: null }));
    };

    expect(subscriber.complaints).toEqual([]);
    expect(subscriber.hash).toBe(eventsHash(events));
    expect(events).toEqual(await journalled(alone, twin.id));
    expect(await memory(server, id)).toEqual(await memory(alone, twin.id));
    const words = events.flatMap((event) => ('name' in event ? [event.name] : []));
    // A loop binds its own variable, `i`.
    const foreign = words.filter((word) => !word.startsWith(`s${index}_`) && word !== 'i');
    expect(foreign).toEqual([]);
  }
});
