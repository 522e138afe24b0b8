/**
 * Lists: a header of 40 bytes and an array of item pointers of its own, which grows ahead of need (listobject.c).
 * Always: 0 <= size <= allocated, and the items block holds 8 * allocated bytes; an empty list of capacity 0 has none.
 */
import * as heapRoom from '../heap/index.ts';
import type { Process } from './process.ts';
import { newStr, strText } from './strings.ts';
import { PythonRaise } from './values/python-raise.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const { A, B, EV, LIST_ALLOCATED, LIST_BLOCK, LIST_ITEMS } = heapRoom;

const LIST_BYTES = 56;
const RECYCLED_ON_STACK = 64;

/** An empty list, tracked: from the free list of headers, or a new block (PyList_New). */
export function newList(process: Process): number {
  const { heap, types } = process;
  const block = heap.freeLists.list.pop();
  let list: number;
  if (block === undefined) {
    list = heap.newGcObject(types.list, LIST_BYTES);
  } else {
    heap.ring.emit(EV.FREE_LIST_POPPED, heap.symbolOfType(types.list), heap.freeLists.list.length, 0);
    list = heap.newObject(types.list, block);
  }
  heap.track(list);
  return list;
}

/** A list of exactly these items: capacity is their number (BUILD_LIST, slices, a + b, [v] * n). */
export function newListOf(process: Process, items: readonly number[]): number {
  return newListFrom(process, items, 0, items.length);
}

/** The same of a run of items, `from` until `to`. */
export function newListFrom(process: Process, items: readonly number[], from: number, to: number): number {
  const list = newList(process);
  if (to > from) {
    setCapacity(process, list, to - from);
    fill(process, list, items, from, to);
  }
  return list;
}

export function listSize(process: Process, list: number): number {
  return process.heap.words[list + B] as number;
}

export function listAllocated(process: Process, list: number): number {
  const chunk = process.heap.words[list + A] as number;
  return chunk === 0 ? 0 : (process.heap.cells.words[chunk + LIST_ALLOCATED] as number);
}

/** Borrowed item; `index` may be negative as in Python. */
export function listItem(process: Process, list: number, index: number): number {
  const { heap } = process;
  const size = heap.words[list + B] as number;
  const at = index < 0 ? index + size : index;
  if (at < 0 || at >= size) throw new PythonRaise('IndexError', 'list index out of range');
  return heap.cells.words[(heap.words[list + A] as number) + LIST_ITEMS + at] as number;
}

/** Borrowed items, copied. */
export function listItems(process: Process, list: number): number[] {
  const { heap } = process;
  const start = (heap.words[list + A] as number) + LIST_ITEMS;
  return heap.cells.toArray(start, heap.words[list + B] as number);
}

/** A new last item, for which there may be room (as list_extend puts those of an iterator). */
export function append(process: Process, list: number, item: number): void {
  const { heap } = process;
  const size = heap.words[list + B] as number;
  if (size >= listAllocated(process, list)) resize(process, list, size + 1);
  else heap.words[list + B] = size + 1;
  heap.cells.words[(heap.words[list + A] as number) + LIST_ITEMS + size] = item;
  heap.addReference(item, heap.serialOf(list));
}

/** list.append and PyList_Append: up to 3.10 an array that is more than half empty is resized, too (app1). */
export function appendResizing(process: Process, list: number, item: number): void {
  const size = process.heap.words[list + B] as number;
  if (!process.profile.growth.listAppendKeeps) {
    resize(process, list, size + 1);
    process.heap.words[list + B] = size;
  }
  append(process, list, item);
}

/** list.insert: an index outside is moved to the nearest end (ins1). */
export function insert(process: Process, list: number, index: number, item: number): void {
  const { heap } = process;
  const size = heap.words[list + B] as number;
  resize(process, list, size + 1);
  const at = index < 0 ? Math.max(0, index + size) : Math.min(index, size);
  const start = (heap.words[list + A] as number) + LIST_ITEMS;
  heap.cells.words.copyWithin(start + at + 1, start + at, start + size);
  heap.cells.words[start + at] = item;
  heap.addReference(item, heap.serialOf(list));
}

