/**
 * The arenas of one heap: the array of slots, the addresses, and `usable_arenas` (obmalloc.c:new_arena and the arena
 * half of insert_to_freepool, 3.8 to 3.13).
 *
 * An arena is named by its slot + 1 (0 is none); its record is ARENA_WORDS numbers. `usable_arenas` links the arenas
 * with pools to give, fullest first; `#lastWith[n]` is the rightmost of those with n available pools (CPython's
 * nfp2lasta), which finds an arena's new place without a walk and changes nothing about the order.
 * Always: nfree === (pools in its list of free pools) + (ntotal - carved); an arena is in `usable_arenas` exactly when
 * nfree > 0; `usable_arenas` ascends by nfree.
 * Slots released are reused last in, first out, before slots never used; which pools an arena has lent is pymalloc.ts's
 * business.
 */
import { EV } from '../event-codes.ts';
import type { EventRing } from '../event-ring.ts';
import type { MemoryConfig } from '../memory-config.ts';
import type { Resident } from '../resident.ts';
import { ArenaBases, type ArenaBasesState } from './arena-bases.ts';
import { ArenaMap, type ArenaMapState } from './arena-map.ts';
import type { Geometry } from './geometry.ts';

export const ARENA_WORDS = 8;
/** 1 + how many arenas were obtained before this one; 0 when the slot holds no arena. */
export const ARENA_SERIAL = 0;
/** Pools ever carved; the next virgin pool has this index. */
export const ARENA_CARVED = 1;
export const ARENA_NFREE = 2;
export const ARENA_NTOTAL = 3;
/** Pool freed last; 0 when none is free. */
export const ARENA_FREE_POOL = 4;
/** The next in usable_arenas, or in the list of released slots. */
export const ARENA_NEXT = 5;
export const ARENA_PREV = 6;
/** Offset of the first pool from the base. */
export const ARENA_FIRST = 7;

/** obmalloc.c:INITIAL_ARENA_OBJECTS */
const INITIAL_SLOTS = 16;

export interface ArenasState {
  readonly words: Int32Array;
  readonly addresses: Float64Array;
  readonly lastWith: Int32Array;
  readonly usable: number;
  readonly released: number;
  readonly virginSlot: number;
  readonly maxarenas: number;
  readonly obtained: number;
  readonly current: number;
  readonly highwater: number;
  readonly bases: ArenaBasesState;
  readonly map: ArenaMapState;
}

export class Arenas {
  words = new Int32Array(2 * ARENA_WORDS);
  /** Address of each arena, by its name. */
  addresses = new Float64Array(2);
  /** Head of usable_arenas; 0 when it is empty. */
  usable = 0;
  /** Slots in the array. */
  maxarenas = 0;
  /** Slots below it have been used. */
  virginSlot = 0;
  /** Arenas ever obtained. */
  obtained = 0;
  current = 0;
  highwater = 0;
  #released = 0;
  #lastWith: Int32Array;
  readonly map: ArenaMap;
  readonly #bases: ArenaBases;
  readonly #geometry: Geometry;
  readonly #limit: number;
  readonly #keepsRightmost: boolean;
  readonly #ring: EventRing;
  readonly #resident: Resident;

  constructor(config: MemoryConfig, geometry: Geometry, world: { ring: EventRing; resident: Resident }) {
    this.#geometry = geometry;
    this.#ring = world.ring;
    this.#resident = world.resident;
    this.#limit = config.arenaLimit ?? Number.POSITIVE_INFINITY;
    this.#keepsRightmost = config.arenaReleaseRule === 'unless_rightmost';
    this.#bases = new ArenaBases(config.arenaBases, config.arenaBytes, config.wordBytes);
    this.map = new ArenaMap(config.arenaMap, config.arenaBytes);
    this.#lastWith = new Int32Array(geometry.poolsPerArena + 1);
  }

