import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CODE = ['Dockerfile', 'openapi', 'package-lock.json', 'package.json', 'src', 'test', 'tsconfig.json'];
const DOCUMENT = /^(docs|LICENSE|[A-Z][A-Z_]+\.md)$/;

test.skipIf(!existsSync(`${ROOT}.git`))(
  'the top level holds the code, the usual documents, dot files, and no more',
  () => {
    const files = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).trim().split('\n');
    const top = new Set(files.map((file) => file.split('/')[0] ?? file));
    const strangers = [...top].filter(
      (name) => !(name.startsWith('.') || CODE.includes(name) || DOCUMENT.test(name)),
    );
    expect(strangers).toEqual([]);
  },
);
