/** batched (itertoolsmodule.c, 3.12): | iterator |, payload: how many go together. */
import { PythonRaise } from '../../../objects/index.ts';
import { sizeValue } from '../../builtins/arguments.ts';
import { emptyTuple, finishTuple } from '../../builtins/types/list-fill.ts';
import type { Steps } from '../../eval/calls/waiting.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { iterSteps, nestedNextSteps, waiting } from '../../eval/operators/iteration-steps.ts';
import { letGo } from './filters.ts';
import { type Args, type IteratorSpec, newIterator } from './iterator-type.ts';

interface Batch {
  readonly size: number;
  readonly strict: boolean;
}

function* constructBatched(vm: Interpreter, [ofClass = 0, iterable = 0, n = 0, strict = 0]: Args): Steps {
  if (strict !== 0 && !vm.rules.batchedIsStrict)
    throw new PythonRaise('TypeError', 'batched() takes at most 2 arguments (3 given)');
  const size = sizeValue(vm, n);
  if (size < 1) throw new PythonRaise('ValueError', 'n must be at least one');
  const made = newIterator(vm, ofClass, vm.rules.typeSizes.batched[0], [yield* iterSteps(vm, iterable)]);
  const batch: Batch = { size, strict: strict !== 0 && vm.truth(strict) };
  vm.heap.setPayload(made, batch);
  return made;
}

/** batched_next: the tuple is made before the first item comes, and cut to the items that came. */
function* nextBatched(vm: Interpreter, self: number): Steps {
  const iterator = vm.field(self, 0);
  if (iterator === 0) return 0;
  const { size, strict } = vm.heap.payload(self) as Batch;
  vm.roomFor(8 * size);
  const room = emptyTuple(vm, size);
  const items: number[] = [];
  try {
    while (items.length < size) {
      const item = yield* nestedNextSteps(vm, iterator);
      if (item === 0) break;
      vm.tick();
      items.push(item);
    }
    if (items.length > 0 && (items.length === size || !strict))
      return finishTuple(vm, vm.own(room), size, items);
    letGo(vm, self);
  } catch (error) {
    letGo(vm, self);
    throw error;
  } finally {
    vm.dropAll(items);
    vm.decref(room);
  }
  if (items.length === 0) return 0;
  throw new PythonRaise('ValueError', 'batched(): incomplete batch');
}

export const BATCHED: IteratorSpec = {
  name: 'batched',
  bytes: (vm) => vm.rules.typeSizes.batched[0],
  construct: { steps: constructBatched },
  takes: { args: [2, 3], keywords: ['iterable', 'n', '*', 'strict'] },
  next: waiting(nextBatched),
};
