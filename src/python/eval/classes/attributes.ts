/**
 * o.name: reading, storing and deleting attributes of every kind of object (object.c:PyObject_GenericGetAttr, typeobject.c:type_getattro,
 * moduleobject.c, and the descriptors of descrobject.c and funcobject.c).
 */

import { KIND } from '../../../heap/index.ts';
import { attributeDicts, dicts, instances, PythonRaise } from '../../../objects/index.ts';
import { calleeFrame, callSteps, objectSteps, specialFrame, specialSteps } from '../calls/call-steps.ts';
import { converting } from '../calls/conversions.ts';
import { aroundSlot, isMethodDescriptor, storesGenerically } from '../calls/slot-wrappers.ts';
import { owning, type Steps } from '../calls/waiting.ts';
import { aboutAttribute, isAbsent } from '../exceptions/attribute-errors.ts';
import { whatCSees } from '../exceptions/raise.ts';
import { endingSteps } from '../frames/finalizing.ts';
import type { Interpreter } from '../interpreter.ts';
import { NO_KEYWORDS } from '../native.ts';
import { refused } from '../start/unsupported-names.ts';
import type { PyType } from './class-table.ts';
import {
  deleteSteps,
  descriptorAsksPython,
  descriptorDelete,
  descriptorGet,
  descriptorSet,
  isDataDescriptor,
  isReadFirst,
  readSteps,
  setSteps,
} from './descriptors.ts';
import { updateFinalizer } from './finalizers.ts';
import { soughtName } from './method-cache.ts';
import { deleteNamed, keepsAttributes, ownDict } from './own-dicts.ts';
import { asksBehindSuper, superSteps } from './super-object.ts';

/** PyObject_GetAttr. */
export function getAttribute(vm: Interpreter, ref: number, name: string): number {
  try {
    return readAttribute(vm, ref, name);
  } catch (error) {
    throw aboutAttribute(vm, error, ref, name);
  }
}

function readAttribute(vm: Interpreter, ref: number, name: string): number {
  const type = vm.classes.of(ref);
  if (type.dict === 0) {
    const asClass = vm.classes.forObject(ref);
    return asClass === undefined ? genericGet(vm, ref, type, name) : classGet(vm, asClass, type, name);
  }
  if (!overridesReading(vm, type)) return plainGet(vm, ref, type, name);
  return vm.finish(readingSteps(vm, ref, name));
}

/** The same in steps: a property, another descriptor or a hook of the program's may answer. */
export function* attributeSteps(vm: Interpreter, ref: number, name: string): Steps {
  try {
    return yield* readingSteps(vm, ref, name);
  } catch (error) {
    throw aboutAttribute(vm, error, ref, name);
  }
}

/** tp_getattro */
function* readingSteps(vm: Interpreter, ref: number, name: string): Steps {
  const type = vm.classes.of(ref);
  const custom = type.dict === 0 ? 0 : vm.overrideIn(type, '__getattribute__');
  const fallback = type.dict === 0 ? 0 : vm.overrideIn(type, '__getattr__');
  if (custom === 0 && type.native.name !== 'super' && !asksForDescriptor(vm, type, name)) {
    if (evaluates(vm, type, name)) return yield* converting(vm, () => plainGet(vm, ref, type, name));
    if (fallback === 0) return plainGet(vm, ref, type, name);
    if (ownReading(vm, type) === 0)
      return plainFind(vm, ref, type, name) || (yield* callHook(vm, fallback, ref, name));
  }
  try {
    const reading = custom || (fallback === 0 ? 0 : ownReading(vm, type));
    if (reading === 0) return yield* plainAttributeSteps(vm, ref, type, name);
    if (fallback !== 0) return yield* callHook(vm, reading, ref, name);
    const key = soughtName(vm, name);
    return yield* owning(vm, [key], specialSteps(vm, custom, ref, [key]));
  } catch (error) {
    if (fallback === 0 || !isAbsent(vm, error)) throw error;
    return yield* callHook(vm, fallback, ref, name);
  }
}

/** plainGet; 0 where there is no such attribute. */
function plainFind(vm: Interpreter, ref: number, type: PyType, name: string): number {
  try {
    return plainGet(vm, ref, type, name);
  } catch (error) {
    if (isAbsent(vm, error)) return 0;
    throw error;
  }
}

/** The `__getattribute__` of a built-in class that is not object's, which slot_tp_getattr_hook calls by its descriptor; 0: none, borrowed. */
function ownReading(vm: Interpreter, type: PyType): number {
  const name = '__getattribute__';
  const found = vm.classes.lookup(type, name);
  return found === vm.classes.lookup(vm.classes.named('object'), name) ? 0 : found;
}

