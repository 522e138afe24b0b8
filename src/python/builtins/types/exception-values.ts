/** Values that an exception keeps in one of its two free fields, or that are read from `args` (exceptions.c, members). */

import { EXC } from '../../eval/exceptions/raise.ts';
import type { GetSet } from '../../eval/native.ts';

export function kept(place: number): GetSet {
  return {
    get: (vm, self) => vm.own(vm.field(self, place) || vm.process.none),
    set: (vm, self, value) => vm.setField(self, place, vm.own(value)),
    member: true,
  };
}

/** An argument by its place, None where there are too few. */
export function argument(at: number, least = at + 1): GetSet {
  return {
    get: (vm, self) => {
      const args = vm.field(self, EXC.ARGS);
      return vm.own(vm.listSize(args) >= least ? vm.itemAt(args, at) : vm.process.none);
    },
    member: true,
  };
}
