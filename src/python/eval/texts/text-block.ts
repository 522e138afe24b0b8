/** The block that a text grows in before it is a str (_PyUnicodeWriter_PrepareInternal): a quarter larger than it need be while more may follow. */
import { type Process, strings } from '../../../objects/index.ts';

export class TextBlock {
  overallocates = true;
  /** 0: nothing was written. */
  block = 0;
  /** Characters that are there. */
  length = 0;
  readonly #process: Process;
  readonly #shortest: number;
  /** Characters that the block has room for. */
  #size = 0;
  #widest: strings.StrKind = 'ascii';

  /** @param shortest in characters: `min_length` */
  constructor(process: Process, shortest: number) {
    this.#process = process;
    this.#shortest = shortest;
  }

  copy(): TextBlock {
    const copy = new TextBlock(this.#process, this.#shortest);
    copy.overallocates = this.overallocates;
    copy.block = this.block;
    copy.length = this.length;
    copy.#size = this.#size;
    copy.#widest = this.#widest;
    return copy;
  }

  write(text: string): void {
    const { length, kind } = strings.strShape(text);
    this.#prepare(length, strings.widerKind(kind, this.#widest));
    this.length += length;
  }

  free(): void {
    this.#process.heap.memory.free(this.block);
    this.block = 0;
  }

  #prepare(more: number, kind: strings.StrKind): void {
    const { memory } = this.#process.heap;
    const widens = this.block !== 0 && kind !== this.#widest;
    const grows = this.length + more > this.#size;
    if (!widens && !grows) return;
    const size = grows ? this.#sizeFor(this.length + more) : this.#size;
    const nbytes = strings.strBytesOf(this.#process, size, kind);
    if (this.block === 0) this.block = memory.alloc(nbytes);
    else if (widens) {
      const wider = memory.alloc(nbytes);
      memory.free(this.block);
      this.block = wider;
    } else this.block = memory.realloc(this.block, nbytes);
    this.#size = size;
    this.#widest = kind;
  }

  #sizeFor(length: number): number {
    const roomy = this.overallocates ? length + Math.floor(length / 4) : length;
    return Math.max(roomy, this.#shortest);
  }
}
