/**
 * The class call of an instruction whose `__init__` is a Python function: its frame goes on the stack, the object is its result.
 *
 * Up to 3.12, and where the call is not specialised, the arguments travel in a tuple (type_call, slot_tp_init); from 3.13 a call that has
 * warmed up moves them from the caller's stack into the frame (CALL_ALLOC_AND_ENTER_INIT), for as long as the class does not change.
 */
import { type Arguments } from './arguments.ts';
import {
  argumentTuple,
  checkInit,
  construct,
  functionFrame,
  keywordHolders,
  unpackedKeywords,
} from './calls.ts';
import type { PyType } from './class-table.ts';
import type { CodeRuntime } from './code-runtime.ts';
import { cutStack, type Frame } from './frame.ts';
import type { Interpreter } from './interpreter.ts';
import { warmsUp } from './warmth.ts';

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
    const running = interpreter.frame as Frame;
    if (result === 0) {
      interpreter.decref(made);
      cutStack(interpreter, running, base);
      return 0;
    }
    checkInit(interpreter, made, result);
    cutStack(interpreter, running, base);
    return made;
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
