/** groupby and tee (itertoolsmodule.c), whose iterators share what has been read. */

import { GC_HEAD_BYTES } from '../../../heap/index.ts';
import { PythonRaise } from '../../../objects/index.ts';
import { sizeOr, sizeValue } from '../../builtins/arguments.ts';
import { ITERATOR } from '../../builtins/types/dunders.ts';
import { reducedByClass, reduceIterator } from '../../builtins/types/iterator-state.ts';
import { callSteps } from '../../eval/calls/call-steps.ts';
import type { Steps } from '../../eval/calls/waiting.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type NativeDefinition, native, resumable } from '../../eval/native.ts';
import { equalItems } from '../../eval/operators/comparing.ts';
import { iterSteps, nestedNextSteps, waiting } from '../../eval/operators/iteration-steps.ts';
import { type ModuleType, moduleType } from '../define-type.ts';
import { type Args, type IteratorSpec, newIterator, notNegative } from './iterator-type.ts';
import { copied, GROUPBY_STATE, reducedFields, stateItems } from './states.ts';

const GROUP = { ITERATOR: 0, KEY: 1, TARGET: 2, CURRENT: 3, VALUE: 4 } as const;
const GROUPER_BYTES = 32;

/** The group that was handed out last; older ones are at their end. */
interface Grouping {
  current: number;
}

function* constructGroupBy(vm: Interpreter, [ofClass = 0, iterable = 0, key = 0]: Args): Steps {
  const iterator = yield* iterSteps(vm, iterable);
  const func = key === 0 ? vm.none() : vm.own(key);
  const made = newIterator(vm, ofClass, vm.rules.typeSizes.groupby[0], [iterator, func, 0, 0, 0]);
  vm.heap.setPayload(made, { current: 0 });
  return made;
}

/** Reads one item; false at the end (groupby_step). */
function* step(vm: Interpreter, self: number): Steps<boolean> {
  const item = yield* nestedNextSteps(vm, vm.field(self, GROUP.ITERATOR));
  if (item === 0) return false;
  const func = vm.field(self, GROUP.KEY);
  let key = item;
  if (vm.isNone(func)) vm.incref(item);
  else {
    try {
      key = yield* callSteps(vm, func, [item]);
    } catch (error) {
      vm.decref(item);
      throw error;
    }
  }
  vm.setField(self, GROUP.VALUE, item);
  vm.setField(self, GROUP.CURRENT, key);
  return true;
}

function* nextGroup(vm: Interpreter, self: number): Steps {
  const grouping = vm.heap.payload(self) as Grouping;
  grouping.current = 0;
  for (;;) {
    vm.tick();
    const [target, current] = [vm.field(self, GROUP.TARGET), vm.field(self, GROUP.CURRENT)];
    if (current !== 0 && (target === 0 || !(yield* equalItems(vm, target, current, false)))) break;
    if (!(yield* step(vm, self))) return 0;
  }
  vm.setField(self, GROUP.TARGET, vm.own(vm.field(self, GROUP.CURRENT)));
  const grouper = newGroup(vm, self, vm.field(self, GROUP.TARGET));
  return vm.guard(grouper, () => vm.newTuple([vm.field(self, GROUP.CURRENT), grouper]));
}

/** The group of this key, which ends the one before it. */
function newGroup(vm: Interpreter, parent: number, key: number): number {
  const grouper = vm.newFields(moduleType(vm, GROUPER).info, GC_HEAD_BYTES + GROUPER_BYTES, [
    vm.own(parent),
    vm.own(key),
  ]);
  (vm.heap.payload(parent) as Grouping).current = vm.heap.serialOf(grouper);
  return grouper;
}

/** itertools__grouper_impl */
function constructGroup(vm: Interpreter, [, parent = 0, key = 0]: Args): number {
  if (vm.infoOf(parent).name !== GROUPBY.name)
    throw new PythonRaise(
      'TypeError',
      `_grouper() argument 1 must be itertools.groupby, not ${vm.typeName(parent)}`,
    );
  return newGroup(vm, parent, key);
}

