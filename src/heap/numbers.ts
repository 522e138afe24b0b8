/**
 * Ints and floats: the objects that programs make and drop most, in one piece what other objects go through step by step
 * (heap.ts:newObject and pymalloc.ts:alloc; dealloc.ts and pymalloc.ts:free), with the same events in the same order.
 *
 * Only the common case is here: a block from the pool at the front of its class which is not full after it, or back into a pool that is
 * neither full nor left empty by it; nothing traced. Everything else takes the steps. No collection judges them, so they end in it as ever.
 * An object of these types holds nothing, not even its class, and no flag is set on it: META is the type's id.
 */
import * as codes from './event-codes.ts';
import type { EventRing } from './event-ring.ts';
import type { Heap } from './heap.ts';
import { invariant } from './invariant.ts';
import * as layout from './layout.ts';
import type { Memory } from './memory.ts';
import * as poolWords from './pymalloc/pool-words.ts';
import type { Pymalloc } from './pymalloc/pymalloc.ts';
import type { TypeInfo } from './type-info.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const { A, BLOCK, META, NEXT, REFCNT, SERIAL } = layout;
const { POOL_BLOCKS, POOL_CLASS, POOL_FREE, POOL_HIGH, POOL_LOW, POOL_RUN, POOL_SERIAL, POOL_WORDS } =
  poolWords;
