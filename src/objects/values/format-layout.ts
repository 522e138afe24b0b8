/**
 * Putting a formatted value together: sign, prefix, grouped digits, the rest, and padding around
 * (formatter_unicode.c:calc_number_widths and fill_number; localeutil.h:_PyUnicode_InsertThousandsGrouping).
 */
import { codePointLength } from './code-points.ts';
import type { FormatSpec } from './format-spec.ts';

/** A number as text in parts. `rest` is what follows the digits that may be grouped. */
export interface NumberParts {
  readonly negative: boolean;
  readonly prefix: string;
  readonly digits: string;
  readonly rest: string;
  /** Digits between separators: 3 for decimals, 4 for the other bases; 0 if there are none. */
  readonly groupSize: number;
}

export function layoutNumber(parts: NumberParts, spec: FormatSpec): string {
  const sign = parts.negative ? '-' : spec.sign === '-' ? '' : spec.sign;
  const head = sign + parts.prefix;
  const zeroPadded = spec.fill === '0' && spec.align === '=';
  const minimum = zeroPadded ? spec.width - head.length - codePointLength(parts.rest) : 0;
  const body =
    parts.digits === ''
      ? ''
      : groupDigits(parts.digits, minimum, { size: parts.groupSize, separator: spec.grouping });
  const missing = spec.width - (head.length + body.length + codePointLength(parts.rest));
  if (missing <= 0) return head + body + parts.rest;
  if (spec.align === '=') return head + spec.fill.repeat(missing) + body + parts.rest;
  return padding(head + body + parts.rest, missing, spec);
}

function padding(text: string, missing: number, spec: FormatSpec): string {
  if (spec.align === '<') return text + spec.fill.repeat(missing);
  if (spec.align !== '^') return spec.fill.repeat(missing) + text;
  const left = Math.floor(missing / 2);
  return spec.fill.repeat(left) + text + spec.fill.repeat(missing - left);
}

/** A text aligned left unless the specification says otherwise. */
export function layoutText(text: string, spec: FormatSpec): string {
  const missing = spec.width - codePointLength(text);
  if (missing <= 0) return text;
  return padding(text, missing, spec.align === '' ? { ...spec, align: '<' } : spec);
}

/** Zeros fill up to `minimum` characters, separators included; a separator never comes first. */
function groupDigits(
  digits: string,
  minimum: number,
  groups: { readonly size: number; readonly separator: string },
): string {
  const { size, separator } = groups;
  if (size === 0 || separator === '') return digits.padStart(minimum, '0');
  const pieces: string[] = [];
  let left = digits.length;
  let width = minimum;
  do {
    const take = Math.min(size, Math.max(left, width, 1));
    pieces.push(digits.slice(Math.max(0, left - take), Math.max(0, left)).padStart(take, '0'));
    left -= take;
    width -= take + 1;
  } while (left > 0);
  return zeroGroups(width, groups) + pieces.toReversed().join(separator);
}

/** What fills the rest of the width: whole groups of zeros, and before them as many as there is room for, one at least. */
function zeroGroups(
  width: number,
  { size, separator }: { readonly size: number; readonly separator: string },
): string {
  if (width < 0) return '';
  const whole = Math.floor((width + 1) / (size + 1));
  const rest = width - whole * (size + 1);
  const first = rest < 0 ? '' : '0'.repeat(Math.max(rest, 1)) + separator;
  return first + ('0'.repeat(size) + separator).repeat(whole);
}
