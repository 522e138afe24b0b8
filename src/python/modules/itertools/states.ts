/**
 * What the iterators of itertools are made of, for copy and its like: `__reduce__` and `__setstate__` of each (itertoolsmodule.c:
 * count_reduce, cycle_setstate and so on). From 3.12 on both warn that they will go. Their fields are described beside each iterator.
 */
import type { ints } from '../../../objects/index.ts';
import { PythonRaise } from '../../../objects/index.ts';
import { sizeValue } from '../../builtins/arguments.ts';
import { reducedByClass, stateful } from '../../builtins/types/iterator-state.ts';
import { warn } from '../../eval/exceptions/warnings.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import type { NativeDefinition } from '../../eval/native.ts';
import { isIterator } from '../../eval/operators/iteration.ts';

export type Reduce = (vm: Interpreter, self: number) => number;
export type SetState = (vm: Interpreter, self: number, state: number) => void;

export function warnOfCopies(vm: Interpreter): void {
  const message = vm.rules.itertoolsCopies;
  if (message !== null) warn(vm, 'DeprecationWarning', message);
}

/** The methods, which warn first. */
export function copied(reduce: Reduce, setState?: SetState): Readonly<Record<string, NativeDefinition>> {
  return stateful(
    (vm, self) => {
      warnOfCopies(vm);
      return reduce(vm, self);
    },
    setState &&
      ((vm, self, state) => {
        warnOfCopies(vm);
        setState(vm, self, state);
      }),
  );
}

const own = (vm: Interpreter, self: number, at: number): number => vm.own(vm.field(self, at));
const ownOr = (vm: Interpreter, self: number, at: number, otherwise: number): number =>
  vm.own(vm.field(self, at) || otherwise);

/** The class called with what these fields hold. */
export const reducedFields =
  (...fields: readonly number[]): Reduce =>
  (vm, self) =>
    reducedByClass(
      vm,
      self,
      fields.map((at) => own(vm, self, at)),
    );

/** The items of a state that must be a tuple of `least` to `most`. */
export function stateItems(vm: Interpreter, state: number, least: number, most = least): readonly number[] {
  if (!vm.isTuple(state)) throw new PythonRaise('TypeError', 'state is not a tuple');
  const items = vm.items(state);
  if (items.length >= least && items.length <= most) return items;
  const bound = least === most ? 'exactly' : items.length < least ? 'at least' : 'at most';
  const count = items.length < least ? least : most;
  const words = `function takes ${bound} ${count} argument${count === 1 ? '' : 's'} (${items.length} given)`;
  throw new PythonRaise('TypeError', words);
}

/** Keeps a flag of the payload, `done`, which the first call sets when the condition turns. */
export const WITH_FLAG = copied(
  (vm, self) => {
    const { done } = vm.heap.payload(self) as { done: boolean };
    return reducedByClass(vm, self, [own(vm, self, 0), own(vm, self, 1)], vm.newInt(Number(done)));
  },
  (vm, self, state) => {
    (vm.heap.payload(self) as { done: boolean }).done = vm.truth(state);
  },
);

/** Numbers kept in C alone, or an object and a step. */
export const COUNT_STATE = copied((vm, self) => {
  if (vm.field(self, 0) !== 0) return reducedFields(0, 1)(vm, self);
  return reducedByClass(vm, self, [vm.newInt(vm.heap.payload(self) as ints.PyInt)]);
});

export const REPEAT_STATE = copied((vm, self) => {
  const { left } = vm.heap.payload(self) as { left: number };
  return reducedByClass(vm, self, [own(vm, self, 0), ...(left < 0 ? [] : [vm.newInt(left)])]);
});

interface Cycling {
  at: number;
  isSaved: boolean;
}

/** What was saved is shared with the copy, which goes through the rest of this round first. */
export const CYCLE_STATE = copied(
  (vm, self) => {
    const { at, isSaved } = vm.heap.payload(self) as Cycling;
    const saved = vm.field(self, 1);
    const ended = vm.field(self, 0) === 0;
    const iterator = ended ? vm.iter(saved) : own(vm, self, 0);
    if (ended && at > 0)
      vm.guard(vm.newInt(at), (place) => vm.decref(vm.callMethod(iterator, '__setstate__', [place])));
    const state = vm.tupleOf([vm.own(saved), vm.bool(ended || isSaved)]);
    return reducedByClass(vm, self, [iterator], state);
  },
  (vm, self, state) => {
    const [saved = 0, flag = 0] = stateItems(vm, state, 2);
    if (!vm.isList(saved))
      throw new PythonRaise('TypeError', `argument 1 must be list, not ${vm.typeName(saved)}`);
    const cycling = vm.heap.payload(self) as Cycling;
    cycling.isSaved = sizeValue(vm, flag) !== 0;
    cycling.at = 0;
    vm.setField(self, 1, vm.own(saved));
  },
);

