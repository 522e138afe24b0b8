/**
 * Case mappings of one code point and of whole strings, with the special casings that make one
 * character into several (unicodeobject.c:lower_ucs4, do_upper, do_title and their neighbours).
 * Title case and case folding are not in JavaScript: unicode-data.ts lists where they differ.
 */
import { unitsAt } from './code-points.ts';
import { FOLD_MAPPINGS, TITLE_MAPPINGS } from './unicode-data.ts';
import { isAssigned, isLower, isTitle, isUpper } from './unicode-properties.ts';
import type { ValueProfile } from './value-profile.ts';

function mappingOf(text: string): ReadonlyMap<number, string> {
  const entries = text
    .trim()
    .split(/\s+/)
    .map((word): [number, string] => {
      const [from = '', to = ''] = word.split(':');
      const points = to.split('+').map((hex) => Number.parseInt(hex, 16));
      return [Number.parseInt(from, 16), String.fromCodePoint(...points)];
    });
  return new Map(entries);
}

const TITLE = mappingOf(TITLE_MAPPINGS);
const FOLD = mappingOf(FOLD_MAPPINGS);
/** Letters that got an upper case partner only after 15.1. */
const LATER_UPPER = new Set([0x19b, 0x264, 0xa7d3, 0xa7d5]);
const SIGMA = 0x3a3;

export function upperOf(point: number, profile: ValueProfile): string {
  const text = String.fromCodePoint(point);
  if (point < 0x180) return text.toUpperCase();
  return LATER_UPPER.has(point) || !isAssigned(point, profile) ? text : text.toUpperCase();
}

export function lowerOf(point: number, profile: ValueProfile): string {
  const text = String.fromCodePoint(point);
  return point < 0x180 || isAssigned(point, profile) ? text.toLowerCase() : text;
}

export function titleOf(point: number, profile: ValueProfile): string {
  const own = TITLE.get(point);
  return own !== undefined && isAssigned(point, profile) ? own : upperOf(point, profile);
}

export function foldOf(point: number, profile: ValueProfile): string {
  if (point >= 0x13a0 && point <= 0x13f5) return String.fromCodePoint(point);
  if (point >= 0xab70 && point <= 0xabbf) return String.fromCodePoint(point - 0xab70 + 0x13a0);
  const own = FOLD.get(point);
  return own !== undefined && isAssigned(point, profile) ? own : lowerOf(point, profile);
}

const SIMPLE = /^[\0-\u017f]*$/;

/** str.upper. */
export function strUpper(s: string, profile: ValueProfile): string {
  return SIMPLE.test(s) ? s.toUpperCase() : mapPoints(s, (point) => upperOf(point, profile));
}

/** str.lower: a capital sigma that ends a word becomes a final one. */
export function strLower(s: string, profile: ValueProfile): string {
  return SIMPLE.test(s) ? s.toLowerCase() : mapPoints(s, (point, at) => lowerAt(s, at, point, profile));
}

/** str.casefold. */
export function strCasefold(s: string, profile: ValueProfile): string {
  return mapPoints(s, (point) => foldOf(point, profile));
}

/** unicodeobject.c:do_swapcase. */
export function strSwapcase(s: string, profile: ValueProfile): string {
  return mapPoints(s, (point, at) => {
    if (isUpper(point, profile)) return lowerAt(s, at, point, profile);
    return isLower(point, profile) ? upperOf(point, profile) : String.fromCodePoint(point);
  });
}

/** unicodeobject.c:do_capitalize: the first character in title case since 3.8. */
export function strCapitalize(s: string, profile: ValueProfile): string {
  return mapPoints(s, (point, at) => (at === 0 ? titleOf(point, profile) : lowerAt(s, at, point, profile)));
}

/** unicodeobject.c:do_title: a cased character after a cased one is lowered. */
export function strTitle(s: string, profile: ValueProfile): string {
  let inWord = false;
  return mapPoints(s, (point, at) => {
    const mapped = inWord ? lowerAt(s, at, point, profile) : titleOf(point, profile);
    inWord = isCased(point, profile);
    return mapped;
  });
}

export function isCased(point: number, profile: ValueProfile): boolean {
  return isUpper(point, profile) || isLower(point, profile) || isTitle(point);
}

function mapPoints(s: string, map: (point: number, at: number) => string): string {
  let result = '';
  for (let at = 0; at < s.length; ) {
    const point = s.codePointAt(at) as number;
    result += map(point, at);
    at += point > 0xffff ? 2 : 1;
  }
  return result;
}

function lowerAt(s: string, at: number, point: number, profile: ValueProfile): string {
  return point === SIGMA ? lowerSigma(s, at) : lowerOf(point, profile);
}

/** unicodeobject.c:handle_capital_sigma: final if a cased letter comes before and none after. */
function lowerSigma(s: string, at: number): string {
  return isCasedBefore(s, at) && !isCasedAfter(s, at + 1) ? '\u03c2' : '\u03c3';
}

const CASED = /^\p{Cased}$/u;
/** Characters that are both cased and ignorable count as ignorable in CPython's scan. */
const IGNORABLE = /^\p{Case_Ignorable}$/u;

function isCasedBefore(s: string, end: number): boolean {
  for (let at = end; at > 0; ) {
    const pair = at > 1 ? s.slice(at - 2, at) : '';
    const character = unitsAt(pair, 0) === 2 ? pair : s.charAt(at - 1);
    if (!IGNORABLE.test(character)) return CASED.test(character);
    at -= character.length;
  }
  return false;
}

function isCasedAfter(s: string, start: number): boolean {
  for (let at = start; at < s.length; ) {
    const character = s.slice(at, at + unitsAt(s, at));
    if (!IGNORABLE.test(character)) return CASED.test(character);
    at += character.length;
  }
  return false;
}
