/** `__getattribute__`, `__setattr__` and `__delattr__` of built-in classes (typeobject.c: wrap_setattr, wrap_delattr). */
import { PythonRaise } from '../../../objects/index.ts';
import { wrongSelf } from '../../eval/calls/native-arguments.ts';
import { plainAttributeSteps, plainRemoveSteps, plainStoreSteps } from '../../eval/classes/attributes.ts';
import { nameRead, nameStored } from '../../eval/classes/method-cache.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type NativeDefinition, type NativeSteps, type NativeTraits, resumable } from '../../eval/native.ts';

/** The name of an attribute, which only a str can be (_PyObject_GenericGetAttrWithDict). */
function attribute(vm: Interpreter, ref: number | undefined): string {
  if (vm.isStr(ref as number)) return vm.text(ref as number);
  throw new PythonRaise('TypeError', `attribute name must be string, not '${vm.typeName(ref as number)}'`);
}

const reading: NativeSteps = (vm, [self = 0, key = 0]) => {
  const name = attribute(vm, key);
  nameRead(vm, self, key);
  return plainAttributeSteps(vm, self, vm.typeOf(self), name);
};

/** tp_getattro of a class that reads attributes its own way, and of object. */
export const READING = resumable(reading, { args: [1, 1] });

const storing: NativeSteps = function* (vm, [self = 0, key = 0, value = 0]) {
  const name = attribute(vm, key);
  nameStored(vm, self, key);
  yield* plainStoreSteps(vm, self, name, value);
  return vm.none();
};

const removing: NativeSteps = function* (vm, [self = 0, key = 0]) {
  const name = attribute(vm, key);
  nameStored(vm, self, key);
  yield* plainRemoveSteps(vm, self, name);
  return vm.none();
};

/** object's slot does not do for a class, which has one of its own (hackcheck). */
function refusingClasses(name: string, steps: NativeSteps): NativeSteps {
  return (vm, args, keywords) => {
    const [self = 0] = args;
    if (vm.classes.forObject(self) !== undefined)
      throw new PythonRaise('TypeError', `can't apply this ${name} to ${vm.typeName(self)} object`);
    return steps(vm, args, keywords);
  };
}

export const OBJECT_SLOTS: Readonly<Record<string, NativeDefinition>> = {
  __getattribute__: READING,
  __setattr__: resumable(refusingClasses('__setattr__', storing), { args: [2, 2] }),
  __delattr__: resumable(refusingClasses('__delattr__', removing), { args: [1, 1] }),
};

function takingClasses(name: string, steps: NativeSteps): NativeSteps {
  return (vm, args, keywords) => {
    const [self = 0] = args;
    if (vm.classes.forObject(self) === undefined) throw wrongSelf(vm, 'type', name, self);
    return steps(vm, args, keywords);
  };
}

const ONE: NativeTraits = { args: [1, 1] };

export const TYPE_SLOTS: Readonly<Record<string, NativeDefinition>> = {
  __getattribute__: resumable(takingClasses('__getattribute__', reading), ONE),
  __setattr__: resumable(takingClasses('__setattr__', storing), { args: [2, 2] }),
  __delattr__: resumable(takingClasses('__delattr__', removing), ONE),
};
