/** Saving a whole process and going on from it: the heap's arrays, and everything that stands beside them. */
import type { HeapState } from '../heap/index.ts';
import { type ClassDefinition, defineClass, type PythonClass } from './classes.ts';
import type { Frame, PythonFunction } from './functions.ts';
import { Process, type ProcessConfig } from './process.ts';
import { SharedKeys, type SharedKeysState } from './shared-keys.ts';
import type { SharedObjectsState } from './shared-objects.ts';

interface ClassState {
  readonly name: string;
  readonly object: number;
  readonly bases: readonly number[];
  readonly slots: readonly string[] | null;
  readonly finalizer: ClassDefinition['finalizer'];
  readonly sharedKeys: number;
  /** Block of the frame that `__del__` keeps. */
  readonly keptFrame: number;
}

interface FunctionState {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly keptFrame: number;
  /** false: another function has its name now, but a frame still runs it. */
  readonly named: boolean;
}

interface FrameState {
  /** Index into the saved functions. */
  readonly function: number;
  readonly object: number;
  readonly traced: number;
  readonly values: readonly number[];
  readonly stack: readonly number[];
  readonly calledAt: number;
}

export interface ProcessState {
  readonly heap: HeapState;
  readonly classes: readonly ClassState[];
  readonly sharedKeys: readonly SharedKeysState[];
  readonly functions: readonly FunctionState[];
  readonly callbackFrame: number;
  readonly ownEmptyFrozenset: number;
  readonly frames: readonly FrameState[];
  readonly unitFrame: number;
  readonly globals: readonly (readonly [string, number])[];
  readonly constants: readonly (readonly [string, number])[];
  readonly shared: SharedObjectsState;
  readonly printed: readonly string[];
  readonly blocks: readonly (readonly [string, number])[];
}

export function saveProcess(process: Process): ProcessState {
  const functions = [
    ...new Set([...process.functions.values(), ...process.frames.map((frame) => frame.function)]),
  ];
  return {
    heap: process.heap.save(),
    classes: process.classes.map((one) => saveClass(process, one)),
    sharedKeys: process.sharedKeys.map((keys) => keys.save()),
    functions: functions.map((one) => saveFunction(process, one)),
    callbackFrame: process.callbackFunction.keptFrame,
    ownEmptyFrozenset: process.ownEmptyFrozenset,
    frames: process.frames.map((frame) => saveFrame(frame, functions)),
    unitFrame: process.constants.frame,
    globals: [...process.globals.entries()],
    constants: process.constants.save(),
    shared: process.shared.save(),
    printed: [...process.printed],
    blocks: [...process.blocks],
  };
}

/** A process that behaves as the saved one for ever after. */
export function restoreProcess(config: ProcessConfig, state: ProcessState): Process {
  const process = new Process(config);
  for (const one of state.classes) {
    const bases = one.bases.map((at) => process.classes[at] as PythonClass);
    const { name, slots, finalizer, object } = one;
    const made = defineClass(process, { name, bases, slots, finalizer, object });
    process.finalizerOf(made).keptFrame = one.keptFrame;
  }
  process.sharedKeys.length = 0;
  for (const keys of state.sharedKeys) SharedKeys.restore(process, keys);
  for (const [at, one] of state.classes.entries()) {
    (process.classes[at] as PythonClass).sharedKeys = process.sharedKeys[one.sharedKeys] ?? null;
  }
  const functions = state.functions.map(restoreFunction);
  for (const [at, one] of functions.entries()) {
    if (state.functions[at]?.named === true) process.functions.set(one.name, one);
  }
  process.callbackFunction.keptFrame = state.callbackFrame;
  process.ownEmptyFrozenset = state.ownEmptyFrozenset;
  process.heap.restore(state.heap);
  for (const saved of state.frames) {
    const frame = restoreFrame(saved, functions);
    process.frames.push(frame);
    if (frame.object !== 0) process.frameOwners.set(frame.object, frame.function);
  }
  process.constants.frame = state.unitFrame;
  process.globals.restore(state.globals);
  process.constants.restore(state.constants);
  process.shared.restore(state.shared);
  process.printed.push(...state.printed);
  for (const [name, block] of state.blocks) process.blocks.set(name, block);
  return process;
}

function saveClass(process: Process, one: PythonClass): ClassState {
  return {
    name: one.name,
    object: one.object,
    bases: one.bases.map((base) => process.classes.indexOf(base)),
    slots: one.definedSlots,
    finalizer: one.definesFinalizer ? one.finalizer : 'none',
    sharedKeys: one.sharedKeys === null ? -1 : one.sharedKeys.id,
    keptFrame: one.finalizer === 'none' ? 0 : process.finalizerOf(one).keptFrame,
  };
}

function saveFunction(process: Process, one: PythonFunction): FunctionState {
  const { name, parameters, keptFrame } = one;
  return { name, parameters: [...parameters], keptFrame, named: process.functions.get(name) === one };
}

function restoreFunction({ name, parameters, keptFrame }: FunctionState): PythonFunction {
  return { name, parameters: [...parameters], keptFrame };
}

function saveFrame(frame: Frame, functions: readonly PythonFunction[]): FrameState {
  return {
    function: functions.indexOf(frame.function),
    object: frame.object,
    traced: frame.traced,
    values: [...frame.values],
    stack: [...frame.stack],
    calledAt: frame.calledAt,
  };
}

function restoreFrame(state: FrameState, functions: readonly PythonFunction[]): Frame {
  return {
    function: functions[state.function] as PythonFunction,
    object: state.object,
    traced: state.traced,
    values: [...state.values],
    stack: [...state.stack],
    calledAt: state.calledAt,
  };
}
