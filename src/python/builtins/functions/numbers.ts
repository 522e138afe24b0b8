/** abs, divmod, pow, round, bin, oct, hex, chr, ord, hash, id (bltinmodule.c). */
import {
  complexes,
  floats,
  floatTexts,
  hash64Of,
  hash64s,
  ints,
  intTexts,
  PythonRaise,
  points,
  zeroDivisionMessage,
} from '../../../objects/index.ts';
import { boundSteps, specialSteps } from '../../eval/calls/call-steps.ts';
import type { Steps } from '../../eval/calls/waiting.ts';
import { bulkOf, goThroughArithmetic, goThroughDigits } from '../../eval/effort.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { directNative, type NativeDefinition, native, resumable, waitingWhere } from '../../eval/native.ts';
import { keepsDividend, roomOf, withRoom } from '../../eval/operators/int-room.ts';
import { answered, asksForKey } from '../../eval/operators/key-questions.ts';
import { binarySteps } from '../../eval/operators/operators.ts';
import { newSizedInt } from '../allocate.ts';
import { indexValue } from '../arguments.ts';
import { asksClass, isOfProgram } from '../types/dunders.ts';

type Args = readonly number[];

function* abs(vm: Interpreter, [of = 0]: Args): Steps {
  const own = vm.override(of, '__abs__');
  return own === 0 ? absValue(vm, of) : yield* specialSteps(vm, own, of);
}

export function absValue(vm: Interpreter, of: number): number {
  if (vm.isInt(of)) {
    const value = vm.int(of);
    return value >= 0 && vm.heap.typeOf(of) === vm.process.types.atoms.int
      ? vm.own(of)
      : vm.newInt(ints.intAbs(value));
  }
  if (vm.isFloat(of)) return vm.newFloat(Math.abs(vm.heap.number(of)));
  if (vm.infoOf(of) === vm.process.types.atoms.complex)
    return vm.newFloat(complexes.complexAbs(vm.heap.payload(of) as complexes.Complex));
  const method = vm.special(of, '__abs__');
  if (method !== 0) return vm.callSpecial(method, of);
  throw new PythonRaise('TypeError', `bad operand type for abs(): '${vm.typeName(of)}'`);
}

export function divmod(vm: Interpreter, args: Args): number {
  return vm.finish(divmodSteps(vm, args));
}

export function* divmodSteps(vm: Interpreter, [a = 0, b = 0]: Args): Steps {
  for (const [self, other, name] of [
    [a, b, '__divmod__'],
    [b, a, '__rdivmod__'],
  ] as const) {
    const method = vm.override(self, name);
    if (method === 0) continue;
    const answer = yield* specialSteps(vm, method, self, [other]);
    if (!vm.isNotImplemented(answer)) return answer;
    vm.decref(answer);
  }
  const pair = divmodOf(vm, a, b);
  if (pair !== 0) return pair;
  const refusal = vm.words.complexQuotient.divmod;
  const { complex } = vm.process.types.atoms;
  if (refusal !== null && (vm.infoOf(a) === complex || vm.infoOf(b) === complex))
    throw new PythonRaise('TypeError', refusal);
  throw new PythonRaise(
    'TypeError',
    `unsupported operand type(s) for divmod(): '${vm.typeName(a)}' and '${vm.typeName(b)}'`,
  );
}

/** The tuple (quotient, remainder) of two numbers, 0 when they are none. */
export function divmodOf(vm: Interpreter, a: number, b: number): number {
  if (vm.isInt(a) && vm.isInt(b)) {
    const message = zeroDivisionMessage('int', 'divmod', vm.process.values);
    const [x, y] = [vm.int(a), vm.int(b)];
    goThroughDigits(vm, x, y);
    const [quotient, remainder] = ints.intDivmod(x, y, message);
    return vm.tupleOf([
      withRoom(vm, quotient, roomOf(vm, '//', x, y)),
      keepsDividend(x, y) && vm.heap.typeOf(a) === vm.process.types.atoms.int
        ? vm.own(a)
        : withRoom(vm, remainder, roomOf(vm, '%', x, y)),
    ]);
  }
  if (!(vm.isInt(a) || vm.isFloat(a)) || !(vm.isInt(b) || vm.isFloat(b))) return 0;
  const [quotient, remainder] = floats.floatDivmod(
    vm.float(a),
    vm.float(b),
    zeroDivisionMessage('float', 'divmod', vm.process.values),
  );
  return vm.tupleOf([vm.newFloat(quotient), vm.newFloat(remainder)]);
}

