/** dir() and `__dir__` (bltinmodule.c:builtin_dir, object.c:PyObject_Dir, typeobject.c:object___dir___impl). */
import { dictCopies, dicts, lists, PythonRaise } from '../../../objects/index.ts';
import { boundSteps } from '../../eval/calls/call-steps.ts';
import { owning, type Steps } from '../../eval/calls/waiting.ts';
import type { PyType } from '../../eval/classes/class-table.ts';
import { localsOf } from '../../eval/frames/frame-locals.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { collectSteps } from '../../eval/operators/iteration-steps.ts';

/** By their texts: the keys that stand in some dict, borrowed; 0: a name of something built in. */
type Names = Map<string, number>;

function addKeys(vm: Interpreter, names: Names, dict: number): void {
  for (const [key] of vm.entries(dict)) if (vm.isStr(key)) addName(names, vm.text(key), key);
}

function addName(names: Names, name: string, key = 0): void {
  if (!names.has(name)) names.set(name, key);
}

/** Every class has `__doc__`. Names of a class along its mro. `__dict__` of object stands for what only some classes have. */
function addClassNames(vm: Interpreter, names: Names, type: PyType): void {
  addName(names, '__doc__');
  for (const one of type.mro) {
    if (one.dict !== 0) addKeys(vm, names, one.dict);
    for (const name of one.natives.keys())
      if (name !== '__dict__' || one.name !== 'object') addName(names, name);
  }
}

/** The keys themselves, owned. */
function keysOf(vm: Interpreter, names: Names): number[] {
  return [...names].map(([name, key]) => vm.own(key === 0 ? vm.process.internName(name) : key));
}

/** The classes whose namespaces have `__dict__`. */
const WITH_DICT = new Set(['type', 'function', 'module', 'SimpleNamespace', 'BaseException']);

function hasDict(vm: Interpreter, type: PyType): boolean {
  return (
    type.mro.some((one) => WITH_DICT.has(one.qualname) || one.extraDict || one.layout?.hasDict === true) ||
    (vm.rules.wrappersCopy && ['staticmethod', 'classmethod'].includes(type.native.name))
  );
}

interface Listed {
  readonly names: Names;
  /** The dict that the names are collected in, owned: for an object with attributes a copy of their dict; 0 for a module. */
  readonly merged: number;
}

/** What `__dir__` of the class of this object answers, where Python code has not its own. */
function namesOf(vm: Interpreter, ref: number): Listed {
  const names: Names = new Map();
  const asClass = vm.classes.forObject(ref);
  if (asClass !== undefined) {
    addClassNames(vm, names, asClass);
    if (hasDict(vm, asClass)) addName(names, '__dict__');
    return { names, merged: vm.newDict() };
  }
  // A module lists nothing but what it holds, without a copy of it (moduleobject.c:module_dir).
  if (vm.typeOf(ref).native.name === 'module') {
    const own = vm.getAttr(ref, '__dict__');
    vm.guard(own, () => addKeys(vm, names, own));
    return { names, merged: 0 };
  }
  const merged = copiedAttributes(vm, ref);
  addKeys(vm, names, merged);
  // The object may say that it is of another class.
  const said = vm.findAttr(ref, '__class__');
  const type = (said === 0 ? undefined : vm.classes.forObject(said)) ?? vm.classes.of(ref);
  if (said !== 0) vm.decref(said);
  addClassNames(vm, names, type);
  if (hasDict(vm, type)) addName(names, '__dict__');
  mergeClass(vm, merged, type);
  return { names, merged };
}

/**
 * merge_class_dict: the names of the class and of its bases are put in one by one. As long as the copy shares the keys of its class, they
 * become names that instances share, too; once it has a table of its own, nothing is left to see.
 */
function mergeClass(vm: Interpreter, merged: number, type: PyType): void {
  const names = type.dict === 0 ? [...type.natives.keys()].map((name) => vm.process.internName(name)) : [];
  const keys = type.dict === 0 ? names : vm.entries(type.dict).map(([key]) => key);
  for (const key of keys) {
    if (!dicts.isSplit(vm.process, merged)) return;
    dicts.dictSet(vm.process, merged, key, vm.process.none);
  }
  for (const base of type.bases) mergeClass(vm, merged, base);
}

/** object___dir___impl: what says that it is a `__dict__` and is none is passed over. */
function copiedAttributes(vm: Interpreter, ref: number): number {
  const own = vm.findAttr(ref, '__dict__');
  if (own === 0) return vm.newDict();
  return vm.guard(own, () => (vm.isDict(own) ? dictCopies.copyDict(vm.process, own) : vm.newDict()));
}

/** `__dir__` of built-in classes: a list in no order. */
export function listNames(vm: Interpreter, ref: number): number {
  const { names, merged } = namesOf(vm, ref);
  const listed = vm.listOf(keysOf(vm, names));
  if (merged !== 0) vm.decref(merged);
  return listed;
}

function sortedNames(vm: Interpreter, names: Names): number[] {
  return keysOf(vm, new Map([...names].sort(([a], [b]) => (a < b ? -1 : 1))));
}

function ofScope(vm: Interpreter): number {
  const names: Names = new Map();
  const locals = localsOf(vm);
  return vm.guard(locals, () => {
    addKeys(vm, names, locals);
    return vm.listOf(sortedNames(vm, names));
  });
}

export function* dir(vm: Interpreter, [ref]: readonly number[]): Steps {
  if (ref === undefined) return ofScope(vm);
  const own = vm.override(ref, '__dir__');
  if (own !== 0) {
    const answer = yield* boundSteps(vm, own, ref);
    return yield* owning(vm, [answer], sortedList(vm, answer));
  }
  // What `__dir__` answers is copied into another list, which is sorted (PyObject_Dir).
  const { names, merged } = namesOf(vm, ref);
  const sorted = sortedNames(vm, names);
  const answer = vm.newList(sorted);
  if (merged !== 0) vm.decref(merged);
  return vm.guard(answer, () => {
    const list = vm.newList([]);
    lists.extend(vm.process, list, sorted);
    vm.dropAll(sorted);
    return list;
  });
}

/** PySequence_List and a sort of what a `__dir__` in Python answers. */
function* sortedList(vm: Interpreter, answer: number): Steps {
  if (!vm.isIterable(answer))
    throw new PythonRaise('TypeError', `'${vm.typeName(answer)}' object is not iterable`);
  const list = vm.listOf(yield* collectSteps(vm, answer));
  vm.decref(vm.callMethod(list, 'sort'));
  return list;
}
