/** heapq (_heapqmodule.c): a list as a binary heap, smallest first. */
import { lists, PythonRaise } from '../../objects/index.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { type NativeDefinition, native } from '../eval/native.ts';
import { HEAPQ_SOURCE } from '../lib/heapq.ts';
import { library } from './library.ts';

type Args = readonly number[];

function less(vm: Interpreter, a: number, b: number): boolean {
  return vm.guard(vm.compare(a, b, '<'), (answer) => vm.truth(answer));
}

function checked(vm: Interpreter, heap: number, callee: string): void {
  if (!vm.isList(heap)) throw new PythonRaise('TypeError', vm.words.heapNotList(callee, vm.typeName(heap)));
}

/** Exchanges two items; the counts stay. */
function exchange(vm: Interpreter, heap: number, a: number, b: number): void {
  lists.exchange(vm.process, heap, a, b);
}

/** Up to its place, not above `start` (siftdown). */
function siftDown(vm: Interpreter, heap: number, start: number, from: number): void {
  for (let at = from; at > start; ) {
    const parent = (at - 1) >> 1;
    if (!less(vm, vm.itemAt(heap, at), vm.itemAt(heap, parent))) return;
    exchange(vm, heap, at, parent);
    at = parent;
  }
}

/** Down to a leaf along the smaller children, then up to its place (siftup). */
function siftUp(vm: Interpreter, heap: number, start: number): void {
  const end = vm.listSize(heap);
  let at = start;
  while (at < end >> 1) {
    let child = 2 * at + 1;
    if (child + 1 < end && !less(vm, vm.itemAt(heap, child), vm.itemAt(heap, child + 1))) child++;
    exchange(vm, heap, at, child);
    at = child;
  }
  siftDown(vm, heap, start, at);
}

function push(vm: Interpreter, [heap = 0, item = 0]: Args): number {
  checked(vm, heap, 'heappush');
  lists.append(vm.process, heap, item);
  siftDown(vm, heap, 0, vm.listSize(heap) - 1);
  return vm.none();
}

/** The smallest goes out, and the last item takes its place. */
function pop(vm: Interpreter, [heap = 0]: Args): number {
  checked(vm, heap, 'heappop');
  if (vm.listSize(heap) === 0) throw new PythonRaise('IndexError', 'index out of range');
  const last = lists.pop(vm.process, heap, -1);
  if (vm.listSize(heap) === 0) return last;
  return replaceFirst(vm, heap, last);
}

/** Takes `item` over; what it replaces is the caller's. */
function replaceFirst(vm: Interpreter, heap: number, item: number): number {
  const first = vm.own(vm.itemAt(heap, 0));
  lists.setListItem(vm.process, heap, 0, item);
  vm.decref(item);
  siftUp(vm, heap, 0);
  return first;
}

function replace(vm: Interpreter, [heap = 0, item = 0]: Args): number {
  checked(vm, heap, 'heapreplace');
  if (vm.listSize(heap) === 0) throw new PythonRaise('IndexError', 'index out of range');
  return replaceFirst(vm, heap, vm.own(item));
}

function pushPop(vm: Interpreter, [heap = 0, item = 0]: Args): number {
  checked(vm, heap, 'heappushpop');
  if (vm.listSize(heap) === 0 || !less(vm, vm.itemAt(heap, 0), item)) return vm.own(item);
  return replaceFirst(vm, heap, vm.own(item));
}

function heapify(vm: Interpreter, [heap = 0]: Args): number {
  checked(vm, heap, 'heapify');
  for (let at = (vm.listSize(heap) >> 1) - 1; at >= 0; at--) siftUp(vm, heap, at);
  return vm.none();
}

const FUNCTIONS: Readonly<Record<string, NativeDefinition>> = {
  heappush: native(push, { args: [2, 2] }),
  heappop: native(pop, { args: [1, 1] }),
  heapreplace: native(replace, { args: [2, 2] }),
  heappushpop: native(pushPop, { args: [2, 2] }),
  heapify: native(heapify, { args: [1, 1] }),
};

export const HEAPQ = library('heapq', HEAPQ_SOURCE, { functions: FUNCTIONS });
