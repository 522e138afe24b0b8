/**
 * What a session needs from the world, as ports: time, names, a turn for others, and a journal.
 *
 * The journal is the truth and the heap a cache of it. Its law: what `append` answered `appended` for is in every later `read`,
 * once, in order; what it refused is in none.
 */

import type { SessionSettings } from '../contract/index.ts';
import type { Operation } from './engine.ts';

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

export interface Ids {
  session(): string;
  epoch(): string;
}

/** Lets everything else that waits run once. Long work awaits it between slices. */
export type Turn = () => Promise<void>;

/** What of a session is not derived from its operations. */
export interface SessionRecord {
  readonly id: string;
  readonly epoch: string;
  readonly createdAtMs: number;
  readonly settings: SessionSettings;
  readonly label: string;
  readonly ttlSeconds: number | null;
  /** Whose it is: the owner of the key that it was made with; null: made where no keys were in use. */
  readonly belongsTo: string | null;
  /** The moment of another session that this one grew from. */
  readonly forkedFrom?: { readonly session: string; readonly seq: number };
}

/** A session as the journal knows it: with how far it has come, and who may write. */
export interface StoredSession extends SessionRecord {
  readonly seq: number;
  readonly offset: number;
  /** Number of the last batch; 0 when there is none. */
  readonly batches: number;
  /** Who may write: counts up with each takeover, from 1. */
  readonly owner: number;
  /** When somebody last asked for it, as far as the journal was told. */
  readonly touchedAtMs: number;
}

/** A session whose record the journal holds but cannot read. */
export interface DamagedSession {
  readonly id: string;
  readonly reason: string;
}

/**
 * One request's operations, as they were attempted: `applied` of them count, and where there is one more, it is the operation
 * that failed. It is kept because a failed operation leaves the heap as Python would, which replay must do again.
 */
export interface JournalBatch {
  readonly operations: readonly Operation[];
  readonly applied: number;
  /** Offset of the last event after the batch: replay proves itself by it. */
  readonly offset: number;
}

export interface StoredBatch extends JournalBatch {
  /** Batches of a session count from 1. */
  readonly number: number;
  /** Operations applied before this batch. */
  readonly seq: number;
}

/** The state of a process between two batches. Bytes cross to other threads, and to the disk, without anybody reading them. */
export interface Snapshot {
  /** The last batch that it contains. */
  readonly batch: number;
  readonly seq: number;
  readonly offset: number;
  /** As `encodeState` wrote it. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a request was answered, kept so that the same request under the same key is answered the same and done once. */
export interface KeptAnswer {
  /** Whose keys these are: a session, or an owner of sessions. */
  readonly scope: string;
  readonly key: string;
  /** Of the request's body: another body under the same key is another request. */
  readonly bodyHash: string;
  readonly answer: string;
  readonly expiresAtMs: number;
}

export interface AppendRequest {
  readonly session: string;
  /** Only the owner of this number may write. */
  readonly owner: number;
  readonly expectedSeq: number;
  readonly batch: JournalBatch;
  /** Kept together with the batch, or neither is. */
  readonly answer?: KeptAnswer | undefined;
}

/**
 * `conflict`: the journal is not where the writer thinks; it must read again before it writes. `fenced`: somebody else owns the
 * session now. `answered`: the key of the answer has been used. Nothing was appended in these three cases.
 */
export type AppendOutcome = 'appended' | 'conflict' | 'fenced' | 'answered';

/** What a session can begin with: a history of its own or of another session, and the answer to whoever asked for it. */
export interface Beginning {
  /** The first batches are those of another session, now and for ever, also when that one is removed. */
  readonly forkOf?: { readonly session: string; readonly batches: number } | undefined;
  /** Come after those. */
  readonly batches?: readonly JournalBatch[];
  readonly answer?: KeptAnswer | undefined;
}

/** `unavailable`: try again. `full`: make room. `corrupt`: what was kept is not what was written, and nobody can say it better. */
export type JournalErrorCode = 'journal_unavailable' | 'journal_full' | 'journal_corrupt';

/** Thrown by a journal that cannot keep or give what it was asked; anything else that it throws is a bug. */
export class JournalError extends Error {
  readonly code: JournalErrorCode;

  constructor(code: JournalErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'JournalError';
    this.code = code;
  }
}

export interface Journal {
  /** A new session, owned by 1, with what it begins with, or nothing of both. */
  create(record: SessionRecord, beginning?: Beginning): Promise<'created' | 'answered'>;
  /** Every session that was created and not removed, oldest first; without the damaged ones. */
  sessions(): Promise<readonly StoredSession[]>;
  damaged(): Promise<readonly DamagedSession[]>;
  update(id: string, change: { readonly label: string; readonly ttlSeconds: number | null }): Promise<void>;
  /** Notes when sessions were last asked for; unknown ones are passed over. */
  touch(touched: readonly { readonly id: string; readonly atMs: number }[]): Promise<void>;
  /** Deletes a session with its batches, snapshots and answers; nothing when there is none. */
  remove(id: string): Promise<void>;
  /** Deletes the sessions whose time to live and the answers whose time is over at `nowMs`; tells which sessions. */
  expire(nowMs: number): Promise<readonly string[]>;
  /** Makes the caller the owner; whoever was it is fenced from now on. */
  takeOver(id: string): Promise<StoredSession>;
  append(request: AppendRequest): Promise<AppendOutcome>;
  /** The batches after number `afterBatch`, in order, none missing. */
  read(id: string, afterBatch: number): AsyncIterable<StoredBatch>;
  /** Keeps a snapshot, whose bytes it takes over, and perhaps gives up an older one; answers about how many bytes it took. */
  putSnapshot(id: string, snapshot: Snapshot): Promise<number>;
  /**
   * The newest snapshot that is sound, of this engine, and not past the operation and the event that are given. Its bytes belong to
   * whoever asked.
   */
  snapshotBefore(
    id: string,
    bound: { readonly seq: number; readonly offset: number },
  ): Promise<Snapshot | undefined>;
  /** Keeps an answer that belongs to no batch; false when its key has been used. */
  keepAnswer(answer: KeptAnswer): Promise<boolean>;
  answerTo(scope: string, key: string): Promise<KeptAnswer | undefined>;
  /** Throws a JournalError when the journal could not append now. */
  check(): Promise<void>;
  close(): Promise<void>;
}
