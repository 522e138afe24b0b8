/**
 * One simulated interpreter process: a heap, the objects that exist once, names and frames, classes and functions.
 *
 * Every statement that operations or programs perform is made of the object-level actions in this room, acting on a process.
 * Always: each counted reference that no object holds is one of those that `held` lists.
 */
import {
  A,
  B,
  EV,
  FIRST_RECORD,
  GC_HEAD_BYTES,
  Heap,
  KIND,
  META,
  type MemoryConfig,
  newTuple,
  OUTSIDE,
  PROFILES,
  type Profile,
  type PythonVersion,
  RECORD_WORDS,
  SERIAL,
  validateHeap,
} from '../heap/index.ts';
import { BUILTIN_CLASSES } from './builtin-names.ts';
import { type BuiltinTypes, defineBuiltinTypes } from './builtin-types.ts';
import type { PythonClass } from './classes.ts';
import { Constants } from './constants.ts';
import { enter, type Frame, keepFrame, leave, localOf, type PythonFunction } from './functions.ts';
import { append, listItems } from './list.ts';
import { Namespace } from './namespace.ts';
import { newInt } from './numbers.ts';
import type { ProgramHooks } from './outlook.ts';
import { newRange } from './plain.ts';
import { reprOf } from './repr.ts';
import { newSet } from './set.ts';
import type { KeysHolder, SharedKeys } from './shared-keys.ts';
import { SharedObjects } from './shared-objects.ts';
import { type HashKey, hashKey } from './values/siphash.ts';
import { type PythonMinor, type ValueProfile, valueProfile } from './values/value-profile.ts';

export interface ProcessConfig {
  readonly python: PythonVersion;
  readonly memory: MemoryConfig;
  readonly keptEvents: number;
}

export class Process {
  /** Set while there is an interpreter. */
  program: ProgramHooks | null = null;
  /** How deep comparisons are nested now; 0 between statements. */
  comparing = 0;
  /** Keys that were added to watched dicts, and dicts that came to be watched (name-places.ts). */
  watchedKeys = 0;
  readonly config: ProcessConfig;
  readonly profile: Profile;
  readonly heap: Heap;
  readonly types: BuiltinTypes;
  readonly minor: PythonMinor;
  readonly values: ValueProfile;
  readonly hashKey: HashKey = hashKey(0);
  readonly shared: SharedObjects;
  readonly constants: Constants;
  readonly sharedKeys: SharedKeys[] = [];
  /** The classes whose instances' dicts share keys: `classes`, and those derived from built-in ones. */
  readonly keyHolders = new Set<KeysHolder>();
  readonly classes: PythonClass[] = [];
  readonly functions = new Map<string, PythonFunction>();
  readonly globals: Namespace;
  /** Which function each living frame object runs. */
  readonly frameOwners = new Map<number, PythonFunction>();
  /** Bare blocks by name (mem.alloc). */
  readonly blocks = new Map<string, number>();
  /** Functions that are running, outermost first; the last one is the current frame. */
  readonly frames: Frame[] = [];
  /** Lines that the collector printed to stderr since they were last taken. */
  readonly printed: string[] = [];
  /** gc.garbage. */
  readonly garbage: number;
  /** The list that finalizers of the kind `resurrect` append to; tracked by nothing in the session. */
  readonly resurrected: number;
  /** The Python function that weak references with a callback call; it does nothing. */
  readonly weakrefCallback: number;
  readonly none: number;
  readonly #classByType = new Map<number, PythonClass>();
  readonly #callbackFunction = { name: 'weakref_callback', parameters: ['ref'], keptFrame: 0 };
  #ownEmptyFrozenset = 0;
  /** Made by its first use, as in every fresh interpreter; recordings of 3.9 began with one. */
  emptyFrozensetIsNew: boolean;
  readonly #refOfSerial = new Map<number, number>();
  readonly #finalizers = new Map<PythonClass, PythonFunction>();

