/**
 * What is kept goes under seal: with what it is, who wrote it, and a checksum over all of it and over the place it belongs to.
 *
 *   | 'H' 'L' | format | kind | flags | 0 | engine (2) | length (4) | crc32 (4) | body |
 *
 * So a flipped bit, a cut end, and a blob that lies in another's place are all found when it is read, and nothing is taken for
 * what it is not. Large bodies are deflated, except those that are read far more often than they are worth the time.
 */
import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

const FORMAT = 1;
const HEADER_BYTES = 16;
const DEFLATED = 1;
/** Smaller bodies gain less than a page of the file. */
const WORTH_DEFLATING_BYTES = 4_096;

export const KIND = { RECORD: 1, HEAD: 2, BATCH: 3, SNAPSHOT: 4, ANSWER: 5, TRUNK: 6 } as const;
type Kind = (typeof KIND)[keyof typeof KIND];

/** What a blob is and where it belongs. */
export interface Place {
  readonly kind: Kind;
  /** The names of its row: session, number ... */
  readonly names: readonly (string | number)[];
}

export interface Unsealed {
  readonly body: Uint8Array;
  readonly engine: number;
}

/** The bytes are not what was sealed for this place. */
export class SealError extends Error {
  override readonly name = 'SealError';
}

export function seal(place: Place, engine: number, body: Uint8Array): Uint8Array {
  const deflate = place.kind !== KIND.SNAPSHOT && body.length > WORTH_DEFLATING_BYTES;
  const packed = deflate ? deflateRawSync(body, { level: 1 }) : body;
  const sealed = Buffer.allocUnsafe(HEADER_BYTES + packed.length);
  sealed.write('HL', 0, 'latin1');
  sealed.writeUInt8(FORMAT, 2);
  sealed.writeUInt8(place.kind, 3);
  sealed.writeUInt8(deflate ? DEFLATED : 0, 4);
  sealed.writeUInt8(0, 5);
  sealed.writeUInt16LE(engine, 6);
  sealed.writeUInt32LE(body.length, 8);
  sealed.set(packed, HEADER_BYTES);
  sealed.writeUInt32LE(checksum(place, sealed), 12);
  return sealed;
}

export function unseal(place: Place, blob: Uint8Array): Unsealed {
  const sealed = Buffer.from(blob.buffer, blob.byteOffset, blob.byteLength);
  if (sealed.length < HEADER_BYTES) throw broken(place, 'is cut');
  if (sealed.readUInt32LE(12) !== checksum(place, sealed)) throw broken(place, 'has another checksum');
  const format = sealed.readUInt8(2);
  if (format !== FORMAT) throw broken(place, `has format ${format}, which is not known here`);
  if (sealed.readUInt8(3) !== place.kind) throw broken(place, 'is of another kind');
  const packed = sealed.subarray(HEADER_BYTES);
  const length = sealed.readUInt32LE(8);
  const deflated = (sealed.readUInt8(4) & DEFLATED) !== 0;
  const body = deflated ? inflateRawSync(packed, { maxOutputLength: Math.max(length, 1) }) : packed;
  if (body.length !== length) throw broken(place, 'has another length');
  return { body, engine: sealed.readUInt16LE(6) };
}

/** What lies in a column that holds blobs; anything else there was not put there by us. */
export function blobOf(value: unknown): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array();
}

function checksum({ names }: Place, sealed: Buffer): number {
  const start = crc32(names.join('\n'));
  return crc32(sealed.subarray(HEADER_BYTES), crc32(sealed.subarray(0, 12), start));
}

function broken({ names }: Place, what: string): SealError {
  return new SealError(`what is kept as ${names.join(' ')} ${what}`);
}
