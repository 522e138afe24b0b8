/** What a class made by Python code adds to the objects of the built-in class that it derives from. */
import type { PyType } from './class-table.ts';

const GC_HEAD_BYTES = 16;
const WORD_BYTES = 8;
const MANAGED_BYTES = 16;

/** Bytes that a class made by Python code adds to the body (typeobject.c:type_new_alloc; FACTS 1). `itemised`: no managed words. */
export function addedBytes(vm: { readonly minor: number }, type: PyType, itemised = false): number {
  if (type.dict === 0) return 0;
  const dict = type.extraDict && !type.native.extraDict;
  const weakrefs = type.info.weakrefs && !type.native.info.weakrefs && !itemised;
  if (vm.minor <= (itemised ? 11 : 10)) return (dict ? WORD_BYTES : 0) + (weakrefs ? WORD_BYTES : 0);
  if (vm.minor === 11) return (dict ? MANAGED_BYTES : 0) + (weakrefs ? WORD_BYTES : 0);
  return dict || weakrefs ? MANAGED_BYTES : 0;
}

/** What sys.getsizeof says of it beyond what it says of an object of the built-in class, whose own GC head is counted there. */
export function reportedBytes(vm: { readonly minor: number }, type: PyType): number {
  const gcHead = type.info.gc && !type.native.info.gc ? GC_HEAD_BYTES : 0;
  switch (type.native.name) {
    case 'int':
    case 'bool':
    case 'str':
      // Their __sizeof__ counts no words behind the value, only sys.getsizeof those in front of it.
      return (
        gcHead + (type.extraDict && vm.minor >= (type.native.name === 'str' ? 11 : 12) ? MANAGED_BYTES : 0)
      );
    case 'tuple':
    case 'bytes':
      return gcHead + addedBytes(vm, type, true);
    default:
      return gcHead + addedBytes(vm, type);
  }
}
