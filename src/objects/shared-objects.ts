/**
 * Objects that exist once in a process: None, True, small integers, '' and one-character strings, interned names (FACTS 11).
 *
 * They come from before the session, so they take none of its memory; each is made when first needed, in an order that the
 * operations alone decide. Which of them never change their count is the profile's to say (PEP 683).
 */
import { A, B, IMMORTAL, INTERNED, META, REFCNT, SERIAL, type TypeInfo } from '../heap/index.ts';
import { NAMES_AT_START } from './names-at-start.ts';
import type { Process } from './process.ts';
import { referencesAtStart } from './references-at-start.ts';

/** Stands for the references that the interpreter itself holds to an interned str. */
const INTERPRETER_REFERENCES = 1;
const SMALLEST_INT = -5;
const SMALL_INTS = 262;
const OUTSIDE_ADDRESS = 0x555500000000;
const OUTSIDE_STEP = 64;
/** Side by side (_PyLong_SMALL_INTS, from 3.11; before, the first pools of their size are theirs). */
const SMALL_INTS_ADDRESS = OUTSIDE_ADDRESS - 0x10000;
const SMALL_INT_STEP = 32;
const IDENTIFIER_LIKE = /^[A-Za-z0-9_]*$/;

export interface SharedObjectsState {
  readonly ints: readonly (readonly [number, number])[];
  readonly strs: readonly (readonly [string, number])[];
  readonly bytes: readonly (readonly [string, number])[];
  readonly interned: readonly (readonly [string, number])[];
  readonly named: readonly (readonly [string, number])[];
}

/** A text, and the str object of it, borrowed from the arguments of a call. */
export interface Sought {
  readonly text: string;
  readonly name: number;
}

const NOTHING_SOUGHT: Sought = { text: '', name: 0 };

export class SharedObjects {
  readonly #process: Process;
  /** By value - SMALLEST_INT; 0 until it is needed. */
  #ints = new Int32Array(0);
  readonly #strs = new Map<string, number>();
  readonly #bytes = new Map<string, number>();
  readonly #interned = new Map<string, number>();
  /** What getattr() or its like looks for now: C code looks the very object up that it was given, and interns none. */
  sought: Sought = NOTHING_SOUGHT;
  readonly #named = new Map<string, number>();
  /** True and False, 0 until they are needed. */
  #true = 0;
  #false = 0;

  readonly #referencesAtStart: (name: string) => number;

  constructor(process: Process) {
    this.#process = process;
    this.#referencesAtStart = referencesAtStart(process.minor);
  }

  smallInt(value: number): number {
    const known = this.#ints[value - SMALLEST_INT];
    return known === undefined || known === 0 ? this.#makeInt(value) : known;
  }