/** call_attribute of slot_tp_getattr_hook: up to 3.11 a bound method is made for it; from then on a descriptor of C is called with self. */
function* callHook(vm: Interpreter, hook: number, ref: number, name: string): Steps {
  const key = soughtName(vm, name);
  const bound = vm.rules.attributeHooksBind ? vm.bind(hook, ref) : 0;
  try {
    if (bound === 0 && isMethodDescriptor(vm.heap.typeOf(hook).name))
      return yield* objectSteps(vm, hook, { args: [ref, key], keywords: NO_KEYWORDS });
    const given = { args: [key], keywords: NO_KEYWORDS };
    const frame = bound === 0 ? specialFrame(vm, hook, ref, [key]) : calleeFrame(vm, bound, given);
    if (frame !== null) return yield frame;
    return yield* bound === 0 ? specialSteps(vm, hook, ref, [key]) : callSteps(vm, bound, [key]);
  } finally {
    vm.dropAll([bound, key]);
  }
}

/** Does Python code answer, a hook or a descriptor of the program's? */
export function asksForAttribute(vm: Interpreter, ref: number, name: string): boolean {
  const type = vm.classes.of(ref);
  if (type.native.name === 'super' && asksBehindSuper(vm, ref, name)) return true;
  if (type.dict === 0) return evaluates(vm, type, name);
  if (overridesReading(vm, type)) return true;
  return asksForDescriptor(vm, type, name);
}

/** Is it what an annotation scope says of a type variable or alias, and is that to be waited for? */
function evaluates(vm: Interpreter, type: PyType, name: string): boolean {
  return vm.lines.watched && EVALUATED.has(name) && type.native.module === 'typing';
}

const EVALUATED: ReadonlySet<string> = new Set(['__value__', '__bound__', '__constraints__', '__default__']);

function asksForDescriptor(vm: Interpreter, type: PyType, name: string): boolean {
  const found = vm.classes.lookup(type, name);
  return found !== 0 && descriptorAsksPython(vm, found);
}

/** plainGet in steps. */
export function* plainAttributeSteps(vm: Interpreter, ref: number, type: PyType, name: string): Steps {
  if (type.native.name === 'super' && asksBehindSuper(vm, ref, name)) return yield* superSteps(vm, ref, name);
  const found = vm.classes.lookup(type, name);
  const isPlain = vm.classes.forObject(ref) === undefined && vm.getters[type.native.info.id] === undefined;
  if (!isPlain || found === 0 || !descriptorAsksPython(vm, found)) return plainGet(vm, ref, type, name);
  const answers = isDataDescriptor(vm, found) || ownAttribute(vm, ref, type, name) === 0;
  return answers ? yield* readSteps(vm, found, ref, type) : plainGet(vm, ref, type, name);
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
  // A module may have a function of its own for what it has not (module_getattro).
  const hook = type.native.name === 'module' ? vm.readDict(vm.field(ref, 0), '__getattr__') : 0;
  if (hook !== 0) return vm.guard(soughtName(vm, name), (key) => vm.call(hook, [key]));
  throw noAttribute(vm, ref, type, name);
}

export function overridesReading(vm: Interpreter, type: PyType): boolean {
  return vm.overrideIn(type, '__getattribute__') !== 0 || vm.overrideIn(type, '__getattr__') !== 0;
}

/** Borrowed attribute of the object itself, 0 when it has none. */
export function ownAttribute(vm: Interpreter, ref: number, type: PyType, name: string): number {
  if (type.layout !== null && vm.heap.typeOf(ref).kind === KIND.INSTANCE) {
    return instances.getNamed(vm.process, ref, name);
  }
  const dict = ownDict(vm, ref, type, false);
  return dict === 0 ? 0 : vm.readDict(dict, name);
}

/** type.__getattribute__: the metaclass's data descriptors, the class's own mro, the rest of the metaclass. */
function classGet(vm: Interpreter, self: PyType, metaclass: PyType, name: string): number {
  const meta = vm.classes.lookup(metaclass, name);
  if (meta !== 0 && isReadFirst(vm, meta)) return descriptorGet(vm, meta, self.ref, metaclass);
  const found = vm.classes.lookup(self, name);
  if (found !== 0) return descriptorGet(vm, found, 0, self);
  if (meta !== 0) return descriptorGet(vm, meta, self.ref, metaclass);
  const words = `type object '${self.name}' has no attribute '${name}'`;
  throw refused(vm, 'type', name) ?? new PythonRaise('AttributeError', words);
}

