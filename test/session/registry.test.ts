import { expect, test } from 'vitest';
import { createSessionRequest } from '../../src/contract/index.ts';
import { apply, faultOf, list, testSessions, valueOf } from '../support/sessions.ts';

test('a session gets the limits of the server, or tighter ones', async () => {
  const { create, registry } = testSessions();

  const session = await create({ limits: { objects: 10 } });
  const wide = await registry.create(createSessionRequest.parse({ limits: { objects: 1e12 } }));

  expect(session.record.settings.limits).toEqual({ ...registry.limits.session, objects: 10 });
  expect(faultOf(wide)).toBe('limit_too_high');
});

test('a server takes so many sessions and no more', async () => {
  const { create, registry } = testSessions({ sessions: 2 });
  const [first] = [await create(), await create()];

  expect(faultOf(await registry.create(createSessionRequest.parse({})))).toBe('too_many_sessions');

  await registry.remove(first);
  expect(faultOf(await registry.create(createSessionRequest.parse({})))).toBe('no fault');
});

test('a session that nobody asks for expires, with its journal', async () => {
  const { create, registry, clock, journal } = testSessions();
  const [short, long] = [await create({ ttl_seconds: 10 }), await create({ ttl_seconds: null })];

  clock.nowMs += 9_000;
  expect(faultOf(registry.find(short.id))).toBe('no fault');
  clock.nowMs += 9_000;
  expect(await registry.sweep()).toBe(0);
  clock.nowMs += 1_000;
  expect(faultOf(registry.find(short.id))).toBe('no_such_session');

  expect(await registry.sweep()).toBe(1);
  expect((await journal.sessions()).map(({ id }) => id)).toEqual([long.id]);
});

test('sessions are listed in the order of their birth, page by page', async () => {
  const { create, registry, clock } = testSessions();
  const ids: string[] = [];
  for (let index = 0; index < 5; index++) {
    ids.push((await create()).id);
    clock.nowMs += 1;
  }

  const first = registry.list(undefined, 2);
  const rest = registry.list(first.at(-1)?.record, 10);

  expect([...first, ...rest].map(({ id }) => id)).toEqual(ids);
});

test('an ephemeral session never touches the journal, and replays all the same', async () => {
  const { create, journal } = testSessions();
  const session = await create({ ephemeral: true });
  await apply(session, [list('a')]);

  await session.unload();

  expect(await journal.sessions()).toEqual([]);
  expect((await apply(session, [list('b')])).position.seq).toBe(2);
});

test('a deleted session answers nothing any more and ends its streams', async () => {
  const { create, registry } = testSessions();
  const session = await create();
  const ended: string[] = [];
  valueOf(
    session.attach({
      filter: () => undefined,
      published: () => undefined,
      ended: (reason) => ended.push(reason),
    }),
  );

  valueOf(await registry.remove(session));

  expect(ended).toEqual(['deleted']);
  expect(faultOf(await session.apply({ operations: [list('a')], onError: 'stop' }))).toBe('no_such_session');
  expect(
    faultOf(session.attach({ filter: () => undefined, published: () => undefined, ended: () => undefined })),
  ).toBe('no_such_session');
});

test('a registry that opens a journal again finds its sessions where they were', async () => {
  const first = testSessions();
  const session = await first.create({ label: 'kept' });
  await apply(session, [list('a'), list('b')]);

  const { position } = session;
  const second = testSessions();
  for (const { seq: _seq, offset: _offset, owner: _owner, ...record } of await first.journal.sessions()) {
    await second.journal.create(record);
  }
  for await (const batch of first.journal.read(session.id, 0)) {
    await second.journal.append({ session: session.id, owner: 1, expectedSeq: batch.seq, batch });
  }
  await second.registry.open();

  const found = valueOf(second.registry.find(session.id));
  expect(found.position).toEqual(position);
  expect(found.record.label).toBe('kept');
  expect((await apply(found, [list('c')])).position.seq).toBe(3);
});
