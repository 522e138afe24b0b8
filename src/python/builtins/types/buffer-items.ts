/** Items of a memoryview by their format (memoryobject.c: unpack_single, pack_single): the native single characters of struct. */
import { PythonRaise } from '../../../objects/index.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { indexValue } from '../arguments.ts';

export const ITEM_SIZES: { readonly [format: string]: number } = {
  c: 1,
  b: 1,
  B: 1,
  '?': 1,
  h: 2,
  H: 2,
  e: 2,
  i: 4,
  I: 4,
  f: 4,
  l: 8,
  L: 8,
  q: 8,
  Q: 8,
  n: 8,
  N: 8,
  P: 8,
  d: 8,
};
const REAL = 'fde';

/** `@B` is `B`; null for what is no single native character. */
export function plainFormat(format: string): string | null {
  const plain = format.startsWith('@') ? format.slice(1) : format;
  return ITEM_SIZES[plain] === undefined ? null : plain;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The item that these bytes are, a new reference. */
export function unpackItem(vm: Interpreter, format: string, bytes: Uint8Array): number {
  const view = viewOf(bytes);
  if (format === 'c') return vm.newBytes(bytes.slice());
  if (format === '?') return vm.bool(bytes[0] !== 0);
  if (format === 'f') return vm.newFloat(view.getFloat32(0, true));
  if (format === 'd') return vm.newFloat(view.getFloat64(0, true));
  if (format === 'e') return vm.newFloat(halfOf(view.getUint16(0, true)));
  return vm.newInt(intOf(format, bytes));
}

function intOf(format: string, bytes: Uint8Array): number | bigint {
  let value = 0n;
  for (let at = bytes.length - 1; at >= 0; at--) value = (value << 8n) | BigInt(bytes[at] as number);
  const signed = 'bhilqn'.includes(format) ? BigInt.asIntN(8 * bytes.length, value) : value;
  const small = Number(signed);
  return Number.isSafeInteger(small) ? small : signed;
}

const HALF_EXPONENT_BIAS = 15;
const HALF_FRACTION = 1024;

function halfOf(bits: number): number {
  const sign = (bits & 0x8000) === 0 ? 1 : -1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : Number.NaN;
  if (exponent === 0) return sign * (fraction / HALF_FRACTION) * 2 ** (1 - HALF_EXPONENT_BIAS);
  return sign * (1 + fraction / HALF_FRACTION) * 2 ** (exponent - HALF_EXPONENT_BIAS);
}

/** The bytes of an item that is to be stored. */
export function packItem(vm: Interpreter, format: string, value: number): Uint8Array {
  const size = ITEM_SIZES[format] as number;
  const bytes = new Uint8Array(size);
  if (format === 'c') {
    if (!vm.isBytes(value)) throw invalid('TypeError', 'type', format);
    if (vm.bytes(value).length !== 1) throw invalid('ValueError', 'value', format);
    return vm.bytes(value).slice();
  }
  if (format === '?') {
    bytes[0] = vm.truth(value) ? 1 : 0;
    return bytes;
  }
  if (REAL.includes(format)) {
    if (!vm.isFloat(value) && !vm.isInt(value)) throw invalid('TypeError', 'type', format);
    if (format === 'f') viewOf(bytes).setFloat32(0, vm.float(value), true);
    else viewOf(bytes).setFloat64(0, vm.float(value), true);
    return bytes;
  }
  if (!vm.isInt(value) && vm.special(value, '__index__') === 0) throw invalid('TypeError', 'type', format);
  const number = BigInt(indexValue(vm, value));
  const bits = 8 * size;
  const fits = 'bhilqn'.includes(format)
    ? BigInt.asIntN(bits, number) === number
    : BigInt.asUintN(bits, number) === number;
  if (!fits) throw invalid('ValueError', 'value', format);
  let rest = BigInt.asUintN(bits, number);
  for (let at = 0; at < size; at++, rest >>= 8n) bytes[at] = Number(rest & 255n);
  return bytes;
}

function invalid(exception: 'TypeError' | 'ValueError', what: string, format: string): PythonRaise {
  return new PythonRaise(exception, `memoryview: invalid ${what} for format '${format}'`);
}
