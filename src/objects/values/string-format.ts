/**
 * The syntax of str.format and string.Formatter (unicode_format.h: MarkupIterator_next, parse_field,
 * FieldNameIterator_next). Only text is taken apart here; looking fields up and formatting them,
 * which may run Python code in between, is up to the caller.
 */
import { type PythonRaise, valueError } from './python-raise.ts';
import { decimalValue } from './unicode-properties.ts';
import type { ValueProfile } from './value-profile.ts';

export interface ReplacementField {
  readonly name: string;
  /** The character after '!', or '' if there is none. */
  readonly conversion: string;
  readonly spec: string;
  /** The specification has fields of its own. */
  readonly expands: boolean;
}

export interface FormatPiece {
  readonly literal: string;
  readonly field: ReplacementField | null;
  /** Where the next piece starts. */
  readonly next: number;
}

/** The piece of `format` that starts at code unit `from`; null at the end. */
export function nextFormatPiece(format: string, from: number): FormatPiece | null {
  if (from >= format.length) return null;
  const rest = format.slice(from).search(/[{}]/);
  if (rest < 0) return { literal: format.slice(from), field: null, next: format.length };
  const at = from + rest;
  const brace = format.charAt(at);
  const following = format.charAt(at + 1);
  if (brace === '}' && following !== '}') throw valueError("Single '}' encountered in format string");
  if (following === '') throw valueError("Single '{' encountered in format string");
  if (following === brace) return { literal: format.slice(from, at + 1), field: null, next: at + 2 };
  return { literal: format.slice(from, at), ...parseReplacement(format, at + 1) };
}

function parseReplacement(format: string, from: number): { field: ReplacementField; next: number } {
  const end = fieldNameEnd(format, from);
  const name = format.slice(from, end);
  const mark = format.charAt(end);
  if (mark === '') throw valueError("expected '}' before end of string");
  if (mark === '}') return { field: { name, conversion: '', spec: '', expands: false }, next: end + 1 };
  if (mark === ':') return parseSpec(format, end + 1, { name, conversion: '' });
  const point = format.codePointAt(end + 1);
  if (point === undefined) throw valueError('end of string while looking for conversion specifier');
  const conversion = String.fromCodePoint(point);
  const after = end + 1 + conversion.length;
  if (format[after] === '}')
    return { field: { name, conversion, spec: '', expands: false }, next: after + 1 };
  if (after < format.length && format[after] !== ':')
    throw valueError("expected ':' after conversion specifier");
  return parseSpec(format, after + 1, { name, conversion });
}

/** Where '}', ':' or '!' ends the name; brackets hide all three. */
function fieldNameEnd(format: string, from: number): number {
  for (let at = from; at < format.length; at++) {
    const character = format.charAt(at);
    if (character === '{') throw valueError("unexpected '{' in field name");
    if (character === '}' || character === ':' || character === '!') return at;
    if (character === '[') {
      const close = format.indexOf(']', at + 1);
      if (close < 0) return format.length;
      at = close;
    }
  }
  return format.length;
}

function parseSpec(
  format: string,
  from: number,
  named: { name: string; conversion: string },
): { field: ReplacementField; next: number } {
  let depth = 1;
  let expands = false;
  for (let at = from; at < format.length; at++) {
    if (format[at] === '{') {
      expands = true;
      depth++;
    }
    if (format[at] === '}' && --depth === 0) {
      return { field: { ...named, spec: format.slice(from, at), expands }, next: at + 1 };
    }
  }
  throw valueError("unmatched '{' in format spec");
}

export interface FieldAccess {
  readonly attribute: boolean;
  /** A number for an index that is all digits, a text otherwise. */
  readonly key: number | string;
}

export interface FieldName {
  /** A number for a position, '' for the next one, a text for a keyword. */
  readonly first: number | string;
  readonly rest: readonly FieldAccess[];
}

/** _string.formatter_field_name_split. The accesses are checked as they are taken: see {@link nextAccess}. */
export function splitFieldName(name: string, profile: ValueProfile): FieldName {
  const { first, restStart } = fieldNameFirst(name, profile);
  const rest: FieldAccess[] = [];
  for (let at = restStart; at < name.length; ) {
    const { access, next } = nextAccess(name, at, profile);
    rest.push(access);
    at = next;
  }
  return { first, rest };
}

/** The name before the first '.' or '[', and where the rest begins. */
export function fieldNameFirst(
  name: string,
  profile: ValueProfile,
): { first: number | string; restStart: number } {
  const found = name.search(/[.[]/);
  const end = found < 0 ? name.length : found;
  const text = name.slice(0, end);
  return { first: indexOf(text, profile) ?? text, restStart: end };
}

/** unicode_format.h:FieldNameIterator_next: '.name' or '[key]' at `at`. */
export function nextAccess(
  name: string,
  at: number,
  profile: ValueProfile,
): { access: FieldAccess; next: number } {
  const mark = name.charAt(at);
  if (mark === '.') {
    const length = name.slice(at + 1).search(/[.[]/);
    const end = length < 0 ? name.length : at + 1 + length;
    return { access: nonEmpty({ attribute: true, key: name.slice(at + 1, end) }), next: end };
  }
  if (mark !== '[') throw valueError("Only '.' or '[' may follow ']' in format field specifier");
  const close = name.indexOf(']', at + 1);
  if (close < 0) throw valueError("Missing ']' in format string");
  const text = name.slice(at + 1, close);
  return { access: nonEmpty({ attribute: false, key: indexOf(text, profile) ?? text }), next: close + 1 };
}

function nonEmpty(access: FieldAccess): FieldAccess {
  if (access.key === '') throw valueError('Empty attribute in format string');
  return access;
}

/** unicode_format.h:get_integer; null if the text is not all digits. */
function indexOf(text: string, profile: ValueProfile): number | null {
  if (text === '') return null;
  let value = 0;
  for (const character of text) {
    const digit = decimalValue(character.codePointAt(0) as number, profile);
    if (digit < 0) return null;
    value = value * 10 + digit;
    if (value >= 2 ** 63) throw valueError('Too many decimal digits in format string');
  }
  return value;
}

/** Numbers fields that do not say which; a format may not mix both ways (autonumber_state_error). */
export class AutoNumber {
  #mode: 'unknown' | 'automatic' | 'manual' = 'unknown';
  #next = 0;

  /** The position or keyword that a field's first name means. */
  resolve(first: number | string): number | string {
    if (typeof first === 'string' && first !== '') return first;
    const mode = first === '' ? 'automatic' : 'manual';
    if (this.#mode === 'unknown') this.#mode = mode;
    if (this.#mode !== mode) throw switchedMode(mode);
    return first === '' ? this.#next++ : first;
  }
}

function switchedMode(to: 'automatic' | 'manual'): PythonRaise {
  return valueError(
    to === 'automatic'
      ? 'cannot switch from manual field specification to automatic field numbering'
      : 'cannot switch from automatic field numbering to manual field specification',
  );
}

/** What a conversion other than s, r and a is answered with. */
export function unknownConversion(conversion: string): PythonRaise {
  const point = conversion.codePointAt(0) ?? 0;
  const shown = point > 32 && point < 127 ? conversion : `\\x${point.toString(16)}`;
  return valueError(`Unknown conversion specifier ${shown}`);
}

/** IndexError of a field whose position the arguments do not have (3.8 and later). */
export function noSuchPosition(position: number): string {
  return `Replacement index ${position} out of range for positional args tuple`;
}
