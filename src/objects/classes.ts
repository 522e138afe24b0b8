/**
 * Classes as the heap sees them: what an instance's block holds and where its attributes live (typeobject.c:type_new).
 *
 * A class that operations define existed before the session, so defining it costs nothing in it; an instance holds a
 * reference to it. Slots of a subclass come before those of its base, each group in alphabetical order, which is the order
 * in which they are visited and dropped.
 */
import { GC_HEAD_BYTES, KIND, RELEASE, type TypeInfo } from '../heap/index.ts';
import type { Process } from './process.ts';
import { SharedKeys } from './shared-keys.ts';

/** What `__del__` does: nothing there, a Python function that does nothing, or one that keeps the object alive. */
export type Finalizer = 'none' | 'noop' | 'resurrect';

export interface ClassDefinition {
  readonly name: string;
  readonly bases: readonly PythonClass[];
  /** null: no `__slots__`, so instances get a `__dict__` and can be weakly referenced. */
  readonly slots: readonly string[] | null;
  readonly finalizer: Finalizer;
  /** The class object, where a saved heap has it already. */
  readonly object?: number;
}

export interface PythonClass {
  readonly name: string;
  readonly type: TypeInfo;
  /** The class object, from outside the session. */
  readonly object: number;
  readonly bases: readonly PythonClass[];
  /** Own slots first, then inherited ones: the cells of an instance. */
  readonly slots: readonly string[];
  /** `__slots__` as the class body has it. */
  readonly definedSlots: readonly string[] | null;
  readonly hasDict: boolean;
  readonly hasWeakrefs: boolean;
  readonly finalizer: Finalizer;
  /** Its own body defines `__del__`. */
  readonly definesFinalizer: boolean;
  /** Bytes of the block in front of the object. */
  readonly headBytes: number;
  /** getsizeof of an instance. */
  readonly instanceBytes: number;
  /** 3.13: values lie in the instance's own block. */
  readonly inlineValues: boolean;
  /** null once instances can no longer share (up to 3.10) or when they have no dict. */
  sharedKeys: SharedKeys | null;
}

/** The base whose layout a class continues has all slots that the other bases have (best_base). */
function inheritedSlots(bases: readonly PythonClass[]): readonly string[] {
  return bases.reduce<readonly string[]>(
    (most, { slots }) => (slots.length > most.length ? slots : most),
    [],
  );
}

export function defineClass(process: Process, definition: ClassDefinition): PythonClass {
  const { layout } = process.profile;
  const { bases, slots } = definition;
  const own =
    slots === null ? null : slots.filter((name) => name !== '__dict__' && name !== '__weakref__').sort();
  const cells = [...(own ?? []), ...inheritedSlots(bases)];
  const hasDict = slots === null || slots.includes('__dict__') || bases.some((base) => base.hasDict);
  const hasWeakrefs =
    slots === null || slots.includes('__weakref__') || bases.some((base) => base.hasWeakrefs);
  const inherited = bases.find((base) => base.finalizer !== 'none')?.finalizer ?? 'none';
  const finalizer = definition.finalizer === 'none' ? inherited : definition.finalizer;
  const managed = (hasDict && !layout.dictSlotInBody) || (hasWeakrefs && !layout.weakrefSlotInBody);
  const body =
    layout.instanceBasic +
    (hasDict && layout.dictSlotInBody ? 8 : 0) +
    (hasWeakrefs && layout.weakrefSlotInBody ? 8 : 0) +
    8 * cells.length;
  const headBytes = managed ? layout.instancePreHeader : GC_HEAD_BYTES;
  const object = definition.object ?? process.heap.newOutside(process.types.type, 1);
  const type = process.heap.types.define({
    name: definition.name,
    kind: KIND.INSTANCE,
    release: RELEASE.FREE,
    gc: true,
    trashcan: true,
    clearable: true,
    weakrefs: hasWeakrefs,
    finalizer: finalizer !== 'none',
    object,
    slotCount: cells.length,
  });
  const one: PythonClass = {
    name: definition.name,
    type,
    object,
    bases,
    slots: cells,
    definedSlots: slots,
    hasDict,
    hasWeakrefs,
    finalizer,
    definesFinalizer: definition.finalizer !== 'none',
    headBytes,
    instanceBytes: body + headBytes,
    inlineValues: layout.attributes === 'inline' && hasDict && body === layout.instanceBasic,
    sharedKeys: hasDict ? SharedKeys.ofClass(process) : null,
  };
  process.addClass(one);
  return one;
}
