/**
 * The process of the server: it hears signals. All else is done in a thread with room (server.ts), which ends when it has stopped, and
 * the process with it; without it, when that takes too long: a thread that computes does not listen.
 */
import { threadWithRoom } from './thread-with-room.ts';

const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM'] as const;
/** Longer than the server itself gives what is under way (server.ts). */
const STOP_WITHIN_MS = 11_000;

const thread = threadWithRoom(new URL('./server.ts', import.meta.url));
thread.on('exit', (status) => process.exit(status));
thread.on('error', (error) => {
  console.error(error);
  process.exit(1);
});
for (const signal of SIGNALS) {
  process.on(signal, () => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    thread.postMessage(signal);
    if (signal !== 'SIGHUP') setTimeout(() => process.exit(1), STOP_WITHIN_MS);
  });
}
