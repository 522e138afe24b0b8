/**
 * a == b, as list.remove, sets and dicts ask it (object.c:PyObject_RichCompare).
 *
 * What is nested is compared on a stack of our own; like CPython's it has an end, and there RecursionError is raised. Sets look
 * their keys up in each other, which nests real calls: so deep that it could matter here, they end earlier than CPython's.
 */
import { A, KIND } from '../heap/index.ts';
import { dictEntries, dictGet, dictSize } from './dict.ts';
import { intValue } from './numbers.ts';
import type { Process } from './process.ts';
import { equalSets } from './set.ts';
import { withStoredHashes } from './stored-hashes.ts';
import type { Complex } from './values/complex.ts';
import { PythonRaise } from './values/python-raise.ts';

/** Two runs of objects that are compared one by one. */
interface Pairs {
  readonly a: readonly number[];
  readonly b: readonly number[];
  at: number;
}

const DEEPEST_SETS = 400;

/**
 * Thrown where Python code has to say whether two keys are equal, or, with `b` 0, what the hash of one is, and whoever looks for the key
 * waits for it (key-questions.ts). What is held while it is asked is noted on the way.
 */
export class KeyQuestion {
  readonly a: number;
  readonly b: number;
  readonly held: number[] = [];

  constructor(a: number, b: number) {
    this.a = a;
    this.b = b;
  }
}

/**
 * Same object, or equal values of types that compare by value; instances are equal to themselves alone. `a` is a key of the container,
 * which is held meanwhile (set_lookkey, lookdict).
 */
export function equalKeys(process: Process, a: number, b: number): boolean {
  if (a === b) return true;
  process.program?.round();
  const { heap } = process;
  const { int } = process.types.atoms;
  if (heap.typeOf(a) === int && heap.typeOf(b) === int) return intValue(process, a) === intValue(process, b);
  if (heap.typeOf(a) === process.types.atoms.str) return compare(process, a, b) === true;
  heap.incref(a);
  try {
    const answer = compare(process, a, b);
    return typeof answer === 'boolean' ? answer : equalRuns(process, answer);
  } catch (error) {
    if (error instanceof KeyQuestion) error.held.push(a);
    throw error;
  } finally {
    heap.decref(a);
  }
}

function equalRuns(process: Process, first: Pairs): boolean {
  const outer = process.comparing;
  try {
    return comparePairs(process, [first], outer);
  } finally {
    process.comparing = outer;
  }
}

function comparePairs(process: Process, stack: Pairs[], outer: number): boolean {
  const deepest = deepestComparison(process);
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    process.comparing = outer + stack.length;
    if (process.comparing > deepest) throw tooDeep();
    if (top.at === top.a.length) {
      stack.pop();
      continue;
    }
    const [a, b] = [top.a[top.at] as number, top.b[top.at] as number];
    top.at++;
    process.program?.round();
    const answer = a === b || compare(process, a, b);
    if (answer === false) return false;
    if (answer !== true) stack.push(answer);
  }
  return true;
}

/** The answer, or the runs that remain to be compared. */
function compare(process: Process, a: number, b: number): boolean | Pairs {
  const { heap, types } = process;
  const typeA = heap.typeOf(a);
  const typeB = heap.typeOf(b);
  if (isNumber(process, a) && isNumber(process, b)) return equalNumbers(process, a, b);
  if (typeA.kind === KIND.SET && typeB.kind === KIND.SET) {
    if (process.comparing > DEEPEST_SETS) throw tooDeep();
    return equalNested(process, a, b);
  }
  if (typeA !== typeB) return process.program?.equal(a, b) ?? false;
  switch (typeA) {
    case types.atoms.str:
      return equalTexts(process, heap.payload(a) as string, heap.payload(b) as string);
    case types.atoms.bytes:
      process.program?.goThrough((heap.payload(a) as Uint8Array).length);
      return equalBytes(heap.payload(a) as Uint8Array, heap.payload(b) as Uint8Array);
    case types.tuple:
    case types.list:
      return pairsOf(process.itemsOf(a), process.itemsOf(b));
    case types.range:
      return equalRanges(process, a, b);
    case types.dict:
      return dictPairs(process, a, b);
    case types.weakref:
      return referentPairs(heap.words[a + A] as number, heap.words[b + A] as number);
    default:
      return process.program?.equal(a, b) ?? false;
  }
}

