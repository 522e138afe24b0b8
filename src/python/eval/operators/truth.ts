/** Whether an object counts as true (object.c:PyObject_IsTrue): a constant, a number, a size, `__bool__` or `__len__`. */
import { B, KIND } from '../../../heap/index.ts';
import { PythonRaise } from '../../../objects/index.ts';
import { specialSteps } from '../calls/call-steps.ts';
import type { Steps } from '../calls/waiting.ts';
import { warn } from '../exceptions/warnings.ts';
import type { Interpreter } from '../interpreter.ts';
import { lengthOf, lengthSteps } from './lengths.ts';

/** The same in steps, where a class of the program's may have methods that say so. */
export function* truthSteps(vm: Interpreter, ref: number): Steps<boolean> {
  const own = vm.classes.of(ref).dict === 0 ? null : yield* truthByMethod(vm, ref);
  return own ?? builtinTruth(vm, ref);
}

/** Whether an answer is true, which is dropped. */
export function* answerSteps(vm: Interpreter, answer: number): Steps<boolean> {
  try {
    return vm.classes.of(answer).dict === 0 ? vm.truth(answer) : yield* truthSteps(vm, answer);
  } finally {
    vm.decref(answer);
  }
}

export function truthOf(vm: Interpreter, ref: number): boolean {
  const { atoms } = vm.process.types;
  const info = vm.heap.typeOf(ref);
  if (info === atoms.bool || info === atoms.int) return vm.int(ref) !== 0;
  if (info === atoms.NoneType) return false;
  return vm.classes.of(ref).dict === 0 ? builtinTruth(vm, ref) : vm.finish(truthSteps(vm, ref));
}

/** What the built-in class says, whatever methods there are. */
function builtinTruth(vm: Interpreter, ref: number): boolean {
  const { atoms, float } = vm.process.types;
  const type = vm.classes.of(ref);
  const native = type.native.info;
  if (native === atoms.int || native === atoms.bool) return vm.int(ref) !== 0;
  if (native === atoms.NoneType) return false;
  if (native === float) return vm.heap.number(ref) !== 0;
  if (native === atoms.str) return vm.text(ref) !== '';
  if (native === atoms.bytes) return vm.bytes(ref).length > 0;
  if (native === atoms.complex) {
    const { re, im } = vm.heap.payload(ref) as { re: number; im: number };
    return re !== 0 || im !== 0;
  }
  if (
    native.kind === KIND.LIST ||
    native.kind === KIND.TUPLE ||
    native.kind === KIND.DICT ||
    native.kind === KIND.SET
  ) {
    return vm.heap.words[ref + B] !== 0;
  }
  if (native === atoms.NotImplementedType && vm.words.notImplementedTruth !== null)
    warn(vm, 'DeprecationWarning', vm.words.notImplementedTruth);
  if (native.name === 'range') return vm.int(vm.field(ref, 3)) !== 0;
  return !type.native.natives.has('__len__') || lengthOf(vm, ref) !== 0;
}

/** null: the class says nothing about it. */
function* truthByMethod(vm: Interpreter, ref: number): Steps<boolean | null> {
  const bool = vm.override(ref, '__bool__');
  if (bool === 0) return vm.override(ref, '__len__') === 0 ? null : (yield* lengthSteps(vm, ref)) !== 0;
  const answer = yield* specialSteps(vm, bool, ref);
  return vm.guard(answer, () => {
    if (vm.heap.typeOf(answer) === vm.process.types.atoms.bool) return vm.int(answer) !== 0;
    throw new PythonRaise('TypeError', `__bool__ should return bool, returned ${vm.typeName(answer)}`);
  });
}
