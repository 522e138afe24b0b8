import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { complete, type Lockfile, missingPackages } from '../support/lockfile.ts';

const locked: Lockfile = JSON.parse(
  readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'),
);

test('the lockfile describes the native packages of every platform (npm run lockfile adds them)', () => {
  expect(missingPackages(locked)).toEqual([]);
});

test('the lockfile names no registry, so that any mirror serves it', () => {
  expect(JSON.stringify(locked)).not.toContain('"resolved"');
});

test('a platform package that npm left out is described by its parent and its name', () => {
  const incomplete: Lockfile = {
    packages: {
      'node_modules/tool': {
        version: '1.2.3',
        dev: true,
        optionalDependencies: { '@tool/linux-arm64-musl': '1.2.3' },
      },
    },
  };

  const completed = complete(incomplete);

  expect(missingPackages(completed)).toEqual([]);
  expect(completed.packages['node_modules/@tool/linux-arm64-musl']).toEqual({
    version: '1.2.3',
    cpu: ['arm64'],
    dev: true,
    libc: ['musl'],
    optional: true,
    os: ['linux'],
  });
});

test('an optional dependency is found beside its parent and around it', () => {
  const nested: Lockfile = {
    packages: {
      'node_modules/a/node_modules/b': {
        optionalDependencies: { near: '1.0.0', far: '1.0.0', gone: '1.0.0' },
      },
      'node_modules/a/node_modules/near': {},
      'node_modules/far': {},
    },
  };

  expect(missingPackages(nested).map((missing) => missing.name)).toEqual(['gone']);
});
