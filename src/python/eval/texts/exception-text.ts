/** str() and repr() of exceptions (exceptions.c: BaseException_str, BaseException_repr, KeyError_str). */
import type { PyType } from '../classes/class-table.ts';
import { EXC } from '../exceptions/raise.ts';
import type { Interpreter } from '../interpreter.ts';
import { reprObject, reprOf, strObject, strOf, textFrom } from './text.ts';

/** str() of an exception: nothing, its one argument, or the tuple of its arguments (BaseException_str); KeyError shows a repr. */
export function exceptionText(vm: Interpreter, ref: number, type: PyType): string {
  const native = exceptionMethod(vm, type);
  if (native !== 0) return textFrom(vm, vm.callSpecial(native, ref), '__str__');
  const args = vm.field(ref, EXC.ARGS);
  const size = vm.listSize(args);
  if (size === 0) return '';
  return size > 1 ? reprOf(vm, args) : strOf(vm, vm.itemAt(args, 0));
}

/** The method of a built-in exception that says more or less than BaseException's; 0: that one's will do. */
export function exceptionMethod(vm: Interpreter, type: PyType): number {
  const native = vm.classes.lookup(type.native, '__str__');
  return native === vm.classes.own(vm.classes.named('BaseException'), '__str__') ? 0 : native;
}

/** BaseException_str as an object: the text of the only argument is what that one's method returned. */
export function baseExceptionStr(vm: Interpreter, ref: number): number {
  const args = vm.field(ref, EXC.ARGS);
  const size = vm.listSize(args);
  if (size === 0) return vm.newStr('');
  return size > 1 ? reprObject(vm, args) : strObject(vm, vm.itemAt(args, 0));
}

/** KeyError_str: a key is shown as it is written. */
export function keyErrorStr(vm: Interpreter, ref: number): number {
  const args = vm.field(ref, EXC.ARGS);
  return vm.listSize(args) === 1 ? reprObject(vm, vm.itemAt(args, 0)) : baseExceptionStr(vm, ref);
}

export function exceptionRepr(vm: Interpreter, ref: number, type: PyType): string {
  const args = vm.field(ref, EXC.ARGS);
  return vm.listSize(args) === 1
    ? `${type.name}(${reprOf(vm, vm.itemAt(args, 0))})`
    : `${type.name}${reprOf(vm, args)}`;
}
