/**
 * What printing a line of the source leaves behind: traceback.c opens the file by way of the module io (_Py_DisplaySourceLine), whose
 * readers, decoder and arguments are dicts, lists and tuples that lie in the free lists afterwards. That they are there at one time is what
 * matters; how many is what interpreters of the version show after `gc.collect()`, which empties those lists.
 */
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
}
