/**
 * CPython's small-block allocator (obmalloc.c:pymalloc_alloc, pymalloc_free, allocate_from_new_pool, 3.8 to 3.13).
 *
 *   pool:  | header | block | block | block | ... untouched ... |
 *                                           ^ POOL_CARVED        blocks are linked only when first needed
 *
 * A pool is virgin (above its arena's carving mark), used (in the list of its class), full (in no list) or free (in its
 * arena's list, keeping its class and its list of free blocks). Allocation looks at the front of its class's list only.
 * Always: a used pool has a free block ready in its list, a full one has an empty list and N(c) carved blocks, and
 * count + (length of the list) === carved.
 *
 * Events: BLOCK_ALLOCATED stands between what made room for the block (the slots, the arena, the pool) and what it
 * causes (POOL_FILLED); BLOCK_FREED stands before everything that it causes. A block handle is laid out in geometry.ts;
 * requests outside 1..threshold are memory.ts's business.
 */
import * as codes from '../event-codes.ts';
import type { EventRing } from '../event-ring.ts';
import type { MemoryConfig } from '../memory-config.ts';
import type { Resident } from '../resident.ts';
import * as arenaWords from './arenas.ts';
import { Arenas, type ArenasState } from './arenas.ts';
import { BlockLinks, type BlockLinksState, SHORTEST_RUN } from './block-links.ts';
import { type Geometry, geometryOf } from './geometry.ts';
import * as poolWords from './pool-words.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const { ARENA_CARVED, ARENA_FIRST, ARENA_FREE_POOL, ARENA_SERIAL, ARENA_WORDS } = arenaWords;
const {
  POOL_WORDS,
  POOL_COUNT,
  POOL_FREE,
  POOL_CARVED,
  POOL_CLASS,
  POOL_NEXT,
  POOL_PREV,
  POOL_RUN,
  POOL_RUN_LOG2,
  POOL_SERIAL,
  POOL_BLOCKS,
  POOL_LOW,
  POOL_HIGH,
} = poolWords;
const { EV } = codes;

const FIRST_POOLS = 16;

export interface PymallocState {
  readonly pools: Int32Array;
  readonly used: Int32Array;
  readonly links: BlockLinksState;
  readonly arenas: ArenasState;
}

export class Pymalloc {
  readonly geometry: Geometry;
  readonly arenas: Arenas;
  readonly links = new BlockLinks();
  /** Records of pools, by pool id. */
  pools = new Int32Array(FIRST_POOLS * POOL_WORDS);
  /** Front of the used list, by size class; 0 when it is empty. */
  used: Int32Array;
  /**
   * By size class the pool that stays in the used list without a block in use, as one does in which objects of the interpreter lie;
   * 0 until the class takes its next pool. null: none stays.
   */
  shared: Int32Array | null = null;
  /** Pool ids below it have been carved at some time. */
  #poolsEnd = 1;
  readonly #ring: EventRing;
  // The constants of the hot paths, copied out of the geometry.
  readonly #alignShift: number;
  readonly #blockBits: number;
  readonly #blockMask: number;
  readonly #poolShift: number;

  constructor(config: MemoryConfig, ring: EventRing, resident: Resident) {
    const geometry = geometryOf(config);
    this.geometry = geometry;
    this.#ring = ring;
    this.arenas = new Arenas(config, geometry, { ring, resident });
    this.used = new Int32Array(geometry.sizeClasses);
    this.#alignShift = geometry.alignShift;
    this.#blockBits = geometry.blockBits;
    this.#blockMask = (1 << geometry.blockBits) - 1;
    this.#poolShift = geometry.poolShift;
  }

