/**
 * What an object holds beside what its kind has room for: the attribute dict of a list's subclass, a default factory, the items and
 * blocks of a deque. The flag HAS_ANNEX in META says that there is one.
 *
 * Always: every number in `refs` is 0 or one counted reference; every block is owned by this object alone. At the object's death
 * references go one by one (`take`) before those that its kind keeps, as subtype_dealloc and the types' own deallocators do.
 */
import type { Heap } from './heap.ts';
import { HAS_ANNEX, META } from './layout.ts';

/** Where the attribute dict stands in `refs`. */
export const ANNEX_DICT = 0;

export class Annex {
  /** The attribute dict, then what the class needs. */
  readonly refs: number[];
  /** Does a tp_traverse of its own come to the attribute dict last? subtype_traverse begins with it. */
  readonly dictLast: boolean = false;
  /** Where in `refs` the `__slots__` of a subclass are, by name. */
  readonly slots = new Map<string, number>();

  constructor(refs: readonly number[] = [0]) {
    this.refs = [...refs];
  }

  /** tp_traverse of this part, the attribute dict apart, which comes before the class and all else, or else after it. */
  visit(visit: (referent: number) => void): void {
    for (let at = ANNEX_DICT + 1; at < this.refs.length; at++) {
      const ref = this.refs[at] as number;
      if (ref !== 0) visit(ref);
    }
  }

  /** All references that it owns, which are not those that the collector sees where parts of it are objects that it looks through. */
  owned(visit: (referent: number) => void): void {
    this.visit(visit);
  }

  /** Takes out the reference that is dropped next; 0 when none is left. Blocks that become empty by it go back. */
  take(_heap: Heap): number {
    for (let at = 0; at < this.refs.length; at++) {
      const ref = this.refs[at] as number;
      this.refs[at] = 0;
      if (ref !== 0) return ref;
    }
    return 0;
  }

  /** The keys of a dict in the order that it shows, where that is not the order of its table. */
  order(): readonly number[] | undefined {
    return undefined;
  }

  /** Blocks that it owns now. */
  blocks(): Iterable<number> {
    return [];
  }

  /** The object dies, nothing is referred to any more: blocks go back. */
  release(heap: Heap): void {
    for (const block of this.blocks()) heap.memory.free(block);
  }

  /** All that can be seen of it, as values that can be compared: the references and blocks that it owns, and what else it keeps. */
  contents(): unknown[] {
    const owned: number[] = [];
    this.owned((ref) => void owned.push(ref));
    return [owned, [...this.blocks()], [...this.slots]];
  }

  copy(): Annex {
    return this.copyTo(new Annex(this.refs));
  }

  /** Fills a copy that has the same `refs` already. */
  protected copyTo<T extends Annex>(copy: T): T {
    for (const [slot, at] of this.slots) copy.slots.set(slot, at);
    return copy;
  }
}

/** The annexes of a heap, by object. */
export class Annexes {
  readonly #heap: Heap;
  readonly #all = new Map<number, Annex>();

  constructor(heap: Heap) {
    this.#heap = heap;
  }

  of(ref: number): Annex | undefined {
    return this.#all.get(ref);
  }

  /** Gives the object an annex; it must have none. */
  add<T extends Annex>(ref: number, annex: T): T {
    const { words } = this.#heap;
    words[ref + META] = (words[ref + META] as number) | HAS_ANNEX;
    this.#all.set(ref, annex);
    return annex;
  }

  /** The object's annex, made if it has none. */
  ensure(ref: number): Annex {
    return this.of(ref) ?? this.add(ref, new Annex());
  }

  /** The next reference that the object's annex lets go, 0 for none. */
  take(ref: number): number {
    return this.of(ref)?.take(this.#heap) ?? 0;
  }

  /** The object dies and its references are gone. */
  release(ref: number): void {
    const annex = this.of(ref);
    if (annex === undefined) return;
    this.#all.delete(ref);
    const { words } = this.#heap;
    words[ref + META] = (words[ref + META] as number) & ~HAS_ANNEX;
    annex.release(this.#heap);
  }

  /** By object: all that can be seen of its annex. */
  contents(): (readonly [number, unknown[]])[] {
    return [...this.#all].map(([ref, annex]) => [ref, annex.contents()]);
  }

  save(): AnnexesState {
    return [...this.#all].map(([ref, annex]) => [ref, annex.copy()] as const);
  }

  restore(state: AnnexesState): void {
    this.#all.clear();
    for (const [ref, annex] of state) this.#all.set(ref, annex.copy());
  }
}

export type AnnexesState = readonly (readonly [number, Annex])[];
