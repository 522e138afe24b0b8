/**
 * What the import of a library module does to the free lists, whatever was in them. Each list only gives while it has something and
 * takes while it has room, so that any run of takings and givings is a shift between two bounds: `min(most, max(least, length + by))`.
 * Such shifts follow each other as the imports do: a module's stretches lie between the imports that it begins, and what is loaded
 * already is passed over. shifts/ has them for each release, measured around every import with the lists set to eight lengths.
 *
 *   `d+2>6<71 1=3 @functools l-1` : two dicts more, at least 6 and at most 71; three tuples of one; then functools, unless it is there;
 *   then a list less. d: dicts, k: keys of dicts, f: floats, l: lists, a number: tuples of that length; `@.`: the finder of the
 *   program's own folder, which the first module makes that is not built in
 */
import type { PythonVersion } from '../../../heap/index.ts';
import { SHIFTS_3_8 } from './shifts/python-3-8.ts';
import { SHIFTS_3_9 } from './shifts/python-3-9.ts';
import { SHIFTS_3_10 } from './shifts/python-3-10.ts';
import { SHIFTS_3_11 } from './shifts/python-3-11.ts';
import { SHIFTS_3_12 } from './shifts/python-3-12.ts';
import { SHIFTS_3_13 } from './shifts/python-3-13.ts';

const SHIFTS: { readonly [version in PythonVersion]: Readonly<Record<string, string>> } = {
  '3.8': SHIFTS_3_8,
  '3.9': SHIFTS_3_9,
  '3.10': SHIFTS_3_10,
  '3.11': SHIFTS_3_11,
  '3.12': SHIFTS_3_12,
  '3.13': SHIFTS_3_13,
};

/** Places of the lists among the lengths: dicts, keys, floats, lists, tuples of 1, 2, 3 ... */
const LETTERS = 'dkfl';
const BEFORE_TUPLES = 3;
const SHIFT = /^([dkfl]|\d+)(?:=(?<all>\d+)|(?<by>[+-]\d+)(?:>(?<least>\d+))?(?:<(?<most>\d+))?)$/;

/** Whether importing this module does something to the free lists: it is not there at the start. */
export function isShifting(python: PythonVersion, module: string): boolean {
  return SHIFTS[python][module] !== undefined;
}

/** Changes lengths as the import of a module does; `loaded` learns what it loads. */
export function shiftByImport(
  python: PythonVersion,
  module: string,
  { lengths, loaded }: { readonly lengths: number[]; readonly loaded: Set<string> },
): void {
  const shifts = SHIFTS[python][module];
  if (shifts === undefined || loaded.has(module)) return;
  loaded.add(module);
  for (const word of shifts.split(' ')) {
    if (word.startsWith('@')) shiftByImport(python, word.slice(1), { lengths, loaded });
    else shift(word, lengths);
  }
}

function shift(word: string, lengths: number[]): void {
  const found = SHIFT.exec(word);
  if (found === null) throw new Error(`no shift of a free list: ${word}`);
  const list = found[1] as string;
  const at = LETTERS.includes(list) ? LETTERS.indexOf(list) : BEFORE_TUPLES + Number(list);
  const { all, by = 0, least = 0, most = Number.POSITIVE_INFINITY } = found.groups ?? {};
  const shifted = Math.max(Number(least), (lengths[at] ?? 0) + Number(by));
  lengths[at] = all === undefined ? Math.min(Number(most), shifted) : Number(all);
}
