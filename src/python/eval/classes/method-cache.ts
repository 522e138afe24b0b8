/**
 * The table in which CPython remembers what it has found along the mro of a class (typeobject.c:method_cache). What was found is
 * remembered elsewhere (class-table.ts); here is what can be seen of it: each entry holds a reference to the name, whose str object stays
 * alive until another name comes to its place. Tables of a process are not emptied when classes change or die.
 *
 * Special names are left out: the interpreter holds them itself, and which of them have come to the table depends on its start.
 */
import { type Heap, META, TYPE_MASK } from '../../../heap/index.ts';
import { hash64Of, type Process, type Sought } from '../../../objects/index.ts';
import { dialectOf } from '../../dialect.ts';
import type { Steps } from '../calls/waiting.ts';
import type { Interpreter } from '../interpreter.ts';
import { ClassTable, type PyType } from './class-table.ts';

/** MCACHE_SIZE_EXP */
const ENTRIES = 1 << 12;
const LAST = ENTRIES - 1;
/** MCACHE_MAX_ATTR_SIZE: longer names are not remembered. */
const LONGEST_NAME = 100;
const SPECIAL = /^__\w*__$/;

/** Strs begin at multiples of eight bytes, so the lowest bits of an address tell nothing. */
const ADDRESS_STEP = 8;

interface MethodCacheParts {
  /** Layout of strs: subclasses of them are not remembered. */
  readonly strId: number;
  readonly placedEarly: boolean;
  readonly firstTag: number;
  /** A number that tells, with the tag of a class, where a name belongs; its lowest bits count. */
  readonly placeOf: (name: number) => number;
}

export class MethodCache {
  readonly #heap: Heap;
  readonly #placeOf: MethodCacheParts['placeOf'];
  readonly #strId: number;
  /** The name of each entry, owned; 0 for none. */
  readonly #names = new Int32Array(ENTRIES);
  /** next_version_tag */
  #next: number;
  #nextBuiltIn = 1;
  /** The place is sought before the class gets its tag. */
  readonly #placedEarly: boolean;

  constructor(heap: Heap, { strId, placedEarly, firstTag, placeOf }: MethodCacheParts) {
    this.#heap = heap;
    this.#strId = strId;
    this.#placedEarly = placedEarly;
    this.#next = firstTag;
    this.#placeOf = placeOf;
  }

  /** The name (any object) has been looked up in the class (_PyType_Lookup). */
  lookedUp(type: PyType, name: number): void {
    const { words } = this.#heap;
    if (((words[name + META] as number) & TYPE_MASK) !== this.#strId) return;
    const place = this.#placeOf(name);
    const before = type.dict === 0 ? this.#tagOf(type) : type.versionTag;
    if (before !== 0 && this.#names[(before ^ place) & LAST] === name) return;
    const text = this.#heap.payload(name) as string;
    if (text.length > LONGEST_NAME || SPECIAL.test(text)) return;
    const tag = this.#tagOf(type);
    const at = ((this.#placedEarly ? before : tag) ^ place) & LAST;
    const former = this.#names[at] as number;
    if (former === name) return;
    this.#heap.incref(name);
    this.#names[at] = name;
    if (former !== 0) this.#heap.decref(former);
  }

  /** An attribute of the class has changed, or its bases have: it gets another tag when it is next asked (PyType_Modified). */
  modified(type: PyType): void {
    if (type.versionTag === 0) return;
    for (const one of type.subclasses) this.modified(one);
    type.versionTag = 0;
  }

  /** The names that are held, each as often as it is. */
  held(): number[] {
    return [...this.#names].filter((name) => name !== 0);
  }

  /** assign_version_tag: a class has one only with its bases. Built-in ones have got theirs as the interpreter started. */
  #tagOf(type: PyType): number {
    if (type.versionTag === 0) {
      type.versionTag = type.dict === 0 ? this.#nextBuiltIn++ : this.#next++;
      for (const base of type.bases) this.#tagOf(base);
    }
    return type.versionTag;
  }
}

/** The classes of a process, with the table that its version has. @param readDict reads a class dict */
export function classTableOf(process: Process, readDict: (dict: number, name: string) => number): ClassTable {
  const { places, ...rest } = dialectOf(process.minor).rules.methodCache;
  const placeOf =
    places === 'hash'
      ? (name: number) => hash64Of(process, name).lo
      : (name: number) => Math.floor(process.addressOf(name) / ADDRESS_STEP) % ENTRIES;
  return new ClassTable(process.heap, {
    readDict,
    shared: process.shared,
    names: new MethodCache(process.heap, { ...rest, strId: process.types.atoms.str.id, placeOf }),
  });
}

/** A new reference to the name for a hook or an error: the object that is sought, or the interned one. */
export function soughtName(vm: Interpreter, text: string): number {
  const sought = vm.process.shared.soughtFor(text);
  return sought === 0 ? vm.name(text) : vm.own(sought);
}

/** The function runs while this name is sought. */
export function* seeking(vm: Interpreter, sought: Sought, steps: Steps): Steps {
  const { shared } = vm.process;
  const former = shared.sought;
  shared.sought = sought;
  try {
    return yield* steps;
  } finally {
    shared.sought = former;
  }
}

/** An attribute is being read by this object as its name, which is looked up in the class and, of a class, along its own mro. */
export function nameRead(vm: Interpreter, ref: number, name: number): void {
  nameStored(vm, ref, name);
  const asClass = vm.classes.forObject(ref);
  if (asClass !== undefined) vm.classes.names.lookedUp(asClass, name);
}

/** One is being stored or deleted, for which a class asks its metaclass alone (_PyObject_GenericSetAttrWithDict, type_setattro). */
export function nameStored(vm: Interpreter, ref: number, name: number): void {
  vm.classes.names.lookedUp(vm.classes.of(ref), name);
}
