/** Methods taken from a class and called with something else: `list.append(5, 1)` (descrobject.c:descr_check, wrapperdescr_call). */
import { wrongSelf } from '../../eval/calls/native-arguments.ts';
import { bulkOf } from '../../eval/effort.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import {
  type Direct,
  type Native,
  type NativeDefinition,
  type NativeSteps,
  native,
  type TypeDefinition,
} from '../../eval/native.ts';

const names = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Methods that do not go through all of a str or its like: the others do. */
const QUICK: Readonly<Record<string, ReadonlySet<string>>> = {
  str: names('startswith endswith __len__ __getitem__ __iter__'),
  bytes: names('startswith endswith __len__ __getitem__ __iter__'),
  bytearray: names('startswith endswith __len__ __getitem__ __iter__ __setitem__ append'),
};

/** Methods that go through all of a container: the others do not. */
const SLOW: Readonly<Record<string, ReadonlySet<string>>> = {
  list: names('copy count index insert remove reverse sort __contains__'),
  tuple: names('count index __contains__'),
  set: names('copy difference intersection isdisjoint issubset issuperset symmetric_difference union'),
  frozenset: names('copy difference intersection isdisjoint issubset issuperset symmetric_difference union'),
  dict: names('copy'),
};

/** The same definition, whose methods refuse a self of another class. */
export function checkingSelf(definition: TypeDefinition): TypeDefinition {
  const { methods } = definition;
  if (methods === undefined) return definition;
  const checked = Object.entries(methods).map(([name, method]) => [
    name,
    checkingMethod(definition.name, name, method),
  ]);
  return { ...definition, methods: Object.fromEntries(checked) as Record<string, NativeDefinition> };
}

function checkingMethod(owner: string, name: string, method: NativeDefinition): NativeDefinition {
  const { call, direct, steps } = method;
  const goesThrough = owner in QUICK ? !QUICK[owner]?.has(name) : SLOW[owner]?.has(name) === true;
  const check = (vm: Interpreter, self: number): void => {
    const type = vm.classes.of(self);
    if (type.native.name !== owner && !type.mro.some((one) => one.name === owner))
      throw wrongSelf(vm, owner, name, self);
    if (goesThrough) vm.goThrough(bulkOf(vm, self));
  };
  const checked: Native = (vm, args, keywords) => {
    check(vm, args[0] as number);
    return call(vm, args, keywords);
  };
  const checkedSteps: NativeSteps | undefined =
    steps &&
    ((vm, args, keywords) => {
      check(vm, args[0] as number);
      return steps(vm, args, keywords);
    });
  const checkedDirect: Direct | undefined =
    direct &&
    ((vm, self, b, c) => {
      check(vm, self);
      return direct(vm, self, b, c);
    });
  return native(checked, {
    ...method,
    ...(checkedSteps && { steps: checkedSteps }),
    ...(checkedDirect && { direct: checkedDirect }),
  });
}
