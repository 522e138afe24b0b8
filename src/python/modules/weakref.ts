/** weakref (weakrefobject.c, _weakref.c): ref, proxy and the counting functions; the containers are Python's (lib/weakref.ts). */

import { A, B, GC_HEAD_BYTES, KIND, REFCNT } from '../../heap/index.ts';
import { dicts, hash64Of, newWeakref, PythonRaise } from '../../objects/index.ts';
import { classArgument } from '../builtins/allocate.ts';
import { CLASS_GET_ITEM } from '../builtins/types/generic-alias.ts';
import { addSlotAttributes } from '../builtins/types/slot-attributes.ts';
import { outsideDescriptor } from '../eval/calls/functions.ts';
import { addNewWrapper } from '../eval/calls/new-wrappers.ts';
import { descriptorKind } from '../eval/calls/slot-wrappers.ts';
import { addedBytes } from '../eval/classes/added-bytes.ts';
import type { PyType } from '../eval/classes/class-table.ts';
import { giveWeakref } from '../eval/classes/subclasses.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { type Native, type NativeDefinition, native } from '../eval/native.ts';
import { addressText } from '../eval/texts/text.ts';
import { WEAK_SET_SOURCE } from '../lib/weak-set.ts';
import { WEAKREF_SOURCE } from '../lib/weakref.ts';
import { library } from './library.ts';
import { proxyFunction, proxyType } from './weak-proxy.ts';

function refName(vm: Interpreter): string {
  return vm.process.profile.messages.weakref.replace('weakref.', '');
}

/** Borrowed referent, 0 when it is gone or going. */
export function referentOf(vm: Interpreter, weakref: number): number {
  const ref = vm.heap.words[weakref + A] as number;
  return ref !== 0 && (vm.heap.words[ref + REFCNT] as number) > 0 ? ref : 0;
}

/** METH_FASTCALL from 3.11 on. */
const proxy: Native = (vm, args) =>
  vm.rules.proxyPacks ? vm.withTuple(args, () => proxyFunction(vm, args)) : proxyFunction(vm, args);

/** weakref___new__ counts the arguments and ignores keywords; weakref___init__, where no subclass has its own, wants none. */
const construct: Native = (vm, args, keywords) => {
  const type = classArgument(vm, args[0] as number);
  const count = args.length - 1;
  if (count < 1) throw new PythonRaise('TypeError', `__new__ expected at least 1 argument, got ${count}`);
  if (count > 2) throw new PythonRaise('TypeError', `__new__ expected at most 2 arguments, got ${count}`);
  if (keywords.size > 0 && (type.dict === 0 || vm.overrideIn(type, '__init__') === 0))
    throw new PythonRaise('TypeError', 'ref() takes no keyword arguments');
  const [, referent, given = 0] = args as [number, number, number?];
  const callback = given === 0 || vm.isNone(given) ? 0 : given;
  if (!vm.heap.typeOf(referent).weakrefs) {
    const refuse = (): never => {
      throw new PythonRaise('TypeError', `cannot create weak reference to '${vm.typeName(referent)}' object`);
    };
    return type.dict === 0 ? vm.withTuple(args.slice(1), refuse) : refuse();
  }
  giveWeakref(vm, referent);
  if (type.dict === 0) return newWeakref(vm.process, referent, callback).weakref;
  return newRefOfClass(vm, type, referent, callback);
};

function newRefOfClass(vm: Interpreter, type: PyType, referent: number, callback: number): number {
  const { heap, process } = vm;
  const weakref = heap.newGcObject(
    type.info,
    GC_HEAD_BYTES + process.profile.layout.weakref + addedBytes(vm, type),
  );
  if (callback !== 0) heap.addReference(callback, heap.serialOf(weakref));
  heap.words[weakref + B] = callback;
  heap.weakrefs.link(weakref, referent);
  heap.track(weakref);
  return weakref;
}

const repr: Native = (vm, [self]) => {
  const ref = self as number;
  const referent = referentOf(vm, ref);
  if (referent === 0) return vm.newStr(`<weakref at ${addressText(vm, ref)}; dead>`);
  const name = vm.findAttr(referent, '__name__');
  const called = name !== 0 && vm.isStr(name) ? ` (${vm.text(name)})` : '';
  if (name !== 0) vm.decref(name);
  return vm.newStr(
    `<weakref at ${addressText(vm, ref)}; to '${vm.typeName(referent)}' at ${addressText(vm, referent)}${called}>`,
  );
};

