/** count, repeat, cycle (itertoolsmodule.c). */
import type { ints } from '../../../objects/index.ts';
import { lists, ints as numbers, PythonRaise } from '../../../objects/index.ts';
import { newSizedInt } from '../../builtins/allocate.ts';
import { sizeValue } from '../../builtins/arguments.ts';
import type { Steps } from '../../eval/calls/waiting.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { native } from '../../eval/native.ts';
import { iterSteps, nestedNextSteps, waiting } from '../../eval/operators/iteration-steps.ts';
import { binarySteps } from '../../eval/operators/operators.ts';
import { type Args, type IteratorSpec, newIterator } from './iterator-type.ts';
import { COUNT_STATE, CYCLE_STATE, REPEAT_STATE } from './states.ts';

const COUNT = { AT: 0, STEP: 1 } as const;
const COUNT_BYTES = 40;

function isNumber(vm: Interpreter, ref: number): boolean {
  return (
    vm.isInt(ref) ||
    vm.isFloat(ref) ||
    ['__index__', '__complex__', '__float__'].some((name) => vm.special(ref, name) !== 0)
  );
}

/** With an int and a step of 1 the number is kept as a C integer: payload. */
function constructCount(vm: Interpreter, [ofClass = 0, start = 0, step = 0]: Args): number {
  for (const one of [start, step])
    if (one !== 0 && !isNumber(vm, one)) throw new PythonRaise('TypeError', 'a number is required');
  const by = step === 0 ? vm.newInt(1) : vm.own(step);
  const fast = (start === 0 || vm.isInt(start)) && vm.isInt(by) && vm.int(by) === 1;
  const first = fast ? 0 : start === 0 ? vm.newInt(0) : vm.own(start);
  const made = newIterator(vm, ofClass, COUNT_BYTES, [first, by]);
  if (fast) vm.heap.setPayload(made, start === 0 ? 0 : vm.int(start));
  return made;
}

function* nextCount(vm: Interpreter, self: number): Steps {
  const at = vm.field(self, COUNT.AT);
  if (at === 0) {
    const value = vm.heap.payload(self) as ints.PyInt;
    vm.heap.setPayload(self, numbers.intAdd(value, 1));
    return newSizedInt(vm, value);
  }
  const following = yield* binarySteps(vm, at, vm.field(self, COUNT.STEP), '+');
  vm.incref(at);
  vm.setField(self, COUNT.AT, following);
  return at;
}

function reprCount(vm: Interpreter, [self = 0]: Args): number {
  const at = vm.field(self, COUNT.AT);
  if (at === 0) return vm.newStr(`count(${vm.heap.payload(self) as ints.PyInt})`);
  const step = vm.field(self, COUNT.STEP);
  const plain = vm.isInt(step) && vm.int(step) === 1;
  return vm.newStr(plain ? `count(${vm.repr(at)})` : `count(${vm.repr(at)}, ${vm.repr(step)})`);
}

const REPEAT_BYTES = 32;

interface Times {
  left: number;
}

/** `left` is -1 for no end. */
function constructRepeat(vm: Interpreter, [ofClass = 0, object = 0, times = 0]: Args): number {
  const left = times === 0 ? -1 : Math.max(0, sizeValue(vm, times));
  const made = newIterator(vm, ofClass, REPEAT_BYTES, [vm.own(object)]);
  vm.heap.setPayload(made, { left });
  return made;
}

function nextRepeat(vm: Interpreter, self: number): number {
  const times = vm.heap.payload(self) as Times;
  if (times.left === 0) return 0;
  if (times.left > 0) times.left--;
  return vm.own(vm.field(self, 0));
}

function reprRepeat(vm: Interpreter, [self = 0]: Args): number {
  const { left } = vm.heap.payload(self) as Times;
  const object = vm.repr(vm.field(self, 0));
  return vm.newStr(left < 0 ? `repeat(${object})` : `repeat(${object}, ${left})`);
}

function hintOfRepeat(vm: Interpreter, [self = 0]: Args): number {
  const { left } = vm.heap.payload(self) as Times;
  if (left < 0) throw new PythonRaise('TypeError', 'len() of unsized object');
  return vm.newInt(left);
}

/** payload: the place in what was saved; whether what the iterator gives is saved already. */
const CYCLE = { ITERATOR: 0, SAVED: 1 } as const;
const CYCLE_BYTES = 48;

function* constructCycle(vm: Interpreter, [ofClass = 0, iterable = 0]: Args): Steps {
  const iterator = yield* iterSteps(vm, iterable);
  const made = newIterator(vm, ofClass, CYCLE_BYTES, [iterator, vm.newList()]);
  vm.heap.setPayload(made, { at: 0, isSaved: false });
  return made;
}

function* nextCycle(vm: Interpreter, self: number): Steps {
  const iterator = vm.field(self, CYCLE.ITERATOR);
  const saved = vm.field(self, CYCLE.SAVED);
  if (iterator !== 0) {
    const item = yield* nestedNextSteps(vm, iterator);
    if (item !== 0) {
      if (!(vm.heap.payload(self) as { isSaved: boolean }).isSaved) lists.append(vm.process, saved, item);
      return item;
    }
    vm.setField(self, CYCLE.ITERATOR, 0);
  }
  const size = vm.listSize(saved);
  if (size === 0) return 0;
  const place = vm.heap.payload(self) as { at: number };
  const item = vm.own(vm.itemAt(saved, place.at));
  place.at = (place.at + 1) % size;
  return item;
}

export const ENDLESS: readonly IteratorSpec[] = [
  {
    name: 'count',
    bytes: () => COUNT_BYTES,
    construct: constructCount,
    takes: { args: [0, 2], keywords: ['start', 'step'] },
    next: { waits: (vm, self) => vm.field(self, COUNT.AT) !== 0, steps: nextCount },
    methods: { __repr__: native(reprCount), ...COUNT_STATE },
  },
  {
    name: 'repeat',
    bytes: () => REPEAT_BYTES,
    construct: constructRepeat,
    takes: { args: [1, 2], keywords: ['object', 'times'] },
    next: nextRepeat,
    methods: { __repr__: native(reprRepeat), __length_hint__: native(hintOfRepeat), ...REPEAT_STATE },
  },
  {
    name: 'cycle',
    bytes: () => CYCLE_BYTES,
    construct: { steps: constructCycle },
    takes: { args: [1, 1] },
    next: waiting(nextCycle),
    methods: CYCLE_STATE,
  },
];
