/**
 * The objects that the interpreter and the modules of a program are made of: tracked by CPython, and most of them not kept here. They make
 * full collections rare: one is due when what came since the last is a quarter of what survived that (long_lived_total, FACTS 8).
 */
import type { Interpreter } from '../interpreter.ts';

/** How many more a first import leaves (len(gc.get_objects()) of 3.12.1 after gc.collect()). Modules share most of what they need, so the largest counts. */
const ADDED_BY_IMPORT: { readonly [module: string]: number } = {
  array: 819,
  collections: 733,
  contextlib: 1176,
  copy: 505,
  ctypes: 638,
  dataclasses: 4125,
  enum: 1242,
  functools: 955,
  itertools: 220,
  json: 1804,
  linecache: 1802,
  random: 603,
  string: 1724,
  traceback: 2203,
  tracemalloc: 2283,
  typing: 2772,
  weakref: 456,
};

export class StartObjects {
  readonly #vm: Interpreter;
  #shown: readonly number[] | null = null;
  /** gc.freeze() made them permanent. */
  #frozen = false;
  /** The immortal ones are in the permanent generation, which each collection that meets them moves them to (update_refs, 3.12). */
  #immortalsMoved = true;

  constructor(vm: Interpreter) {
    this.#vm = vm;
  }

  /** In the permanent generation. */
  get permanent(): number {
    return (this.#frozen ? this.#count() : 0) + (this.#immortalsMoved ? this.#vm.rules.immortalAtStart : 0);
  }

  /** That a full collection looks at. */
  get collectable(): number {
    return this.#frozen ? 0 : this.#count();
  }

  freeze(): void {
    this.#frozen = true;
    this.#immortalsMoved = true;
  }

  unfreeze(): void {
    this.#frozen = false;
    this.#immortalsMoved = false;
  }

  /** A full collection looks at them: how many survive it. */
  survive(): number {
    this.#immortalsMoved = true;
    return this.collectable;
  }

  /** Those that exist here, too, and stay the same all the time: methods and attributes of built-in classes. */
  shown(): readonly number[] {
    const { classes, heap } = this.#vm;
    this.#shown ??= classes.all
      .flatMap((type) => [...type.natives.values()])
      .filter((ref) => heap.typeOf(ref).gc);
    return this.#shown;
  }

  #count(): number {
    const added = [...this.#vm.modules.keys()].map((name) => ADDED_BY_IMPORT[name] ?? 0);
    return this.#vm.rules.objectsAtStart + Math.max(0, ...added);
  }
}