  constructor(config: ProcessConfig) {
    this.config = config;
    this.profile = PROFILES[config.python];
    this.emptyFrozensetIsNew = this.profile.calls.emptyFrozensetIsNew;
    this.minor = Number(config.python.slice(2)) as PythonMinor;
    this.values = valueProfile(this.minor);
    this.heap = new Heap({ profile: this.profile, memory: config.memory, keptEvents: config.keptEvents });
    this.types = defineBuiltinTypes(this.heap);
    this.shared = new SharedObjects(this);
    this.constants = new Constants(this);
    this.globals = new Namespace(this.heap, 0);
    this.none = this.shared.named('None', this.types.atoms.NoneType);
    this.garbage = this.heap.newOutside(this.types.list, 1);
    this.resurrected = this.heap.newOutside(this.types.list, 1);
    this.weakrefCallback = this.heap.newOutside(this.types.function, 1);
    this.#installHooks();
  }

  smallInt(value: number): number {
    return this.shared.smallInt(value);
  }

  sharedStr(text: string): number {
    return this.shared.str(text);
  }

  sharedBytes(value: Uint8Array): number {
    return this.shared.bytes(value);
  }

  /** The interned str of an attribute or variable name, which the code that uses it keeps alive. */
  internName(name: string): number {
    return this.shared.name(name);
  }

  emptyTuple(): number {
    return this.#incref(this.shared.named('()', this.types.tuple));
  }

  /** A built-in iterator over `of`: a gc object that lives while something iterates (tuple_iter and its like). */
  newIterator(of: number): number {
    const { heap } = this;
    const iterator = heap.newGcObject(this.types.iterator, GC_HEAD_BYTES + ITERATOR_BYTES);
    const chunk = heap.cells.alloc(1);
    heap.cells.words[chunk] = of;
    heap.words[iterator + A] = chunk;
    heap.words[iterator + B] = 1;
    heap.addReference(of, heap.serialOf(iterator));
    heap.track(iterator);
    return iterator;
  }

  /**
   * gc.is_tracked: objects from outside are tracked in lists that the session does not see, except tuples, and frames, which are not
   * tracked while they run (frameobject.c:_PyFrame_New_NoTrack).
   */
  isTracked(ref: number): boolean {
    if (!this.isOutside(ref)) return this.heap.isTracked(ref);
    const type = this.heap.typeOf(ref);
    const inNoList = type.kind === KIND.TUPLE || type === this.types.frame;
    return type.gc && (!inNoList || this.heap.isTracked(ref));
  }

  /** The class of this name, the newest of that name; undefined when there is none. */
  classNamed(name: string): PythonClass | undefined {
    return this.classes.findLast((one) => one.name === name);
  }

  /** The function of this name; one that was not defined is defined by its first call. */
  functionNamed(name: string, parameters: readonly string[]): PythonFunction {
    let found = this.functions.get(name);
    if (found === undefined) {
      found = { name, parameters, keptFrame: 0 };
      this.functions.set(name, found);
    }
    return found;
  }

  /** range(length): four numbers and the object; a new reference. */
  callRange(length: number): number {
    return newRange(this, [newInt(this, 0), newInt(this, length), newInt(this, 1), newInt(this, length)]);
  }

  /** iter(range), which steals the range: no gc object, so it is one bare block. */
  rangeIterator(range: number): number {
    const iterator = this.heap.newObject(
      this.types.atoms.range_iterator,
      this.heap.memory.alloc(RANGE_ITERATOR_BYTES),
    );
    this.heap.decref(range);
    return iterator;
  }

  /** A tuple of arguments as calls without vectorcall make it; the arguments themselves are immortal or constants. */
  argumentTuple(length: number): number {
    return newTuple(
      this.heap,
      Array.from({ length }, () => this.none),
    );
  }

