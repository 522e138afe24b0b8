/**
 * What the heap must know of a type: how its objects keep references and how they go back.
 * The objects room defines one for each Python type and class; everything else about a type is its business.
 */
import { invariant } from './invariant.ts';
import type { Kind, Release } from './layout.ts';

export interface TypeInfo {
  /** Index in the table; stands in the low 16 bits of META. */
  readonly id: number;
  readonly name: string;
  readonly kind: Kind;
  readonly release: Release;
  /** Py_TPFLAGS_HAVE_GC: its objects count in gc.get_count() and can be tracked. */
  readonly gc: boolean;
  /** Its deallocation takes part in the trashcan. */
  readonly trashcan: boolean;
  /** tp_clear exists: the collector can break a cycle here (tuples cannot be cleared). */
  readonly clearable: boolean;
  /** tp_weaklistoffset != 0. */
  readonly weakrefs: boolean;
  /** Defines `__del__` (tp_finalize). */
  readonly finalizer: boolean;
  /** The class object that each instance holds a reference to; 0 for static types. */
  readonly object: number;
  /** Number of `__slots__` cells of an instance, inherited ones first. */
  readonly slotCount: number;
}

/** What is said of a type when it is defined; the rest follows. */
export type TypeDefinition = Omit<TypeInfo, 'id'>;

/** By id. Every process defines them first and in the same order. */
const BUILTINS: TypeInfo[] = [];

export class TypeTable {
  readonly all: TypeInfo[] = [];
  /** The kind of each type, for the collector's loops. */
  kinds = new Uint8Array(64);

  /** For a type that every process has under the same id: all processes share one description of it. */
  defineBuiltin(type: TypeDefinition): TypeInfo {
    const known = BUILTINS[this.all.length];
    if (known !== undefined) {
      invariant(
        Object.entries(type).every(([key, value]) => known[key as keyof TypeInfo] === value),
        'built-in types do not vary',
      );
      return this.#enter(known);
    }
    const info = this.define(type);
    BUILTINS.push(info);
    return info;
  }

  define(type: TypeDefinition): TypeInfo {
    const id = this.all.length;
    invariant(id <= 0xffff, 'there are at most 65,536 types');
    return this.#enter(described(type, id));
  }

  /** A class gets or loses `__del__` after its making. */
  setFinalizer(id: number, finalizer: boolean): void {
    const info = this.all[id] as TypeInfo;
    if (info.finalizer !== finalizer) this.all[id] = described({ ...info, finalizer }, id);
  }

  #enter(info: TypeInfo): TypeInfo {
    const { id, kind } = info;
    this.all.push(info);
    if (id === this.kinds.length) {
      const kinds = new Uint8Array(id * 2);
      kinds.set(this.kinds);
      this.kinds = kinds;
    }
    this.kinds[id] = kind;
    return info;
  }
}

/** Spelt out so that all have one shape: the heap's loops read them. */
function described(type: TypeDefinition, id: number): TypeInfo {
  return Object.freeze({
    id,
    name: type.name,
    kind: type.kind,
    release: type.release,
    gc: type.gc,
    trashcan: type.trashcan,
    clearable: type.clearable,
    weakrefs: type.weakrefs,
    finalizer: type.finalizer,
    object: type.object,
    slotCount: type.slotCount,
  });
}