/** list.extend with a list or tuple of these items (list_extend). */
export function extend(process: Process, list: number, items: readonly number[]): void {
  if (items.length === 0) return;
  const { heap, profile } = process;
  const size = heap.words[list + B] as number;
  const empty = heap.words[list + A] === 0;
  if (empty && profile.growth.listExtendEmpty === 'even') {
    setCapacity(process, list, (items.length + 1) & ~1);
    heap.words[list + B] = items.length;
  } else {
    resize(process, list, size + items.length);
  }
  const start = (heap.words[list + A] as number) + LIST_ITEMS + size;
  const serial = heap.serialOf(list);
  for (let at = 0; at < items.length; at++) {
    heap.cells.words[start + at] = items[at] as number;
    heap.addReference(items[at] as number, serial);
  }
}

/** list.extend with any other iterable: a guess of room by its length, items appended one by one (list_extend). */
export function extendFromIterator(
  process: Process,
  list: number,
  source: number,
  items: readonly number[],
): void {
  const { heap } = process;
  const iterator = process.newIterator(source);
  makeRoom(process, list, items.length);
  for (const item of items) append(process, list, item);
  heap.decref(iterator);
  resize(process, list, heap.words[list + B] as number);
}

/** list.extend with a str: a character at a time. */
export function extendFromText(process: Process, list: number, text: number): void {
  const { heap } = process;
  const iterator = process.newIterator(text);
  const characters = Array.from(strText(process, text));
  makeRoom(process, list, characters.length);
  for (const character of characters) {
    const item = newStr(process, character);
    append(process, list, item);
    heap.decref(item);
  }
  heap.decref(iterator);
  resize(process, list, heap.words[list + B] as number);
}

/** Room for `more` items to come, by their number or a guess of it; the size stays (list_extend). */
export function makeRoom(process: Process, list: number, more: number): void {
  const { heap, profile } = process;
  const size = heap.words[list + B] as number;
  if (heap.words[list + A] === 0 && profile.growth.listExtendEmpty === 'even') {
    if (more > 0) setCapacity(process, list, (more + 1) & ~1);
    return;
  }
  resize(process, list, size + more);
  heap.words[list + B] = size;
}

/** Stores into an existing place, then drops what was there. */
export function setListItem(process: Process, list: number, index: number, item: number): void {
  const { heap } = process;
  const size = heap.words[list + B] as number;
  const at = index < 0 ? index + size : index;
  if (at < 0 || at >= size) throw new PythonRaise('IndexError', 'list assignment index out of range');
  const cell = (heap.words[list + A] as number) + LIST_ITEMS + at;
  const old = heap.cells.words[cell] as number;
  const serial = heap.serialOf(list);
  heap.cells.words[cell] = item;
  heap.addReference(item, serial);
  heap.dealloc.dropLast(old, serial);
}

/** `del a[i]`: gives capacity back as list_ass_slice does, or not at all (3.13's list_ass_item). */
export function deleteListItem(process: Process, list: number, index: number): void {
  const { heap, profile } = process;
  const size = heap.words[list + B] as number;
  const at = index < 0 ? index + size : index;
  if (at < 0 || at >= size) throw new PythonRaise('IndexError', 'list assignment index out of range');
  const item = profile.growth.listDelItemShrinks ? takeOut(process, list, at) : moveOut(process, list, at);
  heap.dealloc.dropLast(item, heap.serialOf(list));
}

