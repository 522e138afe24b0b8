/**
 * Trial deletion: which objects of one list are held only by each other (gcmodule.c:update_refs, subtract_refs,
 * move_unreachable).
 *
 * `gcRefs` has a number per record: what is left of the reference count while the object is judged (>= 0), NOT_COLLECTING
 * for every object outside the collection, UNREACHABLE for those given up so far. A dense array of its own keeps the passes
 * in the cache. Between collections every number is NOT_COLLECTING.
 */
import { ANNEX_DICT } from './annex.ts';
import type { Heap } from './heap.ts';
import type { Kind } from './layout.ts';
import * as layout from './layout.ts';
import { embeddedValues } from './traverse.ts';
import type { TypeInfo } from './type-info.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const {
  A,
  B,
  EMBEDDED,
  HAS_ANNEX,
  KIND,
  LIST_ITEMS,
  META,
  NEXT,
  PREV,
  RECORD_SHIFT,
  REFCNT,
  SET_HEADER,
  SET_MASK,
  SET_SLOT,
  SPLIT,
  TABLE_ENTRIES_USED,
  TABLE_ENTRY,
  TABLE_GENERAL,
  TABLE_HEADER,
  TYPE_MASK,
  VALUES_BLOCK,
  VALUES_CAPACITY,
  VALUES_HEADER,
} = layout;

const NOT_COLLECTING = -1;
const UNREACHABLE = -2;
const NOTHING = new Int32Array(0);

export class GcRefs {
  readonly #heap: Heap;
  #refs = NOTHING;
  #list = 0;
  #subtracting = false;
  /** A bit for each kind. */
  #kindsMet = 0;

  constructor(heap: Heap) {
    this.#heap = heap;
  }

  /** Is `ref` in the set that the running collection found unreachable? */
  isUnreachable(ref: number): boolean {
    return this.#refs[ref >> RECORD_SHIFT] === UNREACHABLE;
  }

  /** The object is out of the collection: reached, moved to another list, or dead. */
  forget(ref: number): void {
    if (ref >> RECORD_SHIFT < this.#refs.length) this.#refs[ref >> RECORD_SHIFT] = NOT_COLLECTING;
  }

  trim(): void {
    this.#refs = NOTHING;
  }

  /** Did the last deduction meet an object of this kind? */
  met(kind: Kind): boolean {
    return (this.#kindsMet & (1 << kind)) !== 0;
  }

  /** update_refs: the objects of this list are judged now. Returns how many there are. */
  updateRefs(head: number): number {
    this.#fit();
    const { words } = this.#heap;
    const refs = this.#refs;
    let size = 0;
    for (let ref = words[head + NEXT] as number; ref !== head; ref = words[ref + NEXT] as number) {
      refs[ref >> RECORD_SHIFT] = words[ref + REFCNT] as number;
      size++;
    }
    return size;
  }

  /**
   * Moves to the list `unreachable` whatever in the list `young`, all of which updateRefs has seen, is referenced only from
   * within it; what was given up too early returns to the END of `young`. Returns the number of objects that stay in `young`.
   */
  deduceUnreachable(young: number, unreachable: number): number {
    this.#list = young;
    this.#subtracting = true;
    this.#subtractRefs(young);
    this.#subtracting = false;
    return this.#moveUnreachable(young, unreachable);
  }

  /** Lists, the most frequent containers, have their loop here; so have they in the other pass. */
  #subtractRefs(young: number): void {
    const heap = this.#heap;
    const { words } = heap;
    const { kinds } = heap.types;
    const cells = heap.cells.words;
    const refs = this.#refs;
    let met = 0;
    for (let ref = words[young + NEXT] as number; ref !== young; ref = words[ref + NEXT] as number) {
      const meta = words[ref + META] as number;
      const kind = kinds[meta & TYPE_MASK] as number;
      met |= 1 << kind;
      if (kind !== KIND.LIST || (meta & HAS_ANNEX) !== 0) {
        this.#walk(ref);
        continue;
      }
      const size = words[ref + B] as number;
      if (size === 0) continue;
      const first = ((words[ref + A] as number) + LIST_ITEMS) | 0;
      const end = (first + size) | 0;
      for (let at = first; at < end; at++) {
        const child = (cells[at] as number) >> RECORD_SHIFT;
        const left = refs[child] as number;
        if (left > 0) refs[child] = left - 1;
      }
    }
    this.#kindsMet = met;
  }

  #moveUnreachable(young: number, unreachable: number): number {
    const heap = this.#heap;
    const { words } = heap;
    const { kinds } = heap.types;
    const cells = heap.cells.words;
    const refs = this.#refs;
    let reached = 0;
    let ref = words[young + NEXT] as number;
    while (ref !== young) {
      const index = ref >> RECORD_SHIFT;
      if ((refs[index] as number) > 0) {
        const meta = words[ref + META] as number;
        if (kinds[meta & TYPE_MASK] === KIND.LIST && (meta & HAS_ANNEX) === 0) {
          const size = words[ref + B] as number;
          const first = ((words[ref + A] as number) + LIST_ITEMS) | 0;
          for (let at = (first + size - 1) | 0; at >= first; at--) {
            const child = cells[at] as number;
            const left = refs[child >> RECORD_SHIFT] as number;
            if (left === 0) refs[child >> RECORD_SHIFT] = 1;
            else if (left === UNREACHABLE) this.#visit(child);
          }
        } else {
          this.#walk(ref);
        }
        refs[index] = NOT_COLLECTING;
        reached++;
        ref = words[ref + NEXT] as number;
        continue;
      }
      const next = words[ref + NEXT] as number;
      moveTo(words, ref, unreachable);
      refs[index] = UNREACHABLE;
      ref = next;
    }
    return reached;
  }

