/** Finds vectors: every *.json and *.json.gz under the given folders, in the order of their paths. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface FoundFile {
  readonly path: string;
  readonly folder: string;
}

const VECTOR = /\.json(\.gz)?$/;

export function findVectors(paths: readonly string[]): FoundFile[] {
  return paths.flatMap((path) => {
    if (statSync(path).isFile()) return VECTOR.test(path) ? [{ path, folder: dirname(path) }] : [];
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) =>
      VECTOR.test(name),
    );
    return names.sort().map((name) => ({ path: join(path, name), folder: dirname(join(path, name)) }));
  });
}

export function readText(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}
