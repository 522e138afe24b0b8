/**
 * Making, filling and reading built-in containers: the second part of the Interpreter (after values.ts).
 * The tables here are how other files add their classes to the protocols: each is indexed by the id of a layout.
 */
import { B, GC_HEAD_BYTES, KIND, type TypeInfo } from '../../heap/index.ts';
import {
  dictCopies,
  dicts,
  ints,
  newRange,
  PythonRaise,
  sets,
  strings,
  wholeHashes,
  withHashes,
} from '../../objects/index.ts';
import { extendList } from '../builtins/types/list-fill.ts';
import { owning, type Steps } from './calls/waiting.ts';
import { reportedBytes } from './classes/added-bytes.ts';
import type { PyType } from './classes/class-table.ts';
import { descriptorGet } from './classes/descriptors.ts';
import type { Interpreter } from './interpreter.ts';
import type { GetSet } from './native.ts';
import { eachMappingItem, isPlainDict } from './operators/dict-merge.ts';
import { eachSteps } from './operators/iteration-steps.ts';
import { answered, asksForKey } from './operators/key-questions.ts';
import { lengthOf } from './operators/lengths.ts';
import { containsObject } from './operators/searching.ts';
import { mergeSteps } from './operators/set-steps.ts';
import { deleteItem, getItem, setItem } from './operators/subscripts.ts';
import { Values } from './values.ts';

const SLICE_BYTES = 40;
export const WRAPPER_BYTES = 32;

/** What a class of a module does as a descriptor; with `set` it is a data descriptor. */
export interface Descriptor {
  /** A new reference; `self` is 0 when it is read through the class. */
  readonly get: (vm: Interpreter, ref: number, self: number) => number;
  /** Stores, or with `value` 0 deletes. */
  readonly set?: (vm: Interpreter, ref: number, self: number, value: number) => void;
}

/** How a built-in iterator goes on that may ask Python code: what it goes through, or what it calls. */
export interface WaitingNext {
  /** `nested`: so many iterators around it asked the same. */
  readonly waits: (vm: Interpreter, iterator: number, nested: number) => boolean;
  readonly steps: (vm: Interpreter, iterator: number) => Steps;
}

export interface Subscripts {
  readonly get?: (vm: Interpreter, ref: number, key: number) => number;
  readonly set?: (vm: Interpreter, ref: number, key: number, value: number) => void;
  readonly delete?: (vm: Interpreter, ref: number, key: number) => void;
  /** The same two in steps, for who watches lines: keys ask Python code. */
  readonly setSteps?: (vm: Interpreter, ref: number, key: number, value: number) => Steps<void>;
  readonly deleteSteps?: (vm: Interpreter, ref: number, key: number) => Steps<void>;
}

/** set.update of one iterable (set_update_internal) in steps. */
export function* updateSetSteps(vm: Interpreter, set: number, source: number): Steps<void> {
  const { watched } = vm.lines;
  if (vm.isAnySet(source))
    return watched ? yield* mergeSteps(vm, set, source) : sets.setMerge(vm.process, set, source);
  if (vm.heap.typeOf(source) !== vm.process.types.dict)
    return yield* eachSteps(vm, source, (item) => addToSet(vm, set, item));
  // Only of exactly a dict: one big resize, then the keys where they stand.
  sets.setMakeRoom(vm.process, set, vm.length(source));
  const hashes = wholeHashes(vm.process, source);
  for (const [key] of vm.entries(source)) {
    const add = (): boolean => withHashes(vm.process, hashes, () => sets.setAdd(vm.process, set, key));
    if (watched) yield* answered(vm, add);
    else add();
  }
}

/** In steps where the item asks Python code. */
export function addToSet(vm: Interpreter, set: number, item: number): Steps<unknown> | undefined {
  if (asksForKey(vm, item)) return answered(vm, () => sets.setAdd(vm.process, set, item));
  sets.setAdd(vm.process, set, item);
  return undefined;
}

/** The same. */
export function storeInDict(
  vm: Interpreter,
  dict: number,
  key: number,
  value: number,
): Steps<unknown> | undefined {
  if (asksForKey(vm, key)) return answered(vm, () => dicts.dictSet(vm.process, dict, key, value));
  dicts.dictSet(vm.process, dict, key, value);
  return undefined;
}

