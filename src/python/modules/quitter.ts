/** exit and quit, which site puts into builtins (_sitebuiltins.py). */
import type { Interpreter } from '../eval/interpreter.ts';
import { native } from '../eval/native.ts';
import { type ModuleType, moduleType } from './define-type.ts';

function nameOf(vm: Interpreter, self: number): string {
  return (vm.heap.payload(self) as { readonly name: string }).name;
}

const QUITTER: ModuleType = {
  name: 'Quitter',
  module: '_sitebuiltins',
  methods: {
    __call__: native((vm, [, code = 0]) => vm.raise('SystemExit', [code === 0 ? vm.none() : vm.own(code)]), {
      args: [0, 1],
      keywords: ['code'],
    }),
    __repr__: native((vm, [self = 0]) => vm.newStr(`Use ${nameOf(vm, self)}() or Ctrl-D (i.e. EOF) to exit`)),
  },
  getsets: {
    name: { get: (vm, self) => vm.newStr(nameOf(vm, self)) },
    eof: { get: (vm) => vm.newStr('Ctrl-D (i.e. EOF)') },
  },
};

/** exit, quit: objects from outside. */
export function quitter(name: 'exit' | 'quit'): (vm: Interpreter) => number {
  return (vm) => {
    const made = vm.newOutsideFields(moduleType(vm, QUITTER).info, [0]);
    vm.heap.setPayload(made, { name });
    return made;
  };
}
