/** What every journal keeps to, as scenarios: the same for memory, for SQLite, and for whatever comes. */
import * as fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  encodeState,
  type Journal,
  type JournalBatch,
  JournalError,
  type KeptAnswer,
  type Operation,
  type SessionRecord,
  type Snapshot,
  type StoredBatch,
  stateOf,
} from '../../src/session/index.ts';
import { apply, list, testSessions, times, valueOf } from '../support/sessions.ts';

export type OpenJournal = () => Promise<Journal>;

const CREATED_AT_MS = 1_700_000_000_000;
const session = await testSessions().create();
const { settings } = session.record;

export function record(name: string, ttlSeconds: number | null = null): SessionRecord {
  const id = `s_${name.padStart(20, '0')}`;
  return {
    id,
    epoch: 'e_000000000001',
    createdAtMs: CREATED_AT_MS,
    settings,
    label: name,
    ttlSeconds,
    belongsTo: null,
  };
}

export function batch(label: string, offset: number, applied = 1): JournalBatch {
  const operations = Array.from({ length: applied }, (): Operation => ({ op: 'mark', label }));
  return { operations, applied, offset };
}

export function answer(scope: string, key: string, expiresAtMs = Number.MAX_SAFE_INTEGER): KeptAnswer {
  return { scope, key, bodyHash: `hash of ${key}`, answer: `{"answer to":"${key}"}`, expiresAtMs };
}

export async function all(journal: Journal, id: string, after = 0): Promise<StoredBatch[]> {
  const batches: StoredBatch[] = [];
  for await (const stored of journal.read(id, after)) batches.push(stored);
  return batches;
}

export const labels = (batches: readonly StoredBatch[]): unknown[] =>
  batches.map(({ operations }) => operations[0]?.['label']);

export async function snapshotAfter(seq: number): Promise<Snapshot> {
  const other = await testSessions().create();
  await apply(other, [list('a'), times(seq, list('b'))]);
  const state = valueOf(await other.read((process) => ({ ok: true, value: stateOf(process) })));
  return { batch: seq, seq, offset: seq * 10, bytes: encodeState(state) };
}

const NOWHERE = { seq: Number.POSITIVE_INFINITY, offset: Number.POSITIVE_INFINITY };

export function journalContract(name: string, openJournal: OpenJournal): void {
  const open = async (): Promise<Journal> => {
    const journal = await openJournal();
    onTestFinished(() => journal.close());
    return journal;
  };
  describe(`the journal in ${name}`, () => {
    sessionsContract(open);
    appendContract(open);
    answersContract(open);
    snapshotsContract(open);
    forksContract(open);
  });
}

function sessionsContract(open: OpenJournal): void {
  test('sessions are told in the order of their birth, with how far they have come', async () => {
    const journal = await open();
    const [one, two] = [record('1'), record('2')];

    expect(await journal.create(one)).toBe('created');
    expect(await journal.create(two)).toBe('created');
    await journal.append({ session: two.id, owner: 1, expectedSeq: 0, batch: batch('a', 7, 3) });

    expect(await journal.sessions()).toEqual([
      { ...one, seq: 0, offset: 0, batches: 0, owner: 1, touchedAtMs: CREATED_AT_MS },
      { ...two, seq: 3, offset: 7, batches: 1, owner: 1, touchedAtMs: CREATED_AT_MS },
    ]);
    expect(await journal.damaged()).toEqual([]);
    await expect(journal.create(one)).rejects.toThrow(JournalError);
  });

  test('label and time to live can change, and nothing else does', async () => {
    const journal = await open();
    await journal.create(record('1', 60));

    await journal.update(record('1').id, { label: 'renamed', ttlSeconds: null });

    const [stored] = await journal.sessions();
    expect(stored).toMatchObject({ ...record('1'), label: 'renamed', ttlSeconds: null });
    await expect(journal.update('s_0', { label: '', ttlSeconds: null })).rejects.toThrow(JournalError);
  });

  test('what is removed is gone, with all that belongs to it, and can be removed again', async () => {
    const journal = await open();
    const { id } = record('1');
    await journal.create(record('1'));
    await journal.append({
      session: id,
      owner: 1,
      expectedSeq: 0,
      batch: batch('a', 1),
      answer: answer(id, 'k'),
    });

    await journal.remove(id);
    await journal.remove(id);

    expect(await journal.sessions()).toEqual([]);
    expect(await journal.answerTo(id, 'k')).toBeUndefined();
    await expect(all(journal, id)).rejects.toThrow(JournalError);
    await journal.create(record('1'));
    expect(await all(journal, id)).toEqual([]);
  });

  test('a session expires when nobody asked for it during its time to live', async () => {
    const journal = await open();
    const [short, touched, long, forever] = [record('1', 10), record('2', 10), record('3', 60), record('4')];
    for (const one of [short, touched, long, forever]) await journal.create(one);

    await journal.touch([
      { id: touched.id, atMs: CREATED_AT_MS + 5_000 },
      { id: 's_unknown', atMs: 1 },
    ]);

    expect(await journal.expire(CREATED_AT_MS + 9_999)).toEqual([]);
    expect(await journal.expire(CREATED_AT_MS + 10_000)).toEqual([short.id]);
    expect(await journal.expire(CREATED_AT_MS + 15_000)).toEqual([touched.id]);
    expect((await journal.sessions()).map(({ id }) => id)).toEqual([long.id, forever.id]);
  });
}

