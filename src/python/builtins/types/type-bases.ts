/** `cls.__bases__ = bases`: another inheritance for a class and all that derive from it (typeobject.c:type_set_bases). */
import { lists, PythonRaise } from '../../../objects/index.ts';
import { bestBase, winningBase } from '../../eval/classes/class-bases.ts';
import { basesOf, CLASS } from '../../eval/classes/class-build.ts';
import type { PyType } from '../../eval/classes/class-table.ts';
import { updateFinalizer } from '../../eval/classes/finalizers.ts';
import { orderClass } from '../../eval/classes/method-order.ts';
import { enterSubclass, leaveBases } from '../../eval/classes/subclasses.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { checkAssignable } from './assignable.ts';
import { subclassList } from './subclass-list.ts';

/** @param value the tuple of the new bases, borrowed */
export function setBases(vm: Interpreter, type: PyType, value: number): void {
  checkBases(vm, type, value);
  const bases = basesOf(vm, vm.items(value));
  const base = winningBase(bases);
  const old = { bases: type.bases, tuple: vm.field(type.ref, CLASS.BASES), base: winningBase(type.bases) };
  checkAssignable(vm, { attribute: '__bases__', old: old.base, wanted: base });
  const held = [vm.own(old.tuple), vm.own(old.base.ref)];
  inherit(vm, type, { bases, tuple: value, base });
  try {
    vm.guard(vm.newList(), (orders) => reorder(vm, type, orders));
  } catch (error) {
    inherit(vm, type, old);
    vm.dropAll(held);
    throw error;
  }
  leaveBases(vm, type, old.bases);
  enterSubclass(vm, type);
  vm.classes.moved(type, old.bases);
  updateFinalizer(vm, type);
  vm.dropAll(held);
}

function checkBases(vm: Interpreter, type: PyType, value: number): void {
  if (!vm.isTuple(value))
    throw wrong(`can only assign tuple to ${type.name}.__bases__, not ${vm.typeName(value)}`);
  const items = vm.items(value);
  if (items.length === 0) throw wrong(`can only assign non-empty tuple to ${type.name}.__bases__, not ()`);
  for (const item of items) {
    const base = vm.classes.forObject(item);
    if (base === undefined)
      throw wrong(`${type.name}.__bases__ must be tuple of classes, not '${vm.typeName(item)}'`);
    if (vm.classes.isSubclass(base, type)) throw wrong('a __bases__ item causes an inheritance cycle');
  }
}

const wrong = (words: string): PythonRaise => new PythonRaise('TypeError', words);

interface Inheritance {
  readonly bases: readonly PyType[];
  readonly tuple: number;
  readonly base: PyType;
}

function inherit(vm: Interpreter, type: PyType, { bases, tuple, base }: Inheritance): void {
  type.bases = bases;
  vm.setField(type.ref, CLASS.BASES, vm.own(tuple));
  vm.setField(type.ref, CLASS.BASE, vm.own(base.ref));
}

/** Orders the class and all that derive from it anew. Where one of them cannot be, all have their old order again. */
function reorder(vm: Interpreter, type: PyType, orders: number): void {
  const former: (() => void)[] = [];
  try {
    orderHierarchy(vm, type, { orders, former });
  } catch (error) {
    for (const restore of former.toReversed()) restore();
    throw error;
  } finally {
    vm.classes.changed(type);
  }
}

interface Reordering {
  /** A list of a tuple for each class: | class | new order | old order |. */
  readonly orders: number;
  readonly former: (() => void)[];
}

/** mro_hierarchy: a class that several ways lead to is ordered several times. */
function orderHierarchy(vm: Interpreter, type: PyType, reordering: Reordering): void {
  const { mro, native, ref } = type;
  const { orders, former } = reordering;
  vm.guard(vm.own(vm.field(ref, CLASS.MRO)), (old) => {
    vm.setField(ref, CLASS.MRO, orderClass(vm, type));
    vm.guard(vm.newTuple([ref, vm.field(ref, CLASS.MRO), old]), (entry) =>
      lists.append(vm.process, orders, entry),
    );
    former.push(() => {
      Object.assign(type, { mro, native });
      vm.setField(ref, CLASS.MRO, vm.own(old));
    });
  });
  type.native = bestBase(vm, type.bases);
  if (vm.rules.emptySubclassDictGoes && type.subclassDict === 0) return;
  vm.guard(subclassList(vm, type), (list) => {
    for (const one of lists.listItems(vm.process, list))
      orderHierarchy(vm, vm.classes.forObject(one) as PyType, reordering);
  });
}
