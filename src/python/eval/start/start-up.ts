/**
 * What the interpreter's own start, and imports, leave in the free lists (free-lists-left.ts) and, up to 3.10, in the list of dead frames,
 * so that a program's first objects and calls take no new block.
 */
import { tupleBytes } from '../../../heap/index.ts';
import type { Interpreter } from '../interpreter.ts';
import type { LeftInFreeLists } from '../surroundings.ts';
import { bytesOfFrameLeft, framesLeftBy } from './frames-left.ts';
import { LEFT_AT_START, LEFT_BY_IMPORTS } from './free-lists-left.ts';
import { isShifting, shiftByImport } from './import-shifts.ts';
import { isLibraryCode } from './module-places.ts';
import { quietly } from './quietly.ts';

/** Blocks, the collector's heads included. */
const DICT_BYTES = 64;
const LIST_BYTES = 56;
const FLOAT_BYTES = 24;
const SLICE_BYTES = 56;
/** How many dead frames are left at the start. */
const FRAMES_AT_START = 3;

/** What was left in the free lists since the last time that this was asked. */
export function takeLeftInFreeLists(vm: Interpreter): LeftInFreeLists[] {
  return vm.imports.left.splice(0);
}

/** What an interpreter has before it reads a program: up to 3.10, frames. */
export function seedFreeFrames(vm: Interpreter): void {
  seedFrames(vm, FRAMES_AT_START);
}

/** At the first line of the first program. */
export function seedFreeLists(vm: Interpreter): void {
  const resume = vm.heap.memory.tracemalloc.pause();
  vm.imports.newest = vm.heap.newestSerial;
  leave(vm, '', mostly(LEFT_AT_START[vm.process.config.python], lengthsNow(vm)));
  setLength(vm, { kept: vm.heap.freeLists.slice, count: 1, bytes: SLICE_BYTES });
  resume();
}

/**
 * The import of a module that is not there yet, which `make` makes. What that needs here says nothing about CPython, so the free lists are
 * set aside meanwhile, and are then as long as CPython's own import leaves them. The import machinery calls itself, which leaves dead
 * frames behind, too. What a module imports belongs to it.
 */
export function importing(vm: Interpreter, name: string, make: () => number): number {
  const { imports } = vm;
  if (imports.running) return make();
  imports.running = true;
  const isFirst = vm.heap.newestSerial === imports.newest;
  const { emptyFrozensetIsNew, ownEmptyFrozenset } = vm.process;
  vm.process.emptyFrozensetIsNew = ownEmptyFrozenset !== 0;
  try {
    return aside(vm, make);
  } finally {
    imports.running = false;
    vm.startObjects.imported(name);
    seedAfterImport(vm, name, isFirst);
    const isMade = ownEmptyFrozenset === 0 && imports.loaded.has(vm.rules.emptyFrozensetBy);
    vm.process.emptyFrozensetIsNew = emptyFrozensetIsNew && !isMade;
    if (isFirst) imports.newest = vm.heap.newestSerial;
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

/** @param isFirst the program has made nothing yet: what there was before is what such imports were measured with */
function seedAfterImport(vm: Interpreter, module: string, isFirst: boolean): void {
  const { python } = vm.process.config;
  const { imports } = vm;
  if (imports.loaded.has(module) || !isShifting(python, module)) return;
  imports.order.push(module);
  const lengths = lengthsNow(vm);
  const { frame } = vm.heap.freeLists;
  const before = containersIn(lengths) + frame.length;
  const known = isFirst ? LEFT_BY_IMPORTS[imports.order.join(' ')] : undefined;
  shiftByImport(python, module, { lengths, loaded: imports.loaded });
  leave(vm, module, known === undefined ? lengths : mostly(known[python], lengths));
  seedFrames(vm, framesLeftBy(module, python));
  countLate(vm, module, containersIn(lengthsNow(vm)) + frame.length - before);
}

/**
 * What a function of the library imports when it is called is a part of the call, and counts: the objects that stay of the module, and those
 * by which the free lists have grown, as each was a new block.
 */
function countLate(vm: Interpreter, module: string, grown: number): void {
  const kept = vm.rules.lateImports[module];
  const caller = vm.frame?.runtime.code.filename ?? '';
  if (kept === undefined || !isLibraryCode(caller)) return;
  const { counts } = vm.heap.collector;
  counts[0] = Math.max(0, (counts[0] as number) + kept + grown);
}

/** All but the keys of dicts and the floats, which the collector does not count. */
function containersIn(lengths: readonly number[]): number {
  return lengths.reduce((sum, length, at) => (at === 1 || at === 2 ? sum : sum + length), 0);
}

/** The free lists: their lengths are told in this order. */
function listsOf({ heap }: Interpreter): number[][] {
  const { dict, dictKeys, float, list, tuples } = heap.freeLists;
  return [dict, dictKeys, float, list, ...tuples.slice(1)];
}

function lengthsNow(vm: Interpreter): number[] {
  return listsOf(vm).map((kept) => kept.length);
}

/** Lengths as free-lists-left.ts writes them; where it has none, those of `others`. */
function mostly(figures: string, others: readonly number[]): number[] {
  const told = figures.split(' ');
  return others.map((length, at) => (told[at] === undefined || told[at] === '-' ? length : Number(told[at])));
}

/** Makes the free lists so long. */
function leave(vm: Interpreter, module: string, lengths: readonly number[]): void {
  const { layout, freeLists: limits } = vm.process.profile;
  const entryBytes = limits.dictKeysOf === 'str' ? 16 : 24;
  const bytes = [DICT_BYTES, layout.dictKeysHeader + 8 + 5 * entryBytes, FLOAT_BYTES, LIST_BYTES];
  for (const [at, kept] of listsOf(vm).entries())
    setLength(vm, { kept, count: lengths[at] ?? 0, bytes: bytes[at] ?? tupleBytes(at - bytes.length + 1) });
  vm.imports.left.push({ module, lengths: lengthsNow(vm).join(' ') });
}

function setLength(
  { heap: { memory } }: Interpreter,
  { kept, count, bytes }: { readonly kept: number[]; readonly count: number; readonly bytes: number },
): void {
  while (kept.length > count) memory.free(kept.pop() as number);
  while (kept.length < count) kept.push(memory.alloc(bytes));
}

function seedFrames(vm: Interpreter, count: number): void {
  if (!vm.framesAreObjects) return;
  const { freeLists, memory } = vm.heap;
  if (count === 0) for (const block of freeLists.frame.splice(0)) memory.free(block);
  for (let at = freeLists.frame.length; at < count; at++) {
    const bytes = bytesOfFrameLeft(at, vm.process.config.python);
    const block = memory.alloc(bytes);
    vm.frameRoom.set(block, bytes);
    freeLists.frame.push(block);
  }
}
