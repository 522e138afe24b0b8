/**
 * The special methods that a class of C has as attributes because its slots are filled (typeobject.c:add_operators): all six comparisons
 * where it compares, and `__hash__` where it hashes in a way of its own.
 */
import { hash64s } from '../../../objects/index.ts';
import { outsideDescriptor } from '../../eval/calls/functions.ts';
import type { PyType } from '../../eval/classes/class-table.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type NativeDefinition, native } from '../../eval/native.ts';
import { newSizedInt } from '../allocate.ts';
import { COMPARISONS } from './dunders.ts';
import { checkingSelf } from './self-check.ts';

/** tp_hash, whatever `__hash__` the object's own class has. */
const NATIVE_HASH: NativeDefinition = native((vm, [self = 0]) => {
  const hash = vm.hashers[vm.infoOf(self).id] as (vm: Interpreter, ref: number) => hash64s.Hash64;
  return newSizedInt(vm, hash64s.hashToInt(hash(vm, self)));
});

export function addSlotAttributes(vm: Interpreter, type: PyType): void {
  const { id } = type.info;
  const lacks = (name: string): boolean => !type.natives.has(name);
  const methods = {
    ...(vm.comparers[id] !== undefined && lacks('__eq__') ? COMPARISONS : {}),
    ...(vm.hashers[id] !== undefined && lacks('__hash__') ? { __hash__: NATIVE_HASH } : {}),
  };
  const checked = checkingSelf({ name: type.name, methods }).methods ?? {};
  for (const [name, one] of Object.entries(checked))
    type.natives.set(name, outsideDescriptor(vm, 'wrapper_descriptor', `${type.qualname}.${name}`, one));
}

export function installSlotAttributes(vm: Interpreter): void {
  for (const type of vm.classes.all) addSlotAttributes(vm, type);
}
