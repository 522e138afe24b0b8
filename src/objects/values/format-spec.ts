/**
 * The mini-language of format specifications: parsing, and the checks that need no value
 * (formatter_unicode.c:parse_internal_render_format_spec).
 *
 *   [[fill]align][sign][z][#][0][width][grouping][.precision][type]
 */
import { toCodePoints } from './code-points.ts';
import { type PythonRaise, valueError } from './python-raise.ts';
import { decimalValue } from './unicode-properties.ts';
import type { ValueProfile } from './value-profile.ts';

export type Grouping = '' | ',' | '_';

export interface FormatSpec {
  readonly fill: string;
  /** '' where nothing said how to align. */
  readonly align: '' | '<' | '>' | '^' | '=';
  readonly sign: '' | '+' | '-' | ' ';
  readonly noNegativeZero: boolean;
  readonly alternate: boolean;
  /** -1: none given. */
  readonly width: number;
  readonly grouping: Grouping;
  /** -1: none given. */
  readonly precision: number;
  /** The type's character, '' if there is none. */
  readonly type: string;
}

/** What is parsed, for whom: `numeric` types align right by default. */
export interface FormatContext {
  readonly profile: ValueProfile;
  readonly typeName: string;
  readonly numeric: boolean;
}

const MAX_COUNT = 2 ** 63 - 1;

/** A position that moves over the specification's characters. */
class SpecReader {
  readonly #points: readonly number[];
  readonly #profile: ValueProfile;
  #at = 0;

  constructor(spec: string, profile: ValueProfile) {
    this.#points = toCodePoints(spec);
    this.#profile = profile;
  }

  get left(): number {
    return this.#points.length - this.#at;
  }

  peek(ahead = 0): string {
    const point = this.#points[this.#at + ahead];
    return point === undefined ? '' : String.fromCodePoint(point);
  }

  skip(count: number): void {
    this.#at += count;
  }

  /** Takes the next character if it is one of these. */
  take(characters: string): string {
    const next = this.peek();
    if (next === '' || !characters.includes(next)) return '';
    this.#at++;
    return next;
  }

  /** formatter_unicode.c:get_integer; -1 if there is no digit. */
  integer(): number {
    let value = -1;
    for (; this.left > 0; this.#at++) {
      const digit = decimalValue(this.#points[this.#at] as number, this.#profile);
      if (digit < 0) return value;
      value = Math.max(value, 0) * 10 + digit;
      if (value >= MAX_COUNT) throw valueError('Too many decimal digits in format string');
    }
    return value;
  }
}

export function parseFormatSpec(spec: string, context: FormatContext): FormatSpec {
  const reader = new SpecReader(spec, context.profile);
  let { fill, align } = readAlignment(reader);
  const sign = reader.take('+- ') as FormatSpec['sign'];
  const noNegativeZero = context.profile.zOption && reader.take('z') !== '';
  const alternate = reader.take('#') !== '';
  if (fill === '' && reader.take('0') !== '') {
    fill = '0';
    if (align === '' && (context.numeric || !context.profile.zeroFillsStrings)) align = '=';
  }
  const width = reader.integer();
  const grouping = readGrouping(reader, context.profile);
  const precision = readPrecision(reader);
  if (reader.left > 1) throw valueError(invalidSpec(spec, context));
  const type = reader.peek() || (context.numeric ? '' : 's');
  if (grouping !== '') checkGrouping(grouping, type);
  return {
    fill: fill === '' ? ' ' : fill,
    align,
    sign,
    noNegativeZero,
    alternate,
    width,
    grouping,
    precision,
    type,
  };
}

function readAlignment(reader: SpecReader): { fill: string; align: FormatSpec['align'] } {
  const isAlign = (c: string): boolean => c !== '' && '<>=^'.includes(c);
  if (isAlign(reader.peek(1))) {
    const found = { fill: reader.peek(), align: reader.peek(1) as FormatSpec['align'] };
    reader.skip(2);
    return found;
  }
  return { fill: '', align: reader.take('<>=^') as FormatSpec['align'] };
}

/** 3.8 took two commas for a comma and an underscore. */
function readGrouping(reader: SpecReader, profile: ValueProfile): Grouping {
  const comma = reader.take(',') !== '';
  const underscore = reader.take('_') !== '';
  const conflict = underscore
    ? comma || reader.take(',') !== ''
    : comma && profile.refusesTwoCommas && reader.take(',') !== '';
  if (conflict) throw valueError("Cannot specify both ',' and '_'.");
  if (comma) return ',';
  return underscore ? '_' : '';
}

function readPrecision(reader: SpecReader): number {
  if (reader.take('.') === '') return -1;
  const precision = reader.integer();
  if (precision < 0) throw valueError('Format specifier missing precision');
  return precision;
}

function invalidSpec(spec: string, context: FormatContext): string {
  const { profile, typeName } = context;
  return profile.quotesBadSpec
    ? `Invalid format specifier '${spec}' for object of type '${typeName}'`
    : 'Invalid format specifier';
}

function checkGrouping(grouping: Grouping, type: string): void {
  if (type === '' || 'defgEG%F'.includes(type)) return;
  if (grouping === '_' && 'boxX'.includes(type)) return;
  throw valueError(`Cannot specify '${grouping}' with ${quotedCode(type)}.`);
}

/** A type's character in a message: escaped unless printable ASCII. */
function quotedCode(type: string): string {
  const point = type.codePointAt(0) ?? 0;
  return point > 32 && point < 128 ? `'${type}'` : `'\\x${point.toString(16)}'`;
}

/** formatter_unicode.c:unknown_presentation_type. */
export function unknownCode(type: string, typeName: string): PythonRaise {
  return valueError(`Unknown format code ${quotedCode(type)} for object of type '${typeName}'`);
}
