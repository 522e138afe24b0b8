/**
 * What a process of program-pool.ts runs: one program after another, each answered with its first difference or null; and once
 * null at the start, when it is ready.
 */
import type { ProgramCase } from './find-programs.ts';
import { checkProgram } from './program-check.ts';

/** A run that breaks is a failed one. */
function attempt(one: ProgramCase): string | null {
  try {
    return checkProgram(one);
  } catch (error) {
    return `Heaplab broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

process.on('message', (one: ProgramCase) => process.send?.(attempt(one)));
process.send?.(null);
