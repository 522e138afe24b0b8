/**
 * tracemalloc's record of the blocks that are alive: how large each one is, and where it was allocated (_tracemalloc.c, tracemalloc.c).
 *
 *   #keys, #sizes, #sites   one open-addressed table by block handle        what a site is: trace-sites.ts
 *
 * Off it costs one test an allocation and holds no memory. Only blocks that the allocator hands out are recorded: an object that comes from a
 * free list keeps the record that its block had, renewed (_PyTraceMalloc_NewReference), or has none.
 * Always: traced === the sum of the recorded sizes, and peak >= traced.
 */
import { HashtableSize } from './hashtable-size.ts';
import { invariant } from './invariant.ts';
import { type TraceFrame, TraceSites, type TraceSitesState } from './trace-sites.ts';
import {
  type TraceGroup,
  type TraceSnapshot,
  TraceSnapshots,
  type TraceSnapshotsState,
} from './trace-snapshots.ts';

export interface TracedBlock {
  readonly handle: number;
  readonly sizeBytes: number;
  readonly site: number;
}

export interface TracingState {
  readonly limit: number;
  readonly traced: number;
  readonly peak: number;
  readonly blocks: readonly (readonly [handle: number, sizeBytes: number, site: number])[];
  readonly sites: TraceSitesState;
  /** Sites that were used since the last clear, and how large the tables of CPython are. */
  readonly used: readonly number[];
  readonly tables: readonly (readonly [entries: number, buckets: number])[];
}

export interface TracemallocState {
  /** null: it does not trace. */
  readonly tracing: TracingState | null;
  readonly snapshots: TraceSnapshotsState | null;
}

const SMALLEST = 1024;
const EMPTY = 0;
const NO_TABLE = new Int32Array(0);
const NO_SIZES = new Float64Array(0);

export class Tracemalloc {
  /** Are allocations recorded now? */
  tracing = false;
  /** tracemalloc.get_traceback_limit(). */
  limit = 1;
  traced = 0;
  peak = 0;
  /** The frames of whoever allocates, most recent first, at most `limit`; set by who runs code. Returns their site. */
  locate: () => number = () => 0;
  #keys = NO_TABLE;
  #sizes = NO_SIZES;
  #sites = NO_TABLE;
  #count = 0;
  readonly places = new TraceSites();
  readonly snapshots = new TraceSnapshots();
  /** CPython's own tables, for get_tracemalloc_memory: file names, tracebacks, traces. */
  readonly #tables = [new HashtableSize(), new HashtableSize(), new HashtableSize()] as const;
  readonly #used = new Set<number>();
  /** One of them, which nearly always is the next one, too; -1: none. */
  #lastUsed = -1;
  readonly #usedFiles = new Set<number>();

  start(limit: number): void {
    if (this.tracing) return;
    this.limit = limit;
    this.clear();
    this.#resize(SMALLEST);
    this.tracing = true;
  }

  /** Forgets everything. */
  stop(): void {
    this.tracing = false;
    this.clear();
    this.#keys = NO_TABLE;
    this.#sizes = NO_SIZES;
    this.#sites = NO_TABLE;
    this.places.clear();
  }

