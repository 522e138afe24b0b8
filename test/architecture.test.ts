import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { importsOf } from './support/imports.ts';
import { ROOMS, trespasses } from './support/rooms.ts';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

function readSources(): Map<string, string> {
  const paths = globSync('**/*.{ts,tsx}', { cwd: SRC }).filter((path) => !path.includes('dist/'));
  return new Map(paths.sort().map((path) => [path, readFileSync(`${SRC}${path}`, 'utf8')]));
}

test('every room opens only the doors that the table gives it', () => {
  expect(trespasses(readSources())).toEqual([]);
});

test('the table has no circle: some order of the rooms has every import pointing back', () => {
  const placed = new Set<string>();
  const waiting = new Map(Object.entries(ROOMS).filter(([name]) => name !== 'cli'));
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([, room]) =>
      [...room.uses, ...(room.usesTypesOf ?? [])].every((name) => placed.has(name)),
    );
    expect(ready.length, `left: ${[...waiting.keys()].join(', ')}`).toBeGreaterThan(0);
    for (const [name] of ready) {
      placed.add(name);
      waiting.delete(name);
    }
  }
});

describe('the judge', () => {
  /** Judges a small tree in which every door exists. */
  const judge = (files: Record<string, string>): string[] => {
    const doors = Object.keys(ROOMS).map((room): [string, string] => [`${room}/index.ts`, '']);
    const sources = new Map([
      ...doors.filter(([path]) => path !== 'main/index.ts'),
      ...Object.entries(files),
    ]);
    return trespasses(sources);
  };

  test('lets a room open a door below it, a file of its own, and its packages', () => {
    const source = `
      import type { Heap } from '../heap/index.ts';
      import { z } from 'zod';
      import { other } from './other.ts';
    `;
    expect(judge({ 'operations/append.ts': source, 'operations/other.ts': '' })).toEqual([]);
  });

  test.each([
    ['heap/pool.ts', `import { list } from '../objects/index.ts';`, 'heap/pool.ts: may not import objects'],
    [
      'heap/pool.ts',
      `import type { A } from '../contract/index.ts';`,
      'heap/pool.ts: may not import contract',
    ],
    ['heap/pool.ts', `export * from '../contract/index.ts';`, 'heap/pool.ts: may not import contract'],
    ['heap/pool.ts', `const a = import('../session/index.ts');`, 'heap/pool.ts: may not import session'],
    ['heap/pool.ts', 'const a = import(name);', 'heap/pool.ts: imports what it computes at run time'],
    ['heap/pool.ts', `import '../../test/a.ts';`, 'heap/pool.ts: imports ../../test/a.ts, outside of src'],
    ['heap/pool.ts', `import { z } from 'zod';`, 'heap/pool.ts: heap may not import the package zod'],
    ['objects/a.ts', `import fs from 'node:fs';`, 'objects/a.ts: objects is pure and may not import node:fs'],
    ['python/a.ts', `import { z } from 'zod';`, 'python/a.ts: python may not import the package zod'],
    ['ws/a.ts', `import { Heap } from '../heap/index.ts';`, 'ws/a.ts: may import only types from heap'],
    ['cellar/a.ts', `import { a } from './b.ts';`, 'cellar/a.ts: cellar is not a room'],
  ])('%s with %s is a trespass', (path, source, complaint) => {
    expect(judge({ [path]: source })).toEqual([complaint]);
  });

  test('stops whoever reaches past a door, from outside or through it from inside', () => {
    const reaching = judge({ 'objects/a.ts': `import { a } from '../heap/gc/b.ts';`, 'heap/gc/b.ts': '' });
    expect(reaching).toEqual(['objects/a.ts: reaches past the door of heap (../heap/gc/b.ts)']);
    const turning = judge({ 'heap/gc/b.ts': `import { a } from '../index.ts';` });
    expect(turning).toEqual(['heap/gc/b.ts: imports its own door (../index.ts)']);
  });

  test('finds files that need each other in a circle, and lets types look back', () => {
    const found = judge({
      'heap/a.ts': `import { b } from './b.ts';`,
      'heap/b.ts': `import { c } from './c.ts'; import type { A } from './a.ts';`,
      'heap/c.ts': `export { a } from './a.ts';`,
    });
    expect(found).toEqual(['import cycle: heap/a.ts -> heap/b.ts -> heap/c.ts -> heap/a.ts']);
  });

  test('refuses names that say nothing, barrels above the rooms and files that are too long', () => {
    const nameless = (path: string): string => `${path}: a thing without a better name is not yet understood`;
    expect(judge({ 'heap/utils.ts': '' })).toEqual([nameless('heap/utils.ts')]);
    expect(judge({ 'heap/common/a.ts': '' })).toEqual([nameless('heap/common/a.ts')]);
    expect(judge({ 'heap/types.ts': '' })).toEqual([nameless('heap/types.ts')]);
    expect(judge({ 'index.ts': '' })).toEqual(['index.ts: a barrel above the rooms']);
    expect(judge({ 'heap/a.ts': '\n'.repeat(400) })).toEqual([]);
    expect(judge({ 'heap/a.ts': '\n'.repeat(401) })).toEqual(['heap/a.ts: 401 lines, and 400 are the most']);
  });

  test('refuses waiting in a pure room, and allows it above', () => {
    const source = 'export const a = async () => { await b(); };';
    expect(judge({ 'heap/a.ts': source })).toEqual(['heap/a.ts: a pure room does not wait (async)']);
    expect(judge({ 'session/a.ts': source })).toEqual([]);
  });
});

describe('the import reader', () => {
  const specifiers = (source: string): (string | null)[] => importsOf(source).map((found) => found.specifier);

  test('sees every form of import', () => {
    const source = `
      import a from 'a'; import * as b from "b"
      import c, { type C, d as e } from 'c';
      import 'd';
      export { f } from 'e';
      export * as g from 'f';
      type H = import('g').H;
      const i = await import('h');
    `;
    expect(specifiers(source)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
  });

  test('tells imports of types from imports that run', () => {
    const source = `
      import type { A } from 'a';
      export type { B } from 'b';
      import type from 'c';
      import { type D } from 'd';
    `;
    expect(importsOf(source).map((found) => found.typeOnly)).toEqual([true, true, false, false]);
  });

  test('takes nothing for an import that only looks like one', () => {
    const source = [
      `// import a from 'a'`,
      `/* export * from 'b' */`,
      'const python = `import c from "c" ${`nested ${"import d from \'d\'"}`} export * from \'e\'`;',
      `const pattern = /import f from 'f'/.test('x') ? 4 / 2 / 1 : "from 'g'";`,
      `const here = import.meta.url; const from = 'h'; export const i = 'i';`,
      `export { here, from }; const k = { import: 'l' };`,
    ].join('\n');
    expect(specifiers(source)).toEqual([]);
  });
});
