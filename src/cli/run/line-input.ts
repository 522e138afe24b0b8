/**
 * Standard input, read when the program asks for it and no sooner, so that a person can answer a prompt.
 *
 * Reading blocks this thread, which cannot take up an interrupt meanwhile: the first one ends the process.
 */
import { readSync } from 'node:fs';
import type { StandardInput } from '../../python/index.ts';

const STDIN = 0;
const CHUNK_BYTES = 65_536;
const WAIT_MS = 10;
const sleeper = new Int32Array(new SharedArrayBuffer(4));

export class LineInput implements StandardInput {
  readonly #beforeReading: () => void;
  readonly #interrupts: Int32Array;
  readonly #decoder = new TextDecoder('utf-8');
  readonly #chunk = new Uint8Array(CHUNK_BYTES);
  #waiting = '';
  #ended = false;

  /**
   * @param beforeReading shows what has been printed
   * @param interrupts counts those that were not taken up; the second ends the process
   */
  constructor(beforeReading: () => void, interrupts: Int32Array) {
    this.#beforeReading = beforeReading;
    this.#interrupts = interrupts;
  }

  readLine(): string {
    let end = this.#waiting.indexOf('\n');
    while (end < 0 && this.#more()) end = this.#waiting.indexOf('\n');
    return this.#take(end < 0 ? this.#waiting.length : end + 1);
  }

  readAll(): string {
    while (this.#more());
    return this.#take(this.#waiting.length);
  }

  #take(length: number): string {
    const taken = this.#waiting.slice(0, length);
    this.#waiting = this.#waiting.slice(length);
    return taken;
  }

  /** False at the end of the input. */
  #more(): boolean {
    if (this.#ended) return false;
    // One that came just before has to come again, now that it is the last.
    if (Atomics.add(this.#interrupts, 0, 1) > 0) process.kill(process.pid, 'SIGINT');
    this.#beforeReading();
    const length = this.#read();
    Atomics.sub(this.#interrupts, 0, 1);
    this.#ended = length === 0;
    this.#waiting += this.#decoder.decode(this.#chunk.subarray(0, length), { stream: length > 0 });
    return length > 0;
  }

  #read(): number {
    for (;;) {
      try {
        return readSync(STDIN, this.#chunk);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'EOF') return 0;
        if (code !== 'EAGAIN') throw error;
        Atomics.wait(sleeper, 0, 0, WAIT_MS);
      }
    }
  }
}
