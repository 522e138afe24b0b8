/** UTF-8 (stringlib/codecs.h: utf8_decode, utf8_encoder). Surrogates are no characters in either direction. */
import type { Codec, Decoding, Encoding, Trouble } from './codec-errors.ts';

function isSurrogate(point: number): boolean {
  return point >= 0xd800 && point <= 0xdfff;
}

function pushPoint(out: number[], point: number): void {
  if (point < 0x80) out.push(point);
  else if (point < 0x800) out.push(0xc0 | (point >> 6), 0x80 | (point & 0x3f));
  else if (point < 0x10000)
    out.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f));
  else
    out.push(
      0xf0 | (point >> 18),
      0x80 | ((point >> 12) & 0x3f),
      0x80 | ((point >> 6) & 0x3f),
      0x80 | (point & 0x3f),
    );
}

function encode(work: Encoding): Uint8Array {
  const { points } = work;
  const out: number[] = [];
  for (let at = 0; at < points.length; ) {
    const point = points[at] as number;
    if (!isSurrogate(point)) {
      pushPoint(out, point);
      at++;
      continue;
    }
    let end = at + 1;
    while (end < points.length && isSurrogate(points[end] as number)) end++;
    for (const unit of work.replacement({ start: at, end, reason: 'surrogates not allowed' })) out.push(unit);
    at = end;
  }
  return Uint8Array.from(out);
}

const START = 'invalid start byte';
const CONTINUATION = 'invalid continuation byte';
const UNFINISHED = 'unexpected end of data';

/** How many bytes a sequence has that starts so; 0 if none does. */
function sequenceLength(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc2) return 0;
  if (first < 0xe0) return 2;
  if (first < 0xf0) return 3;
  return first < 0xf5 ? 4 : 0;
}

/** Whether byte number `index` of a sequence may follow: the second one is restricted after some first ones. */
function follows(first: number, index: number, byte: number): boolean {
  if ((byte & 0xc0) !== 0x80) return false;
  if (index > 1) return true;
  if (first === 0xe0) return byte >= 0xa0;
  if (first === 0xed) return byte < 0xa0;
  if (first === 0xf0) return byte >= 0x90;
  return first === 0xf4 ? byte < 0x90 : true;
}

/** The code point at `at` with its length, or what is wrong there. */
function readPoint(bytes: Uint8Array, at: number): { point: number; length: number } | Trouble {
  const first = bytes[at] as number;
  const length = sequenceLength(first);
  if (length === 0) return { start: at, end: at + 1, reason: START };
  let point = length === 1 ? first : first & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    const byte = bytes[at + i];
    if (byte === undefined) return { start: at, end: bytes.length, reason: UNFINISHED };
    if (!follows(first, i, byte)) return { start: at, end: at + i, reason: CONTINUATION };
    point = (point << 6) | (byte & 0x3f);
  }
  return { point, length };
}

function decode(work: Decoding): string {
  const { bytes } = work;
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const read = readPoint(bytes, at);
    if ('point' in read) {
      text += String.fromCodePoint(read.point);
      at += read.length;
      continue;
    }
    const replaced = work.replacement(read);
    text += replaced.text;
    at = replaced.next;
  }
  return text;
}

export const utf8Codec: Codec = { name: 'utf-8', encode, decode };
