/**
 * Whether two lists or two tuples are equal (list_richcompare, tuplerichcompare), with a stack of its own for those within: they may nest
 * as deep as CPython lets them.
 */
import type { Steps } from '../calls/waiting.ts';
import { goThroughBoth } from '../effort.ts';
import type { Interpreter } from '../interpreter.ts';
import { equalItems } from './comparing.ts';

interface Pair {
  readonly a: number;
  readonly b: number;
  at: number;
  /** The items of lists that are being compared, owned, for a comparison can change them; 0 for none. */
  x: number;
  y: number;
}

/** Both are lists, or both tuples, and of no subclass. */
function isRun(vm: Interpreter, a: number, b: number): boolean {
  const layout = vm.heap.typeOf(a);
  const { list, tuple } = vm.process.types;
  return layout === vm.heap.typeOf(b) && (layout === list || layout === tuple);
}

/** `a` and `b` have been entered already (PyObject_RichCompare). */
export function* equalRuns(vm: Interpreter, a: number, b: number): Steps<boolean> {
  if (!sameLength(vm, a, b)) return false;
  const stack: Pair[] = [{ a, b, at: 0, x: 0, y: 0 }];
  const entered = vm.nativeDepth.counted;
  try {
    for (;;) {
      const pair = stack.at(-1);
      if (pair === undefined) return true;
      drop(vm, pair);
      const items = next(vm, pair);
      if (items === null) {
        if (vm.listSize(pair.a) !== vm.listSize(pair.b)) return false;
        stack.pop();
        if (stack.length > 0) vm.nativeDepth.leave();
        continue;
      }
      const [x, y] = items;
      if (x === y) continue;
      if (!isRun(vm, x, y)) {
        if (!(yield* equalItems(vm, x, y, false))) return false;
        continue;
      }
      vm.nativeDepth.enter('COMPARISON');
      vm.tick();
      goThroughBoth(vm, x, y);
      if (!sameLength(vm, x, y)) return false;
      stack.push({ a: x, b: y, at: 0, x: 0, y: 0 });
    }
  } finally {
    vm.nativeDepth.counted = entered;
    for (const pair of stack.toReversed()) drop(vm, pair);
  }
}

/** Lists of different lengths are not looked at; tuples are. */
function sameLength(vm: Interpreter, a: number, b: number): boolean {
  return !vm.isList(a) || vm.listSize(a) === vm.listSize(b);
}

function next(vm: Interpreter, pair: Pair): readonly [number, number] | null {
  const { a, b, at } = pair;
  if (at >= vm.listSize(a) || at >= vm.listSize(b)) return null;
  pair.at = at + 1;
  const [x, y] = [vm.itemAt(a, at), vm.itemAt(b, at)];
  if (vm.isList(a)) [pair.x, pair.y] = [vm.own(x), vm.own(y)];
  return [x, y];
}

function drop(vm: Interpreter, pair: Pair): void {
  const { x, y } = pair;
  pair.x = 0;
  pair.y = 0;
  vm.dropAll([x, y]);
}
