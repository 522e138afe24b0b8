/** The list of the classes derived from one (typeobject.c:_PyType_GetSubclasses). */
import { lists } from '../../../objects/index.ts';
import type { PyType } from '../../eval/classes/class-table.ts';
import { isExceptionName } from '../../eval/classes/define-types.ts';
import type { Interpreter } from '../../eval/interpreter.ts';

/** A new list, which each of them is appended to. */
export function subclassList(vm: Interpreter, type: PyType): number {
  const list = vm.newList();
  for (const one of subclassesInOrder(vm, type)) lists.append(vm.process, list, one.ref);
  return list;
}

/** Exceptions of this version, made ready in the order of the alphabet from 3.11 on, then those made since. */
function subclassesInOrder(vm: Interpreter, type: PyType): PyType[] {
  const all = vm.classes.subclassesOf(type);
  if (type.dict !== 0 || !type.mro.some((one) => one.name === 'BaseException')) return all;
  const builtIn = all.filter((one) => one.dict === 0 && isExceptionName(one.name, vm.minor));
  if (vm.rules.exceptionsByName)
    builtIn.sort((a, b) => orderOf(a) - orderOf(b) || (a.name < b.name ? -1 : 1));
  return [...builtIn, ...all.filter((one) => one.dict !== 0)];
}

/** ExceptionGroup, which has two bases, comes last. */
const orderOf = ({ bases }: PyType): number => bases.length;
