/**
 * Token buckets: so many requests a minute for each name, and as many at once.
 *
 * Always: 0 <= tokens <= the quota. A bucket that nobody used for a minute is full, which is what a new one is, so the oldest can be
 * given up when there are too many: the number of buckets is bounded whatever names come.
 */
const MINUTE_MS = 60_000;

export interface Charge {
  readonly allowed: boolean;
  /** Requests that could follow at once. */
  readonly remaining: number;
  /** Until the whole quota is there again. */
  readonly fullInSeconds: number;
  /** Until there is room for one request; 0 when there is now. */
  readonly retryInSeconds: number;
}

interface Bucket {
  tokens: number;
  atMs: number;
}

export class TokenBuckets {
  readonly #maximum: number;
  /** The one that was used last stands last. */
  readonly #buckets = new Map<string, Bucket>();

  constructor(maximum: number) {
    this.#maximum = maximum;
  }

  get size(): number {
    return this.#buckets.size;
  }

  /** Takes one token if there is one. Time that goes backwards stands still. */
  charge(name: string, perMinute: number, nowMs: number): Charge {
    const bucket = this.#buckets.get(name) ?? { tokens: perMinute, atMs: nowMs };
    const elapsedMs = Math.max(0, nowMs - bucket.atMs);
    bucket.tokens = Math.min(perMinute, bucket.tokens + (elapsedMs * perMinute) / MINUTE_MS);
    bucket.atMs = Math.max(bucket.atMs, nowMs);
    const allowed = bucket.tokens >= 1;
    if (allowed) bucket.tokens--;
    this.#buckets.delete(name);
    this.#buckets.set(name, bucket);
    if (this.#buckets.size > this.#maximum) this.#buckets.delete(this.#buckets.keys().next().value ?? name);
    const seconds = (tokens: number): number => Math.ceil((tokens * 60) / perMinute);
    return {
      allowed,
      remaining: Math.floor(bucket.tokens),
      fullInSeconds: seconds(perMinute - bucket.tokens),
      retryInSeconds: allowed ? 0 : Math.max(1, seconds(1 - bucket.tokens)),
    };
  }
}
