import { expect, test } from 'vitest';
import { MemoryJournal } from '../../src/journal/index.ts';
import { journalContract, record } from './contract.ts';

journalContract('memory', async () => new MemoryJournal());

test('nothing is left when it is closed', async () => {
  const journal = new MemoryJournal();
  await journal.create(record('1'));

  await journal.close();

  expect(await journal.sessions()).toEqual([]);
});
