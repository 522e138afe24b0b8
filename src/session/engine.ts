/** From the settings and limits of a session to processes and executions of the operations room. */
import type { SessionSettings } from '../contract/index.ts';
import { type Process, type ProcessState, saveProcess } from '../objects/index.ts';
import {
  createProcess,
  Execution,
  type Operation,
  type ProcessSettings,
  restoreProcess,
} from '../operations/index.ts';

export type { Operation, Process, ProcessState };

/** The process of a session before its first operation. */
export function newProcess(settings: SessionSettings): Process {
  return createProcess(processSettings(settings));
}

/** A process that behaves as the saved one for ever after. */
export function loadProcess(settings: SessionSettings, state: ProcessState): Process {
  return restoreProcess(processSettings(settings), state);
}

export function stateOf(process: Process): ProcessState {
  return saveProcess(process);
}

/** @param seq the session's number before the first of these operations */
export function execute(
  process: Process,
  batch: { readonly operations: readonly Operation[]; readonly seq: number },
  settings: SessionSettings,
): Execution {
  const { objects, heap_bytes: heapBytes, repeat_iterations: repeatIterations } = settings.limits;
  return new Execution(process, batch.operations, {
    seq: batch.seq,
    limits: { objects, heapBytes, repeatIterations },
  });
}

function processSettings({ python, allocator, gc, seed, limits }: SessionSettings): ProcessSettings {
  return { python, allocator, gc, seed, keptEvents: limits.events_kept };
}
