/**
 * Merging two neighbouring runs (listobject.c: merge_lo, merge_hi). One run is set aside and the other moves
 * into the gap; one by one at first, in gallops while either run keeps winning.
 * Always: the gap is as long as what is still aside, so `restore` loses no item whenever it is called.
 */

import type { Sorting } from './timsort.ts';
import { gallopLeft, gallopRight, question } from './timsort-gallop.ts';

export const MIN_GALLOP = 7;

/** listobject.c:merge_lo: the left run, not longer than the right, is aside; fills from the left. */
export class LowMerge {
  readonly #items: Int32Array;
  readonly #aside: Int32Array;
  #a = 0;
  #dest: number;
  #b: number;
  #leftB: number;

  constructor(
    items: Int32Array,
    aside: Int32Array,
    at: { readonly dest: number; readonly b: number; readonly lengthB: number },
  ) {
    this.#items = items;
    this.#aside = aside;
    this.#dest = at.dest;
    this.#b = at.b;
    this.#leftB = at.lengthB;
  }

  get #leftA(): number {
    return this.#aside.length - this.#a;
  }

  #takeA(count: number): void {
    this.#items.set(this.#aside.subarray(this.#a, this.#a + count), this.#dest);
    this.#a += count;
    this.#dest += count;
  }

  #takeB(count: number): void {
    this.#items.copyWithin(this.#dest, this.#b, this.#b + count);
    this.#b += count;
    this.#dest += count;
    this.#leftB -= count;
  }

  /** What is aside goes into the gap before the rest of the right run. */
  restore(): void {
    this.#items.set(this.#aside.subarray(this.#a), this.#dest);
  }

  /** Answers the new galloping threshold. */
  *run(threshold: number): Sorting<number> {
    let minGallop = threshold;
    this.#takeB(1);
    if (this.#leftB === 0) return minGallop;
    while (this.#leftA > 1) {
      if (!(yield* this.#oneByOne(minGallop))) return minGallop;
      minGallop++;
      const galloped = yield* this.#gallop(minGallop);
      minGallop = galloped.minGallop;
      if (galloped.done) return minGallop;
    }
    this.#endWithA();
    return minGallop;
  }

  /** One item of A is left: it belongs behind the rest of B. */
  #endWithA(): void {
    this.#takeB(this.#leftB);
  }

  /** Until one run wins `minGallop` times in a row; false when the merge is over. */
  *#oneByOne(minGallop: number): Sorting<boolean> {
    let countA = 0;
    let countB = 0;
    while (true) {
      if (yield question(this.#items[this.#b] as number, this.#aside[this.#a] as number)) {
        this.#takeB(1);
        [countA, countB] = [0, countB + 1];
        if (this.#leftB === 0) return false;
      } else {
        this.#takeA(1);
        [countA, countB] = [countA + 1, 0];
        if (this.#leftA === 1) {
          this.#endWithA();
          return false;
        }
      }
      if (Math.max(countA, countB) >= minGallop) return true;
    }
  }

  *#gallop(threshold: number): Sorting<{ minGallop: number; done: boolean }> {
    let minGallop = threshold;
    while (true) {
      minGallop -= minGallop > 1 ? 1 : 0;
      const countA = yield* gallopRight(this.#items[this.#b] as number, {
        from: this.#aside,
        start: this.#a,
        length: this.#leftA,
        hint: 0,
      });
      this.#takeA(countA);
      if (this.#leftA === 1) return this.#finishWithA(minGallop);
      if (this.#leftA === 0) return { minGallop, done: true };
      this.#takeB(1);
      if (this.#leftB === 0) return { minGallop, done: true };
      const countB = yield* gallopLeft(this.#aside[this.#a] as number, {
        from: this.#items,
        start: this.#b,
        length: this.#leftB,
        hint: 0,
      });
      this.#takeB(countB);
      if (this.#leftB === 0) return { minGallop, done: true };
      this.#takeA(1);
      if (this.#leftA === 1) return this.#finishWithA(minGallop);
      if (countA < MIN_GALLOP && countB < MIN_GALLOP) return { minGallop: minGallop + 1, done: false };
    }
  }

  #finishWithA(minGallop: number): { minGallop: number; done: boolean } {
    this.#endWithA();
    return { minGallop, done: true };
  }
}

/** listobject.c:merge_hi: the right run, shorter than the left, is aside; fills from the right. */
export class HighMerge {
  readonly #items: Int32Array;
  readonly #aside: Int32Array;
  readonly #base: number;
  #leftA: number;
  #leftB: number;

  constructor(items: Int32Array, aside: Int32Array, at: { readonly base: number; readonly lengthA: number }) {
    this.#items = items;
    this.#aside = aside;
    this.#base = at.base;
    this.#leftA = at.lengthA;
    this.#leftB = aside.length;
  }

  #takeA(count: number): void {
    const end = this.#base + this.#leftA;
    this.#items.copyWithin(end + this.#leftB - count, end - count, end);
    this.#leftA -= count;
  }

  #takeB(count: number): void {
    this.#items.set(
      this.#aside.subarray(this.#leftB - count, this.#leftB),
      this.#base + this.#leftA + this.#leftB - count,
    );
    this.#leftB -= count;
  }

  /** What is aside goes into the gap behind the rest of the left run. */
  restore(): void {
    this.#items.set(this.#aside.subarray(0, this.#leftB), this.#base + this.#leftA);
  }

  *run(threshold: number): Sorting<number> {
    let minGallop = threshold;
    this.#takeA(1);
    if (this.#leftA === 0) return minGallop;
    while (this.#leftB > 1) {
      if (!(yield* this.#oneByOne(minGallop))) return minGallop;
      minGallop++;
      const galloped = yield* this.#gallop(minGallop);
      minGallop = galloped.minGallop;
      if (galloped.done) return minGallop;
    }
    this.#endWithB();
    return minGallop;
  }

  /** One item of B is left: it belongs before the rest of A. */
  #endWithB(): void {
    this.#takeA(this.#leftA);
  }

  *#oneByOne(minGallop: number): Sorting<boolean> {
    let countA = 0;
    let countB = 0;
    while (true) {
      const [a, b] = [
        this.#items[this.#base + this.#leftA - 1] as number,
        this.#aside[this.#leftB - 1] as number,
      ];
      if (yield question(b, a)) {
        this.#takeA(1);
        [countA, countB] = [countA + 1, 0];
        if (this.#leftA === 0) return false;
      } else {
        this.#takeB(1);
        [countA, countB] = [0, countB + 1];
        if (this.#leftB === 1) {
          this.#endWithB();
          return false;
        }
      }
      if (Math.max(countA, countB) >= minGallop) return true;
    }
  }

  *#gallop(threshold: number): Sorting<{ minGallop: number; done: boolean }> {
    let minGallop = threshold;
    while (true) {
      minGallop -= minGallop > 1 ? 1 : 0;
      const b = this.#aside[this.#leftB - 1] as number;
      const keptA = yield* gallopRight(b, {
        from: this.#items,
        start: this.#base,
        length: this.#leftA,
        hint: this.#leftA - 1,
      });
      const countA = this.#leftA - keptA;
      this.#takeA(countA);
      if (this.#leftA === 0) return { minGallop, done: true };
      this.#takeB(1);
      if (this.#leftB === 1) return this.#finishWithB(minGallop);
      const a = this.#items[this.#base + this.#leftA - 1] as number;
      const keptB = yield* gallopLeft(a, {
        from: this.#aside,
        start: 0,
        length: this.#leftB,
        hint: this.#leftB - 1,
      });
      const countB = this.#leftB - keptB;
      this.#takeB(countB);
      if (this.#leftB === 1) return this.#finishWithB(minGallop);
      if (this.#leftB === 0) return { minGallop, done: true };
      this.#takeA(1);
      if (this.#leftA === 0) return { minGallop, done: true };
      if (countA < MIN_GALLOP && countB < MIN_GALLOP) return { minGallop: minGallop + 1, done: false };
    }
  }

  #finishWithB(minGallop: number): { minGallop: number; done: boolean } {
    this.#endWithB();
    return { minGallop, done: true };
  }
}
