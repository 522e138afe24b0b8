/**
 * What a deque looks for in its items, and how two deques compare (_collectionsmodule.c: deque_index, deque_count, deque_remove,
 * deque_contains, deque_richcompare). Each is there at once and, for who watches lines, in steps.
 */
import { PythonRaise } from '../../../objects/index.ts';
import { bounds } from '../../builtins/arguments.ts';
import { converting } from '../../eval/calls/conversions.ts';
import { owning, type Steps } from '../../eval/calls/waiting.ts';
import { countRound } from '../../eval/effort.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type NativeDefinition, steppable } from '../../eval/native.ts';
import { answerTo, equalItems, equalSteps, holds } from '../../eval/operators/comparing.ts';
import type { Places } from '../../eval/operators/searching.ts';
import { answerSteps } from '../../eval/operators/truth.ts';
import { storageOf } from './deque-iterator.ts';

type Args = readonly number[];

const ALL: Places = [0, Number.MAX_SAFE_INTEGER];

/** Places as indices are given: from the end where they are negative, and no further than the end. */
function within(size: number, [start, end]: Places): Places {
  const from = start < 0 ? Math.max(0, start + size) : start;
  return [from, Math.min(size, end < 0 ? Math.max(0, end + size) : end)];
}

/** A comparison can change the deque, which it must not. */
function checkState(vm: Interpreter, deque: number, state: number): void {
  if (storageOf(vm, deque).state !== state)
    throw new PythonRaise('RuntimeError', 'deque mutated during iteration');
}

/** Place of the first item between the bounds that equals `value`, -1 for none; the deque must stay as it is. */
function placeOf(vm: Interpreter, deque: number, value: number, places = ALL): number {
  const storage = storageOf(vm, deque);
  const { state, size } = storage;
  const [from, to] = within(size, places);
  for (let at = from; at < to; at++) {
    countRound(vm, at);
    const same = vm.guard(vm.own(storage.at(at)), (item) => vm.equal(item, value));
    checkState(vm, deque, state);
    if (same) return at;
  }
  return -1;
}

/** The same in steps. */
function* placeSteps(vm: Interpreter, deque: number, value: number, places = ALL): Steps {
  const storage = storageOf(vm, deque);
  const { state, size } = storage;
  const [from, to] = within(size, places);
  for (let at = from; at < to; at++) {
    countRound(vm, at);
    const item = vm.own(storage.at(at));
    const same = yield* owning(vm, [item], equalItems(vm, item, value, false));
    checkState(vm, deque, state);
    if (same) return at;
  }
  return -1;
}

function found(vm: Interpreter, value: number, at: number): number {
  if (at < 0) throw new PythonRaise('ValueError', `${vm.repr(value)} is not in deque`);
  return vm.newInt(at);
}

export const INDEX: NativeDefinition = steppable(
  (vm, [self = 0, value = 0, start, end]) =>
    found(vm, value, placeOf(vm, self, value, bounds(vm, start, end))),
  function* (vm, [self = 0, value = 0, start, end]) {
    const places = yield* converting(vm, () => bounds(vm, start, end));
    return found(vm, value, yield* placeSteps(vm, self, value, places));
  },
  { args: [1, 3] },
);

/** So many of the items equal `value`. */
function count(vm: Interpreter, [self = 0, value = 0]: Args): number {
  let equal = 0;
  for (let at = placeOf(vm, self, value); at >= 0; ) {
    equal++;
    at = placeOf(vm, self, value, [at + 1, ALL[1]]);
  }
  return vm.newInt(equal);
}

function* countSteps(vm: Interpreter, [self = 0, value = 0]: Args): Steps {
  let equal = 0;
  for (let at = yield* placeSteps(vm, self, value); at >= 0; ) {
    equal++;
    at = yield* placeSteps(vm, self, value, [at + 1, ALL[1]]);
  }
  return vm.newInt(equal);
}

export const COUNT = steppable(count, countSteps, { args: [1, 1] });

