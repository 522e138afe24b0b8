/** Arrays compared (arraymodule.c:array_richcompare). */
import type { Interpreter } from '../../eval/interpreter.ts';
import { native } from '../../eval/native.ts';
import { COMPARISON_SIGNS, trueOfOrder } from '../../eval/operators/signs.ts';
import { isArray } from './array.ts';
import type { Item } from './item-types.ts';
import { storageOf } from './storage.ts';
import { toList } from './transfers.ts';

/** Below 0, 0 or above 0 by the first items that differ, else by the lengths; NaN where such an item is no number. */
function order(a: readonly Item[], b: readonly Item[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const [x, y] = [a[at] as Item, b[at] as Item];
    if (x < y) return -1;
    if (x > y) return 1;
    // oxlint-disable-next-line eqeqeq -- a number and a bigint of one value are equal
    if (x != y) return Number.NaN;
  }
  return a.length - b.length;
}

/** array_richcompare: item by item; letters and numbers are compared as objects. */
export function compare(vm: Interpreter, a: number, b: number, operator: string): boolean | null {
  if (!isArray(vm, b)) return null;
  const [left, right] = [storageOf(vm, a), storageOf(vm, b)];
  if (left.type.isText === right.type.isText) {
    const different = left.items.length !== right.items.length;
    if (different && operator === '==') return false;
    if (different && operator === '!=') return true;
    return trueOfOrder(operator, order(left.items, right.items));
  }
  const answer = vm.guard(toList(vm, a), (x) => vm.guard(toList(vm, b), (y) => vm.compare(x, y, operator)));
  return vm.guard(answer, () => vm.truth(answer));
}

export const comparisons = Object.fromEntries(
  Object.entries(COMPARISON_SIGNS).map(([name, operator]) => [
    `__${name}__`,
    native(
      (vm, [a = 0, b = 0]) => {
        const answer = compare(vm, a, b, operator);
        return answer === null ? vm.notImplemented() : vm.bool(answer);
      },
      { args: [1, 1] },
    ),
  ]),
);
