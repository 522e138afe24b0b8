/**
 * Every kind of call (ceval.c CALL, call.c, typeobject.c:type_call).
 *
 * An instruction's call of a Python function is a frame on the stack: up to 3.10 the caller's stack keeps the arguments until it
 * has ended (`cut`), from 3.11 they move. Everything else is called here and now: `callObject`.
 */
import { PythonRaise } from '../../../objects/index.ts';
import { constructOf, type PyType } from '../classes/class-table.ts';
import { type AtEnd, cutStack, type Frame, leaveFrame, newFrame } from '../frames/frame.ts';
import { boundTo, callUnnamed } from '../instructions/quick-natives.ts';
import type { Interpreter } from '../interpreter.ts';
import { type Keywords, type NativeDefinition, NO_KEYWORDS } from '../native.ts';
import { during } from '../texts/text-writer.ts';
import { type Arguments, bindArguments } from './arguments.ts';
import { callableSteps } from './call-steps.ts';
import { classSteps, instanceSteps } from './class-calls.ts';
import { FN, METHOD, nativeName, nativeOf, WRITTEN_IN_C } from './functions.ts';
import { keepKeywords } from './kept-keywords.ts';
import { checkedArguments, takesVector, wrongKeyword } from './native-arguments.ts';
import { callSlot, wrapperSteps } from './slot-wrappers.ts';

/** A frame for a call of a Python function, its parameters bound to new references; not yet on the stack. */
export function functionFrame(vm: Interpreter, func: number, given: Arguments): Frame {
  const runtime = vm.codes.all[vm.heap.payload(func) as number] as Frame['runtime'];
  const frame = newFrame(vm, runtime, vm.field(func, FN.GLOBALS));
  if (!vm.framesAreObjects) frame.func = vm.own(func);
  try {
    bindArguments(vm, func, runtime, given, frame.slots);
  } catch (error) {
    // What is an object at once is made while what was bound already is there.
    const made = vm.raised(error);
    leaveFrame(vm, frame);
    throw made;
  }
  const closure = vm.field(func, FN.CLOSURE);
  if (closure !== 0) {
    const free = runtime.localCount + runtime.code.cellVars.length;
    for (let at = 0; at < runtime.code.freeVars.length; at++)
      frame.slots[free + at] = vm.own(vm.itemAt(closure, at));
  }
  return frame;
}

/** PyObject_Call: runs to completion. */
export function callObject(vm: Interpreter, callable: number, given: Arguments): number {
  const info = vm.heap.typeOf(callable);
  if (info === vm.process.types.function) {
    const frame = functionFrame(vm, callable, given);
    vm.pushFrame(frame);
    return vm.runEntry(frame);
  }
  const type = vm.classes.of(callable);
  switch (info.name) {
    case 'method': {
      const args = [vm.field(callable, METHOD.SELF), ...given.args];
      return callObject(vm, vm.field(callable, METHOD.FUNC), { ...given, args, tuple: 0 });
    }
    case 'builtin_function_or_method': {
      const self = boundTo(vm, callable);
      const args = self === 0 ? given.args : [self, ...given.args];
      const selfs = args.length - given.args.length;
      const quick = isBare(given) ? callUnnamed(vm, callable, args, selfs) : 0;
      if (quick !== 0) return quick;
      const name = boundName(vm, callable, vm.field(callable, 0));
      if (given.keywords.size > 0) keepKeywords(vm, nativeName(vm, callable));
      return withNames(vm, callable, given, () =>
        countedNative(vm, nativeOf(vm, callable), name, { ...given, args }, selfs),
      );
    }
    case 'wrapper_descriptor':
    case 'method-wrapper':
      return vm.finish(wrapperSteps(vm, callable, given));
    case 'method_descriptor':
    case 'classmethod_descriptor': {
      const quick = isBare(given) ? callUnnamed(vm, callable, given.args, 1) : 0;
      if (quick !== 0) return quick;
      return withNames(vm, callable, given, () => callNative(vm, callable, { ...given, tuple: 0 }, 1));
    }
    default:
  }
  const asClass = vm.classes.forObject(callable);
  if (asClass !== undefined) return callClass(vm, asClass, given);
  const method = vm.special(callable, '__call__');
  if (method === 0) throw new PythonRaise('TypeError', `'${type.name}' object is not callable`);
  return vm.finish(callableSteps(vm, method, callable, given));
}

