/**
 * Calls in steps (waiting.ts): Python functions are frames to wait for, natives that are `resumable` wait themselves, classes and
 * callable objects do as their methods do; everything else is called at once (calls.ts).
 */
import { PythonRaise } from '../../../objects/index.ts';
import type { Frame } from '../frames/frame.ts';
import { boundTo } from '../instructions/quick-natives.ts';
import type { Interpreter } from '../interpreter.ts';
import { type Keywords, type NativeDefinition, NO_KEYWORDS } from '../native.ts';
import type { Arguments } from './arguments.ts';
import { boundName, callObject, functionFrame, unpackedKeywords } from './calls.ts';
import { classAtOnce, classSteps } from './class-calls.ts';
import { asksToConvert, converting } from './conversions.ts';
import { METHOD, nativeName, nativeOf } from './functions.ts';
import { keepKeywords } from './kept-keywords.ts';
import { checkedArguments } from './native-arguments.ts';
import { hasVectorcall, holding, slotSteps, typeSlotSteps, wrapperSteps } from './slot-wrappers.ts';
import { awaitFrame, consumed, owning, runSteps, type Steps, type Then } from './waiting.ts';

/** The frame of a Python function, or of a method that is one, on the stack with these arguments; null: it is something else. */
export function calleeFrame(vm: Interpreter, callable: number, given: Arguments): Frame | null {
  const info = vm.heap.typeOf(callable);
  if (info !== vm.process.types.function) {
    if (info.name !== 'method') return null;
    const args = [vm.field(callable, METHOD.SELF), ...given.args];
    return calleeFrame(vm, vm.field(callable, METHOD.FUNC), { ...given, args, tuple: 0 });
  }
  const frame = functionFrame(vm, callable, given);
  vm.pushFrame(frame);
  return frame;
}

/** Calls anything callable; the result is a new reference. */
export function* callSteps(
  vm: Interpreter,
  callable: number,
  args: readonly number[],
  keywords: Keywords = NO_KEYWORDS,
): Steps {
  const given = { args, keywords };
  const frame = calleeFrame(vm, callable, given);
  if (frame !== null) return yield frame;
  return callAtOnce(vm, callable, given) || (yield* objectSteps(vm, callable, given));
}

/** The call of what asks no Python code: of a function of C or a built-in class; 0: it may ask some, and nothing has happened. */
export function callAtOnce(vm: Interpreter, callable: number, given: Arguments): number {
  const { name } = vm.heap.typeOf(callable);
  if (name === 'builtin_function_or_method' || name === 'method_descriptor')
    return nativeOf(vm, callable).steps === undefined && !asksToConvert(vm, given.args)
      ? callObject(vm, callable, given)
      : 0;
  const asClass = vm.classes.forObject(callable);
  return asClass === undefined ? 0 : classAtOnce(vm, asClass, given);
}

/** May Python code run when it is called: is it anything but a function of C that asks none? */
export function asksToCall(vm: Interpreter, callable: number): boolean {
  const { name } = vm.heap.typeOf(callable);
  if (name === 'builtin_function_or_method' || name === 'method_descriptor')
    return nativeOf(vm, callable).steps !== undefined;
  const asClass = vm.classes.forObject(callable);
  return asClass === undefined || asClass.dict !== 0 || asClass.construct?.steps !== undefined;
}

/** PyObject_Call. */
export function* objectSteps(vm: Interpreter, callable: number, given: Arguments): Steps {
  const frame = calleeFrame(vm, callable, given);
  return frame === null ? yield* otherSteps(vm, callable, given) : yield frame;
}

/** The call of what has no frame: the steps of whoever knows, without another generator around them. */
export function otherSteps(vm: Interpreter, callable: number, given: Arguments): Steps {
  switch (vm.heap.typeOf(callable).name) {
    case 'method': {
      const args = [vm.field(callable, METHOD.SELF), ...given.args];
      return objectSteps(vm, vm.field(callable, METHOD.FUNC), { ...given, args, tuple: 0 });
    }
    case 'wrapper_descriptor':
    case 'method-wrapper':
      return wrapperSteps(vm, callable, given);
    case 'builtin_function_or_method':
    case 'method_descriptor':
    case 'classmethod_descriptor':
      return builtinSteps(vm, callable, given);
    default:
  }
  const asClass = vm.classes.forObject(callable);
  if (asClass !== undefined) return classSteps(vm, asClass, given);
  const method = vm.special(callable, '__call__');
  if (method === 0) throw new PythonRaise('TypeError', `'${vm.typeName(callable)}' object is not callable`);
  return callableSteps(vm, method, callable, given);
}

