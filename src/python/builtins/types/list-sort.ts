/**
 * list.sort (listobject.c:list_sort_impl): keys are computed first, the list is empty meanwhile, and a change to it is noticed at the end.
 *
 * Runs of str or of numbers without nan compare without side effects, so any stable sort gives CPython's order; everything else is
 * asked in CPython's own sequence of comparisons.
 */
import { A, B, LIST_ITEMS } from '../../../heap/index.ts';
import { type ints, lists, PythonRaise, points, timsorts } from '../../../objects/index.ts';
import { calleeFrame, callSteps, specialSteps } from '../../eval/calls/call-steps.ts';
import type { Steps } from '../../eval/calls/waiting.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { NO_KEYWORDS } from '../../eval/native.ts';
import { asksItsKind, compareSteps } from '../../eval/operators/comparing.ts';
import { answerSteps } from '../../eval/operators/truth.ts';
import { isTracing } from '../../eval/texts/text-writer.ts';

const KEYS_ON_STACK = 128;
const MERGED_ON_STACK = 256;

export function* sortSteps(vm: Interpreter, list: number, key: number, reverse: boolean): Steps<void> {
  const { heap } = vm;
  const chunk = heap.words[list + A] as number;
  const size = heap.words[list + B] as number;
  const items = lists.listItems(vm.process, list);
  heap.words[list + A] = 0;
  heap.words[list + B] = 0;
  let order: readonly number[] = items;
  let changed = false;
  try {
    order = yield* sorted(vm, items, key, reverse);
  } finally {
    // Keys and comparisons may have let the heap grow: its words are others now.
    const { words } = heap;
    changed = words[list + A] !== 0;
    if (changed) lists.clearList(vm.process, list);
    if (chunk !== 0) heap.cells.words.set(order, chunk + LIST_ITEMS);
    words[list + A] = chunk;
    words[list + B] = size;
  }
  if (changed) throw new PythonRaise('ValueError', 'list modified during sort');
}

/** Where merges set items aside: on the stack for a while, then in a block, which only tracemalloc's peak shows (merge_init, merge_getmem). */
class MergeRoom {
  readonly #vm: Interpreter;
  readonly #itemBytes: number;
  #room: number;
  #block = 0;

  constructor(vm: Interpreter, size: number, hasKeys: boolean) {
    this.#vm = vm;
    this.#itemBytes = hasKeys ? 16 : 8;
    this.#room = hasKeys ? Math.min((size + 1) >> 1, MERGED_ON_STACK / 2) : MERGED_ON_STACK;
  }