export function pow(vm: Interpreter, args: Args): number {
  return vm.finish(powSteps(vm, args));
}

/** A square and a remainder, and perhaps a product, for each bit; the inverse of the base asks for as many quotients as it has digits. */
function powerModulo(
  vm: Interpreter,
  base: ints.PyInt,
  [exponent, modulus]: readonly [ints.PyInt, ints.PyInt],
): ints.PyInt {
  const bits = ints.intBitLength(modulus);
  goThroughArithmetic(vm, bits + 1, 3 * ints.intBitLength(exponent));
  if (exponent < 0) goThroughArithmetic(vm, bits, bits / 2);
  return ints.intPowerModulo(base, exponent, modulus);
}

function* powSteps(vm: Interpreter, [base = 0, exponent = 0, modulus = 0]: Args): Steps {
  if (modulus === 0 || vm.isNone(modulus)) return yield* binarySteps(vm, base, exponent, '**');
  const own = vm.override(base, '__pow__');
  if (own !== 0) return yield* specialSteps(vm, own, base, [exponent, modulus]);
  if (vm.isInt(base) && vm.isInt(exponent) && vm.isInt(modulus)) {
    return vm.newInt(powerModulo(vm, vm.int(base), [vm.int(exponent), vm.int(modulus)]));
  }
  const asked = [base, exponent, modulus].find((one) => !vm.isInt(one));
  const isComplex = (one: number): boolean => vm.infoOf(one) === vm.process.types.atoms.complex;
  const numbers = [base, exponent].every((one) => vm.isInt(one) || vm.isFloat(one) || isComplex(one));
  // The first that is no int is asked (ternary_op): complex_pow knows no modulus, float_pow refuses it.
  if (numbers && asked !== undefined && isComplex(asked))
    throw new PythonRaise('ValueError', 'complex modulo');
  if (asked !== undefined && vm.isFloat(asked))
    throw new PythonRaise('TypeError', 'pow() 3rd argument not allowed unless all arguments are integers');
  const names = [base, exponent, modulus].map((one) => `'${vm.typeName(one)}'`);
  throw new PythonRaise(
    'TypeError',
    `unsupported operand type(s) for ${vm.words.powerOperator}: ${names.join(', ')}`,
  );
}

function* round(vm: Interpreter, [of = 0, digits = 0]: Args): Steps {
  const own = vm.override(of, '__round__');
  if (own === 0) return roundAtOnce(vm, [of, digits]);
  return yield* boundSteps(vm, own, of, digits === 0 || vm.isNone(digits) ? [] : [digits]);
}

function roundAtOnce(vm: Interpreter, [of = 0, digits = 0]: Args): number {
  const places = digits === 0 || vm.isNone(digits) ? 0 : digits;
  return vm.whileBound(of, '__round__', () => roundValue(vm, of, places));
}

/** `digits` is 0 where none were given. */
export function roundValue(vm: Interpreter, of: number, digits: number): number {
  if (vm.isInt(of)) {
    const rounded = (): number => roundInt(vm, of, digits === 0 ? 0 : indexValue(vm, digits));
    return digits !== 0 && vm.rules.intRoundPacks ? vm.withTuple([digits], rounded) : rounded();
  }
  if (vm.isFloat(of)) {
    const value = vm.heap.number(of);
    return digits === 0
      ? vm.newInt(floatTexts.floatRoundToInt(value))
      : vm.newFloat(floatTexts.floatRound(value, indexValue(vm, digits)));
  }
  const method = vm.special(of, '__round__');
  if (method !== 0) return vm.callSpecial(method, of, digits === 0 ? [] : [digits]);
  throw new PythonRaise('TypeError', `type ${vm.typeName(of)} doesn't define __round__ method`);
}

