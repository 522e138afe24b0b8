/** _count_elements: what Counter counts with (_collectionsmodule.c): past the methods of dict where nobody overrides them. */
import { dicts, withHashAsked } from '../../../objects/index.ts';
import { callSteps } from '../../eval/calls/call-steps.ts';
import { owning, type Steps } from '../../eval/calls/waiting.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { resumable } from '../../eval/native.ts';
import { iterSteps, nextAtOnce, nextSteps } from '../../eval/operators/iteration-steps.ts';
import { answered, asksForKey } from '../../eval/operators/key-questions.ts';
import { binarySteps } from '../../eval/operators/operators.ts';

function* countElements(vm: Interpreter, [mapping = 0, iterable = 0]: readonly number[]): Steps {
  const one = vm.newInt(1);
  yield* owning(vm, [one], countAll(vm, mapping, iterable, one));
  return vm.none();
}

function* countAll(vm: Interpreter, mapping: number, iterable: number, one: number): Steps<void> {
  const plain =
    vm.isDict(mapping) && vm.override(mapping, 'get') === 0 && vm.override(mapping, '__setitem__') === 0;
  const iterator = yield* iterSteps(vm, iterable);
  try {
    for (;;) {
      let key = nextAtOnce(vm, iterator);
      if (key < 0) key = yield* nextSteps(vm, iterator);
      if (key === 0) return;
      vm.tick();
      if (plain && !asksForKey(vm, key)) vm.guard(key, () => countKey(vm, mapping, key, one));
      else yield* owning(vm, [key], counted(vm, mapping, key, { one, plain }));
    }
  } finally {
    vm.decref(iterator);
  }
}

interface Counting {
  readonly one: number;
  readonly plain: boolean;
}

function* counted(vm: Interpreter, mapping: number, key: number, { one, plain }: Counting): Steps<void> {
  if (!plain) return yield* countByMethods(vm, mapping, key, one);
  yield* answered(vm, () => countKey(vm, mapping, key, one));
}

/** Its hash is asked for once. */
function countKey(vm: Interpreter, dict: number, key: number, one: number): void {
  withHashAsked(vm.process, key, () => countHashed(vm, dict, key, one));
}

function countHashed(vm: Interpreter, dict: number, key: number, one: number): void {
  const known = dicts.dictGet(vm.process, dict, key);
  if (known === 0) return dicts.dictSet(vm.process, dict, key, one);
  vm.guard(vm.binary(known, one, '+'), (sum) => dicts.dictSet(vm.process, dict, key, sum));
}

function* countByMethods(vm: Interpreter, mapping: number, key: number, one: number): Steps<void> {
  const zero = vm.newInt(0);
  const get = vm.getAttr(mapping, 'get');
  const known = yield* owning(vm, [zero, get], callSteps(vm, get, [key, zero]));
  const sum = yield* owning(vm, [known], binarySteps(vm, known, one, '+'));
  vm.guard(sum, () => vm.setItem(mapping, key, sum));
}

export const COUNT_ELEMENTS = resumable(countElements, { args: [2, 2] });
