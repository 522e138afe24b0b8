/** How many digits the result of int arithmetic was built with: its block keeps them, sys.getsizeof does not count them (longobject.c). */
import { ints, newIntWithRoom } from '../../objects/index.ts';
import type { Interpreter } from './interpreter.ts';

const DIGIT = 2 ** 30;
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

/** The last multiplication of a power: a square, or by the base for an odd exponent (long_pow). */
export function powerRoom(x: ints.PyInt, y: ints.PyInt): number {
  const exponent = Number(y);
  if (exponent < 2 || ints.intPowerBits(x, y) > MOST_BITS) return 0;
  const odd = exponent % 2 === 1;
  const before = ints.intPower(x, odd ? exponent - 1 : exponent / 2);
  return productRoom(before, odd ? x : before);
}
