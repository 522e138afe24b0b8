/**
 * How built-in iterators say what they are made of, for copy and its like: `__reduce__` and `__setstate__` (listobject.c:
 * listiter_reduce_general, rangeobject.c:rangeiter_reduce, dictobject.c:dictiter_reduce, enumobject.c and so on).
 */
import { points } from '../../../objects/index.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type NativeDefinition, native } from '../../eval/native.ts';
import type { Position } from '../../eval/operators/iteration.ts';
import { moveRange, reducedRange } from '../../eval/operators/range-iteration.ts';
import { indexValue, sizeValue } from '../arguments.ts';

type Methods = Readonly<Record<string, NativeDefinition>>;

const placeOf = (vm: Interpreter, iterator: number): Position => vm.heap.payload(iterator) as Position;

/** `(function, args, state)` from parts that are taken over; no state where it is 0. */
export function reduced(vm: Interpreter, make: number, args: readonly number[], state = 0): number {
  const parts = [make, vm.tupleOf(args)];
  return vm.tupleOf(state === 0 ? parts : [...parts, state]);
}

/** The class of the iterator, which is called with `args` to make it again. */
export function reducedByClass(vm: Interpreter, self: number, args: readonly number[], state = 0): number {
  return reduced(vm, vm.own(vm.typeOf(self).ref), args, state);
}

export const reduceIterator = (vm: Interpreter, args: readonly number[], state = 0): number =>
  reduced(vm, vm.own(vm.builtin('iter')), args, state);

export const stateful = (
  reduce: (vm: Interpreter, self: number) => number,
  setState?: (vm: Interpreter, self: number, state: number) => void,
): Methods => ({
  __reduce__: native((vm, [self = 0]) => reduce(vm, self)),
  ...(setState && {
    __setstate__: native(
      (vm, [self = 0, state = 0]) => {
        setState(vm, self, state);
        return vm.none();
      },
      { args: [1, 1] },
    ),
  }),
});

/** A str is gone through by its code units. */
const pointAt = (vm: Interpreter, of: number, at: number): number =>
  vm.isStr(of) ? points.pointIndex(vm.text(of), at) : at;
const unitAt = (vm: Interpreter, of: number, point: number): number =>
  vm.isStr(of) ? points.unitIndex(vm.text(of), point) : point;

/** `iter()` of what it goes through and the place; of something empty where it has let that go. */
export const sequenceState = (
  empty: 'list' | 'str' | 'tuple',
  last = (vm: Interpreter, of: number): number => vm.length(of),
): Methods =>
  stateful(
    (vm, self) => {
      const iter = vm.own(vm.builtin('iter'));
      const of = vm.field(self, 0);
      if (of === 0) return reduced(vm, iter, [vm.call(vm.classes.named(empty).ref, [])]);
      return reduced(vm, iter, [vm.own(of)], vm.newInt(pointAt(vm, of, placeOf(vm, self).at)));
    },
    (vm, self, state) => {
      const at = Math.max(0, sizeValue(vm, state));
      const of = vm.field(self, 0);
      if (of !== 0) placeOf(vm, self).at = unitAt(vm, of, Math.min(at, last(vm, of)));
    },
  );

/** enumobject.c:reversed_reduce; -1 is the place at the end. */
export const REVERSED_STATE: Methods = stateful((vm, self) => {
  const of = vm.field(self, 0);
  if (of !== 0) return reducedByClass(vm, self, [vm.own(of)], vm.newInt(placeOf(vm, self).at));
  return reducedByClass(vm, self, [vm.newTuple([])]);
}, moveBackwards);

/** listreviter_reduce */
const REVERSED_LIST_STATE: Methods = stateful((vm, self) => {
  const { at } = placeOf(vm, self);
  const of = vm.field(self, 0);
  if (of === 0) return reduceIterator(vm, [vm.newList()]);
  const make = vm.own(vm.classes.named('reversed').ref);
  if (at < 0 && !vm.rules.reversedLetsGo) return reduced(vm, make, [vm.newList()]);
  return reduced(vm, make, [vm.own(of)], vm.newInt(at));
}, moveBackwards);

function moveBackwards(vm: Interpreter, self: number, state: number): void {
  const at = Math.max(-1, sizeValue(vm, state));
  const of = vm.field(self, 0);
  if (of !== 0) placeOf(vm, self).at = Math.min(at, vm.length(of) - 1);
}

export const RANGE_STATE: Methods = stateful(
  (vm, self) => {
    const [range, place] = reducedRange(vm, self);
    return reduceIterator(vm, [range], place);
  },
  (vm, self, state) => moveRange(vm, self, indexValue(vm, state)),
);

/** What is left, as a list: a copy of the iterator goes on in C, so that it stays where it is itself. `fields`: those that change. */
export const remainingState = (...fields: readonly number[]): Methods =>
  stateful((vm, self) => {
    const iter = vm.own(vm.builtin('iter'));
    const kept = fields.map((at) => vm.own(vm.field(self, at)));
    const place = { ...(vm.heap.payload(self) as object) };
    try {
      return reduced(vm, iter, [vm.listOf(vm.collect(self))]);
    } finally {
      vm.heap.setPayload(self, place);
      for (const [nth, at] of fields.entries()) vm.setField(self, at, kept[nth] as number);
    }
  });

/** seqiter_reduce: how far a sequence goes is not asked. */
const BY_INDEX = sequenceState('tuple', () => Number.MAX_SAFE_INTEGER);

export const ITERATOR_STATES: Readonly<Record<string, Methods>> = {
  list_iterator: sequenceState('list'),
  list_reverseiterator: REVERSED_LIST_STATE,
  tuple_iterator: sequenceState('tuple'),
  str_iterator: sequenceState('str'),
  str_ascii_iterator: sequenceState('str'),
  bytes_iterator: sequenceState('tuple'),
  bytearray_iterator: sequenceState('tuple'),
  set_iterator: remainingState(0),
  iterator: BY_INDEX,
};
