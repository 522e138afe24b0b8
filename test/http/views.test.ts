import { expect, test } from 'vitest';
import type { EventsPage } from '../support/server.ts';
import { testServer } from '../support/server.ts';

const A = { op: 'new', type: 'list', as: 'a' };

test.each([
  ['names'],
  ['objects'],
  ['gc'],
  ['gc/generations/0'],
  ['gc/generations/permanent'],
  ['gc/unreachable'],
  ['memory'],
  ['memory/arenas'],
  ['memory/size-classes'],
  ['graph'],
  ['leaks'],
])('the view %s says which moment it shows', async (view) => {
  const server = await testServer();
  const { id, epoch } = await server.session();
  const { seq, offset } = await server.apply(id, [A]);

  const now = await server.call('GET', `/v1/sessions/${id}/${view}`);
  const then = await server.call('GET', `/v1/sessions/${id}/${view}?at=0`);

  expect(now).toMatchObject({ status: 200, body: { position: { seq, epoch, offset } } });
  expect(then).toMatchObject({ status: 200, body: { position: { seq: 0, epoch, offset: 0 } } });
  expect(now.headers.get('etag')).toBe('"1"');
});

test.each([
  ['objects/999', 'no_such_object'],
  ['objects/%23999', 'no_such_object'],
  ['objects/0', 'no_such_object'],
  ['objects/x', 'no_such_object'],
  ['objects/999/referrers', 'no_such_object'],
  ['objects/999/referents', 'no_such_object'],
  ['objects/999/why-alive', 'no_such_object'],
  ['objects/999/sizes', 'no_such_object'],
  ['objects/999/graph', 'no_such_object'],
  ['objects/x/graph?format=svg', 'no_such_object'],
  ['leaks?since=nothing', 'no_such_mark'],
  ['leaks?since=7', 'no_such_moment'],
  ['gc/generations/3', 'no_such_generation'],
  ['gc/generations/x', 'no_such_generation'],
  ['memory/arenas/999', 'no_such_arena'],
  ['memory/arenas/-1', 'no_such_arena'],
  ['memory/pools/0x10', 'no_such_pool'],
  ['memory/pools/x', 'no_such_pool'],
  ['names?at=1', 'no_such_moment'],
])('%s is not there: %s', async (view, code) => {
  const server = await testServer();
  const { id } = await server.session();

  expect(await server.call('GET', `/v1/sessions/${id}/${view}`)).toMatchObject({
    status: 404,
    body: { code },
  });
});

test('past events come in pages, in the order of their offsets', async () => {
  const server = await testServer();
  const { id } = await server.session();
  const { offset } = await server.apply(id, [A, { ...A, as: 'b' }, { op: 'unbind', name: 'nope' }]);

  const offsets: number[] = [];
  let path: string | null = `/v1/sessions/${id}/events?limit=2`;
  while (path !== null) {
    const { body }: { body: EventsPage } = await server.call<EventsPage>('GET', path);
    offsets.push(...body.events.map((event) => event.offset));
    path = body.next === null ? null : `/v1/sessions/${id}/events?limit=2&cursor=${body.next}`;
  }
  const some = await server.call<EventsPage>('GET', `/v1/sessions/${id}/events?topics=operation&from=2`);

  expect(offsets).toEqual(Array.from({ length: offset }, (_, index) => index + 1));
  expect(some.body.events.map(({ type }) => type)).toEqual([
    'operation.applied',
    'operation.applied',
    'operation.failed',
  ]);
  expect(some.body.scanned).toBe(offset);
});
