/** Where the objects of a class keep their dict and their weak references (tp_dictoffset, tp_weaklistoffset). */
import { winningBase } from '../../eval/classes/class-bases.ts';
import type { PyType } from '../../eval/classes/class-table.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { basicSize, itemSize } from './basic-sizes.ts';

export interface Offsets {
  readonly dict: number;
  readonly weakrefs: number;
}

const WORD_BYTES = 8;
const NONE: Offsets = { dict: 0, weakrefs: 0 };
/** The last word of an object whose length varies. */
const LAST_WORD = -WORD_BYTES;
/** MANAGED_DICT_OFFSET with managed weak references, MANAGED_WEAKREF_OFFSET (3.12). */
const MANAGED: Offsets = { dict: -1, weakrefs: -32 };
/** From the end of the slots back to the dict's word before the collector's head (3.11). */
const BEFORE_HEAD_BYTES = 24;

/** From the base on: after its fields come the slots, then the dict, then the weak references (typeobject.c:type_new_descriptors). */
export function offsetsOf(vm: Interpreter, type: PyType): Offsets {
  if (type.dict === 0) return nativeOffsets(vm, type);
  const base = winningBase(type.bases);
  const known = offsetsOf(vm, base);
  const slots = (type.slots ?? []).filter((slot) => slot !== '__dict__' && slot !== '__weakref__');
  const end = basicSize(vm, base) + WORD_BYTES * slots.length;
  const isSized = itemSize(vm, type) > 0;
  const addsDict = known.dict === 0 && (type.layout?.hasDict ?? type.extraDict);
  const addsWeakrefs = known.weakrefs === 0 && type.info.weakrefs && !isSized;
  const inBody = vm.rules.managedWords === 'none' || (vm.rules.managedWords === 'dict' && isSized);
  const weakrefsAt = end + (addsDict && inBody ? WORD_BYTES : 0);
  const isManaged = vm.rules.managedWords === 'both';
  const beforeHead = -end - (addsWeakrefs ? WORD_BYTES : 0) - BEFORE_HEAD_BYTES;
  const dict = isManaged ? MANAGED.dict : inBody ? (isSized ? LAST_WORD : end) : beforeHead;
  return {
    dict: addsDict ? dict : known.dict,
    weakrefs: addsWeakrefs ? (isManaged ? MANAGED.weakrefs : weakrefsAt) : known.weakrefs,
  };
}

function nativeOffsets(vm: Interpreter, type: PyType): Offsets {
  for (const one of type.mro) {
    const known = vm.rules.typeOffsets[one.name.slice(one.name.lastIndexOf('.') + 1)];
    if (known !== undefined) return { dict: known[0], weakrefs: known[1] };
  }
  return NONE;
}

/** Which of the two stand in front of the object, where no size tells (Py_TPFLAGS_MANAGED_DICT, from 3.11; 3.12's PREHEADER). */
export function standsInFront(
  vm: Interpreter,
  type: PyType,
): { readonly dict: boolean; readonly weakrefs: boolean } {
  const { dict, weakrefs } = offsetsOf(vm, type);
  return { dict: dict < 0 && dict !== LAST_WORD, weakrefs: weakrefs < 0 };
}
