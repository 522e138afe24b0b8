/** Items of lists and tuples by an int, and whether a bool or an int counts as true: what conditions and indices mostly are. */
import * as heapRoom from '../../../heap/index.ts';
import type { Frame } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const { A, B, HAS_PAYLOAD, LIST_ITEMS, META, TYPE_MASK } = heapRoom;
const PLAIN = TYPE_MASK | HAS_PAYLOAD;

/** Borrowed item of exactly a list or tuple at a place that exists; 0: the handler has to look. */
export function quickItem(vm: Interpreter, sequence: number, key: number): number {
  const { words, floats, cells } = vm.heap;
  if (((words[key + META] as number) & PLAIN) !== vm.intId) return 0;
  const id = (words[sequence + META] as number) & TYPE_MASK;
  if (id !== vm.listId && id !== vm.tupleId) return 0;
  const size = words[sequence + B] as number;
  const index = floats[(key + A) >> 1] as number;
  const at = index < 0 ? index + size : index;
  if (at < 0 || at >= size) return 0;
  const header = id === vm.listId ? LIST_ITEMS : 0;
  return cells.words[(words[sequence + A] as number) + header + at] as number;
}

/** 1 or 0 of a bool or an int below 2**53; -1: the handler has to ask. */
export function quickTruth(vm: Interpreter, ref: number): number {
  const { words, floats } = vm.heap;
  const id = (words[ref + META] as number) & PLAIN;
  if (id !== vm.boolId && id !== vm.intId) return -1;
  return floats[(ref + A) >> 1] === 0 ? 0 : 1;
}

/** a is b, or a is not b. */
export function isOp(vm: Interpreter, frame: Frame, negated: number): void {
  const { slots } = frame;
  const b = slots[--frame.sp] as number;
  const a = slots[frame.sp - 1] as number;
  slots[frame.sp] = 0;
  slots[frame.sp - 1] = vm.bool((a === b) !== (negated === 1));
  vm.heap.decref(a);
  vm.heap.decref(b);
}
