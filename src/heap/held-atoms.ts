/**
 * What a dying object holds, dropped in one go as long as nothing ends by it but objects that hold nothing themselves: most containers
 * die so, and need no place on the stack of dying objects. The order is that of dying-stack.ts, whose cursors these are.
 */
import * as codes from './event-codes.ts';
import type { Heap } from './heap.ts';
import * as layout from './layout.ts';
import type { TypeInfo } from './type-info.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const {
  A,
  B,
  HAS_WEAKREFS,
  IMMORTAL,
  KIND,
  LIST_ITEMS,
  META,
  REFCNT,
  SERIAL,
  SPLIT,
  TABLE_ENTRIES_USED,
  TABLE_ENTRY,
  TABLE_HEADER,
  TYPE_MASK,
  VALUES_CAPACITY,
  VALUES_HEADER,
} = layout;
const { EV } = codes;

/** All is dropped. */
export const DONE = -1;

/** An object without references, finalizer and weak references to it: its end is its own memory's and no more. */
export function isAtom(meta: number, type: TypeInfo): boolean {
  return type.kind === KIND.ATOM && !type.gc && !type.finalizer && (meta & HAS_WEAKREFS) === 0;
}

/** The cursor at which the stack goes on with `ref`; DONE when it holds nothing any more. */
export function dropAtoms(heap: Heap, ref: number, type: TypeInfo): number {
  const { words } = heap;
  const a = words[ref + A] as number;
  const b = words[ref + B] as number;
  switch (type.kind) {
    case KIND.ATOM:
    case KIND.BUFFER:
      return DONE;
    case KIND.LIST:
      return dropBackward(heap, words[ref + SERIAL] as number, a + LIST_ITEMS, b);
    case KIND.TUPLE:
      return dropBackward(heap, words[ref + SERIAL] as number, a, b);
    case KIND.FIELDS:
      return dropForward(heap, words[ref + SERIAL] as number, a, b);
    case KIND.DICT:
      if (a === 0) return DONE;
      return ((words[ref + META] as number) & SPLIT) === 0
        ? dropTable(heap, words[ref + SERIAL] as number, a)
        : dropValues(heap, words[ref + SERIAL] as number, a);
    case KIND.INSTANCE:
      if (a < 0 || type.slotCount !== 0) return 0;
      return a === 0 ? DONE : dropValues(heap, words[ref + SERIAL] as number, a);
    default:
      return 0;
  }
}

function dropBackward(heap: Heap, holder: number, start: number, length: number): number {
  for (let cursor = length; cursor > 0; cursor--) {
    const child = heap.cells.words[start + cursor - 1] as number;
    if (child !== 0 && !dropAtom(heap, holder, child)) return cursor;
  }
  return DONE;
}

function dropValues(heap: Heap, holder: number, chunk: number): number {
  return dropForward(
    heap,
    holder,
    chunk + VALUES_HEADER,
    heap.cells.words[chunk + VALUES_CAPACITY] as number,
  );
}

function dropForward(heap: Heap, holder: number, start: number, length: number): number {
  for (let cursor = 0; cursor < length; cursor++) {
    const child = heap.cells.words[start + cursor] as number;
    if (child !== 0 && !dropAtom(heap, holder, child)) return cursor;
  }
  return DONE;
}

/** Keys and values in turn. */
function dropTable(heap: Heap, holder: number, chunk: number): number {
  const used = heap.cells.words[chunk + TABLE_ENTRIES_USED] as number;
  for (let entry = 0; entry < used; entry++) {
    const at = chunk + TABLE_HEADER + entry * TABLE_ENTRY;
    const key = heap.cells.words[at + 1] as number;
    if (key === 0) continue;
    if (!dropAtom(heap, holder, key)) return entry * 2;
    if (!dropAtom(heap, holder, heap.cells.words[at + 2] as number)) return entry * 2 + 1;
  }
  return DONE;
}

/** One reference; false, and nothing has happened, where an object would end by it that is no atom. */
function dropAtom(heap: Heap, holder: number, child: number): boolean {
  const { words } = heap;
  const count = words[child + REFCNT] as number;
  if (count >= IMMORTAL) return true;
  if (count === 1) {
    const meta = words[child + META] as number;
    if (!isAtom(meta, heap.types.all[meta & TYPE_MASK] as TypeInfo)) return false;
  }
  words[child + REFCNT] = count - 1;
  heap.ring.emit(EV.REFERENCE_DROPPED, words[child + SERIAL] as number, count - 1, holder);
  if (count === 1) heap.dealloc.dealloc(child);
  return true;
}