/** C code calls without keywords, and the arguments are in no tuple. */
function isBare({ keywords, tuple = 0, byInstruction = false }: Arguments): boolean {
  return keywords.size === 0 && tuple === 0 && !byInstruction;
}

/** All arguments in an array that owns them, and the names in a tuple (_PyStack_UnpackDict); to be dropped after the call. */
export function unpackedKeywords(vm: Interpreter, args: readonly number[], keywords: Keywords): number[] {
  if (keywords.size === 0) return [];
  const names = vm.newTuple([...keywords.keys()].map((name) => vm.process.internName(name)));
  return [...args, ...keywords.values()].map((one) => vm.own(one)).concat(names);
}

/** _PyObject_FunctionStr: a bound method is named with its object's class, whichever class defined it, and a function with its module. */
export function boundName(vm: Interpreter, callable: number, self: number): string {
  const name = nativeName(vm, callable);
  if (self === 0) return name;
  if (vm.typeOf(self).name === 'module') {
    const module = vm.text(vm.readDict(vm.field(self, 0), '__name__'));
    return module === 'builtins' ? name : `${WRITTEN_IN_C[module] ?? module}.${name}`;
  }
  const owner = vm.classes.forObject(self) ?? vm.typeOf(self);
  return `${owner.qualname}.${name.slice(name.lastIndexOf('.') + 1)}`;
}

/** Checks the arguments as the native's traits say and calls it; `selfs` of them are self. */
export function callNative(vm: Interpreter, callable: number, given: Arguments, selfs: number): number {
  return countedNative(vm, nativeOf(vm, callable), nativeName(vm, callable), given, selfs);
}

function countedNative(
  vm: Interpreter,
  definition: NativeDefinition,
  name: string,
  given: Arguments,
  selfs: number,
): number {
  const { nativeDepth } = vm;
  const { counted } = nativeDepth;
  nativeDepth.enterNative(definition.plan, given.byInstruction === true);
  const result = runNative(vm, definition, name, given, selfs);
  nativeDepth.counted = counted;
  return result;
}

export function runNative(
  vm: Interpreter,
  definition: NativeDefinition,
  name: string,
  given: Arguments,
  selfs: number,
): number {
  const { args, keywords } = given;
  if (keywords.size > 0) keepKeywords(vm, name);
  if (definition.packsKeywords === true && keywords.size > 0 && given.dict === undefined)
    return withDict(vm, keywords, (dict) => runNative(vm, definition, name, { ...given, dict }, selfs));
  const run = (tuple: number): number => {
    const checked = checkedArguments(vm, definition, name, given, selfs);
    if (definition.seesTuple === true) vm.callTuple = tuple;
    return definition.call(vm, checked.args, checked.keywords);
  };
  const { tuple = 0 } = given;
  return definition.packs !== true || args.length === selfs || tuple !== 0
    ? run(tuple)
    : vm.withTuple(args.slice(selfs), run);
}

/** Keywords that come in a dict reach a function of C in an array, with a tuple of their names (_PyStack_UnpackDict). */
function withNames(vm: Interpreter, callable: number, given: Arguments, use: () => number): number {
  const { keywords, dict } = given;
  const takesDict = nativeOf(vm, callable).packsKeywords === true;
  if (dict === undefined || keywords.size === 0 || takesDict) return use();
  return withUnpacked(vm, given, use);
}

/** Keywords that came in a dict are unpacked into an array behind the arguments (_PyStack_UnpackDict). */
export function withUnpacked(vm: Interpreter, { args, keywords }: Arguments, use: () => number): number {
  if (keywords.size === 0) return use();
  return during(vm, 8 * (1 + args.length + keywords.size), () => withKeywordNames(vm, keywords, use));
}

/** A tuple of the keywords' names is there while they are passed on out of a dict (PyObject_VectorcallDict). */
export function withKeywordNames<T>(vm: Interpreter, keywords: Keywords, use: () => T): T {
  if (keywords.size === 0) return use();
  return vm.withTuple(
    [...keywords.keys()].map((name) => vm.process.internName(name)),
    use,
  );
}

