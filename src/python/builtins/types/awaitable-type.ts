/** The types of what `await` is given besides coroutines: steps of asynchronous generators, and what anext() makes. */
import type { Interpreter } from '../../eval/interpreter.ts';
import { type Native, type NativeDefinition, native } from '../../eval/native.ts';
import type { ModuleType } from '../../modules/define-type.ts';

interface Awaitable {
  readonly bytes: number;
  /** One step; its second argument is what is sent, None for `next()`. */
  readonly send: (vm: Interpreter, args: readonly number[]) => number;
  readonly throw: NativeDefinition;
  readonly close: NativeDefinition;
}

const itself: Native = (vm, [self = 0]) => vm.own(self);

export function awaitableType(name: string, { bytes, send, throw: raise, close }: Awaitable): ModuleType {
  return {
    name,
    module: 'builtins',
    typeName: name,
    bytes: () => bytes,
    next: (vm, self) => send(vm, [self, vm.process.none]),
    methods: {
      __await__: native(itself),
      __iter__: native(itself),
      __next__: native((vm, [self = 0]) => send(vm, [self, vm.process.none])),
      send: native(send, { args: [1, 1] }),
      throw: raise,
      close,
    },
  };
}
