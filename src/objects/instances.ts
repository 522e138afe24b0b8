/**
 * Instances of classes and their attributes (typeobject.c, dictobject.c: _PyObjectDict_SetItem, _PyObject_StoreInstanceAttribute).
 *
 * Where attributes live is the profile's `attributes`: an instance dict made by the first store (up to 3.10), or values that
 * come with the instance, beside it (3.11, 3.12) or inside its block (3.13), until somebody asks for `__dict__`.
 */
import { A, B, EMBEDDED, KIND, META, mayBeTracked, SPLIT, valuesBytes } from '../heap/index.ts';
import { deleteInDict, newAttributeDict, setInDict } from './attribute-dicts.ts';
import type { PythonClass } from './classes.ts';
import * as dicts from './dict.ts';
import type { Process } from './process.ts';
import * as split from './split-dict.ts';
import { PythonRaise } from './values/python-raise.ts';

/** `C()` without a Python `__init__`: allocated, then tracked (PyType_GenericAlloc). */
export function newInstance(process: Process, one: PythonClass): number {
  const { heap } = process;
  const keys = one.sharedKeys;
  const { attributes } = process.profile.layout;
  const inline = one.inlineValues && keys !== null;
  const extra = inline ? valuesBytes(heap, keys.size + keys.usable) : 0;
  const instance = heap.newGcObject(one.type, one.instanceBytes + extra);
  if (one.slots.length > 0) heap.words[instance + B] = heap.cells.alloc(one.slots.length);
  if (keys !== null && (inline || attributes === 'values')) {
    if (keys.usable > 1) keys.usable--;
    heap.words[instance + A] = split.newValues(process, keys, keys.size + keys.usable, inline ? EMBEDDED : 0);
  }
  heap.track(instance);
  return instance;
}

/** Borrowed value of an attribute of the instance itself, 0 when it has none of this name. */
export function getAttribute(process: Process, instance: number, name: string): number {
  const slot = process.classOf(instance).slots.indexOf(name);
  return slot < 0 ? getNamed(process, instance, name) : getSlot(process, instance, slot);
}

/** Borrowed value of a slot, 0 when it is empty. */
export function getSlot(process: Process, instance: number, slot: number): number {
  const { words, cells } = process.heap;
  return cells.words[(words[instance + B] as number) + slot] as number;
}

/** Borrowed value under a name that is not looked for among the slots. */
export function getNamed(process: Process, instance: number, name: string): number {
  const { heap } = process;
  const a = heap.words[instance + A] as number;
  if (a === 0) return 0;
  const key = process.internName(name);
  if (a < 0) return dicts.dictGet(process, -a, key);
  const place = split.keysOf(process, a).find(process, key);
  return place < 0 ? 0 : (heap.cells.words[a + split.VALUES_START + place] as number);
}

/** instance.name = value. */
export function setAttribute(process: Process, instance: number, name: string, value: number): void {
  const one = process.classOf(instance);
  const slot = one.slots.indexOf(name);
  if (slot >= 0) setSlot(process, instance, slot, value);
  else if (!one.hasDict) throw noAttribute(process, one, name, 'set');
  else setNamed(process, instance, process.internName(name), value);
}

/** The same for an interned name that is not looked for among the slots, of an instance that has a `__dict__`. */
export function setNamed(process: Process, instance: number, key: number, value: number): void {
  const one = process.classOf(instance);
  if (process.profile.layout.attributes === 'dict') storeInDict(process, instance, one, key, value);
  else storeInValues(process, instance, one, key, value);
}

/** del instance.name. */
export function deleteAttribute(process: Process, instance: number, name: string): void {
  const one = process.classOf(instance);
  const slot = one.slots.indexOf(name);
  if (slot < 0) return deleteNamed(process, instance, name);
  if (!emptySlot(process, instance, slot)) throw new PythonRaise('AttributeError', name);
}

/** Drops what a slot holds; false when it is empty already. */
export function emptySlot(process: Process, instance: number, slot: number): boolean {
  const { heap } = process;
  const cell = (heap.words[instance + B] as number) + slot;
  const old = heap.cells.words[cell] as number;
  if (old === 0) return false;
  heap.cells.words[cell] = 0;
  heap.dealloc.dropLast(old, heap.serialOf(instance));
  return true;
}

/** del instance.name for a name that is not looked for among the slots. */
export function deleteNamed(process: Process, instance: number, name: string): void {
  const { heap } = process;
  const one = process.classOf(instance);
  if (!one.hasDict) throw noAttribute(process, one, name, 'delete');
  const key = process.internName(name);
  const a = heap.words[instance + A] as number;
  if (a > 0) return deleteFromValues(process, instance, one, key, name);
  if (process.profile.layout.attributes === 'dict') return deleteFromDict(process, instance, one, name);
  if (a === 0 || !dicts.dictDelete(process, -a, key)) throw noAttribute(process, one, name, 'delete');
}

/** Up to 3.10 the dict is made even for a deletion, and the class shares its keys no longer (_PyObjectDict_SetItem). */
function deleteFromDict(process: Process, instance: number, one: PythonClass, name: string): void {
  const dict = attributeDict(process, instance);
  const deleted = deleteInDict(process, one, dict, process.internName(name));
  process.heap.decref(dict);
  if (!deleted) throw noAttribute(process, one, name, 'delete');
}

