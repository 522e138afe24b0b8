/** The reading half of state-bytes.ts. Nothing that it gives out shares memory with the bytes. */
import { Buffer } from 'node:buffer';
import { ARRAY_KINDS, STATE_VERSION, StateFormatError, TAG } from './state-tags.ts';

/** Longer strings are read by the platform, which has a cost of its own for each. */
const SHORT_STRING = 24;

export class StateReader {
  readonly #bytes: Buffer;
  #at = 0;
  readonly #keys: string[] = [];

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  whole(): unknown {
    const version = this.#byte();
    if (version !== STATE_VERSION) throw new StateFormatError(`states of version ${version} cannot be read`);
    const value = this.#value();
    if (this.#at !== this.#bytes.length) throw new StateFormatError('the state ends before its bytes do');
    return value;
  }

  #value(): unknown {
    const tag = this.#byte();
    switch (tag) {
      case TAG.UNDEFINED:
        return undefined;
      case TAG.NULL:
        return null;
      case TAG.FALSE:
        return false;
      case TAG.TRUE:
        return true;
      case TAG.INTEGER:
        return unzigzag(this.#count());
      case TAG.DOUBLE:
        return this.#bytes.readDoubleLE(this.#take(8));
      case TAG.LATIN1:
        return this.#latin1();
      case TAG.UTF16:
        return this.#utf16();
      case TAG.BIGINT:
        return this.#bigint();
      case TAG.ARRAY:
        return this.#array();
      case TAG.INTEGERS:
        return this.#integers();
      case TAG.OBJECT:
        return this.#object();
      case TAG.TYPED_ARRAY:
        return this.#typedArray();
      default:
        throw new StateFormatError(`there is no tag ${tag}`);
    }
  }

  #byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new StateFormatError('the bytes end inside the state');
    this.#at++;
    return byte;
  }

  #count(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = this.#byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      if (scale > 2 ** 46) throw new StateFormatError('a number is too large');
    }
  }

  /** Passes over so many bytes; answers where they begin. */
  #take(length: number): number {
    const at = this.#at;
    if (at + length > this.#bytes.length) throw new StateFormatError('the bytes end inside the state');
    this.#at += length;
    return at;
  }

  #latin1(): string {
    const length = this.#count();
    const at = this.#take(length);
    if (length > SHORT_STRING) return this.#bytes.toString('latin1', at, at + length);
    let text = '';
    for (let index = at; index < at + length; index++)
      text += String.fromCharCode(this.#bytes[index] as number);
    return text;
  }

  #utf16(): string {
    const length = this.#count() * 2;
    const at = this.#take(length);
    return this.#bytes.toString('utf16le', at, at + length);
  }

  #bigint(): bigint {
    const text = this.#value();
    const match = typeof text === 'string' ? /^(-?)([0-9a-f]+)$/.exec(text) : null;
    if (match === null) throw new StateFormatError('a bigint is not well formed');
    const magnitude = BigInt(`0x${match[2]}`);
    return match[1] === '-' ? -magnitude : magnitude;
  }

  #array(): unknown[] {
    const length = this.#count();
    const items: unknown[] = [];
    while (items.length < length) {
      if (this.#bytes[this.#at] !== TAG.GAP) {
        items.push(this.#value());
        continue;
      }
      this.#at++;
      const gap = this.#count();
      if (gap === 0 || gap > length - items.length)
        throw new StateFormatError('a gap is longer than its array');
      for (let index = 0; index < gap; index++) items.push(undefined);
    }
    return items;
  }

  #integers(): number[] {
    const length = this.#count();
    const at = this.#take(length * 4);
    const items: number[] = [];
    for (let index = 0; index < length; index++) items.push(this.#bytes.readInt32LE(at + index * 4));
    return items;
  }

  #object(): object {
    const size = this.#count();
    const entries: [string, unknown][] = [];
    for (let index = 0; index < size; index++) entries.push([this.#key(), this.#value()]);
    return Object.fromEntries(entries);
  }

  #key(): string {
    const number = this.#count();
    if (number === 0) {
      const key = this.#value();
      if (typeof key !== 'string') throw new StateFormatError('a key is not a string');
      this.#keys.push(key);
      return key;
    }
    const known = this.#keys[number - 1];
    if (known === undefined) throw new StateFormatError(`there is no key ${number}`);
    return known;
  }

  #typedArray(): ArrayBufferView {
    const Kind = ARRAY_KINDS[this.#byte()];
    const length = this.#count();
    const at = this.#take(length);
    if (Kind === undefined || length % Kind.BYTES_PER_ELEMENT !== 0) {
      throw new StateFormatError('a typed array is not well formed');
    }
    const start = this.#bytes.byteOffset + at;
    return new Kind(this.#bytes.buffer.slice(start, start + length) as ArrayBuffer);
  }
}

function unzigzag(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}
