/**
 * Sessions and their batches in the file.
 *
 * Always: the batches of a session are numbered 1 .. head.batches without a gap; a read that finds it otherwise says so.
 */
import { Buffer } from 'node:buffer';
import type { AppendOutcome, DamagedSession } from '../../session/index.ts';
import type { Answers } from './answers.ts';
import type { Database } from './database.ts';
import { StoreFailure } from './failure.ts';
import { Heads, type KnownSession } from './heads.ts';
import type { AnswerOf, AskOf, BatchBytes, Head, SessionRow, StoredBytes } from './jobs.ts';
import { blobOf, KIND, type Place, SealError, seal, unseal } from './seal.ts';
import { limbOf, limbsOfFork, Trunks } from './trunks.ts';

/** A page of batches ends after so many bytes: what waits for a slow reader is bounded. */
const PAGE_BYTES = 4 * 1024 * 1024;

interface LedgerParts {
  readonly database: Database;
  readonly answers: Answers;
  readonly engine: number;
}

export class Ledger {
  readonly heads = new Heads();
  readonly #database: Database;
  readonly #answers: Answers;
  readonly #trunks: Trunks;
  readonly #engine: number;
  readonly #damaged = new Map<string, string>();

  constructor({ database, answers, engine }: LedgerParts) {
    this.#database = database;
    this.#answers = answers;
    this.#trunks = new Trunks(database, engine);
    this.#engine = engine;
    for (const row of database
      .sql('SELECT number, id, record, head FROM session ORDER BY number')
      .iterate()) {
      this.#learn(row);
    }
    this.heads.settle();
  }

