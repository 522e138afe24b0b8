/**
 * The items of a deque and the blocks that they lie in (_collectionsmodule.c, `struct BLOCK`).
 *
 *   |left|64 items|right| <-> |left|64 items|right| <-> ...      items stand between `leftIndex` of the first block and
 *                                                                 `rightIndex` of the last one
 * Always: size = (blocks - 1) * 64 + rightIndex - leftIndex + 1, and there is at least one block.
 * Empty blocks are kept for the next need: up to 16 by the process until 3.10, by each deque from 3.11.
 */
import { Annex, type Heap } from '../../../heap/index.ts';

export const BLOCK_ITEMS = 64;
export const BLOCK_BYTES = 8 * (BLOCK_ITEMS + 2);
const CENTER = (BLOCK_ITEMS - 1) >> 1;
const MOST_KEPT = 16;
const SMALLEST_RING = 8;

/** Blocks kept by the process. */
const keptByProcess = new WeakMap<Heap, number[]>();

export class DequeStorage extends Annex {
  maxlen = -1;
  /** Counts changes, so that iterators notice them. */
  state = 0;
  leftIndex = CENTER + 1;
  rightIndex = CENTER;
  size = 0;
  readonly #heap: Heap;
  readonly #ownKept: boolean;
  #kept: number[];
  /** Items in a ring: the first at #head. */
  #ring = new Int32Array(SMALLEST_RING);
  #head = 0;
  #blocks: number[] = [];

