/**
 * Formats of struct (_struct.c, prepare_s): a prefix that says in which order bytes lie and whether they are aligned, then codes with
 * counts. A format is read once, into the parts that a value is stored in or taken from.
 */
import { PythonRaise } from '../../../objects/index.ts';
import { ITEM_SIZES } from '../../builtins/types/buffer-items.ts';

export interface Part {
  readonly code: string;
  /** Of one item; of `s` and `p` the length of the text. */
  readonly size: number;
  /** How many items follow one another; `s` and `p` are one. */
  readonly count: number;
  readonly offset: number;
}

export interface Format {
  readonly parts: readonly Part[];
  readonly size: number;
  readonly littleEndian: boolean;
  /** Sizes and places are those of C. */
  readonly isNative: boolean;
  /** Values that it takes. */
  readonly length: number;
}

/** Beside single values: pad bytes, and texts of bytes, whose count is their length. */
const NATIVE: Readonly<Record<string, number>> = { ...ITEM_SIZES, x: 1, s: 1, p: 1 };

const ONLY_NATIVE = new Set(['n', 'N', 'P']);
const UNALIGNED = new Set(['x', 'c', 's', 'p']);

/** What is wrong with a format or with a value is a struct.error. */
export class StructRaise extends Error {
  readonly words: string;
  constructor(words: string) {
    super(words);
    this.words = words;
  }
}

/** Bytes of one item; undefined for a code that there is not. */
function sizeOf(code: string, isNative: boolean): number | undefined {
  if (!isNative && ONLY_NATIVE.has(code)) return undefined;
  return !isNative && (code === 'l' || code === 'L') ? 4 : NATIVE[code];
}

export function isText(code: string): boolean {
  return code === 's' || code === 'p';
}

export function parseFormat(text: string): Format {
  const prefix = '@=<>!'.includes(text[0] ?? ' ') ? (text[0] as string) : '';
  const isNative = prefix === '' || prefix === '@';
  const parts: Part[] = [];
  let size = 0;
  const pattern = /\s+|(\d+)?([^\d\s])|\d+/gy;
  pattern.lastIndex = prefix.length;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const [all, digits, code] = found;
    if (all.trim() === '') continue;
    if (code === undefined) throw new StructRaise('repeat count given without format specifier');
    const each = sizeOf(code, isNative);
    if (each === undefined) throw new StructRaise('bad char in struct format');
    const count = digits === undefined ? 1 : Number(digits);
    if (isNative && !UNALIGNED.has(code)) size = Math.ceil(size / each) * each;
    parts.push(
      isText(code)
        ? { code, size: count, count: 1, offset: size }
        : { code, size: each, count, offset: size },
    );
    size += each * count;
    if (size > Number.MAX_SAFE_INTEGER) throw new StructRaise('total struct size too long');
  }
  const length = parts.reduce((sum, { code, count }) => sum + (code === 'x' ? 0 : count), 0);
  return { parts, size, littleEndian: prefix !== '>' && prefix !== '!', isNative, length };
}

/** A value is of no use for its code. */
export function wrongValue(words: string): never {
  throw new StructRaise(words);
}

export const floatOverflow = (code: string): PythonRaise =>
  new PythonRaise('OverflowError', `float too large to pack with ${code} format`);
