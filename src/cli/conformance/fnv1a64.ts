/**
 * FNV-1a, 64 bits, over ASCII text: the hash in which long recordings keep what they expect.
 *
 * The state is kept in two 32-bit halves. Multiplying by the prime 2^40 + 0x1b3 is then: low * 0x1b3 with its carry into
 * the high half, high * 0x1b3, and low << 8 (the 2^40 part); every product stays below 2^53, so no BigInt is needed.
 */
const PRIME_LOW = 0x1b3;

export class Fnv1a64 {
  #high = 0xcbf29ce4;
  #low = 0x84222325;

  update(text: string): void {
    let high = this.#high;
    let low = this.#low;
    for (let at = 0; at < text.length; at++) {
      const mixed = (low ^ text.charCodeAt(at)) >>> 0;
      const product = mixed * PRIME_LOW;
      low = product >>> 0;
      high = (high * PRIME_LOW + (product - low) / 2 ** 32 + ((mixed << 8) >>> 0)) >>> 0;
    }
    this.#high = high;
    this.#low = low;
  }

  /** The state as 16 hex digits. */
  hex(): string {
    return this.#high.toString(16).padStart(8, '0') + this.#low.toString(16).padStart(8, '0');
  }
}
