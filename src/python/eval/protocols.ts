/**
 * What natives and instructions ask of objects: attributes, iteration, truth, text, comparison, arithmetic.
 * Each is told in the file that it names; here they are methods of the Interpreter, so that files need not import type { NativeDepth } from './calls/native-depth.ts';
import each other.
 * Everything returns new references.
 */
import { EV } from '../../heap/index.ts';
import { PythonRaise } from '../../objects/index.ts';
import type { NativeDepth } from './calls/native-depth.ts';
import { callSlot } from './calls/slot-wrappers.ts';
import { deleteAttribute, getAttribute, setAttribute } from './classes/attributes.ts';
import type { PyType } from './classes/class-table.ts';
import { Containers } from './containers.ts';
import { STOP_ITERATION } from './exceptions/exception-fields.ts';
import {
  dropThrown,
  exceptionOf,
  isThrownOf,
  linkContext,
  newException,
  staysRaw,
  Thrown,
} from './exceptions/raise.ts';
import { type Keywords, NO_KEYWORDS } from './native.ts';
import { compareObjects, equalObjects } from './operators/comparing.ts';
import { iterate, nextItem } from './operators/iteration.ts';
import { binaryOperation } from './operators/operators.ts';
import { truthOf } from './operators/truth.ts';
import { asciiObject, asciiOf } from './texts/ascii.ts';
import { formatObject, formatOf } from './texts/formatting.ts';
import { reprObject, reprOf, strObject, strOf } from './texts/text.ts';

const STDOUT = 1;
const STDERR = 2;
const LONGEST_SHOWN = 8192;

export abstract class Protocols extends Containers {
  abstract call(callable: number, args: readonly number[], keywords?: Keywords): number;

  /** Standard output so far that nobody has taken. */
  readonly output: string[] = [];
  readonly errorOutput: string[] = [];

  #shown = '';
  #shownStream = STDOUT;

  /** The tuple of arguments with which a class or an object is being called, for who keeps it, as exceptions do; 0 otherwise. */
  callTuple = 0;

  /** What a function of C takes it by; a frame that begins does, too, as it is not what the calls of that frame bring. */
  takeTuple(): number {
    const tuple = this.callTuple;
    this.callTuple = 0;
    return tuple;
  }

  /** str(x) is being called by an instruction that was specialised for it (CALL_NO_KW_STR_1); whoever is called takes it back. */
  warmCall = false;

  /** Objects whose repr is being made. */
  readonly printing = new Set<number>();
  abstract readonly nativeDepth: NativeDepth;
  /** The same as a list of the program's, and the dict of the thread that it is in; 0 before the first. */
  printingList = 0;
  threadDict = 0;
  /** sys.get_int_max_str_digits(). */
  intDigitLimit = 4300;
  /** What `return` left in a StopIteration that `stops` took; owned by whoever asked. */
  stopValue = 0;
  written = 0;
  /** The streams are gone: what is still written at the very end goes nowhere. */
  muted = false;

  /** print's way to standard output. */
  write(text: string): void {
    if (this.muted) return;
    this.#count(text, STDOUT);
    this.output.push(text);
  }

  /** The way to standard error. */
  writeError(text: string): void {
    if (this.muted) return;
    this.#count(text, STDERR);
    this.errorOutput.push(text);
  }

  /** The last words of a program, which no budget keeps from it. */
  writeLast(text: string): void {
    if (text === '') return;
    this.#show(text, STDERR);
    this.errorOutput.push(text);
  }

