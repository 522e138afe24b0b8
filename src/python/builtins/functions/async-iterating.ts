/** aiter and anext (bltinmodule.c), and what `anext(it, default)` gives to await (iterobject.c: PyAnextAwaitable_Type). */
import { PythonRaise } from '../../../objects/index.ts';
import { awaitableIterator } from '../../eval/frames/awaitables.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type NativeDefinition, native } from '../../eval/native.ts';
import { moduleType } from '../../modules/define-type.ts';
import { awaitableType } from '../types/awaitable-type.ts';
import { answer } from '../types/generator.ts';

type Args = readonly number[];

const ANEXT_BYTES = 16 + 32;

function aiter(vm: Interpreter, [iterable = 0]: Args): number {
  const method = vm.special(iterable, '__aiter__');
  if (method === 0)
    throw new PythonRaise('TypeError', `'${vm.typeName(iterable)}' object is not an async iterable`);
  const iterator = vm.callSpecial(method, iterable);
  if (vm.special(iterator, '__anext__') !== 0) return iterator;
  const name = vm.typeName(iterator);
  vm.decref(iterator);
  throw new PythonRaise('TypeError', `aiter() returned not an async iterator of type '${name}'`);
}

function anext(vm: Interpreter, [iterator = 0, otherwise]: Args): number {
  const method = vm.special(iterator, '__anext__');
  if (method === 0)
    throw new PythonRaise('TypeError', `'${vm.typeName(iterator)}' object is not an async iterator`);
  const awaitable = vm.callSpecial(method, iterator);
  if (otherwise === undefined) return awaitable;
  return vm.newFields(moduleType(vm, ANEXT).info, ANEXT_BYTES, [awaitable, vm.own(otherwise)]);
}

/** Passes a step on to what is awaited; where that is at its end, the default is the result. */
function passedOn(name: string): (vm: Interpreter, args: Args) => number {
  return (vm, [self = 0, ...args]) => {
    const iterator = awaitableIterator(vm, vm.field(self, 0));
    return vm.guard(iterator, () => {
      try {
        return vm.callMethod(iterator, name, args);
      } catch (error) {
        if (!vm.catches(error, 'StopAsyncIteration')) throw error;
        return answer(vm, { value: vm.own(vm.field(self, 1)), yielded: false });
      }
    });
  };
}

/** | what is awaited | default | */
const ANEXT = awaitableType('anext_awaitable', {
  bytes: ANEXT_BYTES,
  send: passedOn('send'),
  throw: native(passedOn('throw'), { args: [1, 3] }),
  close: native(passedOn('close')),
});

export const ASYNC_ITERATING: Readonly<Record<string, NativeDefinition>> = {
  aiter: native(aiter, { args: [1, 1] }),
  anext: native(anext, { args: [1, 2] }),
};
