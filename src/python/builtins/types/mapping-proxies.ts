/**
 * mappingproxy, a read-only view of a class's dict (descrobject.c), and FrameLocalsProxy, the variables of a frame (3.13, frameobject.c).
 * Both answer as the dict behind them does.
 */
import { PythonRaise } from '../../../objects/index.ts';
import { proxySnapshot, proxyStore } from '../../eval/frame-locals.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type NativeDefinition, native, type TypeDefinition } from '../../eval/native.ts';
import { once } from '../../eval/text.ts';

type Args = readonly number[];
/** Uses the dict that stands for a proxy, borrowed. */
type Behind = (vm: Interpreter, proxy: number, use: (dict: number) => number) => number;

const behindMappingProxy: Behind = (vm, proxy, use) => use(vm.field(proxy, 0));
const behindFrameProxy: Behind = (vm, proxy, use) => {
  const dict = proxySnapshot(vm, proxy);
  return vm.guard(dict, () => use(dict));
};

/** A method of dicts, asked of the one behind. */
function passedOn(behind: Behind, name: string, args: readonly [number, number]): NativeDefinition {
  return native((vm, [self = 0, ...rest]) => behind(vm, self, (dict) => vm.callMethod(dict, name, rest)), {
    args,
  });
}

const READ = {
  __len__: [0, 0],
  __contains__: [1, 1],
  __iter__: [0, 0],
  __reversed__: [0, 0],
  get: [1, 2],
  copy: [0, 0],
  __eq__: [1, 1],
  __ne__: [1, 1],
} as const;

function reading(behind: Behind): Record<string, NativeDefinition> {
  return Object.fromEntries(Object.entries(READ).map(([name, args]) => [name, passedOn(behind, name, args)]));
}

/** The frame's own containers: lists, so that they do not change with the variables. */
function listed(name: 'keys' | 'values' | 'items'): NativeDefinition {
  return native((vm, [self = 0]) =>
    behindFrameProxy(vm, self, (dict) => {
      const view = vm.callMethod(dict, name);
      return vm.guard(view, () => vm.listOf(vm.collect(view)));
    }),
  );
}

export const MAPPING_PROXY: TypeDefinition = {
  name: 'mappingproxy',
  methods: {
    ...reading(behindMappingProxy),
    keys: passedOn(behindMappingProxy, 'keys', [0, 0]),
    values: passedOn(behindMappingProxy, 'values', [0, 0]),
    items: passedOn(behindMappingProxy, 'items', [0, 0]),
    __getitem__: native((vm, [self = 0, key = 0]) => vm.getItem(vm.field(self, 0), key), { args: [1, 1] }),
    __repr__: native((vm, [self = 0]) => vm.newStr(`mappingproxy(${vm.repr(vm.field(self, 0))})`)),
    __str__: native((vm, [self = 0]) => vm.newStr(vm.str(vm.field(self, 0)))),
  },
  construct: native(
    (vm, [, mapping = 0]) => {
      if (vm.isList(mapping) || vm.isTuple(mapping) || vm.special(mapping, '__getitem__') === 0)
        throw new PythonRaise(
          'TypeError',
          `mappingproxy() argument must be a mapping, not ${vm.typeName(mapping)}`,
        );
      return vm.newFields(vm.classes.named('mappingproxy').info, PROXY_BYTES, [vm.own(mapping)]);
    },
    { args: [1, 1] },
  ),
};

const PROXY_BYTES = 16 + 24;

/** mappingproxy_richcompare */
export function installMappingProxies(vm: Interpreter): void {
  vm.comparers[vm.classes.named('mappingproxy').info.id] = (it, a, b, operator) =>
    vm.guard(it.compare(it.field(a, 0), b, operator), (answer) => it.truth(answer));
}

function frameItem(vm: Interpreter, [self = 0, key = 0]: Args): number {
  return behindFrameProxy(vm, self, (dict) => {
    if (vm.contains(dict, key)) return vm.getItem(dict, key);
    throw new PythonRaise('KeyError', `local variable '${vm.repr(key)}' is not defined`);
  });
}

/** The class exists in every version; only 3.13 makes one. */
export const FRAME_PROXY: TypeDefinition = {
  name: 'FrameLocalsProxy',
  methods: {
    ...reading(behindFrameProxy),
    keys: listed('keys'),
    values: listed('values'),
    items: listed('items'),
    __iter__: native((vm, [self = 0]) =>
      behindFrameProxy(vm, self, (dict) => {
        const keys = vm.listOf(vm.collect(dict));
        return vm.guard(keys, () => vm.iter(keys));
      }),
    ),
    __getitem__: native(frameItem, { args: [1, 1] }),
    __setitem__: native(
      (vm, [self = 0, key = 0, value = 0]) => {
        proxyStore(vm, self, key, value);
        return vm.none();
      },
      { args: [2, 2] },
    ),
    update: native(
      (vm, [self = 0, other = 0]) => {
        const dict = vm.newDict();
        return vm.guard(dict, () => {
          vm.updateDict(dict, other);
          for (const [key, value] of vm.entries(dict)) proxyStore(vm, self, key, value);
          return vm.none();
        });
      },
      { args: [1, 1] },
    ),
    __repr__: native((vm, [self = 0]) =>
      vm.newStr(
        once(vm, vm.field(self, 0), '{...}', () => {
          const dict = proxySnapshot(vm, self);
          return vm.guard(dict, () => vm.repr(dict));
        }),
      ),
    ),
  },
};
