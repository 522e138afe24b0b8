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
  /** Who has looked into it (bytes-io-buffer.ts). */
  lookers: readonly { readonly ref: number; readonly serial: number }[] = [];
  readonly #process: Process;
  readonly #showsBuffer: boolean;
  /** Bytes that the object has room for. */
  #room = 0;
  /** All that is there, and room for what may follow: more than the object has, so that single bytes are not copied again and again. */
  #bytes: Uint8Array = NOTHING;
  #length = 0;
  /** Nobody else reads these bytes. */
  #owns = true;

  constructor(process: Process, showsBuffer: boolean, refs: readonly number[] = [0, 0]) {
    super(refs);
    this.#process = process;
    this.#showsBuffer = showsBuffer;
  }

  /** sys.getsizeof of the object. */
  get objectBytes(): number {
    return strings.BYTES_HEADER_BYTES + this.#room;
  }

  /** All that is there; not to be changed. */
  get data(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  get length(): number {
    return this.#length;
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
    this.#hold(heap.payload(bytes) as Uint8Array, false);
    this.#room = this.#length;
  }

  empty(): void {
    this.#hold(NOTHING, false);
    this.position = 0;
  }

  write(part: Uint8Array): void {
    const end = this.position + part.length;
    if (end > this.#room) this.resize(end);
    else if (this.isShared) this.#replace(Math.max(end, this.#length));
    this.#reserve(end);
    this.#bytes.set(part, this.position);
    this.#length = Math.max(end, this.#length);
    this.position = end;
  }

  /** Writes within what is there, for who looks into it. */
  put(at: number, part: Uint8Array): void {
    this.#reserve(this.#length);
    this.#bytes.set(part, at);
  }

  /** A bytes object that nobody else has (unshare_buffer). */
  unshare(): void {
    if (this.isShared) this.#replace(this.#length);
  }

  truncate(size: number): void {
    this.#hold(this.#bytes.slice(0, size), true);
    this.resize(size);
  }

  resize(size: number): void {
    this.#setRoom(spaced(size, this.#room));
  }

  /** All as one object, owned: the buffer itself, cut to its length. */
  whole(isLookedAt = false): number {
    const { heap } = this.#process;
    if (this.#length <= 1 || isLookedAt) return strings.newBytes(this.#process, this.data.slice());
    this.#setRoom(this.#length);
    if (!this.isShared) heap.setPayload(this.object, this.data);
    this.#owns = false;
    heap.incref(this.object);
    return this.object;
  }

  /** The object may be given as what is read. */
  get isExact(): boolean {
    return this.#length === this.#room;
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
    const { position, isClosed } = this;
    Object.assign(copy, { position, isClosed });
    copy.#hold(this.data.slice(), true);
    copy.#room = this.#room;
    return copy;
  }

  #hold(bytes: Uint8Array, owns: boolean): void {
    this.#bytes = bytes;
    this.#length = bytes.length;
    this.#owns = owns;
  }

  /** Room to write up to here, in bytes of its own. What was not written is zero. */
  #reserve(end: number): void {
    if (this.#owns && end <= this.#bytes.length) return;
    const grows = end > this.#length;
    const bytes = new Uint8Array(grows ? end + (end >> 1) : this.#length);
    bytes.set(this.data);
    this.#bytes = bytes;
    this.#owns = true;
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
