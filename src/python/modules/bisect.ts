/** bisect (_bisectmodule.c). */
import { PythonRaise } from '../../objects/index.ts';
import { sizeOr } from '../builtins/arguments.ts';
import { callSteps } from '../eval/calls/call-steps.ts';
import { converting } from '../eval/calls/conversions.ts';
import { owning, type Steps } from '../eval/calls/waiting.ts';
import { attributeSteps } from '../eval/classes/attributes.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { type ModuleDefinition, type NativeDefinition, steppable } from '../eval/native.ts';
import { lessSteps } from '../eval/operators/comparing.ts';
import { lengthSteps } from '../eval/operators/lengths.ts';
import { itemSteps } from '../eval/operators/subscripts.ts';

type Args = readonly number[];
type Side = 'left' | 'right';

const isKeyed = (vm: Interpreter, key: number): boolean => key !== 0 && !vm.isNone(key);

function keyed(vm: Interpreter, key: number, item: number): number {
  return isKeyed(vm, key) ? vm.call(key, [item]) : vm.own(item);
}

function less(vm: Interpreter, a: number, b: number): boolean {
  return vm.guard(vm.compare(a, b, '<'), (answer) => vm.truth(answer));
}

interface Bounds {
  readonly from: number;
  /** -1: the end. */
  readonly to: number;
}

function boundsOf(vm: Interpreter, low: number, high: number): Bounds {
  const from = sizeOr(vm, low, 0);
  if (from < 0) throw new PythonRaise('ValueError', 'lo must be non-negative');
  return { from, to: high === 0 || vm.isNone(high) ? -1 : sizeOr(vm, high, -1) };
}

/** The place for `x`, which is compared as it is, in what is sorted between the bounds. */
function place(vm: Interpreter, side: Side, [list = 0, x = 0, low = 0, high = 0, key = 0]: Args): number {
  let { from, to } = boundsOf(vm, low, high);
  if (to === -1) to = vm.length(list);
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

function* keyedSteps(vm: Interpreter, key: number, item: number): Steps {
  return isKeyed(vm, key) ? yield* callSteps(vm, key, [item]) : vm.own(item);
}

/** The same three in steps. */
function* placeSteps(
  vm: Interpreter,
  side: Side,
  [list = 0, x = 0, low = 0, high = 0, key = 0]: Args,
): Steps {
  let { from, to } = yield* converting(vm, () => boundsOf(vm, low, high));
  if (to === -1) to = yield* lengthSteps(vm, list);
  while (from < to) {
    vm.tick();
    const middle = Math.floor((from + to) / 2);
    const index = vm.newInt(middle);
    const item = yield* owning(vm, [index], itemSteps(vm, list, index));
    const value = yield* owning(vm, [item], keyedSteps(vm, key, item));
    const isLess = side === 'left' ? lessSteps(vm, value, x) : lessSteps(vm, x, value);
    if ((yield* owning(vm, [value], isLess)) === (side === 'left')) from = middle + 1;
    else to = middle;
  }
  return from;
}

function* insortSteps(vm: Interpreter, side: Side, [list = 0, x = 0, ...rest]: Args): Steps {
  const value = yield* keyedSteps(vm, rest[2] ?? 0, x);
  const index = vm.newInt(yield* owning(vm, [value], placeSteps(vm, side, [list, value, ...rest])));
  return yield* owning(vm, [index], insertSteps(vm, list, [index, x]));
}

function* insertSteps(vm: Interpreter, list: number, args: Args): Steps {
  const method = yield* attributeSteps(vm, list, 'insert');
  return yield* owning(vm, [method], callSteps(vm, method, args));
}

function* bisectSteps(vm: Interpreter, side: Side, args: Args): Steps {
  return vm.newInt(yield* placeSteps(vm, side, args));
}

const takes = { args: [2, 5], keywords: ['a', 'x', 'lo', 'hi', '*', 'key'] } as const;
const bisect = (side: Side): NativeDefinition =>
  steppable(
    (vm, args) => vm.newInt(place(vm, side, args)),
    (vm, args) => bisectSteps(vm, side, args),
    takes,
  );
const inserter = (side: Side): NativeDefinition =>
  steppable(
    (vm, args) => insort(vm, side, args),
    (vm, args) => insortSteps(vm, side, args),
    takes,
  );

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
