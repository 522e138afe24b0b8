/** set and frozenset: their methods and calls (setobject.c). What the operations build, and in which order, is set-operations.ts's. */

import { PythonRaise, sets, withStoredHashes } from '../../../objects/index.ts';
import type { Steps } from '../../eval/calls/waiting.ts';
import { updateSetSteps } from '../../eval/containers.ts';
import { ending } from '../../eval/frames/finalizing.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import {
  type Native,
  type NativeDefinition,
  native,
  resumable,
  steppable,
  type TypeDefinition,
} from '../../eval/native.ts';
import { asksToIterate } from '../../eval/operators/iteration-steps.ts';
import { keyed } from '../../eval/operators/key-questions.ts';
import { asSetKey } from '../../eval/operators/set-keys.ts';
import { classArgument, newSetOfClass } from '../allocate.ts';
import { stepsPackedUpTo } from '../arguments.ts';
import {
  arithmetic,
  COMPARISONS,
  CONTAINER,
  containerCall,
  filledBySteps,
  HASH,
  inplace,
  inTheClass,
  iteratingKeys,
} from './dunders.ts';
import { CLASS_GET_ITEM } from './generic-alias.ts';
import { REDUCE_SET } from './reducing.ts';
import { containerRepr } from './reprs.ts';
import {
  chainedSteps,
  differenceSteps,
  differenceUpdateSteps,
  disjointSteps,
  intersectionSteps,
  intersectionUpdateSteps,
  subsetSteps,
  supersetSteps,
  symmetricDifferenceSteps,
  symmetricUpdateSteps,
} from './set-method-steps.ts';
import {
  copySet,
  difference,
  discardAll,
  intersection,
  popKey,
  replaceBody,
  resetFinger,
  symmetricUpdate,
} from './set-operations.ts';

type Args = readonly number[];

const MANY = Number.MAX_SAFE_INTEGER;
const OPERATIONS = ['or', 'and', 'sub', 'xor'];

/** All of them into `set`, in turn. */
function* updateAll(vm: Interpreter, set: number, others: Args): Steps {
  yield* allInto(vm, set, others);
  return vm.none();
}

function* union(vm: Interpreter, [self = 0, ...others]: Args): Steps {
  const result = copySet(vm, self);
  const added = others.filter((other) => other !== self);
  return yield* filledBySteps(vm, result, allInto(vm, result, added));
}

function* allInto(vm: Interpreter, set: number, others: Args): Steps<void> {
  for (const other of others) yield* updateSetSteps(vm, set, other);
}

/** One of the sources asks Python code for what is in it. */
function asksOne(vm: Interpreter, [, ...sources]: Args): boolean {
  return vm.lines.watched || sources.some((one) => asksToIterate(vm, one));
}

/** Each operation on the result of the one before; the first makes a set of its own (set_intersection_multi, set_difference_multi). */
function chained(step: (vm: Interpreter, set: number, other: number) => number): Native {
  return (vm, [self = 0, ...others]) => {
    if (others.length === 0) return copySet(vm, self);
    let result = vm.own(self);
    for (const other of others) result = vm.guard(result, () => step(vm, result, other));
    return result;
  };
}

function intersectionUpdate(vm: Interpreter, [self = 0, ...others]: Args): number {
  const result = chained(intersection)(vm, [self, ...others], new Map());
  vm.guard(result, () => replaceBody(vm, self, result));
  return vm.none();
}

function differenceUpdate(vm: Interpreter, [self = 0, ...others]: Args): number {
  for (const other of others) discardAll(vm, self, other);
  return vm.none();
}

/** The other as a set: itself, or a new one of its items; `use` sees it borrowed. */
function withSet<T>(vm: Interpreter, other: number, use: (set: number) => T): T {
  if (vm.isAnySet(other)) return use(other);
  const made = sets.newSet(vm.process, vm.process.types.set);
  return vm.guard(made, () => {
    vm.updateSet(made, other);
    return use(made);
  });
}