function withDict(vm: Interpreter, keywords: Keywords, use: (dict: number) => number): number {
  return vm.guard(vm.newDict(), (dict) => {
    for (const [name, value] of keywords) vm.put(dict, name, vm.own(value));
    return use(dict);
  });
}

/** type.__call__: through the metaclass's `__call__` if it has one, then `__new__`, then `__init__`. */
export function callClass(vm: Interpreter, type: PyType, given: Arguments): number {
  return vm.finish(classSteps(vm, type, given));
}

/** type.__call__ itself (type_call). */
export function instantiate(vm: Interpreter, type: PyType, given: Arguments, hasDict = false): number {
  return vm.finish(instanceSteps(vm, type, given, hasDict));
}

/** The tuple that the arguments are in: the one that `*` brought, or a new one (_PyObject_MakeTpCall). A new reference. */
export function argumentTuple(vm: Interpreter, { args, tuple = 0 }: Arguments): number {
  return tuple === 0 ? vm.newTuple(args) : vm.own(tuple);
}

/** What holds the keywords of a class call: a dict, unless `**` brought one (_PyObject_MakeTpCall). */
export function keywordHolders(vm: Interpreter, { keywords, dict }: Arguments): number[] {
  if (keywords.size === 0 || dict !== undefined) return [];
  const holder = vm.newDict();
  for (const [name, value] of keywords) vm.put(holder, name, vm.own(value));
  return [holder];
}

export function checkInit(vm: Interpreter, made: number, result: number): void {
  const isNone = vm.isNone(result);
  const name = vm.typeName(result);
  vm.decref(result);
  if (isNone) return;
  vm.decref(made);
  throw new PythonRaise('TypeError', `__init__() should return None, not '${name}'`);
}

/** The built-in part of making an object: what the nearest built-in class's `construct` does. */
export function construct(vm: Interpreter, type: PyType, given: Arguments, tuple = 0): number {
  const definition = constructOf(type.native);
  if (definition === null) {
    throw new PythonRaise('TypeError', `cannot create '${type.native.name}' instances`);
  }
  const empty = emptyForInit(vm, type, definition);
  if (empty !== 0) return empty;
  const { held, owned, all } = constructing(vm, type, definition, tuple === 0 ? given : { ...given, tuple });
  vm.callTuple = held;
  try {
    return runNative(vm, definition, type.native.name, all, 1);
  } catch (error) {
    throw held === 0 ? besideTuple(vm, type, all, error) : error;
  } finally {
    vm.callTuple = 0;
    if (owned.length > 0) vm.dropAll(owned);
  }
}

/** What a class without vectorcall refuses it has in a tuple meanwhile (_PyObject_MakeTpCall); where the native packed them, it is that one again. */
export function besideTuple(vm: Interpreter, type: PyType, given: Arguments, error: unknown): unknown {
  const { args, tuple = 0, dict } = given;
  const isHeld = type.dict !== 0 || tuple !== 0 || dict !== undefined || args.length === 1;
  if (isHeld || !(error instanceof PythonRaise)) return error;
  if (takesVector(vm, type.ref) && !(BY_ONE.has(type.name) && args.length > 2)) return error;
  return vm.withTuple(args.slice(1), () => vm.raised(error));
}

/** Classes whose vectorcall is for one argument alone (type_vectorcall). */
const BY_ONE: ReadonlySet<string> = new Set(['type']);

/** What a class's own `__init__` is to fill, where the built-in class has its arguments taken apart by `__init__`, too; 0: it has not. */
export function emptyForInit(vm: Interpreter, type: PyType, { makesEmpty }: NativeDefinition): number {
  if (makesEmpty === undefined || type.dict === 0 || vm.overrideIn(type, '__init__') === 0) return 0;
  return makesEmpty(vm, type.ref);
}

interface Constructing {
  /** The tuple of the arguments, for who keeps it. */
  readonly held: number;
  /** To be dropped after the call. */
  readonly owned: readonly number[];
  readonly all: Arguments;
}

