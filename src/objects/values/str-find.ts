/**
 * Searching in strings (stringlib/fastsearch.h, find.h): find, count, startswith, replace, partition.
 * Positions count code points. `start` and `end` are already adjusted: see {@link adjustRange}.
 */
import {
  codePointLength,
  hasSurrogates,
  pointIndex,
  sliceString,
  toCodePoints,
  unitIndex,
} from './code-points.ts';
import { valueError } from './python-raise.ts';
import type { ValueProfile } from './value-profile.ts';

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The macro ADJUST_INDICES: negative positions count from the end; `end` is at most the length. */
export function adjustRange(length: number, start: number, end: number): Range {
  const fromEnd = (position: number): number => (position < 0 ? Math.max(0, position + length) : position);
  return { start: fromEnd(start), end: Math.min(length, fromEnd(end)) };
}

/** Whether code unit `at` starts a character: a lone surrogate never matches half a pair. */
function isBoundary(s: string, at: number): boolean {
  const unit = s.charCodeAt(at);
  if (!(unit >= 0xdc00 && unit <= 0xdfff) || at === 0) return true;
  const before = s.charCodeAt(at - 1);
  return !(before >= 0xd800 && before <= 0xdbff);
}

/** indexOf that respects characters; positions are code units. */
export function unitFind(s: string, sub: string, from: number): number {
  let at = s.indexOf(sub, from);
  while (at >= 0 && !(isBoundary(s, at) && isBoundary(s, at + sub.length))) at = s.indexOf(sub, at + 1);
  return at;
}

/** lastIndexOf that respects characters: the last match that starts at `from` or before. */
export function unitFindLast(s: string, sub: string, from: number): number {
  let at = from < 0 ? -1 : s.lastIndexOf(sub, from);
  while (at >= 0 && !(isBoundary(s, at) && isBoundary(s, at + sub.length)))
    at = at === 0 ? -1 : s.lastIndexOf(sub, at - 1);
  return at;
}

function windowOf(s: string, range: Range): string {
  if (range.start === 0 && range.end >= s.length) return s;
  return sliceString(s, range.start, 1, range.end - range.start);
}

/** str.find; -1 if not found. */
export function strFind(s: string, sub: string, range: Range): number {
  if (range.end - range.start < 0) return -1;
  if (sub === '') return range.start;
  const part = windowOf(s, range);
  const at = unitFind(part, sub, 0);
  return at < 0 ? -1 : range.start + pointIndex(part, at);
}

/** str.rfind. */
export function strFindLast(s: string, sub: string, range: Range): number {
  if (range.end - range.start < 0) return -1;
  if (sub === '') return range.end;
  const part = windowOf(s, range);
  const at = unitFindLast(part, sub, part.length);
  return at < 0 ? -1 : range.start + pointIndex(part, at);
}

/** sub in s. */
export function strContains(s: string, sub: string): boolean {
  return hasSurrogates(sub) ? unitFind(s, sub, 0) >= 0 : s.includes(sub);
}

/** str.count: matches do not overlap; an empty one is found before every character and at the end. */
export function strCount(s: string, sub: string, range: Range): number {
  if (range.end < range.start) return 0;
  if (sub === '') return range.end - range.start + 1;
  const part = windowOf(s, range);
  let count = 0;
  for (let at = unitFind(part, sub, 0); at >= 0; at = unitFind(part, sub, at + sub.length)) count++;
  return count;
}

/** unicodeobject.c:tailmatch at the start. */
export function strStartsWith(s: string, prefix: string, range: Range): boolean {
  if (range.end - range.start < codePointLength(prefix)) return false;
  const at = unitIndex(s, range.start);
  return s.startsWith(prefix, at) && isBoundary(s, at + prefix.length);
}

/** unicodeobject.c:tailmatch at the end. */
export function strEndsWith(s: string, suffix: string, range: Range): boolean {
  if (range.end - range.start < codePointLength(suffix)) return false;
  const end = unitIndex(s, range.end);
  return s.endsWith(suffix, end) && isBoundary(s, end - suffix.length);
}

export interface Replacement {
  readonly by: string;
  /** Negative for all. */
  readonly count: number;
  readonly profile: ValueProfile;
}

/** str.replace. 3.8 leaves an empty string empty when a count is given. */
export function strReplace(s: string, old: string, given: Replacement): string {
  const { by } = given;
  if (s === '' && given.count > 0 && given.profile.replaceLeavesEmpty) return '';
  let left = given.count < 0 ? Number.POSITIVE_INFINITY : given.count;
  if (old === '') return interleave(s, by, left);
  let result = '';
  let from = 0;
  for (let at = unitFind(s, old, 0); at >= 0 && left > 0; at = unitFind(s, old, from), left--) {
    result += s.slice(from, at) + by;
    from = at + old.length;
  }
  return result + s.slice(from);
}

function interleave(s: string, by: string, count: number): string {
  if (count === 0) return s;
  const characters = hasSurrogates(s)
    ? toCodePoints(s).map((point) => String.fromCodePoint(point))
    : s.split('');
  if (s === '') return by;
  const head = characters.map((character, i) => (i < count ? by + character : character)).join('');
  return characters.length < count ? head + by : head;
}

/** str.partition: head, separator, tail; the whole and two empty strings if it is not there. */
export function strPartition(s: string, separator: string): [string, string, string] {
  if (separator === '') throw valueError('empty separator');
  const at = unitFind(s, separator, 0);
  return at < 0 ? [s, '', ''] : [s.slice(0, at), separator, s.slice(at + separator.length)];
}

/** str.rpartition. */
export function strPartitionLast(s: string, separator: string): [string, string, string] {
  if (separator === '') throw valueError('empty separator');
  const at = unitFindLast(s, separator, s.length);
  return at < 0 ? ['', '', s] : [s.slice(0, at), separator, s.slice(at + separator.length)];
}
