/** Which classes have a `__del__`, after their making too. */

import type { Interpreter } from '../interpreter.ts';
import type { PyType } from './class-table.ts';

/**
 * A class has got or lost `__del__`: from now on its objects and those of the classes derived from it are finalized, or no longer
 * (typeobject.c:update_slot, which goes down to all subclasses).
 */
export function updateFinalizer(vm: Interpreter, changed: PyType): void {
  const todo = [changed];
  for (let type = todo.pop(); type !== undefined; type = todo.pop()) {
    const finalizer = type.native.info.finalizer || vm.classes.lookup(type, '__del__') !== 0;
    vm.heap.types.setFinalizer(type.info.id, finalizer);
    todo.push(...vm.classes.subclassesOf(type));
  }
}