/** The frame of a special method that is a Python function, on the stack with self before the arguments; null: it is something else. */
export function specialFrame(
  vm: Interpreter,
  method: number,
  self: number,
  args: readonly number[] = [],
): Frame | null {
  if (vm.heap.typeOf(method) !== vm.process.types.function) return null;
  const frame = functionFrame(vm, method, { args: [self, ...args], keywords: NO_KEYWORDS });
  vm.pushFrame(frame);
  return frame;
}

/** An instruction whose result is what a special method answers; its operands are dropped after it. */
export function runSpecial(
  vm: Interpreter,
  method: number,
  [self, ...args]: readonly [number, ...number[]],
  operands: readonly number[],
  then: Then,
): void {
  const frame = frameOrDrop(vm, operands, () => specialFrame(vm, method, self, args));
  if (frame !== null) awaitFrame(vm, frame, { operands, finish: then });
  else runSteps(vm, consumed(vm, operands, specialSteps(vm, method, self, args)), then);
}

/** The same where it is a function that gets the attribute of the only operand. */
export function runGetter(
  vm: Interpreter,
  getter: number,
  { object, attribute }: { readonly object: number; readonly attribute: string },
  then: Then,
): void {
  const operands = [object];
  const frame = frameOrDrop(vm, operands, () => specialFrame(vm, getter, object)) as Frame;
  awaitFrame(vm, frame, { operands, finish: then, attribute });
}

function frameOrDrop(vm: Interpreter, operands: readonly number[], enter: () => Frame | null): Frame | null {
  try {
    return enter();
  } catch (error) {
    const raised = vm.raised(error);
    vm.dropAll(operands);
    throw raised;
  }
}

/** Calls what `override` or `special` found with self before the arguments (protocols.ts:callSpecial). */
export function* specialSteps(
  vm: Interpreter,
  method: number,
  self: number,
  args: readonly number[] = [],
): Steps {
  const frame = specialFrame(vm, method, self, args);
  if (frame !== null) return yield frame;
  const info = vm.heap.typeOf(method);
  if (info.name === 'method_descriptor')
    return yield* objectSteps(vm, method, { args: [self, ...args], keywords: NO_KEYWORDS });
  if (info.name === 'wrapper_descriptor') {
    if (!vm.lines.watched) return vm.callSpecial(method, self, args);
    return yield* slotSteps(vm, method, { args: [self, ...args], keywords: NO_KEYWORDS });
  }
  const bound = vm.bind(method, self);
  return yield* owning(vm, [bound], callSteps(vm, bound, args));
}

/** The same of a method that is bound for the call (protocols.ts:callBound). */
export function* boundSteps(
  vm: Interpreter,
  method: number,
  self: number,
  args: readonly number[] = [],
): Steps {
  const bound = vm.bind(method, self);
  return yield* owning(vm, [bound], callSteps(vm, bound, args));
}

/** An object of a class that has `__call__`. */
export function callableSteps(vm: Interpreter, method: number, self: number, given: Arguments): Steps {
  if (vm.heap.typeOf(method).name !== 'wrapper_descriptor') return pythonCallSteps(vm, method, self, given);
  const steps = typeSlotSteps(vm, method, self, given);
  const unpacks = given.dict !== undefined && given.keywords.size > 0 && hasVectorcall(vm, self);
  return unpacks ? besideNames(vm, given, steps) : steps;
}

function* pythonCallSteps(vm: Interpreter, method: number, self: number, given: Arguments): Steps {
  const { nativeDepth } = vm;
  const { counted } = nativeDepth;
  nativeDepth.enter('CALL');
  const result = yield* slotCallSteps(vm, method, self, given);
  nativeDepth.counted = counted;
  return result;
}

/** slot_tp_call: the arguments come in a tuple and a dict; a function is called with self before them, without a bound method. */
export function* slotCallSteps(vm: Interpreter, method: number, self: number, given: Arguments): Steps {
  const { keywords } = given;
  const isFunction = vm.heap.typeOf(method) === vm.process.types.function;
  const args = [self, ...given.args];
  return yield* holding(vm, given, (tuple) => {
    if (isFunction) return unpackedSteps(vm, method, { args, keywords });
    const bound = vm.bind(method, self);
    return owning(vm, [bound], objectSteps(vm, bound, { ...given, tuple }));
  });
}

