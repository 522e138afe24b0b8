/**
 * The links of the free lists inside pools, 16 bits a block, in one array.
 *
 *   | run of pool 1 | run of pool 2 | given back | run of pool 3 | ... unused ... |
 *                                                                ^ #top
 *
 * CPython keeps a free block's link in the block itself; a simulated block has no bytes, so its pool owns a run here:
 * `words[run + index]` is 1 + the index of the next free block, 0 at the end of the list. Runs have power-of-two lengths
 * and hold the carved blocks only, so a pool of which ten blocks were ever used costs sixteen links. A run given back
 * waits in the list of its length (chained through its own first two words) and is taken before the array grows.
 * Always: the runs of pools, the runs given back and the unused rest are disjoint and cover the array.
 */

/** log2 of the shortest run. */
export const SHORTEST_RUN = 3;
const LONGEST_RUN = 16;

export interface BlockLinksState {
  readonly words: Uint16Array;
  readonly givenBack: Int32Array;
}

export class BlockLinks {
  words = new Uint16Array(64);
  #top = 0;
  /** By log2 of the length: 1 + the start of the run given back last, 0 when there is none. */
  #givenBack = new Int32Array(LONGEST_RUN + 1);

  /** Start of a run of 2 ** `log2` links, contents arbitrary. */
  take(log2: number): number {
    const head = this.#givenBack[log2] as number;
    if (head !== 0) {
      this.#givenBack[log2] = this.#following(head - 1);
      return head - 1;
    }
    const run = this.#top;
    this.#reserve(run + (1 << log2));
    return run;
  }

  give(run: number, log2: number): void {
    const next = this.#givenBack[log2] as number;
    this.words[run] = next & 0xffff;
    this.words[run + 1] = next >>> 16;
    this.#givenBack[log2] = run + 1;
  }

  /** A run twice as long with the same links at its start; the old one is given back. */
  lengthen(run: number, log2: number): number {
    const length = 1 << log2;
    if (run + length === this.#top) {
      this.#reserve(run + 2 * length);
      return run;
    }
    const longer = this.take(log2 + 1);
    this.words.copyWithin(longer, run, run + length);
    this.give(run, log2);
    return longer;
  }

  /** [start, log2 of the length] of every run that was given back. */
  runsGivenBack(): [number, number][] {
    const runs: [number, number][] = [];
    for (let log2 = SHORTEST_RUN; log2 <= LONGEST_RUN; log2++) {
      for (let at = this.#givenBack[log2] as number; at !== 0; at = this.#following(at - 1))
        runs.push([at - 1, log2]);
    }
    return runs;
  }

  /** Links that belong to some run, given back or not. */
  get length(): number {
    return this.#top;
  }

  /** Gives back the room ahead of need. */
  trim(): void {
    if (this.words.length > this.#top) this.words = this.words.slice(0, Math.max(64, this.#top));
  }

  save(): BlockLinksState {
    return { words: this.words.slice(0, this.#top), givenBack: this.#givenBack.slice() };
  }

  restore(state: BlockLinksState): void {
    this.#top = state.words.length;
    this.words = new Uint16Array(Math.max(64, this.#top));
    this.words.set(state.words);
    this.#givenBack = state.givenBack.slice();
  }

  #following(run: number): number {
    return (this.words[run] as number) | ((this.words[run + 1] as number) << 16);
  }

  #reserve(top: number): void {
    if (top > this.words.length) {
      const words = new Uint16Array(Math.max(top, this.words.length * 2));
      words.set(this.words);
      this.words = words;
    }
    this.#top = top;
  }
}