  need(count: number): void {
    if (count <= this.#room) return;
    this.free();
    this.#block = this.#vm.heap.memory.alloc(count * this.#itemBytes);
    this.#room = count;
  }

  free(): void {
    this.#vm.heap.memory.free(this.#block);
    this.#block = 0;
  }
}

function* sorted(vm: Interpreter, items: readonly number[], key: number, reverse: boolean): Steps<number[]> {
  if (key === 0) return yield* ordered(vm, items, items, reverse);
  const block = items.length >= KEYS_ON_STACK ? vm.heap.memory.alloc(8 * items.length) : 0;
  const keys: number[] = [];
  try {
    for (const item of items) {
      const frame = calleeFrame(vm, key, { args: [item], keywords: NO_KEYWORDS });
      keys.push(frame === null ? yield* callSteps(vm, key, [item]) : yield frame);
    }
    return yield* ordered(vm, items, keys, reverse);
  } finally {
    vm.dropAll(keys);
    if (block !== 0) vm.heap.memory.free(block);
  }
}

/** Two items that are compared, and perhaps moved, count as much as reading so many bytes. */
const COMPARED_BYTES = 8;
/** Of texts that are longer each comparison may read the rest as well. */
const SHORT_TEXT = 64;

/** The items in the order of their keys; when a comparison raises, the exception goes on and the list stays as it was. */
function* ordered(
  vm: Interpreter,
  items: readonly number[],
  keys: readonly number[],
  reverse: boolean,
): Steps<number[]> {
  vm.goThrough(COMPARED_BYTES * items.length * Math.log2(items.length + 1));
  const places = new Int32Array(items.length);
  for (let at = 0; at < places.length; at++) places[at] = at;
  const quick = quickLess(vm, keys);
  if (quick !== null && !isTracing(vm)) timsorts.sortTotal(places, reverse, quick);
  else {
    const room = new MergeRoom(vm, items.length, keys !== items);
    const setsAside = (count: number): void => room.need(count);
    try {
      const policy = { ...timsorts.sortPolicy(vm.process.values, reverse), setsAside };
      if (quick !== null) timsorts.sortNow(places, policy, quick);
      else yield* asking(vm, keys, timsorts.timsort(places, policy));
    } finally {
      room.free();
    }
  }
  const order: number[] = [];
  for (const at of places) order.push(items[at] as number);
  return order;
}

/** Each question of the sort is a comparison of two keys. */
function* asking(vm: Interpreter, keys: readonly number[], sorting: timsorts.Sorting<void>): Steps<void> {
  const asks = keys.some((key) => asksOrHolds(vm, key));
  const alike = new Set(keys.map((key) => vm.classes.of(key))).size === 1;
  let question = sorting.next();
  while (question.done !== true) {
    const { left, right } = question.value;
    const [a, b] = [keys[left] as number, keys[right] as number];
    let isLess: boolean;
    try {
      const answer = asks ? yield* lessSteps(vm, a, b, alike) : vm.compare(a, b, '<');
      isLess = yield* answerSteps(vm, answer);
    } catch (error) {
      question = sorting.throw(error);
      continue;
    }
    question = sorting.next(isLess);
  }
}

/** unsafe_object_compare: where all are of one class, its method is asked, and everything once more where that does not know. */
function* lessSteps(vm: Interpreter, a: number, b: number, alike: boolean): Steps {
  const type = vm.classes.of(a);
  const own = alike && type.dict !== 0 ? vm.overrideIn(type, '__lt__') : 0;
  if (own !== 0 && !vm.isNone(own)) {
    const answer = yield* specialSteps(vm, own, a, [b]);
    if (!vm.isNotImplemented(answer)) return answer;
    vm.decref(answer);
  }
  return yield* compareSteps(vm, a, b, '<');
}

/** May Python code compare it, or what is in the tuple or list that it is? */
function asksOrHolds(vm: Interpreter, key: number): boolean {
  if (vm.classes.of(key).dict !== 0 || asksItsKind(vm, key)) return true;
  const { tuple, list } = vm.process.types;
  const info = vm.heap.typeOf(key);
  return (info === tuple || info === list) && vm.items(key).some((item) => vm.classes.of(item).dict !== 0);
}

type Less = (left: number, right: number) => boolean;

/** A comparison of the values alone, when all keys are str, or all are numbers and none is nan. */
function quickLess(vm: Interpreter, keys: readonly number[]): Less | null {
  const [first] = keys;
  const isText = first !== undefined && vm.heap.typeOf(first) === vm.process.types.atoms.str;
  return isText ? textsLess(vm, keys) : numbersLess(vm, keys);
}

function textsLess(vm: Interpreter, keys: readonly number[]): Less | null {
  const { str } = vm.process.types.atoms;
  const texts: string[] = [];
  let beyond = 0;
  for (const key of keys) {
    if (vm.heap.typeOf(key) !== str) return null;
    const text = vm.text(key);
    texts.push(text);
    beyond += Math.max(0, text.length - SHORT_TEXT);
  }
  vm.goThrough(beyond * Math.log2(texts.length + 1));
  return (left, right) => points.compareStrings(texts[left] as string, texts[right] as string) < 0;
}

function numbersLess(vm: Interpreter, keys: readonly number[]): Less | null {
  const { atoms, float } = vm.process.types;
  const numbers: ints.PyInt[] = [];
  for (const key of keys) {
    const info = vm.heap.typeOf(key);
    if (info !== atoms.int && info !== float && info !== atoms.bool) return null;
    const value = info === float ? vm.heap.number(key) : vm.int(key);
    if (Number.isNaN(value)) return null;
    numbers.push(value);
  }
  return (left, right) => (numbers[left] as number) < (numbers[right] as number);
}

/** Do all compare without asking Python code: are they all str, or all numbers? */
export function areAlike(vm: Interpreter, keys: readonly number[]): boolean {
  const { atoms, float } = vm.process.types;
  const [first] = keys;
  if (first === undefined) return true;
  if (vm.heap.typeOf(first) === atoms.str) return keys.every((key) => vm.heap.typeOf(key) === atoms.str);
  return keys.every((key) => {
    const info = vm.heap.typeOf(key);
    return info === atoms.int || info === float || info === atoms.bool;
  });
}
