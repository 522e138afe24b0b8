/**
 * The constants of one code object, and the merging of equal ones over a whole compilation
 * (compile.c:compiler_add_const, merge_consts_recursive).
 *
 * Always: equal constants of one compilation are one descriptor object, items of tuples included.
 */
import type { ConstValue } from '../constant.ts';
import { constantKey } from '../constant.ts';
import { codeKey } from './code-object.ts';

export class ConstantCache {
  readonly #known = new Map<string, ConstValue>();
  readonly #keys = new Map<ConstValue, string>();
  readonly #withPositions: boolean;

  constructor(codeEqualityHasPositions: boolean) {
    this.#withPositions = codeEqualityHasPositions;
  }

  key(constant: ConstValue): string {
    const known = this.#keys.get(constant);
    if (known !== undefined) return known;
    const key = constantKey(constant, (code) => codeKey(code, this.#withPositions, (item) => this.key(item)));
    this.#keys.set(constant, key);
    return key;
  }

  /** The one descriptor that stands for this value. */
  merge(constant: ConstValue): ConstValue {
    const key = this.key(constant);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const merged = this.#mergeItems(constant);
    this.#known.set(key, merged);
    this.#keys.set(merged, key);
    return merged;
  }

  #mergeItems(constant: ConstValue): ConstValue {
    if (constant.type !== 'tuple' && constant.type !== 'frozenset') return constant;
    return { type: constant.type, items: constant.items.map((item) => this.merge(item)) };
  }
}

export class ConstantPool {
  readonly values: ConstValue[] = [];
  readonly #cache: ConstantCache;
  readonly #index = new Map<string, number>();

  constructor(cache: ConstantCache) {
    this.#cache = cache;
  }

  /** Adds a tuple of constants that are here already, even if an equal one is. */
  append(items: readonly ConstValue[]): number {
    return this.values.push({ type: 'tuple', items }) - 1;
  }

  add(constant: ConstValue): number {
    const key = this.#cache.key(constant);
    const known = this.#index.get(key);
    if (known !== undefined) return known;
    const index = this.values.push(this.#cache.merge(constant)) - 1;
    this.#index.set(key, index);
    return index;
  }
}
