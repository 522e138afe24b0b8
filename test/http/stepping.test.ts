/** Steps into Python code that C code calls: a key function, a property, a generator that list() goes through. */
import { expect, test } from 'vitest';
import type { ProgramAnswer } from '../../src/contract/index.ts';
import { testServer } from '../support/server.ts';

/** A paused program of a new session, and its next steps. */
async function paused(source: readonly string[], fields: object = {}) {
  const server = await testServer();
  const { id } = await server.session({ python: '3.12' });
  const path = `/v1/sessions/${id}/programs`;
  await server.call('POST', path, { source: source.join('\n'), pause: true, ...fields });
  const step = async (body: object): Promise<ProgramAnswer> =>
    (await server.call<ProgramAnswer>('POST', `${path}/current/step`, body)).body;
  return { server, id, step, path: `${path}/current` };
}

const SORTING = [
  'def key(word):',
  '    size = len(word)',
  '    return size',
  'def shortest(words):',
  '    first = sorted(words, key=key)',
  '    return first[0]',
  'print(shortest(["abc", "a"]))',
  'print("end")',
];

test('a program stops in a key function, shows its locals and the heap, and steps out into who called sorted', async () => {
  const { server, id, step, path } = await paused(SORTING);

  const stopped = await step({ to: 'line', line: 3 });
  const shown = await server.call('GET', path);
  const names = await server.call('GET', `/v1/sessions/${id}/names`);
  const again = await step({ to: 'in' });
  const out = await step({ to: 'out' });
  const before = await server.call('GET', `${path}?at=2`);
  const caller = await step({ to: 'out' });
  const ended = await step({ to: 'end' });

  expect(stopped.at).toEqual({ filename: 'main.py', line: 3, function: 'key', depth: 2 });
  expect(shown.body).toMatchObject({
    frames: [
      { function: '<module>', line: 7 },
      { function: 'shortest', line: 5, names: [{ name: 'words' }] },
      {
        function: 'key',
        names: [
          { name: 'word', repr: "'abc'" },
          { name: 'size', repr: '3' },
        ],
      },
    ],
  });
  expect(names.status).toBe(200);
  expect(again.at).toMatchObject({ line: 2, function: 'key' });
  expect(out.at).toMatchObject({ line: 6, function: 'shortest', depth: 1 });
  expect(before.body).toMatchObject({ at: { line: 3, function: 'key' } });
  expect(caller.at).toMatchObject({ line: 8, function: '<module>' });
  expect([stopped.stdout, caller.stdout, ended.stdout]).toEqual(['', 'a\n', 'end\n']);
});

const CLASS = [
  'class Point:',
  '    def __init__(self, x): self.x = x',
  '    def __lt__(self, other): return self.x < other.x',
  '    def __eq__(self, other): return self.x == other.x',
  '    def __repr__(self): return f"P{self.x}"',
  '    def __len__(self): return 1',
  '    def __getattr__(self, name): return name',
  '    def __enter__(self): return self',
  '    def __exit__(self, *args): return True',
  '    def __iter__(self): yield 1',
  '    def __call__(self, y): return y',
  '    def __getitem__(self, at): return at',
  '    @property',
  '    def double(self): return 2 * self.x',
  'p, q = Point(1), Point(2)',
];

test.each([
  ['sorted([q, p])', 3, '__lt__'],
  ['p == q', 4, '__eq__'],
  ['print([p])', 5, '__repr__'],
  ['f"{p}"', 5, '__repr__'],
  ['bool_of = not p', 6, '__len__'],
  ['p.nothing', 7, '__getattr__'],
  ['with p: pass', 8, '__enter__'],
  ['with p: raise KeyError', 9, '__exit__'],
  ['sum(p)', 10, '__iter__'],
  ['list(map(p, [1]))', 11, '__call__'],
  ['p[0]', 12, '__getitem__'],
  ['getattr(p, "double")', 14, 'double'],
])('a step to a line stops in what `%s` calls', async (statement, line, name) => {
  const { step } = await paused([...CLASS, statement, 'print("after")']);
  await step({ to: 'line', line: CLASS.length });

  const stopped = await step({ to: 'line', line });
  const ended = await step({ to: 'end' });

  expect(stopped.at).toMatchObject({ line, function: name });
  expect(ended).toMatchObject({ state: 'ended', exit: 0, stdout: expect.stringMatching(/after\n$/) });
});

test('an interrupt and a budget come in code that C code calls, and what it raises goes through C code', async () => {
  const source = [
    'def key(n):',
    '    while True: n += 1',
    'try:',
    '    [2, 1].sort(key=key)',
    'except KeyboardInterrupt:',
    '    print("interrupted")',
  ];
  const first = await paused(source);
  await first.step({ to: 'line', line: 2 });
  const interrupted = await first.step({ to: 'end', interrupt: true });
  const second = await paused(source, { limits: { steps: 1000 } });
  await second.step({ to: 'line', line: 2 });
  const spent = await second.step({ to: 'end' });

  expect(interrupted).toMatchObject({ state: 'ended', stdout: 'interrupted\n', exit: 0 });
  expect(spent).toMatchObject({ state: 'ended', fault: { code: 'program_steps_spent', maximum: 1000 } });
});