function appendContract(open: OpenJournal): void {
  test('a batch is appended where the writer expects it, and nowhere else', async () => {
    const journal = await open();
    const { id } = record('1');
    await journal.create(record('1'));
    const append = async (expectedSeq: number, label: string) =>
      journal.append({ session: id, owner: 1, expectedSeq, batch: batch(label, 10, 2) });

    expect(await append(0, 'first')).toBe('appended');
    expect(await append(0, 'late')).toBe('conflict');
    expect(await append(3, 'early')).toBe('conflict');
    expect(await append(2, 'second')).toBe('appended');

    expect(await all(journal, id)).toEqual([
      { ...batch('first', 10, 2), number: 1, seq: 0 },
      { ...batch('second', 10, 2), number: 2, seq: 2 },
    ]);
    expect(labels(await all(journal, id, 1))).toEqual(['second']);
    expect(await all(journal, id, 2)).toEqual([]);
  });

  test('among writers who expect the same exactly one succeeds', async () => {
    const journal = await open();
    await journal.create(record('1'));

    const outcomes = await Promise.all(
      Array.from({ length: 20 }, async (_, index) =>
        journal.append({ session: record('1').id, owner: 1, expectedSeq: 0, batch: batch(`${index}`, 1) }),
      ),
    );

    expect(outcomes.filter((outcome) => outcome === 'appended')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(19);
  });

  test('after a takeover the old owner can no longer write', async () => {
    const journal = await open();
    const { id } = record('1');
    await journal.create(record('1'));
    await journal.append({ session: id, owner: 1, expectedSeq: 0, batch: batch('a', 1) });

    const taken = await journal.takeOver(id);

    expect(taken).toMatchObject({ ...record('1'), seq: 1, owner: 2 });
    expect(await journal.append({ session: id, owner: 1, expectedSeq: 1, batch: batch('b', 2) })).toBe(
      'fenced',
    );
    expect(await journal.append({ session: id, owner: 2, expectedSeq: 1, batch: batch('c', 2) })).toBe(
      'appended',
    );
    expect(labels(await all(journal, id))).toEqual(['a', 'c']);
  });

  test('operations come back to the last bit, in every shape that JSON has and the zeros that it has not', async () => {
    const journal = await open();
    const { id } = record('1');
    await journal.create(record('1'));
    const operations = [
      {
        op: 'x',
        zero: -0,
        text: 'a\u0000\ud800é漢',
        big: 2 ** 53,
        tiny: 5e-324,
        deep: [[{ a: [null, true] }]],
      },
      { op: 'y', long: 'long '.repeat(40_000) },
    ] as Operation[];

    await journal.append({
      session: id,
      owner: 1,
      expectedSeq: 0,
      batch: { operations, applied: 1, offset: 9 },
    });

    expect(await all(journal, id)).toStrictEqual([{ operations, applied: 1, offset: 9, number: 1, seq: 0 }]);
  });

  test('a session can begin with a history', async () => {
    const journal = await open();
    const { id } = record('1');

    await journal.create(record('1'), { batches: [batch('a', 4, 2), batch('b', 9)] });

    expect(await all(journal, id)).toMatchObject([
      { number: 1, seq: 0, applied: 2 },
      { number: 2, seq: 2, applied: 1 },
    ]);
    expect(await journal.sessions()).toMatchObject([{ seq: 3, offset: 9, batches: 2 }]);
  });

  test('many sessions interleaved keep their own histories', async () => {
    const journal = await open();
    const ids = Array.from({ length: 20 }, (_, index) => record(`${index}`).id);
    for (const index of ids.keys()) await journal.create(record(`${index}`));

    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 19 }), { minLength: 1, maxLength: 60 }), async (choices) => {
        const before = new Map((await journal.sessions()).map(({ id, seq }) => [id, seq]));
        const expected = new Map(before);
        await Promise.all(
          choices.map(async (choice) => {
            const id = ids[choice] ?? '';
            const seq = expected.get(id) ?? 0;
            expected.set(id, seq + 1);
            const request = {
              session: id,
              owner: 1,
              expectedSeq: seq,
              batch: batch(`${id} ${seq}`, seq + 1),
            };
            expect(await journal.append(request)).toBe('appended');
          }),
        );
        expect(new Map((await journal.sessions()).map(({ id, seq }) => [id, seq]))).toEqual(expected);
      }),
      { numRuns: 10 },
    );

    for (const id of ids) {
      const kept = await all(journal, id);
      expect(labels(kept)).toEqual(kept.map(({ seq }) => `${id} ${seq}`));
    }
  });

  test('a long history is read in order, from anywhere', async () => {
    const journal = await open();
    const { id } = record('1');
    const batches = Array.from({ length: 2_500 }, (_, index) => batch(`${index}`, index + 1));
    await journal.create(record('1'), { batches });

    expect(labels(await all(journal, id))).toEqual(batches.map((_, index) => `${index}`));
    expect((await all(journal, id, 2_490)).map(({ number }) => number)).toEqual(
      Array.from({ length: 10 }, (_, index) => 2_491 + index),
    );
  });
}

