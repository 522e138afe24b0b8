/**
 * What a collection does with the objects that it found unreachable: weak references, finalizers, resurrection, deletion
 * (gcmodule.c:handle_weakrefs, finalize_garbage, handle_resurrected_objects, delete_garbage).
 *
 * Each level of nested collections has its own working lists and marks: in 3.12 a collection that waits runs even inside a
 * finalizer that another collection calls. Always: the working lists are empty between collections.
 */

import { clearObject } from './clear.ts';
import { DEBUG_COLLECTABLE, DEBUG_SAVEALL } from './debug-flags.ts';
import type { DueCodes } from './due-code.ts';
import * as codes from './event-codes.ts';
import { GcRefs, mergeInto, moveTo } from './gc-refs.ts';
import type { Heap } from './heap.ts';
import * as layout from './layout.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const { B, FINALIZED, HAS_WEAKREFS, KIND, META, NEXT, REFCNT, SERIAL } = layout;
const { EV } = codes;

/** The heads of one level's working lists. */
export interface WorkingLists {
  readonly unreachable: number;
  readonly seen: number;
  readonly callbacks: number;
}

export class Disposal {
  readonly gcRefs: GcRefs;
  readonly #heap: Heap;
  readonly #unreachable: number;
  readonly #seen: number;
  readonly #callbacks: number;

  constructor(heap: Heap, lists: WorkingLists) {
    this.#heap = heap;
    this.gcRefs = new GcRefs(heap);
    this.#unreachable = lists.unreachable;
    this.#seen = lists.seen;
    this.#callbacks = lists.callbacks;
  }

