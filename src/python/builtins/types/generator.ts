/** Generators: send, throw, close (genobject.c). */

import { PythonRaise } from '../../../objects/index.ts';
import { callSteps } from '../../eval/calls/call-steps.ts';
import type { Steps } from '../../eval/calls/waiting.ts';
import { isException } from '../../eval/exceptions/raise.ts';
import { warn } from '../../eval/exceptions/warnings.ts';
import type { CodeRuntime } from '../../eval/frames/code-runtime.ts';
import { frameObject } from '../../eval/frames/frame.ts';
import { closeSteps, delegateOf, throwSteps } from '../../eval/frames/generator-throw.ts';
import { hasStarted, type Outcome, sendSteps } from '../../eval/frames/generators.ts';
import { exceptionToRaise } from '../../eval/instructions/ops-exceptions.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type GetSet, native, resumable, type TypeDefinition } from '../../eval/native.ts';
import { stepsPackedUpTo } from '../arguments.ts';
import { CLASS_GET_ITEM } from './generic-alias.ts';

/** What was yielded, or StopIteration with what was returned. */
export function answer(vm: Interpreter, { value, yielded }: Outcome): number {
  if (yielded) return value;
  vm.raise('StopIteration', vm.isNone(value) ? (vm.decref(value), []) : [value]);
}

export function* throwing(vm: Interpreter, args: readonly number[]): Steps {
  const [self = 0, ...given] = args;
  const exception = yield* exceptionSteps(vm, given);
  return answer(vm, yield* throwSteps(vm, self, exception, given));
}

/** What `throw` is to raise, by its arguments; a new reference. */
export function exceptionGiven(vm: Interpreter, given: readonly number[]): number {
  return vm.finish(exceptionSteps(vm, given));
}

function* exceptionSteps(vm: Interpreter, given: readonly number[]): Steps {
  const [kind, value] = given as [number, number | undefined];
  const { throwInParts } = vm.words;
  if (value !== undefined && throwInParts !== null) warn(vm, 'DeprecationWarning', throwInParts);
  const asClass = vm.classes.forObject(kind);
  if (asClass !== undefined && value !== undefined && !vm.isNone(value)) {
    return vm.isInstance(value, kind) ? vm.own(value) : yield* callSteps(vm, kind, [value]);
  }
  if (asClass === undefined && isException(vm, kind) && value !== undefined && !vm.isNone(value))
    throw new PythonRaise('TypeError', 'instance exception may not have a separate value');
  const words = `exceptions must be classes or instances deriving from BaseException, not ${vm.typeName(kind)}`;
  return yield* exceptionToRaise(vm, vm.own(kind), words);
}

/** The value (owned) is sent to what runs bit by bit. */
export function* sending(vm: Interpreter, self: number, value: number): Steps {
  return answer(vm, yield* sendSteps(vm, self, value));
}

export function codeOf(vm: Interpreter, generator: number): CodeRuntime {
  return vm.codes.all[(vm.heap.payload(generator) as { code: number }).code] as CodeRuntime;
}

/** What a generator that waits in `yield from` passes its values on from (_PyGen_yf). */
export function yieldFrom(vm: Interpreter, self: number): number {
  const frame = vm.generatorFrames.get(self);
  return vm.own((frame === undefined ? 0 : delegateOf(frame)) || vm.process.none);
}

interface Named {
  readonly code: number;
  readonly name?: string;
  readonly qualname?: string;
}

/** gen_set_name, gen_set_qualname */
function renamed(part: 'name' | 'qualname'): NonNullable<GetSet['set']> {
  return (vm, self, value) => {
    if (!vm.isStr(value)) throw new PythonRaise('TypeError', `__${part}__ must be set to a string object`);
    vm.heap.setPayload(self, { ...(vm.heap.payload(self) as Named), [part]: vm.text(value) });
  };
}

/** What generators, coroutines and asynchronous generators are called: as their code, until somebody says otherwise. */
export const GENERATOR_NAMES: Readonly<Record<'__name__' | '__qualname__', GetSet>> = {
  __name__: {
    get: (vm, self) => vm.newStr((vm.heap.payload(self) as Named).name ?? codeOf(vm, self).code.name),
    set: renamed('name'),
  },
  __qualname__: { get: (vm, self) => vm.newStr(vm.generatorName(self)), set: renamed('qualname') },
};

export const GENERATOR: TypeDefinition = {
  name: 'generator',
  methods: {
    send: resumable((vm, [self = 0, value = 0]) => sending(vm, self, vm.own(value)), { args: [1, 1] }),
    throw: resumable(stepsPackedUpTo(10, throwing), { args: [1, 3] }),
    close: resumable((vm, [self = 0]) => closeSteps(vm, self)),
    __next__: resumable((vm, [self = 0]) => sending(vm, self, vm.none())),
    __iter__: native((vm, [self]) => vm.own(self as number)),
  },
  classMethods: { __class_getitem__: CLASS_GET_ITEM },
  getsets: {
    ...GENERATOR_NAMES,
    gi_frame: {
      get: (vm, self) => {
        const frame = vm.generatorFrames.get(self);
        return frame === undefined ? vm.none() : vm.own(frameObject(vm, frame));
      },
    },
    gi_code: { get: (vm, self) => vm.own(codeOf(vm, self).ref) },
    gi_yieldfrom: { get: yieldFrom },
    gi_suspended: {
      get: (vm, self) => {
        const frame = vm.generatorFrames.get(self);
        return vm.bool(frame !== undefined && !frame.running && hasStarted(frame));
      },
    },
    gi_running: { get: (vm, self) => vm.bool(vm.generatorFrames.get(self)?.running === true) },
  },
};
