/** sys (sysmodule.c): what a program may ask about the interpreter that runs it. Nothing of the host's is in it. */
import { IMMORTAL, REFCNT } from '../../heap/index.ts';
import { PythonRaise, sizeOf } from '../../objects/index.ts';
import { sizeValue } from '../builtins/arguments.ts';
import { frameObject } from '../eval/frame.ts';
import { handledTraceback, topmostHandled } from '../eval/handled.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { type ModuleDefinition, native } from '../eval/native.ts';
import { standardOutput, streamOf } from './streams.ts';
import { outsideStructSequence } from './struct-sequence.ts';
import { DEFAULT_HOOKS } from './sys-hooks.ts';

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
    return vm.guard(vm.callSpecial(own, ref), (answer) =>
      vm.newInt(sizeAnswered(vm, answer) + vm.process.headBytes(ref)),
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

function setrecursionlimit(vm: Interpreter, [limit]: readonly number[]): number {
  const wanted = vm.index(limit as number);
  if (wanted < 1) throw new PythonRaise('ValueError', 'recursion limit must be greater or equal than 1');
  vm.recursionLimit = Math.min(wanted, vm.budgets.recursion * 100);
  return vm.none();
}

function intern(vm: Interpreter, [str]: readonly number[]): number {
  const type = vm.typeOf(str as number);
  if (type.name === 'str') return vm.process.shared.intern(str as number);
  if (vm.isStr(str as number)) throw new PythonRaise('TypeError', `can't intern ${type.name}`);
  throw new PythonRaise('TypeError', `intern() argument must be str, not ${vm.typeName(str as number)}`);
}

function excInfo(vm: Interpreter): number {
  const handled = topmostHandled(vm);
  if (handled === 0) return vm.newTuple([vm.process.none, vm.process.none, vm.process.none]);
  return vm.newTuple([vm.typeOf(handled).ref, handled, handledTraceback(vm) || vm.process.none]);
}

function getframe(vm: Interpreter, [depth]: readonly number[]): number {
  let frame = vm.frame;
  for (let left = depth === undefined ? 0 : vm.index(depth); left > 0 && frame !== null; left--)
    frame = frame.back;
  if (frame === null) throw new PythonRaise('ValueError', 'call stack is not deep enough');
  return vm.own(frameObject(vm, frame));
}

function release(vm: Interpreter): readonly [number, number, number] {
  const [major = 3, minor = 0, micro = 0] = vm.process.profile.release.split('.').map(Number);
  return [major, minor, micro];
}

function versionInfo(vm: Interpreter): number {
  const [major, minor, micro] = release(vm);
  const number = (value: number): number => vm.newInt(value);
  const fields = [
    ['major', number(major)],
    ['minor', number(minor)],
    ['micro', number(micro)],
    ['releaselevel', vm.newStr('final')],
    ['serial', number(0)],
  ] as const;
  return outsideStructSequence(vm, 'version_info', fields);
}

function hexVersion(vm: Interpreter): number {
  const [major, minor, micro] = release(vm);
  return major * 2 ** 24 + minor * 2 ** 16 + micro * 2 ** 8 + 0xf0;
}

function implementation(vm: Interpreter): number {
  const dict = vm.newDict();
  vm.put(dict, 'name', vm.newStr('cpython'));
  vm.put(dict, 'cache_tag', vm.newStr(`cpython-3${vm.minor}`));
  vm.put(dict, 'version', versionInfo(vm));
  vm.put(dict, 'hexversion', vm.newInt(hexVersion(vm)));
  return vm.newOutsideFields(vm.classes.named('SimpleNamespace').info, [dict]);
}

function hashInfo(vm: Interpreter): number {
  const numbers = { width: 64, modulus: 2n ** 61n - 1n, inf: 314159, nan: 0, imag: 1000003 };
  return outsideStructSequence(
    vm,
    'hash_info',
    Object.entries(numbers).map(([name, value]) => [name, vm.newInt(value)] as const),
  );
}

function floatInfo(vm: Interpreter): number {
  const fields: [string, number][] = [
    ['max', vm.newFloat(Number.MAX_VALUE)],
    ['max_exp', vm.newInt(1024)],
    ['max_10_exp', vm.newInt(308)],
  ];
  fields.push(
    ['min', vm.newFloat(2.2250738585072014e-308)],
    ['min_exp', vm.newInt(-1021)],
    ['min_10_exp', vm.newInt(-307)],
  );
  fields.push(
    ['dig', vm.newInt(15)],
    ['mant_dig', vm.newInt(53)],
    ['epsilon', vm.newFloat(Number.EPSILON)],
    ['radix', vm.newInt(2)],
    ['rounds', vm.newInt(1)],
  );
  return outsideStructSequence(vm, 'float_info', fields);
}

function modulesDict(vm: Interpreter): number {
  const dict = vm.newDict();
  for (const [name, module] of vm.modules) vm.put(dict, name, vm.own(module));
  return dict;
}

const GETFRAME = native(getframe, { args: [0, 1] });
export const SYS: ModuleDefinition = {
  name: 'sys',
  functions: {
    getrefcount: native(getrefcount, { args: [1, 1] }),
    getsizeof: native(getsizeof, { args: [1, 2], keywords: ['object', 'default'], packs: true }),
    exit: native((vm, [code]) => vm.raise('SystemExit', code === undefined ? [] : [vm.own(code)]), {
      args: [0, 1],
    }),
    getrecursionlimit: native((vm) => vm.newInt(vm.recursionLimit)),
    setrecursionlimit: native(setrecursionlimit, { args: [1, 1] }),
    intern: native(intern, { args: [1, 1] }),
    exc_info: native(excInfo),
    _getframe: GETFRAME,
    getallocatedblocks: native((vm) => vm.newInt(vm.heap.memory.allocatedBlocks())),
    getdefaultencoding: native((vm) => vm.newStr('utf-8')),
    getfilesystemencoding: native((vm) => vm.newStr('utf-8')),
    getswitchinterval: native((vm) => vm.newFloat(0.005)),
    get_int_max_str_digits: native((vm) => vm.newInt(vm.intDigitLimit)),
    set_int_max_str_digits: native(
      (vm, [limit]) => {
        vm.intDigitLimit = vm.index(limit as number);
        return vm.none();
      },
      { args: [1, 1] },
    ),
    is_finalizing: native((vm) => vm.bool(false)),
    gettrace: native((vm) => vm.none()),
  },
  values: {
    argv: (vm) => vm.listOf((vm.options.argv ?? [vm.options.filename ?? '']).map((one) => vm.newStr(one))),
    maxsize: (vm) => vm.newInt(2n ** 63n - 1n),
    maxunicode: (vm) => vm.newInt(0x10ffff),
    byteorder: (vm) => vm.newStr('little'),
    platform: (vm) => vm.newStr('linux'),
    executable: (vm) => vm.newStr(`/usr/bin/python3.${vm.minor}`),
    prefix: (vm) => vm.newStr('/usr'),
    path: (vm) => vm.listOf([vm.newStr(`/usr/lib/python3.${vm.minor}`)]),
    builtin_module_names: (vm) =>
      vm.tupleOf(['builtins', 'gc', 'itertools', 'sys', 'time'].map((one) => vm.newStr(one))),
    version: (vm) => vm.newStr(`${vm.process.profile.release} (main, Jan  1 2024, 00:00:00) [GCC 12.2.0]`),
    hexversion: (vm) => vm.newInt(hexVersion(vm)),
    api_version: (vm) => vm.newInt(1013),
    dont_write_bytecode: (vm) => vm.bool(true),
    ...DEFAULT_HOOKS,
    version_info: versionInfo,
    implementation,
    float_info: floatInfo,
    hash_info: hashInfo,
    stdout: (vm) => vm.own(standardOutput(vm)),
    stderr: (vm) => streamOf(vm, 'stderr'),
    stdin: (vm) => streamOf(vm, 'stdin'),
    __stdout__: (vm) => vm.own(standardOutput(vm)),
    __stderr__: (vm) => streamOf(vm, 'stderr'),
    modules: modulesDict,
  },
};
