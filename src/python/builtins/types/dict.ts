/** dict: its methods and its call (dictobject.c). Its tables are the objects room's; views are dict-views.ts's. */
import { A } from '../../../heap/index.ts';
import { dictCopies, dicts, sets, storedHashesOf, withHashes } from '../../../objects/index.ts';
import { callSteps, specialSteps } from '../../eval/calls/call-steps.ts';
import type { Steps } from '../../eval/calls/waiting.ts';
import { updateDictSteps } from '../../eval/containers.ts';
import { ending } from '../../eval/frames/finalizing.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import {
  directNative,
  type Keywords,
  type NativeDefinition,
  native,
  resumable,
  type TypeDefinition,
} from '../../eval/native.ts';
import { copyDict } from '../../eval/operators/dict-merge.ts';
import { newDictIterator } from '../../eval/operators/iteration.ts';
import { eachSteps } from '../../eval/operators/iteration-steps.ts';
import { asksForKey, keyed, withKey } from '../../eval/operators/key-questions.ts';
import { classArgument, newDictOfClass } from '../allocate.ts';
import { stepsPackedUpTo } from '../arguments.ts';
import { newView } from './dict-views.ts';
import {
  arithmetic,
  COMPARISONS,
  CONTAINER,
  containerCall,
  filledBySteps,
  inplace,
  iterating,
} from './dunders.ts';
import { CLASS_GET_ITEM } from './generic-alias.ts';
import { containerRepr } from './reprs.ts';

type Args = readonly number[];

function get(vm: Interpreter, self: number, key: number, otherwise: number): number {
  return vm.own(dicts.dictGet(vm.process, self, key) || otherwise || vm.process.none);
}

function setDefault(vm: Interpreter, self: number, key: number, given: number): number {
  return vm.own(dicts.dictSetDefault(vm.process, self, key, given || vm.process.none));
}

function pop(vm: Interpreter, self: number, key: number, otherwise: number): number {
  const taken = dicts.dictTake(vm.process, self, key);
  if (taken !== 0) return taken;
  if (otherwise === 0) throw vm.keyError(key);
  return vm.own(otherwise);
}

/** The pair is there before anybody looks whether the dict is empty (dict_popitem_impl). */
function popItem(vm: Interpreter, [self = 0]: Args): number {
  const last = vm.entries(self).at(-1);
  if (last === undefined) vm.decref(vm.newTuple([vm.process.none, vm.process.none]));
  if (last === undefined) throw vm.raising('KeyError', [vm.newStr('popitem(): dictionary is empty')]);
  const pair = vm.newTuple(last);
  dicts.dictDeleteLast(vm.process, self, last[0]);
  return pair;
}

/** What dict() and update() take: one mapping or iterable of pairs, then keywords. */
export function* fillSteps(
  vm: Interpreter,
  dict: number,
  source: number | undefined,
  keywords: Keywords,
): Steps<void> {
  if (source !== undefined && source !== 0) yield* updateDictSteps(vm, dict, source);
  for (const [name, value] of keywords) dicts.dictSet(vm.process, dict, vm.process.internName(name), value);
}

/** METH_VARARGS | METH_KEYWORDS: the keywords are in a dict of their own, which is merged. */
function* update(vm: Interpreter, [self = 0, source]: Args, keywords: Keywords): Steps {
  if (source !== undefined) yield* updateDictSteps(vm, self, source);
  if (keywords.size > 0) {
    const named = vm.newDict();
    vm.guard(named, () => {
      for (const [name, value] of keywords)
        dicts.dictSet(vm.process, named, vm.process.internName(name), value);
      dictCopies.mergeDict(vm.process, self, named);
    });
  }
  return vm.none();
}

function* construct(vm: Interpreter, [ofClass = 0, source]: Args, keywords: Keywords): Steps {
  const type = classArgument(vm, ofClass);
  const dict = newDictOfClass(vm, type);
  return yield* filledBySteps(vm, dict, fillSteps(vm, dict, source, keywords));
}

/** An empty dict gets a table for all keys of a dict or set at once; that of a set's keys is made for keys of any kind. */
function presize(vm: Interpreter, made: number, keys: number): void {
  const { process, heap } = vm;
  const { dict, set, frozenset, atoms } = process.types;
  const info = heap.typeOf(keys);
  const fromSet = info === set || info === frozenset;
  if (heap.typeOf(made) !== dict || dicts.dictSize(process, made) > 0 || !(fromSet || info === dict)) return;
  const wanted = Math.floor((vm.listSize(keys) * 3 + 1) / 2);
  const least = vm.rules.tableEstimate === 'least' ? Math.max(wanted, 8) - 1 : ((wanted | 8) - 1) | 7;
  const log2 = 32 - Math.clz32(least);
  const general = fromSet || vm.entries(keys).some(([key]) => heap.typeOf(key) !== atoms.str);
  if (heap.words[made + A] === 0) heap.words[made + A] = dicts.newTable(process, log2, general);
  else dicts.resizeTable(process, made, log2, general);
}

