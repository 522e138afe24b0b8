/** str.translate and str.maketrans over plain tables; a table that is a Python object is its caller's loop. */
import { codePointLength, toCodePoints } from './code-points.ts';
import { valueError } from './python-raise.ts';

/** What a character becomes: a text, null for nothing, undefined for itself. */
export type Translation = ReadonlyMap<number, string | null>;

/** unicodeobject.c:_PyUnicode_TranslateCharmap. */
export function strTranslate(s: string, table: Translation): string {
  let result = '';
  for (const point of toCodePoints(s)) {
    const to = table.get(point);
    result += to === undefined ? String.fromCodePoint(point) : (to ?? '');
  }
  return result;
}

/** unicode_maketrans_impl with two or three texts. */
export function makeTranslation(from: string, to: string, remove: string): Map<number, string | null> {
  if (codePointLength(from) !== codePointLength(to)) {
    throw valueError('the first two maketrans arguments must have equal length');
  }
  const targets = toCodePoints(to);
  const table = new Map<number, string | null>();
  toCodePoints(from).forEach((point, i) => table.set(point, String.fromCodePoint(targets[i] as number)));
  for (const point of toCodePoints(remove)) table.set(point, null);
  return table;
}
