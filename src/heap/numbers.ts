/**
 * Ints and floats: the objects that programs make and drop most, in one piece what other objects go through step by step
 * (heap.ts:newObject and pymalloc.ts:alloc; dealloc.ts and pymalloc.ts:free), with the same events in the same order.
 *
 * Only the common case is here: a block from the pool at the front of its class which keeps another free one, or back into a pool that is
 * neither full nor left empty by it; nothing traced, no collection under way. Everything else takes the steps.
 * An object of these types holds nothing, not even its class, and no flag is set on it: META is the type's id.
 */
import * as codes from './event-codes.ts';
import type { EventRing } from './event-ring.ts';
import type { Heap } from './heap.ts';
import * as layout from './layout.ts';
import type { Memory } from './memory.ts';
import * as poolWords from './pymalloc/pool-words.ts';
import type { Pymalloc } from './pymalloc/pymalloc.ts';
import type { TypeInfo } from './type-info.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const { A, BLOCK, META, NEXT, REFCNT, RELEASE, SERIAL, TYPE_MASK } = layout;
const {
  POOL_BLOCKS,
  POOL_CLASS,
  POOL_COUNT,
  POOL_FREE,
  POOL_HIGH,
  POOL_LOW,
  POOL_RUN,
  POOL_SERIAL,
  POOL_WORDS,
} = poolWords;
const { EV } = codes;
const FLOAT_BYTES = 24;

export class Numbers {
  readonly #heap: Heap;
  readonly #ring: EventRing;
  readonly #memory: Memory;
  readonly #pymalloc: Pymalloc;
  readonly #alignShift: number;
  readonly #blockBits: number;
  readonly #blockMask: number;
  readonly #floats: number[];
  readonly #mostFloats: number;

  constructor(heap: Heap) {
    this.#heap = heap;
    this.#ring = heap.ring;
    this.#memory = heap.memory;
    this.#pymalloc = heap.memory.pymalloc;
    const { alignShift, blockBits } = this.#pymalloc.geometry;
    this.#alignShift = alignShift;
    this.#blockBits = blockBits;
    this.#blockMask = (1 << blockBits) - 1;
    this.#floats = heap.freeLists.float;
    this.#mostFloats = heap.profile.freeLists.float;
  }

