/** zip_longest: | iterators, none in the place of one that has ended | result | fill value | (itertoolsmodule.c) */
import { A, REFCNT } from '../../../heap/index.ts';
import { PythonRaise } from '../../../objects/index.ts';
import { emptyTuple, fillTuple } from '../../builtins/types/list-fill.ts';
import type { Steps } from '../../eval/calls/waiting.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import type { Keywords } from '../../eval/native.ts';
import { iterSteps, nestedNextSteps, waiting } from '../../eval/operators/iteration-steps.ts';
import { ANY } from '../define-type.ts';
import { type Args, type IteratorSpec, newIterator, renewed } from './iterator-type.ts';
import { LONGEST_STATE } from './states.ts';

const LONGEST_BYTES = 56;

interface Left {
  active: number;
}

function* construct(vm: Interpreter, [ofClass = 0, ...iterables]: Args, keywords: Keywords): Steps {
  for (const name of keywords.keys())
    if (name !== 'fillvalue')
      throw new PythonRaise('TypeError', 'zip_longest() got an unexpected keyword argument');
  const fill = keywords.get('fillvalue') ?? vm.process.none;
  const each: number[] = [];
  for (const one of iterables) each.push(yield* iterSteps(vm, one));
  const iterators = vm.tupleOf(each);
  const nones = vm.newTuple(iterables.map(() => vm.process.none));
  const made = newIterator(vm, ofClass, LONGEST_BYTES, [iterators, nones, vm.own(fill)]);
  vm.heap.setPayload(made, { active: iterables.length } satisfies Left);
  return made;
}

/** zip_longest_next: the tuple is there before the items; one that replaces the first result is not kept. */
function* next(vm: Interpreter, self: number): Steps {
  if ((vm.heap.payload(self) as Left).active === 0) return 0;
  const kept = vm.field(self, 1);
  const reuses = vm.heap.words[kept + REFCNT] === 1;
  const count = vm.listSize(vm.field(self, 0));
  const fresh = reuses ? 0 : emptyTuple(vm, count);
  const items: number[] = [];
  try {
    while (items.length < count) {
      vm.tick();
      const item = yield* nextOrFill(vm, self, items.length);
      if (item === 0) return 0;
      items.push(item);
    }
    if (reuses) return renewed(vm, self, 1, items);
    for (const [at, item] of items.entries()) fillTuple(vm, fresh, at, vm.own(item));
    return vm.own(fresh);
  } finally {
    vm.dropAll([...items, fresh]);
  }
}

/** An item of one iterator, which is let go when it has ended; 0 when that was the last one. */
function* nextOrFill(vm: Interpreter, self: number, at: number): Steps {
  const left = vm.heap.payload(self) as Left;
  const iterators = vm.field(self, 0);
  const iterator = vm.itemAt(iterators, at);
  const item = iterator === 0 ? 0 : yield* nestedNextSteps(vm, iterator);
  if (item !== 0) return item;
  if (iterator !== 0) {
    left.active--;
    if (left.active === 0) return 0;
    vm.heap.cells.words[(vm.heap.words[iterators + A] as number) + at] = 0;
    vm.decref(iterator);
  }
  return vm.own(vm.field(self, 2));
}

export const LONGEST: IteratorSpec = {
  name: 'zip_longest',
  bytes: () => LONGEST_BYTES,
  construct: { steps: construct },
  takes: { args: ANY, anyKeywords: true },
  next: waiting(next),
  methods: LONGEST_STATE,
};
