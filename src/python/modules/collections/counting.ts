/** _count_elements: what Counter counts with (_collectionsmodule.c): past the methods of dict where nobody overrides them. */
import { dicts } from '../../../objects/index.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { native } from '../../eval/native.ts';

function countElements(vm: Interpreter, [mapping = 0, iterable = 0]: readonly number[]): number {
  const plain =
    vm.isDict(mapping) && vm.override(mapping, 'get') === 0 && vm.override(mapping, '__setitem__') === 0;
  vm.guard(vm.newInt(1), (one) => {
    vm.guard(vm.iter(iterable), (iterator) => {
      for (let key = vm.next(iterator); key !== 0; key = vm.next(iterator)) {
        vm.tick();
        vm.guard(key, () =>
          plain ? countKey(vm, mapping, key, one) : countByMethods(vm, mapping, key, one),
        );
      }
    });
  });
  return vm.none();
}

function countKey(vm: Interpreter, dict: number, key: number, one: number): void {
  const known = dicts.dictGet(vm.process, dict, key);
  if (known === 0) return dicts.dictSet(vm.process, dict, key, one);
  vm.guard(vm.binary(known, one, '+'), (sum) => dicts.dictSet(vm.process, dict, key, sum));
}

function countByMethods(vm: Interpreter, mapping: number, key: number, one: number): void {
  const known = vm.guard(vm.newInt(0), (zero) => vm.callMethod(mapping, 'get', [key, zero]));
  vm.guard(known, () => vm.guard(vm.binary(known, one, '+'), (sum) => vm.setItem(mapping, key, sum)));
}

export const COUNT_ELEMENTS = native(countElements, { args: [2, 2] });
