/**
 * What printing a line of the source leaves behind: traceback.c opens the file by way of the module io (_Py_DisplaySourceLine), whose
 * readers, decoder and arguments are dicts, lists and tuples that lie in the free lists afterwards. That they are there at one time is what
 * matters; how many is what interpreters of the version show after `gc.collect()`, which empties those lists.
 */
import { GC_HEAD_BYTES } from '../../../heap/index.ts';
import type { PythonFunction } from '../../../objects/index.ts';
import type { Interpreter } from '../interpreter.ts';

export interface ReadingContainers {
  readonly dicts: number;
  readonly lists: number;
  /** Their sizes. */
  readonly tuples: readonly number[];
}

export function leaveReadingContainers(vm: Interpreter): void {
  const { dicts, lists, tuples } = vm.rules.sourceReading;
  const made: number[] = [];
  for (let count = 0; count < dicts; count++) made.push(vm.newDict());
  for (let count = 0; count < lists; count++) made.push(vm.newList());
  for (const size of tuples) made.push(vm.newTuple(Array.from({ length: size }, () => vm.process.none)));
  vm.dropAll(made);
  if (vm.framesAreObjects) decode(vm);
}

/** codecs.BufferedIncrementalDecoder.decode, which the start has not called: six variables, and as many places of the stack. */
const DECODE_PLACES = 12;
const decoders = new WeakMap<Interpreter, PythonFunction>();

/** The decoder is a function in Python, which keeps its frame from its first call on (co_zombieframe). */
function decode(vm: Interpreter): void {
  const { heap, process } = vm;
  const known = decoders.get(vm) ?? { name: 'decode', parameters: [], keptFrame: 0 };
  decoders.set(vm, known);
  const bytes = GC_HEAD_BYTES + process.profile.layout.frame + 8 * DECODE_PLACES;
  const kept = known.keptFrame;
  known.keptFrame = 0;
  const frame = heap.newFrom(process.types.frame, kept, bytes);
  process.frameOwners.set(frame, known);
  heap.decref(frame);
}
