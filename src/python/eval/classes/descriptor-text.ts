/** Whose the descriptors are that classes have for their methods and attributes: what they show, and whom they serve (descrobject.c). */
import { PythonRaise } from '../../../objects/index.ts';
import { isSlotWrapper } from '../calls/slot-wrappers.ts';
import type { Interpreter } from '../interpreter.ts';
import type { PyType } from './class-table.ts';

export interface Place {
  readonly owner: PyType;
  readonly name: string;
}

/** The class that has the descriptor in its namespace, and under which name: d_type and d_name. */
function placeOf(vm: Interpreter, ref: number): Place | null {
  for (const owner of vm.classes.all) {
    for (const [name, value] of owner.natives) if (value === ref) return { owner, name };
    if (owner.dict === 0) continue;
    for (const [key, value] of vm.entries(owner.dict))
      if (value === ref) return { owner, name: vm.text(key) };
  }
  return null;
}

/** The class of a heap descriptor, which holds its name and class: it says so after it was deleted, too. */
function heldPlace(vm: Interpreter, ref: number): Place | null {
  const name = vm.field(ref, 0);
  if (name === 0) return null;
  const owner = vm.classes.forObject(vm.field(ref, 1));
  return owner === undefined ? null : { owner, name: vm.text(name) };
}

/** Of a getset or member descriptor. */
export const attributePlace = (vm: Interpreter, ref: number): Place | null =>
  heldPlace(vm, ref) ?? placeOf(vm, ref);

/** descr_check: a getset or member descriptor serves objects of its class only. */
export function checkDescribed(vm: Interpreter, ref: number, self: number): void {
  const place = attributePlace(vm, ref);
  if (place === null || vm.classes.of(self).mro.includes(place.owner)) return;
  const { owner, name } = place;
  throw new PythonRaise(
    'TypeError',
    `descriptor '${name}' for '${owner.name}' objects doesn't apply to a '${vm.typeName(self)}' object`,
  );
}

export function methodDescriptorText(vm: Interpreter, ref: number): string {
  const place = placeOf(vm, ref);
  if (place === null) return '<method>';
  const { owner, name } = place;
  const kind = isSlotWrapper(owner.name, name) ? 'slot wrapper' : 'method';
  return `<${kind} '${name}' of '${owner.name}' objects>`;
}

export function attributeDescriptorText(vm: Interpreter, ref: number, kind: 'attribute' | 'member'): string {
  const place = attributePlace(vm, ref);
  return place === null ? `<${kind}>` : `<${kind} '${place.name}' of '${place.owner.name}' objects>`;
}
