/** What a class is called: `__name__`, `__qualname__`, `__module__`, and what may be given to them (typeobject.c:check_set_special_type_attr). */
import { PythonRaise } from '../../../objects/index.ts';
import type { PyType } from '../../eval/classes/class-table.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import type { GetSet } from '../../eval/native.ts';
import { isBuiltIn } from './basic-sizes.ts';

/** Attributes of a class that can be set and never deleted; one of C keeps them as they are. */
export function refuseOfBuiltIn(vm: Interpreter, self: number, name: string): PyType {
  const type = classOf(vm, self);
  if (type.dict === 0) throw new PythonRaise('TypeError', vm.words.setOnBuiltinClass(name, type.name));
  return type;
}

export function neverDeleted(name: string): NonNullable<GetSet['delete']> {
  return (vm, self) => {
    throw new PythonRaise('TypeError', vm.words.deletedOfClass(name, refuseOfBuiltIn(vm, self, name).name));
  };
}

const classOf = (vm: Interpreter, self: number): PyType => vm.classes.forObject(self) as PyType;

/** type_set_name, type_set_qualname: only a str will do. */
function nameFor(vm: Interpreter, self: number, name: string, value: number): PyType {
  const type = refuseOfBuiltIn(vm, self, name);
  if (vm.isStr(value)) return type;
  throw new PythonRaise(
    'TypeError',
    `can only assign string to ${type.name}.${name}, not '${vm.typeName(value)}'`,
  );
}

export const CLASS_NAMES: Record<'__name__' | '__qualname__' | '__module__', GetSet> = {
  __name__: {
    get: (vm, self) => keptName(vm, classOf(vm, self), 'nameRef'),
    set: (vm, self, value) => {
      const type = nameFor(vm, self, '__name__', value);
      refuseNull(vm.text(value));
      type.name = vm.text(value);
      type.nameRef = replaced(vm, type.nameRef, value);
    },
    delete: neverDeleted('__name__'),
  },
  __qualname__: {
    get: (vm, self) => keptName(vm, classOf(vm, self), 'qualnameRef'),
    set: (vm, self, value) => {
      const type = nameFor(vm, self, '__qualname__', value);
      type.qualname = vm.text(value);
      type.qualnameRef = replaced(vm, type.qualnameRef, value);
    },
    delete: neverDeleted('__qualname__'),
  },
  __module__: {
    get: (vm, self) => {
      const type = classOf(vm, self);
      const kept = type.dict === 0 ? 0 : vm.classes.own(type, '__module__');
      return vm.own(kept || vm.process.internName(isBuiltIn(vm, type) ? type.module : 'builtins'));
    },
    set: (vm, self, value) => {
      const type = refuseOfBuiltIn(vm, self, '__module__');
      // What is no str is not shown (type_repr).
      type.module = vm.isStr(value) ? vm.text(value) : 'builtins';
      vm.put(type.dict, '__module__', vm.own(value));
    },
    delete: neverDeleted('__module__'),
  },
};

/** Names of classes end in C where the first null character is. */
export function refuseNull(name: string): void {
  if (name.includes('\0')) throw new PythonRaise('ValueError', 'type name must not contain null characters');
}

/** tp_name of a class of a module names the module too. */
const shortName = ({ name, dict, module }: PyType): string =>
  dict === 0 || name.startsWith(`${module}.`) ? name.slice(name.lastIndexOf('.') + 1) : name;

/** A class of a program keeps its names (ht_name, ht_qualname); one of C makes a new str of what it is called (typeobject.c:type_name). */
function keptName(vm: Interpreter, type: PyType, part: 'nameRef' | 'qualnameRef'): number {
  if (type[part] !== 0) return vm.own(type[part]);
  const name = part === 'nameRef' ? shortName(type) : type.qualname;
  return type.dict === 0 ? vm.newStr(name) : vm.name(name);
}

function replaced(vm: Interpreter, old: number, value: number): number {
  if (old !== 0) vm.decref(old);
  return vm.own(value);
}