  /** Moves what is unreachable out of the list `young`, which gcRefs was updated from; returns how many objects stay. */
  separate(young: number): number {
    return this.gcRefs.deduceUnreachable(young, this.#unreachable);
  }

  /** Weak references, finalizers, resurrection, then the end of what is left; returns the number collected. */
  *dispose(generation: number, old: number): DueCodes<number> {
    const heap = this.#heap;
    const words = heap.words;
    const debug = (heap.collector.debug & DEBUG_COLLECTABLE) !== 0;
    let found = 0;
    let simple = true;
    for (
      let ref = words[this.#unreachable + NEXT] as number;
      ref !== this.#unreachable;
      ref = words[ref + NEXT] as number
    ) {
      heap.ring.emit(EV.GC_FOUND, words[ref + SERIAL] as number, generation, 0);
      if (debug) heap.hooks.print(`gc: collectable <${heap.hooks.describe(ref)}>`);
      if (this.#isInvolved(ref)) simple = false;
      found++;
    }
    if (simple) {
      this.#deleteGarbage(old);
      return found;
    }
    const freedWeakrefs = yield* this.#handleWeakrefs(old);
    yield* this.#finalizeGarbage();
    const garbage = this.#handleResurrected(old);
    this.#deleteGarbage(old);
    return freedWeakrefs + garbage;
  }

  /** Where no object of the garbage is so, no Python code runs and nothing can be resurrected: it can go at once. */
  #isInvolved(ref: number): boolean {
    const { kind, finalizer } = this.#heap.typeOf(ref);
    return (
      finalizer || kind === KIND.WEAKREF || ((this.#heap.words[ref + META] as number) & HAS_WEAKREFS) !== 0
    );
  }

  /** handle_weakrefs: weak references to garbage are cleared; callbacks of those that are not garbage themselves are called. */
  *#handleWeakrefs(old: number): DueCodes<number> {
    const heap = this.#heap;
    for (const ref of this.#heap.collector.list(this.#unreachable)) {
      if (heap.typeOf(ref).kind === KIND.WEAKREF) heap.weakrefs.clear(ref);
      if (((heap.words[ref + META] as number) & HAS_WEAKREFS) === 0) continue;
      for (const weakref of heap.weakrefs.of(ref).slice()) {
        heap.weakrefs.clear(weakref);
        if (heap.words[weakref + B] === 0 || this.gcRefs.isUnreachable(weakref)) continue;
        heap.incref(weakref);
        if (heap.isTracked(weakref)) moveTo(heap.words, weakref, this.#callbacks);
        else heap.append(this.#callbacks, weakref);
      }
    }
    return yield* this.#callCallbacks(old);
  }

  *#callCallbacks(old: number): DueCodes<number> {
    const heap = this.#heap;
    let freed = 0;
    for (let weakref = this.#first(this.#callbacks); weakref !== 0; weakref = this.#first(this.#callbacks)) {
      yield { what: 'callback', weakref, callback: heap.words[weakref + B] as number };
      heap.decref(weakref);
      if (this.#first(this.#callbacks) === weakref) moveTo(heap.words, weakref, old);
      else freed++;
    }
    return freed;
  }

  #first(head: number): number {
    const first = this.#heap.words[head + NEXT] as number;
    return first === head ? 0 : first;
  }

  /** finalize_garbage: each finalizer once, in list order, the object held meanwhile. */
  *#finalizeGarbage(): DueCodes {
    const heap = this.#heap;
    for (let ref = this.#first(this.#unreachable); ref !== 0; ref = this.#first(this.#unreachable)) {
      moveTo(heap.words, ref, this.#seen);
      const meta = heap.words[ref + META] as number;
      if ((meta & FINALIZED) !== 0 || !heap.typeOf(ref).finalizer) continue;
      heap.words[ref + META] = meta | FINALIZED;
      heap.incref(ref);
      yield { what: 'finalizer', ref };
      heap.decref(ref);
    }
    mergeInto(heap.words, this.#seen, this.#unreachable);
  }

  /** What finalizers made reachable again joins the older generation; returns the size of what is still garbage. */
  #handleResurrected(old: number): number {
    const heap = this.#heap;
    const before = this.#heap.collector.list(this.#unreachable);
    this.gcRefs.updateRefs(this.#unreachable);
    const alive = this.gcRefs.deduceUnreachable(this.#unreachable, this.#seen);
    if (alive === 0) {
      mergeInto(heap.words, this.#seen, this.#unreachable);
      return before.length;
    }
    if (heap.profile.collector.resurrectionKeepsAll) {
      this.#restoreOrder(before, old);
      return 0;
    }
    for (const ref of this.#heap.collector.list(this.#unreachable))
      heap.ring.emit(EV.OBJECT_RESURRECTED, heap.serialOf(ref), 0, 0);
    mergeInto(heap.words, this.#unreachable, old);
    mergeInto(heap.words, this.#seen, this.#unreachable);
    return before.length - alive;
  }

  /** 3.8's check_garbage only looks: all of the unreachable ones survive in the order that they had. */
  #restoreOrder(before: readonly number[], old: number): void {
    const heap = this.#heap;
    for (const ref of before) {
      this.gcRefs.forget(ref);
      heap.ring.emit(EV.OBJECT_RESURRECTED, heap.serialOf(ref), 0, 0);
      moveTo(heap.words, ref, old);
    }
  }

  /** delete_garbage: clears the first object until none is left; one that survives its clearing moves to the older generation. */
  #deleteGarbage(old: number): void {
    const heap = this.#heap;
    const save = (heap.collector.debug & DEBUG_SAVEALL) !== 0;
    for (let ref = this.#first(this.#unreachable); ref !== 0; ref = this.#first(this.#unreachable)) {
      if (save) {
        heap.ring.emit(EV.GC_SAVED, heap.serialOf(ref), 0, 0);
        heap.hooks.saveGarbage(ref);
      } else if (heap.typeOf(ref).clearable) {
        heap.words[ref + REFCNT] = (heap.words[ref + REFCNT] as number) + 1;
        clearObject(heap, ref);
        heap.decref(ref);
      }
      if (this.#first(this.#unreachable) !== ref) continue;
      this.gcRefs.forget(ref);
      moveTo(heap.words, ref, old);
    }
  }
}
