/** Items and slices of bytes and bytearrays (bytes_subscript, bytearray_ass_subscript, bytearray_setslice_linear). */
import { PythonRaise, strings } from '../../../objects/index.ts';
import { countItems } from '../effort.ts';
import type { Interpreter } from '../interpreter.ts';
import { checkResizable } from './exports.ts';
import { checkedIndex, indexOf, isSlice, placesOf, type SliceRange, sliceRange } from './subscripts.ts';

type Range = Omit<SliceRange, 'stop'>;

export function bytesItem(vm: Interpreter, ref: number, key: number): number {
  const bytes = vm.anyBytes(ref);
  const isBytes = vm.isBytes(ref);
  if (!isSlice(vm, key)) {
    return vm.newInt(bytes[checkedIndex(vm, key, bytes.length, isBytes ? 'bytes' : 'bytearray')] as number);
  }
  const range = sliceRange(vm, key, bytes.length);
  if (isBytes && range.length === bytes.length && range.step === 1) return vm.own(ref);
  if (range.step !== 1) countItems(vm, 2 * range.length);
  const part =
    range.step === 1
      ? bytes.slice(range.start, range.start + range.length)
      : Uint8Array.from(placesOf(range), (at) => bytes[at] as number);
  if (!isBytes) return vm.newBytearray(part);
  return range.step === 1 ? vm.newBytes(part) : vm.newFreshBytes(part);
}

export function storeByte(vm: Interpreter, ref: number, key: number, value: number): void {
  const bytes = vm.bytearrayBytes(ref);
  if (isSlice(vm, key)) return storeBytes(vm, ref, key, value);
  const at = checkedIndex(vm, key, bytes.length, 'bytearray');
  const byte = indexOf(vm, value, () => `'${vm.typeName(value)}' object cannot be interpreted as an integer`);
  if (byte < 0 || byte > 255) throw new PythonRaise('ValueError', 'byte must be in range(0, 256)');
  bytes[at] = byte;
}

/** What is no bytearray, and the bytearray itself, becomes another one first (bytearray_ass_subscript). */
function storeBytes(vm: Interpreter, ref: number, key: number, value: number): void {
  const { bytearray } = vm.process.types;
  if (vm.heap.typeOf(value) === bytearray && value !== ref) return replaceBytes(vm, ref, key, value);
  if (vm.isStr(value) || vm.isInt(value) || vm.isFloat(value))
    throw vm.typeError('can assign only bytes, buffers, or iterables of ints in range(0, 256)');
  const copy = vm.call(vm.classes.named('bytearray').ref, [value]);
  vm.guard(copy, () => replaceBytes(vm, ref, key, copy));
}

function replaceBytes(vm: Interpreter, ref: number, key: number, value: number): void {
  const bytes = vm.bytearrayBytes(ref);
  const more = vm.bytearrayBytes(value);
  const range = sliceRange(vm, key, bytes.length);
  if (range.step !== 1) {
    if (more.length === 0) return deleteBytes(vm, ref, key);
    if (more.length !== range.length) {
      const sizes = `attempt to assign bytes of size ${more.length} to extended slice of size ${range.length}`;
      throw new PythonRaise('ValueError', sizes);
    }
    countItems(vm, 2 * range.length);
    for (const [at, place] of placesOf(range).entries()) bytes[place] = more[at] as number;
    return;
  }
  vm.goThrough(bytes.length);
  const fewer = range.length - more.length;
  if (range.start === 0 && fewer > 0) {
    const first = more.slice();
    checkResizable(vm, ref, bytes.length - fewer);
    strings.cutBytearrayStart(vm.process, ref, fewer);
    return vm.bytearrayBytes(ref).set(first);
  }
  const rest = bytes.slice(range.start + range.length);
  const joined = new Uint8Array(range.start + more.length + rest.length);
  joined.set(bytes.subarray(0, range.start));
  joined.set(more, range.start);
  joined.set(rest, range.start + more.length);
  checkResizable(vm, ref, joined.length);
  strings.resizeBytearray(vm.process, ref, joined.length);
  vm.setBytearray(ref, joined);
}

/** bytearray_ass_subscript without a value: the rest moves down in the same buffer, or into a smaller one. */
export function deleteBytes(vm: Interpreter, ref: number, key: number): void {
  const bytes = vm.bytearrayBytes(ref);
  vm.goThrough(bytes.length);
  const range = isSlice(vm, key)
    ? sliceRange(vm, key, bytes.length)
    : { start: checkedIndex(vm, key, bytes.length, 'bytearray'), length: 1, step: 1 };
  if (range.length === 0) return;
  checkResizable(vm, ref, bytes.length - range.length);
  if (range.step === 1 && range.start === 0) return strings.cutBytearrayStart(vm.process, ref, range.length);
  const rest = withoutBytes(vm, bytes, range);
  strings.resizeBytearray(vm.process, ref, rest.length);
  vm.setBytearray(ref, rest);
}

function withoutBytes(vm: Interpreter, bytes: Uint8Array, range: Range): Uint8Array {
  if (range.step === 1) {
    const rest = new Uint8Array(bytes.length - range.length);
    rest.set(bytes.subarray(0, range.start));
    rest.set(bytes.subarray(range.start + range.length), range.start);
    return rest;
  }
  countItems(vm, 2 * bytes.length);
  const gone = new Set(placesOf(range));
  return bytes.filter((_, at) => !gone.has(at));
}
