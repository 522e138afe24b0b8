/** bytearray: its call, and the methods that change it (bytearrayobject.c). */
import { PythonRaise, strings, strReprs } from '../../../objects/index.ts';
import { takenByInit } from '../../eval/calls/native-arguments.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type NativeDefinition, native, type TypeDefinition } from '../../eval/native.ts';
import { checkResizable } from '../../eval/operators/exports.ts';
import { deleteItem } from '../../eval/operators/subscripts.ts';
import { classArgument, newBytearrayOfClass, newSizedInt } from '../allocate.ts';
import { byteOfItem, bytesOf, clinicSize, codecArguments, sizeOr } from '../arguments.ts';
import { collectBytes } from './byte-collecting.ts';
import { contentOf, fromHex } from './bytes.ts';
import { COMMON_BYTES_METHODS, MAKE_TABLE } from './bytes-methods.ts';
import { arithmetic, SEQUENCE_IN_PLACE, sequenceDunders } from './dunders.ts';
import { reduceState } from './reducing.ts';

type Args = readonly number[];

const NOT_A_BYTE = 'byte must be in range(0, 256)';
const EXTENSION_GUESS = 32;
const BYTEARRAY_BYTES = 56;

/** New content, in a buffer that grows as PyByteArray_Resize makes it. */
function store(vm: Interpreter, self: number, value: Uint8Array): number {
  checkResizable(vm, self, value.length);
  strings.resizeBytearray(vm.process, self, value.length);
  vm.setBytearray(self, value);
  return vm.none();
}

function construct(vm: Interpreter, [ofClass = 0, ...given]: Args): number {
  const type = classArgument(vm, ofClass);
  const [source = 0, encoding = 0, errors = 0] = given;
  if (type.dict === 0 && encoding === 0 && errors === 0 && isOfItems(vm, source))
    return fromItems(vm, source);
  const content = takenByInit(vm, ofClass, newEmpty, () => contentOf(vm, given, 'bytearray'));
  if (type.dict === 0) return vm.newBytearray(content);
  const made = newBytearrayOfClass(vm, type);
  vm.decref(store(vm, made, content));
  return made;
}

const newEmpty = (vm: Interpreter, type: number): number => newBytearrayOfClass(vm, classArgument(vm, type));

function isOfItems(vm: Interpreter, source: number): boolean {
  if (source === 0) return false;
  const info = vm.heap.typeOf(source);
  const { list, tuple } = vm.process.types;
  if (vm.rules.bytearraySized && (info === list || info === tuple)) return false;
  return !vm.isStr(source) && !vm.isInt(source) && bytesOf(vm, source) === null && vm.isIterable(source);
}

/** The bytes of an iterable, from 3.11 no plain list or tuple, come one by one, so that there may be room for more of them (bytearray___init___impl). */
function fromItems(vm: Interpreter, source: number): number {
  const made = vm.newBytearray(new Uint8Array(0));
  try {
    vm.forEach(source, (item) => vm.decref(append(vm, [made, item])));
  } catch (error) {
    vm.decref(made);
    throw error;
  }
  return made;
}

function append(vm: Interpreter, [self = 0, item = 0]: Args): number {
  const byte = byteOfItem(vm, item, NOT_A_BYTE);
  const { length } = vm.bytearrayBytes(self);
  checkResizable(vm, self, length + 1);
  strings.resizeBytearray(vm.process, self, length + 1);
  vm.bytearrayBytes(self)[length] = byte;
  return vm.none();
}

function extend(vm: Interpreter, [self = 0, source = 0]: Args): number {
  const more = bytesOf(vm, source) ?? extension(vm, source);
  const old = vm.bytearrayBytes(self);
  const joined = new Uint8Array(old.length + more.length);
  joined.set(old);
  joined.set(more, old.length);
  return store(vm, self, joined);
}

function extension(vm: Interpreter, source: number): Uint8Array {
  if (vm.isStr(source) && vm.text(source) !== '') throw new PythonRaise('TypeError', vm.words.bytesOfText);
  if (!vm.isIterable(source))
    throw new PythonRaise('TypeError', `can't extend bytearray with ${vm.typeName(source)}`);
  return collectBytes(vm, source, { guess: EXTENSION_GUESS, message: NOT_A_BYTE });
}

function insert(vm: Interpreter, [self = 0, at = 0, item = 0]: Args): number {
  const bytes = vm.bytearrayBytes(self);
  const given = clinicSize(vm, at);
  const place = given < 0 ? Math.max(0, given + bytes.length) : Math.min(given, bytes.length);
  const byte = byteOfItem(vm, item, NOT_A_BYTE);
  const more = new Uint8Array(bytes.length + 1);
  more.set(bytes.subarray(0, place));
  more[place] = byte;
  more.set(bytes.subarray(place), place + 1);
  return store(vm, self, more);
}

