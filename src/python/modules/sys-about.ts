/** What sys says of the interpreter: its version, its numbers, its flags (sysmodule.c, structseq.c). */
import type { Interpreter } from '../eval/interpreter.ts';
import { libraryFolder } from '../eval/start/module-places.ts';
import { standardModules } from '../lib/standard-modules.ts';
import { outsideStructSequence } from './struct-sequence.ts';

type Made = (vm: Interpreter) => number;

/** Where imports look: beside the program, then in the library (getpath.py; pathconfig.c:_PyPathConfig_ComputeSysPath0). */
function searchPath(vm: Interpreter): readonly string[] {
  const { filename = '' } = vm.options;
  const library = libraryFolder(vm.minor);
  return [
    filename.slice(0, Math.max(filename.lastIndexOf('/'), 0)),
    `${library.replace('3.', '3')}.zip`,
    library,
    `${library}/lib-dynload`,
    `${library}/site-packages`,
  ];
}

const int =
  (value: number | bigint): Made =>
  (vm) =>
    vm.newInt(value);
const text =
  (value: string): Made =>
  (vm) =>
    vm.newStr(value);
const float =
  (value: number): Made =>
  (vm) =>
    vm.newFloat(value);

function sequence(
  name: string,
  fields: Readonly<Record<string, Made>>,
  hidden: readonly string[] = [],
): Made {
  return (vm) =>
    outsideStructSequence(
      vm,
      name,
      Object.entries(fields).map(([field, make]) => [field, make(vm)]),
      Object.fromEntries(hidden.map((field) => [field, int(1)])),
    );
}

function release(vm: Interpreter): readonly [number, number, number] {
  const [major = 3, minor = 0, micro = 0] = vm.process.profile.release.split('.').map(Number);
  return [major, minor, micro];
}

const part =
  (at: 0 | 1 | 2): Made =>
  (vm) =>
    vm.newInt(release(vm)[at]);

const versionInfo = sequence('version_info', {
  major: part(0),
  minor: part(1),
  micro: part(2),
  releaselevel: text('final'),
  serial: int(0),
});

function hexVersion(vm: Interpreter): number {
  const [major, minor, micro] = release(vm);
  return vm.newInt(major * 2 ** 24 + minor * 2 ** 16 + micro * 2 ** 8 + 0xf0);
}

function implementation(vm: Interpreter): number {
  const dict = vm.newDict();
  vm.put(dict, 'name', vm.newStr('cpython'));
  vm.put(dict, 'cache_tag', vm.newStr(`cpython-3${vm.minor}`));
  vm.put(dict, 'version', versionInfo(vm));
  vm.put(dict, 'hexversion', hexVersion(vm));
  vm.put(dict, '_multiarch', vm.newStr('x86_64-linux-gnu'));
  return vm.newOutsideFields(vm.classes.named('SimpleNamespace').info, [dict]);
}

const hashInfo = sequence('hash_info', {
  width: int(64),
  modulus: int(2n ** 61n - 1n),
  inf: int(314159),
  nan: int(0),
  imag: int(1000003),
  algorithm: (vm) => vm.newStr(vm.rules.hashAlgorithm),
  hash_bits: int(64),
  seed_bits: int(128),
  cutoff: int(0),
});

const floatInfo = sequence('float_info', {
  max: float(Number.MAX_VALUE),
  max_exp: int(1024),
  max_10_exp: int(308),
  min: float(2.2250738585072014e-308),
  min_exp: int(-1021),
  min_10_exp: int(-307),
  dig: int(15),
  mant_dig: int(53),
  epsilon: float(Number.EPSILON),
  radix: int(2),
  rounds: int(1),
});

const intInfo = sequence('int_info', {
  bits_per_digit: int(30),
  sizeof_digit: int(4),
  default_max_str_digits: int(4300),
  str_digits_check_threshold: int(640),
});

const threadInfo = sequence('thread_info', {
  name: text('pthread'),
  lock: text('semaphore'),
  version: text('NPTL 2.36'),
});

/** An interpreter that was started without any option. */
function flags(vm: Interpreter): number {
  const off = (names: string): [string, Made][] => names.split(' ').map((name) => [name, int(0)]);
  const fields: [string, Made][] = [
    ...off('debug inspect interactive optimize'),
    ['dont_write_bytecode', int(1)],
    ...off('no_user_site no_site ignore_environment verbose bytes_warning quiet hash_randomization isolated'),
    ['dev_mode', (it) => it.bool(false)],
    ...off('utf8_mode'),
    ...off('warn_default_encoding').slice(0, vm.rules.flagsOfEncoding),
    ...vm.rules.flagsOfPath.map((name): [string, Made] => [name, (it) => it.bool(false)]),
    ['int_max_str_digits', int(vm.rules.flagOfDigits)],
  ];
  return sequence('flags', Object.fromEntries(fields), vm.rules.flagsHidden)(vm);
}

export const ABOUT: Readonly<Record<string, Made>> = {
  maxsize: int(2n ** 63n - 1n),
  maxunicode: int(0x10ffff),
  byteorder: text('little'),
  platform: text('linux'),
  abiflags: text(''),
  float_repr_style: text('short'),
  executable: (vm) => vm.newStr(`/usr/bin/python3.${vm.minor}`),
  prefix: text('/usr'),
  exec_prefix: text('/usr'),
  base_prefix: text('/usr'),
  base_exec_prefix: text('/usr'),
  pycache_prefix: (vm) => vm.none(),
  warnoptions: (vm) => vm.listOf([]),
  _xoptions: (vm) => vm.newDict(),
  path: (vm) => vm.listOf(searchPath(vm).map((one) => vm.newStr(one))),
  builtin_module_names: (vm) =>
    vm.tupleOf(['builtins', 'gc', 'itertools', 'sys', 'time'].map((one) => vm.newStr(one))),
  version: (vm) => vm.newStr(`${vm.process.profile.release} (main, Jan  1 2024, 00:00:00) [GCC 12.2.0]`),
  hexversion: hexVersion,
  api_version: int(1013),
  dont_write_bytecode: (vm) => vm.bool(true),
  version_info: versionInfo,
  implementation,
  float_info: floatInfo,
  hash_info: hashInfo,
  int_info: intInfo,
  thread_info: threadInfo,
  flags,
};

export const NEWER: Readonly<Record<number, Readonly<Record<string, Made>>>> = {
  9: { platlibdir: text('lib') },
  10: {
    orig_argv: (vm) =>
      vm.listOf(
        [`/usr/bin/python3.${vm.minor}`, ...(vm.options.argv ?? [vm.options.filename ?? ''])].map((one) =>
          vm.newStr(one),
        ),
      ),
    stdlib_module_names: (vm) => {
      const names = standardModules(vm.process.config.python).map((name) => vm.newStr(name));
      return vm.guard(vm.listOf(names), (list) =>
        vm.guard(vm.own(vm.builtin('frozenset')), (frozenset) => vm.call(frozenset, [list])),
      );
    },
  },
};
