/** The method resolution order of a class, as a list of records and as a tuple on the heap (typeobject.c:mro_internal). */
import { dicts, PythonRaise } from '../../../objects/index.ts';
import { tupleFrom } from '../../builtins/types/list-fill.ts';
import type { Interpreter } from '../interpreter.ts';
import { linearise, type PyType } from './class-table.ts';

/** Gives the class the order that its bases ask for, or its metaclass. Returns the tuple of it, a new reference for `__mro__`. */
export function orderClass(vm: Interpreter, type: PyType): number {
  const tuple = type.metaclass === null ? orderOfBases(vm, type) : orderByMethod(vm, type, type.metaclass);
  type.mro = vm.items(tuple).map((one) => vm.classes.forObject(one) as PyType);
  return tuple;
}

/** mro_invoke: `mro()` of the metaclass, inherited or not, answers with something that a tuple is made of. */
function orderByMethod(vm: Interpreter, type: PyType, metaclass: PyType): number {
  const own = vm.overrideIn(metaclass, 'mro');
  const answer = own === 0 ? orderList(vm, type) : vm.callBound(own, type.ref);
  return vm.guard(answer, () => {
    const tuple = tupleFrom(vm, answer);
    const wrong = vm.items(tuple).find((one) => vm.classes.forObject(one) === undefined);
    if (wrong === undefined) return tuple;
    const words = `mro() returned a non-class ('${vm.typeName(wrong)}')`;
    vm.decref(tuple);
    throw new PythonRaise('TypeError', words);
  });
}

/** type.mro(): the order that the bases ask for, in a list. */
export function orderList(vm: Interpreter, type: PyType): number {
  const order = orderOfBases(vm, type, false);
  return vm.isList(order) ? order : vm.guard(order, () => vm.newList(vm.items(order)));
}

/** A class that is inherited counts, for each base that may come before it, as much as reading so many bytes. */
const CLASS_BYTES = 64;

/** mro_implementation: a tuple; the merge of several bases collects the classes in a list, which `finishes` says to make a tuple of. */
function orderOfBases(vm: Interpreter, type: PyType, finishes = true): number {
  const { bases } = type;
  const twice = bases.find((base, at) => bases.indexOf(base) !== at);
  if (twice !== undefined) throw new PythonRaise('TypeError', `duplicate base class ${twice.name}`);
  const inherited = bases.reduce((sum, base) => sum + base.mro.length, 0);
  vm.goThrough(CLASS_BYTES * inherited * bases.length);
  const { mro, stuck } = linearise(type, bases);
  const refs = (mro ?? [type]).map((one) => one.ref);
  if (bases.length < 2) return vm.newTuple(refs);
  const list = vm.newList(refs);
  if (mro !== null && !finishes) return list;
  return vm.guard(list, () => {
    if (mro === null) throw inconsistent(vm, stuck);
    return vm.newTuple(refs);
  });
}

/** set_mro_error: the bases that no class can come next of are told once each, by way of a dict. */
function inconsistent(vm: Interpreter, stuck: readonly PyType[]): PythonRaise {
  return vm.guard(vm.newDict(), (set) => {
    for (const { ref } of stuck) dicts.dictSet(vm.process, set, ref, vm.process.none);
    const names = stuck.map((one) => one.name).join(', ');
    return new PythonRaise('TypeError', `${vm.words.noMethodOrder} ${names}`);
  });
}
