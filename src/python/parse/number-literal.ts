/**
 * The value of a number token (ast.c / pegen: parsenumber_raw). Integers are exact; floats are the nearest double, which
 * JavaScript's own conversion also gives.
 */
import type { ConstValue } from '../constant.ts';

export function numberValue(token: string): ConstValue {
  const text = token.replaceAll('_', '').toLowerCase();
  if (/^0[xob]/.test(text)) return { type: 'int', value: BigInt(text) };
  if (text.endsWith('j')) return { type: 'complex', real: 0, imag: Number(text.slice(0, -1)) };
  if (/[.e]/.test(text)) return { type: 'float', value: Number(text) };
  return { type: 'int', value: BigInt(text) };
}

/** 3.11 (and 3.9.14, 3.10.7 by backport): a decimal literal of more than 4300 digits is refused. */
export const MAX_DECIMAL_DIGITS = 4300;

export function isTooLong(token: string): boolean {
  return /^[0-9_]+$/.test(token) && token.replaceAll('_', '').length > MAX_DECIMAL_DIGITS;
}
