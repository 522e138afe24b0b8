/**
 * The memory of one simulated process: CPython's object allocator in front of the system's malloc
 * (obmalloc.c:_PyObject_Malloc, _PyObject_Realloc, _PyObject_Free, _PyMem_Raw*).
 *
 * A block handle is an int32: above 0 a pool block, below 0 a system block, 0 none (NULL). Requests of 1 to the small
 * request threshold are served from pools; 0 bytes, larger ones, and those for which no arena can be had go to the
 * system and never come back into a pool. The raw domain goes to the system always.
 * Always: allocatedBlocks === pool blocks in use + live system blocks obtained through alloc and realloc.
 * Whose block it is, and what is in it, is the objects' business.
 */
import type { EventRing } from './event-ring.ts';
import { invariant } from './invariant.ts';
import type { MemoryConfig } from './memory-config.ts';
import { Pymalloc, type PymallocState } from './pymalloc/pymalloc.ts';
import { figuresOf, type PymallocFigures } from './pymalloc/stats.ts';
import { statsText } from './pymalloc/stats-text.ts';
import { validatePymalloc } from './pymalloc/validate.ts';
import * as views from './pymalloc/views.ts';
import { Resident, type ResidentBytes, type ResidentState } from './resident.ts';
import { type SystemFigures, SystemMalloc, type SystemMallocState } from './system-malloc.ts';
import { Tracemalloc, type TracemallocState } from './tracemalloc.ts';

export interface MemoryState {
  readonly pymalloc: PymallocState;
  readonly system: SystemMallocState;
  readonly resident: ResidentState;
  readonly systemObjectBlocks: number;
  /** null: it does not trace. */
  readonly tracemalloc: TracemallocState | null;
}

const LARGE_REQUEST = 65_536;

export class Memory {
  readonly config: MemoryConfig;
  /** Off until a program or an operation starts it. */
  readonly tracemalloc = new Tracemalloc();
  readonly pymalloc: Pymalloc;
  readonly #system: SystemMalloc;
  readonly #resident = new Resident();
  readonly #threshold: number;
  /** Told of each request so large that a budget of memory should be looked at soon. */
  onLargeRequest: ((nbytes: number) => void) | undefined;
  /** Live system blocks that the object allocator asked for (raw_allocated_blocks). */
  #systemObjectBlocks = 0;

  constructor(config: MemoryConfig, ring: EventRing) {
    this.config = config;
    this.#threshold = config.smallRequestThreshold;
    this.pymalloc = new Pymalloc(config, ring, this.#resident);
    this.#system = new SystemMalloc(config, ring, this.#resident);
  }

  /** PyObject_Malloc and PyMem_Malloc. */
  alloc(nbytes: number): number {
    const handle = this.#alloc(nbytes);
    if (this.tracemalloc.tracing) this.tracemalloc.allocated(handle, nbytes);
    return handle;
  }

  #alloc(nbytes: number): number {
    if (nbytes > 0 && nbytes <= this.#threshold) {
      const handle = this.pymalloc.alloc(nbytes);
      if (handle !== 0) return handle;
    }
    this.#systemObjectBlocks++;
    if (nbytes >= LARGE_REQUEST) this.onLargeRequest?.(nbytes);
    return this.#system.alloc(nbytes);
  }

  /**
   * PyObject_Realloc (obmalloc.c:pymalloc_realloc): a pool block stays when the request fits in it and wastes less than
   * a quarter; otherwise a new block is allocated before the old one is freed, even when both are of one class.
   */
  realloc(handle: number, nbytes: number): number {
    const moved = this.#realloc(handle, nbytes);
    if (this.tracemalloc.tracing) this.tracemalloc.moved(handle, moved, nbytes);
    return moved;
  }