  create({ id, record, forkOf, batches, answer, ...times }: AskOf<'create'>): AnswerOf<'create'> {
    if (this.heads.get(id) !== undefined) {
      throw new StoreFailure('journal_unavailable', `the journal has a session ${id} already`);
    }
    const shared = forkOf === undefined ? NO_HISTORY : this.#historyOf(forkOf);
    if (answer !== undefined && !this.#answers.keep(answer)) return 'answered';
    const empty = { ...times, ...shared, owner: 1 };
    const sealed = this.#seal(recordPlace(id), Buffer.from(record));
    const { lastInsertRowid } = this.#database
      .sql('INSERT INTO session (id, record, head) VALUES (?, ?, ?)')
      .run(id, sealed, this.#sealHead(id, empty));
    const known = { ...empty, number: Number(lastInsertRowid) };
    this.#trunks.keep(id, known.number, known.limbs);
    const head = batches.reduce((before, batch) => this.#insert(id, before, batch), known);
    this.#move(id, head);
    return 'created';
  }

  sessions(): SessionRow[] {
    return [...this.heads.all()].map(([id, head]) => ({ record: this.#record(id, head), head }));
  }

  damaged(): DamagedSession[] {
    return [...this.#damaged].map(([id, reason]) => ({ id, reason }));
  }

  update({ id, label, ttlSeconds }: AskOf<'update'>): undefined {
    const head = this.known(id);
    const record: object = JSON.parse(this.#record(id, head));
    const changed = Buffer.from(JSON.stringify({ ...record, label, ttlSeconds }));
    const sealed = this.#seal(recordPlace(id), changed);
    this.#database.sql('UPDATE session SET record = ? WHERE number = ?').run(sealed, head.number);
    this.#move(id, { ...head, ttlSeconds });
  }

  touch({ touched }: AskOf<'touch'>): undefined {
    for (const { id, atMs } of touched) {
      const head = this.heads.get(id);
      if (head !== undefined && atMs > head.touchedAtMs) this.#move(id, { ...head, touchedAtMs: atMs });
    }
  }

  remove(id: string): void {
    const row = this.#database.sql('SELECT number FROM session WHERE id = ?').get(id);
    if (row === undefined) return;
    const number = Number(row['number']);
    const gone = this.heads.get(id) ?? { number, limbs: [] };
    this.#database.sql('DELETE FROM session WHERE number = ?').run(number);
    this.#answers.removeOf(id);
    this.heads.delete(id);
    this.#damaged.delete(id);
    this.#trunks.fell(gone, this.heads);
  }

  expire(nowMs: number): string[] {
    const expired: string[] = [];
    for (const [id, { touchedAtMs, ttlSeconds }] of this.heads.all()) {
      if (ttlSeconds !== null && touchedAtMs + ttlSeconds * 1000 <= nowMs) expired.push(id);
    }
    for (const id of expired) this.remove(id);
    return expired;
  }

  takeOver(id: string): SessionRow {
    const before = this.known(id);
    const head = { ...before, owner: before.owner + 1 };
    this.#move(id, head);
    return { record: this.#record(id, head), head };
  }

  append({ id, owner, expectedSeq, batch, answer }: AskOf<'append'>): AppendOutcome {
    const head = this.known(id);
    if (head.owner !== owner) return 'fenced';
    if (head.seq !== expectedSeq) return 'conflict';
    if (answer !== undefined && !this.#answers.keep(answer)) return 'answered';
    this.#move(id, this.#insert(id, head, batch));
    return 'appended';
  }

  read({ id, afterBatch }: AskOf<'read'>): AnswerOf<'read'> {
    const head = this.known(id);
    const limb = limbOf(id, head, afterBatch + 1);
    const rows = this.#database
      .sql(
        `SELECT number, body FROM batch
         WHERE session = ? AND number > ? AND number <= ? ORDER BY number LIMIT 1000`,
      )
      .iterate(limb.number, afterBatch, limb.until);
    const batches: StoredBytes[] = [];
    let bytes = 0;
    let next = afterBatch + 1;
    for (const row of rows) {
      if (Number(row['number']) !== next) break;
      const batch = openBatch(limb.id, next, blobOf(row['body']));
      batches.push(batch);
      bytes += batch.bytes.length;
      next++;
      if (bytes > PAGE_BYTES) break;
    }
    if (batches.length === 0 && next <= head.batches) {
      throw new StoreFailure('journal_corrupt', `batch ${next} of session ${id} is missing`);
    }
    return { batches, last: next > head.batches };
  }

  known(id: string): KnownSession {
    const head = this.heads.get(id);
    if (head !== undefined) return head;
    const damage = this.#damaged.get(id);
    if (damage !== undefined) throw new StoreFailure('journal_corrupt', damage);
    throw new StoreFailure('journal_unavailable', `the journal has no session ${id}`);
  }

  #learn(row: Record<string, unknown>): void {
    const id = String(row['id']);
    try {
      unseal(recordPlace(id), blobOf(row['record']));
      const { body } = unseal(headPlace(id), blobOf(row['head']));
      const head = JSON.parse(Buffer.from(body).toString()) as Head;
      const number = Number(row['number']);
      this.heads.set(id, { ...head, number, limbs: this.#trunks.read(id, number) });
    } catch (error) {
      if (!(error instanceof SealError)) throw error;
      this.#damaged.set(id, error.message);
    }
  }

  /** The history that a fork begins with, where it lies. */
  #historyOf({ session, batches }: NonNullable<AskOf<'create'>['forkOf']>): typeof NO_HISTORY {
    const source = this.known(session);
    if (batches === 0) return NO_HISTORY;
    const [last] = this.read({ id: session, afterBatch: batches - 1 }).batches;
    if (last === undefined)
      throw new StoreFailure('journal_corrupt', `session ${session} has no batch ${batches}`);
    const { seq, applied, offset } = last;
    return { seq: seq + applied, offset, batches, limbs: limbsOfFork(session, source, batches) };
  }

  #record(id: string, head: KnownSession): string {
    const row = this.#database.sql('SELECT record FROM session WHERE number = ?').get(head.number);
    if (row === undefined)
      throw new StoreFailure('journal_corrupt', `the record of session ${id} is missing`);
    return Buffer.from(unseal(recordPlace(id), blobOf(row['record'])).body).toString();
  }

  /** The row of a batch; the head that comes of it is for the caller to keep. */
  #insert(id: string, head: KnownSession, batch: BatchBytes): KnownSession {
    const number = head.batches + 1;
    const numbers = Buffer.alloc(24);
    for (const [index, value] of [head.seq, batch.applied, batch.offset].entries()) {
      numbers.writeDoubleLE(value, index * 8);
    }
    const body = this.#seal(batchPlace(id, number), Buffer.concat([numbers, batch.bytes]));
    this.#database
      .sql('INSERT INTO batch (session, number, body) VALUES (?, ?, ?)')
      .run(head.number, number, body);
    return { ...head, seq: head.seq + batch.applied, offset: batch.offset, batches: number };
  }

  #move(id: string, head: KnownSession): void {
    const sealed = this.#sealHead(id, head);
    this.#database.sql('UPDATE session SET head = ? WHERE number = ?').run(sealed, head.number);
    this.heads.set(id, head);
  }

  #sealHead(id: string, head: Head): Uint8Array {
    const { seq, offset, batches, owner, touchedAtMs, ttlSeconds } = head;
    const text = JSON.stringify({ seq, offset, batches, owner, touchedAtMs, ttlSeconds });
    return this.#seal(headPlace(id), Buffer.from(text));
  }

  #seal(place: Place, body: Uint8Array): Uint8Array {
    return seal(place, this.#engine, body);
  }
}

/** What a session has before its first batch. */
const NO_HISTORY: Pick<KnownSession, 'seq' | 'offset' | 'batches' | 'limbs'> = {
  seq: 0,
  offset: 0,
  batches: 0,
  limbs: [],
};

function openBatch(id: string, number: number, blob: Uint8Array): StoredBytes {
  const { body } = unseal(batchPlace(id, number), blob);
  const numbers = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const [seq, applied, offset] = [0, 8, 16].map((at) => numbers.readDoubleLE(at));
  return { number, seq: seq ?? 0, applied: applied ?? 0, offset: offset ?? 0, bytes: body.slice(24) };
}

function recordPlace(id: string): Place {
  return { kind: KIND.RECORD, names: ['record', id] };
}

function headPlace(id: string): Place {
  return { kind: KIND.HEAD, names: ['head', id] };
}

function batchPlace(id: string, number: number): Place {
  return { kind: KIND.BATCH, names: ['batch', id, number] };
}
