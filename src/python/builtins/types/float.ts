/** float and complex: what they take, and their methods (floatobject.c, complexobject.c). */

import { complexes, floatBits, floatHexes, floatTexts, PythonRaise } from '../../../objects/index.ts';
import { boundSteps, specialSteps } from '../../eval/calls/call-steps.ts';
import type { Steps } from '../../eval/calls/waiting.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type NativeDefinition, native, type TypeDefinition } from '../../eval/native.ts';
import { classArgument, newComplexOfClass, newFloatOfClass } from '../allocate.ts';
import { bytesOf, bytesText, indexValue, packedUpTo, stepsPackedUpTo } from '../arguments.ts';
import { absValue, divmodOf, roundValue } from '../functions/numbers.ts';
import { arithmetic, COMPARISONS, FORMAT, HASH, unaries } from './dunders.ts';
import { toFloat } from './int.ts';
import { newArgumentsOf } from './reducing.ts';

type Args = readonly number[];

const ARITHMETIC = ['add', 'sub', 'mul', 'truediv', 'pow'];

function construct(vm: Interpreter, [ofClass = 0, of]: Args): number {
  const type = classArgument(vm, ofClass);
  if (of === undefined) return newFloatOfClass(vm, type, 0);
  if (type.dict === 0 && vm.heap.typeOf(of) === vm.process.types.float) return vm.own(of);
  if (vm.isStr(of))
    return newFloatOfClass(vm, type, floatTexts.parseFloatText(vm.text(of), vm.process.values));
  const bytes = bytesOf(vm, of);
  if (bytes === null) return newFloatOfClass(vm, type, floatValue(vm, of, NO_NUMBER));
  return newFloatOfClass(
    vm,
    type,
    floatTexts.parseFloatBytes(bytesText(vm, of), vm.repr(of), vm.process.values),
  );
}

/** Is it an object of the program's, whose methods say which number it stands for? */
function asksNumber(vm: Interpreter, [, of = 0]: Args): boolean {
  return of !== 0 && vm.classes.of(of).dict !== 0 && !vm.isStr(of) && bytesOf(vm, of) === null;
}

const NO_NUMBER = 'float() argument must be a string or';

const ofObject = stepsPackedUpTo(9, function* (vm, [ofClass = 0, of = 0]) {
  const type = classArgument(vm, ofClass);
  return newFloatOfClass(vm, type, yield* floatSteps(vm, of, NO_NUMBER));
});

/** PyNumber_Float of what is no text; `must` begins what TypeError says. */
export function floatValue(vm: Interpreter, of: number, must = 'must be'): number {
  if (vm.classes.of(of).dict === 0 && vm.isFloat(of)) return vm.heap.number(of);
  const steps = (): Steps => floatSteps(vm, of, must);
  return vm.conversions === null ? vm.finish(steps()) : vm.conversions.ask(of, '__float__', steps);
}

function* floatSteps(vm: Interpreter, of: number, must: string): Steps {
  const method = vm.isFloat(of) || vm.isInt(of) ? vm.override(of, '__float__') : vm.special(of, '__float__');
  if (method === 0) {
    if (vm.isFloat(of)) return vm.heap.number(of);
    if (vm.isInt(of)) return toFloat(vm, of);
    if (vm.special(of, '__index__') !== 0) return Number(indexValue(vm, of));
    if (must === 'must be') throw new PythonRaise('TypeError', `must be real number, not ${vm.typeName(of)}`);
    throw new PythonRaise('TypeError', `${must} ${vm.process.values.realNumber}, not '${vm.typeName(of)}'`);
  }
  const answer = yield* specialSteps(vm, method, of);
  return vm.guard(answer, () => {
    if (vm.isFloat(answer)) return vm.heap.number(answer);
    throw new PythonRaise(
      'TypeError',
      `${vm.typeName(of)}.__float__ returned non-float (type ${vm.typeName(answer)})`,
    );
  });
}

function exact(vm: Interpreter, self: number): number {
  return vm.heap.typeOf(self) === vm.process.types.float ? vm.own(self) : vm.newFloat(vm.heap.number(self));
}

