/**
 * Reading and making values: the part of the Interpreter that needs no Python code to run.
 *
 * What is called `new...` gives a new reference; `text`, `int` ... read; `is...` ask for the layout, so that a subclass instance is
 * one too. Errors are PythonRaise.
 */
import { A, B, type Heap, KIND, LIST_ITEMS, type Minor, newTuple, type TypeInfo } from '../../heap/index.ts';
import type { ints } from '../../objects/index.ts';
import {
  dicts,
  floatBits,
  intValue,
  lists,
  newFloat,
  newInt,
  type Process,
  PythonRaise,
  sets,
  strings,
} from '../../objects/index.ts';
import { type Dialect, dialectOf } from '../dialect.ts';
import type { ClassTable, PyType } from './classes/class-table.ts';
import { asSsize } from './ssize.ts';

export type PyInt = ints.PyInt;

interface Subject {
  readonly name: string;
  /** The str object that was sought, where it is not the interned one, and what was asked for it: owned, 0 for nothing. */
  readonly key: number;
  readonly object: number;
}

export abstract class Values {
  /** A native goes through so many bytes. */
  abstract goThrough(nbytes: number): void;
  readonly process: Process;
  readonly heap: Heap;
  readonly classes: ClassTable;
  /** The second number of the version, to be shown; what depends on it is in `words` and `rules`. */
  readonly minor: Minor;
  readonly words: Dialect['words'];
  readonly rules: Dialect['rules'];
  /** Arguments of exceptions that have no object yet; owned. */
  readonly raiseDetails = new WeakMap<PythonRaise, readonly number[]>();
  /** Those that say that something is not supported, which no C code takes for something that is not there. */
  readonly refusals = new WeakSet<PythonRaise>();
  /** What an exception without an object is about. */
  readonly raiseSubjects = new WeakMap<PythonRaise, Subject>();

  constructor(process: Process, classes: ClassTable) {
    this.process = process;
    this.heap = process.heap;
    this.classes = classes;
    this.minor = process.minor;
    const { words, rules } = dialectOf(this.minor);
    this.words = words;
    this.rules = rules;
  }

  none(): number {
    return this.own(this.process.none);
  }

  bool(value: boolean): number {
    return this.own(this.process.bool(value));
  }

  notImplemented(): number {
    return this.own(this.process.shared.named('NotImplemented', this.process.types.atoms.NotImplementedType));
  }

  isNotImplemented(ref: number): boolean {
    return this.heap.typeOf(ref) === this.process.types.atoms.NotImplementedType;
  }

  incref(ref: number): void {
    this.heap.incref(ref);
  }

  decref(ref: number): void {
    this.heap.decref(ref);
  }

  /** A new reference to a borrowed value. */
  own(ref: number): number {
    this.heap.incref(ref);
    return ref;
  }

  dropAll(refs: readonly number[]): void {
    for (const ref of refs) if (ref !== 0) this.heap.decref(ref);
  }

  /** Runs `use` and drops `ref` after it, whether it raises or not. */
  guard<T>(ref: number, use: (ref: number) => T): T {
    try {
      return use(ref);
    } finally {
      this.heap.decref(ref);
    }
  }

  typeOf(ref: number): PyType {
    return this.classes.of(ref);
  }

  typeName(ref: number): string {
    return this.classes.of(ref).name;
  }

  /** Layout of the built-in class that the object is an instance of. */
  infoOf(ref: number): TypeInfo {
    return this.classes.of(ref).native.info;
  }

  isInstanceOf(ref: number, className: string): boolean {
    return this.classes.of(ref).mro.includes(this.classes.named(className));
  }

  isNone(ref: number): boolean {
    return ref === this.process.none;
  }

  isInt(ref: number): boolean {
    const info = this.infoOf(ref);
    return info === this.process.types.atoms.int || info === this.process.types.atoms.bool;
  }

  isFloat(ref: number): boolean {
    return this.infoOf(ref) === this.process.types.float;
  }

  isStr(ref: number): boolean {
    return this.infoOf(ref) === this.process.types.atoms.str;
  }

  isBytes(ref: number): boolean {
    return this.infoOf(ref) === this.process.types.atoms.bytes;
  }

  isList(ref: number): boolean {
    return this.infoOf(ref) === this.process.types.list;
  }

  isTuple(ref: number): boolean {
    return this.heap.typeOf(ref).kind === KIND.TUPLE;
  }

  isDict(ref: number): boolean {
    return this.heap.typeOf(ref).kind === KIND.DICT;
  }

  isAnySet(ref: number): boolean {
    return this.heap.typeOf(ref).kind === KIND.SET;
  }

  isClass(ref: number): boolean {
    return this.classes.forObject(ref) !== undefined;
  }

  /** A large one is read to its end by whatever is done with it. */
  int(ref: number): PyInt {
    const value = intValue(this.process, ref);
    if (typeof value === 'bigint') this.goThrough(this.heap.memory.sizeOf(this.heap.blockOf(ref)));
    return value;
  }

  /** The value of an int that fits, as indices and counts do; OverflowError otherwise. */
  index(ref: number, message = 'Python int too large to convert to C ssize_t'): number {
    const value = asSsize(this.int(ref));
    if (value === null) throw new PythonRaise('OverflowError', message);
    return value;
  }

  /** The value of a float or an int; OverflowError for an int that no float can stand for (PyLong_AsDouble). */
  float(ref: number): number {
    return this.isFloat(ref) ? this.heap.number(ref) : floatBits.intToFloat(this.int(ref));
  }

  text(ref: number): string {
    return this.heap.payload(ref) as string;
  }

