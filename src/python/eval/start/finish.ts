/**
 * The end of a program (pylifecycle.c:Py_FinalizeEx): atexit, a collection, then the main module goes.
 *
 * Its namespace is in a cycle with every function that was defined in it, so what is left dies as garbage: all finalizers run first, in
 * the collector's order, while the names are still there. Here the namespace comes from outside and never dies; a stand-in takes its
 * place in the collector's eyes: a dict that holds itself and counts the references instead.
 *
 * Names that something of the interpreter's own still leads to go only with sys and builtins, when there is no stream left to print to.
 */
import { A, B, IMMORTAL, NEXT, REFCNT } from '../../../heap/index.ts';
import { dicts } from '../../../objects/index.ts';
import type { Interpreter } from '../interpreter.ts';
import { flushText } from '../texts/text-output.ts';
import { outlivesModules } from './kept-at-exit.ts';

export function finishProgram(vm: Interpreter): void {
  vm.atExit();
  flushText(vm);
  const { collector } = vm.heap;
  if (collector.enabled) collector.collect(2);
  const main = vm.modules.get('__main__');
  if (main === undefined) return;
  const namespace = vm.field(main, 0);
  restoreStreams(vm);
  // gc.callbacks are told of the collection above, not of those to come (_PyGC_CollectNoFail).
  const { collecting } = vm;
  vm.collecting = null;
  if (outlivesModules(vm, namespace)) {
    collector.collect(2);
    vm.muted = true;
  }
  dropNames(vm, namespace);
  vm.muted = false;
  vm.collecting = collecting;
}

/** Whatever a program has put in their place (finalize_modules_delete_special). */
function restoreStreams(vm: Interpreter): void {
  const sys = vm.modules.get('sys');
  if (sys === undefined) return;
  const names = vm.field(sys, 0);
  for (const name of ['stdin', 'stdout', 'stderr']) {
    const first = vm.readDict(names, `__${name}__`);
    if (first !== 0 && vm.readDict(names, name) !== first) vm.put(names, name, vm.own(first));
  }
}

function dropNames(vm: Interpreter, namespace: number): void {
  const standIn = vm.newDict();
  for (const [key, value] of vm.entries(namespace)) {
    dicts.dictSet(vm.process, standIn, key, value);
    uncount(vm, value);
  }
  dicts.dictSet(vm.process, standIn, vm.process.internName('__self__'), standIn);
  vm.decref(standIn);
  takePlace(vm, standIn, namespace);
  vm.heap.collector.collect(2);
  vm.heap.words[namespace + A] = 0;
  vm.heap.words[namespace + B] = 0;
}

/** `ref` stands where `other` stood in the collector's lists. */
function takePlace({ heap }: Interpreter, ref: number, other: number): void {
  heap.untrack(ref);
  heap.append(heap.words[other + NEXT] as number, ref);
  heap.untrack(other);
}

/** The namespace's own reference no longer counts; the stand-in holds one, so the count stays above zero. */
function uncount(vm: Interpreter, value: number): void {
  const count = vm.heap.words[value + REFCNT] as number;
  if (count < IMMORTAL) vm.heap.words[value + REFCNT] = count - 1;
}
