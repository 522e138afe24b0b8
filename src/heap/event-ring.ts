/**
 * The events of one heap, as numbers in a ring.
 *
 *   words: | code seq a b c | code seq a b c | ...        EVENT_WORDS words an event
 *
 * Offsets count events from 1 and never depend on who listens: `offset` is the offset of the last event written, and the
 * ring holds the events `firstKept .. offset`. Always: offset - firstKept + 1 <= capacity, and capacity is a power of two.
 * Older events are not lost to the world: replaying the journal writes them again with the same offsets.
 * Strings (names, labels, messages) enter as symbols, in the order of their first use, so replay gives the same symbols.
 */
import type { EventCode } from './event-codes.ts';

export const EVENT_WORDS = 5;

export interface EventRingState {
  readonly offset: number;
  readonly capacityLimit: number;
  readonly symbols: readonly string[];
}

export class EventRing {
  /** The operation that causes what is written now; the session sets it before each operation. */
  seq = 0;
  /**
   * Called when the ring is full and as large as it may be, before anything gives way. It reads every kept event; then the
   * ring starts over. Whoever derives past events from a replay sets it, so that it misses none in constant memory.
   */
  overflow: (() => void) | undefined;
  #words: Int32Array;
  #mask: number;
  #offset = 0;
  #firstKept = 1;
  readonly #limit: number;
  readonly #symbols: string[] = [];
  readonly #symbolOf = new Map<string, number>();

  /** @param capacityLimit events kept at most; rounded up to a power of two, at least 64 */
  constructor(capacityLimit: number) {
    let limit = 64;
    while (limit < capacityLimit) limit *= 2;
    this.#limit = limit;
    this.#mask = 63;
    this.#words = new Int32Array(64 * EVENT_WORDS);
  }

  /** Offset of the newest event; 0 before the first. */
  get offset(): number {
    return this.#offset;
  }

  /** Offset of the oldest event still held; `offset + 1` when none is. */
  get firstKept(): number {
    return this.#firstKept;
  }

  emit(code: EventCode, a: number, b: number, c: number): void {
    const offset = this.#offset + 1;
    if (offset - this.#firstKept > this.#mask) this.#makeRoom();
    this.#offset = offset;
    const at = (offset & this.#mask) * EVENT_WORDS;
    const words = this.#words;
    words[at] = code;
    words[at + 1] = this.seq;
    words[at + 2] = a;
    words[at + 3] = b;
    words[at + 4] = c;
  }

  /** The number that stands for `text` in this ring. */
  symbol(text: string): number {
    const known = this.#symbolOf.get(text);
    if (known !== undefined) return known;
    const symbol = this.#symbols.length;
    this.#symbols.push(text);
    this.#symbolOf.set(text, symbol);
    return symbol;
  }

  text(symbol: number): string {
    return this.#symbols[symbol] ?? '';
  }

  /** Calls `visit(offset, code, seq, a, b, c)` for each kept event with `from <= offset <= to`, oldest first. */
  forEach(
    from: number,
    to: number,
    visit: (offset: number, code: number, seq: number, a: number, b: number, c: number) => void,
  ): void {
    const first = Math.max(from, this.#firstKept);
    const last = Math.min(to, this.#offset);
    const words = this.#words;
    for (let offset = first; offset <= last; offset++) {
      const at = (offset & this.#mask) * EVENT_WORDS;
      visit(
        offset,
        words[at] as number,
        words[at + 1] as number,
        words[at + 2] as number,
        words[at + 3] as number,
        words[at + 4] as number,
      );
    }
  }

  /** What a restored heap needs to go on writing with the same offsets and symbols; the events themselves are derivable. */
  save(): EventRingState {
    return { offset: this.#offset, capacityLimit: this.#limit, symbols: [...this.#symbols] };
  }

  restore(state: EventRingState): void {
    this.#offset = state.offset;
    this.#firstKept = state.offset + 1;
    this.#symbols.length = 0;
    this.#symbolOf.clear();
    for (const text of state.symbols) this.symbol(text);
  }

  /** Doubles up to the limit; from there on the oldest events give way. */
  #makeRoom(): void {
    const capacity = this.#mask + 1;
    if (capacity >= this.#limit) {
      this.overflow?.();
      this.#firstKept = this.overflow === undefined ? this.#firstKept + (capacity >> 2) : this.#offset + 1;
      return;
    }
    const words = new Int32Array(capacity * 2 * EVENT_WORDS);
    const mask = capacity * 2 - 1;
    for (let offset = this.#firstKept; offset <= this.#offset; offset++) {
      const from = (offset & this.#mask) * EVENT_WORDS;
      words.set(this.#words.subarray(from, from + EVENT_WORDS), (offset & mask) * EVENT_WORDS);
    }
    this.#words = words;
    this.#mask = mask;
  }
}
