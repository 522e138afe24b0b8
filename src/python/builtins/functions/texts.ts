/** repr, ascii and format (bltinmodule.c). The text of an exact str is the object itself. */
import type { Interpreter } from '../../eval/interpreter.ts';
import { type NativeDefinition, native } from '../../eval/native.ts';
import { strArgument } from '../arguments.ts';

function format(vm: Interpreter, [of = 0, spec]: readonly number[]): number {
  const text = spec === undefined ? '' : strArgument(vm, spec, 'format() argument 2');
  return vm.formatObject(of, text);
}

export const TEXTS: Readonly<Record<string, NativeDefinition>> = {
  repr: native((vm, [of = 0]) => vm.reprObject(of), { args: [1, 1] }),
  ascii: native((vm, [of = 0]) => vm.newStr(vm.ascii(of)), { args: [1, 1] }),
  format: native(format, { args: [1, 2] }),
};
