/**
 * What a StringIO holds (stringio.c). While it is only written to, its parts are put one after the other: strs in a list up to 3.11
 * (accu.c), one str that grows from 3.12. Whoever reads elsewhere or writes into the middle makes it characters of four bytes.
 */
import { Annex, type Heap } from '../../../heap/index.ts';
import { lists, type Process, points, strings } from '../../../objects/index.ts';
import { TextBlock } from '../../eval/texts/text-block.ts';

const CHARACTER_BYTES = 4;
/** Places in `refs`: the parts, joined parts where there were very many, and the line ending that is read. */
const SMALL = 1;
const LARGE = 2;
export const LINE_ENDING = 3;
const MOST_PARTS = 100_000;

/** How much room there is for so much where there was `room` (resize_buffer): less than half is given back, and a little more gets some to spare. */
export function spaced(size: number, room: number): number {
  if (size < Math.floor(room / 2)) return size + 1;
  if (size < room) return room;
  return size <= room * 1.125 ? size + (size >> 3) + (size < 9 ? 3 : 6) : size + 1;
}

function anyEnding(text: string, from: number): number[] {
  const find = /\r\n|\r|\n/g;
  find.lastIndex = from;
  const found = find.exec(text);
  return found === null ? [-1] : [found.index, found[0].length];
}

export class TextBuffer extends Annex {
  override readonly dictLast = true;
  /** In characters. */
  position = 0;
  size = 0;
  /** __init__ has been there. */
  isBegun = false;
  isClosed = false;
  /** What a line ends with: null for any ending, which becomes '\n'; '' for any, which stays. */
  newline: string | null = '\n';
  readonly #process: Process;
  readonly #joinsList: boolean;
  /** null while parts are put one after the other. */
  #text: string | null = null;
  #parts = '';
  #grown: TextBlock;
  #block = 0;
  #room = 0;

  constructor(process: Process, joinsList: boolean, refs: readonly number[] = [0, 0, 0, 0]) {
    super(refs);
    this.#process = process;
    this.#joinsList = joinsList;
    this.#grown = new TextBlock(process, 0);
  }

  /** tp_new: a block of no bytes; a list of parts is the class's business until it has the class to show (3.12). */
  begin(): void {
    this.#block = this.#process.heap.memory.alloc(0);
  }

  /** The references that __init__ drops, to begin again. */
  restart(newline: string | null): number[] {
    const dropped = this.refs.splice(SMALL, LINE_ENDING + 1 - SMALL, 0, 0, 0);
    this.newline = newline;
    this.#grown.free();
    this.#grown = new TextBlock(this.#process, 0);
    this.#parts = '';
    this.#text = null;
    this.position = 0;
    this.size = 0;
    this.isClosed = false;
    return dropped;
  }

