/** What the fields of a named tuple are: descriptors of an item (_collectionsmodule.c:tuplegetter). Field: | doc |, payload: the index. */
import { PythonRaise } from '../../../objects/index.ts';
import { sizeValue } from '../../builtins/arguments.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { native } from '../../eval/native.ts';
import { type ModuleType, moduleType } from '../define-type.ts';

const BYTES = 48;

function get(vm: Interpreter, ref: number, self: number): number {
  if (self === 0) return vm.own(ref);
  const index = vm.heap.payload(ref) as number;
  if (!vm.isTuple(self)) {
    const name = vm.typeName(self);
    const message = `descriptor for index '${index}' for tuple subclasses doesn't apply to '${name}' object`;
    throw new PythonRaise('TypeError', message);
  }
  if (index >= vm.listSize(self)) throw new PythonRaise('IndexError', 'tuple index out of range');
  return vm.own(vm.itemAt(self, index));
}

/** tp_name before 3.12 is `_collections._tuplegetter`. */
export function tuplegetterType(vm: Interpreter): ModuleType {
  const module = vm.rules.collectionsHelpers;
  const spec: ModuleType = {
    name: '_tuplegetter',
    module,
    bytes: () => BYTES,
    heapSince: 12,
    construct: native(
      (_vm, [, index = 0, doc = 0]) => {
        const made = vm.newFields(moduleType(vm, spec).info, BYTES, [vm.own(doc)]);
        vm.heap.setPayload(made, sizeValue(vm, index));
        return made;
      },
      { args: [2, 2] },
    ),
    methods: {
      __repr__: native((_vm, [self = 0]) =>
        vm.newStr(`_tuplegetter(${vm.heap.payload(self) as number}, ${vm.repr(vm.field(self, 0))})`),
      ),
    },
    getsets: { __doc__: { get: (_vm, self) => vm.own(vm.field(self, 0)), member: true } },
    setup: (_vm, type) => {
      vm.descriptors[type.info.id] = {
        get,
        set: (_it, _ref, _self, value) => {
          throw new PythonRaise(
            'AttributeError',
            value === 0 ? "can't delete attribute" : "can't set attribute",
          );
        },
      };
    },
  };
  return spec;
}
