/** `__slots__`: in an instance of a plain class cells of its own, in one of a built-in class's subclass part of its annex. */
import { KIND } from '../../../heap/index.ts';
import { instances, PythonRaise } from '../../../objects/index.ts';
import type { Interpreter } from '../interpreter.ts';

/** What a member descriptor stands for: the name, and how far from the last slot, where slots of subclasses change nothing. */
export interface Slot {
  readonly slot: string;
  readonly fromLast: number;
}

/** The slot of this name of a class, as its member descriptor has it. */
export function slotOf(slots: readonly string[], slot: string): Slot {
  return { slot, fromLast: slots.length - slots.indexOf(slot) };
}

const place = (vm: Interpreter, self: number, { fromLast }: Slot): number =>
  vm.process.classOf(self).slots.length - fromLast;

function isInstance(vm: Interpreter, self: number): boolean {
  return vm.heap.typeOf(self).kind === KIND.INSTANCE;
}

/** Borrowed value, 0 for an empty slot. */
export function getSlot(vm: Interpreter, self: number, slot: Slot): number {
  if (isInstance(vm, self)) return instances.getSlot(vm.process, self, place(vm, self, slot));
  const annex = vm.heap.annexes.of(self);
  return annex?.refs[annex.slots.get(slot.slot) ?? -1] ?? 0;
}

export function setSlot(vm: Interpreter, self: number, slot: Slot, value: number): void {
  if (isInstance(vm, self)) return instances.setSlot(vm.process, self, place(vm, self, slot), value);
  const annex = vm.heap.annexes.ensure(self);
  const at = annex.slots.get(slot.slot) ?? annex.refs.push(0) - 1;
  annex.slots.set(slot.slot, at);
  const old = annex.refs[at] as number;
  annex.refs[at] = vm.own(value);
  if (old !== 0) vm.decref(old);
}

export function deleteSlot(vm: Interpreter, self: number, slot: Slot): void {
  if (!emptySlot(vm, self, slot)) throw new PythonRaise('AttributeError', slot.slot);
}

function emptySlot(vm: Interpreter, self: number, slot: Slot): boolean {
  if (isInstance(vm, self)) return instances.emptySlot(vm.process, self, place(vm, self, slot));
  const annex = vm.heap.annexes.of(self);
  const at = annex?.slots.get(slot.slot) ?? -1;
  const old = annex?.refs[at] ?? 0;
  if (old === 0) return false;
  (annex as { refs: number[] }).refs[at] = 0;
  vm.decref(old);
  return true;
}
