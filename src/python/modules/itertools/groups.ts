/** groupby and tee (itertoolsmodule.c), whose iterators share what has been read. */

import { GC_HEAD_BYTES } from '../../../heap/index.ts';
import { sizeOr } from '../../builtins/arguments.ts';
import { ITERATOR } from '../../builtins/types/dunders.ts';
import { callSteps } from '../../eval/calls/call-steps.ts';
import type { Steps } from '../../eval/calls/waiting.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type NativeDefinition, native, resumable } from '../../eval/native.ts';
import { equalItems } from '../../eval/operators/comparing.ts';
import { iterSteps, nestedNextSteps, waiting } from '../../eval/operators/iteration-steps.ts';
import { type ModuleType, moduleType } from '../define-type.ts';
import { type Args, type IteratorSpec, newIterator, notNegative } from './iterator-type.ts';

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
  const target = vm.field(self, GROUP.TARGET);
  const grouper = vm.newFields(moduleType(vm, GROUPER).info, GC_HEAD_BYTES + GROUPER_BYTES, [
    vm.own(self),
    vm.own(target),
  ]);
  grouping.current = vm.heap.serialOf(grouper);
  return vm.guard(grouper, () => vm.newTuple([vm.field(self, GROUP.CURRENT), grouper]));
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

const GROUPER: ModuleType = {
  name: '_grouper',
  module: 'itertools',
  heapSince: 12,
  bytes: () => GC_HEAD_BYTES + GROUPER_BYTES,
  methods: ITERATOR,
  next: waiting(nextOfGroup),
};

export const GROUPBY: IteratorSpec = {
  name: 'groupby',
  bytes: (vm) => vm.rules.typeSizes.groupby[0],
  construct: { steps: constructGroupBy },
  takes: { args: [1, 2], keywords: ['iterable', 'key'] },
  next: waiting(nextGroup),
};

/** Items read once for all: | iterator | next link | items ... |, payload: how many there are. */
const LINK = { ITERATOR: 0, NEXT: 1, ITEMS: 2 } as const;
const LINK_ITEMS = 57;
const LINK_BYTES = 496;
/** A place in the tuple that tee() returns. */
const TEE_RESULT_BYTES = 8;

const TEE_DATA: ModuleType = {
  name: '_tee_dataobject',
  module: 'itertools',
  heapSince: 12,
  bytes: () => GC_HEAD_BYTES + LINK_BYTES,
};

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

const TEE: ModuleType = {
  name: '_tee',
  module: 'itertools',
  heapSince: 12,
  traits: { weakrefs: true },
  bytes: (vm) => GC_HEAD_BYTES + vm.rules.typeSizes._tee[0],
  methods: { ...ITERATOR, __copy__: copyTee },
  next: waiting(nextOfTee),
};

/** tee(iterable, n): an iterator that is a tee already is the first one itself. */
export const TEE_FUNCTION: NativeDefinition = resumable(
  function* (vm, [iterable = 0, n]) {
    const count = notNegative(sizeOr(vm, n, 2), 'n must be >= 0');
    vm.roomFor(TEE_RESULT_BYTES * count);
    const tuple = vm.newTuple(Array.from({ length: count }, () => vm.process.none));
    if (count === 0) return tuple;
    const iterator = yield* iterSteps(vm, iterable);
    const first =
      vm.infoOf(iterator) === moduleType(vm, TEE).info ? iterator : newTee(vm, newLink(vm, iterator), 0);
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
