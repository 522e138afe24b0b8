/** collections.deque: its methods and its call (_collectionsmodule.c). Where its items lie is deque-storage.ts's. */

import { GC_HEAD_BYTES } from '../../../heap/index.ts';
import { PythonRaise } from '../../../objects/index.ts';
import { allocate, classArgument } from '../../builtins/allocate.ts';
import { sizeValue } from '../../builtins/arguments.ts';
import { arithmetic, filledBySteps, inTheClass, iterating } from '../../builtins/types/dunders.ts';
import { CLASS_GET_ITEM } from '../../builtins/types/generic-alias.ts';
import { makeUnhashable } from '../../builtins/types/hashing.ts';
import { listOfItems } from '../../builtins/types/list-fill.ts';
import { reduceState } from '../../builtins/types/reducing.ts';
import { OWN_SIZEOF } from '../../builtins/types/sizing.ts';
import { type Steps } from '../../eval/calls/waiting.ts';
import type { PyType } from '../../eval/classes/class-table.ts';
import { countItems } from '../../eval/effort.ts';
import { droppingSteps } from '../../eval/frames/finalizing.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { answersNone, type NativeDefinition, native, steppable } from '../../eval/native.ts';
import { indexOf } from '../../eval/operators/subscripts.ts';
import { once } from '../../eval/texts/nested-repr.ts';
import { type ModuleType, moduleType } from '../define-type.ts';
import { append, appendLeft, clear, extend, extending, fillSteps } from './deque-fill.ts';
import { iterateDeque, storageOf } from './deque-iterator.ts';
import { CONTAINS, COUNT, compareDeques, compareSteps, INDEX, removing } from './deque-search.ts';
import { BLOCK_BYTES, DequeStorage } from './deque-storage.ts';

type Args = readonly number[];

function newDeque(vm: Interpreter, type: PyType): number {
  const deque = allocate(vm, type, vm.rules.typeSizes.deque[0]);
  vm.fillFields(deque, []);
  vm.heap.annexes.add(deque, new DequeStorage(vm.heap, vm.rules.dequeKeepsBlocks)).begin();
  vm.heap.track(deque);
  return deque;
}

function* construct(vm: Interpreter, [ofClass = 0, iterable = 0, limit = 0]: Args): Steps {
  const type = classArgument(vm, ofClass);
  const deque = newDeque(vm, type);
  return yield* filledBySteps(vm, deque, fillSteps(vm, deque, iterable, limit));
}

function* init(vm: Interpreter, [self = 0, iterable = 0, limit = 0]: Args): Steps {
  yield* fillSteps(vm, self, iterable, limit);
  return vm.none();
}

function pop(vm: Interpreter, deque: number, side: 'left' | 'right'): number {
  const storage = storageOf(vm, deque);
  if (storage.size === 0) throw new PythonRaise('IndexError', 'pop from an empty deque');
  return side === 'left' ? storage.popLeft() : storage.pop();
}

/** deque.copy: the class is called for a subclass. */
function copy(vm: Interpreter, [self = 0]: Args): number {
  const old = storageOf(vm, self);
  const type = vm.typeOf(self);
  if (type.dict !== 0) {
    const limit = old.maxlen < 0 ? [] : [vm.newInt(old.maxlen)];
    try {
      return vm.call(type.ref, [self, ...limit]);
    } finally {
      vm.dropAll(limit);
    }
  }
  const made = newDeque(vm, type);
  storageOf(vm, made).maxlen = old.maxlen;
  return inTheClass(vm, made, () => {
    if (old.size === 1) append(vm, made, vm.own(old.at(0)));
    else extend(vm, made, self, 'right');
  });
}

/** deque.rotate: the shorter way round (_deque_rotate). */
function rotate(vm: Interpreter, deque: number, by: number): void {
  const storage = storageOf(vm, deque);
  const { size } = storage;
  const half = size >> 1;
  if (size <= 1) return;
  let steps = by;
  if (steps > half || steps < -half) {
    steps %= size;
    if (steps > half) steps -= size;
    else if (steps < -half) steps += size;
  }
  countItems(vm, Math.abs(steps));
  storage.state++;
  for (let step = Math.abs(steps); step > 0; step--) storage.rotateOnce(steps > 0 ? 1 : -1);
}

/** What is too large to be told exactly by a number loses whole turns. */
function turns(vm: Interpreter, deque: number, by: number): number {
  const given = sizeValue(vm, by);
  if (Number.isSafeInteger(given) || !vm.isInt(by)) return given;
  return Number(BigInt(vm.int(by)) % BigInt(Math.max(storageOf(vm, deque).size, 1)));
}

