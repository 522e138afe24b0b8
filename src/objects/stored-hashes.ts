/** What tables know of their keys already: operations of whole sets and dicts ask no key for its hash again (set_merge, set_next, dict_merge). */
import {
  A,
  KIND,
  META,
  SET_HEADER,
  SET_MASK,
  SET_SLOT,
  SPLIT,
  TABLE_ENTRIES_USED,
  TABLE_ENTRY,
  TABLE_HEADER,
} from '../heap/index.ts';
import { hash64Of } from './hash.ts';
import { maySeeReferences } from './held-keys.ts';
import type { Process } from './process.ts';
import type { Hash64 } from './values/hash64.ts';

/** Acts with the hashes that the set or dict has of those keys that Python code would answer for. */
export function withStoredHashes<Result>(process: Process, source: number, act: () => Result): Result {
  const { program } = process;
  if (program === null) return act();
  return withHashes(process, storedHashesOf(process, source), act);
}

/** The hashes of a dict's keys as a set takes them over: its table does not have the high words. */
export function wholeHashes(process: Process, source: number): Map<number, Hash64> | null {
  const { program } = process;
  if (program === null) return null;
  const whole = new Map<number, Hash64>();
  for (const [key, { lo }] of storedHashesOf(process, source) ?? []) {
    const answered = program.answeredHashes.get(key) ?? tupleHash(process, key);
    if (answered?.lo === lo) whole.set(key, answered);
  }
  return whole;
}

/** A tuple's follows from those of its items. */
function tupleHash(process: Process, key: number): Hash64 | undefined {
  const { heap, program, types } = process;
  if (program === null || heap.typeOf(key) !== types.tuple) return undefined;
  return withHashes(process, program.answeredHashes, () => hash64Of(process, key));
}

/** Acts with the hash of this key, which is asked for once (PyObject_Hash before functions of a known hash). */
export function withHashAsked<Result>(process: Process, key: number, act: () => Result): Result {
  if (!maySeeReferences(process, key)) return act();
  return withHashes(process, new Map([[key, hash64Of(process, key)]]), act);
}

/** Acts with hashes that are known. */
export function withHashes<Result>(
  process: Process,
  stored: ReadonlyMap<number, Hash64> | null,
  act: () => Result,
): Result {
  const { program } = process;
  if (program === null || stored === null) return act();
  const outer = program.storedHashes;
  program.storedHashes = stored;
  try {
    return act();
  } finally {
    program.storedHashes = outer;
  }
}

/** Of a dict's hashes its table has the low words, which is all that a dict looks at. */
export function storedHashesOf(process: Process, source: number): Map<number, Hash64> | null {
  const { heap, program } = process;
  if (program === null) return null;
  const chunk = heap.words[source + A] as number;
  if (chunk === 0 || ((heap.words[source + META] as number) & SPLIT) !== 0) return null;
  const cells = heap.cells.words;
  const isDict = heap.typeOf(source).kind === KIND.DICT;
  const start = chunk + (isDict ? TABLE_HEADER : SET_HEADER);
  const width = isDict ? TABLE_ENTRY : SET_SLOT;
  const count = isDict
    ? (cells[chunk + TABLE_ENTRIES_USED] as number)
    : (cells[chunk + SET_MASK] as number) + 1;
  let stored: Map<number, Hash64> | null = null;
  for (let at = start; at < start + count * width; at += width) {
    const key = cells[at + (isDict ? 1 : 2)] as number;
    if (key <= 0 || !program.asksForKey(key)) continue;
    stored ??= new Map();
    stored.set(key, { lo: cells[at] as number, hi: isDict ? 0 : (cells[at + 1] as number) });
  }
  return stored;
}