function noAttribute(vm: Interpreter, ref: number, type: PyType, name: string): PythonRaise {
  if (type.native.name === 'module') {
    const named = vm.readDict(vm.field(ref, 0), '__name__');
    const module = named === 0 ? '?' : vm.text(named);
    const words = `module '${module}' has no attribute '${name}'`;
    return refused(vm, module, name) ?? new PythonRaise('AttributeError', words);
  }
  const words = `'${type.name}' object has no attribute '${name}'`;
  return refused(vm, type.native.name, name) ?? attributeError(vm, words, ref, name);
}

export function attributeError(vm: Interpreter, message: string, object: number, name: string): PythonRaise {
  return vm.about(new PythonRaise('AttributeError', message), name, object);
}

export function setAttribute(vm: Interpreter, ref: number, name: string, value: number): void {
  const type = vm.classes.of(ref);
  const custom = type.dict === 0 ? 0 : vm.overrideIn(type, '__setattr__');
  if (custom === 0 && !storesGenerically(vm, type)) return plainSet(vm, ref, name, value);
  vm.finish(storeSteps(vm, ref, name, value));
}

/** setAttribute in steps. */
export function* storeSteps(vm: Interpreter, ref: number, name: string, value: number): Steps<void> {
  const type = vm.classes.of(ref);
  const custom = type.dict === 0 ? 0 : vm.overrideIn(type, '__setattr__');
  if (custom === 0 && !storesGenerically(vm, type)) return yield* plainStoreSteps(vm, ref, name, value);
  const key = vm.name(name);
  try {
    if (custom !== 0) vm.decref(yield* specialSteps(vm, custom, ref, [key, value]));
    else yield* aroundSlot(vm, ref, [key, value], () => plainStore(vm, ref, name, value));
  } finally {
    vm.decref(key);
  }
}

function* plainStore(vm: Interpreter, ref: number, name: string, value: number): Steps {
  yield* plainStoreSteps(vm, ref, name, value);
  return 0;
}

/** plainSet in steps. */
export function* plainStoreSteps(vm: Interpreter, ref: number, name: string, value: number): Steps<void> {
  checkMutable(vm, ref, name);
  const found = vm.classes.lookup(vm.classes.of(ref), name);
  if (found !== 0 && isDataDescriptor(vm, found)) yield* setSteps(vm, found, ref, value);
  else if (vm.lines.watched) yield* endingSteps(vm, () => plainSet(vm, ref, name, value));
  else plainSet(vm, ref, name, value);
}

/** Does Python code store it, a hook or a descriptor of the program's? */
export function asksToStore(vm: Interpreter, ref: number, name: string): boolean {
  const type = vm.classes.of(ref);
  if (type.dict === 0) return false;
  if (storesGenerically(vm, type)) return true;
  const found = vm.classes.lookup(type, name);
  return found !== 0 && isDataDescriptor(vm, found) && !isSlot(vm, found);
}

/** What C code stores at once. */
function isSlot(vm: Interpreter, descriptor: number): boolean {
  const { name } = vm.heap.typeOf(descriptor);
  return name === 'member_descriptor' || name === 'getset_descriptor';
}

/** object.__setattr__ of anything. */
export function plainSet(vm: Interpreter, ref: number, name: string, value: number): void {
  const type = vm.classes.of(ref);
  const asClass = vm.classes.forObject(ref);
  checkMutable(vm, ref, name);
  const found = vm.classes.lookup(type, name);
  if (found !== 0 && isDataDescriptor(vm, found)) return descriptorSet(vm, found, ref, value);
  if (asClass !== undefined) return setOnClass(vm, asClass, name, value);
  if (type.layout !== null && vm.heap.typeOf(ref).kind === KIND.INSTANCE) {
    if (!type.layout.hasDict) throw cannotStore(vm, ref, name, found);
    return instances.setNamed(vm.process, ref, vm.process.internName(name), value);
  }
  const dict = ownDict(vm, ref, type, true);
  if (dict === 0) throw cannotStore(vm, ref, name, found);
  attributeDicts.setInDict(vm.process, type, { dict, key: vm.process.internName(name), value });
}