const { EV } = codes;
const FLOAT_BYTES = 24;
/** What no META is: the types have not been told yet. */
const UNKNOWN = -1;

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
  #int: TypeInfo | undefined;
  #float: TypeInfo | undefined;
  #intId = UNKNOWN;
  #floatId = UNKNOWN;
  /** The symbols of their names, once an event has named them. */
  #intSymbol = UNKNOWN;
  #floatSymbol = UNKNOWN;
  /** The block of an int of one digit: bytes asked for, size class, bytes from one block to the next. */
  #intBytes = 0;
  #intClass = 0;
  #intStride = 0;

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

  /** Says which types ints and floats are of, and how much an int of one digit asks for. */
  define(types: { readonly int: TypeInfo; readonly float: TypeInfo; readonly intBytes: number }): void {
    this.#int = types.int;
    this.#float = types.float;
    this.#intId = types.int.id;
    this.#floatId = types.float.id;
    this.#intBytes = types.intBytes;
    this.#intClass = (types.intBytes - 1) >>> this.#alignShift;
    this.#intStride = (this.#intClass + 1) << this.#alignShift;
  }

  /** Symbols are given anew, in the order of their first use. */
  forgetSymbols(): void {
    this.#intSymbol = UNKNOWN;
    this.#floatSymbol = UNKNOWN;
  }

  /** An int in a new block of so many bytes, those of one digit unless said; with one reference. */
  makeInt(value: number, bytes = this.#intBytes): number {
    const { pools, used, links } = this.#pymalloc;
    const sizeClass = (bytes - 1) >>> this.#alignShift;
    const pool = used[sizeClass] as number;
    const at = Math.imul(pool, POOL_WORDS);
    const block = ((pools[(at + POOL_FREE) | 0] as number) - 1) | 0;
    // Where the class has no pool, the record of pool 0 is read, which is empty.
    if (block < 0 || this.#intSymbol < 0 || this.#isSpecial()) return this.#intByStep(value, bytes);
    const ready = links.words[((pools[(at + POOL_RUN) | 0] as number) + block) | 0] as number;
    const next = ready === 0 ? this.#pymalloc.linkVirgin(pool, sizeClass) : ready;
    if (next === 0) return this.#intByStep(value, bytes);
    const ring = this.#ring;
    pools[(at + POOL_FREE) | 0] = next;
    pools[at] = ((pools[at] as number) + 1) | 0;
    const offset = Math.imul(block, (sizeClass + 1) << this.#alignShift);
    const start = ((pools[(at + POOL_BLOCKS) | 0] as number) + offset) | 0;
    ring.write(EV.BLOCK_ALLOCATED, pools[(at + POOL_SERIAL) | 0] as number, start, bytes);
    const ref = this.#record(this.#intId, (pool << this.#blockBits) | block, value);
    const named = (this.#intSymbol << 16) | (pools[(at + POOL_HIGH) | 0] as number);
    const low = ((pools[(at + POOL_LOW) | 0] as number) + offset) | 0;
    ring.write(EV.OBJECT_ALLOCATED, this.#heap.newestSerial, named, low);
    return ref;
  }

  #intByStep(value: number, bytes: number): number {
    const made = this.#makeByStep(this.#int, this.#memory.alloc(bytes), value);
    this.#intSymbol = this.#heap.knownSymbol(this.#intId);
    return made;
  }

  #makeByStep(type: TypeInfo | undefined, block: number, value: number): number {
    invariant(type !== undefined, 'the types of numbers are known before there are any');
    const made = this.#heap.newObject(type, block);
    this.#heap.setNumber(made, value);
    return made;
  }

  /** A float, in a block of the free list if there is one (PyFloat_FromDouble). */
  makeFloat(value: number): number {
    const handle = this.#floats.pop();
    if (handle === undefined) return this.#makeByStep(this.#float, this.#memory.alloc(FLOAT_BYTES), value);
    const heap = this.#heap;
    const ring = this.#ring;
    if (this.#floatSymbol < 0) this.#floatSymbol = heap.symbolOfType(this.#float as TypeInfo);
    const symbol = this.#floatSymbol;
    if (handle <= 0 || this.#isSpecial()) {
      ring.emit(EV.FREE_LIST_POPPED, symbol, this.#floats.length, 0);
      return this.#makeByStep(this.#float, handle, value);
    }
    const { pools } = this.#pymalloc;
    const at = ((handle >>> this.#blockBits) * POOL_WORDS) | 0;
    const named = (symbol << 16) | (pools[(at + POOL_HIGH) | 0] as number);
    const size = ((pools[(at + POOL_CLASS) | 0] as number) + 1) << this.#alignShift;
    const low = ((pools[(at + POOL_LOW) | 0] as number) + (handle & this.#blockMask) * size) | 0;
    ring.write(EV.FREE_LIST_POPPED, symbol, this.#floats.length, 0);
    const ref = this.#record(this.#floatId, handle, value);
    ring.write(EV.OBJECT_ALLOCATED, heap.newestSerial, named, low);
    return ref;
  }

  /** Two events more have no room, or tracemalloc records blocks: what makes a number takes the steps. */
  #isSpecial(): boolean {
    return this.#memory.tracemalloc.tracing || !this.#ring.roomForTwo;
  }

  #record(typeId: number, handle: number, value: number): number {
    const heap = this.#heap;
    const ref = heap.takeRecord();
    const { words } = heap;
    const serial = (heap.newestSerial + 1) | 0;
    heap.newestSerial = serial;
    words[(ref + REFCNT) | 0] = 1;
    words[(ref + META) | 0] = typeId;
    words[(ref + BLOCK) | 0] = handle;
    words[(ref + SERIAL) | 0] = serial;
    heap.floats[(ref + A) >> 1] = value;
    return ref;
  }

  /** Ends an object whose count has become 0; false: it is no such object, or no common case, and nothing has happened. */
  end(ref: number): boolean {
    const heap = this.#heap;
    const meta = heap.words[(ref + META) | 0] as number;
    if (meta !== this.#intId && meta !== this.#floatId) return false;
    if (this.#memory.tracemalloc.tracing || !this.#ring.roomForTwo) return false;
    return meta === this.#intId ? this.#free(ref, this.#intSymbol) : this.#keepFloat(ref, this.#floatSymbol);
  }

  /**
   * A new int, and at once the end of `old`, in one piece; 0: `old` is no int that only the caller holds, or no common case, and nothing
   * has happened. The new block is the pool's first free one and `old`'s block becomes that.
   */
  exchangeInt(old: number, value: number): number {
    const { words } = this.#heap;
    if (words[(old + META) | 0] !== this.#intId || words[(old + REFCNT) | 0] !== 1) return 0;
    const handle = words[(old + BLOCK) | 0] as number;
    const { pools, used, links } = this.#pymalloc;
    const pool = used[this.#intClass] as number;
    const at = Math.imul(pool, POOL_WORDS);
    const block = ((pools[(at + POOL_FREE) | 0] as number) - 1) | 0;
    if (block < 0 || handle >> this.#blockBits !== pool) return 0;
    const run = pools[(at + POOL_RUN) | 0] as number;
    const next = links.words[(run + block) | 0] as number;
    if (next === 0 || this.#intSymbol < 0 || !this.#mayExchange()) return 0;
    const ring = this.#ring;
    const arena = pools[(at + POOL_SERIAL) | 0] as number;
    const blocks = pools[(at + POOL_BLOCKS) | 0] as number;
    const offset = Math.imul(block, this.#intStride);
    ring.write(EV.BLOCK_ALLOCATED, arena, (blocks + offset) | 0, this.#intBytes);
    const named = (this.#intSymbol << 16) | (pools[(at + POOL_HIGH) | 0] as number);
    const low = ((pools[(at + POOL_LOW) | 0] as number) + offset) | 0;
    const ref = this.#record(this.#intId, (pool << this.#blockBits) | block, value);
    ring.write(EV.OBJECT_ALLOCATED, this.#heap.newestSerial, named, low);
    this.#release(old, this.#intSymbol);
    const freed = handle & this.#blockMask;
    links.words[(run + freed) | 0] = next;
    pools[(at + POOL_FREE) | 0] = freed + 1;
    ring.write(EV.BLOCK_FREED, arena, (blocks + Math.imul(freed, this.#intStride)) | 0, this.#intStride);
    return ref;
  }

  /** The same of floats, whose blocks change places at the end of the free list. */
  exchangeFloat(old: number, value: number): number {
    const { words } = this.#heap;
    const kept = this.#floats;
    const last = kept.length - 1;
    if (words[(old + META) | 0] !== this.#floatId || words[(old + REFCNT) | 0] !== 1 || last < 0) return 0;
    const handle = kept[last] as number;
    const symbol = this.#floatSymbol;
    if (handle <= 0 || symbol < 0 || !this.#mayExchange()) return 0;
    const ring = this.#ring;
    const { pools } = this.#pymalloc;
    const at = Math.imul(handle >>> this.#blockBits, POOL_WORDS);
    const size = ((pools[(at + POOL_CLASS) | 0] as number) + 1) << this.#alignShift;
    const low = ((pools[(at + POOL_LOW) | 0] as number) + Math.imul(handle & this.#blockMask, size)) | 0;
    ring.write(EV.FREE_LIST_POPPED, symbol, last, 0);
    kept[last] = words[(old + BLOCK) | 0] as number;
    const ref = this.#record(this.#floatId, handle, value);
    const named = (symbol << 16) | (pools[(at + POOL_HIGH) | 0] as number);
    ring.write(EV.OBJECT_ALLOCATED, this.#heap.newestSerial, named, low);
    this.#release(old, symbol);
    ring.write(EV.FREE_LIST_PUSHED, symbol, last + 1, 0);
    return ref;
  }

  /** Four events have room, and nothing is traced. */
  #mayExchange(): boolean {
    return this.#ring.roomForFour && !this.#memory.tracemalloc.tracing;
  }

  #free(ref: number, symbol: number): boolean {
    const { pools, links } = this.#pymalloc;
    const handle = this.#heap.words[(ref + BLOCK) | 0] as number;
    if (handle <= 0 || symbol < 0) return false;
    const at = Math.imul(handle >>> this.#blockBits, POOL_WORDS);
    const head = pools[(at + POOL_FREE) | 0] as number;
    const count = ((pools[at] as number) - 1) | 0;
    if (head === 0 || count === 0) return false;
    this.#release(ref, symbol);
    const block = handle & this.#blockMask;
    links.words[((pools[(at + POOL_RUN) | 0] as number) + block) | 0] = head;
    pools[(at + POOL_FREE) | 0] = block + 1;
    pools[at] = count;
    const size = ((pools[(at + POOL_CLASS) | 0] as number) + 1) << this.#alignShift;
    const offset = ((pools[(at + POOL_BLOCKS) | 0] as number) + Math.imul(block, size)) | 0;
    this.#ring.write(EV.BLOCK_FREED, pools[(at + POOL_SERIAL) | 0] as number, offset, size);
    return true;
  }

  #keepFloat(ref: number, symbol: number): boolean {
    const kept = this.#floats;
    if (symbol < 0 || kept.length >= this.#mostFloats) return false;
    kept.push(this.#heap.words[(ref + BLOCK) | 0] as number);
    this.#release(ref, symbol);
    this.#ring.write(EV.FREE_LIST_PUSHED, symbol, kept.length, 0);
    return true;
  }

  #release(ref: number, symbol: number): void {
    const heap = this.#heap;
    const { words } = heap;
    this.#ring.write(EV.OBJECT_DEALLOCATED, words[(ref + SERIAL) | 0] as number, symbol, 0);
    words[(ref + SERIAL) | 0] = 0;
    words[(ref + META) | 0] = 0;
    words[(ref + NEXT) | 0] = heap.unusedRecord;
    heap.unusedRecord = ref;
    heap.endedObjects = (heap.endedObjects + 1) | 0;
  }
}
