/** str.format and str.format_map (unicode_format.h): fields are looked up, converted and formatted one after the other. */
import { PythonRaise, stringFormats } from '../../../objects/index.ts';
import { owning, type Steps } from '../../eval/calls/waiting.ts';
import { attributeSteps } from '../../eval/classes/attributes.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type Keywords, type NativeDefinition, resumable } from '../../eval/native.ts';
import { itemSteps } from '../../eval/operators/subscripts.ts';
import { formatTextSteps } from '../../eval/texts/formatting.ts';
import { asksForText, reprObjectSteps, strSteps } from '../../eval/texts/text.ts';
import { FORMAT_ROOM, type TextWriter, writingSteps } from '../../eval/texts/text-writer.ts';
import { FORMAT } from './dunders.ts';

type Args = readonly number[];

const DEEPEST = 2;

/** Where fields come from: borrowed arguments, and named values by a function that gives a new reference. */
interface Values {
  readonly args: Args | null;
  readonly named: (name: string) => number;
  readonly numbers: stringFormats.AutoNumber;
}

function* expanded(vm: Interpreter, format: string, values: Values, depth: number): Steps<string> {
  if (depth <= 0) throw new PythonRaise('ValueError', 'Max string recursion exceeded');
  return yield* writingSteps(vm, format.length + FORMAT_ROOM, (writer) =>
    pieces(vm, format, writer, [values, depth]),
  );
}

function* pieces(
  vm: Interpreter,
  format: string,
  writer: TextWriter,
  [values, depth]: readonly [Values, number],
): Steps<string> {
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
    if (piece.field !== null) text += yield* fieldText(vm, piece.field, writer, [values, depth]);
  }
  return text;
}

function* fieldText(
  vm: Interpreter,
  field: stringFormats.ReplacementField,
  writer: TextWriter,
  within: readonly [Values, number],
): Steps<string> {
  const value = yield* fieldValue(vm, field.name, within[0]);
  return yield* owning(vm, [value], written(vm, value, field, writer, within));
}

function* written(
  vm: Interpreter,
  value: number,
  field: stringFormats.ReplacementField,
  writer: TextWriter,
  [values, depth]: readonly [Values, number],
): Steps<string> {
  const spec = field.expands ? yield* expanded(vm, field.spec, values, depth - 1) : field.spec;
  if (field.conversion === '') return yield* shownAs(vm, value, spec, writer);
  const converted = yield* conversion(vm, value, field.conversion);
  return yield* owning(vm, [converted], shownAs(vm, converted, spec, writer));
}

function* shownAs(vm: Interpreter, shown: number, spec: string, writer: TextWriter): Steps<string> {
  const text = yield* formatTextSteps(vm, shown, spec);
  writer.writeValue(shown, text, spec !== '');
  return text;
}

function* conversion(vm: Interpreter, value: number, kind: string): Steps {
  if (kind === 'r') return asksForText(vm, value) ? yield* reprObjectSteps(vm, value) : vm.reprObject(value);
  if (kind === 's') return asksForText(vm, value) ? yield* strSteps(vm, value) : vm.strObject(value);
  if (kind === 'a') return vm.asciiObject(value);
  throw stringFormats.unknownConversion(kind);
}

/** What a field's name stands for: an argument, then attributes and items of it. */
function* fieldValue(vm: Interpreter, name: string, values: Values): Steps {
  const { first, restStart } = stringFormats.fieldNameFirst(name, vm.process.values);
  let value = firstValue(vm, first, values);
  for (let at = restStart; at < name.length; ) {
    const { access, next } = stringFormats.nextAccess(name, at, vm.process.values);
    at = next;
    value = yield* owning(vm, [value], accessed(vm, value, access));
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

function* accessed(vm: Interpreter, value: number, access: stringFormats.FieldAccess): Steps {
  if (access.attribute) return yield* attributeSteps(vm, value, String(access.key));
  const key = typeof access.key === 'number' ? vm.newInt(access.key) : vm.newStr(access.key);
  return yield* owning(vm, [key], itemSteps(vm, value, key));
}

function* format(vm: Interpreter, [self = 0, ...args]: Args, keywords: Keywords): Steps {
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
  return yield* writingSteps(vm, text.length + FORMAT_ROOM, function* (writer) {
    return writer.result(yield* pieces(vm, text, writer, [values, DEEPEST]));
  });
}

function* formatMap(vm: Interpreter, [self = 0, mapping = 0]: Args): Steps {
  const named = (name: string): number => vm.guard(vm.newStr(name), (key) => vm.getItem(mapping, key));
  return vm.newStr(
    yield* expanded(
      vm,
      vm.text(self),
      { args: null, named, numbers: new stringFormats.AutoNumber() },
      DEEPEST,
    ),
  );
}

export const STR_FORMAT: Readonly<Record<string, NativeDefinition>> = {
  format: resumable(format, {
    args: [0, Number.MAX_SAFE_INTEGER],
    anyKeywords: true,
    packs: true,
    packsKeywords: true,
  }),
  format_map: resumable(formatMap, { args: [1, 1] }),
  __format__: FORMAT,
};
