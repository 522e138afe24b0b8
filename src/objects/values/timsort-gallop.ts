/**
 * Galloping (listobject.c: gallop_left, gallop_right): where a key belongs in a sorted run, looked for in
 * steps of growing size from a hint on, then by bisection in between.
 */
import type { Question, Sorting } from './timsort.ts';

export interface Gallop {
  readonly from: ArrayLike<number>;
  readonly start: number;
  readonly length: number;
  /** Where to begin, relative to start. */
  readonly hint: number;
}

export function question(left: number, right: number): Question {
  return { left, right };
}

/** listobject.c:gallop_left: how many items are less than `key`. */
export function* gallopLeft(key: number, { from, start, length, hint }: Gallop): Sorting<number> {
  const at = (i: number): number => from[start + i] as number;
  let offset = 1;
  let last = 0;
  if (yield question(at(hint), key)) {
    const max = length - hint;
    while (offset < max && (yield question(at(hint + offset), key)))
      [last, offset] = [offset, offset * 2 + 1];
    offset = Math.min(offset, max);
    [last, offset] = [last + hint, offset + hint];
  } else {
    const max = hint + 1;
    while (offset < max && !(yield question(at(hint - offset), key)))
      [last, offset] = [offset, offset * 2 + 1];
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
export function* gallopRight(key: number, { from, start, length, hint }: Gallop): Sorting<number> {
  const at = (i: number): number => from[start + i] as number;
  let offset = 1;
  let last = 0;
  if (yield question(key, at(hint))) {
    const max = hint + 1;
    while (offset < max && (yield question(key, at(hint - offset))))
      [last, offset] = [offset, offset * 2 + 1];
    offset = Math.min(offset, max);
    [last, offset] = [hint - offset, hint - last];
  } else {
    const max = length - hint;
    while (offset < max && !(yield question(key, at(hint + offset))))
      [last, offset] = [offset, offset * 2 + 1];
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
