/**
 * tp_traverse for every kind: the references that an object holds, in CPython's order.
 *
 * The collector's two hot passes have loops of their own over the same layout (collector-passes.ts); everything else asks here.
 */
import { ANNEX_DICT } from './annex.ts';
import type { Heap } from './heap.ts';
import {
  A,
  B,
  EMBEDDED,
  HAS_ANNEX,
  KIND,
  LIST_ITEMS,
  META,
  SET_HEADER,
  SET_MASK,
  SET_SLOT,
  SPLIT,
  TABLE_ENTRIES_USED,
  TABLE_ENTRY,
  TABLE_GENERAL,
  TABLE_HEADER,
  VALUES_BLOCK,
  VALUES_CAPACITY,
  VALUES_HEADER,
} from './layout.ts';

export type Visit = (referent: number) => void;

/** What `gc.get_referents` reports and the collector counts; with `owned`, what the object itself holds. */
export function traverse(heap: Heap, ref: number, visit: Visit, owned = false): void {
  const words = heap.words;
  const a = words[ref + A] as number;
  const type = heap.typeOf(ref);
  if (((words[ref + META] as number) & HAS_ANNEX) !== 0) visitBeside(heap, ref, visit, owned);
  switch (type.kind) {
    case KIND.LIST:
      return visitBackward(heap, a + LIST_ITEMS, words[ref + B] as number, visit);
    case KIND.TUPLE:
      return visitBackward(heap, a, words[ref + B] as number, visit);
    case KIND.FIELDS:
      return visitRun(heap, a, words[ref + B] as number, visit);
    case KIND.DICT:
      return traverseDict(heap, ref, a, visit);
    case KIND.SET:
      return traverseSet(heap, a, visit);
    case KIND.INSTANCE:
      return traverseInstance(heap, ref, a, visit);
    case KIND.WEAKREF:
      return visitRun(heap, 0, 0, visit, words[ref + B]);
    default:
  }
}

/** The attribute dict, the class, and what else is in the annex (typeobject.c:subtype_traverse). */
function visitBeside(heap: Heap, ref: number, visit: Visit, owned: boolean): void {
  const annex = heap.annexes.of(ref);
  const dict = annex?.refs[ANNEX_DICT] ?? 0;
  const dictLast = annex?.dictLast ?? false;
  if (dict !== 0 && !dictLast) visit(dict);
  const { object } = heap.typeOf(ref);
  if (object !== 0) visit(object);
  if (owned) annex?.owned(visit);
  else annex?.visit(visit);
  if (dict !== 0 && dictLast) visit(dict);
}

function visitRun(heap: Heap, start: number, length: number, visit: Visit, also = 0): void {
  const cells = heap.cells.words;
  for (let at = start; at < start + length; at++) {
    const child = cells[at] as number;
    if (child !== 0) visit(child);
  }
  if (also !== 0) visit(also);
}

/** Last to first (listobject.c:list_traverse, tupleobject.c:tupletraverse). */
function visitBackward(heap: Heap, start: number, length: number, visit: Visit): void {
  const cells = heap.cells.words;
  for (let at = start + length - 1; at >= start; at--) {
    const child = cells[at] as number;
    if (child !== 0) visit(child);
  }
}

/** Values; keys only where a key is not a str (dictobject.c:dict_traverse). Embedded values belong to the instance (3.13). */
function traverseDict(heap: Heap, ref: number, chunk: number, visit: Visit): void {
  if (chunk === 0) return;
  const cells = heap.cells.words;
  if (((heap.words[ref + META] as number) & SPLIT) !== 0) {
    if (cells[chunk + VALUES_BLOCK] === EMBEDDED) return;
    return visitRun(heap, chunk + VALUES_HEADER, cells[chunk + VALUES_CAPACITY] as number, visit);
  }
  const used = cells[chunk + TABLE_ENTRIES_USED] as number;
  const general = cells[chunk + TABLE_GENERAL] !== 0;
  for (let entry = 0; entry < used; entry++) {
    const at = chunk + TABLE_HEADER + entry * TABLE_ENTRY;
    const key = cells[at + 1] as number;
    if (key === 0) continue;
    visit(cells[at + 2] as number);
    if (general) visit(key);
  }
}

function traverseSet(heap: Heap, chunk: number, visit: Visit): void {
  if (chunk === 0) return;
  const cells = heap.cells.words;
  const slots = (cells[chunk + SET_MASK] as number) + 1;
  for (let slot = 0; slot < slots; slot++) {
    const key = cells[chunk + SET_HEADER + slot * SET_SLOT + 2] as number;
    if (key > 0) visit(key);
  }
}

/**
 * Slots, attributes, then the class (typeobject.c:subtype_traverse). A dict over values in the instance's own block is not
 * visited while they are valid: its reference counts as one from outside (dictobject.c:PyObject_VisitManagedDict, 3.13).
 */
function traverseInstance(heap: Heap, ref: number, a: number, visit: Visit): void {
  const type = heap.typeOf(ref);
  visitRun(heap, heap.words[ref + B] as number, type.slotCount, visit);
  const values = a > 0 ? a : embeddedValues(heap, -a);
  if (values !== 0)
    visitRun(heap, values + VALUES_HEADER, heap.cells.words[values + VALUES_CAPACITY] as number, visit);
  else if (a < 0) visit(-a);
  if (type.object !== 0) visit(type.object);
}

/** The values chunk of an attribute dict whose values lie in the instance's block, 0 for any other dict. */
export function embeddedValues(heap: Heap, dict: number): number {
  if (dict === 0 || ((heap.words[dict + META] as number) & SPLIT) === 0) return 0;
  const chunk = heap.words[dict + A] as number;
  return heap.cells.words[chunk + VALUES_BLOCK] === EMBEDDED ? chunk : 0;
}
