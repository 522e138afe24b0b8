/**
 * The system's malloc: a model of glibc's, deterministic and much smaller. CPython's own behaviour never depends on it;
 * addresses, reuse and the size of the process are meant to be plausible, not exact.
 *
 *   heap:     | chunk | chunk | free | chunk | ... free top ... |          mapped:  | pages |   | pages |
 *             start                          #top               #break             (each block its own)
 *
 * - A chunk is the request and a header of one word, rounded up to 16 bytes, at least four words; the block starts 16
 *   bytes into it.
 * - A freed chunk first waits, uncoalesced, in the bin of its exact size, last in, first out: the next equal request gets
 *   the same address. Past 64 KiB waiting (or when nothing else fits) all are merged with their free neighbours.
 * - Otherwise a request is cut from a merged free chunk (first that fits, by power-of-two bins), then from the top; the
 *   break moves up by whole pages. A free top of more than 128 KiB is given back to the system.
 * - Requests of 128 KiB and more are mapped: whole pages, highest gap first, unmapped when freed. glibc's threshold
 *   rises as mapped blocks are freed; this one stays.
 *
 * Always: chunks tile start..#top in address order, no two merged free chunks are neighbours, none ends at #top.
 * A handle is minus the number of the chunk's record. Requests of 0 bytes are asked as 1 byte.
 */
import { EV } from './event-codes.ts';
import type { EventRing } from './event-ring.ts';
import { invariant } from './invariant.ts';
import { MappedAddresses } from './mapped-addresses.ts';
import type { MemoryConfig } from './memory-config.ts';
import type { Resident } from './resident.ts';
import {
  CHUNK_FREE,
  CHUNK_MAPPED,
  CHUNK_NEXT,
  CHUNK_PREV,
  CHUNK_STATE,
  CHUNK_USED,
  CHUNK_WORDS,
  ChunkTable,
  type ChunkTableState,
} from './system-chunks.ts';

const PAGE_BYTES = 4096;
const MAP_THRESHOLD = 128 * 1024;
const TRIM_THRESHOLD = 128 * 1024;
const MERGE_THRESHOLD = 64 * 1024;
const BLOCK_OFFSET = 16;

export interface SystemMallocState {
  readonly chunks: ChunkTableState;
  /** Addresses and sizes of live mappings, highest first. */
  readonly mappings: readonly (readonly [number, number])[];
  readonly top: number;
  readonly breakAddress: number;
  readonly last: number;
  readonly liveBlocks: number;
  readonly liveBytes: number;
}

export interface SystemFigures {
  /** Live blocks and the bytes requested for them. */
  readonly blocks: number;
  readonly requestedBytes: number;
  readonly heapBytes: number;
  /** Free bytes at the end of the heap, and freed bytes that cannot be given back because something follows them. */
  readonly topBytes: number;
  readonly freeBytes: number;
  readonly mappedBytes: number;
}

export class SystemMalloc {
  readonly #ring: EventRing;
  readonly #resident: Resident;
  readonly #start: number;
  readonly #headerBytes: number;
  readonly #chunks = new ChunkTable();
  readonly #mappings: MappedAddresses;
  #top: number;
  #break: number;
  /** The chunk that ends at #top; 0 when the heap is empty. */
  #last = 0;
  #liveBlocks = 0;
  #liveBytes = 0;

