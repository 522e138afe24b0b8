/**
 * str, bytes and bytearray (unicodeobject.c, bytesobject.c, bytearrayobject.c).
 *
 * A str or bytes is one block; its content is the record's payload. A bytearray has a buffer block of its own, named with
 * its capacity in A and B of the record; a str of a subclass has one for its characters, named in A. Which strings are shared or interned is process.ts's to know.
 */
import { A, B } from '../heap/index.ts';
import type { Process } from './process.ts';
import { codePointLength } from './values/code-points.ts';
import { PythonRaise } from './values/python-raise.ts';
import { kindBytes, type StrKind, strKind } from './values/str-kind.ts';

export type { StrKind } from './values/str-kind.ts';

export const BYTES_HEADER_BYTES = 33;
const BYTEARRAY_BYTES = 56;
const POINTER_BYTES = 8;

/** A new str object, unless it is empty or one latin-1 character: those are shared. */
export function newStr(process: Process, text: string): number {
  const shared = process.sharedStr(text);
  if (shared !== 0) {
    process.heap.incref(shared);
    return shared;
  }
  return newFreshStr(process, text);
}

/** A str of its own even when it is one character, as where CPython fills PyUnicode_New itself: str(5), 'a'.upper(). */
export function newFreshStr(process: Process, text: string): number {
  if (text === '') return newStr(process, text);
  const { heap, types } = process;
  const str = heap.newObject(types.atoms.str, heap.memory.alloc(strBytes(process, text)));
  heap.setPayload(str, text);
  return str;
}

export function strText(process: Process, str: number): string {
  return process.heap.payload(str) as string;
}

/** getsizeof and block size. */
export function strBytes(process: Process, text: string): number {
  const { kind, length } = strShape(text);
  const utf8 = kind === 'latin1' && length === 1 ? process.profile.layout.sharedCharacterUtf8 : 0;
  return strBytesOf(process, length, kind) + utf8;
}

export interface StrShape {
  readonly kind: StrKind;
  readonly length: number;
}

/** The longest request that pymalloc rounds up; the size of a larger block is known. */
const LARGEST_ROUNDED = 512;
const WIDER: readonly StrKind[] = ['latin1', 'ucs2'];

/**
 * The shape of exactly a str. Mostly its block tells it, so that nobody has to go through the text: any other than ASCII would not fit into
 * a block that ASCII just fits into, and no two shapes of a long text have one size. One from outside the session has none.
 */
export function shapeOf(process: Process, str: number): StrShape {
  const { heap, profile } = process;
  const text = strText(process, str);
  const block = heap.blockOf(str);
  if (block === 0) return strShape(text);
  const { length } = text;
  const bytes = heap.memory.sizeOf(block);
  const beyond = bytes - strBytesOf(process, length, 'ascii');
  if (beyond >= 0 && beyond < profile.layout.strBasicWide - profile.layout.strBasicAscii)
    return { kind: 'ascii', length };
  if (bytes > LARGEST_ROUNDED)
    for (const kind of WIDER) if (strBytesOf(process, length, kind) === bytes) return { kind, length };
  return strShape(text);
}

/** How many characters, and how wide the widest is. */
export function strShape(text: string): StrShape {
  const kind = strKind(text);
  return { kind, length: kind === 'ucs4' ? codePointLength(text) : text.length };
}

/** A header by kind, the characters and a terminator (PEP 393). */
export function strBytesOf({ profile: { layout } }: Process, length: number, kind: StrKind): number {
  if (kind === 'ascii') return layout.strBasicAscii + length;
  const width = kindBytes(kind);
  return layout.strBasicWide + (width - 1) + width * length;
}

/** The body of a str of a subclass: the largest of the headers, whatever the text (sizeof(PyUnicodeObject)). */
export function subclassStrHeader({ profile: { layout } }: Process): number {
  return layout.strBasicWide - 1 + POINTER_BYTES;
}

/** The block of its own that it keeps its characters and a terminator in (unicodeobject.c:unicode_subtype_new). */
export function subclassStrData(text: string): number {
  const { kind, length } = strShape(text);
  return kindBytes(kind) * (length + 1);
}

const KINDS: readonly StrKind[] = ['ascii', 'latin1', 'ucs2', 'ucs4'];

export function widerKind(a: StrKind, b: StrKind): StrKind {
  return KINDS.indexOf(a) > KINDS.indexOf(b) ? a : b;
}

/** A new bytes object, unless it is empty or one byte: those are shared. */
export function newBytes(process: Process, value: Uint8Array): number {
  const shared = process.sharedBytes(value);
  if (shared !== 0) {
    process.heap.incref(shared);
    return shared;
  }
  return newFreshBytes(process, value);
}

/** A bytes object of its own even when it is one byte, as where CPython fills what PyBytes_FromStringAndSize(NULL, n) made: bytes(1), b'A'.lower(). */
export function newFreshBytes(process: Process, value: Uint8Array): number {
  if (value.length === 0) return newBytes(process, value);
  const { heap, types } = process;
  const bytes = heap.newObject(types.atoms.bytes, heap.memory.alloc(BYTES_HEADER_BYTES + value.length));
  heap.setPayload(bytes, value);
  return bytes;
}

export function bytesSizeof(process: Process, bytes: number): number {
  return BYTES_HEADER_BYTES + (process.heap.payload(bytes) as Uint8Array).length;
}