/** instance.__dict__: made now if there was none; a new reference for the caller. */
export function attributeDict(process: Process, instance: number): number {
  const { heap } = process;
  const one = process.classOf(instance);
  if (!one.hasDict)
    throw new PythonRaise('AttributeError', `'${one.name}' object has no attribute '__dict__'`);
  const a = heap.words[instance + A] as number;
  let dict = -a;
  if (a > 0) dict = materialize(process, instance, a);
  else if (a === 0) {
    dict = newAttributeDict(process, one);
    heap.words[instance + A] = -dict;
  }
  heap.incref(dict);
  return dict;
}

/** Has it attributes that no dict has taken over? */
export function hasValues(process: Process, instance: number): boolean {
  const values = process.heap.words[instance + A] as number;
  return values > 0 && split.pairsOf(process, values).length > 0;
}

export function isInstance(process: Process, ref: number): boolean {
  return process.heap.typeOf(ref).kind === KIND.INSTANCE;
}

export function setSlot(process: Process, instance: number, slot: number, value: number): void {
  const { heap } = process;
  const cell = (heap.words[instance + B] as number) + slot;
  const old = heap.cells.words[cell] as number;
  const serial = heap.serialOf(instance);
  heap.addReference(value, serial);
  heap.cells.words[cell] = value;
  if (old !== 0) heap.dealloc.dropLast(old, serial);
}

/** Borrowed: the dict that the instance has, or a new one. Making one can move the records, so nothing is stored before it is there. */
function ensureDict(process: Process, instance: number, one: PythonClass): number {
  const known = -(process.heap.words[instance + A] as number);
  if (known > 0) return known;
  const dict = newAttributeDict(process, one);
  process.heap.words[instance + A] = -dict;
  return dict;
}

/** Up to 3.10: the dict is made by the first store. */
function storeInDict(process: Process, instance: number, one: PythonClass, key: number, value: number): void {
  setInDict(process, one, { dict: ensureDict(process, instance, one), key, value });
}

/**
 * 3.11+: into the values while the class's keys have room, else into a dict of the instance's own. A dict that was asked for over values in
 * the instance's block shows the value, and is not tracked for it (store_instance_attr_lock_held, 3.13).
 */
function storeInValues(
  process: Process,
  instance: number,
  one: PythonClass,
  key: number,
  value: number,
): void {
  const { heap } = process;
  const a = heap.words[instance + A] as number;
  if (a > 0) {
    const keys = split.keysOf(process, a);
    const known = keys.find(process, key);
    const place = known < 0 && keys.usable > 0 ? keys.add(process, key) : known;
    if (place >= 0) {
      split.storeValue(process, a, place, value, heap.serialOf(instance));
      return;
    }
    materialize(process, instance, a);
  } else if (a === 0) {
    ensureDict(process, instance, one);
  }
  const dict = -(heap.words[instance + A] as number);
  if (isEmbeddedDict(process, dict) && split.set(process, dict, key, value)) return;
  dicts.dictSet(process, dict, key, value);
}

/** Deleting looks the name up as a store would, so it can add it to the class's keys (_PyObject_StoreInstanceAttribute). */
function deleteFromValues(
  process: Process,
  instance: number,
  one: PythonClass,
  key: number,
  name: string,
): void {
  const { heap } = process;
  const values = heap.words[instance + A] as number;
  const keys = split.keysOf(process, values);
  let place = keys.find(process, key);
  if (place < 0 && keys.usable > 0) place = keys.add(process, key);
  if (place < 0 || heap.cells.words[values + split.VALUES_START + place] === 0)
    throw noAttribute(process, one, name, 'delete');
  split.dropValue(process, values, place, heap.serialOf(instance));
}

/** The instance's values get a dict object over them (make_dict_from_instance_attributes); the instance owns it. */
function materialize(process: Process, instance: number, values: number): number {
  const { heap } = process;
  const pairs = split.pairsOf(process, values);
  const dict = dicts.newDict(process);
  split.attach(process, dict, values, pairs.length);
  heap.words[instance + A] = -dict;
  if (pairs.some(([, value]) => mayBeTracked(heap, value))) heap.track(dict);
  return dict;
}

/** AttributeError for a name that the instance does not have, or has no place for. */
function noAttribute(process: Process, one: PythonClass, name: string, tried: 'set' | 'delete'): PythonRaise {
  const { deletedAttribute, noDictSuffix } = process.profile.messages;
  if (tried === 'delete' && one.hasDict && deletedAttribute === 'name')
    return new PythonRaise('AttributeError', name);
  const suffix = one.hasDict ? '' : noDictSuffix;
  return new PythonRaise('AttributeError', `'${one.name}' object has no attribute '${name}'${suffix}`);
}

/** Is this dict the attribute dict of an instance that still keeps the values in its own block? */
export function isEmbeddedDict(process: Process, dict: number): boolean {
  const { heap } = process;
  if (((heap.words[dict + META] as number) & SPLIT) === 0) return false;
  return split.isEmbedded(process, heap.words[dict + A] as number);
}
