/**
 * What an abstract class keeps of a class that it was asked about (_abc.c:_add_to_weak_set): in its set, which is made for the first
 * one, a weak reference whose callback is a function of C that holds the set weakly.
 */
import { A } from '../../heap/index.ts';
import { makeWeakref, newWeakref, sets } from '../../objects/index.ts';
import { newBoundBuiltin, registerNative } from '../eval/calls/functions.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { native } from '../eval/native.ts';

const destroyers = new WeakMap<Interpreter, number>();

function referentOf(vm: Interpreter, weakref: number): number {
  return vm.heap.words[weakref + A] as number;
}

/** `_destroy`: its self is the reference to the set, its argument the one of the class that died. */
function destroyer(vm: Interpreter): number {
  const known = destroyers.get(vm);
  if (known !== undefined) return known;
  const discard = native(
    (_vm, [toSet = 0, dead = 0]) => {
      const set = referentOf(vm, toSet);
      if (set !== 0) sets.setDiscard(vm.process, set, dead);
      return vm.none();
    },
    { args: [1, 1] },
  );
  const made = registerNative(vm, '_destroy', discard);
  destroyers.set(vm, made);
  return made;
}

/** Whether the class is in the set. */
export function isRemembered(vm: Interpreter, set: number, asked: number): boolean {
  return sets.setItems(vm.process, set).some((one) => referentOf(vm, one) === asked);
}

export function remember(vm: Interpreter, set: number, asked: number): void {
  const { weakref: toSet } = newWeakref(vm.process, set, 0);
  const callback = newBoundBuiltin(vm, destroyer(vm), toSet);
  const reference = makeWeakref(vm.process, asked, callback);
  sets.setAdd(vm.process, set, reference);
  vm.dropAll([toSet, callback, reference]);
}
