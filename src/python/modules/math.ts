/** math (mathmodule.c): the functions of the objects room, with Python's conversions and messages around them. */
import {
  floatBits,
  ints,
  mathIntegers,
  mathSums,
  maths,
  mathVectors,
  PythonRaise,
} from '../../objects/index.ts';
import { indexValue } from '../builtins/arguments.ts';
import { floatValue } from '../builtins/types/float.ts';
import { goThroughArithmetic } from '../eval/effort.ts';
import { warn } from '../eval/exceptions/warnings.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { type ModuleDefinition, type NativeDefinition, native } from '../eval/native.ts';
import { roomOf, withRoom } from '../eval/operators/int-room.ts';
import { ANY } from './define-type.ts';
import { specialFunctions } from './math-special.ts';

/** PyFloat_AsDouble. */
function float(vm: Interpreter, ref: number | undefined): number {
  const given = ref as number;
  if (vm.isFloat(given)) return vm.heap.number(given);
  if (vm.isInt(given)) {
    return floatBits.intToFloat(vm.int(given));
  }
  return floatValue(vm, given);
}

function one(use: (x: number) => number): NativeDefinition {
  return native((vm, [x]) => vm.newFloat(use(float(vm, x))), { args: [1, 1] });
}

function two(use: (x: number, y: number) => number): NativeDefinition {
  return native((vm, [x, y]) => vm.newFloat(use(float(vm, x), float(vm, y))), { args: [2, 2] });
}

function test(use: (x: number) => boolean): NativeDefinition {
  return native((vm, [x]) => vm.bool(use(float(vm, x))), { args: [1, 1] });
}

/** How often all digits of a product of many factors are multiplied, about. */
const PRODUCT_LEVELS = 4;

/** Products of halves of products: of so many factors up to `high`, whatever is made of them. */
/** The largest argument of math.factorial whose result fits a C long. */
const MOST_TABLED = 20;

function ofFactors(
  vm: Interpreter,
  [high, factors]: readonly [ints.PyInt, ints.PyInt],
  make: () => ints.PyInt,
): number {
  goThroughArithmetic(vm, mathIntegers.productBits(high, factors), PRODUCT_LEVELS);
  return vm.newInt(make());
}

function comb(vm: Interpreter, [n = 0, k = 0]: readonly number[]): number {
  const [all, some] = [indexValue(vm, n), indexValue(vm, k)];
  const others = ints.intSubtract(all, some);
  const factors = others < some ? others : some;
  return ofFactors(vm, [all, factors < 0 ? 0 : factors], () => mathIntegers.mathComb(all, some));
}

/** A result that is in no table is its odd part, shifted: its block has the room for that (math_factorial). */
function factorialOf(vm: Interpreter, n: ints.PyInt): number {
  goThroughArithmetic(vm, mathIntegers.productBits(n, n < 0 ? 0 : n), PRODUCT_LEVELS);
  const value = mathIntegers.mathFactorial(n);
  if (n <= MOST_TABLED) return vm.newInt(value);
  const ones = Number(n).toString(2).replaceAll('0', '').length;
  const twos = ints.intSubtract(n, ones);
  return withRoom(vm, value, roomOf(vm, '<<', ints.intShiftRight(value, twos), twos));
}

function factorial(vm: Interpreter, [n = 0]: readonly number[]): number {
  const { factorialOfFloats } = vm.rules;
  if (!vm.isFloat(n) || factorialOfFloats === 'refused') return factorialOf(vm, indexValue(vm, n));
  if (factorialOfFloats === 'warned')
    warn(vm, 'DeprecationWarning', 'Using factorial() with floats is deprecated');
  const value = vm.heap.number(n);
  if (!Number.isInteger(value))
    throw new PythonRaise('ValueError', 'factorial() only accepts integral values');
  return factorialOf(vm, floatBits.floatToInt(value));
}

