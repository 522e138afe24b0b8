/** The keys that instances of a class will share, which the class has from its birth (3.11, dictobject.c:_PyDict_NewKeysForClass). */
import { attributeDicts, tableBytes } from '../../../objects/index.ts';
import type { Interpreter } from '../interpreter.ts';
import type { PyType } from './class-table.ts';

/** 64 places, room for 42 names. */
const CLASS_KEYS_BYTES = 768;

/** Have instances a dict that a class made by Python code gives them? */
export function keepsKeys(vm: Interpreter, type: PyType): boolean {
  if (type.layout?.hasDict === true) return true;
  const managed = vm.rules.sizedClassesManageDicts || !type.mro.some(({ name }) => SIZED.has(name));
  return type.extraDict && !type.native.extraDict && managed;
}

/** Built-in classes whose objects differ in size (tp_itemsize). */
const SIZED = new Set(['int', 'tuple', 'bytes']);

/** Built-in classes whose objects have a dict in their own fields. */
const OWN_DICTS = new Set(['BaseException', 'module', 'types.SimpleNamespace']);

/** Exceptions, modules and namespaces have a dict of their own in every class. */
export function hasOwnDict({ mro }: PyType): boolean {
  return mro.some(({ name }) => OWN_DICTS.has(name));
}

/** sys.getsizeof of a class made by Python code (type___sizeof___impl); 0 for built-in ones, which the objects room knows. */
export function classBytes(vm: Interpreter, ref: number): number {
  const type = vm.classes.forObject(ref);
  const { classBytes: own, classKeysBytes } = vm.process.profile.layout;
  if (type === undefined || type.dict === 0) return 0;
  if (!sharesKeys(vm, type)) return own;
  return own + (vm.process.profile.layout.attributes === 'dict' ? keysBytes(vm, type) : classKeysBytes);
}

/** Up to 3.10: ht_cached_keys as large as its instances have made them; nothing once they share no longer. */
function keysBytes(vm: Interpreter, type: PyType): number {
  const { sharedKeys } = type.layout ?? type;
  return sharedKeys === null ? 0 : tableBytes(vm.process, sharedKeys.log2, false);
}

function sharesKeys(vm: Interpreter, type: PyType): boolean {
  return vm.process.profile.layout.attributes === 'dict' ? keepsDict(type) : keepsKeys(vm, type);
}

/** tp_dictoffset: up to 3.10 the own dict of exceptions and of classes counts, too. */
function keepsDict(type: PyType): boolean {
  const isMetaclass = type.mro.some(({ name }) => name === 'type');
  return type.layout?.hasDict === true || type.extraDict || hasOwnDict(type) || isMetaclass;
}

/** The keys of a new class: a table as dicts have, from 3.11 a block that is larger. */
export function giveClassKeys(vm: Interpreter, type: PyType): void {
  if (!sharesKeys(vm, type)) return;
  if (vm.process.profile.layout.attributes !== 'dict')
    type.keysBlock = vm.heap.memory.alloc(CLASS_KEYS_BYTES);
  if (type.layout === null) attributeDicts.giveKeys(vm.process, type);
  (type.layout ?? type).sharedKeys?.takeTable(vm.process);
}

/** The class has died. */
export function dropClassKeys(vm: Interpreter, type: PyType): void {
  vm.heap.memory.free(type.keysBlock);
  type.keysBlock = 0;
  attributeDicts.dropKeys(vm.process, type.layout ?? type);
}
