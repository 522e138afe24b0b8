/**
 * The allocator as others may look at it: plain copies of arenas, pools, blocks, lists and size classes.
 * Reading changes nothing; offsets are bytes from the arena's base, lists are in the allocator's own order.
 */
import {
  ARENA_CARVED,
  ARENA_FIRST,
  ARENA_FREE_POOL,
  ARENA_NEXT,
  ARENA_NFREE,
  ARENA_NTOTAL,
  ARENA_SERIAL,
  ARENA_WORDS,
} from './arenas.ts';
import { quantization } from './geometry.ts';
import {
  POOL_CARVED,
  POOL_CLASS,
  POOL_COUNT,
  POOL_FREE,
  POOL_NEXT,
  POOL_RUN,
  POOL_WORDS,
} from './pool-words.ts';
import type { Pymalloc } from './pymalloc.ts';
import { type ClassFigures, classRows } from './stats.ts';

export interface ArenaView {
  readonly serial: number;
  readonly slot: number;
  readonly address: number;
  /** Where its first pool starts; what precedes it is lost to alignment. */
  readonly firstPoolOffset: number;
  readonly pools: number;
  readonly carvedPools: number;
  /** Free and virgin pools. */
  readonly availablePools: number;
  /** Free pools, in the order in which they will be taken. */
  readonly freePoolOffsets: readonly number[];
  /** null when every pool has been carved. */
  readonly nextVirginPoolOffset: number | null;
}

export type PoolState = 'virgin' | 'used' | 'full' | 'free';

export interface PoolView {
  readonly arena: number;
  readonly index: number;
  readonly offset: number;
  readonly address: number;
  readonly state: PoolState;
  /** null before the pool is first used. */
  readonly szidx: number | null;
  readonly blockBytes: number;
  readonly blocks: number;
  readonly blocksInUse: number;
  /** Blocks that were ever linked; the rest is untouched. */
  readonly carvedBlocks: number;
}

export type BlockState = 'used' | 'free' | 'untouched';

export interface PoolBlocksView extends PoolView {
  readonly headerBytes: number;
  readonly tailBytes: number;
  /** State of each block, by its index. */
  readonly blockStates: readonly BlockState[];
  /** Indices of the free blocks, in the order in which they will be handed out. */
  readonly freeList: readonly number[];
}

export interface SizeClassView extends ClassFigures {
  readonly smallestRequest: number;
  readonly largestRequest: number;
  readonly blocksPerPool: number;
  readonly quantizationBytes: number;
  /** The used list from its front; full pools are in no list. */
  readonly usedPools: readonly {
    readonly arena: number;
    readonly offset: number;
    readonly blocksInUse: number;
  }[];
}

export interface SlotsView {
  readonly maxarenas: number;
  readonly live: readonly { readonly slot: number; readonly arena: number }[];
  /** In the order in which they will be used. */
  readonly unused: readonly number[];
}

/** Live arenas by slot. */
export function arenaViews(pymalloc: Pymalloc): ArenaView[] {
  return liveArenas(pymalloc).map((arena) => arenaView(pymalloc, arena));
}

/** All pools of the live arena with this serial, virgin ones too; null when there is no such arena. */
export function arenaPools(
  pymalloc: Pymalloc,
  serial: number,
): { arena: ArenaView; pools: PoolView[] } | null {
  const arena = liveArenas(pymalloc).find((name) => arenaWord(pymalloc, name, ARENA_SERIAL) === serial + 1);
  if (arena === undefined) return null;
  const first = ((arena - 1) << pymalloc.geometry.poolShift) + 1;
  const length = arenaWord(pymalloc, arena, ARENA_NTOTAL);
  const pools = Array.from({ length }, (_, index) => poolView(pymalloc, first + index));
  return { arena: arenaView(pymalloc, arena), pools };
}

/** The pool that `address` lies in, block by block; null when it lies in no pool. */
export function poolBlocks(pymalloc: Pymalloc, address: number): PoolBlocksView | null {
  const pool = poolAt(pymalloc, address);
  if (pool === 0) return null;
  const view = poolView(pymalloc, pool);
  const { headerBytes, poolBytes } = pymalloc.geometry;
  const freeList = freeBlocks(pymalloc, pool);
  const blockStates = Array.from({ length: view.blocks }, (_, index): BlockState => {
    return index < view.carvedBlocks ? 'used' : 'untouched';
  });
  for (const block of freeList) blockStates[block] = 'free';
  const tailBytes = view.szidx === null ? 0 : poolBytes - headerBytes - view.blocks * view.blockBytes;
  return { ...view, headerBytes, tailBytes, blockStates, freeList };
}

