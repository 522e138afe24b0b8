/** Items by their place: what finds, adds and removes single ones (arraymodule.c: array_array_index_impl, array_array_pop_impl ...). */
import { PythonRaise } from '../../../objects/index.ts';
import { bounds, sizeOr, sizeValue } from '../../builtins/arguments.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type NativeDefinition, native } from '../../eval/native.ts';
import type { Item } from './item-types.ts';
import { type ArrayStorage, storageOf } from './storage.ts';

type Args = readonly number[];

/** Place of the first item that equals the value, -1 for none. */
export function placeOf(
  vm: Interpreter,
  self: number,
  value: number,
  from = 0,
  to = Number.MAX_SAFE_INTEGER,
): number {
  const { type, items } = storageOf(vm, self);
  for (let at = from; at < items.length && at < to; at++)
    if (vm.guard(type.make(vm, items[at] as Item), (ref) => vm.equal(ref, value))) return at;
  return -1;
}

function index(vm: Interpreter, args: Args): number {
  const [self = 0, value = 0, start, end] = args;
  const callee = vm.rules.arrayIndexOfItem;
  if (callee !== null && args.length > 2)
    throw new PythonRaise('TypeError', `${callee}() takes exactly one argument (${args.length - 1} given)`);
  const size = storageOf(vm, self).items.length;
  const [from, to] = bounds(vm, start, end).map((one) => (one < 0 ? Math.max(0, one + size) : one));
  const at = placeOf(vm, self, value, from, to);
  if (at < 0) throw new PythonRaise('ValueError', 'array.index(x): x not in array');
  return vm.newInt(at);
}

function count(vm: Interpreter, [self = 0, value = 0]: Args): number {
  let found = 0;
  for (let at = placeOf(vm, self, value); at >= 0; at = placeOf(vm, self, value, at + 1)) found++;
  return vm.newInt(found);
}

function removeAt(storage: ArrayStorage, at: number): Item {
  if (at === storage.items.length - 1) return storage.removeLast();
  const item = storage.items[at] as Item;
  storage.set([...storage.items.slice(0, at), ...storage.items.slice(at + 1)]);
  return item;
}

function pop(vm: Interpreter, [self = 0, given]: Args): number {
  const storage = storageOf(vm, self);
  const { length } = storage.items;
  if (length === 0) throw new PythonRaise('IndexError', 'pop from empty array');
  const at = sizeOr(vm, given, -1);
  const place = at < 0 ? at + length : at;
  if (place < 0 || place >= length) throw new PythonRaise('IndexError', 'pop index out of range');
  return storage.type.make(vm, removeAt(storage, place));
}

function remove(vm: Interpreter, [self = 0, value = 0]: Args): number {
  const at = placeOf(vm, self, value);
  if (at < 0) throw new PythonRaise('ValueError', 'array.remove(x): x not in array');
  removeAt(storageOf(vm, self), at);
  return vm.none();
}

function insert(vm: Interpreter, [self = 0, at = 0, value = 0]: Args): number {
  const storage = storageOf(vm, self);
  const items = [...storage.items];
  const place = sizeValue(vm, at);
  items.splice(place < 0 ? Math.max(0, place + items.length) : place, 0, storage.type.read(vm, value));
  storage.set(items);
  return vm.none();
}

export const PLACES: Readonly<Record<string, NativeDefinition>> = {
  clear: native((vm, [self = 0]) => {
    storageOf(vm, self).set([]);
    return vm.none();
  }),
  count: native(count, { args: [1, 1] }),
  index: native(index, { args: [1, 3] }),
  insert: native(insert, { args: [2, 2] }),
  pop: native(pop, { args: [0, 1] }),
  remove: native(remove, { args: [1, 1] }),
};
