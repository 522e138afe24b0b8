/** tuple: its two methods and its call (tupleobject.c). */
import { PythonRaise } from '../../../objects/index.ts';
import type { Steps } from '../../eval/calls/waiting.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { defineMethods, native, resumable, type TypeDefinition } from '../../eval/native.ts';
import { countSteps, placeSteps } from '../../eval/operators/searching.ts';
import { classArgument, newSizedInt, newTupleOfClass } from '../allocate.ts';
import { boundsNotNone, stepsPackedUpTo } from '../arguments.ts';
import { iterating, sequenceDunders } from './dunders.ts';
import { CLASS_GET_ITEM } from './generic-alias.ts';
import { tupleSteps } from './list-fill.ts';
import { containerRepr } from './reprs.ts';

type Args = readonly number[];

function* construct(vm: Interpreter, [ofClass = 0, source = 0]: Args): Steps {
  const type = classArgument(vm, ofClass);
  const tuple = source === 0 ? vm.newTuple([]) : yield* tupleSteps(vm, source);
  if (type.dict === 0) return tuple;
  return vm.guard(tuple, () => newTupleOfClass(vm, type, vm.items(tuple)));
}

function* index(vm: Interpreter, [self = 0, value = 0, ...bounds]: Args): Steps {
  const [from, to] = boundsNotNone(vm, bounds[0], bounds[1]);
  const size = vm.listSize(self);
  const first = from < 0 ? Math.max(0, from + size) : from;
  const at = yield* placeSteps(vm, self, value, [first, to < 0 ? to + size : to]);
  if (at >= 0) return newSizedInt(vm, at);
  throw new PythonRaise('ValueError', 'tuple.index(x): x not in tuple');
}

function* count(vm: Interpreter, [self = 0, value = 0]: Args): Steps {
  return newSizedInt(vm, yield* countSteps(vm, self, value));
}

export const TUPLE: TypeDefinition = {
  ...defineMethods('tuple', {
    ...sequenceDunders({ hashable: true }),
    index: resumable(index, { args: [1, 3] }),
    count: resumable(count, { args: [1, 1] }),
    __repr__: native((vm, [self = 0]) => vm.newStr(containerRepr(vm, self))),
    __getnewargs__: native((vm, [self = 0]) => vm.tupleOf([vm.newTuple(vm.items(self))])),
  }),
  classMethods: { __class_getitem__: CLASS_GET_ITEM },
  construct: iterating(stepsPackedUpTo(8, construct), { args: [0, 1] }),
};
