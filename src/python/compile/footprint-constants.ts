/**
 * The containers that constants take (compile.c: merge_consts_recursive, merge_const_one; codeobject.c:_PyCode_ConstantKey): constants that are
 * tuples, and keys that tell equal constants of different types apart. Keys of new constants stay in `c_const_cache` until the end.
 */
import type { ConstValue } from '../constant.ts';
import { type Footprint, NO_CONTAINER } from './footprint.ts';

/** A constant, and those within it, as objects of the footprint. */
type Made = { readonly object: number; readonly items: readonly Made[] };

export type ConstTuple = Extract<ConstValue, { type: 'tuple' }>;

const NO_BYTES: ConstValue = { type: 'bytes', value: new Uint8Array(0) };
const PLAIN: Made = { object: NO_CONTAINER, items: [] };

export class ConstantFootprint {
  readonly #footprint: Footprint;
  readonly #keyOf: (constant: ConstValue) => string;
  readonly #cache: number;
  /** What is in the cache, by value: the object that stands for all equal ones. */
  readonly #known = new Map<string, number>();
  /** What is in no cache, by itself. */
  readonly #unmerged = new Map<ConstValue, number>();
  readonly #keys: number[] = [];
  /** Constants that the syntax tree made. */
  readonly inTree: number[] = [];
  /** What code objects alone hold when the compilation has ended. */
  readonly ofCode: number[] = [];

  constructor(footprint: Footprint, keyOf: (constant: ConstValue) => string) {
    this.#footprint = footprint;
    this.#keyOf = keyOf;
    this.#cache = footprint.dict();
  }

  /** A constant of the syntax tree, or one that the compiler makes for the occasion. */
  add(constant: ConstValue, isInTree: boolean): void {
    const made = this.#make(constant);
    this.#merge(constant, made);
    if (isInTree) this.inTree.push(made.object);
    else this.#footprint.drop(made.object);
  }

  /** A tuple of constants that replaces the instructions which build it (fold_tuple_on_constants), merged with equal ones or not. */
  fold(constant: ConstTuple, merges: boolean): void {
    const object = this.tupleOf(constant);
    if (!merges) this.#unmerged.set(constant, object);
    if (merges && this.mergeOne(constant, object) === object) this.#footprint.drop(object);
    else if (!merges) this.ofCode.push(object);
  }

  /** A tuple of what is in the tables of a unit. */
  tupleOf({ items }: ConstTuple): number {
    return this.#footprint.tupleOf(
      items.length,
      items.map((item) => this.#objectOf(item)),
    );
  }

  /** merge_const_one: the object, or instead of it the equal one that is there already. */
  mergeOne(constant: ConstValue, object: number): number {
    const text = this.#keyOf(constant);
    const known = this.#known.get(text);
    const key = this.#key(constant, object);
    if (known === undefined) {
      this.#keep(text, key, object);
      return object;
    }
    this.#footprint.drop(key);
    this.#footprint.drop(object);
    return known;
  }

  /** The same of a tuple that code keeps. */
  mergeForCode(constant: ConstTuple, object: number): number {
    const merged = this.mergeOne(constant, object);
    if (merged === object) this.ofCode.push(object);
    return merged;
  }

  /** The same of bytes that nobody else keeps; empty ones may be a constant, too. */
  mergeBytes(table: string, content: string): void {
    const key = content === '' ? this.#keyOf(NO_BYTES) : `${table} ${content}`;
    const pair = this.#footprint.tuple(2);
    if (this.#known.has(key)) this.#footprint.drop(pair);
    else this.#keep(key, pair, NO_CONTAINER);
  }

  /** The compilation ends. */
  end(): void {
    this.#footprint.drop(this.#cache);
    for (const key of this.#keys) this.#footprint.drop(key);
  }

  #objectOf(constant: ConstValue): number {
    return this.#unmerged.get(constant) ?? this.#known.get(this.#keyOf(constant)) ?? NO_CONTAINER;
  }

  #keep(text: string, key: number, object: number, isText = false): void {
    this.#known.set(text, object);
    this.#footprint.put(this.#cache, 1, isText);
    if (key !== NO_CONTAINER) this.#keys.push(key);
  }

  #merge(constant: ConstValue, made: Made): void {
    if (constant.type === 'none' || constant.type === 'ellipsis') return;
    const text = this.#keyOf(constant);
    const key = this.#key(constant, made.object);
    if (this.#known.has(text)) {
      this.#footprint.drop(key);
      return;
    }
    this.#keep(text, key, made.object, constant.type === 'str');
    if (constant.type === 'frozenset') this.#rebuild(constant.items, made);
    else if (constant.type === 'tuple')
      for (const [at, item] of constant.items.entries()) this.#merge(item, made.items[at] ?? PLAIN);
  }

  /** A frozenset cannot be changed: another one is made of the merged items. */
  #rebuild(items: readonly ConstValue[], made: Made): void {
    const tuple = this.#footprint.tuple(items.length);
    for (const [at, item] of items.entries()) this.#merge(item, made.items[at] ?? PLAIN);
    this.#footprint.drop(tuple);
  }

  #make(constant: ConstValue): Made {
    if (constant.type !== 'tuple' && constant.type !== 'frozenset') return PLAIN;
    const items = constant.items.map((item) => this.#make(item));
    const objects = items.map(({ object }) => object);
    if (constant.type === 'frozenset') return { object: this.#footprint.set(), items };
    const object = this.#footprint.tupleOf(items.length, objects);
    for (const item of objects) this.#footprint.drop(item);
    return { object, items };
  }

  /** _PyCode_ConstantKey: numbers, texts and code stand for themselves, what could equal another type is paired with its type. */
  #key(constant: ConstValue, object: number): number {
    switch (constant.type) {
      case 'none':
      case 'ellipsis':
      case 'int':
      case 'str':
      case 'code':
        return NO_CONTAINER;
      case 'tuple':
        return this.#pair(this.#keysOf(constant.items), object);
      case 'frozenset': {
        const keys = this.#keysOf(constant.items);
        const set = this.#footprint.set();
        this.#footprint.drop(keys);
        return this.#pair(set, object);
      }
      default:
        return this.#footprint.tuple(this.#isSigned(constant) ? 3 : 2);
    }
  }

  #pair(key: number, object: number): number {
    const pair = this.#footprint.tupleOf(2, [key, object]);
    this.#footprint.drop(key);
    return pair;
  }

  #keysOf(items: readonly ConstValue[]): number {
    const tuple = this.#footprint.tuple(items.length);
    for (const item of items) {
      const key = this.#key(item, NO_CONTAINER);
      this.#footprint.hold(tuple, key);
      this.#footprint.drop(key);
    }
    return tuple;
  }

  /** A zero with a minus has a key of its own. */
  #isSigned(constant: ConstValue): boolean {
    if (constant.type === 'complex') return Object.is(constant.real, -0) || Object.is(constant.imag, -0);
    return constant.type === 'float' && Object.is(constant.value, -0);
  }
}
