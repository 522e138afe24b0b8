/** What a BytesIO holds (bytesio.c): a bytes object, as large as it is or larger, which it shares with whoever got it from getvalue(). */
import { Annex, BLOCK, REFCNT } from '../../../heap/index.ts';
import { type Process, strings } from '../../../objects/index.ts';
import { spaced } from './text-buffer.ts';

const BUFFER = 1;
const NOTHING = new Uint8Array(0);

export class ByteBuffer extends Annex {
  override readonly dictLast = true;
  position = 0;
  isClosed = false;
  /** All that is there. */
  data: Uint8Array = NOTHING;
  readonly #process: Process;
  readonly #showsBuffer: boolean;
  /** Bytes that the object has room for. */
  #room = 0;

  constructor(process: Process, showsBuffer: boolean, refs: readonly number[] = [0, 0]) {
    super(refs);
    this.#process = process;
    this.#showsBuffer = showsBuffer;
  }

  /** sys.getsizeof of the object. */
  get objectBytes(): number {
    return strings.BYTES_HEADER_BYTES + this.#room;
  }

  get object(): number {
    return this.refs[BUFFER] as number;
  }

  /** Somebody else has the object, too: it must not change (SHARED_BUF). */
  get isShared(): boolean {
    return (this.#process.heap.words[this.object + REFCNT] as number) > 1;
  }

  begin(): void {
    this.refs[BUFFER] = strings.newBytes(this.#process, NOTHING);
  }

  /** The bytes of this object, which is shared from now on. */
  adopt(bytes: number): void {
    const { heap } = this.#process;
    heap.incref(bytes);
    heap.decref(this.object);
    this.refs[BUFFER] = bytes;
    this.data = heap.payload(bytes) as Uint8Array;
    this.#room = this.data.length;
  }

  empty(): void {
    this.data = NOTHING;
    this.position = 0;
  }

  write(part: Uint8Array): void {
    const end = this.position + part.length;
    if (end > this.#room) this.resize(end);
    else if (this.isShared) this.#replace(Math.max(end, this.data.length));
    const data = new Uint8Array(Math.max(end, this.data.length));
    data.set(this.data);
    data.set(part, this.position);
    this.data = data;
    this.position = end;
  }

  truncate(size: number): void {
    this.data = this.data.slice(0, size);
    this.resize(size);
  }

  resize(size: number): void {
    this.#setRoom(spaced(size, this.#room));
  }

  /** All as one object, owned: the buffer itself, cut to its length. */
  whole(): number {
    const { heap } = this.#process;
    if (this.data.length <= 1) return strings.newBytes(this.#process, this.data);
    this.#setRoom(this.data.length);
    if (!this.isShared) heap.setPayload(this.object, this.data);
    heap.incref(this.object);
    return this.object;
  }

  /** The object may be given as what is read. */
  get isExact(): boolean {
    return this.data.length === this.#room;
  }

  override visit(visit: (referent: number) => void): void {
    if (this.#showsBuffer) super.visit(visit);
    else for (const ref of this.refs.slice(BUFFER + 1)) if (ref !== 0) visit(ref);
  }

  override owned(visit: (referent: number) => void): void {
    super.visit(visit);
  }

  override contents(): unknown[] {
    return [...super.contents(), this.position, this.isClosed, this.data, this.#room];
  }

  override copy(): ByteBuffer {
    const copy = this.copyTo(new ByteBuffer(this.#process, this.#showsBuffer, this.refs));
    const { position, isClosed, data } = this;
    Object.assign(copy, { position, isClosed, data: data.slice() });
    copy.#room = this.#room;
    return copy;
  }

  #setRoom(room: number): void {
    if (room === this.#room) return;
    if (this.isShared || this.#room === 0 || room === 0) return this.#replace(room);
    const { heap } = this.#process;
    const block = heap.memory.realloc(heap.blockOf(this.object), strings.BYTES_HEADER_BYTES + room);
    heap.words[this.object + BLOCK] = block;
    this.#room = room;
  }

  /** A bytes object of its own (unshare_buffer, _PyBytes_Resize). */
  #replace(room: number): void {
    const { heap } = this.#process;
    const old = this.object;
    this.refs[BUFFER] =
      room === 0
        ? strings.newBytes(this.#process, NOTHING)
        : heap.newObject(
            this.#process.types.atoms.bytes,
            heap.memory.alloc(strings.BYTES_HEADER_BYTES + room),
          );
    if (room > 0) heap.setPayload(this.object, new Uint8Array(room));
    this.#room = room;
    heap.decref(old);
  }
}
