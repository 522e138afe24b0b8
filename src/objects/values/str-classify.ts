/** The questions isalpha, isidentifier and so on (unicodeobject.c:unicode_isalpha_impl and its neighbours). */
import { toCodePoints } from './code-points.ts';
import * as unicode from './unicode-properties.ts';
import type { ValueProfile } from './value-profile.ts';

type Property = (point: number, profile: ValueProfile) => boolean;

function everyCharacter(s: string, property: Property, profile: ValueProfile): boolean {
  if (s === '') return false;
  for (let at = 0; at < s.length; at++) {
    const point = s.codePointAt(at) as number;
    if (!property(point, profile)) return false;
    if (point > 0xffff) at++;
  }
  return true;
}

export function strIsAlpha(s: string, profile: ValueProfile): boolean {
  return everyCharacter(s, unicode.isAlpha, profile);
}

export function strIsAlnum(s: string, profile: ValueProfile): boolean {
  return everyCharacter(s, unicode.isAlnum, profile);
}

export function strIsDecimal(s: string, profile: ValueProfile): boolean {
  return everyCharacter(s, unicode.isDecimal, profile);
}

export function strIsDigit(s: string, profile: ValueProfile): boolean {
  return everyCharacter(s, unicode.isDigit, profile);
}

export function strIsNumeric(s: string, profile: ValueProfile): boolean {
  return everyCharacter(s, unicode.isNumeric, profile);
}

export function strIsSpace(s: string, profile: ValueProfile): boolean {
  return everyCharacter(s, unicode.isSpace, profile);
}

export function strIsPrintable(s: string, profile: ValueProfile): boolean {
  return s === '' || everyCharacter(s, unicode.isPrintable, profile);
}

export function strIsAscii(s: string): boolean {
  return /^[\0-\x7f]*$/.test(s);
}

/** unicodeobject.c:unicode_isidentifier: one that keyword checks are no part of. */
export function strIsIdentifier(s: string, profile: ValueProfile): boolean {
  if (s === '') return false;
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(s)) return true;
  const [first, ...rest] = toCodePoints(s);
  return (
    unicode.isXidStart(first as number, profile) &&
    rest.every((point) => unicode.isXidContinue(point, profile))
  );
}

/** str.isupper: something is upper case, and nothing is lower or title case. */
export function strIsUpper(s: string, profile: ValueProfile): boolean {
  return hasCase(s, profile, unicode.isUpper, unicode.isLower);
}

/** str.islower. */
export function strIsLower(s: string, profile: ValueProfile): boolean {
  return hasCase(s, profile, unicode.isLower, unicode.isUpper);
}

function hasCase(s: string, profile: ValueProfile, wanted: Property, refused: Property): boolean {
  let found = false;
  for (const point of toCodePoints(s)) {
    if (refused(point, profile) || unicode.isTitle(point)) return false;
    found ||= wanted(point, profile);
  }
  return found;
}

/** str.istitle: capitals only at the start of words, small letters only inside. */
export function strIsTitle(s: string, profile: ValueProfile): boolean {
  let inWord = false;
  let found = false;
  for (const point of toCodePoints(s)) {
    const capital = unicode.isUpper(point, profile) || unicode.isTitle(point);
    const small = !capital && unicode.isLower(point, profile);
    if (capital ? inWord : small && !inWord) return false;
    inWord = capital || small;
    found ||= inWord;
  }
  return found;
}
