/**
 * The cycle collector: counters, thresholds and one collection from start to end (gcmodule.c:gc_collect_main; gc.c from 3.13).
 *
 * Always: outside a collection the lists of generations 0, 1, 2 and the permanent one hold every tracked object once, and the
 * working lists are empty. Which objects are garbage is gc-refs.ts's question, what becomes of them disposal.ts's.
 */

import type { AllocationTrial } from './allocation-trial.ts';
import { DEBUG_STATS } from './debug-flags.ts';
import { Disposal } from './disposal.ts';
import { type DueCodes, finishNow } from './due-code.ts';
import * as codes from './event-codes.ts';
import { mergeInto } from './gc-refs.ts';
import type { Heap } from './heap.ts';
import * as layout from './layout.ts';
import { GENERATION_HEADS, PERMANENT_HEAD, WORKING_LISTS } from './list-heads.ts';
import { untrackDicts, untrackTuples } from './untrack.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const { KIND, NEXT } = layout;
const { EV } = codes;

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
  /** The next gc object may be waited for (allocation-trial.ts). */
  trial: AllocationTrial | null = null;
  /** gc.get_count(). */
  readonly counts = [0, 0, 0];
  /** gc.get_threshold(). */
  readonly thresholds: number[];
  readonly stats: GenerationStats[] = [0, 1, 2].map(() => ({
    collections: 0,
    collected: 0,
    uncollectable: 0,
  }));
  enabled = true;
  /** gc.get_debug(): DEBUG_ flags. */
  debug = 0;
  /** An exception is being handled: no collection begins (PyErr_Occurred in _PyObject_GC_Link). */
  exceptionSet = false;
  /** 3.12+: a collection waits for the next check. */
  scheduled = false;
  /** A collection is running: allocations start none, and gc.collect() does nothing (`collecting`). */
  running = false;
  longLivedTotal = 0;
  longLivedPending = 0;
  readonly #heap: Heap;
  /** One for each level of nested collections. */
  readonly #disposals: readonly Disposal[];
  #depth = 0;
  readonly #inAllocation: boolean;

  constructor(heap: Heap) {
    this.#heap = heap;
    this.#disposals = WORKING_LISTS.map((lists) => new Disposal(heap, lists));
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

  /** Will the next allocation start a collection? */
  get isDue(): boolean {
    const threshold = this.thresholds[0] as number;
    if (!this.#inAllocation || (this.counts[0] as number) < threshold || threshold === 0) return false;
    return this.enabled && !this.running && !this.exceptionSet;
  }

  /** An allocation has started a collection: it is counted, and what `takeDue` answers is to be run; false: it starts none. */
  countsOver(): boolean {
    if (!this.isDue) return false;
    this.counts[0] = (this.counts[0] as number) + 1;
    if (this.#overThreshold() >= 0) return true;
    this.counts[0]--;
    return false;
  }

  /** The collection that an allocation has started, which hands out the Python code that is due. */
  takeDue(): DueCodes<number> {
    return this.#collecting(this.#overThreshold(), 0);
  }

  /** A gc object's block was given back (PyObject_GC_Del). */
  noteFree(): void {
    if ((this.counts[0] as number) > 0) this.counts[0] = (this.counts[0] as number) - 1;
  }

  /** Where the evaluator looks whether something waits (3.12+, CHECK_EVAL_BREAKER -> _Py_RunGC). */
  check(): void {
    if (!this.scheduled) return;
    const waiting = this.takeWaiting();
    if (waiting !== null) finishNow(this.#heap.hooks, waiting);
  }

  /** The same, handing out the Python code that is due; null: there is nothing to collect. */
  takeWaiting(): DueCodes<number> | null {
    this.scheduled = false;
    const { waitingIgnoresState } = this.#heap.profile.collector;
    if (!waitingIgnoresState && (!this.enabled || this.running)) return null;
    const generation = this.#overThreshold();
    return generation < 0 ? null : this.#collecting(generation, 0);
  }

  /** Collects the oldest generation whose count is over its threshold (gc_collect_generations). */
  collectGenerations(): void {
    const generation = this.#overThreshold();
    if (generation >= 0) finishNow(this.#heap.hooks, this.#collecting(generation, 0));
  }

  #overThreshold(): number {
    for (let generation = 2; generation >= 0; generation--) {
      if ((this.counts[generation] as number) <= (this.thresholds[generation] as number)) continue;
      if (generation < 2 || this.longLivedPending >= Math.floor(this.longLivedTotal / 4)) return generation;
    }
    return -1;
  }

  /** gc.collect(generation): unreachable objects found; 0 when a collection is running. */
  collect(generation: number): number {
    return finishNow(this.#heap.hooks, this.collecting(generation));
  }

  /** The same, handing out the Python code that is due. */
  *collecting(generation: number): DueCodes<number> {
    return this.running ? 0 : yield* this.#collecting(generation, 1);
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
    for (let ref = words[head + NEXT] as number; ref !== head; ref = words[ref + NEXT] as number)
      refs.push(ref);
    return refs;
  }

  /** A collection has begun and not ended, whatever `running` says. */
  get active(): boolean {
    return this.#depth > 0;
  }

  /** A record was released while a collection runs. */
  forget(ref: number): void {
    for (let level = 0; level < this.#depth; level++) this.#disposals[level]?.gcRefs.forget(ref);
  }

  /** Between collections nothing is judged, so the numbers need not be kept. */
  trim(): void {
    if (this.running) return;
    for (const { gcRefs } of this.#disposals) gcRefs.trim();
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

  *#collecting(generation: number, asked: 0 | 1): DueCodes<number> {
    const heap = this.#heap;
    const disposal = this.#disposals[this.#depth++] as Disposal;
    this.running = true;
    yield { what: 'phase', phase: 'start', generation, collected: 0 };
    heap.ring.emit(EV.GC_STARTED, generation, asked, this.#updateRefs(generation, disposal));
    if ((this.debug & DEBUG_STATS) !== 0) this.#printSizes(generation);
    if (generation < 2) this.counts[generation + 1] = (this.counts[generation + 1] as number) + 1;
    for (let younger = 0; younger <= generation; younger++) this.counts[younger] = 0;

    const old = this.#separate(generation, disposal);
    const collected = yield* disposal.dispose(generation, old);
    if (generation === 2) this.#clearFreeLists();

    const stats = this.stats[generation] as GenerationStats;
    stats.collections++;
    stats.collected += collected;
    heap.ring.emit(EV.GC_FINISHED, generation, collected, 0);
    if ((this.debug & DEBUG_STATS) !== 0) {
      heap.hooks.print(`gc: done, ${collected} unreachable, 0 uncollectable, 0.0000s elapsed`);
    }
    yield { what: 'phase', phase: 'stop', generation, collected };
    this.running = false;
    this.#depth--;
    return collected;
  }

  /** What is about to be merged is judged; returns the size of the generation's own list. */
  #updateRefs(generation: number, disposal: Disposal): number {
    let size = 0;
    for (let at = 0; at <= generation; at++)
      size = disposal.gcRefs.updateRefs(GENERATION_HEADS[at] as number);
    return size;
  }

  /** Merges the younger lists, finds what is unreachable and promotes the rest; returns the list that survivors went to. */
  #separate(generation: number, disposal: Disposal): number {
    const heap = this.#heap;
    const young = GENERATION_HEADS[generation] as number;
    for (let younger = 0; younger < generation; younger++) {
      mergeInto(heap.words, GENERATION_HEADS[younger] as number, young);
    }
    const survivors = disposal.separate(young);
    const { gcRefs } = disposal;
    let left = survivors;
    if (gcRefs.met(KIND.TUPLE)) left -= untrackTuples(heap, young);
    if (generation === 2) {
      if (gcRefs.met(KIND.DICT)) left -= untrackDicts(heap, young);
      this.longLivedPending = 0;
      this.longLivedTotal = left + heap.hooks.survivingOutside();
      return young;
    }
    const old = GENERATION_HEADS[generation + 1] as number;
    if (generation === 1) this.longLivedPending += left;
    heap.ring.emit(EV.GC_PROMOTED, generation, generation + 1, survivors);
    mergeInto(heap.words, young, old);
    return old;
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
    const { hooks } = this.#heap;
    hooks.print(`gc: collecting generation ${generation}...`);
    hooks.print(`gc: objects in each generation:${sizes}`);
    hooks.print(`gc: objects in permanent generation: ${this.sizeOf(PERMANENT_HEAD)}`);
  }
}
