/**
 * The class statement and type(name, bases, dict) (bltinmodule.c:builtin___build_class__, typeobject.c:type_new).
 *
 * A class object's fields: | dict | bases | mro | base |. Its namespace is copied; `__dict__` and `__weakref__` descriptors and one member
 * descriptor for each slot are added, as CPython allocates them. Instances of a plain class get the layout of the objects room; a class
 * that derives from a built-in container, number or exception keeps that one's layout.
 */

import { GC_HEAD_BYTES, KIND } from '../../../heap/index.ts';
import { defineClass, dicts, type PythonClass, PythonRaise } from '../../../objects/index.ts';
import { offsetsOf } from '../../builtins/types/offsets.ts';
import { utf8Length } from '../../parse/source-text.ts';
import type { Steps } from '../calls/waiting.ts';
import type { Interpreter } from '../interpreter.ts';
import type { Keywords } from '../native.ts';
import { copyDict } from '../operators/dict-merge.ts';
import { bestBase, winningBase } from './class-bases.ts';
import { hookSteps } from './class-hooks.ts';
import { giveClassKeys, hasOwnDict } from './class-keys.ts';
import { SIZED, slotsOf } from './class-slots.ts';
import { newRecord, type PyType } from './class-table.ts';
import { defineFields } from './define-types.ts';
import { orderClass } from './method-order.ts';
import { slotOf } from './slots.ts';
import { enterSubclass } from './subclasses.ts';

const DESCRIPTOR_BYTES = 48;
/** A class's block ends with one PyMemberDef for each slot, and an empty one (PyType_GenericAlloc). */
const MEMBER_DEF_BYTES = 40;
export const CLASS = { DICT: 0, BASES: 1, MRO: 2, BASE: 3 } as const;

export interface ClassRequest {
  readonly name: string;
  /** The same as an object, borrowed. */
  readonly nameRef: number;
  /** The tuple of bases, borrowed; the class keeps it unless it is empty. */
  readonly bases: number;
  readonly namespace: number;
  readonly metaclass: PyType;
  readonly keywords: Keywords;
}

/** type.__new__: the class, a new reference. */
export function* newClass(vm: Interpreter, request: ClassRequest): Steps {
  const bases = basesOf(vm, vm.items(request.bases));
  const best = bestBase(vm, bases);
  const base = winningBase(bases);
  const { process, heap } = vm;
  const given = vm.listSize(request.bases) > 0;
  const basesTuple = given ? vm.own(request.bases) : vm.newTuple(bases.map((base) => base.ref));
  const dict = copyDict(vm, request.namespace);
  const { slots, slotNames } = slotsOf(vm, { dict, basesTuple, base });
  const module = vm.readDict(dict, '__module__') || moduleOfCaller(vm, dict);
  const qualnameRef = takeQualname(vm, dict) || vm.own(request.nameRef);
  const info = request.metaclass.dict === 0 ? process.types.type : request.metaclass.info;
  const plain = best.name === 'object';
  const classBytes = process.profile.layout.classBytes + ((slots?.length ?? 0) + 1) * MEMBER_DEF_BYTES;
  const ref = heap.newGcObject(info, classBytes);
  const layout = plain ? defineLayout(vm, { name: request.name, ref, dict, slots, bases }) : null;
  const type = makeRecord(vm, { request, ref, dict, slots, bases, best, layout, qualnameRef });
  type.slotNames = slotNames;
  type.module = module !== 0 && vm.isStr(module) ? vm.text(module) : 'builtins';
  copyDoc(vm, type);
  vm.fillFields(ref, [dict, basesTuple, 0, vm.own(base.ref)]);
  heap.track(ref);
  vm.classes.add(type);
  const order = orderAndDescribe(vm, type);
  vm.setField(ref, CLASS.MRO, order);
  vm.classes.changed();
  enterSubclass(vm, type);
  giveClassKeys(vm, type);
  yield* hookSteps(vm, type, request.keywords);
  return ref;
}

/** tp_doc is a copy of the text that the class has (type_new_set_doc). */
function copyDoc(vm: Interpreter, type: PyType): void {
  const doc = vm.readDict(type.dict, '__doc__');
  if (doc !== 0 && vm.isStr(doc)) type.docBlock = vm.heap.memory.alloc(utf8Length(vm.text(doc)) + 1);
}

