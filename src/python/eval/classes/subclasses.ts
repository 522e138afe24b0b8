/**
 * tp_subclasses: every class keeps a dict from the addresses of the classes derived from it to weak references to them
 * (typeobject.c:add_subclass). The collector does not see the dict from the class, so it is no field of the class object.
 * A class shares one weak reference among all its bases, and with weakref.ref(cls).
 */
import { B, REFCNT } from '../../../heap/index.ts';
import { dicts, makeWeakref } from '../../../objects/index.ts';
import { whatCSees } from '../exceptions/raise.ts';
import type { Interpreter } from '../interpreter.ts';
import { dropClassKeys } from './class-keys.ts';
import type { PyType } from './class-table.ts';

/** Enters a class with each of its bases (add_all_subclasses). */
export function enterSubclass(vm: Interpreter, type: PyType): void {
  for (const base of type.bases) {
    // What a module of the library derives from a built-in class is counted among CPython's own (subclassCount).
    if (vm.imports.running && base.dict === 0 && base.subclassDict === 0) continue;
    vm.guard(keyOf(vm, type), (key) =>
      vm.guard(sharedWeakref(vm, type.ref), (weakref) => {
        if (base.subclassDict === 0) base.subclassDict = newSubclassDict(vm, base);
        if (base.subclassesBefore > 0)
          dicts.growOccupied(vm.process, base.subclassDict, base.subclassesBefore);
        dicts.dictSet(vm.process, base.subclassDict, key, weakref);
      }),
    );
  }
}

/** Its bases know a class no longer (remove_all_subclasses); one whose making failed they never knew. */
export function leaveBases(vm: Interpreter, type: PyType, bases: readonly PyType[]): void {
  for (const base of bases) {
    if (base.subclassDict === 0 && (base.dict !== 0 || !hadSubclasses(vm, base))) continue;
    vm.guard(keyOf(vm, type), (key) => {
      const was = base.subclassDict !== 0 && dicts.dictDelete(vm.process, base.subclassDict, key);
      if (!was) vm.catches(whatCSees(vm, vm.keyError(key)), 'KeyError');
    });
    if (vm.rules.emptySubclassDictGoes && isWithoutSubclasses(vm, base)) dropSubclassDict(vm, base);
  }
}

function isWithoutSubclasses(vm: Interpreter, base: PyType): boolean {
  return (base.dict !== 0 || !hadSubclasses(vm, base)) && dicts.dictSize(vm.process, base.subclassDict) === 0;
}

function dropSubclassDict(vm: Interpreter, base: PyType): void {
  const { subclassDict } = base;
  base.subclassDict = 0;
  vm.decref(subclassDict);
}

/** A dead class leaves its bases and lets go of what only it had (type_dealloc). */
export function classDied(vm: Interpreter, ref: number): void {
  const type = vm.classes.forObject(ref);
  if (type === undefined || type.dict === 0) return;
  leaveBases(vm, type, type.bases);
  const { subclassDict, nameRef, qualnameRef, slotNames } = type;
  type.subclassDict = type.nameRef = type.qualnameRef = type.slotNames = 0;
  dropClassKeys(vm, type);
  vm.heap.memory.free(type.docBlock);
  type.docBlock = 0;
  for (const part of [subclassDict, nameRef, qualnameRef, slotNames]) if (part !== 0) vm.decref(part);
}

function newSubclassDict(vm: Interpreter, base: PyType): number {
  if (base.dict !== 0 || !hadSubclasses(vm, base)) return vm.newDict();
  const dict = vm.heap.newOutside(vm.process.types.dict, 1);
  base.subclassesBefore = subclassCount(vm, base);
  if (base.subclassesBefore > 0) dicts.occupyTable(vm.process, dict, base.subclassesBefore);
  return dict;
}

/** How many classes of CPython's own start, and of its library modules that were loaded, derive from a built-in class. */
function subclassCount(vm: Interpreter, base: PyType): number {
  let count = 0;
  for (const [by, counts] of Object.entries(vm.rules.subclassCounts))
    if (by === '' || vm.imports.loaded.has(by)) count += counts[base.name] ?? 0;
  return count;
}

function hadSubclasses(vm: Interpreter, base: PyType): boolean {
  if (vm.rules.subclassedAtStart.includes(base.name) || subclassCount(vm, base) > 0) return true;
  return [...base.subclasses].some((one) => one.dict === 0);
}

function keyOf(vm: Interpreter, type: PyType): number {
  return vm.newInt(vm.process.addressOf(type.ref));
}

/** A built-in class has a weak reference since it was made, by which its base knows it: every one but `object`, which has none. */
export function giveWeakref(vm: Interpreter, ref: number): void {
  const { heap, process } = vm;
  if (!process.isOutside(ref) || heap.typeOf(ref) !== process.types.type) return;
  if (ref === vm.classes.named('object').ref || heap.weakrefs.sharedOf(ref) !== 0) return;
  const weakref = heap.newOutside(process.types.weakref, 1);
  heap.words[weakref + B] = 0;
  heap.weakrefs.link(weakref, ref);
}

/** PyWeakref_NewRef without a callback: the one that everybody shares, a new reference. */
export function sharedWeakref(vm: Interpreter, ref: number): number {
  const shared = vm.heap.weakrefs.sharedOf(ref);
  const dying = shared !== 0 && (vm.heap.words[shared + REFCNT] as number) === 0;
  return shared !== 0 && !dying ? vm.own(shared) : makeWeakref(vm.process, ref, 0);
}
