/**
 * The addresses at which arenas come to lie: positions `first + k * step`, handed out as the configuration says.
 * Nothing in the allocator depends on them except the first pool, which starts on a pool boundary.
 * Always: a position is handed out to at most one live arena; `consecutive` never hands one out twice.
 */
import { invariant } from '../invariant.ts';
import type { ArenaBases as Rule } from '../memory-config.ts';

export interface ArenaBasesState {
  readonly next: number;
  /** One byte a position below `next`: 1 when a live arena lies there. */
  readonly taken: Uint8Array;
}

export class ArenaBases {
  readonly #rule: Rule;
  /** First address beyond the simulated address space. */
  readonly #end: number;
  readonly #arenaBytes: number;
  /** Positions below it have been handed out at least once. */
  #next = 0;
  #taken = new Uint8Array(8);
  /** Every position below it is taken. */
  #lowest = 0;

  constructor(rule: Rule, arenaBytes: number, wordBytes: number) {
    invariant(Math.abs(rule.step) >= arenaBytes, 'positions of arenas do not overlap');
    this.#rule = rule;
    this.#arenaBytes = arenaBytes;
    this.#end = wordBytes === 4 ? 2 ** 32 : 2 ** 47;
  }

  /** Base of the next arena; -1 when the address space has no room for it there. */
  take(): number {
    const position = this.#rule.mode === 'consecutive' ? this.#next : this.#lowestFree();
    const base = this.#rule.first + position * this.#rule.step;
    if (base <= 0 || base + this.#arenaBytes > this.#end) return -1;
    if (position === this.#next) this.#extend();
    this.#taken[position] = 1;
    return base;
  }

  giveBack(base: number): void {
    const position = Math.round((base - this.#rule.first) / this.#rule.step);
    this.#taken[position] = 0;
    if (position < this.#lowest) this.#lowest = position;
  }

  save(): ArenaBasesState {
    return { next: this.#next, taken: this.#taken.slice(0, this.#next) };
  }

  restore(state: ArenaBasesState): void {
    this.#next = state.next;
    this.#taken = new Uint8Array(Math.max(8, state.next));
    this.#taken.set(state.taken);
    this.#lowest = 0;
  }

  #lowestFree(): number {
    while (this.#lowest < this.#next && this.#taken[this.#lowest] === 1) this.#lowest++;
    return this.#lowest;
  }

  #extend(): void {
    if (this.#next === this.#taken.length) {
      const taken = new Uint8Array(this.#taken.length * 2);
      taken.set(this.#taken);
      this.#taken = taken;
    }
    this.#next++;
  }
}