/** A class without an order dies before anybody has seen it; one that its descriptors hold by then, only in a collection (PyType_Ready). */
function orderAndDescribe(vm: Interpreter, type: PyType): number {
  const { describesUnordered } = vm.rules;
  if (describesUnordered) addDescriptors(vm, type);
  try {
    const order = orderClass(vm, type);
    if (!describesUnordered) addDescriptors(vm, type);
    return order;
  } catch (error) {
    const raised = vm.raised(error);
    for (const base of type.bases) base.subclasses.delete(type);
    vm.decref(type.ref);
    throw raised;
  }
}

/** type(name, bases, dict): the class belongs to the module whose code runs. */
function moduleOfCaller(vm: Interpreter, dict: number): number {
  const name = vm.frame === null ? 0 : vm.readDict(vm.frame.globals, '__name__');
  if (name !== 0) vm.put(dict, '__module__', vm.own(name));
  return name;
}

/** Built-in classes without Py_TPFLAGS_BASETYPE. */
const NOT_BASES: ReadonlySet<string> = new Set([
  'bool',
  'NoneType',
  'function',
  'range',
  'slice',
  'generator',
  'method',
  'memoryview',
  'typing.TypeVar',
  'typing.ParamSpec',
  'typing.TypeVarTuple',
  'typing.ParamSpecArgs',
  'typing.ParamSpecKwargs',
  'typing.TypeAliasType',
]);

/** The classes that these objects are, each one that can be derived from; without any, `object` (best_base). */
export function basesOf(vm: Interpreter, refs: readonly number[]): PyType[] {
  if (refs.length === 0) return [vm.classes.named('object')];
  return refs.map((ref) => {
    const type = vm.classes.forObject(ref);
    if (type === undefined) throw new PythonRaise('TypeError', 'bases must be types');
    if (NOT_BASES.has(type.name) && type.dict === 0) {
      throw new PythonRaise('TypeError', `type '${type.name}' is not an acceptable base type`);
    }
    return type;
  });
}

/** type_new_set_ht_name, type_new_set_qualname */
function takeQualname(vm: Interpreter, dict: number): number {
  const name = '__qualname__';
  const value = vm.readDict(dict, name);
  if (value === 0) return 0;
  if (!vm.isStr(value))
    throw new PythonRaise('TypeError', `type __qualname__ must be a str, not ${vm.typeName(value)}`);
  vm.incref(value);
  dicts.dictDelete(vm.process, dict, vm.process.internName(name));
  return value;
}

interface LayoutRequest {
  readonly name: string;
  readonly ref: number;
  readonly dict: number;
  readonly slots: readonly string[] | null;
}

function defineLayout(
  vm: Interpreter,
  request: LayoutRequest & { readonly bases: readonly PyType[] },
): PythonClass {
  const { name, slots, ref, dict, bases } = request;
  const layouts = bases.flatMap((base) => (base.layout === null ? [] : [base.layout]));
  const inherits = bases.some((base) => vm.classes.lookup(base, '__del__') !== 0);
  const finalizer = vm.readDict(dict, '__del__') !== 0 || inherits ? 'noop' : 'none';
  return defineClass(vm.process, {
    name,
    bases: layouts,
    slots: slots === null ? null : slots.map((slot) => mangled(name, slot)),
    finalizer,
    object: ref,
  });
}

/** Private names of slots are mangled as names in the body are. */
function mangled(className: string, name: string): string {
  if (!name.startsWith('__') || name.endsWith('__')) return name;
  return `_${className.replace(/^_+/, '')}${name}`;
}

interface Parts {
  readonly request: ClassRequest;
  readonly ref: number;
  readonly dict: number;
  readonly slots: readonly string[] | null;
  readonly bases: readonly PyType[];
  readonly best: PyType;
  readonly layout: PythonClass | null;
  readonly qualnameRef: number;
}

