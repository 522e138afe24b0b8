/** collections.OrderedDict (odictobject.c): a dict that also keeps a list of nodes. */

import { A } from '../../../heap/index.ts';
import {
  dicts,
  lists,
  maySeeReferences,
  PythonRaise,
  whileHeld,
  withHashAsked,
  withStoredHashes,
} from '../../../objects/index.ts';
import { allocate, classArgument } from '../../builtins/allocate.ts';
import { fromKeys } from '../../builtins/types/dict.ts';
import { arithmetic, inTheClass, overridesInit } from '../../builtins/types/dunders.ts';
import { makeUnhashable } from '../../builtins/types/hashing.ts';
import { reduceItems, reduceState } from '../../builtins/types/reducing.ts';
import { OWN_SIZEOF } from '../../builtins/types/sizing.ts';
import type { Steps } from '../../eval/calls/waiting.ts';
import type { PyType } from '../../eval/classes/class-table.ts';
import { hasAttributes } from '../../eval/classes/own-dicts.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import {
  answersNone,
  type Keywords,
  type NativeDefinition,
  native,
  resumable,
  steppable,
} from '../../eval/native.ts';
import { updateFromMapping } from '../../eval/operators/dict-merge.ts';
import { answered } from '../../eval/operators/key-questions.ts';
import { deleteItem } from '../../eval/operators/subscripts.ts';
import { once } from '../../eval/texts/nested-repr.ts';
import { ANY, type ModuleType, moduleType } from '../define-type.ts';
import { hashedSteps, removeHashed, removeSteps, storeEntry, storeSteps } from './ordered-dict-steps.ts';
import { OrderedNodes } from './ordered-nodes.ts';
import { iterateOrdered, nodesOf, orderedView } from './ordered-views.ts';

type Args = readonly number[];

const BODY_BYTES = 112;
const BEYOND_DICT_BYTES = BODY_BYTES - 48;

function newOrdered(vm: Interpreter, type: PyType): number {
  const made = allocate(vm, type, BODY_BYTES);
  if (vm.process.profile.growth.dictCallOwnsTable)
    vm.heap.words[made + A] = dicts.newTable(vm.process, 3, false);
  vm.heap.annexes.add(made, new OrderedNodes(vm.heap));
  vm.heap.track(made);
  return made;
}

/** od[key] = value of the class itself (PyODict_SetItem). */
function store(vm: Interpreter, self: number, key: number, value: number): void {
  withHashAsked(vm.process, key, () => {
    storeEntry(vm, self, key, value);
    // The node's place is looked for anew (_odict_get_index).
    if (maySeeReferences(vm.process, key))
      whileHeld(vm.process, key, () => dicts.dictGet(vm.process, self, key));
  });
}

function remove(vm: Interpreter, self: number, key: number): void {
  withHashAsked(vm.process, key, () => {
    const stored = dicts.storedKey(vm.process, self, key);
    if (stored === 0) throw vm.keyError(key);
    vm.guard(vm.own(stored), () => {
      if (nodesOf(vm, self).remove(stored)) vm.decref(stored);
      dicts.dictDelete(vm.process, self, key);
    });
  });
}

function update(vm: Interpreter, self: number, source: number | undefined, keywords: Keywords): void {
  if (source !== undefined && source !== 0) updateFrom(vm, self, source);
  if (keywords.size === 0) return;
  addAll(
    vm,
    self,
    [...keywords].map(([name, value]) => [vm.process.internName(name), value] as const),
  );
}

/** PyDict_Items, and what add_pairs does with that list. */
function addAll(vm: Interpreter, self: number, entries: readonly (readonly [number, number])[]): void {
  vm.guard(vm.listOf(entries.map((pair) => vm.newTuple(pair))), (list) => addPairs(vm, self, list));
}

/** mutablemapping_update: a plain dict's items, what `keys` names, `items`, or pairs. */
function updateFrom(vm: Interpreter, self: number, source: number): void {
  if (vm.heap.typeOf(source) === vm.process.types.dict) return addAll(vm, self, vm.entries(source));
  const keys = vm.findAttr(source, 'keys');
  if (keys === 0) return addPairs(vm, self, source);
  const all = vm.guard(keys, () => vm.call(keys, []));
  vm.guard(all, () =>
    vm.forEach(all, (key) => vm.guard(vm.getItem(source, key), (value) => vm.setItem(self, key, value))),
  );
}

