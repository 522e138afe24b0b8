/** iter(callable, sentinel): calls until the sentinel comes (iterobject.c:calliter_iternext). Fields | callable | sentinel | */

import { PythonRaise } from '../../../objects/index.ts';
import { callSteps } from '../../eval/calls/call-steps.ts';
import type { Steps } from '../../eval/calls/waiting.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { defineMethods, type TypeDefinition } from '../../eval/native.ts';
import { putWaiting } from '../../eval/operators/iteration.ts';
import { ITERATOR } from './dunders.ts';
import { reduceIterator, stateful } from './iterator-state.ts';

const BYTES = 48;

export function newCallableIterator(vm: Interpreter, callable: number, sentinel: number): number {
  if (!isCallable(vm, callable)) {
    throw new PythonRaise('TypeError', vm.words.iterNeedsCallable);
  }
  return vm.newFields(vm.classes.named('callable_iterator').info, BYTES, [
    vm.own(callable),
    vm.own(sentinel),
  ]);
}

const CALLABLE_LAYOUTS = new Set([
  'function',
  'method',
  'builtin_function_or_method',
  'method_descriptor',
  'wrapper_descriptor',
  'classmethod_descriptor',
  'method-wrapper',
  'weakref',
  'partial',
]);

export function isCallable(vm: Interpreter, ref: number): boolean {
  const { name } = vm.heap.typeOf(ref);
  if (CALLABLE_LAYOUTS.has(name) || vm.classes.forObject(ref) !== undefined) return true;
  if (name === 'staticmethod') return vm.rules.staticMethodCallable;
  return vm.special(ref, '__call__') !== 0;
}

function* next(vm: Interpreter, iterator: number): Steps {
  const callable = vm.field(iterator, 0);
  if (callable === 0) return 0;
  let item: number;
  try {
    item = yield* callSteps(vm, callable, []);
  } catch (error) {
    if (!vm.catches(error, 'StopIteration')) throw error;
    return finish(vm, iterator);
  }
  const sentinel = vm.field(iterator, 1);
  if (sentinel === 0 || !vm.equal(sentinel, item)) return item;
  vm.decref(item);
  return finish(vm, iterator);
}

function finish(vm: Interpreter, iterator: number): 0 {
  vm.setField(iterator, 0, 0);
  vm.setField(iterator, 1, 0);
  return 0;
}

export const CALLABLE_ITERATOR: TypeDefinition = defineMethods('callable_iterator', {
  ...ITERATOR,
  ...stateful((vm, self) => {
    const [callable, sentinel] = [vm.field(self, 0), vm.field(self, 1)];
    return reduceIterator(vm, callable === 0 ? [vm.newTuple([])] : [vm.own(callable), vm.own(sentinel)]);
  }),
});

export function installCallableIterator(vm: Interpreter): void {
  putWaiting(vm, vm.classes.named('callable_iterator'), { waits: () => true, steps: next });
}
