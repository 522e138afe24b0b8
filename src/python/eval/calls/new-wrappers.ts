/** `__new__` as built-in classes have it: a built-in function whose self is the class (typeobject.c:tp_new_wrapper, add_tp_new_wrapper). */
import { PythonRaise } from '../../../objects/index.ts';
import type { PyType } from '../classes/class-table.ts';
import { constructOf } from '../classes/class-table.ts';
import type { Interpreter } from '../interpreter.ts';
import { type NativeDefinition, type NativeSteps, NO_KEYWORDS, resumable } from '../native.ts';
import { constructSteps } from './class-calls.ts';
import { outsideBuiltin } from './functions.ts';
import { consumed } from './waiting.ts';

/** Gives a class that makes its objects itself its `__new__`. */
export function addNewWrapper(vm: Interpreter, type: PyType): void {
  const wrapper = outsideBuiltin(vm, `${type.name}.__new__`, definition(type));
  vm.setField(wrapper, 0, vm.own(type.ref));
  type.natives.set('__new__', wrapper);
}

function definition(owner: PyType): NativeDefinition {
  const call: NativeSteps = (vm, [, of, ...args], keywords) => {
    const type = checked(vm, owner, of);
    // What follows the class comes in a tuple of its own.
    const empty = constructOf(owner)?.makesEmpty !== undefined;
    if (empty) return constructSteps(vm, type, { args: [], keywords: NO_KEYWORDS });
    if (args.length === 0) return constructSteps(vm, type, { args, keywords });
    const tuple = vm.newTuple(args);
    return consumed(vm, [tuple], constructSteps(vm, type, { args, keywords, tuple }));
  };
  return resumable(call, { args: [0, Number.MAX_SAFE_INTEGER], anyKeywords: true, packs: true });
}

/** The class that an object is made of: one of the owner's subclasses, which makes its objects as the owner does. */
function checked(vm: Interpreter, owner: PyType, of: number | undefined): PyType {
  const called = `${owner.name}.__new__(`;
  if (of === undefined) throw new PythonRaise('TypeError', `${called}): not enough arguments`);
  const type = vm.classes.forObject(of);
  if (type === undefined)
    throw new PythonRaise('TypeError', `${called}X): X is not a type object (${vm.typeName(of)})`);
  if (!type.mro.includes(owner)) {
    const words = `${called}${type.name}): ${type.name} is not a subtype of ${owner.name}`;
    throw new PythonRaise('TypeError', words);
  }
  if (constructOf(type.native) !== constructOf(owner)) {
    const maker = type.mro.find((one) => one.dict === 0 || !overridesNew(vm, one)) ?? type;
    const words = `${called}${type.name}) is not safe, use ${maker.name}.__new__()`;
    throw new PythonRaise('TypeError', words);
  }
  return type;
}

/** Its tp_new is a method of Python code (slot_tp_new). */
function overridesNew(vm: Interpreter, type: PyType): boolean {
  return vm.overrideIn(type, '__new__') !== 0;
}