function insert(vm: Interpreter, [self = 0, at = 0, item = 0]: Args): number {
  const storage = storageOf(vm, self);
  const place = sizeValue(vm, at);
  const { size } = storage;
  if (storage.maxlen === size) throw new PythonRaise('IndexError', 'deque already at its maximum size');
  if (place >= size) append(vm, self, vm.own(item));
  else if (place <= -size || place === 0) appendLeft(vm, self, vm.own(item));
  else {
    rotate(vm, self, -place);
    if (place < 0) append(vm, self, vm.own(item));
    else appendLeft(vm, self, vm.own(item));
    rotate(vm, self, place);
  }
  return vm.none();
}

function removeAt(vm: Interpreter, deque: number, at: number): void {
  const storage = storageOf(vm, deque);
  rotate(vm, deque, -at);
  const item = storage.popLeft();
  rotate(vm, deque, at);
  vm.decref(item);
}

function reverse(vm: Interpreter, [self = 0]: Args): number {
  const storage = storageOf(vm, self);
  countItems(vm, storage.size);
  const items = storage.items().toReversed();
  for (const [at, item] of items.entries()) storage.put(at, item);
  return vm.none();
}

function checkedPlace(vm: Interpreter, deque: number, key: number): number {
  const at = indexOf(vm, key, () => `sequence index must be integer, not '${vm.typeName(key)}'`);
  const { size } = storageOf(vm, deque);
  const place = at < 0 ? at + size : at;
  if (place < 0 || place >= size) throw new PythonRaise('IndexError', 'deque index out of range');
  return place;
}

function setItem(vm: Interpreter, [self = 0, key = 0, value = 0]: Args): number {
  const at = checkedPlace(vm, self, key);
  const storage = storageOf(vm, self);
  const old = storage.at(at);
  storage.put(at, vm.own(value));
  vm.decref(old);
  return vm.none();
}

function repr(vm: Interpreter, [self = 0]: Args): number {
  const { maxlen } = storageOf(vm, self);
  const name = vm.typeName(self).replace(/^.*\./, '');
  const text = once(vm, self, '[...]', () =>
    vm.guard(listOfItems(vm, self, storageOf(vm, self).items()), (list) =>
      maxlen < 0 ? `${name}(${vm.repr(list)})` : `${name}(${vm.repr(list)}, maxlen=${maxlen})`,
    ),
  );
  return vm.newStr(text);
}

function isDeque(vm: Interpreter, ref: number): boolean {
  return vm.typeOf(ref).native === moduleType(vm, DEQUE);
}

/** deque_inplace_repeat: no more rounds than fill it. */
function repeated(vm: Interpreter, deque: number, times: number): number {
  const { maxlen, size } = storageOf(vm, deque);
  const rounds = maxlen >= 0 && times * size > maxlen ? Math.ceil(maxlen / size) : times;
  const items = storageOf(vm, deque).items();
  vm.roomFor(size * 8 * rounds);
  if (rounds <= 0) clear(vm, deque);
  if (size === 0) return deque;
  // Several items are copied from a list of them.
  const list = size > 1 && rounds > 1 ? listOfItems(vm, deque, items) : 0;
  for (let round = 1; round < rounds; round++) {
    countItems(vm, size);
    for (const item of items) append(vm, deque, vm.own(item));
  }
  if (list !== 0) vm.decref(list);
  return deque;
}

function operate(vm: Interpreter, a: number, b: number, operator: string): number {
  if (operator === '+' && isDeque(vm, a)) {
    if (!isDeque(vm, b))
      throw new PythonRaise('TypeError', `can only concatenate deque (not "${vm.typeName(b)}") to deque`);
    const made = copy(vm, [a]);
    return inTheClass(vm, made, () => extend(vm, made, b, 'right'));
  }
  const [deque, times] = isDeque(vm, a) ? [a, b] : [b, a];
  if (operator !== '*' || !vm.isInt(times)) return 0;
  return repeated(vm, copy(vm, [deque]), vm.index(times));
}

/** deque_reduce: the class, what it is called with, the attributes, an iterator of the items. */
function reduce(vm: Interpreter, [self = 0]: Args): number {
  const { maxlen } = storageOf(vm, self);
  const args = maxlen < 0 ? [] : [vm.newTuple([]), vm.newInt(maxlen)];
  const state = reduceState(vm, self);
  return vm.tupleOf([vm.own(vm.typeOf(self).ref), vm.tupleOf(args), state, iterateDeque(vm, self)]);
}

