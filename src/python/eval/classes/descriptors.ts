/**
 * Descriptors: what an attribute found on a class does when it is read, stored or deleted through an instance.
 *
 *   property | get | set | delete | doc |    staticmethod, classmethod | callable |    getset and member descriptors: payload is a GetSet's number
 */
import { B } from '../../../heap/index.ts';
import { PythonRaise } from '../../../objects/index.ts';
import { callSteps, specialSteps } from '../calls/call-steps.ts';
import { newBoundBuiltin, newMethod } from '../calls/functions.ts';
import { newMethodWrapper } from '../calls/slot-wrappers.ts';
import { owning, type Steps } from '../calls/waiting.ts';
import type { Interpreter } from '../interpreter.ts';
import { qualifiedName } from '../texts/text.ts';
import type { PyType } from './class-table.ts';
import { deleteSlot, getSlot, type Slot, setSlot } from './slots.ts';

export const PROPERTY = { GET: 0, SET: 1, DELETE: 2, DOC: 3, NAME: 4 } as const;

export function isDataDescriptor(vm: Interpreter, ref: number): boolean {
  const type = vm.classes.of(ref);
  switch (type.native.name) {
    case 'property':
    case 'getset_descriptor':
    case 'member_descriptor':
      return true;
    default:
      if (vm.descriptors[type.native.info.id]?.set !== undefined) return true;
      if (type.dict === 0) return false;
      return vm.overrideIn(type, '__set__') !== 0 || vm.overrideIn(type, '__delete__') !== 0;
  }
}

/** A data descriptor that can be read: one without __get__ leaves reading to the object's own attributes. */
export function isReadFirst(vm: Interpreter, ref: number): boolean {
  if (!isDataDescriptor(vm, ref)) return false;
  const type = vm.classes.of(ref);
  return type.dict === 0 || type.native.name !== 'object' || vm.overrideIn(type, '__get__') !== 0;
}

/** A class derived from that of a descriptor, with a `__get__` in Python. */
function hasOwnGet(vm: Interpreter, type: PyType): boolean {
  return type.dict !== 0 && type.native.name !== 'object' && vm.overrideIn(type, '__get__') !== 0;
}

/** Its __get__: `self` is 0 when it is read through the class. A new reference. */
export function descriptorGet(vm: Interpreter, ref: number, self: number, owner: PyType): number {
  if (vm.heap.typeOf(ref) !== vm.process.types.function && hasOwnGet(vm, vm.classes.of(ref)))
    return vm.finish(readThroughMethod(vm, ref, self, owner));
  return builtInGet(vm, ref, self, owner);
}

/** What the built-in class of a descriptor makes of it, whatever a class derived from that says. */
export function builtInGet(vm: Interpreter, ref: number, self: number, owner: PyType): number {
  const info = vm.heap.typeOf(ref);
  if (info === vm.process.types.function) return self === 0 ? vm.own(ref) : newMethod(vm, ref, self);
  const type = vm.classes.of(ref);
  switch (type.native.name) {
    case 'wrapper_descriptor':
      return self === 0 ? vm.own(ref) : newMethodWrapper(vm, ref, self);
    case 'method_descriptor':
      return self === 0 ? vm.own(ref) : newBoundBuiltin(vm, vm.heap.payload(ref) as number, self);
    case 'classmethod_descriptor':
      return newBoundBuiltin(vm, vm.heap.payload(ref) as number, owner.ref);
    case 'property':
      return self === 0 ? vm.own(ref) : vm.finish(readProperty(vm, ref, self, owner));
    case 'staticmethod':
      return vm.own(vm.field(ref, 0));
    case 'classmethod':
      return bindToClass(vm, vm.field(ref, 0), owner);
    case 'getset_descriptor':
    case 'member_descriptor':
      return self === 0 ? vm.own(ref) : readGetSet(vm, ref, self, owner);
    default:
      return (
        vm.descriptors[type.native.info.id]?.get(vm, ref, self) ??
        (type.dict === 0 ? vm.own(ref) : vm.finish(readThroughMethod(vm, ref, self, owner)))
      );
  }
}

