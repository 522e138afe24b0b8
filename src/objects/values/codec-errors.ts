/**
 * What happens where a codec cannot go on (codecs.c: the handlers strict, ignore, replace,
 * backslashreplace, xmlcharrefreplace, surrogateescape, surrogatepass), and the messages of
 * UnicodeEncodeError and UnicodeDecodeError. `namereplace` needs the character names and is not here.
 */
import { fromCodePoints, toCodePoints } from './code-points.ts';
import { PythonRaise } from './python-raise.ts';
import { escapePoint } from './str-repr.ts';

export interface Codec {
  /** The name that messages use. */
  readonly name: string;
  encode(work: Encoding): Uint8Array;
  decode(work: Decoding): string;
}

/** Code points [start, end), or bytes, that cannot be taken, and why. */
export interface Trouble {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

function unknownHandler(errors: string): PythonRaise {
  return new PythonRaise('LookupError', `unknown error handler name '${errors}'`);
}

/** One str.encode in progress. */
export class Encoding {
  readonly text: string;
  readonly points: readonly number[];
  readonly #name: string;
  readonly #errors: string;

  constructor(text: string, name: string, errors: string) {
    this.text = text;
    this.points = toCodePoints(text);
    this.#name = name;
    this.#errors = errors;
  }

  /** What the handler puts in: code points to be encoded in their turn, or bytes as they are. */
  replacement(trouble: Trouble): readonly number[] | Uint8Array {
    const points = this.points.slice(trouble.start, trouble.end);
    switch (this.#errors) {
      case 'ignore':
        return [];
      case 'replace':
        return points.map(() => 0x3f);
      case 'backslashreplace':
        return toCodePoints(points.map(escapePoint).join(''));
      case 'xmlcharrefreplace':
        return toCodePoints(points.map((point) => `&#${point};`).join(''));
      case 'surrogateescape':
        return this.#escaped(points, trouble);
      case 'surrogatepass':
        return this.#passed(points, trouble);
      case 'strict':
        throw this.error(trouble);
      default:
        throw unknownHandler(this.#errors);
    }
  }

  #escaped(points: readonly number[], trouble: Trouble): Uint8Array {
    const strange = points.findIndex((point) => point < 0xdc80 || point > 0xdcff);
    if (strange >= 0)
      throw this.error(this.#name === 'utf-8' ? trouble : { ...trouble, start: trouble.start + strange });
    return Uint8Array.from(points, (point) => point - 0xdc00);
  }

  #passed(points: readonly number[], trouble: Trouble): Uint8Array {
    const passes = points.every((point) => point >= 0xd800 && point <= 0xdfff);
    if (!passes || !this.#name.startsWith('utf-')) throw this.error(trouble);
    return Uint8Array.from(points.flatMap((point) => surrogateBytes(point, this.#name)));
  }

  error({ start, end, reason }: Trouble): PythonRaise {
    const what =
      end === start + 1
        ? `character '${escapePoint(this.points[start] as number)}' in position ${start}`
        : `characters in position ${start}-${end - 1}`;
    const details = { encoding: this.#name, object: this.text, start, end, reason };
    return new PythonRaise(
      'UnicodeEncodeError',
      `'${this.#name}' codec can't encode ${what}: ${reason}`,
      details,
    );
  }
}

/** A lone surrogate as surrogatepass writes it. */
function surrogateBytes(point: number, name: string): number[] {
  if (name === 'utf-8') return [0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f)];
  const [high, low] = [point >> 8, point & 0xff];
  const little = !name.endsWith('be');
  if (name.startsWith('utf-16')) return little ? [low, high] : [high, low];
  return little ? [low, high, 0, 0] : [0, 0, high, low];
}

/** One bytes.decode in progress. */
export class Decoding {
  readonly bytes: Uint8Array;
  readonly #name: string;
  readonly #errors: string;

  constructor(bytes: Uint8Array, name: string, errors: string) {
    this.bytes = bytes;
    this.#name = name;
    this.#errors = errors;
  }

  /** The same work under the name of another codec, as UTF-16 with a mark goes on as that of its order. */
  named(name: string): Decoding {
    return new Decoding(this.bytes, name, this.#errors);
  }

  /** What the handler puts in, and where decoding goes on. */
  replacement(trouble: Trouble): { readonly text: string; readonly next: number } {
    const bad = this.bytes.subarray(trouble.start, trouble.end);
    switch (this.#errors) {
      case 'ignore':
        return { text: '', next: trouble.end };
      case 'replace':
        return { text: '\ufffd', next: trouble.end };
      case 'backslashreplace':
        return { text: Array.from(bad, escapePoint).join(''), next: trouble.end };
      case 'surrogateescape':
        return this.#escaped(bad, trouble);
      case 'surrogatepass':
        return this.#passed(trouble);
      case 'strict':
        throw this.error(trouble);
      case 'xmlcharrefreplace':
      case 'namereplace':
        throw new PythonRaise('TypeError', "don't know how to handle UnicodeDecodeError in error callback");
      default:
        throw unknownHandler(this.#errors);
    }
  }

  /** Bytes below 128 are never escaped: decoding goes on with them. */
  #escaped(bad: Uint8Array, trouble: Trouble): { text: string; next: number } {
    const plain = bad.findIndex((byte) => byte < 128);
    const count = plain < 0 ? bad.length : plain;
    if (count === 0) throw this.error(trouble);
    const text = fromCodePoints(Array.from(bad.subarray(0, Math.min(count, 4)), (byte) => 0xdc00 + byte));
    return { text, next: trouble.start + text.length };
  }

  #passed(trouble: Trouble): { text: string; next: number } {
    const point = surrogateAt(this.bytes, trouble.start, this.#name);
    if (point === null) throw this.error(trouble);
    const size = this.#name === 'utf-8' ? 3 : this.#name.startsWith('utf-16') ? 2 : 4;
    return { text: String.fromCharCode(point), next: trouble.start + size };
  }

  error({ start, end, reason }: Trouble): PythonRaise {
    const what =
      end === start + 1
        ? `byte 0x${(this.bytes[start] as number).toString(16).padStart(2, '0')} in position ${start}`
        : `bytes in position ${start}-${end - 1}`;
    const details = { encoding: this.#name, object: this.bytes, start, end, reason };
    return new PythonRaise(
      'UnicodeDecodeError',
      `'${this.#name}' codec can't decode ${what}: ${reason}`,
      details,
    );
  }
}

/** The lone surrogate that these bytes spell, if they do. */
function surrogateAt(bytes: Uint8Array, at: number, name: string): number | null {
  const byte = (offset: number): number => bytes[at + offset] ?? -1;
  let point = -1;
  if (name === 'utf-8') {
    const continues = (byte(1) & 0xc0) === 0x80 && (byte(2) & 0xc0) === 0x80 && byte(2) >= 0;
    point =
      byte(0) === 0xed && continues
        ? ((byte(0) & 0xf) << 12) | ((byte(1) & 0x3f) << 6) | (byte(2) & 0x3f)
        : -1;
  } else if (name.startsWith('utf-16'))
    point = name.endsWith('be') ? (byte(0) << 8) | byte(1) : byte(0) | (byte(1) << 8);
  else
    point = name.endsWith('be')
      ? (byte(0) << 24) | (byte(1) << 16) | (byte(2) << 8) | byte(3)
      : byte(0) | (byte(1) << 8) | (byte(2) << 16) | (byte(3) << 24);
  return point >= 0xd800 && point <= 0xdfff ? point : null;
}