function symmetricDifference(vm: Interpreter, [self = 0, other = 0]: Args): number {
  const result = sets.newSet(vm.process, vm.infoOf(self));
  return inTheClass(vm, result, () => {
    vm.updateSet(result, other);
    symmetricUpdate(vm, result, self);
  });
}

function symmetricDifferenceUpdate(vm: Interpreter, [self = 0, other = 0]: Args): number {
  if (self === other) sets.clearSet(vm.process, self);
  else withSet(vm, other, (set) => symmetricUpdate(vm, self, set));
  return vm.none();
}

function isWithin(vm: Interpreter, small: number, large: number): boolean {
  if (vm.listSize(small) > vm.listSize(large)) return false;
  return withStoredHashes(vm.process, small, () =>
    sets.setItems(vm.process, small).every((key) => sets.setHas(vm.process, large, key)),
  );
}

function isSubset(vm: Interpreter, [self = 0, other = 0]: Args): number {
  if (!vm.isAnySet(other) && vm.rules.subsetIntersects) {
    const common = intersection(vm, self, other);
    return vm.guard(common, () => vm.bool(vm.listSize(common) === vm.listSize(self)));
  }
  return withSet(vm, other, (set) => vm.bool(isWithin(vm, self, set)));
}

function isSuperset(vm: Interpreter, [self = 0, other = 0]: Args): number {
  if (vm.isAnySet(other) || !vm.rules.supersetAsksEach)
    return withSet(vm, other, (set) => vm.bool(isWithin(vm, set, self)));
  const items = vm.collect(other);
  try {
    return vm.bool(items.every((item) => sets.setHas(vm.process, self, item)));
  } finally {
    vm.dropAll(items);
  }
}

function isDisjoint(vm: Interpreter, [self = 0, other = 0]: Args): number {
  const items = vm.collect(other);
  try {
    const isFree = (): boolean => !items.some((item) => sets.setHas(vm.process, self, item));
    return vm.bool(vm.isAnySet(other) ? withStoredHashes(vm.process, other, isFree) : isFree());
  } finally {
    vm.dropAll(items);
  }
}

function pop(vm: Interpreter, [self = 0]: Args): number {
  const key = popKey(vm, self);
  if (key === 0) throw vm.raising('KeyError', [vm.newStr('pop from an empty set')]);
  return key;
}

function discard(vm: Interpreter, set: number, given: number): boolean {
  return asSetKey(vm, given, (key) => sets.setDiscard(vm.process, set, key));
}

function remove(vm: Interpreter, self: number, key: number): number {
  if (!discard(vm, self, key)) throw vm.keyError(key);
  return vm.none();
}

const PACKED = { args: [0, MANY], packs: true } as const;

const SHARED: Readonly<Record<string, NativeDefinition>> = {
  union: resumable(union, { args: [0, Number.MAX_SAFE_INTEGER], packs: true, asks: asksOne }),
  intersection: steppable(chained(intersection), chainedSteps(intersectionSteps), PACKED),
  difference: steppable(chained(difference), chainedSteps(differenceSteps), PACKED),
  symmetric_difference: steppable(symmetricDifference, symmetricDifferenceSteps, { args: [1, 1] }),
  issubset: steppable(isSubset, subsetSteps, { args: [1, 1] }),
  issuperset: steppable(isSuperset, supersetSteps, { args: [1, 1] }),
  isdisjoint: steppable(isDisjoint, disjointSteps, { args: [1, 1] }),
  __repr__: native((vm, [self = 0]) => vm.newStr(containerRepr(vm, self))),
};

