/** The functions of math that are more than one rounding of one number: gamma, erf, frexp, sumprod, fma (mathmodule.c). */
import { floatBits, mathErfs, mathGammas, mathSums, mathVectors, PythonRaise } from '../../objects/index.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { type NativeDefinition, native } from '../eval/native.ts';

type Args = readonly number[];

/** The items of both, in pairs; sequences of different length have no product. */
function pairs(vm: Interpreter, [p = 0, q = 0]: Args, use: (a: number, b: number) => void): void {
  const [left, right] = [vm.collect(p), vm.collect(q)];
  try {
    if (left.length !== right.length) throw new PythonRaise('ValueError', 'Inputs are not the same length');
    for (const [at, one] of left.entries()) use(one, right[at] as number);
  } finally {
    vm.dropAll([...left, ...right]);
  }
}

function multiplyAdd(vm: Interpreter, total: number, a: number, b: number): number {
  try {
    return vm.guard(vm.binary(a, b, '*'), (product) => vm.binary(total, product, '+'));
  } finally {
    vm.decref(total);
  }
}

/** Ints are added as ints, floats without loss until what they add up to joins the rest (math_sumprod_impl). */
function sumprod(vm: Interpreter, args: Args): number {
  let total = vm.newInt(0);
  let products: number[] = [];
  const flush = (): void => {
    if (products.length === 0) return;
    const sum = vm.newFloat(mathSums.mathFsum(products));
    products = [];
    const before = total;
    total = vm.guard(sum, () => vm.binary(before, sum, '+'));
    vm.decref(before);
  };
  const number = (ref: number): boolean => vm.isFloat(ref) || vm.isInt(ref);
  pairs(vm, args, (a, b) => {
    if (number(a) && number(b) && (vm.isFloat(a) || vm.isFloat(b))) {
      const parts = mathVectors.exactProduct(vm.float(a), vm.float(b));
      if (parts !== null) return void products.push(...parts);
    }
    flush();
    total = multiplyAdd(vm, total, a, b);
  });
  flush();
  return total;
}

function frexp(vm: Interpreter, x: number): number {
  if (x === 0 || !Number.isFinite(x)) return vm.tupleOf([vm.newFloat(x), vm.newInt(0)]);
  const { mantissa, exponent } = floatBits.frexp(x);
  return vm.tupleOf([vm.newFloat(mantissa), vm.newInt(exponent)]);
}

export function specialFunctions(
  float: (vm: Interpreter, ref: number | undefined) => number,
): Record<string, NativeDefinition> {
  const one = (use: (x: number) => number): NativeDefinition =>
    native((vm, [x]) => vm.newFloat(use(float(vm, x))), { args: [1, 1] });
  return {
    gamma: one(mathGammas.mathGamma),
    lgamma: one(mathGammas.mathLgamma),
    erf: one(mathErfs.mathErf),
    erfc: one(mathErfs.mathErfc),
    frexp: native((vm, [x]) => frexp(vm, float(vm, x)), { args: [1, 1] }),
    atan2: native((vm, [y, x]) => vm.newFloat(mathVectors.mathAtan2(float(vm, y), float(vm, x))), {
      args: [2, 2],
    }),
    sumprod: native(sumprod, { args: [2, 2] }),
    fma: native(
      (vm, [x, y, z]) => vm.newFloat(mathVectors.mathFma(float(vm, x), float(vm, y), float(vm, z))),
      { args: [3, 3] },
    ),
  };
}
