/**
 * Everything that a heap told, as it told it: numbers in order, decoded when a test asks.
 *
 * Always: `count` and `checksum` speak of every event since the log was opened; the events themselves are kept up to a limit,
 * so that a heap of millions can be watched too.
 */
import type { EventType, HeapEvent } from '../../src/contract/index.ts';
import type { Process } from '../../src/objects/index.ts';
import { decodeEvent } from '../../src/session/index.ts';

const EVENT_NUMBERS = 6;
const MOST_KEPT = 300_000;
/** Of the FNV-1a checksum. */
const PRIME = 0x01000193;

/** Decoded events in order; filters keep the type. */
export class EventList extends Array<HeapEvent> {
  ofType(type: EventType): EventList {
    return this.filter((event) => event.type === type) as EventList;
  }

  /** Ids of the objects that the events speak of. */
  ids(): string[] {
    return this.map((event) => ('object' in event ? event.object : 'weakref' in event ? event.weakref : ''));
  }

  /** Ids of the objects of a type that came to be. */
  born(type: string): string[] {
    return this.flatMap((event) =>
      event.type === 'object.allocated' && event.object_type === type ? [event.object] : [],
    );
  }

  types(): string[] {
    return this.map((event) => event.type);
  }

  /** One field of each event, undefined where it has none. */
  field(name: string): unknown[] {
    return this.map((event) => new Map<string, unknown>(Object.entries(event)).get(name));
  }
}

export class EventLog {
  count = 0;
  checksum = 0x811c9dc5;
  readonly firstOffset: number;
  readonly #process: Process;
  readonly #kept: number[] = [];
  #last: number;

  constructor(process: Process) {
    this.#process = process;
    const { ring } = process.heap;
    this.#last = ring.offset;
    this.firstOffset = ring.offset + 1;
    ring.overflow = () => this.collect();
  }

  /** Takes over what the ring holds. */
  collect(): void {
    const { ring } = this.#process.heap;
    let { count, checksum } = this;
    ring.forEach(this.#last + 1, ring.offset, (offset, code, seq, one, two, three) => {
      count++;
      checksum = Math.imul(checksum ^ code, PRIME);
      checksum = Math.imul(checksum ^ seq, PRIME);
      checksum = Math.imul(checksum ^ one, PRIME);
      checksum = Math.imul(checksum ^ two, PRIME);
      checksum = Math.imul(checksum ^ three, PRIME);
      if (count <= MOST_KEPT) this.#kept.push(offset, code, seq, one, two, three);
    });
    this.count = count;
    this.checksum = checksum;
    this.#last = ring.offset;
  }

  get offset(): number {
    this.collect();
    return this.#last;
  }

  /** Decoded events from an offset on. */
  since(offset: number): EventList {
    this.collect();
    const events = new EventList();
    for (let at = 0; at < this.#kept.length; at += EVENT_NUMBERS) {
      if ((this.#kept[at] as number) >= offset) events.push(this.#decode(at));
    }
    return events;
  }

  all(): EventList {
    return this.since(0);
  }

  ofType(type: EventType): EventList {
    return this.all().ofType(type);
  }

  /** What differs from a log of the same operations, which may have been opened later; null when nothing does. */
  difference(other: EventLog): string | null {
    this.collect();
    other.collect();
    if (this.#last !== other.#last) return `the last offset is ${this.#last} and ${other.#last}`;
    const isComplete = this.count * EVENT_NUMBERS === this.#kept.length;
    if (!isComplete || this.firstOffset === other.firstOffset) {
      if (this.firstOffset !== other.firstOffset || this.checksum === other.checksum) return null;
    }
    const skipped = this.#kept.length - other.#kept.length;
    for (let at = 0; at < other.#kept.length; at++) {
      if (this.#kept[skipped + at] === other.#kept[at]) continue;
      const start = at - (at % EVENT_NUMBERS);
      return `events differ: ${JSON.stringify(this.#decode(skipped + start))} and ${JSON.stringify(other.#decode(start))}`;
    }
    return this.checksum === other.checksum || this.firstOffset !== other.firstOffset
      ? null
      : 'later events differ';
  }

  #decode(at: number): HeapEvent {
    const [offset = 0, code = 0, seq = 0, a = 0, b = 0, c = 0] = this.#kept.slice(at, at + EVENT_NUMBERS);
    return decodeEvent(
      code,
      { offset, seq },
      { a, b, c, text: (symbol) => this.#process.heap.ring.text(symbol) },
    );
  }
}
