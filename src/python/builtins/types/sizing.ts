/**
 * `__sizeof__`: object's tells what the layout of the class tells, `tp_basicsize` and so many times `tp_itemsize` (object___sizeof___impl);
 * classes whose objects have memory beside their body, or room that is not used, have one of their own.
 */
import { ints, sizeOf } from '../../../objects/index.ts';
import { outsideDescriptor } from '../../eval/calls/functions.ts';
import { frontBytes } from '../../eval/classes/added-bytes.ts';
import type { PyType } from '../../eval/classes/class-table.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { native } from '../../eval/native.ts';
import { basicSize, itemSize } from './basic-sizes.ts';

const HAVE_OWN = 'int str bytearray list dict set frozenset type code'.split(' ');

function ownSize(vm: Interpreter, ref: number): number {
  return vm.sizeOfObject(ref, sizeOf) - frontBytes(vm, ref);
}

export const OWN_SIZEOF = native((vm, [self = 0]) => vm.newInt(ownSize(vm, self)));

/** Py_SIZE: digits of an int with its sign, which from 3.12 on lie above three bits that tell it (lv_tag); slots of a class. */
function itemsOf(vm: Interpreter, ref: number): number {
  if (!vm.isInt(ref)) return vm.classes.forObject(ref)?.slots?.length ?? 0;
  const value = vm.int(ref);
  const digits = value === 0 ? 0 : ints.intDigitCount(value);
  if (!vm.rules.intsTagTheirSign) return value < 0 ? -digits : digits;
  return digits === 0 ? 1 : digits * 8 + (value < 0 ? 2 : 0);
}

/** Does a built-in class of its own say how large its objects are? */
function hasOwn(type: PyType): boolean {
  return type.native.mro.some((one) => one.name !== 'object' && one.natives.has('__sizeof__'));
}

export const PLAIN_SIZEOF = native((vm, [self = 0]) => {
  const type = vm.typeOf(self);
  if (!hasOwn(type)) return vm.newInt(ownSize(vm, self));
  const item = itemSize(vm, type);
  return vm.newInt(basicSize(vm, type) + (item > 0 ? item * itemsOf(vm, self) : 0));
});

export function installSizing(vm: Interpreter): void {
  for (const name of HAVE_OWN) {
    const label = `${name}.__sizeof__`;
    vm.classes
      .named(name)
      .natives.set('__sizeof__', outsideDescriptor(vm, 'method_descriptor', label, OWN_SIZEOF));
  }
}
