/**
 * _abc (_abc.c): what every abstract class keeps of the classes that it was asked about, and how it answers.
 *
 *   _abc_data   | registry | cache | negative cache |     0, or a set of weak references, each with a callback that takes it out
 *
 * An abstract class asks its caches, `__subclasshook__`, the mro, the registered classes and its subclasses, in this order. A registration
 * anywhere makes all negative caches invalid: each is cleared when its class is asked next.
 */
import { GC_HEAD_BYTES } from '../../heap/index.ts';
import { dicts, makeWeakref, PythonRaise, sets } from '../../objects/index.ts';
import { asksSubclass } from '../builtins/functions/attributes.ts';
import { listSteps } from '../builtins/types/list-fill.ts';
import { newBoundBuiltin, registerNative } from '../eval/calls/functions.ts';
import { giveKind, setKind } from '../eval/classes/pattern-kinds.ts';
import { sharedWeakref } from '../eval/classes/subclasses.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { native } from '../eval/native.ts';
import { ABC_SOURCE } from '../lib/abc.ts';
import { type ModuleType, moduleType } from './define-type.ts';
import { library } from './library.ts';
import { referentOf } from './weakref.ts';

type Args = readonly number[];

const DATA = { REGISTRY: 0, CACHE: 1, NEGATIVE: 2 } as const;
type Place = (typeof DATA)[keyof typeof DATA];

const DATA_BYTES = 48;

const ABC_DATA: ModuleType = {
  module: '_abc',
  name: '_abc_data',
  heapSince: 9,
  traits: (vm) => ({ gc: vm.rules.abcDataCollected }),
  bytes: (vm) => (vm.rules.abcDataCollected ? GC_HEAD_BYTES : 0) + DATA_BYTES,
};

interface State {
  /** abc_invalidation_counter: registrations so far. */
  registrations: number;
  /** The number of `_destroy` among the natives. */
  readonly destroy: number;
}

const states = new WeakMap<Interpreter, State>();

function stateOf(vm: Interpreter): State {
  const known = states.get(vm);
  if (known !== undefined) return known;
  const state = { registrations: 0, destroy: registerNative(vm, '_destroy', DESTROY) };
  states.set(vm, state);
  return state;
}

/** The callback, bound to a weak reference to the set: takes what died out of it. */
const DESTROY = native(
  (vm, [toSet = 0, weakref = 0]) => {
    const set = referentOf(vm, toSet);
    if (set !== 0) vm.guard(vm.own(set), () => sets.setDiscard(vm.process, set, weakref));
    return vm.none();
  },
  { args: [1, 1] },
);

/** _get_impl: a new reference. */
function dataOf(vm: Interpreter, cls: number): number {
  const data = vm.getAttr(cls, '_abc_impl');
  if (vm.typeOf(data) === moduleType(vm, ABC_DATA)) return data;
  vm.decref(data);
  throw new PythonRaise('TypeError', '_abc_impl is set to a wrong type');
}

/** _in_weak_set */
function isIn(vm: Interpreter, data: number, place: Place, cls: number): boolean {
  const set = vm.field(data, place);
  if (set === 0 || sets.setSize(vm.process, set) === 0) return false;
  return vm.guard(sharedWeakref(vm, cls), (weakref) => sets.setHas(vm.process, set, weakref));
}

/** _add_to_weak_set */
function addTo(vm: Interpreter, data: number, place: Place, cls: number): void {
  if (vm.field(data, place) === 0) vm.setField(data, place, vm.newSet());
  const set = vm.field(data, place);
  const toSet = sharedWeakref(vm, set);
  const callback = newBoundBuiltin(vm, stateOf(vm).destroy, toSet);
  const weakref = makeWeakref(vm.process, cls, callback);
  vm.decref(callback);
  sets.setAdd(vm.process, set, weakref);
  vm.dropAll([toSet, weakref]);
}

/** _PyObject_IsAbstract */
function isAbstract(vm: Interpreter, value: number): boolean {
  const answer = vm.findAttr(value, '__isabstractmethod__');
  return answer !== 0 && vm.guard(answer, () => vm.truth(answer));
}

