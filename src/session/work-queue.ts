/**
 * One thing at a time, in the order of asking: what makes a session the single writer of its heap.
 *
 * Always: `length` counts the work that waits or runs, and never passes the limit.
 */
import { type Outcome, refuse } from '../contract/index.ts';

export class WorkQueue {
  #last: Promise<unknown> = Promise.resolve();
  #length = 0;
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get length(): number {
    return this.#length;
  }

  /** Runs `work` after everything that was asked before it; refuses when too much waits. */
  async run<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    if (this.#length >= this.#limit) return refuse('session_busy', { maximum: this.#limit });
    const idle = this.#length === 0;
    this.#length++;
    const turn = idle ? work() : this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.#length--;
    }
  }

  /** Resolves when everything that was asked until now is done. */
  async idle(): Promise<void> {
    await this.#last;
  }
}
