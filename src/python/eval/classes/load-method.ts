/** Reading an attribute in order to call it (object.c:_PyObject_GetMethod): a plain method comes unbound, with its object beside it. */
import { isMethodDescriptor } from '../calls/slot-wrappers.ts';
import type { Interpreter } from '../interpreter.ts';
import { getAttribute, overridesReading, ownAttribute } from './attributes.ts';

/** LOAD_METHOD: [method, self] where no bound method is needed, otherwise [attribute, 0]; new references. */
export function loadMethod(
  vm: Interpreter,
  ref: number,
  name: string,
  push: (method: number, self: number) => void,
): void {
  const type = vm.classes.of(ref);
  const plain = vm.classes.forObject(ref) === undefined && (type.dict === 0 || !overridesReading(vm, type));
  // What reads attributes its own way (a super object) knows better than its class which method is meant.
  if (plain && vm.getters[type.native.info.id] === undefined) {
    const found = vm.classes.lookup(type, name);
    if (found !== 0 && isPlainMethod(vm, found) && ownAttribute(vm, ref, type, name) === 0) {
      vm.incref(found);
      push(found, vm.own(ref));
      return;
    }
  }
  push(getAttribute(vm, ref, name), 0);
}

export function isPlainMethod(vm: Interpreter, ref: number): boolean {
  const info = vm.heap.typeOf(ref);
  return info === vm.process.types.function || isMethodDescriptor(info.name);
}
