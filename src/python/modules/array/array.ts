/** array.array: its methods and its call (arraymodule.c). Items and their block are storage.ts's. */
import { GC_HEAD_BYTES } from '../../../heap/index.ts';
import { PythonRaise } from '../../../objects/index.ts';
import { allocate, classArgument } from '../../builtins/allocate.ts';
import { bytesOf, sizeValue } from '../../builtins/arguments.ts';
import { ITERATOR, inTheClass } from '../../builtins/types/dunders.ts';
import { CLASS_GET_ITEM } from '../../builtins/types/generic-alias.ts';
import { makeUnhashable } from '../../builtins/types/hashing.ts';
import { sequenceState } from '../../builtins/types/iterator-state.ts';
import { askedDict } from '../../builtins/types/reducing.ts';
import { OWN_SIZEOF } from '../../builtins/types/sizing.ts';
import type { PyType } from '../../eval/classes/class-table.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { answersNone, type ModuleDefinition, type NativeDefinition, native } from '../../eval/native.ts';
import type { Exporter } from '../../eval/operators/exports.ts';
import { indexOf, placesOf, sliceRange } from '../../eval/operators/subscripts.ts';
import { classValue, type ModuleType, moduleType } from '../define-type.ts';
import { compare, comparisons } from './comparing.ts';
import { codePoints, ITEM_TYPES, type Item, type ItemType, textOf } from './item-types.ts';
import { PLACES, placeOf } from './places.ts';
import { ArrayStorage, storageOf } from './storage.ts';
import { addBytes, TRANSFERS, toList } from './transfers.ts';

type Args = readonly number[];

const BODY_BYTES = 64;
const ITERATOR_BYTES = 56;

/** The typecodes that this version knows. */
function codes(vm: Interpreter): string[] {
  return [...ITEM_TYPES.keys()].filter((code) => code !== 'w' || vm.rules.arraysOfCharacters);
}

/** CPython forgot 'w' here. */
function badCode(): PythonRaise {
  const known = [...ITEM_TYPES.keys()].filter((code) => code !== 'w');
  const message = `bad typecode (must be ${known.slice(0, -1).join(', ')} or ${known.at(-1)})`;
  return new PythonRaise('ValueError', message);
}

export function isArray(vm: Interpreter, ref: number): boolean {
  return vm.typeOf(ref).native === moduleType(vm, ARRAY);
}

function newArray(vm: Interpreter, type: PyType, itemType: ItemType, items: readonly Item[] = []): number {
  const made = allocate(vm, type, BODY_BYTES);
  vm.fillFields(made, []);
  vm.heap.annexes.add(made, new ArrayStorage(vm.heap, itemType)).begin(items);
  if (vm.heap.typeOf(made).gc) vm.heap.track(made);
  return made;
}

function codeOf(vm: Interpreter, code: number): string {
  if (!vm.isStr(code) || Array.from(vm.text(code)).length !== 1) {
    const given = vm.isStr(code) ? 'str' : vm.typeName(code);
    throw new PythonRaise('TypeError', `array() argument 1 must be a unicode character, not ${given}`);
  }
  return vm.text(code);
}

function construct(vm: Interpreter, [ofClass = 0, code = 0, initial = 0]: Args): number {
  if (code === 0) throw new PythonRaise('TypeError', 'array() takes at least 1 argument (0 given)');
  const type = classArgument(vm, ofClass);
  const letter = codeOf(vm, code);
  if (initial !== 0 && vm.isStr(initial) && !'uw'.includes(letter))
    throw new PythonRaise('TypeError', `cannot use a str to initialize an array with typecode '${letter}'`);
  const itemType = codes(vm).includes(letter) ? ITEM_TYPES.get(letter) : undefined;
  if (itemType === undefined) throw badCode();
  if (initial === 0) return newArray(vm, type, itemType);
  const exact = exactItems(vm, itemType, initial);
  if (exact !== null) return newArray(vm, type, itemType, exact);
  const made = newArray(vm, type, itemType);
  return inTheClass(vm, made, () => {
    const bytes = bytesOf(vm, initial);
    if (bytes !== null) addBytes(vm, storageOf(vm, made), bytes);
    else extendFrom(vm, made, initial);
  });
}

