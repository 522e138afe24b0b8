/**
 * An allocation that starts a collection, up to 3.11, in the middle of C code: where somebody waits for the Python code that the collection
 * calls, C code that has done nothing yet is left there, and begun again after the collection with the object that it had asked for.
 */
import type { Heap } from './heap.ts';
import type { TypeInfo } from './type-info.ts';

/** What C code is left by: it had got this object. */
export class CollectionDue {
  readonly ref: number;

  constructor(ref: number) {
    this.ref = ref;
  }
}

export class AllocationTrial {
  readonly #heap: Heap;
  readonly #offset: number;
  /** What it may be left for; for what else it allocates, an exception among it, it goes on. */
  readonly #types: readonly TypeInfo[];
  /** What the act that is begun again had got; 0 before. */
  readonly #had: number;

  constructor(heap: Heap, types: readonly TypeInfo[], had = 0) {
    this.#heap = heap;
    this.#types = types;
    this.#offset = heap.ring.offset;
    this.#had = had;
  }

  /** Heap.newGcObject, the first time. */
  allocate(type: TypeInfo, nbytes: number): number {
    const heap = this.#heap;
    const had = this.#had;
    const wasUntouched = heap.ring.offset === this.#offset;
    heap.collector.trial = null;
    if (had !== 0 && heap.typeOf(had) === type) return had;
    if (had !== 0) heap.decref(had);
    const ref = heap.newObject(type, heap.memory.alloc(nbytes));
    if (!wasUntouched || !this.#types.includes(type) || !heap.collector.countsOver()) {
      heap.collector.noteAllocation();
      return ref;
    }
    throw new CollectionDue(ref);
  }

  /** Nothing has asked for the object. */
  end(): void {
    this.#heap.collector.trial = null;
    if (this.#had !== 0) this.#heap.decref(this.#had);
  }
}