function rounding(direction: 'floor' | 'ceil' | 'trunc'): NativeDefinition {
  return native(
    (vm, [x]) => {
      const ref = x as number;
      if (vm.isInt(ref)) return vm.newInt(vm.int(ref));
      const method = vm.isFloat(ref) ? 0 : vm.special(ref, `__${direction}__`);
      if (direction === 'trunc' && method === 0 && !vm.isFloat(ref))
        throw new PythonRaise('TypeError', `type ${vm.typeName(ref)} doesn't define __trunc__ method`);
      return method !== 0 ? vm.callBound(method, ref) : vm.newInt(maths.mathToInt(float(vm, ref), direction));
    },
    { args: [1, 1] },
  );
}

function logarithm(vm: Interpreter, x: number, base: maths.LogBase): number {
  return vm.isInt(x) ? maths.mathLogInt(vm.int(x), base) : maths.mathLogFloat(float(vm, x), base);
}

function log(vm: Interpreter, [x, base]: readonly number[]): number {
  const top = logarithm(vm, x as number, 'e');
  if (base === undefined) return vm.newFloat(top);
  const bottom = logarithm(vm, base, 'e');
  if (bottom === 0) throw new PythonRaise('ZeroDivisionError', 'float division by zero');
  return vm.newFloat(top / bottom);
}

/** Some tens of divisions. */
function isqrt(vm: Interpreter, n: ints.PyInt): ints.PyInt {
  if (typeof n === 'bigint') vm.goThrough(10 * ints.intDigitCount(n) ** 1.5);
  return mathIntegers.mathIsqrt(n);
}

/** The common divisor of two large ints takes as long as reading so many bytes for each pair of their digits. */
const EUCLID_BYTES = 5;

function integers(use: (a: ints.PyInt, b: ints.PyInt) => ints.PyInt, start: ints.PyInt): NativeDefinition {
  const both = (vm: Interpreter, total: ints.PyInt, ref: number): ints.PyInt => {
    const value = indexValue(vm, ref);
    if (typeof total === 'bigint' && typeof value === 'bigint')
      vm.goThrough(EUCLID_BYTES * ints.intDigitCount(total) * ints.intDigitCount(value));
    return use(total, value);
  };
  return native((vm, args) => vm.newInt(args.reduce((total, ref) => both(vm, total, ref), start)), {
    args: ANY,
  });
}

/** The exact square of a coordinate takes as long as reading so many bytes. */
const SQUARE_BYTES = 512;

function product(vm: Interpreter, [iterable, start = 0]: readonly number[]): number {
  let total = start === 0 ? vm.newInt(1) : vm.own(start);
  vm.forEach(iterable as number, (item) => {
    const next = vm.binary(total, item, '*');
    vm.decref(total);
    total = next;
  });
  return total;
}

function floats(vm: Interpreter, iterable: number): number[] {
  const items = vm.collect(iterable);
  try {
    return items.map((item) => float(vm, item));
  } finally {
    vm.dropAll(items);
  }
}

function perm(vm: Interpreter, [n, k = 0]: readonly number[]): number {
  const count = indexValue(vm, n as number);
  if (k === 0 || vm.isNone(k)) return factorialOf(vm, count);
  const factors = indexValue(vm, k);
  const most = factors < 0 || factors > count ? 0 : factors;
  return ofFactors(vm, [count, most], () => mathIntegers.mathPerm(count, factors));
}

function isclose(vm: Interpreter, [a, b, relative = 0, absolute = 0]: readonly number[]): number {
  const closeness = {
    relative: relative === 0 ? 1e-9 : float(vm, relative),
    absolute: absolute === 0 ? 0 : float(vm, absolute),
  };
  return vm.bool(maths.mathIsClose(float(vm, a), float(vm, b), closeness));
}

const NAMES =
  'sqrt exp expm1 log1p sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh fabs exp2 cbrt'.split(
    ' ',
  );

