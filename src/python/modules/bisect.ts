/** bisect (_bisectmodule.c). */
import { PythonRaise } from '../../objects/index.ts';
import { sizeOr } from '../builtins/arguments.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { type ModuleDefinition, type NativeDefinition, native } from '../eval/native.ts';

type Args = readonly number[];
type Side = 'left' | 'right';

function keyed(vm: Interpreter, key: number, item: number): number {
  return key === 0 || vm.isNone(key) ? vm.own(item) : vm.call(key, [item]);
}

function less(vm: Interpreter, a: number, b: number): boolean {
  return vm.guard(vm.compare(a, b, '<'), (answer) => vm.truth(answer));
}

/** The place for `x`, which is compared as it is, in what is sorted between the bounds. */
function place(vm: Interpreter, side: Side, [list = 0, x = 0, low = 0, high = 0, key = 0]: Args): number {
  let from = sizeOr(vm, low, 0);
  if (from < 0) throw new PythonRaise('ValueError', 'lo must be non-negative');
  const end = high === 0 || vm.isNone(high) ? -1 : sizeOr(vm, high, -1);
  let to = end === -1 ? vm.length(list) : end;
  while (from < to) {
    vm.tick();
    const middle = Math.floor((from + to) / 2);
    const item = vm.guard(vm.newInt(middle), (index) => vm.getItem(list, index));
    const value = vm.guard(item, () => keyed(vm, key, item));
    const before = vm.guard(value, () => (side === 'left' ? less(vm, value, x) : !less(vm, x, value)));
    if (before) from = middle + 1;
    else to = middle;
  }
  return from;
}

function insort(vm: Interpreter, side: Side, [list = 0, x = 0, ...rest]: Args): number {
  const value = keyed(vm, rest[2] ?? 0, x);
  const at = vm.guard(value, () => place(vm, side, [list, value, ...rest]));
  return vm.guard(vm.newInt(at), (index) => vm.callMethod(list, 'insert', [index, x]));
}

const takes = { args: [2, 5], keywords: ['a', 'x', 'lo', 'hi', '*', 'key'] } as const;
const bisect = (side: Side): NativeDefinition =>
  native((vm, args) => vm.newInt(place(vm, side, args)), takes);
const inserter = (side: Side): NativeDefinition => native((vm, args) => insort(vm, side, args), takes);

export const BISECT: ModuleDefinition = {
  name: 'bisect',
  functions: {
    bisect_left: bisect('left'),
    bisect_right: bisect('right'),
    bisect: bisect('right'),
    insort_left: inserter('left'),
    insort_right: inserter('right'),
    insort: inserter('right'),
  },
};