  constructor(config: MemoryConfig, ring: EventRing, resident: Resident) {
    this.#ring = ring;
    this.#resident = resident;
    this.#start = config.systemBases.heap;
    invariant(this.#start % PAGE_BYTES === 0, 'the system heap starts on a page');
    this.#headerBytes = config.wordBytes;
    this.#mappings = new MappedAddresses(config.systemBases.mapped);
    this.#top = this.#start;
    this.#break = this.#start;
  }

  alloc(nbytes: number): number {
    const request = nbytes === 0 ? 1 : nbytes;
    const chunk = request >= MAP_THRESHOLD ? this.#map(request) : this.#takeChunk(this.#chunkBytes(request));
    this.#chunks.requests[chunk] = request;
    this.#tellAllocated(chunk);
    return -chunk;
  }

  free(handle: number): void {
    const chunk = -handle;
    const chunks = this.#chunks;
    invariant(this.isInUse(handle), 'a system block that is freed is live');
    this.#tellFreed(chunk);
    if (chunks.words[chunk * CHUNK_WORDS + CHUNK_STATE] === CHUNK_MAPPED) {
      this.#unmap(chunk);
      return;
    }
    chunks.wait(chunk);
    if (chunks.waitingBytes > MERGE_THRESHOLD) this.#mergeWaiting();
  }

  /** Resizes in place where the neighbourhood allows it, else moves; the old handle is then dead. */
  realloc(handle: number, nbytes: number): number {
    const request = nbytes === 0 ? 1 : nbytes;
    const chunk = -handle;
    if (!this.#resizes(chunk, request)) {
      const moved = this.alloc(request);
      this.free(handle);
      return moved;
    }
    if (this.#chunks.requests[chunk] === request) return handle;
    this.#tellFreed(chunk);
    this.#chunks.requests[chunk] = request;
    this.#tellAllocated(chunk);
    return handle;
  }

  addressOf(handle: number): number {
    return (this.#chunks.addresses[-handle] as number) + BLOCK_OFFSET;
  }

  /** What was asked for; a request of 0 was asked as 1. */
  sizeOf(handle: number): number {
    return this.#chunks.requests[-handle] as number;
  }

  isInUse(handle: number): boolean {
    const state = this.#chunks.words[-handle * CHUNK_WORDS + CHUNK_STATE];
    return state === CHUNK_USED || state === CHUNK_MAPPED;
  }

  /** The live block that contains `address`; 0 when none does. */
  blockAt(address: number): number {
    const chunks = this.#chunks;
    for (let chunk = 1; chunk < chunks.end; chunk++) {
      if (!this.isInUse(-chunk)) continue;
      const start = (chunks.addresses[chunk] as number) + BLOCK_OFFSET;
      if (address >= start && address < start + (chunks.requests[chunk] as number)) return -chunk;
    }
    return 0;
  }

  /** The highest live block of the heap, below which the break cannot move; 0 when there is none. */
  lastBlock(): number {
    const { words } = this.#chunks;
    let chunk = this.#last;
    while (chunk !== 0 && words[chunk * CHUNK_WORDS + CHUNK_STATE] !== CHUNK_USED)
      chunk = words[chunk * CHUNK_WORDS + CHUNK_PREV] as number;
    return chunk === 0 ? 0 : -chunk;
  }

  figures(): SystemFigures {
    return {
      blocks: this.#liveBlocks,
      requestedBytes: this.#liveBytes,
      heapBytes: this.#break - this.#start,
      topBytes: this.#break - this.#top,
      freeBytes: this.#chunks.waitingBytes + this.#chunks.freeBytes,
      mappedBytes: this.#mappings.bytes,
    };
  }

  save(): SystemMallocState {
    return {
      chunks: this.#chunks.save(),
      mappings: this.#mappings.save(),
      top: this.#top,
      breakAddress: this.#break,
      last: this.#last,
      liveBlocks: this.#liveBlocks,
      liveBytes: this.#liveBytes,
    };
  }

  restore(state: SystemMallocState): void {
    this.#chunks.restore(state.chunks);
    this.#mappings.restore(state.mappings);
    this.#top = state.top;
    this.#break = state.breakAddress;
    this.#last = state.last;
    this.#liveBlocks = state.liveBlocks;
    this.#liveBytes = state.liveBytes;
  }

  validate(): void {
    const walked = this.#chunks.validate(this.#last, this.#start, this.#top);
    const mapped = this.#chunks.countMapped();
    invariant(walked.usedBlocks + mapped.blocks === this.#liveBlocks, 'live system blocks are counted');
    invariant(walked.usedBytes + mapped.requestedBytes === this.#liveBytes, 'live system bytes are counted');
    invariant(mapped.chunkBytes === this.#mappings.bytes, 'every mapping belongs to one block');
    invariant(this.#break >= this.#top, 'the heap ends at the break');
    const resident = this.#resident.bytes();
    invariant(resident.systemHeap === this.#break - this.#start, 'the resident heap reaches to the break');
    invariant(resident.mapped === this.#mappings.bytes, 'mapped pages are resident');
  }

  #chunkBytes(request: number): number {
    return Math.max(32, Math.ceil((request + this.#headerBytes) / 16) * 16);
  }

  /** A used chunk of exactly `size` bytes or a little more, from wherever one can be had. */
  #takeChunk(size: number): number {
    const waiting = this.#chunks.takeWaiting(size);
    if (waiting !== 0) return waiting;
    const cut = this.#cut(size);
    if (cut !== 0) return cut;
    if (this.#break - this.#top < size && this.#chunks.waitingBytes > 0) {
      this.#mergeWaiting();
      const merged = this.#cut(size);
      if (merged !== 0) return merged;
    }
    const chunk = this.#chunks.create(this.#top, size);
    this.#chunks.follow(chunk, this.#last);
    this.#last = chunk;
    this.#setTop(this.#top + size);
    return chunk;
  }

  /** From a merged free chunk; what is left of it, if a chunk can live there, stays free. 0 when none is large enough. */
  #cut(size: number): number {
    const chunk = this.#chunks.takeFree(size);
    if (chunk !== 0) this.#shorten(chunk, size);
    return chunk;
  }

  #shorten(chunk: number, size: number): void {
    const chunks = this.#chunks;
    if ((chunks.sizes[chunk] as number) - size < 32) return;
    const rest = chunks.split(chunk, size);
    if (this.#last === chunk) this.#last = rest;
    this.#settle(rest);
  }

  #mergeWaiting(): void {
    const chunks = this.#chunks;
    for (let chunk = chunks.popWaiting(); chunk !== 0; chunk = chunks.popWaiting()) this.#settle(chunk);
    if (this.#break - this.#top > TRIM_THRESHOLD)
      this.#moveBreak(Math.ceil(this.#top / PAGE_BYTES) * PAGE_BYTES);
  }

  /** A chunk without use joins its free neighbours, then the bins of free chunks or the top. */
  #settle(loose: number): void {
    const chunks = this.#chunks;
    let chunk = loose;
    const next = chunks.words[chunk * CHUNK_WORDS + CHUNK_NEXT] as number;
    if (next !== 0 && chunks.words[next * CHUNK_WORDS + CHUNK_STATE] === CHUNK_FREE) {
      chunks.unbin(next);
      if (this.#last === next) this.#last = chunk;
      chunks.absorbNext(chunk);
    }
    const prev = chunks.words[chunk * CHUNK_WORDS + CHUNK_PREV] as number;
    if (prev !== 0 && chunks.words[prev * CHUNK_WORDS + CHUNK_STATE] === CHUNK_FREE) {
      chunks.unbin(prev);
      if (this.#last === chunk) this.#last = prev;
      chunks.absorbNext(prev);
      chunk = prev;
    }
    if (this.#last !== chunk) {
      chunks.bin(chunk);
      return;
    }
    this.#last = chunks.words[chunk * CHUNK_WORDS + CHUNK_PREV] as number;
    this.#top = chunks.addresses[chunk] as number;
    chunks.removeLast(chunk);
  }

  #setTop(top: number): void {
    this.#top = top;
    if (top > this.#break) this.#moveBreak(Math.ceil(top / PAGE_BYTES) * PAGE_BYTES);
  }

  #moveBreak(to: number): void {
    const before = this.#break - this.#start;
    this.#resident.addSystemHeap(to - this.#break);
    this.#break = to;
    this.#ring.emit(EV.RAW_BREAK_MOVED, before / 1024, (to - this.#start) / 1024, 0);
  }

  #map(request: number): number {
    const bytes = Math.ceil((request + BLOCK_OFFSET) / PAGE_BYTES) * PAGE_BYTES;
    const chunk = this.#chunks.create(this.#mappings.take(bytes), bytes);
    this.#chunks.words[chunk * CHUNK_WORDS + CHUNK_STATE] = CHUNK_MAPPED;
    this.#resident.addMapped(bytes);
    return chunk;
  }

  #unmap(chunk: number): void {
    this.#mappings.giveBack(this.#chunks.addresses[chunk] as number);
    this.#resident.addMapped(-(this.#chunks.sizes[chunk] as number));
    this.#chunks.remove(chunk);
  }

  /** True when the block can hold `request` where it is, after its chunk has been cut or extended as needed. */
  #resizes(chunk: number, request: number): boolean {
    const chunks = this.#chunks;
    const state = chunks.words[chunk * CHUNK_WORDS + CHUNK_STATE];
    if (state === CHUNK_MAPPED) {
      return Math.ceil((request + BLOCK_OFFSET) / PAGE_BYTES) * PAGE_BYTES === chunks.sizes[chunk];
    }
    invariant(state === CHUNK_USED, 'a system block that is resized is live');
    if (request >= MAP_THRESHOLD) return false;
    const size = this.#chunkBytes(request);
    if (size > (chunks.sizes[chunk] as number)) return this.#extend(chunk, size);
    this.#shorten(chunk, size);
    return true;
  }

  #extend(chunk: number, size: number): boolean {
    const chunks = this.#chunks;
    const have = chunks.sizes[chunk] as number;
    if (this.#last === chunk) {
      chunks.sizes[chunk] = size;
      this.#setTop(this.#top + size - have);
      return true;
    }
    const next = chunks.words[chunk * CHUNK_WORDS + CHUNK_NEXT] as number;
    const isFree = chunks.words[next * CHUNK_WORDS + CHUNK_STATE] === CHUNK_FREE;
    if (!isFree || have + (chunks.sizes[next] as number) < size) return false;
    chunks.unbin(next);
    chunks.absorbNext(chunk);
    this.#shorten(chunk, size);
    return true;
  }

  #tellAllocated(chunk: number): void {
    const request = this.#chunks.requests[chunk] as number;
    this.#liveBlocks++;
    this.#liveBytes += request;
    this.#tell(EV.RAW_ALLOCATED, chunk, request);
  }

  #tellFreed(chunk: number): void {
    const request = this.#chunks.requests[chunk] as number;
    this.#liveBlocks--;
    this.#liveBytes -= request;
    this.#tell(EV.RAW_FREED, chunk, request);
  }

  #tell(code: typeof EV.RAW_ALLOCATED | typeof EV.RAW_FREED, chunk: number, bytes: number): void {
    const address = (this.#chunks.addresses[chunk] as number) + BLOCK_OFFSET;
    this.#ring.emit(code, address | 0, Math.floor(address / 2 ** 32), Math.min(bytes, 0x7fffffff));
  }
}