  clear(): void {
    this.#keys.fill(EMPTY);
    this.#count = 0;
    this.traced = 0;
    this.peak = 0;
    this.#used.clear();
    this.#lastUsed = -1;
    this.#usedFiles.clear();
    for (const table of this.#tables) table.clear();
  }

  resetPeak(): void {
    this.peak = this.traced;
  }

  /**
   * Records no new block for a while (`reentrant` in _tracemalloc.c); what is freed meanwhile, or comes from a free list with a record,
   * is still noticed. Returns what ends the pause.
   */
  pause(): () => void {
    const before = this.#paused;
    this.#paused = true;
    return () => {
      this.#paused = before;
    };
  }

  #paused = false;

  allocated(handle: number, sizeBytes: number): void {
    if (this.#paused) return;
    const site = this.locate();
    this.#put(handle, sizeBytes, site);
  }

  freed(handle: number): void {
    if (handle === 0) return;
    const at = this.#find(handle);
    if (this.#keys[at] !== handle) return;
    this.traced -= this.#sizes[at] as number;
    this.#remove(at);
  }

  /** The block has another size or place, and a new site (tracemalloc_realloc). */
  moved(from: number, to: number, sizeBytes: number): void {
    this.freed(from);
    this.allocated(to, sizeBytes);
  }

  /** A new object in a block that may have been kept: its record, if it has one, tells where this object came from. */
  renewed(handle: number): void {
    if (handle === 0) return;
    const at = this.#find(handle);
    if (this.#keys[at] !== handle) return;
    const site = this.locate();
    this.#sites[at] = site;
    if (site !== this.#lastUsed) this.#use(site);
  }

  /** Site of a block; -1 when it is not recorded. */
  siteOf(handle: number): number {
    if (!this.tracing || handle === 0) return -1;
    const at = this.#find(handle);
    return this.#keys[at] === handle ? (this.#sites[at] as number) : -1;
  }

  /** All recorded blocks. */
  blocks(): TracedBlock[] {
    const found: TracedBlock[] = [];
    for (let at = 0; at < this.#keys.length; at++) {
      const handle = this.#keys[at] as number;
      if (handle !== EMPTY)
        found.push({ handle, sizeBytes: this.#sizes[at] as number, site: this.#sites[at] as number });
    }
    return found;
  }

  /** tracemalloc.get_tracemalloc_memory(): what CPython's own tables take. */
  overheadBytes(): number {
    return this.#tables.reduce((sum, table) => sum + table.bytes, 0);
  }

  /** Keeps what is recorded now; `seq` is the operation that asks. */
  takeSnapshot(seq: number): TraceSnapshot {
    return this.snapshots.add({ seq, limit: this.limit, groups: this.groups() });
  }

  /** What is recorded now, by traceback. */
  groups(): TraceGroup[] {
    const bySite = new Map<number, { sizeBytes: number; count: number }>();
    for (const { sizeBytes, site } of this.blocks()) {
      const sum = bySite.get(site);
      if (sum === undefined) bySite.set(site, { sizeBytes, count: 1 });
      else {
        sum.sizeBytes += sizeBytes;
        sum.count++;
      }
    }
    return [...bySite].map(
      ([site, sum]): TraceGroup => ({
        frames: this.places.framesOf(site),
        total: this.places.totalOf(site),
        ...sum,
      }),
    );
  }

  /** The line that allocated a block; null when it is not recorded. */
  lineOf(handle: number): TraceFrame | null {
    const site = this.siteOf(handle);
    return site < 0 ? null : (this.places.framesOf(site)[0] ?? null);
  }

  save(): TracemallocState | null {
    const snapshots = this.snapshots.save();
    if (!this.tracing) return snapshots === null ? null : { tracing: null, snapshots };
    return { tracing: this.#saveTracing(), snapshots };
  }

  #saveTracing(): TracingState {
    return {
      limit: this.limit,
      traced: this.traced,
      peak: this.peak,
      blocks: this.blocks()
        .map(({ handle, sizeBytes, site }) => [handle, sizeBytes, site] as const)
        .sort(([a], [b]) => a - b),
      sites: this.places.save(),
      used: [...this.#used].sort((a, b) => a - b),
      tables: this.#tables.map(({ entries, buckets }) => [entries, buckets] as const),
    };
  }

  restore(state: TracemallocState | null): void {
    this.stop();
    this.snapshots.restore(state?.snapshots ?? null);
    const tracing = state?.tracing ?? null;
    if (tracing === null) return;
    this.start(tracing.limit);
    this.places.restore(tracing.sites);
    for (const [handle, sizeBytes, site] of tracing.blocks) this.#put(handle, sizeBytes, site);
    this.peak = tracing.peak;
    for (const site of tracing.used) this.#use(site);
    for (const [at, [entries, buckets]] of tracing.tables.entries())
      Object.assign(this.#tables[at] as HashtableSize, { entries, buckets });
  }

  validate(): void {
    let sum = 0;
    for (const one of this.blocks()) sum += one.sizeBytes;
    invariant(sum === this.traced, 'traced bytes are those of the recorded blocks');
    invariant(this.peak >= this.traced, 'the peak of traced bytes is the most there were');
  }

  #put(handle: number, sizeBytes: number, site: number): void {
    if (this.#count * 2 >= this.#keys.length) this.#resize(this.#keys.length * 2);
    const at = this.#find(handle);
    if (this.#keys[at] === handle) this.traced -= this.#sizes[at] as number;
    else {
      this.#count++;
      this.#tables[2].add();
    }
    if (site !== this.#lastUsed) this.#use(site);
    this.#keys[at] = handle;
    this.#sizes[at] = sizeBytes;
    this.#sites[at] = site;
    this.traced += sizeBytes;
    if (this.traced > this.peak) this.peak = this.traced;
  }

  /** A traceback, which CPython interns unless it has since the last clear. */
  #use(site: number): void {
    this.#lastUsed = site;
    if (this.#used.has(site)) return;
    this.#used.add(site);
    this.#tables[1].add();
    for (const file of this.places.filesOf(site)) {
      if (this.#usedFiles.has(file)) continue;
      this.#usedFiles.add(file);
      this.#tables[0].add();
    }
  }

  /** Place of the handle, or the free one where it would go. */
  #find(handle: number): number {
    const mask = this.#keys.length - 1;
    let at = slotOf(handle, mask);
    while (this.#keys[at] !== EMPTY && this.#keys[at] !== handle) at = (at + 1) & mask;
    return at;
  }

  /** Later entries of the run move up, so that no gap cuts them off. */
  #remove(place: number): void {
    const keys = this.#keys;
    const mask = keys.length - 1;
    let gap = place;
    keys[gap] = EMPTY;
    this.#count--;
    this.#tables[2].remove();
    for (let at = (gap + 1) & mask; keys[at] !== EMPTY; at = (at + 1) & mask) {
      const home = slotOf(keys[at] as number, mask);
      if (((at - home) & mask) < ((at - gap) & mask)) continue;
      keys[gap] = keys[at] as number;
      this.#sizes[gap] = this.#sizes[at] as number;
      this.#sites[gap] = this.#sites[at] as number;
      keys[at] = EMPTY;
      gap = at;
    }
  }

  #resize(length: number): void {
    const [keys, sizes, sites] = [this.#keys, this.#sizes, this.#sites];
    this.#keys = new Int32Array(length);
    this.#sizes = new Float64Array(length);
    this.#sites = new Int32Array(length);
    for (let old = 0; old < keys.length; old++) {
      const handle = keys[old] as number;
      if (handle === EMPTY) continue;
      const at = this.#find(handle);
      this.#keys[at] = handle;
      this.#sizes[at] = sizes[old] as number;
      this.#sites[at] = sites[old] as number;
    }
  }
}

function slotOf(handle: number, mask: number): number {
  return (Math.imul(handle, 0x9e3779b1) >>> 7) & mask;
}
