/**
 * A program can do no harm: each of these would run for ever, or take all memory, and ends by a budget or by the exception that python
 * raises. The budgets are small, so that each ends soon.
 */
import { describe, expect, test } from 'vitest';
import { createProcess } from '../../src/operations/index.ts';
import { type ProgramResult, runProgram } from '../../src/python/index.ts';

const MIB = 1 << 20;

function run(source: string, python: '3.9' | '3.12' = '3.12'): ProgramResult {
  return runProgram(createProcess({ python, keptEvents: 1 << 10 }), source, {
    filename: '/programs/p.py',
    budgets: { steps: 100_000, heapBytes: 16 * MIB, outputCharacters: 100_000 },
  });
}

function lastLine({ stderr }: ProgramResult): string {
  return stderr.trimEnd().split('\n').at(-1) ?? '';
}

describe('endless programs use up their steps', () => {
  test.each([
    'while True: pass',
    'sum(iter(int, 1))',
    'list(iter(int, 1))',
    'tuple(iter(int, 1))',
    'set(iter(int, 1))',
    'dict.fromkeys(iter(int, 1))',
    '[].extend(iter(int, 1))',
    'max(iter(int, 1))',
    'any(iter(int, 1))',
    'all(iter(lambda: 1, 0))',
    'next(filter(None, iter(int, 1)))',
    'list(map(abs, iter(int, 1)))',
    'list(zip(iter(int, 1), iter(int, 1)))',
    '1 in iter(int, 1)',
    'from itertools import compress, count, repeat\nnext(compress(count(), repeat(0)))',
    'from itertools import dropwhile, count\nnext(dropwhile(lambda x: True, count()))',
    'from itertools import groupby\ng = groupby(iter(int, 1))\nnext(g)\nnext(g)',
    'a, *b = iter(int, 1)',
    "' '.join(iter(lambda: 'a', 0))",
    'bytes(iter(int, 1))',
    'print(*iter(int, 1))',
    'sum(range(10**12))',
    'set(range(10**9))',
    'sorted(range(10**9))',
    'import itertools\nsum(itertools.count())',
    'import functools, itertools\nfunctools.reduce(lambda a, b: a, itertools.count())',
    'from collections import deque\ndeque(iter(int, 1), 3)',
    'from collections import Counter\nCounter(iter(int, 1))',
    'class A:\n    def __getitem__(self, i): return i\nfor x in A(): pass',
    'class A:\n    def __del__(self):\n        while True: pass\na = A()\ndel a',
    'class A:\n    def __del__(self): A()\nA()',
    'import atexit\n@atexit.register\ndef f():\n    while True: pass',
    'def f(n):\n    try: f(n + 1)\n    finally: f(n + 1)\nf(0)',
    'while True:\n    try:\n        while True: pass\n    except BaseException: pass',
    'while True: x = bytearray(10**6)',
    "x = 'a' * 10**6\nwhile True: x.find('b')",
    "x = 'a' * 10**6\nwhile True: 'b' in x",
    "x = 'a' * 10**6\ny = 'a' * 10**6\nwhile True: x == y",
    'x = bytes(10**6)\nwhile True: x.count(b"a")',
    'x = [1] * 10**5\nwhile True: 2 in x',
    'x = [1] * 10**5\nwhile True: x.insert(0, x.pop(0))',
    'x = [1] * 10**5\ny = [1] * 10**5\nwhile True: x == y',
    'x = (1,) * 10**5\nwhile True: hash(x)',
    'x = [1] * 10**5\nwhile True: repr(x)',
    'x = [1] * 10**5\nwhile True: x.sort()',
    'x = set(range(1000))\nwhile True: x <= x',
    'x = memoryview(bytes(10**5))\nwhile True: x.tolist()',
    'x = 7 ** 50000\ny = 3 ** 60000\nwhile True: x % y',
    'import math\nx = 7 ** 50000\nwhile True: math.isqrt(x)',
    'import gc\nx = [[] for i in range(5000)]\nwhile True: gc.collect()',
    'from collections import deque\nx = deque(range(10**4))\ny = x.copy()\nwhile True: x == y',
    'from collections import deque\nx = deque(range(10**4))\nwhile True: -1 in x',
    'from collections import deque\nx = deque(range(10**4))\nwhile True: x.count(-1)',
    'from collections import deque\nx = deque(range(10**4))\nwhile True: x.rotate(5000)',
    'from collections import deque\nx = deque(range(10**4))\nwhile True: x.insert(5000, x.pop())',
    'from collections import deque\nx = deque(range(10**4))\nwhile True: x.reverse()',
    'import heapq\nx = list(range(10**4))\nwhile True: heapq.heapify(x)',
    'from itertools import chain, repeat\nnext(chain.from_iterable(repeat(())))',
    "from itertools import product\nx = product('ab', repeat=10**5)\nwhile True: next(x)",
    'from itertools import combinations\nx = combinations(range(20000), 10000)\nwhile True: next(x)',
    'from itertools import repeat, zip_longest\nx = zip_longest(*[repeat(1)] * 10**4)\nwhile True: next(x)',
    'import io\nb = io.BytesIO()\nwhile True: b.write(b"x")',
    'import io\nb = io.StringIO()\nb.write("x" * 10**5)\nb.seek(1)\nwhile True: b.write("x")',
    'x = 1 << 30_000_000\nwhile True: hash(x)',
    'x = 1 << 30_000_000\nwhile True: x.bit_length()',
    'x = bytes(400_000)\nwhile True: int.from_bytes(x, "little")',
    "import sys\nsys.set_int_max_str_digits(0)\nint('9' * 10**6)",
    'import sys\nsys.set_int_max_str_digits(0)\nstr(7**1_000_000)',
    'pow(3, 1 << 1_000_000, (1 << 1_000_000) - 1)',
    'import math\nmath.factorial(10**6)',
    'x = bytearray(10**6)\nwhile True: x.insert(0, 1); del x[0]',
    'x = memoryview(bytes(10**6))\nx == x[::-1]',
    "x = '\\U0001F600' * 10**5\nwhile True: x[50000]",
    'x = [1] * 10**5\nwhile True: x[0:0] = [1]; del x[0]',
    'class A:\n    def __hash__(self): return 1\nx = set()\nwhile True: x.add(A())',
    'x = {}\ni = 0\nwhile True: x[i * (2**61 - 1)] = i; i += 1',
    'x = ()\nfor i in range(100): x = (x, x)\nhash(x)',
    "s = 'x = 1\\n' * 1000\nwhile True: compile(s, 'x', 'exec')",
    "class A: pass\nwhile True: A = type('A', (A,), {})",
    'import gc\nx = [[] for i in range(10**4)]\nwhile True: gc.get_referrers(x)',
    'import tracemalloc\ntracemalloc.start(500)\ndef f(n): return [n] + f(n - 1) if n else []\nx = f(500)\nwhile True: tracemalloc.take_snapshot()',
    "x = ['a' * 10**4 + str(i) for i in range(100)]\nwhile True: x.sort(reverse=True); x.sort()",
    'from collections import ChainMap\nx = ChainMap({})\nwhile True: x = x.new_child()',
    'x = ()\ny = ()\nfor i in range(60): x, y = (x, x), (y, y)\nx == y',
  ])('%j', (source) => {
    expect(run(source).spent).toBe('steps');
  });
});

