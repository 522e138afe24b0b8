/** staticmethod and classmethod (funcobject.c). */
import type { Interpreter } from '../../eval/interpreter.ts';
import { type GetSet, native, type TypeDefinition } from '../../eval/native.ts';
import { objectRepr } from '../../eval/texts/callable-repr.ts';
import { packed } from '../arguments.ts';
import { READING } from './descriptor-methods.ts';

/** One of the functions that it holds is abstract (_PyObject_IsAbstract). */
export function isAbstract(places: readonly number[]): GetSet {
  const says = (vm: Interpreter, func: number): boolean => {
    const found = func === 0 ? 0 : vm.findAttr(func, '__isabstractmethod__');
    return found !== 0 && vm.guard(found, () => vm.truth(found));
  };
  return { get: (vm, self) => vm.bool(places.some((place) => says(vm, vm.field(self, place)))) };
}

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
    const value = copied(vm, callable, name);
    if (value !== 0) vm.put(dict, name, value);
  }
  vm.setField(made, 1, dict);
  return made;
}

/** functools_copy_attr: up to 3.12 the error about what is not there is made, and cleared. */
function copied(vm: Interpreter, callable: number, name: string): number {
  if (vm.rules.wrappersAskQuietly) return vm.findAttr(callable, name);
  try {
    return vm.getAttr(callable, name);
  } catch (error) {
    const raised = vm.raised(error);
    if (!vm.catches(raised, 'AttributeError')) throw raised;
    return 0;
  }
}

export const STATICMETHOD = wrapper('staticmethod');
export const CLASSMETHOD = wrapper('classmethod');