/** Without the byte at this place. */
function without(bytes: Uint8Array, place: number): Uint8Array {
  const fewer = new Uint8Array(bytes.length - 1);
  fewer.set(bytes.subarray(0, place));
  fewer.set(bytes.subarray(place + 1), place);
  return fewer;
}

function pop(vm: Interpreter, [self = 0, at]: Args): number {
  const bytes = vm.bytearrayBytes(self);
  if (bytes.length === 0) throw new PythonRaise('IndexError', 'pop from empty bytearray');
  const given = sizeOr(vm, at, -1);
  const place = given < 0 ? given + bytes.length : given;
  if (place < 0 || place >= bytes.length) throw new PythonRaise('IndexError', 'pop index out of range');
  const byte = bytes[place] as number;
  vm.decref(store(vm, self, without(bytes, place)));
  return vm.newInt(byte);
}

function remove(vm: Interpreter, [self = 0, item = 0]: Args): number {
  const bytes = vm.bytearrayBytes(self);
  const place = bytes.indexOf(byteOfItem(vm, item, NOT_A_BYTE));
  if (place < 0) throw new PythonRaise('ValueError', 'value not found in bytearray');
  return store(vm, self, without(bytes, place));
}

/** bytearray.__reduce_ex__ of the newer protocols: the class, called with bytes. */
function reduceBytes(vm: Interpreter, self: number): number {
  const bytes = vm.newBytes(vm.bytearrayBytes(self).slice());
  return vm.tupleOf([vm.own(vm.typeOf(self).ref), vm.tupleOf([bytes]), reduceState(vm, self)]);
}

const SHOWN = native((vm, [self = 0]) =>
  vm.newStr(`${vm.typeName(self)}(${strReprs.bytearrayRepr(vm.bytearrayBytes(self))})`),
);

const OWN: Readonly<Record<string, NativeDefinition>> = {
  append: native(append, { args: [1, 1] }),
  extend: native(extend, { args: [1, 1] }),
  insert: native(insert, { args: [2, 2] }),
  pop: native(pop, { args: [0, 1] }),
  remove: native(remove, { args: [1, 1] }),
  clear: native((vm, [self = 0]) => store(vm, self, new Uint8Array(0))),
  copy: native((vm, [self = 0]) => vm.newBytearray(vm.bytearrayBytes(self).slice())),
  reverse: native((vm, [self = 0]) => {
    vm.bytearrayBytes(self).reverse();
    return vm.none();
  }),
  __setitem__: native(
    (vm, [self = 0, key = 0, value = 0]) => {
      vm.setItem(self, key, value);
      return vm.none();
    },
    { args: [2, 2] },
  ),
  __delitem__: native(
    (vm, [self = 0, key = 0]) => {
      deleteItem(vm, self, key);
      return vm.none();
    },
    { args: [1, 1] },
  ),
  ...SEQUENCE_IN_PLACE,
  ...arithmetic(['mod']),
  __reduce_ex__: native((vm, [self = 0]) => reduceBytes(vm, self), { args: [1, 1] }),
  __reduce__: native((vm, [self = 0]) => reduceBytes(vm, self)),
  __alloc__: native((vm, [self = 0]) =>
    newSizedInt(vm, strings.bytearraySizeof(vm.process, self) - BYTEARRAY_BYTES),
  ),
  __repr__: SHOWN,
  __str__: SHOWN,
};

const PARAMETERS = { args: [0, 3], keywords: ['source', 'encoding', 'errors'] } as const;

export const BYTEARRAY: TypeDefinition = {
  name: 'bytearray',
  methods: {
    ...sequenceDunders({ hashable: false }),
    ...COMMON_BYTES_METHODS,
    ...OWN,
    __init__: native(
      (vm, [self = 0, ...given]) => store(vm, self, contentOf(vm, given, 'bytearray')),
      PARAMETERS,
    ),
  },
  classMethods: {
    fromhex: native((vm, [, text = 0]) => vm.newBytearray(fromHex(vm, text)), { args: [1, 1] }),
  },
  staticMethods: { maketrans: MAKE_TABLE },
  construct: native(construct, {
    ...PARAMETERS,
    packs: true,
    packsKeywords: true,
    makesEmpty: newEmpty,
    parsesUpTo: 9,
    converts: (vm, [, , encoding = 0, errors = 0]) => codecArguments(vm, 'bytearray', [encoding, errors]),
  }),
};