/** The iterable of iterables and, between two items, the iterator that is being gone through. */
export const CHAIN_STATE = copied(
  (vm, self) => {
    const parts = [0, 1].filter((at) => vm.field(self, at) !== 0).map((at) => own(vm, self, at));
    return reducedByClass(vm, self, [], vm.field(self, 0) === 0 ? 0 : vm.tupleOf(parts));
  },
  (vm, self, state) => {
    const parts = stateItems(vm, state, 1, 2);
    if (!parts.every((one) => isIterator(vm, one)))
      throw new PythonRaise('TypeError', 'Arguments must be iterators.');
    vm.setField(self, 0, vm.own(parts[0] as number));
    vm.setField(self, 1, vm.own(parts[1] ?? 0));
  },
);

/** accumulate: a value that is to come first, and a total of None, are put before what is left. */
export const ACCUMULATE_STATE = copied(
  (vm, self) => {
    const { none } = vm.process;
    const [total, initial] = [vm.field(self, 2), vm.field(self, 3)];
    const func = ownOr(vm, self, 0, none);
    if (initial !== none) return reducedByClass(vm, self, [chained(vm, initial, self), func], vm.none());
    if (total !== none) return reducedByClass(vm, self, [own(vm, self, 1), func], vm.own(total || none));
    const again = made(vm, 'accumulate', [chained(vm, total, self), func]);
    return vm.tupleOf([ofModule(vm, 'islice'), vm.tupleOf([again, vm.newInt(1), vm.none()])]);
  },
  (vm, self, state) => vm.setField(self, 2, vm.own(state)),
);

function ofModule(vm: Interpreter, name: string): number {
  return vm.own(vm.readDict(vm.field(vm.importModule('itertools'), 0), name));
}

/** One of the module's iterators, made from arguments that are taken over. */
function made(vm: Interpreter, name: string, args: readonly number[]): number {
  const type = ofModule(vm, name);
  try {
    return vm.guard(type, () => vm.call(type, args));
  } finally {
    vm.dropAll(args);
  }
}

/** chain((first,), iterator) */
const chained = (vm: Interpreter, first: number, self: number): number =>
  made(vm, 'chain', [vm.newTuple([first]), own(vm, self, 1)]);

interface Slicing {
  at: number;
  readonly wanted: number;
  readonly stop: number;
  readonly step: number;
}

/** islice: what it still has to give, and how many items of the iterator it has taken. */
export const SLICE_STATE = copied(
  (vm, self) => {
    const { at, wanted, stop, step } = vm.heap.payload(self) as Slicing;
    if (vm.field(self, 0) === 0) {
      const nothing = vm.guard(vm.newList(), (list) => vm.iter(list));
      return reducedByClass(vm, self, [nothing, vm.newInt(0)], vm.newInt(0));
    }
    const last = Number.isFinite(stop) ? vm.newInt(stop) : vm.none();
    const args = [own(vm, self, 0), vm.newInt(wanted), last, vm.newInt(step)];
    return reducedByClass(vm, self, args, vm.newInt(at));
  },
  (vm, self, state) => {
    (vm.heap.payload(self) as Slicing).at = sizeValue(vm, state);
  },
);

/** zip_longest: an empty tuple stands for an iterator that has ended. */
export const LONGEST_STATE = copied(
  (vm, self) => {
    const args = vm.items(vm.field(self, 0)).map((one) => (one === 0 ? vm.newTuple([]) : vm.own(one)));
    return reducedByClass(vm, self, args, ownOr(vm, self, 2, vm.process.none));
  },
  (vm, self, state) => vm.setField(self, 2, vm.own(state)),
);

/** groupby: what it is at is a state only between two items of a group (groupby_reduce). */
export const GROUPBY_STATE = copied(
  (vm, self) => {
    const args = [own(vm, self, 0), own(vm, self, 1)];
    const [target, current, value] = [2, 3, 4].map((at) => vm.field(self, at)) as [number, number, number];
    if (target === 0 || current === 0 || value === 0) return reducedByClass(vm, self, args);
    return reducedByClass(vm, self, args, vm.newTuple([current, value, target]));
  },
  (vm, self, state) => {
    const [current = 0, value = 0, target = 0] = stateItems(vm, state, 3);
    for (const [at, ref] of [
      [2, target],
      [3, current],
      [4, value],
    ] as const)
      vm.setField(self, at, vm.own(ref));
  },
);