  /** id() of an object from outside the session: in the order in which they appeared, but for small ints, which lie in order of value. */
  addressOf(ref: number): number {
    const { heap, types } = this.#process;
    if (heap.typeOf(ref) === types.atoms.int) {
      const value = heap.number(ref);
      if (this.#ints[value - SMALLEST_INT] === ref) return SMALL_INTS_ADDRESS + SMALL_INT_STEP * value;
    }
    return OUTSIDE_ADDRESS - OUTSIDE_STEP * (heap.words[ref + SERIAL] as number);
  }

  /** '' and the one-character strings up to U+00FF; 0 for any other text. */
  str(text: string): number {
    if (text.length > 1 || text.charCodeAt(0) > 0xff) return 0;
    let str = this.#strs.get(text);
    if (str === undefined) {
      str = this.#make(this.#process.types.atoms.str, `'${text}'`);
      this.#process.heap.setPayload(str, text);
      this.#strs.set(text, str);
    }
    return str;
  }

  bytes(value: Uint8Array): number {
    if (value.length > 1) return 0;
    const text = String.fromCharCode(...value);
    let bytes = this.#bytes.get(text);
    if (bytes === undefined) {
      bytes = this.#make(this.#process.types.atoms.bytes, `b'${text}'`);
      this.#process.heap.setPayload(bytes, value);
      this.#bytes.set(text, bytes);
    }
    return bytes;
  }

  /** None, True, False, Ellipsis, NotImplemented, () and, up to 3.9, frozenset(): by name. What a module's state holds is mortal. */
  named(name: string, type: TypeInfo, { mortal = false } = {}): number {
    let one = this.#named.get(name);
    if (one === undefined) {
      one = this.#make(type, name, mortal);
      this.#named.set(name, one);
    }
    return one;
  }

  truth(value: boolean): number {
    const known = value ? this.#true : this.#false;
    return known === 0 ? this.#makeTruth(value) : known;
  }

  #makeTruth(value: boolean): number {
    const ref = this.named(value ? 'True' : 'False', this.#process.types.atoms.bool);
    if (value) {
      this.#process.heap.setNumber(ref, 1);
      this.#true = ref;
    } else this.#false = ref;
    return ref;
  }

  /**
   * The interned str of an attribute or variable: one that the program has interned itself stays as mortal as it is. Where there is none,
   * it is what is sought.
   */
  name(text: string): number {
    if (this.#interned.has(text)) return this.#internedOf(text);
    return this.soughtFor(text) || this.nameInCode(text);
  }

  /** The object of this text that is sought, borrowed; 0: another one is, or none. */
  soughtFor(text: string): number {
    return this.sought.text === text ? this.sought.name : 0;
  }

  /** The interned str of a name in the code, which makes it immortal from 3.12 on. */
  nameInCode(text: string): number {
    const str = this.#internedOf(text);
    const { heap, profile } = this.#process;
    if (profile.immortal.interned !== 'none') heap.words[str + REFCNT] = IMMORTAL;
    return str;
  }

  /** The interned str of an identifier-like constant; from 3.13 it is mortal unless a name has the same text. */
  constant(text: string): number {
    return this.#process.profile.immortal.interned === 'all' ? this.name(text) : this.#internedOf(text);
  }

  /** The interned str of this text, borrowed; 0 when there is none yet. */
  known(text: string): number {
    return (text.length === 1 ? this.#strs.get(text) : undefined) ?? this.#interned.get(text) ?? 0;
  }

  /** Is there an interned str of this text already? */
  hasInterned(text: string): boolean {
    return this.#interned.has(text) || this.#isFromStart(text);
  }

  /** Has somebody interned this text, the interpreter at its start among them? */
  isTaken(text: string): boolean {
    return this.#interned.has(text) || NAMES_AT_START.has(text);
  }

  /** The interpreter has interned it for itself, where that alone makes it immortal. */
  #isFromStart(text: string): boolean {
    return this.#process.profile.immortal.interned === 'names' && NAMES_AT_START.has(text);
  }

  #internedOf(text: string): number {
    const shared = this.#process.profile.immortal.lettersApart.includes(text) ? 0 : this.str(text);
    if (shared !== 0 || text === '') return shared || this.str(text);
    const known = this.#interned.get(text);
    if (known !== undefined) return known;
    const { heap, types, profile } = this.#process;
    const immortal = profile.immortal.interned === 'all' || this.#isFromStart(text);
    const held = text.length === 1 ? this.#referencesAtStart(`'${text}'`) : INTERPRETER_REFERENCES;
    const str = heap.newOutside(types.atoms.str, immortal ? IMMORTAL : held);
    heap.setPayload(str, text);
    heap.words[str + META] = (heap.words[str + META] as number) | INTERNED;
    this.#interned.set(text, str);
    return str;
  }

  /** sys.intern(str): the one interned str of this text, which may be `str` itself; a new reference for the caller. */
  intern(str: number): number {
    const { heap, profile } = this.#process;
    const text = heap.payload(str) as string;
    const known =
      (text.length <= 1 && this.str(text) !== 0) || this.#isFromStart(text)
        ? this.#internedOf(text)
        : (this.#interned.get(text) ?? 0);
    if (known !== 0) {
      heap.incref(known);
      return known;
    }
    this.#interned.set(text, str);
    heap.words[str + META] = (heap.words[str + META] as number) | INTERNED;
    if (profile.immortal.interned === 'all') heap.words[str + REFCNT] = IMMORTAL;
    else heap.incref(str);
    return str;
  }

  /** Is this the one interned str of its text (sys._is_interned)? */
  isInterned(str: number): boolean {
    return (
      ((this.#process.heap.words[str + META] as number) & INTERNED) !== 0 ||
      this.str(this.#process.heap.payload(str) as string) === str
    );
  }

  get internedCount(): number {
    return this.#interned.size;
  }

  /** Is a str constant of this text interned by the compiler (all_name_chars)? */
  static isInternable(text: string): boolean {
    return IDENTIFIER_LIKE.test(text);
  }

  /** An interned str is about to die: the table lets go of it (it holds no counted reference). */
  forget(str: number): void {
    this.#interned.delete(this.#process.heap.payload(str) as string);
  }

  save(): SharedObjectsState {
    return {
      ints: [...this.#ints].flatMap((ref, at) => (ref === 0 ? [] : [[at + SMALLEST_INT, ref] as const])),
      strs: [...this.#strs],
      bytes: [...this.#bytes],
      interned: [...this.#interned],
      named: [...this.#named],
    };
  }

  restore(state: SharedObjectsState): void {
    for (const [map, entries] of [
      [this.#strs, state.strs],
      [this.#bytes, state.bytes],
      [this.#interned, state.interned],
      [this.#named, state.named],
    ] as const) {
      map.clear();
      for (const [key, ref] of entries) map.set(key, ref);
    }
    this.#true = 0;
    this.#false = 0;
    this.#ints = new Int32Array(state.ints.length === 0 ? 0 : SMALL_INTS);
    for (const [value, ref] of state.ints) this.#ints[value - SMALLEST_INT] = ref;
  }

  #makeInt(value: number): number {
    if (this.#ints.length === 0) this.#ints = new Int32Array(SMALL_INTS);
    const int = this.#make(this.#process.types.atoms.int, `${value}`);
    this.#process.heap.setNumber(int, value);
    this.#ints[value - SMALLEST_INT] = int;
    return int;
  }

  #make(type: TypeInfo, name: string, mortal = false): number {
    const { heap, profile } = this.#process;
    const isImmortal = profile.immortal.singletons && !mortal;
    const ref = heap.newOutside(type, isImmortal ? IMMORTAL : this.#referencesAtStart(name));
    heap.words[ref + A] = 0;
    heap.words[ref + B] = 0;
    return ref;
  }
}