describe('what takes too much memory is refused, or ends the program', () => {
  test.each([
    "x = 'a' * 10**12",
    'x = [0] * 10**10',
    'x = (0,) * 10**10',
    'x = bytes(10**11)',
    'x = bytearray(10**11)',
    'x = 10 ** 10 ** 10',
    'x = 1 << 10**9',
    'x = 2 ** (10 ** 8)',
    "x = 'x'.ljust(10**10)",
    "x = 'x'.zfill(10**9)",
    "x = 'a\\t'.expandtabs(10**9)",
    'import math\nmath.factorial(10**8)',
    'import math\nmath.comb(10**8, 5 * 10**7)',
    "eval('2 ** 10 ** 10')",
    "exec('x = 1\\n' * 400_000)",
    "exec('(' * 1000)",
    "exec('with ' + 'a, ' * 10_000 + 'a: pass')",
    'import random\nrandom.getrandbits(10**9)',
    "import io\nb = io.BytesIO()\nb.seek(10**12)\nb.write(b'x')",
    "import io\nb = io.StringIO()\nb.seek(10**12)\nb.write('x')",
    "from itertools import product\nproduct('ab', repeat=10**9)",
    'from itertools import combinations\ncombinations([1], 10**9)',
    'from itertools import permutations\npermutations([1], 10**9)',
    'from itertools import tee\ntee([], 10**9)',
    'import math\nmath.comb(10**18, 10**6)',
    "import struct\nstruct.pack('9000000000000s', b'a')",
    "import struct\nstruct.Struct('9000000000000x').pack()",
  ])('%j', (source) => {
    const result = run(source);
    expect([result.spent, lastLine(result).split(':')[0]]).toEqual([
      null,
      expect.stringMatching(/MemoryError|SyntaxError/),
    ]);
  });

  test.each([
    "x = 'ab'\nwhile True: x += x",
    "x = b'ab'\nwhile True: x += x",
    "x = bytearray(b'ab')\nwhile True: x += bytes(x)",
    'x = [1]\nwhile True: x.extend(x)',
    'x = [1]\nwhile True: x = x + x',
  ])('%j', (source) => {
    const result = run(source);
    expect(result.spent ?? lastLine(result)).toMatch(/memory|steps|MemoryError/);
  });

  test('a program that catches MemoryError goes on', () => {
    expect(run("try: 'a' * 10**12\nexcept MemoryError: print('goes on')").stdout).toBe('goes on\n');
  });
});

