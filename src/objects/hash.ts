/**
 * Hashes of objects as dict and set see them.
 *
 * The low word is CPython's own (a dict needs no more, and shows none of it); sets need the whole hash, because their order
 * follows from it. Instances hash by address (object.c:_Py_HashPointer).
 */
import { A, B, BLOCK, HAS_PAYLOAD, HASHED, META, TYPE_MASK } from '../heap/index.ts';
import { intValue } from './numbers.ts';
import type { Process } from './process.ts';
import * as sets from './set.ts';
import type { Complex } from './values/complex.ts';
import {
  complexHash,
  floatHash,
  frozensetHash,
  intHash,
  lowIntHash,
  noneHash,
  pointerHash,
  tupleHash,
} from './values/hash.ts';
import { type Hash64, hash64 } from './values/hash64.ts';
import { PythonRaise } from './values/python-raise.ts';
import { bytesHash, strHash } from './values/siphash.ts';

/** The type of an object, told apart from the same type with its value in the table of payloads. */
const PLAIN = TYPE_MASK | HAS_PAYLOAD;

const ITEM_BYTES = 8;

/** The low 32 bits of hash(ref); TypeError when it is unhashable. */
export function hashOf(process: Process, ref: number): number {
  const { heap } = process;
  const meta = heap.words[ref + META] as number;
  if ((meta & HASHED) !== 0) return heap.words[ref + A] as number;
  if ((meta & PLAIN) === process.types.atoms.int.id) return lowIntHash(heap.number(ref));
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
      return cacheHash(
        process,
        ref,
        bytesHash(heap.payload(ref) as Uint8Array, process.hashKey, process.values),
      );
    case types.atoms.int:
    case types.atoms.bool:
      process.program?.goThrough(heap.memory.sizeOf(heap.blockOf(ref)));
      return intHash(intValue(process, ref));
    case types.float:
      return floatHash(heap.number(ref), nanHash(process, ref));
    case types.atoms.complex:
      return hashComplex(heap.payload(ref) as Complex, nanHash(process, ref));
    case types.atoms.NoneType:
      return noneHash(heap.memory.addressOf(heap.words[ref + BLOCK] as number), process.values);
    case types.tuple:
      return process.program?.storedHashes?.get(ref) ?? nestedTupleHash(process, ref);
    case types.frozenset:
      process.program?.goThrough(ITEM_BYTES * sets.setSize(process, ref));
      return frozensetHash(sets.setHashes(process, ref));
    case types.weakref:
      return weakrefHash(process, ref);
    case types.list:
    case types.dict:
    case types.set:
    case types.bytearray:
      throw new PythonRaise('TypeError', `unhashable type: '${type.name}'`);
    default:
      return (
        process.program?.storedHashes?.get(ref) ?? process.program?.hash(ref) ?? addressHash(process, ref)
      );
  }
}

/** A tuple of tuples of tuples, on a stack of our own: CPython's C stack takes a hundred thousand levels. */
function nestedTupleHash(process: Process, tuple: number): Hash64 {
  const { heap, types, program } = process;
  const stack = [{ items: process.tupleItems(tuple), hashes: [] as Hash64[] }];
  program?.goThrough(ITEM_BYTES * (stack[0]?.items.length ?? 0));
  for (;;) {
    const top = stack.at(-1) as (typeof stack)[number];
    const item = top.items[top.hashes.length];
    if (item === undefined) {
      stack.pop();
      const hash = tupleHash(top.hashes);
      const outer = stack.at(-1);
      if (outer === undefined) return hash;
      outer.hashes.push(hash);
    } else if (heap.typeOf(item) === types.tuple) {
      program?.round();
      stack.push({ items: process.tupleItems(item), hashes: [] });
      program?.goThrough(ITEM_BYTES * (stack.at(-1)?.items.length ?? 0));
    } else top.hashes.push(hash64Of(process, item));
  }
}

/** The hash of the object, remembered once it was asked for (weakrefobject.c:weakref_hash). */
function weakrefHash(process: Process, weakref: number): Hash64 {
  const { heap } = process;
  const known = heap.payload(weakref);
  if (known !== undefined) return known as Hash64;
  const referent = heap.words[weakref + A] as number;
  if (referent === 0) throw new PythonRaise('TypeError', 'weak object has gone away');
  const hash = hash64Of(process, referent);
  heap.setPayload(weakref, { lo: hash.lo, hi: hash.hi });
  return hash;
}

function cacheHash(process: Process, ref: number, hash: Hash64): Hash64 {
  const { words } = process.heap;
  words[ref + A] = hash.lo;
  words[ref + B] = hash.hi;
  words[ref + META] = (words[ref + META] as number) | HASHED;
  return hash;
}

/** _Py_HashPointer: of what has no value that is hashed. */
export function addressHash(process: Process, ref: number): Hash64 {
  return pointerHash(process.addressOf(ref));
}

function hashComplex(value: Complex, nan: Hash64): Hash64 {
  return complexHash(floatHash(value.re, nan), floatHash(value.im, nan));
}

/** Up to 3.9 every nan hashes to 0 (_PyHASH_NAN). */
function nanHash(process: Process, ref: number): Hash64 {
  return process.values.nanHashesByAddress ? addressHash(process, ref) : hash64(0, 0);
}
