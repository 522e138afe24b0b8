/**
 * The heap's invariants as equations, checked over everything. Tests call it after every step; it is too slow for anything else.
 *
 *   1. refcnt(o) = references held to o by objects + by the process (names, frames, constants ...), for every mortal object
 *   2. the collector's lists: each doubly linked, each tracked object in exactly one, working lists empty, only gc types in them
 *   3. live objects + unused records + heads = all records
 *   4. every object made in the session owns its blocks alone, and they are in use (memory.validate adds up the rest)
 *   5. a weakref with a referent stands in that object's list, and in no other
 */
import type { Heap } from './heap.ts';
import { invariant } from './invariant.ts';
import {
  A,
  BLOCK,
  EMBEDDED,
  IMMORTAL,
  KIND,
  LIST_BLOCK,
  META,
  NEXT,
  OUTSIDE,
  PREV,
  RECORD_WORDS,
  REFCNT,
  SET_BLOCK,
  SPLIT,
  TABLE_BLOCK,
  TABLE_ENTRIES_USED,
  TABLE_ENTRY,
  TABLE_GENERAL,
  TABLE_HEADER,
  VALUES_BLOCK,
} from './layout.ts';
import { FIRST_RECORD, GENERATION_HEADS, PERMANENT_HEAD, WORKING_LISTS } from './list-heads.ts';
import { embeddedValues, traverse, type Visit } from './traverse.ts';

/** @param held every counted reference that no object holds: names, frames, constants, the interpreter's own */
export function validateHeap(heap: Heap, held: Iterable<number>): void {
  invariant(heap.dealloc.idle, 'no deallocation is left half done');
  invariant(!heap.collector.active && !heap.collector.running, 'no collection is left half done');
  checkCounts(heap, held);
  checkLists(heap);
  checkRecords(heap);
  checkBlocks(heap);
  checkWeakrefs(heap);
  heap.memory.validate();
}

/**
 * Calls `visit` for every living object, OUTSIDE ones included, in record order. One that is being deallocated, where a program is paused in
 * the middle of that, still leads to what it has dropped: it lives no more.
 */
export function forEachObject(heap: Heap, visit: Visit): void {
  for (let ref = FIRST_RECORD; ref < heap.top; ref += RECORD_WORDS)
    if (heap.isObject(ref) && heap.words[ref + REFCNT] !== 0) visit(ref);
}

/** All references that an object owns: what the collector sees, str keys, its class, and a dict that it does not show. */
export function forEachOwned(heap: Heap, ref: number, visit: Visit): void {
  const type = heap.typeOf(ref);
  traverse(heap, ref, visit, true);
  const a = heap.words[ref + A] as number;
  if (type.kind === KIND.INSTANCE && a < 0 && embeddedValues(heap, -a) !== 0) visit(-a);
  if (type.kind !== KIND.DICT || a === 0 || isSplit(heap, ref)) return;
  const cells = heap.cells.words;
  if (cells[a + TABLE_GENERAL] !== 0) return;
  for (let entry = 0; entry < (cells[a + TABLE_ENTRIES_USED] as number); entry++) {
    const key = cells[a + TABLE_HEADER + entry * TABLE_ENTRY + 1] as number;
    if (key !== 0) visit(key);
  }
}

/** The blocks that an object owns beside its header. */
export function forEachExtraBlock(heap: Heap, ref: number, visit: (block: number) => void): void {
  const a = heap.words[ref + A] as number;
  const cells = heap.cells.words;
  for (const own of heap.annexes.of(ref)?.blocks() ?? []) visit(own);
  let block = 0;
  switch (heap.typeOf(ref).kind) {
    case KIND.LIST:
      block = a === 0 ? 0 : (cells[a + LIST_BLOCK] as number);
      break;
    case KIND.DICT:
      if (a !== 0) block = cells[a + (isSplit(heap, ref) ? VALUES_BLOCK : TABLE_BLOCK)] as number;
      break;
    case KIND.SET:
      block = a === 0 ? 0 : (cells[a + SET_BLOCK] as number);
      break;
    case KIND.INSTANCE:
      block = a > 0 ? (cells[a + VALUES_BLOCK] as number) : 0;
      break;
    case KIND.BUFFER:
      block = a;
      break;
    default:
  }
  if (block !== 0 && block !== EMBEDDED) visit(block);
}

