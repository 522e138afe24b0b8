/** Writing to a descriptor to the last byte, however slowly it is read. */
import { writeSync } from 'node:fs';

/** Nobody reads any more. */
export class BrokenPipe extends Error {}

const WAIT_MS = 2;
const sleeper = new Int32Array(new SharedArrayBuffer(4));

export function writeAll(descriptor: number, text: string): void {
  if (text === '') return;
  const bytes = new TextEncoder().encode(text);
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') throw new BrokenPipe('the reader has gone');
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(sleeper, 0, 0, WAIT_MS);
    }
  }
}
