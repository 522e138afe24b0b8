/** The command `heaplab`, as a process. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runOptions } from '../../src/cli/run/options.ts';
import { temporaryDirectory } from '../support/directories.ts';

const LAUNCHER = fileURLToPath(new URL('../../src/cli/heaplab.mjs', import.meta.url));
const PROGRAM = fileURLToPath(new URL('../../src/cli/heaplab.ts', import.meta.url));

interface Ran {
  readonly exit: number | NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** @param when does something with the running process after its first output */
async function heaplab(
  args: string[],
  stdin = '',
  when?: (child: ReturnType<typeof spawn>) => void,
): Promise<Ran> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...process.env, LANG: 'C', LC_ALL: 'C' },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    if (stdout === '') when?.(child);
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  if (when === undefined) child.stdin.end(stdin);
  await once(child, 'close');
  return { exit: child.exitCode ?? child.signalCode, stdout, stderr };
}

const run = async (code: string, ...options: string[]): Promise<Ran> =>
  heaplab(['run', '-c', code, '--python', '3.12', ...options]);

test('a file is run with its arguments and standard input, and ends as python ends', async () => {
  const file = join(temporaryDirectory(), 'sum.py');
  writeFileSync(
    file,
    'import sys\nname = input("who? ")\nprint(name, sys.argv[1:], sum(int(line) for line in sys.stdin))\nsys.exit(3)\n',
  );

  const ran = await heaplab(['run', file, '--python', '3.12', 'one', '--', '--two'], 'me\n1\n2\n');

  expect(ran).toEqual({ exit: 3, stdout: "who? me ['one', '--two'] 3\n", stderr: '' });
});

test('an exception that nobody catches is shown with its traceback', async () => {
  const ran = await heaplab(['run', '-', '--python', '3.12'], 'def f():\n    return 1 / 0\nf()\n');

  expect([ran.exit, ran.stdout]).toEqual([1, '']);
  expect(ran.stderr.split('\n').at(-2)).toBe('ZeroDivisionError: division by zero');
  expect(ran.stderr).toContain('  File "<stdin>", line 2, in f\n');
});

test('output comes while the program runs, and an interrupt ends it as it ends python', async () => {
  const ran = await heaplab(
    ['run', '-c', 'print("started")\nwhile True:\n    pass', '--python', '3.12'],
    '',
    (child) => child.kill('SIGINT'),
  );

  expect([ran.exit, ran.stdout]).toEqual([130, 'started\n']);
  expect(ran.stderr).toMatch(/^Traceback \(most recent call last\):\n[^]*\nKeyboardInterrupt\n$/);
});

test('Python code that C code calls nests as deep as in CPython', async () => {
  const code = [
    'import functools, sys',
    '@functools.lru_cache(None)',
    'def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)',
    'class Node:',
    '    def __init__(self, next): self.next = next',
    '    def __repr__(self): return f"<{self.next!r}>"',
    'print(fib(400))',
    'chain = None',
    'for _ in range(480): chain = Node(chain)',
    'print(len(repr(chain)))',
    'sys.setrecursionlimit(9000)',
    'print(fib(3000) > 0)',
  ];

  const ran = await heaplab(['run', '-c', code.join('\n'), '--python', '3.11']);

  const fib = '176023680645013966468226945392411250770384383304492191886725992896575345044216019675';
  expect(ran).toEqual({ exit: 0, stdout: `${fib}\n964\nTrue\n`, stderr: '' });
});

test('an interrupt ends a program that waits for input', async () => {
  const ran = await heaplab(['run', '-c', 'input("name? ")', '--python', '3.12'], '', (child) =>
    child.kill('SIGINT'),
  );

  expect(ran).toEqual({ exit: 'SIGINT', stdout: 'name? ', stderr: '' });
});

test('a prompt is shown before the answer is read', async () => {
  const ran = await heaplab(
    ['run', '-c', 'print("hello", input("name? "))', '--python', '3.12'],
    '',
    (child) => child.stdin?.end('you\n'),
  );

  expect(ran).toMatchObject({ exit: 0, stdout: 'name? hello you\n' });
});

test('events and a summary go to standard error, beside what the program prints', async () => {
  const ran = await run(
    'import gc\na = []\na.append(a)\ndel a\nprint(gc.collect())',
    '--events',
    'gc',
    '--stats',
  );

  expect([ran.exit, ran.stdout]).toEqual([0, '1\n']);
  expect(ran.stderr).toMatch(/^heaplab: gc\.finished +generation=2 collected=1 uncollectable=0$/m);
  expect(ran.stderr).toMatch(/^heaplab: peak memory +\d+\.\d\d MiB$/m);
  expect(ran.stderr).not.toContain('pool.');
});

test('a budget that runs out ends the program, and is named in the language that was asked for', async () => {
  const ran = await run('while True: pass', '--steps', '20000', '--lang', 'zh');

  expect([ran.exit, ran.stderr]).toEqual([1, 'heaplab: steps 预算已用尽，程序被终止\n']);
});

test('what is wrong with the command line is said in a line, with status 2', async () => {
  const folder = temporaryDirectory();
  const latin = join(folder, 'latin.py');
  writeFileSync(latin, Buffer.from([0x23, 0xe9, 0x0a]));
  const wrong: [string[], string][] = [
    [['run', join(folder, 'none.py')], `can't open file '${folder}/none.py': there is no such file`],
    [['run', folder], `can't open file '${folder}': it is a directory`],
    [['run', latin], `'${latin}' is not UTF-8, and no other encoding is read`],
    [['run', latin, '--python', '2.7'], 'there is no Python 2.7 here, only 3.8, 3.9, 3.10, 3.11, 3.12, 3.13'],
    [['run', latin, '--steps', 'many'], '--steps must be a positive whole number'],
    [['run', latin, '--frobnicate'], "Unknown option '--frobnicate'"],
  ];

  for (const [args, words] of wrong) expect(() => runOptions(args)).toThrow(words);
  const ran = await heaplab(wrong[0]?.[0] ?? []);
  expect(ran).toEqual({ exit: 2, stdout: '', stderr: `heaplab: ${wrong[0]?.[1]}\n` });
});

/** What the launcher makes of a program that reads a line, with this directory for caches. */
async function launched(caches: string): Promise<unknown> {
  const { NODE_COMPILE_CACHE: _, ...env } = process.env;
  const args = [LAUNCHER, 'run', '-c', 'print(input()); raise SystemExit(5)'];
  const child = spawn(process.execPath, args, { env: { ...env, XDG_CACHE_HOME: caches } });
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stdin.end('through\n');
  await once(child, 'close');
  return [child.exitCode, stdout];
}

test('the launcher passes everything on, whatever Node starts it, and keeps what was compiled', async () => {
  const caches = temporaryDirectory();

  expect(await launched(caches)).toEqual([5, 'through\n']);
  expect(readdirSync(join(caches, 'heaplab'))).toHaveLength(1);
});

test('the launcher does without a cache where nothing can be written', async () => {
  expect(await launched('/proc/1')).toEqual([5, 'through\n']);
});
