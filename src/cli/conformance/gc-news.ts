/** What happened in a stretch of events: collections, finalizers, callbacks, as vectors write it. */
import { EV, type Heap } from '../../heap/index.ts';
import type { GcLabels } from './gc-labels.ts';

/** [generation, collected, uncollectable], and how many collections when there were more than one. */
export type Collections = readonly (readonly number[])[];
export type Happening = readonly ['finalizer' | 'callback', string | null];

export interface News {
  readonly collections?: Collections;
  readonly events?: readonly Happening[];
}

export class NewsGatherer {
  readonly #labels: GcLabels;
  readonly #collections: [collected: number, uncollectable: number, times: number][] = [];
  #events: [code: 'finalizer' | 'callback', serial: number][] = [];

  constructor(labels: GcLabels) {
    this.#labels = labels;
  }

  note(code: number, a: number, b: number, c: number): void {
    if (code === EV.OBJECT_FINALIZED) this.#events.push(['finalizer', a]);
    else if (code === EV.WEAKREF_CALLED) this.#events.push(['callback', a]);
    else if (code === EV.GC_FINISHED) {
      const [collected, uncollectable, times] = this.#collections[a] ?? [0, 0, 0];
      this.#collections[a] = [collected + b, uncollectable + c, times + 1];
    }
  }

  /** What was noted since the last time; nothing when nothing was. */
  take(): News | undefined {
    const collections = this.#collections.flatMap(([collected, uncollectable, times], generation) => [
      [generation, collected, uncollectable, ...(times > 1 ? [times] : [])],
    ]);
    const events = this.#events.map(
      ([kind, serial]) => [kind, this.#labels.ofSerial(serial) ?? null] as const,
    );
    this.#collections.length = 0;
    this.#events = [];
    if (collections.length === 0 && events.length === 0) return undefined;
    return {
      ...(collections.length > 0 ? { collections } : {}),
      ...(events.length > 0 ? { events } : {}),
    };
  }
}

/** Reads the ring onwards from where it stood; must be called before older events give way. */
export class EventTail {
  readonly #heap: Heap;
  #offset: number;

  constructor(heap: Heap) {
    this.#heap = heap;
    this.#offset = heap.ring.offset;
  }

  read(visit: (code: number, a: number, b: number, c: number) => void): void {
    const { ring } = this.#heap;
    if (ring.firstKept > this.#offset + 1)
      throw new Error('events were lost: the ring is too small for these slices');
    const from = this.#offset + 1;
    this.#offset = ring.offset;
    ring.forEach(from, this.#offset, (_, code, __, a, b, c) => visit(code, a, b, c));
  }
}