/** list.pop: the item with the list's reference to it, which is now the caller's. */
export function pop(process: Process, list: number, index: number): number {
  const { heap, profile } = process;
  const size = heap.words[list + B] as number;
  if (size === 0) throw new PythonRaise('IndexError', 'pop from empty list');
  const at = index < 0 ? index + size : index;
  if (at < 0 || at >= size) throw new PythonRaise('IndexError', 'pop index out of range');
  if (size === 1 && profile.growth.listPopLastFrees) return takeOut(process, list, at);
  if (at < size - 1)
    return profile.growth.listPopLastFrees ? shiftOut(process, list, at) : takeOut(process, list, at);
  return shiftOut(process, list, at);
}

/** Index of the first item that is, or equals, `value`; -1 when none does. */
export function indexOf(process: Process, list: number, equals: (item: number) => boolean): number {
  for (let at = 0; at < listSize(process, list); at++) if (equals(listItem(process, list, at))) return at;
  return -1;
}

/** list.remove, once the place is known. */
export function removeAt(process: Process, list: number, at: number): void {
  const item = takeOut(process, list, at);
  process.heap.dealloc.dropLast(item, process.heap.serialOf(list));
}

/** list.clear. */
export function clearList(process: Process, list: number): void {
  process.heap.dealloc.clear(list);
}

/** Exchanges two items; no count changes. */
export function exchange(process: Process, list: number, a: number, b: number): void {
  const cells = process.heap.cells.words;
  const first = (process.heap.words[list + A] as number) + LIST_ITEMS;
  const kept = cells[first + a] as number;
  cells[first + a] = cells[first + b] as number;
  cells[first + b] = kept;
}

export function listSizeof(process: Process, list: number): number {
  return LIST_BYTES + 8 * listAllocated(process, list);
}

/**
 * list_resize: the new size, and a new capacity when the old one is too small or more than half empty.
 * Growth ahead of need: 3.8 n + n/8 + 3 or 6; 3.9 rounds to four, and to n itself for a big jump.
 */
export function resize(process: Process, list: number, size: number): void {
  const { heap } = process;
  const allocated = listAllocated(process, list);
  const old = heap.words[list + B] as number;
  if (allocated >= size && size >= allocated >> 1) {
    heap.words[list + B] = size;
    return;
  }
  setCapacity(process, list, grownCapacity(process, old, size));
  heap.words[list + B] = size;
}

/** Exactly this capacity; the items that fit stay. An array resized to nothing is still one, of no bytes (PyMem_Realloc). */
export function setCapacity(process: Process, list: number, capacity: number): void {
  const { heap } = process;
  const chunk = heap.words[list + A] as number;
  if (chunk === 0) {
    const block = heap.memory.alloc(8 * capacity);
    const fresh = heap.cells.alloc(LIST_ITEMS + capacity);
    heap.words[list + A] = fresh;
    heap.cells.words[fresh + LIST_BLOCK] = block;
    heap.cells.words[fresh + LIST_ALLOCATED] = capacity;
    return;
  }
  const allocated = heap.cells.words[chunk + LIST_ALLOCATED] as number;
  const block = heap.memory.realloc(heap.cells.words[chunk + LIST_BLOCK] as number, 8 * capacity);
  const moved = heap.cells.resize(chunk, LIST_ITEMS + allocated, LIST_ITEMS + capacity);
  heap.words[list + A] = moved;
  heap.cells.words[moved + LIST_BLOCK] = block;
  heap.cells.words[moved + LIST_ALLOCATED] = capacity;
}

function grownCapacity(process: Process, old: number, size: number): number {
  if (size === 0) return 0;
  if (process.profile.growth.list === 'odd') return size + (size >> 3) + (size < 9 ? 3 : 6);
  const capacity = (size + (size >> 3) + 6) & ~3;
  return size - old > capacity - size ? (size + 3) & ~3 : capacity;
}

function fill(process: Process, list: number, items: readonly number[], from: number, to: number): void {
  const { heap } = process;
  const { words } = heap.cells;
  const start = (heap.words[list + A] as number) + LIST_ITEMS - from;
  const serial = heap.serialOf(list);
  for (let at = from; at < to; at++) {
    const item = items[at] as number;
    words[start + at] = item;
    heap.addReference(item, serial);
  }
  heap.words[list + B] = to - from;
}

