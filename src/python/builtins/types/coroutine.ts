/** Coroutines, and the iterators that their `__await__` gives (genobject.c: PyCoro_Type, _PyCoroWrapper_Type). */

import { CodeFlag } from '../../compile/code-object.ts';
import type { Steps } from '../../eval/calls/waiting.ts';
import { resumableBytes } from '../../eval/classes/object-sizes.ts';
import { closeSteps } from '../../eval/frames/generator-throw.ts';
import { sendTo } from '../../eval/frames/generators.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type NativeSteps, native, resumable } from '../../eval/native.ts';
import { type ModuleType, moduleType } from '../../modules/define-type.ts';
import { stepsPackedUpTo } from '../arguments.ts';
import { aboutItself, reprAs } from './about-generators.ts';
import { ASYNC_GENERATOR, wrapYielded } from './async-generator.ts';
import { answer, sending, throwing } from './generator.ts';
import { CLASS_GET_ITEM } from './generic-alias.ts';

const WRAPPER_BYTES = 16 + 24;

export const COROUTINE: ModuleType = {
  name: 'coroutine',
  module: 'builtins',
  typeName: 'coroutine',
  traits: { weakrefs: true, finalizer: true, clearable: false },
  bytes: resumableBytes,
  methods: {
    send: resumable((vm, [self = 0, value = 0]) => sending(vm, self, vm.own(value)), { args: [1, 1] }),
    throw: resumable(stepsPackedUpTo(10, throwing), { args: [1, 3] }),
    close: resumable((vm, [self = 0]) => closing(vm, self)),
    __await__: native((vm, [self = 0]) =>
      vm.newFields(moduleType(vm, WRAPPER).info, WRAPPER_BYTES, [vm.own(self)]),
    ),
    __repr__: reprAs('coroutine'),
  },
  getsets: { ...aboutItself('cr', 'cr_await'), cr_origin: { get: (vm) => vm.none(), member: true } },
  classMethods: { __class_getitem__: CLASS_GET_ITEM },
  since: { cr_suspended: 11, __class_getitem__: 13 },
};

function* closing(vm: Interpreter, self: number): Steps {
  yield* closeSteps(vm, self);
  return vm.none();
}

/** A method of the coroutine behind. */
function passedOn(call: (vm: Interpreter, coroutine: number, args: readonly number[]) => Steps): NativeSteps {
  return (vm, [self = 0, ...args]) => call(vm, vm.field(self, 0), args);
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
    send: resumable(
      passedOn((vm, coroutine, [value = 0]) => sending(vm, coroutine, vm.own(value))),
      { args: [1, 1] },
    ),
    throw: resumable(
      stepsPackedUpTo(
        10,
        passedOn((vm, coroutine, args) => throwing(vm, [coroutine, ...args])),
      ),
      { args: [1, 3] },
    ),
    close: resumable(passedOn(closing)),
    __iter__: native((vm, [self = 0]) => vm.own(self)),
    __next__: resumable(passedOn((vm, coroutine) => sending(vm, coroutine, vm.none()))),
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
