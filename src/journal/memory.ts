/**
 * The journal that keeps nothing beyond this process: for tests, for ephemeral sessions, for `HEAPLAB_JOURNAL=memory`.
 *
 * It keeps the port's whole law (order, expected sequence number, owner's epoch); only durability is missing.
 */
import {
  type AppendOutcome,
  type AppendRequest,
  type Journal,
  JournalError,
  type SessionRecord,
  type Snapshot,
  type StoredBatch,
  type StoredSession,
} from '../session/index.ts';

/** Snapshots kept of one session: the newest, so that loading is fast, and one before it. */
const SNAPSHOTS_KEPT = 2;

interface Entry {
  record: SessionRecord;
  seq: number;
  readonly batches: StoredBatch[];
  readonly snapshots: Snapshot[];
}

export class MemoryJournal implements Journal {
  readonly #entries = new Map<string, Entry>();

  async create(record: SessionRecord): Promise<void> {
    this.#entries.set(record.id, { record, seq: 0, batches: [], snapshots: [] });
  }

  async sessions(): Promise<readonly StoredSession[]> {
    return [...this.#entries.values()].map(({ record, seq, batches }) => ({
      ...record,
      seq,
      offset: batches.at(-1)?.offset ?? 0,
    }));
  }

  async update(
    id: string,
    change: { readonly label: string; readonly ttlSeconds: number | null },
  ): Promise<void> {
    const entry = this.#entry(id);
    entry.record = { ...entry.record, ...change };
  }

  async remove(id: string): Promise<void> {
    this.#entries.delete(id);
  }

  async append({ session, epoch, expectedSeq, batch }: AppendRequest): Promise<AppendOutcome> {
    const entry = this.#entry(session);
    if (entry.record.epoch !== epoch || entry.seq !== expectedSeq) return 'conflict';
    entry.batches.push({ ...batch, number: entry.batches.length + 1, seq: expectedSeq });
    entry.seq += batch.applied;
    return 'appended';
  }

  async *read(id: string, afterBatch: number): AsyncGenerator<StoredBatch> {
    const { batches } = this.#entry(id);
    for (let index = afterBatch; index < batches.length; index++) {
      const batch = batches[index];
      if (batch !== undefined) yield batch;
    }
  }

  async putSnapshot(id: string, snapshot: Snapshot): Promise<void> {
    const { snapshots } = this.#entry(id);
    snapshots.push(snapshot);
    if (snapshots.length > SNAPSHOTS_KEPT) snapshots.shift();
  }

  async snapshotBefore(
    id: string,
    bound: { readonly seq: number; readonly offset: number },
  ): Promise<Snapshot | undefined> {
    return this.#entry(id).snapshots.findLast(
      ({ seq, offset }) => seq <= bound.seq && offset <= bound.offset,
    );
  }

  async check(): Promise<void> {
    await Promise.resolve();
  }

  async close(): Promise<void> {
    this.#entries.clear();
  }

  #entry(id: string): Entry {
    const entry = this.#entries.get(id);
    if (entry === undefined)
      throw new JournalError('journal_unavailable', `the journal has no session ${id}`);
    return entry;
  }
}
