/** Hashes of instances of subclasses: those of their values, or none at all where the built-in class has none. */
import { hash64Of, PythonRaise } from '../../../objects/index.ts';
import type { PyType } from '../../eval/classes/class-table.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { plain } from '../allocate.ts';

const BY_VALUE = ['int', 'float', 'complex', 'str', 'bytes', 'tuple', 'frozenset'];
const UNHASHABLE = 'list dict set bytearray cell dict_keys dict_items SimpleNamespace'.split(' ');

export function installHashing(vm: Interpreter): void {
  for (const name of BY_VALUE) {
    vm.hashers[vm.classes.named(name).info.id] = (it, ref) =>
      it.guard(plain(it, ref), (value) => hash64Of(it.process, value));
  }
  for (const name of UNHASHABLE) makeUnhashable(vm, vm.classes.named(name));
}

/** Its `__hash__` is None (PyObject_HashNotImplemented). */
export function makeUnhashable(vm: Interpreter, type: PyType): void {
  type.natives.set('__hash__', vm.none());
  vm.hashers[type.info.id] = (it, ref) => {
    throw new PythonRaise('TypeError', `unhashable type: '${it.typeName(ref)}'`);
  };
}