function ratio(vm: Interpreter, [self = 0]: Args): number {
  const [numerator, denominator] = floatBits.floatIntegerRatio(vm.heap.number(self));
  return vm.tupleOf([vm.newInt(numerator), vm.newInt(denominator)]);
}

function fromHex(vm: Interpreter, [ofClass = 0, text = 0]: Args): number {
  if (!vm.isStr(text)) throw new PythonRaise('TypeError', 'bad argument type for built-in operation');
  const value = vm.newFloat(floatHexes.floatFromHex(vm.text(text)));
  return classArgument(vm, ofClass).dict === 0 ? value : vm.guard(value, () => vm.call(ofClass, [value]));
}

const whole = (round: (x: number) => number): NativeDefinition =>
  native((vm, [self = 0]) => vm.newInt(floatBits.floatToInt(round(vm.heap.number(self)))));

const FLOAT_METHODS: Readonly<Record<string, NativeDefinition>> = {
  is_integer: native((vm, [self = 0]) => vm.bool(Number.isInteger(vm.heap.number(self)))),
  as_integer_ratio: native(ratio),
  hex: native((vm, [self = 0]) => vm.newStr(floatHexes.floatHex(vm.heap.number(self)))),
  conjugate: native((vm, [self = 0]) => exact(vm, self)),
  __float__: native((vm, [self = 0]) => exact(vm, self)),
  __int__: whole((x) => x),
  __trunc__: whole((x) => x),
  __floor__: whole(Math.floor),
  __ceil__: whole(Math.ceil),
  __bool__: native((vm, [self = 0]) => vm.bool(vm.heap.number(self) !== 0)),
  __abs__: native((vm, [self = 0]) => absValue(vm, self)),
  __round__: native((vm, [self = 0, digits = 0]) => roundValue(vm, self, vm.isNone(digits) ? 0 : digits), {
    args: [0, 1],
  }),
  __divmod__: native((vm, [a = 0, b = 0]) => divmodOf(vm, a, b) || vm.notImplemented(), { args: [1, 1] }),
  __rdivmod__: native((vm, [a = 0, b = 0]) => divmodOf(vm, b, a) || vm.notImplemented(), { args: [1, 1] }),
  __repr__: native((vm, [self = 0]) => vm.newStr(floatTexts.floatRepr(vm.heap.number(self)))),
  __hash__: HASH,
};

export const FLOAT: TypeDefinition = {
  name: 'float',
  methods: {
    ...COMPARISONS,
    ...arithmetic([...ARITHMETIC, 'mod', 'floordiv']),
    ...unaries({ neg: '-', pos: '+' }),
    ...FLOAT_METHODS,
    __format__: FORMAT,
    __getnewargs__: newArgumentsOf((vm, self) => vm.newFloat(vm.heap.number(self))),
  },
  classMethods: { fromhex: native(fromHex, { args: [1, 1] }) },
  getsets: { real: { get: exact }, imag: { get: (vm) => vm.newFloat(0) } },
  construct: native(packedUpTo(9, construct), { args: [0, 1], steps: ofObject, asks: asksNumber }),
};

function valueOf(vm: Interpreter, self: number): complexes.Complex {
  return vm.heap.payload(self) as complexes.Complex;
}

