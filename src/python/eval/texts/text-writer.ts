/**
 * The blocks in which CPython writes a text before it is a str: they come and go within one call, and what tracemalloc calls the peak
 * has them in it. Nothing else shows them, so they are taken only while it traces.
 *
 *   TextWriter   _PyUnicodeWriter (unicodeobject.c): a str that grows by a quarter until the last part, and is cut to length at the end
 *   during       a block for as long as something else is made
 */
import { ints, strings } from '../../../objects/index.ts';
import type { Steps } from '../calls/waiting.ts';
import type { Interpreter } from '../interpreter.ts';
import { TextBlock } from './text-block.ts';

/** What a format takes beyond its own length. */
export const FORMAT_ROOM = 100;
const DIGIT_BYTES = 4;
const INT_HEADER_BYTES = 24;
/** Decimal digits of the temporary number hold nine figures, one more of them for 99 digits of the int (long_to_decimal_string_internal). */
const DECIMAL_SLACK = 99;

/** Is it worth the work? */
export function isTracing(vm: Interpreter): boolean {
  return vm.heap.memory.tracemalloc.tracing;
}

export function during<T>(vm: Interpreter, nbytes: number, use: () => T): T {
  if (!isTracing(vm)) return use();
  const { memory } = vm.heap;
  const block = memory.alloc(nbytes);
  try {
    return use();
  } finally {
    memory.free(block);
  }
}

/** str(an int): the number in decimal digits is there while the text is. */
export function newIntText(vm: Interpreter, value: ints.PyInt, text: string): number {
  return during(vm, decimalBytes(value), () => vm.newFreshStr(text));
}

/** _PyLong_Format: a str of the digits, there while it is laid out. */
export function passDigits<T>(vm: Interpreter, value: ints.PyInt, use: () => T): T {
  if (!isTracing(vm)) return use();
  const { memory } = vm.heap;
  const digits = during(vm, decimalBytes(value), () =>
    memory.alloc(strings.strBytes(vm.process, String(value))),
  );
  try {
    return use();
  } finally {
    memory.free(digits);
  }
}

function decimalBytes(value: ints.PyInt): number {
  const digits = value === 0 ? 0 : ints.intDigitCount(value);
  return INT_HEADER_BYTES + DIGIT_BYTES * (1 + digits + Math.floor(digits / DECIMAL_SLACK));
}

/** repr(a float): its digits come in a buffer, with a sign, a point, a zero at the end and an exponent (format_float_short). */
export function newFloatText(vm: Interpreter, text: string): number {
  return during(vm, floatBufferBytes(text), () => vm.newStr(text));
}

export function floatBufferBytes(text: string): number {
  const [mantissa = '', exponent] = text.split('e');
  return 3 + mantissa.replaceAll(/[^0-9]/g, '').length + (exponent === undefined ? 0 : 5);
}

/** A text written in parts: the block goes at the end, whatever happens. */
export function writing<T>(vm: Interpreter, shortest: number, use: (writer: TextWriter) => T): T {
  const writer = new TextWriter(vm, shortest);
  try {
    return use(writer);
  } finally {
    writer.finish();
  }
}

/** The same in steps. */
export function* writingSteps<Result>(
  vm: Interpreter,
  shortest: number,
  use: (writer: TextWriter) => Steps<Result>,
): Steps<Result> {
  const writer = new TextWriter(vm, shortest);
  try {
    return yield* use(writer);
  } finally {
    writer.finish();
  }
}

/** PyUnicode_FromFormat: the parts in the order in which they are written. */
export function passFormatted(vm: Interpreter, format: string, parts: readonly string[]): void {
  writing(vm, format.length + FORMAT_ROOM, (writer) => {
    for (const [at, part] of parts.entries()) {
      if (at === parts.length - 1) writer.lastPart();
      writer.write(part);
    }
  });
}

/** The text that the parts make. */
export function formatted(vm: Interpreter, format: string, parts: readonly string[]): string {
  if (isTracing(vm)) passFormatted(vm, format, parts);
  return parts.join('');
}

/** How much of a text is there, and whether more will follow. */
export class TextWriter {
  readonly #vm: Interpreter;
  readonly #shortest: number;
  #block: TextBlock | null = null;
  #overallocates = true;
  #isEmpty = true;
  /** All that was written so far, when that is a str. */
  #only = 0;

  /** @param shortest in characters: `min_length` */
  constructor(vm: Interpreter, shortest: number) {
    this.#vm = vm;
    this.#shortest = shortest;
  }

  write(text: string): void {
    if (text === '') return;
    this.#drop();
    this.#isEmpty = false;
    if (!isTracing(this.#vm)) return;
    this.#block ??= new TextBlock(this.#vm.process, this.#shortest);
    this.#block.overallocates = this.#overallocates;
    this.#block.write(text);
  }

  /**
   * The text of a value, which is there beside it while it is written: a str itself, an int only as a number, unless it is `laidOut`
   * with a width, a sign or the like: then its digits are a str first (format_long_internal).
   */
  writeValue(value: number, text: string, laidOut: boolean): void {
    const vm = this.#vm;
    const isAlone = this.#isEmpty && !this.#overallocates && text !== '';
    if (isAlone && this.#isWrittenAsItIs(value, laidOut) && vm.text(value) === text) {
      this.#isEmpty = false;
      this.#only = vm.own(value);
      return;
    }
    if (!isTracing(vm)) return this.write(text);
    const { atoms, float } = vm.process.types;
    const info = vm.heap.typeOf(value);
    if (isAlone && !laidOut && info !== atoms.int && info !== float && info !== atoms.str) {
      this.#isEmpty = false;
      this.#only = vm.newStr(text);
      return;
    }
    if (info === atoms.str) this.write(text);
    else if (info === atoms.int && laidOut) passDigits(vm, vm.int(value), () => this.write(text));
    else if (info === atoms.int) during(vm, decimalBytes(vm.int(value)), () => this.write(text));
    else during(vm, strings.strBytes(vm.process, text), () => this.write(text));
  }

  /** A str, or one of a subclass that str.__format__ laid out (format_string_internal); otherwise that one's str() is written. */
  #isWrittenAsItIs(value: number, laidOut: boolean): boolean {
    const vm = this.#vm;
    if (vm.heap.typeOf(value) === vm.process.types.atoms.str) return true;
    return laidOut && vm.isStr(value) && vm.override(value, '__format__') === 0;
  }

  /** The result: where a str was all that was written, and the last part, that object (_PyUnicodeWriter_WriteStr). */
  result(text: string): number {
    const only = this.#only;
    this.#only = 0;
    if (only !== 0) return only;
    this.finish();
    return this.#vm.newStr(text);
  }

  #drop(): void {
    if (this.#only !== 0) this.#vm.decref(this.#only);
    this.#only = 0;
  }

  /** From now on it takes no more than it needs. */
  lastPart(): void {
    this.#overallocates = false;
  }

  /** The block becomes the result, which the caller makes. */
  finish(): void {
    this.#drop();
    this.#block?.free();
  }
}
