/**
 * What the interpreter's own start leaves in the free lists before the first line of a program (sys._debugmallocstats of each release):
 * dead tuples by length and, up to 3.10, dead frames, so that a program's first calls take no new block.
 */
import { type PythonVersion, tupleBytes } from '../../heap/index.ts';
import type { Interpreter } from './interpreter.ts';

/** How many dead frames are left at the start, and after the import of a module in Python. */
const FRAMES_AT_START = 3;
const FRAMES_AFTER_IMPORT = 5;

/** Their bytes, the one that is taken last first: a call that needs more makes its frame larger, which is a new block. */
const FRAMES_LEFT: { readonly [version in PythonVersion]?: readonly number[] } = {
  '3.8': [432, 448, 488, 512, 496],
  '3.9': [440, 448, 488, 520, 480],
  '3.10': [432, 440, 488, 512, 472],
};

/** How many tuples of length 1, 2, 3 ... are left. */
const TUPLES_LEFT: { readonly [version in PythonVersion]: readonly number[] } = {
  '3.8': [9, 5, 4, 1, 4, 3, 10, 6, 3, 1, 1, 2, 0, 3, 2, 0, 1, 2, 3],
  '3.9': [9, 5, 6, 1, 4, 3, 9, 2, 3, 4, 2, 2, 0, 3, 2, 0, 1, 2, 3],
  '3.10': [4, 7, 2, 1, 4, 2, 8, 2, 3, 7, 1, 1, 0, 1, 2, 0, 1, 2, 3],
  '3.11': [4, 8, 2, 2, 3, 0, 8, 6, 1, 0, 1, 3, 5, 1, 2, 2, 2, 3, 1],
  '3.12': [5, 8, 3, 1, 1, 1, 0, 0, 2, 0, 1, 0, 1, 1, 0, 0, 1, 2, 0],
  '3.13': [5, 8, 4, 1, 0, 2, 5, 2, 3, 5, 2, 8, 2, 1, 1, 2, 2, 2, 1],
};

export function seedFreeLists(vm: Interpreter): void {
  const { freeLists, memory } = vm.heap;
  for (const [at, count] of TUPLES_LEFT[vm.process.config.python].entries()) {
    const kept = freeLists.tuples[at + 1] as number[];
    while (kept.length < count) kept.push(memory.alloc(tupleBytes(at + 1)));
  }
  seedFrames(vm, FRAMES_AT_START);
}

/** The import machinery calls itself, which leaves dead frames behind after every import of a module in Python. */
export function seedFramesAfterImport(vm: Interpreter): void {
  seedFrames(vm, FRAMES_AFTER_IMPORT);
}

function seedFrames(vm: Interpreter, count: number): void {
  if (!vm.framesAreObjects) return;
  const { freeLists, memory } = vm.heap;
  const left = FRAMES_LEFT[vm.process.config.python] ?? [];
  for (const bytes of left.slice(freeLists.frame.length, count)) {
    const block = memory.alloc(bytes);
    vm.frameRoom.set(block, bytes);
    freeLists.frame.push(block);
  }
}
