/**
 * The cycle collector: counters, thresholds and one collection from start to end (gcmodule.c:gc_collect_main; gc.c from 3.13).
 *
 * Always: outside a collection the lists of generations 0, 1, 2 and the permanent one hold every tracked object once, and the
 * lists UNREACHABLE, SEEN and CALLBACKS are empty. Which objects are garbage is gc-refs.ts's question.
 */
import { EV } from './event-codes.ts';
import { GcRefs, mergeInto, moveTo } from './gc-refs.ts';
import { CALLBACKS_HEAD, GENERATION_HEADS, type Heap, PERMANENT_HEAD, SEEN_HEAD, UNREACHABLE_HEAD } from './heap.ts';
import { B, FINALIZED, HAS_WEAKREFS, KIND, META, NEXT, REFCNT } from './layout.ts';
import { untrackDicts, untrackTuples } from './untrack.ts';

export const DEBUG_STATS = 1;
export const DEBUG_COLLECTABLE = 2;
export const DEBUG_UNCOLLECTABLE = 4;
export const DEBUG_SAVEALL = 32;

/** Totals of one generation since the session began (gc.get_stats). */
export interface GenerationStats {
  collections: number;
  collected: number;
  uncollectable: number;
}

export interface CollectorState {
  readonly counts: readonly number[];
  readonly thresholds: readonly number[];
  readonly stats: readonly GenerationStats[];
  readonly enabled: boolean;
  readonly scheduled: boolean;
  readonly debug: number;
  readonly longLivedTotal: number;
  readonly longLivedPending: number;
}

export class Collector {
  /** gc.get_count(). */
  readonly counts = [0, 0, 0];
  /** gc.get_threshold(). */
  readonly thresholds: number[];
  readonly stats: GenerationStats[] = [0, 1, 2].map(() => ({ collections: 0, collected: 0, uncollectable: 0 }));
  enabled = true;
  /** gc.get_debug(): DEBUG_ flags. */
  debug = 0;
  /** An exception is being handled: no collection begins (PyErr_Occurred in _PyObject_GC_Link). */
  exceptionSet = false;
  /** 3.12+: a collection waits for the next check. */
  scheduled = false;
  /** A collection is running: nothing starts another. */
  running = false;
  longLivedTotal = 0;
  longLivedPending = 0;
  readonly #heap: Heap;
  readonly #gcRefs: GcRefs;
  readonly #inAllocation: boolean;

  constructor(heap: Heap) {
    this.#heap = heap;
    this.#gcRefs = new GcRefs(heap);
    this.thresholds = [...heap.profile.collector.thresholds];
    this.#inAllocation = heap.profile.collector.runs === 'in_allocation';
  }

  /** A block for a gc object was allocated: counts it and, up to 3.11, collects when the threshold is passed. */
  noteAllocation(): void {
    const counts = this.counts;
    const count = (counts[0] as number) + 1;
    counts[0] = count;
    const threshold = this.thresholds[0] as number;
    if (count <= threshold || threshold === 0 || !this.enabled || this.running || this.exceptionSet) return;
    if (this.#inAllocation) {
      this.collectGenerations();
    } else if (!this.scheduled) {
      this.scheduled = true;
      this.#heap.ring.emit(EV.GC_SCHEDULED, 0, 0, 0);
    }
  }

  /** A gc object's block was given back (PyObject_GC_Del). */
  noteFree(): void {
    if ((this.counts[0] as number) > 0) this.counts[0] = (this.counts[0] as number) - 1;
  }