/** dict.update of one mapping or iterable of pairs in steps. */
export function* updateDictSteps(vm: Interpreter, dict: number, source: number): Steps<void> {
  if (isPlainDict(vm, source)) return dictCopies.mergeDict(vm.process, dict, source);
  const keys = vm.findAttr(source, 'keys');
  if (keys === 0) return yield* updateFromPairs(vm, dict, source);
  vm.decref(keys);
  eachMappingItem(vm, source, (key, value) => dicts.dictSet(vm.process, dict, key, value));
}

function* updateFromPairs(vm: Interpreter, dict: number, source: number): Steps<void> {
  let at = 0;
  yield* eachSteps(vm, source, (pair) => {
    const items = pairItems(vm, pair, at);
    let steps: Steps<unknown> | undefined;
    try {
      if (items.length !== 2) {
        throw new PythonRaise(
          'ValueError',
          `dictionary update sequence element #${at} has length ${items.length}; 2 is required`,
        );
      }
      steps = storeInDict(vm, dict, items[0] as number, items[1] as number);
    } finally {
      if (steps === undefined) vm.dropAll(items);
    }
    at++;
    return steps === undefined ? undefined : owning(vm, items, steps);
  });
}

/** PySequence_Fast: those of a list or tuple as they are. */
function pairItems(vm: Interpreter, pair: number, at: number): number[] {
  const { types } = vm.process;
  const info = vm.heap.typeOf(pair);
  if (info === types.tuple || info === types.list) return vm.items(pair).map((item) => vm.own(item));
  const words = `cannot convert dictionary update sequence element #${at} to a sequence`;
  return vm.guard(vm.iterOr(pair, words), (iterator) => vm.collect(iterator));
}

/** A comparison that asks Python code, in steps; null: NotImplemented. */
export interface WaitingComparer {
  readonly steps: (vm: Interpreter, a: number, b: number, operator: string) => Steps<boolean> | null;
  /** Where nobody watches lines, it is made at once. */
  readonly watchedOnly: boolean;
}

export abstract class Containers extends Values {
  abstract get vm(): Interpreter;
  abstract iter(ref: number): number;
  abstract iterOr(ref: number, words: string): number;
  abstract next(iterator: number): number;
  abstract forEach(iterable: number, use: (item: number) => void): void;
  abstract collect(iterable: number): number[];
  abstract equal(a: number, b: number): boolean;
  abstract truth(ref: number): boolean;
  abstract callSpecial(method: number, self: number, args?: readonly number[]): number;
  abstract special(ref: number, name: string): number;
  abstract override(ref: number, name: string): number;

  /** How built-in iterators go on: a new reference, 0 at the end. */
  readonly nexts: (((vm: Interpreter, iterator: number) => number) | undefined)[] = [];
  /** The same of those that may ask Python code. */
  readonly waitingNexts: (WaitingNext | undefined)[] = [];
  /** iter() of a layout. */
  readonly iters: (((vm: Interpreter, ref: number) => number) | undefined)[] = [];
  /** Comparison with such a left operand; null: NotImplemented. */
  readonly comparers: (
    | ((vm: Interpreter, a: number, b: number, operator: string) => boolean | null)
    | undefined
  )[] = [];
  /** The same of those that ask Python code. */
  readonly waitingComparers: (WaitingComparer | undefined)[] = [];
  /** Arithmetic with such an operand; 0: NotImplemented. */
  readonly operators: (((vm: Interpreter, a: number, b: number, operator: string) => number) | undefined)[] =
    [];
  /** The same of those that ask Python code; null: this operation asks nobody. */
  readonly waitingOperators: (
    | ((vm: Interpreter, a: number, b: number, operator: string) => Steps | null)
    | undefined
  )[] = [];
  /** Classes of C that are not readied yet, by layout: how CPython calls them. */
  readonly unreadyTypes = new Map<number, string>();
  /** By layout: is this object called through a tuple, although its class has a vectorcall (partial_setvectorcall)? */
  readonly tupled: (((vm: Interpreter, ref: number) => boolean) | undefined)[] = [];
  /** Attributes of a layout that are looked for elsewhere first; 0: not there. New references. */
  readonly getters: (((vm: Interpreter, ref: number, name: string) => number) | undefined)[] = [];
  readonly subscripts: (Subscripts | undefined)[] = [];
  readonly descriptors: (Descriptor | undefined)[] = [];
  /** What a layout shows as bytes (the buffer protocol). */
  readonly buffers: (((vm: Interpreter, ref: number) => Uint8Array) | undefined)[] = [];
  /** Layouts whose objects `*` repeats, the built-in ones apart. */
  readonly repeatable = new Set<number>();
  /** Layouts whose objects can be subscripted (mp_subscript) and are no sequences for that (sq_item). */
  readonly subscriptedOnly = new Set<number>();
  readonly getsets: GetSet[] = [];
  readonly getsetNames: string[] = [];

