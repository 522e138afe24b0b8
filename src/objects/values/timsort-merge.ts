/**
 * Which runs are merged, and when (listobject.c: merge_at, and the policies merge_collapse up to 3.10 and
 * found_new_run, powersort, since). A merge sets the shorter run aside; when a question is answered by an
 * exception, what is set aside goes back into the gap, so that no item is ever lost.
 */

import type { Sorting, SortPolicy } from './timsort.ts';
import { gallopLeft, gallopRight } from './timsort-gallop.ts';
import { HighMerge, LowMerge, MIN_GALLOP } from './timsort-runs.ts';

interface Run {
  readonly start: number;
  length: number;
  power: number;
}

/** listobject.c:powerloop: where the boundary between two runs lies in a perfectly balanced tree of merges. */
function runPower(
  start: number,
  lengths: { readonly first: number; readonly second: number },
  total: number,
): number {
  let power = 0;
  let a = 2 * start + lengths.first;
  let b = a + lengths.first + lengths.second;
  while (true) {
    power++;
    if (a >= total) {
      a -= total;
      b -= total;
    } else if (b >= total) return power;
    a *= 2;
    b *= 2;
  }
}

export class SortMerger {
  readonly #items: Int32Array;
  readonly #powersort: boolean;
  readonly #setsAside: SortPolicy['setsAside'];
  readonly #runs: Run[] = [];
  #minGallop = MIN_GALLOP;

  constructor(items: Int32Array, { powersort, setsAside }: SortPolicy) {
    this.#items = items;
    this.#powersort = powersort;
    this.#setsAside = setsAside;
  }

  *push(start: number, length: number): Sorting<void> {
    if (this.#powersort) yield* this.#foundNewRun(length);
    this.#runs.push({ start, length, power: 0 });
    if (!this.#powersort) yield* this.#collapse();
  }

  *#foundNewRun(second: number): Sorting<void> {
    const runs = this.#runs;
    const top = runs.at(-1);
    if (top === undefined) return;
    const power = runPower(top.start, { first: top.length, second }, this.#items.length);
    while (runs.length > 1 && (runs.at(-2) as Run).power > power) yield* this.#mergeAt(runs.length - 2);
    (runs.at(-1) as Run).power = power;
  }

  /** listobject.c:merge_collapse: keeps each run longer than the next two together. */
  *#collapse(): Sorting<void> {
    const runs = this.#runs;
    const size = (i: number): number => (runs[i] as Run).length;
    while (runs.length > 1) {
      let n = runs.length - 2;
      const heavy = (i: number): boolean => i > 0 && size(i - 1) <= size(i) + size(i + 1);
      if (heavy(n) || heavy(n - 1)) {
        if (size(n - 1) < size(n + 1)) n--;
        yield* this.#mergeAt(n);
      } else if (size(n) <= size(n + 1)) yield* this.#mergeAt(n);
      else return;
    }
  }

  /** listobject.c:merge_force_collapse. */
  *finish(): Sorting<void> {
    const runs = this.#runs;
    while (runs.length > 1) {
      let n = runs.length - 2;
      if (n > 0 && (runs[n - 1] as Run).length < (runs[n + 1] as Run).length) n--;
      yield* this.#mergeAt(n);
    }
  }

  /** Merges runs i and i + 1; what is in place already at either end is left alone. */
  *#mergeAt(i: number): Sorting<void> {
    const items = this.#items;
    const [first, second] = [this.#runs[i] as Run, this.#runs[i + 1] as Run];
    let [startA, lengthA] = [first.start, first.length];
    const startB = second.start;
    let lengthB = second.length;
    first.length += lengthB;
    this.#runs.splice(i + 1, 1);
    const skipped = yield* gallopRight(items[startB] as number, {
      from: items,
      start: startA,
      length: lengthA,
      hint: 0,
    });
    startA += skipped;
    lengthA -= skipped;
    if (lengthA === 0) return;
    const lastA = items[startA + lengthA - 1] as number;
    lengthB = yield* gallopLeft(lastA, { from: items, start: startB, length: lengthB, hint: lengthB - 1 });
    if (lengthB === 0) return;
    this.#setsAside?.(Math.min(lengthA, lengthB));
    if (lengthA <= lengthB) yield* this.#mergeLow(startA, lengthA, { startB, lengthB });
    else yield* this.#mergeHigh(startA, lengthA, { startB, lengthB });
  }

  *#mergeLow(
    startA: number,
    lengthA: number,
    right: { readonly startB: number; readonly lengthB: number },
  ): Sorting<void> {
    const merge = new LowMerge(this.#items, this.#items.slice(startA, startA + lengthA), {
      dest: startA,
      b: right.startB,
      lengthB: right.lengthB,
    });
    try {
      this.#minGallop = yield* merge.run(this.#minGallop);
    } finally {
      merge.restore();
    }
  }

  *#mergeHigh(
    startA: number,
    lengthA: number,
    right: { readonly startB: number; readonly lengthB: number },
  ): Sorting<void> {
    const { startB, lengthB } = right;
    const merge = new HighMerge(this.#items, this.#items.slice(startB, startB + lengthB), {
      base: startA,
      lengthA,
    });
    try {
      this.#minGallop = yield* merge.run(this.#minGallop);
    } finally {
      merge.restore();
    }
  }
}
