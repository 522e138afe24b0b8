/** In-place operations of built-in containers that do not go by way of a new object. */
import { lists, sets, strings, withStoredHashes } from '../../../objects/index.ts';
import { nativeOf } from '../calls/functions.ts';
import type { Steps } from '../calls/waiting.ts';
import type { Interpreter } from '../interpreter.ts';
import { type NativeSteps, NO_KEYWORDS } from '../native.ts';
import { checkResizable, resizeRefused } from './exports.ts';

/** list_inplace_repeat: the room is made once. */
export function repeatList(vm: Interpreter, list: number, times: number): void {
  const items = vm.items(list);
  vm.roomFor(items.length * times);
  if (times <= 0) return lists.clearList(vm.process, list);
  const more = Array.from(
    { length: items.length * (times - 1) },
    (_, at) => items[at % items.length] as number,
  );
  if (more.length > 0) lists.extend(vm.process, list, more);
}

/** bytearray_irepeat */
export function repeatBytes(vm: Interpreter, bytearray: number, times: number): void {
  const old = vm.bytearrayBytes(bytearray).slice();
  const length = old.length * Math.max(0, times);
  vm.roomFor(length);
  checkResizable(vm, bytearray, length);
  strings.resizeBytearray(vm.process, bytearray, length);
  const bytes = vm.bytearrayBytes(bytearray);
  for (let at = 0; at < length; at += old.length) bytes.set(old, at);
}

/** bytearray_iconcat: what is added is looked at meanwhile, so that a bytearray cannot be added to itself. A new reference. */
export function appendBytes(vm: Interpreter, bytearray: number, source: number, more: Uint8Array): number {
  const old = vm.bytearrayBytes(bytearray).length;
  const length = old + more.length;
  if (source === bytearray && more.length > 0) throw resizeRefused();
  checkResizable(vm, bytearray, length);
  const added = more.slice();
  strings.resizeBytearray(vm.process, bytearray, length);
  vm.bytearrayBytes(bytearray).set(added, old);
  return vm.own(bytearray);
}

export function inplaceSet(vm: Interpreter, a: number, b: number, operator: string): number {
  const { process } = vm;
  if (operator === '|') sets.setMerge(process, a, b);
  else if (operator === '-') sets.setSubtract(process, a, b);
  else if (operator === '&') intersect(vm, a, b);
  else if (operator === '^' && a === b) sets.clearSet(process, a);
  else if (operator === '^') {
    withStoredHashes(process, b, () => {
      for (const key of sets.setItems(process, b))
        if (!sets.setDiscard(process, a, key)) sets.setAdd(process, a, key);
    });
  } else return 0;
  return vm.own(a);
}

/** The same in steps. */
export function* intersectSteps(vm: Interpreter, set: number, other: number): Steps<void> {
  const update = vm.classes.lookup(vm.classes.named('set'), 'intersection_update');
  const { steps } = nativeOf(vm, update);
  vm.decref(yield* (steps as NativeSteps)(vm, [set, other], NO_KEYWORDS));
}

/** set_iand: the intersection is a set of its own, whose table the old one gets. */
function intersect(vm: Interpreter, set: number, other: number): void {
  const update = vm.classes.lookup(vm.classes.named('set'), 'intersection_update');
  vm.decref(nativeOf(vm, update).call(vm, [set, other], NO_KEYWORDS));
}
