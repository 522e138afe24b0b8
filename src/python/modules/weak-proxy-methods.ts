/**
 * What weak proxies pass on, and how (weakrefobject.c: WRAP_UNARY, WRAP_BINARY, WRAP_TERNARY): the object behind a proxy is held while it
 * works, and so is the other operand, behind a proxy or not.
 */
import { A, KIND, REFCNT } from '../../heap/index.ts';
import { PythonRaise } from '../../objects/index.ts';
import { indexValue } from '../builtins/arguments.ts';
import { absValue, divmod, pow } from '../builtins/functions/numbers.ts';
import type { PyType } from '../eval/classes/class-table.ts';
import { unary } from '../eval/instructions/ops-operators.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { type Native, type NativeDefinition, type NativeTraits, native } from '../eval/native.ts';
import { nextOrStopSteps } from '../eval/operators/iteration-steps.ts';
import { inplaceOperation } from '../eval/operators/operators.ts';
import { BINARY_SIGNS, COMPARISON_SIGNS } from '../eval/operators/signs.ts';
import { addressText } from '../eval/texts/text.ts';

type Methods = Readonly<Record<string, NativeDefinition>>;

const types = new WeakMap<Interpreter, Map<string, PyType>>();

/** The classes of proxies that there are, by name. */
export function proxyTypes(vm: Interpreter): Map<string, PyType> {
  const known = types.get(vm) ?? new Map<string, PyType>();
  types.set(vm, known);
  return known;
}

function isProxy(vm: Interpreter, ref: number): boolean {
  const info = vm.heap.typeOf(ref);
  return info.kind === KIND.WEAKREF && [...proxyTypes(vm).values()].some((type) => type.info === info);
}

/** What stands behind a proxy; anything else is itself. */
function unwrapped(vm: Interpreter, ref: number): number {
  if (!isProxy(vm, ref)) return ref;
  const target = vm.heap.words[ref + A] as number;
  if (target !== 0 && (vm.heap.words[target + REFCNT] as number) > 0) return target;
  return vm.raise('ReferenceError', [vm.newStr('weakly-referenced object no longer exists')]);
}

type Forward = (vm: Interpreter, target: number, args: readonly number[]) => number;

/** The target is kept alive while it works for the proxy. */
function forward(use: Forward, traits: NativeTraits = {}): NativeDefinition {
  const call: Native = (vm, [self = 0, ...rest]) =>
    vm.guard(vm.own(unwrapped(vm, self)), (target) => use(vm, target, rest));
  return native(call, traits);
}

type Operation = (vm: Interpreter, a: number, b: number, c: number) => number;