  /** frozenset() where it is one shared object (up to 3.9). */
  emptyFrozenset(): number {
    if (!this.emptyFrozensetIsNew)
      return this.#incref(this.shared.named('frozenset()', this.types.frozenset));
    if (this.#ownEmptyFrozenset === 0) this.#ownEmptyFrozenset = newSet(this, this.types.frozenset);
    return this.#incref(this.#ownEmptyFrozenset);
  }

  bool(value: boolean): number {
    return this.shared.truth(value);
  }

  tupleItems(tuple: number): number[] {
    const { words, cells } = this.heap;
    return cells.toArray(words[tuple + A] as number, words[tuple + B] as number);
  }

  /** Borrowed items of a list or tuple. */
  itemsOf(ref: number): number[] {
    return this.heap.typeOf(ref).kind === KIND.LIST ? listItems(this, ref) : this.tupleItems(ref);
  }

  /**
   * id(ref): the address of the object, past what lies in front of it (FACTS 1). Objects from outside the session have
   * addresses of their own below all arenas, in the order in which they appeared.
   */
  addressOf(ref: number): number {
    const { heap } = this;
    if (this.isOutside(ref)) return this.shared.addressOf(ref);
    return heap.memory.addressOf(heap.blockOf(ref)) + this.headBytes(ref);
  }

  /** Bytes of the block in front of what `id` points to: the GC head, and the managed words of an instance. */
  headBytes(ref: number): number {
    const type = this.heap.typeOf(ref);
    if (!type.gc) return 0;
    if (type.kind !== KIND.INSTANCE) return GC_HEAD_BYTES;
    return this.classOf(ref).headBytes;
  }

  repr(ref: number): string {
    return reprOf(this, ref);
  }

  addClass(one: PythonClass): void {
    this.classes.push(one);
    this.keyHolders.add(one);
    this.#classByType.set(one.type.id, one);
  }

  classOf(instance: number): PythonClass {
    return this.#classByType.get(this.heap.typeOf(instance).id) as PythonClass;
  }

  /** The living object with this serial number, 0 when there is none. Found ones are remembered; memory of them proves itself. */
  objectOf(serial: number): number {
    const { heap } = this;
    const known = this.#refOfSerial.get(serial) ?? 0;
    if (known !== 0 && heap.isObject(known) && heap.serialOf(known) === serial) return known;
    for (let ref = FIRST_RECORD; ref < heap.top; ref += RECORD_WORDS) {
      if (heap.words[ref + SERIAL] !== serial) continue;
      if (this.#refOfSerial.size > REMEMBERED_SERIALS) this.#refOfSerial.clear();
      this.#refOfSerial.set(serial, ref);
      return ref;
    }
    return 0;
  }

  /** Value of a name: the current frame's parameters, then globals, then what exists before the session. Borrowed, 0: unbound. */
  lookup(name: string): number {
    const frame = this.frames.at(-1);
    if (frame?.function.parameters.includes(name) === true) return localOf(this, frame, name);
    return this.globals.get(name) || this.#outside(name);
  }

  /** Where the evaluator looks whether a collection waits (3.12+): at calls, jumps back, function entries. */
  check(): void {
    this.heap.collector.check();
  }

  /** The references that are held by no object, each as often as it is held. */
  held(): number[] {
    const refs: number[] = [];
    refs.push(...this.globals.held());
    for (const frame of this.frames) {
      refs.push(...frame.values.filter((value) => value !== 0), ...frame.stack);
      refs.push(...[frame.object, frame.traced].filter((object) => object !== 0));
    }
    for (const keys of this.sharedKeys) refs.push(...keys.names);
    refs.push(...this.constants.held());
    if (this.#ownEmptyFrozenset !== 0) refs.push(this.#ownEmptyFrozenset);
    return refs;
  }

  validate(): void {
    validateHeap(this.heap, this.held());
  }

  /** The Python function behind a class's `__del__`, each with a frame of its own to keep. */
  finalizerOf(one: PythonClass): PythonFunction {
    const owner = definingClass(one);
    let found = this.#finalizers.get(owner);
    if (found === undefined) {
      found = { name: '__del__', parameters: ['self'], keptFrame: 0 };
      this.#finalizers.set(owner, found);
    }
    return found;
  }

  /** Refs that a saved process must keep beside its tables. */
  get ownEmptyFrozenset(): number {
    return this.#ownEmptyFrozenset;
  }

  set ownEmptyFrozenset(ref: number) {
    this.#ownEmptyFrozenset = ref;
  }

  get callbackFunction(): PythonFunction {
    return this.#callbackFunction;
  }

  #incref(ref: number): number {
    this.heap.incref(ref);
    return ref;
  }

  #outside(name: string): number {
    if (name === 'resurrected') return this.resurrected;
    if (name === 'weakref_callback') return this.weakrefCallback;
    if (name === 'zero') return this.smallInt(0);
    return this.#definedBefore(name) || this.#builtin(name);
  }

  /** The class of this name that operations defined; those of programs have their names in namespaces. */
  #definedBefore(name: string): number {
    const found = this.classes.findLast((one) => one.name === name && this.isOutside(one.object));
    return found === undefined ? 0 : found.object;
  }

