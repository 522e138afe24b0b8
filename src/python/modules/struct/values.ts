/** How struct stores Python objects as bytes and makes them of bytes, code by code (_struct.c, nu_* and np_*, lu_* and lp_*). */
import { PythonRaise } from '../../../objects/index.ts';
import { indexValue } from '../../builtins/arguments.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type Format, floatOverflow, isText, type Part, wrongValue } from './format.ts';
import { halfBits, halfValue } from './half.ts';

const SIGNED = 'bhilqn';
const UNSIGNED = 'BHILQN';
const REAL = 'efd';
const MAX_HALF = 65_520;
const MAX_SINGLE = 3.4028235677973366e38;

/** One item of a part, and where it lies. */
interface Place {
  readonly view: DataView;
  readonly at: number;
  readonly part: Part;
  readonly format: Format;
}

function integerOf(vm: Interpreter, ref: number): bigint {
  if (!vm.isInt(ref) && vm.special(ref, '__index__') === 0) wrongValue('required argument is not an integer');
  return BigInt(indexValue(vm, ref));
}

interface Bounds {
  readonly least: bigint;
  readonly most: bigint;
}

function boundsOf(code: string, size: number): Bounds {
  const bits = BigInt(8 * size);
  if (UNSIGNED.includes(code)) return { least: 0n, most: (1n << bits) - 1n };
  return { least: -(1n << (bits - 1n)), most: (1n << (bits - 1n)) - 1n };
}

function checkRange(vm: Interpreter, code: string, size: number, value: bigint): void {
  const { least, most } = boundsOf(code, size);
  if (value >= least && value <= most) return;
  const isLong =
    UNSIGNED.includes(code) && size >= 4
      ? value >= 0n && value < 1n << 64n
      : value === BigInt.asIntN(64, value);
  wrongValue(vm.rules.structRange(code, String(least), String(most), isLong && size < 8));
}

function storeInteger(vm: Interpreter, place: Place, ref: number): void {
  const value = integerOf(vm, ref);
  checkRange(vm, place.part.code, place.part.size, value);
  putInteger(place, value);
}

function putInteger({ view, at, part: { size }, format: { littleEndian } }: Place, given: bigint): void {
  let value = BigInt.asUintN(8 * size, given);
  for (let byte = 0; byte < size; byte++, value >>= 8n)
    view.setUint8(at + (littleEndian ? byte : size - 1 - byte), Number(value & 255n));
}

function takeInteger(view: DataView, at: number, size: number, littleEndian: boolean): bigint {
  let value = 0n;
  for (let byte = 0; byte < size; byte++)
    value = (value << 8n) | BigInt(view.getUint8(at + (littleEndian ? size - 1 - byte : byte)));
  return value;
}

function realOf(vm: Interpreter, ref: number): number {
  const isReal =
    vm.isFloat(ref) ||
    vm.isInt(ref) ||
    ['__float__', '__index__'].some((name) => vm.special(ref, name) !== 0);
  if (!isReal) wrongValue('required argument is not a float');
  const made = vm.call(vm.classes.named('float').ref, [ref]);
  return vm.guard(made, () => vm.heap.number(made));
}

function storeReal(vm: Interpreter, { view, at, part, format }: Place, ref: number): void {
  const value = realOf(vm, ref);
  const size = Math.abs(value);
  if (part.code === 'd') return view.setFloat64(at, value, format.littleEndian);
  if (part.code === 'f') {
    if (!format.isNative && size >= MAX_SINGLE && size !== Infinity) throw floatOverflow('f');
    return view.setFloat32(at, value, format.littleEndian);
  }
  if (size >= MAX_HALF && size !== Infinity) throw floatOverflow('e');
  view.setUint16(at, halfBits(value), format.littleEndian);
}