/** PyMapping_Items of a class's `__dict__`: a new list. */
function itemsOf(vm: Interpreter, namespace: number): number {
  const view = vm.callSpecial(vm.special(namespace, 'items'), namespace);
  const iterator = vm.guard(view, () => vm.iter(view));
  return vm.guard(iterator, () => vm.finish(listSteps(vm, iterator)));
}

/** compute_abstract_methods: `__abstractmethods__` of a new class, of its own and of its bases' names. */
function setAbstractMethods(vm: Interpreter, cls: number): void {
  const abstracts = sets.newSet(vm.process, vm.process.types.frozenset);
  const held = [abstracts];
  const hold = (ref: number): number => {
    held.push(ref);
    return ref;
  };
  try {
    const namespace = hold(vm.getAttr(cls, '__dict__'));
    for (const item of vm.items(hold(itemsOf(vm, namespace)))) {
      const [name = 0, value = 0] = vm.items(item);
      if (isAbstract(vm, value)) sets.setAdd(vm.process, abstracts, name);
    }
    for (const base of vm.items(hold(vm.getAttr(cls, '__bases__')))) addInherited(vm, cls, base, abstracts);
    vm.setAttr(cls, '__abstractmethods__', abstracts);
  } finally {
    vm.dropAll(held);
  }
}

function addInherited(vm: Interpreter, cls: number, base: number, abstracts: number): void {
  const inherited = vm.findAttr(base, '__abstractmethods__');
  if (inherited === 0) return;
  const iterator = vm.guard(inherited, () => vm.iter(inherited));
  vm.guard(iterator, () => {
    for (let name = vm.next(iterator); name !== 0; name = vm.next(iterator)) {
      vm.guard(name, () => {
        const value = vm.findAttr(cls, vm.text(name));
        if (value === 0) return;
        if (vm.guard(value, () => isAbstract(vm, value))) sets.setAdd(vm.process, abstracts, name);
      });
    }
  });
}

/** _abc__abc_init */
function init(vm: Interpreter, [cls = 0]: Args): number {
  setAbstractMethods(vm, cls);
  const { info } = moduleType(vm, ABC_DATA);
  const head = info.gc ? GC_HEAD_BYTES : 0;
  const data = vm.newFields(info, head + DATA_BYTES, [0, 0, 0]);
  vm.heap.setPayload(data, stateOf(vm).registrations);
  vm.guard(data, () => vm.setAttr(cls, '_abc_impl', data));
  const dict = vm.classes.forObject(cls)?.dict ?? 0;
  const flags = dict === 0 ? 0 : vm.readDict(dict, '__abc_tpflags__');
  if (flags === 0) return vm.none();
  setKind(vm, cls, vm.index(flags));
  dicts.dictDelete(vm.process, dict, vm.process.internName('__abc_tpflags__'));
  return vm.none();
}

/** _abc__abc_register */
function register(vm: Interpreter, [cls = 0, subclass = 0]: Args): number {
  if (!vm.isClass(subclass)) throw new PythonRaise('TypeError', 'Can only register classes');
  if (asksSubclass(vm, subclass, cls)) return vm.own(subclass);
  if (asksSubclass(vm, cls, subclass))
    throw new PythonRaise('RuntimeError', 'Refusing to create an inheritance cycle');
  vm.guard(dataOf(vm, cls), (data) => addTo(vm, data, DATA.REGISTRY, subclass));
  stateOf(vm).registrations++;
  giveKind(vm, cls, subclass);
  return vm.own(subclass);
}

/** _abc__abc_instancecheck */
function instanceCheck(vm: Interpreter, [cls = 0, instance = 0]: Args): number {
  const data = dataOf(vm, cls);
  return vm.guard(data, () => {
    const subclass = vm.getAttr(instance, '__class__');
    return vm.guard(subclass, () => {
      if (isIn(vm, data, DATA.CACHE, subclass)) return vm.bool(true);
      const subtype = vm.classes.of(instance).ref;
      const isValid = vm.heap.payload(data) === stateOf(vm).registrations;
      if (subtype === subclass && isValid && isIn(vm, data, DATA.NEGATIVE, subclass)) return vm.bool(false);
      const answer = vm.callMethod(cls, '__subclasscheck__', [subclass]);
      if (subtype === subclass || vm.truth(answer)) return answer;
      vm.decref(answer);
      return vm.callMethod(cls, '__subclasscheck__', [subtype]);
    });
  });
}

