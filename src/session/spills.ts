/** The spills of the last batches, oldest first: what the subscribers of a heap in another thread are served from. */
import type { EventChunk } from './replay.ts';
import type { Spill } from './spill.ts';
import type { TopicFilter } from './topic-filter.ts';

const MOST_EVENTS = 200_000;
const MOST_SPILLS = 256;

export class Spills {
  #spills: Spill[] = [];

  add(spill: Spill): void {
    this.#spills.push(spill);
    let size = this.#spills.reduce((sum, one) => sum + one.size, 0);
    while (this.#spills.length > 1 && (size > MOST_EVENTS || this.#spills.length > MOST_SPILLS)) {
      size -= this.#spills.shift()?.size ?? 0;
    }
  }

  clear(): void {
    this.#spills = [];
  }

  /** The next chunk of wanted events after an offset; undefined when they are not here. */
  next(after: number, filter: TopicFilter): EventChunk | undefined {
    for (const spill of this.#spills) {
      const chunk = spill.next(after, filter);
      if (chunk !== undefined) return chunk;
    }
    return undefined;
  }
}