/** What the `construct` of a built-in class is called with. */
export function constructing(
  vm: Interpreter,
  type: PyType,
  definition: NativeDefinition,
  given: Arguments,
): Constructing {
  const args = [type.ref, ...given.args];
  // Keywords are for the class's own __init__, where the built-in tp_new takes none (_PyArg_NoKeywords is not asked).
  const takesNone = definition.keywords === undefined && definition.anyKeywords !== true;
  const ofSubclass =
    type.dict !== 0 && (vm.rules.subclassesTakeKeywords || vm.overrideIn(type, '__init__') !== 0);
  const keywords = takesNone && ofSubclass ? NO_KEYWORDS : given.keywords;
  // Who calls a class of a program holds its arguments already.
  const kept = type.dict === 0 ? {} : { tuple: type.ref, dict: type.ref };
  const all = { ...given, args, keywords, ...kept };
  const empty = given.args.length === 0 && given.dict === undefined;
  const tuple = empty ? 0 : (given.tuple ?? 0);
  if (definition.throughTuple !== true || type.dict !== 0) return { held: tuple, owned: [], all };
  // _PyObject_MakeTpCall: what `*` and `**` have not brought is made for the call.
  const held = empty ? 0 : argumentTuple(vm, given);
  const named = definition.keepsDict === true ? [] : keywordHolders(vm, given);
  return { held, owned: [...named, held].filter((one) => one !== 0), all };
}

export function initialiseNative(vm: Interpreter, type: PyType, made: number, given: Arguments): void {
  try {
    checkInitKeywords(vm, type, given.keywords);
    if (vm.overrideIn(type, '__new__') !== 0) initialiseAfterNew(vm, type, made, given);
  } catch (error) {
    vm.decref(made);
    throw error;
  }
}

/** A `__new__` in Python has made the object: the built-in `__init__` fills it now (tp_init, which is apart from tp_new). */
function initialiseAfterNew(vm: Interpreter, type: PyType, made: number, given: Arguments): void {
  const init = vm.classes.lookup(type, '__init__');
  if (init === vm.classes.lookup(vm.classes.named('object'), '__init__')) return;
  if (vm.heap.typeOf(init).name !== 'wrapper_descriptor') return;
  vm.decref(callSlot(vm, init, { ...given, args: [made, ...given.args] }));
}

/** BaseException_init and those of its subclasses that take keywords. */
export function checkInitKeywords(vm: Interpreter, type: PyType, keywords: Keywords): void {
  if (keywords.size === 0) return;
  const known = constructOf(type.native)?.initKeywords?.(vm);
  const wrong = known === undefined ? undefined : [...keywords.keys()].find((key) => !known.includes(key));
  if (wrong === undefined) return;
  const most = known?.length ?? 0;
  if (most === 0) throw new PythonRaise('TypeError', `${type.name}() takes no keyword arguments`);
  if (keywords.size > most) {
    const few = `${most} keyword argument${most === 1 ? '' : 's'} (${keywords.size} given)`;
    throw new PythonRaise('TypeError', `${type.native.name}() takes at most ${few}`);
  }
  throw wrongKeyword(vm, type.native.name, wrong, known ?? []);
}

/** Puts a Python function's frame on the stack for an instruction; `base` is where the caller's stack is cut for this call. */
interface Entering {
  readonly atEnd?: AtEnd | null;
  /** What is called, and the arguments, stay on the stack until the call has ended: up to 3.10, and where C code is in between. */
  readonly keeps?: boolean;
}

export function enterFunction(
  vm: Interpreter,
  caller: Frame,
  func: number,
  given: Arguments,
  base: number,
  { atEnd = null, keeps = vm.framesAreObjects }: Entering = {},
): void {
  const frame = functionFrame(vm, func, given);
  frame.atEnd = atEnd;
  if (keeps) frame.cut = base;
  else cutStack(vm, caller, base);
  vm.pushFrame(frame);
}

/** Keyword arguments from the names tuple of CALL_KW. */
export function keywordsFrom(vm: Interpreter, names: number, values: readonly number[]): Keywords {
  const keywords = new Map<string, number>();
  for (const [at, value] of values.entries()) keywords.set(vm.text(vm.itemAt(names, at)), value);
  return keywords;
}