function storeText(vm: Interpreter, bytes: Uint8Array, part: Part, ref: number): void {
  const isBuffer = vm.isBytes(ref) || vm.infoOf(ref) === vm.process.types.bytearray;
  const given = isBuffer ? vm.anyBytes(ref) : null;
  if (given === null) return wrongValue(`argument for '${part.code}' must be a bytes object`);
  if (part.code === 's') return bytes.set(given.subarray(0, part.size), part.offset);
  if (part.size === 0) return;
  const room = given.subarray(0, part.size - 1);
  bytes[part.offset] = Math.min(room.length, 255);
  bytes.set(room, part.offset + 1);
}

function storeCharacter(vm: Interpreter, { view, at }: Place, ref: number): void {
  const given = vm.isBytes(ref) ? vm.bytes(ref) : null;
  if (given === null || given.length !== 1)
    return wrongValue('char format requires a bytes object of length 1');
  view.setUint8(at, given[0] as number);
}

function storePointer(vm: Interpreter, place: Place, ref: number): void {
  const value = integerOf(vm, ref);
  if (value < -(1n << 63n) || value >= 1n << 64n) wrongValue('int too large to convert');
  putInteger(place, value);
}

function storeOne(vm: Interpreter, place: Place, ref: number): void {
  const { code } = place.part;
  if (code === 'c') return storeCharacter(vm, place, ref);
  if (code === '?') return place.view.setUint8(place.at, vm.truth(ref) ? 1 : 0);
  if (code === 'P') return storePointer(vm, place, ref);
  if (REAL.includes(code)) return storeReal(vm, place, ref);
  storeInteger(vm, place, ref);
}

/** The bytes of these values, as many as the format takes. */
export function packValues(vm: Interpreter, format: Format, values: readonly number[]): Uint8Array {
  vm.roomFor(format.size);
  const bytes = new Uint8Array(format.size);
  const view = new DataView(bytes.buffer);
  let next = 0;
  for (const part of format.parts) {
    if (part.code === 'x') continue;
    if (isText(part.code)) storeText(vm, bytes, part, values[next++] as number);
    else
      for (let item = 0; item < part.count; item++) {
        vm.tick();
        storeOne(vm, { view, at: part.offset + item * part.size, part, format }, values[next++] as number);
      }
  }
  return bytes;
}

function madeOfText(vm: Interpreter, bytes: Uint8Array, { code, size, offset }: Part): number {
  if (code === 's') return vm.newBytes(bytes.slice(offset, offset + size));
  const length = Math.min(bytes[offset] ?? 0, Math.max(size - 1, 0));
  return vm.newBytes(bytes.slice(offset + 1, offset + 1 + length));
}

function madeOf(vm: Interpreter, view: DataView, at: number, { code, size }: Part, little: boolean): number {
  if (code === 'c') return vm.newBytes(new Uint8Array([view.getUint8(at)]));
  if (code === '?') return vm.bool(view.getUint8(at) !== 0);
  if (code === 'd') return vm.newFloat(view.getFloat64(at, little));
  if (code === 'f') return vm.newFloat(view.getFloat32(at, little));
  if (code === 'e') return vm.newFloat(halfValue(view.getUint16(at, little)));
  const value = takeInteger(view, at, size, little);
  const whole = SIGNED.includes(code) ? BigInt.asIntN(8 * size, value) : value;
  const small = Number(whole);
  return vm.newInt(Number.isSafeInteger(small) ? small : whole);
}

/** A tuple of what lies in these bytes, which are as many as the format says. */
export function unpackValues(vm: Interpreter, format: Format, bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const made: number[] = [];
  for (const part of format.parts) {
    if (part.code === 'x') continue;
    if (isText(part.code)) made.push(madeOfText(vm, bytes, part));
    else
      for (let item = 0; item < part.count; item++) {
        vm.tick();
        made.push(madeOf(vm, view, part.offset + item * part.size, part, format.littleEndian));
      }
  }
  const tuple = vm.newTuple(made);
  vm.dropAll(made);
  return tuple;
}

export function unpackCheck(length: number, size: number): void {
  if (length !== size) wrongValue(`unpack requires a buffer of ${size} bytes`);
}

export const notBuffer = (vm: Interpreter, ref: number): PythonRaise =>
  new PythonRaise('TypeError', `argument must be read-write bytes-like object, not ${vm.typeName(ref)}`);