/** A bytearray of `length` bytes: its buffer is one larger, and there is none when it is empty (bytearray_init). */
export function newBytearray(process: Process, length: number): number {
  const { heap, types } = process;
  const bytearray = heap.newObject(types.bytearray, heap.memory.alloc(BYTEARRAY_BYTES));
  heap.setPayload(bytearray, length);
  if (length > 0) setBuffer(process, bytearray, length + 1);
  return bytearray;
}

/** Where bytes were deleted in front, the content begins behind them in the buffer (ob_start). */
interface Shifted {
  readonly start: number;
  readonly content: Uint8Array;
}

/** Only the length, as long as nobody has asked for the content. */
type BytearrayPayload = number | Uint8Array | Shifted;

function payloadOf(process: Process, bytearray: number): BytearrayPayload {
  return process.heap.payload(bytearray) as BytearrayPayload;
}

function startOf(payload: BytearrayPayload): number {
  return typeof payload === 'number' || payload instanceof Uint8Array ? 0 : payload.start;
}

export function bytearrayLength(process: Process, bytearray: number): number {
  const payload = payloadOf(process, bytearray);
  if (typeof payload === 'number') return payload;
  return payload instanceof Uint8Array ? payload.length : payload.content.length;
}

/** What a bytearray holds; writing into it changes it. It is made when first asked for, and dies with the object. */
export function bytearrayContent(process: Process, bytearray: number): Uint8Array {
  const payload = payloadOf(process, bytearray);
  if (typeof payload !== 'number') return payload instanceof Uint8Array ? payload : payload.content;
  const content = new Uint8Array(payload);
  process.heap.setPayload(bytearray, content);
  return content;
}

/** The content with another length: what is new is zero. Room is kept ahead, so that appending byte by byte stays cheap. */
function resizedContent(content: Uint8Array, length: number): Uint8Array {
  if (length === content.length) return content;
  const isOwnBuffer = content.byteOffset === 0;
  if (isOwnBuffer && length <= content.buffer.byteLength) {
    const view = new Uint8Array(content.buffer, 0, length);
    if (length > content.length) view.fill(0, content.length);
    return view;
  }
  const room = new Uint8Array(length + (length >> 3) + 16);
  room.set(content.subarray(0, length));
  return room.subarray(0, length);
}

export function bytearraySizeof(process: Process, bytearray: number): number {
  return BYTEARRAY_BYTES + (process.heap.words[bytearray + B] as number);
}

/** PyByteArray_Resize: ahead of need while it grows slowly, exactly for a big jump. */
export function resizeBytearray(process: Process, bytearray: number, length: number): void {
  if (length !== bytearrayLength(process, bytearray)) fit(process, bytearray, length);
}

/** Deletes bytes in front: the buffer stays, unless it is more than twice as large as need be (bytearray_setslice_linear). */
export function cutBytearrayStart(process: Process, bytearray: number, count: number): void {
  const content = bytearrayContent(process, bytearray);
  const start = startOf(payloadOf(process, bytearray)) + count;
  process.heap.setPayload(bytearray, { start, content: content.subarray(count) } satisfies Shifted);
  fit(process, bytearray, content.length - count);
}

function fit(process: Process, bytearray: number, length: number): void {
  const { heap } = process;
  const alloc = heap.words[bytearray + B] as number;
  const payload = payloadOf(process, bytearray);
  const start = startOf(payload);
  const content =
    typeof payload === 'number' ? length : resizedContent(bytearrayContent(process, bytearray), length);
  const fits = length + start + 1 <= alloc;
  const stays = fits && length >= alloc >> 1;
  heap.setPayload(bytearray, stays && start > 0 ? { start, content } : content);
  if (stays) return;
  let wanted = length + 1;
  if (!fits && length <= alloc * 1.125) wanted = length + (length >> 3) + (length < 9 ? 3 : 6);
  if (start === 0) return setBuffer(process, bytearray, wanted);
  const old = heap.words[bytearray + A] as number;
  heap.words[bytearray + A] = 0;
  setBuffer(process, bytearray, wanted);
  heap.memory.free(old);
}

/** bytearray(n): the type is called through a tuple, unless there is no argument (bytearray_init). */
export function callBytearray(process: Process, length: number): number {
  const args = process.argumentTuple(1);
  const bytearray = newBytearray(process, length);
  process.heap.decref(args);
  return bytearray;
}

/** bytearray.append. */
export function appendByte(process: Process, bytearray: number, item: number): void {
  const type = process.heap.typeOf(item);
  if (type !== process.types.atoms.int && type !== process.types.atoms.bool) {
    throw new PythonRaise('TypeError', `'${type.name}' object cannot be interpreted as an integer`);
  }
  const value = process.heap.number(item);
  if (!(value >= 0 && value <= 255)) throw new PythonRaise('ValueError', 'byte must be in range(0, 256)');
  resizeBytearray(process, bytearray, bytearrayLength(process, bytearray) + 1);
}

function setBuffer(process: Process, bytearray: number, capacity: number): void {
  const { heap } = process;
  const block = heap.words[bytearray + A] as number;
  heap.words[bytearray + A] =
    block === 0 ? heap.memory.alloc(capacity) : heap.memory.realloc(block, capacity);
  heap.words[bytearray + B] = capacity;
}
