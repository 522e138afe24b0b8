import { expect, onTestFinished, test } from 'vitest';
import { MemoryJournal } from '../../src/journal/index.ts';
import { answer, journalContract, record } from './contract.ts';

journalContract('memory', async () => new MemoryJournal());

test('nothing is left when it is closed', async () => {
  const journal = new MemoryJournal();
  await journal.create(record('1'));

  await journal.close();

  expect(await journal.sessions()).toEqual([]);
});

test('so many answers of one scope are kept, and the oldest give way', async () => {
  const journal = new MemoryJournal({ answersPerScope: 10 });
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