const MUTATING: Readonly<Record<string, NativeDefinition>> = {
  add: keyed(
    (vm, self, key) => {
      sets.setAdd(vm.process, self, key);
      return vm.none();
    },
    { args: [1, 1] },
  ),
  discard: keyed(
    (vm, self, key) => {
      discard(vm, self, key);
      return vm.none();
    },
    { args: [1, 1] },
  ),
  remove: keyed(remove, { args: [1, 1] }),
  pop: native(pop),
  clear: ending((vm, [self = 0]) => {
    resetFinger(vm, self);
    sets.clearSet(vm.process, self);
    return vm.none();
  }),
  update: resumable((vm, [self = 0, ...others]) => updateAll(vm, self, others), {
    args: [0, Number.MAX_SAFE_INTEGER],
    packs: true,
    asks: asksOne,
  }),
  intersection_update: steppable(intersectionUpdate, intersectionUpdateSteps, PACKED),
  difference_update: steppable(differenceUpdate, differenceUpdateSteps, PACKED),
  symmetric_difference_update: steppable(symmetricDifferenceUpdate, symmetricUpdateSteps, { args: [1, 1] }),
  __init__: iteratingKeys(
    (vm, [self = 0, ...sources], keywords) => {
      if (keywords.size > 0) throw vm.typeError('set() takes no keyword arguments');
      if (sources.length > 1)
        throw vm.typeError(`${vm.typeName(self)} expected at most 1 argument, got ${sources.length}`);
      sets.clearSet(vm.process, self);
      return updateAll(vm, self, sources);
    },
    { args: [0, MANY], anyKeywords: true },
  ),
};

function* construct(vm: Interpreter, [ofClass = 0, source]: Args): Steps {
  const type = classArgument(vm, ofClass);
  const set = newSetOfClass(vm, type);
  if (source === undefined) return set;
  return yield* filledBySteps(vm, set, updateSetSteps(vm, set, source));
}

/** An exact frozenset is itself; up to 3.9 all empty ones are one (make_new_frozenset). */
function* constructFrozen(vm: Interpreter, [ofClass = 0, source, ...excess]: Args): Steps {
  const type = classArgument(vm, ofClass);
  if (excess.length > 0)
    throw new PythonRaise('TypeError', `${type.name} expected at most 1 argument, got ${excess.length + 1}`);
  const exact = type.dict === 0;
  const shared = exact && vm.process.profile.calls.emptyFrozensetShared;
  if (source === undefined) return shared ? vm.process.emptyFrozenset() : newSetOfClass(vm, type);
  if (exact && vm.heap.typeOf(source) === type.info) return vm.own(source);
  const set = newSetOfClass(vm, type);
  yield* filledBySteps(vm, set, updateSetSteps(vm, set, source));
  if (!shared || vm.listSize(set) > 0) return set;
  vm.decref(set);
  return vm.process.emptyFrozenset();
}

function copyFrozen(vm: Interpreter, [self = 0]: Args): number {
  return vm.heap.typeOf(self) === vm.process.types.frozenset ? vm.own(self) : copySet(vm, self);
}

export const SET: TypeDefinition = {
  name: 'set',
  methods: {
    ...CONTAINER,
    ...COMPARISONS,
    ...arithmetic(OPERATIONS),
    ...inplace(OPERATIONS),
    ...SHARED,
    ...MUTATING,
    __reduce__: REDUCE_SET,
    copy: native((vm, [self = 0]) => copySet(vm, self)),
  },
  classMethods: { __class_getitem__: CLASS_GET_ITEM },
  construct: containerCall('set', false, stepsPackedUpTo(8, construct)),
};

export const FROZENSET: TypeDefinition = {
  name: 'frozenset',
  methods: {
    ...CONTAINER,
    ...COMPARISONS,
    ...arithmetic(OPERATIONS),
    ...SHARED,
    __hash__: HASH,
    __reduce__: REDUCE_SET,
    copy: native(copyFrozen),
  },
  classMethods: { __class_getitem__: CLASS_GET_ITEM },
  construct: iteratingKeys(stepsPackedUpTo(8, constructFrozen), { args: [0, MANY] }),
};
