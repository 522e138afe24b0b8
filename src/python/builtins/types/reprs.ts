/** repr() of built-in containers as their own class gives it, whatever a subclass overrides. */
import { KIND } from '../../../heap/index.ts';
import { sets } from '../../../objects/index.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { once } from '../../eval/texts/nested-repr.ts';
import { listOfItems } from './list-fill.ts';

export function containerRepr(vm: Interpreter, ref: number): string {
  switch (vm.infoOf(ref).kind) {
    case KIND.LIST:
      return once(vm, ref, '[...]', () => `[${listed(vm, vm.items(ref))}]`);
    case KIND.TUPLE:
      return once(vm, ref, '(...)', () =>
        vm.listSize(ref) === 1 ? `(${listed(vm, vm.items(ref))},)` : `(${listed(vm, vm.items(ref))})`,
      );
    case KIND.DICT:
      return once(vm, ref, '{...}', () => `{${pairs(vm, ref)}}`);
    default:
      return setRepr(vm, ref);
  }
}

/** The reprs of the items, which are held meanwhile. */
export function listed(vm: Interpreter, items: readonly number[]): string {
  for (const item of items) vm.incref(item);
  try {
    return items.map((item) => vm.repr(item)).join(', ');
  } finally {
    vm.dropAll(items);
  }
}

function pairs(vm: Interpreter, dict: number): string {
  const entries = vm.entries(dict);
  for (const pair of entries) for (const one of pair) vm.incref(one);
  try {
    return entries.map(([key, value]) => `${vm.repr(key)}: ${vm.repr(value)}`).join(', ');
  } finally {
    for (const pair of entries) vm.dropAll(pair);
  }
}

function setRepr(vm: Interpreter, ref: number): string {
  const { name } = vm.classes.of(ref);
  if (vm.listSize(ref) === 0) return `${name}()`;
  const items = (): string => {
    const list = listOfItems(vm, ref, sets.setItems(vm.process, ref));
    return vm.guard(list, () => `{${listed(vm, vm.items(list))}}`);
  };
  return once(vm, ref, `${name}(...)`, () => (name === 'set' ? items() : `${name}(${items()})`));
}
