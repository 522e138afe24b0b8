/**
 * The heap of one simulated process: records, reference counts, the collector's lists and counters.
 *
 * Always: an object's count equals the references that are held to it (validate.ts states it); a record is in exactly one of
 * the collector's lists when NEXT != 0 and in none otherwise; count[0] rises only when a block is really allocated for a
 * gc object and falls, not below 0, only when one is really given back (gcmodule.c:_PyObject_GC_Link, PyObject_GC_Del).
 * What a type's objects look like is the objects room's business; how they die is dealloc.ts's, cycles are collector.ts's.
 */
import { Annexes, type AnnexesState } from './annex.ts';
import { Cells, type CellsState } from './cells.ts';
import { Collector } from './collector.ts';
import { Deallocator } from './dealloc.ts';
import * as codes from './event-codes.ts';
import { EventRing } from './event-ring.ts';
import { FreeLists } from './free-lists.ts';
import { type HeapHooks, SILENT_HOOKS } from './heap-hooks.ts';
import * as layout from './layout.ts';
import { FIRST_RECORD, GENERATION_HEADS, PERMANENT_HEAD, WORKING_LISTS } from './list-heads.ts';
import { Memory } from './memory.ts';
import type { MemoryConfig } from './memory-config.ts';
import { Numbers } from './numbers.ts';
import { Payloads } from './payloads.ts';
import type { Profile } from './profile.ts';
import { defineTupleType } from './tuples.ts';
import { type TypeInfo, TypeTable } from './type-info.ts';
import { Weakrefs } from './weakrefs.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const {
  A,
  B,
  BLOCK,
  HAS_ANNEX,
  HAS_PAYLOAD,
  IMMORTAL,
  KIND,
  META,
  NEXT,
  OUTSIDE,
  PREV,
  RECORD_SHIFT,
  RECORD_WORDS,
  REFCNT,
  SERIAL,
  TYPE_MASK,
} = layout;
const { EV } = codes;

const NO_SYMBOL = -1;
const SMALLEST_WORDS = 32 * RECORD_WORDS;

export interface HeapSettings {
  readonly profile: Profile;
  readonly memory: MemoryConfig;
  readonly keptEvents: number;
}

export class Heap {
  readonly profile: Profile;
  readonly ring: EventRing;
  readonly memory: Memory;
  readonly cells = new Cells();
  readonly types = new TypeTable();
  readonly tupleType: TypeInfo;
  readonly freeLists: FreeLists;
  readonly weakrefs: Weakrefs;
  readonly annexes: Annexes;
  readonly numbers: Numbers;
  readonly dealloc: Deallocator;
  readonly collector: Collector;
  readonly #payloads = new Payloads();
  hooks: HeapHooks = SILENT_HOOKS;

  /** The records; replaced when the heap grows, so never keep it across a call that may allocate. */
  words = new Int32Array(SMALLEST_WORDS);
  /** The same memory as float64: one number lies in the words A and B of a record. */
  floats = new Float64Array(this.words.buffer);
  /** How many values chunks use each set of shared keys, by the keys' id. */
  readonly sharers: number[] = [];
  /** The serial of the newest object of the session: so many were made. */
  newestSerial = 0;
  /** How many of them have ended. */
  endedObjects = 0;
  #newestOutside = 0;
  #top = FIRST_RECORD;
  /** The first of the dead records, linked by NEXT; 0: there is none. */
  unusedRecord = 0;
  /** By type id; NO_SYMBOL before the first event that names the type. */
  readonly #typeSymbols: number[] = [];

