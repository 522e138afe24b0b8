/** Memory as others may look at it: the process, its arenas, its size classes. Pools are pool.ts's. */
import {
  type ArenasView,
  type ArenaView,
  addressText,
  type MemoryView,
  type SizeClassesView,
} from '../../contract/index.ts';
import type { MemoryArenaView } from '../../heap/index.ts';
import type { Process } from '../../objects/index.ts';
import { heldBackView } from './held-back.ts';
import { poolSummary } from './pool.ts';

type ArenaSummary = ArenasView['arenas'][number];

export function memoryView(process: Process): MemoryView {
  const { memory } = process.heap;
  const system = memory.systemFigures();
  const resident = memory.residentBytes();
  return {
    resident_bytes: resident.total,
    allocated_blocks: memory.allocatedBlocks(),
    small: smallFigures(process),
    system: {
      blocks: system.blocks,
      bytes_in_use: system.requestedBytes,
      mapped_bytes: system.mappedBytes,
      break_bytes: system.heapBytes,
    },
    resident: {
      arena_bytes: resident.arenas,
      system_heap_bytes: resident.systemHeap,
      mapped_bytes: resident.mapped,
      peak_bytes: memory.peakResidentBytes(),
    },
    held_back: heldBackView(process),
    text: memory.statsText(),
  };
}

export function arenasView(process: Process): ArenasView {
  const { memory } = process.heap;
  return {
    slots: memory.slots().maxarenas,
    usable: memory.usableArenas().map((one) => one.arena),
    arenas: memory.arenas().map((arena) => arenaSummary(process, arena)),
  };
}

/** One live arena by its serial number; undefined when there is none. */
export function arenaView(process: Process, serial: number): ArenaView | undefined {
  const found = process.heap.memory.arena(serial);
  if (found === null) return undefined;
  return { ...arenaSummary(process, found.arena), pool_list: found.pools.map(poolSummary) };
}

export function sizeClassesView(process: Process): SizeClassesView {
  const { memory } = process.heap;
  const bases = new Map(memory.arenas().map((arena) => [arena.serial, arena.address]));
  const classes = memory.sizeClasses().filter((one) => one.pools > 0);
  return {
    size_classes: classes.map((one) => ({
      size_class: one.szidx,
      block_bytes: one.blockBytes,
      pools: one.pools,
      blocks_used: one.blocksInUse,
      blocks_available: one.availableBlocks,
      used_pools: one.usedPools.map((pool) => addressText((bases.get(pool.arena) ?? 0) + pool.offset)),
    })),
  };
}

function arenaSummary(process: Process, arena: MemoryArenaView): ArenaSummary {
  return {
    arena: arena.serial,
    slot: arena.slot,
    address: addressText(arena.address),
    size_bytes: process.heap.memory.config.arenaBytes,
    pools: arena.pools,
    pools_free: arena.availablePools,
    pools_untouched: arena.pools - arena.carvedPools,
  };
}

function smallFigures(process: Process): MemoryView['small'] {
  const figures = process.heap.memory.stats();
  return {
    arena_bytes: figures.arenaBytes,
    pool_bytes: figures.poolBytes,
    arenas_allocated_total: figures.arenasAllocatedTotal,
    arenas_reclaimed: figures.arenasReclaimed,
    arenas_highwater: figures.arenasHighwater,
    arenas_current: figures.arenasCurrent,
    bytes_in_allocated_blocks: figures.bytesInAllocatedBlocks,
    bytes_in_available_blocks: figures.bytesInAvailableBlocks,
    unused_pools: figures.unusedPools,
    unused_pool_bytes: figures.unusedPoolBytes,
    bytes_lost_to_pool_headers: figures.bytesLostToPoolHeaders,
    bytes_lost_to_quantization: figures.bytesLostToQuantization,
    bytes_lost_to_arena_alignment: figures.bytesLostToArenaAlignment,
    total_bytes: figures.total,
  };
}