/** The same of an operation on several, each of which may be a proxy and is held. */
function forwardAll(use: Operation, args: readonly [number, number] = [1, 1]): NativeDefinition {
  const call: Native = (vm, given) => {
    const held = given.map((one) => unwrapped(vm, one));
    for (const one of held) vm.incref(one);
    try {
      return use(vm, held[0] as number, held[1] ?? 0, held[2] ?? 0);
    } finally {
      for (const one of held) vm.decref(one);
    }
  };
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

const repr: Native = (vm, [self = 0]) => {
  const ref = vm.heap.words[self + A] as number;
  const to = ref === 0 ? vm.process.none : ref;
  const [here, there] = [addressText(vm, self), addressText(vm, to)];
  if (!vm.rules.proxyReprTells) return vm.newStr(`<weakproxy at ${here} to ${vm.typeName(to)} at ${there}>`);
  const state = ref === 0 ? 'dead' : `to '${vm.typeName(to)}' at ${there}`;
  return vm.newStr(`<weakproxy at ${here}; ${state}>`);
};

const UNARY = { neg: '-', pos: '+', invert: '~' } as const;
const NUMBERS = ['int', 'float'] as const;

function operatorMethods(): Methods {
  const methods: Record<string, NativeDefinition> = {
    __divmod__: forwardAll((vm, a, b) => divmod(vm, [a, b])),
    __rdivmod__: forwardAll((vm, a, b) => divmod(vm, [b, a])),
  };
  for (const [name, sign] of Object.entries(BINARY_SIGNS)) {
    methods[`__${name}__`] = forwardAll((vm, a, b) => vm.binary(a, b, sign));
    methods[`__r${name}__`] = forwardAll((vm, a, b) => vm.binary(b, a, sign));
    methods[`__i${name}__`] = forwardAll((vm, a, b) => inplaceOperation(vm, a, b, sign));
  }
  methods['__pow__'] = forwardAll((vm, a, b, c) => pow(vm, [a, b, c]), [1, 2]);
  for (const [name, sign] of Object.entries(UNARY))
    methods[`__${name}__`] = forward((vm, ref) => unary(vm, ref, sign));
  for (const name of NUMBERS)
    methods[`__${name}__`] = forward((vm, ref) => vm.call(vm.classes.named(name).ref, [ref]));
  for (const [name, sign] of Object.entries(COMPARISON_SIGNS)) methods[`__${name}__`] = comparison(sign);
  return methods;
}

/** proxy_richcompare, which holds neither side before 3.13. */
function comparison(sign: string): NativeDefinition {
  const held = forwardAll((vm, a, b) => vm.compare(a, b, sign));
  const call: Native = (vm, args, keywords) => {
    if (vm.rules.proxyComparisonsHold) return held.call(vm, args, keywords);
    const [a = 0, b = 0] = args;
    return vm.compare(unwrapped(vm, a), unwrapped(vm, b), sign);
  };
  return native(call, { args: [1, 1] });
}

const ONE: NativeTraits = { args: [1, 1] };
const TWO: NativeTraits = { args: [2, 2] };

/** The slots of both classes. */
export const PROXY_SLOTS: Methods = {
  __getattribute__: forward((vm, ref, args) => vm.getAttr(ref, text(vm, args)), ONE),
  __setattr__: forward(
    none((vm, ref, args) => vm.setAttr(ref, text(vm, args), args[1] as number)),
    TWO,
  ),
  __delattr__: forward(
    none((vm, ref, args) => vm.delAttr(ref, text(vm, args))),
    ONE,
  ),
  __str__: forward((vm, ref) => vm.newStr(vm.str(ref))),
  __repr__: native(repr),
  __bool__: forward((vm, ref) => vm.bool(vm.truth(ref))),
  __abs__: forward(absValue),
  __index__: forward((vm, ref) => vm.newInt(indexValue(vm, ref))),
  __len__: forward((vm, ref) => vm.newInt(vm.length(ref))),
  __getitem__: forwardAll((vm, ref, key) => vm.getItem(ref, key)),
  __setitem__: forward(
    none((vm, ref, [key, value]) => vm.setItem(ref, key as number, value as number)),
    TWO,
  ),
  __delitem__: forward(
    none((vm, ref, [key]) => vm.delItem(ref, key as number)),
    ONE,
  ),
  __contains__: forward((vm, ref, [item]) => vm.bool(vm.contains(ref, item as number)), ONE),
  __iter__: forward((vm, ref) => vm.iter(ref)),
  __next__: forward((vm, ref) => vm.finish(nextOrStopSteps(vm, ref))),
  __hash__: native((vm, [self]) => {
    throw new PythonRaise('TypeError', `unhashable type: '${vm.typeName(self as number)}'`);
  }),
  ...operatorMethods(),
};

/** What only those of objects that cannot be called have (proxy_methods). */
export const PROXY_METHODS: Methods = {
  __bytes__: forward((vm, ref) => vm.callMethod(ref, '__bytes__')),
  __reversed__: forward((vm, ref) => vm.callMethod(ref, '__reversed__')),
};

export const PROXY_CALL: NativeDefinition = native(
  (vm, [self = 0, ...rest], keywords) =>
    vm.guard(vm.own(unwrapped(vm, self)), (ref) => vm.call(ref, rest, keywords)),
  { args: [0, Number.MAX_SAFE_INTEGER], anyKeywords: true },
);
