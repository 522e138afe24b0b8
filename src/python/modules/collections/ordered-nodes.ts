/**
 * The list of nodes of an OrderedDict (odictobject.c): one block and one more reference to the key for each entry, and an array of
 * pointers to them as long as the dict's table. Its order is the dict's; the table of the dict keeps its own.
 * Always: `#nodes` has the nodes of the list and no others, and following them from `#first` leads to `#last`.
 */
import { Annex, type Heap } from '../../../heap/index.ts';

const NODE_BYTES = 32;
const POINTER_BYTES = 8;

interface Node {
  readonly key: number;
  readonly block: number;
  before: Node | undefined;
  after: Node | undefined;
}

export class OrderedNodes extends Annex {
  /** Counts changes, so that iterators notice them. */
  state = 0;
  readonly #heap: Heap;
  readonly #nodes = new Map<number, Node>();
  #first: Node | undefined;
  #last: Node | undefined;
  #pointers = 0;
  #pointersBlock = 0;

  constructor(heap: Heap, refs: readonly number[] = [0]) {
    super(refs);
    this.#heap = heap;
  }

  /** A node for a key that the dict has now; nothing when it has one (_odict_add_new_node). */
  add(key: number, tableSlots: number): void {
    this.fit(tableSlots);
    if (this.#nodes.has(key)) return;
    this.#heap.incref(key);
    this.#append(key, this.#heap.memory.alloc(NODE_BYTES));
    this.state++;
  }

  /** The first key, or the last one; 0 when there is none. Borrowed. */
  end(last: boolean): number {
    return (last ? this.#last : this.#first)?.key ?? 0;
  }

  /** The key after this one, which has a node, or before it; 0 where the list ends. Borrowed. */
  next(key: number, backwards: boolean): number {
    const node = this.#nodes.get(key);
    return (backwards ? node?.before : node?.after)?.key ?? 0;
  }

  /** The node of a key goes to the end or to the start (OrderedDict_move_to_end_impl). */
  /** False when the list has no node of that key, though the dict may have it. */
  move(key: number, last: boolean): boolean {
    const node = this.#nodes.get(key);
    if (node === undefined) return false;
    this.#unlink(node);
    if (last) this.#link(node, this.#last, undefined);
    else this.#link(node, undefined, this.#first);
    this.state++;
    return true;
  }

  #append(key: number, block: number): void {
    const node: Node = { key, block, before: undefined, after: undefined };
    this.#nodes.set(key, node);
    this.#link(node, this.#last, undefined);
  }

  #link(node: Node, before: Node | undefined, after: Node | undefined): void {
    node.before = before;
    node.after = after;
    if (before === undefined) this.#first = node;
    else before.after = node;
    if (after === undefined) this.#last = node;
    else after.before = node;
  }

  #unlink({ before, after }: Node): void {
    if (before === undefined) this.#first = after;
    else before.after = after;
    if (after === undefined) this.#last = before;
    else after.before = before;
  }

  override order(): number[] {
    const keys: number[] = [];
    for (let node = this.#first; node !== undefined; node = node.after) keys.push(node.key);
    return keys;
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
    const node = this.#nodes.get(key);
    if (node === undefined) return false;
    this.#nodes.delete(key);
    this.#unlink(node);
    this.#heap.memory.free(node.block);
    this.state++;
    return true;
  }

  /** All nodes go; the references to their keys are the caller's to drop. */
  removeAll(): number[] {
    const keys = this.order();
    this.#heap.memory.free(this.#pointersBlock);
    this.#pointersBlock = 0;
    this.#pointers = 0;
    for (const key of keys) this.remove(key);
    this.state++;
    return keys;
  }

  get bytes(): number {
    return POINTER_BYTES * this.#pointers + NODE_BYTES * this.#nodes.size;
  }

  override take(heap: Heap): number {
    const held = super.take(heap);
    if (held !== 0) return held;
    if (this.#pointersBlock !== 0) {
      heap.memory.free(this.#pointersBlock);
      this.#pointersBlock = 0;
      this.#pointers = 0;
    }
    const key = this.end(false);
    if (key !== 0) this.remove(key);
    return key;
  }

  override visit(visit: (referent: number) => void): void {
    super.visit(visit);
    for (const key of this.order()) visit(key);
  }

  override blocks(): number[] {
    const blocks = this.order().map((key) => (this.#nodes.get(key) as Node).block);
    return this.#pointersBlock === 0 ? blocks : [this.#pointersBlock, ...blocks];
  }

  override copy(): OrderedNodes {
    const copy = this.copyTo(new OrderedNodes(this.#heap, this.refs));
    for (let node = this.#first; node !== undefined; node = node.after) copy.#append(node.key, node.block);
    copy.state = this.state;
    copy.#pointers = this.#pointers;
    copy.#pointersBlock = this.#pointersBlock;
    return copy;
  }
}
