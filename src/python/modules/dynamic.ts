/** Functions whose source is put together while a program runs: `__new__` of named tuples, `__init__` of data classes. */
import type { Interpreter } from '../eval/interpreter.ts';
import { native } from '../eval/native.ts';
import { runSource } from './library.ts';

/** _define(source, name, globals): the function of that name that the source defines; the namespace is completed. */
function define(vm: Interpreter, args: readonly number[]): number {
  const [source, name, globals] = args as [number, number, number];
  vm.put(globals, '__builtins__', vm.own(vm.modules.get('builtins') as number));
  vm.put(globals, '__name__', vm.newStr('namedtuple'));
  runSource(vm, vm.text(source), { filename: '<string>', globals });
  return vm.own(vm.readDict(globals, vm.text(name)));
}

export const DEFINE = native(define, { args: [3, 3] });

export const MINOR = (vm: Interpreter): number => vm.newInt(vm.minor);

/** _own(cls, name, default): what the class itself has under this name. */
export const OWN = native(
  (vm, [cls, name, fallback]) => {
    const type = vm.classes.forObject(cls as number);
    const found = type === undefined ? 0 : vm.classes.own(type, vm.text(name as number));
    return vm.own(found === 0 ? (fallback as number) : found);
  },
  { args: [3, 3] },
);
