/**
 * Hash and equality of objects as dict and set see them.
 *
 * The low word is CPython's own (a dict needs no more, and shows none of it); sets need the whole hash, because their order
 * follows from it. Instances hash by address (object.c:_Py_HashPointer).
 */
import { A, B, BLOCK, HASHED, KIND, META } from '../heap/index.ts';
import { intValue } from './numbers.ts';
import type { Process } from './process.ts';
import type { Complex } from './values/complex.ts';
import { complexHash, floatHash, frozensetHash, intHash, noneHash, pointerHash, tupleHash } from './values/hash.ts';
import { type Hash64, hash64 } from './values/hash64.ts';
import { PythonRaise } from './values/python-raise.ts';
import { bytesHash, strHash } from './values/siphash.ts';
import * as sets from './set.ts';

/** The low 32 bits of hash(ref); TypeError when it is unhashable. */
export function hashOf(process: Process, ref: number): number {
  const { heap } = process;
  if (((heap.words[ref + META] as number) & HASHED) !== 0) return heap.words[ref + A] as number;
  return hash64Of(process, ref).lo;
}

/** hash(ref) as CPython computes it with PYTHONHASHSEED=0. */
export function hash64Of(process: Process, ref: number): Hash64 {
  const { heap, types } = process;
  const meta = heap.words[ref + META] as number;
  if ((meta & HASHED) !== 0) return hash64(heap.words[ref + A] as number, heap.words[ref + B] as number);
  const type = heap.typeOf(ref);
  switch (type) {
    case types.atoms.str:
      return cacheHash(process, ref, strHash(heap.payload(ref) as string, process.hashKey, process.values));
    case types.atoms.bytes:
      return cacheHash(process, ref, bytesHash(heap.payload(ref) as Uint8Array, process.hashKey, process.values));
    case types.atoms.int:
    case types.atoms.bool:
      return intHash(intValue(process, ref));
    case types.float:
      return floatHash(heap.number(ref), addressHash(process, ref));
    case types.atoms.complex:
      return hashComplex(process, heap.payload(ref) as Complex);
    case types.atoms.NoneType:
      return noneHash(heap.memory.addressOf(heap.words[ref + BLOCK] as number), process.values);
    case types.tuple:
      return tupleHash(process.tupleItems(ref).map((item) => hash64Of(process, item)));
    case types.frozenset:
      return frozensetHash(sets.setItems(process, ref).map((item) => hash64Of(process, item)));
    case types.list:
    case types.dict:
    case types.set:
    case types.bytearray:
      throw new PythonRaise('TypeError', `unhashable type: '${type.name}'`);
    default:
      return addressHash(process, ref);
  }
}

/** Same object, or equal values of types that compare by value; instances are equal to themselves alone. */
export function equalKeys(process: Process, a: number, b: number): boolean {
  if (a === b) return true;
  const { heap, types } = process;
  const typeA = heap.typeOf(a);
  const typeB = heap.typeOf(b);
  if (isNumber(process, a) && isNumber(process, b)) return numberOf(process, a) == numberOf(process, b);
  if (typeA !== typeB) return isSet(process, a) && isSet(process, b) && sets.equalSets(process, a, b);
  if (typeA === types.atoms.str) return heap.payload(a) === heap.payload(b);
  if (typeA === types.atoms.bytes) return equalBytes(heap.payload(a) as Uint8Array, heap.payload(b) as Uint8Array);
  if (typeA === types.tuple || typeA === types.list) return equalRuns(process, process.itemsOf(a), process.itemsOf(b));
  if (isSet(process, a)) return sets.equalSets(process, a, b);
  return false;
}

function cacheHash(process: Process, ref: number, hash: Hash64): Hash64 {
  const { words } = process.heap;
  words[ref + A] = hash.lo;
  words[ref + B] = hash.hi;
  words[ref + META] = (words[ref + META] as number) | HASHED;
  return hash;
}

function addressHash(process: Process, ref: number): Hash64 {
  return pointerHash(process.addressOf(ref));
}

function hashComplex(process: Process, value: Complex): Hash64 {
  const nan = hash64(0, 0);
  return complexHash(floatHash(value.re, nan), floatHash(value.im, nan));
}

function isNumber(process: Process, ref: number): boolean {
  const { atoms, float } = process.types;
  const type = process.heap.typeOf(ref);
  return type === atoms.int || type === float || type === atoms.bool;
}

function numberOf(process: Process, ref: number): number | bigint {
  return process.heap.typeOf(ref) === process.types.float ? process.heap.number(ref) : intValue(process, ref);
}

function isSet(process: Process, ref: number): boolean {
  return process.heap.typeOf(ref).kind === KIND.SET;
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

function equalRuns(process: Process, a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((item, at) => equalKeys(process, item, b[at] as number));
}
