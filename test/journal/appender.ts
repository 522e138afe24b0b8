/** Appends to eight sessions at once until it is killed; says what was acknowledged, a line each: session, operations. */
import { SqliteJournal } from '../../src/journal/index.ts';
import type { Operation } from '../../src/session/index.ts';

const directory = process.argv[2] ?? '';
const journal = await SqliteJournal.open({ directory });
const known = await journal.sessions();
console.log('open');

async function appendTo({ id, seq, owner }: { id: string; seq: number; owner: number }): Promise<void> {
  for (let at = seq; ; at++) {
    const operations = [{ op: 'mark', label: `${id} ${at}` } as Operation];
    const batch = { operations, applied: 1, offset: at + 1 };
    const key = {
      scope: id,
      key: `${at}`,
      bodyHash: '',
      answer: `${at}`,
      expiresAtMs: Number.MAX_SAFE_INTEGER,
    };
    const outcome = await journal.append({ session: id, owner, expectedSeq: at, batch, answer: key });
    if (outcome !== 'appended') throw new Error(`${id} ${at}: ${outcome}`);
    process.stdout.write(`${id} ${at + 1}\n`);
  }
}

await Promise.all(known.map(appendTo));
