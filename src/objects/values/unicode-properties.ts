/**
 * What the character database of each Python version says of one code point (unicodectype.c).
 *
 * JavaScript's own properties belong to a later Unicode release. Nearly all that releases change is to
 * assign new characters, so: a property holds here when JavaScript says so and the version knows the
 * character; the few properties of old characters that changed since are listed one by one.
 * Checked over all code points against 3.8 to 3.13.
 */
import {
  DIGIT_RANGES,
  NEWLY_ASSIGNED_RANGES,
  NUMERIC_IDEOGRAPHS,
  NUMERIC_IDEOGRAPHS_15_1,
  UNASSIGNED_RANGES,
} from './unicode-data.ts';
import type { ValueProfile } from './value-profile.ts';

/** Starts and ends, in turn, of sorted ranges written as base-36 gaps. */
function rangesOf(text: string): Int32Array {
  const words = text.trim().split(/\s+/);
  const ranges = new Int32Array(words.length);
  let last = -1;
  words.forEach((word, i) => {
    last += Number.parseInt(word, 36) + (i % 2 === 0 ? 1 : 0);
    ranges[i] = last;
  });
  return ranges;
}

function inRanges(ranges: Int32Array, point: number): boolean {
  let low = 0;
  let high = ranges.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[2 * middle + 1] ?? 0) < point) low = middle + 1;
    else high = middle;
  }
  return low < ranges.length >> 1 && (ranges[2 * low] ?? 0) <= point;
}

const UNASSIGNED = rangesOf(UNASSIGNED_RANGES);
const NEWLY_ASSIGNED = NEWLY_ASSIGNED_RANGES.map(rangesOf);
const DIGITS = rangesOf(DIGIT_RANGES);
const IDEOGRAPHS = rangesOf(NUMERIC_IDEOGRAPHS);
const LATER_IDEOGRAPHS = rangesOf(NUMERIC_IDEOGRAPHS_15_1);

/** Whether the version's Unicode release assigns the code point. */
export function isAssigned(point: number, profile: ValueProfile): boolean {
  if (point < 0x378) return true;
  for (let release = profile.unicodeRelease; release < NEWLY_ASSIGNED.length; release++) {
    if (inRanges(NEWLY_ASSIGNED[release] as Int32Array, point)) return false;
  }
  return !inRanges(UNASSIGNED, point);
}

function holds(property: RegExp, point: number, profile: ValueProfile): boolean {
  return property.test(String.fromCodePoint(point)) && isAssigned(point, profile);
}

/** unicodeobject.c:_PyUnicode_IsPrintable: everything but separators (save the space) and category C. */
export function isPrintable(point: number, profile: ValueProfile): boolean {
  if (point < 0x7f) return point >= 0x20;
  return holds(/^[^\p{C}\p{Z}]$/u, point, profile);
}

export function isAlpha(point: number, profile: ValueProfile): boolean {
  return holds(/^\p{L}$/u, point, profile);
}

export function isDecimal(point: number, profile: ValueProfile): boolean {
  return holds(/^\p{Nd}$/u, point, profile);
}

export function isDigit(point: number, profile: ValueProfile): boolean {
  return inRanges(DIGITS, point) || isDecimal(point, profile);
}

export function isNumeric(point: number, profile: ValueProfile): boolean {
  if (inRanges(IDEOGRAPHS, point)) return true;
  if (profile.knowsUnicode151 && inRanges(LATER_IDEOGRAPHS, point)) return true;
  return holds(/^\p{N}$/u, point, profile);
}

export function isAlnum(point: number, profile: ValueProfile): boolean {
  return isAlpha(point, profile) || isNumeric(point, profile);
}

/** The value of a decimal digit, or -1: each script's ten digits follow one another. */
export function decimalValue(point: number, profile: ValueProfile): number {
  if (point >= 48 && point <= 57) return point - 48;
  if (point < 0x660 || !isDecimal(point, profile)) return -1;
  let zero = point;
  while (isDecimal(zero - 1, profile)) zero--;
  return (point - zero) % 10;
}

/** Python's white space: bidirectional types WS, B, S or category Zs. */
export function isSpace(point: number): boolean {
  if (point < 0x80) return point === 0x20 || (point >= 9 && point <= 13) || (point >= 0x1c && point <= 0x1f);
  if (point === 0x85 || point === 0x2028 || point === 0x2029) return true;
  return /^\p{Zs}$/u.test(String.fromCodePoint(point));
}

export function isUpper(point: number, profile: ValueProfile): boolean {
  return holds(/^\p{Uppercase}$/u, point, profile);
}

/** Older releases did not call a few modifier letters lower case; U+0295 lost it in 16.0. */
export function isLower(point: number, profile: ValueProfile): boolean {
  if (point === 0x295) return true;
  if (point === 0x10fc || point === 0xab69 || (point >= 0xa7f2 && point <= 0xa7f4)) {
    return profile.modifiersAreLower;
  }
  return holds(/^\p{Lowercase}$/u, point, profile);
}

/** Title case letters alone (Lt): str.istitle takes upper case ones as well. */
export function isTitle(point: number): boolean {
  return point >= 0x1c5 && /^\p{Lt}$/u.test(String.fromCodePoint(point));
}

export function isXidStart(point: number, profile: ValueProfile): boolean {
  return point === 0x5f || holds(/^\p{XIDS}$/u, point, profile);
}

export function isXidContinue(point: number, profile: ValueProfile): boolean {
  if (
    !profile.knowsUnicode151 &&
    (point === 0x200c || point === 0x200d || point === 0x30fb || point === 0xff65)
  )
    return false;
  return holds(/^\p{XIDC}$/u, point, profile);
}
