/** collections.defaultdict: a dict that makes what is missing (_collectionsmodule.c:defdict_missing). Its factory is in its annex. */

import { A } from '../../../heap/index.ts';
import { dicts, PythonRaise } from '../../../objects/index.ts';
import { allocate, classArgument } from '../../builtins/allocate.ts';
import { isCallable } from '../../builtins/types/callable-iterator.ts';
import { fillSteps } from '../../builtins/types/dict.ts';
import { arithmetic, inTheClass, overridesInit } from '../../builtins/types/dunders.ts';
import { CLASS_GET_ITEM } from '../../builtins/types/generic-alias.ts';
import { makeUnhashable } from '../../builtins/types/hashing.ts';
import { reduceItems } from '../../builtins/types/reducing.ts';
import { containerRepr } from '../../builtins/types/reprs.ts';
import { callSteps } from '../../eval/calls/call-steps.ts';
import type { Steps } from '../../eval/calls/waiting.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type Keywords, native, resumable } from '../../eval/native.ts';
import { once } from '../../eval/texts/nested-repr.ts';
import { ANY, type ModuleType } from '../define-type.ts';

type Args = readonly number[];

const BODY_BYTES = 56;
const FACTORY_BYTES = 8;
const FACTORY = 1;

/** Borrowed; 0 for None. */
function factoryOf(vm: Interpreter, self: number): number {
  return vm.heap.annexes.of(self)?.refs[FACTORY] ?? 0;
}

/** The factory, taken over; the old one is dropped after. */
function setFactory(vm: Interpreter, self: number, factory: number): void {
  const { refs } = vm.heap.annexes.ensure(self);
  while (refs.length <= FACTORY) refs.push(0);
  const old = refs[FACTORY] as number;
  refs[FACTORY] = factory;
  if (old !== 0) vm.decref(old);
}

function init(vm: Interpreter, self: number, [factory = 0, ...rest]: Args, keywords: Keywords): void {
  if (factory !== 0 && !vm.isNone(factory) && !isCallable(vm, factory))
    throw new PythonRaise('TypeError', 'first argument must be callable or None');
  setFactory(vm, self, factory === 0 ? vm.none() : vm.own(factory));
  // What follows the factory goes to dict_init in a tuple of its own.
  vm.withTuple(rest, () => {
    if (rest.length > 1)
      throw new PythonRaise('TypeError', `defaultdict expected at most 1 argument, got ${rest.length}`);
    vm.finish(fillSteps(vm, self, rest[0], keywords));
  });
}

function construct(vm: Interpreter, [ofClass = 0, ...rest]: Args, keywords: Keywords): number {
  const type = classArgument(vm, ofClass);
  const made = allocate(vm, type, BODY_BYTES);
  if (vm.process.profile.growth.dictCallOwnsTable)
    vm.heap.words[made + A] = dicts.newTable(vm.process, 3, false);
  setFactory(vm, made, 0);
  vm.heap.track(made);
  if (overridesInit(vm, type)) return made;
  return inTheClass(vm, made, () => init(vm, made, rest, keywords));
}

/** A factory makes the value, which is stored; without one there is a KeyError. */
function* missing(vm: Interpreter, [self = 0, key = 0]: Args): Steps {
  const factory = factoryOf(vm, self);
  if (factory === 0 || vm.isNone(factory)) throw vm.keyError(key);
  const value = yield* callSteps(vm, factory, []);
  try {
    vm.setItem(self, key, value);
  } catch (error) {
    vm.decref(value);
    throw error;
  }
  return value;
}

function copy(vm: Interpreter, [self = 0]: Args): number {
  return vm.call(vm.typeOf(self).ref, [factoryOf(vm, self) || vm.process.none, self]);
}

function repr(vm: Interpreter, [self = 0]: Args): number {
  const factory = factoryOf(vm, self);
  const shown = factory === 0 ? 'None' : once(vm, factory, '...', () => vm.repr(factory));
  const name = vm.typeName(self).replace(/^.*\./, '');
  return vm.newStr(`${name}(${shown}, ${containerRepr(vm, self)})`);
}

/** a | b: a copy of the defaultdict with what the other has. */
function unite(vm: Interpreter, a: number, b: number, operator: string): number {
  if (operator !== '|' || !vm.rules.dictsMerge || !vm.isDict(a) || !vm.isDict(b)) return 0;
  const [model, base] = factoryOf(vm, a) === 0 ? [b, a] : [a, a];
  const made = vm.call(vm.typeOf(model).ref, [factoryOf(vm, model) || vm.process.none, base]);
  return inTheClass(vm, made, () => vm.updateDict(made, b));
}

export const DEFAULTDICT: ModuleType = {
  name: 'defaultdict',
  module: 'collections',
  base: 'dict',
  heapSince: 12,
  methods: {
    __init__: native(
      (vm, [self = 0, ...rest], keywords) => {
        init(vm, self, rest, keywords);
        return vm.none();
      },
      { args: ANY, anyKeywords: true },
    ),
    __missing__: resumable(missing, { args: [1, 1] }),
    copy: native(copy),
    __copy__: native(copy),
    __reduce__: native((vm, [self = 0]) => {
      const factory = factoryOf(vm, self);
      return reduceItems(vm, self, factory === 0 ? [] : [vm.own(factory)], vm.none());
    }),
    __repr__: native(repr),
    ...arithmetic(['or']),
  },
  classMethods: { __class_getitem__: CLASS_GET_ITEM },
  since: { __class_getitem__: 9, __or__: 9, __ror__: 9 },
  construct: native(construct, { args: ANY, anyKeywords: true }),
  getsets: {
    default_factory: {
      get: (vm, self) => vm.own(factoryOf(vm, self) || vm.process.none),
      set: (vm, self, value) => setFactory(vm, self, vm.own(value)),
      member: true,
    },
  },
  bytes: (vm, ref) => dicts.dictSizeof(vm.process, ref) + FACTORY_BYTES,
  setup: (vm, type) => {
    makeUnhashable(vm, type);
    vm.operators[type.info.id] = unite;
  },
};