function bindToClass(vm: Interpreter, callable: number, owner: PyType): number {
  if (vm.heap.typeOf(callable) === vm.process.types.function) return newMethod(vm, callable, owner.ref);
  return vm.rules.classMethodChains && vm.special(callable, '__get__') !== 0
    ? descriptorGet(vm, callable, owner.ref, vm.classes.of(owner.ref))
    : newMethod(vm, callable, owner.ref);
}

/** Is Python code behind what it gives, stores or deletes? Then `readSteps`, `setSteps`, `deleteSteps` do it. */
export function descriptorAsksPython(vm: Interpreter, ref: number): boolean {
  const type = vm.classes.of(ref);
  return type.native.name === 'property' || (type.dict !== 0 && vm.override(ref, '__get__') !== 0);
}

/** descriptorGet through an instance in steps. */
export function* readSteps(vm: Interpreter, ref: number, self: number, owner: PyType): Steps {
  const type = vm.classes.of(ref);
  if (type.native.name === 'property' && !hasOwnGet(vm, type))
    return yield* readProperty(vm, ref, self, owner);
  if (type.dict === 0 || vm.descriptors[type.native.info.id] !== undefined)
    return descriptorGet(vm, ref, self, owner);
  return yield* readThroughMethod(vm, ref, self, owner);
}

function* readThroughMethod(vm: Interpreter, ref: number, self: number, owner: PyType): Steps {
  const get = vm.override(ref, '__get__');
  if (get === 0) return vm.own(ref);
  // Whoever found it holds it meanwhile (_PyObject_GenericGetAttrWithDict, type_getattro).
  const args = [self === 0 ? vm.process.none : self, owner.ref];
  return yield* owning(vm, [vm.own(ref)], specialSteps(vm, get, ref, args));
}

function* readProperty(vm: Interpreter, ref: number, self: number, owner: PyType): Steps {
  const get = vm.field(ref, PROPERTY.GET);
  if (get === 0 || vm.isNone(get)) throw propertyError(vm, ref, owner, 'getter');
  return yield* callSteps(vm, get, [self]);
}

function propertyError(
  vm: Interpreter,
  ref: number,
  owner: PyType,
  what: 'getter' | 'setter' | 'deleter',
): PythonRaise {
  const old = {
    getter: 'unreadable attribute',
    setter: "can't set attribute",
    deleter: "can't delete attribute",
  }[what];
  const name = propertyName(vm, ref, owner);
  const { propertyErrorNames: names } = vm.rules;
  if (names === 'nothing') return new PythonRaise('AttributeError', old);
  if (names === 'itself') return new PythonRaise('AttributeError', name === null ? old : `${old} '${name}'`);
  const named = name === null ? 'property' : `property '${name}'`;
  return new PythonRaise('AttributeError', `${named} of '${owner.qualname}' object has no ${what}`);
}

function propertyName(vm: Interpreter, ref: number, owner: PyType): string | null {
  const field = (vm.heap.words[ref + B] as number) > PROPERTY.NAME ? vm.field(ref, PROPERTY.NAME) : 0;
  if (field !== 0) return vm.text(field);
  for (const one of owner.mro) {
    if (one.dict === 0) continue;
    for (const [key, value] of vm.entries(one.dict)) if (value === ref) return vm.text(key);
  }
  return null;
}

/** %T (_PyType_GetFullyQualifiedName): the program's own classes go without their module. */
function wholeName(type: PyType): string {
  return type.module === '__main__' ? type.qualname : qualifiedName(type);
}

function readGetSet(vm: Interpreter, ref: number, self: number, owner: PyType): number {
  const what = vm.heap.payload(ref);
  if (typeof what === 'number') return (vm.getsets[what] as (typeof vm.getsets)[number]).get(vm, self);
  const value = getSlot(vm, self, what as Slot);
  if (value !== 0) return vm.own(value);
  const { slot } = what as Slot;
  if (vm.process.profile.messages.emptySlot === 'name') throw new PythonRaise('AttributeError', slot);
  const named = vm.rules.slotsNameWholeClass ? wholeName(owner) : owner.name;
  throw new PythonRaise('AttributeError', `'${named}' object has no attribute '${slot}'`);
}

