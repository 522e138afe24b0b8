/** The instructions and tables that CPython would have made, against what it made of the same programs (fixtures/record-native-sizes.py). */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CodeObject } from '../../src/python/compile/code-object.ts';
import { nativeCode, nativeSize } from '../../src/python/compile/native/native-code.ts';
import { compileSource } from '../../src/python/compile-source.ts';

const VERSIONS = ['3.11', '3.12', '3.13'] as const;
type Version = (typeof VERSIONS)[number];

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

function compiled(source: string, python: Version): CodeObject {
  const result = compileSource(source, { python, filename: 'program.py', mode: 'exec' });
  if (!result.ok) throw new Error(result.error.message);
  return result.code;
}

function walk(code: CodeObject): CodeObject[] {
  return [code, ...code.constants.flatMap((one) => (one.type === 'code' ? walk(one.code) : []))];
}

function summary(path: string, python: Version): string {
  const codes = walk(compiled(read(path), python));
  const sizes = codes.map((code) => nativeSize(code));
  const sum = (of: (size: (typeof sizes)[number]) => number | undefined): number =>
    sizes.reduce((total, size) => total + (of(size) ?? 0), 0);
  return [
    codes.length,
    sum((size) => size?.units),
    sum((size) => size?.tables[0]?.length),
    sum((size) => size?.tables[1]?.length),
  ].join(' ');
}

test.for(VERSIONS)('code of many programs is as large as in %s', (python) => {
  const lines = read(`./fixtures/native-sizes.${python}.txt`).trimEnd().split('\n');
  const unlike = lines.filter((line) => {
    const [path = '', ...numbers] = line.split(' ');
    return summary(`./${path}`, python) !== numbers.join(' ');
  });
  expect(unlike, 'a program was changed? Record its sizes again.').toEqual([]);
});

function ops(source: string, python: Version): string[] {
  const written = walk(compiled(source, python))[1]?.written ?? null;
  if (written === null) throw new Error('nothing was written');
  return nativeCode(written).instrs.map(({ op }) => op);
}

test('a loop that ends with a condition jumps back in one instruction to 3.11, and in two from 3.12 on', () => {
  const source = 'def f(x):\n while x: x -= 1\n';
  expect(ops(source, '3.11')).toContain('POP_JUMP_IF_TRUE');
  expect(ops(source, '3.11')).not.toContain('JUMP_BACKWARD');
  expect(ops(source, '3.12')).toContain('JUMP_BACKWARD');
});

test('what only exceptions lead to stands behind all other code from 3.12 on', () => {
  const source = 'def f(x):\n try: x()\n except ValueError: x(1)\n return x(2)\n';
  const [before, after] = [ops(source, '3.11'), ops(source, '3.12')];
  expect(before.indexOf('PUSH_EXC_INFO')).toBeLessThan(before.lastIndexOf('RETURN_VALUE'));
  expect(after.indexOf('PUSH_EXC_INFO')).toBeGreaterThan(after.lastIndexOf('RETURN_VALUE'));
});

test('up to 3.10 nothing is laid out', () => {
  const result = compileSource('x = 1', { python: '3.10', filename: 'program.py', mode: 'exec' });
  expect(result.ok && nativeSize(result.code)).toBeNull();
});
