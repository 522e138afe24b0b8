import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { runVector } from '../../src/cli/conformance/pymalloc-run.ts';
import { parseVector } from '../../src/cli/conformance/pymalloc-vector.ts';
import { configOf, MemoryUnderTest } from './pymalloc-memory.ts';

interface ManifestEntry {
  readonly file: string;
  readonly group: string;
  readonly steps: number;
  readonly sha256: string;
}

const FOLDER = new URL('./pymalloc/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('MANIFEST.json', FOLDER), 'utf8')) as ManifestEntry[];

function readVector(file: string) {
  const bytes = readFileSync(new URL(file, FOLDER));
  return parseVector((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
}

test('the recordings are the ones in the manifest', () => {
  const changed = manifest.filter(({ file, sha256 }) => {
    return (
      createHash('sha256')
        .update(readFileSync(new URL(file, FOLDER)))
        .digest('hex') !== sha256
    );
  });

  expect(manifest.length).toBe(476);
  expect(changed).toEqual([]);
});

describe.each(['A8', 'A', 'B', 'A32'])('the allocator does what CPython does in group %s', (group) => {
  const files = manifest.filter((entry) => entry.group === group).map((entry) => entry.file);
  test.each(files)('%s', (file) => {
    const vector = readVector(file);
    const target = new MemoryUnderTest(configOf(vector));
    // All equations hold after every step of a small trace, and after about a hundred steps of a large one.
    const stride = vector.nsteps <= 300 ? 1 : Math.ceil(vector.nsteps / 100);

    const differences = runVector(vector, target, (step) => {
      if (step % stride === 0) target.memory.validate();
    });
    target.memory.validate();

    expect(differences).toEqual([]);
  });
});
