/** What views say over HTTP: the heap itself, now and as it was, in pages. */
import { expect, test } from 'vitest';
import type {
  NamesView,
  ObjectsView,
  ObjectView,
  PoolView,
  UnreachableView,
} from '../../src/contract/index.ts';
import { append, bind, list, lit, unbind } from '../support/ops.ts';
import { testServer } from '../support/server.ts';

test('the past shows objects that are gone, the present does not', async () => {
  const server = await testServer();
  const { id } = await server.session();
  await server.apply(id, [list('a'), list('b', 'a'), unbind('b')]);

  const now = await server.call<ObjectsView>('GET', `/v1/sessions/${id}/objects`);
  const then = await server.call<ObjectsView>('GET', `/v1/sessions/${id}/objects?at=2`);

  expect(now.body.objects.map((one) => one.id)).toEqual(['#1']);
  expect(then.body.objects.map((one) => [one.id, one.refcount])).toEqual([
    ['#1', 2],
    ['#2', 1],
  ]);
});

test('pages lead from one to the next', async () => {
  const server = await testServer();
  const { id } = await server.session();
  await server.apply(
    id,
    ['a', 'b', 'c'].map((name) => list(name)),
  );

  const first = await server.call<ObjectsView>('GET', `/v1/sessions/${id}/objects?limit=2`);
  const next = String(first.body.next);
  const second = await server.call<ObjectsView>('GET', `/v1/sessions/${id}/objects?limit=2&cursor=${next}`);

  expect([first, second].map(({ body }) => body.objects.map((one) => one.id))).toEqual([
    ['#1', '#2'],
    ['#3'],
  ]);
  expect(second.body.next).toBeNull();
});

test('an object leads to its pool, where it is the owner of its block', async () => {
  const server = await testServer();
  const { id } = await server.session();
  await server.apply(id, [list('a')]);

  const object = await server.call<ObjectView>('GET', `/v1/sessions/${id}/objects/1`);
  const address = object.body.blocks[0]?.address;
  const pool = await server.call<PoolView>('GET', `/v1/sessions/${id}/memory/pools/${String(address)}`);

  expect(pool.body.block_list[0]).toEqual({ address, state: 'used', object: '#1' });
});

test('objects from before the session have negative numbers, and may be asked for', async () => {
  const server = await testServer();
  const { id } = await server.session();
  await server.apply(id, [bind('nothing', lit(null))]);

  const names = await server.call<NamesView>('GET', `/v1/sessions/${id}/names`);
  const bound = names.body.frames[0]?.names[0];
  const object = await server.call<ObjectView>(
    'GET',
    `/v1/sessions/${id}/objects/${encodeURIComponent(bound?.object ?? '')}`,
  );

  expect(bound).toMatchObject({ name: 'nothing', type: 'NoneType', repr: 'None' });
  expect(object.body).toMatchObject({ id: bound?.object, repr: 'None', blocks: [] });
});

test('what a collection would find is told without one', async () => {
  const server = await testServer();
  const { id } = await server.session();
  const { offset } = await server.apply(id, [list('a'), append('a', 'a'), unbind('a')]);

  const found = await server.call<UnreachableView & { position: { offset: number } }>(
    'GET',
    `/v1/sessions/${id}/gc/unreachable`,
  );

  expect(found.body).toMatchObject({
    generation: 2,
    total: 1,
    objects: [{ id: '#1' }],
    position: { offset },
  });
});
