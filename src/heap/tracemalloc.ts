/**
 * tracemalloc's record of the blocks that are alive: how large each one is, and where it was allocated (_tracemalloc.c, tracemalloc.c).
 *
 *   #keys, #sizes, #sites   one open-addressed table by block handle        tries: site = (site of the callers, frame)
 *
 * Off it costs one test an allocation and holds no memory. Only blocks that the allocator hands out are recorded: an object that comes from a
 * free list keeps the record that its block had, renewed (_PyTraceMalloc_NewReference), or has none.
 * Always: traced === the sum of the recorded sizes, and peak >= traced.
 */
import { invariant } from './invariant.ts';

export interface TracedBlock {
  readonly handle: number;
  readonly sizeBytes: number;
  readonly site: number;
}

/** A number that stands for a file and a line; 0 ends a site. */
export type TracedFrame = number;

const SMALLEST = 1024;
const EMPTY = 0;
const NO_TABLE = new Int32Array(0);
const NO_SIZES = new Float64Array(0);
const SITE_STEP = 2 ** 26;

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
  /** Sites: each is a frame and the site of the rest, deeper ones first made. */
  readonly #trie = new Map<number, number>();
  readonly #frames: number[] = [0];
  readonly #rests: number[] = [0];
  readonly #totals: number[] = [0];

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
    this.#trie.clear();
    for (const list of [this.#frames, this.#rests, this.#totals]) list.length = 1;
  }

  clear(): void {
    this.#keys.fill(EMPTY);
    this.#count = 0;
    this.traced = 0;
    this.peak = 0;
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

  /** The site of `frame` called from `rest`; `total` counts all frames, also those beyond the limit. */
  site(frame: TracedFrame, rest: number, total: number): number {
    const key = (rest * SITE_STEP + frame) * 2 + (total > this.limit ? 1 : 0);
    const known = this.#trie.get(key);
    if (known !== undefined) return known;
    const made = this.#frames.length;
    this.#frames.push(frame);
    this.#rests.push(rest);
    this.#totals.push(total);
    this.#trie.set(key, made);
    return made;
  }

  /** Frames of a site, most recent first, and how many there were in all. */
  framesOf(site: number): { readonly frames: TracedFrame[]; readonly total: number } {
    const frames: TracedFrame[] = [];
    for (let at = site; at !== 0; at = this.#rests[at] as number) frames.push(this.#frames[at] as number);
    return { frames, total: this.#totals[site] as number };
  }

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
    if (this.#keys[at] === handle) this.#sites[at] = this.locate();
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
    for (const [at, handle] of this.#keys.entries()) {
      if (handle !== EMPTY)
        found.push({ handle, sizeBytes: this.#sizes[at] as number, site: this.#sites[at] as number });
    }
    return found;
  }

  /** What CPython's own tables would take (tracemalloc.get_tracemalloc_memory): entries of 48 bytes and buckets, and the tracebacks. */
  overheadBytes(): number {
    return this.#count * 48 + this.#keys.length * 8 + (this.#frames.length - 1) * 72;
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
    else this.#count++;
    this.#keys[at] = handle;
    this.#sizes[at] = sizeBytes;
    this.#sites[at] = site;
    this.traced += sizeBytes;
    if (this.traced > this.peak) this.peak = this.traced;
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
    for (const [old, handle] of keys.entries()) {
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
