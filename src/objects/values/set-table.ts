/**
 * Where CPython's sets keep their entries (setobject.c), so that iteration order is theirs.
 *
 * A table has mask + 1 slots, a power of two. An entry is looked for from its hash's low bits on: up to
 * nine following slots are tried (fewer at the table's end: none), then the next place is
 * slot * 5 + 1 + perturb, where perturb is the hash shifted right by five each time. A removed entry
 * leaves a dummy, so that the entries behind it are still found; only a resize takes dummies away.
 * Items are int32 refs: 0 is an empty slot, -1 a dummy. Equality is the caller's business.
 */
import type { Hash64 } from './hash64.ts';
import type { ValueProfile } from './value-profile.ts';

export const EMPTY = 0;
export const DUMMY = -1;
/** PySet_MINSIZE: the slots inside the set object itself. */
export const MIN_SLOTS = 8;
const LINEAR_PROBES = 9;

/** The slots of one table: refs and both halves of their hashes. */
export interface SetSlots {
  readonly mask: number;
  readonly refs: Int32Array;
  readonly hashLo: Int32Array;
  readonly hashHi: Int32Array;
}

export function newSetSlots(slots: number): SetSlots {
  return {
    mask: slots - 1,
    refs: new Int32Array(slots),
    hashLo: new Int32Array(slots),
    hashHi: new Int32Array(slots),
  };
}

/**
 * The slots to look at for a hash, in order (setobject.c:set_lookkey, 3.8 to 3.13). `slot` is the one to look at now;
 * `advance` goes to the next. The walk never ends by itself: a table always has an empty slot.
 */
export class SetProbe {
  slot: number;
  readonly #mask: number;
  #base: number;
  #ahead = 0;
  #perturbLo: number;
  #perturbHi: number;

  constructor(hash: Hash64, mask: number) {
    this.#mask = mask;
    this.#perturbLo = hash.lo;
    this.#perturbHi = hash.hi;
    this.#base = hash.lo & mask;
    this.slot = this.#base;
    this.#ahead = this.#probesFrom(this.#base);
  }

  /** Linear probes happen only where all nine fit into the table. */
  #probesFrom(base: number): number {
    return base + LINEAR_PROBES <= this.#mask ? LINEAR_PROBES : 0;
  }

  advance(): void {
    if (this.#ahead > 0) {
      this.#ahead--;
      this.slot++;
      return;
    }
    this.#perturbLo = (this.#perturbLo >>> 5) | (this.#perturbHi << 27);
    this.#perturbHi >>>= 5;
    this.#base = (Math.imul(this.#base, 5) + 1 + this.#perturbLo) & this.#mask;
    this.slot = this.#base;
    this.#ahead = this.#probesFrom(this.#base);
  }
}

/** setobject.c:set_insert_clean: the first empty slot, for an entry known to be new in a table without dummies. */
export function insertClean(slots: SetSlots, ref: number, hash: Hash64): void {
  const probe = new SetProbe(hash, slots.mask);
  while (slots.refs[probe.slot] !== EMPTY) probe.advance();
  writeSlot(slots, probe.slot, { ref, hash });
}

export function writeSlot(
  slots: SetSlots,
  slot: number,
  entry: { readonly ref: number; readonly hash: Hash64 },
): void {
  slots.refs[slot] = entry.ref;
  slots.hashLo[slot] = entry.hash.lo;
  slots.hashHi[slot] = entry.hash.hi;
}

/**
 * What a walk found: the entry's slot, or the slot where a new one goes. Where that held a dummy, the
 * new entry does not count as one more slot in use.
 */
export interface Found {
  readonly slot: number;
  readonly present: boolean;
}

/** The same walk where equality needs no Python code. */
export function findSlot(
  slots: SetSlots,
  hash: Hash64,
  given: { readonly isEqual: (ref: number) => boolean; readonly profile: ValueProfile },
): Found {
  const { isEqual, profile } = given;
  const probe = new SetProbe(hash, slots.mask);
  let free = -1;
  while (true) {
    const { slot } = probe;
    const ref = slots.refs[slot] as number;
    if (ref === EMPTY) return { slot: free < 0 ? slot : free, present: false };
    if (ref === DUMMY) {
      if (profile.setReusesDummies) free = slot;
    } else if (hasHash(slots, slot, hash) && isEqual(ref)) return { slot, present: true };
    probe.advance();
  }
}

/** Whether the entry at `slot` has this very hash, without which equality is not asked. */
export function hasHash(slots: SetSlots, slot: number, hash: Hash64): boolean {
  return slots.hashLo[slot] === hash.lo && slots.hashHi[slot] === hash.hi;
}

/** Whether a table with `fill` used and dummy slots must be resized after an insertion (set_add_entry). */
export function needsResize(fill: number, mask: number): boolean {
  return fill * 5 >= mask * 3;
}

/** What set_table_resize is asked for as a set grows: four times the entries, or twice if they are many. */
export function growthTarget(used: number): number {
  return used > 50000 ? used * 2 : used * 4;
}

/** setobject.c:set_table_resize: the slots of the new table, the power of two above `target`. */
export function slotsFor(target: number): number {
  let slots = MIN_SLOTS;
  while (slots <= target) slots *= 2;
  return slots;
}

/** The entries moved, in the order of their slots, into a table of `count` slots; dummies are left behind. */
export function resized(slots: SetSlots, count: number): SetSlots {
  const target = newSetSlots(count);
  for (let slot = 0; slot <= slots.mask; slot++) {
    const ref = slots.refs[slot] as number;
    if (ref === EMPTY || ref === DUMMY) continue;
    insertClean(target, ref, { lo: slots.hashLo[slot] as number, hi: slots.hashHi[slot] as number });
  }
  return target;
}
