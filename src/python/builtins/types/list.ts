/** list: its methods and its call (listobject.c). How it grows is the objects room's; sorting is list-sort.ts's. */
import { A, B, LIST_ITEMS } from '../../../heap/index.ts';
import { lists, PythonRaise } from '../../../objects/index.ts';
import { asksToConvert, converting } from '../../eval/calls/conversions.ts';
import { wrongKeyword } from '../../eval/calls/native-arguments.ts';
import type { Steps } from '../../eval/calls/waiting.ts';
import { ending, endingSteps } from '../../eval/frames/finalizing.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import {
  defineMethods,
  directNative,
  type Keywords,
  type NativeDefinition,
  native,
  resumable,
  type TypeDefinition,
} from '../../eval/native.ts';
import { countSteps, placeSteps } from '../../eval/operators/searching.ts';
import { deleteSlice, placesOf, sliceRange, storeSlice } from '../../eval/operators/subscripts.ts';
import { classArgument, newListOfClass, newSizedInt } from '../allocate.ts';
import { boundsNotNone, clinicSize, flagArgument, sizeOr, sizeValue, stepsPackedUpTo } from '../arguments.ts';
import {
  checkKeywords,
  containerCall,
  filledBySteps,
  iterating,
  SEQUENCE_IN_PLACE,
  sequenceDunders,
} from './dunders.ts';
import { CLASS_GET_ITEM } from './generic-alias.ts';
import { reverseIterator } from './iterators.ts';
import { extendSteps, fillSteps } from './list-fill.ts';
import { sortSteps } from './list-sort.ts';
import { containerRepr } from './reprs.ts';

type Args = readonly number[];

function append(vm: Interpreter, self: number, item: number): number {
  lists.appendResizing(vm.process, self, item);
  return vm.none();
}

function insert(vm: Interpreter, [self = 0, at = 0, item = 0]: Args): number {
  lists.insert(vm.process, self, clinicSize(vm, at), item);
  return vm.none();
}

function pop(vm: Interpreter, self: number, at: number): number {
  const index = sizeOr(vm, at, -1);
  return lists.pop(vm.process, self, index);
}

function* remove(vm: Interpreter, [self = 0, value = 0]: Args): Steps {
  const at = yield* placeSteps(vm, self, value);
  if (at < 0) throw new PythonRaise('ValueError', 'list.remove(x): x not in list');
  if (vm.lines.watched) yield* endingSteps(vm, () => lists.removeAt(vm.process, self, at));
  else lists.removeAt(vm.process, self, at);
  return vm.none();
}

function* index(vm: Interpreter, [self = 0, value = 0, ...bounds]: Args): Steps {
  const read = (): readonly [number, number] => boundsNotNone(vm, bounds[0], bounds[1]);
  const [start, end] = asksToConvert(vm, bounds) ? yield* converting(vm, read) : read();
  const size = vm.listSize(self);
  const from = start < 0 ? Math.max(0, start + size) : start;
  const at = yield* placeSteps(vm, self, value, [from, end < 0 ? Math.max(0, end + size) : end]);
  if (at < 0) throw new PythonRaise('ValueError', `${vm.repr(value)} is not in list`);
  return newSizedInt(vm, at);
}

function* count(vm: Interpreter, [self = 0, value = 0]: Args): Steps {
  return newSizedInt(vm, yield* countSteps(vm, self, value));
}

function reverse(vm: Interpreter, [self = 0]: Args): number {
  const start = (vm.heap.words[self + A] as number) + LIST_ITEMS;
  const size = vm.heap.words[self + B] as number;
  if (size > 1) vm.heap.cells.words.subarray(start, start + size).reverse();
  return vm.none();
}

function* sort(vm: Interpreter, args: Args, keywords: Keywords): Steps {
  const [self = 0] = args;
  const count = args.length - 1 + keywords.size;
  if (count > 2)
    throw new PythonRaise(
      'TypeError',
      `sort() takes at most 2 ${args.length === 1 ? 'keyword ' : ''}arguments (${count} given)`,
    );
  if (args.length > 1) throw new PythonRaise('TypeError', 'sort() takes no positional arguments');
  for (const name of keywords.keys()) {
    if (name === 'key' || name === 'reverse') continue;
    throw wrongKeyword(vm, 'sort', name, ['key', 'reverse']);
  }
  const key = keywords.get('key') ?? 0;
  const reversed = keywords.get('reverse') ?? 0;
  yield* sortSteps(vm, self, key === 0 || vm.isNone(key) ? 0 : key, flagArgument(vm, reversed));
  return vm.none();
}

