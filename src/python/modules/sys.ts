/** sys (sysmodule.c): what a program may ask about the interpreter that runs it. Nothing of the host's is in it. */
import { IMMORTAL, REFCNT } from '../../heap/index.ts';
import { PythonRaise, sizeOf } from '../../objects/index.ts';
import { clinicInt, sizeValue, strArgument } from '../builtins/arguments.ts';
import { FN } from '../eval/calls/functions.ts';
import { frontBytes } from '../eval/classes/added-bytes.ts';
import { handledTraceback, topmostHandled } from '../eval/exceptions/handled.ts';
import { type Frame, frameObject } from '../eval/frames/frame.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { type ModuleDefinition, native } from '../eval/native.ts';
import { STREAMS } from './streams.ts';
import { ABOUT, NEWER } from './sys-about.ts';
import { DEFAULT_HOOKS } from './sys-hooks.ts';
import { SETTINGS } from './sys-settings.ts';

const IMMORTAL_REFCOUNT = 4294967295;

function getrefcount(vm: Interpreter, [ref]: readonly number[]): number {
  const count = vm.heap.words[(ref as number) + REFCNT] as number;
  return vm.newInt(count >= IMMORTAL ? IMMORTAL_REFCOUNT : count);
}

/** A TypeError, and no other, is answered by the default (sys_getsizeof). */
function getsizeof(vm: Interpreter, [ref = 0, otherwise = 0]: readonly number[]): number {
  const own = vm.override(ref, '__sizeof__');
  if (own === 0) return vm.newInt(vm.sizeOfObject(ref, sizeOf));
  try {
    return vm.guard(vm.callBound(own, ref), (answer) =>
      vm.newInt(sizeAnswered(vm, answer) + frontBytes(vm, ref)),
    );
  } catch (error) {
    if (otherwise === 0 || !vm.catches(error, 'TypeError')) throw error;
    return vm.own(otherwise);
  }
}

/** PyLong_AsSsize_t of what `__sizeof__` answers. */
function sizeAnswered(vm: Interpreter, answer: number): number {
  if (!vm.isInt(answer)) throw new PythonRaise('TypeError', 'an integer is required');
  const size = sizeValue(vm, answer);
  if (size < 0) throw new PythonRaise('ValueError', '__sizeof__() should return >= 0');
  return size;
}

/** PyErr_SetObject: None stands for no argument, a tuple for all of them. */
function exitArguments(vm: Interpreter, code: number): number[] {
  if (code === 0 || vm.isNone(code)) return [];
  return (vm.isTuple(code) ? vm.items(code) : [code]).map((one) => vm.own(one));
}

function setrecursionlimit(vm: Interpreter, [limit]: readonly number[]): number {
  const wanted = clinicInt(vm, limit as number);
  if (wanted < 1) throw new PythonRaise('ValueError', 'recursion limit must be greater or equal than 1');
  const depth = vm.depth + vm.nativeDepth.besideFrames;
  if (depth >= wanted)
    throw new PythonRaise(
      'RecursionError',
      `cannot set the recursion limit to ${wanted} at the recursion depth ${depth}: the limit is too low`,
    );
  vm.recursionLimit = Math.min(wanted, vm.budgets.recursion * 100);
  return vm.none();
}

function intern(vm: Interpreter, [str = 0]: readonly number[]): number {
  const type = vm.typeOf(str);
  if (type.name === 'str') return vm.process.shared.intern(str);
  strArgument(vm, str, 'intern() argument');
  throw new PythonRaise('TypeError', `can't intern ${type.name}`);
}

function excInfo(vm: Interpreter): number {
  const handled = topmostHandled(vm);
  if (handled === 0) return vm.newTuple([vm.process.none, vm.process.none, vm.process.none]);
  return vm.newTuple([vm.typeOf(handled).ref, handled, handledTraceback(vm) || vm.process.none]);
}

/** sys.exception(): what is being handled (3.11). */
function exception(vm: Interpreter): number {
  const handled = topmostHandled(vm);
  return handled === 0 ? vm.none() : vm.own(handled);
}

/** So many frames below the one that runs; null beyond the first. */
function frameBelow(vm: Interpreter, depth = 0): Frame | null {
  let { frame } = vm;
  for (let left = depth === 0 ? 0 : clinicInt(vm, depth); left > 0 && frame !== null; left--)
    frame = frame.back;
  return frame;
}

function getframe(vm: Interpreter, [depth]: readonly number[]): number {
  const frame = frameBelow(vm, depth);
  if (frame === null) throw new PythonRaise('ValueError', 'call stack is not deep enough');
  return vm.own(frameObject(vm, frame));
}

/** sys._getframemodulename: `__module__` of the function that runs there, which makes no frame object (3.12). */
function frameModule(vm: Interpreter, [depth]: readonly number[]): number {
  const frame = frameBelow(vm, depth);
  if (frame === null) return vm.none();
  const { func, globals } = frame;
  const name = func === 0 ? vm.readDict(globals, '__name__') : vm.field(func, FN.MODULE);
  return vm.own(name || vm.process.none);
}

const GETFRAME = native(getframe, { args: [0, 1] });
export const SYS: ModuleDefinition = {
  name: 'sys',
  functions: {
    getrefcount: native(getrefcount, { args: [1, 1] }),
    getsizeof: native(getsizeof, {
      args: [1, 2],
      keywords: ['object', 'default'],
      packs: true,
      packsKeywords: true,
    }),
    exit: native(
      (vm, [code = 0]) => vm.raise('SystemExit', exitArguments(vm, code), vm.isTuple(code) ? code : 0),
      {
        args: [0, 1],
      },
    ),
    getrecursionlimit: native((vm) => vm.newInt(vm.recursionLimit)),
    setrecursionlimit: native(setrecursionlimit, { args: [1, 1] }),
    intern: native(intern, { args: [1, 1] }),
    exc_info: native(excInfo),
    exception: native(exception),
    _is_interned: native((vm, [str = 0]) => vm.bool(vm.process.shared.isInterned(str)), { args: [1, 1] }),
    getunicodeinternedsize: native((vm) => vm.newInt(vm.process.shared.internedCount)),
    _getframe: GETFRAME,
    _getframemodulename: native(frameModule, { args: [0, 1], keywords: ['depth'] }),
    getallocatedblocks: native((vm) => vm.newInt(vm.rules.blocksAtStart + vm.heap.memory.allocatedBlocks())),
    getdefaultencoding: native((vm) => vm.newStr('utf-8')),
    getfilesystemencoding: native((vm) => vm.newStr('utf-8')),
    ...SETTINGS,
    get_int_max_str_digits: native((vm) => vm.newInt(vm.intDigitLimit)),
    set_int_max_str_digits: native(
      (vm, [limit]) => {
        vm.intDigitLimit = vm.index(limit as number);
        return vm.none();
      },
      { args: [1, 1] },
    ),
  },
  values: {
    argv: (vm) => vm.listOf((vm.options.argv ?? [vm.options.filename ?? '']).map((one) => vm.newStr(one))),
    ...ABOUT,
    ...DEFAULT_HOOKS,
    ...STREAMS,
    modules: (vm) => vm.own(vm.modulesDict),
  },
  newerValues: NEWER,
  since: {
    exception: 11,
    _getframemodulename: 12,
    getunicodeinternedsize: 12,
    _is_interned: 13,
    _is_gil_enabled: 13,
  },
};
