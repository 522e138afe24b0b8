/** The typecodes of array.array: size, bounds and how an item is read from a Python object and made into one (arraymodule.c, `descriptors`). */
import { PythonRaise } from '../../../objects/index.ts';
import { indexValue } from '../../builtins/arguments.ts';
import { specialSteps } from '../../eval/calls/call-steps.ts';
import type { Steps } from '../../eval/calls/waiting.ts';
import type { Interpreter } from '../../eval/interpreter.ts';

/** A character is its code point. */
export type Item = number | bigint;

export interface ItemType {
  readonly code: string;
  readonly size: number;
  /** Its items are characters. */
  readonly isText?: boolean;
  /** Of the Python object; raises what CPython raises. */
  readonly read: (vm: Interpreter, ref: number) => Item;
  /** A new reference. */
  readonly make: (vm: Interpreter, item: Item) => number;
  readonly load: (view: DataView, at: number) => Item;
  readonly store: (view: DataView, at: number, item: Item) => void;
}

interface Words {
  readonly above: string;
  readonly below: string;
}

function normal(value: bigint): number | bigint {
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}

/** get_int_unless_float, up to 3.9, has words of its own where the setter takes a PyLong. */
function notInteger(vm: Interpreter, ref: number, asksForLong: boolean): string {
  const name = vm.typeName(ref);
  return asksForLong && vm.isFloat(ref) ? vm.rules.arrayLongItem(name) : vm.words.intArgument(name);
}

function integer(code: string, size: number, signed: boolean, words: Words): ItemType {
  const bits = BigInt(8 * size);
  const asksForLong = 'ILQ'.includes(code);
  const least = signed ? -(1n << (bits - 1n)) : 0n;
  const most = signed ? (1n << (bits - 1n)) - 1n : (1n << bits) - 1n;
  return {
    code,
    size,
    read: (vm, ref) => {
      if (!vm.isInt(ref) && vm.special(ref, '__index__') === 0)
        throw new PythonRaise('TypeError', notInteger(vm, ref, asksForLong));
      const value = BigInt(indexValue(vm, ref));
      if (value > most) throw new PythonRaise('OverflowError', words.above);
      if (value < least) throw new PythonRaise('OverflowError', words.below);
      return normal(value);
    },
    make: (vm, item) => vm.newInt(item),
    load: (view, at) => {
      let value = 0n;
      for (let byte = size - 1; byte >= 0; byte--) value = (value << 8n) | BigInt(view.getUint8(at + byte));
      return normal(signed ? BigInt.asIntN(8 * size, value) : value);
    },
    store: (view, at, item) => {
      let value = BigInt.asUintN(8 * size, BigInt(item));
      for (let byte = 0; byte < size; byte++, value >>= 8n) view.setUint8(at + byte, Number(value & 255n));
    },
  };
}

const beyond = (name: string): Words => ({
  above: `${name} is greater than maximum`,
  below: `${name} is less than minimum`,
});
const same = (text: string): Words => ({ above: text, below: text });

function real(code: string, size: 4 | 8): ItemType {
  return {
    code,
    size,
    read: (vm, ref) => {
      const value = vm.isFloat(ref) || vm.isInt(ref) ? vm.float(ref) : floatOf(vm, ref);
      return size === 4 ? Math.fround(value) : value;
    },
    make: (vm, item) => vm.newFloat(item as number),
    load: (view, at) => (size === 4 ? view.getFloat32(at, true) : view.getFloat64(at, true)),
    store: (view, at, item) =>
      size === 4 ? view.setFloat32(at, item as number, true) : view.setFloat64(at, item as number, true),
  };
}

/** PyFloat_AsDouble: `__float__`, or else `__index__`. */
function floatOf(vm: Interpreter, ref: number): number {
  if (vm.special(ref, '__float__') === 0) {
    if (vm.special(ref, '__index__') !== 0) return Number(indexValue(vm, ref));
    throw new PythonRaise('TypeError', `must be real number, not ${vm.typeName(ref)}`);
  }
  const { conversions } = vm;
  if (conversions !== null) return conversions.ask(ref, '__float__', () => floatSteps(vm, ref));
  return vm.guard(vm.callSpecial(vm.special(ref, '__float__'), ref), (answer) => vm.float(answer));
}

function* floatSteps(vm: Interpreter, ref: number): Steps {
  const answer = yield* specialSteps(vm, vm.special(ref, '__float__'), ref);
  return vm.guard(answer, () => vm.float(answer));
}

const LAST_CODE_POINT = 0x10ffff;

export function codePoints(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0) as number);
}

/** PyUnicode_FromWideChar: there need not be a character for every item. */
export function textOf(items: readonly Item[]): string {
  const points = items.map(Number);
  const wrong = points.find((point) => point > LAST_CODE_POINT);
  if (wrong === undefined) return String.fromCodePoint(...points);
  const shown = wrong.toString(16).padStart(8, '0');
  throw new PythonRaise('ValueError', `character U+${shown} is not in range [U+0000; U+10ffff]`);
}

const CHARACTER: Omit<ItemType, 'code'> = {
  size: 4,
  isText: true,
  read: (vm, ref) => {
    const points = vm.isStr(ref) ? codePoints(vm.text(ref)) : [];
    if (points.length !== 1) throw new PythonRaise('TypeError', 'array item must be unicode character');
    return points[0] as number;
  },
  make: (vm, item) => vm.newStr(textOf([item])),
  load: (view, at) => view.getUint32(at, true),
  store: (view, at, item) => view.setUint32(at, item as number, true),
};

const TYPES: readonly ItemType[] = [
  integer('b', 1, true, beyond('signed char')),
  integer('B', 1, false, beyond('unsigned byte integer')),
  { code: 'u', ...CHARACTER },
  { code: 'w', ...CHARACTER },
  integer('h', 2, true, beyond('signed short integer')),
  integer('H', 2, false, beyond('unsigned short')),
  integer('i', 4, true, beyond('signed integer')),
  integer('I', 4, false, {
    above: 'unsigned int is greater than maximum',
    below: "can't convert negative value to unsigned int",
  }),
  integer('l', 8, true, same('Python int too large to convert to C long')),
  integer('L', 8, false, {
    above: 'Python int too large to convert to C unsigned long',
    below: "can't convert negative value to unsigned int",
  }),
  integer('q', 8, true, same('int too big to convert')),
  integer('Q', 8, false, {
    above: 'int too big to convert',
    below: "can't convert negative int to unsigned",
  }),
  real('f', 4),
  real('d', 8),
];

export const ITEM_TYPES: ReadonlyMap<string, ItemType> = new Map(TYPES.map((one) => [one.code, one]));
