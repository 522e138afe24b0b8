/**
 * Weak references: which ones point to an object, and what becomes of them when it dies.
 *
 * The list of an object's weak references has the plain one without callback first, then the proxy without callback, then the others,
 * newest first (weakrefobject.c:get_basic_refs). Always: a weakref's A is the object in whose list it stands, or 0 once cleared.
 */
import type { DueCodes } from './due-code.ts';
import { EV } from './event-codes.ts';
import type { Heap } from './heap.ts';
import { A, B, HAS_WEAKREFS, META, REFCNT } from './layout.ts';
import { newTuple } from './tuples.ts';
import type { TypeInfo } from './type-info.ts';

export interface WeakrefsState {
  readonly lists: readonly (readonly [number, readonly number[]])[];
}

export class Weakrefs {
  readonly #heap: Heap;
  readonly #lists = new Map<number, number[]>();
  /** The type of weakref.ref itself; proxies and classes that derive from it are others. */
  plainType: TypeInfo | null = null;

  constructor(heap: Heap) {
    this.#heap = heap;
  }

  /** The weak references to `referent`, in list order. */
  of(referent: number): readonly number[] {
    return this.#lists.get(referent) ?? [];
  }

  /** The weak reference without callback, which every weakref.ref(x) shares; 0 when there is none. */
  sharedOf(referent: number): number {
    const first = this.of(referent)[0] ?? 0;
    return this.#startsPlain(this.of(referent)) ? first : 0;
  }

  #isPlain(weakref: number): boolean {
    return this.#heap.typeOf(weakref) === this.plainType;
  }

  /** Without callback, and a proxy: no object has two of one class, which no class can derive from. */
  #isSharedProxy(weakref: number): boolean {
    const { object } = this.#heap.typeOf(weakref);
    return object === 0 && !this.#isPlain(weakref) && this.#heap.words[weakref + B] === 0;
  }

  /** Where a new one goes: the plain one first, the proxy after it, others after these two. */
  #placeFor(weakref: number, list: readonly number[]): number {
    const afterPlain = this.#startsPlain(list) ? 1 : 0;
    if (this.#isPlain(weakref) && this.#heap.words[weakref + B] === 0) return 0;
    if (this.#isSharedProxy(weakref)) return afterPlain;
    const next = list[afterPlain];
    return next !== undefined && this.#isSharedProxy(next) ? afterPlain + 1 : afterPlain;
  }

  #startsPlain(list: readonly number[]): boolean {
    const first = list[0];
    return first !== undefined && this.#isPlain(first) && this.#heap.words[first + B] === 0;
  }

  /** Points a new weakref (callback already in B) to `referent`. */
  link(weakref: number, referent: number): void {
    const heap = this.#heap;
    heap.words[weakref + A] = referent;
    let list = this.#lists.get(referent);
    if (list === undefined) {
      list = [];
      this.#lists.set(referent, list);
      heap.words[referent + META] = (heap.words[referent + META] as number) | HAS_WEAKREFS;
    }
    list.splice(this.#placeFor(weakref, list), 0, weakref);
    heap.ring.emit(EV.WEAKREF_CREATED, heap.serialOf(weakref), heap.serialOf(referent), 0);
  }

  /** Takes a weakref out of its referent's list, if it is in one (clear_weakref, without the callback). */
  unlink(weakref: number): void {
    const heap = this.#heap;
    const referent = heap.words[weakref + A] as number;
    if (referent === 0) return;
    heap.words[weakref + A] = 0;
    const list = this.#lists.get(referent) as number[];
    list.splice(list.indexOf(weakref), 1);
    if (list.length > 0) return;
    this.#lists.delete(referent);
    heap.words[referent + META] = (heap.words[referent + META] as number) & ~HAS_WEAKREFS;
  }

  /** Clears one weak reference; its callback stays for the collector to judge (_PyWeakref_ClearRef). */
  clear(weakref: number): void {
    const heap = this.#heap;
    const referent = heap.words[weakref + A] as number;
    if (referent === 0) return;
    heap.ring.emit(EV.WEAKREF_CLEARED, heap.serialOf(weakref), heap.serialOf(referent), 0);
    this.unlink(weakref);
  }

  /** All weak references to a dying object are cleared; the callbacks that are to be called then, in their order, null for none (PyObject_ClearWeakRefs). */
  clearOf(referent: number): DueCodes | null {
    const heap = this.#heap;
    // The plain one and the proxy, neither of which has anything to call.
    for (let basic = 0; basic < 2; basic++) {
      const first = this.of(referent)[0] ?? 0;
      if (first !== 0 && heap.words[first + B] === 0) this.clear(first);
    }
    const others = [...this.of(referent)];
    if (others.length === 0) return null;
    return others.length < heap.profile.calls.callbacksInTupleFrom
      ? this.#callbackOf(others[0] as number)
      : this.#callbacksOf(others);
  }

  save(): WeakrefsState {
    return { lists: [...this.#lists].map(([referent, list]) => [referent, [...list]]) };
  }

  restore(state: WeakrefsState): void {
    this.#lists.clear();
    for (const [referent, list] of state.lists) this.#lists.set(referent, [...list]);
  }

  *#callbackOf(weakref: number): DueCodes {
    const heap = this.#heap;
    const callback = heap.words[weakref + B] as number;
    heap.words[weakref + B] = 0;
    this.clear(weakref);
    if (callback === 0) return;
    if (heap.words[weakref + REFCNT] !== 0) yield { what: 'callback', weakref, callback };
    heap.decref(callback);
  }

  /** The pairs lie in a temporary tuple meanwhile, which owns the callbacks: each weakref has given its own up. */
  *#callbacksOf(weakrefs: readonly number[]): DueCodes {
    const heap = this.#heap;
    const pairs: number[] = [];
    for (const weakref of weakrefs) {
      this.clear(weakref);
      if ((heap.words[weakref + REFCNT] as number) > 0)
        pairs.push(weakref, heap.words[weakref + B] as number);
      else pairs.push(0, 0);
    }
    const tuple = newTuple(heap, pairs);
    for (let at = 0; at < pairs.length; at += 2) {
      const weakref = pairs[at] as number;
      if (weakref === 0) continue;
      const callback = heap.words[weakref + B] as number;
      heap.words[weakref + B] = 0;
      if (callback !== 0) heap.decref(callback);
    }
    for (let at = 0; at < pairs.length; at += 2) {
      const [weakref, callback] = [pairs[at] as number, pairs[at + 1] as number];
      if (weakref !== 0 && callback !== 0) yield { what: 'callback', weakref, callback };
    }
    heap.decref(tuple);
  }
}
