/** int, bool, float, complex (longobject.c, floatobject.c, complexobject.c). */
import { floatTexts, ints, intTexts, newComplex, PythonRaise } from '../../../objects/index.ts';
import { native, type TypeDefinition } from '../../eval/native.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { intRules } from '../../eval/text.ts';

/** Runs a call whose type packs its arguments into a tuple in this version. */
function packed(vm: Interpreter, name: string, args: readonly number[], use: () => number): number {
  if (args.length < 2 || !vm.process.profile.calls.tupleCalls.includes(name)) return use();
  const tuple = vm.newTuple(args.slice(1));
  return vm.guard(tuple, use);
}

function toInt(vm: Interpreter, ref: number, base: number | undefined): ints.PyInt {
  if (vm.isStr(ref)) return intTexts.parseIntText(vm.text(ref), base === undefined ? 10 : intTexts.checkBase(vm.int(base)), intRules(vm));
  if (base !== undefined) throw new PythonRaise('TypeError', "int() can't convert non-string with explicit base");
  if (vm.isInt(ref)) return vm.int(ref);
  if (vm.isFloat(ref)) return truncated(vm.heap.number(ref));
  for (const name of ['__int__', '__index__', '__trunc__']) {
    const method = vm.special(ref, name);
    if (method !== 0) return vm.guard(vm.callSpecial(method, ref), (answer) => vm.int(answer));
  }
  const suffix = vm.minor >= 10 ? 'a string, a bytes-like object or a real number' : 'a string, a bytes-like object or a number';
  throw new PythonRaise('TypeError', `int() argument must be ${suffix}, not '${vm.typeName(ref)}'`);
}

function truncated(value: number): ints.PyInt {
  if (Number.isNaN(value)) throw new PythonRaise('ValueError', 'cannot convert float NaN to integer');
  if (!Number.isFinite(value)) throw new PythonRaise('OverflowError', 'cannot convert float infinity to integer');
  return ints.integralToPyInt(Math.trunc(value));
}

export const INT: TypeDefinition = {
  name: 'int',
  construct: native(
    (vm, args) =>
      packed(vm, 'int', args, () => {
        const [, ref, base] = args as [number, number | undefined, number | undefined];
        const value = ref === undefined ? 0 : toInt(vm, ref, base);
        const type = vm.classes.forObject(args[0] as number);
        return type === undefined || type.dict === 0 ? vm.newInt(value) : vm.newIntOf(type, value);
      }),
    { args: [0, 2] },
  ),
  methods: {
    bit_length: native((vm, [self]) => vm.newInt(ints.intBitLength(vm.int(self as number)))),
    bit_count: native((vm, [self]) => vm.newInt(ints.intBitCount(vm.int(self as number)))),
    __int__: native((vm, [self]) => vm.newInt(vm.int(self as number))),
    __index__: native((vm, [self]) => vm.newInt(vm.int(self as number))),
  },
  getsets: {
    real: { get: (vm, self) => vm.newInt(vm.int(self)) },
    imag: { get: (vm) => vm.newInt(0) },
    numerator: { get: (vm, self) => vm.newInt(vm.int(self)) },
    denominator: { get: (vm) => vm.newInt(1) },
  },
};

export const BOOL: TypeDefinition = {
  name: 'bool',
  construct: native((vm, [, ref]) => vm.bool(ref !== undefined && vm.truth(ref)), { args: [0, 1] }),
};

export const FLOAT: TypeDefinition = {
  name: 'float',
  construct: native(
    (vm, args) =>
      packed(vm, 'float', args, () => {
        const ref = args[1];
        if (ref === undefined) return vm.newFloat(0);
        if (vm.isStr(ref)) return vm.newFloat(floatTexts.parseFloatText(vm.text(ref), vm.process.values));
        if (vm.isFloat(ref) || vm.isInt(ref)) return vm.newFloat(vm.float(ref));
        const method = vm.special(ref, '__float__');
        if (method !== 0) return vm.callSpecial(method, ref);
        const what = vm.minor >= 10 ? 'a string or a real number' : 'a string or a number';
        throw new PythonRaise('TypeError', `float() argument must be ${what}, not '${vm.typeName(ref)}'`);
      }),
    { args: [0, 1] },
  ),
  methods: {
    is_integer: native((vm, [self]) => vm.bool(Number.isInteger(vm.heap.number(self as number)))),
    __int__: native((vm, [self]) => vm.newInt(truncated(vm.heap.number(self as number)))),
    __float__: native((vm, [self]) => vm.newFloat(vm.heap.number(self as number))),
  },
};

export const COMPLEX: TypeDefinition = {
  name: 'complex',
  construct: native((vm, [, re, im]) => newComplex(vm.process, { re: re === undefined ? 0 : vm.float(re), im: im === undefined ? 0 : vm.float(im) }), { args: [0, 2] }),
};

