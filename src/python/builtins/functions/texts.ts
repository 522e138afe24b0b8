/** repr, ascii and format (bltinmodule.c). The text of an exact str is the object itself. */
import { PythonRaise } from '../../../objects/index.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type NativeDefinition, native } from '../../eval/native.ts';

function format(vm: Interpreter, [of = 0, spec]: readonly number[]): number {
  if (spec !== undefined && !vm.isStr(spec))
    throw new PythonRaise('TypeError', `format() argument 2 must be str, not ${vm.typeName(spec)}`);
  const text = spec === undefined ? '' : vm.text(spec);
  return vm.formatObject(of, text);
}

export const TEXTS: Readonly<Record<string, NativeDefinition>> = {
  repr: native((vm, [of = 0]) => vm.reprObject(of), { args: [1, 1] }),
  ascii: native((vm, [of = 0]) => vm.newStr(vm.ascii(of)), { args: [1, 1] }),
  format: native(format, { args: [1, 2] }),
};
