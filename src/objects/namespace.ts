/**
 * The names of one frame. Each bound name is a counted reference; the order of names is that of their first binding.
 * The namespace itself stands for the dict or the fast locals that CPython has there; it takes no simulated memory. Where programs run,
 * the main module's names are in its dict instead, which programs and operations share.
 *
 * A name has a slot for ever once it was asked for, so a statement in a loop looks it up only once.
 * Always: a slot's value is 0 when, and only when, its name is not bound.
 */

import type { Heap } from '../heap/index.ts';
import * as heapRoom from '../heap/index.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const { EV } = heapRoom;

const NOT_YET = -1;

/** Where names live once programs run: the dict of the main module. Its values are counted references of the dict's. */
export interface NameDict {
  /** Borrowed value, 0 when there is none. */
  get(name: string): number;
  set(name: string, value: number): void;
  /** False when there was none. */
  remove(name: string): boolean;
  entries(): [string, number][];
}

export class Namespace {
  readonly #heap: Heap;
  readonly #depth: number;
  readonly #slots = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #values: number[] = [];
  /** The name's symbol in the ring; NOT_YET before the first event that needs it, for symbols count in order of use. */
  readonly #symbols: number[] = [];
  /** When the name was bound, by a clock that counts new names: the order of the entries. */
  readonly #since: number[] = [];
  #bindings = 0;
  #dict: NameDict | null = null;

  constructor(heap: Heap, depth: number) {
    this.#heap = heap;
    this.#depth = depth;
  }

  /** The place of a name, bound or not. */
  slotOf(name: string): number {
    const known = this.#slots.get(name);
    if (known !== undefined) return known;
    const slot = this.#values.length;
    this.#slots.set(name, slot);
    this.#names.push(name);
    this.#values.push(0);
    this.#symbols.push(NOT_YET);
    this.#since.push(0);
    return slot;
  }

  /** Borrowed value, 0 when the name is not bound. */
  at(slot: number): number {
    if (this.#dict !== null) return this.#dict.get(this.#names[slot] as string);
    return this.#values[slot] as number;
  }

  /** From now on the names live in a dict, those that are bound move there. */
  moveTo(dict: NameDict): void {
    for (const [name, value] of this.entries()) {
      dict.set(name, value);
      this.#heap.dropReference(value, 0);
    }
    this.#values.fill(0);
    this.#dict = dict;
  }

  /** The references that the names themselves hold. */
  held(): number[] {
    return this.#dict === null ? this.#values.filter((value) => value !== 0) : [];
  }

  /** Borrowed value, 0 when the name is not bound. */
  get(name: string): number {
    if (this.#dict !== null) return this.#dict.get(name);
    const slot = this.#slots.get(name);
    return slot === undefined ? 0 : (this.#values[slot] as number);
  }

  /** name = value: the reference that the caller holds becomes the name's; the old value is dropped after. */
  bindStolen(name: string, value: number): void {
    this.bindSlot(this.slotOf(name), name, value);
  }

  /** The same for a name whose slot is known. */
  bindSlot(slot: number, name: string, value: number): void {
    const heap = this.#heap;
    if (this.#dict !== null) {
      heap.ring.emit(EV.NAME_BOUND, this.#symbolOf(slot, name), heap.serialOf(value), this.#depth);
      this.#dict.set(name, value);
      heap.dropReference(value, 0);
      return;
    }
    const old = this.#values[slot] as number;
    this.#values[slot] = value;
    if (old === 0) this.#since[slot] = ++this.#bindings;
    heap.ring.emit(EV.NAME_BOUND, this.#symbolOf(slot, name), heap.serialOf(value), this.#depth);
    if (old !== 0) heap.dropReference(old, 0);
  }

  bind(name: string, value: number): void {
    this.#heap.addReference(value, 0);
    this.bindStolen(name, value);
  }

  /** del name: the name goes first, then the reference; false when it was not bound. */
  unbind(name: string): boolean {
    return this.unbindSlot(this.slotOf(name), name);
  }

  /** The same for a name whose slot is known. */
  unbindSlot(slot: number, name: string): boolean {
    const heap = this.#heap;
    const old = this.at(slot);
    if (old === 0) return false;
    this.#values[slot] = 0;
    heap.ring.emit(EV.NAME_UNBOUND, this.#symbolOf(slot, name), heap.serialOf(old), this.#depth);
    if (this.#dict === null) heap.dropReference(old, 0);
    else this.#dict.remove(name);
    return true;
  }

  has(name: string): boolean {
    return this.get(name) !== 0;
  }

  /** Bound names and their values, the one bound first is first. */
  entries(): [string, number][] {
    if (this.#dict !== null) return this.#dict.entries();
    return [...this.#slots]
      .filter(([, slot]) => this.#values[slot] !== 0)
      .sort(([, one], [, other]) => (this.#since[one] as number) - (this.#since[other] as number))
      .map(([name, slot]) => [name, this.#values[slot] as number]);
  }

  restore(entries: Iterable<readonly [string, number]>): void {
    this.#slots.clear();
    this.#names.length = 0;
    this.#values.length = 0;
    this.#symbols.length = 0;
    this.#since.length = 0;
    for (const [name, value] of entries) {
      const slot = this.slotOf(name);
      this.#values[slot] = value;
      this.#since[slot] = ++this.#bindings;
    }
  }

  #symbolOf(slot: number, name: string): number {
    const known = this.#symbols[slot] as number;
    return known === NOT_YET ? this.#newSymbol(slot, name) : known;
  }

  #newSymbol(slot: number, name: string): number {
    const symbol = this.#heap.ring.symbol(name);
    this.#symbols[slot] = symbol;
    return symbol;
  }
}
