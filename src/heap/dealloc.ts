/**
 * What happens when a reference count reaches zero: at once, in CPython's order, without recursion.
 *
 * A dying object waits on an explicit stack with a cursor into what it holds. Each step drops one reference; an object that
 * dies by it is pushed and done first, exactly as the nested C calls would be (subtype_dealloc, list_dealloc, dict_dealloc ...).
 * Finalizers and callbacks run in `#begin`; a reference that they drop starts a run of its own above the present stack.
 * Always: `nesting` equals the number of stacked objects whose type takes part in the trashcan, plus one while it is emptied.
 */
import { clearContents } from './clear.ts';
import * as codes from './event-codes.ts';
import type { Heap } from './heap.ts';
import type { Kind } from './layout.ts';
import * as layout from './layout.ts';
import { forgetOutside } from './outside.ts';
import { detachValues, freeDictStorage, freeListItems, freeSetTable, freeValues } from './tables.ts';
import type { TypeInfo } from './type-info.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const {
  A,
  B,
  BLOCK,
  FINALIZED,
  HAS_ANNEX,
  HAS_WEAKREFS,
  IMMORTAL,
  INTERNED,
  KIND,
  LIST_ITEMS,
  META,
  OUTSIDE,
  REFCNT,
  RELEASE,
  SERIAL,
  SET_HEADER,
  SET_MASK,
  SET_SLOT,
  SPLIT,
  TABLE_ENTRIES_USED,
  TABLE_ENTRY,
  TABLE_HEADER,
  TYPE_MASK,
  VALUES_CAPACITY,
  VALUES_HEADER,
} = layout;
const { EV } = codes;

const NOTHING = new Int32Array(0);

export class Deallocator {
  readonly #heap: Heap;
  #refs = NOTHING;
  #cursors = NOTHING;
  #depth = 0;
  #nesting = 0;
  /** Put off by the trashcan; done last in, first out. */
  readonly #later: number[] = [];

  readonly #depositAt: number;
  /** The free lists and their limits, by Release. */
  readonly #kept: readonly (number[] | undefined)[];
  readonly #mostKept: readonly number[];

  constructor(heap: Heap) {
    this.#heap = heap;
    const { freeLists: limits, trashcan } = heap.profile;
    this.#depositAt = trashcan.depositAt;
    const { list, dict, float, frame, slice } = heap.freeLists;
    this.#kept = [undefined, list, dict, undefined, float, frame, undefined, slice];
    this.#mostKept = [0, limits.list, limits.dict, 0, limits.float, limits.frame, 0, 1];
  }