function makeRecord(vm: Interpreter, parts: Parts): PyType {
  const { request, ref, dict, slots, bases, best, layout, qualnameRef } = parts;
  const inherits = bases.some((base) => vm.classes.lookup(base, '__del__') !== 0);
  const finalizer = vm.readDict(dict, '__del__') !== 0 || inherits;
  const info = layout === null ? subclassInfo(vm, parts, finalizer) : layout.type;
  return newRecord({
    name: request.name,
    qualname: vm.text(qualnameRef),
    module: '',
    ref,
    info,
    layout,
    bases,
    metaclass: request.metaclass.dict === 0 ? null : request.metaclass,
    native: best,
    dict,
    slots,
    extraDict: extraDictOf(best, slots, bases),
    nameRef: vm.own(request.nameRef),
    qualnameRef,
  });
}

function extraDictOf(best: PyType, slots: readonly string[] | null, bases: readonly PyType[]): boolean {
  return (
    best.name !== 'object' &&
    best.name !== 'type' &&
    !hasOwnDict(best) &&
    (slots === null || slots.includes('__dict__') || bases.some((base) => base.extraDict))
  );
}

/** The layout of a subclass of a built-in class: the same kind of object, which holds its class. */
function subclassInfo(vm: Interpreter, parts: Parts, finalizer: boolean): PyType['info'] {
  const { best, request, ref: object, slots, bases } = parts;
  const { name } = request;
  const { info } = best;
  const { native } = best;
  const inherited = bases.some((base) => base.info.weakrefs);
  const added = slots === null || slots.includes('__weakref__');
  const weakrefs = SIZED.includes(native.name) ? native.info.weakrefs : inherited || added;
  if (info.kind === KIND.FIELDS) {
    const { release } = info;
    return defineFields(vm.heap, name, { object, finalizer, weakrefs, release });
  }
  const { kind, trashcan, clearable } = info;
  return vm.heap.types.define({
    name,
    // A str of a subclass keeps its characters in a block of its own.
    kind: info === vm.process.types.atoms.str ? KIND.BUFFER : kind,
    release: 0,
    gc: true,
    trashcan,
    clearable,
    weakrefs,
    finalizer,
    object,
    slotCount: 0,
  });
}

/** `__dict__` and `__weakref__`, then one member for each slot; `__doc__`. */
function addDescriptors(vm: Interpreter, type: PyType): void {
  const { dict, layout, slots } = type;
  for (const slot of slots ?? []) {
    if (slot === '__dict__' || slot === '__weakref__') continue;
    const name = mangled(type.name, slot);
    const member = vm.newFields(
      vm.classes.named('member_descriptor').info,
      GC_HEAD_BYTES + DESCRIPTOR_BYTES,
      [vm.name(name), vm.own(type.ref)],
    );
    vm.heap.setPayload(member, slotOf(layout?.slots ?? [], name));
    vm.put(dict, name, member);
  }
  for (const name of addedNames(vm, type)) {
    const descriptor = vm.newFields(
      vm.classes.named('getset_descriptor').info,
      GC_HEAD_BYTES + DESCRIPTOR_BYTES,
      [vm.name(name), vm.own(type.ref)],
    );
    vm.heap.setPayload(descriptor, vm.getsetNames.indexOf(name));
    vm.put(dict, name, descriptor);
  }
  if (vm.readDict(dict, '__doc__') === 0) vm.put(dict, '__doc__', vm.none());
  // A class that defines equality and no hash has none (type_ready_set_hash).
  if (vm.readDict(dict, '__eq__') !== 0 && vm.readDict(dict, '__hash__') === 0)
    vm.put(dict, '__hash__', vm.none());
}

/** The class adds a `__dict__` or room for weak references to what the base has whose layout it continues (type_new_slots). */
function addedNames(vm: Interpreter, type: PyType): ('__dict__' | '__weakref__')[] {
  const [own, inherited] = [offsetsOf(vm, type), offsetsOf(vm, winningBase(type.bases))];
  const names: ('__dict__' | '__weakref__')[] = [];
  if (own.dict !== inherited.dict) names.push('__dict__');
  if (own.weakrefs !== inherited.weakrefs) names.push('__weakref__');
  return names;
}

/** The metaclass of the bases that derives from all others. */
export function metaclassOf(vm: Interpreter, wanted: PyType, bases: readonly number[]): PyType {
  let winner = wanted;
  for (const base of bases) {
    const type = vm.classes.of(base);
    if (vm.isSubclass(winner, type)) continue;
    if (!vm.isSubclass(type, winner)) {
      throw new PythonRaise(
        'TypeError',
        'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases',
      );
    }
    winner = type;
  }
  return winner;
}
