/** __build_class__ (bltinmodule.c:builtin___build_class__) and __import__. */
import { PythonRaise } from '../../../objects/index.ts';
import { callObject, functionFrame, instantiate, withKeywordNames } from '../../eval/calls/calls.ts';
import { metaclassOf } from '../../eval/classes/class-build.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type Keywords, type NativeDefinition, NO_KEYWORDS, native } from '../../eval/native.ts';

/** The keywords are in a dict of their own for as long as the class is built; `metaclass` is taken out of it. */
function buildClass(vm: Interpreter, args: readonly number[], keywords: Keywords): number {
  if (keywords.size === 0) return buildWith(vm, args, keywords, 0);
  const dict = vm.newDict();
  for (const [name, value] of keywords) if (name !== 'metaclass') vm.put(dict, name, vm.own(value));
  return vm.guard(dict, () => buildWith(vm, args, keywords, dict));
}

function buildWith(vm: Interpreter, args: readonly number[], keywords: Keywords, dict: number): number {
  const [func, name, ...given] = args as [number, number, ...number[]];
  const bases = updatedBases(vm, given);
  const wanted = keywords.get('metaclass');
  const rest = new Map([...keywords].filter(([key]) => key !== 'metaclass'));
  const first = bases[0];
  const start = wanted ?? (first === undefined ? vm.classes.named('type').ref : vm.classes.of(first).ref);
  const asClass = vm.classes.forObject(start);
  const metaclass = asClass === undefined ? start : metaclassOf(vm, asClass, bases).ref;
  const tuple = bases === given ? vm.newTuple(bases) : vm.tupleOf(bases);
  const namespace = prepare(vm, metaclass, name, tuple, rest);
  try {
    const frame = functionFrame(vm, func, { args: [], keywords: NO_KEYWORDS });
    frame.locals = vm.own(namespace);
    vm.pushFrame(frame);
    const cell = vm.runEntry(frame);
    if (bases !== given) vm.put(namespace, '__orig_bases__', vm.newTuple(given));
    return vm.guard(cell, () => callMetaclass(vm, metaclass, [name, tuple, namespace], { rest, dict }));
  } finally {
    vm.decref(namespace);
    vm.decref(tuple);
  }
}

/**
 * What has a vectorcall gets the dict unpacked (PyObject_VectorcallDict): functions, and `type` from 3.11, which makes another one
 * (type_vectorcall). A metaclass made by Python code gets the dict itself (_PyObject_MakeTpCall).
 */
function callMetaclass(
  vm: Interpreter,
  metaclass: number,
  args: readonly number[],
  { rest, dict }: { readonly rest: Keywords; readonly dict: number },
): number {
  if (rest.size === 0) return vm.call(metaclass, args);
  const builtIn = vm.classes.forObject(metaclass);
  if (builtIn === undefined)
    return withKeywordNames(vm, rest, () => callObject(vm, metaclass, { args, keywords: rest }));
  if (!vm.rules.typeByVectorcall || builtIn.dict !== 0)
    return callObject(vm, metaclass, { args, keywords: rest, dict });
  return withKeywordNames(vm, rest, () => {
    const again = vm.newDict();
    for (const [name, value] of rest) vm.put(again, name, vm.own(value));
    return vm.guard(again, () => instantiate(vm, builtIn, { args, keywords: rest, dict: again }));
  });
}

/** update_bases: what `__mro_entries__` of a base that is no class puts in its place; new references where anything changed. */
function updatedBases(vm: Interpreter, given: readonly number[]): readonly number[] {
  if (given.every((base) => vm.classes.forObject(base) !== undefined)) return given;
  const bases: number[] = [];
  let changed = false;
  for (const base of given) {
    const entries = vm.classes.forObject(base) === undefined ? vm.findAttr(base, '__mro_entries__') : 0;
    if (entries === 0) {
      bases.push(vm.own(base));
      continue;
    }
    changed = true;
    const tuple = vm.newTuple(given);
    const answer = vm.guard(entries, () => vm.guard(tuple, () => vm.call(entries, [tuple])));
    vm.guard(answer, () => {
      if (!vm.isTuple(answer)) throw new PythonRaise('TypeError', '__mro_entries__ must return a tuple');
      for (const one of vm.items(answer)) bases.push(vm.own(one));
    });
  }
  if (changed) return bases;
  vm.dropAll(bases);
  return given;
}

function prepare(
  vm: Interpreter,
  metaclass: number,
  name: number,
  bases: number,
  keywords: Keywords,
): number {
  const type = vm.classes.forObject(metaclass);
  const hook = type === undefined ? 0 : vm.classes.lookup(type, '__prepare__');
  if (type === undefined || hook === 0) return vm.newDict();
  const namespace = vm.guard(vm.descriptorGet(hook, 0, type), (bound) =>
    withKeywordNames(vm, keywords, () => vm.call(bound, [name, bases], keywords)),
  );
  if (vm.isDict(namespace)) return namespace;
  const shown = vm.typeName(namespace);
  vm.decref(namespace);
  throw new PythonRaise('TypeError', `${type.name}.__prepare__() must return a mapping, not ${shown}`);
}

export const CLASS_FUNCTIONS: Readonly<Record<string, NativeDefinition>> = {
  __build_class__: native(buildClass, { args: [2, Number.MAX_SAFE_INTEGER], anyKeywords: true }),
};
