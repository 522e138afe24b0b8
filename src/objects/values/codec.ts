/**
 * str.encode and bytes.decode: which codec a name means, and the error handlers (codecs.c).
 * Codecs: UTF-8, ASCII, Latin-1, UTF-16 and UTF-32 with either byte order or a mark. Others are unknown here.
 */
import { asciiCodec, latin1Codec } from './codec-bytes.ts';
import { type Codec, Decoding, Encoding } from './codec-errors.ts';
import { utf8Codec } from './codec-utf8.ts';
import { utf16Codec, utf32Codec } from './codec-wide.ts';
import { PythonRaise } from './python-raise.ts';
import type { ValueProfile } from './value-profile.ts';

const CODECS: Readonly<Record<string, Codec>> = {
  utf_8: utf8Codec,
  utf8: utf8Codec,
  u8: utf8Codec,
  utf: utf8Codec,
  cp65001: utf8Codec,
  ascii: asciiCodec,
  us_ascii: asciiCodec,
  '646': asciiCodec,
  latin_1: latin1Codec,
  latin1: latin1Codec,
  iso_8859_1: latin1Codec,
  iso8859_1: latin1Codec,
  iso8859: latin1Codec,
  '8859': latin1Codec,
  cp819: latin1Codec,
  l1: latin1Codec,
  latin: latin1Codec,
  utf_16: utf16Codec('utf-16', 'mark'),
  utf16: utf16Codec('utf-16', 'mark'),
  u16: utf16Codec('utf-16', 'mark'),
  utf_16_le: utf16Codec('utf-16-le', 'little'),
  utf_16le: utf16Codec('utf-16-le', 'little'),
  utf_16_be: utf16Codec('utf-16-be', 'big'),
  utf_16be: utf16Codec('utf-16-be', 'big'),
  utf_32: utf32Codec('utf-32', 'mark'),
  utf32: utf32Codec('utf-32', 'mark'),
  u32: utf32Codec('utf-32', 'mark'),
  utf_32_le: utf32Codec('utf-32-le', 'little'),
  utf_32le: utf32Codec('utf-32-le', 'little'),
  utf_32_be: utf32Codec('utf-32-be', 'big'),
  utf_32be: utf32Codec('utf-32-be', 'big'),
};

/** encodings.normalize_encoding. */
function normalized(encoding: string): string {
  return encoding
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '_')
    .replace(/^_/, '');
}

/** Codecs of no texts, or from texts to texts, and their other names (encodings.aliases). */
const OTHER_CODECS: ReadonlySet<string> = new Set(
  (
    'rot_13 rot13 base64_codec base64 base_64 hex_codec hex zlib_codec zlib zip bz2_codec bz2 uu_codec uu quopri_codec quopri ' +
    'quoted_printable quotedprintable'
  ).split(' '),
);

function codecOf(encoding: string, verb: 'encode' | 'decode'): Codec {
  const key = normalized(encoding);
  const codec = Object.hasOwn(CODECS, key) ? CODECS[key] : undefined;
  if (codec === undefined && OTHER_CODECS.has(key)) {
    const words = 'is not a text encoding; use codecs.encode() to handle arbitrary codecs';
    throw new PythonRaise('LookupError', `'${encoding}' ${words.replace('encode', verb)}`);
  }
  if (codec === undefined) throw new PythonRaise('LookupError', `unknown encoding: ${encoding}`);
  return codec;
}

/** Names that the interpreter takes a short cut for, without asking the registry of codecs. */
const SHORT_CUTS = /^(?:utf_?(?:8|16|32)|ascii|us_ascii|latin_?1|iso_?8859_1)$/;

/** What is done under a name; `doing` is how a message calls it. */
interface CodecCall {
  readonly encoding: string;
  readonly doing: 'encoding' | 'decoding';
  readonly profile: ValueProfile;
}

/** Up to 3.11 the registry words errors other than Unicode's anew (codecs.c:wrap_codec_error). */
function through<T>(call: CodecCall, work: () => T): T {
  const { encoding, doing, profile } = call;
  if (!profile.rewordsCodecErrors || SHORT_CUTS.test(normalized(encoding))) return work();
  try {
    return work();
  } catch (error) {
    if (!(error instanceof PythonRaise) || error.unicode !== null) throw error;
    throw new PythonRaise(
      error.exception,
      `${doing} with '${encoding}' codec failed (${error.exception}: ${error.message})`,
    );
  }
}

/** What to do and how: the arguments of str.encode and bytes.decode, and for which Python. */
export interface CodecOptions {
  readonly encoding: string;
  readonly errors: string;
  readonly profile: ValueProfile;
}

/** s.encode(encoding, errors). */
export function encodeText(s: string, { encoding, errors, profile }: CodecOptions): Uint8Array {
  const codec = codecOf(encoding, 'encode');
  return through({ encoding, doing: 'encoding', profile }, () =>
    codec.encode(new Encoding(s, codec.name, errors)),
  );
}

/** bytes.decode(encoding, errors). No bytes decode to no text, whatever the encoding is called. */
export function decodeBytes(bytes: Uint8Array, { encoding, errors, profile }: CodecOptions): string {
  if (bytes.length === 0) return '';
  const codec = codecOf(encoding, 'decode');
  return through({ encoding, doing: 'decoding', profile }, () =>
    codec.decode(new Decoding(bytes, codec.name, errors)),
  );
}

/** The UTF-8 of a text that has no lone surrogates, as random.seed and others take it. */
export function utf8Bytes(s: string): Uint8Array {
  return utf8Codec.encode(new Encoding(s, 'utf-8', 'strict'));
}
