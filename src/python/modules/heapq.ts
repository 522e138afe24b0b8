/** heapq (_heapqmodule.c): a list as a binary heap, smallest first; merge() and its like have heaps with the largest first, too. */
import { lists, PythonRaise } from '../../objects/index.ts';
import { owning, type Steps } from '../eval/calls/waiting.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { type NativeDefinition, resumable } from '../eval/native.ts';
import { asksToCompare, compareSteps } from '../eval/operators/comparing.ts';
import { answerSteps } from '../eval/operators/truth.ts';
import { HEAPQ_SOURCE } from '../lib/heapq.ts';
import { library } from './library.ts';

type Args = readonly number[];

/** Does the item at the first place belong above the one at the second? */
type Above = (vm: Interpreter, heap: number, a: number, b: number) => Steps<boolean>;

const smallestFirst: Above = (vm, heap, a, b) => less(vm, heap, a, b);
/** siftdown_max, siftup_max: the same question, asked the other way round. */
const largestFirst: Above = (vm, heap, a, b) => less(vm, heap, b, a);

/** Both items are held while a program may compare them. */
function* less(vm: Interpreter, heap: number, a: number, b: number): Steps<boolean> {
  const size = vm.listSize(heap);
  const [item, other] = [vm.own(vm.itemAt(heap, a)), vm.own(vm.itemAt(heap, b))];
  const isLess = yield* owning(vm, [item, other], itemLess(vm, item, other));
  if (vm.listSize(heap) === size) return isLess;
  throw new PythonRaise('RuntimeError', 'list changed size during iteration');
}

/** What Python code says, where it does; otherwise it is known at once. */
function* itemLess(vm: Interpreter, item: number, other: number): Steps<boolean> {
  if (!asksToCompare(vm, item, other))
    return vm.guard(vm.compare(item, other, '<'), (answer) => vm.truth(answer));
  return yield* answerSteps(vm, yield* compareSteps(vm, item, other, '<'));
}

/** `argument`: what the message calls it. */
function checked(vm: Interpreter, heap: number, argument: string): void {
  if (!vm.isList(heap)) throw new PythonRaise('TypeError', vm.words.heapNotList(argument, vm.typeName(heap)));
}

/** Exchanges two items; the counts stay. */
function exchange(vm: Interpreter, heap: number, a: number, b: number): void {
  lists.exchange(vm.process, heap, a, b);
}

interface Place {
  readonly at: number;
  /** The item goes no higher than here. */
  readonly top: number;
}

/** Up to its place (siftdown). */
function* siftDown(vm: Interpreter, heap: number, above: Above, { at, top }: Place): Steps<void> {
  for (let place = at; place > top; ) {
    vm.tick();
    const parent = (place - 1) >> 1;
    if (!(yield* above(vm, heap, place, parent))) return;
    exchange(vm, heap, place, parent);
    place = parent;
  }
}

/** Down to a leaf along the children that belong above their siblings, then up to its place (siftup). */
function* siftUp(vm: Interpreter, heap: number, above: Above, top: number): Steps<void> {
  const end = vm.listSize(heap);
  let at = top;
  while (at < end >> 1) {
    vm.tick();
    let child = 2 * at + 1;
    if (child + 1 < end && !(yield* above(vm, heap, child, child + 1))) child++;
    exchange(vm, heap, at, child);
    at = child;
  }
  yield* siftDown(vm, heap, above, { at, top });
}

function* push(vm: Interpreter, [heap = 0, item = 0]: Args): Steps {
  checked(vm, heap, 'heappush() argument 1');
  lists.appendResizing(vm.process, heap, item);
  yield* siftDown(vm, heap, smallestFirst, { at: vm.listSize(heap) - 1, top: 0 });
  return vm.none();
}

/** The first goes out, and the last item takes its place. */
function popping(callee: string, above: Above): NativeDefinition {
  function* pop(vm: Interpreter, [heap = 0]: Args): Steps {
    checked(vm, heap, `${callee}() argument`);
    if (vm.listSize(heap) === 0) throw new PythonRaise('IndexError', 'index out of range');
    const last = lists.pop(vm.process, heap, -1);
    if (vm.listSize(heap) === 0) return last;
    return yield* replaceFirst(vm, heap, above, last);
  }
  return resumable(pop, { args: [1, 1] });
}

/** Takes `item` over; what it replaces is the caller's. */
function* replaceFirst(vm: Interpreter, heap: number, above: Above, item: number): Steps {
  const first = vm.own(vm.itemAt(heap, 0));
  lists.setListItem(vm.process, heap, 0, item);
  vm.decref(item);
  try {
    yield* siftUp(vm, heap, above, 0);
  } catch (error) {
    vm.decref(first);
    throw error;
  }
  return first;
}

function replacing(callee: string, above: Above): NativeDefinition {
  function* replace(vm: Interpreter, [heap = 0, item = 0]: Args): Steps {
    checked(vm, heap, `${callee}() argument 1`);
    if (vm.listSize(heap) === 0) throw new PythonRaise('IndexError', 'index out of range');
    return yield* replaceFirst(vm, heap, above, vm.own(item));
  }
  return resumable(replace, { args: [2, 2] });
}

function* pushPop(vm: Interpreter, [heap = 0, item = 0]: Args): Steps {
  checked(vm, heap, 'heappushpop() argument 1');
  if (vm.listSize(heap) === 0) return vm.own(item);
  const first = vm.own(vm.itemAt(heap, 0));
  const isLess = yield* owning(vm, [first], itemLess(vm, first, item));
  if (!isLess) return vm.own(item);
  if (vm.listSize(heap) === 0) throw new PythonRaise('IndexError', 'index out of range');
  return yield* replaceFirst(vm, heap, smallestFirst, vm.own(item));
}

function heapifying(callee: string, above: Above): NativeDefinition {
  function* heapify(vm: Interpreter, [heap = 0]: Args): Steps {
    checked(vm, heap, `${callee}() argument`);
    for (let at = (vm.listSize(heap) >> 1) - 1; at >= 0; at--) yield* siftUp(vm, heap, above, at);
    return vm.none();
  }
  return resumable(heapify, { args: [1, 1] });
}

const FUNCTIONS: Readonly<Record<string, NativeDefinition>> = {
  heappush: resumable(push, { args: [2, 2] }),
  heappop: popping('heappop', smallestFirst),
  heapreplace: replacing('heapreplace', smallestFirst),
  heappushpop: resumable(pushPop, { args: [2, 2] }),
  heapify: heapifying('heapify', smallestFirst),
  _heappop_max: popping('_heappop_max', largestFirst),
  _heapreplace_max: replacing('_heapreplace_max', largestFirst),
  _heapify_max: heapifying('_heapify_max', largestFirst),
};

export const HEAPQ = library('heapq', HEAPQ_SOURCE, { functions: FUNCTIONS });
