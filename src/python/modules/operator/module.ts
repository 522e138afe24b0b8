/** operator: each operator as a function (_operator.c). */
import { PythonRaise } from '../../../objects/index.ts';
import { indexValue, sizeValue } from '../../builtins/arguments.ts';
import { lengthHint } from '../../builtins/types/list-fill.ts';
import { unary } from '../../eval/instructions/ops-operators.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type ModuleDefinition, type NativeDefinition, native } from '../../eval/native.ts';
import { inplaceOperation } from '../../eval/operators/operators.ts';
import { BINARY_SIGNS, COMPARISON_SIGNS } from '../../eval/operators/signs.ts';
import { classValue } from '../define-type.ts';
import { ATTRGETTER, ITEMGETTER, METHODCALLER } from './getters.ts';

type Args = readonly number[];
type Functions = Readonly<Record<string, NativeDefinition>>;

/** The module's own names: those that are keywords end with an underscore. */
const { and, or, ...others } = BINARY_SIGNS;
const BINARY = { ...others, and_: and, or_: or };
const UNARY = { neg: '-', pos: '+', invert: '~', inv: '~' } as const;

const of = (count: number, call: (vm: Interpreter, args: Args) => number): NativeDefinition =>
  native(call, { args: [count, count] });

function table<T extends string>(
  signs: Readonly<Record<string, T>>,
  make: (sign: T) => NativeDefinition,
): Functions {
  return Object.fromEntries(Object.entries(signs).map(([name, sign]) => [name, make(sign)]));
}

const inplaceName = (name: string): string => `i${name.replace(/_$/, '')}`;

const OPERATIONS: Functions = {
  ...table(BINARY, (sign) => of(2, (vm, [a = 0, b = 0]) => vm.binary(a, b, sign))),
  ...Object.fromEntries(
    Object.entries(BINARY).map(([name, sign]) => [
      inplaceName(name),
      of(2, (vm, [a = 0, b = 0]) => inplaceOperation(vm, a, b, sign)),
    ]),
  ),
  ...table(COMPARISON_SIGNS, (sign) => of(2, (vm, [a = 0, b = 0]) => vm.compare(a, b, sign))),
  ...table(UNARY, (sign) => of(1, (vm, [a = 0]) => unary(vm, a, sign))),
};

/** Places of items that equal the value, counted or first. */
function search(vm: Interpreter, iterable: number, value: number, found: (at: number) => boolean): void {
  const iterator = vm.iter(iterable);
  vm.guard(iterator, () => {
    let at = 0;
    for (let item = vm.next(iterator); item !== 0; item = vm.next(iterator)) {
      vm.tick();
      if (vm.guard(item, () => vm.equal(item, value)) && found(at)) return;
      at++;
    }
  });
}

function countOf(vm: Interpreter, [iterable = 0, value = 0]: Args): number {
  let count = 0;
  search(vm, iterable, value, () => {
    count++;
    return false;
  });
  return vm.newInt(count);
}

function indexOf(vm: Interpreter, [iterable = 0, value = 0]: Args): number {
  let place = -1;
  search(vm, iterable, value, (at) => {
    place = at;
    return true;
  });
  if (place < 0) throw new PythonRaise('ValueError', 'sequence.index(x): x not in sequence');
  return vm.newInt(place);
}

function concat(vm: Interpreter, [a = 0, b = 0]: Args): number {
  if (vm.special(a, '__getitem__') === 0)
    throw new PythonRaise('TypeError', `'${vm.typeName(a)}' object can't be concatenated`);
  return vm.binary(a, b, '+');
}

const OTHERS: Functions = {
  truth: of(1, (vm, [a = 0]) => vm.bool(vm.truth(a))),
  not_: of(1, (vm, [a = 0]) => vm.bool(!vm.truth(a))),
  is_: of(2, (vm, [a, b]) => vm.bool(a === b)),
  is_not: of(2, (vm, [a, b]) => vm.bool(a !== b)),
  abs: of(1, (vm, [a = 0]) => vm.guard(vm.own(vm.builtin('abs')), (func) => vm.call(func, [a]))),
  index: of(1, (vm, [a = 0]) =>
    vm.isInt(a) && vm.rules.indexKeepsClass ? vm.own(a) : vm.newInt(indexValue(vm, a)),
  ),
  concat: of(2, concat),
  iconcat: of(2, (vm, [a = 0, b = 0]) => inplaceOperation(vm, a, b, '+')),
  contains: of(2, (vm, [a = 0, b = 0]) => vm.bool(vm.contains(a, b))),
  countOf: of(2, countOf),
  indexOf: of(2, indexOf),
  getitem: of(2, (vm, [a = 0, b = 0]) => vm.getItem(a, b)),
  setitem: of(3, (vm, [a = 0, b = 0, c = 0]) => {
    vm.setItem(a, b, c);
    return vm.none();
  }),
  delitem: of(2, (vm, [a = 0, b = 0]) => {
    vm.delItem(a, b);
    return vm.none();
  }),
  call: native((vm, [func = 0, ...rest], keywords) => vm.call(func, rest, keywords), {
    args: [1, Number.MAX_SAFE_INTEGER],
    anyKeywords: true,
  }),
  length_hint: native(
    (vm, [a = 0, otherwise]) => {
      const known = otherwise === undefined ? 0 : sizeValue(vm, otherwise);
      return vm.newInt(lengthHint(vm, a, known));
    },
    { args: [1, 2] },
  ),
};

export const OPERATOR: ModuleDefinition = {
  name: 'operator',
  functions: { ...OPERATIONS, ...OTHERS },
  since: { call: 11 },
  values: {
    itemgetter: classValue(ITEMGETTER),
    attrgetter: classValue(ATTRGETTER),
    methodcaller: classValue(METHODCALLER),
  },
};
