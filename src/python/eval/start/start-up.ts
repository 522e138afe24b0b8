/**
 * What the interpreter's own start, and imports, leave in the free lists (free-lists-left.ts) and, up to 3.10, in the list of dead frames,
 * so that a program's first objects and calls take no new block.
 */
import { type PythonVersion, tupleBytes } from '../../../heap/index.ts';
import type { Interpreter } from '../interpreter.ts';
import type { LeftInFreeLists } from '../surroundings.ts';
import { LEFT_AFTER } from './free-lists-after.ts';
import { LEFT_AT_START, LEFT_BY_IMPORT } from './free-lists-left.ts';
import { quietly } from './quietly.ts';

/** Blocks, the collector's heads included. */
const DICT_BYTES = 64;
const LIST_BYTES = 56;
const FLOAT_BYTES = 24;
const SLICE_BYTES = 56;
/** How many dead frames are left at the start, and after the import of a module in Python. */
const FRAMES_AT_START = 3;
const FRAMES_AFTER_IMPORT = 5;

/** Their bytes, the one that is taken last first: a call that needs more makes its frame larger, which is a new block. */
const FRAMES_LEFT: { readonly [version in PythonVersion]?: readonly number[] } = {
  '3.8': [432, 448, 488, 512, 496],
  '3.9': [440, 448, 488, 520, 480],
  '3.10': [432, 440, 488, 512, 472],
};

/** What was left in the free lists since the last time that this was asked. */
export function takeLeftInFreeLists(vm: Interpreter): LeftInFreeLists[] {
  return vm.imports.left.splice(0);
}

export function seedFreeLists(vm: Interpreter): void {
  leave(vm, '', LEFT_AT_START[vm.process.config.python]);
  setLength(vm, vm.heap.freeLists.slice, 1, SLICE_BYTES);
  seedFrames(vm, FRAMES_AT_START);
}

/**
 * The import of a module that is not there yet, which `make` makes. What that needs here says nothing about CPython, so the free lists are
 * set aside meanwhile, and are then as long as CPython's own import leaves them. The import machinery calls itself, which leaves dead
 * frames behind, too. What a module imports belongs to it.
 */
export function importing(vm: Interpreter, name: string, make: () => number): number {
  if (vm.imports.running) return make();
  vm.imports.running = true;
  try {
    return aside(vm, make);
  } finally {
    vm.imports.running = false;
    seedAfterImport(vm, name);
  }
}

/** Makes something without a trace in counters and free lists. */
export function aside(vm: Interpreter, make: () => number): number {
  const putBack = vm.heap.freeLists.setAside((block) => vm.heap.memory.free(block));
  const first = vm.heap.newestSerial + 1;
  let made = 0;
  try {
    quietly(vm, () => {
      made = make();
    });
  } finally {
    vm.madeAside.push([first, vm.heap.newestSerial]);
    putBack();
  }
  return made;
}

function seedAfterImport(vm: Interpreter, module: string): void {
  const { imports } = vm;
  const after = LEFT_AFTER[imports.last];
  const left = after === undefined ? LEFT_BY_IMPORT[module] : after[module];
  if (left === undefined) return;
  leave(vm, module, left[vm.process.config.python]);
  imports.last = module;
  if (module !== 'gc' && module !== 'math') seedFrames(vm, FRAMES_AFTER_IMPORT);
}

/** Makes the free lists as long as `figures` says. */
function leave(vm: Interpreter, module: string, figures: string): void {
  vm.imports.left.push({ module, lengths: figures });
  const { freeLists } = vm.heap;
  const { layout, freeLists: limits } = vm.process.profile;
  const [dicts = 0, keys = 0, floats = 0, lists = 0, ...tuples] = figures.split(' ').map(Number);
  const keysBytes =
    limits.dictKeysOf === 'str' ? layout.dictKeysHeader + 8 + 5 * 16 : layout.dictKeysHeader + 8 + 5 * 24;
  setLength(vm, freeLists.dict, dicts, DICT_BYTES);
  if (!Number.isNaN(keys)) setLength(vm, freeLists.dictKeys, keys, keysBytes);
  setLength(vm, freeLists.float, floats, FLOAT_BYTES);
  setLength(vm, freeLists.list, lists, LIST_BYTES);
  for (const [at, count] of tuples.entries())
    if (at + 1 < freeLists.tuples.length)
      setLength(vm, freeLists.tuples[at + 1] as number[], count, tupleBytes(at + 1));
}

function setLength(vm: Interpreter, kept: number[], count: number, bytes: number): void {
  const { memory } = vm.heap;
  while (kept.length > count) memory.free(kept.pop() as number);
  while (kept.length < count) kept.push(memory.alloc(bytes));
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
