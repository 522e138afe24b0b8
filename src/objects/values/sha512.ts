/**
 * SHA-512 (FIPS 180-4), which random.seed() applies to texts. Written with bigints: seeds are short and rare.
 * The constants are the fractional parts of roots of primes, so they are computed instead of listed.
 */
const WORD = (1n << 64n) - 1n;

function primes(count: number): bigint[] {
  const found: bigint[] = [];
  for (let n = 2n; found.length < count; n++) if (found.every((prime) => n % prime !== 0n)) found.push(n);
  return found;
}

/** The largest integer whose `power`th power is at most n. */
function integerRoot(n: bigint, power: bigint): bigint {
  let low = 0n;
  let high = 1n << 80n;
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** power <= n) low = middle;
    else high = middle - 1n;
  }
  return low;
}

const ROUND_CONSTANTS = primes(80).map((prime) => integerRoot(prime << 192n, 3n) & WORD);
const INITIAL_STATE = primes(8).map((prime) => integerRoot(prime << 128n, 2n) & WORD);

function rotate(word: bigint, count: bigint): bigint {
  return ((word >> count) | (word << (64n - count))) & WORD;
}

function padded(message: Uint8Array): Uint8Array {
  const blocks = Math.ceil((message.length + 17) / 128);
  const bytes = new Uint8Array(blocks * 128);
  bytes.set(message);
  bytes[message.length] = 0x80;
  new DataView(bytes.buffer).setBigUint64(bytes.length - 8, BigInt(message.length) * 8n);
  return bytes;
}

function schedule(view: DataView, offset: number): bigint[] {
  const words = Array.from({ length: 16 }, (_, i) => view.getBigUint64(offset + 8 * i));
  for (let i = 16; i < 80; i++) {
    const [w15, w2] = [words[i - 15] as bigint, words[i - 2] as bigint];
    const sigma0 = rotate(w15, 1n) ^ rotate(w15, 8n) ^ (w15 >> 7n);
    const sigma1 = rotate(w2, 19n) ^ rotate(w2, 61n) ^ (w2 >> 6n);
    words.push(((words[i - 16] as bigint) + sigma0 + (words[i - 7] as bigint) + sigma1) & WORD);
  }
  return words;
}

function compress(state: readonly bigint[], words: readonly bigint[]): bigint[] {
  let [a, b, c, d, e, f, g, h] = state as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
  words.forEach((word, i) => {
    const choice = (e & f) ^ (~e & WORD & g);
    const sum1 = rotate(e, 14n) ^ rotate(e, 18n) ^ rotate(e, 41n);
    const first = h + sum1 + choice + (ROUND_CONSTANTS[i] as bigint) + word;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = (rotate(a, 28n) ^ rotate(a, 34n) ^ rotate(a, 39n)) + majority;
    [h, g, f, e] = [g, f, e, (d + first) & WORD];
    [d, c, b, a] = [c, b, a, (first + second) & WORD];
  });
  return [a, b, c, d, e, f, g, h].map((word, i) => (word + (state[i] as bigint)) & WORD);
}

/** The 64 bytes of the digest. */
export function sha512(message: Uint8Array): Uint8Array {
  const bytes = padded(message);
  const view = new DataView(bytes.buffer);
  let state = INITIAL_STATE;
  for (let offset = 0; offset < bytes.length; offset += 128) state = compress(state, schedule(view, offset));
  const digest = new DataView(new ArrayBuffer(64));
  state.forEach((word, i) => {
    digest.setBigUint64(8 * i, word);
  });
  return new Uint8Array(digest.buffer);
}
