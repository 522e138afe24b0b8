/** ascii(): a repr whose other characters are escaped (object.c:PyObject_ASCII). */
import { strings, strReprs } from '../../../objects/index.ts';
import type { Interpreter } from '../interpreter.ts';
import { reprObject, reprOf } from './text.ts';

export function asciiOf(vm: Interpreter, ref: number): string {
  return strReprs.asciiFromRepr(reprOf(vm, ref));
}

/** As an object: the repr itself where there is nothing to escape. */
export function asciiObject(vm: Interpreter, ref: number): number {
  const shown = reprObject(vm, ref);
  const text = vm.text(shown);
  if (strings.strShape(text).kind === 'ascii') return shown;
  return vm.guard(shown, () => vm.newStr(strReprs.asciiFromRepr(text)));
}
