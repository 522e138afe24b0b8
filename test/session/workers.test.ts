/** Sessions in worker threads: the same as here, in nobody's way, and back from the journal when their worker is gone. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { PYTHON_VERSIONS } from '../../src/heap/index.ts';
import { decodeOperation, type Operation } from '../../src/operations/index.ts';
import {
  type EventChunk,
  eventPage,
  recentEvents,
  type Session,
  TopicFilter,
} from '../../src/session/index.ts';
import { operationLists, PRELUDE } from '../support/arbitrary-operations.ts';
import type { JsonOperation } from '../support/ops.ts';
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
import { hashAt, hashOf, inThisThread, lose, NOTHING, workerSessions } from '../support/workers.ts';

const EVERY_EVENT = { after: 0, to: Number.POSITIVE_INFINITY, limit: Number.POSITIVE_INFINITY };
const long = times(60_000, list('x'), drop('x'));

async function eventsOf(
  session: Session,
  topics?: ConstructorParameters<typeof TopicFilter>[0],
): Promise<EventChunk> {
  return valueOf(await eventPage(session, EVERY_EVENT, new TopicFilter(topics)));
}

test('a batch that is too long for the thread of all is applied in a worker, and nobody sees a difference', async () => {
  const [here, away] = [testSessions(), workerSessions()];
  const [one, other] = [await here.create(), await away.create()];
  const batches = [[list('a')], [long, list('b')], [link('b'), drop('c')], [link('b')]];

  const receipts = [];
  for (const batch of batches) receipts.push([await apply(one, batch), await apply(other, batch)]);

  for (const [expected, found] of receipts) {
    expect(found?.results).toEqual(expected?.results);
    expect(found?.position.offset).toBe(expected?.position.offset);
  }
  expect(inThisThread(other)).toBe(false);
  expect(await hashOf(other)).toMatchObject({ hash: (await hashOf(one)).hash });
  expect(await hashAt(other, 1)).toMatchObject({ hash: (await hashAt(one, 1)).hash });
});

test('a session with many objects moves, one with few stays', async () => {
  const { create, workers } = workerSessions();
  const [large, small] = [await create(), await create()];

  for (const session of [small, large]) await apply(session, [list('a')]);
  for (let batch = 0; batch < 6; batch++) await apply(large, [times(4_000, link('a'))]);
  await apply(small, [list('b')]);
  await apply(large, [list('b')]);

  expect([inThisThread(small), inThisThread(large), workers.lodgers]).toEqual([true, false, 1]);
});

async function fiftyRequests(session: Session): Promise<string> {
  for (let request = 0; request < 50; request++) await apply(session, [list('a')]);
  return 'fifty requests';
}

test('while a worker is at a long batch, other sessions are answered', async () => {
  const { create } = workerSessions();
  const [heavy, light] = [await create(), await create()];
  await apply(heavy, [long]);

  const batch = apply(heavy, [times(1_000_000, list('x'), drop('x'))]);
  const first = await Promise.race([batch, fiftyRequests(light)]);
  await batch;

  expect(first).toBe('fifty requests');
});

test('what is rolled back in a worker has not happened', async () => {
  const { create } = workerSessions({ light: NOTHING });
  const session = await create();
  await apply(session, [list('a')]);
  const before = await hashOf(session);

  const receipt = await apply(session, [list('b'), drop('nobody')], 'rollback');

  expect(receipt).toMatchObject({ rolledBack: true, failed: 1, position: { seq: 1 } });
  expect(await hashOf(session)).toEqual(before);
});

test('a limit that is met in a worker leaves the session as it was', async () => {
  const { create } = workerSessions({ light: NOTHING });
  const session = await create({ limits: { objects: 1_000 } });
  await apply(session, [list('a')]);
  const before = await hashOf(session);

  const outcome = await session.apply({ operations: [times(2_000, link('a'))], onError: 'stop' });

  expect(faultOf(outcome)).toBe('too_many_objects');
  expect(await hashOf(session)).toEqual(before);
});

test('a batch that the journal refuses has not happened in the worker either', async () => {
  const { create, journal } = workerSessions({ light: NOTHING });
  const session = await create();
  await apply(session, [list('a')]);
  const before = await hashOf(session);

  journal.broken = DISK_FULL;
  const refused = await session.apply({ operations: [list('b')], onError: 'stop' });
  journal.broken = undefined;

  expect(faultOf(refused)).toBe('journal_full');
  expect(await hashOf(session)).toEqual(before);
});

test('subscribers of a session in a worker get what it publishes, in order and once', async () => {
  const { create } = workerSessions({ light: NOTHING });
  const session = await create();
  const filter = new TopicFilter(['object', 'operation']);
  const seen: number[] = [];
  let offset = 0;
  const published = (): void => {
    for (;;) {
      const chunk = recentEvents(session, offset, filter);
      if (chunk === undefined) throw new Error('the next events are not here');
      seen.push(...chunk.events.map((event) => event.offset));
      if (chunk.offset === offset) return;
      offset = chunk.offset;
    }
  };
  valueOf(session.attach({ filter: () => filter, published, ended: () => undefined }));

  await apply(session, [list('a'), link('a')]);
  await apply(session, [times(20_000, list('x'))]);
  await apply(session, [list('b')]);

  const all = await eventsOf(session, ['object', 'operation']);
  expect(seen).toEqual(all.events.map((event) => event.offset));
  expect(all.events.length).toBeGreaterThan(60_000);
});

test('a worker that dies is replaced, its sessions come back from the journal, and others do not notice', async () => {
  const { create, workers, lost, bugs } = workerSessions();
  const [heavy, neighbour, light] = [await create(), await create(), await create()];
  for (const session of [heavy, neighbour]) await apply(session, [list('a'), long]);
  await apply(light, [list('a')]);
  const before = [await hashOf(heavy), await hashOf(neighbour), await hashOf(light)];
  const [first] = workers.running;

  const waiting = heavy.apply({ operations: [times(5_000_000, list('x'))], onError: 'stop' });
  const killed = lose(neighbour);
  const unharmed = apply(light, [list('b')]);

  expect([faultOf(await killed), faultOf(await waiting)]).toEqual(['worker_lost', 'worker_lost']);
  expect((await unharmed).position.seq).toBe(2);
  expect([await hashOf(heavy), await hashOf(neighbour)]).toEqual(before.slice(0, 2));
  expect((await apply(heavy, [list('b')])).position.seq).toBe(3);
  expect(workers.running).not.toContain(first);
  expect([lost.length, bugs.length, workers.running.length]).toEqual([1, 0, 1]);
});

test('a worker whose objects outgrow its memory ends, and only those who waited for it hear of it', async () => {
  const { create, lost } = workerSessions({ memoryBytes: 64 * 1_048_576 });
  const [greedy, light] = [await create(), await create()];
  await apply(greedy, [list('a'), long]);
  const before = await hashOf(greedy);

  const outcome = await lose(greedy, 'devour');
  await apply(light, [list('a')]);

  expect(faultOf(outcome)).toBe('worker_lost');
  expect(lost[0]).toMatch(/memory/);
  expect(await hashOf(greedy)).toEqual(before);
});

test('a worker whose heaps outgrow its memory ends too', async () => {
  const { create, lost } = workerSessions({ memoryBytes: 64 * 1_048_576 });
  const greedy = await create();
  await apply(greedy, [list('a'), long]);
  const before = await hashOf(greedy);

  const outcome = await greedy.apply({ operations: [times(2_000_000, link('a'))], onError: 'stop' });

  expect(faultOf(outcome)).toBe('worker_lost');
  expect(lost).toEqual(['exit 1']);
  expect(await hashOf(greedy)).toEqual(before);
});

test('a session that costs one worker after another its life is retired', async () => {
  const { create, bugs } = workerSessions({ light: NOTHING });
  const session = await create();
  await apply(session, [list('a')]);

  const faults = [];
  for (let time = 0; time < 4; time++) faults.push(faultOf(await lose(session)));

  expect(faults).toEqual(['worker_lost', 'worker_lost', 'session_retired', 'session_retired']);
  expect(bugs).toHaveLength(1);
});

test('events of the past are found also when the worker that looks for them dies', async () => {
  const { create } = workerSessions();
  const [session, other] = [await create(), await create()];
  await apply(session, [times(60_000, list('x'), drop('x'))]);
  await apply(other, [long]);
  const quiet = await eventsOf(session, ['operation']);

  const search = eventsOf(session, ['operation']);
  await lose(other);

  expect((await search).events).toEqual(quiet.events);
});

test('a session that nobody asks for leaves its worker', async () => {
  const { create, workers } = workerSessions({ light: NOTHING });
  const session = await create();
  await apply(session, [list('a')]);
  const before = await hashOf(session);

  await session.unload();
  const lodgers = workers.lodgers;

  expect(lodgers).toBe(0);
  expect(await hashOf(session)).toEqual(before);
});

test('a cramped worker puts out heaps that nobody uses, which come back when they are asked for', async () => {
  const { create } = workerSessions({ light: NOTHING, memoryBytes: 48 * 1_048_576 });
  const sessions = await Promise.all(Array.from({ length: 20 }, async () => create()));
  // On a busy machine memory comes back late and the worker may be replaced; who asks again is served, as a client would be.
  const patiently = async (...asked: Parameters<typeof apply>): ReturnType<typeof apply> =>
    apply(...asked).catch(async (error: unknown) => {
      if (!String(error).includes('worker_lost')) throw error;
      return apply(...asked);
    });

  for (const session of sessions) await patiently(session, [list('a'), times(20_000, link('a'))]);
  const receipts = [];
  for (const session of sessions) receipts.push(await patiently(session, [list('b')]));

  expect(receipts.map(({ position }) => position.seq)).toEqual(sessions.map(() => 3));
});

test('random operations give the same results, events and state in a worker as here', async () => {
  const [here, away] = [testSessions(), workerSessions({ light: NOTHING })];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...PYTHON_VERSIONS), operationLists(60), async (python, random) => {
      const sessions = [await here.create({ python }), await away.create({ python })];
      const operations = [...PRELUDE, ...random];

      const results: unknown[][] = [[], []];
      for (let at = 0; at < operations.length; at += 7) {
        for (const [index, session] of sessions.entries()) {
          const receipt = await apply(session, operations.slice(at, at + 7).map(decoded));
          results[index]?.push(receipt.results, receipt.failed, receipt.position.offset);
        }
      }

      expect(results[1]).toEqual(results[0]);
      const [one, other] = await Promise.all(sessions.map(hashOf));
      expect(other).toHaveProperty('hash', one?.hash);
      const [expected, found] = await Promise.all(sessions.map(async (session) => eventsOf(session)));
      expect(found?.events).toEqual(expected?.events);
    }),
    { numRuns: 15 },
  );
});

function decoded(json: JsonOperation): Operation {
  const outcome = decodeOperation(json);
  if (!outcome.ok) throw new Error(`${json.op}: ${outcome.problem.words.en}`);
  return outcome.operation;
}
