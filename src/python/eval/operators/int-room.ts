/** How many digits the result of int arithmetic was built with: its block keeps them, sys.getsizeof does not count them (longobject.c). */
import { ints, newIntWithRoom } from '../../../objects/index.ts';
import type { Interpreter } from '../interpreter.ts';

const DIGIT = 2 ** 30;
const INT_HEADER_BYTES = 24;
/** Of larger powers the room is not worth the work of finding it. */
const MOST_BITS = 2 ** 15;

const DIGIT_BITS = 30;

/** A result is as large as it was built; with no digits said, as large as PyLong_FromLong makes it (numbers.ts:newIntWithRoom). */
export function withRoom(vm: Interpreter, value: ints.PyInt, digits: number): number {
  return digits === 0 ? vm.newInt(value) : newIntWithRoom(vm.process, value, digits);
}

/** How many digits `x operator y` is built with; 0 where C numbers hold both. */
export function roomOf(vm: Interpreter, operator: string, x: ints.PyInt, y: ints.PyInt): number {
  switch (operator) {
    case '+':
      return x < 0 === y < 0 ? sumRoom(x, y) : differenceRoom(x, y);
    case '-':
      return x < 0 === y < 0 ? differenceRoom(x, y) : sumRoom(x, y);
    case '*':
      return productRoom(x, y);
    case '//':
      return quotientRoom(x, y);
    case '%':
      return remainderRoom(x, y);
    case '<<':
      return leftShiftRoom(vm, x, y);
    case '>>':
      return rightShiftRoom(vm, x, y);
    default:
      return bitwiseRoom(vm, operator, x, y);
  }
}

function isOneDigit(value: ints.PyInt): boolean {
  return typeof value === 'number' && value < DIGIT && value > -DIGIT;
}

/** x_add: one digit for the carry. */
function sumRoom(x: ints.PyInt, y: ints.PyInt): number {
  return isOneDigit(x) && isOneDigit(y) ? 0 : Math.max(ints.intDigitCount(x), ints.intDigitCount(y)) + 1;
}

/** x_sub: of two of one length, what is left without the highest digits that are the same. */
function differenceRoom(x: ints.PyInt, y: ints.PyInt): number {
  if (isOneDigit(x) && isOneDigit(y)) return 0;
  const digits = ints.intDigitCount(x);
  if (digits !== ints.intDigitCount(y)) return Math.max(digits, ints.intDigitCount(y));
  return ints.intDigitCount(ints.intXor(ints.intAbs(x), ints.intAbs(y)));
}

function productRoom(x: ints.PyInt, y: ints.PyInt): number {
  return isOneDigit(x) && isOneDigit(y) ? 0 : ints.intDigitCount(x) + ints.intDigitCount(y);
}

/** long_lshift */
function leftShiftRoom(vm: Interpreter, x: ints.PyInt, y: ints.PyInt): number {
  const count = Number(y);
  if (vm.rules.smallIntsShift && count < DIGIT_BITS && isOneDigit(x)) return 0;
  return ints.intDigitCount(x) + Math.ceil(count / DIGIT_BITS);
}

/** long_rshift: of a negative one up to 3.10 the inverse of the shifted inverse, later with a full digit to shift by in place of none. */
function rightShiftRoom(vm: Interpreter, x: ints.PyInt, y: ints.PyInt): number {
  if (isOneDigit(x)) return 0;
  const words = Math.floor(Number(y) / DIGIT_BITS);
  if (x >= 0) return Math.max(0, ints.intDigitCount(x) - words);
  if (!vm.rules.smallIntsShift) return invertedRoom(ints.intShiftRight(ints.intInvert(x), y));
  const whole = Number(y) % DIGIT_BITS === 0 && words > 0 ? 1 : 0;
  return Math.max(0, ints.intDigitCount(x) - words + whole);
}

/** long_invert: one is added, or taken away. */
export function invertedRoom(x: ints.PyInt): number {
  return x < 0 ? differenceRoom(x, 1) : sumRoom(x, 1);
}

/** long_bitwise: a negative operand goes on for ever, and a negative result has one digit more. */
function bitwiseRoom(vm: Interpreter, operator: string, x: ints.PyInt, y: ints.PyInt): number {
  if (vm.rules.smallIntsShift && isOneDigit(x) && isOneDigit(y)) return 0;
  const [digits, others] = [ints.intDigitCount(x), ints.intDigitCount(y)];
  const [short, isShortNegative] = digits < others ? [digits, x < 0] : [others, y < 0];
  const long = Math.max(digits, others);
  if (operator === '^') return long + (x < 0 === y < 0 ? 0 : 1);
  if (operator === '&') return (isShortNegative ? long : short) + (x < 0 && y < 0 ? 1 : 0);
  return (isShortNegative ? short : long) + (x < 0 || y < 0 ? 1 : 0);
}

/** Is the absolute value of `x` below that of `y`? */
function isSmaller(x: ints.PyInt, y: ints.PyInt): boolean {
  return ints.intAbs(x) < ints.intAbs(y);
}

/** Is there a remainder that floor division moves to the sign of the divisor? */
function moves(x: ints.PyInt, y: ints.PyInt): boolean {
  // oxlint-disable-next-line eqeqeq -- a number or a bigint
  return x < 0 !== y < 0 && x != 0 && ints.intModulo(x, y, '') != 0;
}

/** l_divmod: as divrem1 or x_divrem built it, or that less one. */
function quotientRoom(x: ints.PyInt, y: ints.PyInt): number {
  if ((isOneDigit(x) && isOneDigit(y)) || isSmaller(x, y)) return 0;
  if (!moves(x, y)) return dividedRoom(x, y);
  const towardsZero = ints.intAdd(ints.intFloorDivide(x, y, ''), 1);
  return towardsZero === 0 ? 0 : sumRoom(towardsZero, 1);
}

/** x_divrem: both are shifted until the divisor's highest bit is the highest of its digit. */
function dividedRoom(x: ints.PyInt, y: ints.PyInt): number {
  const [digits, others] = [ints.intDigitCount(x), ints.intDigitCount(y)];
  if (others === 1) return digits;
  const shift = (DIGIT_BITS - (ints.intBitLength(y) % DIGIT_BITS)) % DIGIT_BITS;
  const dividend = ints.intShiftLeft(ints.intAbs(x), shift);
  const top = ints.intShiftRight(dividend, DIGIT_BITS * (digits - 1));
  const divisor = ints.intShiftRight(ints.intShiftLeft(ints.intAbs(y), shift), DIGIT_BITS * (others - 1));
  return digits - others + (top >= divisor ? 1 : 0);
}

/** long_divrem: is the remainder the dividend itself? Two of one digit are divided as C numbers. */
export function keepsDividend(x: ints.PyInt, y: ints.PyInt): boolean {
  return !(isOneDigit(x) && isOneDigit(y)) && isSmaller(x, y) && !moves(x, y);
}

function remainderRoom(x: ints.PyInt, y: ints.PyInt): number {
  if (isOneDigit(x) && isOneDigit(y)) return 0;
  if (!moves(x, y)) return isSmaller(x, y) || isOneDigit(y) ? 0 : ints.intDigitCount(y);
  return differenceRoom(ints.intSubtract(ints.intModulo(x, y, ''), y), y);
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
