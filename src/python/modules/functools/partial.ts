/** functools.partial (_functoolsmodule.c). Fields: | func | args | keywords |; its `__dict__` is in its annex. */

import { ANNEX_DICT, GC_HEAD_BYTES } from '../../../heap/index.ts';
import { dictCopies, PythonRaise } from '../../../objects/index.ts';
import { allocate, classArgument } from '../../builtins/allocate.ts';
import { isCallable } from '../../builtins/types/callable-iterator.ts';
import { CLASS_GET_ITEM } from '../../builtins/types/generic-alias.ts';
import type { Arguments } from '../../eval/calls/arguments.ts';
import { objectSteps, unpackedSteps } from '../../eval/calls/call-steps.ts';
import { classHasVectorcall } from '../../eval/calls/class-calls.ts';
import { nativeOf } from '../../eval/calls/functions.ts';
import { hasVectorcall, holding } from '../../eval/calls/slot-wrappers.ts';
import { owning, type Steps } from '../../eval/calls/waiting.ts';
import { madeDict } from '../../eval/classes/own-dicts.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type Keywords, native, resumable } from '../../eval/native.ts';
import { once } from '../../eval/texts/nested-repr.ts';
import { qualifiedName } from '../../eval/texts/text.ts';
import { ANY, fieldGetter, type ModuleType, moduleType } from '../define-type.ts';

type Args = readonly number[];

const FIELD = { FUNC: 0, ARGS: 1, KEYWORDS: 2 } as const;
const BODY_BYTES = 64;

/** A partial of a partial without attributes of its own goes straight to the function. */
function flattened(vm: Interpreter, func: number): boolean {
  return vm.typeOf(func) === moduleType(vm, PARTIAL) && (vm.heap.annexes.of(func)?.refs[0] ?? 0) === 0;
}

function construct(vm: Interpreter, [ofClass = 0, given = 0, ...rest]: Args, keywords: Keywords): number {
  if (given === 0) throw new PythonRaise('TypeError', "type 'partial' takes at least one argument");
  if (!isCallable(vm, given)) throw new PythonRaise('TypeError', 'the first argument must be callable');
  const inner = flattened(vm, given) ? given : 0;
  const func = inner === 0 ? given : vm.field(inner, FIELD.FUNC);
  const made = allocate(vm, classArgument(vm, ofClass), BODY_BYTES);
  vm.fillFields(made, [vm.own(func), 0, 0]);
  const args = vm.newTuple(rest);
  vm.setField(
    made,
    FIELD.ARGS,
    inner === 0 ? args : vm.guard(args, () => joined(vm, vm.field(inner, FIELD.ARGS), args)),
  );
  const dict = inner === 0 ? vm.newDict() : dictCopies.copyDict(vm.process, vm.field(inner, FIELD.KEYWORDS));
  vm.setField(made, FIELD.KEYWORDS, dict);
  for (const [name, value] of keywords) vm.put(dict, name, vm.own(value));
  vm.heap.track(made);
  return made;
}

/** Keywords given now come after those that are kept, or replace them. */
function* call(vm: Interpreter, [self = 0, ...rest]: Args, given: Keywords): Steps {
  const tuple = vm.callTuple;
  const kept = vm.field(self, FIELD.ARGS);
  const keywords = new Map(
    vm.entries(vm.field(self, FIELD.KEYWORDS)).map(([key, value]) => [vm.text(key), value]),
  );
  const keepsKeywords = keywords.size > 0;
  for (const [name, value] of given) keywords.set(name, value);
  const func = vm.field(self, FIELD.FUNC);
  const merged = { args: [...vm.items(kept), ...rest], keywords };
  const isVectorcall = vm.rules.vectorcalls.includes('functools.partial');
  const takesVector = isVectorcall && !packs(vm, func);
  if (takesVector ? !keepsKeywords : !isVectorcall && keywords.size === 0)
    return yield* objectSteps(vm, func, merged);
  if (!isVectorcall) return yield* callMerged(vm, self, merged);
  const { nativeDepth } = vm;
  const { counted } = nativeDepth;
  if (takesVector) nativeDepth.enter('CALL');
  const inDict = takesVector ? {} : { dict: self };
  const result = yield* holding(vm, { args: rest, keywords: given, tuple, ...inDict }, (held) => {
    const all = joined(vm, kept, held);
    const together = { ...merged, tuple: all };
    // Without keywords of its own the dict of the call is passed on.
    const steps = keepsKeywords
      ? callMerged(vm, self, together)
      : objectSteps(vm, func, { ...together, dict: all });
    return owning(vm, [all], steps);
  });
  nativeDepth.counted = counted;
  return result;
}

/** Kinds that are called without a tuple whatever they are made of. */
const WITH_VECTORCALL: ReadonlySet<string> = new Set(['function', 'method', 'method_descriptor']);

