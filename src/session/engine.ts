/** The operations room as sessions use it. */
import type { Fault, OperationResult, PythonVersion, SessionSettings } from '../contract/index.ts';
import type { EventRing } from '../heap/event-ring.ts';

export type Operation = { readonly op: string };
export type ProcessState = unknown;

export interface Process {
  readonly heap: { readonly ring: EventRing };
  save(): ProcessState;
  validate(): void;
}

export interface Execution {
  run(maxSteps: number): boolean;
  readonly results: readonly OperationResult[];
  readonly fault?: Fault;
}

export interface Engine {
  thresholds(python: PythonVersion): [number, number, number];
  createProcess(settings: SessionSettings): Process;
  restoreProcess(settings: SessionSettings, state: ProcessState): Process;
  execute(process: Process, operations: readonly Operation[], options: { readonly seq: number }): Execution;
}
