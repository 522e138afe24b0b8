/**
 * Where the process of a session lives: in this thread (home-here.ts), or in a worker (threads/home-away.ts).
 *
 * A home does what the session asks, one thing at a time, and knows neither journal nor subscribers nor what is visible.
 * Always: after `apply` the process stands after the batch, or, where the batch was undone, before it; where it is not `whole` it is
 * somewhere in between and must be thrown away.
 */
import type { Outcome, Position } from '../contract/index.ts';
import type { Applied, ApplyRequest } from './batch.ts';
import type { Process } from './engine.ts';
import type { Spill } from './spill.ts';
import type { TopicFilter } from './topic-filter.ts';

/** Looks at a process, without changing it. */
export type Look<T> = (process: Process, position: Position) => Outcome<T>;

/** A look by its name, so that a thread that cannot be handed a function can take it. */
export interface Question {
  readonly view: string;
  readonly ask: unknown;
}

/** What each named look is. */
export type Views = (question: Question) => Look<object> | undefined;

export interface HomeBatch extends Pick<ApplyRequest, 'operations' | 'onError'> {
  /** Where the session stands before the batch. */
  readonly position: Position;
  /** The first program of the batch is interrupted as soon as it begins. */
  readonly interrupted: boolean;
  /** What subscribers are waiting for. */
  readonly filters: readonly TopicFilter[];
}

export interface HomeApplied extends Applied {
  /** Of the last event that the process has written. */
  readonly offset: number;
  readonly undone: boolean;
  readonly whole: boolean;
  /** What subscribers want of the batch, beyond what `process` still holds. */
  readonly spill: Spill | undefined;
  /** Objects alive after the batch. */
  readonly objects: number;
}

export interface Home {
  /** The process, where it is in this thread. */
  readonly process: Process | undefined;
  /** The process has been lost. */
  readonly gone: boolean;
  /** `too_heavy`: more work than this home takes; the process is in the middle of it. */
  apply(batch: HomeBatch): Promise<HomeApplied | 'too_heavy'>;
  /** KeyboardInterrupt for the program of the batch that is being applied. */
  interrupt(): Promise<void>;
  read<T>(look: Look<T>, position: Position, question?: Question): Promise<Outcome<T>>;
  /** A copy of what it is now, encoded, for the journal; undefined when it cannot be saved. */
  state(): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Nobody has asked for a while: what is kept beyond the present state may go. */
  rest(): void;
  /** The process is not needed any more. */
  leave(): void;
}
