/**
 * Merging of runs (listobject.c: merge_at, merge_lo, merge_hi, gallop_left, gallop_right, and the policies
 * merge_collapse up to 3.10 and found_new_run, powersort, since).
 * A merge sets the shorter run aside; when a question is answered by an exception, what is set aside
 * goes back into the gap, so that no item is ever lost.
 */
import type { Sorting } from './timsort.ts';

const MIN_GALLOP = 7;

interface Run {
  readonly start: number;
  length: number;
  power: number;
}

interface Gallop {
  readonly from: ArrayLike<number>;
  readonly start: number;
  readonly length: number;
  /** Where to begin, relative to start. */
  readonly hint: number;
}

const question = (left: number, right: number): { left: number; right: number } => ({ left, right });

/** listobject.c:gallop_left: how many items are less than `key`. */
function* gallopLeft(key: number, { from, start, length, hint }: Gallop): Sorting<number> {
  const at = (i: number): number => from[start + i] as number;
  let offset = 1;
  let last = 0;
  if (yield question(at(hint), key)) {
    const max = length - hint;
    while (offset < max && (yield question(at(hint + offset), key))) [last, offset] = [offset, offset * 2 + 1];
    offset = Math.min(offset, max);
    [last, offset] = [last + hint, offset + hint];
  } else {
    const max = hint + 1;
    while (offset < max && !(yield question(at(hint - offset), key))) [last, offset] = [offset, offset * 2 + 1];
    offset = Math.min(offset, max);
    [last, offset] = [hint - offset, hint - last];
  }
  for (last++; last < offset; ) {
    const middle = last + ((offset - last) >> 1);
    if (yield question(at(middle), key)) last = middle + 1;
    else offset = middle;
  }
  return offset;
}

/** listobject.c:gallop_right: how many items are not greater than `key`. */
function* gallopRight(key: number, { from, start, length, hint }: Gallop): Sorting<number> {
  const at = (i: number): number => from[start + i] as number;
  let offset = 1;
  let last = 0;
  if (yield question(key, at(hint))) {
    const max = hint + 1;
    while (offset < max && (yield question(key, at(hint - offset)))) [last, offset] = [offset, offset * 2 + 1];
    offset = Math.min(offset, max);
    [last, offset] = [hint - offset, hint - last];
  } else {
    const max = length - hint;
    while (offset < max && !(yield question(key, at(hint + offset)))) [last, offset] = [offset, offset * 2 + 1];
    offset = Math.min(offset, max);
    [last, offset] = [last + hint, offset + hint];
  }
  for (last++; last < offset; ) {
    const middle = last + ((offset - last) >> 1);
    if (yield question(key, at(middle))) offset = middle;
    else last = middle + 1;
  }
  return offset;
}

/** listobject.c:powerloop: where the boundary between two runs lies in a perfectly balanced tree of merges. */
function runPower(start: number, lengths: { readonly first: number; readonly second: number }, total: number): number {
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
  readonly #runs: Run[] = [];
  #minGallop = MIN_GALLOP;

  constructor(items: Int32Array, powersort: boolean) {
    this.#items = items;
    this.#powersort = powersort;
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
    const skipped = yield* gallopRight(items[startB] as number, { from: items, start: startA, length: lengthA, hint: 0 });
    startA += skipped;
    lengthA -= skipped;
    if (lengthA === 0) return;
    const lastA = items[startA + lengthA - 1] as number;
    lengthB = yield* gallopLeft(lastA, { from: items, start: startB, length: lengthB, hint: lengthB - 1 });
    if (lengthB === 0) return;
    if (lengthA <= lengthB) yield* this.#mergeLow(startA, lengthA, { startB, lengthB });
    else yield* this.#mergeHigh(startA, lengthA, { startB, lengthB });
  }

  *#mergeLow(startA: number, lengthA: number, right: { readonly startB: number; readonly lengthB: number }): Sorting<void> {
    const merge = new LowMerge(this.#items, this.#items.slice(startA, startA + lengthA), { dest: startA, b: right.startB, lengthB: right.lengthB });
    try {
      this.#minGallop = yield* merge.run(this.#minGallop);
    } finally {
      merge.restore();
    }
  }

  *#mergeHigh(startA: number, lengthA: number, right: { readonly startB: number; readonly lengthB: number }): Sorting<void> {
    const { startB, lengthB } = right;
    const merge = new HighMerge(this.#items, this.#items.slice(startB, startB + lengthB), { base: startA, lengthA });
    try {
      this.#minGallop = yield* merge.run(this.#minGallop);
    } finally {
      merge.restore();
    }
  }
}

/** listobject.c:merge_lo: the left run, not longer than the right, is aside; fills from the left. */
class LowMerge {
  readonly #items: Int32Array;
  readonly #aside: Int32Array;
  #a = 0;
  #dest: number;
  #b: number;
  #leftB: number;

  constructor(items: Int32Array, aside: Int32Array, at: { readonly dest: number; readonly b: number; readonly lengthB: number }) {
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
      const countA = yield* gallopRight(this.#items[this.#b] as number, { from: this.#aside, start: this.#a, length: this.#leftA, hint: 0 });
      this.#takeA(countA);
      if (this.#leftA === 1) return this.#finishWithA(minGallop);
      if (this.#leftA === 0) return { minGallop, done: true };
      this.#takeB(1);
      if (this.#leftB === 0) return { minGallop, done: true };
      const countB = yield* gallopLeft(this.#aside[this.#a] as number, { from: this.#items, start: this.#b, length: this.#leftB, hint: 0 });
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
class HighMerge {
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
    this.#items.set(this.#aside.subarray(this.#leftB - count, this.#leftB), this.#base + this.#leftA + this.#leftB - count);
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
      const [a, b] = [this.#items[this.#base + this.#leftA - 1] as number, this.#aside[this.#leftB - 1] as number];
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
      const keptA = yield* gallopRight(b, { from: this.#items, start: this.#base, length: this.#leftA, hint: this.#leftA - 1 });
      const countA = this.#leftA - keptA;
      this.#takeA(countA);
      if (this.#leftA === 0) return { minGallop, done: true };
      this.#takeB(1);
      if (this.#leftB === 1) return this.#finishWithB(minGallop);
      const a = this.#items[this.#base + this.#leftA - 1] as number;
      const keptB = yield* gallopLeft(a, { from: this.#aside, start: 0, length: this.#leftB, hint: this.#leftB - 1 });
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
