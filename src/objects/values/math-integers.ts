/** math's functions of ints: exact whatever the size (mathmodule.c). */
import {
  intAbs,
  intBitLength,
  intDivmod,
  intMultiply,
  intSubtract,
  MAX_BITS,
  type PyInt,
  toPyInt,
} from './py-int.ts';
import { overflowError, PythonRaise, valueError } from './python-raise.ts';

/** longobject.c:_PyLong_GCD. */
export function mathGcd(a: PyInt, b: PyInt): PyInt {
  let [x, y] = [intAbs(a), intAbs(b)];
  while (typeof x === 'bigint' || typeof y === 'bigint') {
    if (y === 0) return x;
    [x, y] = [y, toPyInt(BigInt(x) % BigInt(y))];
  }
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** math.lcm (3.9). */
export function mathLcm(a: PyInt, b: PyInt): PyInt {
  if (a === 0 || b === 0) return 0;
  return intAbs(intMultiply(intDivmod(a, mathGcd(a, b), '')[0], b));
}

/** math.isqrt. */
export function mathIsqrt(n: PyInt): PyInt {
  if (n < 0) throw valueError('isqrt() argument must be nonnegative');
  if (typeof n === 'number') {
    const root = Math.floor(Math.sqrt(n));
    return root * root > n ? root - 1 : root;
  }
  let root = 1n << BigInt(Math.ceil(intBitLength(n) / 2));
  while (true) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return toPyInt(root);
    root = next;
  }
}

/** The product of low to high, split in halves so that the factors stay alike in size. */
function productOfRange(low: bigint, high: bigint): bigint {
  if (low > high) return 1n;
  if (high - low < 8n) {
    let product = low;
    for (let factor = low + 1n; factor <= high; factor++) product *= factor;
    return product;
  }
  const middle = (low + high) >> 1n;
  return productOfRange(low, middle) * productOfRange(middle + 1n, high);
}

/** A product has too many bits: at least those of its larger half, and of as many of the lowest as there are factors. */
function isTooLarge(low: bigint, high: bigint): boolean {
  const factors = Number(high - low + 1n);
  const halfBits = intBitLength(toPyInt((low + high) >> 1n)) - 1;
  const lowestBits = intBitLength(toPyInt(low)) - 1;
  return Math.max((factors / 2) * halfBits, factors * lowestBits) > MAX_BITS;
}

function checkedProduct(low: bigint, high: bigint): bigint {
  if (isTooLarge(low, high)) throw new PythonRaise('MemoryError', '');
  return productOfRange(low, high);
}

/** How many bits the product of so many factors up to `high` will have at most; 0 when it is refused. */
export function productBits(high: PyInt, factors: PyInt): number {
  const top = BigInt(high);
  const low = top - BigInt(factors) + 1n;
  if (factors <= 0 || low < 0n || isTooLarge(low, top)) return 0;
  return Math.min(intBitLength(high) * Number(factors), MAX_BITS);
}

/** math.factorial. */
export function mathFactorial(n: PyInt): PyInt {
  if (n < 0) throw valueError('factorial() not defined for negative values');
  if (n > 2 ** 63 - 1) throw overflowError('factorial() argument should not exceed 9223372036854775807');
  return toPyInt(checkedProduct(1n, BigInt(n)));
}

/** math.perm(n, k). */
export function mathPerm(n: PyInt, k: PyInt): PyInt {
  if (n < 0) throw valueError('n must be a non-negative integer');
  if (k < 0) throw valueError('k must be a non-negative integer');
  if (n < k) return 0;
  if (k > 2 ** 63 - 1) throw overflowError('k must not exceed 9223372036854775807');
  return toPyInt(checkedProduct(BigInt(n) - BigInt(k) + 1n, BigInt(n)));
}

/** math.comb(n, k). */
export function mathComb(n: PyInt, k: PyInt): PyInt {
  if (n < 0) throw valueError('n must be a non-negative integer');
  if (k < 0) throw valueError('k must be a non-negative integer');
  if (n < k) return 0;
  const other = intSubtract(n, k);
  const count = BigInt(other < k ? other : k);
  if (count > 2n ** 63n - 1n) throw overflowError('min(n - k, k) must not exceed 9223372036854775807');
  const top = BigInt(n);
  return toPyInt(checkedProduct(top - count + 1n, top) / checkedProduct(1n, count));
}
