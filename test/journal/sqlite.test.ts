/** What only a journal on disk must keep: across closings, crashes, and other processes. */
import { expect, test } from 'vitest';
import { SqliteJournal } from '../../src/journal/index.ts';
import { temporaryDirectory } from '../support/directories.ts';
import { journalContract } from './contract.ts';

journalContract('SQLite', async () => SqliteJournal.open({ directory: temporaryDirectory() }));

test('a directory that cannot be made is named', async () => {
  await expect(SqliteJournal.open({ directory: '/dev/null/data' })).rejects.toThrow('/dev/null/data');
});
