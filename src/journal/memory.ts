/**
 * The journal that keeps nothing beyond this process: for tests, for ephemeral sessions, for `HEAPLAB_JOURNAL=memory`.
 *
 * It keeps the port's whole law (order, expected sequence number, owner, answers); only durability is missing.
 */
import {
  type AppendOutcome,
  type AppendRequest,
  type Beginning,
  type DamagedSession,
  type Journal,
  type JournalBatch,
  JournalError,
  type KeptAnswer,
  type SessionRecord,
  type Snapshot,
  type StoredBatch,
  type StoredSession,
} from '../session/index.ts';
import { ANSWERS_PER_SCOPE } from './answer-bound.ts';
import { surplusSnapshots } from './thinning.ts';

interface Entry {
  record: SessionRecord;
  seq: number;
  owner: number;
  touchedAtMs: number;
  readonly batches: StoredBatch[];
  snapshots: Snapshot[];
}

export class MemoryJournal implements Journal {
  readonly #entries = new Map<string, Entry>();
  /** By scope and key, oldest first. */
  readonly #answers = new Map<string, Map<string, KeptAnswer>>();
  readonly #answersPerScope: number;

  constructor({ answersPerScope = ANSWERS_PER_SCOPE }: { readonly answersPerScope?: number } = {}) {
    this.#answersPerScope = answersPerScope;
  }

  async create(record: SessionRecord, beginning: Beginning = {}): Promise<'created' | 'answered'> {
    const { forkOf, batches = [], answer } = beginning;
    if (this.#entries.has(record.id)) throw unavailable(`the journal has a session ${record.id} already`);
    const source = forkOf === undefined ? undefined : this.#entry(forkOf.session);
    if (answer !== undefined && !this.#keep(answer)) return 'answered';
    const shared = source?.batches.slice(0, forkOf?.batches) ?? [];
    const last = shared.at(-1);
    const entry = {
      record,
      seq: last === undefined ? 0 : last.seq + last.applied,
      owner: 1,
      touchedAtMs: record.createdAtMs,
      batches: shared,
      snapshots: source?.snapshots.filter(({ batch }) => batch <= shared.length) ?? [],
    };
    for (const batch of batches) push(entry, batch);
    this.#entries.set(record.id, entry);
    return 'created';
  }

  async sessions(): Promise<readonly StoredSession[]> {
    return [...this.#entries.values()].map(stored);
  }

  async damaged(): Promise<readonly DamagedSession[]> {
    return [];
  }

  async update(
    id: string,
    change: { readonly label: string; readonly ttlSeconds: number | null },
  ): Promise<void> {
    const entry = this.#entry(id);
    entry.record = { ...entry.record, ...change };
  }

  async touch(touched: readonly { readonly id: string; readonly atMs: number }[]): Promise<void> {
    for (const { id, atMs } of touched) {
      const entry = this.#entries.get(id);
      if (entry !== undefined) entry.touchedAtMs = Math.max(entry.touchedAtMs, atMs);
    }
  }

  async remove(id: string): Promise<void> {
    this.#entries.delete(id);
    this.#answers.delete(id);
  }

  async expire(nowMs: number): Promise<readonly string[]> {
    for (const [scope, answers] of this.#answers) {
      for (const [key, { expiresAtMs }] of answers) if (expiresAtMs <= nowMs) answers.delete(key);
      if (answers.size === 0) this.#answers.delete(scope);
    }
    const expired: string[] = [];
    for (const [id, { record, touchedAtMs }] of this.#entries) {
      if (record.ttlSeconds !== null && touchedAtMs + record.ttlSeconds * 1000 <= nowMs) expired.push(id);
    }
    for (const id of expired) await this.remove(id);
    return expired;
  }

  async takeOver(id: string): Promise<StoredSession> {
    const entry = this.#entry(id);
    entry.owner++;
    return stored(entry);
  }

  async append({ session, owner, expectedSeq, batch, answer }: AppendRequest): Promise<AppendOutcome> {
    const entry = this.#entry(session);
    if (entry.owner !== owner) return 'fenced';
    if (entry.seq !== expectedSeq) return 'conflict';
    if (answer !== undefined && !this.#keep(answer)) return 'answered';
    push(entry, batch);
    return 'appended';
  }

  async *read(id: string, afterBatch: number): AsyncGenerator<StoredBatch> {
    const { batches } = this.#entry(id);
    for (let index = afterBatch; index < batches.length; index++) {
      const batch = batches[index];
      if (batch !== undefined) yield batch;
    }
  }

  async putSnapshot(id: string, snapshot: Snapshot): Promise<number> {
    const entry = this.#entry(id);
    const others = entry.snapshots.filter(({ batch }) => batch !== snapshot.batch);
    const all = [...others, snapshot].toSorted((one, other) => one.batch - other.batch);
    const surplus = surplusSnapshots(all.map((kept) => ({ ...kept, bytes: kept.bytes.byteLength })));
    entry.snapshots = all.filter(({ batch }) => !surplus.includes(batch));
    return snapshot.bytes.byteLength;
  }

  async snapshotBefore(
    id: string,
    bound: { readonly seq: number; readonly offset: number },
  ): Promise<Snapshot | undefined> {
    const found = this.#entry(id).snapshots.findLast(
      ({ seq, offset }) => seq <= bound.seq && offset <= bound.offset,
    );
    return found === undefined ? undefined : { ...found, bytes: found.bytes.slice() };
  }

  async keepAnswer(answer: KeptAnswer): Promise<boolean> {
    return this.#keep(answer);
  }

  async answerTo(scope: string, key: string): Promise<KeptAnswer | undefined> {
    return this.#answers.get(scope)?.get(key);
  }

  async check(): Promise<void> {
    await Promise.resolve();
  }

  async close(): Promise<void> {
    this.#entries.clear();
    this.#answers.clear();
  }

  #keep(answer: KeptAnswer): boolean {
    const { scope, key } = answer;
    const answers = this.#answers.get(scope) ?? new Map<string, KeptAnswer>();
    if (answers.has(key)) return false;
    this.#answers.set(scope, answers.set(key, answer));
    const [oldest] = answers.keys();
    if (answers.size > this.#answersPerScope && oldest !== undefined) answers.delete(oldest);
    return true;
  }

  #entry(id: string): Entry {
    const entry = this.#entries.get(id);
    if (entry === undefined) throw unavailable(`the journal has no session ${id}`);
    return entry;
  }
}

function push(entry: Entry, batch: JournalBatch): void {
  const { operations, applied, offset } = batch;
  entry.batches.push({ operations, applied, offset, number: entry.batches.length + 1, seq: entry.seq });
  entry.seq += applied;
}

function stored({ record, seq, owner, touchedAtMs, batches }: Entry): StoredSession {
  const offset = batches.at(-1)?.offset ?? 0;
  return { ...record, seq, offset, batches: batches.length, owner, touchedAtMs };
}

function unavailable(message: string): JournalError {
  return new JournalError('journal_unavailable', message);
}
