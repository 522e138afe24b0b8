import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findVectors, readText } from '../../src/cli/conformance/find-vectors.ts';
import { describeDifference, type GcVector, isGcVector } from '../../src/cli/conformance/gc-format.ts';
import { runGcVector } from '../../src/cli/conformance/gc-vector.ts';

const FOLDER = fileURLToPath(new URL('gc', import.meta.url));

const vectors = findVectors([FOLDER]).map(({ path }): GcVector => {
  const json: unknown = JSON.parse(readText(path));
  if (!isGcVector(json)) throw new TypeError(`${path} is no vector`);
  return json;
});

describe('Heaplab says of the heap what CPython said', () => {
  test('of all 543 open recordings, in six versions', () => {
    expect([vectors.length, new Set(vectors.flatMap(({ versions }) => versions)).size]).toEqual([543, 6]);
  });

  test.each(vectors.map((vector) => [`${vector.area}/${vector.name}`, vector] as const))(
    '%s',
    (_, vector) => {
      for (const version of vector.versions) {
        const differences = runGcVector(vector, version).map(
          (one) => `${version}: ${describeDifference(vector, one)}`,
        );

        expect(differences.slice(0, 3)).toEqual([]);
      }
    },
  );
});
