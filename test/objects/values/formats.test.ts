import { expect, test } from 'vitest';
import { bytesToLatin1, latin1ToBytes } from '../../../src/objects/values/bytes-methods.ts';
import { codePointLength } from '../../../src/objects/values/code-points.ts';
import { complexRepr } from '../../../src/objects/values/complex.ts';
import { floatToInt, intToFloat } from '../../../src/objects/values/float-bits.ts';
import { floatRepr } from '../../../src/objects/values/float-repr.ts';
import * as numbers from '../../../src/objects/values/format-number.ts';
import { formatStr } from '../../../src/objects/values/format-str.ts';
import { DEFAULT_DIGIT_LIMIT } from '../../../src/objects/values/int-text.ts';
import * as percent from '../../../src/objects/values/percent-format.ts';
import * as render from '../../../src/objects/values/percent-render.ts';
import {
  overflowError,
  PythonRaise,
  typeError,
  valueError,
} from '../../../src/objects/values/python-raise.ts';
import { bytesRepr, strAscii, strRepr } from '../../../src/objects/values/str-repr.ts';
import * as markup from '../../../src/objects/values/string-format.ts';
import type { ValueProfile } from '../../../src/objects/values/value-profile.ts';
import { mismatches, PyFloat, type Subject } from './fixture.ts';

test('format() of int, float, complex and str gives what CPython gives, errors included', () => {
  const subjects: Record<string, Subject> = {
    'format.int': (profile, a, spec) =>
      numbers.formatInt(a, spec, { profile, digitLimit: DEFAULT_DIGIT_LIMIT }),
    'format.float': (profile, x, spec) =>
      spec === '' ? floatRepr(x) : numbers.formatFloat(x, spec, profile),
    'format.complex': (profile, z, spec) =>
      spec === '' ? complexRepr(z) : numbers.formatComplex(z, spec, profile),
    'format.str': (profile, s, spec) => formatStr(s, spec, profile),
  };

  expect(mismatches('formats', subjects)).toEqual([]);
});

type Atom = number | bigint | string | boolean | null | Uint8Array | PyFloat;

interface PercentSource {
  readonly args: readonly Atom[];
  readonly map: ReadonlyMap<string, Atom> | null;
  readonly kind: 'string' | 'bytes';
}

/** What the evaluator does with % of atoms, written out as a loop. */
class PercentDriver {
  readonly #profile: ValueProfile;
  readonly #source: PercentSource;
  #args: readonly Atom[];
  #taken = 0;

  constructor(profile: ValueProfile, source: PercentSource) {
    this.#profile = profile;
    this.#source = source;
    this.#args = source.args;
  }