/** mutablemapping_add_pairs: the iterator over a pair is there while the pair is stored. */
function addPairs(vm: Interpreter, self: number, pairs: number): void {
  vm.forEach(pairs, (pair) => vm.guard(vm.iter(pair), (iterator) => addPair(vm, self, iterator)));
}

function addPair(vm: Interpreter, self: number, iterator: number): void {
  const items: number[] = [];
  try {
    for (let item = vm.next(iterator); item !== 0 && items.push(item) <= 2; ) item = vm.next(iterator);
    if (items.length !== 2) {
      const [least, most] = ['need more than ', 'too many values to unpack (expected 2)'];
      const few = `${least}${items.length} value${items.length === 1 ? '' : 's'} to unpack`;
      throw new PythonRaise('ValueError', items.length > 2 ? most : few);
    }
    vm.setItem(self, items[0] as number, items[1] as number);
  } finally {
    vm.dropAll(items);
  }
}

function construct(vm: Interpreter, [ofClass = 0, ...rest]: Args, keywords: Keywords): number {
  const type = classArgument(vm, ofClass);
  const made = newOrdered(vm, type);
  return overridesInit(vm, type) ? made : inTheClass(vm, made, () => init(vm, made, rest, keywords));
}

function init(vm: Interpreter, self: number, rest: Args, keywords: Keywords): void {
  if (rest.length > 1) throw new PythonRaise('TypeError', `expected at most 1 arguments, got ${rest.length}`);
  update(vm, self, rest[0], keywords);
}

function flag(vm: Interpreter, given: number | undefined): boolean {
  return given === undefined || given === 0 || vm.truth(given);
}

function popItem(vm: Interpreter, [self = 0, last]: Args): number {
  const key = nodesOf(vm, self).end(flag(vm, last));
  if (key === 0) throw vm.raising('KeyError', [vm.newStr('dictionary is empty')]);
  if (popsAsWritten(vm, self))
    return vm.guard(vm.own(key), () => vm.tupleOf([vm.own(key), popByMethods(vm, self, key, 0)]));
  return withStoredHashes(vm.process, self, () => {
    const tuple = vm.newTuple([key, dicts.dictGet(vm.process, self, key)]);
    remove(vm, self, key);
    return tuple;
  });
}

/** What a derived class makes of od[key] is asked, too. */
function popsAsWritten(vm: Interpreter, self: number): boolean {
  return vm.rules.orderedPopsByMethods && vm.typeOf(self).dict !== 0;
}

/**
 * _odict_popkey_hash of a derived class: the node goes first; whether it is there, its value and its end are asked of the class's own
 * methods. `otherwise`, 0 for none, is in place of what is not there.
 */
function popByMethods(vm: Interpreter, self: number, key: number, otherwise: number): number {
  const stored = dicts.storedKey(vm.process, self, key);
  if (stored !== 0 && nodesOf(vm, self).remove(stored)) vm.decref(stored);
  if (!vm.contains(self, key)) {
    if (otherwise === 0) throw vm.keyError(key);
    return vm.own(otherwise);
  }
  const value = vm.getItem(self, key);
  return inTheClass(vm, value, () => deleteItem(vm, self, key));
}

function pop(vm: Interpreter, [self = 0, key = 0, otherwise = 0]: Args): number {
  return withHashAsked(vm.process, key, () => popHashed(vm, self, key, otherwise));
}

function popHashed(vm: Interpreter, self: number, key: number, otherwise: number): number {
  if (popsAsWritten(vm, self)) return popByMethods(vm, self, key, otherwise);
  const found = dicts.dictGet(vm.process, self, key);
  if (found === 0) {
    if (otherwise === 0) throw vm.keyError(key);
    return vm.own(otherwise);
  }
  vm.incref(found);
  remove(vm, self, key);
  return found;
}