  /** An object of `type` in a new block of `nbytes`, with one reference and this value. */
  make(type: TypeInfo, nbytes: number, value: number): number {
    const { pools, used, links } = this.#pymalloc;
    const szidx = (nbytes - 1) >>> this.#alignShift;
    const pool = used[szidx] ?? 0;
    const at = pool * POOL_WORDS;
    const block = (pools[at + POOL_FREE] as number) - 1;
    // Where the class has no pool, the record of pool 0 is read, which is empty.
    const next = block < 0 ? 0 : (links.words[(pools[at + POOL_RUN] as number) + block] as number);
    const heap = this.#heap;
    if (next === 0 || heap.unusedRecord === 0 || this.#memory.tracemalloc.tracing) {
      const made = heap.newObject(type, this.#memory.alloc(nbytes));
      heap.setNumber(made, value);
      return made;
    }
    pools[at + POOL_FREE] = next;
    pools[at + POOL_COUNT] = (pools[at + POOL_COUNT] as number) + 1;
    const offset = block * ((szidx + 1) << this.#alignShift);
    const start = pools[at + POOL_BLOCKS] as number;
    this.#ring.emit(EV.BLOCK_ALLOCATED, pools[at + POOL_SERIAL] as number, start + offset, nbytes);
    const ref = this.#record(type, (pool << this.#blockBits) | block, value);
    const named = (heap.symbolOfType(type) << 16) | (pools[at + POOL_HIGH] as number);
    const low = ((pools[at + POOL_LOW] as number) + offset) | 0;
    this.#ring.emit(EV.OBJECT_ALLOCATED, heap.newestSerial, named, low);
    return ref;
  }

  /** A float, in a block of the free list if there is one (PyFloat_FromDouble). */
  makeFloat(type: TypeInfo, value: number): number {
    const handle = this.#floats.pop();
    if (handle === undefined) return this.make(type, FLOAT_BYTES, value);
    const heap = this.#heap;
    this.#ring.emit(EV.FREE_LIST_POPPED, heap.symbolOfType(type), this.#floats.length, 0);
    if (handle <= 0 || heap.unusedRecord === 0 || this.#memory.tracemalloc.tracing) {
      const made = heap.newObject(type, handle);
      heap.setNumber(made, value);
      return made;
    }
    const { pools } = this.#pymalloc;
    const at = (handle >>> this.#blockBits) * POOL_WORDS;
    const ref = this.#record(type, handle, value);
    const named = (heap.symbolOfType(type) << 16) | (pools[at + POOL_HIGH] as number);
    const size = ((pools[at + POOL_CLASS] as number) + 1) << this.#alignShift;
    const low = ((pools[at + POOL_LOW] as number) + (handle & this.#blockMask) * size) | 0;
    this.#ring.emit(EV.OBJECT_ALLOCATED, heap.newestSerial, named, low);
    return ref;
  }

  #record(type: TypeInfo, handle: number, value: number): number {
    const heap = this.#heap;
    const { words } = heap;
    const ref = heap.unusedRecord;
    heap.unusedRecord = words[ref + NEXT] as number;
    heap.newestSerial++;
    heap.liveObjects++;
    words[ref + NEXT] = 0;
    words[ref + REFCNT] = 1;
    words[ref + META] = type.id;
    words[ref + BLOCK] = handle;
    words[ref + SERIAL] = heap.newestSerial;
    heap.floats[(ref + A) >> 1] = value;
    return ref;
  }

  /** Ends an object whose count has become 0; false: it is no such object, or no common case, and nothing has happened. */
  end(ref: number): boolean {
    const heap = this.#heap;
    const meta = heap.words[ref + META] as number;
    if (meta > TYPE_MASK) return false;
    const type = heap.types.all[meta] as TypeInfo;
    if (!type.isNumber || this.#memory.tracemalloc.tracing || heap.collector.active) return false;
    return type.release === RELEASE.FLOAT ? this.#keepFloat(ref, type) : this.#free(ref, type);
  }

  #free(ref: number, type: TypeInfo): boolean {
    const { pools, links } = this.#pymalloc;
    const handle = this.#heap.words[ref + BLOCK] as number;
    if (handle <= 0) return false;
    const at = (handle >>> this.#blockBits) * POOL_WORDS;
    const head = pools[at + POOL_FREE] as number;
    const count = (pools[at + POOL_COUNT] as number) - 1;
    if (head === 0 || count === 0) return false;
    this.#release(ref, type);
    const block = handle & this.#blockMask;
    links.words[(pools[at + POOL_RUN] as number) + block] = head;
    pools[at + POOL_FREE] = block + 1;
    pools[at + POOL_COUNT] = count;
    const size = ((pools[at + POOL_CLASS] as number) + 1) << this.#alignShift;
    const offset = (pools[at + POOL_BLOCKS] as number) + block * size;
    this.#ring.emit(EV.BLOCK_FREED, pools[at + POOL_SERIAL] as number, offset, size);
    return true;
  }

  #keepFloat(ref: number, type: TypeInfo): boolean {
    const kept = this.#floats;
    if (kept.length >= this.#mostFloats) return false;
    kept.push(this.#heap.words[ref + BLOCK] as number);
    this.#release(ref, type);
    this.#ring.emit(EV.FREE_LIST_PUSHED, this.#heap.symbolOfType(type), kept.length, 0);
    return true;
  }

  #release(ref: number, type: TypeInfo): void {
    const heap = this.#heap;
    const { words } = heap;
    const serial = words[ref + SERIAL] as number;
    this.#ring.emit(EV.OBJECT_DEALLOCATED, serial, heap.symbolOfType(type), 0);
    words[ref + SERIAL] = 0;
    words[ref + META] = 0;
    words[ref + NEXT] = heap.unusedRecord;
    heap.unusedRecord = ref;
    heap.liveObjects--;
  }
}