  /** What the `clear` of a container empties; the object stays alive. */
  clear(ref: number): void {
    clearContents(this.#heap, ref);
  }

  /** Nothing is being deallocated and nothing is put off. */
  get idle(): boolean {
    return this.#depth === 0 && this.#later.length === 0 && this.#nesting === 0;
  }

  /** Ends `ref`, whose count has just become 0, and whatever dies with it. */
  dealloc(ref: number): void {
    if (this.#heap.numbers.end(ref)) return;
    const base = this.#depth;
    this.#begin(ref);
    while (this.#depth > base) this.#step();
  }

  #begin(ref: number): void {
    const heap = this.#heap;
    const meta = heap.words[ref + META] as number;
    const type = heap.types.all[meta & TYPE_MASK] as TypeInfo;
    if ((meta & OUTSIDE) !== 0) return forgetOutside(heap, ref);
    if (type.kind === KIND.ATOM && !type.gc && !type.finalizer && (meta & HAS_WEAKREFS) === 0) {
      if ((meta & INTERNED) !== 0) heap.hooks.internedDied(ref);
      this.#giveBack(ref, type, 0);
      return;
    }
    heap.untrack(ref);
    if (type.trashcan) {
      if (this.#nesting >= this.#depositAt) {
        this.#later.push(ref);
        return;
      }
      this.#nesting++;
    }
    if (type.finalizer && this.#finalize(ref, type)) {
      this.#leaveTrashcan(type);
      return;
    }
    if (((heap.words[ref + META] as number) & HAS_WEAKREFS) !== 0) heap.weakrefs.clearOf(ref);
    if (type.kind === KIND.WEAKREF) heap.weakrefs.unlink(ref);
    if (type.kind === KIND.LIST && heap.words[ref + B] === 0 && (meta & HAS_ANNEX) === 0) {
      const chunk = heap.words[ref + A] as number;
      if (chunk !== 0) freeListItems(this.#heap, chunk);
      this.#giveBack(ref, type, 0);
      this.#leaveTrashcan(type);
      return;
    }
    this.#push(ref, type);
  }

  /** PyObject_CallFinalizerFromDealloc: true when the object lives again. */
  #finalize(ref: number, type: TypeInfo): boolean {
    const heap = this.#heap;
    const meta = heap.words[ref + META] as number;
    if ((meta & FINALIZED) !== 0) return false;
    heap.words[ref + META] = meta | FINALIZED;
    heap.words[ref + REFCNT] = 1;
    if (type.gc) heap.track(ref);
    heap.hooks.finalize(ref);
    const count = (heap.words[ref + REFCNT] as number) - 1;
    heap.words[ref + REFCNT] = count;
    if (count > 0) {
      heap.ring.emit(EV.OBJECT_RESURRECTED, heap.serialOf(ref), 0, 0);
      return true;
    }
    heap.untrack(ref);
    return false;
  }

  #push(ref: number, type: TypeInfo): void {
    if (this.#depth === this.#refs.length) this.#growStack();
    this.#refs[this.#depth] = ref;
    const lastFirst = type.kind === KIND.LIST || type.kind === KIND.TUPLE;
    this.#cursors[this.#depth] = lastFirst ? (this.#heap.words[ref + B] as number) : 0;
    this.#depth++;
  }

  /** Drops references of the object on top until another is on top of it, or ends it when none is left. */
  #step(): void {
    const heap = this.#heap;
    const depth = this.#depth;
    const ref = this.#refs[depth - 1] as number;
    const type = heap.typeOf(ref);
    if (((heap.words[ref + META] as number) & HAS_ANNEX) !== 0 && this.#dropAnnex(ref, depth)) return;
    for (let child = this.#next(ref, type.kind); child !== 0; child = this.#next(ref, type.kind)) {
      this.#drop(ref, child);
      if (this.#depth !== depth) return;
    }
    this.#depth--;
    this.#finish(ref, type);
    this.#leaveTrashcan(type);
  }

  /** Drops one reference of `ref`; an object that dies by it is on top now. */
  #drop(ref: number, child: number): void {
    const heap = this.#heap;
    const { words } = heap;
    const count = words[child + REFCNT] as number;
    if (count >= IMMORTAL) return;
    words[child + REFCNT] = count - 1;
    heap.ring.emit(EV.REFERENCE_DROPPED, heap.serialOf(child), count - 1, heap.serialOf(ref));
    if (count === 1 && !heap.numbers.end(child)) this.#begin(child);
  }

  /** Drops what the annex holds; true when an object that dies by it is on top now. */
  #dropAnnex(ref: number, depth: number): boolean {
    const heap = this.#heap;
    for (let child = heap.annexes.take(ref); child !== 0; child = heap.annexes.take(ref)) {
      this.#drop(ref, child);
      if (this.#depth !== depth) return true;
    }
    heap.annexes.release(ref);
    return false;
  }

  #leaveTrashcan(type: TypeInfo): void {
    if (!type.trashcan) return;
    this.#nesting--;
    if (this.#later.length === 0 || this.#nesting > this.#heap.profile.trashcan.resumeAt) return;
    this.#nesting++;
    for (let ref = this.#later.pop(); ref !== undefined; ref = this.#later.pop()) this.dealloc(ref);
    this.#nesting--;
  }

  /** The next reference that the dying object drops, 0 when all are dropped. */
  #next(ref: number, kind: Kind): number {
    const heap = this.#heap;
    const words = heap.words;
    const cells = heap.cells.words;
    const at = this.#depth - 1;
    const a = words[ref + A] as number;
    switch (kind) {
      case KIND.LIST:
        return this.#nextBackward(a + LIST_ITEMS, at);
      case KIND.TUPLE:
        return this.#nextBackward(a, at);
      case KIND.FIELDS:
        return this.#nextForward(a, words[ref + B] as number, at);
      case KIND.DICT:
        if (a === 0) return 0;
        if (((words[ref + META] as number) & SPLIT) !== 0) {
          return this.#nextForward(a + VALUES_HEADER, cells[a + VALUES_CAPACITY] as number, at);
        }
        return this.#nextOfTable(a + TABLE_HEADER, cells[a + TABLE_ENTRIES_USED] as number, at);
      case KIND.SET:
        return a === 0 ? 0 : this.#nextOfSet(a, at);
      case KIND.INSTANCE:
        return this.#nextOfInstance(ref, at);
      case KIND.WEAKREF: {
        const callback = this.#cursors[at] === 0 ? (words[ref + B] as number) : 0;
        this.#cursors[at] = 1;
        return callback;
      }
      default:
        return 0;
    }
  }

  #nextBackward(start: number, at: number): number {
    const cells = this.#heap.cells.words;
    let cursor = this.#cursors[at] as number;
    while (cursor > 0) {
      cursor--;
      const child = cells[start + cursor] as number;
      if (child !== 0) {
        this.#cursors[at] = cursor;
        return child;
      }
    }
    this.#cursors[at] = 0;
    return 0;
  }

  #nextForward(start: number, length: number, at: number): number {
    const cells = this.#heap.cells.words;
    let cursor = this.#cursors[at] as number;
    while (cursor < length) {
      const child = cells[start + cursor] as number;
      cursor++;
      if (child !== 0) {
        this.#cursors[at] = cursor;
        return child;
      }
    }
    this.#cursors[at] = cursor;
    return 0;
  }

