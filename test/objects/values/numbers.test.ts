import { expect, test } from 'vitest';
import * as complexes from '../../../src/objects/values/complex.ts';
import * as arithmetic from '../../../src/objects/values/float-arithmetic.ts';
import * as bits from '../../../src/objects/values/float-bits.ts';
import { floatFromHex, floatHex } from '../../../src/objects/values/float-hex.ts';
import * as floats from '../../../src/objects/values/float-repr.ts';
import { intFromBytes, intToBytes } from '../../../src/objects/values/int-bytes.ts';
import * as intText from '../../../src/objects/values/int-text.ts';
import * as ints from '../../../src/objects/values/py-int.ts';
import { bytesRepr } from '../../../src/objects/values/str-repr.ts';
import { zeroDivisionMessage } from '../../../src/objects/values/zero-division.ts';
import { mismatches, type Subject } from './fixture.ts';

const rules = (profile: Parameters<Subject>[0]): intText.IntTextRules => ({
  profile,
  digitLimit: intText.DEFAULT_DIGIT_LIMIT,
});
const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

test('int arithmetic gives what CPython gives, from one bit to a thousand', () => {
  const subjects: Record<string, Subject> = {
    'int.add': (_, a, b) => ints.intAdd(a, b),
    'int.sub': (_, a, b) => ints.intSubtract(a, b),
    'int.mul': (_, a, b) => ints.intMultiply(a, b),
    'int.divmod': (profile, a, b) => ints.intDivmod(a, b, zeroDivisionMessage('int', 'divmod', profile)),
    'int.truediv': (_, a, b) => bits.intTrueDivide(a, b, 'division by zero'),
    'int.and': (_, a, b) => ints.intAnd(a, b),
    'int.or': (_, a, b) => ints.intOr(a, b),
    'int.xor': (_, a, b) => ints.intXor(a, b),
    'int.invert': (_, a) => ints.intInvert(a),
    'int.lshift': (_, a, b) => ints.intShiftLeft(a, b),
    'int.rshift': (_, a, b) => ints.intShiftRight(a, b),
    'int.pow': (_, a, b) => ints.intPower(a, b),
    'int.powmod': (_, a, b, c) => ints.intPowerModulo(a, b, c),
    'int.bit_length': (_, a) => ints.intBitLength(a),
    'int.bit_count': (_, a) => ints.intBitCount(a),
    'int.digits': (_, a) => ints.intDigitCount(a),
    'int.round': (_, a, n) => ints.intRound(a, n),
    'int.float': (_, a) => bits.intToFloat(a),
    'int.compare': (_, a, x) => [a < x, ints.intCompare(a, x) === 0 && x === x, a > x],
    'int.to_bytes': (_, a, length, order, signed) => intToBytes(a, { length, order, signed }),
    'int.from_bytes': (_, b, order, signed) => intFromBytes(b, order, signed),
  };

  expect(mismatches('numbers', subjects)).toEqual([]);
});

test('ints are written and read as CPython writes and reads them, within its limit on digits', () => {
  const subjects: Record<string, Subject> = {
    'int.repr': (profile, a) => intText.intRepr(a, rules(profile)),
    'int.hex': (_, a) => intText.intPrefixed(a, 16),
    'int.oct': (_, a) => intText.intPrefixed(a, 8),
    'int.bin': (_, a) => intText.intPrefixed(a, 2),
    'int.parse': (profile, s, base) => intText.parseIntText(s, intText.checkBase(base), rules(profile)),
    'int.parsebytes': (profile, s, base) =>
      intText.parseIntBytes(latin1(s), bytesRepr(s), { base, rules: rules(profile) }),
  };

  expect(mismatches('numbers', subjects)).toEqual([]);
});

test('floats are written, read and rounded as CPython does it', () => {
  const subjects: Record<string, Subject> = {
    'float.repr': (_, x) => floats.floatRepr(x),
    'float.parse': (profile, s) => floats.parseFloatText(s, profile),
    'float.parsebytes': (profile, s) => floats.parseFloatBytes(latin1(s), bytesRepr(s), profile),
    'float.hex': (_, x) => floatHex(x),
    'float.fromhex': (_, s) => floatFromHex(s),
    'float.ratio': (_, x) => bits.floatIntegerRatio(x),
    'float.round': (_, x, n) => floats.floatRound(x, n),
    'float.round0': (_, x) => floats.floatRoundToInt(x),
    'float.int': (_, x) => bits.floatToInt(x),
  };

  expect(mismatches('numbers', subjects)).toEqual([]);
});

test('float arithmetic floors and keeps signs as CPython does', () => {
  const subjects: Record<string, Subject> = {
    'float.divmod': (profile, a, b) =>
      arithmetic.floatDivmod(a, b, zeroDivisionMessage('float', 'divmod', profile)),
    'float.mod': (profile, a, b) => arithmetic.floatModulo(a, b, zeroDivisionMessage('float', '%', profile)),
    'float.floordiv': (profile, a, b) =>
      arithmetic.floatFloorDivide(a, b, zeroDivisionMessage('float', '//', profile)),
    'float.pow': (_, a, b) => arithmetic.floatPower(a, b),
    'float.frexp': (_, x) => [bits.frexp(x).mantissa, bits.frexp(x).exponent],
    'float.ldexp': (_, x, n) => {
      const scaled = bits.ldexp(x, n);
      return Number.isFinite(scaled) || !Number.isFinite(x) ? scaled : 'OverflowError: math range error';
    },
  };

  expect(mismatches('numbers', subjects)).toEqual([]);
});

test('complex numbers multiply, divide and read as CPython does it', () => {
  const subjects: Record<string, Subject> = {
    'complex.mul': (_, a, b) => complexes.complexMultiply(a, b),
    'complex.div': (_, a, b) => complexes.complexDivide(a, b),
    'complex.repr': (_, z) => complexes.complexRepr(z),
    'complex.parse': (profile, s) => complexes.parseComplexText(s, profile),
    'complex.pow': (_, z, n) => complexes.complexPower(z, { re: n, im: 0 }),
  };

  expect(mismatches('numbers', subjects)).toEqual([]);
});
