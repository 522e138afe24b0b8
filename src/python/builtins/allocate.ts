/**
 * New objects of built-in classes and of their subclasses: the layout is the class's, the block is larger by what the subclass adds.
 */
import { A, GC_HEAD_BYTES, KIND } from '../../heap/index.ts';
import { type complexes, dictCopies, dicts, ints, newComplex, sets, strings } from '../../objects/index.ts';
import { addedBytes } from '../eval/classes/added-bytes.ts';
import type { PyType } from '../eval/classes/class-table.ts';
import type { Interpreter } from '../eval/interpreter.ts';

const WORD_BYTES = 8;
const INT_HEADER_BYTES = 24;
const LIST_BYTES = 40;
const DICT_BYTES = 48;
const SET_BYTES = 200;
const TUPLE_HEADER_BYTES = 24;
const FLOAT_BYTES = 24;
const COMPLEX_BYTES = 32;
const BYTES_HEADER_BYTES = 33;
const BYTEARRAY_BYTES = 56;

/** The class that a construct was called for. */
export function classArgument(vm: Interpreter, ref: number): PyType {
  return vm.classes.forObject(ref) as PyType;
}

/** An object of a subclass: collected when its class is. `bytes` are those of the body of the built-in class. */
export function allocate(vm: Interpreter, type: PyType, bytes: number, itemised = false): number {
  const all = bytes + addedBytes(vm, type, itemised);
  if (type.info.gc) return vm.heap.newGcObject(type.info, GC_HEAD_BYTES + all);
  return vm.heap.newObject(type.info, vm.heap.memory.alloc(all));
}

/** PyType_GenericAlloc makes room for one item more than there are, and rounds up to words. */
function withSentinel(header: number, itemBytes: number, items: number): number {
  return Math.ceil((header + itemBytes * (items + 1)) / WORD_BYTES) * WORD_BYTES;
}

function tracked(vm: Interpreter, ref: number): number {
  if (vm.heap.typeOf(ref).gc) vm.heap.track(ref);
  return ref;
}

/** list() as a call makes it: never from the list of kept headers (PyType_GenericAlloc). */
export function newListOfClass(vm: Interpreter, type: PyType): number {
  return tracked(vm, allocate(vm, type, LIST_BYTES));
}

/** dict() as a call makes it: never from the kept ones either; an exact dict is not tracked yet (dict_new). */
export function newDictOfClass(vm: Interpreter, type: PyType): number {
  const dict = allocate(vm, type, DICT_BYTES);
  if (vm.process.profile.growth.dictCallOwnsTable)
    vm.heap.words[dict + A] = dicts.newTable(vm.process, 3, false);
  return type.dict === 0 ? dict : tracked(vm, dict);
}

export function newSetOfClass(vm: Interpreter, type: PyType): number {
  return type.dict === 0 ? sets.newSet(vm.process, type.info) : tracked(vm, allocate(vm, type, SET_BYTES));
}

/** A tuple of a subclass with these borrowed items. */
export function newTupleOfClass(vm: Interpreter, type: PyType, items: readonly number[]): number {
  if (type.dict === 0) return vm.newTuple(items);
  const tuple = allocate(vm, type, withSentinel(TUPLE_HEADER_BYTES, WORD_BYTES, items.length), true);
  const { heap } = vm;
  const chunk = heap.cells.alloc(Math.max(items.length, 1));
  const serial = heap.serialOf(tuple);
  for (const [at, item] of items.entries()) {
    heap.cells.words[chunk + at] = item;
    heap.addReference(item, serial);
  }
  heap.words[tuple + A] = chunk;
  heap.words[tuple + A + 1] = items.length;
  return tracked(vm, tuple);
}

export function newIntOfClass(vm: Interpreter, type: PyType, value: ints.PyInt): number {
  if (type.dict === 0) return vm.newInt(value);
  const digits = Math.max(1, ints.intDigitCount(value));
  const int = allocate(vm, type, withSentinel(INT_HEADER_BYTES, 4, digits), true);
  storeInt(vm, int, value);
  return tracked(vm, int);
}

