/** What a registry does by itself: let go of idle heaps, expire, delete, and find everything again after a restart. */
import { expect, test } from 'vitest';
import { MemoryJournal, SqliteJournal } from '../../src/journal/index.ts';
import { eventPage, type Journal, type Session, stateHash, TopicFilter } from '../../src/session/index.ts';
import { temporaryDirectory } from '../support/directories.ts';
import {
  apply,
  DISK_FULL,
  drop,
  faultOf,
  list,
  mark,
  testSessions,
  testSessionsOn,
  times,
  valueOf,
} from '../support/sessions.ts';

async function hashOf(session: Session): Promise<string> {
  return valueOf(await session.read((process) => ({ ok: true, value: stateHash(process) })));
}

test('an idle session leaves memory and comes back as it was with the next request', async () => {
  const { registry, clock, create } = testSessions({ idleSeconds: 60 });
  const [idle, busy] = [await create(), await create()];
  for (const session of [idle, busy]) await apply(session, [list('a'), list('b'), drop('nope')]);
  const before = { hash: await hashOf(idle), position: idle.position };

  clock.nowMs += 60_000;
  valueOf(registry.find(busy.id));
  await registry.sweep();

  expect([idle.inMemory, busy.inMemory]).toEqual([false, true]);
  expect({ hash: await hashOf(idle), position: idle.position }).toEqual(before);
  expect((await apply(idle, [list('c')])).position.seq).toBe(3);
});

test('a session that rests keeps no events, gives them again from the journal, and goes on as before', async () => {
  const { registry, clock, create } = testSessions();
  const session = await create();
  await apply(session, [times(300, list('a'))]);
  const before = { hash: await hashOf(session), position: session.position };
  const page = { after: 0, to: before.position.offset, limit: 10_000 };
  const events = valueOf(await eventPage(session, page, new TopicFilter()));

  clock.nowMs += 10_000;
  await registry.sweep();

  const ring = valueOf(await session.read((process) => ({ ok: true, value: process.heap.ring })));
  expect(ring.firstKept).toBe(ring.offset + 1);
  expect({ hash: await hashOf(session), position: session.position }).toEqual(before);
  expect(valueOf(await eventPage(session, page, new TopicFilter()))).toEqual(events);
  expect((await apply(session, [list('c')])).position.seq).toBe(2);
});

test('a session that leaves memory with much behind it leaves a snapshot', async () => {
  const { create, journal } = testSessions();
  const session = await create();
  await apply(session, [times(20_000, list('a'))]);
  await apply(session, [mark('end')]);
  const before = await hashOf(session);

  await session.unload();

  const everything = { seq: Number.POSITIVE_INFINITY, offset: Number.POSITIVE_INFINITY };
  expect(await journal.snapshotBefore(session.id, everything)).toMatchObject({ seq: 2, batch: 2 });
  expect(await hashOf(session)).toBe(before);
});

test('what was asked for lives on, and what expired or was deleted is gone, in the journal too', async () => {
  const { registry, clock, create, journal } = testSessions();
  const [asked, silent, deleted] = [
    await create({ ttl_seconds: 10 }),
    await create({ ttl_seconds: 10 }),
    await create(),
  ];
  clock.nowMs += 8_000;
  valueOf(registry.find(asked.id));
  valueOf(await registry.remove(deleted));
  clock.nowMs += 2_000;

  expect(await registry.sweep()).toBe(1);

  expect((await journal.sessions()).map(({ id }) => id)).toEqual([asked.id]);
  expect(faultOf(registry.find(silent.id))).toBe('no_such_session');
});

test('a deletion that the journal could not take is taken later', async () => {
  const { registry, create, journal } = testSessions();
  const session = await create();
  const remove = journal.remove.bind(journal);
  journal.remove = async () => Promise.reject(DISK_FULL);

  expect(faultOf(await registry.remove(session))).toBe('journal_full');
  expect(faultOf(registry.find(session.id))).toBe('no_such_session');
  await expect(registry.sweep()).rejects.toBe(DISK_FULL);
  journal.remove = remove;
  await registry.sweep();

  expect(await journal.sessions()).toEqual([]);
});

async function reopened(journal: Journal, nowMs: number) {
  const sessions = testSessionsOn(journal);
  sessions.clock.nowMs = nowMs;
  await sessions.registry.open();
  return sessions;
}

test('after a restart every session is where it was, loaded when first touched, and can go on', async () => {
  const directory = temporaryDirectory();
  const first = testSessionsOn(await SqliteJournal.open({ directory }));
  const kept = await first.create({ label: 'kept', python: '3.12' });
  const short = await first.create({ ttl_seconds: 10 });
  const ephemeral = await first.create({ ephemeral: true });
  await apply(kept, [list('a'), times(15_000, list('b')), drop('nope')]);
  await apply(kept, [list('c')]);
  const before = { hash: await hashOf(kept), position: kept.position };
  await first.registry.close();
  await first.journal.close();

  const journal = await SqliteJournal.open({ directory });
  const { registry } = await reopened(journal, first.clock.nowMs + 10_000);
  const found = valueOf(registry.find(kept.id));

  expect(registry.loaded).toBe(0);
  expect(found.record.label).toBe('kept');
  expect({ hash: await hashOf(found), position: found.position }).toEqual(before);
  expect((await apply(found, [drop('c')])).position.seq).toBe(4);
  expect([short, ephemeral].map(({ id }) => faultOf(registry.find(id)))).toEqual([
    'no_such_session',
    'no_such_session',
  ]);
  await registry.close();
  await journal.close();
});

test('ephemeral sessions never touch the store', async () => {
  const untouchable = new MemoryJournal();
  for (const method of ['create', 'append', 'putSnapshot', 'remove', 'keepAnswer'] as const) {
    untouchable[method] = async () => Promise.reject(new Error(`${method} was called`));
  }
  const { create, registry, bugs } = testSessionsOn(untouchable);

  const session = await create({ ephemeral: true });
  await apply(session, [times(150_000, list('a'))]);
  await session.unload();
  await apply(session, [list('b')]);
  valueOf(await registry.remove(session));

  expect(bugs).toEqual([]);
});
