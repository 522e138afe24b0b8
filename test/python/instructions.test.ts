/** What the instructions do with references: what is made, what waits on the stack, what is protected. */
import { describe, expect, test } from 'vitest';
import type { CodeObject, PythonVersion } from '../../src/python/index.ts';
import { compileSource, disassemble, opName } from '../../src/python/index.ts';
import { programs } from './code-fixture.ts';
import { stackProblems } from './stack-check.ts';

function compiled(source: string, python: PythonVersion = '3.12'): CodeObject {
  const result = compileSource(source, { python, filename: 'test.py', mode: 'exec' });
  if (!result.ok) throw new Error(result.error.message);
  return result.code;
}

/** The first function of a program. */
function functionOf(source: string, python: PythonVersion = '3.12'): CodeObject {
  const constant = compiled(source, python).constants.find(({ type }) => type === 'code');
  if (constant?.type !== 'code') throw new Error('no function');
  return constant.code;
}

function ops(code: CodeObject): readonly string[] {
  return Array.from({ length: code.instructions.length / 2 }, (_, i) =>
    opName(code.instructions[i * 2] ?? 0),
  );
}

describe.each(['3.8', '3.9', '3.10', '3.11', '3.12', '3.13'] as const)(
  'programs compiled for %s',
  (python) => {
    test('meet every instruction with one depth of the stack, and never leave the code', () => {
      const sources = [...programs()].filter(
        ([file]) => file !== 'matching.py' || !['3.8', '3.9'].includes(python),
      );

      const problems = sources.flatMap(([, source]) => stackProblems(compiled(source, python)));

      expect(problems).toEqual([]);
    });
  },
);

test('a swap of two names makes no tuple', () => {
  const code = functionOf('def f(a, b):\n    a, b = b, a\n', '3.9');

  expect(ops(code)).not.toContain('BUILD_TUPLE');
  expect(ops(code)).toContain('SWAP');
});

test('from 3.11 a swap of two locals stores the second name first', () => {
  const code = functionOf('def f(a, b):\n    a, b = b, a\n', '3.11');

  const stores = disassemble(code)
    .split('\n')
    .filter((line) => line.includes('STORE_FAST'));
  expect(stores.map((line) => line.slice(-2, -1))).toEqual(['b', 'a']);
});

test('a method call leaves method and object on the stack instead of a bound method', () => {
  expect(ops(functionOf('def f(o):\n    o.m(1)\n'))).toEqual([
    'RESUME',
    'LOAD_FAST',
    'LOAD_METHOD',
    'LOAD_CONST',
    'CALL',
    'POP_TOP',
    'LOAD_CONST',
    'RETURN_VALUE',
  ]);
});

test.each([
  ['3.11', ['MAKE_FUNCTION', 'LOAD_FAST', 'GET_ITER', 'CALL']],
  ['3.12', ['GET_ITER', 'LOAD_FAST_AND_CLEAR', 'SWAP', 'BUILD_LIST']],
] as const)('a list comprehension of %s is %s', (python, expected) => {
  const code = functionOf('def f(items):\n    return [x for x in items]\n', python);

  const found = ops(code);
  expect(found.slice(found.indexOf(expected[0]))).toEqual(expect.arrayContaining([...expected]));
});

test('an exception inside an inlined comprehension puts the hidden variable back', () => {
  const code = functionOf('def f(items, x):\n    return [x for x in items]\n');

  expect(code.exceptionTable).toHaveLength(1);
  expect(code.exceptionTable[0]).toMatchObject({ depth: 2, lasti: false });
});

test('a return inside try ... finally runs the finally body with the value waiting on the stack', () => {
  const code = functionOf('def f(a, g):\n    try:\n        return a\n    finally:\n        g()\n');

  const found = ops(code);
  expect(found.slice(0, 8)).toEqual([
    'RESUME',
    'LOAD_FAST',
    'LOAD_FAST',
    'PUSH_NULL',
    'CALL',
    'POP_TOP',
    'RETURN_VALUE',
    'PUSH_EXC_INFO',
  ]);
});

test('the name of an except clause is unbound however its body ends', () => {
  const code = functionOf('def f(g):\n    try:\n        g()\n    except ValueError as e:\n        g(e)\n');

  expect(ops(code).filter((op) => op === 'DELETE_FAST')).toHaveLength(2);
});

test('equal constants of two functions are one descriptor', () => {
  const code = compiled('def f(): return "some text"\ndef g(): return ("some text", 1)\n');

  const [f, g] = code.constants
    .filter((constant) => constant.type === 'code')
    .map((constant) => constant.code);
  const tuple = g?.constants.find((constant) => constant.type === 'tuple');
  expect(tuple?.type === 'tuple' ? tuple.items[0] : null).toBe(
    f?.constants.find((constant) => constant.type === 'str'),
  );
});

