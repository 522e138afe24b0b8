/** How large a dict's keys table is: slots from a wanted number of them, bytes from slots (dictobject.c). */
import { usableOf } from '../heap/index.ts';
import type { Process } from './process.ts';

/** PyDict_MINSIZE is 8. */
export const SMALLEST_LOG2 = 3;

/**
 * log2 of the slots of a table for `wanted` ones: the next power of two, at least 8. From 3.10 it is found by counting bits of
 * `(wanted | 8) - 1`, so that a wish below 8 gets 16 (calculate_keysize).
 */
export function log2AtLeast(process: Process, wanted: number): number {
  if (process.profile.growth.dictSlots === 'bits') return 32 - Math.clz32(((wanted | 8) - 1) | 7);
  let log2 = SMALLEST_LOG2;
  while (1 << log2 < wanted) log2++;
  return log2;
}

/** Header, index (1, 2 or 4 bytes a slot), entries; from 3.11 entries of nothing but str keys are 16 bytes. */
export function tableBytes(process: Process, log2: number, general: boolean): number {
  const slots = 1 << log2;
  const indexBytes = log2 < 8 ? slots : log2 < 16 ? slots * 2 : slots * 4;
  const { dictKeysHeader, dictStrEntry } = process.profile.layout;
  return dictKeysHeader + indexBytes + usableOf(log2) * (general ? 24 : dictStrEntry);
}
