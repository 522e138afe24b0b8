/**
 * The class call of an instruction whose `__init__` is a Python function: its frame goes on the stack, the object is its result.
 *
 * Up to 3.12, and where the call is not specialised, the arguments travel in a tuple (type_call, slot_tp_init); from 3.13 a call that has
 * warmed up moves them from the caller's stack into the frame (CALL_ALLOC_AND_ENTER_INIT), for as long as the class does not change.
 */
import { newTupleFrom } from '../../../heap/index.ts';
import { instances, type PythonClass } from '../../../objects/index.ts';
import type { PyType } from '../classes/class-table.ts';
import type { CodeRuntime } from '../frames/code-runtime.ts';
import { cutStack, type Frame, newFrame } from '../frames/frame.ts';
import { bindClosure } from '../instructions/quick-calls.ts';
import { warmsUp } from '../instructions/warmth.ts';
import type { Interpreter } from '../interpreter.ts';
import { type Arguments } from './arguments.ts';
import {
  argumentTuple,
  checkInit,
  construct,
  functionFrame,
  keywordHolders,
  unpackedKeywords,
} from './calls.ts';
import { FN } from './functions.ts';

/** How often a specialised instruction does not fit before it is specialised anew (ADAPTIVE_COOLDOWN_VALUE). */
const COOLDOWN = 52;

/** What an instruction was specialised for. */
export interface InitSite {
  /** null: for whatever is called, once a class has not fitted (CALL_NON_PY_GENERAL). */
  readonly type: PyType | null;
  readonly changes: number;
  misses: number;
}

/** False: this is no such call, and nothing has happened. */
export function enterInit(
  vm: Interpreter,
  caller: Frame,
  type: PyType,
  given: Arguments,
  base: number,
): boolean {
  const init = vm.overrideIn(type, '__init__');
  if (init === 0 || type.metaclass !== null || vm.heap.typeOf(init) !== vm.process.types.function)
    return false;
  if (vm.overrideIn(type, '__new__') !== 0) return false;
  if (vm.rules.initEntered && isSpecialised(vm, caller, type, init, given))
    moveIn(vm, caller, type, given, base);
  else packIn(vm, type, given, base);
  return true;
}

/** specialize_class_call: a plain class whose `__init__` takes exactly these arguments. */
function isSpecialised(
  vm: Interpreter,
  caller: Frame,
  type: PyType,
  init: number,
  given: Arguments,
): boolean {
  const { isPlain, code } = vm.codes.all[vm.heap.payload(init) as number] as CodeRuntime;
  if (given.keywords.size > 0 || code.argCount !== given.args.length + 1) return false;
  if (!warmsUp(vm, caller)) return false;
  const { initSites } = caller.runtime;
  const site = initSites.get(caller.ip);
  if (site?.type === null) return false;
  const changes = type.mro.reduce((sum, one) => sum + one.changes, 0);
  if (site?.type === type && site.changes === changes) return true;
  if (site !== undefined && ++site.misses <= COOLDOWN) return false;
  const fits = isPlain && code.kwOnlyCount === 0 && type.layout?.inlineValues === true;
  initSites.set(caller.ip, { type: fits ? type : null, changes, misses: 0 });
  return fits;
}

function moveIn(vm: Interpreter, caller: Frame, type: PyType, given: Arguments, base: number): void {
  const made = construct(vm, type, given);
  const frame = functionFrame(vm, vm.overrideIn(type, '__init__'), { ...given, args: [made, ...given.args] });
  cutStack(vm, caller, base);
  frame.atEnd = (interpreter, result) => {
    interpreter.depth--;
    if (result !== 0) checkInit(interpreter, made, result);
    else interpreter.decref(made);
    return result === 0 ? 0 : made;
  };
  // The frame that checks what `__init__` returns (_Py_InitCleanup) counts as well.
  vm.depth++;
  try {
    vm.pushFrame(frame);
  } catch (error) {
    vm.depth--;
    vm.decref(made);
    throw error;
  }
}