function named(): Record<string, NativeDefinition> {
  return Object.fromEntries(
    NAMES.filter((name) => maths.isMathFunction(name)).map((name) => [
      name,
      one((x) => maths.mathOne(name, x)),
    ]),
  );
}

export const MATH: ModuleDefinition = {
  name: 'math',
  functions: {
    ...named(),
    ...specialFunctions(float),
    floor: rounding('floor'),
    ceil: rounding('ceil'),
    trunc: rounding('trunc'),
    log: native(log, { args: [1, 2] }),
    log2: native((vm, [x]) => vm.newFloat(logarithm(vm, x as number, '2')), { args: [1, 1] }),
    log10: native((vm, [x]) => vm.newFloat(logarithm(vm, x as number, '10')), { args: [1, 1] }),
    pow: two(maths.mathPow),
    fmod: two(maths.mathFmod),
    copysign: two(maths.mathCopysign),
    remainder: two(mathVectors.mathRemainder),
    nextafter: two(mathVectors.mathNextAfter),
    ulp: one(mathVectors.mathUlp),
    radians: one(maths.mathRadians),
    degrees: one(maths.mathDegrees),
    ldexp: native(
      (vm, [x, exponent = 0]) => {
        if (!vm.isInt(exponent))
          throw new PythonRaise('TypeError', 'Expected an int as second argument to ldexp.');
        return vm.newFloat(maths.mathLdexp(float(vm, x), vm.int(exponent)));
      },
      { args: [2, 2] },
    ),
    modf: native((vm, [x]) => vm.tupleOf(maths.mathModf(float(vm, x)).map((part) => vm.newFloat(part))), {
      args: [1, 1],
    }),
    isnan: test(Number.isNaN),
    isinf: test((x) => Math.abs(x) === Number.POSITIVE_INFINITY),
    isfinite: test(Number.isFinite),
    isclose: native(isclose, { args: [2, 4], keywords: ['a', 'b', '*', 'rel_tol', 'abs_tol'] }),
    hypot: native(
      (vm, args) => {
        vm.goThrough(SQUARE_BYTES * args.length);
        const values = args.map((x) => float(vm, x));
        return vm.newFloat(mathVectors.mathHypot(values, vm.process.values));
      },
      { args: ANY },
    ),
    dist: native(
      (vm, [p = 0, q = 0]) => {
        const [from, to] = [floats(vm, p), floats(vm, q)];
        if (from.length !== to.length)
          throw new PythonRaise('ValueError', 'both points must have the same number of dimensions');
        vm.goThrough(SQUARE_BYTES * from.length);
        return vm.newFloat(mathVectors.mathDist(from, to, vm.process.values));
      },
      { args: [2, 2] },
    ),
    fsum: native((vm, [all]) => vm.newFloat(mathSums.mathFsum(floats(vm, all as number))), { args: [1, 1] }),
    prod: native(product, { args: [1, 2], keywords: ['iterable', '*', 'start'] }),
    gcd: integers(mathIntegers.mathGcd, 0),
    lcm: integers(mathIntegers.mathLcm, 1),
    isqrt: native((vm, [n = 0]) => vm.newInt(isqrt(vm, indexValue(vm, n))), {
      args: [1, 1],
    }),
    factorial: native(factorial, { args: [1, 1] }),
    comb: native(comb, { args: [2, 2] }),
    perm: native(perm, { args: [1, 2] }),
  },
  since: { lcm: 9, nextafter: 9, ulp: 9, cbrt: 11, exp2: 11, sumprod: 12, fma: 13 },
  values: {
    pi: (vm) => vm.newFloat(Math.PI),
    e: (vm) => vm.newFloat(Math.E),
    tau: (vm) => vm.newFloat(2 * Math.PI),
    inf: (vm) => vm.newFloat(Number.POSITIVE_INFINITY),
    nan: (vm) => vm.newFloat(Number.NaN),
  },
};
