/** The simulated memory as recordings of the allocator show it: its configuration, events, figures and lists. */
import { addressPlan, EV, type EventRing, type Memory, type MemoryConfig } from '../../heap/index.ts';
import { type MeasuredStats, type PymallocVector, place, SYSTEM_PLACE } from './pymalloc-vector.ts';

export function configOf(vector: PymallocVector): MemoryConfig {
  const { config, group } = vector;
  const wordBytes = config.pointer_bits === 32 ? 4 : 8;
  const { first, step, mode } = config.arena_bases;
  return {
    arenaBytes: config.arena,
    poolBytes: config.pool,
    alignment: config.alignment,
    wordBytes,
    smallRequestThreshold: config.threshold,
    arenaReleaseRule: group === 'A8' ? 'always' : 'unless_rightmost',
    arenaMap: group === 'B' ? 64 : 'none',
    arenaBases: {
      mode: mode === 'consecutive' ? mode : 'lowest_free',
      first: Number(first),
      step: Number(step),
    },
    arenaLimit: config.arena_limit,
    systemBases: addressPlan(0, { arenaBytes: config.arena, wordBytes }).systemBases,
  };
}

export class MemoryReading {
  readonly #memory: Memory;
  readonly #ring: EventRing;
  #seen: number;

  constructor(memory: Memory, ring: EventRing) {
    this.#memory = memory;
    this.#ring = ring;
    this.#seen = ring.offset;
  }

  takeEvents(visit: (kind: string, ...fields: (number | string)[]) => void): void {
    this.#ring.forEach(this.#seen + 1, this.#ring.offset, (_offset, code, _seq, a, b, c) => {
      if (code === EV.ARENA_ALLOCATED) visit('arena_alloc', a, b, this.#base(a), c);
      else if (code === EV.ARENA_FREED) visit('arena_free', a, b);
      else if (code === EV.ARENA_SLOTS_GROWN) visit('arenas_grown', a, b);
      else if (code === EV.POOL_REUSED) visit('reuse', a, b, c & 0xffff, c >>> 16);
      else if (POOL_KINDS[code] !== undefined) visit(POOL_KINDS[code], a, b, c);
    });
    this.#seen = this.#ring.offset;
  }

  stats(): MeasuredStats {
    const memory = this.#memory;
    const figures = memory.stats();
    return {
      classes: figures.classes.map((row) => [
        row.szidx,
        row.blockBytes,
        row.pools,
        row.blocksInUse,
        row.availableBlocks,
      ]),
      arenas_allocated_total: figures.arenasAllocatedTotal,
      arenas_reclaimed: figures.arenasReclaimed,
      arenas_highwater: figures.arenasHighwater,
      arenas_current: figures.arenasCurrent,
      arena_bytes: figures.arenasCurrent * figures.arenaBytes,
      bytes_in_allocated_blocks: figures.bytesInAllocatedBlocks,
      bytes_in_available_blocks: figures.bytesInAvailableBlocks,
      unused_pools: figures.unusedPools,
      unused_pool_bytes: figures.unusedPoolBytes,
      bytes_lost_to_pool_headers: figures.bytesLostToPoolHeaders,
      bytes_lost_to_quantization: figures.bytesLostToQuantization,
      bytes_lost_to_arena_alignment: figures.bytesLostToArenaAlignment,
      total: figures.total,
      arena_map_mid_nodes: figures.arenaMap?.nodes?.mid,
      arena_map_bot_nodes: figures.arenaMap?.nodes?.bot,
      text: memory.statsText(),
      allocated_blocks: memory.allocatedBlocks(),
      lists: this.#lists(),
    };
  }

  #lists(): Readonly<Record<string, unknown>> {
    const memory = this.#memory;
    const slots = memory.slots();
    const arenas = memory.arenas();
    const used = memory.sizeClasses().filter((row) => row.usedPools.length > 0);
    const free = arenas.filter((arena) => arena.freePoolOffsets.length > 0);
    return {
      usable_arenas: memory.usableArenas().map(({ arena, availablePools }) => [arena, availablePools]),
      maxarenas: slots.maxarenas,
      live_arenas_by_slot: slots.live.map(({ slot, arena }) => [slot, arena]),
      unused_slots: slots.unused,
      usedpools: Object.fromEntries(
        used.map((row) => [
          row.szidx,
          row.usedPools.map((pool) => [pool.arena, pool.offset, pool.blocksInUse]),
        ]),
      ),
      freepools: Object.fromEntries(free.map((arena) => [arena.serial, arena.freePoolOffsets])),
      next_virgin_pool: Object.fromEntries(
        arenas.map((arena) => [
          arena.serial,
          arena.nextVirginPoolOffset ?? arena.firstPoolOffset + arena.pools * memory.config.poolBytes,
        ]),
      ),
    };
  }

  /** Where the block with this handle lies. */
  placeOf(handle: number): number {
    const at = this.#memory.placeOf(handle);
    return at === null ? SYSTEM_PLACE : place(at.arena, at.offset);
  }

  #base(serial: number): string {
    const arena = this.#memory.arenas().find((one) => one.serial === serial);
    return `0x${arena?.address.toString(16)}`;
  }
}

const POOL_KINDS: { readonly [code: number]: string } = {
  [EV.POOL_CARVED]: 'carve',
  [EV.POOL_RESUMED]: 'reuse_same',
  [EV.POOL_FILLED]: 'full',
  [EV.POOL_REOPENED]: 'partial',
  [EV.POOL_EMPTIED]: 'free',
};
