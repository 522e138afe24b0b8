/**
 * Values that words cannot hold, by record number: text, bytes, big integers, what a function stands for.
 *
 * Most records have none, and where many objects of that kind were made first, the next payload lies far behind the last one: so they lie in
 * pages, which are there only where something was put. Always: a place without a value is undefined, whether it has a page or not.
 */
const PAGE_BITS = 9;
const PAGE_MASK = (1 << PAGE_BITS) - 1;

export class Payloads {
  readonly #pages: (unknown[] | undefined)[] = [];

  get(record: number): unknown {
    const page = this.#pages[record >> PAGE_BITS];
    return page === undefined ? undefined : page[record & PAGE_MASK];
  }

  set(record: number, value: unknown): void {
    const page = this.#pages[record >> PAGE_BITS] ?? this.#newPage(record >> PAGE_BITS);
    const at = record & PAGE_MASK;
    while (page.length <= at) page.push(undefined);
    page[at] = value;
  }

  /** Those of the first `count` records. */
  save(count: number): unknown[] {
    return Array.from({ length: count }, (_, record) => this.get(record));
  }

  restore(payloads: readonly unknown[]): void {
    this.#pages.length = 0;
    for (const [record, value] of payloads.entries()) if (value !== undefined) this.set(record, value);
  }

  #newPage(number: number): unknown[] {
    while (this.#pages.length <= number) this.#pages.push(undefined);
    const page: unknown[] = [];
    this.#pages[number] = page;
    return page;
  }
}
