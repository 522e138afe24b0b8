/** property, staticmethod, classmethod (descrobject.c, funcobject.c). */
import { PROPERTY } from '../../eval/descriptors.ts';
import { FN } from '../../eval/functions.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type GetSet, type NativeDefinition, native, type TypeDefinition } from '../../eval/native.ts';
import { objectRepr } from '../../eval/text.ts';
import { packed } from '../arguments.ts';
import { READING, READING_AND_STORING } from './descriptor-methods.ts';

const GC_HEAD_BYTES = 16;

/** One of the functions that it holds is abstract (_PyObject_IsAbstract). */
function isAbstract(places: readonly number[]): GetSet {
  const says = (vm: Interpreter, func: number): boolean => {
    const found = func === 0 ? 0 : vm.findAttr(func, '__isabstractmethod__');
    return found !== 0 && vm.guard(found, () => vm.truth(found));
  };
  return { get: (vm, self) => vm.bool(places.some((place) => says(vm, vm.field(self, place)))) };
}

function newProperty(vm: Interpreter, parts: readonly number[]): number {
  const fields = [0, 1, 2, 3, 4].map((at) => {
    const part = parts[at] ?? 0;
    return part === 0 || vm.isNone(part) ? 0 : vm.own(part);
  });
  return vm.newFields(vm.classes.named('property').info, GC_HEAD_BYTES + vm.rules.propertyBytes, fields);
}

/** property.getter and its like: a copy with one function replaced, made by a call of the class (property_copy). */
function replacing(place: number): NativeDefinition {
  return native(
    (vm, [self, func]) => {
      const parts = [0, 1, 2, 3].map((at) => vm.field(self as number, at));
      parts[place] = func as number;
      const given = parts.map((part) => (part === 0 ? vm.process.none : part));
      return vm.withTuple(given, () => newProperty(vm, parts));
    },
    { args: [1, 1] },
  );
}

export const PROPERTY_TYPE: TypeDefinition = {
  name: 'property',
  construct: native(
    packed((vm, args) => newProperty(vm, args.slice(1))),
    {
      args: [0, 4],
      keywords: ['fget', 'fset', 'fdel', 'doc'],
    },
  ),
  methods: {
    ...READING_AND_STORING,
    getter: replacing(PROPERTY.GET),
    setter: replacing(PROPERTY.SET),
    deleter: replacing(PROPERTY.DELETE),
    __set_name__: native(
      (vm, [self, , name]) => {
        vm.setField(self as number, PROPERTY.NAME, vm.own(name as number));
        return vm.none();
      },
      { args: [2, 2] },
    ),
  },
  getsets: {
    __isabstractmethod__: isAbstract([PROPERTY.GET, PROPERTY.SET, PROPERTY.DELETE]),
    fget: { get: (vm, self) => vm.own(vm.field(self, PROPERTY.GET) || vm.process.none), member: true },
    fset: { get: (vm, self) => vm.own(vm.field(self, PROPERTY.SET) || vm.process.none), member: true },
    fdel: { get: (vm, self) => vm.own(vm.field(self, PROPERTY.DELETE) || vm.process.none), member: true },
    __doc__: {
      get: (vm, self) => {
        const own = vm.field(self, PROPERTY.DOC);
        if (own !== 0) return vm.own(own);
        const get = vm.field(self, PROPERTY.GET);
        return get !== 0 && vm.heap.typeOf(get) === vm.process.types.function
          ? vm.own(vm.field(get, FN.DOC) || vm.process.none)
          : vm.none();
      },
    },
  },
};

const WRAPPED: GetSet = { get: (vm, self) => vm.own(vm.field(self, 0)), member: true };

/** sm_repr, cm_repr */
const WRAPPER_REPR = native((vm, [self = 0]) =>
  vm.newStr(
    vm.rules.wrappersShow ? `<${vm.typeName(self)}(${vm.repr(vm.field(self, 0))})>` : objectRepr(vm, self),
  ),
);

function wrapper(kind: 'staticmethod' | 'classmethod'): TypeDefinition {
  return {
    name: kind,
    construct: native(
      packed((vm, [, callable]) => wrap(vm, kind, callable as number)),
      { args: [1, 1] },
    ),
    methods:
      kind === 'staticmethod'
        ? {
            ...READING,
            __repr__: WRAPPER_REPR,
            __call__: native(
              (vm, [self, ...args], keywords) => vm.call(vm.field(self as number, 0), args, keywords),
              { args: [0, Number.MAX_SAFE_INTEGER], anyKeywords: true },
            ),
          }
        : { ...READING, __repr__: WRAPPER_REPR },
    getsets: { __func__: WRAPPED, __wrapped__: WRAPPED, __isabstractmethod__: isAbstract([0]) },
  };
}

/** From 3.10 on the wrapper has a dict with what it copies from the function, whose annotations are made for that (functools_wraps). */
function wrap(vm: Interpreter, kind: 'staticmethod' | 'classmethod', callable: number): number {
  const made = vm.wrapCallable(kind, callable);
  if (!vm.rules.wrappersCopy) return made;
  const dict = vm.newDict();
  for (const name of ['__module__', '__name__', '__qualname__', '__doc__', '__annotations__']) {
    const value = vm.findAttr(callable, name);
    if (value !== 0) vm.put(dict, name, value);
  }
  vm.setField(made, 1, dict);
  return made;
}

export const STATICMETHOD = wrapper('staticmethod');
export const CLASSMETHOD = wrapper('classmethod');
