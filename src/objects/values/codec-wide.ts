/** UTF-16 and UTF-32 (stringlib/codecs.h: utf16_decode, utf16_encode; unicodeobject.c:PyUnicode_DecodeUTF32Stateful). */
import type { Codec, Decoding, Encoding, Trouble } from './codec-errors.ts';

type Order = 'little' | 'big' | 'mark';

function isSurrogate(point: number): boolean {
  return point >= 0xd800 && point <= 0xdfff;
}

/** Writes units of 2 or 4 bytes, with a mark first if the order is not in the codec's name. */
class UnitWriter {
  readonly #size: 2 | 4;
  readonly #little: boolean;
  readonly #bytes: number[] = [];

  constructor(size: 2 | 4, order: Order) {
    this.#size = size;
    this.#little = order !== 'big';
    if (order === 'mark') this.unit(0xfeff);
  }

  unit(value: number): void {
    const bytes = Array.from({ length: this.#size }, (_, i) => (value >>> (8 * i)) & 0xff);
    this.raw(this.#little ? bytes : bytes.toReversed());
  }

  point(point: number): void {
    if (this.#size === 4 || point < 0x10000) {
      this.unit(point);
      return;
    }
    this.unit(0xd800 | ((point - 0x10000) >> 10));
    this.unit(0xdc00 | ((point - 0x10000) & 0x3ff));
  }

  raw(bytes: Iterable<number>): void {
    for (const byte of bytes) this.#bytes.push(byte);
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

function encode(work: Encoding, size: 2 | 4, order: Order): Uint8Array {
  const writer = new UnitWriter(size, order);
  work.points.forEach((point, at) => {
    if (!isSurrogate(point)) {
      writer.point(point);
      return;
    }
    const trouble = { start: at, end: at + 1, reason: 'surrogates not allowed' };
    const replaced = work.replacement(trouble);
    if (!(replaced instanceof Uint8Array)) {
      for (const unit of replaced) writer.point(unit);
    } else if (replaced.length % size !== 0) throw work.error(trouble);
    else writer.raw(replaced);
  });
  return writer.finish();
}

type ReadResult = { readonly point: number; readonly length: number } | Trouble;
type Unit = (at: number) => number;

function decode(work: Decoding, start: number, read: (at: number) => ReadResult): string {
  let text = '';
  for (let at = start; at < work.bytes.length; ) {
    const result = read(at);
    if ('point' in result) {
      text += String.fromCodePoint(result.point);
      at += result.length;
      continue;
    }
    const replaced = work.replacement(result);
    text += replaced.text;
    at = replaced.next;
  }
  return text;
}

/** utf16_decode: a low surrogate first is illegal, a high one needs its partner. */
function readUtf16(bytes: Uint8Array, unit: Unit, at: number): ReadResult {
  const { length } = bytes;
  if (at + 1 >= length) return { start: at, end: length, reason: 'truncated data' };
  const first = unit(at);
  if (!isSurrogate(first)) return { point: first, length: 2 };
  if (first >= 0xdc00) return { start: at, end: at + 2, reason: 'illegal encoding' };
  if (at + 3 >= length) return { start: at, end: length, reason: 'unexpected end of data' };
  const second = unit(at + 2);
  if (second < 0xdc00 || second > 0xdfff)
    return { start: at, end: at + 2, reason: 'illegal UTF-16 surrogate' };
  return { point: 0x10000 + ((first & 0x3ff) << 10) + (second & 0x3ff), length: 4 };
}

function readUtf32(bytes: Uint8Array, unit: Unit, at: number): ReadResult {
  const { length } = bytes;
  if (at + 3 >= length) return { start: at, end: length, reason: 'truncated data' };
  const point = unit(at);
  if (isSurrogate(point))
    return { start: at, end: at + 4, reason: 'code point in surrogate code point range(0xd800, 0xe000)' };
  if (point > 0x10ffff) return { start: at, end: at + 4, reason: 'code point not in range(0x110000)' };
  return { point, length: 4 };
}

/** The order that the bytes' mark tells, if they have one. */
function markedOrder(bytes: Uint8Array, size: 2 | 4): 'little' | 'big' | null {
  if (bytes.length < size) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const read = (little: boolean): number =>
    size === 2 ? view.getUint16(0, little) : view.getUint32(0, little);
  if (read(true) === 0xfeff) return 'little';
  return read(false) === 0xfeff ? 'big' : null;
}

/** Errors name the codec of the byte order, whether or not the caller did. */
function decodeWide(given: Decoding, size: 2 | 4, order: Order): string {
  const { bytes } = given;
  const marked = order === 'mark' ? markedOrder(bytes, size) : null;
  const little = (marked ?? order) !== 'big';
  const work = given.named(`utf-${8 * size}-${little ? 'le' : 'be'}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const unit: Unit = (at) => (size === 2 ? view.getUint16(at, little) : view.getUint32(at, little));
  return decode(work, marked === null ? 0 : size, (at) =>
    size === 2 ? readUtf16(bytes, unit, at) : readUtf32(bytes, unit, at),
  );
}

export function utf16Codec(name: string, order: Order): Codec {
  return { name, encode: (work) => encode(work, 2, order), decode: (work) => decodeWide(work, 2, order) };
}

export function utf32Codec(name: string, order: Order): Codec {
  return { name, encode: (work) => encode(work, 4, order), decode: (work) => decodeWide(work, 4, order) };
}
