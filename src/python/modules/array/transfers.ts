/** What carries the items of an array to and from bytes, lists, texts and files (arraymodule.c: array_array_frombytes_impl and its neighbours). */
import { lists, PythonRaise } from '../../../objects/index.ts';
import { bytesLike, sizeValue, strArgument } from '../../builtins/arguments.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type NativeDefinition, native } from '../../eval/native.ts';
import { codePoints, textOf } from './item-types.ts';
import { type ArrayStorage, storageOf } from './storage.ts';

type Args = readonly number[];

/** array_tofile writes a block of this size at a time. */
const FILE_BLOCK_BYTES = 64 * 1024;

export function addBytes(vm: Interpreter, storage: ArrayStorage, bytes: Uint8Array): void {
  if (bytes.length % storage.type.size !== 0)
    throw new PythonRaise('ValueError', 'bytes length not a multiple of item size');
  storage.set([...storage.items, ...storage.fromBytes(bytes)]);
}

function fromBytes(vm: Interpreter, [self = 0, given = 0]: Args): number {
  addBytes(vm, storageOf(vm, self), bytesLike(vm, given));
  return vm.none();
}

function fromList(vm: Interpreter, [self = 0, list = 0]: Args): number {
  if (!vm.isList(list)) throw new PythonRaise('TypeError', 'arg must be list');
  const storage = storageOf(vm, self);
  storage.set([...storage.items, ...vm.items(list).map((item) => storage.type.read(vm, item))]);
  return vm.none();
}

export function toList(vm: Interpreter, self: number): number {
  const { type, items } = storageOf(vm, self);
  const list = vm.newList(items.map(() => vm.process.none));
  for (const [at, item] of items.entries())
    vm.guard(type.make(vm, item), (ref) => lists.setListItem(vm.process, list, at, ref));
  return list;
}

function unicodeOnly(vm: Interpreter, storage: ArrayStorage, who: string): void {
  if (storage.type.isText !== true) throw new PythonRaise('ValueError', vm.rules.arrayOfTextOnly(who));
}

function fromUnicode(vm: Interpreter, [self = 0, given = 0]: Args): number {
  const text = strArgument(vm, given, 'fromunicode() argument');
  const storage = storageOf(vm, self);
  unicodeOnly(vm, storage, 'fromunicode');
  storage.set([...storage.items, ...codePoints(text)]);
  return vm.none();
}

function toUnicode(vm: Interpreter, [self = 0]: Args): number {
  const storage = storageOf(vm, self);
  unicodeOnly(vm, storage, 'tounicode');
  return vm.newStr(textOf(storage.items));
}

/** What there is of the items is added before EOFError says that there were too few. */
function fromFile(vm: Interpreter, [self = 0, file = 0, count = 0]: Args): number {
  const wanted = sizeValue(vm, count);
  const storage = storageOf(vm, self);
  if (wanted < 0) throw new PythonRaise('ValueError', 'negative count');
  const wantedBytes = wanted * storage.type.size;
  const read = vm.guard(vm.newInt(wantedBytes), (bytes) => vm.callMethod(file, 'read', [bytes]));
  return vm.guard(read, () => {
    if (!vm.isBytes(read)) throw new PythonRaise('TypeError', "read() didn't return bytes");
    const bytes = vm.bytes(read);
    addBytes(vm, storage, bytes);
    if (bytes.length !== wantedBytes) vm.raise('EOFError', [vm.newStr("read() didn't return enough bytes")]);
    return vm.none();
  });
}

function toFile(vm: Interpreter, [self = 0, file = 0]: Args): number {
  const bytes = storageOf(vm, self).toBytes();
  for (let at = 0; at < bytes.length; at += FILE_BLOCK_BYTES) {
    const block = vm.newBytes(bytes.subarray(at, at + FILE_BLOCK_BYTES));
    vm.decref(vm.guard(block, () => vm.callMethod(file, 'write', [block])));
  }
  return vm.none();
}

/** The bytes of each item in reverse order. */
function byteSwap(vm: Interpreter, [self = 0]: Args): number {
  const storage = storageOf(vm, self);
  const bytes = storage.toBytes();
  const { size } = storage.type;
  for (let at = 0; at < bytes.length; at += size) bytes.subarray(at, at + size).reverse();
  storage.items = storage.fromBytes(bytes);
  return vm.none();
}

export const TRANSFERS: Readonly<Record<string, NativeDefinition>> = {
  byteswap: native(byteSwap),
  frombytes: native(fromBytes, { args: [1, 1] }),
  fromfile: native(fromFile, { args: [2, 2] }),
  fromlist: native(fromList, { args: [1, 1] }),
  fromunicode: native(fromUnicode, { args: [1, 1] }),
  tobytes: native((vm, [self = 0]) => vm.newBytes(storageOf(vm, self).toBytes())),
  tofile: native(toFile, { args: [1, 1] }),
  tolist: native((vm, [self = 0]) => toList(vm, self)),
  tounicode: native(toUnicode),
};