  /** Obtains an arena when none is usable (new_arena); 0 when the system refuses, which leaves the slots grown. */
  obtain(): number {
    if (this.#released === 0 && this.virginSlot === this.maxarenas) this.#growSlots();
    if (this.current >= this.#limit) return 0;
    const base = this.#bases.take();
    if (base < 0) return 0;
    const arena = this.#takeSlot();
    this.obtained++;
    this.current++;
    if (this.current > this.highwater) this.highwater = this.current;
    this.map.enter(base);
    this.#resident.addArenas(this.#geometry.arenaBytes);
    this.#layOut(arena, base);
    const words = this.words;
    const at = arena * ARENA_WORDS;
    this.#ring.emit(EV.ARENA_ALLOCATED, this.obtained - 1, arena - 1, words[at + ARENA_NTOTAL] as number);
    return arena;
  }

  /** The head of usable_arenas has lent one pool more (allocate_from_new_pool). */
  poolLent(arena: number): void {
    const words = this.words;
    const at = arena * ARENA_WORDS;
    const nfree = words[at + ARENA_NFREE] as number;
    words[at + ARENA_NFREE] = nfree - 1;
    // The head has the fewest available pools, so none other has one fewer, and only it may have been the last.
    if (this.#lastWith[nfree] === arena) this.#lastWith[nfree] = 0;
    if (nfree > 1) {
      this.#lastWith[nfree - 1] = arena;
      return;
    }
    const next = words[at + ARENA_NEXT] as number;
    this.usable = next;
    if (next !== 0) words[next * ARENA_WORDS + ARENA_PREV] = 0;
  }

  /**
   * An arena has got one of its pools back (insert_to_freepool); true when it is to be released now, which the caller
   * does with {@link release} after it has reclaimed the pools.
   */
  poolReturned(arena: number): boolean {
    const words = this.words;
    const at = arena * ARENA_WORDS;
    const before = words[at + ARENA_NFREE] as number;
    const nfree = before + 1;
    words[at + ARENA_NFREE] = nfree;
    const last = this.#lastWith[before] as number;
    if (last === arena) this.#forgetLast(arena, before);
    if (nfree === words[at + ARENA_NTOTAL] && (!this.#keepsRightmost || words[at + ARENA_NEXT] !== 0))
      return true;
    if (nfree === 1) this.#insertAtHead(arena);
    else if (last !== arena) this.#moveBehind(arena, last);
    if (this.#lastWith[nfree] === 0) this.#lastWith[nfree] = arena;
    return false;
  }

  /** Gives a wholly free arena back to the system. */
  release(arena: number): void {
    const words = this.words;
    const at = arena * ARENA_WORDS;
    this.#unlink(arena);
    this.#ring.emit(EV.ARENA_FREED, (words[at + ARENA_SERIAL] as number) - 1, arena - 1, 0);
    this.#bases.giveBack(this.addresses[arena] as number);
    words.fill(0, at, at + ARENA_WORDS);
    words[at + ARENA_NEXT] = this.#released;
    this.#released = arena;
    this.current--;
    this.#resident.addArenas(-this.#geometry.arenaBytes);
  }

  /** Slots that hold no arena, in the order in which they will be used. */
  unusedSlots(): number[] {
    const slots: number[] = [];
    for (
      let arena = this.#released;
      arena !== 0;
      arena = this.words[arena * ARENA_WORDS + ARENA_NEXT] as number
    ) {
      slots.push(arena - 1);
    }
    for (let slot = this.virginSlot; slot < this.maxarenas; slot++) slots.push(slot);
    return slots;
  }

  /** The rightmost usable arena with `nfree` available pools; 0 when there is none. */
  lastWith(nfree: number): number {
    return this.#lastWith[nfree] as number;
  }

  save(): ArenasState {
    return {
      words: this.words.slice(0, (this.virginSlot + 1) * ARENA_WORDS),
      addresses: this.addresses.slice(0, this.virginSlot + 1),
      lastWith: this.#lastWith.slice(),
      usable: this.usable,
      released: this.#released,
      virginSlot: this.virginSlot,
      maxarenas: this.maxarenas,
      obtained: this.obtained,
      current: this.current,
      highwater: this.highwater,
      bases: this.#bases.save(),
      map: this.map.save(),
    };
  }

  restore(state: ArenasState): void {
    this.words = state.words.slice();
    this.addresses = state.addresses.slice();
    this.#lastWith = state.lastWith.slice();
    this.usable = state.usable;
    this.#released = state.released;
    this.virginSlot = state.virginSlot;
    this.maxarenas = state.maxarenas;
    this.obtained = state.obtained;
    this.current = state.current;
    this.highwater = state.highwater;
    this.#bases.restore(state.bases);
    this.map.restore(state.map);
  }

  #growSlots(): void {
    const before = this.maxarenas;
    this.maxarenas = before === 0 ? INITIAL_SLOTS : before * 2;
    this.#ring.emit(EV.ARENA_SLOTS_GROWN, before, this.maxarenas, 0);
  }

  #takeSlot(): number {
    const released = this.#released;
    if (released !== 0) {
      this.#released = this.words[released * ARENA_WORDS + ARENA_NEXT] as number;
      return released;
    }
    this.virginSlot++;
    if (this.virginSlot >= this.addresses.length) {
      const words = new Int32Array(this.words.length * 2);
      words.set(this.words);
      this.words = words;
      const addresses = new Float64Array(this.addresses.length * 2);
      addresses.set(this.addresses);
      this.addresses = addresses;
    }
    return this.virginSlot;
  }

  /** A new arena is the only usable one; what precedes its first pool boundary costs it one pool. */
  #layOut(arena: number, base: number): void {
    const { poolBytes, poolsPerArena } = this.#geometry;
    const excess = base % poolBytes;
    const ntotal = excess === 0 ? poolsPerArena : poolsPerArena - 1;
    const at = arena * ARENA_WORDS;
    this.words.fill(0, at, at + ARENA_WORDS);
    this.words[at + ARENA_SERIAL] = this.obtained;
    this.words[at + ARENA_NFREE] = ntotal;
    this.words[at + ARENA_NTOTAL] = ntotal;
    this.words[at + ARENA_FIRST] = excess === 0 ? 0 : poolBytes - excess;
    this.addresses[arena] = base;
    this.usable = arena;
    this.#lastWith[ntotal] = arena;
  }

  /** `arena` was the last with `nfree` and no longer counts: the one before it, if equal, takes that place. */
  #forgetLast(arena: number, nfree: number): void {
    const words = this.words;
    const prev = words[arena * ARENA_WORDS + ARENA_PREV] as number;
    this.#lastWith[nfree] = prev !== 0 && words[prev * ARENA_WORDS + ARENA_NFREE] === nfree ? prev : 0;
  }

  #insertAtHead(arena: number): void {
    const words = this.words;
    const head = this.usable;
    words[arena * ARENA_WORDS + ARENA_NEXT] = head;
    words[arena * ARENA_WORDS + ARENA_PREV] = 0;
    if (head !== 0) words[head * ARENA_WORDS + ARENA_PREV] = arena;
    this.usable = arena;
  }

  #moveBehind(arena: number, left: number): void {
    this.#unlink(arena);
    const words = this.words;
    const right = words[left * ARENA_WORDS + ARENA_NEXT] as number;
    words[left * ARENA_WORDS + ARENA_NEXT] = arena;
    words[arena * ARENA_WORDS + ARENA_PREV] = left;
    words[arena * ARENA_WORDS + ARENA_NEXT] = right;
    if (right !== 0) words[right * ARENA_WORDS + ARENA_PREV] = arena;
  }

  #unlink(arena: number): void {
    const words = this.words;
    const next = words[arena * ARENA_WORDS + ARENA_NEXT] as number;
    const prev = words[arena * ARENA_WORDS + ARENA_PREV] as number;
    if (prev === 0) this.usable = next;
    else words[prev * ARENA_WORDS + ARENA_NEXT] = next;
    if (next !== 0) words[next * ARENA_WORDS + ARENA_PREV] = prev;
  }
}
