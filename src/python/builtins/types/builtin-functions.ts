/** Attributes of built-in functions, methods and the descriptors that built-in classes have for them (methodobject.c, descrobject.c). */

import { nativeName, WRITTEN_IN_C } from '../../eval/calls/functions.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type GetSet, native, type TypeDefinition } from '../../eval/native.ts';
import { REDUCE_BUILTIN, reduceDescriptor } from './reducing.ts';

function shortName(vm: Interpreter, self: number): string {
  return nativeName(vm, self).replace(/^.*\./, '');
}

const NAMES: Readonly<Record<string, GetSet>> = {
  __name__: { get: (vm, self) => vm.name(shortName(vm, self)) },
  __qualname__: { get: (vm, self) => vm.newStr(nativeName(vm, self)) },
  // Their texts are CPython's, and are not copied.
  __doc__: { get: (vm) => vm.none() },
};

/** The object or module that it is bound to; None for others. */
const boundTo: GetSet = { get: (vm, self) => vm.own(vm.field(self, 0) || vm.process.none) };

/** The class whose method it is (d_type); borrowed. */
export function ownerOf(vm: Interpreter, descriptor: number): number {
  const [owner = '', name = ''] = nativeName(vm, descriptor).split('.');
  // Classes of modules are known under longer names than those in the descriptors.
  const holder = vm.classes.all.find((type) => type.natives.get(name) === descriptor);
  return (holder ?? vm.classes.named(owner)).ref;
}

const objectClass: GetSet = { get: (vm, self) => vm.own(ownerOf(vm, self)), member: true };

export const BUILTIN_FUNCTION: TypeDefinition = {
  name: 'builtin_function_or_method',
  methods: { __reduce__: REDUCE_BUILTIN },
  getsets: {
    ...NAMES,
    __self__: boundTo,
    __module__: {
      get: (vm, self) => {
        const module = vm.field(self, 0);
        if (module === 0 || vm.infoOf(module).name !== 'module') return vm.none();
        const name = vm.getAttr(module, '__name__');
        const inC = WRITTEN_IN_C[vm.text(name)];
        if (inC === undefined) return name;
        vm.decref(name);
        return vm.newStr(inC);
      },
    },
  },
};

export const METHOD_WRAPPER: TypeDefinition = {
  name: 'method-wrapper',
  methods: { __reduce__: REDUCE_BUILTIN },
  getsets: { ...NAMES, __self__: { ...boundTo, member: true } },
};

const REDUCE_DESCRIPTOR = native((vm, [self = 0]) =>
  reduceDescriptor(vm, ownerOf(vm, self), shortName(vm, self)),
);

export const METHOD_DESCRIPTOR_NAMES = ['method_descriptor', 'classmethod_descriptor', 'wrapper_descriptor'];

export const METHOD_DESCRIPTORS: readonly TypeDefinition[] = METHOD_DESCRIPTOR_NAMES.map((name) => ({
  name,
  ...(name === 'classmethod_descriptor' ? {} : { methods: { __reduce__: REDUCE_DESCRIPTOR } }),
  getsets: { ...NAMES, __objclass__: objectClass },
}));
