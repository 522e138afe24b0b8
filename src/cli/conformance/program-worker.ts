/**
 * What a process of program-pool.ts runs: one program after another, each answered with its first difference or null; and once
 * null at the start, when it is ready. Programs run in a thread with room; the process passes on what comes and goes.
 */
import '../../character-names.ts';
import { type MessagePort, parentPort } from 'node:worker_threads';
import { haveStack } from '../../python/index.ts';
import { STACK_MIB, threadWithRoom } from '../../thread-with-room.ts';
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

function passOn(): void {
  const thread = threadWithRoom(new URL(import.meta.url));
  thread.on('message', (answer: string | null) => process.send?.(answer));
  thread.on('exit', (status) => process.exit(status));
  process.on('message', (one: ProgramCase) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    thread.postMessage(one);
  });
  process.on('disconnect', () => process.exit(0));
}

function serve(port: MessagePort): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  const post = (answer: string | null): void => port.postMessage(answer);
  haveStack(STACK_MIB);
  port.on('message', (one: ProgramCase) => post(attempt(one)));
  post(null);
}

if (parentPort === null) passOn();
else serve(parentPort);