/** _list_clear of a list without items: no array at all. */
function freeItems(process: Process, list: number): void {
  const { heap } = process;
  const chunk = heap.words[list + A] as number;
  const allocated = heap.cells.words[chunk + LIST_ALLOCATED] as number;
  heap.memory.free(heap.cells.words[chunk + LIST_BLOCK] as number);
  heap.cells.free(chunk, LIST_ITEMS + allocated);
  heap.words[list + A] = 0;
}

/** list_ass_slice of one item: an emptied list gives its array back, others shrink by list_resize. */
function takeOut(process: Process, list: number, at: number): number {
  const { heap } = process;
  const item = moveOut(process, list, at);
  const size = heap.words[list + B] as number;
  if (size === 0) freeItems(process, list);
  else resize(process, list, size);
  return item;
}

/** As takeOut, but an emptied list keeps what list_resize leaves it (pop of the last item). */
function shiftOut(process: Process, list: number, at: number): number {
  const item = moveOut(process, list, at);
  resize(process, list, process.heap.words[list + B] as number);
  return item;
}

/** The last item, which its caller owns then, while the list keeps its room (ceval.c:unpack_iterable). */
export function takeLast(process: Process, list: number): number {
  return moveOut(process, list, listSize(process, list) - 1);
}

function moveOut(process: Process, list: number, at: number): number {
  const { heap } = process;
  const size = heap.words[list + B] as number;
  const start = (heap.words[list + A] as number) + LIST_ITEMS;
  const item = heap.cells.words[start + at] as number;
  heap.cells.words.copyWithin(start + at, start + at + 1, start + size);
  heap.words[list + B] = size - 1;
  return item;
}

/**
 * a[from:to] = items (list_ass_slice): the new items are counted, the array is resized once, the old ones are dropped last to first.
 * A list emptied by it gives its array back.
 */
export function replaceSlice(
  process: Process,
  list: number,
  from: number,
  to: number,
  items: readonly number[],
): void {
  const { heap } = process;
  const size = heap.words[list + B] as number;
  const end = Math.max(from, to);
  const old = listItems(process, list).slice(from, end);
  const change = items.length - old.length;
  const serial = heap.serialOf(list);
  for (const item of items) heap.addReference(item, serial);
  // The references to the old items are kept on the stack, or in a block where they are many.
  const recycles = size + change > 0 && 8 * old.length > RECYCLED_ON_STACK;
  const recycled = recycles ? heap.memory.alloc(8 * old.length) : 0;
  const tail = listItems(process, list).slice(end);
  if (size + change === 0 && heap.words[list + A] !== 0) {
    heap.words[list + B] = 0;
    freeItems(process, list);
  } else if (size + change > 0) {
    if (change !== 0) resize(process, list, size + change);
    const start = (heap.words[list + A] as number) + LIST_ITEMS;
    heap.cells.words.set(items, start + from);
    heap.cells.words.set(tail, start + from + items.length);
  }
  heap.dealloc.dropEach(old.toReversed(), serial, () => heap.memory.free(recycled));
}

/** del a[i:j:k] (list_ass_subscript): what stays moves together, the array is resized, the others are dropped first to last. */
export function deletePlaces(process: Process, list: number, places: ReadonlySet<number>): void {
  if (places.size === 0) return;
  const { heap } = process;
  const items = listItems(process, list);
  const kept = items.filter((_, at) => !places.has(at));
  heap.cells.words.set(kept, (heap.words[list + A] as number) + LIST_ITEMS);
  heap.words[list + B] = kept.length;
  resize(process, list, kept.length);
  const serial = heap.serialOf(list);
  const taken = items.filter((_, at) => places.has(at));
  heap.dealloc.dropEach(taken, serial, () => undefined);
}