/** The call of a function whose arguments were unpacked into an array that owns them (_PyStack_UnpackDict). */
export function* unpackedSteps(vm: Interpreter, func: number, given: Arguments): Steps {
  const held = unpackedKeywords(vm, given.args, given.keywords);
  return yield* owning(vm, held, objectSteps(vm, func, { ...given, tuple: 0 }));
}

/** calls.ts:withKeywordNames in steps. */
export function* beforeNames(vm: Interpreter, keywords: Keywords, call: Steps): Steps {
  if (keywords.size === 0) return yield* call;
  const names = vm.newTuple([...keywords.keys()].map((name) => vm.process.internName(name)));
  return yield* consumed(vm, [names], call);
}

/** A function or method of C that is called by C code or by an instruction. */
function* builtinSteps(vm: Interpreter, callable: number, given: Arguments): Steps {
  const definition = nativeOf(vm, callable);
  if (definition.steps === undefined && !asksToConvert(vm, given.args))
    return callObject(vm, callable, given);
  const isFunction = vm.heap.typeOf(callable).name === 'builtin_function_or_method';
  const self = isFunction ? boundTo(vm, callable) : 0;
  const args = self === 0 ? given.args : [self, ...given.args];
  const name = isFunction ? boundName(vm, callable, vm.field(callable, 0)) : nativeName(vm, callable);
  const called = { name, selfs: isFunction ? args.length - given.args.length : 1 };
  const { keywords, dict } = given;
  if (keywords.size > 0) keepKeywords(vm, nativeName(vm, callable));
  const all = isFunction ? { ...given, args } : { ...given, args, tuple: 0 };
  const steps = countedSteps(vm, definition, called, all);
  if (dict === undefined || keywords.size === 0 || definition.packsKeywords === true) return yield* steps;
  return yield* besideNames(vm, given, steps);
}

/** What has a vectorcall is called with a dict of keywords: they move into an array, their names into a tuple (_PyStack_UnpackDict). */
function* besideNames(vm: Interpreter, { args, keywords }: Arguments, call: Steps): Steps {
  const { memory } = vm.heap;
  const block = memory.alloc(8 * (1 + args.length + keywords.size));
  const names = vm.newTuple([...keywords.keys()].map((one) => vm.process.internName(one)));
  try {
    return yield* consumed(vm, [names], call);
  } finally {
    memory.free(block);
  }
}

interface Called {
  readonly name: string;
  /** So many of the arguments are self. */
  readonly selfs: number;
}

function* countedSteps(
  vm: Interpreter,
  definition: NativeDefinition,
  called: Called,
  given: Arguments,
): Steps {
  const { nativeDepth } = vm;
  const { counted } = nativeDepth;
  nativeDepth.enterNative(definition.plan, given.byInstruction === true);
  const result = yield* nativeSteps(vm, definition, called, given);
  nativeDepth.counted = counted;
  return result;
}

/** calls.ts:runNative of a native that is written in steps. */
export function* nativeSteps(
  vm: Interpreter,
  definition: NativeDefinition,
  { name, selfs }: Called,
  given: Arguments,
): Steps {
  const { args, keywords } = given;
  if (keywords.size > 0) keepKeywords(vm, name);
  const dict =
    definition.packsKeywords === true && keywords.size > 0 && given.dict === undefined ? vm.newDict() : 0;
  if (dict !== 0) for (const [key, value] of keywords) vm.put(dict, key, vm.own(value));
  const packs = definition.packs === true && args.length > selfs && (given.tuple ?? 0) === 0;
  const tuple = packs ? vm.newTuple(args.slice(selfs)) : 0;
  try {
    const checked = checkedArguments(vm, definition, name, given, selfs);
    const { call, steps, asks } = definition;
    if (definition.seesTuple === true) vm.callTuple = tuple || (given.tuple ?? 0);
    if (steps !== undefined && asks?.(vm, checked.args, checked.keywords) !== false)
      return yield* steps(vm, checked.args, checked.keywords);
    const atOnce = (): number => call(vm, checked.args, checked.keywords);
    return asksToConvert(vm, checked.args) ? yield* converting(vm, atOnce) : atOnce();
  } catch (error) {
    throw packs ? vm.raised(error) : error;
  } finally {
    vm.dropAll([tuple, dict]);
  }
}