function answersContract(open: OpenJournal): void {
  test('an answer is kept with its batch, or neither is', async () => {
    const journal = await open();
    const { id } = record('1');
    await journal.create(record('1'));
    const append = async (expectedSeq: number, key: string) =>
      journal.append({ session: id, owner: 1, expectedSeq, batch: batch(key, 1), answer: answer(id, key) });

    expect(await append(0, 'first')).toBe('appended');
    expect(await append(1, 'first')).toBe('answered');
    expect(await append(0, 'second')).toBe('conflict');

    expect(labels(await all(journal, id))).toEqual(['first']);
    expect(await journal.answerTo(id, 'first')).toEqual(answer(id, 'first'));
    expect(await journal.answerTo(id, 'second')).toBeUndefined();
  });

  test('one key creates one session', async () => {
    const journal = await open();

    expect(await journal.create(record('1'), { answer: answer('owner', 'k') })).toBe('created');
    expect(await journal.create(record('2'), { answer: answer('owner', 'k') })).toBe('answered');

    expect(await journal.sessions()).toHaveLength(1);
  });

  test('answers without a batch are kept once, and forgotten when their time is over', async () => {
    const journal = await open();

    expect(await journal.keepAnswer(answer('s', 'k', 1_000))).toBe(true);
    expect(await journal.keepAnswer({ ...answer('s', 'k', 1_000), answer: 'other' })).toBe(false);
    expect(await journal.keepAnswer(answer('other', 'k', 2_000))).toBe(true);
    await journal.expire(1_000);

    expect(await journal.answerTo('s', 'k')).toBeUndefined();
    expect(await journal.answerTo('other', 'k')).toEqual(answer('other', 'k', 2_000));
  });
}

function snapshotsContract(open: OpenJournal): void {
  test('the newest snapshot that is not past a moment is found', async () => {
    const journal = await open();
    const { id } = record('1');
    await journal.create(record('1'));
    const snapshots = [await snapshotAfter(10), await snapshotAfter(20), await snapshotAfter(30)];

    for (const snapshot of snapshots) {
      const bytes = snapshot.bytes.slice();
      expect(await journal.putSnapshot(id, { ...snapshot, bytes })).toBeGreaterThan(100);
    }

    expect(await journal.snapshotBefore(id, NOWHERE)).toStrictEqual(snapshots[2]);
    expect(await journal.snapshotBefore(id, { ...NOWHERE, seq: 29 })).toStrictEqual(snapshots[1]);
    expect(await journal.snapshotBefore(id, { ...NOWHERE, offset: 100 })).toStrictEqual(snapshots[0]);
    expect(await journal.snapshotBefore(id, { seq: 9, offset: 1e9 })).toBeUndefined();
  });

  test('however many snapshots there were, the newest are there and the past is near one', async () => {
    const journal = await open();
    const { id } = record('1');
    await journal.create(record('1'));
    const { bytes } = await snapshotAfter(1);
    for (let seq = 1; seq <= 200; seq++) {
      await journal.putSnapshot(id, { batch: seq, seq, offset: seq * 10, bytes: bytes.slice() });
    }

    const distances = [];
    for (let seq = 10; seq <= 200; seq++) {
      const found = await journal.snapshotBefore(id, { ...NOWHERE, seq });
      distances.push(seq - (found?.seq ?? 0));
    }

    expect(distances.slice(-2)).toEqual([0, 0]);
    expect(Math.max(...distances)).toBeLessThan(20);
  });
}

