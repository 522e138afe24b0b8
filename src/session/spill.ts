/**
 * What a batch wrote beyond the ring's room, kept for the subscribers that were listening when it began.
 *
 * A loop of a million iterations writes more events than any ring keeps, and somebody who watches only the collector wants a few
 * thousand of them. So whenever the ring is full, the events that somebody wants are taken out before the ring starts over.
 * Always: for each filter, the wanted events of `after < offset <= scanned` are here, or the filter has been given up.
 */
import type { Process } from './engine.ts';
import { RawEvents } from './raw-events.ts';
import { CHUNK_EVENTS, type EventChunk } from './replay.ts';
import type { TopicFilter } from './topic-filter.ts';

/** Wanted events kept for one filter; who wants more than this of one batch is told that it was lost. */
const SPILLED_EVENTS = 100_000;

interface Wanted {
  readonly filter: TopicFilter;
  readonly events: RawEvents;
}

export class Spill {
  readonly #process: Process;
  readonly #after: number;
  readonly #wanted = new Map<string, Wanted>();
  #scanned: number;

  /** @param after the last event before the batch */
  constructor(process: Process, after: number, filters: Iterable<TopicFilter>) {
    this.#process = process;
    this.#after = after;
    this.#scanned = after;
    for (const filter of filters) {
      if (!this.#wanted.has(filter.key)) {
        this.#wanted.set(filter.key, { filter, events: new RawEvents(SPILLED_EVENTS) });
      }
    }
  }

  get isEmpty(): boolean {
    return this.#wanted.size === 0 || this.#scanned === this.#after;
  }

  /** Takes what the ring holds of the batch; the ring may forget it then. */
  collect(): void {
    const { ring } = this.#process.heap;
    const wanted = [...this.#wanted.values()];
    ring.forEach(this.#scanned + 1, ring.offset, (offset, code, seq, a, b, c) => {
      for (const { filter, events } of wanted) {
        if (filter.wants(code) && !events.full) events.push([offset, code, seq, a, b, c]);
      }
    });
    this.#scanned = ring.offset;
    for (const { filter, events } of wanted) if (events.full) this.#wanted.delete(filter.key);
  }

  /** The next chunk of wanted events after an offset; undefined when they are not here. */
  next(after: number, filter: TopicFilter): EventChunk | undefined {
    const events = this.#wanted.get(filter.key)?.events;
    if (events === undefined || after < this.#after || after >= this.#scanned) return undefined;
    const start = events.firstAfter(after);
    const end = Math.min(start + CHUNK_EVENTS, events.length);
    const text = (symbol: number): string => this.#process.heap.ring.text(symbol);
    const offset = end === events.length ? this.#scanned : events.offsetAt(end - 1);
    return { events: events.decode(start, end, text), offset };
  }
}
