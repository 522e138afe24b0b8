/** How many digits the result of int arithmetic was built with: its block keeps them, sys.getsizeof does not count them (longobject.c). */
import { ints, newIntWithRoom } from '../../../objects/index.ts';
import type { Interpreter } from '../interpreter.ts';

const DIGIT = 2 ** 30;
const INT_HEADER_BYTES = 24;
/** Of larger powers the room is not worth the work of finding it. */
const MOST_BITS = 4096;

/** A result of two digits or more is as large as it was built (numbers.ts:newIntWithRoom). */
export function withRoom(vm: Interpreter, value: ints.PyInt, digits: number): number {
  return isOneDigit(value) ? vm.newInt(value) : newIntWithRoom(vm.process, value, digits);
}

function isOneDigit(value: ints.PyInt): boolean {
  return typeof value === 'number' && value < DIGIT && value > -DIGIT;
}

export function sumRoom(x: ints.PyInt, y: ints.PyInt): number {
  return isOneDigit(x) && isOneDigit(y) ? 0 : Math.max(ints.intDigitCount(x), ints.intDigitCount(y)) + 1;
}

export function productRoom(x: ints.PyInt, y: ints.PyInt): number {
  return isOneDigit(x) && isOneDigit(y) ? 0 : ints.intDigitCount(x) + ints.intDigitCount(y);
}

/** The exponent before the last multiplication of a power: a square, or by the base for an odd exponent (long_pow). */
function exponentBefore(exponent: number): number {
  return exponent % 2 === 1 ? exponent - 1 : exponent / 2;
}

export function powerRoom(x: ints.PyInt, y: ints.PyInt): number {
  const exponent = Number(y);
  if (exponent < 2 || ints.intPowerBits(x, y) > MOST_BITS) return 0;
  const before = ints.intPower(x, exponentBefore(exponent));
  return productRoom(before, exponent % 2 === 1 ? x : before);
}

/** Bytes of the power before the last multiplication, which is there beside the result; up to 3.10 that is a copy of the base at first. */
export function besidePower(vm: Interpreter, x: ints.PyInt, y: ints.PyInt): number {
  const exponent = Number(y);
  if (exponent < 2 || ints.intPowerBits(x, y) > MOST_BITS) return 0;
  const before = exponentBefore(exponent);
  if (before === 1 && !vm.rules.powerCopies) return 0;
  const value = ints.intPower(x, before);
  if (value >= -5 && value <= 256) return 0;
  if (isOneDigit(value)) return vm.process.profile.layout.intOneDigitBlock;
  return INT_HEADER_BYTES + 4 * Math.max(ints.intDigitCount(value), powerRoom(x, before));
}
