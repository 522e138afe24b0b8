/** From the settings and limits of a session to processes and executions of the operations room. */
import type { SessionLimits, SessionSettings } from '../contract/index.ts';
import { type Process, type ProcessState, saveProcess } from '../objects/index.ts';
import {
  createProcess,
  Execution,
  type ExecutionLimits,
  isUnfinished,
  type Operation,
  type ProcessSettings,
  restoreProcess,
} from '../operations/index.ts';
import { interpreterOf } from '../python/index.ts';
import { DEFAULT_LIMITS } from './limits.ts';

export type { Operation, Process, ProcessState };
export { isUnfinished };

/** The process of a session before its first operation. */
export function newProcess(settings: SessionSettings): Process {
  return createProcess(processSettings(settings));
}

/** A process that behaves as the saved one for ever after. */
export function loadProcess(settings: SessionSettings, state: ProcessState): Process {
  return restoreProcess(processSettings(settings), state);
}

/**
 * Can this process be saved? Once it has run a program, it cannot: what the interpreter keeps beside the heap is not part of the state.
 * Whoever needs the process again replays the journal (docs/adr/0009-programs-are-replayed.md).
 */
export function canBeSaved(process: Process): boolean {
  return interpreterOf(process) === undefined;
}

/** Fit to be loaded again where `canBeSaved`; in any case all that the heap holds. */
export function stateOf(process: Process): ProcessState {
  return saveProcess(process);
}

/**
 * @param seq the session's number before the first of these operations
 * @param unpausedSteps what a program may run on where it cannot be paused
 */
export function execute(
  process: Process,
  batch: { readonly operations: readonly Operation[]; readonly seq: number },
  settings: SessionSettings,
  unpausedSteps = Number.POSITIVE_INFINITY,
): Execution {
  return new Execution(process, batch.operations, {
    seq: batch.seq,
    limits: executionLimits(settings.limits),
    unpausedSteps,
  });
}

/** Sessions of a time when there were no programs have no limits for them. */
function executionLimits(limits: Partial<SessionLimits>): ExecutionLimits {
  const all = { ...DEFAULT_LIMITS.session, ...limits };
  return {
    objects: all.objects,
    heapBytes: all.heap_bytes,
    repeatIterations: all.repeat_iterations,
    program: {
      steps: all.program_steps,
      heapBytes: Math.min(all.program_heap_bytes, all.heap_bytes),
      outputCharacters: all.program_output_characters,
      sourceCharacters: all.program_source_characters,
    },
  };
}

function processSettings({ python, allocator, gc, seed, limits }: SessionSettings): ProcessSettings {
  return { python, allocator, gc, seed, keptEvents: limits.events_kept };
}
