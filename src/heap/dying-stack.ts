/**
 * Dying objects, one above the other, each with a cursor into what it holds: what the nested C calls of deallocation would have on their stack.
 * The references of each come in the order in which CPython drops them (list_dealloc, dict_dealloc, subtype_dealloc ...).
 */
import type { Heap } from './heap.ts';
import type { Kind } from './layout.ts';
import * as layout from './layout.ts';
import { detachValues } from './tables.ts';
import type { TypeInfo } from './type-info.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const {
  A,
  B,
  KIND,
  LIST_ITEMS,
  META,
  SET_HEADER,
  SET_MASK,
  SET_SLOT,
  SPLIT,
  TABLE_ENTRIES_USED,
  TABLE_ENTRY,
  TABLE_HEADER,
  VALUES_CAPACITY,
  VALUES_HEADER,
} = layout;

const NOTHING = new Int32Array(0);

/** Stands for objects that were put off, in place of one that dies. */
export const MARK = 0;

export class DyingStack {
  depth = 0;
  readonly #heap: Heap;
  #refs = NOTHING;
  #cursors = NOTHING;

  constructor(heap: Heap) {
    this.#heap = heap;
  }

  get top(): number {
    return this.#refs[this.depth - 1] as number;
  }

  /** @param cursor where it goes on; at the first reference unless said */
  push(ref: number, type: TypeInfo, cursor = this.#firstCursor(ref, type.kind)): void {
    if (this.depth === this.#refs.length) this.#grow();
    this.#refs[this.depth] = ref;
    this.#cursors[this.depth] = cursor;
    this.depth++;
  }

  #firstCursor(ref: number, kind: Kind): number {
    return kind === KIND.LIST || kind === KIND.TUPLE ? (this.#heap.words[ref + B] as number) : 0;
  }

  mark(): void {
    if (this.depth === this.#refs.length) this.#grow();
    this.#refs[this.depth] = MARK;
    this.depth++;
  }

  /** Gives its room back. */
  trim(): void {
    if (this.depth === 0) [this.#refs, this.#cursors] = [NOTHING, NOTHING];
  }

  /** The next reference that `ref`, which is on top, drops; 0 when all are dropped. */
  next(ref: number, kind: Kind): number {
    const heap = this.#heap;
    const words = heap.words;
    const cells = heap.cells.words;
    const at = this.depth - 1;
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

  #grow(): void {
    const length = Math.max(16, this.#refs.length * 2);
    const refs = new Int32Array(length);
    const cursors = new Int32Array(length);
    refs.set(this.#refs);
    cursors.set(this.#cursors);
    this.#refs = refs;
    this.#cursors = cursors;
  }
}
