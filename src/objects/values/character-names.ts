/**
 * Characters by their names, as `\N{...}` takes them (unicodedata.c:_getcode).
 *
 * The names are those of a package, which whoever has it brings; they are read when the first name is asked for, as they take some
 * tens of megabytes. From then on an index is kept: the hash of each name and the code point, so that no name is kept twice.
 * A later Unicode release has all names of the earlier ones: characters that the version does not assign have none, and a few
 * aliases came later than their characters.
 */
import { isAssigned } from './unicode-properties.ts';
import type { ValueProfile } from './value-profile.ts';

/** Of one code point. Aliases come by their kinds. */
export interface CharacterNames {
  unicodeBaseName(point: number): string | undefined;
  unicodeAliases(point: number): Readonly<Record<string, readonly string[]>> | undefined;
}

/** Aliases that are younger than their characters: the first of `unicodeRelease` that has them. */
const LATER_ALIASES = new Map([
  ['MYANMAR LETTER KHAMTI LLA', 2],
  ['EM', 3],
  ['ARABIC SMALL HIGH LIGATURE ALEF WITH YEH BARREE', 3],
  ['SUNDANESE LETTER ARCHAIC I', 3],
  ['CUNEIFORM SIGN KALAM', 5],
  ['BAMUM LETTER PHASE-A MAEMGBIEE', 5],
  ['BAMUM LETTER PHASE-B PUNGGAAM', 5],
  ['BAMUM LETTER PHASE-B NGGOM', 5],
  ['BAMUM LETTER PHASE-C SHETFON', 5],
  ['BAMUM LETTER PHASE-E NGGOP', 5],
  ['MENDE KIKAKUI SYLLABLE M172 MBO', 5],
  ['MENDE KIKAKUI SYLLABLE M174 MBOO', 5],
]);

/** Named by a rule: case counts in their names. */
const IDEOGRAPH = /^CJK UNIFIED IDEOGRAPH-([0-9A-F]{4,5})$/;
const UNIFIED = /^\p{Unified_Ideograph}$/u;
const HANGUL = { prefix: 'HANGUL SYLLABLE ', first: 0xac00, last: 0xd7a3 };
/** The private areas and the planes without characters. */
const [PRIVATE_FROM, PRIVATE_TO, PLANE_4, PLANE_14, NAMED_END] = [0xe000, 0xf900, 0x40000, 0xe0000, 0xe0200];

let load: (() => CharacterNames) | undefined;
let names: CharacterNames | undefined;
let index: Map<number, number> | undefined;

/** Who brings the package says how it is loaded. */
export function haveCharacterNames(from: () => CharacterNames): void {
  load = from;
}

/** The code point of a name or an alias; undefined: no character of the version has it; null: there are no names here. */
export function characterNamed(name: string, profile: ValueProfile): number | null | undefined {
  if (load === undefined) return null;
  names ??= load();
  const point = ideograph(name) ?? indexed(name);
  if (point === undefined || !isAssigned(point, profile)) return undefined;
  return (LATER_ALIASES.get(name.toUpperCase()) ?? 0) > profile.unicodeRelease ? undefined : point;
}

function ideograph(name: string): number | undefined {
  const digits = IDEOGRAPH.exec(name)?.[1];
  if (digits === undefined) return undefined;
  const point = Number.parseInt(digits, 16);
  return isUnified(point) ? point : undefined;
}

/** Twelve of the compatibility ideographs are unified ones by their property only. */
function isUnified(point: number): boolean {
  return UNIFIED.test(String.fromCodePoint(point)) && !(point >= PRIVATE_TO && point < 0xfb00);
}

function indexed(name: string): number | undefined {
  index ??= indexOfNames();
  const upper = name.toUpperCase();
  for (let key = hash(upper); ; key++) {
    const point = index.get(key);
    if (point === undefined) return undefined;
    if (namesOf(point).includes(upper)) return isSyllable(point) && name !== upper ? undefined : point;
  }
}

function isSyllable(point: number): boolean {
  return point >= HANGUL.first && point <= HANGUL.last;
}

/** All names but those of ideographs; of the scripts whose names end in a code point, those that UnicodeData lists one by one. */
function indexOfNames(): Map<number, number> {
  const made = new Map<number, number>();
  for (let point = 0; point < NAMED_END; point++) {
    if (point === PRIVATE_FROM) point = PRIVATE_TO;
    if (point === PLANE_4) point = PLANE_14;
    if (isUnified(point)) continue;
    for (const name of namesOf(point)) {
      let key = hash(name);
      while (made.has(key)) key++;
      made.set(key, point);
    }
  }
  return made;
}

function namesOf(point: number): readonly string[] {
  const base = names?.unicodeBaseName(point);
  const aliases = Object.values(names?.unicodeAliases(point) ?? {}).flat();
  return base === undefined || base.startsWith('TANGUT IDEOGRAPH-') ? aliases : [base, ...aliases];
}

/** Less than 2 ** 31, so that keys stay small ints. */
function hash(name: string): number {
  let sum = 0;
  for (let i = 0; i < name.length; i++) sum = (Math.imul(sum, 31) + name.charCodeAt(i)) | 0;
  return sum & 0x3fff_ffff;
}
