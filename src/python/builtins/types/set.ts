/** set and frozenset (setobject.c). */
import { sets } from '../../../objects/index.ts';
import { native, type NativeDefinition, type TypeDefinition } from '../../eval/native.ts';
import { setOperation } from '../../eval/operators.ts';
import type { Interpreter } from '../../eval/interpreter.ts';

/** A set of any iterable's items; a new reference. */
function asSet(vm: Interpreter, ref: number): number {
  if (vm.isAnySet(ref)) return vm.own(ref);
  const set = vm.newSet();
  vm.updateSet(set, ref);
  return set;
}

function combining(operator: string): NativeDefinition {
  return native(
    (vm, [self, ...others]) => {
      let result = sets.newSet(vm.process, vm.infoOf(self as number));
      sets.setMerge(vm.process, result, self as number);
      for (const other of others) {
        const set = asSet(vm, other);
        const next = vm.guard(set, () => setOperation(vm, result, set, operator));
        vm.decref(result);
        result = next;
      }
      return result;
    },
    { args: [0, Number.MAX_SAFE_INTEGER] },
  );
}

function asking(operator: string): NativeDefinition {
  return native((vm, [self, other]) => {
    const set = asSet(vm, other as number);
    return vm.guard(set, () => vm.compare(self as number, set, operator));
  }, { args: [1, 1] });
}

const shared: Readonly<Record<string, NativeDefinition>> = {
  union: combining('|'),
  intersection: combining('&'),
  difference: combining('-'),
  symmetric_difference: combining('^'),
  issubset: asking('<='),
  issuperset: asking('>='),
  isdisjoint: native((vm, [self, other]) => {
    const set = asSet(vm, other as number);
    return vm.guard(set, () => vm.bool(!sets.setItems(vm.process, set).some((key) => sets.setHas(vm.process, self as number, key))));
  }, { args: [1, 1] }),
  copy: native((vm, [self]) => {
    const copy = sets.newSet(vm.process, vm.infoOf(self as number));
    sets.setMerge(vm.process, copy, self as number);
    return copy;
  }),
};

export const SET: TypeDefinition = {
  name: 'set',
  construct: native(
    (vm, args) => {
      const [cls, iterable] = args as [number, number | undefined];
      const type = vm.classes.forObject(cls);
      const set = type === undefined || type.dict === 0 ? vm.newSet() : vm.newOfLayout(type);
      if (iterable === undefined) return set;
      try {
        vm.updateSet(set, iterable);
        return set;
      } catch (error) {
        vm.decref(set);
        throw error;
      }
    },
    { args: [0, 1] },
  ),
  methods: {
    ...shared,
    add: native((vm, [self, item]) => {
      sets.setAdd(vm.process, self as number, item as number);
      return vm.none();
    }, { args: [1, 1] }),
    discard: native((vm, [self, item]) => {
      sets.setDiscard(vm.process, self as number, item as number);
      return vm.none();
    }, { args: [1, 1] }),
    remove: native((vm, [self, item]) => {
      if (!sets.setDiscard(vm.process, self as number, item as number)) throw vm.keyError(item as number);
      return vm.none();
    }, { args: [1, 1] }),
    pop: native((vm, [self]) => {
      const first = sets.setItems(vm.process, self as number)[0];
      if (first === undefined) throw vm.raising('KeyError', [vm.newStr('pop from an empty set')]);
      vm.incref(first);
      sets.setDiscard(vm.process, self as number, first);
      return first;
    }),
    clear: native((vm, [self]) => {
      sets.clearSet(vm.process, self as number);
      return vm.none();
    }),
    update: native((vm, [self, ...others]) => {
      for (const other of others) vm.updateSet(self as number, other);
      return vm.none();
    }, { args: [0, Number.MAX_SAFE_INTEGER] }),
  },
};

export const FROZENSET: TypeDefinition = {
  name: 'frozenset',
  construct: native(
    (vm, args) => {
      const [, iterable] = args as [number, number | undefined];
      if (iterable === undefined) return vm.process.profile.calls.emptyFrozensetShared ? vm.process.emptyFrozenset() : sets.newSet(vm.process, vm.process.types.frozenset);
      if (vm.heap.typeOf(iterable) === vm.process.types.frozenset) return vm.own(iterable);
      const set = sets.newSet(vm.process, vm.process.types.frozenset);
      try {
        vm.updateSet(set, iterable);
        return set;
      } catch (error) {
        vm.decref(set);
        throw error;
      }
    },
    { args: [0, 1] },
  ),
  methods: shared,
};
