/**
 * What a batch wrote beyond the ring's room, kept for the subscribers that were listening when it began.
 *
 * A loop of a million iterations writes more events than any ring keeps, and somebody who watches only the collector wants a few
 * thousand of them. So whenever the ring is full, the events that somebody wants are taken out before the ring starts over.
 * Always: for each filter, the wanted events of `after < offset <= scanned` are here, or the filter has been given up.
 */
import type { Topic } from '../contract/index.ts';
import type { Process } from './engine.ts';
import { RawEvents } from './raw-events.ts';
import { CHUNK_EVENTS, type EventChunk } from './replay.ts';
import { TopicFilter } from './topic-filter.ts';

/** Wanted events kept for one filter; who wants more than this of one batch is told that it was lost. */
const SPILLED_EVENTS = 100_000;

interface Wanted {
  readonly filter: TopicFilter;
  readonly events: RawEvents;
}

/** A spill on its way to another thread. */
export interface PackedSpill {
  readonly after: number;
  readonly scanned: number;
  readonly wanted: readonly {
    readonly topics: readonly Topic[];
    readonly words: Float64Array<ArrayBuffer>;
  }[];
  /** What the symbols in the events stand for. */
  readonly texts: ReadonlyMap<number, string>;
}

export class Spill {
  readonly #process: Process | undefined;
  readonly #after: number;
  readonly #wanted = new Map<string, Wanted>();
  #text: (symbol: number) => string;
  #scanned: number;

  /** @param after the last event before the batch */
  constructor(process: Process | undefined, after: number, filters: Iterable<TopicFilter>) {
    this.#process = process;
    this.#text = (symbol) => process?.heap.ring.text(symbol) ?? '';
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

  /** How many events are kept, for all filters together. */
  get size(): number {
    let size = 0;
    for (const { events } of this.#wanted.values()) size += events.length;
    return size;
  }

  static unpack({ after, scanned, wanted, texts }: PackedSpill): Spill {
    const spill = new Spill(undefined, after, []);
    for (const { topics, words } of wanted) {
      const filter = new TopicFilter(topics);
      spill.#wanted.set(filter.key, { filter, events: RawEvents.of(words) });
    }
    spill.#text = (symbol) => texts.get(symbol) ?? '';
    spill.#scanned = scanned;
    return spill;
  }

  pack(): PackedSpill {
    const texts = new Map<number, string>();
    const note = (symbol: number): string => {
      if (!texts.has(symbol)) texts.set(symbol, this.#text(symbol));
      return '';
    };
    const wanted = [...this.#wanted.values()].map(({ filter, events }) => {
      events.eachDecoded(note);
      return { topics: filter.topics, words: events.words() };
    });
    return { after: this.#after, scanned: this.#scanned, wanted, texts };
  }

  /** Takes what the ring holds of the batch; the ring may forget it then. */
  collect(): void {
    if (this.#process === undefined) return;
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
    const offset = end === events.length ? this.#scanned : events.offsetAt(end - 1);
    return { events: events.decode(start, end, this.#text), offset };
  }
}