  constructor(heap: Heap, ownKept: boolean, refs: readonly number[] = [0]) {
    super(refs);
    this.#heap = heap;
    this.#ownKept = ownKept;
    this.#kept = [];
    if (!ownKept) {
      this.#kept = keptByProcess.get(heap) ?? [];
      keptByProcess.set(heap, this.#kept);
    }
  }

  /** The first block, which every deque has. */
  begin(): void {
    this.#blocks = [this.#newBlock()];
  }

  at(index: number): number {
    return this.#ring[(this.#head + index) & (this.#ring.length - 1)] as number;
  }

  put(index: number, item: number): void {
    this.#ring[(this.#head + index) & (this.#ring.length - 1)] = item;
  }

  /** Borrowed items, first to last. */
  items(): number[] {
    return Array.from({ length: this.size }, (_, at) => this.at(at));
  }

  /** Takes the reference over. */
  append(item: number): void {
    if (this.rightIndex === BLOCK_ITEMS - 1) {
      this.#blocks.push(this.#newBlock());
      this.rightIndex = -1;
    }
    this.rightIndex++;
    this.#makeRoom();
    this.size++;
    this.put(this.size - 1, item);
  }

  appendLeft(item: number): void {
    if (this.leftIndex === 0) {
      this.#blocks.unshift(this.#newBlock());
      this.leftIndex = BLOCK_ITEMS;
    }
    this.leftIndex--;
    this.#makeRoom();
    this.#head = (this.#head - 1) & (this.#ring.length - 1);
    this.size++;
    this.put(0, item);
  }

  /** The last item, whose reference the caller takes over. */
  pop(): number {
    const item = this.at(this.size - 1);
    this.put(this.size - 1, 0);
    this.rightIndex--;
    this.size--;
    this.state++;
    if (this.rightIndex >= 0) return item;
    if (this.size === 0) this.#recenter();
    else {
      this.#freeBlock(this.#blocks.pop() as number);
      this.rightIndex = BLOCK_ITEMS - 1;
    }
    return item;
  }

  popLeft(): number {
    const item = this.at(0);
    this.put(0, 0);
    this.#head = (this.#head + 1) & (this.#ring.length - 1);
    this.leftIndex++;
    this.size--;
    this.state++;
    if (this.leftIndex < BLOCK_ITEMS) return item;
    if (this.size === 0) this.#recenter();
    else {
      this.#freeBlock(this.#blocks.shift() as number);
      this.leftIndex = 0;
    }
    return item;
  }

  /** An empty deque that is filled from one side starts at the other side's end. */
  startAt(side: 'left' | 'right'): void {
    if (this.size > 0) return;
    this.leftIndex = side === 'left' ? 1 : BLOCK_ITEMS - 1;
    this.rightIndex = this.leftIndex - 1;
  }

  /** Moves one item from an end to the other (one step of _deque_rotate): the block that becomes empty is the one that is needed. */
  rotateOnce(direction: 1 | -1): void {
    const item = direction === 1 ? this.at(this.size - 1) : this.at(0);
    const fits = direction === 1 ? this.leftIndex > 0 : this.rightIndex < BLOCK_ITEMS - 1;
    if (!fits) this.#addBlock(direction);
    if (direction === 1) {
      this.put(this.size - 1, 0);
      this.#head = (this.#head - 1) & (this.#ring.length - 1);
      this.put(0, item);
      this.leftIndex--;
      this.rightIndex--;
    } else {
      this.put(0, 0);
      this.#head = (this.#head + 1) & (this.#ring.length - 1);
      this.put(this.size - 1, item);
      this.leftIndex++;
      this.rightIndex++;
    }
    this.#dropEmptyBlock();
  }

  get blockCount(): number {
    return Math.floor((this.leftIndex + this.size + BLOCK_ITEMS - 1) / BLOCK_ITEMS);
  }

  /** Starts anew with another block; the items, whose references the caller takes over (deque_clear). */
  takeAll(): number[] {
    if (this.size === 0) return [];
    const fresh = this.#newBlock();
    const items = this.items();
    const old = this.#blocks;
    this.#blocks = [fresh];
    this.#ring = new Int32Array(SMALLEST_RING);
    this.#head = 0;
    this.size = 0;
    this.state++;
    this.#recenter();
    for (const block of old) this.#freeBlock(block);
    return items;
  }

  override visit(visit: (referent: number) => void): void {
    super.visit(visit);
    for (let at = 0; at < this.size; at++) visit(this.at(at));
  }

  override take(heap: Heap): number {
    const held = super.take(heap);
    if (held !== 0 || this.size === 0) return held;
    return this.popLeft();
  }

  override blocks(): number[] {
    return this.#ownKept ? [...this.#blocks, ...this.#kept] : this.#blocks;
  }

  override release(heap: Heap): void {
    for (const block of this.#blocks) this.#freeBlock(block);
    if (this.#ownKept) for (const block of this.#kept) heap.memory.free(block);
  }

  override contents(): unknown[] {
    return [...super.contents(), this.maxlen];
  }

  override copy(): DequeStorage {
    const copy = this.copyTo(new DequeStorage(this.#heap, this.#ownKept, this.refs));
    copy.#ring = this.#ring.slice();
    copy.#head = this.#head;
    copy.#blocks = [...this.#blocks];
    if (this.#ownKept) copy.#kept = [...this.#kept];
    const { maxlen, state, leftIndex, rightIndex, size } = this;
    return Object.assign(copy, { maxlen, state, leftIndex, rightIndex, size });
  }

  #recenter(): void {
    this.leftIndex = CENTER + 1;
    this.rightIndex = CENTER;
  }

  #addBlock(direction: 1 | -1): void {
    if (direction === 1) {
      this.#blocks.unshift(this.#newBlock());
      this.leftIndex = BLOCK_ITEMS;
    } else {
      this.#blocks.push(this.#newBlock());
      this.rightIndex = -1;
    }
  }

  #dropEmptyBlock(): void {
    if (this.rightIndex < 0) {
      this.#freeBlock(this.#blocks.pop() as number);
      this.rightIndex = BLOCK_ITEMS - 1;
    } else if (this.leftIndex === BLOCK_ITEMS) {
      this.#freeBlock(this.#blocks.shift() as number);
      this.leftIndex = 0;
    }
  }

  #makeRoom(): void {
    const { length } = this.#ring;
    if (this.size < length) return;
    const ring = new Int32Array(length * 2);
    for (let at = 0; at < this.size; at++) ring[at] = this.at(at);
    this.#ring = ring;
    this.#head = 0;
  }

  #newBlock(): number {
    return this.#kept.pop() ?? this.#heap.memory.alloc(BLOCK_BYTES);
  }

  #freeBlock(block: number): void {
    if (this.#kept.length < MOST_KEPT) this.#kept.push(block);
    else this.#heap.memory.free(block);
  }
}