  /** Where the evaluator looks whether something waits (3.12+, CHECK_EVAL_BREAKER -> _Py_RunGC). */
  check(): void {
    if (!this.scheduled || this.running) return;
    this.scheduled = false;
    if (this.enabled || this.#heap.profile.collector.waitingIgnoresDisable) this.collectGenerations();
  }

  /** Collects the oldest generation whose count is over its threshold (gc_collect_generations). */
  collectGenerations(): void {
    for (let generation = 2; generation >= 0; generation--) {
      if ((this.counts[generation] as number) <= (this.thresholds[generation] as number)) continue;
      if (generation === 2 && this.longLivedPending < Math.floor(this.longLivedTotal / 4)) continue;
      this.#collect(generation, 0);
      return;
    }
  }

  /** gc.collect(generation): unreachable objects found; 0 when a collection is running. */
  collect(generation: number): number {
    if (this.running) return 0;
    return this.#collect(generation, 1);
  }

  /** gc.freeze(): all tracked objects become permanent; returns how many. */
  freeze(): number {
    const words = this.#heap.words;
    let moved = 0;
    for (const head of GENERATION_HEADS) {
      moved += this.sizeOf(head);
      mergeInto(words, head, PERMANENT_HEAD);
    }
    this.counts.fill(0);
    this.#heap.ring.emit(EV.GC_FROZEN, moved, 0, 0);
    return moved;
  }

  /** gc.unfreeze(): the permanent objects join the oldest generation; returns how many. */
  unfreeze(): number {
    const moved = this.sizeOf(PERMANENT_HEAD);
    mergeInto(this.#heap.words, PERMANENT_HEAD, GENERATION_HEADS[2]);
    this.#heap.ring.emit(EV.GC_UNFROZEN, moved, 0, 0);
    return moved;
  }

  /** Number of objects in the list with this head. */
  sizeOf(head: number): number {
    const words = this.#heap.words;
    let size = 0;
    for (let ref = words[head + NEXT] as number; ref !== head; ref = words[ref + NEXT] as number) size++;
    return size;
  }

  /** The objects of the list with this head, in list order. */
  list(head: number): number[] {
    const words = this.#heap.words;
    const refs: number[] = [];
    for (let ref = words[head + NEXT] as number; ref !== head; ref = words[ref + NEXT] as number) refs.push(ref);
    return refs;
  }

  /** A record was released while a collection runs. */
  forget(ref: number): void {
    this.#gcRefs.forget(ref);
  }

  save(): CollectorState {
    const { enabled, scheduled, debug, longLivedTotal, longLivedPending } = this;
    return {
      counts: [...this.counts],
      thresholds: [...this.thresholds],
      stats: this.stats.map((one) => ({ ...one })),
      enabled,
      scheduled,
      debug,
      longLivedTotal,
      longLivedPending,
    };
  }

  restore(state: CollectorState): void {
    this.counts.splice(0, 3, ...state.counts);
    this.thresholds.splice(0, 3, ...state.thresholds);
    this.stats.splice(0, 3, ...state.stats.map((one) => ({ ...one })));
    this.enabled = state.enabled;
    this.scheduled = state.scheduled;
    this.debug = state.debug;
    this.longLivedTotal = state.longLivedTotal;
    this.longLivedPending = state.longLivedPending;
  }

  #collect(generation: number, asked: 0 | 1): number {
    const heap = this.#heap;
    this.running = true;
    heap.hooks.collecting('start', generation, 0, 0);
    heap.ring.emit(EV.GC_STARTED, generation, asked, this.sizeOf(GENERATION_HEADS[generation] as number));
    if ((this.debug & DEBUG_STATS) !== 0) this.#printSizes(generation);
    if (generation < 2) this.counts[generation + 1] = (this.counts[generation + 1] as number) + 1;
    for (let younger = 0; younger <= generation; younger++) this.counts[younger] = 0;

    const old = this.#separate(generation);
    const collected = this.#dispose(generation, old);
    if (generation === 2) this.#clearFreeLists();

    const stats = this.stats[generation] as GenerationStats;
    stats.collections++;
    stats.collected += collected;
    heap.ring.emit(EV.GC_FINISHED, generation, collected, 0);
    if ((this.debug & DEBUG_STATS) !== 0) {
      heap.hooks.print(`gc: done, ${collected} unreachable, 0 uncollectable, 0.0000s elapsed`);
    }
    heap.hooks.collecting('stop', generation, collected, 0);
    this.running = false;
    return collected;
  }

  /** Merges the younger lists, finds what is unreachable and promotes the rest; returns the list that survivors went to. */
  #separate(generation: number): number {
    const heap = this.#heap;
    const young = GENERATION_HEADS[generation] as number;
    for (let younger = 0; younger < generation; younger++) {
      mergeInto(heap.words, GENERATION_HEADS[younger] as number, young);
    }
    const survivors = this.#gcRefs.deduceUnreachable(young, UNREACHABLE_HEAD);
    untrackTuples(heap, young);
    if (generation === 2) {
      untrackDicts(heap, young);
      this.longLivedPending = 0;
      this.longLivedTotal = this.sizeOf(young);
      return young;
    }
    const old = GENERATION_HEADS[generation + 1] as number;
    if (generation === 1) this.longLivedPending += this.sizeOf(young);
    heap.ring.emit(EV.GC_PROMOTED, generation, generation + 1, survivors);
    mergeInto(heap.words, young, old);
    return old;
  }

