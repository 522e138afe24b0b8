/**
 * list.sort as CPython does it (listobject.c:list_sort_impl, Objects/listsort.txt): the same runs, the
 * same binary insertions and the same galloping, so that a user's __lt__ sees the same questions in the
 * same order. Comparing may run Python code, so the sort is a generator: it yields a {@link Question} and is sent
 * whether its left item is less than its right one. An answer may also be an exception thrown into it; then
 * `items` holds all the items in some order, as in CPython, for a merge puts back what it had set aside.
 *
 * Since 3.11 the runs are merged by the powersort policy (found_new_run), before by merge_collapse.
 */
import { SortMerger } from './timsort-merge.ts';
import type { ValueProfile } from './value-profile.ts';

/** Is item `left` less than item `right`? Both are values of the array being sorted. */
export interface Question {
  left: number;
  right: number;
}

export type Sorting<T> = Generator<Question, T, boolean>;

export interface SortPolicy {
  /** Powersort, since 3.11. */
  readonly powersort: boolean;
  readonly reverse: boolean;
  /** 3.13: equal items at the start of a run let a descending run begin with them. */
  readonly equalRuns: boolean;
  /** A merge is about to set so many items aside (merge_getmem). */
  readonly setsAside?: (count: number) => void;
}

export function sortPolicy(profile: ValueProfile, reverse: boolean): SortPolicy {
  return { powersort: profile.powersort, reverse, equalRuns: profile.sortExtendsEqualRuns };
}

/** Sorts `items` in place. A reversed sort reverses before and after, which keeps it stable. */
export function* timsort(items: Int32Array, policy: SortPolicy): Sorting<void> {
  const length = items.length;
  if (length < 2) return;
  if (policy.reverse) items.reverse();
  try {
    yield* sortRuns(items, policy);
  } finally {
    if (policy.reverse) items.reverse();
  }
}

function* sortRuns(items: Int32Array, policy: SortPolicy): Sorting<void> {
  const merger = new SortMerger(items, policy);
  const minimum = minimumRun(items.length);
  let low = 0;
  let left = items.length;
  while (left > 0) {
    let length = yield* countRun(items, low, { end: low + left, equalRuns: policy.equalRuns });
    if (length < minimum) {
      const forced = Math.min(left, minimum);
      yield* binarySort(items, low, { end: low + forced, start: low + length });
      length = forced;
    }
    yield* merger.push(low, length);
    low += length;
    left -= length;
  }
  yield* merger.finish();
}

/** listobject.c:merge_compute_minrun: between 32 and 64, so that the runs number a power of two or just less. */
function minimumRun(length: number): number {
  let rest = length;
  let dropped = 0;
  while (rest >= 64) {
    dropped |= rest & 1;
    rest >>= 1;
  }
  return rest + dropped;
}

interface RunBounds {
  readonly end: number;
  readonly equalRuns: boolean;
}

/** listobject.c:count_run. A descending run is reversed at once; the answer is the run's length. */
function* countRun(items: Int32Array, low: number, bounds: RunBounds): Sorting<number> {
  if (low + 1 === bounds.end) return 1;
  if (bounds.equalRuns) return yield* countRunOfEquals(items, low, bounds.end);
  const question = { left: 0, right: 0 };
  const descends = function* (at: number): Sorting<boolean> {
    question.left = items[at] as number;
    question.right = items[at - 1] as number;
    return yield question;
  };
  let at = low + 2;
  if (yield* descends(low + 1)) {
    while (at < bounds.end && (yield* descends(at))) at++;
    items.subarray(low, at).reverse();
    return at - low;
  }
  while (at < bounds.end && !(yield* descends(at))) at++;
  return at - low;
}

/**
 * 3.13's count_run: items that are equal at the start belong to whichever run follows, and a descending
 * run may have equal items in it. Each stretch of equals is reversed first, which keeps the sort stable.
 */
function* countRunOfEquals(items: Int32Array, low: number, end: number): Sorting<number> {
  const question = { left: 0, right: 0 };
  const less = function* (left: number, right: number): Sorting<boolean> {
    question.left = items[left] as number;
    question.right = items[right] as number;
    return yield question;
  };
  let at = low + 1;
  while (at < end && !(yield* less(at, at - 1))) at++;
  if (at === end) return at - low;
  if (at - low > 1 && (yield* less(low, at - 1))) return at - low;
  let equals = at - 1 - low;
  const flush = (): void => {
    if (equals > 0) items.subarray(at - equals - 1, at).reverse();
    equals = 0;
  };
  flush();
  for (at++; at < end; at++) {
    if (yield* less(at, at - 1)) flush();
    else if (yield* less(at - 1, at)) break;
    else equals++;
  }
  flush();
  items.subarray(low, at).reverse();
  while (at < end && !(yield* less(at, at - 1))) at++;
  return at - low;
}

/** listobject.c:binarysort: [low, start) is sorted; each further item is put after its equals. */
function* binarySort(
  items: Int32Array,
  low: number,
  bounds: { readonly end: number; readonly start: number },
): Sorting<void> {
  const question = { left: 0, right: 0 };
  for (let at = Math.max(bounds.start, low + 1); at < bounds.end; at++) {
    const pivot = items[at] as number;
    let left = low;
    let right = at;
    while (left < right) {
      const middle = left + ((right - left) >> 1);
      question.left = pivot;
      question.right = items[middle] as number;
      if (yield question) right = middle;
      else left = middle + 1;
    }
    items.copyWithin(left + 1, left, at);
    items[left] = pivot;
  }
}

/** Runs a sort whose questions `less` can answer at once. */
export function sortNow(
  items: Int32Array,
  policy: SortPolicy,
  less: (left: number, right: number) => boolean,
): void {
  const sorting = timsort(items, policy);
  let step = sorting.next();
  while (step.done !== true) step = sorting.next(less(step.value.left, step.value.right));
}

/**
 * The same order, several times faster, where `less` is a strict weak order and nobody sees its questions:
 * for homogeneous atoms without nan. All stable sorts agree then, and the engine's own is one.
 */
export function sortTotal(
  items: Int32Array,
  reverse: boolean,
  less: (left: number, right: number) => boolean,
): void {
  items.sort((a, b) => {
    if (less(a, b)) return reverse ? 1 : -1;
    if (less(b, a)) return reverse ? -1 : 1;
    return 0;
  });
}
