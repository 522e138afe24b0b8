/**
 * The list of nodes of an OrderedDict (odictobject.c): one block and one more reference to the key for each entry, and an array of
 * pointers to them as long as the dict's table. The order itself is that of the entries (dict.ts:moveEntry).
 */
import { Annex, type Heap } from '../../../heap/index.ts';

const NODE_BYTES = 32;
const POINTER_BYTES = 8;

export class OrderedNodes extends Annex {
  /** Counts changes, so that iterators notice them. */
  state = 0;
  readonly #heap: Heap;
  readonly #blockOf = new Map<number, number>();
  #pointers = 0;
  #pointersBlock = 0;

  constructor(heap: Heap, refs: readonly number[] = [0]) {
    super(refs);
    this.#heap = heap;
  }

  /** A node for a key that the dict has now; nothing when it has one (_odict_add_new_node). */
  add(key: number, tableSlots: number): void {
    this.fit(tableSlots);
    if (this.#blockOf.has(key)) return;
    this.#heap.incref(key);
    this.#blockOf.set(key, this.#heap.memory.alloc(NODE_BYTES));
    this.state++;
  }

  /** The pointers follow the size of the table (_odict_resize). */
  fit(tableSlots: number): void {
    if (this.#pointers === tableSlots) return;
    const fresh = this.#heap.memory.alloc(POINTER_BYTES * tableSlots);
    this.#heap.memory.free(this.#pointersBlock);
    this.#pointersBlock = fresh;
    this.#pointers = tableSlots;
  }

  /** The node goes; the reference to the key is the caller's to drop. */
  remove(key: number): boolean {
    const block = this.#blockOf.get(key);
    if (block === undefined) return false;
    this.#blockOf.delete(key);
    this.#heap.memory.free(block);
    this.state++;
    return true;
  }

  /** All nodes go; the references to their keys are the caller's to drop. */
  removeAll(): number[] {
    const keys = [...this.#blockOf.keys()];
    this.#heap.memory.free(this.#pointersBlock);
    this.#pointersBlock = 0;
    this.#pointers = 0;
    for (const key of keys) this.remove(key);
    this.state++;
    return keys;
  }

  get bytes(): number {
    return POINTER_BYTES * this.#pointers + NODE_BYTES * this.#blockOf.size;
  }

  override take(heap: Heap): number {
    const held = super.take(heap);
    if (held !== 0) return held;
    if (this.#pointersBlock !== 0) {
      heap.memory.free(this.#pointersBlock);
      this.#pointersBlock = 0;
      this.#pointers = 0;
    }
    const [key] = this.#blockOf.keys();
    if (key === undefined) return 0;
    this.remove(key);
    return key;
  }

  override visit(visit: (referent: number) => void): void {
    super.visit(visit);
    for (const key of this.#blockOf.keys()) visit(key);
  }

  override blocks(): number[] {
    const blocks = [...this.#blockOf.values()];
    return this.#pointersBlock === 0 ? blocks : [this.#pointersBlock, ...blocks];
  }

  override copy(): OrderedNodes {
    const copy = this.copyTo(new OrderedNodes(this.#heap, this.refs));
    for (const [key, block] of this.#blockOf) copy.#blockOf.set(key, block);
    copy.state = this.state;
    copy.#pointers = this.#pointers;
    copy.#pointersBlock = this.#pointersBlock;
    return copy;
  }
}
