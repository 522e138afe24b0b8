/** __build_class__ (bltinmodule.c:builtin___build_class__) and __import__. */
import { PythonRaise } from '../../../objects/index.ts';
import { beforeNames, callSteps, objectSteps } from '../../eval/calls/call-steps.ts';
import { functionFrame } from '../../eval/calls/calls.ts';
import { instanceSteps } from '../../eval/calls/class-calls.ts';
import { owning, type Steps } from '../../eval/calls/waiting.ts';
import { metaclassOf } from '../../eval/classes/class-build.ts';
import type { PyType } from '../../eval/classes/class-table.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type Keywords, type NativeDefinition, NO_KEYWORDS, resumable } from '../../eval/native.ts';

/** The keywords are in a dict of their own for as long as the class is built; `metaclass` is taken out of it. */
function* buildClass(vm: Interpreter, args: readonly number[], keywords: Keywords): Steps {
  if (keywords.size === 0) return yield* buildWith(vm, args, keywords, 0);
  const dict = vm.newDict();
  for (const [name, value] of keywords) if (name !== 'metaclass') vm.put(dict, name, vm.own(value));
  return yield* owning(vm, [dict], buildWith(vm, args, keywords, dict));
}

function* buildWith(vm: Interpreter, args: readonly number[], keywords: Keywords, dict: number): Steps {
  const [func, name, ...given] = args as [number, number, ...number[]];
  const bases = yield* updatedBases(vm, given);
  const wanted = keywords.get('metaclass');
  const rest = new Map([...keywords].filter(([key]) => key !== 'metaclass'));
  const first = bases[0];
  const start = wanted ?? (first === undefined ? vm.classes.named('type').ref : vm.classes.of(first).ref);
  const asClass = vm.classes.forObject(start);
  const metaclass = asClass === undefined ? start : metaclassOf(vm, asClass, bases).ref;
  const tuple = bases === given ? vm.newTuple(bases) : vm.tupleOf(bases);
  try {
    const namespace = yield* prepare(vm, metaclass, [name, tuple], rest);
    return yield* owning(vm, [namespace], runBody(namespace));
  } finally {
    vm.decref(tuple);
  }

  function* runBody(namespace: number): Steps {
    const frame = functionFrame(vm, func, { args: [], keywords: NO_KEYWORDS });
    frame.locals = vm.own(namespace);
    vm.pushFrame(frame);
    const cell = yield frame;
    if (bases !== given) vm.put(namespace, '__orig_bases__', vm.newTuple(given));
    const made = callMetaclass(vm, metaclass, [name, tuple, namespace], { rest, dict });
    return yield* owning(vm, [cell], made);
  }
}

/**
 * What has a vectorcall gets the dict unpacked (PyObject_VectorcallDict): functions, and `type` from 3.11, which makes another one
 * (type_vectorcall). A metaclass made by Python code gets the dict itself (_PyObject_MakeTpCall).
 */
function* callMetaclass(
  vm: Interpreter,
  metaclass: number,
  args: readonly number[],
  { rest, dict }: { readonly rest: Keywords; readonly dict: number },
): Steps {
  if (rest.size === 0) return yield* callSteps(vm, metaclass, args);
  const builtIn = vm.classes.forObject(metaclass);
  if (builtIn === undefined)
    return yield* beforeNames(vm, rest, objectSteps(vm, metaclass, { args, keywords: rest }));
  if (!vm.rules.typeByVectorcall || builtIn.dict !== 0)
    return yield* objectSteps(vm, metaclass, { args, keywords: rest, dict });
  return yield* beforeNames(vm, rest, unpackedMetaclass(vm, builtIn, args, rest));
}

function* unpackedMetaclass(
  vm: Interpreter,
  metaclass: PyType,
  args: readonly number[],
  rest: Keywords,
): Steps {
  const again = vm.newDict();
  for (const [name, value] of rest) vm.put(again, name, vm.own(value));
  const made = instanceSteps(vm, metaclass, { args, keywords: rest, dict: again });
  return yield* owning(vm, [again], made);
}

/** update_bases: what `__mro_entries__` of a base that is no class puts in its place; new references where anything changed. */
function* updatedBases(vm: Interpreter, given: readonly number[]): Steps<readonly number[]> {
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
    const answer = yield* owning(vm, [tuple, entries], callSteps(vm, entries, [tuple]));
    vm.guard(answer, () => {
      if (!vm.isTuple(answer)) throw new PythonRaise('TypeError', '__mro_entries__ must return a tuple');
      for (const one of vm.items(answer)) bases.push(vm.own(one));
    });
  }
  if (changed) return bases;
  vm.dropAll(bases);
  return given;
}

function* prepare(vm: Interpreter, metaclass: number, args: readonly number[], keywords: Keywords): Steps {
  const type = vm.classes.forObject(metaclass);
  const hook = type === undefined ? 0 : vm.classes.lookup(type, '__prepare__');
  if (type === undefined || hook === 0) return vm.newDict();
  const bound = vm.descriptorGet(hook, 0, type);
  const call = beforeNames(vm, keywords, callSteps(vm, bound, args, keywords));
  const namespace = yield* owning(vm, [bound], call);
  if (vm.isDict(namespace)) return namespace;
  const shown = vm.typeName(namespace);
  vm.decref(namespace);
  throw new PythonRaise('TypeError', `${type.name}.__prepare__() must return a mapping, not ${shown}`);
}

export const CLASS_FUNCTIONS: Readonly<Record<string, NativeDefinition>> = {
  __build_class__: resumable(buildClass, { args: [2, Number.MAX_SAFE_INTEGER], anyKeywords: true }),
};