  /** visit_decref or visit_reachable on everything that `ref` refers to. */
  #walk(ref: number): void {
    const heap = this.#heap;
    const words = heap.words;
    const a = words[ref + A] as number;
    const meta = words[ref + META] as number;
    if ((meta & HAS_ANNEX) !== 0) this.#walkAnnex(ref, meta);
    switch (heap.types.kinds[meta & TYPE_MASK]) {
      case KIND.LIST:
        return this.#runBackward(a + LIST_ITEMS, words[ref + B] as number);
      case KIND.TUPLE:
        return this.#runBackward(a, words[ref + B] as number);
      case KIND.FIELDS:
        return this.#run(a, words[ref + B] as number);
      case KIND.DICT:
        if (a !== 0) this.#walkDict(meta, a);
        return;
      case KIND.SET:
        if (a !== 0) this.#walkSet(a);
        return;
      case KIND.INSTANCE:
        return this.#walkInstance(ref, a, meta);
      case KIND.WEAKREF:
        if (words[ref + B] !== 0) this.#visit(words[ref + B] as number);
        return;
      default:
    }
  }

  #visit(child: number): void {
    const refs = this.#refs;
    const left = refs[child >> RECORD_SHIFT] as number;
    if (this.#subtracting) {
      if (left > 0) refs[child >> RECORD_SHIFT] = left - 1;
    } else if (left === 0) {
      refs[child >> RECORD_SHIFT] = 1;
    } else if (left === UNREACHABLE) {
      moveTo(this.#heap.words, child, this.#list);
      refs[child >> RECORD_SHIFT] = 1;
    }
  }

  /** Lists and tuples are traversed last to first; the order decides where survivors end up in the list. */
  #runBackward(start: number, length: number): void {
    if (this.#subtracting) return this.#run(start, length);
    const cells = this.#heap.cells.words;
    for (let at = start + length - 1; at >= start; at--) this.#visit(cells[at] as number);
  }

  #run(start: number, length: number): void {
    const cells = this.#heap.cells.words;
    const refs = this.#refs;
    const end = start + length;
    if (this.#subtracting) {
      for (let at = start; at < end; at++) {
        const child = (cells[at] as number) >> RECORD_SHIFT;
        const left = refs[child] as number;
        if (left > 0) refs[child] = left - 1;
      }
      return;
    }
    for (let at = start; at < end; at++) this.#visit(cells[at] as number);
  }

  #walkDict(meta: number, chunk: number): void {
    const cells = this.#heap.cells.words;
    if ((meta & SPLIT) !== 0) {
      if (cells[chunk + VALUES_BLOCK] === EMBEDDED) return;
      this.#run(chunk + VALUES_HEADER, cells[chunk + VALUES_CAPACITY] as number);
      return;
    }
    const general = cells[chunk + TABLE_GENERAL] !== 0;
    const first = chunk + TABLE_HEADER;
    const end = first + (cells[chunk + TABLE_ENTRIES_USED] as number) * TABLE_ENTRY;
    for (let at = first; at < end; at += TABLE_ENTRY) {
      const key = cells[at + 1] as number;
      if (key === 0) continue;
      this.#visit(cells[at + 2] as number);
      if (general) this.#visit(key);
    }
  }

  #walkSet(chunk: number): void {
    const cells = this.#heap.cells.words;
    const end = chunk + SET_HEADER + ((cells[chunk + SET_MASK] as number) + 1) * SET_SLOT;
    for (let at = chunk + SET_HEADER + 2; at < end; at += SET_SLOT) {
      const key = cells[at] as number;
      if (key > 0) this.#visit(key);
    }
  }

  #walkAnnex(ref: number, meta: number): void {
    const heap = this.#heap;
    const annex = heap.annexes.of(ref);
    const dict = annex?.refs[ANNEX_DICT] ?? 0;
    const dictLast = annex?.dictLast ?? false;
    if (dict !== 0 && !dictLast) this.#visit(dict);
    const { object } = heap.types.all[meta & TYPE_MASK] as TypeInfo;
    if (object !== 0) this.#visit(object);
    annex?.visit((child) => this.#visit(child));
    if (dict !== 0 && dictLast) this.#visit(dict);
  }

  #walkInstance(ref: number, a: number, meta: number): void {
    const heap = this.#heap;
    const cells = heap.cells.words;
    const type = heap.types.all[meta & TYPE_MASK];
    if (type === undefined) return;
    if (type.slotCount > 0) this.#run(heap.words[ref + B] as number, type.slotCount);
    const values = a > 0 ? a : embeddedValues(heap, -a);
    if (values !== 0) this.#run(values + VALUES_HEADER, cells[values + VALUES_CAPACITY] as number);
    else if (a < 0) this.#visit(-a);
    if (type.object !== 0) this.#visit(type.object);
  }

  /** The array has a number for every record; records made later read as undefined, which no pass acts on. */
  #fit(): void {
    const records = (this.#heap.top >> RECORD_SHIFT) + 1;
    if (records <= this.#refs.length) return;
    const refs = new Int32Array(
      Math.max(records, Math.min(this.#heap.words.length >> RECORD_SHIFT, records * 2)),
    );
    refs.fill(NOT_COLLECTING);
    refs.set(this.#refs);
    this.#refs = refs;
  }
}

/** gc_list_move: out of its list, to the end of another. */
export function moveTo(words: Int32Array, ref: number, head: number): void {
  const next = words[ref + NEXT] as number;
  const previous = words[ref + PREV] as number;
  words[previous + NEXT] = next;
  words[next + PREV] = previous;
  const last = words[head + PREV] as number;
  words[last + NEXT] = ref;
  words[ref + PREV] = last;
  words[ref + NEXT] = head;
  words[head + PREV] = ref;
}

/** gc_list_merge: all of `from`, in order, to the end of `to`. */
export function mergeInto(words: Int32Array, from: number, to: number): void {
  const first = words[from + NEXT] as number;
  if (first === from) return;
  const last = words[from + PREV] as number;
  const tail = words[to + PREV] as number;
  words[tail + NEXT] = first;
  words[first + PREV] = tail;
  words[last + NEXT] = to;
  words[to + PREV] = last;
  words[from + NEXT] = from;
  words[from + PREV] = from;
}