function* popSteps(vm: Interpreter, [self = 0, key = 0, otherwise = 0]: Args): Steps {
  if (popsAsWritten(vm, self)) return pop(vm, [self, key, otherwise]);
  const hashed = yield* hashedSteps(vm, key);
  const found = yield* hashed(() => dicts.dictGet(vm.process, self, key));
  if (found === 0) {
    if (otherwise === 0) throw vm.keyError(key);
    return vm.own(otherwise);
  }
  vm.incref(found);
  yield* removeHashed(vm, self, key, hashed);
  return found;
}

function* moveSteps(vm: Interpreter, [self = 0, key = 0, last]: Args): Steps {
  const toEnd = flag(vm, last);
  if (key === nodesOf(vm, self).end(toEnd)) return vm.none();
  const stored = yield* answered(vm, () => dicts.storedKey(vm.process, self, key));
  if (stored === 0 || !nodesOf(vm, self).move(stored, toEnd)) throw vm.keyError(key);
  return vm.none();
}

function moveToEnd(vm: Interpreter, [self = 0, key = 0, last]: Args): number {
  const toEnd = flag(vm, last);
  const nodes = nodesOf(vm, self);
  if (key !== nodes.end(toEnd)) {
    const stored = dicts.storedKey(vm.process, self, key);
    if (stored === 0 || !nodes.move(stored, toEnd)) throw vm.keyError(key);
  }
  return vm.none();
}

function setDefault(vm: Interpreter, [self = 0, key = 0, given = 0]: Args): number {
  const found = dicts.dictGet(vm.process, self, key);
  if (found !== 0) return vm.own(found);
  const value = given === 0 ? vm.process.none : given;
  vm.setItem(self, key, value);
  return vm.own(value);
}

function* setDefaultSteps(vm: Interpreter, [self = 0, key = 0, given = 0]: Args): Steps {
  const found = yield* answered(vm, () => dicts.dictGet(vm.process, self, key));
  if (found !== 0) return vm.own(found);
  const value = given === 0 ? vm.process.none : given;
  if (vm.typeOf(self).dict === 0) yield* storeSteps(vm, self, key, value);
  else vm.setItem(self, key, value);
  return vm.own(value);
}

function clear(vm: Interpreter, [self = 0]: Args): number {
  const nodes = nodesOf(vm, self);
  const { state } = nodes;
  const keys = nodes.removeAll();
  nodes.state = state + (vm.rules.clearMutates ? 1 : 0);
  dicts.clearDict(vm.process, self);
  vm.dropAll(keys);
  return vm.none();
}

function copy(vm: Interpreter, [self = 0]: Args): number {
  const type = vm.typeOf(self);
  const made = type.dict === 0 ? newOrdered(vm, type) : vm.call(type.ref, []);
  return inTheClass(vm, made, () => {
    const entries = vm.entries(self);
    const putAll = (): void => {
      for (const [key, value] of entries) vm.setItem(made, key, value);
    };
    // Each key is looked up in the old one; a plain new one takes the hash from there (odict_copy).
    if (type.dict === 0) withStoredHashes(vm.process, self, putAll);
    else putAll();
  });
}

function repr(vm: Interpreter, [self = 0]: Args): number {
  const name = vm.typeName(self).replace(/^.*\./, '');
  if (vm.listSize(self) === 0) return vm.newStr(`${name}()`);
  const content = (): string => {
    if (vm.rules.orderedShowsDict)
      return vm.guard(vm.newDict(), (copy) => {
        updateFromMapping(vm, copy, self);
        return `${name}(${vm.repr(copy)})`;
      });
    return vm.guard(vm.newList(), (pairs) => {
      for (const pair of vm.entries(self))
        vm.guard(vm.newTuple(pair), (one) => lists.append(vm.process, pairs, one));
      return `${name}(${vm.repr(pairs)})`;
    });
  };
  return vm.newStr(once(vm, self, '...', content));
}

function isOrdered(vm: Interpreter, ref: number): boolean {
  return vm.typeOf(ref).native === moduleType(vm, ORDERED_DICT);
}

