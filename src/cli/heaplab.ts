/**
 * `heaplab run FILE.py --python 3.12`: prints what that Python prints and exits as it does. It needs no server.
 *
 * The program runs in a thread with room (run/thread.ts); this one hears interrupts.
 */
import { threadWithRoom } from '../thread-with-room.ts';

/** Interrupts that the thread has not taken up; whoever asks twice does not want to wait. */
const interrupts = new Int32Array(new SharedArrayBuffer(4));

const thread = threadWithRoom(new URL('./run/thread.ts', import.meta.url), {
  argv: process.argv.slice(2),
  workerData: interrupts,
});
process.on('SIGINT', hear);

function hear(): void {
  if (Atomics.add(interrupts, 0, 1) === 0) return;
  // Not process.exit: that waits for the thread, which may be waiting for input.
  process.off('SIGINT', hear);
  process.kill(process.pid, 'SIGINT');
}
thread.on('error', (error) => {
  console.error(error);
  process.exitCode = 1;
});
thread.on('exit', (status) => (process.exitCode ||= status));
