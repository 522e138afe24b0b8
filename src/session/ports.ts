/**
 * What a session needs from the world, as ports: time, names, a turn for others, and a journal.
 *
 * The journal is the truth and the heap a cache of it. Its law: what `append` answered `appended` for is in every later `read`,
 * once, in order; what it refused is in none.
 */

import type { SessionSettings } from '../contract/index.ts';
import type { Operation, ProcessState } from './engine.ts';

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
}

/** A session as the journal knows it: with how far it has come. */
export interface StoredSession extends SessionRecord {
  readonly seq: number;
  readonly offset: number;
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

/** The state of a process between two batches. */
export interface Snapshot {
  /** The last batch that it contains. */
  readonly batch: number;
  readonly seq: number;
  readonly offset: number;
  readonly state: ProcessState;
}

export interface AppendRequest {
  readonly session: string;
  /** Only the owner of this epoch may write. */
  readonly epoch: string;
  readonly expectedSeq: number;
  readonly batch: JournalBatch;
}

/** `conflict`: the journal is not where the writer thinks; it must read again before it writes. */
export type AppendOutcome = 'appended' | 'conflict';

/** Thrown by a journal that cannot keep or give what it was asked; anything else that it throws is a bug. */
export class JournalError extends Error {
  readonly code: 'journal_unavailable' | 'journal_full';

  constructor(code: 'journal_unavailable' | 'journal_full', message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'JournalError';
    this.code = code;
  }
}

export interface Journal {
  create(record: SessionRecord): Promise<void>;
  /** Every session that was created and not removed, oldest first. */
  sessions(): Promise<readonly StoredSession[]>;
  update(id: string, change: { readonly label: string; readonly ttlSeconds: number | null }): Promise<void>;
  remove(id: string): Promise<void>;
  append(request: AppendRequest): Promise<AppendOutcome>;
  /** The batches after number `afterBatch`, in order. */
  read(id: string, afterBatch: number): AsyncIterable<StoredBatch>;
  putSnapshot(id: string, snapshot: Snapshot): Promise<void>;
  /** The newest snapshot that is not past the operation and the event that are given. */
  snapshotBefore(
    id: string,
    bound: { readonly seq: number; readonly offset: number },
  ): Promise<Snapshot | undefined>;
  /** Throws a JournalError when the journal could not append now. */
  check(): Promise<void>;
  close(): Promise<void>;
}
