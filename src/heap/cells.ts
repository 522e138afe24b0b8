/**
 * One growable store of cells for everything that varies in length: items, tables, values, slots.
 *
 * A chunk is a run of cells named by its offset (0 is no chunk); whoever owns it remembers how many cells it asked for.
 * Sizes are rounded up to classes, and a freed chunk waits in its class's list for the next request: link in its first cell.
 * This is the simulator's own bookkeeping and has no address in the simulated process.
 */
export interface CellsState {
  readonly words: Int32Array;
  readonly free: readonly number[];
}

const SMALLEST = 64;

/** Exact multiples of 2 up to 32, of 8 up to 128, then four steps to each power of two. */
function classOf(size: number): number {
  if (size <= 32) return (size + 1) >> 1;
  if (size <= 128) return 16 + ((size - 25) >> 3);
  const log2 = 31 - Math.clz32(size - 1);
  return 29 + (log2 - 7) * 4 + (((size - 1) >> (log2 - 2)) & 3);
}

function sizeOfClass(sizeClass: number): number {
  if (sizeClass <= 16) return sizeClass * 2;
  if (sizeClass <= 28) return 32 + (sizeClass - 16) * 8;
  const step = sizeClass - 29;
  const log2 = (step >> 2) + 7;
  return (1 << log2) + (((step & 3) + 1) << (log2 - 2));
}

const SHORT_RUN = 32;
const MUCH = 1 << 14;
const VERY_MUCH = 1 << 20;

/** Twice as much; four times between 64 KiB and 1 MiB, where copying begins to be felt and room does not; half as much again from 4 MiB. */
function grown(length: number): number {
  if (length >= VERY_MUCH) return length + (length >> 1);
  return length * (length < MUCH || length > VERY_MUCH >> 2 ? 2 : 4);
}

export class Cells {
  /** The cells; replaced when the store grows, so never keep it across a call that may allocate. */
  words = new Int32Array(SMALLEST);
  #top = 2;
  readonly #free: number[] = [];

  /** A chunk of at least `size` cells, all zero. */
  alloc(size: number): number {
    const sizeClass = classOf(size);
    const rounded = sizeOfClass(sizeClass);
    const reused = this.#free[sizeClass];
    if (reused) {
      this.#free[sizeClass] = this.words[reused] as number;
      this.#clear(reused, reused + rounded);
      return reused;
    }
    return this.#extend(rounded);
  }

  /** A copy of so many cells; what a typed array's own iterator or Array.from makes of them takes ten times as long. */
  toArray(start: number, length: number): number[] {
    const { words } = this;
    const copy: number[] = [];
    for (let at = start; at < start + length; at++) copy.push(words[at] as number);
    return copy;
  }

  /** @param size what was asked for when the chunk was allocated */
  free(chunk: number, size: number): void {
    const sizeClass = classOf(size);
    while (this.#free.length <= sizeClass) this.#free.push(0);
    this.words[chunk] = this.#free[sizeClass] as number;
    this.#free[sizeClass] = chunk;
  }

  /** Another size for a chunk, keeping the cells that both have; new cells are zero. The last chunk of the store stays in place. */
  resize(chunk: number, oldSize: number, newSize: number): number {
    if (classOf(oldSize) === classOf(newSize)) {
      if (newSize < oldSize) this.words.fill(0, chunk + newSize, chunk + oldSize);
      return chunk;
    }
    if (chunk + sizeOfClass(classOf(oldSize)) === this.#top) {
      this.#clear(chunk + Math.min(oldSize, newSize), this.#top);
      this.#top = chunk;
      return this.#extend(sizeOfClass(classOf(newSize)));
    }
    const moved = this.alloc(newSize);
    this.#copy(chunk, moved, Math.min(oldSize, newSize));
    this.free(chunk, oldSize);
    return moved;
  }

  /** Gives back the room ahead of need. */
  trim(): void {
    if (this.words.length > this.#top) this.words = this.words.slice(0, Math.max(SMALLEST, this.#top));
  }

  save(): CellsState {
    return { words: this.words.slice(0, this.#top), free: [...this.#free] };
  }

  restore(state: CellsState): void {
    this.#top = state.words.length;
    this.words = new Int32Array(Math.max(SMALLEST, state.words.length));
    this.words.set(state.words);
    this.#free.splice(0, this.#free.length, ...state.free);
  }

  /** A short run is cleared faster by hand than by a call of the engine. */
  #clear(from: number, to: number): void {
    const { words } = this;
    if (to - from > SHORT_RUN) words.fill(0, from, to);
    else for (let at = from; at < to; at++) words[at] = 0;
  }

  /** So is it copied. */
  #copy(from: number, to: number, count: number): void {
    const { words } = this;
    if (count > SHORT_RUN) words.copyWithin(to, from, from + count);
    else for (let at = 0; at < count; at++) words[to + at] = words[from + at] as number;
  }

  /** A chunk at the end of the store, where all cells are zero. */
  #extend(rounded: number): number {
    const chunk = this.#top;
    this.#top += rounded;
    if (this.#top > this.words.length) this.#grow();
    return chunk;
  }

  #grow(): void {
    let length = this.words.length;
    while (length < this.#top) length = grown(length);
    const words = new Int32Array(length);
    words.set(this.words);
    this.words = words;
  }
}
