/**
 * The chunks of the system allocator: records in address order, the bins of chunks that wait to be asked for again, and
 * the bins of merged free chunks.
 *
 * A record's number names its chunk (0 is none) and is reused after the chunk is gone. Waiting chunks are binned by exact
 * size, last in, first out. Free chunks are binned exactly below 1 KiB and by quarters of powers of two above, so a
 * search looks at a few members of its own bin and then takes the first of any later one.
 * When chunks are made, merged or mapped is system-malloc.ts's business.
 */
import { invariant } from './invariant.ts';

export const CHUNK_WORDS = 5;
export const CHUNK_STATE = 0;
/** Neighbours in address order, 0 at the ends; mapped chunks have none. */
export const CHUNK_PREV = 1;
export const CHUNK_NEXT = 2;
/** Neighbours in its bin; NEXT also links the unused records. */
const BIN_PREV = 3;
const BIN_NEXT = 4;

export const CHUNK_USED = 1;
export const CHUNK_WAITING = 2;
export const CHUNK_FREE = 3;
export const CHUNK_MAPPED = 4;

const BINS = 64 + 4 * 32;
const SEARCH_LIMIT = 8;

export interface ChunkTableState {
  readonly words: Int32Array;
  readonly addresses: Float64Array;
  readonly sizes: Float64Array;
  readonly requests: Float64Array;
  readonly spare: number;
  /** [size, chunk freed last], in the order in which the bins will be merged. */
  readonly waiting: readonly (readonly [number, number])[];
  readonly free: Int32Array;
}

export interface WalkedChunks {
  readonly usedBlocks: number;
  readonly usedBytes: number;
}

export class ChunkTable {
  words = new Int32Array(4 * CHUNK_WORDS);
  addresses = new Float64Array(4);
  sizes = new Float64Array(4);
  /** What was asked for, for chunks in use. */
  requests = new Float64Array(4);
  /** Records have numbers below it. */
  end = 1;
  waitingBytes = 0;
  freeBytes = 0;
  #spare = 0;
  /** Freed last, by size; 0 where the bin is empty, which keeps its turn until the next merge. */
  readonly #waiting = new Map<number, number>();
  #free = new Int32Array(0);

  /** A used chunk that is in no list yet. */
  create(address: number, size: number): number {
    const chunk = this.#takeRecord();
    this.words.fill(0, chunk * CHUNK_WORDS, (chunk + 1) * CHUNK_WORDS);
    this.words[chunk * CHUNK_WORDS + CHUNK_STATE] = CHUNK_USED;
    this.addresses[chunk] = address;
    this.sizes[chunk] = size;
    this.requests[chunk] = 0;
    return chunk;
  }

  remove(chunk: number): void {
    this.words.fill(0, chunk * CHUNK_WORDS, (chunk + 1) * CHUNK_WORDS);
    this.words[chunk * CHUNK_WORDS + BIN_NEXT] = this.#spare;
    this.#spare = chunk;
  }

  /** `chunk` comes right after `prev` (0: it is the first); whatever followed `prev` follows it. */
  follow(chunk: number, prev: number): void {
    const words = this.words;
    const next = prev === 0 ? 0 : (words[prev * CHUNK_WORDS + CHUNK_NEXT] as number);
    words[chunk * CHUNK_WORDS + CHUNK_PREV] = prev;
    words[chunk * CHUNK_WORDS + CHUNK_NEXT] = next;
    if (prev !== 0) words[prev * CHUNK_WORDS + CHUNK_NEXT] = chunk;
    if (next !== 0) words[next * CHUNK_WORDS + CHUNK_PREV] = chunk;
  }

  /** Shortens `chunk` to `size`; the rest becomes a chunk of its own. */
  split(chunk: number, size: number): number {
    const rest = this.create((this.addresses[chunk] as number) + size, (this.sizes[chunk] as number) - size);
    this.sizes[chunk] = size;
    this.follow(rest, chunk);
    return rest;
  }

  /** `chunk` takes in the one after it, which must be in no bin. */
  absorbNext(chunk: number): void {
    const next = this.words[chunk * CHUNK_WORDS + CHUNK_NEXT] as number;
    this.sizes[chunk] = (this.sizes[chunk] as number) + (this.sizes[next] as number);
    this.#unlink(next);
    this.remove(next);
  }

  /** The chunk that ends at the top becomes part of it. */
  removeLast(chunk: number): void {
    this.#unlink(chunk);
    this.remove(chunk);
  }

