/** range and slice (rangeobject.c, sliceobject.c). */
import { PythonRaise, type ints } from '../../../objects/index.ts';
import { native, type TypeDefinition } from '../../eval/native.ts';
import type { Interpreter } from '../../eval/interpreter.ts';

function whole(vm: Interpreter, ref: number): ints.PyInt {
  if (vm.isInt(ref)) return vm.int(ref);
  const method = vm.special(ref, '__index__');
  if (method === 0) throw new PythonRaise('TypeError', `'${vm.typeName(ref)}' object cannot be interpreted as an integer`);
  return vm.guard(vm.callSpecial(method, ref), (answer) => vm.int(answer));
}

export const RANGE: TypeDefinition = {
  name: 'range',
  construct: native(
    (vm, args) => {
      const numbers = args.slice(1).map((one) => whole(vm, one));
      const [first, second, third = 1] = numbers as [ints.PyInt, ints.PyInt | undefined, ints.PyInt | undefined];
      if (third === 0) throw new PythonRaise('ValueError', 'range() arg 3 must not be zero');
      return second === undefined ? vm.newRange(0, first, 1) : vm.newRange(first, second, third);
    },
    { args: [1, 3] },
  ),
  getsets: {
    start: { get: (vm, self) => vm.own(vm.field(self, 0)), member: true },
    stop: { get: (vm, self) => vm.own(vm.field(self, 1)), member: true },
    step: { get: (vm, self) => vm.own(vm.field(self, 2)), member: true },
  },
};

export const SLICE: TypeDefinition = {
  name: 'slice',
  construct: native(
    (vm, args) => {
      const none = vm.process.none;
      const [, a, b, c = none] = args as [number, number, number | undefined, number | undefined];
      const [start, stop] = b === undefined ? [none, a] : [a, b];
      return vm.newSlice([vm.own(start), vm.own(stop), vm.own(c)]);
    },
    { args: [1, 3], packs: true },
  ),
  getsets: {
    start: { get: (vm, self) => vm.own(vm.field(self, 0)), member: true },
    stop: { get: (vm, self) => vm.own(vm.field(self, 1)), member: true },
    step: { get: (vm, self) => vm.own(vm.field(self, 2)), member: true },
  },
};
