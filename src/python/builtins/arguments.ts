/**
 * What natives do with their arguments: integers from anything with `__index__`, positions, bytes, argument tuples of some versions.
 * Messages are those of CPython's argument converters (getargs.c, abstract.c).
 */
import { bytesMethods, codecs, type ints, PythonRaise } from '../../objects/index.ts';
import { consumed } from '../eval/calls/waiting.ts';
import { unicodeArguments } from '../eval/exceptions/raise.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import type { Native, NativeSteps } from '../eval/native.ts';
import { askedIndex, slicePart } from '../eval/operators/subscripts.ts';
import { asSsize } from '../eval/ssize.ts';

export const NOT_SMALL = 'Python int too large to convert to C ssize_t';

/** PyNumber_Index: the value of an int, or of what `__index__` answers. */
export function indexValue(vm: Interpreter, ref: number): ints.PyInt {
  if (vm.isInt(ref)) return vm.int(ref);
  const method = vm.special(ref, '__index__');
  if (method === 0)
    throw new PythonRaise('TypeError', `'${vm.typeName(ref)}' object cannot be interpreted as an integer`);
  return askedIndex(vm, method, ref);
}

/** The same as a size (converter `n`). */
export function sizeValue(vm: Interpreter, ref: number): number {
  const value = asSsize(indexValue(vm, ref));
  if (value === null) throw new PythonRaise('OverflowError', NOT_SMALL);
  return value;
}

/** The same after a check in the words of the version: what Argument Clinic makes of `Py_ssize_t`. */
export function clinicSize(vm: Interpreter, ref: number): number {
  if (vm.isFloat(ref)) throw new PythonRaise('TypeError', vm.words.intArgument('float'));
  return sizeValue(vm, ref);
}

/** Converter `i`. */
export function cInt(vm: Interpreter, ref: number): number {
  const value = indexValue(vm, ref);
  if (value > 0x7fffffff || value < -0x80000000) {
    throw new PythonRaise(
      'OverflowError',
      typeof value === 'bigint'
        ? 'Python int too large to convert to C int'
        : 'signed integer is greater than maximum',
    );
  }
  return Number(value);
}

/** _PyLong_AsInt, after a check in the words of the version: what Argument Clinic makes of `int`. */
export function clinicInt(vm: Interpreter, ref: number): number {
  if (!vm.isInt(ref) && vm.special(ref, '__index__') === 0)
    throw new PythonRaise('TypeError', vm.words.intArgument(vm.typeName(ref)));
  const value = indexValue(vm, ref);
  if (value <= 0x7fffffff && value >= -0x80000000) return Number(value);
  throw new PythonRaise('OverflowError', 'Python int too large to convert to C int');
}

/** An optional `bool` of Argument Clinic's, which up to 3.11 took it for an int. */
export function flagArgument(vm: Interpreter, ref: number): boolean {
  if (ref === 0) return false;
  return vm.rules.flagsAreInts ? clinicInt(vm, ref) !== 0 : vm.truth(ref);
}

/** An optional size: `otherwise` when the argument was not given. */
export function sizeOr(vm: Interpreter, ref: number | undefined, otherwise: number): number {
  return ref === undefined || ref === 0 ? otherwise : clinicSize(vm, ref);
}

/** Optional start and end of a search (converter _PyEval_SliceIndex): None or nothing means the whole. */
export function bounds(
  vm: Interpreter,
  start: number | undefined,
  end: number | undefined,
): readonly [number, number] {
  const from = start === undefined || start === 0 ? null : slicePart(vm, start);
  const to = end === undefined || end === 0 ? null : slicePart(vm, end);
  return [from ?? 0, to ?? Number.MAX_SAFE_INTEGER];
}

/** The same where None is no position (converter _PyEval_SliceIndexNotNone). */
export function boundsNotNone(
  vm: Interpreter,
  start: number | undefined,
  end: number | undefined,
): readonly [number, number] {
  for (const one of [start, end]) {
    if (one === undefined || one === 0 || vm.isInt(one) || vm.special(one, '__index__') !== 0) continue;
    throw new PythonRaise('TypeError', 'slice indices must be integers or have an __index__ method');
  }
  return bounds(vm, start, end);
}

