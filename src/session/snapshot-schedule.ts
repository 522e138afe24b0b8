/**
 * When the state of a session is worth keeping, and keeping it without holding anybody up.
 *
 * Measured (3.12, one core of a small server, SQLite journal): replaying 1,000,000 operations takes 0.9 to 2.6 s, one to two and
 * a half microseconds each. Loading takes 2 ms for a small heap (140 to 700 times as fast as those million operations) and 4 to
 * 8 ms for each megabyte of state (2 to 3 ms to copy and encode it here, the rest on the journal's thread when it is kept). So a
 * snapshot every 100,000 steps bounds what must be replayed to about a quarter of a second, and one step for each 30 bytes of
 * state keeps the cost of snapshots below a tenth of the cost of the steps, however large the heap is.
 */
import { type Journal, JournalError, type Snapshot } from './ports.ts';

const LEAST_STEPS = 100_000;
const BYTES_PER_STEP = 30;
/** A session that leaves memory is worth a snapshot sooner, since it will be loaded again: this is some ten milliseconds. */
const LEAVING_STEPS = 10_000;

export class SnapshotSchedule {
  readonly #journal: Journal;
  readonly #session: string;
  readonly #broken: (error: unknown) => void;
  /** Steps since the newest snapshot, or since the beginning. */
  #steps = 0;
  #due = LEAST_STEPS;
  #putting: Promise<void> | undefined;

  /** @param broken told what should not have happened; the session goes on, since a snapshot is not its truth */
  constructor(journal: Journal, session: string, broken: (error: unknown) => void) {
    this.#journal = journal;
    this.#session = session;
    this.#broken = broken;
  }

  /** The heap has just been loaded: so many steps were replayed after the snapshot that it was loaded from. */
  loaded(steps: number): void {
    this.#steps = steps;
  }

  /** Keeps a snapshot when it is time, meanwhile the session goes on. @param capture the state of now */
  advance(steps: number, capture: () => Promise<Snapshot | undefined>): void {
    this.#steps += steps;
    if (this.#steps < this.#due || this.#putting !== undefined) return;
    this.#putting = this.put(capture()).finally(() => {
      this.#putting = undefined;
    });
  }

  /** The heap is about to leave memory. */
  async leave(capture: () => Promise<Snapshot | undefined>): Promise<void> {
    await this.#putting;
    if (this.#steps >= LEAVING_STEPS) await this.put(capture());
  }

  /** A snapshot only saves time, so one that cannot be made or kept is no reason to refuse anything. */
  async put(captured: Snapshot | Promise<Snapshot | undefined>): Promise<void> {
    this.#steps = 0;
    try {
      const snapshot = await captured;
      if (snapshot === undefined) return;
      const bytes = await this.#journal.putSnapshot(this.#session, snapshot);
      this.#due = Math.max(LEAST_STEPS, Math.ceil(bytes / BYTES_PER_STEP));
    } catch (error) {
      if (!(error instanceof JournalError)) this.#broken(error);
    }
  }
}
