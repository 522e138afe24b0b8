/** The modules that a program can import: those written in TypeScript, and those whose source is Python. */
import type { ModuleDefinition } from '../eval/native.ts';
import { FNMATCH_SOURCE } from '../lib/fnmatch.ts';
import { GC } from './gc.ts';
import { ATEXIT, OS, OS_PATH, PSUTIL, TIME } from './host.ts';
import { library } from './library.ts';
import { MATH } from './math.ts';
import { SYS } from './sys.ts';
import { TRACEMALLOC } from './tracemalloc.ts';
import { WEAKREF } from './weakref.ts';

export const MODULES: readonly ModuleDefinition[] = [
  SYS,
  GC,
  TRACEMALLOC,
  WEAKREF,
  TIME,
  OS,
  OS_PATH,
  PSUTIL,
  ATEXIT,
  MATH,
  library('fnmatch', FNMATCH_SOURCE),
];

/** Further source text by module name; all of it is in MODULES. */
export const SOURCES: Readonly<Record<string, string>> = {};
