/**
 * int, float, complex and bool: one block each, no references (longobject.c, floatobject.c, complexobject.c).
 * An int that is a safe integer lies in the record as a float64; a larger one, and a complex, is a payload.
 */
import * as heapRoom from '../heap/index.ts';
import type { Process } from './process.ts';
import type { Complex } from './values/complex.ts';
import { intDigitCount, type PyInt } from './values/py-int.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const { HAS_PAYLOAD, META } = heapRoom;

const SMALLEST_SHARED = -5;
const LARGEST_SHARED = 256;
const INT_HEADER_BYTES = 24;
const DIGIT = 2 ** 30;
const COMPLEX_BYTES = 32;

/** A new reference to an int: shared from -5 to 256, otherwise a new block of as many digits as it has (PyLong_FromLong). */
export function newInt(process: Process, value: PyInt): number {
  if (typeof value === 'number' && value > LARGEST_SHARED && value < DIGIT)
    return process.heap.numbers.makeInt(value);
  return newIntWithRoom(process, value, 0);
}

/**
 * The result of arithmetic that was built with room for `digits` digits, which its block keeps: a sum has room for a carry, a product
 * for the digits of both (longobject.c:x_add, x_mul). With no digits said it is what PyLong_FromLong makes.
 */
export function newIntWithRoom(process: Process, value: PyInt, digits: number): number {
  if (typeof value === 'number' && value >= SMALLEST_SHARED && value <= LARGEST_SHARED) {
    const shared = process.smallInt(value);
    process.heap.incref(shared);
    return shared;
  }
  const { heap } = process;
  const count = digitsOf(value);
  if (digits === 0 && count === 1) return heap.numbers.makeInt(value as number);
  const bytes = INT_HEADER_BYTES + 4 * Math.max(count, digits);
  if (typeof value === 'number') return heap.numbers.makeInt(value, bytes);
  const int = heap.newObject(process.types.atoms.int, heap.memory.alloc(bytes));
  heap.setPayload(int, value);
  return int;
}

/** What JavaScript counts exactly has at most two. */
function digitsOf(value: PyInt): number {
  if (typeof value !== 'number') return intDigitCount(value);
  return value < DIGIT && value > -DIGIT ? 1 : 2;
}

export function storeInt(process: Process, int: number, value: PyInt): void {
  if (typeof value === 'number') process.heap.setNumber(int, value);
  else process.heap.setPayload(int, value);
}

export function intValue(process: Process, int: number): PyInt {
  const { heap } = process;
  if (((heap.words[int + META] as number) & HAS_PAYLOAD) !== 0) return heap.payload(int) as bigint;
  return heap.number(int);
}

/** getsizeof: 24 and 4 for each digit of 30 bits; from 3.11 zero counts one. */
export function intSizeof(process: Process, int: number): number {
  const value = intValue(process, int);
  if (value === 0) return process.profile.layout.intZero;
  return INT_HEADER_BYTES + 4 * intDigitCount(value);
}

export function newFloat(process: Process, value: number): number {
  return process.heap.numbers.makeFloat(value);
}

export function newComplex(process: Process, value: Complex): number {
  const complex = process.heap.newObject(
    process.types.atoms.complex,
    process.heap.memory.alloc(COMPLEX_BYTES),
  );
  process.heap.setPayload(complex, value);
  return complex;
}
