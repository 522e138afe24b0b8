/**
 * o.name: reading, storing and deleting attributes of every kind of object (object.c:PyObject_GenericGetAttr, typeobject.c:type_getattro,
 * moduleobject.c, and the descriptors of descrobject.c and funcobject.c).
 */
import { A, ANNEX_DICT, KIND } from '../../../heap/index.ts';
import { attributeDicts, dicts, instances, PythonRaise } from '../../../objects/index.ts';
import { FN } from '../calls/functions.ts';
import { aroundSlot, isMethodDescriptor, slotIsGeneric } from '../calls/slot-wrappers.ts';
import { EXC, isExceptionClass } from '../exceptions/raise.ts';
import type { Interpreter } from '../interpreter.ts';
import { unsupportedName } from '../start/unsupported-names.ts';
import type { PyType } from './class-table.ts';
import {
  descriptorDelete,
  descriptorGet,
  descriptorSet,
  isDataDescriptor,
  isReadFirst,
} from './descriptors.ts';
import { updateFinalizer } from './finalizers.ts';

export function getAttribute(vm: Interpreter, ref: number, name: string): number {
  const type = vm.classes.of(ref);
  if (type.dict === 0) {
    const asClass = vm.classes.forObject(ref);
    return asClass === undefined ? genericGet(vm, ref, type, name) : classGet(vm, asClass, type, name);
  }
  const custom = vm.overrideIn(type, '__getattribute__');
  const fallback = vm.overrideIn(type, '__getattr__');
  if (custom === 0 && fallback === 0) return plainGet(vm, ref, type, name);
  try {
    if (custom === 0) return plainGet(vm, ref, type, name);
    if (fallback !== 0) return callHook(vm, custom, ref, name);
    return vm.guard(vm.name(name), (key) => vm.callSpecial(custom, ref, [key]));
  } catch (error) {
    if (fallback === 0 || !vm.catches(error, 'AttributeError')) throw error;
    return callHook(vm, fallback, ref, name);
  }
}

/** call_attribute of slot_tp_getattr_hook: up to 3.11 a bound method is made for it. */
function callHook(vm: Interpreter, hook: number, ref: number, name: string): number {
  return vm.guard(vm.name(name), (key) => {
    if (!vm.rules.attributeHooksBind) return vm.callSpecial(hook, ref, [key]);
    return vm.guard(vm.bind(hook, ref), (bound) => vm.call(bound, [key]));
  });
}

/** object.__getattribute__ of anything. */
export function plainGet(vm: Interpreter, ref: number, type: PyType, name: string): number {
  const asClass = vm.classes.forObject(ref);
  return asClass === undefined ? genericGet(vm, ref, type, name) : classGet(vm, asClass, type, name);
}

function genericGet(vm: Interpreter, ref: number, type: PyType, name: string): number {
  const special = vm.getters[type.native.info.id];
  if (special !== undefined) {
    const value = special(vm, ref, name);
    if (value !== 0) return value;
  }
  const found = vm.classes.lookup(type, name);
  if (found !== 0 && isReadFirst(vm, found)) return descriptorGet(vm, found, ref, type);
  const own = ownAttribute(vm, ref, type, name);
  if (own !== 0) return vm.own(own);
  if (found !== 0) return descriptorGet(vm, found, ref, type);
  throw noAttribute(vm, ref, type, name);
}

/** LOAD_METHOD: [method, self] where no bound method is needed, otherwise [attribute, 0]; new references. */
export function loadMethod(
  vm: Interpreter,
  ref: number,
  name: string,
  push: (method: number, self: number) => void,
): void {
  const type = vm.classes.of(ref);
  const plain = vm.classes.forObject(ref) === undefined && (type.dict === 0 || !overridesReading(vm, type));
  // What reads attributes its own way (a super object) knows better than its class which method is meant.
  if (plain && vm.getters[type.native.info.id] === undefined) {
    const found = vm.classes.lookup(type, name);
    if (found !== 0 && isPlainMethod(vm, found) && ownAttribute(vm, ref, type, name) === 0) {
      vm.incref(found);
      push(found, vm.own(ref));
      return;
    }
  }
  push(getAttribute(vm, ref, name), 0);
}

export function overridesReading(vm: Interpreter, type: PyType): boolean {
  return vm.overrideIn(type, '__getattribute__') !== 0 || vm.overrideIn(type, '__getattr__') !== 0;
}

export function isPlainMethod(vm: Interpreter, ref: number): boolean {
  const info = vm.heap.typeOf(ref);
  return info === vm.process.types.function || isMethodDescriptor(info.name);
}

/** Borrowed attribute of the object itself, 0 when it has none. */
export function ownAttribute(vm: Interpreter, ref: number, type: PyType, name: string): number {
  if (type.layout !== null && vm.heap.typeOf(ref).kind === KIND.INSTANCE) {
    return instances.getNamed(vm.process, ref, name);
  }
  const dict = ownDict(vm, ref, type, false);
  return dict === 0 ? 0 : vm.readDict(dict, name);
}

