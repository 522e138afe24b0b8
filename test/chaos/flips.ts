/**
 * One bit of the journal is flipped, a thousand times, and each time the session is loaded as after a restart.
 *
 * The check of the whole journal must tell every flip in a sealed value. Whoever reads the history is refused when a batch is
 * damaged, and whoever asks for the session when its record or head is; the present can still be shown from a snapshot after a
 * damaged batch, and from the history when a snapshot is damaged. A flip anywhere else in the file may do nothing. In no case may
 * a session show another state than it had.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createSessionRequest } from '../../src/contract/index.ts';
import { MemoryJournal, SqliteJournal, sqliteProblems } from '../../src/journal/index.ts';
import {
  DEFAULT_LIMITS,
  JournalError,
  type Session,
  SessionRegistry,
  stateHash,
} from '../../src/session/index.ts';
import { Random } from '../support/random.ts';
import type { Experiment } from './chronicle.ts';

const FILE = 'heaplab.db';
const BATCHES = 40;
/** Where a bit is flipped, in turn: in sealed values, and anywhere in the file. */
const PLACES = ['batch', 'snapshot', 'batch', 'snapshot', 'session', 'anywhere'] as const;

export async function flipBits({ chronicle, scale, seed, directory }: Experiment): Promise<void> {
  const random = new Random(seed);
  const truth = await makeHistory(directory);
  const file = join(directory, FILE);
  const whole = `${file}.whole`;
  copyFileSync(file, whole);
  const tally = { told: 0, harmless: 0, elsewhere: 0 };
  for (let flip = 1; flip <= scale.flips; flip++) {
    const place = PLACES[flip % PLACES.length] ?? 'batch';
    const where = place === 'anywhere' ? flipAnywhere(file, random) : flipSealed(file, place, random);
    const problems = sqliteProblems(directory);
    const { shown, history } = await askAfterRestart(directory);
    if (shown !== truth && !isRefusal(shown)) chronicle.blame(`${where}: the session has another state`);
    const told = problems.length > 0;
    if (place !== 'anywhere' && !told) chronicle.blame(`${where}: nothing was told`);
    if (place === 'session' && shown === truth)
      chronicle.blame(`${where}: the session was shown all the same`);
    if (place === 'batch' && !isRefusal(history))
      chronicle.blame(`${where}: the history was read all the same`);
    if (place === 'snapshot' && shown !== truth)
      chronicle.blame(`${where}: the history would have said it, but ${shown}`);
    tally.told += Number(told);
    tally.harmless += Number(!told);
    tally.elsewhere += Number(told && shown === truth);
    copyFileSync(whole, file);
    if (flip % 100 === 0)
      chronicle.say(
        `flip ${flip} of ${scale.flips}: ${tally.told} told, ${tally.harmless} in space that holds nothing`,
      );
  }
  for (const problem of sqliteProblems(directory))
    chronicle.blame(`with every bit back in its place: ${problem}`);
  chronicle.say(
    `${scale.flips} flips: ${tally.told} told, ${tally.elsewhere} of which do not touch the present, ${tally.harmless} harmless, none silently wrong`,
  );
}

/** A session with snapshots, closed so that all of it is in the one file; answers the hash of its state. */
async function makeHistory(directory: string): Promise<string> {
  return withSessions(directory, async (registry) => {
    const made = await registry.create(createSessionRequest.parse({ python: '3.12', ttl_seconds: null }));
    if (!made.ok) throw new Error(made.fault.code);
    const session = made.value;
    for (let batch = 0; batch < BATCHES; batch++) {
      const grow = { op: 'repeat', times: 1_500, ops: [{ op: 'new', type: 'list', as: 'a', items: ['a'] }] };
      const applied = await session.apply({
        operations: [{ op: 'new', type: 'list', as: 'a' }, grow, { op: 'mark', label: 'bit '.repeat(batch) }],
        onError: 'stop',
      });
      if (!applied.ok) throw new Error(applied.fault.code);
      if (batch % 10 === 9) await session.unload();
    }
    const hash = await session.read((process) => ({ ok: true, value: stateHash(process) }));
    return hash.ok ? hash.value : hash.fault.code;
  });
}

interface Shown {
  /** The hash of the state, or why none is shown. */
  readonly shown: string;
  /** How many batches can be read, or why they cannot. */
  readonly history: string;
}

/** What a restarted server answers. */
async function askAfterRestart(directory: string): Promise<Shown> {
  try {
    return await withSessions(directory, async (registry, ids) => {
      const id = ids[0] ?? '';
      const found = registry.find(id);
      if (!found.ok)
        return { shown: `refused: ${found.fault.code}`, history: `refused: ${found.fault.code}` };
      const hash = await found.value.read((process) => ({ ok: true, value: stateHash(process) }));
      return {
        shown: hash.ok ? hash.value : `refused: ${hash.fault.code}`,
        history: await readHistory(found.value),
      };
    });
  } catch (error) {
    if (error instanceof JournalError)
      return { shown: `refused: ${error.code}`, history: `refused: ${error.code}` };
    throw error;
  }
}

async function readHistory({ id, source }: Session): Promise<string> {
  let batches = 0;
  try {
    for await (const _batch of source.journal.read(id, 0)) batches++;
    return String(batches);
  } catch (error) {
    if (error instanceof JournalError) return `refused: ${error.code}`;
    throw error;
  }
}

const isRefusal = (shown: string): boolean => shown.startsWith('refused: ');

async function withSessions<T>(
  directory: string,
  work: (registry: SessionRegistry, ids: readonly string[]) => Promise<T>,
): Promise<T> {
  const journal = await SqliteJournal.open({ directory });
  try {
    let names = 0;
    const name = (prefix: string, length: number) => prefix + String(++names).padStart(length, '0');
    const registry = new SessionRegistry(
      {
        clock: { now: () => 1_700_000_000_000 },
        ids: { session: () => name('s_', 20), epoch: () => name('e_', 12) },
        turn: async () => new Promise((resolve) => setImmediate(resolve)),
        journal,
        ephemeralJournal: new MemoryJournal(),
        reportBug: () => undefined,
      },
      DEFAULT_LIMITS,
    );
    await registry.open();
    const sessions = await journal.sessions();
    const damaged = await journal.damaged();
    const result = await work(
      registry,
      [...sessions, ...damaged].map(({ id }) => id),
    );
    await registry.close();
    return result;
  } finally {
    await journal.close();
  }
}

function flipSealed(file: string, table: 'batch' | 'snapshot' | 'session', random: Random): string {
  const connection = new DatabaseSync(file);
  try {
    const column = table === 'session' ? random.pick(['record', 'head']) : 'body';
    const key = table === 'session' ? 'number' : `session = 1 AND ${table === 'batch' ? 'number' : 'batch'}`;
    const rows = connection
      .prepare(`SELECT ${table === 'snapshot' ? 'batch' : 'number'} AS at, ${column} AS body FROM ${table}`)
      .all();
    const row = random.pick(rows);
    const bytes = Uint8Array.from(row['body'] as Uint8Array);
    const bit = random.below(bytes.length * 8);
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    connection.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${key} = ?`).run(bytes, row['at'] as number);
    return `bit ${bit} of ${column} of ${table} ${String(row['at'])}`;
  } finally {
    connection.close();
  }
}

function flipAnywhere(file: string, random: Random): string {
  const bytes = readFileSync(file);
  const bit = random.below(bytes.length * 8);
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  writeFileSync(file, bytes);
  return `bit ${bit} of the file`;
}
