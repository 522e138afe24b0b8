/** What the store can be asked, as plain values that cross from thread to thread: question and answer of each kind of job. */
import type { AppendOutcome, Beginning, DamagedSession, KeptAnswer } from '../../session/index.ts';

export interface BatchBytes {
  readonly applied: number;
  readonly offset: number;
  /** The operations, encoded. */
  readonly bytes: Uint8Array;
}

export interface StoredBytes extends BatchBytes {
  readonly number: number;
  readonly seq: number;
}

/** How far a session has come and who may write. */
export interface Head {
  readonly seq: number;
  readonly offset: number;
  readonly batches: number;
  readonly owner: number;
  readonly touchedAtMs: number;
  readonly ttlSeconds: number | null;
}

export interface SessionRow {
  /** JSON. */
  readonly record: string;
  readonly head: Head;
}

export interface SnapshotBytes {
  readonly batch: number;
  readonly seq: number;
  readonly offset: number;
  readonly bytes: Uint8Array;
}

interface Asked {
  create: {
    ask: {
      readonly id: string;
      readonly record: string;
      readonly ttlSeconds: number | null;
      readonly touchedAtMs: number;
      readonly forkOf: Beginning['forkOf'];
      readonly batches: readonly BatchBytes[];
      readonly answer: KeptAnswer | undefined;
    };
    answer: 'created' | 'answered';
  };
  sessions: { ask: object; answer: readonly SessionRow[] };
  damaged: { ask: object; answer: readonly DamagedSession[] };
  update: {
    ask: { readonly id: string; readonly label: string; readonly ttlSeconds: number | null };
    answer: undefined;
  };
  touch: {
    ask: { readonly touched: readonly { readonly id: string; readonly atMs: number }[] };
    answer: undefined;
  };
  remove: { ask: { readonly id: string }; answer: undefined };
  expire: { ask: { readonly nowMs: number }; answer: readonly string[] };
  takeOver: { ask: { readonly id: string }; answer: SessionRow };
  append: {
    ask: {
      readonly id: string;
      readonly owner: number;
      readonly expectedSeq: number;
      readonly batch: BatchBytes;
      readonly answer: KeptAnswer | undefined;
    };
    answer: AppendOutcome;
  };
  read: {
    ask: { readonly id: string; readonly afterBatch: number };
    answer: { readonly batches: readonly StoredBytes[]; readonly last: boolean };
  };
  putSnapshot: { ask: { readonly id: string; readonly snapshot: SnapshotBytes }; answer: number };
  snapshotBefore: {
    ask: { readonly id: string; readonly seq: number; readonly offset: number; readonly batch: number };
    answer: SnapshotBytes | undefined;
  };
  keepAnswer: { ask: { readonly answer: KeptAnswer }; answer: boolean };
  answerTo: { ask: { readonly scope: string; readonly key: string }; answer: KeptAnswer | undefined };
  check: { ask: object; answer: undefined };
}

export type JobKind = keyof Asked;
export type AskOf<Kind extends JobKind> = Asked[Kind]['ask'];
export type AnswerOf<Kind extends JobKind> = Asked[Kind]['answer'];

export type Job = { [Kind in JobKind]: { readonly kind: Kind; readonly ask: AskOf<Kind> } }[JobKind];
