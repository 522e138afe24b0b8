/**
 * Checks every equation of the allocator: pools, used lists, arenas, usable_arenas, runs of links and the figures.
 * Costs a walk over all carved blocks' free lists; throws InvariantError at the first equation that is broken.
 */
import { invariant } from '../invariant.ts';
import {
  ARENA_CARVED,
  ARENA_FREE_POOL,
  ARENA_NEXT,
  ARENA_NFREE,
  ARENA_NTOTAL,
  ARENA_PREV,
  ARENA_WORDS,
} from './arenas.ts';
import {
  POOL_CARVED,
  POOL_CLASS,
  POOL_COUNT,
  POOL_PREV,
  POOL_RUN,
  POOL_RUN_LOG2,
  POOL_WORDS,
} from './pool-words.ts';
import type { Pymalloc } from './pymalloc.ts';
import { figuresOf } from './stats.ts';
import { countBlocksInUse, freeBlocks, liveArenas, poolList } from './views.ts';

export function validatePymalloc(pymalloc: Pymalloc): void {
  const inUsedLists = checkUsedLists(pymalloc);
  const runs = pymalloc.links.runsGivenBack();
  let blocksInUse = 0;
  for (const arena of liveArenas(pymalloc)) {
    const freePools = checkArena(pymalloc, arena);
    for (const pool of carvedPools(pymalloc, arena)) {
      blocksInUse += checkPool(pymalloc, pool, { listed: inUsedLists.has(pool), free: freePools.has(pool) });
      const at = pool * POOL_WORDS;
      runs.push([pymalloc.pools[at + POOL_RUN] as number, pymalloc.pools[at + POOL_RUN_LOG2] as number]);
      inUsedLists.delete(pool);
    }
  }
  invariant(inUsedLists.size === 0, 'used lists hold pools of live arenas only');
  invariant(blocksInUse === countBlocksInUse(pymalloc), 'only pools of live arenas count blocks');
  checkRuns(runs, pymalloc.links.length);
  checkUsableArenas(pymalloc);
  checkSlots(pymalloc);
  const figures = figuresOf(pymalloc);
  invariant(
    figures.total === figures.arenasCurrent * figures.arenaBytes,
    'every byte of every arena is accounted for',
  );
}

/** The pools of all used lists, each of its own class and linked both ways. */
function checkUsedLists(pymalloc: Pymalloc): Set<number> {
  const seen = new Set<number>();
  pymalloc.used.forEach((front, szidx) => {
    let prev = 0;
    for (const pool of poolList(pymalloc, front)) {
      invariant(!seen.has(pool), 'a pool is in one used list at most');
      seen.add(pool);
      invariant(
        pymalloc.pools[pool * POOL_WORDS + POOL_CLASS] === szidx,
        'a used list holds pools of its class',
      );
      invariant(pymalloc.pools[pool * POOL_WORDS + POOL_PREV] === prev, 'a used list is linked both ways');
      prev = pool;
    }
  });
  return seen;
}

/** Returns blocks in use. */
function checkPool(pymalloc: Pymalloc, pool: number, is: { listed: boolean; free: boolean }): number {
  const at = pool * POOL_WORDS;
  const count = pymalloc.pools[at + POOL_COUNT] as number;
  const carved = pymalloc.pools[at + POOL_CARVED] as number;
  const szidx = pymalloc.pools[at + POOL_CLASS] as number;
  const capacity = pymalloc.geometry.blocksPerPool[szidx] as number;
  const stays = pymalloc.shared?.[szidx] === pool;
  const freeList = freeBlocks(pymalloc, pool);
  invariant(count + freeList.length === carved, 'count + free blocks === carved blocks');
  invariant(carved <= capacity, 'carved blocks fit in the pool');
  invariant(new Set(freeList).size === freeList.length, 'a block is once in the free list');
  invariant(
    freeList.every((block) => block < carved),
    'free blocks were carved',
  );
  invariant(carved <= 1 << (pymalloc.pools[at + POOL_RUN_LOG2] as number), 'every carved block has a link');
  const isEmpty = count === 0 && !stays;
  invariant(is.free === isEmpty, 'a pool without a block in use is in its arena, and only such a pool');
  invariant(is.listed === (!isEmpty && count < capacity), 'a pool is in the used list unless free or full');
  invariant(!is.listed || freeList.length > 0, 'a used pool has a free block ready');
  return count;
}

/** Returns the arena's free pools. */
function checkArena(pymalloc: Pymalloc, arena: number): Set<number> {
  const word = (at: number) => pymalloc.arenas.words[arena * ARENA_WORDS + at] as number;
  const free = new Set(poolList(pymalloc, word(ARENA_FREE_POOL)));
  invariant(
    word(ARENA_NFREE) === free.size + word(ARENA_NTOTAL) - word(ARENA_CARVED),
    'available pools === free pools + virgin pools',
  );
  const own = new Set(carvedPools(pymalloc, arena));
  for (const pool of free) invariant(own.has(pool), 'free pools belong to the arena');
  return free;
}

function carvedPools(pymalloc: Pymalloc, arena: number): number[] {
  const first = ((arena - 1) << pymalloc.geometry.poolShift) + 1;
  const length = pymalloc.arenas.words[arena * ARENA_WORDS + ARENA_CARVED] as number;
  return Array.from({ length }, (_, index) => first + index);
}

function checkRuns(runs: [number, number][], length: number): void {
  runs.sort(([a], [b]) => a - b);
  let end = 0;
  for (const [run, log2] of runs) {
    invariant(run === end, 'runs of links neither overlap nor leave gaps');
    end = run + (1 << log2);
  }
  invariant(end === length, 'runs of links cover the array');
}

function checkUsableArenas(pymalloc: Pymalloc): void {
  const { arenas } = pymalloc;
  const word = (arena: number, at: number) => arenas.words[arena * ARENA_WORDS + at] as number;
  const usable = liveArenas(pymalloc).filter((arena) => word(arena, ARENA_NFREE) > 0);
  let [prev, before, listed] = [0, 0, 0];
  for (let arena = arenas.usable; arena !== 0; arena = word(arena, ARENA_NEXT)) {
    const nfree = word(arena, ARENA_NFREE);
    invariant(nfree >= Math.max(before, 1), 'usable_arenas ascends by available pools');
    invariant(word(arena, ARENA_PREV) === prev, 'usable_arenas is linked both ways');
    const next = word(arena, ARENA_NEXT);
    const isLast = next === 0 || word(next, ARENA_NFREE) !== nfree;
    invariant((arenas.lastWith(nfree) === arena) === isLast, 'the last arena of each count is known');
    [prev, before] = [arena, nfree];
    listed++;
  }
  invariant(listed === usable.length, 'usable_arenas holds the arenas with available pools');
  const counts = new Set(usable.map((arena) => word(arena, ARENA_NFREE)));
  for (let nfree = 0; nfree <= pymalloc.geometry.poolsPerArena; nfree++) {
    invariant((arenas.lastWith(nfree) !== 0) === counts.has(nfree), 'counts that no arena has lead nowhere');
  }
}

function checkSlots(pymalloc: Pymalloc): void {
  const { arenas } = pymalloc;
  const live = liveArenas(pymalloc).map((arena) => arena - 1);
  invariant(live.length === arenas.current, 'current arenas are counted');
  const slots = [...live, ...arenas.unusedSlots()].sort((a, b) => a - b);
  invariant(slots.length === arenas.maxarenas, 'a slot is live or unused');
  slots.forEach((slot, at) => {
    invariant(slot === at, 'each slot is there once');
  });
}