  run(format: string): string {
    let out = '';
    for (let at = 0; ; ) {
      const field = percent.nextPercentField(format, at, this.#source.kind);
      if (field === null) break;
      at = field.next;
      out += field.literal;
      if (field.conversion !== '' || field.fault !== null) out += this.#field(field);
    }
    if (this.#taken < this.#args.length && this.#source.map === null)
      throw typeError(percent.notAllConverted(this.#source.kind));
    return out;
  }

  #take(): Atom {
    if (this.#taken >= this.#args.length) throw typeError(percent.NOT_ENOUGH_ARGUMENTS);
    return this.#args[this.#taken++] as Atom;
  }

  #star(limit: bigint, message: string): number {
    const value = this.#take();
    if (typeof value === 'boolean') return Number(value);
    if (typeof value !== 'number' && typeof value !== 'bigint') throw typeError(percent.STAR_WANTS_INT);
    if (value > limit) throw overflowError(message);
    return Number(value);
  }

  #field(field: percent.PercentField): string {
    if (field.wantsMapping && this.#source.map === null) throw typeError(percent.NO_MAPPING);
    if (field.key !== null) {
      const found = this.#source.map?.get(field.key);
      if (found === undefined) throw new PythonRaise('KeyError', strRepr(field.key, this.#profile));
      [this.#args, this.#taken] = [[found], 0];
    }
    const width =
      field.width === '*' ? this.#star(2n ** 63n - 1n, 'Python int too large to convert to C ssize_t') : 0;
    const precision =
      field.precision === '*' ? this.#star(2n ** 31n - 1n, 'Python int too large to convert to C int') : 0;
    if (field.fault !== null) throw field.fault;
    return renderOne(this.#profile, render.percentShape(field, width, precision), {
      field,
      value: this.#take(),
      kind: this.#source.kind,
    });
  }
}

interface Given {
  readonly field: percent.PercentField;
  readonly value: Atom;
  readonly kind: 'string' | 'bytes';
}

function renderOne(profile: ValueProfile, shape: render.PercentShape, given: Given): string {
  const { value, field, kind } = given;
  const { conversion } = shape;
  const number = typeof value === 'boolean' ? Number(value) : value;
  if (kind === 'bytes' && 'bs'.includes(conversion)) {
    if (!(value instanceof Uint8Array))
      throw render.percentBytesRequired(value === true ? 'bool' : typeOf(value));
    return render.percentText(bytesToLatin1(value), shape);
  }
  if (conversion === 's' && typeof value === 'string') return render.percentText(value, shape);
  if (conversion === 'r' && kind === 'string') return render.percentText(reprOf(value, profile), shape);
  if (conversion === 's') return render.percentText(reprOf(value, profile), shape);
  if (conversion === 'a')
    return render.percentText(typeof value === 'string' ? strAscii(value) : reprOf(value, profile), shape);
  if ('diuoxX'.includes(conversion)) return renderInteger(profile, shape, number);
  if ('eEfFgG'.includes(conversion)) {
    if (number instanceof PyFloat) return render.percentFloat(number.x, shape);
    if (typeof number !== 'number' && typeof number !== 'bigint')
      throw render.percentFloatRequired(kind, typeOf(value));
    return render.percentFloat(intToFloat(number), shape);
  }
  if (conversion === 'c') return renderCharacter(profile, shape, { ...given, value: number });
  throw percent.unsupportedConversion(field, kind);
}

function renderCharacter(profile: ValueProfile, shape: render.PercentShape, { value, kind }: Given): string {
  if (typeof value === 'number' || typeof value === 'bigint')
    return render.percentCharacter(value, shape, { kind, profile });
  const text = kind === 'bytes' && value instanceof Uint8Array ? bytesToLatin1(value) : value;
  if (
    typeof text === 'string' &&
    (kind === 'string' || typeof value !== 'string') &&
    codePointLength(text) === 1
  ) {
    return render.percentCharacter(text, shape, { kind, profile });
  }
  throw typeError(kind === 'bytes' ? render.BYTE_REQUIRED : render.CHARACTER_REQUIRED);
}

function renderInteger(profile: ValueProfile, shape: render.PercentShape, value: Atom): string {
  const decimal = !'oxX'.includes(shape.conversion);
  const number = value instanceof PyFloat && decimal ? floatToInt(value.x) : value;
  if (typeof number !== 'number' && typeof number !== 'bigint')
    throw render.percentNumberRequired(shape.conversion, typeOf(value), profile);
  return render.percentInteger(number, String(number), shape);
}

function typeOf(value: Atom): string {
  if (value === null) return 'NoneType';
  if (value instanceof PyFloat) return 'float';
  if (value instanceof Uint8Array) return 'bytes';
  return typeof value === 'string' ? 'str' : 'int';
}

function reprOf(value: Atom, profile: ValueProfile): string {
  if (value === null) return 'None';
  if (value instanceof PyFloat) return floatRepr(value.x);
  if (value instanceof Uint8Array) return bytesRepr(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' ? strRepr(value, profile) : String(value);
}

test('% formatting takes fields, widths and arguments in the order of CPython', () => {
  const subjects: Record<string, Subject> = {
    'percent.any': (profile, format, ...args) =>
      new PercentDriver(profile, { args, map: null, kind: 'string' }).run(format),
    'percent.bytes': (profile, format, ...args) =>
      latin1ToBytes(
        new PercentDriver(profile, { args, map: null, kind: 'bytes' }).run(bytesToLatin1(format)),
      ),
    'percent.one': (profile, format, arg) =>
      new PercentDriver(profile, { args: [arg], map: null, kind: 'string' }).run(format),
    'percent.map': (profile, format, keys, values) => {
      const map = new Map<string, Atom>(keys.map((key: string, i: number) => [key, values[i]]));
      return new PercentDriver(profile, { args: [], map, kind: 'string' }).run(format);
    },
  };

  expect(mismatches('formats', subjects, { tagFloats: true })).toEqual([]);
});

function pieces(format: string): unknown[] {
  const found: unknown[] = [];
  for (let at = 0; ; ) {
    const piece = markup.nextFormatPiece(format, at);
    if (piece === null) return found;
    const { field } = piece;
    found.push([
      [
        piece.literal,
        field?.name ?? null,
        field?.spec ?? null,
        field === null || field.conversion === '' ? null : field.conversion,
      ],
    ]);
    at = piece.next;
  }
}

test('format strings and field names are taken apart as CPython does it', () => {
  const subjects: Record<string, Subject> = {
    'parse.format': (_, format) => pieces(format),
    'parse.field': (profile, name) => {
      const { first, rest } = markup.splitFieldName(name, profile);
      return [first, rest.map(({ attribute, key }) => [attribute, key])];
    },
  };

  expect(mismatches('formats', subjects)).toEqual([]);
});

/** str.format over atoms (unicode_format.h:build_string): fields of a specification are expanded one level deep. */
function formatString(
  profile: ValueProfile,
  format: string,
  numbers: markup.AutoNumber,
  depth: number,
): string {
  if (depth < 0) throw valueError('Max string recursion exceeded');
  let out = '';
  for (let at = 0; ; ) {
    const piece = markup.nextFormatPiece(format, at);
    if (piece === null) return out;
    at = piece.next;
    out += piece.literal;
    if (piece.field === null) continue;
    const key = numbers.resolve(markup.splitFieldName(piece.field.name, profile).first);
    const value = typeof key === 'number' ? ['A', 'B'][key] : { x: 'X', y: 'Y' }[key as 'x' | 'y'];
    if (value === undefined) throw missing(key, profile);
    const { conversion, spec, expands } = piece.field;
    if (conversion !== '' && !'sra'.includes(conversion)) throw markup.unknownConversion(conversion);
    const shown = conversion === '' || conversion === 's' ? value : strRepr(value, profile);
    out += formatStr(shown, expands ? formatString(profile, spec, numbers, depth - 1) : spec, profile);
  }
}

function missing(key: number | string, profile: ValueProfile): PythonRaise {
  if (typeof key === 'string') return new PythonRaise('KeyError', strRepr(key, profile));
  return new PythonRaise('IndexError', markup.noSuchPosition(key));
}

test('str.format numbers its fields and expands their specifications', () => {
  const subjects: Record<string, Subject> = {
    'parse.str': (profile, format) => formatString(profile, format, new markup.AutoNumber(), 1),
  };

  expect(mismatches('formats', subjects)).toEqual([]);
});