export function sizeClassViews(pymalloc: Pymalloc): SizeClassView[] {
  const { geometry } = pymalloc;
  const alignment = geometry.blockSizes[0] as number;
  return classRows(pymalloc).map((row) => ({
    ...row,
    smallestRequest: row.blockBytes - alignment + 1,
    largestRequest: row.blockBytes,
    blocksPerPool: geometry.blocksPerPool[row.szidx] as number,
    quantizationBytes: quantization(geometry, row.szidx),
    usedPools: poolList(pymalloc, pymalloc.used[row.szidx] as number).map((pool) => {
      const view = poolView(pymalloc, pool);
      return { arena: view.arena, offset: view.offset, blocksInUse: view.blocksInUse };
    }),
  }));
}

/** usable_arenas from its head: the next new pool comes from the first. */
export function usableArenas(pymalloc: Pymalloc): { arena: number; availablePools: number }[] {
  const order: { arena: number; availablePools: number }[] = [];
  for (let arena = pymalloc.arenas.usable; arena !== 0; arena = arenaWord(pymalloc, arena, ARENA_NEXT)) {
    order.push({
      arena: arenaWord(pymalloc, arena, ARENA_SERIAL) - 1,
      availablePools: arenaWord(pymalloc, arena, ARENA_NFREE),
    });
  }
  return order;
}

export function slotsView(pymalloc: Pymalloc): SlotsView {
  const live = liveArenas(pymalloc).map((arena) => ({
    slot: arena - 1,
    arena: arenaWord(pymalloc, arena, ARENA_SERIAL) - 1,
  }));
  return { maxarenas: pymalloc.arenas.maxarenas, live, unused: pymalloc.arenas.unusedSlots() };
}

/** The block in use that contains `address`; 0 when none does. */
export function blockAt(pymalloc: Pymalloc, address: number): number {
  const pool = poolAt(pymalloc, address);
  if (pool === 0) return 0;
  const { headerBytes, blockBits } = pymalloc.geometry;
  const view = poolView(pymalloc, pool);
  const inside = address - view.address - headerBytes;
  if (view.szidx === null || inside < 0) return 0;
  const block = Math.floor(inside / view.blockBytes);
  if (block >= view.carvedBlocks || freeBlocks(pymalloc, pool).includes(block)) return 0;
  return (pool << blockBits) | block;
}

/** True when the handle names a carved block of a live pool that is not in the pool's free list. */
export function isInUse(pymalloc: Pymalloc, handle: number): boolean {
  const { blockBits } = pymalloc.geometry;
  const pool = handle >>> blockBits;
  const block = handle & ((1 << blockBits) - 1);
  const carved = pymalloc.pools[pool * POOL_WORDS + POOL_CARVED] ?? 0;
  return block < carved && !freeBlocks(pymalloc, pool).includes(block);
}

/** Pool blocks in use, by a walk over all pools as sys.getallocatedblocks() does: it would cost each block two stores. */
export function countBlocksInUse(pymalloc: Pymalloc): number {
  let count = 0;
  const { pools } = pymalloc;
  for (let at = POOL_COUNT; at < pools.length; at += POOL_WORDS) count += pools[at] as number;
  return count;
}

/** Indices of a pool's free blocks in list order. */
export function freeBlocks(pymalloc: Pymalloc, pool: number): number[] {
  const at = pool * POOL_WORDS;
  const run = pymalloc.pools[at + POOL_RUN] as number;
  const blocks: number[] = [];
  if (pool * POOL_WORDS >= pymalloc.pools.length) return blocks;
  let link = pymalloc.pools[at + POOL_FREE] as number;
  while (link !== 0) {
    blocks.push(link - 1);
    link = pymalloc.links.words[run + link - 1] as number;
  }
  return blocks;
}

