/**
 * sum, min, max and sorted of what asks no Python code: ints and floats of exactly these classes, in a list or tuple of exactly that
 * class. They do what their steps do (iterating.ts, extremes.ts), without being steps.
 */
import * as heapRoom from '../../../heap/index.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { nextAtOnce } from '../../eval/operators/iteration-steps.ts';
import { newSizedInt } from '../allocate.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const { HAS_PAYLOAD, META, TYPE_MASK } = heapRoom;
const PLAIN = TYPE_MASK | HAS_PAYLOAD;

/** An int below 2**53 or a float. */
function isPlainNumber(vm: Interpreter, ref: number): boolean {
  const id = (vm.heap.words[ref + META] as number) & PLAIN;
  return id === vm.intId || id === vm.floatId;
}

export function arePlainNumbers(vm: Interpreter, refs: readonly number[]): boolean {
  for (const ref of refs) if (!isPlainNumber(vm, ref)) return false;
  return true;
}

export function isPlainSequence(vm: Interpreter, ref: number): boolean {
  const id = (vm.heap.words[ref + META] as number) & TYPE_MASK;
  return id === vm.listId || id === vm.tupleId;
}

/** A list or tuple of nothing but numbers. */
export function holdsPlainNumbers(vm: Interpreter, ref: number): boolean {
  if (!isPlainSequence(vm, ref)) return false;
  const size = vm.listSize(ref);
  for (let at = 0; at < size; at++) if (!isPlainNumber(vm, vm.itemAt(ref, at))) return false;
  return true;
}

/** Ints whose sum JavaScript counts exactly, in whatever order. */
export function holdsSummableInts(vm: Interpreter, ref: number): boolean {
  if (!isPlainSequence(vm, ref)) return false;
  const size = vm.listSize(ref);
  let most = 0;
  for (let at = 0; at < size; at++) {
    const item = vm.itemAt(ref, at);
    if (((vm.heap.words[item + META] as number) & PLAIN) !== vm.intId) return false;
    most += Math.abs(vm.heap.number(item));
  }
  return most <= Number.MAX_SAFE_INTEGER;
}

export function sumOfInts(vm: Interpreter, of: number): number {
  const iterator = vm.iter(of);
  let total = 0;
  try {
    for (;;) {
      vm.tick();
      vm.tick();
      const item = nextAtOnce(vm, iterator);
      if (item === 0) break;
      total += vm.heap.number(item);
      vm.decref(item);
    }
  } finally {
    vm.decref(iterator);
  }
  return vm.rules.sumIsSized ? newSizedInt(vm, total) : vm.newInt(total);
}

/** The smallest (`sign` 1) or largest (-1) of the numbers in a list or tuple, a new reference; 0 when there is none. */
export function extremeIn(vm: Interpreter, of: number, sign: number): number {
  const iterator = vm.iter(of);
  let best = 0;
  try {
    for (;;) {
      vm.tick();
      const item = nextAtOnce(vm, iterator);
      if (item === 0) return best;
      best = better(vm, best, item, sign);
    }
  } catch (error) {
    if (best !== 0) vm.decref(best);
    throw error;
  } finally {
    vm.decref(iterator);
  }
}

/** The same of the arguments themselves. */
export function extremeOf(vm: Interpreter, args: readonly number[], sign: number): number {
  let best = 0;
  for (const one of args) best = better(vm, best, vm.own(one), sign);
  return best;
}

/** Takes both references over; `best` is 0 before the first. */
function better(vm: Interpreter, best: number, item: number, sign: number): number {
  if (best === 0) return item;
  const wins = sign * vm.heap.number(item) < sign * vm.heap.number(best);
  vm.decref(wins ? best : item);
  return wins ? item : best;
}