  constructor(settings: HeapSettings) {
    this.profile = settings.profile;
    this.ring = new EventRing(settings.keptEvents);
    this.memory = new Memory(settings.memory, this.ring);
    this.freeLists = new FreeLists(settings.profile.freeLists);
    this.tupleType = defineTupleType(this);
    this.weakrefs = new Weakrefs(this);
    this.annexes = new Annexes(this);
    this.numbers = new Numbers(this);
    this.dealloc = new Deallocator(this);
    this.collector = new Collector(this);
    const working = WORKING_LISTS.flatMap((lists) => Object.values(lists));
    for (const head of [...GENERATION_HEADS, PERMANENT_HEAD, ...working]) {
      this.words[head + NEXT] = head;
      this.words[head + PREV] = head;
    }
  }

  /** End of the records in use: every ref is below it. */
  get top(): number {
    return this.#top;
  }

  /** Objects alive now that were made in the session (not the OUTSIDE ones). */
  get liveObjects(): number {
    return this.newestSerial - this.endedObjects;
  }

  typeOf(ref: number): TypeInfo {
    return this.types.all[(this.words[ref + META] as number) & TYPE_MASK] as TypeInfo;
  }

  /** Is `ref` a record that holds a living object? */
  isObject(ref: number): boolean {
    return ref >= FIRST_RECORD && ref < this.#top && this.words[ref + SERIAL] !== 0;
  }

  serialOf(ref: number): number {
    return this.words[ref + SERIAL] as number;
  }

  /** The memory block of the object's header. */
  blockOf(ref: number): number {
    return this.words[ref + BLOCK] as number;
  }

  /** Gives `block` an object of `type` with one reference; the caller fills A and B. Not tracked, not counted. */
  newObject(type: TypeInfo, block: number): number {
    const ref = this.takeRecord();
    const words = this.words;
    const serial = ++this.newestSerial;
    words[ref + REFCNT] = 1;
    words[ref + META] = type.id;
    words[ref + BLOCK] = block;
    words[ref + SERIAL] = serial;
    words[ref + A] = 0;
    words[ref + B] = 0;
    if (type.object !== 0) this.#holdClass(ref, type);
    const { memory } = this;
    if (memory.tracemalloc.tracing) memory.tracemalloc.renewed(block);
    const named = (this.symbolOfType(type) << 16) | memory.addressHigh(block);
    this.ring.emit(EV.OBJECT_ALLOCATED, serial, named, memory.addressLow(block));
    return ref;
  }

