/**
 * The events of one heap, as numbers in a ring.
 *
 *   words: | head a b c | head a b c | ...        four words an event; head = (seq << CODE_BITS) | code
 *
 * Of seq the head has room for the low 25 bits. Every operation writes an event and at most MOST_KEPT are kept, so the distance
 * to the present seq, as a signed number of 25 bits, gives the rest back.
 *
 * Offsets count events from 1 and never depend on who listens: `offset` is the offset of the last event written, and the
 * ring holds the events `firstKept .. offset`. Always: offset - firstKept + 1 <= capacity, and capacity is a power of two.
 * Older events are not lost to the world: replaying the journal writes them again with the same offsets.
 * Strings (names, labels, messages) enter as symbols, in the order of their first use, so replay gives the same symbols.
 */
import type { EventCode } from './event-codes.ts';

const EVENT_SHIFT = 2;
const CODE_BITS = 7;
const CODE_MASK = 127;
/** A quiet session's ring. */
const SMALLEST = 16;
/** A ring of so many events is a busy session's: it grows by more. */
const MUCH = 4096;
/** So that two kept events never lie a whole cycle of seq apart. */
const MOST_KEPT = 1 << 24;

export interface EventRingState {
  readonly offset: number;
  readonly capacityLimit: number;
  readonly symbols: readonly string[];
}

export class EventRing {
  /**
   * Called when the ring is full and as large as it may be, before anything gives way. It reads every kept event; then the
   * ring starts over. Whoever derives past events from a replay sets it, so that it misses none in constant memory.
   */
  overflow: (() => void) | undefined;
  #words: Int32Array;
  #mask: number;
  #seq = 0;
  #head = 0;
  #offset = 0;
  #firstKept = 1;
  /** Offset of the last event that there is room for: firstKept + capacity - 1. */
  #lastFree = SMALLEST;
  readonly #limit: number;
  readonly #symbols: string[] = [];
  readonly #symbolOf = new Map<string, number>();

  /** @param capacityLimit events kept at most; rounded up to a power of two, at least 16 and at most 16 million */
  constructor(capacityLimit: number) {
    let limit = SMALLEST;
    while (limit < capacityLimit && limit < MOST_KEPT) limit *= 2;
    this.#limit = limit;
    this.#mask = SMALLEST - 1;
    this.#words = new Int32Array(SMALLEST << EVENT_SHIFT);
  }

  /** The operation that causes what is written now; the session sets it before each operation. */
  get seq(): number {
    return this.#seq;
  }

  set seq(seq: number) {
    this.#seq = seq;
    this.#head = seq << CODE_BITS;
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
    if (this.#offset >= this.#lastFree) this.#makeRoom();
    this.write(code, a, b, c);
  }

  /** There is room for two events more: they can be written without asking again. False: they are to be emitted one after the other. */
  get roomForTwo(): boolean {
    return this.#offset + 2 <= this.#lastFree;
  }

  get roomForFour(): boolean {
    return this.#offset + 4 <= this.#lastFree;
  }

  /** An event for which there is room. */
  write(code: EventCode, a: number, b: number, c: number): void {
    const offset = this.#offset + 1;
    this.#offset = offset;
    const at = (offset & this.#mask) << EVENT_SHIFT;
    const words = this.#words;
    words[at] = this.#head | code;
    words[at | 1] = a;
    words[at | 2] = b;
    words[at | 3] = c;
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
      const at = (offset & this.#mask) << EVENT_SHIFT;
      const head = words[at] as number;
      const distance = (head - this.#head) >> CODE_BITS;
      visit(
        offset,
        head & CODE_MASK,
        this.#seq + distance,
        words[at | 1] as number,
        words[at | 2] as number,
        words[at | 3] as number,
      );
    }
  }

  /** Lets go of all kept events: whoever wants them again replays the journal. */
  trim(): void {
    this.#words = new Int32Array(SMALLEST << EVENT_SHIFT);
    this.#mask = SMALLEST - 1;
    this.#firstKept = this.#offset + 1;
    this.#lastFree = this.#offset + SMALLEST;
  }

  /** What a restored heap needs to go on writing with the same offsets and symbols; the events themselves are derivable. */
  save(): EventRingState {
    return { offset: this.#offset, capacityLimit: this.#limit, symbols: [...this.#symbols] };
  }

  restore(state: EventRingState): void {
    this.#offset = state.offset;
    this.#firstKept = state.offset + 1;
    this.#lastFree = state.offset + this.#mask + 1;
    this.#symbols.length = 0;
    this.#symbolOf.clear();
    for (const text of state.symbols) this.symbol(text);
  }

  /** Grows up to the limit; from there on the oldest events give way. */
  #makeRoom(): void {
    const capacity = this.#mask + 1;
    if (capacity < this.#limit) {
      this.#grow(capacity, Math.min(capacity * (capacity < MUCH ? 2 : 4), this.#limit));
    } else {
      this.overflow?.();
      this.#firstKept = this.overflow === undefined ? this.#firstKept + (capacity >> 2) : this.#offset + 1;
    }
    this.#lastFree = this.#firstKept + this.#mask;
  }

  /** The ring is full. Its events come in two runs, and in the larger space each keeps its place or moves up by times the old capacity. */
  #grow(capacity: number, larger: number): void {
    const old = this.#words;
    const words = new Int32Array(larger << EVENT_SHIFT);
    const { length } = old;
    const first = (this.#firstKept & (larger - 1)) << EVENT_SHIFT;
    const start = (this.#firstKept & (capacity - 1)) << EVENT_SHIFT;
    words.set(old.subarray(start), first);
    words.set(old.subarray(0, start), (first - start + length) & (words.length - 1));
    this.#words = words;
    this.#mask = larger - 1;
  }
}
