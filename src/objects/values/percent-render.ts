/** Rendering of one % field whose value is at hand (unicodeobject.c:unicode_format_arg_output). */
import { codePointLength, unitIndex } from './code-points.ts';
import { floatText } from './float-text.ts';
import type { PercentField, PercentFlags, PercentKind } from './percent-format.ts';
import type { PyInt } from './py-int.ts';
import { overflowError, type PythonRaise, typeError } from './python-raise.ts';
import type { ValueProfile } from './value-profile.ts';

/** A field with its stars replaced; a negative width from a star has become a left alignment. */
export interface PercentShape {
  readonly flags: PercentFlags;
  readonly width: number;
  readonly precision: number;
  readonly conversion: string;
}

/** Puts in what the stars took; the values are those of a C ssize_t and a C int. */
export function percentShape(field: PercentField, starWidth: number, starPrecision: number): PercentShape {
  const width = field.width === '*' ? starWidth : field.width;
  const precision = field.precision === '*' ? Math.max(0, starPrecision) : field.precision;
  const turned = field.width === '*' && width < 0;
  const flags = turned ? { ...field.flags, left: true } : field.flags;
  return { flags, width: turned ? -width : width, precision, conversion: field.conversion };
}

/** %s, %r, %a and %b: `text` is what str(), repr() or ascii() gave. */
export function percentText(text: string, shape: PercentShape): string {
  const { precision } = shape;
  const cut =
    precision >= 0 && precision < codePointLength(text) ? text.slice(0, unitIndex(text, precision)) : text;
  return pad({ sign: '', prefix: '', body: cut }, shape, ' ');
}

export const CHARACTER_REQUIRED = '%c requires int or char';
export const BYTE_REQUIRED = '%c requires an integer in range(256) or a single byte';

/** %c of a character or a code point. Up to 3.9 an int too large for C's long counted as no int at all. */
export function percentCharacter(
  value: PyInt | string,
  shape: PercentShape,
  given: { readonly kind: PercentKind; readonly profile: ValueProfile },
): string {
  if (typeof value === 'string') return pad({ sign: '', prefix: '', body: value }, shape, ' ');
  const { kind, profile } = given;
  const tooLong = typeof value === 'bigint' && value !== BigInt.asIntN(64, value);
  if (tooLong && profile.largeIsNoCharacter && kind === 'string') throw typeError(CHARACTER_REQUIRED);
  const limit = kind === 'bytes' ? 256 : 0x110000;
  const shown = kind === 'bytes' ? '256' : '0x110000';
  if (value < 0 || value >= limit) throw overflowError(`%c arg not in range(${shown})`);
  return pad({ sign: '', prefix: '', body: String.fromCodePoint(Number(value)) }, shape, ' ');
}

/** %d, %i, %u, %o, %x and %X (unicodeobject.c:_PyUnicode_FormatLong). `decimal` is the int's repr. */
export function percentInteger(value: PyInt, decimal: string, shape: PercentShape): string {
  const { conversion, flags, precision } = shape;
  const base = conversion === 'o' ? 8 : conversion === 'x' || conversion === 'X' ? 16 : 10;
  const text = base === 10 ? decimal : value.toString(base);
  const digits = (value < 0 ? text.slice(1) : text).padStart(precision, '0');
  const prefix = flags.alternate && base !== 10 ? `0${conversion}` : '';
  const body = conversion === 'X' ? digits.toUpperCase() : digits;
  return pad({ sign: signOf(value < 0, flags), prefix, body }, shape, flags.zero ? '0' : ' ');
}

/** %e, %f, %g and their capitals (unicodeobject.c:formatfloat). */
export function percentFloat(x: number, shape: PercentShape): string {
  const { conversion, flags, precision } = shape;
  const text = floatText(x, {
    code: conversion.toLowerCase() as 'e' | 'f' | 'g',
    precision: precision < 0 ? 6 : precision,
    alternate: flags.alternate,
    addDot0: false,
    noNegativeZero: false,
  });
  const negative = text.startsWith('-');
  const body = negative ? text.slice(1) : text;
  const upper = conversion < 'a';
  return pad(
    { sign: signOf(negative, flags), prefix: '', body: upper ? body.toUpperCase() : body },
    shape,
    flags.zero ? '0' : ' ',
  );
}

function signOf(negative: boolean, flags: PercentFlags): string {
  if (negative) return '-';
  if (flags.plus) return '+';
  return flags.blank ? ' ' : '';
}

function pad(
  parts: { readonly sign: string; readonly prefix: string; readonly body: string },
  shape: PercentShape,
  fill: '0' | ' ',
): string {
  const { sign, prefix, body } = parts;
  const missing = shape.width - (sign.length + prefix.length + codePointLength(body));
  if (missing <= 0) return sign + prefix + body;
  if (shape.flags.left) return sign + prefix + body + ' '.repeat(missing);
  return fill === '0'
    ? sign + prefix + '0'.repeat(missing) + body
    : ' '.repeat(missing) + sign + prefix + body;
}

/** TypeError of %e, %f and %g for what is no real number. */
export function percentFloatRequired(kind: PercentKind, typeName: string): PythonRaise {
  return typeError(
    kind === 'bytes' ? `float argument required, not ${typeName}` : `must be real number, not ${typeName}`,
  );
}

/** TypeError of bytes' %b and %s. */
export function percentBytesRequired(typeName: string): PythonRaise {
  return typeError(
    `%b requires a bytes-like object, or an object that implements __bytes__, not '${typeName}'`,
  );
}

/** TypeError of %d and its like for what is no number. */
export function percentNumberRequired(
  conversion: string,
  typeName: string,
  profile: ValueProfile,
): PythonRaise {
  if ('oxX'.includes(conversion))
    return typeError(`%${conversion} format: an integer is required, not ${typeName}`);
  return typeError(`%${conversion} format: ${profile.realNumber} is required, not ${typeName}`);
}
