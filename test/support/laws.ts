/**
 * The laws that hold for every list of operations, proved for one that a test has run:
 *
 *   1. replaying it in a new process, in other slices, gives the same results, events, offsets and saved state;
 *   2. a process restored from a snapshot taken on the way goes on to the same end;
 *   3. a snapshot is plain data, does not change afterwards, and is what the restored process would save.
 */
import { expect } from 'vitest';
import type { OperationResult } from '../../src/contract/index.ts';
import { type Process, saveProcess } from '../../src/objects/index.ts';
import {
  createProcess,
  Execution,
  type ExecutionLimits,
  type Operation,
  type ProcessSettings,
  restoreProcess,
} from '../../src/operations/index.ts';
import { difference } from './difference.ts';
import { EventLog } from './event-log.ts';

export const WIDE_LIMITS: ExecutionLimits = {
  objects: 20_000_000,
  heapBytes: 2 ** 40,
  repeatIterations: 100_000_000,
};

/** Slices that cut loops in the middle; larger ones where there is much to do. */
const FEW_STEPS = 7;
const MANY_STEPS = 9973;
const MANY_EVENTS = 100_000;
const RESTORED_STEPS = 1_000_003;

export interface Live {
  readonly settings: ProcessSettings;
  readonly process: Process;
  readonly operations: readonly Operation[];
  readonly results: readonly OperationResult[];
  readonly log: EventLog;
}

/** Runs operations one after another, past those that raise; returns a result for each. */
export function applyAll(
  process: Process,
  operations: readonly Operation[],
  { seq, steps }: { seq: number; steps: number },
): OperationResult[] {
  const results: OperationResult[] = [];
  let applied = seq;
  while (results.length < operations.length) {
    const execution = new Execution(process, operations.slice(results.length), {
      seq: applied,
      limits: WIDE_LIMITS,
    });
    while (!execution.run(steps)) {
      // The next slice.
    }
    if (execution.fault !== undefined)
      throw new Error(`${execution.fault.code} ${JSON.stringify(execution.fault)}`);
    results.push(...execution.results);
    applied += seqsOf(execution.results);
  }
  return results;
}

/** How many of the results are of operations that were applied. */
export function seqsOf(results: readonly OperationResult[]): number {
  return results.filter((result) => result.error === undefined).length;
}

/** @param snapshots how many moments on the way, the end included, are saved and restored; 0 proves replay alone */
export function proveLaws(live: Live, snapshots = 3): void {
  const end = saveProcess(live.process);
  const replaySteps = live.log.count < MANY_EVENTS ? FEW_STEPS : MANY_STEPS;
  const replayed = createProcess(live.settings);
  const log = new EventLog(replayed);
  const results: OperationResult[] = [];
  const proofs: (() => void)[] = [];
  for (const next of moments(live.operations.length, snapshots)) {
    const part = live.operations.slice(results.length, next);
    results.push(...applyAll(replayed, part, { seq: seqsOf(results), steps: replaySteps }));
    if (snapshots > 0) proofs.push(proofOfSnapshot(live, replayed, { at: next, end }));
  }
  expect(difference(live.results, results), 'results of the replay').toBeNull();
  expect(live.log.difference(log), 'events of the replay').toBeNull();
  expect(difference(end, saveProcess(replayed)), 'saved state of the replay').toBeNull();
  for (const proof of proofs) proof();
}

/** Saves now; the proof itself waits until the saved process has gone on. */
function proofOfSnapshot(live: Live, saved: Process, { at, end }: { at: number; end: object }): () => void {
  const state = saveProcess(saved);
  const copy = structuredClone(state);
  return () => {
    expect(difference(copy, state), `the snapshot at ${at} does not change afterwards`).toBeNull();
    const restored = restoreProcess(live.settings, copy);
    restored.validate();
    expect(
      difference(state, saveProcess(restored)),
      `the snapshot at ${at} restored and saved again`,
    ).toBeNull();
    const log = new EventLog(restored);
    const seq = seqsOf(live.results.slice(0, at));
    const results = applyAll(restored, live.operations.slice(at), { seq, steps: RESTORED_STEPS });
    expect(difference(live.results.slice(at), results), `results after the snapshot at ${at}`).toBeNull();
    expect(live.log.difference(log), `events after the snapshot at ${at}`).toBeNull();
    expect(difference(end, saveProcess(restored)), `saved state after the snapshot at ${at}`).toBeNull();
  };
}

function moments(length: number, count: number): number[] {
  const parts = Math.max(count, 1);
  const places = Array.from({ length: parts }, (_, index) => Math.ceil((length * (index + 1)) / parts));
  return [...new Set(places)];
}
