/**
 * Python strings as JavaScript strings: one code point is one code unit, or a surrogate pair beyond the
 * basic plane. A lone surrogate stays a lone code unit. Known limit: a high and a low lone surrogate
 * that come to stand side by side are one character here and two in CPython.
 * Positions that Python sees count code points; strings without surrogates take the fast way throughout.
 */

const SURROGATE = /[\ud800-\udfff]/;

/** Whether code units and code points may differ in number. */
export function hasSurrogates(s: string): boolean {
  return SURROGATE.test(s);
}

/** len(s). */
export function codePointLength(s: string): number {
  if (!hasSurrogates(s)) return s.length;
  let length = 0;
  for (let at = 0; at < s.length; length++) at += unitsAt(s, at);
  return length;
}

/** 2 where a surrogate pair starts, 1 elsewhere. */
export function unitsAt(s: string, at: number): number {
  return (s.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

export function toCodePoints(s: string): number[] {
  const points: number[] = [];
  if (!hasSurrogates(s)) {
    points.length = s.length;
    for (let at = 0; at < s.length; at++) points[at] = s.charCodeAt(at);
    return points;
  }
  for (let at = 0; at < s.length; ) {
    const point = s.codePointAt(at) as number;
    points.push(point);
    at += point > 0xffff ? 2 : 1;
  }
  return points;
}

export function fromCodePoints(points: readonly number[]): string {
  const CHUNK = 8192;
  let s = '';
  for (let i = 0; i < points.length; i += CHUNK) s += String.fromCodePoint(...points.slice(i, i + CHUNK));
  return s;
}

/** The code unit where code point number `index` starts; s.length past the end. */
export function unitIndex(s: string, index: number): number {
  if (!hasSurrogates(s)) return Math.min(index, s.length);
  let at = 0;
  for (let i = 0; i < index && at < s.length; i++) at += unitsAt(s, at);
  return at;
}

/** How many code points come before code unit `at`. */
export function pointIndex(s: string, at: number): number {
  return at < s.length ? codePointLength(s.slice(0, at)) : codePointLength(s);
}

/** s[index] for an index already known to be in range. */
export function characterAt(s: string, index: number): string {
  const at = unitIndex(s, index);
  return s.slice(at, at + unitsAt(s, at));
}

/** s[start:stop:step] for indices that slice.indices has already adjusted; `count` items. */
export function sliceString(s: string, start: number, step: number, count: number): string {
  if (count <= 0) return '';
  if (!hasSurrogates(s)) {
    if (step === 1) return s.slice(start, start + count);
    let result = '';
    for (let i = 0, at = start; i < count; i++, at += step) result += s.charAt(at);
    return result;
  }
  if (step === 1) {
    const from = unitIndex(s, start);
    return s.slice(from, from + unitIndex(s.slice(from), count));
  }
  const points = toCodePoints(s);
  return fromCodePoints(Array.from({ length: count }, (_, i) => points[start + i * step] as number));
}

/** Code points in reverse, or any other walk, need an array; this compares as Python does, by code point. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  let at = 0;
  while (at < length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  if (at === length) return a.length < b.length ? -1 : 1;
  const [left, right] = [orderOf(a, at), orderOf(b, at)];
  return left < right ? -1 : 1;
}

/** The first differing unit's code point; in the middle of two pairs the low halves decide. */
function orderOf(s: string, at: number): number {
  const unit = s.charCodeAt(at);
  const inPair = unit >= 0xdc00 && unit <= 0xdfff && at > 0 && unitsAt(s, at - 1) === 2;
  return inPair ? (s.codePointAt(at - 1) as number) : (s.codePointAt(at) as number);
}
