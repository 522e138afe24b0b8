/** What a set is asked for by a set. */
import { sets } from '../../../objects/index.ts';
import type { Interpreter } from '../interpreter.ts';

/** A set has no hash: a frozenset of its items is looked for in its place (set_contains, set_remove, set_discard). */
export function asSetKey<T>(vm: Interpreter, item: number, use: (key: number) => T): T {
  const { set, frozenset } = vm.process.types;
  if (vm.infoOf(item) !== set || vm.override(item, '__hash__') !== 0) return use(item);
  const frozen = sets.newSet(vm.process, frozenset);
  return vm.guard(frozen, () => {
    vm.updateSet(frozen, item);
    return use(frozen);
  });
}
