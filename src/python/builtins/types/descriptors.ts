/** staticmethod and classmethod (funcobject.c). */
import { PythonRaise } from '../../../objects/index.ts';
import { ownDict } from '../../eval/classes/own-dicts.ts';
import { WRAPPER_BYTES } from '../../eval/containers.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type GetSet, type Keywords, native, type TypeDefinition } from '../../eval/native.ts';
import { objectRepr } from '../../eval/texts/callable-repr.ts';
import { allocate, classArgument } from '../allocate.ts';
import { packed } from '../arguments.ts';
import { READING } from './descriptor-methods.ts';
import { overridesInit } from './dunders.ts';

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
    vm.rules.wrappersShow
      ? `<${vm.classes.of(self).native.name}(${vm.repr(vm.field(self, 0))})>`
      : objectRepr(vm, self),
  ),
);

function wrapper(kind: 'staticmethod' | 'classmethod'): TypeDefinition {
  return {
    name: kind,
    construct: native(
      packed((vm, args, keywords) => construct(vm, kind, args, keywords)),
      { args: [0, Number.MAX_SAFE_INTEGER], anyKeywords: true },
    ),
    methods:
      kind === 'staticmethod'
        ? {
            ...READING,
            __init__: INIT,
            __repr__: WRAPPER_REPR,
            __call__: native(
              (vm, [self, ...args], keywords) => vm.call(vm.field(self as number, 0), args, keywords),
              { args: [0, Number.MAX_SAFE_INTEGER], anyKeywords: true },
            ),
          }
        : { ...READING, __init__: INIT, __repr__: WRAPPER_REPR },
    getsets: { __func__: WRAPPED, __wrapped__: WRAPPED, __isabstractmethod__: isAbstract([0]) },
  };
}

/** sm_init, cm_init */
const INIT = native(
  (vm, [self = 0, callable = 0]) => {
    vm.setField(self, 0, vm.own(callable));
    copyNames(vm, self, callable);
    return vm.none();
  },
  { args: [1, 1] },
);

/** sm_new, cm_new: an object of a subclass holds None until its `__init__` says what. */
function construct(
  vm: Interpreter,
  kind: 'staticmethod' | 'classmethod',
  [ofClass = 0, ...given]: readonly number[],
  keywords: Keywords,
): number {
  const type = classArgument(vm, ofClass);
  const isFilled = !overridesInit(vm, type);
  if (isFilled && keywords.size > 0)
    throw new PythonRaise('TypeError', `${kind}() takes no keyword arguments`);
  if (isFilled && given.length !== 1)
    throw new PythonRaise('TypeError', `${kind} expected 1 argument, got ${given.length}`);
  if (type.dict === 0) {
    const made = vm.wrapCallable(kind, given[0] as number);
    copyNames(vm, made, given[0] as number);
    return made;
  }
  const made = allocate(vm, type, WRAPPER_BYTES);
  vm.fillFields(made, [isFilled ? vm.own(given[0] as number) : vm.none(), 0]);
  vm.heap.track(made);
  if (isFilled) copyNames(vm, made, given[0] as number);
  return made;
}

/** From 3.10 on the wrapper has a dict with what it copies from the function, whose annotations are made for that (functools_wraps). */
function copyNames(vm: Interpreter, made: number, callable: number): void {
  if (!vm.rules.wrappersCopy) return;
  const dict = ownDict(vm, made, vm.classes.of(made), true);
  for (const name of ['__module__', '__name__', '__qualname__', '__doc__', '__annotations__']) {
    const value = copied(vm, callable, name);
    if (value !== 0) vm.put(dict, name, value);
  }
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