function equalTexts(process: Process, a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  process.program?.goThrough(a.length);
  return a === b;
}

function equalNested(process: Process, a: number, b: number): boolean {
  process.comparing++;
  try {
    return equalSets(process, a, b);
  } finally {
    process.comparing--;
  }
}

/** Up to 3.11 calls and comparisons share one limit, from 3.12 what C calls has its own (pystate.h). */
function deepestComparison(process: Process): number {
  const { deepestComparison: deepest, framesShareLimit } = process.profile.calls;
  return framesShareLimit ? deepest - process.frames.length - 1 : deepest;
}

function tooDeep(): PythonRaise {
  return new PythonRaise('RecursionError', 'maximum recursion depth exceeded in comparison');
}

function pairsOf(a: readonly number[], b: readonly number[]): false | Pairs {
  return a.length === b.length && { a, b, at: 0 };
}

/** Same keys; then the values are compared (dictobject.c:dict_equal). */
function dictPairs(process: Process, a: number, b: number): boolean | Pairs {
  if (dictSize(process, a) !== dictSize(process, b)) return false;
  const entries = dictEntries(process, a);
  const others = withStoredHashes(process, a, () => entries.map(([key]) => dictGet(process, b, key)));
  return !others.includes(0) && { a: entries.map(([, value]) => value), b: others, at: 0 };
}

/** Weak references are equal as their objects are; a dead one equals itself alone (weakref_richcompare). */
function referentPairs(a: number, b: number): false | Pairs {
  return a !== 0 && b !== 0 && { a: [a], b: [b], at: 0 };
}

/** Equal when they give the same numbers (rangeobject.c:range_equals): start, stop, step and length lie in the fields. */
function equalRanges(process: Process, a: number, b: number): boolean {
  const [left, right] = [a, b].map((range) =>
    process.tupleItems(range).map((field) => intValue(process, field)),
  );
  const [start, , step, length] = left as number[];
  const [otherStart, , otherStep, otherLength] = right as number[];
  if (length !== otherLength) return false;
  if (length === 0) return true;
  return start === otherStart && (length === 1 || step === otherStep);
}

function isNumber(process: Process, ref: number): boolean {
  const { atoms, float } = process.types;
  const type = process.heap.typeOf(ref);
  return type === atoms.int || type === float || type === atoms.bool || type === atoms.complex;
}

function equalNumbers(process: Process, a: number, b: number): boolean {
  const [left, right] = [realOf(process, a), realOf(process, b)];
  return sameValue(left, right) && imaginaryOf(process, a) === imaginaryOf(process, b);
}

/** A bigint never is a safe integer here, but it may equal a float. */
function sameValue(a: number | bigint, b: number | bigint): boolean {
  if (typeof a === typeof b) return a === b;
  const [number, big] = typeof a === 'number' ? [a, b as bigint] : [b as number, a];
  return Number.isInteger(number) && BigInt(number) === big;
}

function realOf(process: Process, ref: number): number | bigint {
  const { heap, types } = process;
  const type = heap.typeOf(ref);
  if (type === types.float) return heap.number(ref);
  return type === types.atoms.complex ? (heap.payload(ref) as Complex).re : intValue(process, ref);
}

function imaginaryOf(process: Process, ref: number): number {
  return process.heap.typeOf(ref) === process.types.atoms.complex
    ? (process.heap.payload(ref) as Complex).im
    : 0;
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
