/** `__get__`, `__set__` and `__delete__` as attributes of descriptors, and the descriptors of built-in classes (descrobject.c). */
import { PythonRaise } from '../../../objects/index.ts';
import { nativeName, newMethod } from '../../eval/calls/functions.ts';
import { attributePlace, checkDescribed, type Place } from '../../eval/classes/descriptor-text.ts';
import { builtInGet, descriptorDelete, descriptorSet } from '../../eval/classes/descriptors.ts';
import type { Slot } from '../../eval/classes/slots.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import {
  type GetSet,
  type Native,
  type NativeDefinition,
  native,
  type TypeDefinition,
} from '../../eval/native.ts';
import { isCallable } from './callable-iterator.ts';
import { reduceDescriptor, reduceNamed } from './reducing.ts';

type Methods = Readonly<Record<string, NativeDefinition>>;

function checkSelf(vm: Interpreter, self: number, instance: number): void {
  const { name } = vm.infoOf(self);
  if (name === 'member_descriptor' || name === 'getset_descriptor') checkDescribed(vm, self, instance);
}

function get(vm: Interpreter, [self = 0, instance = 0, owner = 0]: readonly number[]): number {
  const none = vm.isNone(instance);
  if (!none) checkSelf(vm, self, instance);
  const given = owner === 0 || vm.isNone(owner) ? undefined : vm.classes.forObject(owner);
  if (none && given === undefined) throw new PythonRaise('TypeError', '__get__(None, None) is invalid');
  return builtInGet(vm, self, none ? 0 : instance, given ?? vm.classes.of(instance));
}

export const READING: Methods = { __get__: native(get, { args: [1, 2] }) };

export const READING_AND_STORING: Methods = {
  ...READING,
  __set__: native(
    (vm, [self = 0, instance = 0, value = 0]) => {
      checkSelf(vm, self, instance);
      descriptorSet(vm, self, instance, value);
      return vm.none();
    },
    { args: [2, 2] },
  ),
  __delete__: native(
    (vm, [self = 0, instance = 0]) => {
      checkSelf(vm, self, instance);
      descriptorDelete(vm, self, instance);
      return vm.none();
    },
    { args: [1, 1] },
  ),
};

function shortName(vm: Interpreter, ref: number): number {
  return vm.newStr(nativeName(vm, ref).replace(/^.*\./, ''));
}

/** A slot or an attribute by the number of its GetSet. */
function attributeName(vm: Interpreter, ref: number): number {
  const what = vm.heap.payload(ref);
  return vm.newStr(typeof what === 'number' ? (vm.getsetNames[what] as string) : (what as Slot).slot);
}

function placeOf(vm: Interpreter, ref: number): Place {
  const place = attributePlace(vm, ref);
  if (place === null) throw new PythonRaise('AttributeError', '__objclass__');
  return place;
}

function qualifiedName(vm: Interpreter, ref: number): number {
  const { owner, name } = placeOf(vm, ref);
  return vm.newStr(`${owner.qualname}.${name}`);
}

function reduceMember(vm: Interpreter, [self = 0]: readonly number[]): number {
  const { owner, name } = placeOf(vm, self);
  return reduceDescriptor(vm, owner.ref, name);
}

/** Whose it is and how it is called (descr_members). */
const DESCRIBED: Readonly<Record<string, GetSet>> = {
  __name__: { get: attributeName },
  __qualname__: { get: qualifiedName },
  __objclass__: { get: (vm, self) => vm.own(placeOf(vm, self).owner.ref), member: true },
};

/** A class of one object, which calling it answers (none_new, ellipsis_new, notimplemented_new). */
function oneAndOnly(name: string, only: (vm: Interpreter) => number): NativeDefinition {
  const call: Native = (vm, args, keywords) => {
    if (args.length > 1 || keywords.size > 0)
      throw new PythonRaise('TypeError', `${name} takes no arguments`);
    return vm.own(only(vm));
  };
  return native(call, { args: [0, Number.MAX_SAFE_INTEGER], anyKeywords: true });
}

export const DESCRIPTOR_TYPES: readonly TypeDefinition[] = [
  {
    name: 'member_descriptor',
    methods: { ...READING_AND_STORING, __reduce__: native(reduceMember) },
    getsets: { ...DESCRIBED, __doc__: { get: (vm) => vm.none() } },
  },
  { name: 'getset_descriptor', methods: READING_AND_STORING, getsets: DESCRIBED },
  {
    name: 'method_descriptor',
    methods: READING,
    getsets: {
      __name__: { get: shortName },
      __qualname__: { get: (vm, self) => vm.newStr(nativeName(vm, self)) },
    },
  },
  { name: 'wrapper_descriptor', methods: READING },
  {
    name: 'builtin_function_or_method',
    getsets: {
      __name__: { get: shortName },
      __qualname__: { get: shortName },
      __self__: { get: (vm, self) => vm.own(vm.field(self, 0) || vm.process.none) },
    },
  },
  {
    name: 'NoneType',
    construct: oneAndOnly('NoneType', (vm) => vm.process.none),
    methods: { __bool__: native((vm) => vm.bool(false)) },
  },
  {
    name: 'ellipsis',
    methods: { __reduce__: reduceNamed('Ellipsis') },
    construct: oneAndOnly('EllipsisType', ({ process }) =>
      process.shared.named('Ellipsis', process.types.atoms.ellipsis),
    ),
  },
  {
    name: 'NotImplementedType',
    methods: { __reduce__: reduceNamed('NotImplemented') },
    construct: oneAndOnly('NotImplementedType', ({ process }) =>
      process.shared.named('NotImplemented', process.types.atoms.NotImplementedType),
    ),
  },
];

/** types.MethodType(function, self) */
export const CONSTRUCT_METHOD = native(
  (vm, [, func = 0, self = 0]) => {
    if (!isCallable(vm, func)) throw new PythonRaise('TypeError', 'first argument must be callable');
    if (vm.isNone(self)) throw new PythonRaise('TypeError', vm.words.methodOfNone);
    return newMethod(vm, func, self);
  },
  { args: [2, 2], packs: true },
);
