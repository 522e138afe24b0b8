/**
 * Events on their way from a replay to a reader, still as numbers: 48 bytes each instead of an object each.
 *
 *   words: | offset code seq a b c | offset code seq a b c | ...
 *
 * Always: `length` never passes the limit; the events are in the order of their offsets.
 */
import type { HeapEvent } from '../contract/index.ts';
import { decodeEvent } from './event-decoder.ts';

const WORDS = 6;
const DECODED_AT_ONCE = 1_000;

export class RawEvents {
  #words = new Float64Array(64 * WORDS);
  #length = 0;
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Events as `words()` gave them; no more can be added. */
  static of(words: Float64Array<ArrayBuffer>): RawEvents {
    const events = new RawEvents(0);
    events.#words = words;
    events.#length = words.length / WORDS;
    return events;
  }

  /** A copy of what is used. */
  words(): Float64Array<ArrayBuffer> {
    return this.#words.slice(0, this.#length * WORDS);
  }

  get length(): number {
    return this.#length;
  }

  get full(): boolean {
    return this.#length >= this.#limit;
  }

  push(event: readonly [offset: number, code: number, seq: number, a: number, b: number, c: number]): void {
    const at = this.#length * WORDS;
    if (at === this.#words.length) this.#grow();
    this.#words.set(event, at);
    this.#length++;
  }

  offsetAt(index: number): number {
    return this.#words[index * WORDS] ?? 0;
  }

  /** Index of the first event after an offset; `length` when there is none. */
  firstAfter(offset: number): number {
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.offsetAt(middle) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The events from index `start` up to, not including, `end`. */
  decode(start: number, end: number, text: (symbol: number) => string): HeapEvent[] {
    const events: HeapEvent[] = [];
    for (let index = start; index < Math.min(end, this.#length); index++) {
      const at = index * WORDS;
      const [offset = 0, code = 0, seq = 0, a = 0, b = 0, c = 0] = this.#words.subarray(at, at + WORDS);
      events.push(decodeEvent(code, { offset, seq }, { a, b, c, text }));
    }
    return events;
  }

  /** Shows `text` every symbol that decoding would ask for. */
  eachDecoded(text: (symbol: number) => string): void {
    for (let start = 0; start < this.#length; start += DECODED_AT_ONCE) {
      this.decode(start, start + DECODED_AT_ONCE, text);
    }
  }

  clear(): void {
    this.#length = 0;
  }

  #grow(): void {
    const words = new Float64Array(this.#words.length * 2);
    words.set(this.#words);
    this.#words = words;
  }
}
