/**
 * What becomes of a session whose work throws: a journal that fails is a fault, and the heap is replayed; so is a worker that dies, unless
 * that happens each time. Anything else thrown is a bug, and the session is retired.
 */
import { type Outcome, refuse } from '../contract/index.ts';
import { JournalError } from './ports.ts';
import { WorkerLost } from './threads/failure.ts';

/** A session whose work has cost so many workers their life, one after the other, is not tried again. */
const WORKERS_LOST = 3;

export type ReportBug = (session: string, error: unknown) => void;

export class Guard {
  readonly #report: (error: unknown) => void;
  readonly #retire: () => void;
  #workersLost = 0;

  constructor(report: (error: unknown) => void, retire: () => void) {
    this.#report = report;
    this.#retire = retire;
  }

  succeeded(): void {
    this.#workersLost = 0;
  }

  async run<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof JournalError) return refuse(error.code);
      if (error instanceof WorkerLost && ++this.#workersLost < WORKERS_LOST) return refuse('worker_lost');
      this.#report(error);
      this.#retire();
      return refuse('session_retired');
    }
  }
}
