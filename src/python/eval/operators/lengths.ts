/** len(): sizes of built-in containers, or `__len__` (abstract.c:PyObject_Size). Other files add theirs to `LENGTHS`. */
import { B, KIND } from '../../../heap/index.ts';
import { PythonRaise, points, strings } from '../../../objects/index.ts';
import { specialSteps } from '../calls/call-steps.ts';
import type { Steps } from '../calls/waiting.ts';
import { goThroughPlaces } from '../effort.ts';
import type { Interpreter } from '../interpreter.ts';

/** -1: it has no length. */
export function lengthOrNone(vm: Interpreter, ref: number): number {
  const own = vm.override(ref, '__len__');
  return own === 0 ? nativeLength(vm, ref) : lengthAsked(vm, ref, own);
}

/** What C code reads in the object itself, whatever its class says; -1: nothing. */
export function nativeLength(vm: Interpreter, ref: number): number {
  const { atoms, bytearray, range } = vm.process.types;
  const info = vm.infoOf(ref);
  switch (info.kind) {
    case KIND.LIST:
    case KIND.TUPLE:
    case KIND.DICT:
    case KIND.SET:
      return vm.heap.words[ref + B] as number;
    default:
  }
  if (info === atoms.str) {
    goThroughPlaces(vm, ref);
    return points.codePointLength(vm.text(ref));
  }
  if (info === atoms.bytes) return vm.bytes(ref).length;
  if (info === bytearray) return strings.bytearrayLength(vm.process, ref);
  if (info === range) return vm.index(vm.field(ref, 3));
  if (
    info.name === 'dict_keys' ||
    info.name === 'dict_values' ||
    info.name === 'dict_items' ||
    info.name === 'mappingproxy'
  ) {
    return info.name === 'mappingproxy'
      ? lengthOrNone(vm, vm.field(ref, 0))
      : nativeLength(vm, vm.field(ref, 0));
  }
  const method = vm.special(ref, '__len__');
  return method === 0 ? -1 : lengthAsked(vm, ref, method);
}

function lengthAsked(vm: Interpreter, ref: number, method: number): number {
  const steps = (): Steps => lengthByMethod(vm, ref, method);
  return vm.conversions === null ? vm.finish(steps()) : vm.conversions.ask(ref, '__len__', steps);
}

export function lengthOf(vm: Interpreter, ref: number): number {
  const length = lengthOrNone(vm, ref);
  if (length < 0) throw new PythonRaise('TypeError', `object of type '${vm.typeName(ref)}' has no len()`);
  return length;
}

/** lengthOf in steps. */
export function* lengthSteps(vm: Interpreter, ref: number): Steps {
  const own = vm.override(ref, '__len__');
  return own === 0 ? lengthOf(vm, ref) : yield* lengthByMethod(vm, ref, own);
}

function* lengthByMethod(vm: Interpreter, ref: number, method: number): Steps {
  const answer = yield* specialSteps(vm, method, ref);
  return vm.guard(answer, () => {
    if (!vm.isInt(answer)) {
      throw new PythonRaise(
        'TypeError',
        `'${vm.typeName(answer)}' object cannot be interpreted as an integer`,
      );
    }
    const length = vm.index(answer, "cannot fit 'int' into an index-sized integer");
    if (length < 0) throw new PythonRaise('ValueError', '__len__() should return >= 0');
    return length;
  });
}
