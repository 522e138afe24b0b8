/** os.path (posixpath.py, genericpath.py): what can be said of paths without looking at files. */
import { bytesMethods, PythonRaise } from '../../objects/index.ts';
import { sizeOfSource } from '../builtins/functions/opening.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { type ModuleDefinition, native } from '../eval/native.ts';
import { GENERICPATH_SOURCE, POSIXPATH_SOURCE } from '../lib/posixpath.ts';
import { library } from './library.ts';

/** os.fspath (PyOS_FSPath): a str or bytes as it is, or what `__fspath__` of its class gives. */
function fspath(vm: Interpreter, path: number): number {
  if (vm.isStr(path) || vm.isBytes(path)) return vm.own(path);
  const method = vm.special(path, '__fspath__');
  if (method === 0)
    throw new PythonRaise('TypeError', `expected str, bytes or os.PathLike object, not ${vm.typeName(path)}`);
  const text = vm.call(method, [path]);
  if (vm.isStr(text) || vm.isBytes(text)) return text;
  const got = vm.typeName(text);
  vm.decref(text);
  throw new PythonRaise(
    'TypeError',
    `expected ${vm.typeName(path)}.__fspath__() to return str or bytes, not ${got}`,
  );
}

/** Where a program seems to run; no host's directory is ever looked at. */
export const CURRENT_DIRECTORY = '/home/python';

/** A path without `.`, `..` and slashes too many (_Py_normpath). */
function normalised(whole: string): string {
  const parts: string[] = [];
  for (const part of whole.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..' || (parts.length === 0 && !whole.startsWith('/')) || parts.at(-1) === '..')
      parts.push(part);
    else parts.pop();
  }
  // POSIX lets two slashes at the beginning mean something of their own; three are one.
  const root = /^\/\/(?!\/)/.test(whole) ? '//' : whole.startsWith('/') ? '/' : '';
  return root + parts.join('/') || '.';
}

const PATH_NORMPATH = native(
  (vm, [path = 0]) => {
    if (!vm.isStr(path) && !vm.isBytes(path) && vm.special(path, '__fspath__') === 0)
      throw new PythonRaise(
        'TypeError',
        `_path_normpath: path should be string, bytes or os.PathLike, not ${vm.typeName(path)}`,
      );
    const given = fspath(vm, path);
    return vm.guard(given, () => {
      if (vm.isStr(given)) return vm.newStr(normalised(vm.text(given)));
      return vm.newBytes(bytesMethods.latin1ToBytes(normalised(bytesMethods.bytesToLatin1(vm.bytes(given)))));
    });
  },
  { args: [1, 1], keywords: ['path'] },
);

const CONSTANTS = {
  sep: '/',
  curdir: '.',
  pardir: '..',
  extsep: '.',
  pathsep: ':',
  defpath: '/bin:/usr/bin',
  devnull: '/dev/null',
};

/** What os and os.path tell of paths. */
export const PATH_VALUES: Readonly<Record<string, (vm: Interpreter) => number>> = {
  ...Object.fromEntries(
    Object.entries(CONSTANTS).map(([name, text]) => [name, (vm: Interpreter) => vm.newStr(text)]),
  ),
  altsep: (vm) => vm.none(),
};

/** There are no files but the sources that run here. */
const IS_SOURCE = native(
  (vm, [given = 0]) => {
    if (!vm.isStr(given)) return vm.bool(false);
    const whole = vm.text(given);
    const file = normalised(whole.startsWith('/') ? whole : `${CURRENT_DIRECTORY}/${whole}`);
    return vm.bool(vm.sources?.line(file, 1) !== undefined);
  },
  { args: [1, 1] },
);

const NO_FILE = native(
  (vm, [path = 0]) => {
    vm.decref(fspath(vm, path));
    return vm.bool(false);
  },
  { args: [1, 1] },
);

export const FSPATH = native((vm, [path = 0]) => fspath(vm, path), { args: [1, 1], keywords: ['path'] });

export const GETCWD = native((vm) => vm.newStr(CURRENT_DIRECTORY));

const NATIVES = { _fspath: FSPATH, _getcwd: GETCWD, _normalised: PATH_NORMPATH };

export const GENERICPATH = library('genericpath', GENERICPATH_SOURCE, { functions: NATIVES });

export const OS_PATH: ModuleDefinition = {
  ...library('posixpath', POSIXPATH_SOURCE, {
    functions: {
      ...NATIVES,
      exists: IS_SOURCE,
      isfile: IS_SOURCE,
      lexists: IS_SOURCE,
      getsize: native((vm, [file = 0]) => sizeOfSource(vm, file), { args: [1, 1] }),
      isdir: NO_FILE,
      islink: NO_FILE,
      ismount: NO_FILE,
      isjunction: NO_FILE,
    },
    values: { ...PATH_VALUES, supports_unicode_filenames: (vm) => vm.bool(false) },
    since: { isjunction: 12, splitroot: 12 },
  }),
  alsoNamed: 'os.path',
};
