/**
 * The repr of plain objects, functions, methods, built-in functions and modules
 * (typeobject.c:object_repr, funcobject.c:func_repr, classobject.c:method_repr, methodobject.c:meth_repr, moduleobject.c:module_repr).
 */
import { FN, METHOD, nativeName } from '../calls/functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { originText } from '../start/module-places.ts';
import { addressText, reprOf } from './text.ts';
import { formatted } from './text-writer.ts';

export function functionRepr(vm: Interpreter, ref: number): string {
  const name = vm.text(vm.field(ref, FN.QUALNAME));
  return formatted(vm, '<function %U at %p>', ['<function ', name, ' at ', addressText(vm, ref), '>']);
}

export function methodRepr(vm: Interpreter, ref: number): string {
  const func = vm.field(ref, METHOD.FUNC);
  const isFunction = vm.heap.typeOf(func) === vm.process.types.function;
  const name = isFunction ? vm.text(vm.field(func, FN.QUALNAME)) : '?';
  return `<bound method ${name} of ${reprOf(vm, vm.field(ref, METHOD.SELF))}>`;
}

export function builtinRepr(vm: Interpreter, ref: number): string {
  const self = vm.field(ref, 0);
  const name = nativeName(vm, ref).replace(/^.*\./, '');
  if (self === 0 || vm.typeOf(self).name === 'module') return `<built-in function ${name}>`;
  return `<built-in method ${name} of ${vm.typeName(self)} object at ${addressText(vm, self)}>`;
}

export function wrapperRepr(vm: Interpreter, ref: number): string {
  const self = vm.field(ref, 0);
  const name = nativeName(vm, ref).replace(/^.*\./, '');
  return `<method-wrapper '${name}' of ${vm.typeName(self)} object at ${addressText(vm, self)}>`;
}

/** Of a module that the program made, only its name is known, and where it says that it lies. */
export function moduleText(vm: Interpreter, ref: number): string {
  const dict = vm.field(ref, 0);
  const [name, file] = ['__name__', '__file__'].map((one) => vm.readDict(dict, one)) as [number, number];
  const shown = name === 0 ? "'?'" : vm.repr(name);
  for (const [known, module] of vm.modules)
    if (module === ref && known !== '__main__') return `<module ${shown} ${originText(vm, known)}>`;
  return file === 0 ? `<module ${shown}>` : `<module ${shown} from ${vm.repr(file)}>`;
}

/** object.__repr__ */
export function objectRepr(vm: Interpreter, ref: number): string {
  const type = vm.classes.of(ref);
  const address = addressText(vm, ref);
  if (type.module === 'builtins')
    return formatted(vm, '<%s object at %p>', ['<', type.qualname, ' object at ', address, '>']);
  const parts = ['<', type.module, '.', type.qualname, ' object at ', address, '>'];
  return formatted(vm, '<%U.%U object at %p>', parts);
}