/** dict.fromkeys: the class is called; keys of dicts and sets are taken without an iterator (_PyDict_FromKeys). */
export function* fromKeys(vm: Interpreter, [ofClass = 0, keys = 0, given = 0]: Args): Steps {
  const made = yield* callSteps(vm, ofClass, []);
  return yield* filledBySteps(vm, made, putKeys(vm, made, keys, given === 0 ? vm.process.none : given));
}

function* putKeys(vm: Interpreter, made: number, keys: number, value: number): Steps<void> {
  presize(vm, made, keys);
  const put = (key: number): void => {
    if (vm.heap.typeOf(made) === vm.process.types.dict) dicts.dictSet(vm.process, made, key, value);
    else vm.setItem(made, key, value);
  };
  const { set, frozenset, dict } = vm.process.types;
  const info = vm.heap.typeOf(keys);
  if (info !== dict && info !== set && info !== frozenset) return yield* eachSteps(vm, keys, put);
  const all = info === dict ? vm.entries(keys).map(([key]) => key) : sets.setItems(vm.process, keys);
  const stored = vm.heap.typeOf(made) === dict ? storedHashesOf(vm.process, keys) : null;
  withHashes(vm.process, stored, () => {
    for (const key of all) put(key);
  });
}

function* getItem(vm: Interpreter, [self = 0, key = 0]: Args): Steps {
  const found = yield* withKey(vm, key, () => dicts.dictGet(vm.process, self, key));
  if (found !== 0) return vm.own(found);
  const missing = vm.special(self, '__missing__');
  if (missing !== 0) return yield* specialSteps(vm, missing, self, [key]);
  throw vm.keyError(key);
}

function setItem(vm: Interpreter, self: number, key: number, value: number): number {
  dicts.dictSet(vm.process, self, key, value);
  return vm.none();
}

function deleteItem(vm: Interpreter, self: number, key: number): number {
  if (!dicts.dictDelete(vm.process, self, key)) throw vm.keyError(key);
  return vm.none();
}

function contains(vm: Interpreter, self: number, key: number): number {
  return vm.bool(dicts.dictGet(vm.process, self, key) !== 0);
}

function* init(vm: Interpreter, [self = 0, source]: Args, keywords: Keywords): Steps {
  yield* fillSteps(vm, self, source, keywords);
  return vm.none();
}

const METHODS: Readonly<Record<string, NativeDefinition>> = {
  get: keyed(get, { args: [1, 2] }),
  setdefault: keyed(setDefault, { args: [1, 2] }),
  pop: keyed(pop, { args: [1, 2] }),
  popitem: native(popItem),
  update: iterating(update, { args: [0, 1], anyKeywords: true, packs: true }),
  clear: ending((vm, [self = 0]) => {
    dicts.clearDict(vm.process, self);
    return vm.none();
  }),
  copy: native((vm, [self = 0]) => copyDict(vm, self)),
  keys: directNative((vm, self) => newView(vm, 'dict_keys', self)),
  values: directNative((vm, self) => newView(vm, 'dict_values', self)),
  items: directNative((vm, self) => newView(vm, 'dict_items', self)),
  __init__: iterating(init, { args: [0, 1], anyKeywords: true }),
  __getitem__: resumable(getItem, {
    args: [1, 1],
    asks: (vm, [self = 0, key = 0]) => vm.classes.of(self).dict !== 0 || asksForKey(vm, key),
  }),
  __setitem__: keyed(setItem, { args: [2, 2] }),
  __delitem__: keyed(deleteItem, { args: [1, 1] }),
  __contains__: keyed(contains, { args: [1, 1] }),
  __reversed__: native((vm, [self = 0]) => newDictIterator(vm, 'dict_reversekeyiterator', self)),
  __repr__: native((vm, [self = 0]) => vm.newStr(containerRepr(vm, self))),
};

export const DICT: TypeDefinition = {
  name: 'dict',
  methods: { ...CONTAINER, ...COMPARISONS, ...arithmetic(['or']), ...inplace(['or']), ...METHODS },
  classMethods: { __class_getitem__: CLASS_GET_ITEM, fromkeys: resumable(fromKeys, { args: [1, 2] }) },
  construct: containerCall('dict', true, stepsPackedUpTo(8, construct)),
};