function* construct(vm: Interpreter, [ofClass = 0, source = 0]: Args): Steps {
  const type = classArgument(vm, ofClass);
  const list = newListOfClass(vm, type);
  if (source === 0) return list;
  return yield* filledBySteps(vm, list, fillSteps(vm, list, source));
}

function* init(vm: Interpreter, [self = 0, source = 0]: Args, keywords: Keywords): Steps {
  checkKeywords(vm, vm.classes.of(self), 'list', keywords);
  if (vm.listSize(self) > 0) lists.clearList(vm.process, self);
  if (source !== 0) yield* fillSteps(vm, self, source);
  return vm.none();
}

function* extend(vm: Interpreter, [self = 0, source = 0]: Args): Steps {
  yield* extendSteps(vm, self, source);
  return vm.none();
}

function getItem(vm: Interpreter, [self = 0, key = 0]: Args): number {
  if (vm.infoOf(key).name === 'slice')
    return vm.newList(placesOf(sliceRange(vm, key, vm.listSize(self))).map((at) => vm.itemAt(self, at)));
  return vm.own(lists.listItem(vm.process, self, itemIndex(vm, key)));
}

function itemIndex(vm: Interpreter, key: number): number {
  if (vm.isInt(key)) return vm.index(key, "cannot fit 'int' into an index-sized integer");
  if (vm.special(key, '__index__') !== 0) return sizeValue(vm, key);
  throw new PythonRaise('TypeError', `list indices must be integers or slices, not ${vm.typeName(key)}`);
}

function setItem(vm: Interpreter, [self = 0, key = 0, value = 0]: Args): number {
  if (vm.infoOf(key).name === 'slice') storeSlice(vm, self, sliceRange(vm, key, vm.listSize(self)), value);
  else lists.setListItem(vm.process, self, itemIndex(vm, key), value);
  return vm.none();
}

function deleteItem(vm: Interpreter, [self = 0, key = 0]: Args): number {
  if (vm.infoOf(key).name === 'slice') deleteSlice(vm, self, sliceRange(vm, key, vm.listSize(self)));
  else lists.deleteListItem(vm.process, self, itemIndex(vm, key));
  return vm.none();
}

const METHODS: Readonly<Record<string, NativeDefinition>> = {
  append: directNative(append, { args: [1, 1], quietWhenWarm: true, appends: true }),
  extend: iterating(extend, { args: [1, 1] }),
  insert: native(insert, { args: [2, 2] }),
  pop: directNative(pop, { args: [0, 1] }),
  remove: resumable(remove, { args: [1, 1] }),
  index: resumable(index, { args: [1, 3] }),
  count: resumable(count, { args: [1, 1] }),
  reverse: native(reverse),
  __reversed__: native((vm, [self = 0]) => reverseIterator(vm, self)),
  sort: resumable(sort, { args: [0, Number.MAX_SAFE_INTEGER], anyKeywords: true }),
  copy: native((vm, [self = 0]) => vm.newList(vm.items(self))),
  clear: ending((vm, [self = 0]) => {
    lists.clearList(vm.process, self);
    return vm.none();
  }),
  __init__: iterating(init, { args: [0, 1], anyKeywords: true }),
  __getitem__: native(getItem, { args: [1, 1] }),
  __setitem__: native(setItem, { args: [2, 2] }),
  __delitem__: native(deleteItem, { args: [1, 1] }),
  ...SEQUENCE_IN_PLACE,
  __repr__: native((vm, [self = 0]) => vm.newStr(containerRepr(vm, self))),
};

export const LIST: TypeDefinition = {
  ...defineMethods('list', { ...sequenceDunders({ hashable: false }), ...METHODS }),
  classMethods: { __class_getitem__: CLASS_GET_ITEM },
  construct: containerCall('list', false, stepsPackedUpTo(8, construct)),
};
