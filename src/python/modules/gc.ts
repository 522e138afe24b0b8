/** gc (gcmodule.c). */
import { GENERATION_HEADS, META, PERMANENT_HEAD, traverse } from '../../heap/index.ts';
import { PythonRaise } from '../../objects/index.ts';
import { type ModuleDefinition, native, type NativeDefinition } from '../eval/native.ts';
import type { Interpreter } from '../eval/interpreter.ts';

const FLAGS = { DEBUG_STATS: 1, DEBUG_COLLECTABLE: 2, DEBUG_UNCOLLECTABLE: 4, DEBUG_SAVEALL: 32, DEBUG_LEAK: 38 } as const;

function collect(vm: Interpreter, args: readonly number[]): number {
  const generation = args[0] === 0 || args[0] === undefined ? 2 : vm.index(args[0]);
  if (generation < 0 || generation > 2) throw new PythonRaise('ValueError', 'invalid generation');
  return vm.newInt(vm.heap.collector.collect(generation));
}

function getStats(vm: Interpreter): number {
  return vm.listOf(
    vm.heap.collector.stats.map((one) => {
      const dict = vm.newDict();
      vm.put(dict, 'collections', vm.newInt(one.collections));
      vm.put(dict, 'collected', vm.newInt(one.collected));
      vm.put(dict, 'uncollectable', vm.newInt(one.uncollectable));
      return dict;
    }),
  );
}

/** A call that changes the collector and returns None. */
function doing(act: (vm: Interpreter, args: readonly number[]) => void, args: readonly [number, number] = [0, 0], packs = false): NativeDefinition {
  return native((vm, given) => {
    act(vm, given);
    return vm.none();
  }, { args, packs });
}

function referents(vm: Interpreter, args: readonly number[]): number {
  const found: number[] = [];
  for (const ref of args) if (vm.heap.typeOf(ref).gc) traverse(vm.heap, ref, (one) => found.push(one));
  return vm.newList(found);
}

function trackedObjects(vm: Interpreter): number[] {
  return [...GENERATION_HEADS].flatMap((head) => vm.heap.collector.list(head));
}

function referrers(vm: Interpreter, args: readonly number[]): number {
  const wanted = new Set(args);
  const found = trackedObjects(vm).filter((ref) => {
    let holds = false;
    traverse(vm.heap, ref, (one) => {
      holds ||= wanted.has(one);
    });
    return holds;
  });
  for (const module of vm.modules.values()) {
    const dict = vm.field(module, 0);
    let holds = false;
    traverse(vm.heap, dict, (one) => {
      holds ||= wanted.has(one);
    });
    if (holds) found.push(dict);
  }
  return vm.newList(found);
}

function getObjects(vm: Interpreter, args: readonly number[]): number {
  const generation = args[0];
  if (generation === undefined || generation === 0 || vm.isNone(generation)) return vm.newList(trackedObjects(vm));
  const head = GENERATION_HEADS[vm.index(generation)];
  if (head === undefined) throw new PythonRaise('ValueError', `generation parameter must be less than the number of available generations (3)`);
  return vm.newList(vm.heap.collector.list(head));
}

export const GC: ModuleDefinition = {
  name: 'gc',
  functions: {
    collect: native(collect, { args: [0, 1], keywords: ['generation'] }),
    enable: doing((vm) => {
      vm.heap.collector.enabled = true;
    }),
    disable: doing((vm) => {
      vm.heap.collector.enabled = false;
    }),
    isenabled: native((vm) => vm.bool(vm.heap.collector.enabled)),
    get_count: native((vm) => vm.tupleOf([...vm.heap.collector.counts].map((one) => vm.newInt(one)))),
    get_threshold: native((vm) => vm.tupleOf([...vm.heap.collector.thresholds].map((one) => vm.newInt(one)))),
    set_threshold: doing((vm, args) => args.forEach((one, at) => vm.heap.collector.thresholds.splice(at, 1, vm.index(one))), [1, 3], true),
    get_stats: native(getStats),
    get_debug: native((vm) => vm.newInt(vm.heap.collector.debug)),
    set_debug: doing((vm, [flags]) => {
      vm.heap.collector.debug = vm.index(flags as number);
    }, [1, 1]),
    freeze: doing((vm) => void vm.heap.collector.freeze()),
    unfreeze: doing((vm) => void vm.heap.collector.unfreeze()),
    get_freeze_count: native((vm) => vm.newInt(vm.heap.collector.sizeOf(PERMANENT_HEAD) + (vm.minor === 12 ? 375 : 0))),
    is_tracked: native((vm, [ref]) => vm.bool(vm.process.isTracked(ref as number)), { args: [1, 1] }),
    is_finalized: native((vm, [ref]) => vm.bool(((vm.heap.words[(ref as number) + META] as number) & (1 << 16)) !== 0), { args: [1, 1] }),
    get_referents: native(referents, { args: [0, Number.MAX_SAFE_INTEGER], packs: true }),
    get_referrers: native(referrers, { args: [0, Number.MAX_SAFE_INTEGER], packs: true }),
    get_objects: native(getObjects, { args: [0, 1], keywords: ['generation'] }),
  },
  values: {
    garbage: (vm) => vm.own(vm.process.garbage),
    callbacks: (vm) => vm.newList(),
    ...Object.fromEntries(Object.entries(FLAGS).map(([name, value]) => [name, (vm: Interpreter) => vm.newInt(value)])),
  },
};