/** Items of a list, a tuple, a str or an array, for which room is made exactly; null for anything else. */
function exactItems(vm: Interpreter, type: ItemType, initial: number): Item[] | null {
  if (vm.isList(initial) || vm.isTuple(initial)) return vm.items(initial).map((item) => type.read(vm, item));
  if (vm.isStr(initial)) return codePoints(vm.text(initial));
  if (!isArray(vm, initial)) return null;
  const from = storageOf(vm, initial);
  if (from.type === type) return from.items;
  return from.items.map((item) => vm.guard(from.type.make(vm, item), (ref) => type.read(vm, ref)));
}

function extendFrom(vm: Interpreter, array: number, iterable: number): void {
  const storage = storageOf(vm, array);
  if (!isArray(vm, iterable)) {
    vm.forEach(iterable, (item) => storage.append(storage.type.read(vm, item)));
    return;
  }
  const other = storageOf(vm, iterable);
  if (other.type !== storage.type)
    throw new PythonRaise('TypeError', 'can only extend with array of same kind');
  storage.set([...storage.items, ...other.items]);
}

function isSlice(vm: Interpreter, key: number): boolean {
  return vm.infoOf(key).name === 'slice';
}

function checkedPlace(vm: Interpreter, self: number, key: number, what: string): number {
  const at = indexOf(vm, key, () => 'array indices must be integers');
  const { length } = storageOf(vm, self).items;
  const place = at < 0 ? at + length : at;
  if (place < 0 || place >= length) throw new PythonRaise('IndexError', `array ${what}index out of range`);
  return place;
}

function getItem(vm: Interpreter, self: number, key: number): number {
  const { type, items } = storageOf(vm, self);
  if (!isSlice(vm, key)) return type.make(vm, items[checkedPlace(vm, self, key, '')] as Item);
  const chosen = placesOf(sliceRange(vm, key, items.length)).map((at) => items[at] as Item);
  return newArray(vm, moduleType(vm, ARRAY), type, chosen);
}

function setItem(vm: Interpreter, self: number, key: number, value: number): void {
  const storage = storageOf(vm, self);
  if (!isSlice(vm, key)) {
    storage.items[checkedPlace(vm, self, key, 'assignment ')] = storage.type.read(vm, value);
    return;
  }
  if (!isArray(vm, value))
    throw new PythonRaise('TypeError', `can only assign array (not "${vm.typeName(value)}") to array slice`);
  const range = sliceRange(vm, key, storage.items.length);
  const given = storageOf(vm, value).items;
  storage.checkExported(range.length, given.length);
  const items = [...storage.items];
  if (range.step === 1) items.splice(range.start, range.length, ...given);
  else if (given.length === range.length)
    for (const [nth, at] of placesOf(range).entries()) items[at] = given[nth] as Item;
  else {
    const message = `attempt to assign array of size ${given.length} to extended slice of size ${range.length}`;
    throw new PythonRaise('ValueError', message);
  }
  storage.set(items);
}

function deleteItem(vm: Interpreter, self: number, key: number): void {
  const storage = storageOf(vm, self);
  const range = isSlice(vm, key) ? sliceRange(vm, key, storage.items.length) : null;
  if (range !== null) storage.checkExported(range.length, 0);
  const gone = new Set(range === null ? [checkedPlace(vm, self, key, 'assignment ')] : placesOf(range));
  storage.set(storage.items.filter((_, at) => !gone.has(at)));
}

function repr(vm: Interpreter, [self = 0]: Args): number {
  const { type, items } = storageOf(vm, self);
  const name = vm.typeName(self).replace(/^.*\./, '');
  if (items.length === 0) return vm.newStr(`${name}('${type.code}')`);
  const shown =
    type.isText === true
      ? vm.guard(vm.newStr(textOf(items)), (text) => vm.repr(text))
      : vm.guard(toList(vm, self), (list) => vm.repr(list));
  return vm.newStr(`${name}('${type.code}', ${shown})`);
}

