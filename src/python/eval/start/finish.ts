/**
 * The end of a program (pylifecycle.c:Py_FinalizeEx): atexit, a collection, then the main module goes.
 *
 * Its namespace is in a cycle with every function that was defined in it, so what is left dies as garbage: all finalizers run first, in
 * the collector's order, while the names are still there. Without a function, or another holder, the names go one by one as the module
 * leaves sys.modules. Here the namespace comes from outside and never dies; a stand-in takes its place in the collector's eyes: a dict
 * that, where there is a cycle, holds itself, and counts the references instead.
 *
 * Names that something of the interpreter's own still leads to go only with sys and builtins, when there is no stream left to print to.
 */
import { A, B, DEBUG_SAVEALL, DEBUG_UNCOLLECTABLE, IMMORTAL, NEXT, REFCNT } from '../../../heap/index.ts';
import { dicts } from '../../../objects/index.ts';
import type { Interpreter } from '../interpreter.ts';
import { tellError } from '../texts/error-output.ts';
import { flushText } from '../texts/text-output.ts';
import { outlivesModules } from './kept-at-exit.ts';
import { emptyModules, forgetSysNames, restoreBuiltins } from './module-end.ts';
import { flushAtEnd } from './stream-flushes.ts';

/**
 * False where a stream could not be flushed, which is the status of the process then.
 * `exited`: SystemExit ended it, which leaves no time to take its file's name away (pythonrun.c:pyrun_simple_file).
 */
export function finishProgram(vm: Interpreter, exited: boolean): boolean {
  if (!exited) forgetFile(vm);
  vm.dropAll([vm.atExit()]);
  const isFlushed = flushAtEnd(vm);
  flushText(vm);
  const { collector } = vm.heap;
  if (collector.enabled) collector.collect(2);
  const main = vm.modules.get('__main__');
  if (main === undefined) return isFlushed;
  const namespace = vm.field(main, 0);
  forgetSysNames(vm);
  restoreStreams(vm);
  // gc.callbacks are told of the collection above, not of those to come (_PyGC_CollectNoFail).
  const { collecting } = vm;
  vm.collecting = null;
  vm.modulesGone = true;
  let alone = false;
  emptyModules(vm, () => {
    alone = vm.heap.words[namespace + REFCNT] === 1;
    if (alone) dropNames(vm, namespace);
  });
  restoreBuiltins(vm);
  if (alone) collector.collect(2);
  else endNamespace(vm, namespace);
  tellGarbage(vm);
  vm.modulesGone = false;
  vm.collecting = collecting;
  return isFlushed;
}

/** What the collector gave up is listed where that was asked for (gc.c:_PyGC_DumpShutdownStats). */
function tellGarbage(vm: Interpreter): void {
  const { debug } = vm.heap.collector;
  if ((debug & DEBUG_SAVEALL) !== 0 || (debug & DEBUG_UNCOLLECTABLE) === 0) return;
  const { garbage } = vm.process;
  if (vm.items(garbage).length > 0) tellError(vm, [`      ${vm.repr(garbage)}\n`]);
}

function forgetFile(vm: Interpreter): void {
  const main = vm.modules.get('__main__');
  if (main === undefined) return;
  for (const name of ['__file__', '__cached__'])
    dicts.dictDelete(vm.process, vm.field(main, 0), vm.process.internName(name));
}

/** As garbage, or later where something leads to it that is no garbage. */
function endNamespace(vm: Interpreter, namespace: number): void {
  const { collector } = vm.heap;
  if (outlivesModules(vm, namespace)) {
    collector.collect(2);
    vm.muted = true;
  }
  const standIn = standInFor(vm, namespace);
  dicts.dictSet(vm.process, standIn, vm.process.internName('__self__'), standIn);
  vm.decref(standIn);
  takePlace(vm, standIn, namespace);
  collector.collect(2);
  vm.muted = false;
  forgetEntries(vm, namespace);
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

/** One after the other, in their order, as the dict goes (dict_dealloc). */
function dropNames(vm: Interpreter, namespace: number): void {
  const standIn = standInFor(vm, namespace);
  forgetEntries(vm, namespace);
  vm.decref(standIn);
}

/** A dict with what the namespace has, and with its references. */
function standInFor(vm: Interpreter, namespace: number): number {
  const standIn = vm.newDict();
  for (const [key, value] of vm.entries(namespace)) {
    dicts.dictSet(vm.process, standIn, key, value);
    uncount(vm, value);
  }
  return standIn;
}

function forgetEntries({ heap }: Interpreter, namespace: number): void {
  heap.words[namespace + A] = 0;
  heap.words[namespace + B] = 0;
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
