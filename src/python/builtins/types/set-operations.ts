/**
 * Operations on sets, in the order in which CPython builds their results, because the order of a set follows from it
 * (setobject.c:set_intersection, set_difference, set_symmetric_difference, set_pop).
 */
import { A, B, SET_HEADER, SET_MASK, SET_SLOT } from '../../../heap/index.ts';
import { dicts, sets, withHashAsked } from '../../../objects/index.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { operateSteps } from './set-method-steps.ts';

/** A new set of the built-in class with the same keys (set_copy). */
export function copySet(vm: Interpreter, set: number): number {
  const copy = sets.newSet(vm.process, vm.infoOf(set));
  sets.setMerge(vm.process, copy, set);
  return copy;
}

/** Fills a new set of the class of `like`, which is dropped when that raises. */
function made(vm: Interpreter, like: number, fill: (result: number) => void): number {
  const result = sets.newSet(vm.process, vm.infoOf(like));
  try {
    fill(result);
  } catch (error) {
    vm.decref(result);
    throw error;
  }
  return result;
}

export function intersection(vm: Interpreter, set: number, other: number): number {
  if (set === other) return copySet(vm, set);
  const { process } = vm;
  return made(vm, set, (result) => {
    if (!vm.isAnySet(other)) {
      vm.forEach(other, (key) =>
        withHashAsked(process, key, () => {
          if (sets.setHas(process, set, key)) sets.setAdd(process, result, key);
        }),
      );
      return;
    }
    const [small, large] = vm.listSize(other) > vm.listSize(set) ? [set, other] : [other, set];
    sets.everyKey(process, small, (key) => {
      if (sets.setHas(process, large, key)) sets.setAdd(process, result, key);
      return true;
    });
  });
}

export function difference(vm: Interpreter, set: number, other: number): number {
  const { process } = vm;
  const isDict = vm.heap.typeOf(other) === process.types.dict;
  const keyed = vm.isAnySet(other) || isDict;
  if (!keyed || vm.listSize(set) >> 2 > vm.listSize(other)) return withoutEach(vm, set, other);
  const has = (key: number): boolean =>
    isDict ? dicts.dictGet(process, other, key) !== 0 : sets.setHas(process, other, key);
  return made(vm, set, (result) => {
    sets.everyKey(process, set, (key) => {
      if (!has(key)) sets.setAdd(process, result, key);
      return true;
    });
  });
}

/** set_difference_update_internal */
export function discardAll(vm: Interpreter, set: number, other: number): void {
  if (vm.isAnySet(other)) return sets.setSubtract(vm.process, set, other);
  vm.forEach(other, (key) => void sets.setDiscard(vm.process, set, key));
  sets.dropDummies(vm.process, set);
}

/** A copy, from which each is discarded (set_copy_and_difference). */
function withoutEach(vm: Interpreter, set: number, other: number): number {
  const result = copySet(vm, set);
  try {
    discardAll(vm, result, other);
  } catch (error) {
    vm.decref(result);
    throw error;
  }
  return result;
}

/** Each key of `other` goes out of `set` or into it. */
export function symmetricUpdate(vm: Interpreter, set: number, other: number): void {
  sets.everyKey(vm.process, other, (key) => {
    if (!sets.setDiscard(vm.process, set, key)) sets.setAdd(vm.process, set, key);
    return true;
  });
}

/** `a OP b` of two sets; 0 when the operator is none of theirs. */
function operate(vm: Interpreter, a: number, b: number, operator: string): number {
  if (!isOperand(vm, a) || !isOperand(vm, b)) return 0;
  switch (operator) {
    case '&':
      return intersection(vm, a, b);
    case '-':
      return difference(vm, a, b);
    case '|': {
      const result = copySet(vm, a);
      if (a !== b) sets.setMerge(vm.process, result, b);
      return result;
    }
    case '^':
      return made(vm, a, (result) => {
        sets.setMerge(vm.process, result, b);
        symmetricUpdate(vm, result, a);
      });
    default:
      return 0;
  }
}

function isOperand(vm: Interpreter, ref: number): boolean {
  return vm.isAnySet(ref);
}

/** The table of `from` becomes that of `set`, and the other way round (set_swap_bodies). */
export function replaceBody(vm: Interpreter, set: number, from: number): void {
  const { words } = vm.heap;
  for (const at of [A, B]) {
    const kept = words[set + at] as number;
    words[set + at] = words[from + at] as number;
    words[from + at] = kept;
  }
}

/** The next key from where the last one was taken (set_pop); 0 when there is none. The caller gets the set's reference. */
export function popKey(vm: Interpreter, set: number): number {
  const { heap } = vm;
  if (heap.words[set + B] === 0) return 0;
  const chunk = heap.words[set + A] as number;
  const mask = heap.cells.words[chunk + SET_MASK] as number;
  const finger = heap.payload(set);
  for (let slot = (typeof finger === 'number' ? finger : 0) & mask; ; slot = (slot + 1) & mask) {
    const place = chunk + SET_HEADER + slot * SET_SLOT;
    const key = heap.cells.words[place + 2] as number;
    if (key <= 0) continue;
    heap.setPayload(set, slot + 1);
    heap.incref(key);
    sets.discardSlot(vm.process, set, place);
    return key;
  }
}

export function resetFinger(vm: Interpreter, set: number): void {
  if (vm.heap.payload(set) !== undefined) vm.heap.setPayload(set, 0);
}

export function installSets(vm: Interpreter): void {
  for (const info of [vm.process.types.set, vm.process.types.frozenset]) {
    vm.operators[info.id] = operate;
    vm.waitingOperators[info.id] = operateSteps;
  }
}