/** complex(real, imag): a text, one complex number, or two numbers whose parts are put together (complex_new_impl). */
function constructComplex(vm: Interpreter, [ofClass = 0, real = 0, imaginary = 0]: Args): number {
  const type = classArgument(vm, ofClass);
  if (real !== 0 && vm.isStr(real)) {
    if (imaginary !== 0)
      throw new PythonRaise('TypeError', "complex() can't take second arg if first is a string");
    return newComplexOfClass(vm, type, complexes.parseComplexText(vm.text(real), vm.process.values));
  }
  if (imaginary !== 0 && vm.isStr(imaginary))
    throw new PythonRaise('TypeError', "complex() second arg can't be a string");
  if (real !== 0 && imaginary === 0 && type.dict === 0 && vm.heap.typeOf(real) === type.info)
    return vm.own(real);
  const a =
    real === 0
      ? { re: 0, im: 0 }
      : (convertedComplex(vm, real) ??
        complexValue(vm, real, 'complex() first argument must be a string or a number'));
  const b =
    imaginary === 0
      ? { re: 0, im: 0 }
      : complexValue(vm, imaginary, 'complex() second argument must be a number');
  // What is no complex number leaves the other's part as it is, the sign of a zero included.
  const { complex } = vm.process.types.atoms;
  const isComplex = (ref: number): boolean => ref !== 0 && vm.infoOf(ref) === complex;
  return newComplexOfClass(vm, type, {
    re: isComplex(imaginary) ? a.re - b.im : a.re,
    im: imaginary === 0 ? a.im : isComplex(real) ? a.im + b.re : b.re,
  });
}

/** What the first argument's `__complex__` says (try_complex_special_method); the second one's is not asked. */
function convertedComplex(vm: Interpreter, of: number): complexes.Complex | null {
  const { complex } = vm.process.types.atoms;
  const method = vm.infoOf(of) === complex ? 0 : vm.special(of, '__complex__');
  if (method === 0) return null;
  const { conversions } = vm;
  if (conversions !== null) return conversions.ask(of, '__complex__', () => complexSteps(vm, method, of));
  return vm.guard(vm.callBound(method, of), (answer) => complexAnswered(vm, answer));
}

function* complexSteps(vm: Interpreter, method: number, of: number): Steps<complexes.Complex> {
  const answer = yield* boundSteps(vm, method, of);
  return vm.guard(answer, () => complexAnswered(vm, answer));
}

function complexAnswered(vm: Interpreter, answer: number): complexes.Complex {
  if (vm.infoOf(answer) === vm.process.types.atoms.complex) return valueOf(vm, answer);
  throw new PythonRaise('TypeError', `__complex__ returned non-complex (type ${vm.typeName(answer)})`);
}

function complexValue(vm: Interpreter, of: number, must: string): complexes.Complex {
  if (vm.infoOf(of) === vm.process.types.atoms.complex) return valueOf(vm, of);
  if (vm.isInt(of))
    return vm.guard(vm.newFloat(floatValue(vm, of)), (float) => ({ re: vm.heap.number(float), im: 0 }));
  if (vm.isFloat(of) || vm.special(of, '__float__') !== 0) return { re: floatValue(vm, of), im: 0 };
  throw new PythonRaise('TypeError', `${must}, not '${vm.typeName(of)}'`);
}

function conjugate(vm: Interpreter, [self = 0]: Args): number {
  const { re, im } = valueOf(vm, self);
  return newComplexOfClass(vm, vm.classes.named('complex'), { re, im: -im });
}

const refusing = (wanted: string): NativeDefinition =>
  native(() => {
    throw new PythonRaise('TypeError', `can't convert complex to ${wanted}`);
  });

export const COMPLEX: TypeDefinition = {
  name: 'complex',
  methods: {
    ...COMPARISONS,
    ...arithmetic(ARITHMETIC),
    ...unaries({ neg: '-', pos: '+' }),
    conjugate: native(conjugate),
    __int__: refusing('int'),
    __float__: refusing('float'),
    __format__: FORMAT,
    __abs__: native((vm, [self = 0]) => absValue(vm, self)),
    __bool__: native((vm, [self = 0]) => vm.bool(valueOf(vm, self).re !== 0 || valueOf(vm, self).im !== 0)),
    __repr__: native((vm, [self = 0]) => vm.newStr(complexes.complexRepr(valueOf(vm, self)))),
    __hash__: HASH,
  },
  getsets: {
    real: { get: (vm, self) => vm.newFloat(valueOf(vm, self).re), member: true },
    imag: { get: (vm, self) => vm.newFloat(valueOf(vm, self).im), member: true },
  },
  construct: native(constructComplex, {
    args: [0, 2],
    keywords: ['real', 'imag'],
    packs: true,
    packsKeywords: true,
  }),
};
