/** The keys that instances of a class will share, which the class has from its birth (3.11, dictobject.c:_PyDict_NewKeysForClass). */
import type { PyType } from './class-table.ts';
import type { Interpreter } from './interpreter.ts';

/** 64 places, room for 42 names. */
const CLASS_KEYS_BYTES = 768;

export function giveClassKeys(vm: Interpreter, type: PyType): void {
  if (type.layout?.hasDict !== true || vm.process.profile.layout.attributes === 'dict') return;
  type.keysBlock = vm.heap.memory.alloc(CLASS_KEYS_BYTES);
}

/** The class has died. */
export function dropClassKeys(vm: Interpreter, type: PyType): void {
  vm.heap.memory.free(type.keysBlock);
  type.keysBlock = 0;
}
