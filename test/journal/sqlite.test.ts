/** What only a journal on disk must keep: across closings, crashes, and other processes. */
import { expect, onTestFinished, test } from 'vitest';
import { SqliteJournal } from '../../src/journal/index.ts';
import { temporaryDirectory } from '../support/directories.ts';
import { answer, journalContract } from './contract.ts';

journalContract('SQLite', async () => SqliteJournal.open({ directory: temporaryDirectory() }));

test('a directory that cannot be made is named', async () => {
  await expect(SqliteJournal.open({ directory: '/dev/null/data' })).rejects.toThrow('/dev/null/data');
});

test('so many answers of one scope are kept, and the oldest give way', async () => {
  const journal = await SqliteJournal.open({ directory: temporaryDirectory(), answersPerScope: 10 });
  onTestFinished(() => journal.close());

  for (let number = 1; number <= 30; number++)
    await journal.keepAnswer(answer('one', `${number}`, 1_000 + number));
  await journal.keepAnswer(answer('two', '1', 1));

  const kept = async (scope: string, number: number) =>
    (await journal.answerTo(scope, `${number}`)) !== undefined;
  expect([await kept('one', 20), await kept('one', 21), await kept('one', 30), await kept('two', 1)]).toEqual(
    [false, true, true, true],
  );
});