  /** Borrowed [key, value] pairs of a dict. */
  entries(dict: number): [number, number][] {
    return dicts.dictEntries(this.process, dict);
  }

  descriptorGet(attribute: number, self: number, owner: PyType): number {
    return descriptorGet(this.vm, attribute, self, owner);
  }

  getItem(ref: number, key: number): number {
    return getItem(this.vm, ref, key);
  }

  setItem(ref: number, key: number, value: number): void {
    setItem(this.vm, ref, key, value);
  }

  delItem(ref: number, key: number): void {
    deleteItem(this.vm, ref, key);
  }

  length(ref: number): number {
    return lengthOf(this.vm, ref);
  }

  /** `item in container`. */
  contains(container: number, item: number): boolean {
    return containsObject(this.vm, container, item);
  }

  isIterable(ref: number): boolean {
    const info = this.infoOf(ref);
    const { list, tuple, dict, range, bytearray, atoms } = this.process.types;
    if (info === list || info === tuple || info === dict || info === range || info === bytearray) return true;
    if (info === atoms.str || info === atoms.bytes || info.kind === KIND.SET || info.name === 'generator')
      return true;
    if (
      this.nexts[info.id] !== undefined ||
      this.iters[info.id] !== undefined ||
      info.name.startsWith('dict_')
    )
      return true;
    if (this.special(ref, '__iter__') !== 0) return true;
    return this.special(ref, '__getitem__') !== 0 && !this.subscriptedOnly.has(info.id);
  }

  /** list.extend (list_extend): lists and tuples at once, anything else item by item after a guess of room. */
  extendList(list: number, source: number): void {
    extendList(this.vm, list, source);
  }

  /** set.update of one iterable (set_update_internal). */
  updateSet(set: number, source: number): void {
    this.vm.finish(updateSetSteps(this.vm, set, source));
  }

  /** dict.update of one mapping or iterable of pairs. */
  updateDict(dict: number, source: number): void {
    this.vm.finish(updateDictSteps(this.vm, dict, source));
  }

  /** slice(start, stop, step), whose references it takes over. */
  newSlice(parts: readonly [number, number, number]): number {
    const { heap } = this;
    const ref = heap.newFrom(
      this.classes.named('slice').info,
      heap.freeLists.slice.pop() ?? 0,
      GC_HEAD_BYTES + SLICE_BYTES,
    );
    this.fillFields(ref, parts);
    heap.track(ref);
    return ref;
  }

  /** staticmethod(callable) or classmethod(callable). */
  wrapCallable(kind: 'staticmethod' | 'classmethod', callable: number): number {
    const { info } = this.classes.named(kind);
    return this.newFields(info, GC_HEAD_BYTES + WRAPPER_BYTES, [this.own(callable), 0]);
  }

  newRange(start: ints.PyInt, stop: ints.PyInt, step: ints.PyInt): number {
    const distance = step > 0 ? ints.intSubtract(stop, start) : ints.intSubtract(start, stop);
    const stride = ints.intAbs(step);
    const count =
      distance > 0 ? ints.intFloorDivide(ints.intAdd(distance, ints.intSubtract(stride, 1)), stride, '') : 0;
    return newRange(this.process, [
      this.newInt(start),
      this.newInt(stop),
      this.newInt(step),
      this.newInt(count),
    ]);
  }

