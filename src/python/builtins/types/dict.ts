/** dict: its methods and views (dictobject.c). A view's field is the dict. */
import { dicts, PythonRaise } from '../../../objects/index.ts';
import { native, type Keywords, type TypeDefinition } from '../../eval/native.ts';
import type { Interpreter } from '../../eval/interpreter.ts';

const VIEW_BYTES = 40;

function view(vm: Interpreter, kind: string, dict: number): number {
  return vm.newFields(vm.classes.named(kind).info, VIEW_BYTES, [vm.own(dict)]);
}

function update(vm: Interpreter, dict: number, source: number | undefined, keywords: Keywords): void {
  if (source !== undefined) vm.updateDict(dict, source);
  for (const [name, value] of keywords) dicts.dictSet(vm.process, dict, vm.process.internName(name), value);
}

function pop(vm: Interpreter, args: readonly number[]): number {
  const [self, key, otherwise] = args as [number, number, number | undefined];
  const found = dicts.dictGet(vm.process, self, key);
  if (found === 0) {
    if (otherwise === undefined) throw vm.keyError(key);
    return vm.own(otherwise);
  }
  vm.incref(found);
  dicts.dictDelete(vm.process, self, key);
  return found;
}

function popitem(vm: Interpreter, args: readonly number[]): number {
  const self = args[0] as number;
  const last = vm.entries(self).at(-1);
  if (last === undefined) throw vm.raising('KeyError', [vm.newStr('popitem(): dictionary is empty')]);
  const pair = vm.newTuple(last);
  dicts.dictDelete(vm.process, self, last[0]);
  return pair;
}

function setdefault(vm: Interpreter, args: readonly number[]): number {
  const [self, key, value = vm.process.none] = args as [number, number, number | undefined];
  const found = dicts.dictGet(vm.process, self, key);
  if (found !== 0) return vm.own(found);
  dicts.dictSet(vm.process, self, key, value);
  return vm.own(value);
}

function fromkeys(vm: Interpreter, args: readonly number[]): number {
  const [cls, iterable, value = vm.process.none] = args as [number, number, number | undefined];
  const dict = vm.call(cls, []);
  vm.forEach(iterable, (key) => vm.setItem(dict, key, value));
  return dict;
}

export const DICT: TypeDefinition = {
  name: 'dict',
  construct: native(
    (vm, args, keywords) => {
      const [cls, source] = args as [number, number | undefined];
      const type = vm.classes.forObject(cls);
      const dict = type === undefined || type.dict === 0 ? dicts.callDict(vm.process) : vm.newOfLayout(type);
      try {
        update(vm, dict, source, keywords);
        return dict;
      } catch (error) {
        vm.decref(dict);
        throw error;
      }
    },
    { args: [0, 1], anyKeywords: true },
  ),
  classMethods: { fromkeys: native(fromkeys, { args: [1, 2] }) },
  methods: {
    get: native((vm, args) => {
      const [self, key, otherwise = vm.process.none] = args as [number, number, number | undefined];
      return vm.own(dicts.dictGet(vm.process, self, key) || otherwise);
    }, { args: [1, 2] }),
    keys: native((vm, [self]) => view(vm, 'dict_keys', self as number)),
    values: native((vm, [self]) => view(vm, 'dict_values', self as number)),
    items: native((vm, [self]) => view(vm, 'dict_items', self as number)),
    pop: native(pop, { args: [1, 2] }),
    popitem: native(popitem),
    setdefault: native(setdefault, { args: [1, 2] }),
    update: native((vm, [self, source], keywords) => {
      update(vm, self as number, source, keywords);
      return vm.none();
    }, { args: [0, 1], anyKeywords: true }),
    clear: native((vm, [self]) => {
      dicts.clearDict(vm.process, self as number);
      return vm.none();
    }),
    copy: native((vm, [self]) => dicts.copyDict(vm.process, self as number)),
    __contains__: native((vm, [self, key]) => vm.bool(dicts.dictGet(vm.process, self as number, key as number) !== 0), { args: [1, 1] }),
    __getitem__: native((vm, [self, key]) => {
      const found = dicts.dictGet(vm.process, self as number, key as number);
      if (found === 0) throw vm.keyError(key as number);
      return vm.own(found);
    }, { args: [1, 1] }),
    __setitem__: native((vm, [self, key, value]) => {
      dicts.dictSet(vm.process, self as number, key as number, value as number);
      return vm.none();
    }, { args: [2, 2] }),
    __delitem__: native((vm, [self, key]) => {
      if (!dicts.dictDelete(vm.process, self as number, key as number)) throw new PythonRaise('KeyError', vm.repr(key as number));
      return vm.none();
    }, { args: [1, 1] }),
    __init__: native((vm, [self, source], keywords) => {
      update(vm, self as number, source, keywords);
      return vm.none();
    }, { args: [0, 1], anyKeywords: true }),
  },
};