const METHODS: Readonly<Record<string, NativeDefinition>> = {
  __sizeof__: OWN_SIZEOF,
  append: native(
    answersNone((vm, [self = 0, item = 0]) => append(vm, self, vm.own(item))),
    { args: [1, 1] },
  ),
  appendleft: native(
    answersNone((vm, [self = 0, item = 0]) => appendLeft(vm, self, vm.own(item))),
    { args: [1, 1] },
  ),
  extend: extending('right'),
  extendleft: extending('left'),
  pop: native((vm, [self = 0]) => pop(vm, self, 'right')),
  popleft: native((vm, [self = 0]) => pop(vm, self, 'left')),
  clear: steppable(
    answersNone((vm, [self = 0]) => clear(vm, self)),
    function* (vm, [self = 0]) {
      yield* droppingSteps(vm, storageOf(vm, self).takeAll());
      return vm.none();
    },
  ),
  copy: native(copy),
  __copy__: native(copy),
  __reduce__: native(reduce),
  count: COUNT,
  index: INDEX,
  insert: native(insert, { args: [2, 2] }),
  remove: removing(removeAt),
  reverse: native(reverse),
  rotate: native(
    answersNone((vm, [self = 0, by]) => rotate(vm, self, by === undefined ? 1 : turns(vm, self, by))),
    { args: [0, 1] },
  ),
  __init__: iterating(init, { args: [0, 2], keywords: ['iterable', 'maxlen'] }),
  __len__: native((vm, [self = 0]) => vm.newInt(storageOf(vm, self).size)),
  __iter__: native((vm, [self = 0]) => iterateDeque(vm, self)),
  __reversed__: native((vm, [self = 0]) => iterateDeque(vm, self, true)),
  __contains__: CONTAINS,
  __getitem__: native(
    (vm, [self = 0, key = 0]) => vm.own(storageOf(vm, self).at(checkedPlace(vm, self, key))),
    { args: [1, 1] },
  ),
  __setitem__: native(setItem, { args: [2, 2] }),
  __delitem__: native(
    answersNone((vm, [self = 0, key = 0]) => removeAt(vm, self, checkedPlace(vm, self, key))),
    { args: [1, 1] },
  ),
  __iadd__: native(
    (vm, [self = 0, from = 0]) => {
      extend(vm, self, from, 'right');
      return vm.own(self);
    },
    { args: [1, 1] },
  ),
  __imul__: native((vm, [self = 0, times = 0]) => vm.own(repeated(vm, self, sizeValue(vm, times))), {
    args: [1, 1],
  }),
  ...arithmetic(['add', 'mul'], false),
  __rmul__: native((vm, [self = 0, times = 0]) => operate(vm, self, times, '*') || vm.notImplemented(), {
    args: [1, 1],
  }),
  __repr__: native(repr),
};

export const DEQUE: ModuleType = {
  name: 'deque',
  module: 'collections',
  heapSince: 12,
  methods: METHODS,
  traits: { weakrefs: true },
  classMethods: { __class_getitem__: CLASS_GET_ITEM },
  since: { __class_getitem__: 9 },
  construct: iterating(construct, {
    args: [0, 2],
    keywords: ['iterable', 'maxlen'],
    makesEmpty: (vm, type) => newDeque(vm, classArgument(vm, type)),
  }),
  getsets: {
    maxlen: {
      get: (vm, self) => {
        const { maxlen } = storageOf(vm, self);
        return maxlen < 0 ? vm.none() : vm.newInt(maxlen);
      },
    },
  },
  bytes: (vm, ref) =>
    GC_HEAD_BYTES + vm.rules.typeSizes.deque[0] + BLOCK_BYTES * storageOf(vm, ref).blockCount,
  setup: (vm, type) => {
    vm.comparers[type.info.id] = (it, a, b, operator) =>
      isDeque(it, b) ? compareDeques(it, a, b, operator) : null;
    vm.waitingComparers[type.info.id] = {
      steps: (it, a, b, operator) => (isDeque(it, b) ? compareSteps(it, a, b, operator) : null),
      watchedOnly: true,
    };
    vm.operators[type.info.id] = operate;
    vm.repeatable.add(type.info.id);
    vm.iters[type.info.id] = iterateDeque;
    makeUnhashable(vm, type);
  },
};
