/** _string: what string.Formatter takes a format apart with (unicode_format.h: formatter_parser, formatter_field_name_split). */
import { PythonRaise, stringFormats } from '../../../objects/index.ts';
import { ITERATOR } from '../../builtins/types/dunders.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type ModuleDefinition, type NativeDefinition, native } from '../../eval/native.ts';
import { type ModuleType, moduleType } from '../define-type.ts';

/** tp_basicsize: the text, and where the iterator stands in it. */
const FORMAT_ITERATOR_BYTES = 48;
const NAME_ITERATOR_BYTES = 56;

interface Place {
  readonly at: number;
}

/** An iterator over a str: | str |, with its place beside it. */
function overText(name: string, bytes: number, next: (vm: Interpreter, self: number) => number): ModuleType {
  return {
    name,
    module: 'builtins',
    typeName: name,
    traits: { gc: false },
    methods: ITERATOR,
    bytes: () => bytes,
    next,
  };
}

const FORMAT_ITERATOR = overText('formatteriterator', FORMAT_ITERATOR_BYTES, (vm, self) => {
  const { at } = vm.heap.payload(self) as Place;
  const piece = stringFormats.nextFormatPiece(vm.text(vm.field(self, 0)), at);
  if (piece === null) return 0;
  vm.heap.setPayload(self, { at: piece.next } satisfies Place);
  const { literal, field } = piece;
  const texts = field === null ? [null, null, null] : [field.name, field.spec, field.conversion || null];
  return vm.tupleOf([literal, ...texts].map((text) => (text === null ? vm.none() : vm.newStr(text))));
});

const NAME_ITERATOR = overText('fieldnameiterator', NAME_ITERATOR_BYTES, (vm, self) => {
  const name = vm.text(vm.field(self, 0));
  const { at } = vm.heap.payload(self) as Place;
  if (at >= name.length) return 0;
  const { access, next } = stringFormats.nextAccess(name, at, vm.process.values);
  vm.heap.setPayload(self, { at: next } satisfies Place);
  return vm.tupleOf([vm.bool(access.attribute), newKey(vm, access.key)]);
});

function newKey(vm: Interpreter, key: number | string): number {
  return typeof key === 'number' ? vm.newInt(key) : vm.newStr(key);
}

function newIterator(vm: Interpreter, spec: ModuleType, [text = 0, at = 0]: readonly number[]): number {
  const bytes = spec === FORMAT_ITERATOR ? FORMAT_ITERATOR_BYTES : NAME_ITERATOR_BYTES;
  const made = vm.newFields(moduleType(vm, spec).info, bytes, [vm.own(text)]);
  vm.heap.setPayload(made, { at } satisfies Place);
  return made;
}

/** A function of one str. */
function ofText(use: (vm: Interpreter, text: number) => number): NativeDefinition {
  return native(
    (vm, [text = 0]) => {
      if (vm.isStr(text)) return use(vm, text);
      throw new PythonRaise('TypeError', `expected str, got ${vm.typeName(text)}`);
    },
    { args: [1, 1] },
  );
}

export const STRING_FIELDS: ModuleDefinition = {
  name: '_string',
  functions: {
    formatter_parser: ofText((vm, text) => newIterator(vm, FORMAT_ITERATOR, [text, 0])),
    formatter_field_name_split: ofText((vm, text) => {
      const { first, restStart } = stringFormats.fieldNameFirst(vm.text(text), vm.process.values);
      const rest = newIterator(vm, NAME_ITERATOR, [text, restStart]);
      return vm.tupleOf([newKey(vm, first), rest]);
    }),
  },
};
