/**
 * Saved states as bytes, and back: typed arrays as they lie in memory, everything else as tagged values.
 *
 *   | version | value |          value: | tag | what the tag says |
 *
 * Equal values give equal bytes, so that a hash over them is a hash of the state. Numbers, strings (lone surrogates included),
 * bigints, booleans, null, undefined, arrays, plain objects and typed arrays come back as they were; a hole of an array comes
 * back as undefined. Anything else is refused when written. Keys of objects are written once and then named by number.
 * Whether the bytes were damaged on their way is for whoever keeps them to find out; nonsense throws StateFormatError here.
 */
import { Buffer } from 'node:buffer';
import { StateReader } from './state-reader.ts';
import { ARRAY_KINDS, STATE_VERSION, StateFormatError, TAG } from './state-tags.ts';

const FIRST_BYTES = 4_096;
/** Shorter arrays of small integers are not worth a form of their own. */
const SHORTEST_INTEGERS = 4;
const DEEPEST = 200;

export function encodeState(value: unknown): Uint8Array<ArrayBuffer> {
  const writer = new StateWriter();
  writer.byte(STATE_VERSION);
  writer.value(value, 0);
  return writer.finish();
}

export function decodeState(bytes: Uint8Array): unknown {
  return new StateReader(bytes).whole();
}

class StateWriter {
  #bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  #at = 0;
  readonly #keys = new Map<string, number>();

  finish(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#bytes.buffer.slice(0, this.#at));
  }

  byte(value: number): void {
    if (this.#at === this.#bytes.length) this.#reserve(1);
    this.#bytes[this.#at++] = value;
  }

  value(value: unknown, depth: number): void {
    if (depth > DEEPEST) throw new StateFormatError('a state that deep cannot be written');
    if (value === undefined) this.byte(TAG.UNDEFINED);
    else if (value === null) this.byte(TAG.NULL);
    else if (typeof value === 'number') this.#number(value);
    else if (typeof value === 'string') this.#string(value);
    else if (typeof value === 'boolean') this.byte(value ? TAG.TRUE : TAG.FALSE);
    else if (typeof value === 'bigint') this.#bigint(value);
    else if (Array.isArray(value)) this.#array(value, depth);
    else if (ArrayBuffer.isView(value)) this.#typedArray(value);
    else if (typeof value === 'object') this.#object(value, depth);
    else throw new StateFormatError(`a ${typeof value} cannot be written`);
  }

  #number(value: number): void {
    if (isSmall(value)) {
      this.byte(TAG.INTEGER);
      this.#count(value < 0 ? -2 * value - 1 : 2 * value);
      return;
    }
    this.byte(TAG.DOUBLE);
    this.#reserve(8);
    this.#at = this.#bytes.writeDoubleLE(Number.isNaN(value) ? Number.NaN : value, this.#at);
  }

  #bigint(value: bigint): void {
    this.byte(TAG.BIGINT);
    this.#string(value.toString(16));
  }

  /** Latin-1 where that is enough, else UTF-16, which keeps lone surrogates. */
  #string(text: string): void {
    const { length } = text;
    this.#reserve(length * 2 + 11);
    const start = this.#at;
    this.byte(TAG.LATIN1);
    this.#count(length);
    for (let index = 0; index < length; index++) {
      const code = text.charCodeAt(index);
      if (code > 0xff) {
        this.#at = start;
        this.#wideString(text);
        return;
      }
      this.#bytes[this.#at++] = code;
    }
  }

  #wideString(text: string): void {
    this.byte(TAG.UTF16);
    this.#count(text.length);
    this.#at += this.#bytes.write(text, this.#at, 'utf16le');
  }

  #array(items: readonly unknown[], depth: number): void {
    if (items.length >= SHORTEST_INTEGERS && items.every(isInt32)) {
      this.#integers(items);
      return;
    }
    this.byte(TAG.ARRAY);
    this.#count(items.length);
    for (let index = 0; index < items.length; ) {
      const item = items[index];
      if (item !== undefined) {
        this.value(item, depth + 1);
        index++;
        continue;
      }
      const start = index;
      while (index < items.length && items[index] === undefined) index++;
      this.byte(TAG.GAP);
      this.#count(index - start);
    }
  }

  #integers(items: readonly number[]): void {
    this.byte(TAG.INTEGERS);
    this.#count(items.length);
    this.#reserve(items.length * 4);
    for (const item of items) this.#at = this.#bytes.writeInt32LE(item, this.#at);
  }

  #typedArray(view: ArrayBufferView): void {
    const kind = ARRAY_KINDS.findIndex((Kind) => view instanceof Kind);
    if (kind === -1) throw new StateFormatError('this kind of typed array cannot be written');
    this.byte(TAG.TYPED_ARRAY);
    this.byte(kind);
    this.#count(view.byteLength);
    this.#reserve(view.byteLength);
    this.#bytes.set(new Uint8Array(view.buffer, view.byteOffset, view.byteLength), this.#at);
    this.#at += view.byteLength;
  }

  #object(value: object, depth: number): void {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) {
      throw new StateFormatError('only plain objects can be written');
    }
    const entries = Object.entries(value);
    this.byte(TAG.OBJECT);
    this.#count(entries.length);
    for (const [key, item] of entries) {
      this.#key(key);
      this.value(item, depth + 1);
    }
  }

  #key(key: string): void {
    const known = this.#keys.get(key);
    if (known !== undefined) {
      this.#count(known);
      return;
    }
    this.#keys.set(key, this.#keys.size + 1);
    this.#count(0);
    this.#string(key);
  }

  /** A whole number from 0 up, seven bits a byte. */
  #count(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.byte((rest & 0x7f) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.byte(rest);
  }

  #reserve(length: number): void {
    if (this.#at + length <= this.#bytes.length) return;
    const bytes = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, this.#at + length));
    this.#bytes.copy(bytes, 0, 0, this.#at);
    this.#bytes = bytes;
  }
}

function isSmall(value: number): boolean {
  return Number.isSafeInteger(value) && Math.abs(value) < 2 ** 51 && !Object.is(value, -0);
}

function isInt32(value: unknown): value is number {
  return typeof value === 'number' && (value | 0) === value && (value !== 0 || !Object.is(value, -0));
}
