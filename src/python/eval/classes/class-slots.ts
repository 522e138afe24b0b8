/** `__slots__` of a new class (typeobject.c:type_new_slots): checked as a tuple, copied into a list, kept as a sorted tuple. */
import { PythonRaise, strClasses } from '../../../objects/index.ts';
import { tupleFrom } from '../../builtins/types/list-fill.ts';
import { offsetsOf } from '../../builtins/types/offsets.ts';
import { whatCSees } from '../exceptions/raise.ts';
import type { Interpreter } from '../interpreter.ts';
import type { PyType } from './class-table.ts';

/** Built-in classes with tp_itemsize != 0: instances of these end in what they hold. */
export const SIZED: readonly string[] = ['tuple', 'int', 'bytes', 'type'];

interface Beginning {
  readonly dict: number;
  readonly basesTuple: number;
  /** Whose layout the class continues. */
  readonly base: PyType;
}

export interface ClassSlots {
  /** As they were given; null where nothing was said. */
  readonly slots: string[] | null;
  /** ht_slots: a new tuple of the names of its members, or 0. */
  readonly slotNames: number;
}

/** The slots of a class that is given up when they are wrong. */
export function slotsOf(vm: Interpreter, beginning: Beginning): ClassSlots {
  const { dict, basesTuple } = beginning;
  const given = vm.readDict(dict, '__slots__');
  if (given === 0) return { slots: null, slotNames: 0 };
  try {
    return readSlots(vm, beginning, vm.isStr(given) ? vm.newTuple([given]) : tupleFrom(vm, given));
  } catch (error) {
    const raised = whatCSees(vm, error);
    vm.dropAll([dict, basesTuple]);
    throw raised;
  }
}

function readSlots(vm: Interpreter, beginning: Beginning, tuple: number): ClassSlots {
  let held = tuple;
  const letGo = (): void => {
    if (held !== 0) vm.decref(held);
    held = 0;
  };
  try {
    const slots = checkedNames(vm, beginning.base, vm.items(tuple));
    const list = copied(vm, beginning.dict, slots);
    if (vm.rules.slotsReplaced) letGo();
    return { slots, slotNames: vm.guard(list, () => vm.newTuple(vm.items(list))) };
  } catch (error) {
    throw whatCSees(vm, error);
  } finally {
    letGo();
  }
}

const DUNDER_SLOTS: readonly string[] = ['__dict__', '__weakref__'];

/** type_new_visit_slots */
function checkedNames(vm: Interpreter, base: PyType, items: readonly number[]): string[] {
  if (items.length > 0 && SIZED.includes(base.native.name))
    throw new PythonRaise('TypeError', `nonempty __slots__ not supported for subtype of '${base.name}'`);
  const names: string[] = [];
  for (const item of items) {
    if (!vm.isStr(item))
      throw new PythonRaise('TypeError', `__slots__ items must be strings, not '${vm.typeName(item)}'`);
    const name = vm.text(item);
    if (!strClasses.strIsIdentifier(name, vm.process.values))
      throw new PythonRaise('TypeError', '__slots__ must be identifiers');
    checkDunder(vm, base, name, names);
    names.push(name);
  }
  return names;
}

function checkDunder(vm: Interpreter, base: PyType, name: string, before: readonly string[]): void {
  if (!DUNDER_SLOTS.includes(name)) return;
  if (before.includes(name))
    throw new PythonRaise('TypeError', `${name} slot disallowed: we already got one`);
  if (name === '__dict__' && offsetsOf(vm, base).dict !== 0)
    throw new PythonRaise('TypeError', '__dict__ slot disallowed: we already got one');
  if (name === '__weakref__' && base.info.weakrefs)
    throw new PythonRaise('TypeError', vm.words.weakrefSlotTwice);
}

/** type_new_copy_slots: a new list of the names that get members, sorted. */
function copied(vm: Interpreter, dict: number, slots: readonly string[]): number {
  const own = slots.filter((slot) => !DUNDER_SLOTS.includes(slot)).sort();
  const list = vm.newList(own.map((slot) => vm.process.internName(slot)));
  const conflict = slots.find((name) => vm.readDict(dict, name) !== 0);
  if (conflict === undefined) return list;
  const words = `'${conflict}' in __slots__ conflicts with class variable`;
  const raised = whatCSees(vm, new PythonRaise('ValueError', words));
  vm.decref(list);
  throw raised;
}
