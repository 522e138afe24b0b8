/** int.to_bytes and int.from_bytes (longobject.c:_PyLong_AsByteArray, _PyLong_FromByteArray). */
import { intBitLength, type PyInt, toPyInt } from './py-int.ts';
import { overflowError, valueError } from './python-raise.ts';

export type ByteOrder = 'little' | 'big';

/** The check both methods make of their byteorder argument. */
export function checkByteOrder(order: string): ByteOrder {
  if (order !== 'little' && order !== 'big') throw valueError("byteorder must be either 'little' or 'big'");
  return order;
}

export interface ByteShape {
  readonly length: number;
  readonly order: ByteOrder;
  readonly signed: boolean;
}

export function intToBytes(value: PyInt, shape: ByteShape): Uint8Array {
  const { length, order, signed } = shape;
  if (length < 0) throw valueError('length argument must be non-negative');
  if (value < 0 && !signed) throw overflowError("can't convert negative int to unsigned");
  if (!fits(value, 8 * length, signed)) throw overflowError('int too big to convert');
  const bytes = new Uint8Array(length);
  let rest = BigInt.asUintN(8 * length, BigInt(value)).toString(16);
  if (rest.length % 2 === 1) rest = `0${rest}`;
  for (let at = length - 1, end = rest.length; at >= 0 && end > 0; at--, end -= 2) {
    bytes[at] = Number.parseInt(rest.slice(end - 2, end), 16);
  }
  return order === 'big' ? bytes : bytes.toReversed();
}

function fits(value: PyInt, bits: number, signed: boolean): boolean {
  if (value === 0) return true;
  if (!signed) return intBitLength(value) <= bits;
  const size = value < 0 ? -BigInt(value) - 1n : BigInt(value);
  return intBitLength(toPyInt(size)) < bits;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function intFromBytes(bytes: Uint8Array, order: ByteOrder, signed: boolean): PyInt {
  if (bytes.length === 0) return 0;
  const ordered = order === 'big' ? bytes : bytes.toReversed();
  let hex = '';
  for (const byte of ordered) hex += HEX[byte];
  const size = BigInt(`0x${hex}`);
  return toPyInt(signed ? BigInt.asIntN(8 * bytes.length, size) : size);
}