/** int.__round__: half to even at a power of ten. */
function roundInt(vm: Interpreter, of: number, digits: ints.PyInt): number {
  const value = vm.int(of);
  if (digits >= 0) return vm.heap.typeOf(of) === vm.process.types.atoms.int ? vm.own(of) : vm.newInt(value);
  goThroughArithmetic(vm, 2 * ints.intBitLength(value));
  // Quotient and remainder come in a pair (_PyLong_DivmodNear).
  vm.decref(vm.newTuple([vm.process.none, vm.process.none]));
  return vm.newInt(ints.intRound(value, digits));
}

function based(base: 2 | 8 | 16): NativeDefinition {
  return native((vm, [of = 0]) => vm.newStr(intTexts.intPrefixed(indexValue(vm, of), base)), {
    args: [1, 1],
  });
}

function chr(vm: Interpreter, of: number): number {
  if (!vm.isInt(of) && vm.special(of, '__index__') === 0 && vm.rules.chrNamesType) {
    const message = vm.isFloat(of)
      ? 'integer argument expected, got float'
      : `an integer is required (got type ${vm.typeName(of)})`;
    throw new PythonRaise('TypeError', message);
  }
  const value = indexValue(vm, of);
  if (value > 0x7fffffff || value < -0x80000000) {
    if (vm.rules.chrOverflows)
      throw new PythonRaise('OverflowError', 'Python int too large to convert to C int');
  }
  if (value < 0 || value > 0x10ffff) throw new PythonRaise('ValueError', 'chr() arg not in range(0x110000)');
  return vm.newStr(points.fromCodePoints([Number(value)]));
}

function ord(vm: Interpreter, of: number): number {
  if (vm.isStr(of)) {
    const found = points.toCodePoints(vm.text(of));
    if (found.length === 1) return vm.newInt(found[0] as number);
    throw new PythonRaise(
      'TypeError',
      `ord() expected a character, but string of length ${found.length} found`,
    );
  }
  if (!vm.isBytes(of) && vm.infoOf(of).name !== 'bytearray') {
    throw new PythonRaise('TypeError', `ord() expected string of length 1, but ${vm.typeName(of)} found`);
  }
  const bytes = vm.anyBytes(of);
  if (bytes.length === 1) return vm.newInt(bytes[0] as number);
  throw new PythonRaise(
    'TypeError',
    `ord() expected a character, but string of length ${bytes.length} found`,
  );
}

function hash(vm: Interpreter, of: number): number {
  vm.goThrough(bulkOf(vm, of));
  return newSizedInt(vm, hash64s.hashToInt(hash64Of(vm.process, of)));
}

export const NUMBERS: Readonly<Record<string, NativeDefinition>> = {
  abs: directNative((vm, of) => (isOfProgram(vm, of) ? vm.finish(abs(vm, [of])) : absValue(vm, of)), {
    args: [1, 1],
    steps: abs,
    directAsks: isOfProgram,
  }),
  divmod: resumable(divmodSteps, { args: [2, 2], asks: asksClass }),
  pow: resumable(powSteps, { args: [2, 3], keywords: ['base', 'exp', 'mod'], asks: asksClass }),
  round: waitingWhere(
    { asks: asksClass, steps: round, atOnce: roundAtOnce },
    { args: [1, 2], keywords: ['number', 'ndigits'] },
  ),
  bin: based(2),
  oct: based(8),
  hex: based(16),
  chr: directNative(chr, { args: [1, 1] }),
  ord: directNative(ord, { args: [1, 1], quietWhenWarm: true }),
  hash: native((vm, [of = 0]) => hash(vm, of), {
    args: [1, 1],
    asks: (vm, [of = 0]) => asksForKey(vm, of),
    steps: (vm, [of = 0]) => answered(vm, () => hash(vm, of)),
  }),
  id: directNative((vm, of) => newSizedInt(vm, vm.process.addressOf(of)), { args: [1, 1] }),
};
