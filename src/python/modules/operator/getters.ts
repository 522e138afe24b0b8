/**
 * itemgetter, attrgetter, methodcaller (_operator.c). Fields: | what they get, a tuple |, of methodcaller | name | arguments | keywords |.
 * An itemgetter of one item holds that item itself; its payload is how many it gets.
 */
import { GC_HEAD_BYTES } from '../../../heap/index.ts';
import { PythonRaise } from '../../../objects/index.ts';
import { reduced, reducedByClass, stateful } from '../../builtins/types/iterator-state.ts';
import { emptyTuple, fillTuple } from '../../builtins/types/list-fill.ts';
import { loadMethod } from '../../eval/classes/load-method.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type Keywords, type NativeTraits, native } from '../../eval/native.ts';
import { once } from '../../eval/texts/nested-repr.ts';
import { ANY, type ModuleType, moduleType } from '../define-type.ts';

type Args = readonly number[];

const ALL: NativeTraits = { args: ANY, anyKeywords: true };

/** A getter is called with one argument; in words of its own (_PyArg_CheckPositional with the class's name). */
function theOne(name: string, args: readonly number[], keywords: Keywords): number {
  refuseKeywords(name, keywords);
  return onlyOne(name, args);
}

function refuseKeywords(name: string, keywords: Keywords): void {
  if (keywords.size > 0) throw new PythonRaise('TypeError', `${name}() takes no keyword arguments`);
}

function onlyOne(name: string, args: readonly number[]): number {
  const [of = 0] = args;
  if (args.length === 1) return of;
  throw new PythonRaise('TypeError', `${name} expected 1 argument, got ${args.length}`);
}

/** What is got: alone, or in a tuple when several were asked for, which is made before the first is got. */
function gather(vm: Interpreter, items: readonly number[], get: (one: number) => number): number {
  if (items.length === 1) return get(items[0] as number);
  const tuple = emptyTuple(vm, items.length);
  try {
    for (const [at, item] of items.entries()) fillTuple(vm, tuple, at, get(item));
  } catch (error) {
    const raised = vm.raised(error);
    vm.decref(tuple);
    throw raised;
  }
  return tuple;
}

/** What an attrgetter keeps of a name: the name itself, or of one with dots a tuple of its parts (attrgetter_new). A new reference. */
function attributePath(vm: Interpreter, name: number): number {
  const parts = vm.text(name).split('.');
  return parts.length === 1 ? vm.name(vm.text(name)) : vm.tupleOf(parts.map((part) => vm.name(part)));
}

function partsOf(vm: Interpreter, path: number): readonly string[] {
  return vm.isTuple(path) ? vm.items(path).map((part) => vm.text(part)) : [vm.text(path)];
}

function attribute(vm: Interpreter, object: number, path: readonly string[]): number {
  let found = vm.own(object);
  for (const name of path) found = vm.guard(found, (from) => vm.getAttr(from, name));
  return found;
}

/** The names as they were given, new references. */
const dottedNames = (vm: Interpreter, self: number): number[] =>
  vm.items(vm.field(self, 0)).map((path) => vm.newStr(partsOf(vm, path).join('.')));

/** attrgetter_repr: several are shown as a tuple of their names. */
function pathsShown(vm: Interpreter, self: number): string {
  const paths = dottedNames(vm, self);
  if (paths.length > 1) return vm.guard(vm.tupleOf(paths), (tuple) => `operator.attrgetter${vm.repr(tuple)}`);
  return vm.guard(paths[0] as number, (path) => `operator.attrgetter(${vm.repr(path)})`);
}

/** itemgetter_repr: several are shown as the tuple that they are kept in. */
function itemsShown(vm: Interpreter, self: number): string {
  const shown = vm.repr(vm.field(self, 0));
  return `operator.itemgetter${vm.heap.payload(self) === 1 ? `(${shown})` : shown}`;
}

/** What an itemgetter keeps, a new reference: its item, or the tuple that it was called with. */
function held(vm: Interpreter, items: readonly number[]): number {
  if (items.length === 1) return vm.own(items[0] as number);
  return vm.callTuple === 0 ? vm.newTuple(items) : vm.own(vm.callTuple);
}

/** What an itemgetter gets. */
function itemsOf(vm: Interpreter, self: number): readonly number[] {
  const kept = vm.field(self, 0);
  return vm.heap.payload(self) === 1 ? [kept] : vm.items(kept);
}

const base = { module: 'operator', heapSince: 10 } as const;

export const ITEMGETTER: ModuleType = {
  ...base,
  name: 'itemgetter',
  bytes: (vm) => GC_HEAD_BYTES + vm.rules.typeSizes.itemgetter[0],
  construct: native((vm, [, ...items], keywords) => {
    refuseKeywords('itemgetter', keywords);
    if (items.length === 0) onlyOne('itemgetter', []);
    const bytes = GC_HEAD_BYTES + vm.rules.typeSizes.itemgetter[0];
    const made = vm.newFields(moduleType(vm, ITEMGETTER).info, bytes, [held(vm, items)]);
    vm.heap.setPayload(made, items.length);
    return made;
  }, ALL),
  methods: {
    __call__: native((vm, [self = 0, ...args], keywords) => {
      const of = theOne('itemgetter', args, keywords);
      return gather(vm, itemsOf(vm, self), (key) => vm.getItem(of, key));
    }, ALL),
    __repr__: native((vm, [self = 0]) =>
      vm.newStr(once(vm, self, 'operator.itemgetter(...)', () => itemsShown(vm, self))),
    ),
    ...stateful((vm, self) =>
      reducedByClass(
        vm,
        self,
        itemsOf(vm, self).map((one) => vm.own(one)),
      ),
    ),
  },
};

