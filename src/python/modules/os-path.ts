/** os.path (posixpath.py, genericpath.py): what can be said of paths without looking at files. */
import { PythonRaise } from '../../objects/index.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { type ModuleDefinition, type NativeDefinition, native } from '../eval/native.ts';
import { ANY } from './define-type.ts';

/** A function that takes paths as text. */
export function path(
  use: (...parts: string[]) => string | boolean | readonly string[],
  args: readonly [number, number] = [1, 1],
): NativeDefinition {
  return native(
    (vm, given) => {
      for (const one of given) {
        if (!vm.isStr(one)) throw notAPath(vm, one);
      }
      const answer = use(...given.map((one) => vm.text(one)));
      if (typeof answer === 'string') return vm.newStr(answer);
      if (typeof answer === 'boolean') return vm.bool(answer);
      return vm.tupleOf(answer.map((one) => vm.newStr(one)));
    },
    { args },
  );
}

function notAPath(vm: Interpreter, one: number): PythonRaise {
  return new PythonRaise('TypeError', `expected str, bytes or os.PathLike object, not ${vm.typeName(one)}`);
}

function join(...parts: string[]): string {
  return parts.reduce((whole, part) => {
    if (part.startsWith('/') || whole === '') return part;
    return whole.endsWith('/') ? whole + part : `${whole}/${part}`;
  });
}

function split(whole: string): readonly [string, string] {
  const at = whole.lastIndexOf('/') + 1;
  const head = whole.slice(0, at);
  let end = head.length;
  while (end > 0 && head[end - 1] === '/') end--;
  return [end === 0 ? head : head.slice(0, end), whole.slice(at)];
}

function splitext(whole: string): readonly [string, string] {
  const at = whole.lastIndexOf('.');
  const name = whole.slice(whole.lastIndexOf('/') + 1).replace(/^\.+/, '');
  return at < 0 || !name.includes('.') ? [whole, ''] : [whole.slice(0, at), whole.slice(at)];
}

/** Where a program seems to run; no host's directory is ever looked at. */
export const CURRENT_DIRECTORY = '/home/python';

function absolute(path: string): string {
  return normpath(path.startsWith('/') ? path : `${CURRENT_DIRECTORY}/${path}`);
}

function normpath(whole: string): string {
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

/** The paths that an iterable gives. */
function several(use: (paths: readonly string[]) => string): NativeDefinition {
  return native(
    (vm, [given = 0]) => {
      const items = vm.guard(vm.iter(given), (iterator) => vm.collect(iterator));
      try {
        const wrong = items.find((one) => !vm.isStr(one));
        if (wrong !== undefined) throw notAPath(vm, wrong);
        return vm.newStr(use(items.map((one) => vm.text(one))));
      } finally {
        vm.dropAll(items);
      }
    },
    { args: [1, 1] },
  );
}

/** genericpath.py: characters, not parts of paths. */
function commonPrefix(paths: readonly string[]): string {
  const split = paths.map((one) => Array.from(one));
  const [first = []] = split;
  let length = 0;
  while (length < first.length && split.every((one) => one[length] === first[length])) length++;
  return first.slice(0, length).join('');
}

function commonPath(paths: readonly string[]): string {
  if (paths.length === 0) throw new PythonRaise('ValueError', 'commonpath() arg is an empty sequence');
  const absolutes = paths.filter((one) => one.startsWith('/')).length;
  if (absolutes !== 0 && absolutes !== paths.length)
    throw new PythonRaise('ValueError', "Can't mix absolute and relative paths");
  const parts = paths.map((one) => one.split('/').filter((part) => part !== '' && part !== '.'));
  return (absolutes === 0 ? '' : '/') + sharedStart(parts).join('/');
}

function sharedStart(parts: readonly (readonly string[])[]): readonly string[] {
  const [first = []] = parts;
  const end = first.findIndex((part, at) => parts.some((one) => one[at] !== part));
  return end < 0 ? first : first.slice(0, end);
}

function relative(to: string, start = CURRENT_DIRECTORY): string {
  if (to === '') throw new PythonRaise('ValueError', 'no path specified');
  const [from, whole] = [start, to].map((one) =>
    absolute(one)
      .split('/')
      .filter((part) => part !== ''),
  ) as [string[], string[]];
  const shared = sharedStart([from, whole]).length;
  const way = [...from.slice(shared).map(() => '..'), ...whole.slice(shared)];
  return way.length === 0 ? '.' : way.join('/');
}

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
  (vm, [file]) =>
    vm.bool(vm.isStr(file as number) && vm.sources?.line(absolute(vm.text(file as number)), 1) !== undefined),
  { args: [1, 1] },
);

export const OS_PATH: ModuleDefinition = {
  name: 'posixpath',
  alsoNamed: 'os.path',
  functions: {
    join: path(join, ANY),
    basename: path((whole) => split(whole)[1]),
    dirname: path((whole) => split(whole)[0]),
    split: path(split),
    splitext: path(splitext),
    normpath: path(normpath),
    abspath: path(absolute),
    realpath: path(absolute),
    isabs: path((whole) => whole.startsWith('/')),
    exists: IS_SOURCE,
    isfile: IS_SOURCE,
    lexists: IS_SOURCE,
    isdir: path(() => false),
    islink: path(() => false),
    normcase: path((whole) => whole),
    splitdrive: path((whole) => ['', whole]),
    relpath: path(relative, [1, 2]),
    commonprefix: several(commonPrefix),
    commonpath: several(commonPath),
  },
  values: { ...PATH_VALUES, supports_unicode_filenames: (vm) => vm.bool(false) },
};