export function newFloatOfClass(vm: Interpreter, type: PyType, value: number): number {
  if (type.dict === 0) return vm.newFloat(value);
  const float = allocate(vm, type, FLOAT_BYTES);
  vm.heap.setNumber(float, value);
  return tracked(vm, float);
}

export function newComplexOfClass(
  vm: Interpreter,
  type: PyType,
  value: { readonly re: number; readonly im: number },
): number {
  const complex = allocate(vm, type, COMPLEX_BYTES);
  vm.heap.setPayload(complex, value);
  return type.dict === 0 ? complex : tracked(vm, complex);
}

export function newStrOfClass(vm: Interpreter, type: PyType, text: string): number {
  if (type.dict === 0) return vm.newStr(text);
  const str = allocate(vm, type, strings.subclassStrHeader(vm.process));
  vm.heap.words[str + A] = vm.heap.memory.alloc(strings.subclassStrData(text));
  vm.heap.setPayload(str, text);
  return tracked(vm, str);
}

export function newBytesOfClass(vm: Interpreter, type: PyType, value: Uint8Array): number {
  if (type.dict === 0) return vm.newBytes(value);
  const bytes = allocate(vm, type, withSentinel(BYTES_HEADER_BYTES, 1, value.length), true);
  vm.heap.setPayload(bytes, value);
  return tracked(vm, bytes);
}

/** An empty bytearray, to be filled. */
export function newBytearrayOfClass(vm: Interpreter, type: PyType): number {
  if (type.dict === 0) return vm.newBytearray(new Uint8Array(0));
  const bytearray = allocate(vm, type, BYTEARRAY_BYTES);
  vm.heap.setPayload(bytearray, 0);
  return tracked(vm, bytearray);
}

function storeInt(vm: Interpreter, int: number, value: ints.PyInt): void {
  if (typeof value === 'number') vm.heap.setNumber(int, value);
  else vm.heap.setPayload(int, value);
}

/** An int with room for its digits alone (PyLong_FromSsize_t, _PyLong_New): what len, hash, find and int('...') answer. */
export function newSizedInt(vm: Interpreter, value: ints.PyInt): number {
  if (typeof value === 'number' && value >= -5 && value <= 256) return vm.newInt(value);
  const bytes = INT_HEADER_BYTES + 4 * Math.max(1, ints.intDigitCount(value));
  const int = vm.heap.newObject(vm.process.types.atoms.int, vm.heap.memory.alloc(bytes));
  storeInt(vm, int, value);
  return int;
}

/**
 * The value itself, or for an instance of a subclass a copy of plain class: operations on it are the built-in ones, whatever the
 * subclass overrides. A new reference.
 */
export function plain(vm: Interpreter, ref: number): number {
  const type = vm.classes.of(ref);
  if (type.dict === 0) return vm.own(ref);
  const { atoms, float, bytearray } = vm.process.types;
  const { info } = type.native;
  if (info === atoms.complex) return newComplex(vm.process, vm.heap.payload(ref) as complexes.Complex);
  if (info === atoms.int) return vm.newInt(vm.int(ref));
  if (info === atoms.str) return vm.newStr(vm.text(ref));
  if (info === float) return vm.newFloat(vm.heap.number(ref));
  if (info === atoms.bytes) return vm.newBytes(vm.bytes(ref));
  if (info === bytearray) return vm.newBytearray(vm.bytearrayBytes(ref));
  switch (info.kind) {
    case KIND.LIST:
      return vm.newList(vm.items(ref));
    case KIND.TUPLE:
      return vm.newTuple(vm.items(ref));
    case KIND.DICT:
      return dictCopies.copyDict(vm.process, ref);
    case KIND.SET: {
      const copy = sets.newSet(vm.process, info);
      sets.setMerge(vm.process, copy, ref);
      return copy;
    }
    default:
      return vm.own(ref);
  }
}

/** Uses plain forms of both. */
export function withPlain<T>(vm: Interpreter, a: number, b: number, use: (a: number, b: number) => T): T {
  return vm.guard(plain(vm, a), (left) => vm.guard(plain(vm, b), (right) => use(left, right)));
}