export const ATTRGETTER: ModuleType = {
  ...base,
  name: 'attrgetter',
  bytes: (vm) => GC_HEAD_BYTES + vm.rules.typeSizes.attrgetter[0],
  construct: native((vm, [, ...names], keywords) => {
    refuseKeywords('attrgetter', keywords);
    if (names.length === 0) onlyOne('attrgetter', []);
    if (names.some((name) => !vm.isStr(name)))
      throw new PythonRaise('TypeError', 'attribute name must be a string');
    const bytes = GC_HEAD_BYTES + vm.rules.typeSizes.attrgetter[0];
    return vm.newFields(moduleType(vm, ATTRGETTER).info, bytes, [
      vm.tupleOf(names.map((name) => attributePath(vm, name))),
    ]);
  }, ALL),
  methods: {
    __call__: native((vm, [self = 0, ...args], keywords) => {
      const of = theOne('attrgetter', args, keywords);
      return gather(vm, vm.items(vm.field(self, 0)), (path) => attribute(vm, of, partsOf(vm, path)));
    }, ALL),
    __repr__: native((vm, [self = 0]) =>
      vm.newStr(once(vm, self, 'operator.attrgetter(...)', () => pathsShown(vm, self))),
    ),
    ...stateful((vm, self) => reducedByClass(vm, self, dottedNames(vm, self))),
  },
};

function callMethod(vm: Interpreter, [self = 0, ...given]: Args, named: Keywords): number {
  // methodcaller_vectorcall counts before it looks at keywords, methodcaller_call after.
  const isVectorcall = vm.rules.vectorcalls.includes('operator.methodcaller');
  if (isVectorcall) onlyOne('methodcaller', given);
  const of = theOne('methodcaller', given, named);
  const keywords = new Map(keywordsOf(vm, self).map(([key, value]) => [vm.text(key), value]));
  const args = argumentsOf(vm, self);
  const name = vm.text(vm.field(self, 0));
  if (!isVectorcall) return vm.guard(vm.getAttr(of, name), (method) => vm.call(method, args, keywords));
  let result = 0;
  loadMethod(vm, of, name, (method, bound) => {
    try {
      result = vm.call(method, bound === 0 ? args : [bound, ...args], keywords);
    } finally {
      vm.dropAll(bound === 0 ? [method] : [method, bound]);
    }
  });
  return result;
}

function constructCaller(vm: Interpreter, [, name = 0, ...args]: Args, keywords: Keywords): number {
  const tuple = vm.takeTuple();
  if (name === 0)
    throw new PythonRaise('TypeError', 'methodcaller needs at least one argument, the method name');
  if (!vm.isStr(name)) throw new PythonRaise('TypeError', 'method name must be a string');
  const dict = keywords.size === 0 ? 0 : vm.newDict();
  for (const [key, value] of keywords) vm.put(dict, key, vm.own(value));
  const kept =
    vm.rules.methodcallersKeepAll && tuple !== 0
      ? vm.own(tuple)
      : vm.newTuple(vm.rules.methodcallersKeepAll ? [name, ...args] : args);
  const bytes = GC_HEAD_BYTES + vm.rules.typeSizes.methodcaller[0];
  return vm.newFields(moduleType(vm, METHODCALLER).info, bytes, [vm.own(name), kept, dict]);
}

/** Borrowed; from 3.13 on the tuple begins with the method's name. */
function argumentsOf(vm: Interpreter, self: number): readonly number[] {
  const kept = vm.items(vm.field(self, 1));
  return vm.rules.methodcallersKeepAll ? kept.slice(1) : kept;
}

/** Without keywords it has no dict of them. */
function keywordsOf(vm: Interpreter, self: number): [number, number][] {
  const dict = vm.field(self, 2);
  return dict === 0 ? [] : vm.entries(dict);
}

/** methodcaller_reduce: keywords need a partial of the class. */
function reduceCaller(vm: Interpreter, self: number): number {
  const args = argumentsOf(vm, self).map((one) => vm.own(one));
  const name = vm.own(vm.field(self, 0));
  const dict = vm.field(self, 2);
  if (dict === 0) return reducedByClass(vm, self, [name, ...args]);
  const keywords = new Map(keywordsOf(vm, self).map(([key, value]) => [vm.text(key), value]));
  const partial = vm.own(vm.readDict(vm.field(vm.importModule('functools'), 0), 'partial'));
  const call = (): number => vm.call(partial, [vm.typeOf(self).ref, name], keywords);
  return reduced(
    vm,
    vm.guard(partial, () => vm.guard(name, call)),
    args,
  );
}

/** The texts of the arguments are in a tuple while they are joined (methodcaller_repr). */
function reprCaller(vm: Interpreter, [self = 0]: Args): number {
  const shown = (): string => {
    const args = argumentsOf(vm, self).map((one) => vm.repr(one));
    const named = keywordsOf(vm, self).map(([key, value]) => `${vm.text(key)}=${vm.repr(value)}`);
    const parts = [...args, ...named];
    if (parts.length > 0) vm.decref(vm.tupleOf(parts.map((part) => vm.newStr(part))));
    return `operator.methodcaller(${[vm.repr(vm.field(self, 0)), ...parts].join(', ')})`;
  };
  return vm.newStr(once(vm, self, 'operator.methodcaller(...)', shown));
}

export const METHODCALLER: ModuleType = {
  ...base,
  name: 'methodcaller',
  bytes: (vm) => GC_HEAD_BYTES + vm.rules.typeSizes.methodcaller[0],
  construct: native(constructCaller, { args: ANY, anyKeywords: true, keepsDict: true }),
  methods: { __call__: native(callMethod, ALL), __repr__: native(reprCaller), ...stateful(reduceCaller) },
};
