/** The method resolution order of a class, as a list of records and as a tuple on the heap (typeobject.c:mro_internal). */
import { dicts, PythonRaise } from '../../../objects/index.ts';
import type { Interpreter } from '../interpreter.ts';
import { linearise, type PyType } from './class-table.ts';

/** Gives the class the order that its bases ask for. Returns the tuple of it, a new reference for `__mro__`. */
export function orderClass(vm: Interpreter, type: PyType): number {
  const { bases } = type;
  const twice = bases.find((base, at) => bases.indexOf(base) !== at);
  if (twice !== undefined) throw new PythonRaise('TypeError', `duplicate base class ${twice.name}`);
  const { mro, stuck } = linearise(type, bases);
  const refs = (mro ?? [type]).map((one) => one.ref);
  const finish = (): number => {
    if (mro === null) throw inconsistent(vm, stuck);
    type.mro = mro;
    return vm.newTuple(refs);
  };
  // The merge of several bases collects the classes in a list first (mro_implementation).
  return bases.length === 1 ? finish() : vm.guard(vm.newList(refs), finish);
}

/** set_mro_error: the bases that no class can come next of are told once each, by way of a dict. */
function inconsistent(vm: Interpreter, stuck: readonly PyType[]): PythonRaise {
  return vm.guard(vm.newDict(), (set) => {
    for (const { ref } of stuck) dicts.dictSet(vm.process, set, ref, vm.process.none);
    const names = stuck.map((one) => one.name).join(', ');
    return new PythonRaise('TypeError', `${vm.words.noMethodOrder} ${names}`);
  });
}
