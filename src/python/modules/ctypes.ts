/**
 * ctypes, as far as reading a number of an object's header goes: `ctypes.c_long.from_address(id(x)).value` is its reference count.
 * Any other place in memory, and everything else that ctypes can do, is refused.
 */
import { forEachObject, IMMORTAL, REFCNT } from '../../heap/index.ts';
import { PythonRaise } from '../../objects/index.ts';
import { indexValue } from '../builtins/arguments.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { type ModuleDefinition, native } from '../eval/native.ts';
import { classValue, type ModuleType, moduleType } from './define-type.ts';

const IMMORTAL_COUNT = 0xffffffff;
const BYTES = 16 + 112;
const INTEGERS = [
  'c_long',
  'c_ulong',
  'c_longlong',
  'c_ulonglong',
  'c_ssize_t',
  'c_size_t',
  'c_int64',
  'c_uint64',
];
const NARROW = ['c_int', 'c_uint', 'c_int32', 'c_uint32'];

/** The object whose header begins there. */
function objectAt(vm: Interpreter, address: number): number {
  let found = 0;
  forEachObject(vm.heap, (ref) => {
    if (found === 0 && vm.process.addressOf(ref) === address) found = ref;
  });
  if (found !== 0) return found;
  const message = 'ctypes reads only the reference count of a living object here: from_address(id(object))';
  throw new PythonRaise('ValueError', message);
}

function countOf(vm: Interpreter, address: number): number {
  const count = vm.heap.words[objectAt(vm, address) + REFCNT] as number;
  return vm.newInt(count >= IMMORTAL ? IMMORTAL_COUNT : count);
}

function integer(name: string): ModuleType {
  const spec: ModuleType = {
    name,
    module: 'ctypes',
    typeName: name,
    construct: native(
      (vm, [, value = 0]) => {
        const made = vm.newFields(moduleType(vm, spec).info, BYTES, [
          value === 0 ? vm.newInt(0) : vm.own(value),
        ]);
        vm.heap.setPayload(made, 0);
        return made;
      },
      { args: [0, 1] },
    ),
    classMethods: {
      from_address: native(
        (vm, [, address = 0]) => {
          const at = Number(indexValue(vm, address));
          objectAt(vm, at);
          const made = vm.newFields(moduleType(vm, spec).info, BYTES, [0]);
          vm.heap.setPayload(made, at);
          return made;
        },
        { args: [1, 1] },
      ),
    },
    getsets: {
      value: {
        get: (vm, self) => {
          const at = vm.heap.payload(self) as number;
          return at === 0 ? vm.own(vm.field(self, 0)) : countOf(vm, at);
        },
      },
    },
    methods: {
      __repr__: native((vm, [self = 0]) =>
        vm.guard(vm.getAttr(self, 'value'), (value) => vm.newStr(`${name}(${vm.repr(value)})`)),
      ),
    },
  };
  return spec;
}

export const CTYPES: ModuleDefinition = {
  name: 'ctypes',
  values: Object.fromEntries([...INTEGERS, ...NARROW].map((name) => [name, classValue(integer(name))])),
};