/** odict_richcompare: as dicts, and in the same order where both have one. */
function compare(vm: Interpreter, a: number, b: number, operator: string): boolean | null {
  if ((operator !== '==' && operator !== '!=') || !vm.isDict(b)) return null;
  const [left, right] = [vm.entries(a), vm.entries(b)];
  const ordered = isOrdered(vm, b);
  const same =
    left.length === right.length &&
    left.every(([key, value], at) => {
      const other = dicts.dictGet(vm.process, b, key);
      return (
        other !== 0 &&
        vm.equal(value, other) &&
        (!ordered || vm.equal(key, (right[at] as [number, number])[0]))
      );
    });
  return same === (operator === '==');
}

/** odict_reduce: an empty dict of attributes is no state in any version. */
function orderedState(vm: Interpreter, self: number): number {
  return vm.rules.reduceAsksDict && !hasAttributes(vm, self) ? vm.none() : reduceState(vm, self);
}

const METHODS: Readonly<Record<string, NativeDefinition>> = {
  __sizeof__: OWN_SIZEOF,
  __init__: native(
    (vm, [self = 0, ...rest], keywords) => {
      init(vm, self, rest, keywords);
      return vm.none();
    },
    { args: ANY, anyKeywords: true },
  ),
  __setitem__: steppable(
    answersNone((vm, [self = 0, key = 0, value = 0]) => store(vm, self, key, value)),
    function* (vm, [self = 0, key = 0, value = 0]) {
      yield* storeSteps(vm, self, key, value);
      return vm.none();
    },
    { args: [2, 2] },
  ),
  __delitem__: steppable(
    answersNone((vm, [self = 0, key = 0]) => remove(vm, self, key)),
    function* (vm, [self = 0, key = 0]) {
      yield* removeSteps(vm, self, key);
      return vm.none();
    },
    { args: [1, 1] },
  ),
  __iter__: native((vm, [self = 0]) => iterateOrdered(vm, self)),
  __reversed__: native((vm, [self = 0]) => iterateOrdered(vm, self, 'keys', true)),
  __repr__: native(repr),
  keys: native((vm, [self = 0]) => orderedView(vm, self, 'keys')),
  values: native((vm, [self = 0]) => orderedView(vm, self, 'values')),
  items: native((vm, [self = 0]) => orderedView(vm, self, 'items')),
  update: native(
    (vm, [self = 0, source], keywords) => {
      update(vm, self, source, keywords);
      return vm.none();
    },
    { args: [0, 1], anyKeywords: true, packs: true, packsKeywords: true },
  ),
  pop: steppable(pop, popSteps, { args: [1, 2], keywords: ['key', 'default'], packsUpTo: 9 }),
  popitem: native(popItem, { args: [0, 1], keywords: ['last'] }),
  move_to_end: steppable(moveToEnd, moveSteps, { args: [1, 2], keywords: ['key', 'last'] }),
  setdefault: steppable(setDefault, setDefaultSteps, { args: [1, 2], keywords: ['key', 'default'] }),
  clear: native(clear),
  copy: native(copy),
  __reduce__: native((vm, [self = 0]) => reduceItems(vm, self, [], orderedState(vm, self))),
};

export const ORDERED_DICT: ModuleType = {
  name: 'OrderedDict',
  module: 'collections',
  base: 'dict',
  traits: { weakrefs: true },
  hasDict: true,
  methods: { ...METHODS, ...arithmetic(['or']) },
  since: { __or__: 9, __ror__: 9 },
  classMethods: { fromkeys: resumable(fromKeys, { args: [1, 2], keywords: ['iterable', 'value'] }) },
  construct: native(construct, { args: ANY, anyKeywords: true }),
  bytes: (vm, ref) => dicts.dictSizeof(vm.process, ref) + BEYOND_DICT_BYTES + nodesOf(vm, ref).bytes,
  setup: (vm, type) => {
    makeUnhashable(vm, type);
    const { id } = type.info;
    vm.comparers[id] = compare;
    vm.iters[id] = (it, ref) => iterateOrdered(it, ref);
    vm.subscripts[id] = { set: store, delete: remove, setSteps: storeSteps, deleteSteps: removeSteps };
    vm.operators[id] = (it, a, b, operator) => {
      if (operator !== '|' || !it.rules.dictsMerge || !it.isDict(a) || !it.isDict(b)) return 0;
      const made = it.call(it.typeOf(isOrdered(it, a) ? a : b).ref, [a]);
      return inTheClass(it, made, () => updateFrom(it, made, b));
    };
  },
};