function operate(vm: Interpreter, a: number, b: number, operator: string): number {
  if (operator === '+' && isArray(vm, a)) {
    if (!isArray(vm, b))
      throw new PythonRaise('TypeError', `can only append array (not "${vm.typeName(b)}") to array`);
    const [left, right] = [storageOf(vm, a), storageOf(vm, b)];
    if (left.type !== right.type)
      throw new PythonRaise('TypeError', 'bad argument type for built-in operation');
    return newArray(vm, moduleType(vm, ARRAY), left.type, [...left.items, ...right.items]);
  }
  const [array, times] = isArray(vm, a) ? [a, b] : [b, a];
  if (operator !== '*' || !vm.isInt(times)) return 0;
  const { type, items } = storageOf(vm, array);
  return newArray(vm, moduleType(vm, ARRAY), type, repeated(vm, items, vm.index(times), type.size));
}

function repeated(vm: Interpreter, items: readonly Item[], times: number, size: number): Item[] {
  const rounds = Math.max(0, times);
  vm.roomFor(items.length * rounds * size);
  return Array.from({ length: rounds }, () => items).flat();
}

/** `__mul__` called by its name: only what has an `__index__`. */
function times(vm: Interpreter, array: number, by: number): number {
  const { type, items } = storageOf(vm, array);
  return newArray(vm, moduleType(vm, ARRAY), type, repeated(vm, items, sizeValue(vm, by), type.size));
}

/** The iterator: | array |, payload: the place. */
function iteratorType(vm: Interpreter): ModuleType {
  return {
    name: 'arrayiterator',
    module: vm.rules.arrayIteratorModule,
    typeName: vm.rules.arrayIteratorModule === 'array' ? 'array.arrayiterator' : 'arrayiterator',
    heapSince: 10,
    methods: { ...ITERATOR, ...sequenceState('tuple') },
    bytes: () => ITERATOR_BYTES,
    next: (it, iterator) => {
      const array = it.field(iterator, 0);
      if (array === 0) return 0;
      const place = it.heap.payload(iterator) as { at: number };
      const { type, items } = storageOf(it, array);
      if (place.at < items.length) return type.make(it, items[place.at++] as Item);
      it.setField(iterator, 0, 0);
      return 0;
    },
  };
}

function iterate(vm: Interpreter, self: number): number {
  const made = vm.newFields(moduleType(vm, iteratorType(vm)).info, ITERATOR_BYTES, [vm.own(self)]);
  vm.heap.setPayload(made, { at: 0 });
  return made;
}

function bufferInfo(vm: Interpreter, [self = 0]: Args): number {
  const storage = storageOf(vm, self);
  const address = vm.heap.memory.addressOf(storage.blocks()[0] ?? 0);
  return vm.tupleOf([vm.newInt(address), vm.newInt(storage.items.length)]);
}

const copy: NativeDefinition = native((vm, [self = 0]) => {
  const { type, items } = storageOf(vm, self);
  return newArray(vm, moduleType(vm, ARRAY), type, items);
});

/** array_array___reduce_ex__ of the oldest protocols: the class, called with the typecode and a list. */
function reduceArray(vm: Interpreter, [self = 0]: Args): number {
  const args = vm.tupleOf([vm.newStr(storageOf(vm, self).type.code), toList(vm, self)]);
  return vm.tupleOf([vm.own(vm.typeOf(self).ref), args, askedDict(vm, self)]);
}

