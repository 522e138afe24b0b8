import { expect, test } from 'vitest';
import { createProcess } from '../../../src/operations/create.ts';
import { runProgram } from '../../../src/python/index.ts';

function printed(source: string): string {
  const result = runProgram(createProcess({ python: '3.12', keptEvents: 1000 }), source, {
    filename: 'main.py',
  });
  expect(result.stderr).toBe('');
  return result.stdout;
}

test('a seeded generator draws the sequence that CPython draws', () => {
  const source =
    'import random\nrandom.seed(42)\nprint(random.random(), random.randint(1, 10), random.choice([1, 2, 3]), random.sample(range(100), 3))\n';

  expect(printed(source)).toBe('0.6394267984578837 1 3 [35, 31, 28]\n');
});

test('tracemalloc tells the line that allocated', () => {
  const source = [
    'import tracemalloc',
    'tracemalloc.start()',
    'blob = bytearray(50_000)',
    'snapshot = tracemalloc.take_snapshot()',
  ];
  source.push(
    'top = snapshot.statistics("lineno")[0]',
    'print(top)',
    'tracemalloc.stop()',
    'print(tracemalloc.get_traced_memory())',
  );

  expect(printed(`${source.join('\n')}\n`)).toMatch(
    /^main\.py:3: size=4[89]\.\d KiB, count=[23], average=.* KiB\n\(0, 0\)\n$/,
  );
});

test('a proxy works for its object until that is gone', () => {
  const source = [
    'import weakref',
    'class Box: size = 3',
    'box = Box()',
    'proxy = weakref.proxy(box)',
    'print(proxy.size)',
    'del box',
  ];
  source.push('try:', '    proxy.size', 'except ReferenceError as error:', '    print(error)');

  expect(printed(`${source.join('\n')}\n`)).toBe('3\nweakly-referenced object no longer exists\n');
});

test('gc.callbacks are told when a collection begins and ends', () => {
  const source = [
    'import gc',
    'told = []',
    'gc.callbacks.append(lambda phase, info: told.append((phase, info["generation"])))',
  ];
  source.push('gc.collect(1)', 'gc.callbacks.clear()', 'print(told)');

  expect(printed(`${source.join('\n')}\n`)).toBe("[('start', 1), ('stop', 1)]\n");
});

test('sizes past 2**53 are refused by what is short, and nothing is repeated at once', () => {
  const source = `
def t(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
t(lambda: [0] * 2**60)
t(lambda: 'ab' * 2**62)
t(lambda: [] * 2**60)
t(lambda: [1][2**62])
`;

  expect(printed(source)).toBe(
    'MemoryError \nOverflowError repeated string is too long\n[]\nIndexError list index out of range\n',
  );
});

test('tracemalloc has reset_peak from 3.9 on', () => {
  const answers = (['3.8', '3.9'] as const).map((python) => {
    const process = createProcess({ python, keptEvents: 1000 });
    const source = 'import tracemalloc\nprint(hasattr(tracemalloc, "reset_peak"))\n';
    return runProgram(process, source, { filename: 'main.py' }).stdout;
  });

  expect(answers).toEqual(['False\n', 'True\n']);
});
