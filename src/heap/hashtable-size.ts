/**
 * How large one of CPython's internal hash tables is (hashtable.c): a header, buckets, and an entry for each item. It grows when more than
 * half as many items as buckets are in it, and shrinks below a tenth.
 */
const HEADER_BYTES = 80;
const BUCKET_BYTES = 8;
const ENTRY_BYTES = 32;
const SMALLEST = 16;
const HIGH = 0.5;
const LOW = 0.1;

export class HashtableSize {
  entries = 0;
  buckets = SMALLEST;

  add(): void {
    this.entries++;
    if (this.entries / this.buckets > HIGH) this.#rehash();
  }

  remove(): void {
    this.entries--;
    if (this.entries / this.buckets < LOW) this.#rehash();
  }

  clear(): void {
    this.entries = 0;
    this.buckets = SMALLEST;
  }

  get bytes(): number {
    return HEADER_BYTES + BUCKET_BYTES * this.buckets + ENTRY_BYTES * this.entries;
  }

  #rehash(): void {
    const wanted = Math.floor(this.entries * (2 / (LOW + HIGH)));
    this.buckets = SMALLEST;
    while (this.buckets < wanted) this.buckets *= 2;
  }
}