describe('recursion ends with RecursionError', () => {
  test.each([
    'def f(n): return f(n + 1)\nf(0)',
    'class A:\n    def __getattr__(self, n): return getattr(self, n)\nA().x',
    'class A:\n    def __setattr__(self, n, v): self.x = v\nA().x = 1',
    'class A:\n    def __eq__(self, o): return self == o\nA() == A()',
    'class A:\n    def __repr__(self): return repr(self)\nrepr(A())',
    'class A:\n    def __hash__(self): return hash(self)\nhash(A())',
    'class A:\n    def __init__(self): self.x = A()\nA()',
    'class A:\n    @property\n    def p(self): return self.p\nA().p',
    'def g(): yield from g()\nlist(g())',
    "s = 'exec(s)'\nexec(s)",
    'x = []\nfor i in range(5_000): x = [x]\nrepr(x)',
    'x = []\ny = []\nfor i in range(5_000): x, y = [x], [y]\nx == y',
    'x = ()\nfor i in range(5_000): x = (x,)\nx == (x,)\nprint(repr(x))',
    'x = iter([1])\nfor i in range(10_000): x = map(str, x)\nlist(x)',
    'from itertools import chain\nx = iter([1])\nfor i in range(10_000): x = chain(x)\nlist(x)',
    'from itertools import islice\nx = iter([1])\nfor i in range(10_000): x = islice(x, 5)\nlist(x)',
    'x = int\nfor i in range(10_000): x = list[x]\nrepr(x)',
    'x = int\nfor i in range(10_000): x = list[x]\nhash(x)',
    "x = (int,)\nfor i in range(10_000): x = (x,)\nisinstance('a', x)",
    "e = ExceptionGroup('x', [ValueError()])\nfor i in range(3_000): e = ExceptionGroup('x', [e])\ne.split(ValueError)",
    "exec('[a ' + 'for a in b ' * 2_000 + ']')",
  ])('%j', (source) => {
    const result = run(source);
    expect([result.spent, lastLine(result).split(':')[0]]).toEqual([null, 'RecursionError']);
  });
});

