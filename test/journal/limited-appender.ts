/** Appends one batch for each line on stdin, and says what came of it. */
import { createInterface } from 'node:readline';
import { SqliteJournal } from '../../src/journal/index.ts';
import { DEFAULT_LIMITS, JournalError, type Operation } from '../../src/session/index.ts';

const id = `s_${'1'.padStart(20, '0')}`;
const journal = await SqliteJournal.open({ directory: process.argv[2] ?? '' });
await journal.create({
  id,
  epoch: 'e_000000000001',
  createdAtMs: 0,
  settings: {
    python: '3.12',
    allocator: {},
    gc: { enabled: true, thresholds: [700, 10, 10] },
    seed: 0,
    ephemeral: false,
    limits: DEFAULT_LIMITS.session,
  },
  label: '',
  ttlSeconds: null,
  belongsTo: null,
});

let seq = 0;
for await (const _line of createInterface({ input: process.stdin })) {
  const operations = [{ op: 'mark', label: `${seq}` } as Operation];
  try {
    const batch = { operations, applied: 1, offset: seq + 1 };
    const outcome = await journal.append({ session: id, owner: 1, expectedSeq: seq, batch });
    if (outcome === 'appended') seq++;
    console.log(outcome);
  } catch (error) {
    console.log(error instanceof JournalError ? error.code : String(error));
  }
}
