/**
 * The addresses of large blocks that are mapped one by one: each takes the highest gap below `below` that holds it, as
 * Linux searches from the top down. Always: mappings are disjoint, sorted from the highest to the lowest.
 */
export class MappedAddresses {
  readonly #below: number;
  #live: [address: number, bytes: number][] = [];
  #bytes = 0;

  constructor(below: number) {
    this.#below = below;
  }

  get bytes(): number {
    return this.#bytes;
  }

  take(bytes: number): number {
    let ceiling = this.#below;
    let at = 0;
    for (const [address, length] of this.#live) {
      if (ceiling - (address + length) >= bytes) break;
      ceiling = address;
      at++;
    }
    this.#live.splice(at, 0, [ceiling - bytes, bytes]);
    this.#bytes += bytes;
    return ceiling - bytes;
  }

  giveBack(address: number): void {
    const at = this.#live.findIndex(([start]) => start === address);
    this.#bytes -= this.#live[at]?.[1] ?? 0;
    this.#live.splice(at, 1);
  }

  save(): [number, number][] {
    return this.#live.map(([address, bytes]) => [address, bytes]);
  }

  restore(mappings: readonly (readonly [number, number])[]): void {
    this.#live = mappings.map(([address, bytes]) => [address, bytes]);
    this.#bytes = this.#live.reduce((sum, [, bytes]) => sum + bytes, 0);
  }
}