/** The call of the slot counts against the limit of recursion for as long as `__init__` runs. */
function packIn(vm: Interpreter, type: PyType, given: Arguments, base: number): void {
  const { nativeDepth } = vm;
  nativeDepth.check('CALL', vm.rules.initCounts);
  const init = vm.overrideIn(type, '__init__');
  const tuple = argumentTuple(vm, given);
  const held = [tuple, ...keywordHolders(vm, given)];
  let frame: Frame;
  let made = 0;
  try {
    made = construct(vm, type, given, tuple);
    const { keywords } = given;
    const args = [made, ...given.args];
    held.push(...unpackedKeywords(vm, args, keywords));
    frame = functionFrame(vm, init, { args, keywords });
  } catch (error) {
    const raised = vm.raised(error);
    if (made !== 0) vm.decref(made);
    vm.dropAll(held);
    throw raised;
  }
  const { counted } = nativeDepth;
  frame.atEnd = (interpreter, result) => {
    nativeDepth.counted = counted;
    interpreter.dropAll(held);
    return finished(interpreter, { made, result, base });
  };
  try {
    nativeDepth.counted += vm.rules.initCounts;
    vm.pushFrame(frame);
  } catch (error) {
    vm.decref(made);
    vm.dropAll(held);
    throw error;
  }
}

interface Finished {
  readonly made: number;
  readonly result: number;
  readonly base: number;
}

/** `__init__` has ended: the object is the call's result, and what lies on the caller's stack for the call goes. */
function finished(vm: Interpreter, { made, result, base }: Finished): number {
  const running = vm.frame as Frame;
  if (result === 0) vm.decref(made);
  else checkInit(vm, made, result);
  cutStack(vm, running, base);
  return result === 0 ? 0 : made;
}

/** What a class does when it is called, for as long as no class changes. */
export interface Maker {
  readonly version: number;
  /** Its `__init__`, borrowed, where that is a Python function and `object` makes the instance; 0: something else happens. */
  readonly init: number;
}

function makerOf(vm: Interpreter, type: PyType): Maker {
  const { version } = vm.classes;
  if (type.maker === null || type.maker.version !== version)
    type.maker = { version, init: plainInit(vm, type) };
  return type.maker;
}

function plainInit(vm: Interpreter, type: PyType): number {
  const init = vm.overrideIn(type, '__init__');
  if (init === 0 || vm.heap.typeOf(init) !== vm.process.types.function) return 0;
  const isPlain = type.layout !== null && type.metaclass === null && type.native.bases.length === 0;
  const asObject = isPlain && vm.overrideIn(type, '__new__') === 0;
  return asObject && vm.classes.own(type, '__abstractmethods__') === 0 ? init : 0;
}

/**
 * The same as `packIn`, which is what happens up to 3.12, where the arguments lie on the stack by place and `__init__` takes as many.
 * False: this is no such call, and nothing has happened.
 */
export function quickInit(vm: Interpreter, caller: Frame, type: PyType, base: number): boolean {
  const { slots, sp } = caller;
  if (type.dict === 0 || slots[base + 1] !== 0 || vm.rules.initEntered) return false;
  const { init } = makerOf(vm, type);
  if (init === 0) return false;
  const runtime = vm.codes.all[vm.heap.payload(init) as number] as CodeRuntime;
  const first = base + 2;
  if (runtime.plainCount !== sp - first + 1) return false;
  const { nativeDepth } = vm;
  nativeDepth.check('CALL', vm.rules.initCounts);
  const tuple = first === sp ? vm.process.emptyTuple() : newTupleFrom(vm.heap, slots, first, sp);
  const made = instances.newInstance(vm.process, type.layout as PythonClass);
  const frame = newFrame(vm, runtime, vm.field(init, FN.GLOBALS));
  if (!vm.framesAreObjects) frame.func = vm.own(init);
  frame.slots[0] = vm.own(made);
  for (let at = first; at < sp; at++) frame.slots[at - first + 1] = vm.own(slots[at] as number);
  const closure = vm.field(init, FN.CLOSURE);
  if (closure !== 0) bindClosure(vm, closure, frame);
  frame.made = made;
  frame.tuple = tuple;
  frame.atEnd = endQuickInit;
  try {
    nativeDepth.counted += vm.rules.initCounts;
    vm.pushFrame(frame);
  } catch (error) {
    vm.decref(made);
    vm.decref(tuple);
    throw error;
  }
  return true;
}

/** Its caller's stack is as it was: the class, NULL and all arguments but self. */
function endQuickInit(vm: Interpreter, result: number, { made, tuple, counted, runtime }: Frame): number {
  vm.nativeDepth.counted = counted - vm.rules.initCounts;
  vm.decref(tuple);
  return finished(vm, { made, result, base: (vm.frame as Frame).sp - runtime.plainCount - 1 });
}