/** type_setattro: no attribute of a built-in class changes, whatever it is; nor one of a class that is not readied (PyObject_SetAttr). */
function checkMutable(vm: Interpreter, ref: number, name: string, action = 'assign to'): void {
  const type = vm.classes.forObject(ref);
  const unready = vm.unreadyTypes.size === 0 ? undefined : vm.unreadyTypes.get(vm.heap.typeOf(ref).id);
  if (unready !== undefined)
    throw new PythonRaise(
      'TypeError',
      `'${unready}' object has only read-only attributes (${action} .${name})`,
    );
  if (type?.dict === 0) throw new PythonRaise('TypeError', vm.words.setOnBuiltinClass(name, type.name));
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

/** From 3.13 on stores and deletions that fail tell what they were about, too (_PyObject_SetAttributeErrorContext). */
function storeError(vm: Interpreter, words: string, ref: number, name: string): PythonRaise {
  const error = new PythonRaise('AttributeError', words);
  return vm.rules.storeErrorsTell ? vm.about(error, name, ref) : error;
}

/** 3.13 adds a hint where storing is PyObject_GenericSetAttr itself, not a method of the class that came to it. */
function cannotStore(vm: Interpreter, ref: number, name: string, found: number): PythonRaise {
  const type = vm.classes.of(ref);
  if (found !== 0) return readOnly(type, name);
  const isOwn = vm.overrideIn(type, '__setattr__') === 0 && vm.overrideIn(type, '__delattr__') === 0;
  const suffix = isOwn ? vm.process.profile.messages.noDictSuffix : '';
  return storeError(vm, `'${type.name}' object has no attribute '${name}'${suffix}`, ref, name);
}

export function deleteAttribute(vm: Interpreter, ref: number, name: string): void {
  const type = vm.classes.of(ref);
  const custom = type.dict === 0 ? 0 : vm.overrideIn(type, '__delattr__');
  if (custom === 0 && !storesGenerically(vm, type)) return plainDelete(vm, ref, name);
  vm.finish(removeSteps(vm, ref, name));
}

/** deleteAttribute in steps. */
export function* removeSteps(vm: Interpreter, ref: number, name: string): Steps<void> {
  const type = vm.classes.of(ref);
  const custom = type.dict === 0 ? 0 : vm.overrideIn(type, '__delattr__');
  if (custom === 0 && !storesGenerically(vm, type)) return yield* plainRemoveSteps(vm, ref, name);
  const key = vm.name(name);
  try {
    if (custom !== 0) vm.decref(yield* specialSteps(vm, custom, ref, [key]));
    else yield* aroundSlot(vm, ref, [key], () => plainRemove(vm, ref, name));
  } finally {
    vm.decref(key);
  }
}

function* plainRemove(vm: Interpreter, ref: number, name: string): Steps {
  yield* plainRemoveSteps(vm, ref, name);
  return 0;
}

/** plainDelete in steps. */
export function* plainRemoveSteps(vm: Interpreter, ref: number, name: string): Steps<void> {
  checkMutable(vm, ref, name, 'del');
  const found = vm.classes.lookup(vm.classes.of(ref), name);
  if (found !== 0 && isDataDescriptor(vm, found)) yield* deleteSteps(vm, found, ref);
  else if (vm.lines.watched) yield* endingSteps(vm, () => plainDelete(vm, ref, name));
  else plainDelete(vm, ref, name);
}

export function plainDelete(vm: Interpreter, ref: number, name: string): void {
  const type = vm.classes.of(ref);
  const asClass = vm.classes.forObject(ref);
  checkMutable(vm, ref, name, 'del');
  const found = vm.classes.lookup(type, name);
  if (found !== 0 && isDataDescriptor(vm, found)) return descriptorDelete(vm, found, ref);
  if (asClass === undefined && type.layout !== null && vm.heap.typeOf(ref).kind === KIND.INSTANCE) {
    if (!type.layout.hasDict) throw cannotStore(vm, ref, name, found);
    return deleteNamed(vm, ref, name);
  }
  if (asClass === undefined && !keepsAttributes(vm, type)) throw cannotStore(vm, ref, name, found);
  // The dict is made even for a deletion (_PyObjectDict_SetItem).
  const dict = asClass === undefined ? ownDict(vm, ref, type, true) : asClass.dict;
  if (asClass !== undefined) vm.classes.changed(asClass);
  const holder = asClass === undefined ? type : { sharedKeys: null };
  if (dict !== 0 && attributeDicts.deleteInDict(vm.process, holder, dict, vm.process.internName(name))) {
    if (asClass !== undefined && name === '__del__') updateFinalizer(vm, asClass);
    return;
  }
  // The dict's KeyError comes first.
  vm.catches(whatCSees(vm, vm.keyError(vm.process.internName(name))), 'KeyError');
  if (!vm.rules.deletionErrorsTell) throw new PythonRaise('AttributeError', name);
  const owner = asClass === undefined ? `'${type.name}' object` : `type object '${asClass.name}'`;
  throw storeError(vm, `${owner} has no attribute '${name}'`, ref, name);
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
