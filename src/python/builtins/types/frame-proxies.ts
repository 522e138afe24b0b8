/**
 * FrameLocalsProxy, the variables of a frame (3.13, frameobject.c). It looks at them one by one, without a dict between; its keys, values
 * and items are lists, so that they do not change with the variables.
 */
import { lists, PythonRaise } from '../../../objects/index.ts';
import { proxyEntries, proxySnapshot, proxyStore } from '../../eval/frames/frame-locals.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type NativeDefinition, native, type TypeDefinition } from '../../eval/native.ts';
import { compareObjects } from '../../eval/operators/comparing.ts';
import { once } from '../../eval/texts/nested-repr.ts';

type Args = readonly number[];
type Entry = readonly [key: number, value: number];

/** A list of what `of` makes of each entry (PyList_Append). */
function listed(vm: Interpreter, proxy: number, of: (entry: Entry) => number): number {
  const list = vm.newList();
  for (const entry of proxyEntries(vm, proxy)) {
    const item = of(entry);
    lists.append(vm.process, list, item);
    vm.decref(item);
  }
  return list;
}

function keysOf(vm: Interpreter, proxy: number): number {
  return listed(vm, proxy, ([key]) => vm.own(key));
}

/** The value of this key, borrowed; 0 where there is none. */
function valueOf(vm: Interpreter, proxy: number, key: number): number {
  return proxyEntries(vm, proxy).find(([one]) => one === key || vm.equal(one, key))?.[1] ?? 0;
}

/** Uses the variables in a dict of their own. */
function inDict<T>(vm: Interpreter, proxy: number, use: (dict: number) => T): T {
  const dict = proxySnapshot(vm, proxy);
  return vm.guard(dict, () => use(dict));
}

function item(vm: Interpreter, [self = 0, key = 0]: Args): number {
  const value = valueOf(vm, self, key);
  if (value !== 0) return vm.own(value);
  throw new PythonRaise('KeyError', `local variable '${vm.repr(key)}' is not defined`);
}

function reversed(vm: Interpreter, [self = 0]: Args): number {
  const keys = keysOf(vm, self);
  vm.decref(vm.callMethod(keys, 'reverse'));
  return keys;
}

/** framelocalsproxy_richcompare: with a dict, the variables in one; with another proxy, whether both are of one frame. */
function compare(vm: Interpreter, a: number, b: number, operator: string): boolean | null {
  if (vm.isDict(b))
    return inDict(vm, a, (dict) => {
      const answer = compareObjects(vm, dict, b, operator);
      return vm.guard(answer, () => vm.truth(answer));
    });
  if (vm.infoOf(a) !== vm.infoOf(b) || (operator !== '==' && operator !== '!=')) return null;
  return (vm.field(a, 0) === vm.field(b, 0)) === (operator === '==');
}

function comparing(operator: string): NativeDefinition {
  return native(
    (vm, [self = 0, other = 0]) => {
      const answer = compare(vm, self, other, operator);
      return answer === null ? vm.notImplemented() : vm.bool(answer);
    },
    { args: [1, 1] },
  );
}

export function installFrameProxies(vm: Interpreter): void {
  vm.comparers[vm.classes.named('FrameLocalsProxy').info.id] = compare;
}

/** The class exists in every version; only 3.13 makes one. */
export const FRAME_PROXY: TypeDefinition = {
  name: 'FrameLocalsProxy',
  methods: {
    __len__: native((vm, [self = 0]) => vm.newInt(proxyEntries(vm, self).length)),
    __contains__: native((vm, [self = 0, key = 0]) => vm.bool(valueOf(vm, self, key) !== 0), {
      args: [1, 1],
    }),
    __iter__: native((vm, [self = 0]) => {
      const keys = keysOf(vm, self);
      return vm.guard(keys, () => vm.iter(keys));
    }),
    __reversed__: native(reversed),
    __eq__: comparing('=='),
    __ne__: comparing('!='),
    get: native(
      (vm, [self = 0, key = 0, otherwise = vm.process.none]) => vm.own(valueOf(vm, self, key) || otherwise),
      { args: [1, 2] },
    ),
    copy: native((vm, [self = 0]) => proxySnapshot(vm, self)),
    keys: native((vm, [self = 0]) => keysOf(vm, self)),
    values: native((vm, [self = 0]) => listed(vm, self, ([, value]) => vm.own(value))),
    items: native((vm, [self = 0]) => listed(vm, self, (entry) => vm.newTuple(entry))),
    __getitem__: native(item, { args: [1, 1] }),
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
