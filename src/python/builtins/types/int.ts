/** int and bool: what int(x) takes, and the methods (longobject.c, boolobject.c). */

import {
  bytesMethods,
  codecs,
  floatBits,
  intBytes,
  ints,
  intTexts,
  PythonRaise,
  strings,
  strReprs,
} from '../../../objects/index.ts';
import { specialSteps } from '../../eval/calls/call-steps.ts';
import {
  checkCounts,
  checkPositional,
  takesVector,
  wrongKeyword,
} from '../../eval/calls/native-arguments.ts';
import type { Steps } from '../../eval/calls/waiting.ts';
import { whatCSees } from '../../eval/exceptions/raise.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import {
  type Keywords,
  type NativeDefinition,
  type NativeSteps,
  native,
  resumable,
  type TypeDefinition,
} from '../../eval/native.ts';
import { truthSteps } from '../../eval/operators/truth.ts';
import { intRules } from '../../eval/texts/text.ts';
import { during, FORMAT_ROOM } from '../../eval/texts/text-writer.ts';
import { classArgument, newIntOfClass, newSizedInt } from '../allocate.ts';
import {
  bytesOf,
  indexValue,
  packed,
  packedUpTo,
  sizeValue,
  stepsPackedUpTo,
  strArgument,
} from '../arguments.ts';
import { absValue, divmodOf, roundValue } from '../functions/numbers.ts';
import { arithmetic, asksClass, COMPARISONS, FORMAT, HASH, unaries } from './dunders.ts';
import { newArgumentsOf } from './reducing.ts';

type Args = readonly number[];

const REFUSAL = 'invalid literal for int() with base %d: %.200R';

const ALL = [
  'add',
  'sub',
  'mul',
  'truediv',
  'mod',
  'pow',
  'lshift',
  'rshift',
  'or',
  'xor',
  'and',
  'floordiv',
];

function construct(vm: Interpreter, args: Args, keywords: Keywords): number {
  const [ofClass = 0, of, given] = args;
  if (keywords.size === 0 && takesVector(vm, ofClass)) checkPositional('int', 2, args.length - 1);
  checkCounts('int', { most: 2, positional: 2, unnamed: 0 }, [args.length - 1, keywords.size]);
  for (const name of keywords.keys()) {
    if (name === 'base') continue;
    throw wrongKeyword(vm, 'int', name, ['base']);
  }
  const base = given ?? keywords.get('base');
  const type = classArgument(vm, ofClass);
  if (of === undefined) {
    if (base !== undefined) throw new PythonRaise('TypeError', 'int() missing string argument');
    return newIntOfClass(vm, type, 0);
  }
  if (base !== undefined) return ofValue(vm, type, parsed(vm, of, base));
  if (type.dict === 0 && vm.heap.typeOf(of) === vm.process.types.atoms.int) return vm.own(of);
  if (vm.isStr(of) || bytesOf(vm, of) !== null) return ofValue(vm, type, parsed(vm, of, 0));
  return newIntOfClass(vm, type, numberValue(vm, of));
}

function ofValue(vm: Interpreter, type: ReturnType<typeof classArgument>, value: ints.PyInt): number {
  return type.dict === 0 ? newSizedInt(vm, value) : newIntOfClass(vm, type, value);
}

/** Of a text; `base` is 0 where none was given. */
function parsed(vm: Interpreter, of: number, base: number): ints.PyInt {
  const radix = base === 0 ? 10 : intTexts.checkBase(indexValue(vm, base));
  if (vm.isStr(of)) return ofText(vm, vm.text(of), radix);
  const bytes = bytesOf(vm, of);
  if (bytes === null) throw new PythonRaise('TypeError', "int() can't convert non-string with explicit base");
  try {
    return intTexts.parseIntBytes(bytesMethods.bytesToLatin1(bytes), strReprs.bytesRepr(bytes), {
      base: radix,
      rules: intRules(vm),
    });
  } catch (error) {
    passText(vm, bytes);
    throw error;
  }
}

/** PyLong_FromString words its error with a str of the bytes first: where they are none, that is an exception of its own, soon replaced. */
function passText(vm: Interpreter, bytes: Uint8Array): void {
  const end = bytes.indexOf(0);
  try {
    codecs.decodeBytes(bytes.subarray(0, Math.min(end < 0 ? bytes.length : end, 200)), {
      encoding: 'utf-8',
      errors: 'strict',
      profile: vm.process.values,
    });
  } catch (error) {
    vm.catches(whatCSees(vm, error), 'UnicodeDecodeError');
  }
}

function ofText(vm: Interpreter, text: string, radix: number): ints.PyInt {
  try {
    return intTexts.parseIntText(text, radix, intRules(vm));
  } catch (error) {
    passRefusal(vm, text);
    throw error;
  }
}

