/** mappingproxy, a read-only view of a class's dict (descrobject.c), which answers as the dict behind it does. */

import { PythonRaise } from '../../../objects/index.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type NativeDefinition, native, type TypeDefinition } from '../../eval/native.ts';
import { CLASS_GET_ITEM } from './generic-alias.ts';

/** A method of the mapping behind; it is not bound for the call (PyObject_CallMethodNoArgs). */
function passedOn(name: string, args: readonly [number, number]): NativeDefinition {
  return native(
    (vm, [self = 0, ...rest]) => {
      const mapping = vm.field(self, 0);
      const method = vm.special(mapping, name);
      return method === 0 ? vm.callMethod(mapping, name, rest) : vm.callSpecial(method, mapping, rest);
    },
    { args },
  );
}

export const MAPPING_PROXY: TypeDefinition = {
  name: 'mappingproxy',
  methods: {
    __len__: native((vm, [self = 0]) => vm.newInt(vm.length(vm.field(self, 0)))),
    __contains__: native((vm, [self = 0, key = 0]) => vm.bool(vm.contains(vm.field(self, 0), key)), {
      args: [1, 1],
    }),
    __iter__: native((vm, [self = 0]) => vm.iter(vm.field(self, 0))),
    __reversed__: passedOn('__reversed__', [0, 0]),
    get: passedOn('get', [1, 2]),
    copy: passedOn('copy', [0, 0]),
    __eq__: passedOn('__eq__', [1, 1]),
    __ne__: passedOn('__ne__', [1, 1]),
    keys: passedOn('keys', [0, 0]),
    values: passedOn('values', [0, 0]),
    items: passedOn('items', [0, 0]),
    __getitem__: native((vm, [self = 0, key = 0]) => vm.getItem(vm.field(self, 0), key), { args: [1, 1] }),
    __repr__: native((vm, [self = 0]) => vm.newStr(`mappingproxy(${vm.repr(vm.field(self, 0))})`)),
    __str__: native((vm, [self = 0]) => vm.newStr(vm.str(vm.field(self, 0)))),
  },
  classMethods: { __class_getitem__: CLASS_GET_ITEM },
  construct: native(
    (vm, [, mapping = 0]) => {
      if (vm.isList(mapping) || vm.isTuple(mapping) || vm.special(mapping, '__getitem__') === 0)
        throw new PythonRaise(
          'TypeError',
          `mappingproxy() argument must be a mapping, not ${vm.typeName(mapping)}`,
        );
      return vm.newFields(vm.classes.named('mappingproxy').info, PROXY_BYTES, [vm.own(mapping)]);
    },
    { args: [1, 1], keywords: ['mapping'], packs: true },
  ),
};

const PROXY_BYTES = 16 + 24;

/** mappingproxy_or, mappingproxy_ior: what stands behind them is united. */
function unite(vm: Interpreter, a: number, b: number, operator: string): number {
  if (operator !== '|') return 0;
  const { info } = vm.classes.named('mappingproxy');
  const [left, right] = [a, b].map((one) => (vm.infoOf(one) === info ? vm.field(one, 0) : one));
  return vm.binary(left as number, right as number, operator);
}

/** mappingproxy_richcompare */
export function installMappingProxies(vm: Interpreter): void {
  const { info } = vm.classes.named('mappingproxy');
  if (vm.rules.proxiesUnite) vm.operators[info.id] = unite;
  vm.comparers[info.id] = (it, a, b, operator) =>
    vm.guard(it.compare(it.field(a, 0), b, operator), (answer) => it.truth(answer));
}
