/**
 * PyType: what the evaluator knows of a class beside its object on the heap (typeobject.c:PyTypeObject).
 *
 * A class made by Python code is a heap object whose fields are | dict | bases | mro | base | metaclass's words ... |, found by its serial.
 * A built-in one is an object from outside; its attributes are in `natives`. Looking a name up along the mro is cached in each
 * record until `version` changes, as CPython's method cache is.
 */
import { type Heap, META, TYPE_MASK, type TypeInfo } from '../../../heap/index.ts';
import type { KeysHolder, PythonClass, SharedObjects } from '../../../objects/index.ts';
import type { Maker } from '../calls/init-calls.ts';
import type { ExceptionTraits } from '../exceptions/raise.ts';
import type { NativeDefinition } from '../native.ts';
import type { MethodCache } from './method-cache.ts';

export interface PyType extends KeysHolder {
  name: string;
  qualname: string;
  module: string;
  /** The class object. */
  readonly ref: number;
  /** Layout of its direct instances. */
  readonly info: TypeInfo;
  /** How instances keep attributes; null for built-in classes and for subclasses of built-in containers. */
  readonly layout: PythonClass | null;
  bases: readonly PyType[];
  /** Itself first. */
  mro: readonly PyType[];
  readonly metaclass: PyType | null;
  /** The nearest built-in class of the mro: itself, or the one whose layout its instances have. */
  native: PyType;
  /** The class dict of a class made by Python code, 0 for built-in ones. */
  readonly dict: number;
  /** Attributes of a built-in class. */
  readonly natives: Map<string, number>;
  readonly construct: NativeDefinition | null;
  /** Names of `__slots__` of its own, null when it has none. */
  readonly slots: readonly string[] | null;
  /** Instances have a `__dict__` in their annex (subclasses of built-in containers and numbers). */
  readonly extraDict: boolean;
  /** The keys that the dicts of instances without a `layout` share. */
  sharedKeys: KeysHolder['sharedKeys'];
  readonly subclasses: Set<PyType>;
  /** The dict of its subclasses, owned; 0 before the first one that a program makes. */
  subclassDict: number;
  /** How many of CPython's own classes stand in that dict, too, of a built-in class. */
  subclassesBefore: number;
  /** ht_name and ht_qualname, owned; 0 for built-in classes. */
  nameRef: number;
  qualnameRef: number;
  /** ht_slots: the tuple of the names of its slots, owned; 0 without. */
  slotNames: number;
  /** Block of the keys that its instances share; 0: none of its own. */
  keysBlock: number;
  /** Block of a copy of its text (tp_doc); 0 without. */
  docBlock: number;
  cache: Map<string, number>;
  cacheVersion: number;
  /** tp_version_tag; 0: none that is valid (method-cache.ts). */
  versionTag: number;
  /** What calling it does (init-calls.ts). */
  maker: Maker | null;
  /** What its objects are as exceptions (raise.ts), null where they are none; undefined until somebody asks. */
  exception: ExceptionTraits | null | undefined;
  /** How often an attribute of the class itself was set or deleted. */
  changes: number;
}

/** What one class begins with that others do not; what may be left out only classes of Python code have. */
type Begun = Pick<PyType, 'name' | 'qualname' | 'module' | 'ref' | 'info' | 'layout' | 'bases'> &
  Partial<Pick<PyType, 'metaclass' | 'native' | 'dict' | 'slots' | 'extraDict' | 'nameRef' | 'qualnameRef'>>;

/** The record of a class, all made here so that the engine sees one shape; its method order and what it caches come later. */
export function newRecord(begun: Begun): PyType {
  const { name, qualname, module, ref, info, layout, bases, native } = begun;
  const { metaclass = null, dict = 0, slots = null, extraDict = false, nameRef = 0, qualnameRef = 0 } = begun;
  const record: Omit<PyType, 'native'> & { native: PyType | undefined } = {
    name,
    qualname,
    module,
    ref,
    info,
    layout,
    bases,
    mro: [],
    metaclass,
    native,
    dict,
    natives: new Map(),
    construct: null,
    slots,
    extraDict,
    sharedKeys: null,
    subclasses: new Set(),
    subclassDict: 0,
    subclassesBefore: 0,
    nameRef,
    qualnameRef,
    slotNames: 0,
    keysBlock: 0,
    docBlock: 0,
    cache: new Map(),
    cacheVersion: 0,
    versionTag: 0,
    maker: null,
    exception: undefined,
    changes: 0,
  };
  return Object.assign(record, { native: native ?? (record as PyType) });
}

/** What the table needs of whoever knows how. */
interface ClassTableParts {
  /** Reads a class dict. */
  readonly readDict: (dict: number, name: string) => number;
  readonly shared: SharedObjects;
  readonly names: MethodCache;
}

