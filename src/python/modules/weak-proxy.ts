/**
 * weakref.proxy: an object that passes everything on to another one which it does not keep alive (weakrefobject.c:proxy_*).
 *
 * To the evaluator a proxy is an instance of a class with a dict of special methods, so that each protocol finds the one that forwards.
 */
import { B, GC_HEAD_BYTES, KIND, type TypeInfo } from '../../heap/index.ts';
import { PythonRaise } from '../../objects/index.ts';
import { outsideDescriptor } from '../eval/calls/functions.ts';
import { descriptorKind } from '../eval/calls/slot-wrappers.ts';
import type { PyType } from '../eval/classes/class-table.ts';
import { newPyType } from '../eval/classes/define-types.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { PROXY_CALL, PROXY_METHODS, PROXY_SLOTS, proxyTypes } from './weak-proxy-methods.ts';

/** The class of proxies; those of callable objects have another. */
export function proxyType(vm: Interpreter, callable: boolean): PyType {
  const old = !vm.rules.refTypeInModule;
  const name = callable ? (old ? 'weakcallableproxy' : 'CallableProxyType') : old ? 'weakproxy' : 'ProxyType';
  const known = proxyTypes(vm);
  const found = known.get(name);
  if (found !== undefined) return found;
  const traits = {
    kind: KIND.WEAKREF,
    release: 0,
    gc: true,
    trashcan: false,
    clearable: true,
    weakrefs: false,
    finalizer: false,
    object: 0,
    slotCount: 0,
  } as const;
  const info: TypeInfo = vm.heap.types.define({ name, ...traits });
  const object = vm.classes.named('object');
  const dict = vm.heap.newOutside(vm.process.types.dict, 1);
  const type: PyType = Object.assign(newPyType(vm.process, name, info, [object]), {
    dict,
    native: object,
    name: old ? name : `weakref.${name}`,
    module: old ? 'builtins' : 'weakref',
  });
  const methods = { ...PROXY_SLOTS, ...(callable ? { __call__: PROXY_CALL } : PROXY_METHODS) };
  for (const [method, one] of Object.entries(methods))
    vm.put(dict, method, outsideDescriptor(vm, descriptorKind(name, method), `${name}.${method}`, one));
  known.set(name, vm.classes.add(type));
  // The head is added as for every collected object of a class whose built-in class is not collected.
  vm.sizes[info.id] = () => vm.process.profile.layout.weakref;
  return type;
}

/** weakref.proxy(object[, callback]); without a callback an object has one proxy. */
export function proxyFunction(vm: Interpreter, [referent = 0, given = 0]: readonly number[]): number {
  const { heap, process } = vm;
  if (!heap.typeOf(referent).weakrefs) {
    throw new PythonRaise('TypeError', `cannot create weak reference to '${vm.typeName(referent)}' object`);
  }
  const callback = given === 0 || vm.isNone(given) ? 0 : given;
  const callable =
    vm.isClass(referent) ||
    vm.special(referent, '__call__') !== 0 ||
    vm.infoOf(referent) === process.types.function;
  const type = proxyType(vm, callable);
  const shared =
    callback !== 0
      ? undefined
      : heap.weakrefs.of(referent).find((one) => heap.typeOf(one) === type.info && heap.words[one + B] === 0);
  if (shared !== undefined) return vm.own(shared);
  const proxy = heap.newGcObject(type.info, GC_HEAD_BYTES + process.profile.layout.weakref);
  if (callback !== 0) heap.addReference(callback, heap.serialOf(proxy));
  heap.words[proxy + B] = callback;
  heap.weakrefs.link(proxy, referent);
  heap.track(proxy);
  return proxy;
}