/** A group: | groupby | key | */
function* nextOfGroup(vm: Interpreter, grouper: number): Steps {
  const parent = vm.field(grouper, 0);
  if ((vm.heap.payload(parent) as Grouping).current !== vm.heap.serialOf(grouper)) return 0;
  if (vm.field(parent, GROUP.VALUE) === 0 && !(yield* step(vm, parent))) return 0;
  const [key, current] = [vm.field(grouper, 1), vm.field(parent, GROUP.CURRENT)];
  if (!(yield* equalItems(vm, key, current, false))) return 0;
  const value = vm.own(vm.field(parent, GROUP.VALUE));
  vm.setField(parent, GROUP.VALUE, 0);
  return value;
}

/** _grouper_reduce: an older group is at its end. */
const GROUPER_STATE = copied((vm, self) => {
  const parent = vm.field(self, 0);
  if ((vm.heap.payload(parent) as Grouping).current === vm.heap.serialOf(self))
    return reducedFields(0, 1)(vm, self);
  return reduceIterator(vm, [vm.newTuple([])]);
});

const GROUPER: ModuleType = {
  name: '_grouper',
  module: 'itertools',
  heapSince: 12,
  bytes: () => GC_HEAD_BYTES + GROUPER_BYTES,
  methods: { ...ITERATOR, ...GROUPER_STATE },
  construct: native(constructGroup, { args: [2, 2] }),
  next: waiting(nextOfGroup),
};

export const GROUPBY: IteratorSpec = {
  name: 'groupby',
  bytes: (vm) => vm.rules.typeSizes.groupby[0],
  construct: { steps: constructGroupBy },
  takes: { args: [1, 2], keywords: ['iterable', 'key'] },
  next: waiting(nextGroup),
  methods: GROUPBY_STATE,
};

/** Items read once for all: | iterator | next link | items ... |, payload: how many there are. */
const LINK = { ITERATOR: 0, NEXT: 1, ITEMS: 2 } as const;
const LINK_ITEMS = 57;
const LINK_BYTES = 496;
/** A place in the tuple that tee() returns. */
const TEE_RESULT_BYTES = 8;

/** teedataobject_reduce: the iterator, what was read of it, and the link after this one. */
const DATA_STATE = copied((vm, self) => {
  const { read } = vm.heap.payload(self) as { read: number };
  const items = Array.from({ length: read }, (_, at) => vm.own(vm.field(self, LINK.ITEMS + at)));
  const following = vm.own(vm.field(self, LINK.NEXT) || vm.process.none);
  return reducedByClass(vm, self, [vm.own(vm.field(self, LINK.ITERATOR)), vm.listOf(items), following]);
});

const TEE_DATA: ModuleType = {
  name: '_tee_dataobject',
  module: 'itertools',
  heapSince: 12,
  bytes: () => GC_HEAD_BYTES + LINK_BYTES,
  methods: DATA_STATE,
  construct: native(constructData, { args: [3, 3] }),
};

/** itertools_teedataobject_impl: of an iterator, a list of what was read, and the following link. */
function constructData(vm: Interpreter, [, iterator = 0, values = 0, following = 0]: Args): number {
  if (!vm.isList(values))
    throw new PythonRaise(
      'TypeError',
      `_tee_dataobject() argument 2 must be list, not ${vm.typeName(values)}`,
    );
  const items = vm.items(values);
  const isFull = items.length === LINK_ITEMS;
  if (items.length > LINK_ITEMS || (!isFull && !vm.isNone(following)))
    throw new PythonRaise('ValueError', 'Invalid arguments');
  const link = newLink(vm, vm.own(iterator));
  for (const [at, item] of items.entries()) vm.setField(link, LINK.ITEMS + at, vm.own(item));
  (vm.heap.payload(link) as { read: number }).read = items.length;
  if (!vm.isNone(following)) vm.setField(link, LINK.NEXT, vm.own(following));
  return link;
}

function newLink(vm: Interpreter, iterator: number): number {
  const fields = [iterator, 0, ...Array.from({ length: LINK_ITEMS }, () => 0)];
  const link = vm.newFields(moduleType(vm, TEE_DATA).info, GC_HEAD_BYTES + LINK_BYTES, fields);
  vm.heap.setPayload(link, { read: 0 });
  return link;
}

