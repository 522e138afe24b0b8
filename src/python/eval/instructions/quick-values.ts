/**
 * Items by an int or a str, what is among them, and whether a bool or an int counts as true: what conditions and indices mostly are. The
 * values are of exactly the built-in classes; all else, and all that fails, is containers.ts's and subscripts.ts's.
 */
import * as heapRoom from '../../../heap/index.ts';
import { dicts, lists, sets, strings } from '../../../objects/index.ts';
import type { Frame } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const { A, B, HAS_PAYLOAD, LIST_ITEMS, META, TYPE_MASK } = heapRoom;
const PLAIN = TYPE_MASK | HAS_PAYLOAD;
/** What is longer counts as more than one step (Interpreter.goThrough). */
const SHORT = 60;

/** Borrowed item of a list or tuple at a place that exists, of a dict, or a shared character of a str; 0: the handler has to look. */
export function quickItem(vm: Interpreter, sequence: number, key: number): number {
  const { words, floats, cells } = vm.heap;
  const id = (words[sequence + META] as number) & TYPE_MASK;
  if (id === vm.dictId) return isPlainKey(vm, key) ? dicts.dictGet(vm.process, sequence, key) : 0;
  if (((words[key + META] as number) & PLAIN) !== vm.intId) return 0;
  const index = floats[(key + A) >> 1] as number;
  if (id === vm.strId) return quickCharacter(vm, sequence, index);
  if (id !== vm.listId && id !== vm.tupleId) return 0;
  const size = words[sequence + B] as number;
  const at = index < 0 ? index + size : index;
  if (at < 0 || at >= size) return 0;
  const header = id === vm.listId ? LIST_ITEMS : 0;
  return cells.words[(words[sequence + A] as number) + header + at] as number;
}

/** The hash of such a key is known without asking Python code, and so is whether it equals another one. */
function isPlainKey(vm: Interpreter, key: number): boolean {
  const meta = vm.heap.words[key + META] as number;
  return (meta & PLAIN) === vm.intId || (meta & TYPE_MASK) === vm.strId;
}

function quickCharacter(vm: Interpreter, str: number, index: number): number {
  const { kind, length } = strings.shapeOf(vm.process, str);
  const at = index < 0 ? index + length : index;
  if (at < 0 || at >= length || (kind !== 'ascii' && kind !== 'latin1')) return 0;
  return vm.process.sharedStr(vm.text(str).charAt(at));
}

/** container[key] = value of a list, at a place that exists, or a dict; false: the handler has to do it. Takes no reference over. */
export function quickStoreItem(vm: Interpreter, container: number, key: number, value: number): boolean {
  const { words, floats } = vm.heap;
  const id = (words[container + META] as number) & TYPE_MASK;
  if (id === vm.dictId && isPlainKey(vm, key)) {
    vm.heap.dealloc.open = true;
    dicts.dictSet(vm.process, container, key, value);
    return true;
  }
  if (id !== vm.listId || ((words[key + META] as number) & PLAIN) !== vm.intId) return false;
  const size = words[container + B] as number;
  const index = floats[(key + A) >> 1] as number;
  if (index >= size || index < -size) return false;
  vm.heap.dealloc.open = true;
  lists.setListItem(vm.process, container, index, value);
  return true;
}

/** 1 or 0: is the key in the dict or set, the str in the str, the value among few of its kind? -1: the handler has to look. */
export function quickContains(vm: Interpreter, container: number, item: number): number {
  if (!isPlainKey(vm, item) || vm.depth + vm.nativeDepth.counted >= vm.recursionLimit) return -1;
  const id = (vm.heap.words[container + META] as number) & TYPE_MASK;
  if (id === vm.dictId) return dicts.dictGet(vm.process, container, item) === 0 ? 0 : 1;
  if (id === vm.setId) return sets.setHas(vm.process, container, item) ? 1 : 0;
  if (id === vm.listId || id === vm.tupleId) return isAmongFew(vm, container, item);
  if (id !== vm.strId || ((vm.heap.words[item + META] as number) & TYPE_MASK) !== vm.strId) return -1;
  const text = vm.text(container);
  return text.length > SHORT ? -1 : text.includes(vm.text(item)) ? 1 : 0;
}

function isAmongFew(vm: Interpreter, container: number, item: number): number {
  const size = vm.listSize(container);
  if (size > SHORT) return -1;
  for (let at = 0; at < size; at++) {
    const equal = quickEqual(vm, vm.itemAt(container, at), item);
    if (equal !== 0) return equal;
  }
  return 0;
}

/** 1 or 0 of two ints below 2**53, or two short str; -1: somebody else has to say. */
export function quickEqual(vm: Interpreter, a: number, b: number): number {
  const { words, floats } = vm.heap;
  const left = words[a + META] as number;
  const right = words[b + META] as number;
  if ((left & PLAIN) === vm.intId && (right & PLAIN) === vm.intId)
    return floats[(a + A) >> 1] === floats[(b + A) >> 1] ? 1 : 0;
  if ((left & TYPE_MASK) !== vm.strId || (right & TYPE_MASK) !== vm.strId) return -1;
  const text = vm.text(a);
  return text.length > SHORT ? -1 : text === vm.text(b) ? 1 : 0;
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

/** LIST_APPEND */
export function appendItem(vm: Interpreter, frame: Frame, below: number): void {
  const { slots } = frame;
  const value = slots[--frame.sp] as number;
  slots[frame.sp] = 0;
  lists.append(vm.process, slots[frame.sp - below] as number, value);
  vm.heap.decref(value);
}
