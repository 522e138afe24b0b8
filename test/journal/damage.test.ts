/** A journal whose bits have changed: everything is told, nothing is silently wrong. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { SqliteJournal, sqliteProblems } from '../../src/journal/index.ts';
import { JournalError } from '../../src/session/index.ts';
import { temporaryDirectory } from '../support/directories.ts';
import { Random } from '../support/random.ts';
import { all, answer, batch, record, snapshotAfter } from './contract.ts';

const FLIPS = 300;
const NOWHERE = { seq: Number.POSITIVE_INFINITY, offset: Number.POSITIVE_INFINITY };
const { id } = record('1');

async function fill(directory: string): Promise<SqliteJournal> {
  const journal = await SqliteJournal.open({ directory });
  await journal.create(record('1'));
  for (let seq = 0; seq < 30; seq++) {
    const request = {
      session: id,
      owner: 1,
      expectedSeq: seq,
      batch: batch('long '.repeat(seq * 40), seq + 1),
    };
    await journal.append({ ...request, answer: answer(id, `${seq}`) });
  }
  for (const seq of [10, 20]) await journal.putSnapshot(id, { ...(await snapshotAfter(seq)), offset: seq });
  return journal;
}

async function everything(journal: SqliteJournal): Promise<unknown> {
  const answers = [];
  for (let seq = 0; seq < 30; seq++) answers.push(await journal.answerTo(id, `${seq}`));
  return { sessions: await journal.sessions(), batches: await all(journal, id), answers };
}

/** The same file through another connection, as whatever damages it would. */
function tamper(directory: string): DatabaseSync {
  const connection = new DatabaseSync(join(directory, 'heaplab.db'), { timeout: 5_000 });
  onTestFinished(() => {
    if (connection.isOpen) connection.close();
  });
  return connection;
}

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = bytes.slice();
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

function blob(row: Record<string, unknown> | undefined): Uint8Array {
  return row?.['body'] as Uint8Array;
}

test('every flipped bit of a batch or an answer is told', async () => {
  const directory = temporaryDirectory();
  const journal = await fill(directory);
  onTestFinished(() => journal.close());
  const connection = tamper(directory);
  const random = new Random(1);

  for (let flip = 0; flip < FLIPS; flip++) {
    const table = flip % 2 === 0 ? 'batch' : 'answer';
    const which = random.below(30);
    const where = table === 'batch' ? `number = ${which + 1}` : `key = '${which}'`;
    const body = blob(connection.prepare(`SELECT body FROM ${table} WHERE ${where}`).get());
    const write = connection.prepare(`UPDATE ${table} SET body = ? WHERE ${where}`);
    write.run(flipped(body, random.below(body.length * 8)));

    const told = table === 'batch' ? all(journal, id) : journal.answerTo(id, `${which}`);
    await expect(told).rejects.toMatchObject({ name: 'JournalError', code: 'journal_corrupt' });

    write.run(body);
  }
  await expect(all(journal, id)).resolves.toHaveLength(30);
});

test('a damaged snapshot is passed over for an older one, and that for the whole history', async () => {
  const directory = temporaryDirectory();
  const journal = await fill(directory);
  onTestFinished(() => journal.close());
  const connection = tamper(directory);
  const random = new Random(2);
  const read = connection.prepare('SELECT body FROM snapshot WHERE batch = ?');
  const write = connection.prepare('UPDATE snapshot SET body = ? WHERE batch = ?');
  const sound = blob(read.get(20));

  for (let flip = 0; flip < FLIPS; flip++) {
    write.run(flipped(sound, random.below(sound.length * 8)), 20);
    expect((await journal.snapshotBefore(id, NOWHERE))?.seq).toBe(10);
  }
  write.run(flipped(blob(read.get(10)), 1000), 10);
  expect(await journal.snapshotBefore(id, NOWHERE)).toBeUndefined();

  write.run(sound, 20);
  expect((await journal.snapshotBefore(id, NOWHERE))?.seq).toBe(20);
});

test('rows that were swapped, lost or put elsewhere are told', async () => {
  for (const damage of [
    'UPDATE batch SET body = (SELECT body FROM batch AS other WHERE other.number = 8) WHERE number = 7',
    'DELETE FROM batch WHERE number = 12',
    'DELETE FROM batch WHERE number = 30',
    'UPDATE batch SET number = 99 WHERE number = 1',
  ]) {
    const directory = temporaryDirectory();
    const journal = await fill(directory);
    tamper(directory).exec(damage);

    await expect(all(journal, id), damage).rejects.toMatchObject({ code: 'journal_corrupt' });

    await journal.close();
    expect(sqliteProblems(directory), damage).toHaveLength(1);
  }
});

test('a session whose record or head is damaged answers so, and no other suffers', async () => {
  for (const column of ['record', 'head']) {
    const directory = temporaryDirectory();
    const first = await fill(directory);
    await first.create(record('2'));
    await first.close();
    const connection = tamper(directory);
    const row = connection.prepare(`SELECT ${column} AS body FROM session WHERE id = ?`).get(id);
    connection.prepare(`UPDATE session SET ${column} = ? WHERE id = ?`).run(flipped(blob(row), 200), id);
    connection.close();

    const journal = await SqliteJournal.open({ directory });
    onTestFinished(() => journal.close());

    expect(await journal.damaged()).toMatchObject([{ id }]);
    expect((await journal.sessions()).map((stored) => stored.id)).toEqual([record('2').id]);
    await expect(all(journal, id)).rejects.toMatchObject({ code: 'journal_corrupt' });
    await journal.remove(id);
    expect(await journal.damaged()).toEqual([]);
  }
});

test('a flipped bit anywhere in the file is told, or changes nothing', async () => {
  const directory = temporaryDirectory();
  const first = await fill(directory);
  const expected = await everything(first);
  await first.close();
  const file = join(directory, 'heaplab.db');
  const sound = readFileSync(file);
  const random = new Random(3);
  let told = 0;

  for (let flip = 0; flip < 40; flip++) {
    writeFileSync(file, flipped(sound, random.below(sound.length * 8)));
    const found = await readAll(directory);
    if (found instanceof JournalError) told++;
    else expect(found).toEqual(expected);
  }

  expect(told).toBeGreaterThan(5);
});

async function readAll(directory: string): Promise<unknown> {
  let journal: SqliteJournal | undefined;
  try {
    journal = await SqliteJournal.open({ directory });
    return await everything(journal);
  } catch (error) {
    if (error instanceof JournalError) return error;
    throw error;
  } finally {
    await journal?.close();
  }
}

test('a file of something else, or of a later Heaplab, is left alone', async () => {
  for (const [pragmas, whose] of [
    ['PRAGMA user_version = 99; PRAGMA application_id = 1212498256', 'a newer Heaplab'],
    ['PRAGMA user_version = 1; PRAGMA application_id = 7', 'something else'],
  ] as const) {
    const directory = temporaryDirectory();
    const connection = tamper(directory);
    connection.exec(`CREATE TABLE theirs (a); ${pragmas}`);
    connection.close();

    await expect(SqliteJournal.open({ directory })).rejects.toThrow(`was made by ${whose}`);
  }
});
