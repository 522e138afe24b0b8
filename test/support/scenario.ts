/**
 * A process for one test, driven through the public operations.
 *
 * After every operation the heap's invariants are checked; when the test has ended, the laws of laws.ts are proved for all that
 * it did. So a test that only builds something proves that much already.
 */
import { onTestFinished } from 'vitest';
import type { OperationResult } from '../../src/contract/index.ts';
import type { Process } from '../../src/objects/index.ts';
import {
  createProcess,
  decodeOperation,
  type Operation,
  type ProcessSettings,
} from '../../src/operations/index.ts';
import { type EventList, EventLog } from './event-log.ts';
import { applyAll, proveLaws } from './laws.ts';
import type { JsonOperation } from './ops.ts';
import { ScenarioHeap } from './scenario-heap.ts';

export type ScenarioSettings = Partial<ProcessSettings> & {
  /** `steps`: after every operation; `end`: once, for heaps too large to look through again and again. */
  readonly check?: 'steps' | 'end';
  /** Moments that are saved, restored and gone on from; 0 proves replay alone. */
  readonly snapshots?: number;
};

const KEPT_EVENTS = 1 << 14;
const LIVE_STEPS = 10_000;

export class Scenario {
  readonly process: Process;
  readonly events: EventLog;
  readonly heap: ScenarioHeap;
  readonly #settings: ProcessSettings;
  readonly #check: 'steps' | 'end';
  readonly #snapshots: number;
  readonly #operations: Operation[] = [];
  readonly #results: OperationResult[] = [];
  #seq = 0;
  #lastRun = 1;

  constructor({ check = 'steps', snapshots = 3, ...settings }: ScenarioSettings = {}) {
    this.#settings = { python: '3.9', keptEvents: KEPT_EVENTS, ...settings };
    this.#check = check;
    this.#snapshots = snapshots;
    this.process = createProcess(this.#settings);
    this.events = new EventLog(this.process);
    this.heap = new ScenarioHeap(this);
  }

  /** Applies operations one by one; a Python exception is a result like any other. */
  run(...operations: readonly JsonOperation[]): OperationResult[] {
    this.#lastRun = this.events.offset + 1;
    return operations.map((operation) => this.#apply(operation));
  }

  /** What one operation answers; `recent` goes on to be about the last `run`. */
  ask(operation: JsonOperation): unknown {
    const result = this.#apply(operation);
    if (result.error !== undefined) throw new Error(`${operation.op} raised ${JSON.stringify(result)}`);
    return result.value;
  }

  /** What each of these questions answers. */
  asks(...operations: readonly JsonOperation[]): unknown[] {
    return operations.map((operation) => this.ask(operation));
  }

  /** The exception that one operation raises, as Python's last line would have it. */
  raises(operation: JsonOperation): string {
    const [result] = this.run(operation);
    if (result?.error === undefined) throw new Error(`${operation.op} raised nothing`);
    return `${result.error.exception}: ${result.error.message}`;
  }

  /** What operations printed to stderr, by line. */
  prints(...operations: readonly JsonOperation[]): string[] {
    return this.run(...operations).flatMap((result) => (result.printed ?? '').split('\n').slice(0, -1));
  }

  /** Ids of the objects that died while `operations` ran, in order. */
  deaths(...operations: readonly JsonOperation[]): string[] {
    this.run(...operations);
    return this.recent.ofType('object.deallocated').ids();
  }

  /** The id of the object of a name. */
  id(name: string): string {
    const [result] = this.run({ op: 'bind', name: '_', to: name }, { op: 'unbind', name: '_' });
    if (result?.object === undefined) throw new Error(`${name} has no id`);
    return result.object;
  }

  /** Events of the last `run`. */
  get recent(): EventList {
    return this.events.since(this.#lastRun);
  }

  /** Proves the laws for everything that was run; `scenario()` does it when the test ends. */
  prove(): void {
    this.process.validate();
    const { process, events: log } = this;
    const live = {
      settings: this.#settings,
      process,
      operations: this.#operations,
      results: this.#results,
      log,
    };
    proveLaws(live, this.#snapshots);
  }

  #apply(json: JsonOperation): OperationResult {
    const decoded = decodeOperation(json);
    if (!decoded.ok)
      throw new Error(
        `${JSON.stringify(json).slice(0, 300)} at ${decoded.problem.path}: ${decoded.problem.words.en}`,
      );
    const [result] = applyAll(this.process, [decoded.operation], { seq: this.#seq, steps: LIVE_STEPS });
    if (this.#check === 'steps') this.process.validate();
    if (result === undefined) throw new Error('every operation has a result');
    this.#operations.push(decoded.operation);
    this.#results.push(result);
    this.#seq += result.error === undefined ? 1 : 0;
    return result;
  }
}

/** A scenario whose laws are proved when the test ends, unless it has failed before. */
export function scenario(settings: ScenarioSettings = {}): Scenario {
  const made = new Scenario(settings);
  onTestFinished(({ task }) => {
    if (task.result?.state !== 'fail') made.prove();
  });
  return made;
}