  /** It was there before the program, or takes none of its memory. */
  isOutside(ref: number): boolean {
    return ((this.heap.words[ref + META] as number) & OUTSIDE) !== 0;
  }

  #builtin(name: string): number {
    if (name === 'Ellipsis') return this.shared.named(name, this.types.atoms.ellipsis);
    if (name === 'NotImplemented') return this.shared.named(name, this.types.atoms.NotImplementedType);
    return BUILTIN_CLASSES.has(name) ? this.shared.named(name, this.types.type) : 0;
  }

  #installHooks(): void {
    this.heap.hooks = {
      ...this.heap.hooks,
      finalize: (ref) => this.#finalize(ref),
      weakrefDied: (weakref) =>
        this.#call(this.#callbackFunction, weakref, () =>
          this.heap.ring.emit(EV.WEAKREF_CALLED, this.heap.serialOf(weakref), 0, 0),
        ),
      print: (line) => void this.printed.push(line),
      describe: (ref) => `${this.heap.typeOf(ref).name} 0x${this.addressOf(ref).toString(16)}`,
      saveGarbage: (ref) => append(this, this.garbage, ref),
      keepFrame: (frame) => keepFrame(this, frame),
      internedDied: (str) => this.shared.forget(str),
      keysUnshared: (id) => this.#keysUnshared(id),
    };
  }

  #finalize(ref: number): void {
    const one = this.classOf(ref);
    this.#call(this.finalizerOf(one), ref, () => {
      this.heap.ring.emit(EV.OBJECT_FINALIZED, this.heap.serialOf(ref), 0, 0);
      if (one.finalizer === 'resurrect') append(this, this.resurrected, ref);
    });
  }

  /** A call of a Python function from C: its frame, the check at its entry, its body. */
  #call(called: PythonFunction, argument: number, body: () => void): void {
    const frame = enter(this, called, [argument], 'C');
    this.check();
    body();
    leave(this, frame);
  }

  /** Are these the keys of some class, for instances to come? */
  offersKeys(keys: SharedKeys): boolean {
    for (const one of this.keyHolders) if (one.sharedKeys === keys) return true;
    return false;
  }

  #keysUnshared(id: number): void {
    const keys = this.sharedKeys[id];
    if (keys !== undefined && !this.offersKeys(keys)) keys.release(this);
  }
}

const REMEMBERED_SERIALS = 10_000;
const RANGE_ITERATOR_BYTES = 48;
const ITERATOR_BYTES = 32;

function definingClass(one: PythonClass): PythonClass {
  const base = one.bases.find((candidate) => candidate.finalizer !== 'none');
  return base === undefined || one.definesFinalizer ? one : definingClass(base);
}
