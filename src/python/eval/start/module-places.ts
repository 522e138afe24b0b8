/**
 * Where modules lie: `__file__`, what a module's repr says, and the file that its code names in tracebacks and in tracemalloc.
 * As a usual installation under /usr has them (getpath.py, frozen.c of 3.11, and the modules that CPython's build compiles in).
 */
import type { Interpreter } from '../interpreter.ts';

interface Place {
  /** Below the library's folder, without `.py`; the module's name unless said. */
  readonly file?: string;
  /** Its code was compiled into the interpreter from this version on: it names no file. */
  readonly frozenSince?: number;
  /** A package, and what is not in it is only not found. */
  readonly isPackage?: boolean;
  /** What its code names where that is not the file that it says to be. */
  readonly code?: string;
}

const PLACES: Readonly<Record<string, Place>> = {
  abc: { frozenSince: 11 },
  codecs: { frozenSince: 11 },
  collections: { file: 'collections/__init__', isPackage: true },
  'collections.abc': { file: 'collections/abc', code: '_collections_abc', frozenSince: 11 },
  ctypes: { file: 'ctypes/__init__', isPackage: true },
  genericpath: { frozenSince: 11 },
  io: { frozenSince: 11 },
  os: { frozenSince: 11 },
  posixpath: { frozenSince: 11 },
  psutil: { file: 'psutil/__init__', isPackage: true },
  // What CPython has in other modules, and Heaplab in modules of their own.
  _inspect: { file: 'inspect' },
  _typing: { file: 'typing' },
};

/** Modules written in C that the interpreter contains: they lie nowhere. */
const BUILT_IN: ReadonlySet<string> = new Set(
  '_string _thread atexit builtins errno gc itertools sys time'.split(' '),
);

/** Modules written in C that lie beside the library's. */
const EXTENSIONS: ReadonlySet<string> = new Set(['array', 'math']);

export const isPackage = (name: string): boolean => PLACES[name]?.isPackage === true;

const isFrozen = (name: string, minor: number): boolean =>
  minor >= (PLACES[name]?.frozenSince ?? Number.POSITIVE_INFINITY);

export const libraryFolder = (minor: number): string => `/usr/lib/python3.${minor}`;

const inLibrary = (minor: number, file: string): string => `${libraryFolder(minor)}/${file}.py`;

/** `__file__`, or null of a module that lies nowhere. */
export function fileOfModule(vm: Interpreter, name: string): string | null {
  if (BUILT_IN.has(name)) return null;
  if (EXTENSIONS.has(name))
    return `${libraryFolder(vm.minor)}/lib-dynload/${name}.cpython-3${vm.minor}-x86_64-linux-gnu.so`;
  return inLibrary(vm.minor, PLACES[name]?.file ?? name);
}

/** `co_filename` of what a module defines. */
export function fileOfCode(vm: Interpreter, name: string): string {
  const { file = name, code = file } = PLACES[name] ?? {};
  return isFrozen(name, vm.minor) ? `<frozen ${code}>` : inLibrary(vm.minor, code);
}

const OF_LIBRARY = /^(?:\/usr\/lib\/python3\.\d+\/|<frozen )/;

/** Whether a `co_filename` is one that code of the library has. */
export const isLibraryCode = (file: string): boolean => OF_LIBRARY.test(file);

/** How a module of the library says where it comes from (importlib._bootstrap:_module_repr_from_spec). */
export function originText(vm: Interpreter, name: string): string {
  const file = fileOfModule(vm, name);
  if (file === null) return '(built-in)';
  const ofItself = PLACES[name]?.code === undefined;
  return ofItself && isFrozen(name, vm.minor) ? '(frozen)' : `from '${file}'`;
}
