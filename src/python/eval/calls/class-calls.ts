/**
 * The call of a class (typeobject.c:type_call) in steps: the metaclass's `__call__` if it has one, then `__new__`, then `__init__`. What an
 * instruction calls whose `__init__` alone is Python code is init-calls.ts's.
 */
import { constructOf, type PyType } from '../classes/class-table.ts';
import type { Interpreter } from '../interpreter.ts';
import { NO_KEYWORDS } from '../native.ts';
import type { Arguments } from './arguments.ts';
import { nativeSteps, objectSteps, slotCallSteps, unpackedSteps } from './call-steps.ts';
import {
  argumentTuple,
  besideTuple,
  checkInit,
  checkInitKeywords,
  construct,
  constructing,
  emptyForInit,
  initialiseNative,
  keywordHolders,
  withUnpacked,
} from './calls.ts';
import { asksToConvert } from './conversions.ts';
import { owning, type Steps } from './waiting.ts';

/** The call of a built-in class that asks no Python code; 0: it may ask some, and nothing has happened. */
export function classAtOnce(vm: Interpreter, type: PyType, given: Arguments): number {
  if (type.dict !== 0 || type.metaclass !== null || given.keywords.size > 0 || given.dict !== undefined)
    return 0;
  const definition = constructOf(type.native);
  const { steps, asks } = definition ?? {};
  if (steps !== undefined && asks?.(vm, [type.ref, ...given.args], NO_KEYWORDS) !== false) return 0;
  if (asksToConvert(vm, given.args)) return 0;
  const { nativeDepth } = vm;
  const { counted } = nativeDepth;
  if (!vm.rules.quickClasses.includes(type.name)) nativeDepth.enter('CALL');
  const made = construct(vm, type, given);
  nativeDepth.counted = counted;
  return made;
}

export function* classSteps(vm: Interpreter, type: PyType, given: Arguments): Steps {
  const atOnce = classAtOnce(vm, type, given);
  if (atOnce !== 0) return atOnce;
  if (isQuick(vm, type, given)) {
    return given.dict === undefined
      ? yield* byMetaclass(vm, type, given)
      : withUnpacked(vm, given, () => vm.finish(byMetaclass(vm, type, given)));
  }
  if (classHasVectorcall(vm, type) && given.dict !== undefined && given.keywords.size > 0) {
    const { args, keywords } = given;
    return withUnpacked(vm, given, () => vm.finish(throughDict(vm, type, { args, keywords })));
  }
  return yield* throughDict(vm, type, given);
}

function* throughDict(vm: Interpreter, type: PyType, given: Arguments): Steps {
  const { nativeDepth } = vm;
  const { counted } = nativeDepth;
  nativeDepth.enter('CALL');
  const made = yield* inDict(vm, type, given, (all) => byMetaclass(vm, type, all));
  nativeDepth.counted = counted;
  return made;
}

/** Classes that an instruction makes an object of where it has one argument, or whose vectorcall knows no keywords (long_vectorcall, unicode_vectorcall). */
const BY_PLACE: ReadonlySet<string> = new Set(['int', 'str', 'type']);

/** tp_vectorcall, which no class of a program has. */
export function classHasVectorcall(vm: Interpreter, type: PyType): boolean {
  return type.dict === 0 && vm.rules.vectorcallClasses.includes(type.name);
}

function isQuick(vm: Interpreter, type: PyType, { keywords }: Arguments): boolean {
  if (type.dict !== 0 || !vm.rules.quickClasses.includes(type.name)) return false;
  return keywords.size === 0 || !BY_PLACE.has(type.name);
}

/** Keywords for a built-in class without vectorcall come in a dict beside the tuple, even where the class refuses them (_PyObject_MakeTpCall). */
function* inDict(vm: Interpreter, type: PyType, given: Arguments, call: (given: Arguments) => Steps): Steps {
  const goesOn = type.dict !== 0 || constructOf(type.native)?.keepsDict === true;
  const [dict] = goesOn ? [] : keywordHolders(vm, given);
  if (dict === undefined) return yield* call(given);
  const tuple = argumentTuple(vm, given);
  try {
    return yield* call({ ...given, dict, tuple });
  } catch (error) {
    throw vm.raised(error);
  } finally {
    vm.dropAll([tuple, dict]);
  }
}

function* byMetaclass(vm: Interpreter, type: PyType, given: Arguments): Steps {
  const own = type.metaclass === null ? 0 : vm.overrideIn(type.metaclass, '__call__');
  if (own !== 0) return yield* slotCallSteps(vm, own, type.ref, given);
  return yield* instanceSteps(vm, type, given);
}

/** type.__call__ itself; the arguments are in a tuple meanwhile, as for every type without vectorcall. */
export function* instanceSteps(vm: Interpreter, type: PyType, given: Arguments, hasDict = false): Steps {
  if (type.dict === 0) {
    checkInitKeywords(vm, type, given.keywords);
    return yield* constructSteps(vm, type, given);
  }
  const tuple = argumentTuple(vm, given);
  const named = hasDict ? [] : keywordHolders(vm, given);
  try {
    const made = yield* madeByNew(vm, type, given, tuple);
    if (!vm.isSubclass(vm.classes.of(made), type)) return made;
    const init = vm.overrideIn(type, '__init__');
    if (init !== 0) yield* initialise(vm, made, init, given);
    else initialiseNative(vm, type, made, { ...given, tuple });
    return made;
  } catch (error) {
    throw vm.raised(error);
  } finally {
    vm.dropAll([tuple, ...named]);
  }
}

/** `__new__` of the class: its own, or the built-in one of its layout. */
function* madeByNew(vm: Interpreter, type: PyType, given: Arguments, tuple: number): Steps {
  const own = vm.overrideIn(type, '__new__');
  if (own === 0) return yield* constructSteps(vm, type, given, tuple);
  const callable = vm.descriptorGet(own, 0, type);
  const args = [type.ref, ...given.args];
  return yield* owning(vm, [callable], unpackedSteps(vm, callable, { ...given, args }));
}

function* initialise(vm: Interpreter, made: number, init: number, given: Arguments): Steps<void> {
  let result: number;
  try {
    if (vm.heap.typeOf(init) === vm.process.types.function) {
      const { keywords } = given;
      result = yield* unpackedSteps(vm, init, { args: [made, ...given.args], keywords });
    } else {
      const bound = vm.bind(init, made);
      result = yield* owning(vm, [bound], objectSteps(vm, bound, given));
    }
  } catch (error) {
    vm.decref(made);
    throw error;
  }
  checkInit(vm, made, result);
}

/** calls.ts:construct, which does it at once where the built-in class asks no Python code. */
export function* constructSteps(vm: Interpreter, type: PyType, given: Arguments, tuple = 0): Steps {
  const definition = constructOf(type.native);
  if (definition === null || (definition.steps === undefined && !asksToConvert(vm, given.args)))
    return construct(vm, type, given, tuple);
  const empty = emptyForInit(vm, type, definition);
  if (empty !== 0) return empty;
  const { held, owned, all } = constructing(vm, type, definition, {
    ...given,
    tuple: tuple || (given.tuple ?? 0),
  });
  vm.callTuple = held;
  try {
    return yield* nativeSteps(vm, definition, { name: type.native.name, selfs: 1 }, all);
  } catch (error) {
    throw held === 0 ? besideTuple(vm, type, all, error) : error;
  } finally {
    vm.callTuple = 0;
    vm.dropAll(owned);
  }
}
