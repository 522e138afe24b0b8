/** Heavy sessions over HTTP: they are served from a worker, and clients can tell by nothing but time. */
import { expect, test } from 'vitest';
import type { Receipt } from '../../src/contract/index.ts';
import * as ops from '../support/ops.ts';
import { type EventsPage, testServer } from '../support/server.ts';

const SETUP = [
  ops.defineClass('Node'),
  ops.list('a'),
  ops.instance('n', 'Node'),
  ops.append('a', 'n'),
  ops.setAttr('n', 'next', 'a'),
];
const LONG = { op: 'repeat', times: 40_000, index: 'i', ops: [ops.list('x'), ops.unbind('x')] };
/** What differs from session to session and from request to request. */
const ITS_OWN = { instance: '', request_id: '' };
const VIEWS = [
  '/names',
  '/objects?limit=5',
  '/objects?type=Node',
  '/gc',
  '/gc/generations/0?limit=3',
  '/gc/unreachable?generation=1',
  '/memory',
  '/memory/arenas',
  '/memory/arenas/0',
  '/memory/arenas/99',
  '/memory/size-classes',
  '/objects/2/why-alive',
  '/objects/2/sizes',
  '/objects/2/graph?direction=referrers',
  '/graph?depth=4',
  '/leaks',
  '/leaks?since=2',
];

test('every view of a heavy session is the same from a worker, now and in the past', async () => {
  const bodies = [];
  for (const workers of ['0', '1']) {
    const server = await testServer({ HEAPLAB_WORKERS: workers });
    const { id } = await server.session({ python: '3.11' });
    await server.apply(id, SETUP);
    await server.apply(id, [LONG]);
    const seen: unknown[] = [];
    for (const at of ['', 'at=3', 'at=99']) {
      for (const view of VIEWS) {
        const path = at === '' ? view : `${view}${view.includes('?') ? '&' : '?'}${at}`;
        const { status, body } = await server.call<{ position?: { epoch: string } }>(
          'GET',
          `/v1/sessions/${id}${path}`,
        );
        seen.push([path, status, { ...body, ...ITS_OWN, position: { ...body.position, epoch: '' } }]);
      }
    }
    expect(server.workers?.lodgers ?? 0).toBe(Number(workers));
    bodies.push(seen);
  }

  expect(bodies[1]).toEqual(bodies[0]);
});

test('the events of a heavy session reach its subscribers and the pages of the past alike', async () => {
  const server = await testServer({ HEAPLAB_WORKERS: '1' });
  const { id } = await server.session({ python: '3.11' });
  await server.apply(id, SETUP);
  await server.apply(id, [LONG]);
  const subscriber = await server.subscriber(id);
  const { offset } = (await server.call<{ offset: number }>('GET', `/v1/sessions/${id}`)).body;
  subscriber.send({ type: 'subscribe', topics: ['object', 'gc'] });
  await subscriber.next('subscribed');

  const receipts: Receipt[] = [];
  for (let batch = 0; batch < 4; batch++)
    receipts.push(await server.apply(id, [{ op: 'repeat', times: 2_000, index: 'i', ops: SETUP.slice(1) }]));
  const last = receipts.at(-1)?.offset ?? 0;

  const live = [];
  let reached = offset;
  while (reached < last) {
    const frame = await Promise.race([subscriber.next('events'), subscriber.next('bookmark')]);
    if (frame.type === 'events') live.push(...frame.events);
    reached = frame.position.offset;
  }
  const past = [];
  for (let next: string | null = `?from=${offset + 1}`; next !== null; ) {
    const path: string = `/v1/sessions/${id}/events${next}&topics=object,gc&limit=10000`;
    const { events, next: cursor }: EventsPage = (await server.call<EventsPage>('GET', path)).body;
    past.push(...events);
    next = cursor === null ? null : `?cursor=${encodeURIComponent(cursor)}`;
  }
  expect(live).toEqual(past);
});

test('a batch that is too much for its worker is refused for now, and the session is there again', async () => {
  const server = await testServer({ HEAPLAB_WORKERS: '1', HEAPLAB_WORKER_MEMORY_MB: '64' });
  const [greedy, light] = [await server.session(), await server.session()];
  const { seq } = await server.apply(greedy.id, [...SETUP, LONG]);
  const operations = [{ op: 'repeat', times: 1_000_000, index: 'i', ops: [ops.list('a', 'a')] }];

  const refused = await server.call('POST', `/v1/sessions/${greedy.id}/operations`, { operations });
  const unharmed = await server.apply(light.id, SETUP);
  const back = await server.call<{ position: object }>('GET', `/v1/sessions/${greedy.id}/gc`);

  expect(seq).toBe(SETUP.length + 1);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
  expect(refused.body).toMatchObject({ type: expect.stringContaining('worker_lost') });
  expect(unharmed.seq).toBe(SETUP.length);
  expect(back).toMatchObject({ status: 200, body: { position: { seq } } });
});
