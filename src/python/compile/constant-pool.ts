/**
 * The constants of one code object, and the merging of equal ones over a whole compilation
 * (compile.c:compiler_add_const, merge_consts_recursive).
 *
 * Always: equal constants of one compilation are one descriptor object, items of tuples included.
 */
import type { ConstValue } from '../constant.ts';
import { constantKey } from '../constant.ts';
import type { LanguageProfile } from '../language-profile.ts';
import { codeKey } from './code-object.ts';
import type { Footprint } from './footprint.ts';
import { ConstantFootprint, type ConstTuple } from './footprint-constants.ts';

/** Which parts of a constant are objects of the syntax tree: itself and its items, its items alone, or neither. */
export type InTree = 'whole' | 'items' | 'nothing';

export class ConstantCache {
  /** How often the syntax tree holds each constant: what the parser and the folder made, they keep (pycore_pyarena.h). */
  readonly inTree = new Map<ConstValue, number>();
  readonly #known = new Map<string, ConstValue>();
  readonly #keys = new Map<ConstValue, string>();
  readonly #withPositions: boolean;
  readonly #bytesTwice: boolean;
  readonly footprint: ConstantFootprint;

  constructor(
    profile: Pick<LanguageProfile, 'codeEqualityHasPositions' | 'bytesJoinedInPlace'>,
    footprint: Footprint,
  ) {
    this.footprint = new ConstantFootprint(footprint, (constant) => this.key(constant));
    this.#withPositions = profile.codeEqualityHasPositions;
    this.#bytesTwice = profile.bytesJoinedInPlace;
  }

  key(constant: ConstValue): string {
    const known = this.#keys.get(constant);
    if (known !== undefined) return known;
    const key = constantKey(constant, (code) => codeKey(code, this.#withPositions, (item) => this.key(item)));
    this.#keys.set(constant, key);
    return key;
  }

  /** The one descriptor that stands for this value: the first; of equal ones that come later the tree alone keeps objects. */
  merge(constant: ConstValue, inTree: InTree): ConstValue {
    const key = this.key(constant);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const merged = this.#mergeItems(constant, inTree === 'nothing' ? 'nothing' : 'whole');
    if (inTree === 'whole') this.#keepInTree(constant, merged);
    this.#known.set(key, merged);
    this.#keys.set(merged, key);
    return merged;
  }

  /** Of a frozenset the tree keeps its own, with the items that it had; what is merged is another one (merge_consts_recursive). */
  #keepInTree(constant: ConstValue, merged: ConstValue): void {
    if (constant.type !== 'frozenset') {
      this.inTree.set(merged, constant.type === 'bytes' && this.#bytesTwice ? 2 : 1);
      return;
    }
    for (const item of constant.items)
      if (this.inTree.has(item)) this.inTree.set(item, (this.inTree.get(item) ?? 0) + 1);
  }

  #mergeItems(constant: ConstValue, inTree: InTree): ConstValue {
    if (constant.type !== 'tuple' && constant.type !== 'frozenset') return constant;
    return { type: constant.type, items: constant.items.map((item) => this.merge(item, inTree)) };
  }
}

export class ConstantPool {
  readonly values: ConstValue[] = [];
  readonly #cache: ConstantCache;
  readonly #index = new Map<string, number>();
  readonly #grows: (constant: ConstValue) => void;

  constructor(cache: ConstantCache, grows: (constant: ConstValue) => void) {
    this.#cache = cache;
    this.#grows = grows;
  }

  /** Adds a tuple of constants that are here already, even if an equal one is. */
  append(items: readonly ConstValue[]): number {
    const tuple: ConstTuple = { type: 'tuple', items };
    this.#cache.footprint.fold(tuple, false);
    return this.values.push(tuple) - 1;
  }

  /** Adds a tuple of constants that are here already, unless an equal one is. */
  fold(items: readonly ConstValue[]): number {
    const tuple: ConstTuple = { type: 'tuple', items };
    this.#cache.footprint.fold(tuple, true);
    return this.#add(tuple, 'nothing');
  }

  add(constant: ConstValue, inTree: InTree = 'nothing'): number {
    this.#cache.footprint.add(constant, inTree === 'whole');
    return this.#add(constant, inTree);
  }

  #add(constant: ConstValue, inTree: InTree): number {
    const key = this.#cache.key(constant);
    const known = this.#index.get(key);
    if (known !== undefined) return known;
    this.#grows(constant);
    const index = this.values.push(this.#cache.merge(constant, inTree)) - 1;
    this.#index.set(key, index);
    return index;
  }
}