/** _abc__abc_subclasscheck */
function subclassCheck(vm: Interpreter, [cls = 0, subclass = 0]: Args): number {
  if (!vm.isClass(subclass)) throw new PythonRaise('TypeError', 'issubclass() arg 1 must be a class');
  const data = dataOf(vm, cls);
  return vm.guard(data, () => {
    if (isIn(vm, data, DATA.CACHE, subclass)) return vm.bool(true);
    if (isInNegative(vm, data, subclass)) return vm.bool(false);
    const answer = hookAnswer(vm, cls, subclass) ?? isKnown(vm, cls, data, subclass);
    if (answer === 'registered') return vm.bool(true);
    addTo(vm, data, answer ? DATA.CACHE : DATA.NEGATIVE, subclass);
    return vm.bool(answer);
  });
}

/** Looks into the negative cache, which a registration has made invalid. */
function isInNegative(vm: Interpreter, data: number, subclass: number): boolean {
  const { registrations } = stateOf(vm);
  if ((vm.heap.payload(data) as number) >= registrations) return isIn(vm, data, DATA.NEGATIVE, subclass);
  const negative = vm.field(data, DATA.NEGATIVE);
  if (negative !== 0) sets.clearSet(vm.process, negative);
  vm.heap.setPayload(data, registrations);
  return false;
}

/** What `__subclasshook__` says; null where it leaves the answer to others. */
function hookAnswer(vm: Interpreter, cls: number, subclass: number): boolean | null {
  return vm.guard(vm.callMethod(cls, '__subclasshook__', [subclass]), (answer) => {
    if (vm.isNotImplemented(answer)) return null;
    const words = '__subclasshook__ must return either False, True, or NotImplemented';
    if (vm.infoOf(answer).name !== 'bool') vm.raise('AssertionError', [vm.newStr(words)]);
    return vm.truth(answer);
  });
}

/** The mro, registered classes, subclasses; what the registry itself holds needs no place in the cache. */
function isKnown(vm: Interpreter, cls: number, data: number, subclass: number): boolean | 'registered' {
  const [type, base] = [vm.classes.forObject(subclass), vm.classes.forObject(cls)];
  if (type !== undefined && base !== undefined && vm.isSubclass(type, base)) return true;
  if (isIn(vm, data, DATA.REGISTRY, subclass)) return 'registered';
  return isOfRegistered(vm, data, subclass) || isOfSubclasses(vm, cls, subclass);
}

/** subclasscheck_check_registry, of a copy: a registered class can die meanwhile. */
function isOfRegistered(vm: Interpreter, data: number, subclass: number): boolean {
  const registry = vm.field(data, DATA.REGISTRY);
  if (registry === 0) return false;
  const copy = sets.setItems(vm.process, registry).map((one) => vm.own(one));
  try {
    return copy.some((weakref) => {
      const one = referentOf(vm, weakref);
      return one !== 0 && vm.guard(vm.own(one), () => asksSubclass(vm, subclass, one));
    });
  } finally {
    vm.dropAll(copy);
  }
}

function isOfSubclasses(vm: Interpreter, cls: number, subclass: number): boolean {
  const subclasses = vm.callMethod(cls, '__subclasses__');
  return vm.guard(subclasses, () => {
    if (!vm.isList(subclasses)) throw new PythonRaise('TypeError', '__subclasses__() must return a list');
    for (let at = 0; at < vm.listSize(subclasses); at++) {
      const one = vm.own(vm.itemAt(subclasses, at));
      if (vm.guard(one, () => asksSubclass(vm, subclass, one))) return true;
    }
    return false;
  });
}

export const ABC = library('abc', ABC_SOURCE, {
  functions: {
    _abc_init: native(init, { args: [1, 1] }),
    _abc_register: native(register, { args: [2, 2] }),
    _abc_instancecheck: native(instanceCheck, { args: [2, 2] }),
    _abc_subclasscheck: native(subclassCheck, { args: [2, 2] }),
    get_cache_token: native((vm) => vm.newInt(stateOf(vm).registrations)),
  },
  placed: true,
});
