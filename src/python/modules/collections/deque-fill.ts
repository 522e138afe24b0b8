/** Items that go into a deque, at either end (deque_extend, deque_extendleft, deque_init). */
import { PythonRaise } from '../../../objects/index.ts';
import { sizeValue } from '../../builtins/arguments.ts';
import { iterating } from '../../builtins/types/dunders.ts';
import { owning, type Steps } from '../../eval/calls/waiting.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import type { NativeDefinition, NativeSteps } from '../../eval/native.ts';
import { iterSteps, nextAtOnce, nextSteps } from '../../eval/operators/iteration-steps.ts';
import { storageOf } from './deque-iterator.ts';

/** Adds an item, which is taken over; what a full deque loses at the other end goes after. */
export function append(vm: Interpreter, deque: number, item: number): void {
  const storage = storageOf(vm, deque);
  storage.append(item);
  if (storage.maxlen >= 0 && storage.size > storage.maxlen) vm.decref(storage.popLeft());
  else storage.state++;
}

export function appendLeft(vm: Interpreter, deque: number, item: number): void {
  const storage = storageOf(vm, deque);
  storage.appendLeft(item);
  if (storage.maxlen >= 0 && storage.size > storage.maxlen) vm.decref(storage.pop());
  else storage.state++;
}

export type Side = 'left' | 'right';

export function extend(vm: Interpreter, deque: number, iterable: number, side: Side): void {
  vm.finish(extendSteps(vm, deque, iterable, side));
}

function* extendSteps(vm: Interpreter, deque: number, iterable: number, side: Side): Steps<void> {
  if (iterable === deque) {
    const list = vm.newList(storageOf(vm, deque).items());
    return yield* owning(vm, [list], extendSteps(vm, deque, list, side));
  }
  const iterator = yield* iterSteps(vm, iterable);
  try {
    const storage = storageOf(vm, deque);
    if (storage.maxlen !== 0) storage.startAt(side === 'right' ? 'left' : 'right');
    for (;;) {
      let item = nextAtOnce(vm, iterator);
      if (item < 0) item = yield* nextSteps(vm, iterator);
      if (item === 0) return;
      vm.tick();
      if (side === 'right') append(vm, deque, item);
      else appendLeft(vm, deque, item);
    }
  } finally {
    vm.decref(iterator);
  }
}

export function extending(side: Side): NativeDefinition {
  const steps: NativeSteps = function* (vm, [self = 0, from = 0]) {
    yield* extendSteps(vm, self, from, side);
    return vm.none();
  };
  return iterating(steps, { args: [1, 1] });
}

export function clear(vm: Interpreter, deque: number): void {
  vm.dropAll(storageOf(vm, deque).takeAll());
}

export function* fillSteps(vm: Interpreter, deque: number, iterable: number, limit: number): Steps<void> {
  const storage = storageOf(vm, deque);
  if (limit !== 0 && !vm.isNone(limit)) {
    // PyLong_AsSsize_t, which asks for no __index__.
    if (!vm.isInt(limit)) throw new PythonRaise('TypeError', 'an integer is required');
    const maxlen = sizeValue(vm, limit);
    if (maxlen < 0) throw new PythonRaise('ValueError', 'maxlen must be non-negative');
    storage.maxlen = maxlen;
  } else storage.maxlen = -1;
  clear(vm, deque);
  if (iterable !== 0) yield* extendSteps(vm, deque, iterable, 'right');
}
