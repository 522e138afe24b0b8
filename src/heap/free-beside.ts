/** What a dead object has beside its header, by its kind; its references are dropped. */
import type { Heap } from './heap.ts';
import * as layout from './layout.ts';
import { freeDictStorage, freeListItems, freeSetTable, freeValues } from './tables.ts';
import type { TypeInfo } from './type-info.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const { A, B, INTERNED, KIND, META } = layout;

export function freeBeside(heap: Heap, ref: number, type: TypeInfo): void {
  const a = heap.words[ref + A] as number;
  const b = heap.words[ref + B] as number;
  switch (type.kind) {
    case KIND.LIST:
      if (a !== 0) freeListItems(heap, a);
      break;
    case KIND.DICT:
      if (a !== 0) freeDictStorage(heap, ref, a);
      break;
    case KIND.SET:
      if (a !== 0) freeSetTable(heap, a);
      break;
    case KIND.INSTANCE:
      if (a > 0) freeValues(heap, a);
      if (b !== 0) heap.cells.free(b, type.slotCount);
      break;
    case KIND.ATOM:
      if (((heap.words[ref + META] as number) & INTERNED) !== 0) heap.hooks.internedDied(ref);
      break;
    case KIND.BUFFER:
      if (a !== 0) heap.memory.free(a);
      break;
    case KIND.TUPLE:
    case KIND.FIELDS:
      if (a !== 0) heap.cells.free(a, b);
      break;
    default:
  }
}