  /** From now on parts are put one after the other; else it has room for characters at once. */
  accumulate(): void {
    this.#resize(0);
    if (this.#joinsList) this.refs[SMALL] = lists.newList(this.#process);
  }

  hold(): void {
    this.#resize(0);
    this.#text = '';
  }

  get isAccumulating(): boolean {
    return this.#text === null;
  }

  /** write_str: `str` is what is kept where parts are strs. */
  write(str: number, text: string): void {
    const { length } = strings.strShape(text);
    if (this.#text === null && this.size === this.position) this.#add(str, text);
    else this.#put(text, length);
    this.position += length;
    this.size = Math.max(this.size, this.position);
  }

  /** Of the characters that are held. */
  slice(start: number, count: number): string {
    return points.sliceString(this.#text ?? '', start, 1, count);
  }

  get text(): string {
    return this.#text ?? '';
  }

  /** Characters to the end of the line, its ending among them; 0: no more lines end (_PyIO_find_line_ending). */
  lineLength(): number {
    const text = this.#text ?? '';
    const isPlain = text.length === this.size;
    const rest = isPlain ? text : this.slice(this.position, this.size - this.position);
    const from = isPlain ? this.position : 0;
    const ending = this.newline || '\n';
    const found = this.newline === '' ? anyEnding(rest, from) : [rest.indexOf(ending, from), ending.length];
    const [at = -1, length = 0] = found;
    return at < 0 ? 0 : strings.strShape(rest.slice(from, at)).length + length;
  }

  /** All as a str, owned (make_intermediate): it is the first part of what follows. */
  whole(): number {
    const str = this.#finish();
    this.#text = null;
    if (this.#joinsList) this.refs[SMALL] = lists.newList(this.#process);
    this.#add(str, this.#process.heap.payload(str) as string);
    return str;
  }

  /** Characters in their places, from now on (realize). */
  realize(): void {
    if (this.#text !== null) return;
    const str = this.#finish();
    this.#text = this.#process.heap.payload(str) as string;
    this.#resize(this.size);
    this.#process.heap.decref(str);
  }

  truncate(size: number): void {
    this.realize();
    this.#resize(size);
    this.#text = this.slice(0, size);
    this.size = size;
  }

  /** What it lets go when it is closed. */
  close(): number[] {
    this.isClosed = true;
    this.#resize(0);
    this.#grown.free();
    return this.refs.splice(SMALL, LINE_ENDING + 1 - SMALL, 0, 0, 0);
  }

  /** Up to 3.11 tp_traverse comes to the dict only; the parts it never looks at. */
  override visit(visit: (referent: number) => void): void {
    const ending = this.refs[LINE_ENDING] as number;
    if (ending !== 0 && !this.#joinsList) visit(ending);
    for (const ref of this.refs.slice(LINE_ENDING + 1)) if (ref !== 0) visit(ref);
  }

  override owned(visit: (referent: number) => void): void {
    super.visit(visit);
  }

  override blocks(): number[] {
    return [this.#block, this.#grown.block].filter((block) => block !== 0);
  }

  override release(heap: Heap): void {
    super.release(heap);
    this.#block = 0;
    this.#grown.block = 0;
  }

  override contents(): unknown[] {
    const { position, size, isClosed, newline } = this;
    return [...super.contents(), position, size, isClosed, newline, this.#text, this.#parts, this.#room];
  }

  override copy(): TextBuffer {
    const copy = this.copyTo(new TextBuffer(this.#process, this.#joinsList, this.refs));
    const { position, size, isBegun, isClosed, newline } = this;
    Object.assign(copy, { position, size, isBegun, isClosed, newline });
    copy.#text = this.#text;
    copy.#parts = this.#parts;
    copy.#grown = this.#grown.copy();
    copy.#block = this.#block;
    copy.#room = this.#room;
    return copy;
  }

  #add(str: number, text: string): void {
    if (!this.#joinsList) {
      if (text !== '') this.#grown.write(text);
      this.#parts += text;
      return;
    }
    const small = this.refs[SMALL] as number;
    lists.append(this.#process, small, str);
    if (lists.listSize(this.#process, small) >= MOST_PARTS) this.#join();
  }

  /** The parts become one of the large ones (flush_accumulator). */
  #join(): void {
    const { heap } = this.#process;
    this.refs[LARGE] ||= lists.newList(this.#process);
    const joined = this.#joined(this.refs[SMALL] as number);
    lists.clearList(this.#process, this.refs[SMALL] as number);
    lists.append(this.#process, this.refs[LARGE], joined);
    heap.decref(joined);
  }

  #joined(list: number): number {
    const { heap } = this.#process;
    const items = lists.listItems(this.#process, list);
    if (items.length === 1) {
      heap.incref(items[0] as number);
      return items[0] as number;
    }
    return strings.newFreshStr(this.#process, items.map((item) => heap.payload(item) as string).join(''));
  }

  /** The parts as one str, owned; nothing is left of them. */
  #finish(): number {
    if (!this.#joinsList) return this.#cut();
    const { heap } = this.#process;
    if (this.refs[LARGE] !== 0) this.#join();
    const list = (this.refs[LARGE] || this.refs[SMALL]) as number;
    const str = this.#joined(list);
    for (const ref of this.refs.splice(SMALL, 2, 0, 0)) if (ref !== 0) heap.decref(ref);
    return str;
  }

  /** The grown text, cut to its length (_PyUnicodeWriter_Finish). */
  #cut(): number {
    const text = this.#parts;
    const grown = this.#grown;
    this.#parts = '';
    this.#grown = new TextBlock(this.#process, 0);
    const { heap } = this.#process;
    const shared = this.#process.sharedStr(text);
    if (shared !== 0) {
      grown.free();
      heap.incref(shared);
      return shared;
    }
    const str = heap.newObject(
      this.#process.types.atoms.str,
      heap.memory.realloc(grown.block, strings.strBytes(this.#process, text)),
    );
    heap.setPayload(str, text);
    return str;
  }

  #put(text: string, length: number): void {
    this.realize();
    if (this.position + length > this.size) this.#resize(this.position + length);
    const before = this.slice(0, this.position) + '\0'.repeat(Math.max(0, this.position - this.size));
    this.#text = before + text + this.slice(this.position + length, this.size);
  }

  /** Room for one character more, where the end of a line is looked for (resize_buffer). */
  #resize(size: number): void {
    const room = spaced(size + 1, this.#room);
    if (room === this.#room) return;
    this.#room = room;
    this.#block = this.#process.heap.memory.realloc(this.#block, room * CHARACTER_BYTES);
  }
}