describe('hostile texts are read in one go', () => {
  test.each([
    "complex('1' * 10**6 + 'j')",
    "try: float('1' + ' ' * 10**5 + '1')\nexcept ValueError: pass",
    "try: int(b'1' + b' ' * 10**5 + b'1')\nexcept ValueError: pass",
    "try: float.fromhex('1' + ' ' * 10**5 + '1')\nexcept ValueError: pass",
    "('\\u03a3' * 10**5).lower()",
    "import os.path\nos.path.split('a' + '/' * 10**5 + 'a/b')",
  ])('%j', (source) => {
    expect(run(source).exit).toBe(0);
  });
});

describe('output has an end', () => {
  test.each([
    "while True: print('flood')",
    "import sys\nwhile True: sys.stderr.write('flood' * 100)",
    "print('x' * 1_000_000)",
  ])('%j', (source) => {
    expect(run(source).spent).toBe('output');
  });
});

describe('nothing leads out of the process', () => {
  test.each([
    ["open('/etc/passwd')", 'OSError'],
    ["import os\nos.listdir('/')", 'OSError'],
    ["import os\nos.system('ls')", 'OSError'],
    ['import socket', 'ImportError'],
    ['import subprocess', 'ImportError'],
  ])('%j raises %s', (source, exception) => {
    const result = run(source);
    expect(result.exit).toBe(1);
    expect(result.exception?.name).toMatch(
      new RegExp(`${exception}|NotImplementedError|AttributeError|FileNotFoundError`),
    );
  });

  test('the clock is the simulated one', () => {
    const source =
      'import time\nt = time.time()\ntime.sleep(10**9)\nprint(t < 1.8e9, time.time() - t >= 10**9)';
    expect(run(source).stdout).toBe('True True\n');
  });
});

describe('what is not supported is refused by its name', () => {
  test.each([
    ['import json', "ImportError: the module 'json' is not supported here"],
    ['from typing import Match', 'ImportError: typing.Match is not supported here'],
    [
      'import time\ntime.pthread_getcpuclockid(0)',
      'AttributeError: time.pthread_getcpuclockid is not supported here',
    ],
    ['import os\nos.umask(0)', 'AttributeError: os.umask is not supported here'],
    ["import os\nhasattr(os, 'umask')", 'AttributeError: os.umask is not supported here'],
    ["import os\ngetattr(os, 'umask', None)", 'AttributeError: os.umask is not supported here'],
    ['help(len)', 'NameError: help is not supported here'],
    ['int.__flags__', 'AttributeError: type.__flags__ is not supported here'],
    ['(lambda: 0).__code__.co_code', 'AttributeError: code.co_code is not supported here'],
    ['import time\ntime.nothing()', "AttributeError: module 'time' has no attribute 'nothing'"],
    [
      'from string import nothing',
      "ImportError: cannot import name 'nothing' from 'string' (/usr/lib/python3.12/string.py)",
    ],
  ])('%j', (source, said) => {
    expect(lastLine(run(source))).toBe(said);
  });
});

describe('ints of many digits', () => {
  test('are refused as text beyond the limit of digits', () => {
    expect(lastLine(run('str(10**5000)'))).toBe(
      'ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit',
    );
  });

  test('bytearrays that die leave nothing behind, and grow cheaply', () => {
    const source =
      'x = bytearray()\nfor i in range(5_000): x.append(i % 256)\nprint(len(x), x[255], sum(x[:256]))';
    expect(run(source).stdout).toBe('5000 255 32640\n');
  });
});

test('one long piece of work is not begun when it would use up the steps', () => {
  expect(run('import math\nmath.gcd(10**300_000, 7**300_000)').spent).toBe('steps');
});

test('many pieces of work end soon: what they go through counts', () => {
  const rounds = (length: number): number =>
    run(`x = 'a'\nx = x * ${length}\nn = 0\nwhile n < 50:\n    x.find('b')\n    n += 1`).steps;
  expect(rounds(64_000) - rounds(10)).toBe(50 * Math.floor(64_000 / 64));
});
