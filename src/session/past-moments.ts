/**
 * Past moments of sessions, for readers who look back: derived again from the journal, and kept a while.
 *
 * Whoever looks at a past moment mostly looks at it several times: names, objects and memory of one `?at=`. So the processes of
 * the moments that were asked for last are kept, and readers who ask for one moment at once share its replay. It is the same with
 * past events: after a restart all subscribers of a session come back for nearly the same ones, and pages are read one after
 * another. The past never changes; a cache of it can be short but not wrong.
 * Always: what is kept is at most so many moments, and about so many bytes.
 */
import type { Process } from './engine.ts';
import { EVERYTHING, type Replayed, type ReplaySource, replay, replayRing } from './replay.ts';
import { ReplaySlots } from './replay-slots.ts';

export interface PastLimits {
  /** Replays at the same time, for past moments and past events together. */
  readonly replays: number;
  /** Readers that may wait for a replay. */
  readonly readers: number;
  readonly moments: number;
  readonly bytes: number;
}

/** Rings that hold less are not worth sharing. */
const LEAST_SPAN = 2_000;
/** Of one event: four words, in an array that is half empty. */
const RING_BYTES = 32;
/** Where a session stood at a moment. */
export interface PastPoint {
  /** The last whole batch. */
  readonly batch: number;
  /** The last event. */
  readonly offset: number;
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
    return this.#shared(`${source.record.epoch} at ${seq}`, async () =>
      replay(source, { ...EVERYTHING, seq }),
    );
  }

  /**
   * A process whose ring holds the events right after an offset; undefined when a ring has no room for them.
   * @param visible offset of the newest event that may be seen
   */
  async events(source: ReplaySource, after: number, visible: number): Promise<Process | undefined> {
    const { epoch, settings } = source.record;
    const span = settings.limits.events_kept >> 1;
    if (span < LEAST_SPAN) return undefined;
    // Readers whose offsets differ a little are served from one ring.
    const start = after - (after % (span >> 1));
    const range = { after: start, to: Math.min(start + span, visible) };
    const key = `${epoch} after ${start}`;
    const work = async (): Promise<Replayed> => replayRing(source, range);
    const holds = ({ heap: { ring } }: Process): boolean =>
      ring.firstKept <= after + 1 && ring.offset >= range.to;
    const { process } = await this.#shared(key, work);
    if (holds(process)) return process;
    // It was made when there was less to see.
    this.#kept.delete(key);
    const { process: longer } = await this.#shared(key, work);
    return holds(longer) ? longer : undefined;
  }

  async #shared(key: string, work: () => Promise<Replayed>): Promise<Replayed> {
    const kept = this.#kept.get(key) ?? { replayed: this.#inSlot(work), bytes: 0 };
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

  async pointAt(source: ReplaySource, seq: number): Promise<PastPoint> {
    const { process, batch } = await this.at(source, seq);
    return { batch, offset: process.heap.ring.offset };
  }

  /** Gives up everything that is kept. */
  clear(): void {
    this.#kept.clear();
  }

  /** Gives up what is kept of a session that is gone. */
  forget(epoch: string): void {
    for (const key of this.#kept.keys()) if (key.startsWith(`${epoch} `)) this.#kept.delete(key);
  }

  async #inSlot(work: () => Promise<Replayed>): Promise<Replayed> {
    await this.slots.take();
    try {
      return await work();
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

/** Records and cells, as much again for everything around them, and the ring. */
function bytesOf({ heap }: Process): number {
  const { ring } = heap;
  return 8 * (heap.top + heap.cells.words.length) + RING_BYTES * (ring.offset + 1 - ring.firstKept);
}
