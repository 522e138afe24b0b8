/** Iterators over a deque, forwards and backwards (_collectionsmodule.c:dequeiter_next). Fields: | deque |. */
import { GC_HEAD_BYTES } from '../../../heap/index.ts';
import { PythonRaise } from '../../../objects/index.ts';
import { sizeValue } from '../../builtins/arguments.ts';
import { ITERATOR } from '../../builtins/types/dunders.ts';
import { reducedByClass, stateful } from '../../builtins/types/iterator-state.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type NativeDefinition, native } from '../../eval/native.ts';
import { type ModuleType, moduleType } from '../define-type.ts';
import { DequeStorage } from './deque-storage.ts';

const ITERATOR_BYTES = 56;

interface Place {
  at: number;
  left: number;
  readonly state: number;
}

export function storageOf(vm: Interpreter, deque: number): DequeStorage {
  return vm.heap.annexes.of(deque) as DequeStorage;
}

function next(step: 1 | -1): (vm: Interpreter, iterator: number) => number {
  return (vm, iterator) => {
    const place = vm.heap.payload(iterator) as Place;
    const storage = storageOf(vm, vm.field(iterator, 0));
    if (storage.state !== place.state) {
      place.left = 0;
      throw new PythonRaise('RuntimeError', 'deque mutated during iteration');
    }
    if (place.left === 0) return 0;
    place.left--;
    const item = storage.at(place.at);
    place.at += step;
    return vm.own(item);
  };
}

/** dequeiter_reduce: the deque and how many items were given. */
function reduce(vm: Interpreter, self: number): number {
  const { left } = vm.heap.payload(self) as Place;
  const deque = vm.field(self, 0);
  return reducedByClass(vm, self, [vm.own(deque), vm.newInt(storageOf(vm, deque).size - left)]);
}

/** dequeiter_new: of a deque, after so many items. */
function construct(step: 1 | -1): NativeDefinition {
  return native(
    (vm, [ofClass = 0, deque = 0, skipped = 0]) => {
      if (!(vm.heap.annexes.of(deque) instanceof DequeStorage)) {
        const name = `${vm.classes.forObject(ofClass)?.name}() argument 1 must be collections.deque`;
        throw new PythonRaise('TypeError', `${name}, not ${vm.typeName(deque)}`);
      }
      const made = iterateDeque(vm, deque, step < 0);
      const place = vm.heap.payload(made) as Place;
      const count = skipped === 0 ? 0 : Math.max(0, Math.min(sizeValue(vm, skipped), place.left));
      place.at += step * count;
      place.left -= count;
      return made;
    },
    { args: [1, 2] },
  );
}

const iterator = (module: string, name: string, step: 1 | -1): ModuleType => ({
  name,
  module,
  heapSince: 12,
  bytes: () => GC_HEAD_BYTES + ITERATOR_BYTES,
  methods: {
    ...ITERATOR,
    __length_hint__: native((vm, [self = 0]) => vm.newInt((vm.heap.payload(self) as Place).left)),
    ...stateful(reduce),
  },
  construct: construct(step),
  next: next(step),
});

const typesOf = (module: string): { readonly forward: ModuleType; readonly backward: ModuleType } => ({
  forward: iterator(module, '_deque_iterator', 1),
  backward: iterator(module, '_deque_reverse_iterator', -1),
});
const TYPES = { _collections: typesOf('_collections'), collections: typesOf('collections') };

export function iterateDeque(vm: Interpreter, deque: number, backwards = false): number {
  const { forward, backward } = TYPES[vm.rules.collectionsHelpers];
  const type = moduleType(vm, backwards ? backward : forward);
  const made = vm.newFields(type.info, GC_HEAD_BYTES + ITERATOR_BYTES, [vm.own(deque)]);
  const { size, state } = storageOf(vm, deque);
  const place: Place = { at: backwards ? size - 1 : 0, left: size, state };
  vm.heap.setPayload(made, place);
  return made;
}