export const CONTAINS = steppable(
  (vm, [self = 0, value = 0]) => vm.bool(placeOf(vm, self, value) >= 0),
  function* (vm, [self = 0, value = 0]) {
    return vm.bool((yield* placeSteps(vm, self, value)) >= 0);
  },
  { args: [1, 1] },
);

type RemoveAt = (vm: Interpreter, deque: number, at: number) => void;

function checkSize(vm: Interpreter, deque: number, size: number): void {
  if (storageOf(vm, deque).size !== size)
    throw new PythonRaise('IndexError', 'deque mutated during remove().');
}

function notThere(vm: Interpreter, value: number): PythonRaise {
  return new PythonRaise(
    'ValueError',
    vm.rules.dequeRemoveFails(() => vm.repr(value)),
  );
}

export function removing(removeAt: RemoveAt): NativeDefinition {
  const remove = (vm: Interpreter, [self = 0, value = 0]: Args): number => {
    const storage = storageOf(vm, self);
    const { size } = storage;
    for (let at = 0; at < size; at++) {
      countRound(vm, at);
      const same = vm.guard(vm.own(storage.at(at)), (item) => vm.equal(item, value));
      checkSize(vm, self, size);
      if (!same) continue;
      removeAt(vm, self, at);
      return vm.none();
    }
    throw notThere(vm, value);
  };
  return steppable(remove, (vm, args) => removeSteps(vm, args, removeAt), { args: [1, 1] });
}

function* removeSteps(vm: Interpreter, [self = 0, value = 0]: Args, removeAt: RemoveAt): Steps {
  const storage = storageOf(vm, self);
  const { size } = storage;
  for (let at = 0; at < size; at++) {
    countRound(vm, at);
    const item = vm.own(storage.at(at));
    const same = yield* owning(vm, [item], equalItems(vm, item, value, false));
    checkSize(vm, self, size);
    if (!same) continue;
    removeAt(vm, self, at);
    return vm.none();
  }
  throw notThere(vm, value);
}

/** What is known without a look at the items. */
function comparedAtOnce(vm: Interpreter, a: number, b: number, operator: string): boolean | null {
  const exact = operator === '==' || operator === '!=';
  if (exact && a === b) return operator === '==';
  if (exact && storageOf(vm, a).size !== storageOf(vm, b).size) return operator === '!=';
  return null;
}

/** deque_richcompare: identity first, then item by item. */
export function compareDeques(vm: Interpreter, a: number, b: number, operator: string): boolean {
  const known = comparedAtOnce(vm, a, b, operator);
  if (known !== null) return known;
  const [left, right] = [storageOf(vm, a), storageOf(vm, b)];
  for (let at = 0; at < left.size && at < right.size; at++) {
    countRound(vm, at);
    const [x, y] = [vm.own(left.at(at)), vm.own(right.at(at))];
    try {
      if (vm.equal(x, y)) continue;
      if (operator === '==' || operator === '!=') return operator === '!=';
      return vm.guard(vm.compare(x, y, operator), (answer) => vm.truth(answer));
    } finally {
      vm.dropAll([x, y]);
    }
  }
  return holds(left.size - right.size, operator);
}

/** The same in steps. */
export function* compareSteps(vm: Interpreter, a: number, b: number, operator: string): Steps<boolean> {
  const known = comparedAtOnce(vm, a, b, operator);
  if (known !== null) return known;
  const [left, right] = [storageOf(vm, a), storageOf(vm, b)];
  for (let at = 0; at < left.size && at < right.size; at++) {
    countRound(vm, at);
    const [x, y] = [vm.own(left.at(at)), vm.own(right.at(at))];
    try {
      if (x === y || (yield* equalSteps(vm, x, y))) continue;
      if (operator === '==' || operator === '!=') return operator === '!=';
      return yield* answerSteps(vm, yield* answerTo(vm, x, y, operator));
    } finally {
      vm.dropAll([x, y]);
    }
  }
  return holds(left.size - right.size, operator);
}
