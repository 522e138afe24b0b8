/**
 * Classes that operations defined, as programs see them: they existed before, so that adopting one takes no memory of the session's.
 * What their `__del__` does is known to the objects room alone.
 */
import { KIND } from '../../../heap/index.ts';
import type { PythonClass } from '../../../objects/index.ts';
import type { Interpreter } from '../interpreter.ts';
import { linearise, newRecord, type PyType } from './class-table.ts';
import { slotOf } from './slots.ts';

/** Adopts the classes that there are, for an interpreter that begins. */
export function adoptClasses(vm: Interpreter): void {
  for (const one of vm.process.classes) adoptClass(vm, one);
}

/** A class that an operation has defined is one that programs know. */
export function adoptClass(vm: Interpreter, one: PythonClass): void {
  vm.classes.add(adopted(vm, one));
  vm.nameless.push(one);
}

/** Binds the names of classes adopted since the last time, where nothing has these names. */
export function nameAdoptedClasses(vm: Interpreter, namespace: number): void {
  for (const { name, object } of vm.nameless.splice(0)) {
    if (vm.readDict(namespace, name) === 0) vm.put(namespace, name, vm.own(object));
  }
}

function adopted(vm: Interpreter, one: PythonClass): PyType {
  const object = vm.classes.named('object');
  const parents = one.bases.map((base) => vm.classes.ofLayout(base.type.id) as PyType);
  const bases = parents.length === 0 ? [object] : parents;
  const dict = vm.heap.newOutside(vm.process.types.dict, 1);
  vm.put(dict, '__module__', vm.name('__main__'));
  vm.put(dict, '__doc__', vm.none());
  const type = newRecord({
    name: one.name,
    qualname: one.name,
    module: '__main__',
    ref: one.object,
    info: one.type,
    layout: one,
    bases,
    native: object,
    dict,
    slots: one.definedSlots,
  });
  type.mro = linearise(type, bases).mro ?? [type, object];
  addMembers(vm, type);
  const tuples = [outsideTuple(vm, bases), outsideTuple(vm, type.mro)];
  vm.fillFields(one.object, [dict, ...tuples, (bases[0] as PyType).ref]);
  vm.adopted.add(one);
  return type;
}

function addMembers(vm: Interpreter, type: PyType): void {
  const { info } = vm.classes.named('member_descriptor');
  for (const slot of type.slots ?? []) {
    if (slot === '__dict__' || slot === '__weakref__') continue;
    const member = vm.newOutsideFields(info, [vm.name(slot)]);
    vm.heap.setPayload(member, slotOf(type.layout?.slots ?? [], slot));
    vm.put(type.dict, slot, member);
  }
}

function outsideTuple(vm: Interpreter, types: readonly PyType[]): number {
  return vm.newOutsideTuple(types.map((one) => vm.own(one.ref)));
}

/** Did an operation say what happens when this object dies? */
export function isFinalizedByOperations(vm: Interpreter, ref: number): boolean {
  if (vm.heap.typeOf(ref).kind !== KIND.INSTANCE) return false;
  const type = vm.classes.ofLayout(vm.heap.typeOf(ref).id);
  if (type === undefined) return true;
  return (
    type.mro.some((one) => one.layout !== null && vm.adopted.has(one.layout)) &&
    vm.classes.lookup(type, '__del__') === 0
  );
}
