/**
 * The keys in use: from what a client presents to who it is.
 *
 * Hashes are compared in constant time. Candidates are found by the first bytes of the hash, which tell nobody anything about a
 * key: whoever could aim at a hash would have broken SHA-256.
 */
import { timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Caller, widest } from './caller.ts';
import { hashOfKey, type KeyEntry, readKeyFile } from './key-file.ts';

export interface KnownKey {
  readonly caller: Caller;
  /** undefined: as every key. */
  readonly requestsPerMinute: number | undefined;
  readonly expiresAtMs: number;
}

interface Held extends KnownKey {
  readonly hash: Buffer;
}

const INDEX_BYTES = 4;
const NO_HASH = Buffer.alloc(32);

/** The file of keys cannot be used; `errors` say why, each with its place. */
export class KeyFileError extends Error {
  readonly errors: readonly string[];

  constructor(path: string, errors: readonly string[]) {
    super(`the file of keys ${path} is wrong\n${errors.map((error) => `  ${error}`).join('\n')}`);
    this.name = 'KeyFileError';
    this.errors = errors;
  }
}

/** @throws KeyFileError */
export async function loadKeys(path: string): Promise<readonly KeyEntry[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new KeyFileError(path, [error instanceof Error ? error.message : 'it cannot be read']);
  });
  const read = readKeyFile(text);
  if (!read.ok) throw new KeyFileError(path, read.errors);
  return read.entries;
}

export class KeyRing {
  #keys: ReadonlyMap<number, readonly Held[]> = new Map();

  constructor(entries: readonly KeyEntry[]) {
    this.replace(entries);
  }

  /** From now on these keys and no others. */
  replace(entries: readonly KeyEntry[]): void {
    this.#keys = Map.groupBy(entries.map(held), ({ hash }) => hash.readUInt32BE(0));
  }

  /** The key, if it is one of ours and has not expired. */
  find(key: string, nowMs: number): KnownKey | undefined {
    return this.findHash(hashOfKey(key), nowMs);
  }

  findHash(hash: Buffer, nowMs: number): KnownKey | undefined {
    let found: Held | undefined;
    for (const candidate of this.#keys.get(hash.readUInt32BE(0)) ?? [undefined]) {
      const same = timingSafeEqual(
        hash.subarray(INDEX_BYTES),
        (candidate?.hash ?? NO_HASH).subarray(INDEX_BYTES),
      );
      if (same) found = candidate;
    }
    return found === undefined || found.expiresAtMs <= nowMs ? undefined : found;
  }
}

function held({ id, owner, sha256, scopes, limits, expires_at }: KeyEntry): Held {
  return {
    hash: Buffer.from(sha256, 'hex'),
    caller: { key: id, owner, scope: widest(scopes), maxSessions: limits?.sessions },
    requestsPerMinute: limits?.requests_per_minute,
    expiresAtMs: expires_at === undefined ? Number.POSITIVE_INFINITY : Date.parse(expires_at),
  };
}
