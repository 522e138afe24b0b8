/** What the descriptors that classes have for their methods and attributes show (descrobject.c:descr_repr and its kin). */

import { isSlotWrapper } from '../calls/slot-wrappers.ts';
import type { Interpreter } from '../interpreter.ts';
import type { PyType } from './class-table.ts';

interface Place {
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

export function methodDescriptorText(vm: Interpreter, ref: number): string {
  const place = placeOf(vm, ref);
  if (place === null) return '<method>';
  const { owner, name } = place;
  const kind = isSlotWrapper(owner.name, name) ? 'slot wrapper' : 'method';
  return `<${kind} '${name}' of '${owner.name}' objects>`;
}

export function attributeDescriptorText(vm: Interpreter, ref: number, kind: 'attribute' | 'member'): string {
  const place = heldPlace(vm, ref) ?? placeOf(vm, ref);
  return place === null ? `<${kind}>` : `<${kind} '${place.name}' of '${place.owner.name}' objects>`;
}
