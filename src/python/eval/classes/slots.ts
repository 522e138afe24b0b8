/** `__slots__`: in an instance of a plain class cells of its own, in one of a built-in class's subclass part of its annex. */
import { KIND } from '../../../heap/index.ts';
import { instances, PythonRaise } from '../../../objects/index.ts';
import type { Interpreter } from '../interpreter.ts';

function isInstance(vm: Interpreter, self: number): boolean {
  return vm.heap.typeOf(self).kind === KIND.INSTANCE;
}

/** Borrowed value, 0 for an empty slot. */
export function getSlot(vm: Interpreter, self: number, slot: string): number {
  if (isInstance(vm, self)) return instances.getAttribute(vm.process, self, slot);
  const annex = vm.heap.annexes.of(self);
  return annex?.refs[annex.slots.get(slot) ?? -1] ?? 0;
}

export function setSlot(vm: Interpreter, self: number, slot: string, value: number): void {
  if (isInstance(vm, self)) return instances.setAttribute(vm.process, self, slot, value);
  const annex = vm.heap.annexes.ensure(self);
  const at = annex.slots.get(slot) ?? annex.refs.push(0) - 1;
  annex.slots.set(slot, at);
  const old = annex.refs[at] as number;
  annex.refs[at] = vm.own(value);
  if (old !== 0) vm.decref(old);
}

export function deleteSlot(vm: Interpreter, self: number, slot: string): void {
  if (isInstance(vm, self)) return instances.deleteAttribute(vm.process, self, slot);
  const annex = vm.heap.annexes.of(self);
  const at = annex?.slots.get(slot) ?? -1;
  const old = annex?.refs[at] ?? 0;
  if (old === 0) throw new PythonRaise('AttributeError', slot);
  (annex as { refs: number[] }).refs[at] = 0;
  vm.decref(old);
}