/** PyLong_FromString words its error with a str of what it read, and the repr of that. */
function passRefusal(vm: Interpreter, text: string): void {
  const { process } = vm;
  const repr = strings.strBytes(process, strReprs.strRepr(text, process.values));
  const room = strings.strBytesOf(process, REFUSAL.length + FORMAT_ROOM, 'ascii');
  during(vm, strings.strBytes(process, text), () => during(vm, room, () => during(vm, repr, () => {})));
}

/** PyNumber_Long of what is no text: `__int__`, `__index__`, `__trunc__`. */
export function numberValue(vm: Interpreter, of: number): ints.PyInt {
  if (vm.classes.of(of).dict === 0 && vm.isInt(of)) return vm.int(of);
  const { conversions } = vm;
  const steps = (): Steps<ints.PyInt> => numberSteps(vm, of);
  return conversions === null ? vm.finish(steps()) : conversions.ask(of, '__int__', steps);
}

function* numberSteps(vm: Interpreter, of: number): Steps<ints.PyInt> {
  if (vm.override(of, '__int__') === 0) {
    if (vm.isInt(of)) return vm.int(of);
    if (vm.isFloat(of)) return floatBits.floatToInt(vm.heap.number(of));
  }
  for (const name of ['__int__', '__index__', '__trunc__']) {
    const method = vm.special(of, name);
    if (method === 0) continue;
    const answer = yield* specialSteps(vm, method, of);
    return vm.guard(answer, () => {
      if (vm.isInt(answer)) return vm.int(answer);
      throw new PythonRaise('TypeError', `${name} returned non-int (type ${vm.typeName(answer)})`);
    });
  }
  throw new PythonRaise(
    'TypeError',
    `int() argument must be a string, a bytes-like object or ${vm.process.values.realNumber}, not '${vm.typeName(of)}'`,
  );
}

/** A byte of an int is looked at several times. */
const BYTE_WORK = 8;

function order(vm: Interpreter, ref: number, callee: string): intBytes.ByteOrder {
  if (ref === 0) return 'big';
  return intBytes.checkByteOrder(strArgument(vm, ref, `${callee}() argument 'byteorder'`));
}

/** Length and order have defaults from 3.11 on. */
function toBytes(vm: Interpreter, [self = 0, length = 0, byteorder = 0, signed = 0]: Args): number {
  if (!vm.rules.byteOrderDefaults) {
    if (length === 0)
      throw new PythonRaise('TypeError', "to_bytes() missing required argument 'length' (pos 1)");
    if (byteorder === 0)
      throw new PythonRaise('TypeError', "to_bytes() missing required argument 'byteorder' (pos 2)");
  }
  const size = length === 0 ? 1 : sizeValue(vm, length);
  vm.roomFor(size);
  vm.goThrough(BYTE_WORK * size);
  return vm.newFreshBytes(
    intBytes.intToBytes(vm.int(self), {
      length: size,
      order: order(vm, byteorder, 'to_bytes'),
      signed: signed !== 0 && vm.truth(signed),
    }),
  );
}

function fromBytes(vm: Interpreter, [ofClass = 0, source = 0, byteorder = 0, signed = 0]: Args): number {
  if (!vm.rules.byteOrderDefaults && byteorder === 0)
    throw new PythonRaise('TypeError', "from_bytes() missing required argument 'byteorder' (pos 2)");
  const byteOrder = order(vm, byteorder, 'from_bytes');
  const bytes = bytesOf(vm, source) ?? Uint8Array.from(numbers(vm, source));
  vm.goThrough(BYTE_WORK * bytes.length);
  const value = intBytes.intFromBytes(bytes, byteOrder, signed !== 0 && vm.truth(signed));
  const type = classArgument(vm, ofClass);
  return type.dict === 0 && type.name === 'int'
    ? newSizedInt(vm, value)
    : vm.guard(vm.newInt(value), (int) => vm.call(ofClass, [int]));
}

function numbers(vm: Interpreter, source: number): number[] {
  if (vm.isStr(source) || !vm.isIterable(source))
    throw new PythonRaise('TypeError', `cannot convert '${vm.typeName(source)}' object to bytes`);
  const items = vm.collect(source);
  try {
    return items.map((item) => sizeValue(vm, item));
  } finally {
    vm.dropAll(items);
  }
}

/** The same number as an exact int. */
function exact(vm: Interpreter, self: number): number {
  return vm.heap.typeOf(self) === vm.process.types.atoms.int ? vm.own(self) : vm.newInt(vm.int(self));
}

