/** Where objects that are no plain instances keep their attributes: in a field of theirs, or beside them. */
import { A, ANNEX_DICT, KIND } from '../../../heap/index.ts';
import { attributeDicts, instances, PythonRaise } from '../../../objects/index.ts';
import { FN } from '../calls/functions.ts';
import { EXC, isExceptionClass, whatCSees } from '../exceptions/raise.ts';
import type { Interpreter } from '../interpreter.ts';
import type { PyType } from './class-table.ts';

/** Borrowed `__dict__` of an object that is no plain instance; 0 when it has none (or none yet). */
export function ownDict(vm: Interpreter, ref: number, type: PyType, create: boolean): number {
  const place = dictField(vm, type.native);
  if (place < 0 && !type.extraDict) return 0;
  const known = place < 0 ? (vm.heap.annexes.of(ref)?.refs[ANNEX_DICT] ?? 0) : vm.field(ref, place);
  if (known !== 0 || !create) return known;
  return keepDict(vm, ref, place, attributeDicts.newAttributeDict(vm.process, type));
}

/** The new dict becomes the object's. */
function keepDict(vm: Interpreter, ref: number, place: number, dict: number): number {
  if (place >= 0) vm.setField(ref, place, dict);
  else vm.heap.annexes.ensure(ref).refs[ANNEX_DICT] = dict;
  return dict;
}

/** May an object of this class, no plain instance, have attributes of its own? */
export function keepsAttributes(vm: Interpreter, type: PyType): boolean {
  return type.extraDict || dictField(vm, type.native) >= 0;
}

export function dictField(vm: Interpreter, native: PyType): number {
  if (native.info === vm.process.types.function) return FN.DICT;
  if (native.name === 'module') return 0;
  if (isExceptionClass(vm, native)) return EXC.DICT;
  if (native.name === 'staticmethod' || native.name === 'classmethod') return 1;
  return native.info.name === 'SimpleNamespace' ? 0 : -1;
}

/** Borrowed `__dict__` that an object has already, 0 for none. */
export function madeDict(vm: Interpreter, ref: number): number {
  const type = vm.classes.of(ref);
  if (type.layout !== null && vm.heap.typeOf(ref).kind === KIND.INSTANCE)
    return Math.max(0, -(vm.heap.words[ref + A] as number));
  return ownDict(vm, ref, type, false);
}

/** _PyObject_IsInstanceDictEmpty, the other way round: has it attributes, whether or not there is a dict of them? */
export function hasAttributes(vm: Interpreter, ref: number): boolean {
  const dict = madeDict(vm, ref);
  if (dict !== 0) return vm.length(dict) > 0;
  return vm.heap.typeOf(ref).kind === KIND.INSTANCE && instances.hasValues(vm.process, ref);
}

/** Deletes an attribute of an instance of a class in Python: a dict that it has raises its KeyError first. */
export function deleteNamed(vm: Interpreter, ref: number, name: string): void {
  try {
    instances.deleteNamed(vm.process, ref, name);
  } catch (error) {
    const hasDict = (vm.heap.words[ref + A] as number) < 0;
    if (hasDict && error instanceof PythonRaise)
      vm.catches(whatCSees(vm, vm.keyError(vm.process.internName(name))), 'KeyError');
    throw error;
  }
}