  /** Weak references, finalizers, resurrection, then the end of what is left; returns the number collected. */
  #dispose(generation: number, old: number): number {
    const heap = this.#heap;
    const words = heap.words;
    if (words[UNREACHABLE_HEAD + NEXT] === UNREACHABLE_HEAD) return 0;
    for (const ref of this.list(UNREACHABLE_HEAD)) {
      heap.ring.emit(EV.GC_FOUND, heap.serialOf(ref), generation, 0);
      if ((this.debug & DEBUG_COLLECTABLE) !== 0) heap.hooks.print(`gc: collectable <${heap.hooks.describe(ref)}>`);
    }
    const freedWeakrefs = this.#handleWeakrefs(old);
    this.#finalizeGarbage();
    const garbage = this.#handleResurrected(old);
    this.#deleteGarbage(old);
    return freedWeakrefs + garbage;
  }

  /** handle_weakrefs: weak references to garbage are cleared; callbacks of those that are not garbage themselves are called. */
  #handleWeakrefs(old: number): number {
    const heap = this.#heap;
    for (const ref of this.list(UNREACHABLE_HEAD)) {
      if (heap.typeOf(ref).kind === KIND.WEAKREF) heap.weakrefs.clear(ref);
      if (((heap.words[ref + META] as number) & HAS_WEAKREFS) === 0) continue;
      for (const weakref of [...heap.weakrefs.of(ref)]) {
        heap.weakrefs.clear(weakref);
        if (heap.words[weakref + B] === 0 || this.#gcRefs.isUnreachable(weakref)) continue;
        heap.incref(weakref);
        if (heap.isTracked(weakref)) moveTo(heap.words, weakref, CALLBACKS_HEAD);
        else heap.append(CALLBACKS_HEAD, weakref);
      }
    }
    return this.#callCallbacks(old);
  }

  #callCallbacks(old: number): number {
    const heap = this.#heap;
    let freed = 0;
    for (let weakref = this.#first(CALLBACKS_HEAD); weakref !== 0; weakref = this.#first(CALLBACKS_HEAD)) {
      heap.hooks.weakrefDied(weakref, heap.words[weakref + B] as number);
      heap.decref(weakref);
      if (this.#first(CALLBACKS_HEAD) === weakref) moveTo(heap.words, weakref, old);
      else freed++;
    }
    return freed;
  }

  #first(head: number): number {
    const first = this.#heap.words[head + NEXT] as number;
    return first === head ? 0 : first;
  }

  /** finalize_garbage: each finalizer once, in list order, the object held meanwhile. */
  #finalizeGarbage(): void {
    const heap = this.#heap;
    for (let ref = this.#first(UNREACHABLE_HEAD); ref !== 0; ref = this.#first(UNREACHABLE_HEAD)) {
      moveTo(heap.words, ref, SEEN_HEAD);
      const meta = heap.words[ref + META] as number;
      if ((meta & FINALIZED) !== 0 || !heap.typeOf(ref).finalizer) continue;
      heap.words[ref + META] = meta | FINALIZED;
      heap.incref(ref);
      heap.hooks.finalize(ref);
      heap.decref(ref);
    }
    mergeInto(heap.words, SEEN_HEAD, UNREACHABLE_HEAD);
  }

  /** What finalizers made reachable again joins the older generation; returns the size of what is still garbage. */
  #handleResurrected(old: number): number {
    const heap = this.#heap;
    const before = this.list(UNREACHABLE_HEAD);
    const alive = this.#gcRefs.deduceUnreachable(UNREACHABLE_HEAD, SEEN_HEAD);
    if (alive === 0) {
      mergeInto(heap.words, SEEN_HEAD, UNREACHABLE_HEAD);
      return before.length;
    }
    if (heap.profile.collector.resurrectionKeepsAll) {
      this.#restoreOrder(before, old);
      return 0;
    }
    for (const ref of this.list(UNREACHABLE_HEAD)) heap.ring.emit(EV.OBJECT_RESURRECTED, heap.serialOf(ref), 0, 0);
    mergeInto(heap.words, UNREACHABLE_HEAD, old);
    mergeInto(heap.words, SEEN_HEAD, UNREACHABLE_HEAD);
    return before.length - alive;
  }

  /** 3.8's check_garbage only looks: all of the unreachable ones survive in the order that they had. */
  #restoreOrder(before: readonly number[], old: number): void {
    const heap = this.#heap;
    for (const ref of before) {
      this.#gcRefs.forget(ref);
      heap.ring.emit(EV.OBJECT_RESURRECTED, heap.serialOf(ref), 0, 0);
      moveTo(heap.words, ref, old);
    }
  }

  /** delete_garbage: clears the first object until none is left; one that survives its clearing moves to the older generation. */
  #deleteGarbage(old: number): void {
    const heap = this.#heap;
    const save = (this.debug & DEBUG_SAVEALL) !== 0;
    for (let ref = this.#first(UNREACHABLE_HEAD); ref !== 0; ref = this.#first(UNREACHABLE_HEAD)) {
      if (save) {
        heap.ring.emit(EV.GC_SAVED, heap.serialOf(ref), 0, 0);
        heap.hooks.saveGarbage(ref);
      } else if (heap.typeOf(ref).clearable) {
        heap.words[ref + REFCNT] = (heap.words[ref + REFCNT] as number) + 1;
        heap.dealloc.clear(ref);
        heap.decref(ref);
      }
      if (this.#first(UNREACHABLE_HEAD) !== ref) continue;
      this.#gcRefs.forget(ref);
      moveTo(heap.words, ref, old);
    }
  }

  /** A full collection gives the kept headers back; those of gc objects lower count[0] (clear_freelists). */
  #clearFreeLists(): void {
    const { freeLists, memory, ring } = this.#heap;
    let given = 0;
    const giveBack = (kept: number[], counted: boolean): void => {
      for (let block = kept.pop(); block !== undefined; block = kept.pop()) {
        if (counted) this.noteFree();
        memory.free(block);
        given++;
      }
    };
    giveBack(freeLists.frame, true);
    for (const kept of freeLists.tuples) giveBack(kept, true);
    giveBack(freeLists.float, false);
    giveBack(freeLists.list, true);
    giveBack(freeLists.dict, true);
    giveBack(freeLists.dictKeys, false);
    if (given > 0) ring.emit(EV.FREE_LIST_CLEARED, given, 0, 0);
  }

  /** show_stats_each_generations. */
  #printSizes(generation: number): void {
    const sizes = GENERATION_HEADS.map((head) => ` ${this.sizeOf(head)}`).join('');
    const print = this.#heap.hooks.print;
    print(`gc: collecting generation ${generation}...`);
    print(`gc: objects in each generation:${sizes}`);
    print(`gc: objects in permanent generation: ${this.sizeOf(PERMANENT_HEAD)}`);
  }
}
