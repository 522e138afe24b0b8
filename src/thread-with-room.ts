/**
 * A thread with room for programs: Python code that C functions call nests on our stack, deeper than the stack of a process's first
 * thread reaches (docs/adr/0011-programs-run-where-there-is-room.md).
 */
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Reserved, not taken: what is not reached costs no memory. */
export const STACK_MIB = 64;

export function threadWithRoom(entry: URL, options: WorkerOptions = {}): Worker {
  return new Worker(entry, {
    ...options,
    resourceLimits: { ...options.resourceLimits, stackSizeMb: STACK_MIB },
  });
}
