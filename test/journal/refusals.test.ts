/** A disk that is full, broken or read-only: nothing is acknowledged that is not kept, and all is well when the disk is. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { SqliteJournal, sqliteProblems } from '../../src/journal/index.ts';
import { temporaryDirectory } from '../support/directories.ts';
import { all, batch, labels, record } from './contract.ts';

const LARGE = 64 * 1024;

/** Deflate makes nothing of it. */
function noise(length: number): string {
  let [text, state] = ['', 1];
  while (text.length < length) {
    state = (state * 48_271) % 2_147_483_647;
    text += state.toString(36);
  }
  return text;
}

async function fillUp(journal: SqliteJournal, id: string): Promise<number> {
  for (let seq = 0; ; seq++) {
    const request = {
      session: id,
      owner: 1,
      expectedSeq: seq,
      batch: batch(`${seq} ${noise(LARGE)}`, seq + 1),
    };
    try {
      expect(await journal.append(request)).toBe('appended');
    } catch (error) {
      expect(error).toMatchObject({ name: 'JournalError', code: 'journal_full' });
      return seq;
    }
  }
}

test('a full journal refuses, keeps what it has, and takes more as soon as there is room', async () => {
  const directory = temporaryDirectory();
  const journal = await SqliteJournal.open({ directory, maxBytes: 4 * 1024 * 1024 });
  onTestFinished(() => journal.close());
  const [one, two] = [record('1'), record('2')];
  for (const session of [one, two]) await journal.create(session);
  await journal.check();

  const seq = await fillUp(journal, one.id);
  await expect(journal.check()).rejects.toMatchObject({ code: 'journal_full' });
  expect((await all(journal, one.id)).map(({ number }) => number)).toEqual(
    Array.from({ length: seq }, (_, at) => at + 1),
  );

  await journal.remove(one.id);
  await journal.check();
  expect(await fillUp(journal, two.id)).toBeGreaterThanOrEqual(seq - 1);
});

test('what is too large for the room left takes nothing else of its commit with it', async () => {
  const directory = temporaryDirectory();
  const journal = await SqliteJournal.open({ directory, maxBytes: 1024 * 1024 });
  onTestFinished(() => journal.close());
  const ids = Array.from({ length: 10 }, (_, index) => record(`${index}`).id);
  for (const index of ids.keys()) await journal.create(record(`${index}`));

  const outcomes = await Promise.allSettled(
    ids.map(async (id, index) => {
      const label = index === 4 ? noise(4 * 1024 * 1024) : 'small';
      return journal.append({ session: id, owner: 1, expectedSeq: 0, batch: batch(label, 1) });
    }),
  );

  expect(outcomes.map(({ status }) => status)).toEqual(
    ids.map((_, index) => (index === 4 ? 'rejected' : 'fulfilled')),
  );
  for (const [index, id] of ids.entries()) expect(await all(journal, id)).toHaveLength(index === 4 ? 0 : 1);
});

test('what is deleted is in no file any more after the next sweep', async () => {
  const directory = temporaryDirectory();
  const journal = await SqliteJournal.open({ directory });
  onTestFinished(() => journal.close());
  const label = 'the secret of this session';
  for (const name of ['1', '2']) {
    await journal.create(record(name));
    const said = name === '1' ? label : 'nothing special';
    await journal.append({ session: record(name).id, owner: 1, expectedSeq: 0, batch: batch(said, 1) });
  }
  const files = () =>
    readdirSync(directory).map((name) => readFileSync(join(directory, name)).toString('latin1'));
  // Read by another process in earnest; here only at the end, since closing a file gives up the locks on it.
  const held = () => execFileSync('grep', ['-rlaF', label, directory], { encoding: 'utf8' });
  expect(held()).toContain('heaplab.db');

  await journal.remove(record('1').id);
  await journal.expire(0);
  await journal.close();

  expect(files().filter((text) => text.includes(label))).toEqual([]);
});

test('a journal that somebody else keeps locked is unavailable meanwhile, and well again after', async () => {
  const directory = temporaryDirectory();
  const journal = await SqliteJournal.open({ directory });
  onTestFinished(() => journal.close());
  const { id } = record('1');
  await journal.create(record('1'));
  const append = async (seq: number) =>
    journal.append({ session: id, owner: 1, expectedSeq: seq, batch: batch(`${seq}`, seq + 1) });
  const other = new DatabaseSync(join(directory, 'heaplab.db'));

  other.exec('BEGIN IMMEDIATE');
  await expect(append(0)).rejects.toMatchObject({ code: 'journal_unavailable' });
  await expect(journal.check()).rejects.toMatchObject({ code: 'journal_unavailable' });
  other.exec('ROLLBACK');
  other.close();

  expect(await append(0)).toBe('appended');
  expect(labels(await all(journal, id))).toEqual(['0']);
});

const PRLIMIT = spawnable('prlimit', '--version');

function spawnable(command: string, argument: string): boolean {
  try {
    execFileSync(command, [argument], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A process whose files may grow no further gets EFBIG from write(2): an I/O error as far as SQLite knows. */
test.skipIf(!PRLIMIT)(
  'I/O errors refuse what they meet, and nothing that was refused is there later',
  async () => {
    const directory = temporaryDirectory();
    const program = fileURLToPath(new URL('limited-appender.ts', import.meta.url));
    const child = spawn(process.execPath, [program, directory], { stdio: ['pipe', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    const lines: string[] = [];
    child.stdout.on('data', (chunk) => lines.push(...String(chunk).trim().split('\n')));
    const step = async (): Promise<string> => {
      const before = lines.length;
      child.stdin.write('append\n');
      await expect.poll(() => lines.length, { timeout: 20_000 }).toBe(before + 1);
      return lines.at(-1) ?? '';
    };
    const limit = (bytes: string) => execFileSync('prlimit', ['--pid', `${child.pid}`, `--fsize=${bytes}`]);

    expect(await step()).toBe('appended');
    const answers = [];
    for (let round = 0; round < 3; round++) {
      limit(`${statSync(join(directory, 'heaplab.db-wal')).size}:unlimited`);
      answers.push(await step(), await step());
      limit('unlimited');
      answers.push(await step());
    }
    child.kill('SIGKILL');
    await once(child, 'exit');

    const refused = 'journal_unavailable';
    expect(answers).toEqual(Array.from({ length: 3 }, () => [refused, refused, 'appended']).flat());
    expect(sqliteProblems(directory)).toEqual([]);
    const journal = await SqliteJournal.open({ directory });
    onTestFinished(() => journal.close());
    expect(await all(journal, record('1').id)).toHaveLength(4);
  },
);
