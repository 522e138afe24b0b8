/** Programs as operations, without a session. */
import type { OperationResult, ProgramOutcome } from '../../src/contract/index.ts';
import type { Process } from '../../src/objects/index.ts';
import {
  createProcess,
  Execution,
  type Operation,
  type ProcessSettings,
} from '../../src/operations/index.ts';
import { EventLog } from './event-log.ts';
import { WIDE_LIMITS } from './laws.ts';

/** A program whose lines are given one by one. */
export const program = (lines: readonly string[], fields: object = {}): Operation => ({
  op: 'run',
  source: `${lines.join('\n')}\n`,
  ...fields,
});

export interface Ran {
  readonly process: Process;
  readonly log: EventLog;
  readonly results: readonly OperationResult[];
  /** What the programs among them answered. */
  readonly outcomes: readonly ProgramOutcome[];
}

/** Runs operations in slices of so many steps. */
export function runAll(
  operations: readonly Operation[],
  { steps = 1_000, ...settings }: Partial<ProcessSettings> & { steps?: number } = {},
): Ran {
  const process = createProcess({ python: '3.12', keptEvents: 1 << 16, ...settings });
  const log = new EventLog(process);
  const execution = new Execution(process, operations, { seq: 0, limits: WIDE_LIMITS });
  while (!execution.run(steps)) {
    // The next slice.
  }
  if (execution.fault !== undefined) throw new Error(JSON.stringify(execution.fault));
  const { results } = execution;
  const outcomes = results.flatMap(({ value }, at) =>
    ['run', 'program.step'].includes(operations[at]?.op ?? '') ? [value as ProgramOutcome] : [],
  );
  return { process, log, results, outcomes };
}
