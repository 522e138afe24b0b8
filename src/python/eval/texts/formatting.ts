/** format(): `__format__` of Python classes, and what built-in types make of a specification (PyObject_Format, formatter_unicode.c). */
import { type complexes, formatStr, numberFormats, PythonRaise, strings } from '../../../objects/index.ts';
import { callSteps } from '../calls/call-steps.ts';
import type { Steps } from '../calls/waiting.ts';
import type { Interpreter } from '../interpreter.ts';
import { asksForText, intRules, strObject, strOf, strSteps, strTextSteps } from './text.ts';
import { during, floatBufferBytes, isTracing, passDigits } from './text-writer.ts';

/** PyObject_Format as an object; without a specification it is the text itself. */
export function formatObject(vm: Interpreter, ref: number, spec: string): number {
  const type = vm.classes.of(ref);
  if (type.dict !== 0 && vm.overrideIn(type, '__format__') !== 0) return vm.newStr(formatOf(vm, ref, spec));
  return nativeFormatObject(vm, ref, spec);
}

/** The same in steps, of what `asksForText`. */
export function* formatSteps(vm: Interpreter, ref: number, spec: string): Steps {
  const own = vm.override(ref, '__format__');
  if (own !== 0) return vm.newStr(yield* formatBySteps(vm, own, ref, spec));
  if (spec !== '' || vm.isInt(ref)) return nativeFormatObject(vm, ref, spec);
  const { nativeDepth } = vm;
  const { counted } = nativeDepth;
  nativeDepth.enter('CALL');
  const text = yield* strSteps(vm, ref);
  nativeDepth.counted = counted;
  return text;
}

/** The same by the built-in class under this object's class, whatever `__format__` its own class has. */
export function nativeFormatObject(vm: Interpreter, ref: number, spec: string): number {
  if (spec === '') return withFormatCounted(vm, ref, () => strObject(vm, ref));
  // The method is bound for the call; the digits of a number are a text of their own while they are laid out.
  return vm.whileBound(ref, '__format__', () =>
    isTracing(vm) ? besideDigits(vm, ref, spec) : laidOut(vm, ref, spec),
  );
}

function besideDigits(vm: Interpreter, ref: number, spec: string): number {
  const layOut = (): number => laidOut(vm, ref, spec);
  if (vm.isInt(ref)) return passDigits(vm, vm.int(ref), layOut);
  return vm.isFloat(ref) ? passFloatDigits(vm, vm.heap.number(ref), spec, layOut) : layOut();
}

/** What a float's text is put around: sign, width, separators, precision and type of the specification. */
const FLOAT_SPEC = /^(?:.?[<>=^])?([-+ ]?)(z?#?)(0?\d*)([,_]?)((?:\.\d+)?[A-Za-z%]?)$/su;

/** format_float_internal: the digits come in a buffer; what has a width, a sign or separators is laid out from a str of them. */
function passFloatDigits(vm: Interpreter, value: number, spec: string, layOut: () => number): number {
  const [, sign = '', flags = '', width = '', separator = '', shape] = FLOAT_SPEC.exec(spec) ?? [];
  if (shape === undefined || !Number.isFinite(value)) return layOut();
  const digits = numberFormats.formatFloat(value, flags + shape, vm.process.values);
  const isPlain = (sign === '' || sign === '-') && width === '' && separator === '' && !shape.endsWith('n');
  if (isPlain) return during(vm, floatBufferBytes(digits), layOut);
  during(vm, floatBufferBytes(digits), () => vm.decref(vm.newFreshStr(digits)));
  return during(vm, strings.strBytes(vm.process, digits), layOut);
}

function laidOut(vm: Interpreter, ref: number, spec: string): number {
  const text = nativeFormat(vm, ref, spec);
  // A str that its width and precision leave alone is written as it is, of whatever class (format_string_internal).
  const unchanged = vm.isStr(ref) && text === vm.text(ref);
  return unchanged ? vm.own(ref) : vm.newStr(text);
}

export function formatOf(vm: Interpreter, ref: number, spec: string): string {
  const type = vm.classes.of(ref);
  const own = type.dict === 0 ? 0 : vm.overrideIn(type, '__format__');
  if (own !== 0) return formatBy(vm, own, ref, spec);
  return spec === '' ? withFormatCounted(vm, ref, () => strOf(vm, ref)) : nativeFormat(vm, ref, spec);
}

/** formatOf in steps. */
export function* formatTextSteps(vm: Interpreter, ref: number, spec: string): Steps<string> {
  const own = vm.override(ref, '__format__');
  if (own !== 0) return yield* formatBySteps(vm, own, ref, spec);
  if (spec !== '' || !asksForText(vm, ref)) return formatOf(vm, ref, spec);
  const { nativeDepth } = vm;
  const { counted } = nativeDepth;
  nativeDepth.enter('CALL');
  const text = yield* strTextSteps(vm, ref);
  nativeDepth.counted = counted;
  return text;
}

/** object.__format__ is called as any C function is; of a plain str or int PyObject_Format needs no method. */
function withFormatCounted<Result>(vm: Interpreter, ref: number, use: () => Result): Result {
  if (vm.isInt(ref) || vm.heap.typeOf(ref) === vm.process.types.atoms.str) return use();
  return vm.nativeDepth.calling(use);
}

function formatBy(vm: Interpreter, method: number, ref: number, spec: string): string {
  return vm.finish(formatBySteps(vm, method, ref, spec));
}

function* formatBySteps(vm: Interpreter, method: number, ref: number, spec: string): Steps<string> {
  const text = vm.newStr(spec);
  let bound = 0;
  try {
    bound = vm.bind(method, ref);
    const answer = yield* callSteps(vm, bound, [text]);
    return vm.guard(answer, () => {
      if (vm.isStr(answer)) return vm.text(answer);
      throw new PythonRaise('TypeError', `__format__ must return a str, not ${vm.typeName(answer)}`);
    });
  } finally {
    vm.dropAll([bound, text]);
  }
}

/** Shorter specifications ask for less than a thousand characters. */
const LONG_SPEC = 4;
const INT_MAX = 2 ** 31 - 1;

/** Is there room for as many characters as the width and the precision ask for? Beyond an int of C they are refused as they are. */
function roomForFields(vm: Interpreter, spec: string): void {
  if (spec.length < LONG_SPEC) return;
  for (const [digits] of spec.matchAll(/[0-9]+/g)) {
    const asked = Number(digits);
    if (asked > INT_MAX) continue;
    vm.roomFor(asked);
    vm.goThrough(asked);
  }
}

function nativeFormat(vm: Interpreter, ref: number, spec: string): string {
  roomForFields(vm, spec);
  const { atoms, float } = vm.process.types;
  const type = vm.classes.of(ref);
  const info = type.native.info;
  if (info === atoms.str) return formatStr(vm.text(ref), spec, vm.process.values, type.name);
  if (info === atoms.int || info === atoms.bool)
    return numberFormats.formatInt(vm.int(ref), spec, intRules(vm), type.name);
  if (info === float)
    return numberFormats.formatFloat(vm.heap.number(ref), spec, vm.process.values, type.name);
  if (info === atoms.complex)
    return numberFormats.formatComplex(vm.heap.payload(ref) as complexes.Complex, spec, vm.process.values);
  const native = vm.classes.lookup(type.native, '__format__');
  if (native !== 0 && native !== vm.classes.lookup(vm.classes.named('object'), '__format__'))
    return formatBy(vm, native, ref, spec);
  throw new PythonRaise('TypeError', `unsupported format string passed to ${type.name}.__format__`);
}
