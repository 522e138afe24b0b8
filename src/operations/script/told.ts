/** What an exported script is made from: the operations of a session with what each answered. */
import type { OperationResult } from '../../contract/index.ts';
import type { Process } from '../../objects/index.ts';
import { interpreterOf, type LeftInFreeLists, takeLeftInFreeLists } from '../../python/index.ts';
import type { Operation } from '../verb.ts';
import type { ProgramAnswers } from './programs.ts';
import type { AnswerKind } from './questions.ts';

/** The collector after an operation. */
export interface CollectorState {
  readonly count: readonly number[];
  readonly threshold: readonly number[];
  readonly enabled: boolean;
  /** Collections, collected and uncollectable objects of each generation. */
  readonly stats: readonly (readonly number[])[];
}

/** An operation that was applied, or failed. */
export interface Applied {
  readonly operation: Operation;
  readonly result: OperationResult;
  readonly state: CollectorState;
  /** What Heaplab put into free lists, as an interpreter's start and imports leave it there. */
  readonly left: readonly LeftInFreeLists[];
}

/** What the script knows of one operation, and compares. */
export interface Told extends Partial<ProgramAnswers> {
  /** Number of its records. */
  readonly uid: number;
  /** null: it failed, or is part of a loop. */
  readonly seq: number | null;
  readonly op: string;
  readonly python: string;
  readonly state?: CollectorState;
  readonly object?: string;
  readonly values?: readonly unknown[];
  readonly kind?: AnswerKind;
  readonly part?: string;
  readonly error?: readonly [exception: string, message: string];
  readonly printed?: string;
}

/** What an operation that has just been applied answered, and what it left. */
export function applied(process: Process, operation: Operation, result: OperationResult): Applied {
  const vm = interpreterOf(process);
  const left = vm === undefined ? [] : takeLeftInFreeLists(vm);
  return { operation, result, state: collectorState(process), left };
}

function collectorState({ heap: { collector } }: Process): CollectorState {
  return {
    count: [...collector.counts],
    threshold: [...collector.thresholds],
    enabled: collector.enabled,
    stats: collector.stats.map((one) => [one.collections, one.collected, one.uncollectable]),
  };
}
