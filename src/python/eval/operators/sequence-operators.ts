/** `+` and `*` of built-in sequences (tp_as_sequence: sq_concat, sq_repeat). */
import { KIND } from '../../../heap/index.ts';
import { PythonRaise } from '../../../objects/index.ts';
import type { Interpreter } from '../interpreter.ts';
import { nativeLength } from './lengths.ts';

/** A str, bytes or tuple, and of no subclass: nothing can tell it from a copy. */
function isFixed(vm: Interpreter, ref: number): boolean {
  const { atoms, tuple } = vm.process.types;
  const type = vm.heap.typeOf(ref);
  return type === atoms.str || type === atoms.bytes || type === tuple;
}

/** `a + b`, 0 where these do not go together; with an empty one it is the other one (PyUnicode_Concat, bytes_concat, tupleconcat). */
export function concatenate(vm: Interpreter, a: number, b: number): number {
  const { atoms, list, bytearray } = vm.process.types;
  const left = vm.infoOf(a);
  const right = vm.infoOf(b);
  if (left === list && right === list) return vm.newList([...vm.items(a), ...vm.items(b)]);
  if (left === atoms.str && right === atoms.str) {
    const [x, y] = [vm.text(a), vm.text(b)];
    return theOther(vm, [a, x.length], [b, y.length]) || vm.newStr(x + y);
  }
  if (left.kind === KIND.TUPLE && right.kind === KIND.TUPLE) {
    const other = theOther(vm, [a, vm.listSize(a)], [b, vm.listSize(b)]);
    return other || vm.newTuple([...vm.items(a), ...vm.items(b)]);
  }
  const isBytes = (ref: number): boolean => vm.isBytes(ref) || vm.infoOf(ref) === bytearray;
  if (!isBytes(a) || !(isBytes(b) || vm.buffers[vm.infoOf(b).id] !== undefined)) return 0;
  const [x, y] = [vm.anyBytes(a), vm.anyBytes(b)];
  if (left === bytearray) return vm.newBytearray(joinBytes(x, y));
  const other = isBytes(b) ? theOther(vm, [a, x.length], [b, y.length]) : 0;
  return other || vm.newBytes(joinBytes(x, y));
}

/** What is left when the one of [sequence, length] is empty: the other, a new reference; 0 when a new sequence is needed. */
function theOther(vm: Interpreter, [a, lengthA]: [number, number], [b, lengthB]: [number, number]): number {
  if (lengthB === 0 && isFixed(vm, a)) return vm.own(a);
  return lengthA === 0 && isFixed(vm, b) ? vm.own(b) : 0;
}

function joinBytes(a: Uint8Array, b: Uint8Array): Uint8Array {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

/** `sequence * count`: itself where nothing can tell it from a copy (unicode_repeat, bytes_repeat, tuplerepeat). */
export function repeat(vm: Interpreter, sequence: number, count: number): number {
  const times = Math.max(0, vm.index(count, "cannot fit 'int' into an index-sized integer"));
  refuseOverflow(vm, sequence, times);
  vm.roomFor(vm.sizeForRepeat(sequence) * times);
  if (times === 1 && isFixed(vm, sequence)) return vm.own(sequence);
  if (vm.isStr(sequence)) return vm.newStr(vm.text(sequence).repeat(times));
  if (vm.isBytes(sequence)) return vm.newBytes(repeatBytes(vm.bytes(sequence), times));
  if (vm.infoOf(sequence) === vm.process.types.bytearray)
    return vm.newBytearray(repeatBytes(vm.bytearrayBytes(sequence), times));
  const items = vm.items(sequence);
  const all: number[] = [];
  if (items.length === 0) return vm.isList(sequence) ? vm.newList(all) : vm.newTuple(all);
  for (let round = 0; round < times; round++) for (const item of items) all.push(item);
  if (vm.isList(sequence)) return vm.newList(all);
  return vm.newTuple(all);
}

/** unicode_repeat, bytes_repeat: more than a size can say. The other sequences are short of memory then. */
function refuseOverflow(vm: Interpreter, sequence: number, times: number): void {
  const isText = vm.isStr(sequence);
  if (!isText && !vm.isBytes(sequence)) return;
  if (nativeLength(vm, sequence) * times < 2 ** 63) return;
  throw new PythonRaise(
    'OverflowError',
    isText ? 'repeated string is too long' : 'repeated bytes are too long',
  );
}

function repeatBytes(bytes: Uint8Array, times: number): Uint8Array {
  if (bytes.length === 0) return bytes;
  const all = new Uint8Array(bytes.length * times);
  for (let round = 0; round < times; round++) all.set(bytes, round * bytes.length);
  return all;
}
