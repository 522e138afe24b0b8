/**
 * What goes between a thread that keeps sessions' order and one that runs their heaps.
 *
 *   host -> worker   task (numbered) | what the journal had
 *   worker -> host   answer (of that number) | question to the journal (for that number)
 *
 * Everything is plain data. Typed arrays that are not needed where they come from are transferred.
 */

import type { Fault, OnError, OperationResult, Outcome, Position, Topic } from '../../contract/index.ts';
import type { Consequences } from '../batch.ts';
import type { Operation } from '../engine.ts';
import type { SeenRange } from '../event-reader.ts';
import type { Question } from '../home.ts';
import type { PastPoint } from '../past-moments.ts';
import type { JournalErrorCode, SessionRecord, Snapshot, StoredBatch } from '../ports.ts';
import type { EventChunk } from '../replay.ts';
import type { PackedSpill } from '../spill.ts';

export interface AwayBatch {
  readonly operations: readonly Operation[];
  readonly onError: OnError;
  readonly position: Position;
  readonly interrupted: boolean;
  readonly topics: readonly (readonly Topic[])[];
}

export interface AwayApplied {
  readonly results: readonly OperationResult[];
  readonly applied: number;
  readonly attempted: number;
  readonly failed: number | undefined;
  readonly fault: Fault | undefined;
  readonly untouched: boolean;
  readonly suspended: boolean;
  readonly steps: number;
  readonly offset: number;
  readonly undone: boolean;
  readonly whole: boolean;
  readonly spill: PackedSpill | undefined;
  readonly objects: number;
  readonly count: Consequences;
  readonly noted: readonly Operation[] | undefined;
}

/** What a task asks, and what it is answered. */
export interface Tasks {
  /** Loads the session from the journal; it stays until `leave`. */
  load: {
    readonly ask: { readonly record: SessionRecord };
    readonly answer: {
      readonly batch: number;
      readonly seq: number;
      readonly steps: number;
      readonly offset: number;
      readonly unfinished: boolean;
    };
  };
  apply: { readonly ask: { readonly batch: AwayBatch }; readonly answer: AwayApplied };
  interrupt: { readonly ask: object; readonly answer: undefined };
  read: {
    readonly ask: { readonly question: Question; readonly position: Position };
    readonly answer: Outcome<object>;
  };
  state: { readonly ask: object; readonly answer: Uint8Array<ArrayBuffer> | undefined };
  rest: { readonly ask: object; readonly answer: undefined };
  leave: { readonly ask: object; readonly answer: undefined };
  /** Looks at the past, on a process that nobody else sees. */
  readAt: {
    readonly ask: { readonly record: SessionRecord; readonly seq: number; readonly question: Question };
    readonly answer: Outcome<object>;
  };
  pointAt: {
    readonly ask: { readonly record: SessionRecord; readonly seq: number };
    readonly answer: PastPoint;
  };
  /** Begins a search for past events; `stream` is its number. */
  search: {
    readonly ask: {
      readonly record: SessionRecord;
      readonly stream: number;
      readonly range: SeenRange;
      readonly topics: readonly Topic[];
    };
    readonly answer: undefined;
  };
  /** The next chunk of a search; undefined when there are no more. */
  more: { readonly ask: { readonly stream: number }; readonly answer: EventChunk | undefined };
  enough: { readonly ask: { readonly stream: number }; readonly answer: undefined };
}

export type TaskKind = keyof Tasks;

export type Task = { [Kind in TaskKind]: { readonly kind: Kind } & Tasks[Kind]['ask'] }[TaskKind];

export interface NumberedTask {
  readonly kind: 'task';
  readonly id: number;
  readonly session: string;
  readonly task: Task;
}

/** Only these two of a journal are wanted by a replay. */
export type JournalQuestion =
  | { readonly kind: 'batches'; readonly afterBatch: number }
  | { readonly kind: 'snapshot'; readonly bound: { readonly seq: number; readonly offset: number } };

export interface BatchPage {
  readonly batches: readonly StoredBatch[];
  readonly last: boolean;
}

export type JournalAnswer =
  | { readonly ok: true; readonly value: BatchPage | Snapshot | undefined }
  | { readonly ok: false; readonly failure: Failure };

/** An error on its way to another thread. */
export interface Failure {
  readonly code: JournalErrorCode | 'put_out' | 'bug';
  readonly message: string;
  readonly stack: string | undefined;
}

export type ToWorker =
  | NumberedTask
  | { readonly kind: 'journal'; readonly id: number; readonly answer: JournalAnswer };

export type FromWorker =
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: Failure }
  | {
      readonly kind: 'journal';
      readonly id: number;
      /** The session whose journal is asked. */
      readonly session: string;
      readonly question: JournalQuestion;
    };
