/**
 * The figures of sys._debugmallocstats() (obmalloc.c:_PyObject_DebugMallocStats, 3.8 to 3.13), by walking every carved
 * pool of every live arena. Always: total === currentArenas * arenaBytes, where total adds up what is allocated, what is
 * available and everything that is lost.
 */

import type { ArenaMapFigures } from './arena-map.ts';
import { ARENA_CARVED, ARENA_FIRST, ARENA_NFREE, ARENA_SERIAL, ARENA_WORDS } from './arenas.ts';
import { quantization } from './geometry.ts';
import { POOL_CLASS, POOL_COUNT, POOL_WORDS } from './pool-words.ts';
import type { Pymalloc } from './pymalloc.ts';

export interface ClassFigures {
  readonly szidx: number;
  readonly blockBytes: number;
  readonly pools: number;
  readonly blocksInUse: number;
  /** Blocks of these pools that are not in use, carved or not. */
  readonly availableBlocks: number;
}

export interface PymallocFigures {
  readonly threshold: number;
  readonly sizeClasses: number;
  readonly arenaBytes: number;
  readonly poolBytes: number;
  /** Only the classes that have pools. */
  readonly classes: readonly ClassFigures[];
  readonly arenasAllocatedTotal: number;
  readonly arenasReclaimed: number;
  readonly arenasHighwater: number;
  readonly arenasCurrent: number;
  readonly bytesInAllocatedBlocks: number;
  readonly bytesInAvailableBlocks: number;
  readonly unusedPools: number;
  readonly unusedPoolBytes: number;
  readonly bytesLostToPoolHeaders: number;
  readonly bytesLostToQuantization: number;
  readonly bytesLostToArenaAlignment: number;
  readonly total: number;
  /** null before 3.10. */
  readonly arenaMap: ArenaMapFigures | null;
}

export function figuresOf(pymalloc: Pymalloc): PymallocFigures {
  const { geometry, arenas } = pymalloc;
  const walked = walkArenas(pymalloc);
  const classes = walked.classes.filter((row) => row.pools > 0);
  const sum = (of: (row: ClassFigures) => number) => classes.reduce((total, row) => total + of(row), 0);
  const parts = {
    bytesInAllocatedBlocks: sum((row) => row.blocksInUse * row.blockBytes),
    bytesInAvailableBlocks: sum((row) => row.availableBlocks * row.blockBytes),
    unusedPoolBytes: walked.unusedPools * geometry.poolBytes,
    bytesLostToPoolHeaders: sum((row) => row.pools) * geometry.headerBytes,
    bytesLostToQuantization: sum((row) => row.pools * quantization(geometry, row.szidx)),
    bytesLostToArenaAlignment: walked.unalignedArenas * geometry.poolBytes,
  };
  return {
    threshold: geometry.threshold,
    sizeClasses: geometry.sizeClasses,
    arenaBytes: geometry.arenaBytes,
    poolBytes: geometry.poolBytes,
    classes,
    arenasAllocatedTotal: arenas.obtained,
    arenasReclaimed: arenas.obtained - arenas.current,
    arenasHighwater: arenas.highwater,
    arenasCurrent: arenas.current,
    unusedPools: walked.unusedPools,
    ...parts,
    total: Object.values(parts).reduce((total, bytes) => total + bytes, 0),
    arenaMap: arenas.map.figures(),
  };
}

/** One row for every size class, also those without pools. */
export function classRows(pymalloc: Pymalloc): ClassFigures[] {
  return walkArenas(pymalloc).classes;
}

interface WalkedArenas {
  readonly classes: ClassFigures[];
  readonly unusedPools: number;
  readonly unalignedArenas: number;
}

function walkArenas(pymalloc: Pymalloc): WalkedArenas {
  const { geometry, arenas, pools } = pymalloc;
  const poolCounts = Array.from({ length: geometry.sizeClasses }, () => 0);
  const blockCounts = Array.from({ length: geometry.sizeClasses }, () => 0);
  let unusedPools = 0;
  let unalignedArenas = 0;
  for (let arena = 1; arena <= arenas.virginSlot; arena++) {
    const at = arena * ARENA_WORDS;
    if (arenas.words[at + ARENA_SERIAL] === 0) continue;
    unusedPools += arenas.words[at + ARENA_NFREE] as number;
    if (arenas.words[at + ARENA_FIRST] !== 0) unalignedArenas++;
    const first = ((arena - 1) << geometry.poolShift) + 1;
    const end = first + (arenas.words[at + ARENA_CARVED] as number);
    for (let pool = first; pool < end; pool++) {
      const count = pools[pool * POOL_WORDS + POOL_COUNT] as number;
      const szidx = pools[pool * POOL_WORDS + POOL_CLASS] as number;
      if (count === 0 && pymalloc.shared?.[szidx] !== pool) continue;
      poolCounts[szidx] = (poolCounts[szidx] as number) + 1;
      blockCounts[szidx] = (blockCounts[szidx] as number) + count;
    }
  }
  const classes = poolCounts.map((count, szidx) => {
    const blocksInUse = blockCounts[szidx] as number;
    const availableBlocks = count * (geometry.blocksPerPool[szidx] as number) - blocksInUse;
    return {
      szidx,
      blockBytes: geometry.blockSizes[szidx] as number,
      pools: count,
      blocksInUse,
      availableBlocks,
    };
  });
  return { classes, unusedPools, unalignedArenas };
}