/** Borrowed `__dict__` of an object that is no plain instance; 0 when it has none (or none yet). */
export function ownDict(vm: Interpreter, ref: number, type: PyType, create: boolean): number {
  const place = dictField(vm, type.native);
  if (place < 0 && !type.extraDict) return 0;
  const known = place < 0 ? (vm.heap.annexes.of(ref)?.refs[ANNEX_DICT] ?? 0) : vm.field(ref, place);
  if (known !== 0 || !create) return known;
  return keepDict(vm, ref, place, attributeDicts.newAttributeDict(vm.process, type));
}

/** The new dict becomes the object's. */
function keepDict(vm: Interpreter, ref: number, place: number, dict: number): number {
  if (place >= 0) vm.setField(ref, place, dict);
  else vm.heap.annexes.ensure(ref).refs[ANNEX_DICT] = dict;
  return dict;
}

/** May an object of this class, no plain instance, have attributes of its own? */
export function keepsAttributes(vm: Interpreter, type: PyType): boolean {
  return type.extraDict || dictField(vm, type.native) >= 0;
}

export function dictField(vm: Interpreter, native: PyType): number {
  if (native.info === vm.process.types.function) return FN.DICT;
  if (native.name === 'module') return 0;
  if (isExceptionClass(vm, native)) return EXC.DICT;
  return native.info.name === 'SimpleNamespace' ? 0 : -1;
}

/** type.__getattribute__: the metaclass's data descriptors, the class's own mro, the rest of the metaclass. */
function classGet(vm: Interpreter, self: PyType, metaclass: PyType, name: string): number {
  const meta = vm.classes.lookup(metaclass, name);
  if (meta !== 0 && isReadFirst(vm, meta)) return descriptorGet(vm, meta, self.ref, metaclass);
  const found = vm.classes.lookup(self, name);
  if (found !== 0) return descriptorGet(vm, found, 0, self);
  if (meta !== 0) return descriptorGet(vm, meta, self.ref, metaclass);
  const fallback = metaclass.dict === 0 ? 0 : vm.overrideIn(metaclass, '__getattr__');
  if (fallback !== 0) return callHook(vm, fallback, self.ref, name);
  const words = `type object '${self.name}' has no attribute '${name}'`;
  throw refused('type', name) ?? attributeError(vm, words, self.ref, name);
}

function noAttribute(vm: Interpreter, ref: number, type: PyType, name: string): PythonRaise {
  if (type.native.name === 'module') {
    const named = vm.readDict(vm.field(ref, 0), '__name__');
    const module = named === 0 ? '?' : vm.text(named);
    const words = `module '${module}' has no attribute '${name}'`;
    return refused(module, name) ?? attributeError(vm, words, ref, name);
  }
  const words = `'${type.name}' object has no attribute '${name}'`;
  return refused(type.native.name, name) ?? attributeError(vm, words, ref, name);
}

/** What there is in CPython and not here; no other name is meant. */
function refused(owner: string, name: string): PythonRaise | null {
  const words = unsupportedName(owner, name);
  return words === null ? null : new PythonRaise('AttributeError', words);
}

export function attributeError(vm: Interpreter, message: string, object: number, name: string): PythonRaise {
  return vm.about(new PythonRaise('AttributeError', message), name, object);
}

export function setAttribute(vm: Interpreter, ref: number, name: string, value: number): void {
  const type = vm.classes.of(ref);
  const custom = type.dict === 0 ? 0 : vm.overrideIn(type, '__setattr__');
  if (custom === 0 && !slotIsGeneric(vm, type, ATTRIBUTE_METHODS)) return plainSet(vm, ref, name, value);
  vm.guard(vm.name(name), (key) => {
    if (custom === 0) return aroundSlot(vm, ref, [key, value], () => plainSet(vm, ref, name, value));
    vm.decref(vm.callSpecial(custom, ref, [key, value]));
  });
}

/** slot_tp_setattro answers for both. */
const ATTRIBUTE_METHODS = ['__setattr__', '__delattr__'];

/** object.__setattr__ of anything. */
export function plainSet(vm: Interpreter, ref: number, name: string, value: number): void {
  const type = vm.classes.of(ref);
  const asClass = vm.classes.forObject(ref);
  if (asClass !== undefined) checkMutable(vm, asClass, name);
  const found = vm.classes.lookup(type, name);
  if (found !== 0 && isDataDescriptor(vm, found)) return descriptorSet(vm, found, ref, value);
  if (asClass !== undefined) return setOnClass(vm, asClass, name, value);
  if (type.layout !== null && vm.heap.typeOf(ref).kind === KIND.INSTANCE) {
    if (!type.layout.hasDict) throw cannotStore(vm, type, name, found);
    return instances.setNamed(vm.process, ref, vm.process.internName(name), value);
  }
  const dict = ownDict(vm, ref, type, true);
  if (dict === 0) throw cannotStore(vm, type, name, found);
  attributeDicts.setInDict(vm.process, type, { dict, key: vm.process.internName(name), value });
}

