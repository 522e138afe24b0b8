/**
 * weakref.proxy: an object that passes everything on to another one which it does not keep alive (weakrefobject.c:proxy_*).
 *
 * To the evaluator a proxy is an instance of a class with a dict of special methods, so that each protocol finds the one that forwards.
 */
import { A, B, GC_HEAD_BYTES, KIND, REFCNT, type TypeInfo } from '../../heap/index.ts';
import { PythonRaise } from '../../objects/index.ts';
import { outsideDescriptor } from '../eval/calls/functions.ts';
import { descriptorKind } from '../eval/calls/slot-wrappers.ts';
import type { PyType } from '../eval/classes/class-table.ts';
import { newPyType } from '../eval/classes/define-types.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { type Native, type NativeDefinition, native } from '../eval/native.ts';
import { BINARY_SIGNS, COMPARISON_SIGNS } from '../eval/operators/signs.ts';
import { addressText } from '../eval/texts/text.ts';

const types = new WeakMap<Interpreter, Map<string, PyType>>();

function target(vm: Interpreter, proxy: number): number {
  const ref = vm.heap.words[proxy + A] as number;
  if (ref !== 0 && (vm.heap.words[ref + REFCNT] as number) > 0) return ref;
  return vm.raise('ReferenceError', [vm.newStr('weakly-referenced object no longer exists')]);
}

/** The target of a proxy; anything else is itself. */
function unwrapped(vm: Interpreter, ref: number): number {
  return vm.heap.typeOf(ref).kind === KIND.WEAKREF && types.get(vm)?.has(vm.typeName(ref)) === true
    ? target(vm, ref)
    : ref;
}

type Forward = (vm: Interpreter, target: number, args: readonly number[]) => number;

/** The target is kept alive while it works for the proxy. */
function forward(use: Forward, args: readonly [number, number] = [0, 0]): NativeDefinition {
  const call: Native = (vm, [self, ...rest]) =>
    vm.guard(vm.own(target(vm, self as number)), (ref) => use(vm, ref, rest));
  return native(call, { args });
}

const none =
  (act: (vm: Interpreter, ref: number, args: readonly number[]) => void): Forward =>
  (vm, ref, args) => {
    act(vm, ref, args);
    return vm.none();
  };

function text(vm: Interpreter, args: readonly number[]): string {
  return vm.text(args[0] as number);
}

const repr: Native = (vm, [self]) => {
  const proxy = self as number;
  const ref = vm.heap.words[proxy + A] as number;
  const to = ref === 0 ? vm.process.none : ref;
  if (vm.rules.proxyReprTells) {
    return vm.newStr(
      ref === 0
        ? `<weakproxy at ${addressText(vm, proxy)}; dead>`
        : `<weakproxy at ${addressText(vm, proxy)}; to '${vm.typeName(to)}' at ${addressText(vm, to)}>`,
    );
  }
  return vm.newStr(
    `<weakproxy at ${addressText(vm, proxy)} to ${vm.typeName(to)} at ${addressText(vm, to)}>`,
  );
};

function operatorMethods(): Record<string, NativeDefinition> {
  const methods: Record<string, NativeDefinition> = {};
  for (const [name, sign] of Object.entries(BINARY_SIGNS)) {
    methods[`__${name}__`] = forward(
      (vm, ref, [other]) => vm.binary(ref, unwrapped(vm, other as number), sign),
      [1, 1],
    );
    methods[`__r${name}__`] = forward(
      (vm, ref, [other]) => vm.binary(unwrapped(vm, other as number), ref, sign),
      [1, 1],
    );
  }
  for (const [name, sign] of Object.entries(COMPARISON_SIGNS)) {
    methods[`__${name}__`] = forward(
      (vm, ref, [other]) => vm.compare(ref, unwrapped(vm, other as number), sign),
      [1, 1],
    );
  }
  return methods;
}

const METHODS: Readonly<Record<string, NativeDefinition>> = {
  __getattribute__: forward((vm, ref, args) => vm.getAttr(ref, text(vm, args)), [1, 1]),
  __setattr__: forward(
    none((vm, ref, args) => vm.setAttr(ref, text(vm, args), args[1] as number)),
    [2, 2],
  ),
  __delattr__: forward(
    none((vm, ref, args) => vm.delAttr(ref, text(vm, args))),
    [1, 1],
  ),
  __str__: forward((vm, ref) => vm.newStr(vm.str(ref))),
  __repr__: native(repr),
  __bool__: forward((vm, ref) => vm.bool(vm.truth(ref))),
  __len__: forward((vm, ref) => vm.newInt(vm.length(ref))),
  __getitem__: forward((vm, ref, [key]) => vm.getItem(ref, key as number), [1, 1]),
  __setitem__: forward(
    none((vm, ref, [key, value]) => vm.setItem(ref, key as number, value as number)),
    [2, 2],
  ),
  __delitem__: forward(
    none((vm, ref, [key]) => vm.delItem(ref, key as number)),
    [1, 1],
  ),
  __contains__: forward((vm, ref, [item]) => vm.bool(vm.contains(ref, item as number)), [1, 1]),
  __iter__: forward((vm, ref) => vm.iter(ref)),
  __hash__: native((vm, [self]) => {
    throw new PythonRaise('TypeError', `unhashable type: '${vm.typeName(self as number)}'`);
  }),
  ...operatorMethods(),
};

const CALL: NativeDefinition = native(
  (vm, [self, ...rest], keywords) =>
    vm.guard(vm.own(target(vm, self as number)), (ref) => vm.call(ref, rest, keywords)),
  {
    args: [0, Number.MAX_SAFE_INTEGER],
    anyKeywords: true,
  },
);

/** The class of proxies; those of callable objects have another. */
export function proxyType(vm: Interpreter, callable: boolean): PyType {
  const old = !vm.rules.refTypeInModule;
  const name = callable ? (old ? 'weakcallableproxy' : 'CallableProxyType') : old ? 'weakproxy' : 'ProxyType';
  const known = types.get(vm) ?? new Map<string, PyType>();
  types.set(vm, known);
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
  const methods = callable ? { ...METHODS, __call__: CALL } : METHODS;
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
