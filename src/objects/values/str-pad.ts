/** Widths and columns: center, ljust, rjust, zfill, expandtabs (unicodeobject.c, stringlib/transmogrify.h). */
import { codePointLength, toCodePoints } from './code-points.ts';

export function strLeftJustify(s: string, width: number, fill: string): string {
  return s + fill.repeat(Math.max(0, width - codePointLength(s)));
}

export function strRightJustify(s: string, width: number, fill: string): string {
  return fill.repeat(Math.max(0, width - codePointLength(s))) + s;
}

/** unicode_center_impl: of an odd margin the left gets more only if the width is odd too. */
export function strCenter(s: string, width: number, fill: string): string {
  const margin = width - codePointLength(s);
  if (margin <= 0) return s;
  const left = (margin >> 1) + (margin & width & 1);
  return fill.repeat(left) + s + fill.repeat(margin - left);
}

/** str.zfill: a sign stays in front. */
export function strZeroFill(s: string, width: number): string {
  const zeros = '0'.repeat(Math.max(0, width - codePointLength(s)));
  return /^[+-]/.test(s) ? s.charAt(0) + zeros + s.slice(1) : zeros + s;
}

/** str.expandtabs: columns count from the last line feed or carriage return. */
export function strExpandTabs(s: string, size: number): string {
  if (!s.includes('\t')) return s;
  let result = '';
  let column = 0;
  for (const point of toCodePoints(s)) {
    if (point === 9) {
      const spaces = size > 0 ? size - (column % size) : 0;
      result += ' '.repeat(spaces);
      column += spaces;
    } else {
      result += String.fromCodePoint(point);
      column = point === 10 || point === 13 ? 0 : column + 1;
    }
  }
  return result;
}
