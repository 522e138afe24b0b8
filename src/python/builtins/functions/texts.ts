/** repr, ascii and format (bltinmodule.c). The text of an exact str is the object itself. */
import type { Steps } from '../../eval/calls/waiting.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type NativeDefinition, native, resumable } from '../../eval/native.ts';
import { formatSteps } from '../../eval/texts/formatting.ts';
import { asksForText, reprObjectSteps } from '../../eval/texts/text.ts';
import { strArgument } from '../arguments.ts';

function* format(vm: Interpreter, [of = 0, spec]: readonly number[]): Steps {
  const text = spec === undefined ? '' : strArgument(vm, spec, 'format() argument 2');
  return asksForText(vm, of) ? yield* formatSteps(vm, of, text) : vm.formatObject(of, text);
}

export const TEXTS: Readonly<Record<string, NativeDefinition>> = {
  repr: native((vm, [of = 0]) => vm.reprObject(of), {
    args: [1, 1],
    steps: (vm, [of = 0]) => reprObjectSteps(vm, of),
    asks: (vm, [of = 0]) => asksForText(vm, of),
  }),
  ascii: native((vm, [of = 0]) => vm.asciiObject(of), { args: [1, 1] }),
  format: resumable(format, { args: [1, 2] }),
};
