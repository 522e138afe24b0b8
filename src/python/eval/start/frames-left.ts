/** The dead frames that imports leave for the next calls, up to 3.10 (sys._debugmallocstats after the import alone). */
import type { PythonVersion } from '../../../heap/index.ts';

/** By version from 3.8 to 3.10, where they differ. An import that leaves fewer than there were takes none away, unless it takes all. */
const LEFT: Readonly<Record<string, number | readonly [number, number, number]>> = {
  abc: 3,
  array: [0, 0, 11],
  bisect: 4,
  'collections.abc': 7,
  copy: 10,
  dataclasses: [6, 7, 6],
  fnmatch: 10,
  gc: 3,
  heapq: 4,
  io: 3,
  itertools: 3,
  linecache: 10,
  math: 3,
  operator: 4,
  reprlib: 4,
  string: [5, 7, 7],
  timeit: 4,
  traceback: [12, 12, 11],
  types: 0,
  warnings: 0,
};

/** Most modules in Python. */
const USUAL = 5;

const VERSIONS: readonly PythonVersion[] = ['3.8', '3.9', '3.10'];

export function framesLeftBy(module: string, python: PythonVersion): number {
  const left = LEFT[module] ?? USUAL;
  return typeof left === 'number' ? left : (left[VERSIONS.indexOf(python)] ?? USUAL);
}

/** Their bytes, the one that is taken last first: a call that needs more makes its frame larger, which is a new block. */
const BYTES: { readonly [version in PythonVersion]?: readonly number[] } = {
  '3.8': [432, 448, 488, 512, 496],
  '3.9': [440, 448, 488, 520, 480],
  '3.10': [432, 440, 488, 512, 472],
};

export function bytesOfFrameLeft(at: number, python: PythonVersion): number {
  const bytes = BYTES[python] ?? [];
  return bytes[at % bytes.length] ?? 0;
}
