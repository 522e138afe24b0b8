/**
 * Loops over ranges, as one step where the loop variable is a local (FOR_ITER_RANGE of 3.12, STORE_FAST), and over lists and tuples
 * (FOR_ITER_LIST, FOR_ITER_TUPLE).
 */
import * as heapRoom from '../../../heap/index.ts';
import * as objectsRoom from '../../../objects/index.ts';
import type { Frame } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';
import type { Position } from '../operators/iteration.ts';
import * as rangeIteration from '../operators/range-iteration.ts';
import * as packedCode from './packed-code.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const { A, B, LIST_ITEMS, META, TYPE_MASK } = heapRoom;
const { newInt } = objectsRoom;
const { rangePosition } = rangeIteration;
const { OP_BITS } = packedCode;
const LARGEST_SHARED = 256;
const DIGIT = 2 ** 30;

/**
 * The next int goes into the variable, whose old value is dropped. False: it is no range, or at
 * its end, and nothing has happened. @param at the place of FOR_ITER
 */
export function quickNext(vm: Interpreter, frame: Frame, at: number): boolean {
  const { slots, runtime } = frame;
  const range = rangePosition(vm, slots[frame.sp - 1] as number);
  if (range === null || range.left <= 0) return false;
  range.left--;
  const value = range.at;
  range.at += range.step;
  const local = (runtime.packed[at + 1] as number) >>> OP_BITS;
  const old = slots[local] as number;
  frame.ip = at + 2;
  vm.fuel--;
  const isOwn = old !== 0 && value > LARGEST_SHARED && value < DIGIT;
  const exchanged = isOwn ? vm.heap.numbers.exchangeInt(old, value) : 0;
  slots[local] = exchanged === 0 ? newInt(vm.process, value) : exchanged;
  if (exchanged === 0 && old !== 0) vm.heap.decref(old);
  return true;
}

/**
 * JUMP_BACKWARD has come to such a pair, whose place is `at`: it runs at once where it has been granted (it may be on another line). False:
 * it does not.
 */
export function quickLoop(vm: Interpreter, frame: Frame, at: number): boolean {
  if (vm.fuel <= 0) return false;
  vm.fuel--;
  frame.ip = at + 1;
  if (quickNext(vm, frame, at)) return true;
  vm.fuel++;
  frame.ip = at;
  return false;
}

/** FOR_ITER alone, of a range, a list or a tuple; false: it is nothing of these, or at its end, and nothing has happened. */
export function quickNextPushed(vm: Interpreter, frame: Frame): boolean {
  const { slots, sp } = frame;
  const iterator = slots[sp - 1] as number;
  const id = (vm.heap.words[iterator + META] as number) & TYPE_MASK;
  if (id === vm.listIteratorId) return pushItem(vm, frame, iterator, LIST_ITEMS);
  if (id === vm.tupleIteratorId) return pushItem(vm, frame, iterator, 0);
  const range = rangePosition(vm, iterator);
  if (range === null || range.left <= 0) return false;
  range.left--;
  const value = range.at;
  range.at += range.step;
  slots[sp] = newInt(vm.process, value);
  frame.sp = sp + 1;
  return true;
}

/** The next item of the list or tuple, whose first item lies so far behind the start of its cells. */
function pushItem(vm: Interpreter, frame: Frame, iterator: number, header: number): boolean {
  const { heap } = vm;
  const { words } = heap;
  const cells = heap.cells.words;
  const of = cells[words[iterator + A] as number] as number;
  const place = heap.payload(iterator) as Position;
  if (of === 0 || place.at >= (words[of + B] as number)) return false;
  const item = cells[(words[of + A] as number) + header + place.at++] as number;
  heap.incref(item);
  frame.slots[frame.sp++] = item;
  return true;
}