  wait(chunk: number): void {
    const size = this.sizes[chunk] as number;
    this.words[chunk * CHUNK_WORDS + CHUNK_STATE] = CHUNK_WAITING;
    this.words[chunk * CHUNK_WORDS + BIN_NEXT] = this.#waiting.get(size) ?? 0;
    this.#waiting.set(size, chunk);
    this.waitingBytes += size;
  }

  /** The chunk of this size freed last, now used; 0 when none waits. */
  takeWaiting(size: number): number {
    const chunk = this.#waiting.get(size) ?? 0;
    if (chunk === 0) return 0;
    this.#waiting.set(size, this.words[chunk * CHUNK_WORDS + BIN_NEXT] as number);
    this.words[chunk * CHUNK_WORDS + CHUNK_STATE] = CHUNK_USED;
    this.waitingBytes -= size;
    return chunk;
  }

  /** Any waiting chunk, oldest bin first; 0 when none waits. */
  popWaiting(): number {
    for (const [size, chunk] of this.#waiting) {
      if (chunk !== 0) return this.takeWaiting(size);
      this.#waiting.delete(size);
    }
    return 0;
  }

  bin(chunk: number): void {
    if (this.#free.length === 0) this.#free = new Int32Array(BINS);
    const size = this.sizes[chunk] as number;
    const bin = binOf(size);
    const head = this.#free[bin] as number;
    const words = this.words;
    words[chunk * CHUNK_WORDS + CHUNK_STATE] = CHUNK_FREE;
    words[chunk * CHUNK_WORDS + BIN_PREV] = 0;
    words[chunk * CHUNK_WORDS + BIN_NEXT] = head;
    if (head !== 0) words[head * CHUNK_WORDS + BIN_PREV] = chunk;
    this.#free[bin] = chunk;
    this.freeBytes += size;
  }

  unbin(chunk: number): void {
    const size = this.sizes[chunk] as number;
    const words = this.words;
    const next = words[chunk * CHUNK_WORDS + BIN_NEXT] as number;
    const prev = words[chunk * CHUNK_WORDS + BIN_PREV] as number;
    if (prev === 0) this.#free[binOf(size)] = next;
    else words[prev * CHUNK_WORDS + BIN_NEXT] = next;
    if (next !== 0) words[next * CHUNK_WORDS + BIN_PREV] = prev;
    words[chunk * CHUNK_WORDS + CHUNK_STATE] = CHUNK_USED;
    this.freeBytes -= size;
  }

  /** A merged free chunk of at least `size` bytes, now used; 0 when there is none. */
  takeFree(size: number): number {
    if (this.freeBytes < size) return 0;
    const own = binOf(size);
    let chunk = this.#free[own] as number;
    for (let looked = 0; chunk !== 0 && looked < SEARCH_LIMIT; looked++) {
      if ((this.sizes[chunk] as number) >= size) break;
      chunk = looked + 1 < SEARCH_LIMIT ? (this.words[chunk * CHUNK_WORDS + BIN_NEXT] as number) : 0;
    }
    for (let bin = own + 1; chunk === 0 && bin < BINS; bin++) chunk = this.#free[bin] as number;
    if (chunk !== 0) this.unbin(chunk);
    return chunk;
  }

  save(): ChunkTableState {
    return {
      words: this.words.slice(0, this.end * CHUNK_WORDS),
      addresses: this.addresses.slice(0, this.end),
      sizes: this.sizes.slice(0, this.end),
      requests: this.requests.slice(0, this.end),
      spare: this.#spare,
      waiting: [...this.#waiting],
      free: this.#free.slice(),
    };
  }

  restore(state: ChunkTableState): void {
    this.words = state.words.slice();
    this.addresses = state.addresses.slice();
    this.sizes = state.sizes.slice();
    this.requests = state.requests.slice();
    this.end = state.sizes.length;
    this.#spare = state.spare;
    this.#waiting.clear();
    for (const [size, chunk] of state.waiting) this.#waiting.set(size, chunk);
    this.#free = state.free.slice();
    this.waitingBytes = this.#bytesIn(CHUNK_WAITING);
    this.freeBytes = this.#bytesIn(CHUNK_FREE);
  }

  /** Walks the heap from its last chunk down and checks that chunks tile it and that the bins agree. */
  validate(last: number, start: number, top: number): WalkedChunks {
    const words = this.words;
    let end = top;
    let above = 0;
    let usedBlocks = 0;
    let usedBytes = 0;
    for (let chunk = last; chunk !== 0; chunk = words[chunk * CHUNK_WORDS + CHUNK_PREV] as number) {
      const state = words[chunk * CHUNK_WORDS + CHUNK_STATE] as number;
      end -= this.sizes[chunk] as number;
      invariant(this.addresses[chunk] === end, 'system chunks tile the heap');
      invariant(words[chunk * CHUNK_WORDS + CHUNK_NEXT] === above, 'system chunks link both ways');
      const mayMerge = above === 0 || words[above * CHUNK_WORDS + CHUNK_STATE] === CHUNK_FREE;
      invariant(state !== CHUNK_FREE || !mayMerge, 'free system chunks are merged');
      if (state === CHUNK_USED) {
        usedBlocks++;
        usedBytes += this.requests[chunk] as number;
      }
      above = chunk;
    }
    invariant(end === start, 'the first system chunk is at the start of the heap');
    this.#validateBins();
    return { usedBlocks, usedBytes };
  }

  countMapped(): { blocks: number; requestedBytes: number; chunkBytes: number } {
    let [blocks, requestedBytes, chunkBytes] = [0, 0, 0];
    for (let chunk = 1; chunk < this.end; chunk++) {
      if (this.words[chunk * CHUNK_WORDS + CHUNK_STATE] !== CHUNK_MAPPED) continue;
      blocks++;
      requestedBytes += this.requests[chunk] as number;
      chunkBytes += this.sizes[chunk] as number;
    }
    return { blocks, requestedBytes, chunkBytes };
  }

  #validateBins(): void {
    let waiting = 0;
    for (const [size, head] of this.#waiting)
      waiting += this.#checkBin(head, CHUNK_WAITING, (own) => own === size);
    invariant(
      waiting === this.waitingBytes && waiting === this.#bytesIn(CHUNK_WAITING),
      'waiting chunks are counted',
    );
    let free = 0;
    this.#free.forEach((head, bin) => {
      free += this.#checkBin(head, CHUNK_FREE, (own) => binOf(own) === bin);
    });
    invariant(free === this.freeBytes && free === this.#bytesIn(CHUNK_FREE), 'free chunks are counted');
  }

  #checkBin(head: number, state: number, belongs: (size: number) => boolean): number {
    let bytes = 0;
    for (let chunk = head; chunk !== 0; chunk = this.words[chunk * CHUNK_WORDS + BIN_NEXT] as number) {
      const size = this.sizes[chunk] as number;
      invariant(
        this.words[chunk * CHUNK_WORDS + CHUNK_STATE] === state,
        'a bin holds chunks of its own state',
      );
      invariant(belongs(size), 'a bin holds chunks of its own size');
      bytes += size;
    }
    return bytes;
  }

