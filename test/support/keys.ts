/** A file of keys for one test, with a key of every kind; it is gone when the test ends. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type KeyEntry, makeKey } from '../../src/http/index.ts';

export type KeyKind = 'reader' | 'writer' | 'stranger' | 'expired' | 'admin';

export interface TestKeys {
  readonly path: string;
  /** Keys by kind: reader, writer and expired are alice's, stranger is bob's and may write. */
  readonly keys: Readonly<Record<KeyKind, string>>;
  readonly entries: Readonly<Record<KeyKind, KeyEntry>>;
  readonly write: (entries: readonly object[] | string) => Promise<void>;
}

const KINDS: Readonly<Record<KeyKind, Pick<KeyEntry, 'owner' | 'scopes' | 'expires_at'>>> = {
  reader: { owner: 'alice', scopes: ['read'] },
  writer: { owner: 'alice', scopes: ['write'] },
  stranger: { owner: 'bob', scopes: ['read', 'write'] },
  expired: { owner: 'alice', scopes: ['admin'], expires_at: '2020-01-01T00:00:00Z' },
  admin: { owner: 'root', scopes: ['admin'] },
};

export async function testKeys(limits?: KeyEntry['limits']): Promise<TestKeys> {
  const folder = await mkdtemp(join(tmpdir(), 'heaplab-keys-'));
  onTestFinished(async () => rm(folder, { recursive: true }));
  const path = join(folder, 'keys.json');
  const made = Object.entries(KINDS).map(
    ([kind, entry]) =>
      [kind, makeKey({ id: kind, ...entry, ...(limits === undefined ? {} : { limits }) })] as const,
  );
  const entries = Object.fromEntries(made.map(([kind, { entry }]) => [kind, entry]));
  const write: TestKeys['write'] = async (content) =>
    writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  await write(Object.values(entries));
  return {
    path,
    keys: Object.fromEntries(made.map(([kind, { key }]) => [kind, key])) as TestKeys['keys'],
    entries: entries as TestKeys['entries'],
    write,
  };
}

export const bearer = (key: string): Record<string, string> => ({ authorization: `Bearer ${key}` });