/** Text of an argument, called `callee() argument` and its number or name, that must be a str (_PyArg_BadArgument). */
export function strArgument(vm: Interpreter, ref: number, called: string): string {
  if (vm.isStr(ref)) return vm.text(ref);
  throw new PythonRaise(
    'TypeError',
    `${called} must be str, not ${vm.isNone(ref) ? 'None' : vm.typeName(ref)}`,
  );
}

const NAMED_CODEC = ["'encoding'", "'errors'"] as const;

/** The optional `encoding` and `errors` of a function; the text of the first is UTF-8 when it is not given. */
export function codecArguments(
  vm: Interpreter,
  callee: string,
  [encoding, errors]: readonly [number, number],
): { readonly encoding: string; readonly errors: string } {
  const called = vm.classes.byName.has(callee) ? vm.words.codecArguments : NAMED_CODEC;
  const text = (ref: number, at: 0 | 1): string => strArgument(vm, ref, `${callee}() argument ${called[at]}`);
  return {
    encoding: encoding === 0 ? 'utf-8' : text(encoding, 0),
    errors: errors === 0 ? 'strict' : text(errors, 1),
  };
}

/** A str in bytes; where it cannot be encoded, the exception holds it (make_encode_exception). */
export function encoded(
  vm: Interpreter,
  text: number,
  codec: { readonly encoding: string; readonly errors: string },
): Uint8Array {
  try {
    return codecs.encodeText(vm.text(text), { ...codec, profile: vm.process.values });
  } catch (error) {
    if (error instanceof PythonRaise && error.unicode !== null)
      vm.raiseDetails.set(error, unicodeArguments(vm, error.unicode, text));
    throw error;
  }
}

/** Content of bytes, bytearray; null for anything else. */
export function bytesOf(vm: Interpreter, ref: number): Uint8Array | null {
  const info = vm.infoOf(ref);
  if (info === vm.process.types.atoms.bytes || info === vm.process.types.bytearray) return vm.anyBytes(ref);
  return vm.buffers[info.id]?.(vm, ref) ?? null;
}

/** A bytes-like argument as latin-1 text. */
export function bytesText(vm: Interpreter, ref: number): string {
  return bytesMethods.bytesToLatin1(bytesLike(vm, ref));
}

export function bytesLike(vm: Interpreter, ref: number): Uint8Array {
  const bytes = bytesOf(vm, ref);
  if (bytes === null)
    throw new PythonRaise('TypeError', `a bytes-like object is required, not '${vm.typeName(ref)}'`);
  return bytes;
}

/** The call makes a tuple of its arguments, self or class apart, up to this version (no vectorcall, METH_VARARGS there). */
export function packedUpTo(minor: number, call: Native): Native {
  return (vm, args, keywords) => {
    const tuple = vm.takeTuple();
    if (vm.minor > minor || tuple !== 0) return call(vm, args, keywords);
    const given = args.slice(1).filter((one) => one !== 0);
    if (given.length === 0 || inTuple(vm, args[0] as number)) return call(vm, args, keywords);
    return vm.withTuple(given, () => call(vm, args, keywords));
  };
}

/** The same of a native in steps. */
export function stepsPackedUpTo(minor: number, steps: NativeSteps): NativeSteps {
  return (vm, args, keywords) => {
    const given = args.slice(1).filter((one) => one !== 0);
    const tuple = vm.takeTuple();
    const call = steps(vm, args, keywords);
    if (given.length === 0 || vm.minor > minor || tuple !== 0 || inTuple(vm, args[0] as number)) return call;
    return consumed(vm, [vm.newTuple(given)], call);
  };
}

/** Calls of classes made by Python code have their arguments in a tuple already. */
function inTuple(vm: Interpreter, first: number): boolean {
  const type = vm.classes.forObject(first);
  return type !== undefined && type.dict !== 0;
}

/** The same in every version. */
export function packed(call: Native): Native {
  return packedUpTo(Number.MAX_SAFE_INTEGER, call);
}

/** An item of what bytes are made of. */
export function byteOfItem(vm: Interpreter, item: number, message: string): number {
  const value = indexValue(vm, item);
  if (value < 0 || value > 255) throw new PythonRaise('ValueError', message);
  return Number(value);
}