  #realloc(handle: number, nbytes: number): number {
    if (handle === 0) return this.#alloc(nbytes);
    if (handle < 0) {
      if (nbytes >= LARGE_REQUEST) this.onLargeRequest?.(nbytes);
      return this.#system.realloc(handle, nbytes);
    }
    const size = this.pymalloc.sizeOf(handle);
    if (nbytes <= size && 4 * nbytes > 3 * size) return handle;
    const moved = this.#alloc(nbytes);
    this.pymalloc.free(handle);
    return moved;
  }

  /** PyObject_Free; a handle of 0 does nothing. */
  free(handle: number): void {
    if (this.tracemalloc.tracing) this.tracemalloc.freed(handle);
    if (handle > 0) {
      this.pymalloc.free(handle);
      return;
    }
    if (handle === 0) return;
    this.#systemObjectBlocks--;
    this.#system.free(handle);
  }

  /** PyMem_RawMalloc: the system's malloc, whatever the size. */
  rawAlloc(nbytes: number): number {
    return this.#system.alloc(nbytes);
  }

  rawRealloc(handle: number, nbytes: number): number {
    return handle === 0 ? this.#system.alloc(nbytes) : this.#system.realloc(handle, nbytes);
  }

  rawFree(handle: number): void {
    if (handle !== 0) this.#system.free(handle);
  }

  /** 0 for no block. */
  addressOf(handle: number): number {
    if (handle > 0) return this.pymalloc.addressOf(handle);
    return handle === 0 ? 0 : this.#system.addressOf(handle);
  }

  /** Bits 0 to 31 of the address, as an int32. */
  addressLow(handle: number): number {
    return handle > 0 ? this.pymalloc.addressLow(handle) : this.addressOf(handle) | 0;
  }

  /** Bits 32 to 47 of the address. */
  addressHigh(handle: number): number {
    return handle > 0
      ? this.pymalloc.addressHigh(handle)
      : Math.floor(this.addressOf(handle) / 2 ** 32) & 0xffff;
  }

  /** Arena and byte offset of a pool block; null for other handles. */
  placeOf(handle: number): { arena: number; offset: number } | null {
    if (handle <= 0) return null;
    return { arena: this.pymalloc.arenaSerialOf(handle), offset: this.pymalloc.offsetOf(handle) };
  }

  /** The block's size as the allocator knows it: of its class, or the request where the system serves it. */
  sizeOf(handle: number): number {
    if (handle > 0) return this.pymalloc.sizeOf(handle);
    return handle === 0 ? 0 : this.#system.sizeOf(handle);
  }

  /** True when the handle names a live block; for checks, since it walks the free list of the block's pool. */
  isInUse(handle: number): boolean {
    return handle > 0 ? views.isInUse(this.pymalloc, handle) : this.#system.isInUse(handle);
  }

  /** The live block that contains `address`; 0 when none does. */
  blockAt(address: number): number {
    return views.blockAt(this.pymalloc, address) || this.#system.blockAt(address);
  }

  /** sys.getallocatedblocks() */
  allocatedBlocks(): number {
    return views.countBlocksInUse(this.pymalloc) + this.#systemObjectBlocks;
  }

  residentBytes(): ResidentBytes {
    return this.#resident.bytes();
  }

  /** The most that was ever resident at once. */
  peakResidentBytes(): number {
    return this.#resident.peak;
  }

  /** The figures of sys._debugmallocstats(). */
  stats(): PymallocFigures {
    return figuresOf(this.pymalloc);
  }

  /** What sys._debugmallocstats() prints about the allocator. */
  statsText(): string {
    return statsText(figuresOf(this.pymalloc));
  }

  systemFigures(): SystemFigures {
    return this.#system.figures();
  }

  /** The highest live block of the system heap; 0 when there is none. */
  lastSystemBlock(): number {
    return this.#system.lastBlock();
  }

  /** Live arenas by slot. */
  arenas(): views.ArenaView[] {
    return views.arenaViews(this.pymalloc);
  }

  /** One live arena with all its pools; null when no live arena has this serial. */
  arena(serial: number): { arena: views.ArenaView; pools: views.PoolView[] } | null {
    return views.arenaPools(this.pymalloc, serial);
  }

  /** The pool around `address`, block by block; null when there is none. */
  pool(address: number): views.PoolBlocksView | null {
    return views.poolBlocks(this.pymalloc, address);
  }

  sizeClasses(): views.SizeClassView[] {
    return views.sizeClassViews(this.pymalloc);
  }

  usableArenas(): { arena: number; availablePools: number }[] {
    return views.usableArenas(this.pymalloc);
  }

  slots(): views.SlotsView {
    return views.slotsView(this.pymalloc);
  }

  /** Gives back the room ahead of need in the simulator's own tables. */
  trim(): void {
    this.pymalloc.trim();
  }

  save(): MemoryState {
    return {
      pymalloc: this.pymalloc.save(),
      system: this.#system.save(),
      resident: this.#resident.save(),
      systemObjectBlocks: this.#systemObjectBlocks,
      tracemalloc: this.tracemalloc.save(),
    };
  }

  /** Takes over a state saved under the same configuration. */
  restore(state: MemoryState): void {
    this.pymalloc.restore(state.pymalloc);
    this.#system.restore(state.system);
    this.#resident.restore(state.resident);
    this.#systemObjectBlocks = state.systemObjectBlocks;
    this.tracemalloc.restore(state.tracemalloc);
  }

  validate(): void {
    validatePymalloc(this.pymalloc);
    this.#system.validate();
    const { arenas } = this.#resident.bytes();
    invariant(arenas === this.pymalloc.arenas.current * this.config.arenaBytes, 'live arenas are resident');
    const systemBlocks = this.#system.figures().blocks;
    invariant(
      this.#systemObjectBlocks >= 0 && this.#systemObjectBlocks <= systemBlocks,
      'system blocks of the object domain are live',
    );
  }
}