test('an f-string shows the text of its expression, and nests specifications', () => {
  const code = compiled('f"{ x = !r:>{w}}"\n');

  expect(disassemble(code)).toContain('(" x = ")');
  expect(ops(code).filter((op) => op === 'FORMAT_VALUE')).toHaveLength(2);
});

test('private names of a class are mangled everywhere in it', () => {
  const code = compiled('class Box:\n    def put(self, __v):\n        self.__kept = __v\n');

  expect(disassemble(code)).toContain('STORE_ATTR               0 (_Box__kept)');
  expect(disassemble(code)).toContain('LOAD_FAST                1 (_Box__v)');
});

describe('limits', () => {
  test.each([
    ['201 open brackets', `${'['.repeat(201)}${']'.repeat(201)}`, 'too many nested parentheses'],
    [
      'a hundred levels of indentation',
      Array.from({ length: 101 }, (_, i) => `${' '.repeat(i)}if x:`).join('\n'),
      'too many levels of indentation',
    ],
  ])('%s are refused as CPython does', (_, source, message) => {
    const result = compileSource(source, { python: '3.12', filename: 'test.py', mode: 'exec' });

    expect(result.ok ? '' : result.error.message).toBe(message);
  });

  test.each([
    ['two hundred brackets', `x = ${'['.repeat(199)}${']'.repeat(199)}`],
    ['ten thousand added terms', `x = ${Array.from({ length: 10_000 }, () => 'y').join(' + ')}`],
    ['a list of fifty thousand numbers', `x = [${Array.from({ length: 50_000 }, (_, i) => i).join(', ')}]`],
    ['nearly six hundred elifs', `if x: pass\n${'elif x: pass\n'.repeat(590)}`],
    ['nearly six hundred attributes', `x = f${'.a'.repeat(590)}`],
    ['nearly six hundred calls', `x = f${'()'.repeat(590)}`],
    ['two hundred calls inside one another', `x = ${'f('.repeat(199)}${')'.repeat(199)}`],
    ['nearly four hundred lambdas', `x = ${'lambda: '.repeat(390)}1`],
    [
      'a hundred functions inside one another',
      Array.from({ length: 99 }, (_, i) => `${' '.repeat(i)}def f(x):`).join('\n') +
        `\n${' '.repeat(99)}pass\n`,
    ],
  ])('%s compile', (_, source) => {
    expect(compileSource(source, { python: '3.12', filename: 'test.py', mode: 'exec' }).ok).toBe(true);
  });

  test.each([
    ['minus signs', `x = ${'-'.repeat(100_000)}1`],
    ['nots', `x = ${'not '.repeat(50_000)}1`],
    ['calls', `x = f${'()'.repeat(50_000)}`],
    ['attributes', `x = f${'.a'.repeat(50_000)}`],
    ['powers', `x = ${Array.from({ length: 50_000 }, () => 'y').join(' ** ')}`],
    ['lambdas', `x = ${'lambda: '.repeat(50_000)}1`],
    ['elifs', `if x: pass\n${'elif x: pass\n'.repeat(20_000)}`],
    ['conditions', `x = ${'1 if y else '.repeat(50_000)}1`],
    ['semicolons', 'x;'.repeat(100_000)],
    ['f-strings in f-strings', `x = ${`f"{`.repeat(300)}1${`}"`.repeat(300)}`],
    ['brackets around a mistake', `x = ${'['.repeat(150)}1 +${']'.repeat(150)}`],
    ['calls around a mistake', `x = ${'f('.repeat(150)}1 +${')'.repeat(150)}`],
    ['dictionaries around a mistake', `x = ${'{1: '.repeat(150)}1 +${'}'.repeat(150)}`],
    ['subscripts around a mistake', `x = ${'y['.repeat(150)}1 +${']'.repeat(150)}`],
    ['conditions around a mistake', `x = ${'(1 if '.repeat(150)}1 +${')'.repeat(150)}`],
    ['groups in a pattern', `match x:\n  case ${'('.repeat(150)}a,${')'.repeat(150)}: pass`],
    ['with brackets around a mistake', `with ${'('.repeat(150)}1 +${')'.repeat(150)}: pass`],
    ['open braces in an f-string', `f"${'{'.repeat(5001)}"`],
  ])('a hostile row of %s ends with an answer', (_, source) => {
    const result = compileSource(source, { python: '3.12', filename: 'test.py', mode: 'exec' });

    expect(result.ok || result.error.exception).toBeTruthy();
  });
});
