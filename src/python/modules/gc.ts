/** gc (gcmodule.c): the collector as a program sees it. What an answer is made of is read before its objects are allocated. */
import {
  EV,
  FINALIZED,
  GENERATION_HEADS,
  META,
  PERMANENT_HEAD,
  STATIC_CLASS,
  traverse,
} from '../../heap/index.ts';
import { lists, PythonRaise } from '../../objects/index.ts';
import { clinicInt, sizeValue } from '../builtins/arguments.ts';
import { callSteps } from '../eval/calls/call-steps.ts';
import type { Steps } from '../eval/calls/waiting.ts';
import { unraisable } from '../eval/exceptions/unraisable.ts';
import { collectionSteps } from '../eval/frames/finalizing.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { type ModuleDefinition, type NativeDefinition, native, resumable } from '../eval/native.ts';
import { ANY } from './define-type.ts';
import { referentsOf } from './gc-referents.ts';

const FLAGS = {
  DEBUG_STATS: 1,
  DEBUG_COLLECTABLE: 2,
  DEBUG_UNCOLLECTABLE: 4,
  DEBUG_SAVEALL: 32,
  DEBUG_LEAK: 38,
} as const;

/** What the collector does with an object counts as much as reading so many bytes. */
const COLLECTED_BYTES = 64;

function* collect(vm: Interpreter, args: readonly number[]): Steps {
  const generation = args[0] === 0 || args[0] === undefined ? 2 : clinicInt(vm, args[0]);
  if (generation < 0 || generation > 2) throw new PythonRaise('ValueError', 'invalid generation');
  vm.goThrough(COLLECTED_BYTES * vm.heap.liveObjects);
  return vm.newInt(yield* collectionSteps(vm, vm.heap.collector.collecting(generation)));
}

function getStats(vm: Interpreter): number {
  const stats = vm.heap.collector.stats.map((one) => ({ ...one }));
  return vm.listOf(
    stats.map((one) => {
      const dict = vm.newDict();
      for (const name of ['collections', 'collected', 'uncollectable'] as const)
        vm.put(dict, name, vm.newInt(one[name]));
      return dict;
    }),
  );
}

/** A call that changes the collector and returns None. */
function doing(
  act: (vm: Interpreter, args: readonly number[]) => void,
  args: readonly [number, number] = [0, 0],
  packs = false,
): NativeDefinition {
  return native(
    (vm, given) => {
      act(vm, given);
      return vm.none();
    },
    { args, packs },
  );
}

function numbers(vm: Interpreter, values: readonly number[]): number {
  return vm.tupleOf([...values].map((one) => vm.newInt(one)));
}

function switchTo(enabled: boolean): (vm: Interpreter) => void {
  return (vm) => {
    vm.heap.collector.enabled = enabled;
    vm.heap.ring.emit(EV.GC_SWITCHED, enabled ? 1 : 0, 0, 0);
  };
}

function setThreshold(vm: Interpreter, args: readonly number[]): void {
  const { thresholds } = vm.heap.collector;
  if (args.length === 0 || args.length > thresholds.length)
    throw new PythonRaise('TypeError', vm.words.thresholdCount(args.length));
  for (const [at, one] of args.entries()) {
    if (!vm.isInt(one)) throw new PythonRaise('TypeError', vm.words.intArgument(vm.typeName(one)));
    thresholds[at] = clinicInt(vm, one);
  }
  vm.heap.ring.emit(
    EV.GC_THRESHOLD_SET,
    thresholds[0] as number,
    thresholds[1] as number,
    thresholds[2] as number,
  );
}

/** The list is there before anything is looked for: the collection that it may start ends what nobody holds. It is not in itself. */
function listed(vm: Interpreter, find: () => readonly number[]): number {
  const list = vm.newList();
  for (const ref of find()) if (ref !== list) lists.appendResizing(vm.process, list, ref);
  return list;
}

function referents(vm: Interpreter, args: readonly number[]): number {
  return listed(vm, () => args.flatMap((ref) => referentsOf(vm, ref)));
}

/** Classes that are not on the heap are collected by nobody (type_is_gc). */
function isStatic(vm: Interpreter, ref: number): boolean {
  return ((vm.heap.words[ref + META] as number) & STATIC_CLASS) !== 0;
}

function trackedObjects(vm: Interpreter): number[] {
  return GENERATION_HEADS.flatMap((head) => vm.heap.collector.list(head));
}

/** The objects that the interpreter began with come first where they are: in the generation that the main module's dict has reached, too. */
function shownObjects(vm: Interpreter, heads: readonly number[]): number[] {
  const main = vm.field(vm.modules.get('__main__') as number, 0);
  return heads.flatMap((head) => {
    const refs = vm.heap.collector.list(head);
    return refs.includes(main) ? [...vm.startObjects.shown(), ...refs] : refs;
  });
}

function holds(vm: Interpreter, ref: number, wanted: ReadonlySet<number>): boolean {
  let found = false;
  traverse(vm.heap, ref, (one) => {
    found ||= wanted.has(one);
  });
  return found;
}

/** The list of the syntax tree's arena lies beside the main module's dict: both were there before the program began. */
function trackedReferrers(vm: Interpreter, wanted: ReadonlySet<number>): number[] {
  const { tree } = vm.codes;
  const refs = trackedObjects(vm);
  const found = refs.filter((ref) => holds(vm, ref, wanted));
  if (tree === null || !tree.holdsAny(wanted)) return found;
  const main = refs.indexOf(vm.field(vm.modules.get('__main__') as number, 0));
  const order = new Map(refs.map((ref, at) => [ref, at]));
  const isBefore = (ref: number): boolean => {
    const at = order.get(ref) ?? 0;
    return vm.rules.treeBeforeMain ? at < main : at <= main;
  };
  return [...found.filter(isBefore), tree.list, ...found.filter((ref) => !isBefore(ref))];
}

