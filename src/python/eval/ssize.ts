/** Py_ssize_t: what a size, a position or a count may be. */
import type { ints } from '../../objects/index.ts';

const SSIZE_END = 2n ** 63n;

/**
 * The value as a size; null where it is none. From 2**53 on it is only about as large: nothing here is, so that such a size can only be
 * compared, or refused.
 */
export function asSsize(value: ints.PyInt): number | null {
  if (typeof value === 'number') return value;
  return value >= -SSIZE_END && value < SSIZE_END ? Number(value) : null;
}
