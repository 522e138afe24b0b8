/**
 * Parsing of % formats (unicodeobject.c:unicode_format_arg_parse, bytesobject.c:_PyBytes_FormatEx).
 *
 * A format is taken one field at a time, as CPython takes arguments while it still parses. A syntax
 * error is carried in `fault`: whoever drives looks up the key, then takes the `*` width and the `*`
 * precision as far as they were reached, throws `fault`, and only then takes the value.
 * Rendering is percent-render.ts's.
 */
import { codePointLength } from './code-points.ts';
import { type PythonRaise, valueError } from './python-raise.ts';

export interface PercentFlags {
  readonly left: boolean;
  readonly plus: boolean;
  readonly blank: boolean;
  readonly alternate: boolean;
  readonly zero: boolean;
}

export interface PercentField {
  /** The text before the field. */
  readonly literal: string;
  /** The format has a key: TypeError "format requires a mapping" unless there is a mapping. */
  readonly wantsMapping: boolean;
  readonly key: string | null;
  readonly flags: PercentFlags;
  /** -1: none given. '*': taken from the arguments. */
  readonly width: number | '*';
  readonly precision: number | '*';
  readonly fault: PythonRaise | null;
  /** The conversion's character; '' where there is only a literal: at the end, and for '%%', which is part of it. */
  readonly conversion: string;
  /** The position of that character in code points, for messages. */
  readonly index: number;
  /** Where the next field is looked for. */
  readonly next: number;
}

type Draft = { -readonly [K in keyof PercentField]: PercentField[K] };

/** What a driver throws when the arguments run out, or when some are left. */
export const NOT_ENOUGH_ARGUMENTS = 'not enough arguments for format string';
export const NO_MAPPING = 'format requires a mapping';
export const STAR_WANTS_INT = '* wants int';

export function notAllConverted(kind: PercentKind): string {
  return `not all arguments converted during ${kind} formatting`;
}

export type PercentKind = 'string' | 'bytes';

/** The next field at or after code unit `from`; null at the end of the format. */
export function nextPercentField(format: string, from: number, kind: PercentKind): PercentField | null {
  if (from >= format.length) return null;
  const mark = format.indexOf('%', from);
  const field: Draft = {
    literal: mark < 0 ? format.slice(from) : format.slice(from, mark),
    wantsMapping: false,
    key: null,
    flags: { left: false, plus: false, blank: false, alternate: false, zero: false },
    width: -1,
    precision: -1,
    fault: null,
    conversion: '',
    index: 0,
    next: format.length,
  };
  if (mark >= 0) parseField(format, mark + 1, { field, kind });
  return field;
}

interface Parse {
  readonly field: Draft;
  readonly kind: PercentKind;
}

function parseField(format: string, from: number, { field, kind }: Parse): void {
  let at = from;
  if (format[at] === '%') {
    field.literal += '%';
    field.next = at + 1;
    return;
  }
  if (format[at] === '(') {
    at = parseKey(format, at + 1, field);
    if (field.fault !== null) return;
  }
  const flagsEnd = skipFlags(format, at);
  field.flags = flagsOf(format.slice(at, flagsEnd));
  at = parseCount(format, flagsEnd, { field, kind, name: 'width' });
  if (field.fault === null && format[at] === '.') {
    field.precision = 0;
    at = parseCount(format, at + 1, { field, kind, name: 'precision' });
  }
  if (field.fault === null) parseConversion(format, at, { field, kind });
}

function parseKey(format: string, from: number, field: Draft): number {
  field.wantsMapping = true;
  let depth = 1;
  for (let at = from; at < format.length; at++) {
    if (format[at] === '(') depth++;
    if (format[at] === ')' && --depth === 0) {
      field.key = format.slice(from, at);
      return at + 1;
    }
  }
  field.fault = valueError('incomplete format key');
  return format.length;
}

function skipFlags(format: string, from: number): number {
  let at = from;
  while (at < format.length && '-+ #0'.includes(format.charAt(at))) at++;
  return at;
}

function flagsOf(text: string): PercentFlags {
  return {
    left: text.includes('-'),
    plus: text.includes('+'),
    blank: text.includes(' '),
    alternate: text.includes('#'),
    zero: text.includes('0'),
  };
}

const LIMITS = { width: 2n ** 63n - 1n, precision: 2n ** 31n - 1n } as const;

/** A number or a star; nothing at all leaves what the field has. */
function parseCount(
  format: string,
  from: number,
  given: Parse & { readonly name: 'width' | 'precision' },
): number {
  const { field, name } = given;
  if (format[from] === '*') {
    field[name] = '*';
    return from + 1;
  }
  let at = from;
  while (at < format.length && format.charCodeAt(at) >= 48 && format.charCodeAt(at) <= 57) at++;
  if (at === from) return at;
  const count = BigInt(format.slice(from, at));
  if (count > LIMITS[name])
    field.fault = valueError(`${given.kind === 'bytes' && name === 'precision' ? 'prec' : name} too big`);
  field[name] = Number(count);
  return at;
}

/** bytes takes %i for %d from here on, also in messages. */
function parseConversion(format: string, from: number, { field, kind }: Parse): void {
  const at = 'hlL'.includes(format.charAt(from)) ? from + 1 : from;
  const point = format.codePointAt(at);
  if (point === undefined) {
    field.fault = valueError('incomplete format');
    return;
  }
  const conversion = String.fromCodePoint(point);
  field.conversion = kind === 'bytes' && conversion === 'i' ? 'd' : conversion;
  field.index = codePointLength(format.slice(0, at));
  field.next = at + conversion.length;
}

/** What a driver throws for a conversion that does not exist. */
export function unsupportedConversion(field: PercentField, kind: PercentKind): PythonRaise {
  const point = field.conversion.codePointAt(0) ?? 0;
  const shown = kind === 'bytes' || (point >= 31 && point <= 126) ? field.conversion : '?';
  return valueError(
    `unsupported format character '${shown}' (0x${point.toString(16)}) at index ${field.index}`,
  );
}