const METHODS: Readonly<Record<string, NativeDefinition>> = {
  __call__: native((vm, [self]) => vm.own(referentOf(vm, self as number) || vm.process.none)),
  __repr__: native(repr),
  /** weakref___init__: all was done by __new__; subclasses may take keywords. */
  __init__: native((vm) => vm.none(), { args: [1, 2], anyKeywords: true }),
};

/** Equal while both live and their referents are; the same object afterwards. */
function compare(vm: Interpreter, a: number, b: number, operator: string): boolean | null {
  if (operator !== '==' && operator !== '!=') return null;
  if (vm.heap.typeOf(b).kind !== KIND.WEAKREF) return null;
  const [left, right] = [referentOf(vm, a), referentOf(vm, b)];
  const same = left === 0 || right === 0 ? a === b : vm.equal(left, right);
  return operator === '==' ? same : !same;
}

function install(vm: Interpreter): number {
  const type = vm.classes.named(refName(vm));
  if (type.construct === null) {
    Object.assign(type, {
      construct: native(construct, { args: [0, Number.MAX_SAFE_INTEGER], anyKeywords: true }),
    });
    addNewWrapper(vm, type);
    if (vm.rules.refTypeInModule) {
      type.module = 'weakref';
      type.natives.set('__module__', vm.newStr('weakref'));
    }
    for (const [name, one] of Object.entries(METHODS)) {
      type.natives.set(
        name,
        outsideDescriptor(vm, descriptorKind(type.name, name), `${type.name}.${name}`, one),
      );
    }
    if (vm.rules.builtInsAreGeneric) {
      const name = '__class_getitem__';
      type.natives.set(
        name,
        outsideDescriptor(vm, 'classmethod_descriptor', `${type.name}.${name}`, CLASS_GET_ITEM),
      );
    }
    const callback = vm.newOutsideFields(vm.classes.named('member_descriptor').info, [0]);
    vm.heap.setPayload(callback, vm.getsets.length);
    vm.getsets.push({
      get: (one, self) => one.own((one.heap.words[self + B] as number) || one.process.none),
      member: true,
    });
    vm.getsetNames.push('__callback__');
    type.natives.set('__callback__', callback);
    vm.hashers[type.info.id] = hashOfReferent;
    vm.comparers[type.info.id] = compare;
    addSlotAttributes(vm, type);
    vm.classes.changed();
  }
  return vm.own(type.ref);
}

function hashOfReferent(vm: Interpreter, ref: number): ReturnType<typeof hash64Of> {
  const referent = referentOf(vm, ref);
  if (referent !== 0) {
    const hash = hash64Of(vm.process, referent);
    vm.heap.setPayload(ref, hash);
    return hash;
  }
  const known = vm.heap.payload(ref) as ReturnType<typeof hash64Of> | undefined;
  if (known === undefined) throw new PythonRaise('TypeError', 'weak object has gone away');
  return known;
}

/** _weakref._remove_dead_weakref(dict, key): the key goes if its weak reference is dead still. */
const removeDead: Native = (vm, [dict = 0, key = 0]) => {
  const weakref = dicts.dictGet(vm.process, dict, key);
  if (weakref === 0) return vm.none();
  if (vm.heap.typeOf(weakref).kind !== KIND.WEAKREF) throw new PythonRaise('TypeError', 'not a weakref');
  if (referentOf(vm, weakref) === 0) dicts.dictDelete(vm.process, dict, key);
  return vm.none();
};

/** WeakSet has a module of its own (_weakrefset.py), which takes from the one in C what it needs. */
export const WEAK_SETS = library('_weakrefset', WEAK_SET_SOURCE, { values: { ref: install } });

export const WEAKREF = library('weakref', WEAKREF_SOURCE, {
  functions: {
    getweakrefcount: native((vm, [ref]) => vm.newInt(vm.heap.weakrefs.of(ref as number).length), {
      args: [1, 1],
    }),
    getweakrefs: native((vm, [ref]) => vm.newList(vm.heap.weakrefs.of(ref as number)), { args: [1, 1] }),
    _remove_dead_weakref: native(removeDead, { args: [2, 2] }),
    proxy: native(proxy, { args: [1, 2] }),
  },
  values: {
    ref: install,
    ReferenceType: install,
    ProxyType: (vm) => vm.own(proxyType(vm, false).ref),
    CallableProxyType: (vm) => vm.own(proxyType(vm, true).ref),
    ProxyTypes: (vm) => vm.newTuple([proxyType(vm, false).ref, proxyType(vm, true).ref]),
  },
  since: Object.fromEntries(
    ['WeakKeyDictionary', 'WeakValueDictionary'].flatMap((name) =>
      ['__or__', '__ror__', '__ior__'].map((method) => [`${name}.${method}`, 9]),
    ),
  ),
});