const METHODS: Readonly<Record<string, NativeDefinition>> = {
  bit_length: native((vm, [self = 0]) => newSizedInt(vm, ints.intBitLength(vm.int(self)))),
  bit_count: native((vm, [self = 0]) => newSizedInt(vm, ints.intBitCount(vm.int(self)))),
  is_integer: native((vm) => vm.bool(true)),
  to_bytes: native(toBytes, { keywords: ['length', 'byteorder', '*', 'signed'] }),
  conjugate: native((vm, [self = 0]) => exact(vm, self)),
  as_integer_ratio: native((vm, [self = 0]) => vm.tupleOf([exact(vm, self), vm.newInt(1)])),
  __int__: native((vm, [self = 0]) => exact(vm, self)),
  __index__: native((vm, [self = 0]) => exact(vm, self)),
  __trunc__: native((vm, [self = 0]) => exact(vm, self)),
  __floor__: native((vm, [self = 0]) => exact(vm, self)),
  __ceil__: native((vm, [self = 0]) => exact(vm, self)),
  __float__: native((vm, [self = 0]) => vm.newFloat(toFloat(vm, self))),
  __bool__: native((vm, [self = 0]) => vm.bool(vm.int(self) !== 0)),
  __abs__: native((vm, [self = 0]) => absValue(vm, self)),
  __round__: native((vm, [self = 0, digits]) => roundValue(vm, self, digits ?? 0), { args: [0, 1] }),
  __divmod__: native((vm, [a = 0, b = 0]) => divmodOf(vm, a, b) || vm.notImplemented(), { args: [1, 1] }),
  __rdivmod__: native((vm, [a = 0, b = 0]) => divmodOf(vm, b, a) || vm.notImplemented(), { args: [1, 1] }),
  __repr__: native((vm, [self = 0]) => vm.newFreshStr(intTexts.intRepr(vm.int(self), intRules(vm)))),
  __hash__: HASH,
};

/** PyLong_AsDouble. */
export function toFloat(vm: Interpreter, ref: number): number {
  const value = Number(vm.int(ref));
  if (Number.isFinite(value)) return value;
  throw new PythonRaise('OverflowError', 'int too large to convert to float');
}

/** From 3.13 on int(x) needs no tuple, but with keywords it does (long_vectorcall). */
/** Is it an object of the program's, whose methods say which number it stands for? */
function asksNumber(vm: Interpreter, [, of = 0, base]: Args): boolean {
  return (
    of !== 0 &&
    base === undefined &&
    vm.classes.of(of).dict !== 0 &&
    !vm.isStr(of) &&
    bytesOf(vm, of) === null
  );
}

const ofObject = stepsPackedUpTo(12, function* (vm, [ofClass = 0, of = 0]) {
  return newIntOfClass(vm, classArgument(vm, ofClass), yield* numberSteps(vm, of));
});

/** With a base it is a text that is asked for. */
const constructSteps: NativeSteps = function* (vm, args, keywords) {
  return keywords.size > 0 ? withKeywords(vm, args, keywords) : yield* ofObject(vm, args, keywords);
};

const alone = packedUpTo(12, construct);
const withKeywords = packed(construct);

export const INT: TypeDefinition = {
  name: 'int',
  methods: {
    ...COMPARISONS,
    ...arithmetic(ALL),
    ...unaries({ neg: '-', pos: '+', invert: '~' }),
    ...METHODS,
    __format__: FORMAT,
    __getnewargs__: newArgumentsOf((vm, self) => vm.newInt(vm.int(self))),
  },
  classMethods: {
    from_bytes: native(fromBytes, { args: [1, 2], keywords: ['bytes', 'byteorder', '*', 'signed'] }),
  },
  getsets: {
    real: { get: exact },
    imag: { get: (vm) => vm.newInt(0) },
    numerator: { get: exact },
    denominator: { get: (vm) => vm.newInt(1) },
  },
  construct: native((vm, args, keywords) => (keywords.size > 0 ? withKeywords : alone)(vm, args, keywords), {
    steps: constructSteps,
    asks: asksNumber,
    args: [0, Number.MAX_SAFE_INTEGER],
    anyKeywords: true,
    packsKeywords: true,
  }),
};

export const BOOL: TypeDefinition = {
  name: 'bool',
  methods: {
    ...arithmetic(['or', 'xor', 'and']),
    __repr__: native((vm, [self = 0]) => vm.name(vm.int(self) === 0 ? 'False' : 'True')),
  },
  construct: resumable(
    stepsPackedUpTo(9, function* (vm, [, of]) {
      return vm.bool(of !== undefined && (yield* truthSteps(vm, of)));
    }),
    { args: [0, 1], asks: asksClass },
  ),
};
