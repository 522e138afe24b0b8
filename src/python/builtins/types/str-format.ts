/** str.format and str.format_map (unicode_format.h): fields are looked up, converted and formatted one after the other. */
import { PythonRaise, stringFormats } from '../../../objects/index.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type Keywords, type NativeDefinition, native } from '../../eval/native.ts';
import { FORMAT_ROOM, type TextWriter, writing } from '../../eval/texts/text-writer.ts';
import { FORMAT } from './dunders.ts';

type Args = readonly number[];

const DEEPEST = 2;

/** Where fields come from: borrowed arguments, and named values by a function that gives a new reference. */
interface Values {
  readonly args: Args | null;
  readonly named: (name: string) => number;
  readonly numbers: stringFormats.AutoNumber;
}

function expanded(vm: Interpreter, format: string, values: Values, depth: number): string {
  if (depth <= 0) throw new PythonRaise('ValueError', 'Max string recursion exceeded');
  return writing(vm, format.length + FORMAT_ROOM, (writer) => pieces(vm, format, writer, [values, depth]));
}

function pieces(
  vm: Interpreter,
  format: string,
  writer: TextWriter,
  [values, depth]: readonly [Values, number],
): string {
  let text = '';
  for (
    let piece = stringFormats.nextFormatPiece(format, 0);
    piece !== null;
    piece = stringFormats.nextFormatPiece(format, piece.next)
  ) {
    const isLast = piece.next >= format.length;
    if (isLast && piece.field === null) writer.lastPart();
    text += piece.literal;
    writer.write(piece.literal);
    if (isLast) writer.lastPart();
    if (piece.field !== null) text += fieldText(vm, piece.field, writer, [values, depth]);
  }
  return text;
}

function fieldText(
  vm: Interpreter,
  field: stringFormats.ReplacementField,
  writer: TextWriter,
  [values, depth]: readonly [Values, number],
): string {
  const value = fieldValue(vm, field.name, values);
  return vm.guard(value, () => {
    const spec = field.expands ? expanded(vm, field.spec, values, depth - 1) : field.spec;
    const write = (shown: number): string => {
      const text = vm.format(shown, spec);
      writer.writeValue(shown, text, spec !== '');
      return text;
    };
    if (field.conversion === '') return write(value);
    return vm.guard(conversion(vm, value, field.conversion), write);
  });
}

function conversion(vm: Interpreter, value: number, kind: string): number {
  if (kind === 'r') return vm.reprObject(value);
  if (kind === 's') return vm.strObject(value);
  if (kind === 'a') return vm.newStr(vm.ascii(value));
  throw stringFormats.unknownConversion(kind);
}

/** What a field's name stands for: an argument, then attributes and items of it. */
function fieldValue(vm: Interpreter, name: string, values: Values): number {
  const { first, restStart } = stringFormats.fieldNameFirst(name, vm.process.values);
  let value = firstValue(vm, first, values);
  for (let at = restStart; at < name.length; ) {
    const { access, next } = stringFormats.nextAccess(name, at, vm.process.values);
    at = next;
    value = vm.guard(value, () => accessed(vm, value, access));
  }
  return value;
}

function firstValue(vm: Interpreter, first: number | string, values: Values): number {
  const place = values.numbers.resolve(first);
  if (typeof place === 'string') return values.named(place);
  if (values.args === null) throw new PythonRaise('ValueError', 'Format string contains positional fields');
  const found = values.args[place];
  if (found === undefined) throw new PythonRaise('IndexError', stringFormats.noSuchPosition(place));
  return vm.own(found);
}

function accessed(vm: Interpreter, value: number, access: stringFormats.FieldAccess): number {
  if (access.attribute) return vm.getAttr(value, String(access.key));
  const key = typeof access.key === 'number' ? vm.newInt(access.key) : vm.newStr(access.key);
  return vm.guard(key, () => vm.getItem(value, key));
}

function format(vm: Interpreter, [self = 0, ...args]: Args, keywords: Keywords): number {
  const named = (name: string): number => {
    const found = keywords.get(name);
    if (found === undefined) throw vm.raising('KeyError', [vm.newStr(name)]);
    return vm.own(found);
  };
  // A plain str with no fields is the answer (_PyUnicodeWriter_WriteStr).
  const text = vm.text(self);
  const isPlain = vm.heap.typeOf(self) === vm.process.types.atoms.str;
  if (isPlain && text !== '' && !/[{}]/.test(text)) return vm.own(self);
  const values = { args, named, numbers: new stringFormats.AutoNumber() };
  return writing(vm, text.length + FORMAT_ROOM, (writer) =>
    writer.result(pieces(vm, text, writer, [values, DEEPEST])),
  );
}

function formatMap(vm: Interpreter, [self = 0, mapping = 0]: Args): number {
  const named = (name: string): number => vm.guard(vm.newStr(name), (key) => vm.getItem(mapping, key));
  return vm.newStr(
    expanded(vm, vm.text(self), { args: null, named, numbers: new stringFormats.AutoNumber() }, DEEPEST),
  );
}

export const STR_FORMAT: Readonly<Record<string, NativeDefinition>> = {
  format: native(format, {
    args: [0, Number.MAX_SAFE_INTEGER],
    anyKeywords: true,
    packs: true,
    packsKeywords: true,
  }),
  format_map: native(formatMap, { args: [1, 1] }),
  __format__: FORMAT,
};
