/** How iterators over sequences say what they are made of, for copy (listiter_reduce_general, tupleiter_setstate and their like). */
import { type NativeDefinition, native } from '../../eval/native.ts';
import { sizeValue } from '../arguments.ts';

interface Place {
  at: number;
}

/** What an exhausted one would go through again. */
const EMPTY: Readonly<Record<string, string>> = {
  list_iterator: 'list',
  tuple_iterator: 'tuple',
  str_iterator: 'str',
  str_ascii_iterator: 'str',
  bytes_iterator: 'tuple',
  bytearray_iterator: 'tuple',
};

/** iter, what it goes through, and where it is. */
const REDUCE: NativeDefinition = native((vm, [self = 0]) => {
  const iter = vm.own(vm.builtin('iter'));
  const of = vm.field(self, 0);
  if (of === 0) {
    const empty = vm.classes.named(EMPTY[vm.infoOf(self).name] ?? 'tuple').ref;
    return vm.tupleOf([iter, vm.tupleOf([vm.call(empty, [])])]);
  }
  const { at } = vm.heap.payload(self) as Place;
  return vm.tupleOf([iter, vm.tupleOf([vm.own(of)]), vm.newInt(at)]);
});

const SET_STATE: NativeDefinition = native(
  (vm, [self = 0, state = 0]) => {
    const of = vm.field(self, 0);
    const at = Math.max(0, sizeValue(vm, state));
    if (of !== 0) (vm.heap.payload(self) as Place).at = Math.min(at, vm.length(of));
    return vm.none();
  },
  { args: [1, 1] },
);

export const ITERATOR_STATE: Readonly<Record<string, NativeDefinition>> = {
  __reduce__: REDUCE,
  __setstate__: SET_STATE,
};
export const ITERATORS_WITH_STATE: ReadonlySet<string> = new Set(Object.keys(EMPTY));