/** type_setattro: no attribute of a built-in class changes, whatever it is. */
function checkMutable(vm: Interpreter, type: PyType, name: string): void {
  if (type.dict === 0) throw new PythonRaise('TypeError', vm.words.setOnBuiltinClass(name, type.name));
}

function setOnClass(vm: Interpreter, self: PyType, name: string, value: number): void {
  vm.classes.changed(self);
  dicts.dictSet(vm.process, self.dict, vm.process.internName(name), value);
  if (name === '__del__') updateFinalizer(vm, self);
  // A metaclass in Python has a `__module__` of its own, which is no descriptor.
  if (name === '__module__') keepModule(vm, self, value);
}

/** What is no str is not shown (type_repr). */
export function keepModule(vm: Interpreter, self: PyType, value: number): void {
  self.module = vm.isStr(value) ? vm.text(value) : 'builtins';
}

function readOnly(type: PyType, name: string): PythonRaise {
  return new PythonRaise('AttributeError', `'${type.name}' object attribute '${name}' is read-only`);
}

/** 3.13 adds a hint where storing is PyObject_GenericSetAttr itself, not a method of the class that came to it. */
function cannotStore(vm: Interpreter, type: PyType, name: string, found: number): PythonRaise {
  if (found !== 0) return readOnly(type, name);
  const isOwn = vm.overrideIn(type, '__setattr__') === 0 && vm.overrideIn(type, '__delattr__') === 0;
  const suffix = isOwn ? vm.process.profile.messages.noDictSuffix : '';
  return new PythonRaise('AttributeError', `'${type.name}' object has no attribute '${name}'${suffix}`);
}

export function deleteAttribute(vm: Interpreter, ref: number, name: string): void {
  const type = vm.classes.of(ref);
  const custom = type.dict === 0 ? 0 : vm.overrideIn(type, '__delattr__');
  if (custom === 0 && !slotIsGeneric(vm, type, ATTRIBUTE_METHODS)) return plainDelete(vm, ref, name);
  vm.guard(vm.name(name), (key) => {
    if (custom === 0) return aroundSlot(vm, ref, [key], () => plainDelete(vm, ref, name));
    vm.decref(vm.callSpecial(custom, ref, [key]));
  });
}

export function plainDelete(vm: Interpreter, ref: number, name: string): void {
  const type = vm.classes.of(ref);
  const asClass = vm.classes.forObject(ref);
  if (asClass !== undefined) checkMutable(vm, asClass, name);
  const found = vm.classes.lookup(type, name);
  if (found !== 0 && isDataDescriptor(vm, found)) return descriptorDelete(vm, found, ref);
  if (asClass === undefined && type.layout !== null && vm.heap.typeOf(ref).kind === KIND.INSTANCE) {
    if (!type.layout.hasDict) throw cannotStore(vm, type, name, found);
    return instances.deleteNamed(vm.process, ref, name);
  }
  if (asClass === undefined && !keepsAttributes(vm, type)) throw cannotStore(vm, type, name, found);
  // The dict is made even for a deletion (_PyObjectDict_SetItem).
  const dict = asClass === undefined ? ownDict(vm, ref, type, true) : asClass.dict;
  if (asClass !== undefined) vm.classes.changed(asClass);
  const holder = asClass === undefined ? type : { sharedKeys: null };
  if (dict !== 0 && attributeDicts.deleteInDict(vm.process, holder, dict, vm.process.internName(name))) {
    if (asClass !== undefined && name === '__del__') updateFinalizer(vm, asClass);
    return;
  }
  const tells = vm.rules.deletionErrorsTell;
  if (asClass !== undefined && tells)
    throw attributeError(vm, `type object '${asClass.name}' has no attribute '${name}'`, ref, name);
  throw tells ? noAttribute(vm, ref, type, name) : new PythonRaise('AttributeError', name);
}

/** Borrowed `__dict__` that an object has already, 0 for none. */
export function madeDict(vm: Interpreter, ref: number): number {
  const type = vm.classes.of(ref);
  if (type.layout !== null && vm.heap.typeOf(ref).kind === KIND.INSTANCE)
    return Math.max(0, -(vm.heap.words[ref + A] as number));
  return ownDict(vm, ref, type, false);
}

/** o.__dict__, a new reference. */
export function attributeDict(vm: Interpreter, ref: number): number {
  const type = vm.classes.of(ref);
  if (type.layout !== null && vm.heap.typeOf(ref).kind === KIND.INSTANCE)
    return instances.attributeDict(vm.process, ref);
  const readingShares = vm.rules.readDictShares || !type.extraDict;
  const dict = ownDict(vm, ref, readingShares ? type : { ...type, sharedKeys: null }, true);
  if (dict === 0) throw noAttribute(vm, ref, type, '__dict__');
  return vm.own(dict);
}
