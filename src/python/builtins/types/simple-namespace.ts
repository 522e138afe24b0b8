/** types.SimpleNamespace (namespaceobject.c). Field: | dict | */
import { GC_HEAD_BYTES } from '../../../heap/index.ts';
import { dicts, lists, PythonRaise } from '../../../objects/index.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type Keywords, native, type TypeDefinition } from '../../eval/native.ts';
import { compareObjects } from '../../eval/operators/comparing.ts';
import { iterate } from '../../eval/operators/iteration.ts';
import { once } from '../../eval/texts/nested-repr.ts';
import { allocate, classArgument } from '../allocate.ts';

type Args = readonly number[];

const BODY_BYTES = 24;

function construct(vm: Interpreter, [ofClass = 0]: Args): number {
  const made = allocate(vm, classArgument(vm, ofClass), BODY_BYTES);
  vm.fillFields(made, [vm.newDict()]);
  vm.heap.track(made);
  return made;
}

function init(vm: Interpreter, [self = 0, ...rest]: Args, keywords: Keywords): number {
  const dict = vm.field(self, 0);
  if (rest.length > (vm.rules.namespacesTakeMapping ? 1 : 0))
    throw new PythonRaise('TypeError', vm.rules.namespaceArguments(rest.length));
  if (rest[0] !== undefined) vm.updateDict(dict, rest[0]);
  for (const [name, value] of keywords) dicts.dictSet(vm.process, dict, vm.process.internName(name), value);
  return vm.none();
}

/** Attributes in the order in which they were set; up to 3.8 by name. A list of the names is gone through, one of the parts made (namespace_repr). */
function repr(vm: Interpreter, [self = 0]: Args): number {
  const type = vm.typeOf(self);
  const name = type.dict === 0 ? 'namespace' : type.name;
  const shown = (): string =>
    vm.guard(vm.newList([]), (parts) =>
      vm.guard(vm.newList(vm.entries(vm.field(self, 0)).map(([key]) => key)), (names) => {
        if (vm.rules.namespacesSorted) vm.decref(vm.callMethod(names, 'sort'));
        vm.guard(iterate(vm, names), () => addParts(vm, self, names, parts));
        return `${name}(${vm
          .items(parts)
          .map((part) => vm.text(part))
          .join(', ')})`;
      }),
    );
  return vm.newStr(once(vm, self, `${name}(...)`, shown));
}

function addParts(vm: Interpreter, self: number, names: number, parts: number): void {
  for (const key of vm.items(names)) {
    const value =
      vm.isStr(key) && vm.text(key) !== '' ? dicts.dictGet(vm.process, vm.field(self, 0), key) : 0;
    if (value === 0) continue;
    const part = vm.newStr(`${vm.text(key)}=${vm.repr(value)}`);
    vm.guard(part, () => lists.append(vm.process, parts, part));
  }
}

/** namespace_replace (3.13) */
function replace(vm: Interpreter, [self = 0]: Args, keywords: Keywords): number {
  const made = vm.call(vm.typeOf(self).ref, []);
  vm.updateDict(vm.field(made, 0), vm.field(self, 0));
  for (const [name, value] of keywords) vm.put(vm.field(made, 0), name, vm.own(value));
  return made;
}

const MANY = Number.MAX_SAFE_INTEGER;

export const SIMPLE_NAMESPACE: TypeDefinition = {
  name: 'SimpleNamespace',
  construct: native(
    (vm, args, keywords) => {
      const made = construct(vm, args);
      return vm.guard(vm.own(made), () => {
        vm.decref(init(vm, [made, ...args.slice(1)], keywords));
        return made;
      });
    },
    { args: [0, MANY], anyKeywords: true, packsKeywords: true },
  ),
  methods: {
    __init__: native(init, { args: [0, MANY], anyKeywords: true }),
    __repr__: native(repr),
    __replace__: native(replace, { anyKeywords: true }),
    __reduce__: native((vm, [self = 0]) =>
      vm.tupleOf([vm.own(vm.typeOf(self).ref), vm.newTuple([]), vm.own(vm.field(self, 0))]),
    ),
  },
};

/** namespace_richcompare: two of them, by their dicts. */
export function installSimpleNamespaces(vm: Interpreter): void {
  const { info } = vm.classes.named('SimpleNamespace');
  vm.comparers[info.id] = (it, a, b, operator) => {
    if (it.infoOf(b) !== info) return null;
    const answer = compareObjects(it, it.field(a, 0), it.field(b, 0), operator);
    return it.guard(answer, () => it.truth(answer));
  };
  vm.sizes[info.id] ??= () => GC_HEAD_BYTES + BODY_BYTES;
  const type = vm.classes.named('SimpleNamespace');
  type.module = 'types';
  type.name = 'types.SimpleNamespace';
  type.natives.set('__module__', vm.newStr('types'));
}
