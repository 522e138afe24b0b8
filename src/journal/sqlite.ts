/**
 * The journal in a directory, on SQLite: the embedded default.
 *
 * What `append` answered `appended` for has reached the disk, and survives the end of the process at any moment. Appends of all
 * sessions that come while a commit waits for the disk are committed together. The store has a thread of its own; what crosses
 * to it is bytes. Encoding is done here, by whoever has the values.
 */
import {
  type AppendOutcome,
  type AppendRequest,
  type Beginning,
  type DamagedSession,
  decodeState,
  ENGINE_VERSION,
  encodeState,
  type Journal,
  type JournalBatch,
  JournalError,
  type KeptAnswer,
  type Operation,
  type SessionRecord,
  type Snapshot,
  StateFormatError,
  type StoredBatch,
  type StoredSession,
} from '../session/index.ts';
import { integrityProblems } from './sqlite/integrity.ts';
import type { BatchBytes, SessionRow, StoredBytes } from './sqlite/jobs.ts';
import { ThreadDoor } from './sqlite/thread-door.ts';

export interface SqliteOptions {
  /** Made when it is missing; held by one process at a time. */
  readonly directory: string;
  /** The journal grows no further; left out: as far as the disk goes. */
  readonly maxBytes?: number | undefined;
  /** Under the keys of one session or owner; the oldest give way. */
  readonly answersPerScope?: number | undefined;
}

export class SqliteJournal implements Journal {
  readonly #store: ThreadDoor;

  private constructor(store: ThreadDoor) {
    this.#store = store;
  }

  /** @throws JournalError when the directory cannot be had; its message says why, and who has it */
  static async open(options: SqliteOptions): Promise<SqliteJournal> {
    const store = new ThreadDoor({ ...options, engine: ENGINE_VERSION });
    await store.open();
    return new SqliteJournal(store);
  }

  async create(record: SessionRecord, beginning: Beginning = {}): Promise<'created' | 'answered'> {
    const { forkOf, batches = [], answer } = beginning;
    return this.#store.call('create', {
      id: record.id,
      record: JSON.stringify(record),
      ttlSeconds: record.ttlSeconds,
      touchedAtMs: record.createdAtMs,
      forkOf,
      batches: batches.map(bytesOf),
      answer,
    });
  }

  async sessions(): Promise<readonly StoredSession[]> {
    return (await this.#store.call('sessions', {})).map(storedSession);
  }

  async damaged(): Promise<readonly DamagedSession[]> {
    return this.#store.call('damaged', {});
  }

  async update(
    id: string,
    change: { readonly label: string; readonly ttlSeconds: number | null },
  ): Promise<void> {
    await this.#store.call('update', { id, ...change });
  }

  async touch(touched: readonly { readonly id: string; readonly atMs: number }[]): Promise<void> {
    if (touched.length > 0) await this.#store.call('touch', { touched });
  }

  async remove(id: string): Promise<void> {
    await this.#store.call('remove', { id });
  }

  async expire(nowMs: number): Promise<readonly string[]> {
    return this.#store.call('expire', { nowMs });
  }

  async takeOver(id: string): Promise<StoredSession> {
    return storedSession(await this.#store.call('takeOver', { id }));
  }

  async append({ session, owner, expectedSeq, batch, answer }: AppendRequest): Promise<AppendOutcome> {
    const ask = { id: session, owner, expectedSeq, batch: bytesOf(batch), answer };
    return this.#store.call('append', ask);
  }

  async *read(id: string, afterBatch: number): AsyncGenerator<StoredBatch> {
    for (let after = afterBatch; ; ) {
      const { batches, last } = await this.#store.call('read', { id, afterBatch: after });
      for (const batch of batches) yield storedBatch(id, batch);
      after += batches.length;
      if (last) return;
    }
  }

  async putSnapshot(id: string, snapshot: Snapshot): Promise<number> {
    return this.#store.call('putSnapshot', { id, snapshot }, [snapshot.bytes.buffer]);
  }

  async snapshotBefore(
    id: string,
    bound: { readonly seq: number; readonly offset: number },
  ): Promise<Snapshot | undefined> {
    const [seq, offset] = [countable(bound.seq), countable(bound.offset)];
    const ask = { id, seq, offset, batch: Number.MAX_SAFE_INTEGER };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- read from a file, so no memory is shared.
    return (await this.#store.call('snapshotBefore', ask)) as Snapshot | undefined;
  }

  async keepAnswer(answer: KeptAnswer): Promise<boolean> {
    return this.#store.call('keepAnswer', { answer });
  }

  async answerTo(scope: string, key: string): Promise<KeptAnswer | undefined> {
    return this.#store.call('answerTo', { scope, key });
  }

  async check(): Promise<void> {
    await this.#store.call('check', {});
  }

  async close(): Promise<void> {
    await this.#store.close();
  }
}

/** What is wrong with a journal that nobody uses at the moment; nothing when it is sound. */
export function sqliteProblems(directory: string): string[] {
  return integrityProblems(directory, ENGINE_VERSION);
}

/** Not as JSON, which knows no -0. */
function bytesOf({ operations, applied, offset }: JournalBatch): BatchBytes {
  return { applied, offset, bytes: encodeState(operations) };
}

function storedBatch(id: string, { bytes, number, seq, applied, offset }: StoredBytes): StoredBatch {
  const operations = readable(bytes);
  if (!Array.isArray(operations)) {
    throw new JournalError('journal_corrupt', `batch ${number} of session ${id} has no operations`);
  }
  return { operations: operations as Operation[], number, seq, applied, offset };
}

function readable(bytes: Uint8Array): unknown {
  try {
    return decodeState(bytes);
  } catch (error) {
    if (error instanceof StateFormatError) return undefined;
    throw error;
  }
}

function storedSession({ record, head }: SessionRow): StoredSession {
  const { seq, offset, batches, owner, touchedAtMs } = head;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- sealed as it was written by create() or update().
  return { ...(JSON.parse(record) as SessionRecord), seq, offset, batches, owner, touchedAtMs };
}

/** SQLite's integers know no infinity. */
function countable(value: number): number {
  return Math.min(value, Number.MAX_SAFE_INTEGER);
}
