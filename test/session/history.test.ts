/** Histories that leave one server and prove themselves on another. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ENGINE_VERSION,
  exportHistory,
  type ImportedHistory,
  type Session,
  type StoredBatch,
  stateHash,
} from '../../src/session/index.ts';
import { apply, drop, faultOf, link, list, mark, testSessions, times, valueOf } from '../support/sessions.ts';

async function historyOf(session: Session, at?: number): Promise<ImportedHistory> {
  const { position, stateHash: hash, batches } = valueOf(await exportHistory(session, at));
  const all: StoredBatch[] = [];
  for await (const batch of batches) all.push(batch);
  const { settings, label, ttlSeconds } = session.record;
  const request = { ...settings, label, ttl_seconds: ttlSeconds };
  const end = { seq: position.seq, offset: position.offset, stateHash: hash };
  return { request, engine: ENGINE_VERSION, batches: all, end };
}

async function hashOf(session: Session): Promise<string> {
  return valueOf(await session.read((process) => ({ ok: true, value: stateHash(process) })));
}

async function sample(): Promise<Session> {
  const session = await testSessions().create({ python: '3.12', seed: 7, label: 'origin' });
  await apply(session, [list('a'), link('a'), drop('nope')]);
  await apply(session, [drop('nope')]);
  await apply(session, [times(50, list('b')), mark('m'), { op: 'new', type: 'float', value: -0, as: 'z' }]);
  return session;
}

test('a history that is taken elsewhere leads to the same state, and goes on from there', async () => {
  const origin = await sample();
  const { registry } = testSessions();

  const copy = valueOf(await registry.import(await historyOf(origin)));

  expect(copy.record).toMatchObject({ label: 'origin', settings: origin.record.settings });
  expect({ ...copy.position, epoch: '' }).toEqual({ ...origin.position, epoch: '' });
  expect(await hashOf(copy)).toBe(await hashOf(origin));
  for (const session of [origin, copy]) await apply(session, [list('c'), drop('a')]);
  expect(await hashOf(copy)).toBe(await hashOf(origin));
  await copy.unload();
  expect(await hashOf(copy)).toBe(await hashOf(origin));
});

test('a history can end at any moment, inside a batch too', async () => {
  const origin = await sample();

  for (let at = 0; at <= origin.position.seq; at++) {
    const copy = valueOf(await testSessions().registry.import(await historyOf(origin, at)));
    const then = valueOf(await origin.readAt(at, (process) => ({ ok: true, value: stateHash(process) })));
    expect(copy.position.seq).toBe(at);
    expect(await hashOf(copy)).toBe(then);
  }
  expect(faultOf(await exportHistory(origin, origin.position.seq + 1))).toBe('no_such_moment');
});

test('a history that does not do what it says is refused, and makes no session', async () => {
  const history = await historyOf(await sample());
  const { batches, end } = history;
  const [first, second, third] = batches as [StoredBatch, StoredBatch, StoredBatch];
  const { registry, journal } = testSessions();
  const lies: Partial<ImportedHistory>[] = [
    { batches: [second, third] },
    { batches: [first, third] },
    { batches: [first, second] },
    { batches: [{ ...first, offset: first.offset + 1 }, second, third] },
    { batches: [{ ...first, applied: 3 }, second, third] },
    { batches: [{ ...first, operations: [...first.operations, mark('more')] }, second, third] },
    { batches: [first, second, { ...third, operations: [list('b'), ...third.operations.slice(1)] }] },
    { end: { ...end, seq: end.seq + 1 } },
    { end: { ...end, offset: end.offset - 1 } },
    { end: { ...end, stateHash: `sha256:${'0'.repeat(64)}` } },
  ];

  for (const lie of lies) {
    expect(faultOf(await registry.import({ ...history, ...lie }))).toBe('journal_mismatch');
  }
  expect(await journal.sessions()).toEqual([]);
});

test('a history of zeros that differ only in sign is told apart', async () => {
  const history = await historyOf(await sample());
  const text = JSON.stringify(history);

  expect(faultOf(await testSessions().registry.import(JSON.parse(text) as ImportedHistory))).toBe(
    'journal_mismatch',
  );
});

test('a history must keep to the limits of the server that it comes to', async () => {
  const history = await historyOf(await sample());
  const importing = async (limits: object) =>
    faultOf(
      await testSessions(limits).registry.import({ ...history, request: { ...history.request, limits: {} } }),
    );
  const { session } = testSessions().registry.limits;

  expect(faultOf(await testSessions({ sessions: 0 }).registry.import(history))).toBe('too_many_sessions');
  expect(faultOf(await testSessions({ importSteps: 6 }).registry.import(history))).toBe('journal_mismatch');
  expect(await importing({ session: { ...session, operations_per_batch: 2 } })).toBe('too_many_operations');
  expect(await importing({ session: { ...session, repeat_iterations: 9 } })).toBe('too_many_iterations');
  expect(faultOf(await testSessions({ session: { ...session, objects: 9 } }).registry.import(history))).toBe(
    'limit_too_high',
  );
});

test('whatever is done to a session, its history proves itself', async () => {
  const name = fc.constantFrom('a', 'b', 'c');
  const operation = fc.oneof(
    name.map(list),
    name.map(link),
    name.map(drop),
    name.map(mark),
    fc.tuple(fc.nat({ max: 5 }), name).map(([count, one]) => times(count, list(one), link(one))),
  );
  const batches = fc.array(fc.array(operation, { minLength: 1, maxLength: 5 }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(batches, async (histories) => {
      const { create, registry } = testSessions();
      const origin = await create();
      for (const operations of histories) await apply(origin, operations);

      const copy = valueOf(await registry.import(await historyOf(origin)));

      expect(await hashOf(copy)).toBe(await hashOf(origin));
    }),
    { numRuns: 50 },
  );
});
