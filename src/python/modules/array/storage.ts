/** The items of an array.array and the block that they lie in (arraymodule.c:array_resize). */
import { Annex, type Heap } from '../../../heap/index.ts';
import { PythonRaise } from '../../../objects/index.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import type { Item, ItemType } from './item-types.ts';

const SLACK_KEPT = 16;
const SMALL = 8;

/** Of an array. */
export function storageOf(vm: Interpreter, array: number): ArrayStorage {
  return vm.heap.annexes.of(array) as ArrayStorage;
}

const exported = (): PythonRaise =>
  new PythonRaise('BufferError', 'cannot resize an array that is exporting buffers');

export class ArrayStorage extends Annex {
  items: Item[] = [];
  allocated = 0;
  /** Does somebody look into it, who must not be left with a buffer that is gone? */
  isExported: () => boolean = () => false;
  readonly type: ItemType;
  readonly #heap: Heap;
  #block = 0;

  constructor(heap: Heap, type: ItemType, refs: readonly number[] = [0]) {
    super(refs);
    this.#heap = heap;
    this.type = type;
  }

  /** Exactly these (newarrayobject). */
  begin(items: readonly Item[]): void {
    this.items = [...items];
    this.allocated = items.length;
    if (items.length > 0) this.#block = this.#heap.memory.alloc(items.length * this.type.size);
  }

  /** Replaces the items, whose number may be another. */
  set(items: Item[]): void {
    this.#resize(this.items.length, items.length);
    this.items = items;
  }

  append(item: Item): void {
    this.#resize(this.items.length, this.items.length + 1);
    this.items.push(item);
  }

  removeLast(): Item {
    const { length } = this.items;
    this.#resize(length, length - 1);
    return this.items.pop() as Item;
  }

  override blocks(): number[] {
    return this.#block === 0 ? [] : [this.#block];
  }

  override contents(): unknown[] {
    return [...super.contents(), this.type.code, this.items, this.allocated];
  }

  override copy(): ArrayStorage {
    const copy = this.copyTo(new ArrayStorage(this.#heap, this.type, this.refs));
    copy.items = [...this.items];
    copy.allocated = this.allocated;
    copy.#block = this.#block;
    return copy;
  }

  toBytes(): Uint8Array {
    const view = new DataView(new ArrayBuffer(this.items.length * this.type.size));
    for (const [at, item] of this.items.entries()) this.type.store(view, at * this.type.size, item);
    return new Uint8Array(view.buffer);
  }

  fromBytes(bytes: Uint8Array): Item[] {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const count = bytes.length / this.type.size;
    return Array.from({ length: count }, (_, at) => this.type.load(view, at * this.type.size));
  }

  /** array_ass_subscr: while somebody looks at the items a slice gets as many as it had, and is not empty. */
  checkExported(length: number, given: number): void {
    if ((given === 0 || given !== length) && this.isExported()) throw exported();
  }

  #resize(size: number, wanted: number): void {
    if (size !== wanted && this.isExported()) throw exported();
    if (this.allocated >= wanted && size < wanted + SLACK_KEPT && this.#block !== 0) return;
    const { memory } = this.#heap;
    if (wanted === 0) {
      memory.free(this.#block);
      this.#block = 0;
      this.allocated = 0;
      return;
    }
    this.allocated = (wanted >> 4) + (size < SMALL ? 3 : 7) + wanted;
    this.#block = memory.realloc(this.#block, this.allocated * this.type.size);
  }
}
