import { expect, test } from 'vitest';
import type { HeapEvent } from '../../src/contract/index.ts';
import { eventPage, type Session, stateOf, TopicFilter } from '../../src/session/index.ts';
import { apply, drop, list, mark, testSessions, times, valueOf } from '../support/sessions.ts';

const ALL = new TopicFilter();
const everything = (session: Session) => ({ after: 0, to: session.position.offset, limit: 1_000_000 });

async function events(session: Session): Promise<readonly HeapEvent[]> {
  return valueOf(await eventPage(session, everything(session), ALL)).events;
}

async function state(session: Session): Promise<unknown> {
  return valueOf(await session.read((process) => ({ ok: true, value: stateOf(process) })));
}

test('a session that was unloaded comes back from its journal as it was, failed operations included', async () => {
  const session = await testSessions().create();
  await apply(session, [list('a'), list('b'), drop('nope')]);
  await apply(session, [drop('a'), drop('a')]);
  await apply(session, [list('b'), drop('nope')], 'rollback');
  await apply(session, [list('c')]);
  const before = { state: await state(session), position: session.position, events: await events(session) };

  await session.unload();

  expect(await state(session)).toEqual(before.state);
  expect(session.position).toEqual(before.position);
  expect(await events(session)).toEqual(before.events);
});

test('events that the ring has lost are derived again with the same offsets', async () => {
  const { create } = testSessions();
  const [small, large] = [await create({ limits: { events_kept: 64 } }), await create()];
  for (const session of [small, large]) {
    for (let round = 0; round < 40; round++) await apply(session, [list('a'), list('b'), drop('nope')]);
  }

  const derived = await events(small);

  expect(derived).toEqual(await events(large));
  expect(derived.map(({ offset }) => offset)).toEqual(derived.map((_event, index) => index + 1));
});

test('one operation with more events than any ring holds is derived without a gap', async () => {
  const session = await testSessions().create({ limits: { events_kept: 64 } });
  await apply(session, [times(5_000, list('a'))]);

  const derived = await events(session);

  expect(derived.length).toBe(session.position.offset);
  expect(derived.every(({ offset }, index) => offset === index + 1)).toBe(true);
});

test('a page of filtered events ends where its search ended', async () => {
  const session = await testSessions().create({ limits: { events_kept: 64 } });
  await apply(session, [mark('one'), times(300, list('a')), mark('two')]);
  await apply(session, [list('b'), mark('three')]);
  const filter = new TopicFilter(['mark']);

  const first = valueOf(await eventPage(session, { ...everything(session), limit: 2 }, filter));
  const rest = valueOf(await eventPage(session, { ...everything(session), after: first.offset }, filter));

  expect(first.events.map(({ seq }) => seq)).toEqual([1, 3]);
  expect(rest.events.map(({ seq }) => seq)).toEqual([5]);
  expect(rest.offset).toBe(session.position.offset);
});

test('any past moment can be shown while the present goes on', async () => {
  const session = await testSessions().create();
  const states = [await state(session)];
  for (const operation of [list('a'), list('b'), drop('a')]) {
    await apply(session, [operation]);
    states.push(await state(session));
  }

  for (const [seq, expected] of states.entries()) {
    const past = valueOf(
      await session.readAt(seq, (process, position) => ({
        ok: true,
        value: { state: stateOf(process), position },
      })),
    );
    expect(past.state).toEqual(expected);
    expect(past.position.seq).toBe(seq);
  }
  expect(await session.readAt(4, () => ({ ok: true, value: 0 }))).toMatchObject({
    fault: { code: 'no_such_moment' },
  });
});

test('a moment inside a batch can be shown too', async () => {
  const { create } = testSessions();
  const [whole, step] = [await create(), await create()];
  await apply(whole, [list('a'), list('b'), list('c')]);
  await apply(step, [list('a')]);
  await apply(step, [list('b')]);

  const inside = valueOf(await whole.readAt(2, (process) => ({ ok: true, value: stateOf(process) })));

  expect(inside).toEqual(await state(step));
});

test('a long session loads from a snapshot and the tail', async () => {
  const session = await testSessions().create();
  await apply(session, [times(150_000, list('a'))]);
  await apply(session, [list('b')]);
  const before = await state(session);

  await session.unload();

  expect(await state(session)).toEqual(before);
  expect(session.position.seq).toBe(2);
});

test('a history of many short batches lets others have their turn as often as one long batch does', async () => {
  const sessions = testSessions();
  const session = await sessions.create();
  for (let batch = 0; batch < 40; batch++) await apply(session, [times(1_000, list('a'))]);
  const before = await state(session);
  const { seq } = session.position;
  await apply(session, [list('b')]);

  sessions.turns = 0;
  const past = await session.readAt(seq, (process) => ({ ok: true, value: stateOf(process) }));

  expect(valueOf(past)).toEqual(before);
  expect(sessions.turns).toBeGreaterThanOrEqual(18);
});