export function descriptorSet(vm: Interpreter, ref: number, self: number, value: number): void {
  const { name } = vm.classes.of(ref).native;
  if (name === 'getset_descriptor' || name === 'member_descriptor') return storeGetSet(vm, ref, self, value);
  vm.finish(setSteps(vm, ref, self, value));
}

/** The same in steps. */
export function* setSteps(vm: Interpreter, ref: number, self: number, value: number): Steps<void> {
  const { name } = vm.classes.of(ref).native;
  if (name === 'getset_descriptor' || name === 'member_descriptor') return storeGetSet(vm, ref, self, value);
  if (name === 'property') {
    const set = vm.field(ref, PROPERTY.SET);
    if (set === 0 || vm.isNone(set)) throw propertyError(vm, ref, vm.classes.of(self), 'setter');
    vm.decref(yield* callSteps(vm, set, [self, value]));
    return;
  }
  const known = vm.descriptors[vm.infoOf(ref).id]?.set;
  if (known !== undefined) return known(vm, ref, self, value);
  const set = vm.override(ref, '__set__');
  if (set === 0) throw new PythonRaise('AttributeError', '__set__');
  const dropping = dropped(vm, specialSteps(vm, set, ref, [self, value]));
  yield* owning(vm, [vm.own(ref)], dropping);
}

/** What a method answers that is called for what it does. */
function* dropped(vm: Interpreter, call: Steps): Steps<void> {
  vm.decref(yield* call);
}

function storeGetSet(vm: Interpreter, ref: number, self: number, value: number): void {
  const what = vm.heap.payload(ref);
  if (typeof what !== 'number') return setSlot(vm, self, what as Slot, value);
  const { set } = vm.getsets[what] as (typeof vm.getsets)[number];
  if (set === undefined) throw notWritable(vm, what, self);
  set(vm, self, value);
}

function removeGetSet(vm: Interpreter, ref: number, self: number): void {
  const what = vm.heap.payload(ref);
  if (typeof what !== 'number') return deleteSlot(vm, self, what as Slot);
  const remove = vm.getsets[what]?.delete;
  if (remove === undefined) throw notWritable(vm, what, self);
  remove(vm, self);
}

function notWritable(vm: Interpreter, what: number, self: number): PythonRaise {
  if (vm.getsets[what]?.member === true) return new PythonRaise('AttributeError', 'readonly attribute');
  const owner = vm.classes.of(self).name;
  return new PythonRaise(
    'AttributeError',
    `attribute '${vm.getsetNames[what]}' of '${owner}' objects is not writable`,
  );
}

export function descriptorDelete(vm: Interpreter, ref: number, self: number): void {
  vm.finish(deleteSteps(vm, ref, self));
}

/** The same in steps. */
export function* deleteSteps(vm: Interpreter, ref: number, self: number): Steps<void> {
  const { name } = vm.classes.of(ref).native;
  if (name === 'getset_descriptor' || name === 'member_descriptor') return removeGetSet(vm, ref, self);
  if (name === 'property') {
    const del = vm.field(ref, PROPERTY.DELETE);
    if (del === 0 || vm.isNone(del)) throw propertyError(vm, ref, vm.classes.of(self), 'deleter');
    vm.decref(yield* callSteps(vm, del, [self]));
    return;
  }
  const known = vm.descriptors[vm.infoOf(ref).id]?.set;
  if (known !== undefined) return known(vm, ref, self, 0);
  const del = vm.override(ref, '__delete__');
  if (del === 0) throw new PythonRaise('AttributeError', '__delete__');
  yield* owning(vm, [vm.own(ref)], dropped(vm, specialSteps(vm, del, ref, [self])));
}