function isSplit(heap: Heap, ref: number): boolean {
  return ((heap.words[ref + META] as number) & SPLIT) !== 0;
}

function isOutside(heap: Heap, ref: number): boolean {
  return ((heap.words[ref + META] as number) & OUTSIDE) !== 0;
}

function checkCounts(heap: Heap, held: Iterable<number>): void {
  const counted = new Map<number, number>();
  const count = (ref: number): void => {
    counted.set(ref, (counted.get(ref) ?? 0) + 1);
  };
  for (const ref of held) count(ref);
  forEachObject(heap, (ref) => forEachOwned(heap, ref, count));
  forEachObject(heap, (ref) => {
    const refcnt = heap.words[ref + REFCNT] as number;
    if (refcnt >= IMMORTAL || isOutside(heap, ref)) return;
    const expected = counted.get(ref) ?? 0;
    const name = `#${heap.serialOf(ref)} (${heap.typeOf(ref).name})`;
    invariant(
      refcnt === expected,
      `refcnt of ${name} is ${refcnt} and ${expected} references to it are held`,
    );
  });
  for (const ref of counted.keys())
    invariant(heap.isObject(ref), `a reference to record ${ref} is one to a living object`);
}

function checkLists(heap: Heap): void {
  const seen = new Set<number>();
  for (const head of [...GENERATION_HEADS, PERMANENT_HEAD]) {
    let previous: number = head;
    for (let ref = heap.words[head + NEXT] as number; ref !== head; ref = heap.words[ref + NEXT] as number) {
      invariant(heap.words[ref + PREV] === previous, `record ${ref} points back to its predecessor`);
      invariant(!seen.has(ref), `record ${ref} is in one list`);
      invariant(heap.isObject(ref) && heap.typeOf(ref).gc, `record ${ref} in a list is a gc object`);
      seen.add(ref);
      previous = ref;
    }
  }
  for (const head of WORKING_LISTS.flatMap((lists) => Object.values(lists))) {
    invariant(heap.words[head + NEXT] === head, 'the collector leaves its working lists empty');
  }
  forEachObject(heap, (ref) =>
    invariant(
      heap.isTracked(ref) === seen.has(ref),
      `#${heap.serialOf(ref)} is tracked exactly when it is in a list`,
    ),
  );
}

function checkRecords(heap: Heap): void {
  let live = 0;
  forEachObject(heap, (ref) => {
    if (!isOutside(heap, ref)) live++;
  });
  invariant(
    live === heap.liveObjects,
    `${live} records hold objects of the session and ${heap.liveObjects} are counted`,
  );
}

function checkBlocks(heap: Heap): void {
  const owned = new Set<number>();
  const own = (block: number): void => {
    invariant(!owned.has(block), `block ${block} has one owner`);
    invariant(heap.memory.isInUse(block), `block ${block} of an object is in use`);
    owned.add(block);
  };
  forEachObject(heap, (ref) => {
    if (!isOutside(heap, ref)) own(heap.words[ref + BLOCK] as number);
    forEachExtraBlock(heap, ref, own);
  });
  const { list, dict, dictKeys, float, frame, slice, tuples } = heap.freeLists;
  for (const kept of [list, dict, dictKeys, float, frame, slice, ...tuples])
    for (const block of kept) own(block);
}

function checkWeakrefs(heap: Heap): void {
  forEachObject(heap, (ref) => {
    for (const weakref of heap.weakrefs.of(ref)) {
      invariant(
        heap.words[weakref + A] === ref,
        `weakref #${heap.serialOf(weakref)} points to the object in whose list it is`,
      );
    }
    const referent = heap.typeOf(ref).kind === KIND.WEAKREF ? (heap.words[ref + A] as number) : 0;
    const listed = referent === 0 || heap.weakrefs.of(referent).includes(ref);
    invariant(listed, `weakref #${heap.serialOf(ref)} stands in the list of its referent`);
  });
}
