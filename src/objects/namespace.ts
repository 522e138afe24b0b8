/**
 * The names of one frame. Each bound name is a counted reference; the order of names is that of their first binding.
 * The namespace itself stands for the dict or the fast locals that CPython has there; it takes no simulated memory.
 */
import { EV, type Heap } from '../heap/index.ts';

export class Namespace {
  readonly #heap: Heap;
  readonly #values = new Map<string, number>();
  readonly #depth: number;

  constructor(heap: Heap, depth: number) {
    this.#heap = heap;
    this.#depth = depth;
  }

  /** Borrowed value, 0 when the name is not bound. */
  get(name: string): number {
    return this.#values.get(name) ?? 0;
  }

  /** name = value: the reference that the caller holds becomes the name's; the old value is dropped after. */
  bindStolen(name: string, value: number): void {
    const heap = this.#heap;
    const old = this.#values.get(name) ?? 0;
    this.#values.set(name, value);
    heap.ring.emit(EV.NAME_BOUND, heap.ring.symbol(name), heap.serialOf(value), this.#depth);
    if (old !== 0) heap.dropReference(old, 0);
  }

  bind(name: string, value: number): void {
    this.#heap.addReference(value, 0);
    this.bindStolen(name, value);
  }

  /** del name: the name goes first, then the reference; false when it was not bound. */
  unbind(name: string): boolean {
    const heap = this.#heap;
    const old = this.#values.get(name);
    if (old === undefined) return false;
    this.#values.delete(name);
    heap.ring.emit(EV.NAME_UNBOUND, heap.ring.symbol(name), heap.serialOf(old), this.#depth);
    heap.dropReference(old, 0);
    return true;
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  entries(): IterableIterator<[string, number]> {
    return this.#values.entries();
  }

  restore(entries: Iterable<readonly [string, number]>): void {
    this.#values.clear();
    for (const [name, value] of entries) this.#values.set(name, value);
  }
}