  bytes(ref: number): Uint8Array {
    return this.heap.payload(ref) as Uint8Array;
  }

  newInt(value: PyInt): number {
    return newInt(this.process, value);
  }

  newFloat(value: number): number {
    return newFloat(this.process, value);
  }

  newStr(text: string): number {
    return strings.newStr(this.process, text);
  }

  newFreshStr(text: string): number {
    return strings.newFreshStr(this.process, text);
  }

  newBytes(value: Uint8Array): number {
    return strings.newBytes(this.process, value);
  }

  newFreshBytes(value: Uint8Array): number {
    return strings.newFreshBytes(this.process, value);
  }

  /** The interned str of a name; a new reference. */
  name(text: string): number {
    return this.own(this.process.internName(text));
  }

  /** A tuple of borrowed items. */
  newTuple(items: readonly number[]): number {
    return items.length === 0 ? this.process.emptyTuple() : newTuple(this.heap, items);
  }

  /** A tuple that takes over the references of its items. */
  tupleOf(items: readonly number[]): number {
    const tuple = this.newTuple(items);
    this.dropAll(items);
    return tuple;
  }

  newList(items: readonly number[] = []): number {
    return lists.newListOf(this.process, items);
  }

  listOf(items: readonly number[]): number {
    const list = this.newList(items);
    this.dropAll(items);
    return list;
  }

  newDict(): number {
    return dicts.newDict(this.process);
  }

  /** dict[name] = value, which is taken over. */
  put(dict: number, name: string, value: number): void {
    dicts.dictSet(this.process, dict, this.process.internName(name), value);
    this.heap.decref(value);
  }

  /** Borrowed value under a name of a dict, 0 when there is none. */
  readDict(dict: number, name: string): number {
    return dicts.dictGet(this.process, dict, this.process.internName(name));
  }

  newSet(items: readonly number[] = []): number {
    const set = sets.newSet(this.process, this.process.types.set);
    for (const item of items) sets.setAdd(this.process, set, item);
    return set;
  }

  /** Borrowed items of a list or tuple, copied. */
  items(ref: number): number[] {
    return this.process.itemsOf(ref);
  }

  listSize(ref: number): number {
    return this.heap.words[ref + B] as number;
  }

  /** Borrowed item of a list or tuple by a place that exists. */
  itemAt(ref: number, at: number): number {
    const header = this.heap.typeOf(ref).kind === KIND.LIST ? LIST_ITEMS : 0;
    return this.heap.cells.words[(this.heap.words[ref + A] as number) + header + at] as number;
  }

  /** Borrowed field of an object kept as fields, 0 when empty. */
  field(ref: number, at: number): number {
    return this.heap.cells.words[(this.heap.words[ref + A] as number) + at] as number;
  }

  /** Puts a value into a field, taking it over, and drops the old one. */
  setField(ref: number, at: number, value: number): void {
    const cell = (this.heap.words[ref + A] as number) + at;
    const old = this.heap.cells.words[cell] as number;
    this.heap.cells.words[cell] = value;
    if (old !== 0) this.heap.decref(old);
  }

  /** A tracked object of a class of fields; takes the references of the fields over. `bytes` counts the GC head. */
  newFields(info: TypeInfo, bytes: number, fields: readonly number[]): number {
    const ref = info.gc
      ? this.heap.newGcObject(info, bytes)
      : this.heap.newObject(info, this.heap.memory.alloc(bytes));
    this.fillFields(ref, fields);
    if (info.gc) this.heap.track(ref);
    return ref;
  }

  fillFields(ref: number, fields: readonly number[]): void {
    const chunk = this.emptyFields(ref, Math.max(fields.length, 1));
    const cells = this.heap.cells.words;
    // One by one: `set` of a typed array, from another array, costs more than all the rest of making a small object.
    for (let at = 0; at < fields.length; at++) cells[chunk + at] = fields[at] as number;
  }

  /** Room for so many fields, at least one; where it is. */
  emptyFields(ref: number, count: number): number {
    const chunk = this.heap.cells.alloc(count);
    this.heap.words[ref + A] = chunk;
    this.heap.words[ref + B] = count;
    return chunk;
  }

  /** An object of fields that existed before the program. */
  newOutsideFields(info: TypeInfo, fields: readonly number[]): number {
    const ref = this.heap.newOutside(info, 1);
    this.fillFields(ref, fields);
    return ref;
  }

  /** A tuple that existed before the program; the items are taken over. */
  newOutsideTuple(items: readonly number[]): number {
    const ref = this.heap.newOutside(this.process.types.tuple, 1);
    this.fillFields(ref, [...items]);
    return ref;
  }

  /** KeyError whose argument is the key itself. */
  keyError(key: number): PythonRaise {
    return this.raising('KeyError', [this.own(key)]);
  }

  /** NameError and AttributeError keep what they are about (3.10). */
  about(raised: PythonRaise, name: string, object = 0): PythonRaise {
    if (!this.rules.errorsKeepNames) return raised;
    const key = this.process.shared.soughtFor(name);
    this.raiseSubjects.set(raised, {
      name,
      key: key === 0 ? 0 : this.own(key),
      object: object === 0 ? 0 : this.own(object),
    });
    return raised;
  }

  /** An exception of a built-in class with these arguments, which are taken over; to be thrown. */
  raising(exception: PythonRaise['exception'], args: readonly number[]): PythonRaise {
    const raised = new PythonRaise(exception, '');
    this.raiseDetails.set(raised, args);
    return raised;
  }

  typeError(message: string): PythonRaise {
    return new PythonRaise('TypeError', message);
  }

  valueError(message: string): PythonRaise {
    return new PythonRaise('ValueError', message);
  }
}
