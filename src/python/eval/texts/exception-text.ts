/** str() and repr() of exceptions (exceptions.c: BaseException_str, BaseException_repr, KeyError_str). */
import type { PyType } from '../classes/class-table.ts';
import { EXC } from '../exceptions/raise.ts';
import type { Interpreter } from '../interpreter.ts';
import { reprOf, strOf, textFrom } from './text.ts';

/** str() of an exception: nothing, its one argument, or the tuple of its arguments (BaseException_str); KeyError shows a repr. */
export function exceptionText(vm: Interpreter, ref: number, type: PyType): string {
  const args = vm.field(ref, EXC.ARGS);
  const native = vm.classes.lookup(type.native, '__str__');
  if (native !== 0 && native !== vm.classes.lookup(vm.classes.named('object'), '__str__')) {
    return textFrom(vm, vm.callSpecial(native, ref), '__str__');
  }
  const only = onlyArgument(vm, ref, type);
  if (only !== 0) return strOf(vm, only);
  const size = vm.listSize(args);
  if (size === 0) return '';
  return reprOf(vm, size > 1 ? args : vm.itemAt(args, 0));
}

/** What the text of an exception is the text of, borrowed; 0 for those that say more or less (BaseException_str, KeyError_str). */
export function onlyArgument(vm: Interpreter, ref: number, type: PyType): number {
  const args = vm.field(ref, EXC.ARGS);
  const native = vm.classes.lookup(type.native, '__str__');
  if (native !== 0 && native !== vm.classes.lookup(vm.classes.named('object'), '__str__')) return 0;
  if (type.mro.some((one) => one.name === 'KeyError' && one.dict === 0)) return 0;
  return vm.listSize(args) === 1 ? vm.itemAt(args, 0) : 0;
}

export function exceptionRepr(vm: Interpreter, ref: number, type: PyType): string {
  const args = vm.field(ref, EXC.ARGS);
  return vm.listSize(args) === 1
    ? `${type.name}(${reprOf(vm, vm.itemAt(args, 0))})`
    : `${type.name}${reprOf(vm, args)}`;
}
