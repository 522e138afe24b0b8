/** format() of int, float and complex (formatter_unicode.c: format_long_internal and its neighbours). */
import type { Complex } from './complex.ts';
import { intToFloat } from './float-bits.ts';
import { type FloatTextOptions, floatText } from './float-text.ts';
import { layoutNumber, layoutText } from './format-layout.ts';
import { type FormatSpec, parseFormatSpec, unknownCode } from './format-spec.ts';
import { type IntTextRules, intRepr } from './int-text.ts';
import type { PyInt } from './py-int.ts';
import { overflowError, valueError } from './python-raise.ts';
import type { ValueProfile } from './value-profile.ts';

/** int.__format__ of an exact int; `typeName` is the class's name in messages. */
export function formatInt(value: PyInt, spec: string, rules: IntTextRules, typeName = 'int'): string {
  if (spec === '') return intRepr(value, rules);
  const parsed = parseFormatSpec(spec, { profile: rules.profile, typeName, numeric: true });
  const { type } = parsed;
  if (type !== '' && 'eEfFgG%'.includes(type)) return layoutFloat(intToFloat(value), parsed, typeName);
  if (type !== '' && !'bcdoxXn'.includes(type)) throw unknownCode(type, typeName);
  if (parsed.precision !== -1) throw valueError('Precision not allowed in integer format specifier');
  if (parsed.noNegativeZero)
    throw valueError('Negative zero coercion (z) not allowed in integer format specifier');
  if (type === 'c') return layoutCharacter(value, parsed);
  return layoutInt(value, parsed, rules);
}

const BASES: Readonly<Record<string, number>> = { b: 2, o: 8, x: 16, X: 16 };

function layoutInt(value: PyInt, spec: FormatSpec, rules: IntTextRules): string {
  const base = BASES[spec.type] ?? 10;
  const text = base === 10 ? intRepr(value, rules) : value.toString(base);
  const digits = value < 0 ? text.slice(1) : text;
  const prefix = spec.alternate && base !== 10 ? `0${spec.type}` : '';
  const parts = {
    negative: value < 0,
    prefix,
    digits: spec.type === 'X' ? digits.toUpperCase() : digits,
    rest: '',
  };
  return layoutNumber({ ...parts, groupSize: spec.type === 'n' ? 0 : base === 10 ? 3 : 4 }, spec);
}

/** The type 'c': a number's character, aligned as numbers are but never grouped. */
function layoutCharacter(value: PyInt, spec: FormatSpec): string {
  if (spec.sign !== '') throw valueError("Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) throw valueError("Alternate form (#) not allowed with integer format specifier 'c'");
  if (typeof value === 'bigint' && value !== BigInt.asIntN(64, value))
    throw overflowError('Python int too large to convert to C long');
  if (value < 0 || value > 0x10ffff) throw overflowError('%c arg not in range(0x110000)');
  const parts = {
    negative: false,
    prefix: '',
    digits: '',
    rest: String.fromCodePoint(Number(value)),
    groupSize: 0,
  };
  return layoutNumber(parts, spec);
}

/** float.__format__. An empty specification gives the repr, which the caller has already given. */
export function formatFloat(x: number, spec: string, profile: ValueProfile, typeName = 'float'): string {
  return layoutFloat(x, parseFormatSpec(spec, { profile, typeName, numeric: true }), typeName);
}

interface FloatFormat {
  readonly options: FloatTextOptions;
  readonly upper: boolean;
  readonly percent: boolean;
}

/** Which of C's formats a type means; without one it is repr, or 'g' with a digit after the point. */
function floatFormat(spec: FormatSpec, typeName: string): FloatFormat {
  const { type, precision } = spec;
  if (type !== '' && !'eEfFgGn%'.includes(type)) throw unknownCode(type, typeName);
  if (precision > 0x7fffffff) throw valueError('precision too big');
  const lower = type === '%' ? 'f' : type === 'n' ? 'g' : type.toLowerCase();
  const code: FloatTextOptions['code'] =
    lower === '' ? (precision < 0 ? 'r' : 'g') : (lower as 'e' | 'f' | 'g');
  const options: FloatTextOptions = {
    code,
    precision: precision < 0 ? 6 : precision,
    alternate: spec.alternate,
    addDot0: type === '',
    noNegativeZero: spec.noNegativeZero,
  };
  return { options, upper: type !== '' && 'EFG'.includes(type), percent: type === '%' };
}

function layoutFloat(x: number, spec: FormatSpec, typeName: string): string {
  const format = floatFormat(spec, typeName);
  const parts = floatParts(x, format);
  const rest = format.percent ? `${parts.rest}%` : parts.rest;
  return layoutNumber({ ...parts, prefix: '', rest, groupSize: spec.type === 'n' ? 0 : 3 }, spec);
}

function floatParts(x: number, format: FloatFormat): { negative: boolean; digits: string; rest: string } {
  const plain = floatText(format.percent ? x * 100 : x, format.options);
  const text = format.upper ? plain.toUpperCase() : plain;
  const negative = text.startsWith('-');
  const digits = /^-?(\d*)/.exec(text)?.[1] ?? '';
  return { negative, digits, rest: text.slice(digits.length + (negative ? 1 : 0)) };
}

/** complex.__format__: both parts in the same format, padded as one text. */
export function formatComplex(z: Complex, spec: string, profile: ValueProfile): string {
  const parsed = parseFormatSpec(spec, { profile, typeName: 'complex', numeric: true });
  const format = floatFormat(checkComplex(parsed), 'complex');
  const options = { ...format.options, addDot0: false };
  const bare = { ...parsed, width: -1, fill: '\0', align: '<' } as const;
  const part = (x: number, sign: FormatSpec['sign']): string => {
    const parts = floatParts(x, { ...format, options });
    return layoutNumber({ ...parts, prefix: '', groupSize: parsed.type === 'n' ? 0 : 3 }, { ...bare, sign });
  };
  const skipsReal = parsed.type === '' && Object.is(z.re, 0);
  const imaginary = `${part(z.im, skipsReal ? parsed.sign : '+')}j`;
  const both = skipsReal ? imaginary : part(z.re, parsed.sign) + imaginary;
  const text = parsed.type === '' && !skipsReal ? `(${both})` : both;
  return layoutText(text, parsed.align === '' ? { ...parsed, align: '>' } : parsed);
}

function checkComplex(spec: FormatSpec): FormatSpec {
  if (spec.type === '%') throw unknownCode(spec.type, 'complex');
  if (spec.type !== '' && !'eEfFgGn'.includes(spec.type)) throw unknownCode(spec.type, 'complex');
  if (spec.fill === '0') throw valueError('Zero padding is not allowed in complex format specifier');
  if (spec.align === '=') throw valueError("'=' alignment flag is not allowed in complex format specifier");
  return spec;
}
