import { expect, test } from 'vitest';
import { JournalError, stateOf } from '../../src/session/index.ts';
import {
  apply,
  DISK_FULL,
  drop,
  faultOf,
  link,
  list,
  testSessions,
  times,
  valueOf,
} from '../support/sessions.ts';

test('a batch answers one result per operation and moves the session by as many', async () => {
  const session = await testSessions().create();

  const receipt = await apply(session, [list('a'), list('b')]);

  expect(receipt.results.map(({ seq }) => seq)).toEqual([1, 2]);
  expect(receipt.position).toEqual(session.position);
  expect(session.position.seq).toBe(2);
  expect(session.position.offset).toBeGreaterThan(2);
});

test('a batch that stops keeps what came before the failed operation, and does not count it', async () => {
  const session = await testSessions().create();

  const receipt = await apply(session, [list('a'), drop('nope'), list('b')]);

  expect(receipt.failed).toBe(1);
  expect(receipt.results).toHaveLength(2);
  expect(receipt.results[1]?.error).toEqual({
    exception: 'NameError',
    message: "name 'nope' is not defined",
  });
  expect(receipt.position.seq).toBe(1);
});

test('a batch that rolls back leaves no trace', async () => {
  const { create, journal } = testSessions();
  const session = await create();
  await apply(session, [list('a')]);
  const before = session.position;
  const state = valueOf(await session.read((process) => ({ ok: true, value: stateOf(process) })));

  const receipt = await apply(session, [list('b'), drop('nope')], 'rollback');

  expect(receipt.rolledBack).toBe(true);
  expect(receipt.results.map(({ seq }) => seq)).toEqual([undefined, undefined]);
  expect(session.position).toEqual(before);
  expect(valueOf(await session.read((process) => ({ ok: true, value: stateOf(process) })))).toEqual(state);
  expect(journal.appended).toBe(1);
});

test('among writers with the same tag exactly one succeeds', async () => {
  const session = await testSessions().create();

  const outcomes = await Promise.all(
    ['a', 'b', 'c', 'd'].map((name) =>
      session.apply({ operations: [list(name)], onError: 'stop', ifMatch: [0] }),
    ),
  );

  expect(outcomes.map(faultOf).toSorted()).toEqual(['no fault', 'stale_tag', 'stale_tag', 'stale_tag']);
  expect(session.position.seq).toBe(1);
});

test('a batch that meets a limit is not applied at all, not even what came before', async () => {
  const session = await testSessions().create({ limits: { objects: 50 } });
  await apply(session, [list('a')]);
  const before = session.position;
  const state = valueOf(await session.read((process) => ({ ok: true, value: stateOf(process) })));

  const outcome = await session.apply({ operations: [list('b'), times(200, link('b'))], onError: 'stop' });
  const rolled = await session.apply({ operations: [list('b'), times(200, link('b'))], onError: 'rollback' });

  expect([faultOf(outcome), faultOf(rolled)]).toEqual(['too_many_objects', 'too_many_objects']);
  expect(session.position).toEqual(before);
  expect(valueOf(await session.read((process) => ({ ok: true, value: stateOf(process) })))).toEqual(state);
});

test('what could not be journaled has not happened, and the session goes on when the journal does', async () => {
  const { create, journal } = testSessions();
  const session = await create();
  await apply(session, [list('a')]);
  const before = session.position;
  const state = valueOf(await session.read((process) => ({ ok: true, value: stateOf(process) })));

  journal.broken = DISK_FULL;
  expect(faultOf(await session.apply({ operations: [list('b')], onError: 'stop' }))).toBe('journal_full');
  expect(session.position).toEqual(before);
  expect(valueOf(await session.read((process) => ({ ok: true, value: stateOf(process) })))).toEqual(state);

  journal.broken = undefined;
  expect((await apply(session, [list('b')])).position.seq).toBe(2);
});

test('an operation that nobody foresaw to fail retires the session, and no other', async () => {
  const { create, journal, bugs } = testSessions();
  const [broken, healthy] = [await create(), await create()];

  journal.broken = new Error('a bug');
  expect(faultOf(await broken.apply({ operations: [list('a')], onError: 'stop' }))).toBe('session_retired');
  journal.broken = undefined;

  expect(bugs).toHaveLength(1);
  expect(faultOf(await broken.apply({ operations: [list('a')], onError: 'stop' }))).toBe('session_retired');
  expect((await apply(healthy, [list('a')])).position.seq).toBe(1);
});

test('a long batch lets other sessions have their turn', async () => {
  const sessions = testSessions();
  const [long, short] = [await sessions.create(), await sessions.create()];
  const order: string[] = [];

  await Promise.all([
    apply(long, [times(50_000, list('a'))]).then(() => order.push('long')),
    apply(short, [list('a')]).then(() => order.push('short')),
  ]);

  expect(order).toEqual(['short', 'long']);
  expect(sessions.turns).toBeGreaterThan(10);
});

test('nobody sees a batch before it is complete', async () => {
  const session = await testSessions().create();
  const applied = apply(session, [times(20_000, list('a'))]);
  await new Promise((resolve) => setImmediate(resolve));

  expect(session.position.offset).toBe(0);
  const seen = valueOf(await session.read((process) => ({ ok: true, value: process.heap.ring.offset })));

  expect(seen).toBe((await applied).position.offset);
});

test('too many waiting requests are refused at once', async () => {
  const session = await testSessions().create({ limits: { queued_requests: 2 } });

  const outcomes = await Promise.all(
    ['a', 'b', 'c'].map((name) => session.apply({ operations: [list(name)], onError: 'stop' })),
  );

  expect(outcomes.map(faultOf)).toEqual(['no fault', 'no fault', 'session_busy']);
});

test('what the journal kept although it failed is acknowledged to the retry, and visible then', async () => {
  const { create, journal } = testSessions();
  const session = await create();
  const key = { key: 'k', bodyHash: 'h', expiresAtMs: Number.MAX_SAFE_INTEGER };
  const request = { operations: [list('a')], onError: 'stop', key } as const;
  const seen: number[] = [];
  const listener = {
    filter: () => undefined,
    published: () => seen.push(session.position.offset),
    ended: () => undefined,
  };
  valueOf(session.attach(listener));

  journal.breaksAfterwards = new JournalError('journal_unavailable', 'the answer was lost');
  expect(faultOf(await session.apply(request))).toBe('journal_unavailable');
  journal.breaksAfterwards = undefined;
  const retry = valueOf(await session.apply(request));

  expect(retry).toMatchObject({ replayed: true, position: { seq: 1 } });
  expect(session.position).toEqual(retry.position);
  expect(seen).toEqual([retry.position.offset]);
  expect(journal.appended).toBe(1);
});