/** What takes its arguments in a tuple is called by partial_call: the partial has no vectorcall either, and is called with a tuple and a dict. */
function packs(vm: Interpreter, func: number): boolean {
  const { name } = vm.heap.typeOf(func);
  if (WITH_VECTORCALL.has(name)) return false;
  if (name === 'builtin_function_or_method') return nativeOf(vm, func).packs === true;
  const type = vm.classes.forObject(func);
  return type === undefined ? !hasVectorcall(vm, func) : !classHasVectorcall(vm, type);
}

/** partial_call, which a vectorcall falls back to where keywords are kept: they and those that are given are in a new dict. */
function* callMerged(vm: Interpreter, self: number, merged: Arguments): Steps {
  const func = vm.field(self, FIELD.FUNC);
  const dict = dictCopies.copyDict(vm.process, vm.field(self, FIELD.KEYWORDS));
  for (const [name, value] of merged.keywords) vm.put(dict, name, vm.own(value));
  const kind = vm.heap.typeOf(func).name;
  const isPython = kind === 'function' || kind === 'method';
  const { args, keywords } = merged;
  const steps = isPython
    ? unpackedSteps(vm, func, { args, keywords })
    : objectSteps(vm, func, { ...merged, dict });
  return yield* owning(vm, [dict], steps);
}

/** tupleconcat: with nothing to add, the tuple itself. */
function joined(vm: Interpreter, first: number, second: number): number {
  const [before, after] = [vm.items(first), vm.items(second)];
  if (before.length === 0) return vm.own(second);
  return after.length === 0 ? vm.own(first) : vm.newTuple([...before, ...after]);
}

function repr(vm: Interpreter, [self = 0]: Args): number {
  const text = once(vm, self, '...', () => {
    const args = vm.items(vm.field(self, FIELD.ARGS)).map((one) => `, ${vm.repr(one)}`);
    const named = vm
      .entries(vm.field(self, FIELD.KEYWORDS))
      .map(([key, value]) => `, ${vm.str(key)}=${vm.repr(value)}`);
    const func = vm.repr(vm.field(self, FIELD.FUNC));
    const type = vm.typeOf(self);
    const name = type.dict === 0 || vm.rules.partialQualifies ? qualifiedName(type) : type.name;
    return `${name}(${func}${[...args, ...named].join('')})`;
  });
  return vm.newStr(text);
}

/** partial_reduce: the class called with the function, and all four parts as the state. */
function reduce(vm: Interpreter, [self = 0]: Args): number {
  const func = vm.field(self, FIELD.FUNC);
  const dict = vm.own(madeDict(vm, self) || vm.process.none);
  const state = [func, vm.field(self, FIELD.ARGS), vm.field(self, FIELD.KEYWORDS), dict];
  return vm.guard(dict, () =>
    vm.tupleOf([vm.own(vm.typeOf(self).ref), vm.newTuple([func]), vm.newTuple(state)]),
  );
}

/** partial_setstate */
function setState(vm: Interpreter, [self = 0, state = 0]: Args): number {
  const [func = 0, args = 0, keywords = 0, dict = 0] = vm.isTuple(state) ? vm.items(state) : [];
  if (dict === 0 || !vm.isTuple(args) || !(vm.isDict(keywords) || vm.isNone(keywords)))
    throw new PythonRaise('TypeError', 'invalid partial state');
  vm.setField(self, FIELD.FUNC, vm.own(func));
  vm.setField(self, FIELD.ARGS, vm.own(args));
  vm.setField(self, FIELD.KEYWORDS, vm.isNone(keywords) ? vm.newDict() : vm.own(keywords));
  if (!vm.isNone(dict)) vm.heap.annexes.ensure(self).refs[ANNEX_DICT] = vm.own(dict);
  return vm.none();
}

export const PARTIAL: ModuleType = {
  name: 'partial',
  module: 'functools',
  heapSince: 10,
  traits: { weakrefs: true },
  hasDict: true,
  methods: {
    __call__: resumable(call, { args: ANY, anyKeywords: true }),
    __repr__: native(repr),
    __reduce__: native(reduce),
    __setstate__: native(setState, { args: [1, 1] }),
  },
  classMethods: { __class_getitem__: CLASS_GET_ITEM },
  since: { __class_getitem__: 9 },
  construct: native(construct, { args: ANY, anyKeywords: true, keepsDict: true }),
  getsets: {
    func: fieldGetter(FIELD.FUNC),
    args: fieldGetter(FIELD.ARGS),
    keywords: fieldGetter(FIELD.KEYWORDS),
  },
  bytes: () => GC_HEAD_BYTES + BODY_BYTES,
  setup: (vm, type) => {
    vm.tupled[type.info.id] = (it, self) => packs(it, it.field(self, FIELD.FUNC));
  },
};
