/**
 * Every counted reference that an object holds, each with what it is: an item, an attribute, a field.
 *
 * The same references as `forEachOwned` visits, in the order in which a reader counts them: the first item first. What a place is called
 * in Python is the business of who knows the type.
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
  OUTSIDE,
  SET_HEADER,
  SET_MASK,
  SET_SLOT,
  SPLIT,
  TABLE_ENTRIES_USED,
  TABLE_ENTRY,
  TABLE_HEADER,
  VALUES_BLOCK,
  VALUES_CAPACITY,
  VALUES_HEADER,
} from './layout.ts';
import { embeddedValues } from './traverse.ts';

/** What `at` counts is said beside each. */
export const EDGE = {
  /** Items of a list or tuple. */
  ITEM: 0,
  /** Entries of a dict's own table, deleted ones counted too. */
  KEY: 1,
  VALUE: 2,
  /** Keys of a set in the order of its table. */
  MEMBER: 3,
  /** Places among the keys that a class shares. */
  ATTRIBUTE: 4,
  /** Cells of `__slots__`. */
  SLOT: 5,
  /** The attribute dict; nothing is counted. */
  DICT: 6,
  /** The class; nothing is counted. */
  CLASS: 7,
  /** A weak reference's callback; nothing is counted. */
  CALLBACK: 8,
  /** Fields, empty ones counted too. */
  FIELD: 9,
  /** References of the annex, the attribute dict apart, in its own order. */
  BESIDE: 10,
} as const;
export type Edge = (typeof EDGE)[keyof typeof EDGE];

export type VisitEdge = (child: number, edge: Edge, at: number) => void;

export function forEachEdge(heap: Heap, ref: number, visit: VisitEdge): void {
  const type = heap.typeOf(ref);
  const a = heap.words[ref + A] as number;
  const b = heap.words[ref + B] as number;
  switch (type.kind) {
    case KIND.LIST:
      run(heap, a + LIST_ITEMS, b, EDGE.ITEM, visit);
      break;
    case KIND.TUPLE:
      run(heap, a, b, EDGE.ITEM, visit);
      break;
    case KIND.FIELDS:
      run(heap, a, b, EDGE.FIELD, visit);
      break;
    case KIND.DICT:
      dictEdges(heap, ref, visit);
      break;
    case KIND.SET:
      setEdges(heap, a, visit);
      break;
    case KIND.INSTANCE:
      run(heap, b, type.slotCount, EDGE.SLOT, visit);
      attributeEdges(heap, a, visit);
      break;
    case KIND.WEAKREF:
      if (b !== 0) visit(b, EDGE.CALLBACK, 0);
      break;
    default:
  }
  if (((heap.words[ref + META] as number) & HAS_ANNEX) !== 0) annexEdges(heap, ref, visit);
  const holdsClass = type.kind === KIND.INSTANCE || ((heap.words[ref + META] as number) & OUTSIDE) === 0;
  if (type.object !== 0 && holdsClass) visit(type.object, EDGE.CLASS, 0);
}

function annexEdges(heap: Heap, ref: number, visit: VisitEdge): void {
  const annex = heap.annexes.of(ref);
  const dict = annex?.refs[ANNEX_DICT] ?? 0;
  if (dict !== 0) visit(dict, EDGE.DICT, 0);
  let at = 0;
  annex?.owned((child) => visit(child, EDGE.BESIDE, at++));
}

function run(heap: Heap, start: number, length: number, edge: Edge, visit: VisitEdge): void {
  const cells = heap.cells.words;
  for (let at = 0; at < length; at++) {
    const child = cells[start + at] as number;
    if (child !== 0) visit(child, edge, at);
  }
}

function values(heap: Heap, chunk: number, visit: VisitEdge): void {
  const capacity = heap.cells.words[chunk + VALUES_CAPACITY] as number;
  run(heap, chunk + VALUES_HEADER, capacity, EDGE.ATTRIBUTE, visit);
}

/** Values that lie in an instance's own block are the instance's, whoever looks at them. */
function dictEdges(heap: Heap, ref: number, visit: VisitEdge): void {
  const chunk = heap.words[ref + A] as number;
  if (chunk === 0) return;
  const cells = heap.cells.words;
  if (((heap.words[ref + META] as number) & SPLIT) !== 0) {
    if (cells[chunk + VALUES_BLOCK] !== EMBEDDED) values(heap, chunk, visit);
    return;
  }
  const used = cells[chunk + TABLE_ENTRIES_USED] as number;
  for (let entry = 0; entry < used; entry++) {
    const at = chunk + TABLE_HEADER + entry * TABLE_ENTRY;
    const key = cells[at + 1] as number;
    if (key === 0) continue;
    visit(key, EDGE.KEY, entry);
    visit(cells[at + 2] as number, EDGE.VALUE, entry);
  }
}

function setEdges(heap: Heap, chunk: number, visit: VisitEdge): void {
  if (chunk === 0) return;
  const cells = heap.cells.words;
  const slots = (cells[chunk + SET_MASK] as number) + 1;
  let member = 0;
  for (let slot = 0; slot < slots; slot++) {
    const key = cells[chunk + SET_HEADER + slot * SET_SLOT + 2] as number;
    if (key > 0) visit(key, EDGE.MEMBER, member++);
  }
}

function attributeEdges(heap: Heap, a: number, visit: VisitEdge): void {
  const chunk = a > 0 ? a : embeddedValues(heap, -a);
  if (chunk !== 0) values(heap, chunk, visit);
  if (a < 0) visit(-a, EDGE.DICT, 0);
}
