/** Methods and operators of sets in steps, for who watches lines (set.ts and set-operations.ts do the same at once). */
import { dicts, sets, storedHashesOf, withHashAsked, withHashes } from '../../../objects/index.ts';
import { owning, type Steps } from '../../eval/calls/waiting.ts';
import { updateSetSteps } from '../../eval/containers.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { collectSteps, eachSteps } from '../../eval/operators/iteration-steps.ts';
import { answered } from '../../eval/operators/key-questions.ts';
import { eachKeySteps, mergeSteps, subtractSteps, withinSteps } from '../../eval/operators/set-steps.ts';
import { filledBySteps } from './dunders.ts';
import { copySet, replaceBody } from './set-operations.ts';

type Args = readonly number[];

/** Fills a new set of the class of `like`, which is dropped when that raises. */
function made(vm: Interpreter, like: number, fill: (result: number) => Steps<void>): Steps {
  const result = sets.newSet(vm.process, vm.infoOf(like));
  return filledBySteps(vm, result, fill(result));
}

export function* intersectionSteps(vm: Interpreter, set: number, other: number): Steps {
  if (set === other) return copySet(vm, set);
  const { process } = vm;
  return yield* made(vm, set, function* (result) {
    const [small, large] = vm.listSize(other) > vm.listSize(set) ? [set, other] : [other, set];
    const keep = (among: number, key: number): void => {
      if (sets.setHas(process, among, key)) sets.setAdd(process, result, key);
    };
    if (vm.isAnySet(other)) yield* eachKeySteps(vm, small, (key) => keep(large, key));
    else
      yield* eachSteps(vm, other, (key) =>
        answered(vm, () => withHashAsked(process, key, () => keep(set, key))),
      );
  });
}

export function* differenceSteps(vm: Interpreter, set: number, other: number): Steps {
  const { process } = vm;
  const isDict = vm.heap.typeOf(other) === process.types.dict;
  const keyed = vm.isAnySet(other) || isDict;
  if (!keyed || vm.listSize(set) >> 2 > vm.listSize(other)) {
    const copy = copySet(vm, set);
    return yield* filledBySteps(vm, copy, discardSteps(vm, copy, other));
  }
  const has = (key: number): boolean =>
    isDict ? dicts.dictGet(process, other, key) !== 0 : sets.setHas(process, other, key);
  return yield* made(vm, set, (result) =>
    eachKeySteps(vm, set, (key) => {
      if (!has(key)) sets.setAdd(process, result, key);
    }),
  );
}

export function* discardSteps(vm: Interpreter, set: number, other: number): Steps<void> {
  if (vm.isAnySet(other)) return yield* subtractSteps(vm, set, other);
  yield* eachSteps(vm, other, (key) => answered(vm, () => sets.setDiscard(vm.process, set, key)));
  sets.dropDummies(vm.process, set);
}

function* symmetricSteps(vm: Interpreter, set: number, other: number): Steps<void> {
  yield* eachKeySteps(vm, other, (key) => {
    if (!sets.setDiscard(vm.process, set, key)) sets.setAdd(vm.process, set, key);
  });
}

export function* symmetricDifferenceSteps(vm: Interpreter, [self = 0, other = 0]: Args): Steps {
  return yield* made(vm, self, function* (result) {
    yield* updateSetSteps(vm, result, other);
    yield* symmetricSteps(vm, result, self);
  });
}

export function* symmetricUpdateSteps(vm: Interpreter, [self = 0, other = 0]: Args): Steps {
  if (self === other) sets.clearSet(vm.process, self);
  else yield* withSetSteps(vm, other, (set) => symmetricSteps(vm, self, set));
  return vm.none();
}

/** The other as a set: itself, or a new one of its items; `use` sees it borrowed. */
function* withSetSteps<T>(vm: Interpreter, other: number, use: (set: number) => Steps<T>): Steps<T> {
  if (vm.isAnySet(other)) return yield* use(other);
  const set = sets.newSet(vm.process, vm.process.types.set);
  return yield* owning(vm, [set], filledAndUsed(vm, set, other, use));
}

function* filledAndUsed<T>(
  vm: Interpreter,
  set: number,
  source: number,
  use: (set: number) => Steps<T>,
): Steps<T> {
  yield* updateSetSteps(vm, set, source);
  return yield* use(set);
}

type Operation = (vm: Interpreter, set: number, other: number) => Steps;

/** set.ts:chained */
export function chainedSteps(operation: Operation): (vm: Interpreter, args: Args) => Steps {
  return function* (vm, [self = 0, ...others]) {
    if (others.length === 0) return copySet(vm, self);
    let result = vm.own(self);
    for (const other of others) result = yield* owning(vm, [result], operation(vm, result, other));
    return result;
  };
}

export function* intersectionUpdateSteps(vm: Interpreter, args: Args): Steps {
  const [self = 0] = args;
  const result = yield* chainedSteps(intersectionSteps)(vm, args);
  vm.guard(result, () => replaceBody(vm, self, result));
  return vm.none();
}

export function* differenceUpdateSteps(vm: Interpreter, [self = 0, ...others]: Args): Steps {
  for (const other of others) yield* discardSteps(vm, self, other);
  return vm.none();
}

export function* subsetSteps(vm: Interpreter, [self = 0, other = 0]: Args): Steps {
  return vm.bool(yield* withSetSteps(vm, other, (set) => withinSteps(vm, self, set)));
}

/** Are so many of the items in the set: all, or none? */
function* haveSteps(vm: Interpreter, set: number, source: number, wanted: boolean): Steps<boolean> {
  const items = yield* collectSteps(vm, source);
  const stored = vm.isAnySet(source) ? storedHashesOf(vm.process, source) : null;
  try {
    for (const item of items) {
      const has = (): boolean => withHashes(vm.process, stored, () => sets.setHas(vm.process, set, item));
      if ((yield* answered(vm, has)) !== wanted) return false;
    }
    return true;
  } finally {
    vm.dropAll(items);
  }
}

export function* supersetSteps(vm: Interpreter, [self = 0, other = 0]: Args): Steps {
  if (vm.isAnySet(other)) return vm.bool(yield* withinSteps(vm, other, self));
  return vm.bool(yield* haveSteps(vm, self, other, true));
}

export function* disjointSteps(vm: Interpreter, [self = 0, other = 0]: Args): Steps {
  return vm.bool(yield* haveSteps(vm, self, other, false));
}

/** `a OP b` of two sets (set-operations.ts:operate); null: no operation of theirs. */
export function operateSteps(vm: Interpreter, a: number, b: number, operator: string): Steps | null {
  if (!vm.isAnySet(a) || !vm.isAnySet(b)) return null;
  switch (operator) {
    case '&':
      return intersectionSteps(vm, a, b);
    case '-':
      return differenceSteps(vm, a, b);
    case '|':
      return unionSteps(vm, a, b);
    case '^':
      return made(vm, a, (result) => exclusiveSteps(vm, result, a, b));
    default:
      return null;
  }
}

function* unionSteps(vm: Interpreter, a: number, b: number): Steps {
  const result = copySet(vm, a);
  return a === b ? result : yield* filledBySteps(vm, result, mergeSteps(vm, result, b));
}

function* exclusiveSteps(vm: Interpreter, result: number, a: number, b: number): Steps<void> {
  yield* mergeSteps(vm, result, b);
  yield* symmetricSteps(vm, result, a);
}
