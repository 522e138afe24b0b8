/**
 * Past moments of sessions, for readers who look back: derived again from the journal, and kept a while.
 *
 * Whoever looks at a past moment mostly looks at it several times: names, objects and memory of one `?at=`. So the processes of
 * the moments that were asked for last are kept, and readers who ask for one moment at once share its replay. A past moment never
 * changes; a cache of it can be old but not wrong.
 * Always: what is kept is at most so many moments, and about so many bytes.
 */
import type { Process } from './engine.ts';
import { EVERYTHING, type Replayed, type ReplaySource, replay } from './replay.ts';
import { ReplaySlots } from './replay-slots.ts';

export interface PastLimits {
  /** Replays at the same time, for past moments and past events together. */
  readonly replays: number;
  /** Readers that may wait for a replay. */
  readonly readers: number;
  readonly moments: number;
  readonly bytes: number;
}

interface Kept {
  readonly replayed: Promise<Replayed>;
  bytes: number;
}

export class PastMoments {
  readonly limits: PastLimits;
  readonly slots: ReplaySlots;
  /** By epoch and sequence number; the one that was asked for last stands last. */
  readonly #kept = new Map<string, Kept>();

  constructor(limits: PastLimits) {
    this.limits = limits;
    this.slots = new ReplaySlots(limits.replays);
  }

  /** May one more reader wait? */
  get open(): boolean {
    return this.slots.waiting < this.limits.readers;
  }

  /** The process as it stood; for looking only, since others look at it too. @param seq before the present one */
  async at(source: ReplaySource, seq: number): Promise<Replayed> {
    const key = `${source.record.epoch} ${seq}`;
    const kept = this.#kept.get(key) ?? { replayed: this.#replay(source, seq), bytes: 0 };
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    try {
      const replayed = await kept.replayed;
      kept.bytes = bytesOf(replayed.process);
      this.#trim();
      return replayed;
    } catch (error) {
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
      throw error;
    }
  }

  /** Gives up what is kept of a session that is gone. */
  forget(epoch: string): void {
    for (const key of this.#kept.keys()) if (key.startsWith(`${epoch} `)) this.#kept.delete(key);
  }

  async #replay(source: ReplaySource, seq: number): Promise<Replayed> {
    await this.slots.take();
    try {
      return await replay(source, { ...EVERYTHING, seq });
    } finally {
      this.slots.release();
    }
  }

  #trim(): void {
    let bytes = 0;
    for (const kept of this.#kept.values()) bytes += kept.bytes;
    for (const [key, kept] of this.#kept) {
      if (this.#kept.size <= this.limits.moments && bytes <= this.limits.bytes) return;
      this.#kept.delete(key);
      bytes -= kept.bytes;
    }
  }
}

/** Records and cells, and as much again for everything around them. */
function bytesOf({ heap }: Process): number {
  return 8 * (heap.top + heap.cells.words.length);
}