  #bytesIn(state: number): number {
    let bytes = 0;
    for (let chunk = 1; chunk < this.end; chunk++) {
      if (this.words[chunk * CHUNK_WORDS + CHUNK_STATE] === state) bytes += this.sizes[chunk] as number;
    }
    return bytes;
  }

  #unlink(chunk: number): void {
    const words = this.words;
    const next = words[chunk * CHUNK_WORDS + CHUNK_NEXT] as number;
    const prev = words[chunk * CHUNK_WORDS + CHUNK_PREV] as number;
    if (prev !== 0) words[prev * CHUNK_WORDS + CHUNK_NEXT] = next;
    if (next !== 0) words[next * CHUNK_WORDS + CHUNK_PREV] = prev;
  }

  #takeRecord(): number {
    const spare = this.#spare;
    if (spare !== 0) {
      this.#spare = this.words[spare * CHUNK_WORDS + BIN_NEXT] as number;
      return spare;
    }
    if (this.end === this.sizes.length) this.#grow();
    return this.end++;
  }

  #grow(): void {
    const length = this.sizes.length * 2;
    const words = new Int32Array(length * CHUNK_WORDS);
    words.set(this.words);
    this.words = words;
    this.addresses = lengthened(this.addresses, length);
    this.sizes = lengthened(this.sizes, length);
    this.requests = lengthened(this.requests, length);
  }
}

function lengthened(values: Float64Array<ArrayBuffer>, length: number): Float64Array<ArrayBuffer> {
  const longer = new Float64Array(length);
  longer.set(values);
  return longer;
}

function binOf(size: number): number {
  const units = Math.floor(size / 16);
  if (units < 64) return units;
  const power = 31 - Math.clz32(units);
  return 64 + (power - 6) * 4 + ((units >>> (power - 2)) & 3);
}
