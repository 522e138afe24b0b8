/** pairwise (itertoolsmodule.c, 3.10). */
import { REFCNT } from '../../../heap/index.ts';
import type { Steps } from '../../eval/calls/waiting.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { iterSteps, nestedNextSteps, waiting } from '../../eval/operators/iteration-steps.ts';
import { letGo } from './filters.ts';
import { type IteratorSpec, newIterator, renewed } from './iterator-type.ts';

/** pairwise: | iterator | old | result | */
function* nextPairwise(vm: Interpreter, self: number): Steps {
  const iterator = vm.field(self, 0);
  if (iterator === 0) return 0;
  if (vm.field(self, 1) === 0) vm.setField(self, 1, yield* nestedNextSteps(vm, iterator));
  const item = vm.field(self, 1) === 0 ? 0 : yield* nestedNextSteps(vm, iterator);
  if (item === 0) {
    vm.setField(self, 1, 0);
    return letGo(vm, self);
  }
  const pair = [vm.field(self, 1), item];
  const kept = vm.field(self, 2);
  // While somebody holds the kept tuple, the others are not kept in its place.
  const isFree = kept !== 0 && vm.heap.words[kept + REFCNT] === 1;
  const tuple = isFree ? renewed(vm, self, 2, pair) : vm.newTuple(pair);
  vm.setField(self, 1, item);
  return tuple;
}

export const PAIRWISE: IteratorSpec = {
  name: 'pairwise',
  bytes: (vm) => vm.rules.typeSizes.pairwise[0],
  construct: {
    *steps(vm, [ofClass = 0, iterable = 0]) {
      const iterator = yield* iterSteps(vm, iterable);
      const result = vm.rules.pairwiseKeepsResult ? vm.newTuple([vm.process.none, vm.process.none]) : 0;
      return newIterator(vm, ofClass, vm.rules.typeSizes.pairwise[0], [iterator, 0, result]);
    },
  },
  takes: { args: [1, 1] },
  next: waiting(nextPairwise),
};