function forksContract(open: OpenJournal): void {
  const append = async (
    journal: Journal,
    { id }: SessionRecord,
    at: JournalBatch & { seq: number },
  ): Promise<void> => {
    const { seq, ...one } = at;
    expect(await journal.append({ session: id, owner: 1, expectedSeq: seq, batch: one })).toBe('appended');
  };
  const grown = async (journal: Journal, name: string): Promise<SessionRecord> => {
    const made = record(name);
    await journal.create(made);
    for (const [index, label] of ['a', 'b', 'c'].entries()) {
      await append(journal, made, { ...batch(label, (index + 1) * 10, 2), seq: index * 2 });
    }
    return made;
  };
  const headOf = async (journal: Journal, { id }: SessionRecord) =>
    (await journal.sessions()).find((session) => session.id === id);

  test('a fork begins with the history of another session, and goes its own way', async () => {
    const journal = await open();
    const [trunk, fork] = [await grown(journal, '1'), record('2')];

    const forkOf = { session: trunk.id, batches: 2 };
    expect(await journal.create(fork, { forkOf, batches: [batch('half', 25)] })).toBe('created');
    await append(journal, trunk, { ...batch('trunk', 40), seq: 6 });
    await append(journal, fork, { ...batch('fork', 30), seq: 5 });

    expect(labels(await all(journal, trunk.id))).toEqual(['a', 'b', 'c', 'trunk']);
    expect(await all(journal, fork.id)).toMatchObject([
      { number: 1, seq: 0, offset: 10 },
      { number: 2, seq: 2, offset: 20 },
      { number: 3, seq: 4, offset: 25 },
      { number: 4, seq: 5, offset: 30 },
    ]);
    expect(labels(await all(journal, fork.id, 2))).toEqual(['half', 'fork']);
    expect(await headOf(journal, fork)).toMatchObject({ seq: 6, offset: 30, batches: 4, owner: 1 });
  });

  test('forks of forks keep their history when those that they grew from are removed, in any order', async () => {
    const journal = await open();
    const trunk = await grown(journal, '1');
    const [one, two, early] = [record('2'), record('3'), record('4')];
    await journal.create(one, { forkOf: { session: trunk.id, batches: 3 } });
    await append(journal, one, { ...batch('one', 40), seq: 6 });
    await journal.create(two, { forkOf: { session: one.id, batches: 4 } });
    await journal.create(early, { forkOf: { session: one.id, batches: 1 } });
    await append(journal, two, { ...batch('two', 50), seq: 7 });

    await journal.remove(one.id);
    await journal.remove(trunk.id);

    expect(labels(await all(journal, two.id))).toEqual(['a', 'b', 'c', 'one', 'two']);
    expect(labels(await all(journal, early.id))).toEqual(['a']);
    await journal.remove(two.id);
    expect(labels(await all(journal, early.id))).toEqual(['a']);
    await journal.remove(early.id);
    expect(await journal.sessions()).toEqual([]);
  });

  test('a fork loads from the snapshots of whom it grew from, as far as they go together', async () => {
    const journal = await open();
    const [trunk, fork] = [await grown(journal, '1'), record('2')];
    const { bytes } = await snapshotAfter(1);
    for (const number of [1, 3]) {
      const where = { batch: number, seq: number * 2, offset: number * 10 };
      await journal.putSnapshot(trunk.id, { ...where, bytes: bytes.slice() });
    }
    await journal.create(fork, { forkOf: { session: trunk.id, batches: 2 } });

    expect(await journal.snapshotBefore(fork.id, NOWHERE)).toMatchObject({ batch: 1, seq: 2, bytes });
    await journal.remove(trunk.id);
    expect(await journal.snapshotBefore(fork.id, NOWHERE)).toMatchObject({ batch: 1, seq: 2, bytes });
    await journal.putSnapshot(fork.id, { batch: 2, seq: 4, offset: 20, bytes: bytes.slice() });
    expect(await journal.snapshotBefore(fork.id, NOWHERE)).toMatchObject({ batch: 2, seq: 4 });
  });

  test('nothing forks from a session that is not there, nor keeps an answer for it', async () => {
    const journal = await open();
    const fork = record('2');

    const made = journal.create(fork, {
      forkOf: { session: record('1').id, batches: 0 },
      answer: answer('s', 'k'),
    });

    await expect(made).rejects.toMatchObject({ code: 'journal_unavailable' });
    expect(await journal.answerTo('s', 'k')).toBeUndefined();
  });
}