  /** Events tell lines, however many pieces they are written in. */
  #show(text: string, stream: number): void {
    if (stream !== this.#shownStream) this.showPrinted();
    this.#shownStream = stream;
    this.#shown += text;
    if (text.endsWith('\n') || this.#shown.length >= LONGEST_SHOWN) this.showPrinted();
  }

  /** Tells what was printed since the last event. */
  showPrinted(): void {
    if (this.#shown === '') return;
    const { ring } = this.heap;
    ring.emit(EV.PROGRAM_PRINTED, ring.symbol(this.#shown), this.#shownStream, 0);
    this.#shown = '';
  }

  #count(text: string, stream: number): void {
    if (text === '') return;
    this.#show(text, stream);
    this.written += text.length;
    if (this.written > this.vm.budgets.outputCharacters) this.vm.pace.spend('output');
  }

  getAttr(ref: number, name: string): number {
    return getAttribute(this.vm, ref, name);
  }

  /** The attribute, or 0 when there is none (AttributeError). */
  findAttr(ref: number, name: string): number {
    try {
      return getAttribute(this.vm, ref, name);
    } catch (error) {
      if (this.catches(error, 'AttributeError')) return 0;
      throw error;
    }
  }

  setAttr(ref: number, name: string, value: number): void {
    setAttribute(this.vm, ref, name, value);
  }

  delAttr(ref: number, name: string): void {
    deleteAttribute(this.vm, ref, name);
  }

  /** A special method of the object's class, bound or plain: looked up on the class, never on the instance. 0: none; borrowed. */
  override special(ref: number, name: string): number {
    return this.classes.lookup(this.classes.of(ref), name);
  }

  /** Special method defined by Python code somewhere on the mro before the built-in class; borrowed, 0 for none. */
  override override(ref: number, name: string): number {
    const type = this.classes.of(ref);
    return type.dict === 0 ? 0 : this.overrideIn(type, name);
  }

  overrideIn(type: PyType, name: string): number {
    const found = this.classes.lookup(type, name);
    if (found === 0 || found === this.classes.lookup(type.native, name)) return 0;
    // The `__new__` of whichever built-in class comes first: what makes the objects is that of the layout (update_one_slot).
    return name === '__new__' && this.heap.typeOf(found).name === 'builtin_function_or_method' ? 0 : found;
  }

  callMethod(ref: number, name: string, args: readonly number[] = []): number {
    const method = this.getAttr(ref, name);
    return this.guard(method, () => this.call(method, args));
  }

  /** Calls what `override` or `special` found with self before the arguments. */
  override callSpecial(method: number, self: number, args: readonly number[] = []): number {
    const info = this.heap.typeOf(method);
    if (info === this.process.types.function || info.name === 'method_descriptor')
      return this.call(method, [self, ...args]);
    if (info.name === 'wrapper_descriptor')
      return callSlot(this.vm, method, { args: [self, ...args], keywords: NO_KEYWORDS });
    const bound = this.bind(method, self);
    return this.guard(bound, () => this.call(bound, args));
  }

  /** What reading a class attribute through an instance gives (its __get__). */
  bind(attribute: number, self: number): number {
    return this.vm.descriptorGet(attribute, self, this.classes.of(self));
  }

  /** Calls a method that C code has looked up and bound (_PyObject_LookupSpecial). */
  callBound(method: number, self: number, args: readonly number[] = []): number {
    return this.guard(this.bind(method, self), (bound) => this.call(bound, args));
  }

  /** Runs `use` while a built-in method of the object is bound, as where C code looks one up to call it (_PyObject_LookupSpecial). */
  whileBound<T>(ref: number, name: string, use: () => T): T {
    const method = this.classes.lookup(this.classes.of(ref), name);
    return method === 0 ? use() : this.guard(this.bind(method, ref), use);
  }

  override truth(ref: number): boolean {
    return truthOf(this.vm, ref);
  }

  override equal(a: number, b: number): boolean {
    return a === b || equalObjects(this.vm, a, b);
  }

  /** a OP b with OP one of `<`, `<=`, `==`, `!=`, `>`, `>=`. */
  compare(a: number, b: number, operator: string): number {
    return compareObjects(this.vm, a, b, operator);
  }

  binary(a: number, b: number, operator: string): number {
    return binaryOperation(this.vm, a, b, operator);
  }

  override iter(ref: number): number {
    return iterate(this.vm, ref);
  }

  /** The same, where C code puts words of its own in place of whatever TypeError comes (PySequence_Fast and others). */
  override iterOr(ref: number, words: string): number {
    try {
      return this.iter(ref);
    } catch (error) {
      if (this.catches(error, 'TypeError')) throw new PythonRaise('TypeError', words);
      throw error;
    }
  }

  /** The next item, 0 at the end. */
  override next(iterator: number): number {
    this.vm.tick();
    return nextItem(this.vm, iterator);
  }

  /** Calls `use` with each item, which is borrowed and dropped after. */
  override forEach(iterable: number, use: (item: number) => void): void {
    const iterator = this.iter(iterable);
    try {
      for (let item = this.next(iterator); item !== 0; item = this.next(iterator)) {
        try {
          use(item);
        } finally {
          this.heap.decref(item);
        }
      }
    } finally {
      this.heap.decref(iterator);
    }
  }

  /** All items, each a new reference. */
  override collect(iterable: number): number[] {
    const items: number[] = [];
    try {
      this.forEach(iterable, (item) => items.push(this.own(item)));
    } catch (error) {
      this.dropAll(items);
      throw error;
    }
    return items;
  }

  str(ref: number): string {
    return strOf(this.vm, ref);
  }

  repr(ref: number): string {
    return reprOf(this.vm, ref);
  }

  /** str(ref) as an object. */
  strObject(ref: number): number {
    return strObject(this.vm, ref);
  }

  reprObject(ref: number): number {
    return reprObject(this.vm, ref);
  }

  formatObject(ref: number, spec: string): number {
    return formatObject(this.vm, ref, spec);
  }

  ascii(ref: number): string {
    return asciiOf(this.vm, ref);
  }

  asciiObject(ref: number): number {
    return asciiObject(this.vm, ref);
  }

  format(ref: number, spec: string): string {
    return formatOf(this.vm, ref, spec);
  }

  /** Throws an exception of this class with these arguments, which are taken over; it keeps the tuple of them where there is one. */
  raise(className: string, args: readonly number[], tuple = 0): never {
    const exception = newException(this.vm, this.classes.named(className), args, tuple);
    this.dropAll(args);
    linkContext(this.vm, exception);
    throw new Thrown(exception);
  }

  /** True, and the error is dropped, when it is an exception of this class. */
  catches(error: unknown, className: string): boolean {
    if (error instanceof PythonRaise) {
      const type = this.classes.named(error.exception);
      if (!type.mro.includes(this.classes.named(className)) || this.refusals.has(error)) return false;
      this.dropAll(this.raiseDetails.get(error) ?? []);
      const { key = 0, object = 0 } = this.raiseSubjects.get(error) ?? {};
      this.dropAll([key, object]);
      return true;
    }
    if (!(error instanceof Thrown) || !isThrownOf(this.vm, error, className)) return false;
    dropThrown(this.vm, error);
    return true;
  }

  /**
   * Runs `use` while a tuple of its arguments lives (METH_VARARGS). From 3.12 on an exception is an object as soon as it is raised, so
   * that its own tuple is another one; before, it becomes an object when a handler looks.
   */
  withTuple<T>(args: readonly number[], use: (tuple: number) => T): T {
    const { conversions } = this.vm;
    const make = (): number => this.newTuple(args);
    return this.guard(conversions === null ? make() : conversions.keep(make), (tuple) => {
      try {
        return use(tuple);
      } catch (error) {
        throw this.raised(error);
      }
    });
  }

  /** What was thrown, as the object that it is already where exceptions are objects from the start. */
  raised(error: unknown): unknown {
    if (!(error instanceof PythonRaise) || staysRaw(this.vm, error)) return error;
    return new Thrown(this.caught(error));
  }

  /** The exception object of what was thrown, owned by the caller; rethrows what is no Python exception. */
  caught(error: unknown): number {
    return exceptionOf(this.vm, error);
  }

  /** True for StopIteration, which is dropped; its value is in `stopValue`. */
  stops(error: unknown): boolean {
    const value =
      error instanceof Thrown && error.unmade === null && this.isInstanceOf(error.exception, 'StopIteration')
        ? this.field(error.exception, STOP_ITERATION.VALUE)
        : 0;
    const kept = value === 0 ? this.none() : this.own(value);
    if (this.catches(error, 'StopIteration')) {
      this.stopValue = kept;
      return true;
    }
    this.heap.decref(kept);
    return false;
  }

  newExceptionOf(type: PyType, args: readonly number[]): number {
    return newException(this.vm, type, args);
  }

  newExceptionNamed(className: string, args: readonly number[]): number {
    return newException(this.vm, this.classes.named(className), args);
  }

  /** isinstance(ref, class or tuple) without the hooks of metaclasses. */
  isInstance(ref: number, wanted: number): boolean {
    const type = this.classes.forObject(wanted);
    if (type === undefined) return false;
    return this.classes.isSubclass(this.classes.of(ref), type) || this.#saysIsInstance(ref, type);
  }

  /** An object whose `__class__` says that it is of another class than its own, as a proxy does (abstract.c:object_isinstance). */
  #saysIsInstance(ref: number, wanted: PyType): boolean {
    const type = this.classes.of(ref);
    const own = this.classes.lookup(type, '__class__');
    const usual = own === this.classes.lookup(this.classes.named('object'), '__class__');
    if (type.dict === 0 || (usual && this.vm.overrideIn(type, '__getattribute__') === 0)) return false;
    const said = this.vm.findAttr(ref, '__class__');
    if (said === 0) return false;
    return this.guard(said, () => {
      const claimed = this.classes.forObject(said);
      return claimed !== undefined && claimed !== type && this.classes.isSubclass(claimed, wanted);
    });
  }

  /** A string or list of so many bytes more is asked for: MemoryError beyond the budget. */
  roomFor(bytes: number): void {
    if (bytes > this.vm.budgets.heapBytes) throw new PythonRaise('MemoryError', '');
  }

  sizeForRepeat(sequence: number): number {
    if (this.isStr(sequence)) return this.text(sequence).length;
    return this.isList(sequence) || this.isTuple(sequence)
      ? 8 * this.listSize(sequence)
      : this.anyBytes(sequence).length;
  }

  recursionError(what = ''): never {
    throw new PythonRaise('RecursionError', `maximum recursion depth exceeded${what}`);
  }
}