  /** A block for `nbytes` (1..threshold); 0 when a new arena is needed and the system refuses it. */
  alloc(nbytes: number): number {
    const szidx = (nbytes - 1) >>> this.#alignShift;
    let pool = this.used[szidx] as number;
    if (pool === 0) {
      pool = this.#takePool(szidx);
      if (pool === 0) return 0;
    }
    const pools = this.pools;
    const at = pool * POOL_WORDS;
    const block = (pools[at + POOL_FREE] as number) - 1;
    const next = this.links.words[(pools[at + POOL_RUN] as number) + block] as number;
    pools[at + POOL_FREE] = next;
    pools[at + POOL_COUNT] = (pools[at + POOL_COUNT] as number) + 1;
    const offset = (pools[at + POOL_BLOCKS] as number) + block * ((szidx + 1) << this.#alignShift);
    this.#ring.emit(EV.BLOCK_ALLOCATED, pools[at + POOL_SERIAL] as number, offset, nbytes);
    if (next === 0) this.#extend(pool, szidx);
    return (pool << this.#blockBits) | block;
  }

  free(handle: number): void {
    const pool = handle >>> this.#blockBits;
    const block = handle & this.#blockMask;
    const pools = this.pools;
    const at = pool * POOL_WORDS;
    const head = pools[at + POOL_FREE] as number;
    this.links.words[(pools[at + POOL_RUN] as number) + block] = head;
    pools[at + POOL_FREE] = block + 1;
    const count = (pools[at + POOL_COUNT] as number) - 1;
    pools[at + POOL_COUNT] = count;
    const size = ((pools[at + POOL_CLASS] as number) + 1) << this.#alignShift;
    const offset = (pools[at + POOL_BLOCKS] as number) + block * size;
    this.#ring.emit(EV.BLOCK_FREED, pools[at + POOL_SERIAL] as number, offset, size);
    if (head === 0) this.#reopen(pool);
    else if (count === 0) this.#empty(pool);
  }

  /** Size of the block's class: all that is known of the request afterwards. */
  sizeOf(handle: number): number {
    const pool = handle >>> this.#blockBits;
    return ((this.pools[pool * POOL_WORDS + POOL_CLASS] as number) + 1) << this.#alignShift;
  }

  addressOf(handle: number): number {
    const arena = this.#arenaOf(handle >>> this.#blockBits);
    return (this.arenas.addresses[arena] as number) + this.offsetOf(handle);
  }

  /** Bits 0 to 31 of the block's address, as an int32. */
  addressLow(handle: number): number {
    const pool = handle >>> this.#blockBits;
    const block = handle & this.#blockMask;
    return ((this.pools[pool * POOL_WORDS + POOL_LOW] as number) + block * this.sizeOf(handle)) | 0;
  }

  /** Bits 32 to 47 of the block's address. */
  addressHigh(handle: number): number {
    return this.pools[(handle >>> this.#blockBits) * POOL_WORDS + POOL_HIGH] as number;
  }

  /** Bytes from the base of the block's arena. */
  offsetOf(handle: number): number {
    const pool = handle >>> this.#blockBits;
    const block = handle & this.#blockMask;
    return (this.pools[pool * POOL_WORDS + POOL_BLOCKS] as number) + block * this.sizeOf(handle);
  }

  /** Serial of the arena that holds the block. */
  arenaSerialOf(handle: number): number {
    return this.pools[(handle >>> this.#blockBits) * POOL_WORDS + POOL_SERIAL] as number;
  }

  /** From now on the interpreter is taken to have objects of its own in one pool of every class. */
  sharePools(): void {
    this.shared ??= new Int32Array(this.geometry.sizeClasses);
  }

  /** Gives back the room ahead of need. */
  trim(): void {
    this.links.trim();
  }

  save(): PymallocState {
    return {
      pools: this.pools.slice(0, this.#poolsEnd * POOL_WORDS),
      used: this.used.slice(),
      links: this.links.save(),
      arenas: this.arenas.save(),
    };
  }

  restore(state: PymallocState): void {
    this.pools = state.pools.slice();
    this.#poolsEnd = state.pools.length / POOL_WORDS;
    this.used = state.used.slice();
    this.links.restore(state.links);
    this.arenas.restore(state.arenas);
  }

  #arenaOf(pool: number): number {
    return ((pool - 1) >>> this.#poolShift) + 1;
  }

  /** The used list of the class is empty: its only member becomes a free pool, or else a virgin one, of the fullest arena. */
  #takePool(szidx: number): number {
    const arenas = this.arenas;
    const arena = arenas.usable === 0 ? arenas.obtain() : arenas.usable;
    if (arena === 0) return 0;
    const free = arenas.words[arena * ARENA_WORDS + ARENA_FREE_POOL] as number;
    const pool = free === 0 ? this.#carvePool(arena, szidx) : this.#reusePool(arena, szidx);
    arenas.poolLent(arena);
    this.used[szidx] = pool;
    if (this.shared?.[szidx] === 0) this.shared[szidx] = pool;
    this.pools[pool * POOL_WORDS + POOL_NEXT] = 0;
    this.pools[pool * POOL_WORDS + POOL_PREV] = 0;
    return pool;
  }

  #carvePool(arena: number, szidx: number): number {
    const words = this.arenas.words;
    const at = arena * ARENA_WORDS;
    const index = words[at + ARENA_CARVED] as number;
    words[at + ARENA_CARVED] = index + 1;
    const pool = ((arena - 1) << this.#poolShift) + index + 1;
    if (pool >= this.#poolsEnd) this.#reservePool(pool);
    const { poolBytes, headerBytes } = this.geometry;
    this.pools[pool * POOL_WORDS + POOL_SERIAL] = (words[at + ARENA_SERIAL] as number) - 1;
    const offset = (words[at + ARENA_FIRST] as number) + index * poolBytes + headerBytes;
    const address = (this.arenas.addresses[arena] as number) + offset;
    this.pools[pool * POOL_WORDS + POOL_BLOCKS] = offset;
    this.pools[pool * POOL_WORDS + POOL_LOW] = address | 0;
    this.pools[pool * POOL_WORDS + POOL_HIGH] = Math.floor(address / 2 ** 32) & 0xffff;
    this.#initialise(pool, szidx);
    this.#tell(EV.POOL_CARVED, pool, szidx);
    return pool;
  }

  #reusePool(arena: number, szidx: number): number {
    const words = this.arenas.words;
    const pool = words[arena * ARENA_WORDS + ARENA_FREE_POOL] as number;
    const at = pool * POOL_WORDS;
    words[arena * ARENA_WORDS + ARENA_FREE_POOL] = this.pools[at + POOL_NEXT] as number;
    const last = this.pools[at + POOL_CLASS] as number;
    if (last === szidx) {
      this.#tell(EV.POOL_RESUMED, pool, szidx);
      return pool;
    }
    this.#initialise(pool, szidx);
    this.#tell(EV.POOL_REUSED, pool, (last << 16) | szidx);
    return pool;
  }

  /** Blocks 0 and 1 are linked, in that order; earlier frees are forgotten. */
  #initialise(pool: number, szidx: number): void {
    const pools = this.pools;
    const at = pool * POOL_WORDS;
    if (pools[at + POOL_RUN_LOG2] === 0) {
      pools[at + POOL_RUN] = this.links.take(SHORTEST_RUN);
      pools[at + POOL_RUN_LOG2] = SHORTEST_RUN;
    }
    const run = pools[at + POOL_RUN] as number;
    this.links.words[run] = 2;
    this.links.words[run + 1] = 0;
    pools[at + POOL_COUNT] = 0;
    pools[at + POOL_FREE] = 1;
    pools[at + POOL_CARVED] = 2;
    pools[at + POOL_CLASS] = szidx;
  }

  /** The next virgin block of the pool, which has none ready: 1 + its index, and it is to be the first of the free list; 0: there is none. */
  linkVirgin(pool: number, szidx: number): number {
    const pools = this.pools;
    const at = pool * POOL_WORDS;
    const block = pools[at + POOL_CARVED] as number;
    if (block >= (this.geometry.blocksPerPool[szidx] as number)) return 0;
    const log2 = pools[at + POOL_RUN_LOG2] as number;
    if (block >>> log2 !== 0) {
      pools[at + POOL_RUN] = this.links.lengthen(pools[at + POOL_RUN] as number, log2);
      pools[at + POOL_RUN_LOG2] = log2 + 1;
    }
    this.links.words[(pools[at + POOL_RUN] as number) + block] = 0;
    pools[at + POOL_CARVED] = block + 1;
    return block + 1;
  }

  /** The front pool's free list has run empty: link the next virgin block, or else the pool is full and leaves the list. */
  #extend(pool: number, szidx: number): void {
    const pools = this.pools;
    const at = pool * POOL_WORDS;
    const virgin = this.linkVirgin(pool, szidx);
    if (virgin !== 0) {
      pools[at + POOL_FREE] = virgin;
      return;
    }
    const next = pools[at + POOL_NEXT] as number;
    this.used[szidx] = next;
    if (next !== 0) pools[next * POOL_WORDS + POOL_PREV] = 0;
    this.#tell(EV.POOL_FILLED, pool, szidx);
  }

  /** A full pool got a block back: first in the used list. */
  #reopen(pool: number): void {
    const pools = this.pools;
    const at = pool * POOL_WORDS;
    const szidx = pools[at + POOL_CLASS] as number;
    const front = this.used[szidx] as number;
    pools[at + POOL_NEXT] = front;
    pools[at + POOL_PREV] = 0;
    if (front !== 0) pools[front * POOL_WORDS + POOL_PREV] = pool;
    this.used[szidx] = pool;
    this.#tell(EV.POOL_REOPENED, pool, szidx);
  }

  /** The last block came back: the pool leaves the used list and goes back to its arena. */
  #empty(pool: number): void {
    const pools = this.pools;
    const at = pool * POOL_WORDS;
    const szidx = pools[at + POOL_CLASS] as number;
    if (this.shared?.[szidx] === pool) return;
    const next = pools[at + POOL_NEXT] as number;
    const prev = pools[at + POOL_PREV] as number;
    if (prev === 0) this.used[szidx] = next;
    else pools[prev * POOL_WORDS + POOL_NEXT] = next;
    if (next !== 0) pools[next * POOL_WORDS + POOL_PREV] = prev;
    const arena = this.#arenaOf(pool);
    const words = this.arenas.words;
    pools[at + POOL_NEXT] = words[arena * ARENA_WORDS + ARENA_FREE_POOL] as number;
    words[arena * ARENA_WORDS + ARENA_FREE_POOL] = pool;
    this.#tell(EV.POOL_EMPTIED, pool, szidx);
    if (this.arenas.poolReturned(arena)) this.#releaseArena(arena);
  }

  #releaseArena(arena: number): void {
    const pools = this.pools;
    const carved = this.arenas.words[arena * ARENA_WORDS + ARENA_CARVED] as number;
    const first = ((arena - 1) << this.#poolShift) + 1;
    for (let pool = first; pool < first + carved; pool++) {
      const at = pool * POOL_WORDS;
      this.links.give(pools[at + POOL_RUN] as number, pools[at + POOL_RUN_LOG2] as number);
      pools.fill(0, at, at + POOL_WORDS);
    }
    this.arenas.release(arena);
  }

  #reservePool(pool: number): void {
    this.#poolsEnd = pool + 1;
    if (this.#poolsEnd * POOL_WORDS <= this.pools.length) return;
    const pools = new Int32Array(Math.max(this.#poolsEnd * POOL_WORDS, this.pools.length * 2));
    pools.set(this.pools);
    this.pools = pools;
  }

  #tell(code: PoolEvent, pool: number, detail: number): void {
    const at = pool * POOL_WORDS;
    const offset = (this.pools[at + POOL_BLOCKS] as number) - this.geometry.headerBytes;
    this.#ring.emit(code, this.pools[at + POOL_SERIAL] as number, offset, detail);
  }
}

type PoolEvent =
  | typeof EV.POOL_CARVED
  | typeof EV.POOL_REUSED
  | typeof EV.POOL_RESUMED
  | typeof EV.POOL_FILLED
  | typeof EV.POOL_REOPENED
  | typeof EV.POOL_EMPTIED;