/** Pool ids of a list that starts at `head`. */
export function poolList(pymalloc: Pymalloc, head: number): number[] {
  const pools: number[] = [];
  for (let pool = head; pool !== 0; pool = pymalloc.pools[pool * POOL_WORDS + POOL_NEXT] as number)
    pools.push(pool);
  return pools;
}

/** Names (slot + 1) of the live arenas by slot. */
export function liveArenas(pymalloc: Pymalloc): number[] {
  const names: number[] = [];
  for (let arena = 1; arena <= pymalloc.arenas.virginSlot; arena++) {
    if (arenaWord(pymalloc, arena, ARENA_SERIAL) !== 0) names.push(arena);
  }
  return names;
}

function arenaWord(pymalloc: Pymalloc, arena: number, word: number): number {
  return pymalloc.arenas.words[arena * ARENA_WORDS + word] as number;
}

function arenaView(pymalloc: Pymalloc, arena: number): ArenaView {
  const { poolBytes } = pymalloc.geometry;
  const firstPoolOffset = arenaWord(pymalloc, arena, ARENA_FIRST);
  const pools = arenaWord(pymalloc, arena, ARENA_NTOTAL);
  const carvedPools = arenaWord(pymalloc, arena, ARENA_CARVED);
  return {
    serial: arenaWord(pymalloc, arena, ARENA_SERIAL) - 1,
    slot: arena - 1,
    address: pymalloc.arenas.addresses[arena] as number,
    firstPoolOffset,
    pools,
    carvedPools,
    availablePools: arenaWord(pymalloc, arena, ARENA_NFREE),
    freePoolOffsets: poolList(pymalloc, arenaWord(pymalloc, arena, ARENA_FREE_POOL)).map(
      (pool) => firstPoolOffset + indexInArena(pymalloc, pool) * poolBytes,
    ),
    nextVirginPoolOffset: carvedPools < pools ? firstPoolOffset + carvedPools * poolBytes : null,
  };
}

function poolView(pymalloc: Pymalloc, pool: number): PoolView {
  const { poolBytes, poolShift, blockSizes, blocksPerPool } = pymalloc.geometry;
  const arena = ((pool - 1) >>> poolShift) + 1;
  const index = indexInArena(pymalloc, pool);
  const offset = arenaWord(pymalloc, arena, ARENA_FIRST) + index * poolBytes;
  const place = {
    arena: arenaWord(pymalloc, arena, ARENA_SERIAL) - 1,
    index,
    offset,
    address: (pymalloc.arenas.addresses[arena] as number) + offset,
  };
  if (index >= arenaWord(pymalloc, arena, ARENA_CARVED)) {
    return {
      ...place,
      state: 'virgin',
      szidx: null,
      blockBytes: 0,
      blocks: 0,
      blocksInUse: 0,
      carvedBlocks: 0,
    };
  }
  const at = pool * POOL_WORDS;
  const szidx = pymalloc.pools[at + POOL_CLASS] as number;
  const blocks = blocksPerPool[szidx] as number;
  const blocksInUse = pymalloc.pools[at + POOL_COUNT] as number;
  const carvedBlocks = pymalloc.pools[at + POOL_CARVED] as number;
  const isFree = blocksInUse === 0 && pymalloc.shared?.[szidx] !== pool;
  const state = isFree ? 'free' : blocksInUse === blocks ? 'full' : 'used';
  return {
    ...place,
    state,
    szidx,
    blockBytes: blockSizes[szidx] as number,
    blocks,
    blocksInUse,
    carvedBlocks,
  };
}

function indexInArena(pymalloc: Pymalloc, pool: number): number {
  return (pool - 1) & (pymalloc.geometry.poolsPerArena - 1);
}

function poolAt(pymalloc: Pymalloc, address: number): number {
  const { poolBytes, poolShift, arenaBytes } = pymalloc.geometry;
  for (const arena of liveArenas(pymalloc)) {
    const inside = address - (pymalloc.arenas.addresses[arena] as number);
    if (inside < 0 || inside >= arenaBytes) continue;
    const index = Math.floor((inside - arenaWord(pymalloc, arena, ARENA_FIRST)) / poolBytes);
    const isPool = index >= 0 && index < arenaWord(pymalloc, arena, ARENA_NTOTAL);
    return isPool ? ((arena - 1) << poolShift) + index + 1 : 0;
  }
  return 0;
}
