/**
 * Splitting and stripping (stringlib/split.h; unicodeobject.c:do_strip). The same functions serve bytes
 * as latin-1 text, with ASCII's white space instead of Unicode's.
 */
import { unitsAt } from './code-points.ts';
import { valueError } from './python-raise.ts';
import { unitFind, unitFindLast } from './str-find.ts';

/** What separates words and ends lines: of str, or of bytes. */
export interface TextRules {
  readonly isSpace: (unit: number) => boolean;
  readonly lineEnd: RegExp;
}

/** No white space lies beyond the basic plane, so code units will do. */
function isUnicodeSpace(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 9 && unit <= 13) || (unit >= 0x1c && unit <= 0x1f);
  if (unit < 0x1680) return unit === 0x85 || unit === 0xa0;
  return (
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    [0x2028, 0x2029, 0x202f, 0x205f, 0x3000].includes(unit)
  );
}

export const STR_RULES: TextRules = {
  isSpace: isUnicodeSpace,
  lineEnd: /\r\n|[\n-\r\x1c-\x1e\x85\u2028\u2029]/g,
};
export const BYTES_RULES: TextRules = {
  isSpace: (unit) => unit === 0x20 || (unit >= 9 && unit <= 13),
  lineEnd: /\r\n|[\n\r]/g,
};

/** s.split(None, count): words; a negative count means all. */
export function splitWords(s: string, count: number, rules: TextRules): string[] {
  const { isSpace } = rules;
  const words: string[] = [];
  const limit = count < 0 ? Number.POSITIVE_INFINITY : count;
  let at = 0;
  while (true) {
    while (at < s.length && isSpace(s.charCodeAt(at))) at++;
    if (at === s.length) return words;
    const start = at;
    if (words.length >= limit) break;
    while (at < s.length && !isSpace(s.charCodeAt(at))) at++;
    words.push(s.slice(start, at));
  }
  words.push(s.slice(at));
  return words;
}

/** s.rsplit(None, count). */
export function splitWordsLast(s: string, count: number, rules: TextRules): string[] {
  const { isSpace } = rules;
  const words: string[] = [];
  const limit = count < 0 ? Number.POSITIVE_INFINITY : count;
  let end = s.length;
  while (true) {
    while (end > 0 && isSpace(s.charCodeAt(end - 1))) end--;
    if (end === 0) return words.toReversed();
    const last = end;
    if (words.length >= limit) break;
    while (end > 0 && !isSpace(s.charCodeAt(end - 1))) end--;
    words.push(s.slice(end, last));
  }
  words.push(s.slice(0, end));
  return words.toReversed();
}

/** s.split(separator, count). */
export function splitBy(s: string, separator: string, count: number): string[] {
  if (separator === '') throw valueError('empty separator');
  const parts: string[] = [];
  const limit = count < 0 ? Number.POSITIVE_INFINITY : count;
  let from = 0;
  for (
    let at = unitFind(s, separator, 0);
    at >= 0 && parts.length < limit;
    at = unitFind(s, separator, from)
  ) {
    parts.push(s.slice(from, at));
    from = at + separator.length;
  }
  parts.push(s.slice(from));
  return parts;
}

/** s.rsplit(separator, count). */
export function splitByLast(s: string, separator: string, count: number): string[] {
  if (separator === '') throw valueError('empty separator');
  const parts: string[] = [];
  const limit = count < 0 ? Number.POSITIVE_INFINITY : count;
  let end = s.length;
  while (parts.length < limit) {
    const at = unitFindLast(s, separator, end - separator.length);
    if (at < 0) break;
    parts.push(s.slice(at + separator.length, end));
    end = at;
  }
  parts.push(s.slice(0, end));
  return parts.toReversed();
}

/** s.splitlines(keepends). */
export function splitLines(s: string, keepEnds: boolean, rules: TextRules): string[] {
  const lines: string[] = [];
  let from = 0;
  for (const match of s.matchAll(rules.lineEnd)) {
    const next = match.index + match[0].length;
    lines.push(s.slice(from, keepEnds ? next : match.index));
    from = next;
  }
  if (from < s.length) lines.push(s.slice(from));
  return lines;
}

export type StripSides = 'both' | 'left' | 'right';

/** s.strip(), s.lstrip() and s.rstrip(). */
export function stripSpace(s: string, sides: StripSides, rules: TextRules): string {
  let [start, end] = [0, s.length];
  if (sides !== 'right') while (start < end && rules.isSpace(s.charCodeAt(start))) start++;
  if (sides !== 'left') while (end > start && rules.isSpace(s.charCodeAt(end - 1))) end--;
  return s.slice(start, end);
}

/** The same for the characters that `characters` has. */
export function stripCharacters(s: string, characters: string, sides: StripSides): string {
  const strips = new Set(characters);
  const start = sides === 'right' ? 0 : leadingUnits(s, strips);
  const end = sides === 'left' ? s.length : trailingStart(s, strips, start);
  return s.slice(start, end);
}

function leadingUnits(s: string, strips: ReadonlySet<string>): number {
  let start = 0;
  while (start < s.length) {
    const units = unitsAt(s, start);
    if (!strips.has(s.slice(start, start + units))) break;
    start += units;
  }
  return start;
}

function trailingStart(s: string, strips: ReadonlySet<string>, start: number): number {
  let end = s.length;
  while (end > start) {
    const units = end - start > 1 && unitsAt(s, end - 2) === 2 ? 2 : 1;
    if (!strips.has(s.slice(end - units, end))) break;
    end -= units;
  }
  return end;
}