export class ClassTable {
  readonly #heap: Heap;
  readonly #byTypeId: (PyType | undefined)[] = [];
  readonly #bySerial = new Map<number, PyType>();
  readonly byName = new Map<string, PyType>();
  readonly all: PyType[] = [];
  readonly #readDict: ClassTableParts['readDict'];
  readonly #shared: SharedObjects;
  readonly names: MethodCache;
  version = 1;

  constructor(heap: Heap, { readDict, shared, names }: ClassTableParts) {
    this.#heap = heap;
    this.#readDict = readDict;
    this.#shared = shared;
    this.names = names;
  }

  add(type: PyType): PyType {
    this.#byTypeId[type.info.id] = type;
    this.#bySerial.set(this.#heap.serialOf(type.ref), type);
    this.all.push(type);
    if (type.dict === 0) this.byName.set(type.name, type);
    for (const base of type.bases) base.subclasses.add(type);
    return type;
  }

  /** The class derives from other classes than before. */
  moved(type: PyType, from: readonly PyType[]): void {
    for (const base of from) base.subclasses.delete(type);
    for (const base of type.bases) base.subclasses.add(type);
  }

  /** Another layout whose objects are of the same class. */
  alias(info: TypeInfo, type: PyType): void {
    this.#byTypeId[info.id] = type;
  }

  /** type(ref). */
  of(ref: number): PyType {
    const id = (this.#heap.words[ref + META] as number) & TYPE_MASK;
    return this.#byTypeId[id] as PyType;
  }

  /** The class whose instances have this layout; undefined when no program has seen one. */
  ofLayout(id: number): PyType | undefined {
    return this.#byTypeId[id];
  }

  /** The class whose object this is; undefined when it is no class. */
  forObject(ref: number): PyType | undefined {
    return this.#bySerial.get(this.#heap.serialOf(ref));
  }

  named(name: string): PyType {
    const type = this.byName.get(name);
    if (type === undefined) throw new Error(`no built-in class ${name}`);
    return type;
  }

  isSubclass(type: PyType, base: PyType): boolean {
    return type === base || type.mro.includes(base);
  }

  /** Borrowed attribute found along the mro, 0 when no class has it (_PyType_Lookup). */
  lookup(type: PyType, name: string): number {
    if (type.cacheVersion !== this.version) {
      type.cache = new Map();
      type.cacheVersion = this.version;
    }
    const known = type.cache.get(name);
    if (known !== undefined) return known;
    let found = 0;
    for (const one of type.mro) {
      found = this.own(one, name);
      if (found !== 0) break;
    }
    const interned = this.#shared.known(name);
    const sought = this.#shared.soughtFor(name);
    if (sought === 0) {
      if (interned !== 0) this.names.lookedUp(type, interned);
    } else if (interned !== 0 && interned !== sought) return found;
    type.cache.set(name, found);
    return found;
  }

  /** The same, starting after `start` in the mro (super). */
  lookupAfter(type: PyType, start: PyType, name: string): number {
    const { mro } = type;
    for (let at = mro.indexOf(start) + 1; at < mro.length; at++) {
      const found = this.own(mro[at] as PyType, name);
      if (found !== 0) return found;
    }
    return 0;
  }

  /** Borrowed attribute of the class itself. */
  own(type: PyType, name: string): number {
    return type.dict === 0 ? (type.natives.get(name) ?? 0) : this.#readDict(type.dict, name);
  }

  /** An attribute of some class changed. */
  changed(type?: PyType): void {
    this.version++;
    if (type === undefined) return;
    type.changes++;
    this.names.modified(type);
  }

  /** The living classes that name this one as a base, oldest first. */
  subclassesOf(type: PyType): PyType[] {
    const dead = [...type.subclasses].filter(
      (one) => !this.#heap.isObject(one.ref) || this.forObject(one.ref) !== one,
    );
    for (const one of dead) type.subclasses.delete(one);
    return [...type.subclasses];
  }
}

/** A built-in class makes its objects itself or as its built-in base does; only `object` makes plain objects. */
export function constructOf(native: PyType): NativeDefinition | null {
  if (native.bases.length === 0) return native.construct;
  return native.mro.find((one) => one.construct !== null && one.bases.length > 0)?.construct ?? null;
}

/** The C3 linearisation of the bases (mro_implementation), or the classes of which none could come next (set_mro_error). */
export function linearise(
  self: PyType,
  bases: readonly PyType[],
): { readonly mro: PyType[] | null; readonly stuck: readonly PyType[] } {
  const sequences = [...bases.map((base) => [...base.mro]), [...bases]];
  const result = [self];
  for (;;) {
    const left = sequences.filter((one) => one.length > 0);
    if (left.length === 0) return { mro: result, stuck: [] };
    const heads = left.map((one) => one[0] as PyType);
    const next = heads.find((head) => left.every((one) => one.indexOf(head) <= 0));
    if (next === undefined) return { mro: null, stuck: [...new Set(heads)] };
    result.push(next);
    for (const one of sequences) if (one[0] === next) one.shift();
  }
}