  /** An empty object of a class that derives from list, dict or set. */
  newOfLayout(type: PyType): number {
    const ref = this.heap.newGcObject(type.info, this.#bytesOf(type));
    this.heap.track(ref);
    return ref;
  }

  /** An instance of a class that derives from tuple; takes the items over. */
  newTupleOf(type: PyType, items: readonly number[]): number {
    const ref = this.heap.newGcObject(type.info, this.#bytesOf(type) + 8 * items.length);
    this.fillFields(ref, items);
    this.heap.words[ref + B] = items.length;
    this.heap.track(ref);
    return ref;
  }

  newIntOf(type: PyType, value: ints.PyInt): number {
    const ref = this.heap.newGcObject(type.info, this.#bytesOf(type));
    if (typeof value === 'number') this.heap.setNumber(ref, value);
    else this.heap.setPayload(ref, value);
    return ref;
  }

  newStrOf(type: PyType, text: string): number {
    const ref = this.heap.newGcObject(type.info, this.#bytesOf(type) + strings.strBytes(this.process, text));
    this.heap.setPayload(ref, text);
    return ref;
  }

  /** Bytes of the block of an instance without its items: the built-in body, a dict and a list of weak references, the GC head. */
  #bytesOf(type: PyType): number {
    const body: { [name: string]: number } = {
      list: 40,
      dict: 48,
      set: 200,
      frozenset: 200,
      tuple: 24,
      int: 28,
      float: 24,
      str: 0,
    };
    const managed = type.extraDict ? 16 : 0;
    return GC_HEAD_BYTES + (body[type.native.name] ?? 16) + managed;
  }

  /** sys.getsizeof of any object; `known` answers for the layouts of the objects room. */
  sizeOfObject(
    ref: number,
    known: (process: Containers['process'], ref: number, native?: TypeInfo) => number,
  ): number {
    const type = this.classes.of(ref);
    if (type.dict !== 0 && type.layout === null) {
      if (type.mro.some((one) => one.name === 'BaseException')) return this.requestedBytes(ref, type);
      const native = this.requestedBytes(ref, type) || known(this.process, ref, type.native.info);
      return native !== 0
        ? native + reportedBytes(this.vm, type)
        : this.heap.memory.sizeOf(this.heap.blockOf(ref));
    }
    const bytes = this.requestedBytes(ref, type);
    return bytes !== 0 ? bytes : known(this.process, ref);
  }

  /** Sizes of the objects that the evaluator makes itself; 0 where the objects room knows. */
  requestedBytes(ref: number, type: PyType): number {
    const bytes = this.sizes[type.info.id] ?? this.sizes[type.native.info.id];
    return bytes === undefined ? 0 : bytes(this.vm, ref);
  }

  /** sys.getsizeof by layout. */
  readonly sizes: (((vm: Interpreter, ref: number) => number) | undefined)[] = [];

  newBytearray(value: Uint8Array): number {
    const ref = strings.newBytearray(this.process, value.length);
    this.setBytearray(ref, value);
    return ref;
  }

  /** What a bytearray holds; writing into it changes it. Its size is strings.resizeBytearray's. */
  bytearrayBytes(ref: number): Uint8Array {
    return strings.bytearrayContent(this.process, ref);
  }

  /** Of the length that the bytearray has. */
  setBytearray(ref: number, value: Uint8Array): void {
    this.bytearrayBytes(ref).set(value);
  }

  /** Content of a bytes or bytearray; TypeError for anything else. */
  anyBytes(ref: number): Uint8Array {
    if (this.isBytes(ref)) return this.bytes(ref);
    if (this.infoOf(ref) === this.process.types.bytearray) return this.bytearrayBytes(ref);
    const buffer = this.buffers[this.infoOf(ref).id];
    if (buffer !== undefined) return buffer(this.vm, ref);
    throw new PythonRaise('TypeError', `a bytes-like object is required, not '${this.typeName(ref)}'`);
  }
}
