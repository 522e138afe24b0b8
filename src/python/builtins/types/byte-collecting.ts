/** The bytes of an iterable, each checked before the next is asked for, after a guess how many there will be. */
import type { Interpreter } from '../../eval/interpreter.ts';
import { byteOfItem } from '../arguments.ts';
import { addressable, lengthHint } from './list-fill.ts';

/** @param guess where the iterable does not say (bytesobject.c:_PyBytes_FromIterator, bytearrayobject.c:bytearray_extend) */
export function collectBytes(
  vm: Interpreter,
  iterable: number,
  { guess, message }: { readonly guess: number; readonly message: string },
): Uint8Array {
  const found: number[] = [];
  vm.guard(vm.iter(iterable), (iterator) => {
    addressable(lengthHint(vm, iterable, guess));
    for (let item = vm.next(iterator); item !== 0; item = vm.next(iterator))
      found.push(vm.guard(item, () => byteOfItem(vm, item, message)));
  });
  return Uint8Array.from(found);
}
