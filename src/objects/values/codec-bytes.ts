/** ASCII and Latin-1 (unicodeobject.c:unicode_encode_ucs1, PyUnicode_DecodeASCII). */
import type { Codec, Encoding } from './codec-errors.ts';

/** Each run of characters beyond the limit is one error; what replaces it must fit itself. */
function encodeBelow(work: Encoding, limit: number, reason: string): Uint8Array {
  const { points } = work;
  const out: number[] = [];
  for (let at = 0; at < points.length; ) {
    const point = points[at] as number;
    if (point < limit) {
      out.push(point);
      at++;
      continue;
    }
    let end = at + 1;
    while (end < points.length && (points[end] as number) >= limit) end++;
    const replaced = work.replacement({ start: at, end, reason });
    for (const unit of replaced) {
      if (unit >= limit && !(replaced instanceof Uint8Array)) throw work.error({ start: at, end, reason });
      out.push(unit);
    }
    at = end;
  }
  return Uint8Array.from(out);
}

export const asciiCodec: Codec = {
  name: 'ascii',
  encode: (work) => encodeBelow(work, 128, 'ordinal not in range(128)'),
  decode: (work) => {
    const { bytes } = work;
    let text = '';
    for (let at = 0; at < bytes.length; ) {
      const byte = bytes[at] as number;
      if (byte < 128) {
        text += String.fromCharCode(byte);
        at++;
        continue;
      }
      const replaced = work.replacement({ start: at, end: at + 1, reason: 'ordinal not in range(128)' });
      text += replaced.text;
      at = replaced.next;
    }
    return text;
  },
};

export const latin1Codec: Codec = {
  name: 'latin-1',
  encode: (work) => encodeBelow(work, 256, 'ordinal not in range(256)'),
  decode: (work) => {
    let text = '';
    for (const byte of work.bytes) text += String.fromCharCode(byte);
    return text;
  },
};
