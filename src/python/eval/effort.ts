/**
 * What natives do besides rounds of loops: a search in a long str, the comparison of two lists, the product of two large ints go through
 * much at once, and count as steps by how much that is. A program cannot keep its thread busy with few instructions.
 */
import { B, KIND } from '../../heap/index.ts';
import { ints } from '../../objects/index.ts';
import type { Interpreter } from './interpreter.ts';

const ITEM_BYTES = 8;
const BITS_A_DIGIT = 30;
/** Shorter texts are gone through for nothing. */
const WIDE_FROM = 512;
/** A power of two: so many rounds are counted at once. */
const ROUNDS_AT_ONCE = 64;

/** The round with this number, from 0 on, of a loop over items: what the last 64 went through counts with the last of them. */
export function countRound(vm: Interpreter, round: number): void {
  if ((round & (ROUNDS_AT_ONCE - 1)) === ROUNDS_AT_ONCE - 1) vm.goThrough(ITEM_BYTES * ROUNDS_AT_ONCE);
}

/** So many items are gone through in one piece. */
export function countItems(vm: Interpreter, items: number): void {
  vm.goThrough(ITEM_BYTES * items);
}

/** Bytes that somebody reads who goes through all of a built-in sequence, set or dict; 0 of anything else. */
export function bulkOf(vm: Interpreter, ref: number): number {
  const info = vm.infoOf(ref);
  const { atoms, bytearray } = vm.process.types;
  if (info === atoms.str) return vm.text(ref).length;
  if (info === atoms.bytes) return vm.bytes(ref).length;
  if (info === bytearray) return vm.bytearrayBytes(ref).length;
  switch (info.kind) {
    case KIND.LIST:
    case KIND.TUPLE:
    case KIND.SET:
    case KIND.DICT:
      return ITEM_BYTES * (vm.heap.words[ref + B] as number);
    default:
      return 0;
  }
}

/** Two of them are compared, or one is looked for in the other: no further than the end of the shorter one. */
export function goThroughBoth(vm: Interpreter, a: number, b: number): void {
  vm.goThrough(Math.min(bulkOf(vm, a), bulkOf(vm, b)));
}

/** Where a character of a text lies has to be counted from its beginning, where some take two units: such a str is wide. */
export function goThroughPlaces(vm: Interpreter, str: number): void {
  const { length } = vm.text(str);
  const { memory } = vm.heap;
  if (length >= WIDE_FROM && memory.sizeOf(vm.heap.blockOf(str)) >= 2 * length) vm.goThrough(length);
}

/** Arithmetic, so many times, with ints of so many bits: less than each of their digits with each. */
export function goThroughArithmetic(vm: Interpreter, bits: number, times = 1): void {
  vm.goThrough((times * (bits / BITS_A_DIGIT) ** 1.5) / 2);
}

/** Products, quotients and remainders of large ints: more than the digits of both, less than each with each. */
export function goThroughDigits(vm: Interpreter, x: ints.PyInt, y: ints.PyInt): void {
  if (typeof x === 'number' && typeof y === 'number') return;
  const [more, fewer] = [ints.intDigitCount(x), ints.intDigitCount(y)].sort((one, other) => other - one);
  vm.goThrough(((more as number) * Math.sqrt(fewer as number)) / 2);
}