/** Item `at` of the link, a new reference; 0 at the end (teedataobject_getitem). */
function* itemOf(vm: Interpreter, link: number, at: number): Steps {
  const state = vm.heap.payload(link) as { read: number };
  if (at < state.read) return vm.own(vm.field(link, LINK.ITEMS + at));
  const item = yield* nestedNextSteps(vm, vm.field(link, LINK.ITERATOR));
  if (item === 0) return 0;
  state.read++;
  vm.setField(link, LINK.ITEMS + at, vm.own(item));
  return item;
}

function* nextOfTee(vm: Interpreter, self: number): Steps {
  const place = vm.heap.payload(self) as { at: number };
  if (place.at >= LINK_ITEMS) {
    const link = vm.field(self, 0);
    if (vm.field(link, LINK.NEXT) === 0)
      vm.setField(link, LINK.NEXT, newLink(vm, vm.own(vm.field(link, LINK.ITERATOR))));
    vm.setField(self, 0, vm.own(vm.field(link, LINK.NEXT)));
    place.at = 0;
  }
  const item = yield* itemOf(vm, vm.field(self, 0), place.at);
  if (item !== 0) place.at++;
  return item;
}

function newTee(vm: Interpreter, link: number, at: number): number {
  const { info } = moduleType(vm, TEE);
  const made = vm.newFields(info, GC_HEAD_BYTES + vm.rules.typeSizes._tee[0], [link]);
  vm.heap.setPayload(made, { at });
  return made;
}

const copyTee: NativeDefinition = native((vm, [self = 0]) =>
  newTee(vm, vm.own(vm.field(self, 0)), (vm.heap.payload(self) as { at: number }).at),
);

/** tee_reduce and tee_setstate: a tee of nothing gets the link and the place in it. */
const TEE_STATE = copied(
  (vm, self) => {
    const { at } = vm.heap.payload(self) as { at: number };
    const state = vm.tupleOf([vm.own(vm.field(self, 0)), vm.newInt(at)]);
    return reducedByClass(vm, self, [vm.newTuple([])], state);
  },
  (vm, self, state) => {
    const [link = 0, place = 0] = stateItems(vm, state, 2);
    const at = sizeValue(vm, place);
    if (at < 0 || at > LINK_ITEMS) throw new PythonRaise('ValueError', 'Index out of range');
    vm.setField(self, 0, vm.own(link));
    (vm.heap.payload(self) as { at: number }).at = at;
  },
);

const TEE: ModuleType = {
  name: '_tee',
  module: 'itertools',
  heapSince: 12,
  traits: { weakrefs: true },
  bytes: (vm) => GC_HEAD_BYTES + vm.rules.typeSizes._tee[0],
  methods: { ...ITERATOR, __copy__: copyTee, ...TEE_STATE },
  construct: resumable((vm, [, iterable = 0]) => teeOf(vm, iterable), { args: [1, 1] }),
  next: waiting(nextOfTee),
};

/** A tee of the iterator, which may be one already (tee_fromiterable). */
function* teeOf(vm: Interpreter, iterable: number): Steps {
  const iterator = yield* iterSteps(vm, iterable);
  return vm.infoOf(iterator) === moduleType(vm, TEE).info ? iterator : newTee(vm, newLink(vm, iterator), 0);
}

/** tee(iterable, n): an iterator that is a tee already is the first one itself. */
export const TEE_FUNCTION: NativeDefinition = resumable(
  function* (vm, [iterable = 0, n]) {
    const count = notNegative(sizeOr(vm, n, 2), 'n must be >= 0');
    vm.roomFor(TEE_RESULT_BYTES * count);
    const tuple = vm.newTuple(Array.from({ length: count }, () => vm.process.none));
    if (count === 0) return tuple;
    const first = yield* teeOf(vm, iterable);
    const { at } = vm.heap.payload(first) as { at: number };
    const tees = [first];
    while (tees.length < count) {
      vm.tick();
      tees.push(newTee(vm, vm.own(vm.field(first, 0)), at));
    }
    vm.decref(tuple);
    return vm.tupleOf(tees);
  },
  { args: [1, 2], packs: false },
);