  #holdClass(ref: number, type: TypeInfo): void {
    this.incref(type.object);
    if (type.kind !== KIND.INSTANCE) this.words[ref + META] = type.id | HAS_ANNEX;
  }

  /** The object becomes one of another class, which has the same layout. */
  retype(ref: number, type: TypeInfo): void {
    const old = this.typeOf(ref).object;
    this.incref(type.object);
    this.words[ref + META] = ((this.words[ref + META] as number) & ~TYPE_MASK) | type.id;
    this.decref(old);
  }

  /** A gc object in a block of its own: counted, and up to 3.11 the moment at which a collection may run. */
  newGcObject(type: TypeInfo, nbytes: number): number {
    if (this.collector.trial !== null) return this.collector.trial.allocate(type, nbytes);
    const ref = this.newObject(type, this.memory.alloc(nbytes));
    this.collector.noteAllocation();
    return ref;
  }

  /** A gc object in a block that was kept, or, where `kept` is 0, in a new one. */
  newFrom(type: TypeInfo, kept: number, nbytes: number): number {
    return kept !== 0 ? this.newObject(type, kept) : this.newGcObject(type, nbytes);
  }

  /** An object that existed before the session: negative serial, no memory, in no list, never given back. */
  newOutside(type: TypeInfo, refcnt: number): number {
    const ref = this.takeRecord();
    const words = this.words;
    words[ref + REFCNT] = refcnt;
    words[ref + META] = type.id | OUTSIDE;
    words[ref + BLOCK] = 0;
    words[ref + SERIAL] = --this.#newestOutside;
    words[ref + A] = 0;
    words[ref + B] = 0;
    return ref;
  }

  /** Gives the record of a dead object back. Its memory went before. */
  releaseRecord(ref: number): void {
    const words = this.words;
    if (((words[ref + META] as number) & HAS_PAYLOAD) !== 0)
      this.#payloads.set(ref >> RECORD_SHIFT, undefined);
    words[ref + SERIAL] = 0;
    words[ref + META] = 0;
    words[ref + NEXT] = this.unusedRecord;
    this.unusedRecord = ref;
    this.endedObjects++;
    if (this.collector.active) this.collector.forget(ref);
  }

  incref(ref: number): void {
    const count = this.words[ref + REFCNT] as number;
    if (count < IMMORTAL) this.words[ref + REFCNT] = count + 1;
  }

  /** A counted reference that is part of the process's state: one event, `holder` is 0 for names and frames. */
  addReference(ref: number, holder: number): void {
    const count = this.words[ref + REFCNT] as number;
    if (count >= IMMORTAL) return;
    this.words[ref + REFCNT] = count + 1;
    this.ring.emit(EV.REFERENCE_ADDED, this.words[ref + SERIAL] as number, count + 1, holder);
  }

  decref(ref: number): void {
    const count = this.words[ref + REFCNT] as number;
    if (count >= IMMORTAL) return;
    this.words[ref + REFCNT] = count - 1;
    if (count === 1) this.dealloc.dealloc(ref);
  }

  dropReference(ref: number, holder: number): void {
    const count = this.words[ref + REFCNT] as number;
    if (count >= IMMORTAL) return;
    this.words[ref + REFCNT] = count - 1;
    this.ring.emit(EV.REFERENCE_DROPPED, this.words[ref + SERIAL] as number, count - 1, holder);
    if (count === 1) this.dealloc.dealloc(ref);
  }

  isTracked(ref: number): boolean {
    return this.words[ref + NEXT] !== 0;
  }

  /** Appends to the end of generation 0's list (PyObject_GC_Track). */
  track(ref: number): void {
    this.append(GENERATION_HEADS[0], ref);
  }

  /** Appends `ref`, which is in no list, to the end of the list with this head. */
  append(head: number, ref: number): void {
    const words = this.words;
    const last = words[head + PREV] as number;
    words[last + NEXT] = ref;
    words[ref + PREV] = last;
    words[ref + NEXT] = head;
    words[head + PREV] = ref;
  }

  /** Takes `ref` out of its list; nothing when it is in none (PyObject_GC_UnTrack). */
  untrack(ref: number): void {
    const words = this.words;
    const next = words[ref + NEXT] as number;
    if (next === 0) return;
    const previous = words[ref + PREV] as number;
    words[previous + NEXT] = next;
    words[next + PREV] = previous;
    words[ref + NEXT] = 0;
  }

  /** The symbol of the type's name in the ring. */
  symbolOfType(type: TypeInfo): number {
    const known = this.knownSymbol(type.id);
    return known === NO_SYMBOL ? this.#newTypeSymbol(type) : known;
  }

  /** The symbol of a type's name that an event has named already; below 0: none has. */
  knownSymbol(typeId: number): number {
    return typeId < this.#typeSymbols.length ? (this.#typeSymbols[typeId] as number) : NO_SYMBOL;
  }

  payload(ref: number): unknown {
    return this.#payloads.get(ref >> RECORD_SHIFT);
  }

  setPayload(ref: number, value: unknown): void {
    this.#payloads.set(ref >> RECORD_SHIFT, value);
    this.words[ref + META] = (this.words[ref + META] as number) | HAS_PAYLOAD;
  }

  setNumber(ref: number, value: number): void {
    this.floats[(ref + A) >> 1] = value;
  }

  number(ref: number): number {
    return this.floats[(ref + A) >> 1] as number;
  }

  /** Gives back what is kept or reserved beyond the present need, for a heap that may not be used soon. Nothing else changes. */
  trim(): void {
    this.#resize(Math.max(SMALLEST_WORDS, this.#top));
    this.cells.trim();
    this.memory.trim();
    this.ring.trim();
    this.collector.trim();
    this.dealloc.trim();
  }

  save(): HeapState {
    return {
      words: this.words.slice(0, this.#top),
      cells: this.cells.save(),
      payloads: this.#payloads.save(this.#top >> RECORD_SHIFT),
      sharers: [...this.sharers],
      liveObjects: this.liveObjects,
      newestSerial: this.newestSerial,
      newestOutside: this.#newestOutside,
      unusedRecord: this.unusedRecord,
      ring: this.ring.save(),
      memory: this.memory.save(),
      freeLists: this.freeLists.save(),
      weakrefs: this.weakrefs.save(),
      annexes: this.annexes.save(),
      collector: this.collector.save(),
    };
  }

  /** The heap goes on exactly where the saved one was; types are restored by whoever defined them. */
  restore(state: HeapState): void {
    this.#top = state.words.length;
    this.words = new Int32Array(Math.max(SMALLEST_WORDS, (state.words.length + 7) & ~7));
    this.words.set(state.words);
    this.floats = new Float64Array(this.words.buffer);
    this.cells.restore(state.cells);
    this.#payloads.restore(state.payloads);
    this.sharers.length = 0;
    // One by one: as arguments of one call, a million would be more than the stack holds.
    for (const count of state.sharers) this.sharers.push(count);
    this.newestSerial = state.newestSerial;
    this.endedObjects = state.newestSerial - state.liveObjects;
    this.#newestOutside = state.newestOutside;
    this.unusedRecord = state.unusedRecord;
    this.ring.restore(state.ring);
    this.#typeSymbols.length = 0;
    this.numbers.forgetSymbols();
    this.memory.restore(state.memory);
    this.freeLists.restore(state.freeLists);
    this.weakrefs.restore(state.weakrefs);
    this.annexes.restore(state.annexes);
    this.collector.restore(state.collector);
  }

  /** Symbols count in the order of their first use, so a type gets its own only now. */
  #newTypeSymbol(type: TypeInfo): number {
    const symbol = this.ring.symbol(type.name);
    while (this.#typeSymbols.length <= type.id) this.#typeSymbols.push(NO_SYMBOL);
    this.#typeSymbols[type.id] = symbol;
    return symbol;
  }

  /** A record for a new object, all of whose words but A, B and NEXT the caller fills. */
  takeRecord(): number {
    const reused = this.unusedRecord;
    if (reused !== 0) {
      this.unusedRecord = this.words[reused + NEXT] as number;
      this.words[reused + NEXT] = 0;
      return reused;
    }
    const ref = this.#top;
    this.#top += RECORD_WORDS;
    if (this.#top > this.words.length) this.#grow();
    return ref;
  }

  #grow(): void {
    const length = this.words.length;
    // Where copying begins to be felt and room does not, it grows by more.
    const times = length < 1 << 14 || length > 1 << 18 ? 2 : 4;
    this.#resize(length < 1 << 22 ? length * times : length + ((length >> 4) << 3));
  }

  #resize(length: number): void {
    const words = new Int32Array(length);
    words.set(this.words.subarray(0, Math.min(length, this.words.length)));
    this.words = words;
    this.floats = new Float64Array(words.buffer);
  }
}

export interface HeapState {
  readonly words: Int32Array;
  readonly cells: CellsState;
  readonly payloads: readonly unknown[];
  readonly sharers: readonly number[];
  readonly liveObjects: number;
  readonly newestSerial: number;
  readonly newestOutside: number;
  readonly unusedRecord: number;
  readonly ring: ReturnType<EventRing['save']>;
  readonly memory: ReturnType<Memory['save']>;
  readonly freeLists: ReturnType<FreeLists['save']>;
  readonly weakrefs: ReturnType<Weakrefs['save']>;
  readonly annexes: AnnexesState;
  readonly collector: ReturnType<Collector['save']>;
}