const METHODS: Readonly<Record<string, NativeDefinition>> = {
  ...TRANSFERS,
  ...PLACES,
  __sizeof__: OWN_SIZEOF,
  append: native(
    answersNone((vm, [self = 0, item = 0]) =>
      storageOf(vm, self).append(storageOf(vm, self).type.read(vm, item)),
    ),
    { args: [1, 1] },
  ),
  buffer_info: native(bufferInfo),
  extend: native(
    answersNone((vm, [self = 0, from = 0]) => extendFrom(vm, self, from)),
    { args: [1, 1] },
  ),
  reverse: native(
    answersNone((vm, [self = 0]) => {
      const storage = storageOf(vm, self);
      storage.items = storage.items.toReversed();
    }),
  ),
  __reduce_ex__: native(reduceArray, { args: [1, 1] }),
  __copy__: copy,
  __deepcopy__: native(copy.call, { ...copy, args: [1, 1] }),
  __len__: native((vm, [self = 0]) => vm.newInt(storageOf(vm, self).items.length)),
  __iter__: native((vm, [self = 0]) => iterate(vm, self)),
  __contains__: native((vm, [self = 0, value = 0]) => vm.bool(placeOf(vm, self, value) >= 0), {
    args: [1, 1],
  }),
  __getitem__: native((vm, [self = 0, key = 0]) => getItem(vm, self, key), { args: [1, 1] }),
  __setitem__: native(
    answersNone((vm, [self = 0, key = 0, value = 0]) => setItem(vm, self, key, value)),
    { args: [2, 2] },
  ),
  __delitem__: native(
    answersNone((vm, [self = 0, key = 0]) => deleteItem(vm, self, key)),
    { args: [1, 1] },
  ),
  ...comparisons,
  __add__: native((vm, [a = 0, b = 0]) => operate(vm, a, b, '+'), { args: [1, 1] }),
  __mul__: native((vm, [a = 0, b = 0]) => times(vm, a, b), { args: [1, 1] }),
  __rmul__: native((vm, [a = 0, b = 0]) => times(vm, a, b), { args: [1, 1] }),
  __iadd__: native(
    (vm, [self = 0, from = 0]) => {
      extendFrom(vm, self, from);
      return vm.own(self);
    },
    { args: [1, 1] },
  ),
  __imul__: native(
    (vm, [self = 0, times = 0]) => {
      const storage = storageOf(vm, self);
      storage.set(repeated(vm, storage.items, sizeValue(vm, times), storage.type.size));
      return vm.own(self);
    },
    { args: [1, 1] },
  ),
  __repr__: native(repr),
};

const ARRAY: ModuleType = {
  name: 'array',
  module: 'array',
  heapSince: 10,
  traits: (vm) => ({ weakrefs: true, gc: vm.rules.arraysCollected }),
  methods: METHODS,
  classMethods: { __class_getitem__: CLASS_GET_ITEM },
  since: { __class_getitem__: 12, clear: 13 },
  construct: native(construct, { args: [0, 2] }),
  getsets: {
    typecode: { get: (vm, self) => vm.newStr(storageOf(vm, self).type.code) },
    itemsize: { get: (vm, self) => vm.newInt(storageOf(vm, self).type.size) },
  },
  bytes: (vm, ref) => {
    const { allocated, type } = storageOf(vm, ref);
    return (vm.rules.arraysCollected ? GC_HEAD_BYTES : 0) + BODY_BYTES + allocated * type.size;
  },
  setup: (vm, type) => {
    const { id } = type.info;
    vm.repeatable.add(id);
    vm.comparers[id] = compare;
    vm.operators[id] = operate;
    vm.iters[id] = iterate;
    vm.buffers[id] = (it, ref) => storageOf(it, ref).toBytes();
    vm.exporters[id] = EXPORTER;
    makeUnhashable(vm, type);
  },
};

/** Views look at the bytes of the items. */
const EXPORTER: Exporter = {
  bytes: (vm, ref) => storageOf(vm, ref).toBytes(),
  write: (vm, ref, at, bytes) => {
    const storage = storageOf(vm, ref);
    const content = storage.toBytes();
    content.set(bytes, at);
    storage.items = storage.fromBytes(content);
  },
  format: (vm, ref) => storageOf(vm, ref).type.code,
  itemsize: (vm, ref) => storageOf(vm, ref).type.size,
  exported: (vm, ref) => {
    storageOf(vm, ref).isExported = () => vm.exports.has(ref);
  },
};

export const ARRAY_MODULE: ModuleDefinition = {
  name: 'array',
  values: {
    array: classValue(ARRAY),
    ArrayType: classValue(ARRAY),
    typecodes: (vm) => vm.newStr(codes(vm).join('')),
  },
};
