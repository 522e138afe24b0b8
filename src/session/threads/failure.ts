/** Errors that cross from one thread to another: the journal's keep their code, everything else is a bug. */
import { JournalError } from '../ports.ts';
import type { Failure } from './messages.ts';

/** The heap is not in the worker any more, which had to make room: nothing was done, and loading it again is all it takes. */
export class HeapPutOut extends Error {
  override readonly name = 'HeapPutOut';
}

export function failureOf(error: unknown): Failure {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  if (error instanceof HeapPutOut) return { code: 'put_out', message, stack };
  return { code: error instanceof JournalError ? error.code : 'bug', message, stack };
}

export function errorOf({ code, message, stack }: Failure): Error {
  if (code === 'put_out') return new HeapPutOut(message);
  if (code !== 'bug') return new JournalError(code, message);
  const error = new Error(message);
  if (stack !== undefined) error.stack = stack;
  return error;
}

/** The worker that ran a session's heap is no more; the journal has all that was acknowledged. */
export class WorkerLost extends Error {
  override readonly name = 'WorkerLost';

  constructor(reason: string) {
    super(`the worker was lost: ${reason}`);
  }
}