  /** Key, value, key, value ... in entry order (dictobject.c:free_keys_object). */
  #nextOfTable(entries: number, used: number, at: number): number {
    const cells = this.#heap.cells.words;
    let cursor = this.#cursors[at] as number;
    while (cursor < used * 2) {
      const child = cells[entries + (cursor >> 1) * TABLE_ENTRY + 1 + (cursor & 1)] as number;
      cursor++;
      if (child !== 0) {
        this.#cursors[at] = cursor;
        return child;
      }
    }
    this.#cursors[at] = cursor;
    return 0;
  }

  #nextOfSet(table: number, at: number): number {
    const cells = this.#heap.cells.words;
    const slots = (cells[table + SET_MASK] as number) + 1;
    let cursor = this.#cursors[at] as number;
    while (cursor < slots) {
      const key = cells[table + SET_HEADER + cursor * SET_SLOT + 2] as number;
      cursor++;
      if (key > 0) {
        this.#cursors[at] = cursor;
        return key;
      }
    }
    this.#cursors[at] = cursor;
    return 0;
  }

  /** Slots first, then the attribute values or the attribute dict (typeobject.c:subtype_dealloc). */
  #nextOfInstance(ref: number, at: number): number {
    const heap = this.#heap;
    const slots = heap.typeOf(ref).slotCount;
    const cursor = this.#cursors[at] as number;
    if (cursor < slots) {
      const child = this.#nextForward(heap.words[ref + B] as number, slots, at);
      if (child !== 0) return child;
    }
    const a = heap.words[ref + A] as number;
    if (a === 0) return 0;
    if (a < 0) {
      if ((this.#cursors[at] as number) > slots) return 0;
      this.#cursors[at] = slots + 1;
      detachValues(heap, -a);
      return -a;
    }
    const start = a + VALUES_HEADER - slots;
    return this.#nextForward(start, (heap.cells.words[a + VALUES_CAPACITY] as number) + slots, at);
  }

  /** Gives what the object has beside its header back, then the object; its references are dropped. */
  #finish(ref: number, type: TypeInfo): void {
    const heap = this.#heap;
    const a = heap.words[ref + A] as number;
    const b = heap.words[ref + B] as number;
    switch (type.kind) {
      case KIND.LIST:
        if (a !== 0) freeListItems(heap, a);
        break;
      case KIND.DICT:
        if (a !== 0) freeDictStorage(heap, ref, a);
        break;
      case KIND.SET:
        if (a !== 0) freeSetTable(heap, a);
        break;
      case KIND.INSTANCE:
        if (a > 0) freeValues(heap, a);
        if (b !== 0) heap.cells.free(b, type.slotCount);
        break;
      case KIND.ATOM:
        if (((heap.words[ref + META] as number) & INTERNED) !== 0) heap.hooks.internedDied(ref);
        break;
      case KIND.BUFFER:
        if (a !== 0) heap.memory.free(a);
        break;
      case KIND.TUPLE:
      case KIND.FIELDS:
        if (a !== 0) heap.cells.free(a, b);
        break;
      default:
    }
    this.#giveBack(ref, type, type.kind === KIND.TUPLE ? b : 0);
  }

  /** @param length of a tuple, which chooses its free list */
  #giveBack(ref: number, type: TypeInfo, length: number): void {
    const heap = this.#heap;
    const { release } = type;
    heap.ring.emit(EV.OBJECT_DEALLOCATED, heap.words[ref + SERIAL] as number, heap.symbolOfType(type), 0);
    const kept = release === RELEASE.FRAME && heap.hooks.keepFrame(ref);
    if (release === RELEASE.CLASS) heap.hooks.classDied(ref);
    const block = heap.words[ref + BLOCK] as number;
    heap.releaseRecord(ref);
    if (!kept && (release === RELEASE.FREE || !this.#keep(type, block, length))) {
      if (type.gc) heap.collector.noteFree();
      heap.memory.free(block);
    }
    if (type.object !== 0) heap.decref(type.object);
  }

  /** Puts the dead header into its free list, if it has one with room. */
  #keep(type: TypeInfo, block: number, length: number): boolean {
    const { freeLists, ring } = this.#heap;
    if (type.release === RELEASE.TUPLE) {
      if (!freeLists.keepTuple(length, block)) return false;
      ring.emit(
        EV.FREE_LIST_PUSHED,
        this.#heap.symbolOfType(type),
        (freeLists.tuples[length] as number[]).length,
        0,
      );
      return true;
    }
    const kept = this.#kept[type.release];
    if (kept === undefined || kept.length >= (this.#mostKept[type.release] as number)) return false;
    kept.push(block);
    ring.emit(EV.FREE_LIST_PUSHED, this.#heap.symbolOfType(type), kept.length, 0);
    return true;
  }

  /** Gives the stack back while nothing is being deallocated. */
  trim(): void {
    if (this.#depth === 0) [this.#refs, this.#cursors] = [NOTHING, NOTHING];
  }

  #growStack(): void {
    const length = Math.max(16, this.#refs.length * 2);
    const refs = new Int32Array(length);
    const cursors = new Int32Array(length);
    refs.set(this.#refs);
    cursors.set(this.#cursors);
    this.#refs = refs;
    this.#cursors = cursors;
  }
}
