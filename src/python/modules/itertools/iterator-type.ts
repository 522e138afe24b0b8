/** How the iterators of itertools are described: a class whose objects are their own iterators (itertoolsmodule.c). */
import { A, GC_HEAD_BYTES, REFCNT } from '../../../heap/index.ts';
import { PythonRaise } from '../../../objects/index.ts';
import { allocate, classArgument } from '../../builtins/allocate.ts';
import { ITERATOR } from '../../builtins/types/dunders.ts';
import { callSteps } from '../../eval/calls/call-steps.ts';
import type { Steps } from '../../eval/calls/waiting.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import {
  type Native,
  type NativeDefinition,
  type NativeSteps,
  type NativeTraits,
  native,
  resumable,
} from '../../eval/native.ts';
import { answerSteps } from '../../eval/operators/truth.ts';
import type { ModuleType } from '../define-type.ts';

export type Args = readonly number[];

export interface IteratorSpec {
  readonly name: string;
  /** tp_basicsize. */
  readonly bytes: (vm: Interpreter) => number;
  readonly construct: Native | { readonly steps: NativeSteps };
  readonly takes: NativeTraits;
  readonly next: NonNullable<ModuleType['next']>;
  readonly methods?: Readonly<Record<string, NativeDefinition>>;
  readonly classMethods?: Readonly<Record<string, NativeDefinition>>;
  readonly since?: Readonly<Record<string, number>>;
  /** sys.getsizeof beyond the object itself. */
  readonly more?: (vm: Interpreter, iterator: number) => number;
  readonly weakrefs?: boolean;
}

export function iteratorType(spec: IteratorSpec): ModuleType {
  const { name, bytes, construct, next, more } = spec;
  return {
    name,
    module: 'itertools',
    heapSince: 12,
    traits: { weakrefs: spec.weakrefs ?? false },
    construct:
      typeof construct === 'function'
        ? native(construct, spec.takes)
        : resumable(construct.steps, spec.takes),
    methods: { ...ITERATOR, ...spec.methods },
    classMethods: spec.classMethods ?? {},
    since: spec.since ?? {},
    bytes: (vm, ref) => GC_HEAD_BYTES + bytes(vm) + (more?.(vm, ref) ?? 0),
    next,
  };
}

/** An object of the class that was called; the references of its fields are taken over. */
export function newIterator(vm: Interpreter, ofClass: number, bytes: number, fields: Args): number {
  const made = allocate(vm, classArgument(vm, ofClass), bytes);
  vm.fillFields(made, fields);
  vm.heap.track(made);
  return made;
}

/** Calls a predicate on an item and drops the answer. */
export function* holdsFor(vm: Interpreter, predicate: number, item: number): Steps<boolean> {
  return yield* answerSteps(vm, yield* callSteps(vm, predicate, [item]));
}

/** The tuple of the last round with these borrowed items, or, where somebody else holds it, a new one in its place; a new reference. */
export function renewed(vm: Interpreter, self: number, at: number, items: Args): number {
  const { heap } = vm;
  const kept = vm.field(self, at);
  if (kept === 0 || heap.words[kept + REFCNT] !== 1) {
    vm.setField(self, at, vm.newTuple(items));
    return vm.own(vm.field(self, at));
  }
  const chunk = heap.words[kept + A] as number;
  heap.incref(kept);
  for (const item of items) heap.incref(item);
  const old = items.map((_, nth) => heap.cells.words[chunk + nth] as number);
  for (const [nth, item] of items.entries()) heap.cells.words[chunk + nth] = item;
  vm.dropAll(old);
  if (!heap.isTracked(kept)) heap.track(kept);
  return kept;
}

/** The tuple of the last round is copied if somebody else holds it: before it is known whether another round follows. */
export function keepToOneself(vm: Interpreter, self: number, at: number): void {
  const kept = vm.field(self, at);
  if (kept !== 0 && vm.heap.words[kept + REFCNT] !== 1) vm.setField(self, at, vm.newTuple(vm.items(kept)));
}

/** A count that must not be negative. */
export function notNegative(value: number, message: string): number {
  if (value < 0) throw new PythonRaise('ValueError', message);
  return value;
}
