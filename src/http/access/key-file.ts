/**
 * The file of keys: a JSON list of entries with hashes, never keys. Every fault of it is named with its place, all at once.
 *
 *   [{"id": "ci", "owner": "team-a", "sha256": "9f86...", "scopes": ["write"],
 *     "limits": {"sessions": 20, "requests_per_minute": 600}, "expires_at": "2027-01-01T00:00:00Z"}]
 *
 * A hash without salt or stretching is enough, since keys are 256 random bits and not words that people choose.
 */
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { parseJson } from '../json-text.ts';
import { jsonPointer } from '../query.ts';
import { scope } from './caller.ts';

const MAX_KEYS = 10_000;
const KEY_BYTES = 32;

const word = z.string().regex(/^[\w.@:-]{1,64}$/, 'must be 1 to 64 letters, digits or any of _ . @ : -');

export const keyEntry = z.strictObject({
  id: word,
  owner: word,
  sha256: z
    .string()
    .toLowerCase()
    .regex(/^[0-9a-f]{64}$/, 'must be the SHA-256 of the key: 64 hexadecimal digits'),
  scopes: z.array(scope).min(1, 'must name at least one of read, write, admin'),
  limits: z
    .strictObject({
      sessions: z.int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
      requests_per_minute: z.int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
    })
    .optional(),
  expires_at: z.iso.datetime({ offset: true }).optional(),
});

export type KeyEntry = z.infer<typeof keyEntry>;

export type KeyFileOutcome =
  | { readonly ok: true; readonly entries: readonly KeyEntry[] }
  | { readonly ok: false; readonly errors: readonly string[] };

export function readKeyFile(text: string): KeyFileOutcome {
  const json = parseJson(text);
  if (!json.ok) {
    const { position = 0, reason = '' } = json.fault.values ?? {};
    return { ok: false, errors: [`character ${position}: ${reason}`] };
  }
  const parsed = z.array(keyEntry).min(1, 'there are no keys').max(MAX_KEYS).safeParse(json.value);
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path, message }) => {
      const place = jsonPointer(path.map(String));
      return `${place === '' ? 'the file' : place}: ${message}`;
    });
    return { ok: false, errors };
  }
  const errors = [...repeated(parsed.data, 'id'), ...repeated(parsed.data, 'sha256')];
  return errors.length === 0 ? { ok: true, entries: parsed.data } : { ok: false, errors };
}

export function hashOfKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/** A new key, and the entry that stands for it in the file. */
export function makeKey(entry: Omit<KeyEntry, 'sha256'>): { readonly key: string; readonly entry: KeyEntry } {
  const key = `hl_${randomBytes(KEY_BYTES).toString('base64url')}`;
  const { id, owner, ...rest } = entry;
  return { key, entry: { id, owner, sha256: hashOfKey(key).toString('hex'), ...rest } };
}

function repeated(entries: readonly KeyEntry[], field: 'id' | 'sha256'): string[] {
  const seen = new Map<string, number>();
  return entries.flatMap((entry, index) => {
    const first = seen.get(entry[field]);
    if (first !== undefined) return [`/${index}/${field}: the same as /${first}/${field}`];
    seen.set(entry[field], index);
    return [];
  });
}
