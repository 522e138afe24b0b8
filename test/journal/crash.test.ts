/** A journal on disk after the process that wrote it was killed, copied from under it, or kept out by it. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { SqliteJournal, sqliteProblems } from '../../src/journal/index.ts';
import { temporaryDirectory } from '../support/directories.ts';
import { all, answer, batch, labels, record } from './contract.ts';

const APPENDER = fileURLToPath(new URL('appender.ts', import.meta.url));

async function journalWithSessions(directory: string, count: number): Promise<void> {
  const journal = await SqliteJournal.open({ directory });
  for (let index = 0; index < count; index++) await journal.create(record(`${index}`));
  await journal.close();
}

interface Appender {
  readonly child: ChildProcess;
  /** The last number that was acknowledged, by session. */
  readonly acknowledged: Map<string, number>;
  readonly untilAcknowledged: (count: number) => Promise<void>;
  readonly kill: () => Promise<void>;
}

async function startAppender(directory: string): Promise<Appender> {
  const child = spawn(process.execPath, [APPENDER, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const acknowledged = new Map<string, number>();
  let [lines, rest] = [0, ''];
  const exit = once(child, 'exit');
  child.stdout.on('data', (chunk) => {
    const parts = (rest + String(chunk)).split('\n');
    rest = parts.pop() ?? '';
    lines += parts.length;
    for (const [id, seq] of parts.map((part) => part.split(' '))) {
      if (id !== undefined && seq !== undefined) acknowledged.set(id, Number(seq));
    }
  });
  const until = async (count: number): Promise<void> => {
    await expect.poll(() => lines, { timeout: 20_000, interval: 5 }).toBeGreaterThan(count);
  };
  await until(0);
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exit;
  };
  return { child, acknowledged, untilAcknowledged: until, kill };
}

/** Everything acknowledged is there, once and in order, and at most the one that was under way beside it. */
async function expectKept(directory: string, acknowledged: ReadonlyMap<string, number>): Promise<void> {
  expect(sqliteProblems(directory)).toEqual([]);
  const journal = await SqliteJournal.open({ directory });
  onTestFinished(() => journal.close());
  for (const { id, seq } of await journal.sessions()) {
    const least = acknowledged.get(id) ?? 0;
    expect(seq).toBeGreaterThanOrEqual(least);
    expect(seq).toBeLessThanOrEqual(least + 1);
    const batches = await all(journal, id);
    expect(labels(batches)).toEqual(Array.from({ length: seq }, (_, at) => `${id} ${at}`));
    if (seq > 0) expect(await journal.answerTo(id, `${seq - 1}`)).toBeDefined();
    expect(await journal.answerTo(id, `${seq}`)).toBeUndefined();
  }
  await journal.close();
}

test('what was acknowledged is there after kill -9, again and again', async () => {
  const directory = temporaryDirectory();
  await journalWithSessions(directory, 8);

  for (const count of [1, 40, 200]) {
    const { acknowledged, untilAcknowledged, kill } = await startAppender(directory);
    await untilAcknowledged(count);
    await kill();

    await expectKept(directory, acknowledged);
  }
});

test('a copy of the directory, taken while it is written, opens as of then', async () => {
  const [directory, copy] = [temporaryDirectory(), temporaryDirectory()];
  await journalWithSessions(directory, 8);
  const { acknowledged, untilAcknowledged, kill } = await startAppender(directory);
  await untilAcknowledged(50);

  const before = new Map(acknowledged);
  // Not by this process: whoever closes a file gives up the locks that its process has on it.
  execFileSync('cp', ['-r', `${directory}/.`, copy]);
  await kill();

  expect(sqliteProblems(copy)).toEqual([]);
  const journal = await SqliteJournal.open({ directory: copy });
  for (const { id, seq } of await journal.sessions()) {
    expect(seq).toBeGreaterThanOrEqual(before.get(id) ?? 0);
    expect(labels(await all(journal, id))).toEqual(Array.from({ length: seq }, (_, at) => `${id} ${at}`));
  }
  await journal.close();
});

test('a directory belongs to one process, which the refusal names, until it is gone however it went', async () => {
  const directory = temporaryDirectory();
  await journalWithSessions(directory, 1);
  const { child, kill } = await startAppender(directory);

  const refused = SqliteJournal.open({ directory });
  await expect(refused).rejects.toThrow(`the directory ${directory} is in use by process ${child.pid}`);
  await expect(refused).rejects.toMatchObject({ code: 'journal_unavailable' });
  await kill();

  const journal = await SqliteJournal.open({ directory });
  await expect(SqliteJournal.open({ directory })).rejects.toThrow(`in use by process ${process.pid}`);
  await journal.close();
  await (await SqliteJournal.open({ directory })).close();
});

test('a journal that was closed is as it was when it is opened again', async () => {
  const directory = temporaryDirectory();
  const { id } = record('1');
  const first = await SqliteJournal.open({ directory });
  await first.create(record('1', 60));
  await first.append({
    session: id,
    owner: 1,
    expectedSeq: 0,
    batch: batch('a', 3),
    answer: answer(id, 'k'),
  });
  await first.takeOver(id);
  await first.touch([{ id, atMs: 1_700_000_005_000 }]);
  const sessions = await first.sessions();
  await first.close();

  const second = await SqliteJournal.open({ directory });
  onTestFinished(() => second.close());

  expect(await second.sessions()).toEqual(sessions);
  expect(labels(await all(second, id))).toEqual(['a']);
  expect(await second.answerTo(id, 'k')).toEqual(answer(id, 'k'));
  await expect(first.sessions()).rejects.toMatchObject({ code: 'journal_unavailable' });
});
