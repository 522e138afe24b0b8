/** Coroutines, and the iterators that their `__await__` gives (genobject.c: PyCoro_Type, _PyCoroWrapper_Type). */
import { CodeFlag } from '../../compile/code-object.ts';
import { resumableBytes } from '../../eval/classes/object-sizes.ts';
import { closeGenerator } from '../../eval/frames/generator-throw.ts';
import { sendTo } from '../../eval/frames/generators.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { native } from '../../eval/native.ts';
import { type ModuleType, moduleType } from '../../modules/define-type.ts';
import { packedUpTo } from '../arguments.ts';
import { aboutItself, reprAs } from './about-generators.ts';
import { ASYNC_GENERATOR, wrapYielded } from './async-generator.ts';
import { answer, throwing } from './generator.ts';

const WRAPPER_BYTES = 16 + 24;

export const COROUTINE: ModuleType = {
  name: 'coroutine',
  module: 'builtins',
  typeName: 'coroutine',
  traits: { weakrefs: true, finalizer: true, clearable: false },
  bytes: resumableBytes,
  methods: {
    send: native((vm, [self = 0, value = 0]) => answer(vm, sendTo(vm, self, vm.own(value))), {
      args: [1, 1],
    }),
    throw: native(packedUpTo(10, throwing), { args: [1, 3] }),
    close: native((vm, [self = 0]) => closeGenerator(vm, self)),
    __await__: native((vm, [self = 0]) =>
      vm.newFields(moduleType(vm, WRAPPER).info, WRAPPER_BYTES, [vm.own(self)]),
    ),
    __repr__: reprAs('coroutine'),
  },
  getsets: { ...aboutItself('cr', 'cr_await'), cr_origin: { get: (vm) => vm.none(), member: true } },
  since: { cr_suspended: 11 },
};

/** A method of the coroutine behind. */
function passedOn(call: (vm: Interpreter, coroutine: number, args: readonly number[]) => number) {
  return (vm: Interpreter, [self = 0, ...args]: readonly number[]) => call(vm, vm.field(self, 0), args);
}

const WRAPPER: ModuleType = {
  name: 'coroutine_wrapper',
  module: 'builtins',
  typeName: 'coroutine_wrapper',
  bytes: () => WRAPPER_BYTES,
  next: (vm, self) => {
    const { value, yielded } = sendTo(vm, vm.field(self, 0), vm.none());
    return yielded ? value : answer(vm, { value, yielded });
  },
  methods: {
    send: native(
      passedOn((vm, coroutine, [value = 0]) => answer(vm, sendTo(vm, coroutine, vm.own(value)))),
      { args: [1, 1] },
    ),
    throw: native(
      packedUpTo(
        10,
        passedOn((vm, coroutine, args) => throwing(vm, [coroutine, ...args])),
      ),
      {
        args: [1, 3],
      },
    ),
    close: native(passedOn((vm, coroutine) => closeGenerator(vm, coroutine))),
    __iter__: native((vm, [self = 0]) => vm.own(self)),
    __next__: native(passedOn((vm, coroutine) => answer(vm, sendTo(vm, coroutine, vm.none())))),
  },
};

/** From here on calls of `async def` functions make objects of these classes. */
export function installCoroutines(vm: Interpreter): void {
  const generator = vm.classes.named('generator').info;
  vm.resumableInfo = (flags) => {
    if ((flags & CodeFlag.COROUTINE) !== 0) return moduleType(vm, COROUTINE).info;
    return (flags & CodeFlag.ASYNC_GENERATOR) !== 0 ? moduleType(vm, ASYNC_GENERATOR).info : generator;
  };
  vm.wrapYielded = (value) => wrapYielded(vm, value);
}
