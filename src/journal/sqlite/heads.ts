/**
 * The heads of all sessions, in memory: what appends are checked against.
 *
 * The directory is ours alone, so memory and file cannot disagree. Within a transaction changes lie above the heads, and settle
 * or vanish with it.
 */
import type { Head } from './jobs.ts';
import type { Limb } from './trunks.ts';

export interface KnownSession extends Head {
  /** Of its row. */
  readonly number: number;
  /** Where the history of a fork lies that is older than itself. */
  readonly limbs: readonly Limb[];
}

export class Heads {
  readonly #settled = new Map<string, KnownSession>();
  readonly #changed = new Map<string, KnownSession | undefined>();

  get(id: string): KnownSession | undefined {
    return this.#changed.has(id) ? this.#changed.get(id) : this.#settled.get(id);
  }

  set(id: string, head: KnownSession): void {
    this.#changed.set(id, head);
  }

  delete(id: string): void {
    this.#changed.set(id, undefined);
  }

  settle(): void {
    for (const [id, head] of this.#changed) {
      if (head === undefined) this.#settled.delete(id);
      else this.#settled.set(id, head);
    }
    this.#changed.clear();
  }

  forget(): void {
    this.#changed.clear();
  }

  *all(): Generator<[string, KnownSession]> {
    for (const id of new Set([...this.#settled.keys(), ...this.#changed.keys()])) {
      const head = this.get(id);
      if (head !== undefined) yield [id, head];
    }
  }
}
