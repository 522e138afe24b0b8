/**
 * The objects that the interpreter and the modules of a program are made of: tracked by CPython, and most of them not kept here. They make
 * full collections rare: one is due when what came since the last is a quarter of what survived that (long_lived_total, FACTS 8).
 */
import { GENERATION_HEADS } from '../../../heap/index.ts';
import type { Interpreter } from '../interpreter.ts';
import { objectsOfImport } from './module-objects.ts';

/** What the first module that is not built in adds: the finder of the program's own folder (`.` in import-shifts.ts). */
const FINDER_OBJECTS = 8;

export class StartObjects {
  readonly #vm: Interpreter;
  #shown: readonly number[] | null = null;
  /** gc.freeze() made them permanent. */
  #frozen = false;
  /** The immortal ones are in the permanent generation, which each collection that meets them moves them to (update_refs, 3.12). */
  #immortalsMoved = true;
  /** Modules that the program imported and what they import, and how many objects have come by that and otherwise. */
  readonly #loaded = new Set<string>();
  #added = 0;
  /** How many objects of modules are kept here; null: not counted since an import. */
  #kept: number | null = 0;

  constructor(vm: Interpreter) {
    this.#vm = vm;
  }

  /** In the permanent generation. */
  get permanent(): number {
    return (this.#frozen ? this.#count() : 0) + (this.#immortalsMoved ? this.#vm.rules.immortalAtStart : 0);
  }

  /** That a full collection of CPython's looks at. */
  get collectable(): number {
    return this.#frozen ? 0 : this.#count();
  }

  imported(module: string): void {
    this.#added += objectsOfImport(this.#vm.process.config.python, module, this.#loaded);
    this.#kept = null;
  }

  /** The interpreter makes so many more of its own, which stay. */
  make(count: number): void {
    this.#added += count;
    for (let made = 0; made < count; made++) this.#vm.heap.collector.noteAllocation();
  }

  freeze(): void {
    this.#frozen = true;
    this.#immortalsMoved = true;
  }

  unfreeze(): void {
    this.#frozen = false;
    this.#immortalsMoved = false;
  }

  /** A full collection looks at them: how many survive it, beside those that are kept here and that it has counted. */
  survive(): number {
    this.#immortalsMoved = true;
    if (this.#frozen) return 0;
    this.#kept ??= this.#countKept();
    return Math.max(0, this.#count() - this.#kept);
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
    const { imports, rules } = this.#vm;
    return rules.objectsAtStart + this.#added + (imports.loaded.has('.') ? FINDER_OBJECTS : 0);
  }

  #countKept(): number {
    const { heap, madeAside } = this.#vm;
    let kept = 0;
    for (const ref of heap.collector.list(GENERATION_HEADS[2])) {
      const serial = heap.serialOf(ref);
      if (madeAside.some(([first, last]) => first <= serial && serial <= last)) kept++;
    }
    return kept;
  }
}