/** The arguments' own tuple is not among them, nor is the answer. Modules lie outside the collector's lists here, and are asked too. */
function referrers(vm: Interpreter, args: readonly number[]): number {
  vm.goThrough(COLLECTED_BYTES * vm.heap.liveObjects);
  const tuple = vm.callTuple;
  return listed(vm, () => {
    const wanted = new Set(args);
    const found = trackedReferrers(vm, wanted);
    for (const module of vm.modules.values())
      for (const one of [vm.field(module, 0), module])
        if (!found.includes(one) && holds(vm, one, wanted)) found.push(one);
    return found.filter((ref) => ref !== tuple);
  });
}

function getObjects(vm: Interpreter, args: readonly number[]): number {
  const generation = args[0];
  if (generation === undefined || generation === 0 || vm.isNone(generation))
    return listed(vm, () => shownObjects(vm, GENERATION_HEADS));
  if (!vm.isInt(generation) && vm.special(generation, '__index__') === 0)
    throw new PythonRaise(
      'TypeError',
      `argument should be integer or None, not '${vm.typeName(generation)}'`,
    );
  const wanted = sizeValue(vm, generation);
  if (wanted === -1) return listed(vm, () => shownObjects(vm, GENERATION_HEADS));
  if (wanted < 0) throw new PythonRaise('ValueError', 'generation parameter cannot be negative');
  const head = GENERATION_HEADS[wanted];
  if (head === undefined)
    throw new PythonRaise(
      'ValueError',
      'generation parameter must be less than the number of available generations (3)',
    );
  return listed(vm, () => shownObjects(vm, [head]));
}

/** gc.callbacks: called with the phase and a dict of figures (invoke_gc_callback). */
function newCallbacks(vm: Interpreter): number {
  const callbacks = vm.heap.newOutside(vm.process.types.list, 1);
  vm.collecting = function* (phase, generation, collected) {
    if (vm.listSize(callbacks) === 0) return;
    const info = vm.newDict();
    vm.put(info, 'generation', vm.newInt(generation));
    vm.put(info, 'collected', vm.newInt(collected));
    vm.put(info, 'uncollectable', vm.newInt(0));
    const name = vm.newStr(phase);
    // Until 3.11 arguments are built for each call (PyObject_CallFunction), and hold what they are built of.
    if (vm.rules.gcCallbackArgumentsAreBuilt) vm.incref(info);
    for (let at = 0; at < vm.listSize(callbacks); at++)
      yield* callOne(vm, vm.own(lists.listItem(vm.process, callbacks, at)), [name, info]);
    if (vm.rules.gcCallbackArgumentsAreBuilt) vm.decref(info);
    vm.decref(name);
    vm.decref(info);
  };
  return vm.own(callbacks);
}

function* callOne(vm: Interpreter, callback: number, args: readonly number[]): Steps<void> {
  try {
    vm.decref(yield* callSteps(vm, callback, args));
  } catch (error) {
    unraisable(vm, error, callback);
  } finally {
    vm.decref(callback);
  }
}

export const GC: ModuleDefinition = {
  name: 'gc',
  functions: {
    collect: resumable(collect, { args: [0, 1], keywords: ['generation'] }),
    enable: doing(switchTo(true)),
    disable: doing(switchTo(false)),
    isenabled: native((vm) => vm.bool(vm.heap.collector.enabled)),
    get_count: native((vm) => numbers(vm, vm.heap.collector.counts)),
    get_threshold: native((vm) => numbers(vm, vm.heap.collector.thresholds)),
    set_threshold: doing(setThreshold, ANY, true),
    get_stats: native(getStats),
    get_debug: native((vm) => vm.newInt(vm.heap.collector.debug)),
    set_debug: doing(
      (vm, [flags]) => {
        vm.heap.collector.debug = clinicInt(vm, flags as number);
      },
      [1, 1],
    ),
    freeze: doing((vm) => {
      vm.heap.collector.freeze();
      vm.startObjects.freeze();
    }),
    unfreeze: doing((vm) => {
      vm.heap.collector.unfreeze();
      vm.startObjects.unfreeze();
    }),
    get_freeze_count: native((vm) =>
      vm.newInt(vm.heap.collector.sizeOf(PERMANENT_HEAD) + vm.startObjects.permanent),
    ),
    is_tracked: native((vm, [ref = 0]) => vm.bool(vm.process.isTracked(ref) && !isStatic(vm, ref)), {
      args: [1, 1],
    }),
    is_finalized: native(
      (vm, [ref]) => vm.bool(((vm.heap.words[(ref as number) + META] as number) & FINALIZED) !== 0),
      { args: [1, 1] },
    ),
    get_referents: native(referents, { args: ANY, packs: true }),
    get_referrers: native(referrers, { args: ANY, packs: true, seesTuple: true }),
    get_objects: native(getObjects, { args: [0, 1], keywords: ['generation'] }),
  },
  since: { is_finalized: 9 },
  values: {
    garbage: (vm) => vm.own(vm.process.garbage),
    callbacks: newCallbacks,
    ...Object.fromEntries(
      Object.entries(FLAGS).map(([name, value]) => [name, (vm: Interpreter) => vm.newInt(value)]),
    ),
  },
};
